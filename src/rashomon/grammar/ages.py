"""Ages and children of people, by the tree: "Ana Oro, 44,", "the 3-year-old boy", "a mother of three"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.aliases import JUNIOR
from rashomon.common_nouns import singular
from rashomon.grammar import clauses, phrases
from rashomon.tolls import is_people
from rashomon.types import Span

if TYPE_CHECKING:
    from rashomon.tokens import Doc, Token

AGED = re.compile(r"[\s-]*years?[\s-]*old\b", re.IGNORECASE)
AGE_NEXT = re.compile(r"\s*(?:[,.;)]|\bof\s+[A-Z]|\bfrom\s+[A-Z]|$)")
# "Dies in prison at 77": an age, where nothing is counted or located after it.
DIED = re.compile(r"\b(?:dies|died|dead)\b[^.;:]{0,40}?\bat\s+(?:(?:the\s+)?age\s+(?:of\s+)?)?$", re.IGNORECASE)
AT_DEATH = re.compile(r"\s*(?:[.,;)]|$|\n|(?:after|and|but|following|from|in|of|on|when)\b)")
WAS = re.compile(r"\b(?:is|was|turned|’s|'s)\s(?:now\s|just\s|only\s)?$", re.IGNORECASE)
AT_TIME = re.compile(
    r"\s*(?:[.;”\"]|$|\n|,\s(?:and|but|when)\b|\s(?:when|at the time|and (?:he|she|had|has|lived|was))\b)"
)
# The ages of two or three people, between the commas of an apposition.
AGES = re.compile(r"(?<=[a-z])(, )\d{1,2}(?:, \d{1,2})?,? and \d{1,2},(?!\d)")
NEXT = 16  # code points after an age in which another stands
BEFORE = 64  # code points before a number in which somebody dies
OLDEST = 119
PARENTS = frozenset("mother father parent mom mum dad grandmother grandfather grandparent widow widower".split())
CHILDREN = "children"


@dataclass(frozen=True, slots=True)
class Measure:
    """The key of what is measured, and the word for what has it."""

    name: str
    owner: Token | None = None


def age(doc: Doc, at: Span, low: float, high: float, kind: Mapping[int, str]) -> Measure | None:
    """ "Ana Oro, 44,", "44-year-old Ana Oro", "the child, aged 4": an age and who has it; None for other numbers."""
    text = doc.text
    words = text[at.begin : at.end]
    if low != high or not 0 < low <= OLDEST:
        return None
    inside = phrases.inside(doc, at)
    head = phrases.head_of(inside)
    if head is None:
        return None
    old = AGED.match(text, at.end) or AGED.search(words)
    if old:
        return _old(doc, max(at.end, old.end() if not AGED.search(words) else at.end), head, kind)
    if DIED.search(text, max(0, at.begin - BEFORE), at.begin) and AT_DEATH.match(text, at.end):
        return Measure("age", _dead(head))
    being = WAS.search(text, max(0, at.begin - NEXT), at.begin)
    aside = being and text.endswith("who ", 0, being.start()) and text[at.end : at.end + 1] == ","
    if aside or (being and AT_TIME.match(text, at.end)):
        return _being(head, kind)
    before = inside[0].i - 1
    aged = before >= 0 and doc[before].lower_ in ("aged", "age", "ages")
    gap = before if aged else before + 1
    if gap and doc[gap - 1].text in (",", "(") and re.fullmatch(r"\d{1,3}", words):
        owner = _surname(doc[gap - 2]) if gap > 1 else None
        if owner is not None and kind.get(owner.i) == "person" and AGE_NEXT.match(text, at.end):
            return Measure("age", owner)
    if several := _several(doc, inside[0].i, at):
        return several
    if aged and doc[before].lower_ == "ages":
        return Measure("age")  # "ages 10, 9 and 4": of several
    if aged and head.head.i != head.i and head.head.pos_ in ("NOUN", "PROPN"):
        return Measure("age", head.head)
    return None


def _being(head: Token, kind: Mapping[int, str]) -> Measure | None:
    """Who "was 75": a person by name, or "he" or "she"."""
    who = next(iter(phrases.children(head, "nsubj")), None) if phrases.children(head, "cop") else None
    if who is not None and who.lower_ == "who":
        who = head.head  # "Ana Oro, who is 9, was found"
    if who is None or not (who.lower_ in ("he", "she") or kind.get(who.i) == "person"):
        return None
    return Measure("age", max((who, *phrases.children(who, "flat")), key=lambda t: t.i))


def _several(doc: Doc, first: int, at: Span) -> Measure | None:
    """An age of two or three people under one noun: "his two brothers, 17 and 22, were held"."""
    listed = (m for m in AGES.finditer(doc.text, max(0, at.begin - BEFORE), at.end + NEXT) if m.start() < at.begin)
    row = next((m for m in listed if at.begin < m.end()), None)
    if row is None:
        return None
    noun = next((t for t in reversed(doc[:first]) if t.idx < row.start(1)), None)
    return Measure("age", noun) if noun is not None and is_people(singular(noun.lower_)) else None


def _surname(token: Token) -> Token:
    """The last word of a name before "Jr.", which stands for itself otherwise."""
    while token.lower_.strip(".,") in JUNIOR | {""} and token.i:
        token = token.nbor(-1)
    return token


def _old(doc: Doc, end: int, head: Token, kind: Mapping[int, str]) -> Measure:
    """The owner of "44-year-old": the name or noun after it, whom "Ana Oro, a 44-year-old *doctor*," names, else the
    subject of "is 44 years old"."""
    following = [t for t in doc[head.i + 1 : head.i + 9] if t.idx >= end and not t.is_punct]
    for t in following[:1]:
        if t.pos_ in ("NOUN", "PROPN", "ADJ"):
            top = t
            while top.head.i > top.i and top.stem in ("compound", "amod", "flat", "nmod"):
                top = top.head
            named = next((c for c in phrases.children(top, "appos", "flat") if c.pos_ == "PROPN"), None)
            return Measure("age", named or _named(top, kind) or top)
    up: Token | None = head
    for _ in range(4):
        subject = next(iter(phrases.children(up, "nsubj")), None) if up is not None else None
        if up is not None and phrases.children(up, "det") and not phrases.children(up, "cop"):
            break  # "police held the 12-year-old"
        if subject is not None:
            return Measure("age", subject)
        up = up.head if up is not None and up.head.i != up.i else None
    return Measure("age")


def _named(noun: Token, kind: Mapping[int, str]) -> Token | None:
    """The person whom an apposition with this head is told of: "*Oro*, a doctor"."""
    return noun.head if noun.stem == "appos" and kind.get(noun.head.i) == "person" else None


def _dead(head: Token) -> Token | None:
    """Who died at the age with this head, by the last word of the name where there is one."""
    died = next((t for t in head.ancestors if t.lemma_.lower() in ("die", "dead")), None)
    who = clauses.subject(died) if died is not None else None
    if who is None:
        return None
    named = next((c for c in phrases.children(who, "appos") if c.pos_ == "PROPN"), who)
    return max((named, *phrases.children(named, "flat")), key=lambda t: t.i)


def children(at: Span, doc: Doc, kind: Mapping[int, str]) -> Measure | None:
    """ "A mother of 12", "the father of three girls": how many children the person right before a number has."""
    first = phrases.inside(doc, at)[0].i
    parent = doc[first - 2] if first > 1 and doc[first - 1].lower_ == "of" else None
    if parent is None or parent.lemma_.lower() not in PARENTS:
        return None
    return Measure(CHILDREN, _named(parent, kind) or parent)
