"""What a number with a unit measures, by the tree: the price offered, the height reached, the age of a person.

A measure is a short key that is equal for numbers that can be compared: "deal per share", "fall to", "age",
"distance from erimo". What is measured is told apart from what happened to it, which is `Quantity.role`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.aliases import JUNIOR
from rashomon.grammar import clauses, phrases
from rashomon.lexicon import MOVES, PRICES, singular
from rashomon.quantity.words import MEASURES as UNITS
from rashomon.types import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

DIMENSIONS = {
    "weight": "tonne kilogram pound_weight gram ounce",
    "length": "kilometre mile metre foot inch yard light_year nautical_mile",
    "area": "hectare acre square_kilometre square_mile square_metre",
    "volume": "litre barrel gallon",
    "power": "megawatt gigawatt",
    "data": "gigabyte megabyte terabyte",
    "temperature": "degree",
}
DIMENSION = {unit.replace("_", " "): name for name, units in DIMENSIONS.items() for unit in units.split()}
# Nouns and adjectives for one measure of a thing.
MEASURE = {
    "altitude": "height", "elevation": "height", "height": "height", "tall": "height", "high": "height",
    "deep": "depth", "depth": "depth", "wide": "width", "width": "width", "long": "length", "length": "length",
    "weigh": "weight", "weight": "weight", "range": "range", "distance": "distance", "radius": "radius",
    "temperature": "temperature", "speed": "speed", "cost": "price", "worth": "price", "price": "price",
    "value": "price",
}  # fmt: skip
EQUALS = frozenset("be represent total amount equal weigh cost measure stand value reach average".split())
STEADY = frozenset("capped fixed flat stable steady unchanged".split())
UNTOLD = frozenset(
    "hear see know think say include comprise contain consist have mean".split()
)  # they do not tell what
TO = {"to": "to", "from": "from", "below": "to", "above": "to", "under": "to", "less": "to", "at": "to"}
EARLIER = frozenset("first initial original previous earlier last old former prior".split())
PER = re.compile(
    r"[\s-]*(?:per|an?|each)[\s-]+(?:[A-Z][\w.]*\s+)?(share|year|month|week|day|barrel|ounce|person|head|hour|night)\b"
)
ANNUAL = frozenset({"annual", "yearly"})
AWAY = re.compile(
    r"\s*(?:\([^)]{1,24}\)\s*)?(?:(?:to\s+the\s+)?(?:due\s+)?(?:(?:north|south|east|west)[\w-]*|away|off|out|outside|inland|behind|beyond)\b[\s,]*)+"
    r"(?:off|of|from|to)?|\s*(?:\([^)]{1,24}\)\s*)?from\b",
    re.IGNORECASE,
)
STOP = re.compile(r"[–—.;:!?)]|\s-\s")
ABOVE = re.compile(r"\s*above\b")
LATITUDE = re.compile(r"\s*(?:north|south|east|west|latitude|longitude)", re.IGNORECASE)
IN_KIND = re.compile(r"\s+in\s+(?:cash|stock)\b")
BEFORE = re.compile(r"(?:\b(\w+)\s+)?(\w+),?\s+(?:of|to|at|for|from|worth)\s+$")
LIGHT_YEAR = re.compile(r"[\s-]*(?:light|square|nautical|cubic)[\s-]\w+", re.IGNORECASE)
PRICED = re.compile(r"[\s-]+(\w+)\b")
RATED = frozenset("share year month week day barrel ounce person head hour night".split())
# "down 29 percent", "as low as $5,900"
MOVED = re.compile(
    r"\b(?:(down|up)\s+(?:by\s+)?|(?:as|record|\w+-\w+)\s+(low|high)(?:\s+(?:as|of|at))?\s+)$", re.IGNORECASE
)
MAGNITUDE = re.compile(r"magnitude(?:\s+of)?[\s-]+(?:an?\s+|about\s+)?$", re.IGNORECASE)
AFTER_MAGNITUDE = re.compile(r"[\s-]*magnitude\b", re.IGNORECASE)
AGED = re.compile(r"[\s-]*years?[\s-]*old\b", re.IGNORECASE)
AGE_NEXT = re.compile(r"\s*(?:[,.;)]|\bof\s+[A-Z]|\bfrom\s+[A-Z]|$)")
OLDEST = 119
REACH = 60  # code points after a distance in which the name of what it is counted from begins


@dataclass(frozen=True, slots=True)
class Measure:
    """The key of what is measured, and the word for what has it."""

    name: str
    owner: Token | None = None


def age(doc: Doc, at: Span, low: float, high: float, kind: Mapping[int, str]) -> Measure | None:
    """ "Ana Oro, 44,", "44-year-old Ana Oro", "the child, aged 4": an age and who has it; None for other numbers."""
    text = phrases.text(doc)
    words = text[at.begin : at.end]
    if low != high or not 0 < low <= OLDEST:
        return None
    inside = phrases.inside(doc, at)
    head = phrases.head_of(inside)
    if head is None:
        return None
    old = AGED.match(text, at.end) or AGED.search(words)
    if old:
        return _old(doc, max(at.end, old.end() if not AGED.search(words) else at.end), head)
    before = inside[0].i - 1
    aged = before >= 0 and doc[before].lower_ in ("aged", "age", "ages")
    gap = before if aged else before + 1
    if gap and doc[gap - 1].text in (",", "(") and re.fullmatch(r"\d{1,3}", words):
        owner = _surname(doc[gap - 2]) if gap > 1 else None
        if owner is not None and kind.get(owner.i) == "person" and AGE_NEXT.match(text, at.end):
            return Measure("age", owner)
    if aged and doc[before].lower_ == "ages":
        return Measure("age")  # "ages 10, 9 and 4": of several
    if aged and head.head.i != head.i and head.head.pos_ in ("NOUN", "PROPN"):
        return Measure("age", head.head)
    return None


def _surname(token: Token) -> Token:
    """The last word of a name before "Jr.", which stands for itself otherwise."""
    while token.lower_.strip(".,") in JUNIOR | {""} and token.i:
        token = token.nbor(-1)
    return token


def _old(doc: Doc, end: int, head: Token) -> Measure:
    """The owner of "44-year-old": the name or noun after it, else the subject of "is 44 years old"."""
    following = [t for t in doc[head.i + 1 : head.i + 9] if t.idx >= end and not t.is_punct]
    for t in following[:1]:
        if t.pos_ in ("NOUN", "PROPN", "ADJ"):
            top = t
            while top.head.i > top.i and phrases.base(top.dep_) in ("compound", "amod", "flat", "nmod"):
                top = top.head
            named = next((c for c in phrases.children(top, "appos", "flat") if c.pos_ == "PROPN"), None)
            return Measure("age", named or top)
    up: Token | None = head
    for _ in range(4):
        subject = next(iter(phrases.children(up, "nsubj")), None) if up is not None else None
        if subject is not None:
            return Measure("age", subject)
        up = up.head if up is not None and up.head.i != up.i else None
    return Measure("age")


def measure(token: Token, unit: str, at: Span) -> Measure:
    """What a number with a unit measures; "" where the tree does not say."""
    doc, text = token.doc, phrases.text(token.doc)
    if MAGNITUDE.search(text[max(0, at.begin - 24) : at.begin]) or AFTER_MAGNITUDE.match(text, at.end):
        return Measure("magnitude")
    if not unit:
        return Measure("")
    node, end = _whole(token, unit, at)
    if unit == "degree" and LATITUDE.match(text, end):
        return Measure("")
    if DIMENSION.get(unit) == "length" and (place := _from(doc, end)):
        return Measure(f"distance from {place}")
    if DIMENSION.get(unit) == "length" and ABOVE.match(text, end):
        return Measure("height")
    moved = MOVED.search(text[max(0, at.begin - 40) : at.begin])
    if moved and unit not in DIMENSION:
        return Measure(f"{MOVES[(moved[1] or moved[2]).lower()]} {'to' if moved[2] else 'by'}")
    money = len(unit) == 3 and unit.isupper()
    in_kind = IN_KIND.match(text, end)
    found = Measure("cash") if in_kind else _of_noun(node, unit) or _of_verb(node, unit)
    priced = PRICED.match(text, end) if money and not in_kind else None
    if priced and priced[1].lower() in PRICES and not found.name.endswith(PRICES[priced[1].lower()]):
        found = Measure(PRICES[priced[1].lower()])  # "made its $38 billion bid", whatever the tree
    before = BEFORE.search(text[max(0, at.begin - 40) : at.begin])
    if not found.name and before and before[2].lower() in PRICES:
        earlier = "earlier " if (before[1] or "").lower() in EARLIER else ""
        found = Measure(earlier + PRICES[before[2].lower()])
    rate = PER.match(text, end)
    return Measure(f"{found.name} per {rate[1]}", found.owner) if found.name and rate else found


def _whole(token: Token, unit: str, at: Span) -> tuple[Token, int]:
    """The word that stands for number and unit in the tree ("km" of "770 km"), and where the two end."""
    node, end = token, at.end
    after = [t for t in token.doc[token.i + 1 : token.i + 4] if t.idx >= at.end and not t.is_punct]
    last = re.split(r"[\s\d-]", phrases.text(token.doc)[at.begin : at.end])[-1].lower()
    written = singular(last) in UNITS or last in UNITS or (len(unit) == 3 and unit.isupper())
    if after and not written and unit != "percent":
        node = after[0] if after[0].head.i != token.i or token.head.i == after[0].i else token
        compound = LIGHT_YEAR.match(phrases.text(token.doc), at.end)
        end = compound.end() if compound else after[0].idx + len(after[0])
    if node.head.i != node.i and (node.head.lower_ in RATED or at.begin <= node.head.idx < end):
        node = node.head  # "$70 a share" under the share
    return node, end


def _from(doc: Doc, end: int) -> str:
    """The last word of the name that a distance is counted from, "here" without one; "" if it is no such distance."""
    text = phrases.text(doc)
    away = AWAY.match(text, end)
    if not away:
        return ""
    stop = STOP.search(text, away.end(), away.end() + REACH)
    near = phrases.inside(doc, Span(end, stop.start() if stop else min(len(text), away.end() + REACH)))
    names = [t for t in near if t.idx >= away.end() and t.ent_type_ and t.pos_ == "PROPN" and t.sent == near[0].sent]
    if not names:
        return "here"
    last = names[0]
    while last.i + 1 < len(doc) and doc[last.i + 1].ent_iob_ == "I" and doc[last.i + 1].ent_type_:
        last = doc[last.i + 1]
    return str(last.lower_)


def _of_noun(node: Token, unit: str) -> Measure | None:
    """ "a $121 billion bid", "losses of $3 million", "an altitude of 770 km", "an 8-tonne truck"."""
    head, kind, case = node.head, phrases.base(node.dep_), clauses.case(node)
    if head.i == node.i:
        return None
    if head.pos_ not in ("NOUN", "PROPN"):
        return None
    attributive = kind in ("compound", "nummod", "amod") and head.i > node.i
    if not attributive and not (
        kind == "nmod" and case in ("of", "for", "at", "to", "from", "below", "above", "worth")
    ):
        return None
    lemma = singular(head.lower_)
    if unit in DIMENSION:
        if attributive:
            return Measure(DIMENSION[unit], head)
        return Measure(MEASURE.get(lemma, f"{lemma} {DIMENSION[unit]}"), head) if case == "of" else None
    passed = lemma in RATED or (lemma not in PRICES and case in ("at", "to"))
    if passed and head.dep_ == "obj" and head.head.pos_ == "VERB":
        return Measure(PRICES.get(head.head.lemma_.lower(), ""), head)  # "valued the maker at $121 billion"
    name = PRICES.get(lemma, MOVES.get(lemma, lemma))
    if name in MOVES.values():
        return Measure(f"{name} {'to' if lemma in ('low', 'high', 'peak') else 'by'}")
    return Measure(_qualified(head, name), head)


def _qualified(noun: Token, name: str) -> str:
    """A first offer is not the last one, nor a yearly loss a loss."""
    words = {c.lower_ for c in noun.children if c.i < noun.i}
    earlier = "earlier " if words & EARLIER else ""
    return f"{earlier}{name}{' per year' if words & ANNUAL else ''}"


def _of_verb(node: Token, unit: str) -> Measure:
    """ "fell 14 % to $5,920", "raised its bid to $82", "weighs 9 tonnes", "fined £5,000", "flew 2,700 km"."""
    head, kind, case = node.head, phrases.base(node.dep_), clauses.case(node)
    if phrases.children(node, "cop"):  # "the fine was $20"
        return _subject(node, unit)
    lemma = head.lemma_.lower()
    if lemma in UNTOLD or head.i == node.i or kind not in ("obl", "obj", "nsubj", "advmod", "xcomp", "nmod"):
        return Measure("")
    if head.lower_ in STEADY and case == "at":  # "the price was unchanged at $60"
        return _subject(head, unit)
    if head.pos_ == "ADJ":
        name = MEASURE.get(head.lower_, MOVES.get(head.lower_, ""))
        return Measure(name)
    move = MOVES.get(lemma) or MOVES.get(head.lower_)
    if head.pos_ != "VERB" and not move:
        return Measure("")
    if lemma in EQUALS and kind in ("obj", "obl") and case in ("", "to", "at", "around"):
        if kept := {"weigh": "weight", "cost": "price"}.get(lemma):
            return Measure(kept, next(iter(phrases.children(head, "nsubj")), None))
        told = _subject(head, unit)
        return told if told.name or lemma != "value" else Measure(PRICES[lemma])  # "a firm valued at $3 billion"
    things = [c for c in phrases.children(head, "obj") if c.i != node.i and singular(c.lower_) in PRICES]
    if case in ("to", "from", "at", "by") and things:  # "raised its bid to $82 from $70"
        price = PRICES[singular(things[0].lower_)]
        return Measure(_qualified(things[0], f"earlier {price}" if case == "from" else price), things[0])
    if move:
        return Measure(f"{move} {TO.get(case, 'by')}")
    if unit in DIMENSION:
        return Measure(f"{DIMENSION[unit]} {lemma}") if kind in ("obj", "obl", "advmod") and not case else Measure("")
    name = str(PRICES.get(lemma, lemma))
    return Measure(f"{name} {case}".strip() if case in ("at", "by", "to") else name)


def _subject(predicate: Token, unit: str) -> Measure:
    """The measure that the subject names: "the altitude was 5 km", "the new bid represents $82"."""
    subject = next(iter(phrases.children(predicate, "nsubj")), None)
    if subject is None or subject.pos_ not in ("NOUN", "PROPN"):
        return Measure("")
    lemma = singular(subject.lower_)
    own = f"{lemma} {DIMENSION[unit]}" if unit in DIMENSION else lemma if unit == "percent" else ""
    name = MEASURE.get(lemma) or PRICES.get(lemma) or own
    return Measure(_qualified(subject, name), subject) if name else Measure("")
