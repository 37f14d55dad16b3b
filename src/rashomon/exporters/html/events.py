"""The events of a record by how many tell them: in dispute, with rival answers, agreed, told by one account."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rashomon.exporters.html.bounds import QUESTIONS, Bounds, rest
from rashomon.exporters.html.cards import brief, called, card, line, slot_table
from rashomon.exporters.html.markup import attr, isolated, several, text
from rashomon.types import Event, Question, Slot
from rashomon.views.events import HARD, slots
from rashomon.views.index import Index, tidy
from rashomon.views.labels import ASKED, HOW_OLD, SO, labels, plural
from rashomon.views.political import Codes
from rashomon.views.scopes import about
from rashomon.views.titles import passages
from rashomon.views.together import together

SIDES = 3  # of a dispute, in its line
LISTED = {
    "brief": "Agreed, with little detail",
    "relayed": "Several accounts, one source or the same words",
    "unsure": "Perhaps one event, told by several accounts",
}


def contested(index: Index, codes: Codes, within: Bounds) -> str:
    """Events in dispute, those with most independent accounts first; then those that may differ only in scope or
    time."""
    found = within.parts["contested"]
    cards = "".join(card(index, codes, e, within.keys[e.id]) for e in found)
    glance = "".join(_glance(index, e, within.keys[e.id]) for e in found) if len(found) > 1 else ""
    none = '<p class="none">No conflict found: no two accounts or speakers contradict each other on one event.</p>'
    lean = "".join(card(index, codes, e, within.keys[e.id]) for e in within.parts["arguable"])
    more = (
        f'<h3 class="part">May differ: scope or time may be another</h3><div data-cap="10">{lean}</div>' if lean else ""
    )
    first = (f'<div data-cap="20">{cards}</div>' if cards else none) + _rest(index, within, "contested")
    listed = f'<ol class="glance" data-cap="10" aria-label="What is contested">{glance}</ol>' if glance else ""
    return listed + first + more + _rest(index, within, "arguable")


def _glance(index: Index, event: Event, key: str) -> str:
    """What is in dispute, and by whom, on a line that leads to it."""
    disputes = "; ".join(_sides(index, s) for s in slots(event) if s.contested)
    return f'<li><a href="#{key}">{called(index, event)}</a> <span class="count">{disputes}</span></li>'


def _sides(index: Index, slot: Slot) -> str:
    """The versions that exclude each other, each with those who hold it, the most widely held first."""
    sides: dict[str, dict[str, None]] = {}
    names = labels(slot.positions)
    for n in sorted({n for r in slot.relations if r.agreement in HARD for n in (r.left, r.right)}):
        said = SO.get(names[n], names[n]) if index.accused(slot) else names[n]
        sides.setdefault(said, {}).update(dict.fromkeys(slot.positions[n].witnesses))
    order = sorted(sides, key=lambda said: -len(sides[said]))
    told = [f"<b>{text(tidy(said))}</b> {several(list(sides[said]), 1)}" for said in order[:SIDES]]
    more = [f"{len(order) - SIDES:,} more"] if len(order) > SIDES else []
    of = f" ({found})" if (found := about(slot)) else ""
    asked = "" if slot.name == "happened" else f"{text(tidy(index.asked(slot) + of))}: "
    return asked + " · ".join(told + more)


def _rest(index: Index, within: Bounds, part: str) -> str:
    left = len(index.parts[part]) - len(within.parts[part])
    return rest(left, "event", "rashomon show CASE conflicts" if part == "contested" else "rashomon show CASE events")


def questions(index: Index) -> str:
    """Questions with rival answers: a table for each relation, every answer with its holders and words; "" for none."""
    cards = "".join(_question(index, q, f"q{attr(q.id)}") for q in index.record.questions[:QUESTIONS])
    left = rest(len(index.record.questions) - QUESTIONS, "question", "rashomon show CASE questions")
    return f'<div data-cap="10">{cards}</div>{left}' if cards else ""


def _question(index: Index, question: Question, key: str) -> str:
    voices = {w for s in question.slots for p in s.positions for w in p.witnesses}
    answers = sum(len(s.positions) for s in question.slots)
    tables = "".join(slot_table(index, s, ASKED.get(s.scope, HOW_OLD), _mark(s)) for s in question.slots)
    return (
        f'<article class="card" id="{key}" aria-labelledby="{key}t"><header><p class="when">'
        f'<span class="count">{plural(answers, "answer")}, {plural(len(voices), "witness", "witnesses")}</span></p>'
        f'<h3 class="what" id="{key}t">{text(tidy(question.about))}</h3></header>{tables}</article>'
    )


def _mark(slot: Slot) -> str:
    """How its answers stand, "" where their relations say it."""
    return "" if slot.relations else "answers differ" if len(slot.positions) > 1 else "one answer"


def agreed(index: Index, codes: Codes, within: Bounds) -> str:
    """Events that several tell without dispute: those on which most independent witnesses agree first, each with what
    is told in the same sentences; then those of which they say little, and those that all accounts have from one
    source."""
    cards = "".join(brief(index, codes, told, within.keys) for told in together(index, within.parts["agreed"]))
    first = f'<div data-cap="25">{cards}</div>{_rest(index, within, "agreed")}' if cards else ""
    more = "".join(
        f'<h3 class="part">{heading}</h3><ol data-cap="8">'
        f"{''.join(_lines(index, codes, within.parts[part], within))}</ol>{_rest(index, within, part)}"
        for part, heading in LISTED.items()
        if within.parts[part]
    )
    none = '<p class="none">No event is told by two independent accounts without dispute.</p>'
    return first + more or none


def single(index: Index, codes: Codes, within: Bounds) -> str:
    """What only one account tells, or only copies of one text, by account: what weighs most first, else in the order of
    its text; the words of a sentence that tells several events once."""
    by_account: dict[str, list[Event]] = {}
    for e in within.parts["single"]:
        by_account.setdefault(e.title[0], []).append(e)
    groups = "".join(
        f'<section class="group"><h3>{isolated(index.outlets[d.id])} '
        f'<span class="count">{plural(len(by_account[d.id]), "event")}</span></h3><ol data-cap="8">'
        + "".join(_lines(index, codes, sorted(by_account[d.id], key=lambda e: (index.weighed(e), e.title[1])), within))
        + "</ol></section>"
        for d in index.record.documents
        if d.id in by_account
    )
    none = f'<p class="none">{"Every event is told by several" if index.record.events else "No event was found"}.</p>'
    return f'<div data-cap="12">{groups}</div>{_rest(index, within, "single")}' if groups else none


def _lines(index: Index, codes: Codes, events: Iterable[Event], within: Bounds) -> Iterator[str]:
    for told in passages(index, events).values():
        for before, event in zip((None, *told), told, strict=False):
            yield line(index, codes, event, within.keys[event.id], before)
