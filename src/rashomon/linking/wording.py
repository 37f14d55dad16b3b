"""The words of a sentence that mentions are compared by: their stems, those around a trigger, its instance number."""

from __future__ import annotations

import re

from rashomon.linking.sketch import stem
from rashomon.numerals import ORDINALS
from rashomon.types import Document, EventMention, Span

WINDOW, REACH = 5, 40  # words on either side of a trigger, and the code points in which they are looked for
_PLACES = {number: word for word, number in ORDINALS.items()}
_ORDINAL = rf"({'|'.join(ORDINALS)}|\d+(?:st|nd|rd|th))"
_BEFORE = re.compile(rf"\b{_ORDINAL}\s+(?:\w+\s+)?$", re.IGNORECASE)
_AFTER = re.compile(rf"\b(?:is|was|will be|be)\s+(?:the|their|his|her|its)\s+{_ORDINAL}\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")


def stems(text: str) -> frozenset[str]:
    """Those of all words of a text."""
    return frozenset(key for w in _WORD.findall(text) if (key := stem(w.lower())))


def around(document: Document, trigger: Span, sentence: Span) -> frozenset[str]:
    """The stems of the words next to a trigger, inside its sentence."""
    before = _WORD.findall(document.text[max(sentence.begin, trigger.begin - REACH) : trigger.begin])[-WINDOW:]
    after = _WORD.findall(document.text[trigger.end : min(sentence.end, trigger.end + REACH)])[:WINDOW]
    return stems(" ".join((*before, *after)))


def ordinal(document: Document, mention: EventMention, sentence: Span) -> str:
    """The instance number of a mention: "their third meeting", "the meeting ... is the third"."""
    before = _BEFORE.search(document.text[sentence.begin : mention.span.begin])
    after = _AFTER.search(document.text[mention.span.end : sentence.end])
    found = before or after
    word = found[1].lower() if found else ""
    digits = re.match(r"\d+", word)
    return _PLACES.get(int(digits[0]), word) if digits else word
