"""What one event says by itself: its slots in the order of showing, when it was, how heavily it is disputed."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from rashomon.doubts import APART
from rashomon.timex.calendar import days_of, interval
from rashomon.types import Agreement, Claim, Event, Position, Record, Slot, Value
from rashomon.values.date import in_one_zone
from rashomon.views.labels import NO_DATE, held, label, labels, moment, stance, stretch
from rashomon.views.scopes import AGE
from rashomon.views.words import letters
from rashomon.voices import distinct

WHOLE = 0.99999  # of a day, from its begin: all of it
NO_YEAR = "XXXX"
PART_OF_DAY = re.compile(r"T[A-Z]{2}$")
WHOSE: Final = re.compile(r"^(?:the|an?|its|their|his|her) (?=\S)", re.IGNORECASE)
HARD: Final = (Agreement.CONFLICTS, Agreement.DENIES)
OWN: Final = ("how many", "when", "where", "happened")  # slots that one happening has one answer to
ORDER: Final = ("happened", "how many", "who", "whom", "where", "when")
# The scopes of times that are only an edge of the event's own, and the side that they leave open.
OPEN: Final = {"since": "after", "from": "after", "after": "after",
               "until": "before", "till": "before", "through": "before", "before": "before", "by": "before",
               "announced": "before"}  # fmt: skip


def slots(event: Event) -> tuple[Slot, ...]:
    """The slots of an event in the order in which they are shown: those in dispute first."""
    return tuple(
        sorted(
            event.slots,
            key=lambda s: (not s.contested, ORDER.index(s.name) if s.name in ORDER else len(ORDER), s.scope),
        )
    )


def weight(event: Event) -> int:
    """The witnesses on the weaker side of its weightiest dispute: one voice against many weighs least."""
    disputes = ((s, r) for s in event.slots for r in s.relations if r.agreement in HARD)
    return max((min(len(s.positions[i].witnesses) for i in (r.left, r.right)) for s, r in disputes), default=0)


def agreement(event: Event) -> int:
    """How far independent witnesses agree: over all slots, how many beyond the first hold what most hold."""
    return sum(max(0, _agreeing(slot) - 1) for slot in event.slots)


def _agreeing(slot: Slot) -> int:
    """The most witnesses of one version: what agrees with it, or says it more exactly, is no other version."""
    held = [set(p.witnesses) for p in slot.positions]
    for r in slot.relations:
        if r.agreement in (Agreement.AGREES, Agreement.MORE_PRECISE):
            held[r.left].update(slot.positions[r.right].witnesses)
            held[r.right].update(slot.positions[r.left].witnesses)
    return max(map(len, held), default=0)


def denied(event: Event) -> bool:
    """True if all who tell it say that it did not happen: "could not be reached"."""
    levels = [p.value.low or 0.0 for s in event.slots if s.name == "happened" for p in s.positions]
    return bool(levels) and max(levels) < 0


def thin(event: Event) -> bool:
    """True if there is little to compare: whether it happened, and at most one field besides; how old somebody is."""
    told = [s for s in event.slots if s.name != "happened"]
    aged = any(s.scope.startswith(AGE) for s in told)
    fields = {s.name for s in told if not s.scope.startswith(AGE)}
    return len(fields - {"who", "whom"} if aged else fields) < 2


def versions(slot: Slot) -> tuple[Position, ...]:
    """The positions of a slot as they are shown: those that read alike, "their boats" and "boats" too, are one unless
    they dispute each other, and of whether it happened, those of one stance are one, but for two outcomes that cannot
    both be."""
    disputed = {n for r in slot.relations if r.agreement in HARD for n in (r.left, r.right)}
    grouped: dict[str | int, list[Position]] = {}
    for n, (name, p) in enumerate(named(slot.positions)):
        if slot.name == "happened":
            grouped.setdefault(f"{stance(('',), p.value.low or 0.0)} {p.value.form}", []).append(p)
        else:
            grouped.setdefault(n if n in disputed else _alike(name, p), []).append(p)
    return tuple(
        Position(
            group[0].value,
            tuple(c for p in group for c in p.claims),
            tuple(dict.fromkeys(w for p in group for w in p.witnesses)),
        )
        for group in grouped.values()
    )


def _alike(name: str, position: Position) -> str:
    """What labels that read alike are the same by; of names their letters."""
    return letters(WHOSE.sub("", name)) or name if position.value.kind in ("name", "place") else name


def most(slot: Slot) -> int:
    """The witnesses of the version that most hold."""
    return max((len(p.witnesses) for p in slot.positions), default=0)


def named(positions: Sequence[Position]) -> list[tuple[str, Position]]:
    """Positions with the labels under which they stand together."""
    return list(zip(labels(positions), positions, strict=True))


def ranked(slot: Slot) -> list[tuple[str, Position]]:
    """The versions of a slot with their labels, those with most witnesses first."""
    return sorted(named(versions(slot)), key=lambda n: -len(n[1].witnesses))


def arguable(slot: Slot) -> bool:
    """True if positions lean apart that read differently and that not one account or voice alone holds, of what one
    happening has one of; not where the reason says that they are of two things."""
    return slot.name in OWN and any(
        r.agreement is Agreement.ARGUABLE
        and r.because not in APART
        and label(slot.positions[r.left].value) != label(slot.positions[r.right].value)
        and len({c.document for n in (r.left, r.right) for c in slot.positions[n].claims}) > 1
        and len(distinct((*slot.positions[r.left].witnesses, *slot.positions[r.right].witnesses))) > 1
        for r in slot.relations
    )


def laid_out(slot: Slot, room: int) -> list[tuple[str, Position]]:
    """The versions of a slot with their labels, for a list that shows *room* of them first: those that dispute one
    another, each in their order where all fit, else those with most witnesses first."""
    told = named(versions(slot))
    clash, fits = disputed(slot), len(told) <= room
    return sorted(told, key=lambda n: (clash.isdisjoint(n[1].claims), 0 if fits else -len(n[1].witnesses)))


def disputed(slot: Slot) -> set[Claim]:
    """The claims of the versions of a slot that another conflicts with or denies."""
    return {
        c for r in slot.relations if r.agreement in HARD for n in (r.left, r.right) for c in slot.positions[n].claims
    }


def aside(slot: Slot, position: Position) -> bool:
    """True for a version of a slot in dispute that is itself in none: it counts others, or fits all sides."""
    return slot.contested and slot.name != "happened" and disputed(slot).isdisjoint(position.claims)


def when(event: Event) -> tuple[float | None, float | None]:
    """Where an event's dated positions overlap, else all that the most exact of them cover; in days since 0001-01-01.

    Where nobody says a day or stretch, the edges that are said ("since 7 October") are, and the other side is None.
    """
    return dated_by((s.scope, p.value) for s in event.slots if s.name == "when" for p in s.positions)


def dated_by(times: Iterable[tuple[str, Value]]) -> tuple[float | None, float | None]:
    """The same of times, each with its scope."""
    dated = [(scope, v) for scope, v in times if _placed(v)]
    told = in_one_zone([v for scope, v in dated if scope not in OPEN])
    days, clocks = [v for v in told if not clock_only(v)], [v for v in told if clock_only(v)]
    clash = bool(days) and _clash(clocks)
    if days and (clash or _elsewhere(clocks, days)):
        told = days
    if not told:
        after = [v.low for scope, v in dated if OPEN.get(scope) == "after" and v.low is not None]
        before = [v.high for scope, v in dated if OPEN.get(scope) == "before" and v.high is not None]
        return max(after, default=None), min(before, default=None)
    spans = list(_loosely(told))
    low, high = max(low for low, _ in spans), min(high for _, high in spans)
    if clash and low <= high:  # of the hour nobody's word is taken
        return math.floor(low), math.floor(high) + WHOLE
    if low <= high:
        return low, high
    exact = [s for s in spans if not any(s != t and s[0] <= t[0] and t[1] <= s[1] for t in spans)]
    return min(low for low, _ in exact), max(high for _, high in exact)


def _loosely(told: Sequence[Value]) -> Iterator[tuple[float, float]]:
    """The stretches of times. Different parts of the day are one over all of them: "overnight" and "in the morning"
    do not make it the hour that both hold."""
    parts = [v for v in told if PART_OF_DAY.search(v.form)]
    if len({v.form[-2:] for v in parts}) > 1:
        yield min(v.low or 0.0 for v in parts), max(v.high or 0.0 for v in parts)
        told = [v for v in told if v not in parts]
    yield from ((v.low or 0.0, v.high or 0.0) for v in told)


def dated(event: Event) -> str:
    """When an event was, in words: the day or stretch of `when`, or the edges as said ("since Oct 2017"); where
    nobody says a day, what is said without a place on the calendar ("31 Dec, year unknown") or on a day ("12:00, day
    not said": the day of the account is a guess), else that no date is; then
    what the dates of its accounts leave."""
    if said := _no_day(event):
        return "; ".join(filter(None, (*said, told(event))))
    low, high = when(event)
    times = [(s.scope, p.value) for s in event.slots if s.name == "when" for p in s.positions]
    if low is not None and high is not None and any(_placed(v) and scope not in OPEN for scope, v in times):
        return stretch(low, high)
    edges = (
        f"{s.scope} {held(p)}"
        for s in event.slots
        if s.name == "when" and s.scope in OPEN
        for p in s.positions
        if _placed(p.value)
    )
    return ", ".join(dict.fromkeys(edges))


def _no_day(event: Event) -> Iterable[str]:
    """What is said of when an event was, where nobody says a day: clock times, what has no place on the calendar, or
    that no date is."""
    placed = [p.value for s in event.slots if s.name == "when" for p in s.positions if _placed(p.value)]
    if all(map(clock_only, placed)):
        return dict.fromkeys(label(v) for v in (*placed, *_unplaced(event))) or (NO_DATE,)
    return ()


def by_time(event: Event) -> tuple[float, ...]:
    """What events in order of time are sorted by: the stretch that one lies in, earlier first, then the shorter first;
    those of which nobody says when they were last, as they were told, and of those that nobody dates the ones with a
    day of an unknown year first."""
    low, high = event.told if undated(event) else when(event)
    first, within = high if low is None else low, in_year(event) or (math.inf,)
    return (undated(event), math.inf if first is None else first, math.inf if high is None else high, within[0])


def undated(event: Event) -> bool:
    """True for an event of which nobody says when it was."""
    return when(event) == (None, None)


def in_year(event: Event) -> tuple[float, float] | None:
    """Where in its year an undated event of which a month or day is said lies, as days since 0001-01-01 in 2000, which
    has all days; None for any other."""
    for value in _unplaced(event) if undated(event) else ():
        found = interval(value.form.replace(NO_YEAR, "2000"))
        if found and found.low and found.high:
            return days_of(found.low), days_of(found.high)
    return None


def _unplaced(event: Event) -> Iterator[Value]:
    """The times said of an event that have no place on the calendar, and a name: "31 Dec", "Fri", "last week"."""
    times = (p.value for s in event.slots if s.name == "when" for p in s.positions)
    return (v for v in times if not _placed(v) and not clock_only(v) and label(v) != v.form)


def told(event: Event) -> str:
    """When its accounts, by their dates, first told an event as done and last expected it: "told Mon 1 Jan 2018"; ""
    where they have none."""
    after, by = ("" if at is None else _at(at) for at in event.told)
    if after == by:
        return f"expected and told {by}" if by else ""
    return ", ".join((*((f"expected {after}",) if after else ()), *((f"told {by}",) if by else ())))


def _at(at: float) -> str:
    """A moment: the day alone where it is the first or last of one."""
    clock = moment(at)
    return _day(at) if (clock.hour, clock.minute) in ((0, 0), (23, 59)) else stretch(at, at)


def period(record: Record) -> str:
    """From the first day to the last on which accounts were published, "" where none is known."""
    known = [d.date.interval for d in record.documents if d.date and d.date.interval and d.date.confidence != "guess"]
    ends = [days_of(at) for i in known for at in (i.low, i.high) if at]
    if not ends:
        return ""
    first, last = _day(min(ends)), _day(max(ends))
    return first if first == last else f"{first} to {last}"


def _day(at: float) -> str:
    return stretch(math.floor(at), math.floor(at) + WHOLE)


def _clash(clocks: Sequence[Value]) -> bool:
    """True if clock times name different times of the day."""
    lows, highs = [(v.low or 0.0) % 1 for v in clocks], [(v.high or 0.0) % 1 for v in clocks]
    return max(lows, default=0.0) > min(highs, default=1.0)


def _elsewhere(clocks: Sequence[Value], days: Sequence[Value]) -> bool:
    """True if a clock time was put on a day that nobody says: an account's own."""
    said = [(math.floor(v.low or 0.0), v.high or 0.0) for v in days]
    low, high = max(low for low, _ in said), min(high for _, high in said)
    said = [(low, high)] if low <= high else said
    return any(not any(low <= (v.low or 0.0) <= high for low, high in said) for v in clocks)


def clock_only(value: Value) -> bool:
    """True for a time of which no day is said: "at 5:40"."""
    return value.kind == "date" and value.form.startswith("T")


def _placed(value: Value) -> bool:
    return value.low is not None and value.high is not None
