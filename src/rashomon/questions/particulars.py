"""What accounts say of a person beside what he did: his age, how many children he has, where he is from.

These are of the person, whatever happening they are told with; so accounts can be compared on them that share none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.questions.participants import arguments, is_person
from rashomon.questions.told import Told
from rashomon.questions.wording import AGED, CHILDREN
from rashomon.types import Document, EventMention, Name, Quantity, Reference, Span, Value
from rashomon.values import place

# Between a person's name and the place: "Ana Oro, 44, of Vell", "Ana Oro, who lived in Vell".
FROM = re.compile(
    r"(?:,?\s+(?:aged\s+)?\d{1,3},?|,\s+an?\s+\d{1,3}-year-old,?|,)?\s+"
    r"(?:of|from|(?:who\s+)?(?:lived|lives|living)\s+in|a\s+(?:resident|native)\s+of)\s+(?:the\s+)?"
)
WITHIN = re.compile(r",\s+|[’']s\s+")  # between a town and what it lies in, or the other way round


def numbers(document: Document, mention: EventMention) -> Iterator[Told]:
    """The ages of named people that a mention gives, and how many children they have. Needs the layers Name, Quantity
    and Reference."""
    for a in arguments(mention, "number"):
        for q in document.layer(Quantity).touching(a.span):
            if q.measure not in (AGED, CHILDREN) or q.span != a.span or q.owner is None:
                continue
            named = (b.name for b in arguments(mention, "agent") if q.measure == CHILDREN and b.name)
            if who := _person(document, q.owner) or next((n for n in named if is_person(document, n)), ""):
                yield Told(q.measure, who, q.span, "", value=Value("number", q.low, q.high, q.unit))


def _person(document: Document, owner: Span) -> str:
    """The name of the person that a word is of, or stands for; "" for nobody known."""
    names = [n.entity for n in document.layer(Name).touching(owner) if n.kind == "person"]
    meant = (r.entity for r in document.layer(Reference).touching(owner) if r.span.covers(owner))
    return next((e for e in (*names, *meant) if is_person(document, e)), "")


def homes(document: Document) -> Iterator[tuple[Span, str, Value]]:
    """(words, name of the person, place) of each place that a person is told to be from."""
    names = document.layer(Name)
    for n in names:
        between = FROM.match(document.text, n.span.end) if n.kind == "person" else None
        at = _place_at(document, between.end()) if between else None
        if at is None:
            continue
        wider = WITHIN.match(document.text, at.end)
        inside = _place_at(document, wider.end()) if wider else None
        words = Span(at.begin, inside.end) if inside else at
        if where := place.parse(document.quote(words)):
            yield words, n.entity, where


def _place_at(document: Document, at: int) -> Span | None:
    here = document.layer(Name).touching(Span(at, at + 1))
    return next((n.span for n in here if n.kind == "place" and n.span.begin == at), None)
