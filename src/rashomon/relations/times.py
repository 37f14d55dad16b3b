"""Two times of one event: a plan that moved, times that may be of two happenings, and days that cannot both be."""

from __future__ import annotations

import re

from rashomon.denials import apart, borrowed, one_name
from rashomon.doubts import (
    BORROWED,
    GUESSED,
    NO_DAY,
    ONE_WEEKDAY,
    ONE_WORDING,
    OWN_DAY,
    TOO_LATE,
    TWO_EVENTS,
    TWO_ZONES,
)
from rashomon.lexicon import MADE, classes
from rashomon.relations.pair import Pair
from rashomon.timex.calendar import granularity
from rashomon.types import Agreement, Relation
from rashomon.values import date

HALF, MINUTE = 0.5, 1 / 1440  # days
DAY = 1.01  # longest interval, in days, that may clash as a day
DISPUTED = 7.0  # days within which accounts may dispute when one event was; farther apart they tell of two
# Words for a day that is the account's own, which begins and ends elsewhere at other hours.
OWN = re.compile(
    r"\b(?:today|tonight|yesterday|tomorrow|overnight|(?:this|last)\s+(?:morning|evening|night))\b", re.IGNORECASE
)
WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)


def relate(pair: Pair) -> Relation:
    """How two times that cannot be one stand: the first of these gates that one fails says so."""
    voices, scope = pair.voices, pair.scope
    if moved := _moved(pair):
        return moved
    if any(x.words.casefold() == y.words.casefold() for x, y in pair.facing()):
        return pair.stand(Agreement.ARGUABLE, ONE_WORDING)
    if pair.one_mention():
        return pair.stand(Agreement.COMPATIBLE, "one account names both")
    values = date.on_one_day(pair.a.value, pair.b.value)
    if scope or any(v.low is None or v.high is None for v in values):
        return pair.stand(Agreement.ARGUABLE, NO_DAY)
    low, high = sorted(v.low or 0.0 for v in values)
    wide = any((v.high or 0.0) - (v.low or 0.0) > DAY for v in values)
    if wide or high - low > DISPUTED:
        if _but_once(pair):
            return pair.contest("it has but one date")
        return pair.stand(Agreement.ARGUABLE, NO_DAY if wide else TOO_LATE)
    if high - low == DISPUTED and any(WEEKDAY.search(c.words) for c in pair.claims):
        return pair.stand(Agreement.ARGUABLE, ONE_WEEKDAY)
    if high - low <= DAY and any(all(OWN.search(c.words) for c in p.claims) for p in (pair.a, pair.b)):
        return pair.stand(Agreement.ARGUABLE, OWN_DAY)
    if any(voices.guessed(c) for c in pair.claims):
        return pair.stand(Agreement.ARGUABLE, GUESSED)
    if any(all(borrowed(c, voices) for c in p.claims) for p in (pair.a, pair.b)):
        return pair.stand(Agreement.ARGUABLE, BORROWED)
    if all(apart(x, y, voices) for x, y in pair.facing()):
        return pair.stand(Agreement.ARGUABLE, TWO_EVENTS)
    clocks = all(granularity(v.form) == "minute" for v in values)
    return pair.contest(f"each names a {'clock time' if clocks else 'day'} for it")


def _but_once(pair: Pair) -> bool:
    """True for the death of one person, and the year in which one thing was made, where the accounts have dates."""
    if any(pair.voices.guessed(c) for c in pair.claims):
        return False
    years = date.is_year(pair.a.value) and date.is_year(pair.b.value)
    for x, y in pair.facing():
        told = {m.predicate if (m := pair.voices.mention(c)) is not None else "" for c in (x, y)}
        dead = all("die" in classes(p) for p in told) and one_name(x, y, pair.voices)
        if not dead and not (years and told <= MADE):
            return False
    return True


def settle(pair: Pair) -> Relation:
    """How two times that only lean apart stand after all, by who tells them; else they may be of two zones."""
    return _moved(pair) or _halves(pair) or pair.stand(Agreement.ARGUABLE, TWO_ZONES)


def _moved(pair: Pair) -> Relation | None:
    """A plan that moved, or its outcome: one time lay ahead of all accounts that give it, the other is told later."""
    told = pair.in_time()
    if told is None or not all(pair.voices.ahead(c) for c in told.a.claims):
        return None
    return told.stand(Agreement.UPDATED, "it was still to come when the first was told")


def _halves(pair: Pair) -> Relation | None:
    """10:15 in the morning and in the evening of one day, at one place that both name: no two zones explain it."""
    values, voices = (pair.a.value, pair.b.value), pair.voices
    if not all(granularity(v.form) == "minute" and not date.floats(v) for v in values):
        return None
    if abs(abs((values[0].low or 0.0) - (values[1].low or 0.0)) - HALF) > MINUTE:
        return None
    if not any(p.form == q.form for x, y in pair.facing() for p in voices.places(x) for q in voices.places(y)):
        return None
    return pair.contest("one clock time, in the two halves of the day")
