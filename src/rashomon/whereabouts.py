"""Where a number is counted: the places that its sentence gives to what it tells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.types import Agreement, Claim, Document, EventMention, Name, Span, Value
from rashomon.values import place
from rashomon.voices import Voices

NEAR = 300  # code points before a sentence in which the place that its "there" stands for is named
BEFORE = 24  # code points before a name in which the word that places something there stands
# "Twelve died there"; not "there were".
THERE = re.compile(
    r"\bthere\b(?!['’]|\s+(?:is|are|was|were|has|have|had|will|would|may|might|can|could|appear|seem|be)\b)"
)
AND = re.compile(r",?\s+(?:and\s+)?(?:in\s+|at\s+)?(?:the\s+)?")  # between two places of one list
# Before a name: "the embassy in Oro", not "the Oro embassy".
STANDS = re.compile(
    r"(?:\b(?:(?:in|across|from|of|throughout)(?:\s+the)?|near|outside|inside|around|over|and)|,)\s+(?:[a-z]+ern\s+)?$"
)


def told_at(claim: Claim, voices: Voices) -> tuple[Value, ...]:
    """The places named in what takes part in the claim's mention, and those that a list adds to them; where there are
    none, those of its sentence; where it says "there" alone, the last place before it."""
    mention, document = voices.mention(claim), voices.documents[claim.document]
    return voices.once(("told at", claim.mention), lambda: _told_at(document, mention)) if mention else ()


def _told_at(document: Document, mention: EventMention) -> tuple[Value, ...]:
    sentence = mention.sentence or mention.span
    named = _places(document, sentence)
    held: list[Name] = []
    for n in named:
        listed = bool(held) and AND.fullmatch(document.text, held[-1].span.end, n.span.begin)
        if listed or any(a.span.covers(n.span) for a in mention.arguments):
            held.append(n)
    if not named and THERE.search(document.quote(sentence)):
        held = _places(document, Span(max(0, sentence.begin - NEAR), sentence.begin))[-1:]
    held = held or named
    standing = [n for n in held if STANDS.search(document.text, max(0, n.span.begin - BEFORE), n.span.begin)]
    return tuple(v for n in standing or held if (v := place.parse(document.quote(n.span))))


def more(here: Sequence[Value], there: Sequence[Value]) -> bool:
    """True if one of the places *here* is none of those *there*, nor in one, nor around one."""
    return any(apart([p], there) for p in here)


def apart(here: Sequence[Value], there: Sequence[Value]) -> bool:
    """True if no place *here* fits one of those *there*."""
    return all(place.compare(p, q) is Agreement.CONFLICTS for p in here for q in there)


def _places(document: Document, within: Span) -> list[Name]:
    return [n for n in document.layer(Name).touching(within) if n.kind == "place"]
