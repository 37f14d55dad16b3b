"""The times of a mention, as values with what keeps them from being its own day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.claims.near import touching
from rashomon.lexicon import BOUNDS
from rashomon.types import Agreement, Attribution, Document, EventMention, Span, Time, Value
from rashomon.values import date

AT = re.compile(
    r"(?!\s*\n\s*\n)\s+(?:(?:occurred|happened|took place|came|struck)\s+)?"
    r"(?:(?:at|on|in|about|around|shortly|early|late|last)\s+){0,3}"
)
OWN = re.compile(r"['’]s\s(?:\w+\s){0,3}")
NEAR = 24  # code points before a clock time in which words that bend it stand
BESIDE = 16  # code points between a clock time and the day that it is of: "10:15 a.m. local time on"
ARTICLE, NOUN = re.compile(r"\bthe\s+$", re.IGNORECASE), re.compile(r",?\s+[a-z]{3,}")
TELLING = frozenset({"announce", "confirm", "disclose", "reveal"})
ANNOUNCED = "announced"  # the scope of a time by which it was known
NEXT = 64  # code points after a trigger in which a time next to it begins


def times(document: Document, mention: EventMention) -> Iterator[tuple[Span, Value, str]]:
    """The words, the value and the scope of each time of a mention."""
    told = [_moment(document, t, value) for t in _times(document, mention) if (value := _value(t))]
    placed = date.with_day(told, BESIDE)
    for span, value in placed:
        several = "one of several" if any(date.compare(value, v) is Agreement.CONFLICTS for _, v in placed) else ""
        own = OWN.fullmatch(document.text, span.end, mention.span.begin)  # "the toll from Monday's quake": of its day
        yield span, value, "" if own else bound(document, span) or several
    if not placed and mention.happened > 0 and (telling := _announced_by(document, mention)):
        yield from ((span, value, ANNOUNCED) for span, value, scope in times(document, telling) if not scope)


def _announced_by(document: Document, mention: EventMention) -> EventMention | None:
    """The mention that makes this one known: "announced the firing on Monday" has it by Monday."""
    if mention.tense or not mention.sentence:
        return None
    for other in document.layer(EventMention).touching(mention.sentence):
        told = (a.head for a in other.arguments if a.role == "patient")
        if other.predicate in TELLING and other.tense == "past" and any(h.touches(mention.span) for h in told):
            return other
    return None


def _value(time: Time) -> Value | None:
    """Its value: without a place on the calendar its form alone ("last week" of no dated account), None for "now"."""
    value = date.of_time(time)
    return value or (Value("date", form=time.value) if time.value.startswith(("XXXX", "DCT")) else None)


def _times(document: Document, mention: EventMention) -> Iterator[Time]:
    """Its arguments that are times; where it has none and is alone in its sentence, those of the sentence that nothing
    else has."""
    spans, taken = [a.span for a in mention.arguments if a.role == "time"], []
    if not spans and mention.sentence:
        near = document.layer(EventMention).touching(mention.sentence)
        others = [m for m in near if m is not mention and mention.sentence.covers(m.span)]
        spans = [mention.sentence] if all(m.predicate.lower().split()[0] == "be" for m in others) else []
        taken = [a.span for m in others for a in m.arguments if a.role == "time"]
        taken += [a.time for a in document.layer(Attribution).touching(mention.sentence) if a.time]
    after = Span(mention.span.begin, mention.span.end + NEXT)
    for t in touching(document.layer(Time), (after, *spans)):
        next_to = AT.fullmatch(document.text[mention.span.end : t.span.begin])  # whatever tree the sentence was given
        own = any(s.touches(t.span) for s in spans) and not any(s.touches(t.span) for s in taken)
        if t.type in ("DATE", "TIME") and (next_to or own) and not _of_a_noun(document, t, mention):
            yield t


def _of_a_noun(document: Document, time: Time, mention: EventMention) -> bool:
    """True for a time inside a noun phrase that is no word of the mention: sentenced "for the 5 May 2031, robbery"."""
    text, words = document.text, document.quote(time.span)
    led = words.lower().startswith("the ") or ARTICLE.search(text[max(0, time.span.begin - 8) : time.span.begin])
    inside = led and any(c.isdigit() for c in words) and NOUN.match(text, time.span.end)
    return bool(inside) and not 0 <= mention.span.begin - time.span.end <= BESIDE


def _moment(document: Document, time: Time, value: Value) -> tuple[Span, Value]:
    """A time and its words; a clock time is moved as the words before it bend it ("about 5:40 am")."""
    if time.type != "TIME":
        return time.span, value
    loose, taken = date.loosened(value, document.text[max(0, time.span.begin - NEAR) : time.span.begin])
    return Span(time.span.begin - taken, time.span.end), loose


def bound(document: Document, span: Span) -> str:
    """The preposition that makes a time the edge of a stretch ("since"), else ""."""
    before = re.search(r"(\w+)\s+$", document.text[max(0, span.begin - 12) : span.begin])
    first = document.quote(span).split()[0].lower()
    word = before[1].lower() if before else ""
    return first if first in BOUNDS else word if word in BOUNDS else ""
