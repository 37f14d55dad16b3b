"""Quantities, with what they count and the predicate that says what happened to it."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from rashomon import quantity
from rashomon.common_nouns import singular
from rashomon.grammar import ages, clauses, measures, phrases
from rashomon.lexicon import ABOARD, COUNTS
from rashomon.types import Block, Document, Name, Quantity, Span, Time

if TYPE_CHECKING:
    from rashomon.language import Reading
    from rashomon.tokens import Token

_CORE = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "csubj"})
_OBLIQUE = frozenset({"obl", "nmod"})
_REACHED = frozenset({"to", "at"})  # "the toll rose to 62", "put the toll at 62"
_CLAUSES = frozenset({"conj", "advcl", "ccomp", "parataxis", "acl", "acl:relcl"})
_SHARED = frozenset({"to", "at", "with", "including", "among"})  # "jailed with 16 others": who shares in it
_BOUNDS = frozenset({"about", "around", "between", "over", "under", "near", "up"})  # they belong to the number
_UNDERGONE = frozenset("die perish drown flee evacuate attend gather march rally protest demonstrate".split())
_SUFFERS = frozenset({"suffer", "sustain", "receive", "have"})  # "two people suffered injuries"
_IRREGULAR = {"fled": "flee", "slain": "slay", "paid": "pay", "sent": "send"}
_BEFORE_NOUN = frozenset({"ADJ", "DET", "PART"})
# "12 dead", whatever their tag
_STATES = frozenset({"dead", "wounded", "injured", "missing", "killed", "hurt", "homeless"})
# "A crew of seven": the number counts the members of these.
_BODIES = frozenset(
    "population majority crew family group crowd team gang party audience staff workforce convoy fleet".split()
)
# What a toll does: "the number of people killed reached 500".
_COMES_TO = frozenset({"reach", "total", "exceed", "pass", "hit", "top", "surpass"})
_AGAIN = re.compile(r"[\s-]*\w{0,12}\s*\(\s*|(?:\s+(?:an?|per)\s+\w+)?,?\s+or\s+")  # "770 km (478 miles)": one measure
_OVER = re.compile(r"\b(?:exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|topp(?:ed|ing))\s$", re.IGNORECASE)
_FOR = re.compile(r"\s+(?:for|to|from)\s")
_FROM = re.compile(r"(?:\s+(?:an?|per)\s+\w+)?,?\s+from\s+")
_HOLDING = frozenset({"", "be", "have"})  # of "a bus with 60 people on board" no predicate is told
_EVERY = re.compile(r"\b(?:all|the|with)\b", re.IGNORECASE)
_MOST_BETWEEN = 3  # words between a number and its noun where the tree does not join them


def run(document: Document, reading: Reading | None) -> Iterable[Quantity]:
    """Every quantity of every block that is not part of a time or of a name. Needs layers Block, Name and Time.

    Numbers are found without the tree; `of`, `about` and names come from it, and stay empty without a reading.
    """
    times = sorted((t.span for t in document.layer(Time)), key=lambda s: s.begin)
    kind = {t.i: n.kind for n in document.layer(Name) for t in phrases.inside(reading.doc, n.span)} if reading else {}
    last = quantity.Amount(Span(0, 0), 0, 0, ""), ages.Measure("")
    at = 0
    for amount in _amounts(document):
        while at < len(times) and times[at].end <= amount.span.begin:
            at += 1
        if at < len(times) and times[at].touches(amount.span) and amount.unit != "year":
            continue
        token = _number_token(reading, amount.span)
        if token is None:
            yield Quantity(amount.span, amount.low, amount.high, amount.unit, None)
        elif not _in_name(token):
            noun = _counted(token, amount.span) or (None if amount.unit else _next_noun(token, amount.span))
            if amount.unit and noun is not None and _FOR.match(document.text, amount.span.end):
                noun = None  # "$14 billion for its rival"
            words = _phrase(noun, amount.span) if noun is not None else None
            governed = phrases.total(noun if noun is not None and noun.i == token.head.i else token)
            about, role = _about(governed), _role(governed, noun, amount.unit)
            if not (role or amount.unit) and _aboard(document.text, amount.span, words or amount.span, about):
                role = "aboard"
            told = ages.age(token.doc, amount.span, amount.low, amount.high, kind) or ages.children(
                amount.span, token.doc, kind
            )
            told = told or _again(document, *last, amount) or measures.measure(token, amount.unit, amount.span)
            if role and not amount.unit:
                told = told if told.owner is not None else ages.Measure("")  # "the toll rose to 62"
            last = amount, told
            yield _measured(amount, told, words, about, role)


def _measured(amount: quantity.Amount, told: ages.Measure, words: Span | None, about: str, role: str) -> Quantity:
    owner = phrases.token_span(told.owner) if told.owner is not None else None
    unit = amount.unit
    if told.name == "age":
        unit, words = "year", None
    elif told.name == "magnitude":
        unit = ""  # "a 6.7 degree quake"
    return Quantity(amount.span, amount.low, amount.high, unit, words, about, role, told.name, owner)


def _aboard(text: str, number: Span, counted: Span, about: str) -> bool:
    """True for all whom something carries: "had 60 people on board". Of "ten on board fell ill" there may be more."""
    every = _EVERY.search(text, max(0, number.begin - 8), number.end)
    return bool(ABOARD.match(text, counted.end)) and (about in _HOLDING or every is not None)


def _again(
    document: Document, before: quantity.Amount, told: ages.Measure, amount: quantity.Amount
) -> ages.Measure | None:
    """What the number before measures, of one that gives the same in other units: "770 km (478 miles)"."""
    between = document.text[before.span.end : amount.span.begin]
    if between.strip() == "to" and told.name.endswith(" by"):  # "up 6% to 7,265"
        return replace(told, name=told.name.removesuffix("by") + "to")
    if (
        before.unit == amount.unit and _FROM.fullmatch(between) and told.name
    ):  # "raised its bid to $82 a share from $70"
        moved = told.name.endswith(" to")
        return replace(told, name=told.name.removesuffix("to") + "from" if moved else f"earlier {told.name}")
    if not (told.name and before.unit and amount.unit and _AGAIN.fullmatch(between)):
        return None
    whole = "or" in between.split()  # "$70 a share, or $105 billion"
    return replace(told, name=told.name.partition(" per ")[0]) if whole else told


def _amounts(document: Document) -> Iterator[quantity.Amount]:
    for block in document.layer(Block):
        begin = block.span.begin
        for found in quantity.find(document.text[begin : block.span.end]):
            span = Span(begin + found.span.begin, begin + found.span.end)
            over = found.low == found.high and _OVER.search(document.text, max(begin, span.begin - 12), span.begin)
            yield quantity.Amount(span, found.low, math.inf if over else found.high, found.unit)


def _number_token(reading: Reading | None, span: Span) -> Token | None:
    """The token that stands for the quantity in the tree: the one whose head is outside its words."""
    words = reading.doc.touching(span.begin, span.end) if reading else ()
    if not words:
        return None
    from spacy.lang.en.lex_attrs import like_num

    inside = {t.i for t in words}
    numbers = [t for t in words if t.pos_ in ("NUM", *phrases.NOUNS) or like_num(t.text)]  # type: ignore[no-untyped-call]
    outward = [t for t in numbers if t.head.i not in inside or t.head.i == t.i]
    outward = outward or [t for t in words if t.pos_ != "ADP" and (t.head.i not in inside or t.head.i == t.i)]
    return (outward or words)[-1]


def _in_name(token: Token) -> bool:
    """True for a number that closes or continues a name ("Flight 200"); one that opens it counts ("60 Iranians")."""
    return bool(token.ent_type_) and token.ent_iob_ == "I"


def _counted(token: Token, span: Span) -> Token | None:
    """The noun that the number counts: "60 people", "dozens of people"; None where the number stands alone."""
    modifies = token.dep_.startswith("nummod") or (
        token.dep_ in ("amod", "compound") and token.head.pos_ in phrases.NOUNS
    )
    if modifies:
        head = token.head
        apart = token.doc.text[span.end : head.idx].isspace()  # not "nine-page reply"
        if apart and head.dep_ == "compound" and head.head.i == head.i + 1 and head.head.pos_ == "NOUN":
            head = head.head  # "32 death claims"
        return head if head.text[0].isalpha() and head.lower_ not in measures.ENDS else None
    if token.dep_ == "nmod" and token.head.lower_ in _BODIES and clauses.case(token) == "of":
        return token.head
    inside = [t for t in token.subtree if t.idx < span.end and t.idx + len(t) > span.begin]
    for child in (c for t in inside or [token] for c in t.rights if c.idx >= span.end):
        if child.dep_.startswith("nmod") and any(c.dep_ == "case" and c.lower_ == "of" for c in child.children):
            return child
    return None


def _next_noun(token: Token, span: Span) -> Token | None:
    """The noun right after the number where the tree does not join the two ("12 dead", "a dozen or so guards")."""
    after = [t for t in token.doc[token.i + 1 : token.i + 8] if t.idx >= span.end]
    part = bool(after) and after[0].lower_ == "of"  # "14 of its soldiers", "nine of the 13 seats"
    if part:
        after = [t for t in after[1:] if t.pos_ != "NUM"]
    for t in after[:_MOST_BETWEEN]:
        if t.lower_ in _STATES:
            return t
        if t.dep_.startswith("compound") and t.head.i < token.i:  # "10 U.S. guests", hung on what came before
            continue
        if t.pos_ in phrases.NOUNS:
            compound = t.head if t.dep_.startswith("compound") and t.head.i > t.i else t
            return compound if part or compound.dep_ not in ("obl", "nmod") else None
        if t.pos_ not in _BEFORE_NOUN:
            return None
    return None


def _phrase(noun: Token, number: Span) -> Span | None:
    """The words that are counted: from the number, or the noun's own modifiers, to the last noun joined to it."""
    last = noun
    while joined := [
        c for c in last.rights if c.dep_ == "conj" and c.pos_ in phrases.NOUNS and not _has_number(c, last)
    ]:
        last = joined[-1]
    kept = ("amod", "compound", "flat", "nmod:poss")
    first = min((c.left_edge.i for c in noun.lefts if c.dep_ in kept and c.idx >= number.end), default=noun.i)
    while noun.doc[first].idx < number.end <= noun.idx:  # a modifier may hold the number: "32 death claims"
        first += 1
    begin, end = noun.doc[first].idx, last.idx + len(last)
    return Span(begin, end) if begin >= number.end or end <= number.begin else None


def _has_number(token: Token, after: Token) -> bool:
    """True if a coordinated noun has a number of its own, in the tree or right before it."""
    return any(c.dep_.startswith("nummod") for c in token.children) or any(
        t.pos_ == "NUM" for t in token.doc[after.i + 1 : token.i]
    )


def _about(token: Token) -> str:
    """The lemma of the predicate that governs a nominal as subject or object, or as what a figure came to."""
    for _ in range(len(token.doc)):
        if token.dep_ != "conj" or token.head.i == token.i or token.head.pos_ == "VERB":
            break
        token = token.head
    preposition = next((c.lower_ for c in token.children if c.dep_ == "case"), "")
    if token.dep_ in _CORE:
        return str(_said(token).lemma_)
    if token.dep_.split(":")[0] in _OBLIQUE:
        if preposition in _REACHED and token.head.pos_ == "VERB":
            return str(token.head.lemma_)
        if preposition == "of" and token.head.pos_ in phrases.NOUNS:
            return str(token.head.lemma_)
    if token.dep_.lower() == "root":
        return next((str(c.lemma_) for c in token.children if c.dep_ in _CORE), "")
    return ""


def _said(nominal: Token) -> Token:
    """The predicate of a nominal: of the subject of "are expected to gather" the gathering."""
    subject = nominal.dep_ in ("nsubj", "nsubj:pass")
    return clauses.carried(nominal.head) if subject else nominal.head


def _role(token: Token, noun: Token | None, unit: str) -> str:
    """What happened to what is counted, by the first word that tells: the noun itself ("14 bodies"), what describes it
    ("displaced people"), its predicate, what the predicate has beside it ("the death toll rose to 62").

    Those who act get no role ("two gunmen killed 12"), and money none but that it is paid.
    """
    while token.dep_ == "conj" and token.head.i != token.i and token.head.pos_ != "VERB":
        token = token.head
    near = [] if noun is None else [noun, *(c for c in noun.children if c.dep_ in ("amod", "acl"))]
    roles = (_role_of(word) for word in chain(near, _told_by(token)))
    role = next((role for role in roles if role), "")
    return role if not unit or (role == "paid" and len(unit) == 3 and unit.isupper()) else ""


def _told_by(token: Token) -> Iterable[Token]:
    """The words that say what happened to a nominal: its predicate, and what that has beside it."""
    head, kind = _said(token), token.dep_.split(":")[0]
    if head.pos_ == "NUM" and kind == "nmod" and clauses.case(token) in _REACHED:
        head, kind = head.head, "obl"  # "rose from 31 to 51"
    if head.i == token.i:
        return [c for c in token.children if c.dep_ in _CORE]
    beside = [c for c in head.children if c.i != token.i and c.dep_ not in _CLAUSES]
    if kind in ("nsubj", "csubj") and head.pos_ == "VERB" and not _undergoes(token, head, beside):
        if _role_of(head) and not _lemmas(head) & _UNDERGONE:
            return []  # it acts
        left = [c for c in beside if c.lower_ in _STATES] if head.lemma_ == "leave" else []  # "left nine people dead"
        return [head, *left, *(c for c in beside if c.dep_ == "obj" and _lemmas(head) & _SUFFERS)]
    if kind in _OBLIQUE:
        preposition = next((c.lower_ for c in token.children if c.dep_ == "case" and c.lower_ not in _BOUNDS), "")
        if preposition and preposition not in _SHARED and not (preposition == "of" and head.pos_ in phrases.NOUNS):
            return []
        reached = (head, *beside) if preposition in _REACHED else ()
        return [head, *_parts(b for b in reached if b.pos_ in phrases.NOUNS)]
    if kind == "obj" and head.lemma_ in _COMES_TO:
        return _parts(phrases.children(head, "nsubj"))
    return chain((head,), (c for c in beside if c.dep_ not in _CORE))


def _undergoes(token: Token, head: Token, beside: Sequence[Token]) -> bool:
    passive = any(c.dep_ in ("aux:pass", "cop") for c in beside)
    return passive or (head == token.head and token.dep_.endswith(":pass"))


def _parts(nouns: Iterable[Token]) -> list[Token]:
    """Nouns with what says of what they are: "the *death toll*", "the *number* of *people killed*"."""
    inside = ("compound", "amod", "nmod", "acl")
    first = [part for noun in nouns for part in (noun, *phrases.children(noun, *inside))]
    return [*first, *(c for part in first for c in phrases.children(part, "acl") if c not in first)]


def _role_of(word: Token) -> str:
    if word.lower_ == "free" and word.pos_ == "ADJ":
        return ""  # "two free throws"
    return next((min(COUNTS[said]) for said in sorted(_lemmas(word)) if COUNTS.get(said)), "")


def _lemmas(word: Token) -> frozenset[str]:
    """The lemma, and what regular endings leave, which stand in where the lemma is wrong."""
    said = word.lower_
    stems = {said.removesuffix(end) for end in ("d", "ed", "ing")} if word.pos_ in ("VERB", "ADJ") else {singular(said)}
    return frozenset({word.lemma_.lower(), _IRREGULAR.get(said, said)} | stems)
