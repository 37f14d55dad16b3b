"""The record as a text for a terminal: what is contested, rival answers, what is agreed, what one account says.

It says what the page says, in the same order.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from rashomon.types import Agreement, Claim, Event, Position, Record, Slot
from rashomon.views.events import HARD, dated, most, named, ranked, slots, undated, versions
from rashomon.views.index import Index, printable, tidy
from rashomon.views.joins import Joins
from rashomon.views.labels import ASKED, SAID, SIGNS, VERBS, labels, plural, stance
from rashomon.views.mentions import instruments
from rashomon.views.scopes import scope
from rashomon.views.titles import headline, shown

MOST = 20  # events of a part that are written out; the rest is counted
LINES = 6  # positions of a slot, and holders of a position, that are written out
BEST, SCOPES = 3, 4  # values of a slot, and slots of one name, in the line of an event that is agreed
FIELDS = ("who", "whom", "when", "where", "how many")
AGREED = {
    "agreed": "AGREED BY TWO INDEPENDENT ACCOUNTS OR MORE",
    "brief": "AGREED IN FEW WORDS",
    "relayed": "SEVERAL ACCOUNTS, ONE SOURCE OR THE SAME WORDS",
}
Line = tuple[int, str]  # columns of indent, words


def report(record: Record | Index, width: int = 80) -> str:
    """The whole report of a record (or its index), in lines of at most *width* columns (of 40, where it is less). Ends
    with a line feed."""
    return "".join(f"{line}\n" for line in lines(record if isinstance(record, Index) else Index(record), width))


def lines(index: Index, width: int) -> Iterator[str]:
    """The same, line by line."""
    for part in (_contested, _questions, _agreed, _single):
        for indent, words in part(index):
            room = max(width, 40) - indent
            for n, piece in enumerate(textwrap.wrap(printable(words), room - 2, break_on_hyphens=False) or [""]):
                yield " " * (indent + (2 if n else 0)) + piece if piece else ""


def _contested(index: Index) -> Iterator[Line]:
    found = index.parts["contested"]
    yield 0, f"CONTESTED: {len(found):,}"
    for event in found:
        yield from _head(index, event)
        for slot in slots(event):
            if slot.contested:
                yield from _slot(index, slot, index.asked(slot))
                quiet = [index.outlets[i] for i in index.silent(event, slot)]
                if quiet:
                    yield 4, f"silent: {_several(quiet)}"
        sure = Joins.of(event).weakest()
        yield from ((2, f"{sure} one event because: {reason}") for reason in _joined(event))
    arguable = index.parts["arguable"]
    if arguable:
        yield 0, ""
        yield 0, f"MAY DIFFER (scope or time may be another): {len(arguable):,}"
        for event in arguable[:MOST]:
            yield from _head(index, event)
            for slot in slots(event):
                if len(slot.positions) > 1 and index.arguable(slot):
                    values = [f"{name} ({len(p.witnesses)})" for name, p in ranked(slot)]
                    more = f" and {len(values) - LINES:,} more" if len(values) > LINES else ""
                    because = "; ".join(_arguable(slot))
                    yield 4, f"{index.asked(slot)}{_scope(slot)}: {' | '.join(values[:LINES])}{more} ({because})"
        yield from _rest(len(arguable) - MOST)


def _arguable(slot: Slot) -> list[str]:
    return list(dict.fromkeys(r.because for r in slot.relations if r.agreement is Agreement.ARGUABLE))[:2]


def _questions(index: Index) -> Iterator[Line]:
    if not index.record.questions:
        return
    yield 0, ""
    yield 0, f"RIVAL ANSWERS: {len(index.record.questions):,}"
    for question in index.record.questions:
        yield 0, ""
        yield 2, tidy(question.about)
        for slot in question.slots:
            yield from _slot(index, slot, ASKED[slot.scope])


def _agreed(index: Index) -> Iterator[Line]:
    for part, heading in AGREED.items():
        found = index.parts[part]
        if found or part == "agreed":
            yield 0, ""
            yield 0, f"{heading}: {len(found):,}"
        for event in found[:MOST]:
            yield from _head(index, event)
            yield 4, _fields(index, event)
        yield from _rest(len(found) - MOST)


def _single(index: Index) -> Iterator[Line]:
    places = index.places["single"]
    yield 0, ""
    yield 0, f"TOLD BY ONE ACCOUNT ONLY: {len(places):,}"
    by_sentence: dict[tuple[str, int], list[int]] = {}
    for place in places:
        by_sentence.setdefault(index.standings.events[place].title, []).append(place)
    told = list(by_sentence.items())[:MOST]
    for (document, _), together in told:
        events = [index.record.events[place] for place in together]
        before, span, after = shown(index, events[0])
        words = before + index.documents[document].quote(span) + after
        yield 2, f"{index.outlets[document]}: {tidy(words)} ({_dates(events)})"
    yield from _rest(len(places) - sum(len(together) for _, together in told))


def _dates(events: list[Event]) -> str:
    """When the events of one sentence were, each date once; when they were told where nobody says when they were."""
    said = [e for e in events if not undated(e)]
    return "; ".join(dict.fromkeys(map(dated, said or events)))


def _rest(left: int) -> Iterator[Line]:
    if left > 0:
        yield 2, f"and {left:,} more: rashomon show CASE events"


def _head(index: Index, event: Event) -> Iterator[Line]:
    yield 0, ""
    yield 2, headline(index, event)
    yield 4, f"{dated(event)}; {index.told(event)}"


def _slot(index: Index, slot: Slot, asked: str) -> Iterator[Line]:
    """Every position with its witnesses, holders and words; then how the positions stand."""
    yield 4, f"{asked}{'' if slot.scope in ASKED else _scope(slot)}"
    told = named(versions(slot))
    if len(told) > LINES:
        told = ranked(slot)
    for name, position in told[:LINES]:
        yield 6, f"{name}  [{plural(len(position.witnesses), 'witness', 'witnesses')}: {_several(position.witnesses)}]"
        yield from _held(index, position)
    if len(told) > LINES:
        yield 6, f"and {len(told) - LINES:,} more: rashomon show CASE conflicts --json"
    names = labels([p.value for p in slot.positions])
    for r in sorted(slot.relations, key=lambda r: (r.agreement not in HARD, r.left, r.right))[:LINES]:
        if slot.name != "happened":
            yield 6, f"= {names[r.left]} {VERBS[r.agreement]} {names[r.right]}: {r.because}"
        elif r.agreement in HARD:
            yield 6, f"= {r.because}"


def _held(index: Index, position: Position) -> Iterator[Line]:
    """Who holds it, in which words: the same words of one voice once, with the accounts that share them."""
    seen: dict[tuple[str, tuple[str, ...]], list[Claim]] = {}
    for c in position.claims:
        words = tidy(index.documents[c.document].quote(index.sentence(c)))
        family = index.family.get(c.document, (c.document,))
        seen.setdefault((words, index.chain(c.document, c.holders)[1:] or family), []).append(c)
    for (words, _), (c, *copies) in list(seen.items())[:LINES]:
        how = stance(c.holders, c.factuality)
        yield 8, f"{SIGNS[how]} {SAID.get(how, how)}: {' › '.join(index.chain(c.document, c.holders))}"
        yield 10, f"“{words}”"
        if shared := list(dict.fromkeys(index.outlets[k.document] for k in copies if k.document != c.document)):
            yield 10, f"the same words in {_several(shared)}"
    if len(seen) > LINES:
        yield 8, f"and {len(seen) - LINES:,} more"


def _fields(index: Index, event: Event) -> str:
    """ "who: A; where: B (3)": values with the number of independent witnesses where there are several, and what it was
    done with."""
    out = []
    for name in FIELDS:
        found = sorted((s for s in event.slots if s.name == name), key=lambda s: -most(s))
        for slot in found[:SCOPES]:
            values = [f"{said} ({len(p.witnesses)})" if len(p.witnesses) > 1 else said for said, p in ranked(slot)]
            more = f" and {len(values) - BEST:,} more" if len(values) > BEST else ""
            out.append(f"{name}{_scope(slot)}: {', '.join(values[:BEST])}{more}")
        if len(found) > SCOPES:
            out.append(f"{name}: {len(found) - SCOPES:,} more")
    if tools := list(instruments(index.mentioned(event))):
        out.append(f"with: {_several(tools)}")
    return "; ".join(out)


def _joined(event: Event) -> list[str]:
    return list(dict.fromkeys("; ".join(r.because) for r in event.because))[:2]


def _scope(slot: Slot) -> str:
    return f" ({about})" if (about := scope(slot)) else ""


def _several(names: list[str] | tuple[str, ...]) -> str:
    rest = f" and {len(names) - LINES:,} more" if len(names) > LINES + 1 else ""
    return ", ".join(map(tidy, names[:LINES] if rest else names)) + rest
