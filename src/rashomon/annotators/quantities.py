"""Quantities, with what they count and the predicate that says what happened to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rashomon import quantity
from rashomon.types import Block, Document, Quantity, Span, Time

if TYPE_CHECKING:
    from spacy.tokens import Token

    from rashomon.language import Reading

_CORE = frozenset({"nsubj", "nsubj:pass", "nsubjpass", "obj", "dobj", "iobj", "csubj"})
_OBLIQUE = frozenset({"obl", "nmod", "pobj"})
_REACHED = frozenset({"to", "at"})  # "the toll rose to 62", "put the toll at 62"
_NOUNS = frozenset({"NOUN", "PROPN"})


def run(document: Document, reading: Reading | None) -> Iterable[Quantity]:
    """Every quantity of every block that is not part of a time or of a name. Needs layers Block and Time.

    Numbers are found without the tree; `of`, `about` and names come from it, and stay empty without a reading.
    """
    times = sorted((t.span for t in document.layer(Time)), key=lambda s: s.begin)
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
            noun = _counted(token)
            words = _phrase(document, noun, amount.span) if noun is not None else None
            about = _about(noun if noun is not None and noun.i == token.head.i else token)
            yield Quantity(amount.span, amount.low, amount.high, amount.unit, words, about)


def _amounts(document: Document) -> Iterator[quantity.Amount]:
    for block in document.layer(Block):
        begin = block.span.begin
        for found in quantity.find(document.text[begin : block.span.end]):
            span = Span(begin + found.span.begin, begin + found.span.end)
            yield quantity.Amount(span, found.low, found.high, found.unit)


def _number_token(reading: Reading | None, span: Span) -> Token | None:
    """The token that stands for the quantity in the tree: the one whose head is outside its words."""
    words = reading.doc.char_span(span.begin, span.end, alignment_mode="expand") if reading else None
    if words is None or not len(words):
        return None
    inside = {t.i for t in words}
    numbers = [t for t in words if t.pos_ == "NUM" or t.like_num or t.pos_ in _NOUNS]
    outward = [t for t in numbers or words if t.head.i not in inside or t.head.i == t.i]
    token: Token = (outward or list(words))[-1]
    return token


def _in_name(token: Token) -> bool:
    """True for a number that closes or continues a name ("Flight 200"); one that opens it counts ("60 Iranians")."""
    return bool(token.ent_type_) and token.ent_iob_ == "I"


def _counted(token: Token) -> Token | None:
    """The noun that the number counts: "60 people", "dozens of people"; None where the number stands alone."""
    if token.dep_.startswith("nummod") or (token.dep_ in ("amod", "compound") and token.head.pos_ in _NOUNS):
        return token.head
    for child in token.rights:
        if child.dep_.startswith("nmod") and any(c.dep_ == "case" and c.lower_ == "of" for c in child.children):
            return child
        if child.dep_ == "prep" and child.lower_ == "of":
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def _phrase(document: Document, noun: Token, number: Span) -> Span | None:
    """The words that are counted: from the number, or the noun's own modifiers, to the last noun joined to it."""
    last = noun
    while joined := [c for c in last.rights if c.dep_ == "conj" and c.pos_ in _NOUNS and not _has_number(c)]:
        last = joined[-1]
    kept = ("amod", "compound", "flat", "nmod:poss")
    first = min((c.left_edge.i for c in noun.lefts if c.dep_ in kept and c.idx >= number.end), default=noun.i)
    begin, end = noun.doc[first].idx, last.idx + len(last)
    return Span(begin, end) if begin >= number.end or end <= number.begin else None


def _has_number(token: Token) -> bool:
    return any(c.dep_.startswith("nummod") for c in token.children)


def _about(token: Token) -> str:
    """The lemma of the predicate that governs a nominal as subject or object, or as what a figure came to."""
    for _ in range(len(token.doc)):
        if token.dep_ != "conj" or token.head.i == token.i or token.head.pos_ == "VERB":
            break
        token = token.head
    preposition = next((c.lower_ for c in token.children if c.dep_ == "case"), "")
    if token.dep_ in _CORE:
        return str(token.head.lemma_)
    if token.dep_.split(":")[0] in _OBLIQUE:
        if preposition in _REACHED and token.head.pos_ == "VERB":
            return str(token.head.lemma_)
        if preposition == "of" and token.head.pos_ in _NOUNS:
            return str(token.head.lemma_)
    if token.dep_.lower() == "root":
        return next((str(c.lemma_) for c in token.children if c.dep_ in _CORE), "")
    return ""
