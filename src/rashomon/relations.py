"""How the versions of a slot stand to each other, with the gates before a conflict is called one.

Most differences between accounts are no contradiction: a part of a total, an older toll, a planned day, one more
participant. `rashomon.values` says what two values allow; here the holders, families and dates decide what may be said:

* **agrees**: one value, or one name in two forms.
* **more precise**, **compatible**: both can be true.
* **updated**: the second is the later state of one line: a toll that rose, a figure that moves, a plan and its outcome.
* **arguable**: they differ, and so may scope, time, or how well the time is known; or one voice gives both.
* **conflicts**, **denies**: not both can be true, two independent voices are committed to them, and none above fits.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from rashomon.denials import apart, borrowed, elsewhere, objection, unlike
from rashomon.lexicon import COUNTED, COUNTS, MOVES, singular
from rashomon.notable import COMMITTED
from rashomon.timex.calendar import granularity
from rashomon.types import Agreement, Claim, Position, Relation
from rashomon.values import compare, date
from rashomon.values import name as forms
from rashomon.voices import Voices

MONEY = re.compile("[A-Z]{3}")  # ISO 4217
NAMED = 4  # deniers whom a reason names
HALF, MINUTE = 0.5, 1 / 1440  # days
DAY = 1.01  # longest interval, in days, that may clash as a day
DISPUTED = 7.0  # days within which accounts may dispute when one event was; farther apart they tell of two
LIST = 3  # values under one scope from which an account tells a list
YEAR = 180.0  # days within which a person has one age
FAR = 10.0  # numbers that differ by this factor count different things
GROWS = frozenset({"killed", "injured", "missing", "displaced"})  # counts that rise with news
# Figures that are another by the hour: two of them are two states, never a dispute.
MOVING = {*MOVES, *MOVES.values()} | set(
    "price share stock rate index currency trade trading exchange value market capitalisation capitalization".split()
)
NEVER_TWO = frozenset({"age", "magnitude"})  # measures that one thing has one of
WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
# What is told as not done until it is: a first "has not commented" and a later "commented" are two states.
AWAITED = frozenset(
    "respond answer comment reply react speak identify name find recover arrest charge release confirm announce decide "
    "agree sign return resume reopen arrive".split()
)
# Short of a day, two accounts may tell of one moment in any order.
LATER = 0.5


def relate(slot: str, scope: str, positions: Sequence[Position], voices: Voices) -> tuple[Relation, ...]:
    """One relation for each pair of positions."""
    return tuple(_relation(slot, scope, positions, i, j, voices) for i, j in combinations(range(len(positions)), 2))


def _relation(slot: str, scope: str, positions: Sequence[Position], i: int, j: int, voices: Voices) -> Relation:
    a, b = positions[i], positions[j]
    if slot == "happened" and (staged := _staged(positions, i, j, voices)):
        return Relation(*staged)
    stands, turned = compare(a.value, b.value), compare(b.value, a.value)
    if Agreement.MORE_PRECISE in (stands, turned):
        if a.value.kind == "name" and forms.is_name(a.value.form) and forms.is_name(b.value.form):
            return Relation(i, j, Agreement.AGREES, "one name, in two forms")
        left, right = (i, j) if stands is Agreement.MORE_PRECISE else (j, i)
        return Relation(left, right, Agreement.MORE_PRECISE, "the first is more exact")
    if stands in (Agreement.CONFLICTS, Agreement.DENIES):
        return Relation(*GATES[slot](scope, positions, i, j, voices))
    if stands is Agreement.ARGUABLE and slot == "when":
        if moved := _moved(positions, i, j, voices):
            return Relation(*moved)
        if halves := _halves(positions, i, j, voices):
            return Relation(*halves)
    return Relation(i, j, stands, REASONS[stands])


REASONS = {
    Agreement.AGREES: "the same",
    Agreement.COMPATIBLE: "both can be true",
    Agreement.ARGUABLE: "they lean apart",
    Agreement.UPDATED: "the second is later",
}
Verdict = tuple[int, int, Agreement, str]


def _number(scope: str, positions: Sequence[Position], i: int, j: int, voices: Voices) -> Verdict:
    a, b = positions[i], positions[j]
    words = scope.split()
    if scope.endswith("(part)"):
        return i, j, Agreement.COMPATIBLE, "parts of a total"
    if not MOVING.isdisjoint(words):
        earlier = _earlier(positions, i, j, voices)
        if earlier is None:
            return i, j, Agreement.ARGUABLE, "a figure that moves"
        return earlier, i + j - earlier, Agreement.UPDATED, "a figure that moves, told later"
    roles = {words[0], *(role for w in words for role in COUNTS.get(singular(w), ()))}
    certain = not roles.isdisjoint(COUNTED | NEVER_TWO) or (voices.asked and not a.value.form)
    if a.value.form == "percent" and not voices.asked:
        return i, j, Agreement.ARGUABLE, "shares of what may differ"
    if roles.isdisjoint(COUNTED | NEVER_TWO) and _listed_by_one(positions, i, j):
        return i, j, Agreement.COMPATIBLE, "one account lists several"
    if not certain and not MONEY.fullmatch(a.value.form):
        return i, j, Agreement.ARGUABLE, "measures of what may differ"
    if words[0] == "duration" and not voices.asked and not all(map(voices.tensed, (*a.claims, *b.claims))):
        return i, j, Agreement.ARGUABLE, "measures of what may differ"
    if _one_mention(a, b):
        return i, j, Agreement.COMPATIBLE, "one account gives both"
    if words[0] == "age":
        aged = {voices.person(c, words[-1]) for c in (*a.claims, *b.claims)}
        if "" in aged or len(aged) > 1:
            return i, j, Agreement.ARGUABLE, "perhaps the ages of two people"
        if not voices.asked and not _soon(a, b, voices):
            return i, j, Agreement.ARGUABLE, "perhaps the ages of one person at two times"
    small, large = sorted(p.value.low or 0.0 for p in (a, b))
    if small <= 0 or large / small >= FAR:
        return i, j, Agreement.ARGUABLE, "too far apart to count the same"
    if not roles.isdisjoint(GROWS) and (later := _grown(positions, i, j, voices)):
        return later
    reasons = [unlike(x, y, voices) or elsewhere(x, y, voices) for x, y in _pairs(a, b)]
    if all(reasons):
        return i, j, Agreement.ARGUABLE, reasons[0]
    return _gated(positions, i, j, voices, f"both count {scope}")


def _soon(a: Position, b: Position, voices: Voices) -> bool:
    """True if all accounts are of days within YEAR, which is known of each."""
    days = [voices.day(c.document) for c in (*a.claims, *b.claims)]
    known = [d for d in days if d is not None]
    return len(known) == len(days) and max(known) - min(known) < YEAR


def _listed_by_one(positions: Sequence[Position], i: int, j: int) -> bool:
    """True if an account behind either value gives LIST values or more: sizes of several things, prices of several."""
    given = Counter(key for p in positions for key in {c.document for c in p.claims})
    return any(given[c.document] >= LIST for k in (i, j) for c in positions[k].claims)


def _grown(positions: Sequence[Position], i: int, j: int, voices: Voices) -> Verdict | None:
    """A toll that rose: every claim of the higher number is later than every claim of the lower. Never where two named
    sources stand against each other."""
    low, high = sorted((i, j), key=lambda k: positions[k].value.low or 0.0)
    if _earlier(positions, i, j, voices, 0.0) != low:
        return None
    for x, y in _pairs(positions[low], positions[high]):
        if voices.source(x) and voices.source(y) and voices.independent(x, y):
            return None
    return low, high, Agreement.UPDATED, "the higher count is later"


def _earlier(positions: Sequence[Position], i: int, j: int, voices: Voices, gap: float = LATER) -> int | None:
    """The position all of whose claims are more than *gap* days older than all of the other's; None if neither is."""
    told = {k: [voices.moment(c) for c in positions[k].claims] for k in (i, j)}
    moments = {k: [m for m in told[k] if m is not None] for k in told}
    if any(len(moments[k]) < len(told[k]) for k in told):
        return None
    for first, second in ((i, j), (j, i)):
        if max(moments[first]) + gap < min(moments[second]):
            return first
    return None


def _date(scope: str, positions: Sequence[Position], i: int, j: int, voices: Voices) -> Verdict:
    a, b = positions[i], positions[j]
    if moved := _moved(positions, i, j, voices):
        return moved
    if _same_words(a, b, voices):
        return i, j, Agreement.ARGUABLE, "told in the same words"
    if _one_mention(a, b):
        return i, j, Agreement.COMPATIBLE, "one account names both"
    values = date.on_one_day(a.value, b.value)
    if scope or any(v.low is None or v.high is None or v.high - v.low > DAY for v in values):
        return i, j, Agreement.ARGUABLE, "not both name a day"
    low, high = sorted(v.low or 0.0 for v in values)
    if high - low > DISPUTED:
        return i, j, Agreement.ARGUABLE, "too far apart for one event"
    if high - low == DISPUTED and any(WEEKDAY.search(c.words) for c in (*a.claims, *b.claims)):
        return i, j, Agreement.ARGUABLE, "one weekday, perhaps of one week"
    if any(voices.guessed(c) for c in (*a.claims, *b.claims)):
        return i, j, Agreement.ARGUABLE, "the day of an account is a guess"
    if any(all(borrowed(c, voices) for c in p.claims) for p in (a, b)):
        return i, j, Agreement.ARGUABLE, "one day may be that of another happening of its sentence"
    if all(apart(x, y, voices) for x, y in _pairs(a, b)):
        return i, j, Agreement.ARGUABLE, "they may tell of two events"
    clocks = all(granularity(v.form) == "minute" for v in values)
    return _gated(positions, i, j, voices, f"each names a {'clock time' if clocks else 'day'} for it")


def _moved(positions: Sequence[Position], i: int, j: int, voices: Voices) -> Verdict | None:
    """A plan that moved, or its outcome: one time lay ahead of all accounts that give it, the other is told later."""
    first = _earlier(positions, i, j, voices)
    if first is None or not all(voices.ahead(c) for c in positions[first].claims):
        return None
    return first, i + j - first, Agreement.UPDATED, "it was still to come when the first was told"


def _halves(positions: Sequence[Position], i: int, j: int, voices: Voices) -> Verdict | None:
    """10:15 in the morning and in the evening of one day, at one place that both name: no two zones explain it."""
    a, b = positions[i], positions[j]
    minutes = all(granularity(p.value.form) == "minute" and not date.floats(p.value) for p in (a, b))
    if not minutes or abs(abs((a.value.low or 0.0) - (b.value.low or 0.0)) - HALF) > MINUTE:
        return None
    if not any(p.form == q.form for x, y in _pairs(a, b) for p in voices.places(x) for q in voices.places(y)):
        return None
    return _gated(positions, i, j, voices, "one clock time, in the two halves of the day")


def _same_words(a: Position, b: Position, voices: Voices) -> bool:
    return any(x.words.casefold() == y.words.casefold() for x, y in _pairs(a, b))


def _place(scope: str, positions: Sequence[Position], i: int, j: int, voices: Voices) -> Verdict:
    if scope or _one_mention(positions[i], positions[j]):
        return i, j, Agreement.COMPATIBLE, "it may have more than one place"
    if all(apart(x, y, voices) or unlike(x, y, voices) for x, y in _pairs(positions[i], positions[j])):
        return i, j, Agreement.ARGUABLE, "they may tell of two events"
    return _gated(positions, i, j, voices, "neither place lies in the other")


def _name(scope: str, positions: Sequence[Position], i: int, j: int, voices: Voices) -> Verdict:
    """Two names are no contradiction, because more may have taken part; where nobody names both it may be one."""
    if _one_mention(positions[i], positions[j]):
        return i, j, Agreement.COMPATIBLE, "one account names both"
    return i, j, Agreement.ARGUABLE, "each names another; more may have taken part"


def _staged(positions: Sequence[Position], i: int, j: int, voices: Voices) -> Verdict | None:
    """A plan and its outcome, or what was awaited and has come: two states of one line, if told in that order."""
    for first, second in ((i, j), (j, i)):
        plans = (positions[first].value.low or 0.0) > 0 and all(voices.ahead(c) for c in positions[first].claims)
        if plans and not any(voices.ahead(c) for c in positions[second].claims):
            earlier = _earlier(positions, i, j, voices)
            if earlier == first:
                return first, second, Agreement.UPDATED, "planned, then told as it came"
            if (positions[second].value.low or 0.0) > 0:
                stands = Agreement.COMPATIBLE if earlier is None else Agreement.ARGUABLE
                return first, second, stands, "one tells it as still to come"
        done = (positions[second].value.low or 0.0) > 0 and _awaited(positions[first], voices)
        if done and _earlier(positions, i, j, voices) == first:
            return first, second, Agreement.UPDATED, "not yet done, then told as done"
    return None


def _awaited(position: Position, voices: Voices) -> bool:
    """True if outlets alone say that something awaited was not done."""
    mentions = [voices.mention(c) for c in position.claims]
    return (
        (position.value.low or 0.0) < 0
        and not any(voices.source(c) for c in position.claims)
        and all(m is not None and m.predicate in AWAITED for m in mentions)
    )


def _polarity(scope: str, positions: Sequence[Position], i: int, j: int, voices: Voices) -> Verdict:
    no, yes = sorted((i, j), key=lambda k: positions[k].value.low or 0.0)
    pairs = _pairs(positions[no], positions[yes])
    facing = [(a, b) for a, b in pairs if voices.independent(a, b) and not voices.repeats(a, b)]
    objections = [objection(a, b, voices) for a, b in facing]
    against = [pair for pair, reason in zip(facing, objections, strict=True) if not reason]
    if against:
        deniers, others = (_listed(voices.speakers(side)) for side in zip(*against, strict=True))
        verb = "deny" if " and " in deniers else "denies"
        return no, yes, Agreement.DENIES, f"{deniers} {verb} what {others} told"
    reason = objections[0] if objections else "one voice says both, or the words are the same"
    return no, yes, Agreement.ARGUABLE, reason


def _listed(names: Sequence[str]) -> str:
    """Speakers in a row: "A, B and C"; beyond NAMED, how many more."""
    if len(names) > NAMED:
        names = [*names[:NAMED], f"{len(names) - NAMED} more"]
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


GATES = {"how many": _number, "when": _date, "where": _place, "who": _name, "whom": _name, "happened": _polarity}


def _gated(positions: Sequence[Position], i: int, j: int, voices: Voices, because: str) -> Verdict:
    """CONFLICTS if two independent voices are committed to the two versions and no voice holds both."""
    a, b = positions[i], positions[j]
    both = {forms.identity(voices.speaker(c)) for c in a.claims} & {forms.identity(voices.speaker(c)) for c in b.claims}
    for x, y in _pairs(a, b):
        # a plan and a deed are two states: "threatened to fire at", "fired over"
        sure = min(x.factuality, y.factuality) >= COMMITTED and voices.ahead(x) == voices.ahead(y)
        apart = voices.family(x) != voices.family(y) or voices.source(x) or voices.source(y)
        if sure and apart and voices.independent(x, y):
            if both:
                return i, j, Agreement.ARGUABLE, f"{sorted(both)[0]} gives both"
            return i, j, Agreement.CONFLICTS, because
    return i, j, Agreement.ARGUABLE, "one voice gives both, or one tells no fact"


def _pairs(a: Position, b: Position) -> Iterator[tuple[Claim, Claim]]:
    return ((x, y) for x in a.claims for y in b.claims)


def _one_mention(a: Position, b: Position) -> bool:
    return bool({c.mention for c in a.claims} & {c.mention for c in b.claims})
