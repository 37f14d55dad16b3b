"""The record as text for a terminal: accounts, what is contested, rival answers, what is agreed, what one account has.

It says what the page says, in the same order.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from rashomon.lexicon import UNNAMED
from rashomon.types import Agreement, Claim, Event, Position, Record, Slot
from rashomon.views.english import FOREIGN, UNHEARD, foreign
from rashomon.views.events import HARD, arguable, aside, dated, laid_out, most, ranked, slots, undated
from rashomon.views.index import Index, heading, letters, printable, quoted, tidy
from rashomon.views.joins import Joins
from rashomon.views.labels import (
    ACCUSED,
    ASIDE,
    ASKED,
    HOW_OLD,
    NO_DATE,
    SAID,
    SIGNS,
    SO,
    VERBS,
    labels,
    plural,
    stance,
    timex,
)
from rashomon.views.mentions import BESIDE, beside, only_denied
from rashomon.views.numbers import read_as
from rashomon.views.relations import gathered
from rashomon.views.scopes import AGE, about, lead
from rashomon.views.titles import headline, named, passage, passages, shown, trigger, word
from rashomon.views.together import together

ACCOUNTS = 8  # up to which each account is named
MOST = 20  # events of a part that are written out; the rest is counted
LINES = 6  # positions of a slot, and holders of a position, that are written out
BEST, SCOPES = 3, 4  # values of a slot, and slots of one name, in the line of an event that is agreed
FIELDS = ("who", "whom", "when", "where", "how many", "how much", "how old")
AGREED = {
    "agreed": "AGREED BY TWO INDEPENDENT ACCOUNTS OR MORE",
    "brief": "AGREED, WITH LITTLE DETAIL",
    "relayed": "SEVERAL ACCOUNTS, ONE SOURCE OR THE SAME WORDS",
    "unsure": "PERHAPS ONE EVENT, TOLD BY SEVERAL ACCOUNTS",
}
WITNESSES = "(2): on the word of two witnesses, which are accounts in their own words and sources that they name"
Line = tuple[int, str]  # columns of indent, words


def report(record: Record | Index, width: int = 80) -> str:
    """The whole report of a record (or its index), in lines of at most *width* columns (of 40, where it is less). Ends
    with a line feed."""
    return "".join(f"{line}\n" for line in lines(record if isinstance(record, Index) else Index(record), width))


def lines(index: Index, width: int) -> Iterator[str]:
    """The same, line by line."""
    for part in (_accounts, _contested, _questions, _agreed, _single):
        for indent, words in part(index):
            room = max(width, 40) - indent
            for n, piece in enumerate(textwrap.wrap(printable(words), room - 2, break_on_hyphens=False) or [""]):
                yield " " * (indent + (2 if n else 0)) + piece if piece else ""


def _accounts(index: Index) -> Iterator[Line]:
    """What the names of few accounts stand for."""
    documents = index.record.documents
    many = "; rashomon show CASE accounts lists them" if len(documents) > ACCOUNTS else ""
    yield 0, f"ACCOUNTS: {len(documents):,}{many}"
    for d in () if many else documents:
        day = timex(d.date.value) if d.date and d.date.value else NO_DATE
        note = f", {FOREIGN}" if foreign(d) else ""
        yield 2, f"{index.outlets[d.id]}: {day}{note}, {heading(d)}"


def _contested(index: Index) -> Iterator[Line]:
    found = index.parts["contested"]
    yield 0, ""
    yield 0, f"CONTESTED: {len(found):,}"
    for event in found:
        yield from _head(index, event)
        for slot in slots(event):
            if slot.contested:
                yield from _slot(index, slot, index.asked(slot) + _scope(slot))
                quiet = [index.outlets[i] for i in index.silent(event, slot)]
                if quiet:
                    yield 4, f"silent: {_several(quiet)}"
        if unheard := [index.outlets[i] for i in index.unheard(event)]:
            yield 4, f"{UNHEARD.lower()}: {_several(unheard)}"
        sure = Joins.of(event).weakest()
        yield from ((2, f"{sure} one event because: {reason}") for reason in _joined(event))
    leaning = index.parts["arguable"]
    if leaning:
        yield 0, ""
        yield 0, f"MAY DIFFER (scope or time may be another): {len(leaning):,}"
        for event in leaning[:MOST]:
            yield from _head(index, event)
            for slot in slots(event):
                if len(slot.positions) > 1 and arguable(slot):
                    values = [f"{name} ({len(p.witnesses)})" for name, p in ranked(slot)]
                    more = f" and {len(values) - LINES:,} more" if len(values) > LINES else ""
                    because = "; ".join(_arguable(slot))
                    yield 4, f"{index.asked(slot)}{_scope(slot)}: {' | '.join(values[:LINES])}{more} ({because})"
        yield from _rest(len(leaning) - MOST)


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
            yield from _slot(index, slot, ASKED.get(slot.scope, HOW_OLD))


def _agreed(index: Index) -> Iterator[Line]:
    first = next((part for part in AGREED if index.parts[part]), "")
    for part, called in AGREED.items():
        found = index.parts[part]
        if found or part == "agreed":
            yield 0, ""
            yield 0, f"{called}: {len(found):,}"
        if part == first:
            yield 2, WITNESSES
        groups = together(index, found[:MOST]) if part == "agreed" else passages(index, found[:MOST]).values()
        for head, *rest in groups:
            yield from _head(index, head)
            yield from ((4, line) for line in _fields(index, head))
            for event in rest:
                yield from _again(index, event, head)
                yield from ((6, line) for line in _fields(index, event))
        yield from _rest(len(found) - MOST)


def _single(index: Index) -> Iterator[Line]:
    places = index.places["single"]
    yield 0, ""
    yield 0, f"TOLD BY ONE ACCOUNT, OR COPIES OF IT: {len(places):,}"
    by_sentence: dict[tuple[str, int], list[int]] = {}
    for place in places:
        by_sentence.setdefault(index.standings.events[place].title, []).append(place)
    told = list(by_sentence.items())[:MOST]
    for document in sorted({document for (document, _), _ in told}, key=index.rank.__getitem__):
        yield 0, ""
        yield 2, index.outlets[document]
        for several in (several for (i, _), several in told if i == document):
            events = [index.record.events[place] for place in several]
            before, span, after = shown(index, events[0])
            words = before + index.documents[document].quote(span) + after
            said = [f"says {name}" for name in _speakers(index, events)[:1] if name not in words]
            about = "; ".join((*_dates(index, events), *said))
            yield 4, f"{tidy(words)} ({about})" if about else tidy(words)
    yield from _rest(len(places) - sum(len(together) for _, together in told))


def _dates(index: Index, events: list[Event]) -> list[str]:
    """When the events of one sentence were, each date once; none where nobody says. Before a date stand the words of
    the events that have it, where others have another or the sentence tells a deed before them."""
    told: dict[str, list[Event]] = {}
    for event in events:
        told.setdefault("" if undated(event) else dated(event), []).append(event)
    at_once = len(events) > 1 == len(told)
    words = {date: ", ".join(filter(None, (named(index, e) for e in dating))) for date, dating in told.items() if date}
    return [f"{said}: {date}" if said and not at_once else date for date, said in words.items()]


def _speakers(index: Index, events: list[Event]) -> list[str]:
    """Whose word all of these events are, where no account tells one in its own words; else nobody."""
    claims = [c for e in events for s in e.slots if s.name == "happened" for p in s.positions for c in p.claims]
    chains = [index.chain(c.document, c.holders) for c in claims]
    names = ("nobody named" if c[-1] == UNNAMED else c[-1] for c in chains)
    return list(dict.fromkeys(names)) if all(len(c) > 1 for c in chains) else []


def _rest(left: int) -> Iterator[Line]:
    if left > 0:
        yield 0, ""
        yield 2, f"and {left:,} more: rashomon show CASE events"


def _head(index: Index, event: Event) -> Iterator[Line]:
    yield 0, ""
    yield 2, headline(index, event)
    yield 4, f"{dated(event)}; {index.told(event)}"


def _again(index: Index, event: Event, above: Event) -> Iterator[Line]:
    """The head of an event below one that is told with it; the sentence of both titles is not said again."""
    found = trigger(index, event)
    again = f"[{word(index, event, found) if found else 'the same'}]"
    yield 4, again if passage(index, event) == passage(index, above) else headline(index, event)
    yield 6, f"{dated(event)}; {index.told(event)}"


def _slot(index: Index, slot: Slot, asked: str) -> Iterator[Line]:
    """Every position with its witnesses, holders and words; then how the positions stand."""
    yield 4, asked
    told = laid_out(slot, LINES)
    for said, position in told[:LINES]:
        name = SO.get(said, said) if index.accused(slot) else said
        bounds = f" (read as {bounds})" if (bounds := read_as(position)) else ""
        beside = f", {ASIDE}" if aside(slot, position) else ""
        count = plural(len(position.witnesses), "witness", "witnesses")
        yield 6, f"{name}{bounds}{beside}  [{count}: {_several(position.witnesses)}]"
        yield from _held(index, position)
    if len(told) > LINES:
        yield 6, f"and {len(told) - LINES:,} more: rashomon show CASE conflicts --json"
    if slot.name == "happened":
        hard = (r.because for r in sorted(slot.relations, key=lambda r: (r.left, r.right)) if r.agreement in HARD)
        yield from ((6, f"= {because}") for because in list(dict.fromkeys(hard))[:LINES])
        return
    names = labels(slot.positions)
    for s in list(gathered(slot))[:LINES]:
        others = list(dict.fromkeys(names[n] for n in s.others))
        yield 6, f"= {names[s.one]} {VERBS[s.agreement]} {_several(others)}: {s.because}"


def _held(index: Index, position: Position) -> Iterator[Line]:
    """Who holds it, in which words: the same words of one family once, below all in it who say them, with the accounts
    that share them."""
    seen: dict[tuple[str, tuple[str, ...]], list[Claim]] = {}
    for c in position.claims:
        words = letters(index.documents[c.document].quote(index.sentence(c)))
        seen.setdefault((words, index.family.get(c.document, (c.document,))), []).append(c)
    for first, *others in list(seen.values())[:LINES]:
        held = (c for c in (first, *others) if c.document == first.document)
        yield from dict.fromkeys((8, _voice(index, c)) for c in held)
        yield 10, quoted(tidy(index.documents[first.document].quote(index.sentence(first))))
        if shared := list(dict.fromkeys(index.outlets[c.document] for c in others if c.document != first.document)):
            yield 10, f"the same words in {_several(shared)}"
    if len(seen) > LINES:
        yield 8, f"and {len(seen) - LINES:,} more"


def _voice(index: Index, claim: Claim) -> str:
    how = stance(claim.holders, claim.factuality)
    held = (index.on(claim.document), *index.behind(claim.document, claim.holders))
    return f"{SIGNS[how]} {SAID.get(how, how)}: {' › '.join(held)}"


def _fields(index: Index, event: Event) -> Iterator[str]:
    """ "who: A", "where: B (3), from C": values with the number of independent witnesses where there are several, who
    says so where no account says it in its own words, and what it was done with."""
    if speakers := _speakers(index, [event]):
        yield f"on the word of: {_several(speakers)}"
    accused = only_denied(index.mentioned(event))
    named = [(index.asked(s).lower() if s.name == "how many" else s.name, s) for s in event.slots]
    for name in FIELDS:
        found = sorted((s for called, s in named if called == name), key=lambda s: -most(s))
        told = []
        for slot in found[:SCOPES]:
            values = [f"{said} ({len(p.witnesses)})" if len(p.witnesses) > 1 else said for said, p in ranked(slot)]
            more = f" and {len(values) - BEST:,} more" if len(values) > BEST else ""
            told.append(f"{lead(slot).removeprefix(AGE)} {', '.join(values[:BEST])}{more}".strip())
        if len(found) > SCOPES:
            told.append(f"{len(found) - SCOPES:,} more")
        if told:
            yield f"{ACCUSED.lower() if accused and name == 'whom' else name}: {'; '.join(told)}"
    for name, role in BESIDE.items():
        if words := list(beside(role, index.mentioned(event))):
            yield f"{name.lower()}: {_several(words)}"


def _joined(event: Event) -> list[str]:
    return list(dict.fromkeys("; ".join(r.because) for r in event.because))[:2]


def _scope(slot: Slot) -> str:
    return f" ({found})" if (found := about(slot)) else ""


def _several(names: list[str] | tuple[str, ...]) -> str:
    rest = f" and {len(names) - LINES:,} more" if len(names) > LINES + 1 else ""
    return ", ".join(map(tidy, names[:LINES] if rest else names)) + rest
