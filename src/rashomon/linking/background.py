"""The days that linking knows a mention by: its own, or those of the past that its sentence tells it under.

"In 2003 a quake killed 26,000 in Oro" has its day with the killing, and the quake is no less of 2003. Without that the
quake of years ago and this week's, told in one account in the same words, would be one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from rashomon.lexicon import BOUNDS
from rashomon.types import Claim, Document, EventMention, Span, Time, Value
from rashomon.values import date

NEWS = 14.0  # days; what happened longer before an account is its background
BEFORE = 12  # code points before a time in which the word that makes it the edge of a stretch stands
# What a sentence may say before the time that all of it is told under: "Back in the spring of".
OPENING = re.compile(r"\W*(?:(?:back|earlier|later|also|and|but|in|on|during|at|around|the)\s+)*", re.IGNORECASE)
# After a time whose clause goes on: "in December 2003, in which"; "on 5 May, when".
RELATIVE = re.compile(r"\s*,?\s*(?:(?:in|during|at|on|after)\s+which|when|where|which)\b", re.IGNORECASE)
# Before what was long over by the words alone: "two years after the", "the tenth anniversary of the".
REMEMBERED = re.compile(
    r"\b(?:(?:years?|decades?|months)\s+(?:after|since)|anniversar(?:y|ies)\s+of)\s[^,.;:]*$", re.IGNORECASE
)
CLAUSE = re.compile(r"[^,.;:()]+")  # what stands in one clause
_EDGE = re.compile(rf"\b(?:{'|'.join(sorted(BOUNDS))})\s+$", re.IGNORECASE)


class Background:
    """What an account tells as long over on the day it was written. *claims* are grouped by mention."""

    def __init__(self, document: Document, claims: Mapping[str, Sequence[Claim]]):
        self._document, self._claims = document, claims

    def days(self, mention: EventMention, today: float | None) -> tuple[Value, ...]:
        """The days of a mention: its own; else, for what took place, those that its sentence tells it under, where all
        of these were long over on *today* (days since 0001-01-01, None if unknown)."""
        own = self._own(mention)
        if own and self._remembered(mention):  # "two years after the robberies of New Year's Eve", of no last one
            own = tuple(d for d in own if old(d, today))
        if own or mention.sentence is None or today is None:
            return own
        if mention.tense not in ("", "past") or mention.happened <= 0:
            return ()
        times = self._times(mention.sentence)
        if not all(old(value, today) for _, value in times):
            return ()
        return self._under(mention, mention.sentence, times) or self._holding(mention, mention.sentence)

    def long_over(self, mention: EventMention, days: Sequence[Value], today: float | None) -> bool:
        """True for a mention of which all *days* are old; without days, for what its sentence says to be years back or
        to have an anniversary."""
        if days:
            return all(old(d, today) for d in days)
        return self._remembered(mention)

    def _remembered(self, mention: EventMention) -> bool:
        sentence = mention.sentence or mention.span
        return bool(REMEMBERED.search(self._document.text[sentence.begin : mention.span.begin]))

    def _own(self, mention: EventMention) -> tuple[Value, ...]:
        claims = self._claims.get(self._document.key(mention), ())
        return tuple(c.value for c in claims if c.slot == "when" and not c.scope and not date.floats(c.value))

    def _times(self, sentence: Span) -> list[tuple[Time, Value]]:
        """The times of a sentence that are no edge of a stretch ("since May")."""
        text = self._document.text
        return [
            (t, date.of_time(t) or Value("date", form=t.value))
            for t in self._document.layer(Time).touching(sentence)
            if t.type in ("DATE", "TIME") and not _EDGE.search(text[max(0, t.span.begin - BEFORE) : t.span.begin])
        ]

    def _under(self, mention: EventMention, sentence: Span, times: Sequence[tuple[Time, Value]]) -> tuple[Value, ...]:
        """The time that opens its sentence, whose clause goes on to hold it, or that follows it and is of no other."""
        text = self._document.text
        for n, (time, value) in enumerate(times):
            opens = n == 0 and OPENING.fullmatch(text, sentence.begin, time.span.begin)
            relative = time.span.end < mention.span.begin and RELATIVE.match(text, time.span.end)
            if opens or relative or self._follows(time, mention, sentence):
                return (value,)
        return ()

    def _follows(self, time: Time, mention: EventMention, sentence: Span) -> bool:
        """True for "the visit to Oro for the fair last year": no mention of the sentence has the time, and this is the
        last before it."""
        if not CLAUSE.fullmatch(self._document.text, mention.span.end, time.span.begin):
            return False
        others = self._document.layer(EventMention).touching(sentence)
        taken = any(a.role == "time" and a.span.touches(time.span) for m in others for a in m.arguments)
        return not taken and not any(mention.span.end <= m.span.begin < time.span.begin for m in others)

    def _holding(self, mention: EventMention, sentence: Span) -> tuple[Value, ...]:
        """The days of another mention that has it for a participant."""
        others = self._document.layer(EventMention).touching(sentence)
        holding = (m for m in others if m is not mention and any(a.head.touches(mention.span) for a in m.arguments))
        return next((own for m in holding if (own := self._own(m))), ())


def old(value: Value, today: float | None) -> bool:
    """True for a time that was long over on *today*."""
    return today is not None and value.high is not None and value.high < today - NEWS
