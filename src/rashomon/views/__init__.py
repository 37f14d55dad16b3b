"""The record as plain rows, for terminals and anyone with a table: `rows(record, "conflicts")`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from rashomon.types import Attribution, Block, Document, Event, EventMention, Position, Record, Slot, Span
from rashomon.views.english import FOREIGN, foreign
from rashomon.views.events import by_time, dated, slots
from rashomon.views.index import Index, day, heading, layer, outlet, printable, tidy
from rashomon.views.joins import Joins
from rashomon.views.labels import held, stance, timex
from rashomon.views.mentions import BESIDE, beside
from rashomon.views.outlets import Row
from rashomon.views.scopes import lead
from rashomon.views.statements import DENY, denials, denied
from rashomon.views.titles import headline

FIELDS = ("who", "whom", "where", "how many")
TOLD = {
    "contested": "contested",
    "arguable": "may differ",
    "agreed": "agreed",
    "brief": "agreed",
    "relayed": "one source",
    "unsure": "perhaps one",
    "single": "one account",
}


def rows(record: Record | Index, what: str) -> list[Row]:
    """Rows of one view of a record (or its index): conflicts, questions, timeline, statements, events or accounts.

    Every row of one view has the same keys. Rows that rest on words carry `document`, `begin` and `end` (code points,
    end-exclusive) and `words`, with control characters spelled out. Raises KeyError for another name.
    """
    index = record if isinstance(record, Index) else Index(record)
    return list(map(index.named.named, VIEWS[what](index)))


def _conflicts(index: Index) -> Iterator[Row]:
    """One row per holder of a position in a contested slot, of events and then of questions."""
    for place in sorted(index.places["contested"]):
        event = index.record.events[place]
        for slot in slots(event):
            yield from _contested(index, event.id, headline(index, event), slot)
    for question in index.record.questions:
        for slot in question.slots:
            yield from _contested(index, question.id, tidy(question.about), slot)


def _contested(index: Index, key: str, title: str, slot: Slot) -> Iterator[Row]:
    """The rows of a slot of the event or question with this id; none where nothing in it is contested."""
    for n, position in enumerate(slot.positions if slot.contested else ()):
        because = (r.because for r in slot.relations if n in (r.left, r.right) and r.because)
        why = "; ".join(dict.fromkeys(because))
        for c in position.claims:
            yield {
                "event": key,
                "title": printable(title),
                "slot": f"{slot.name} ({slot.scope})" if slot.scope else slot.name,
                "position": printable(held(position)),
                "holders": printable(" › ".join(index.behind(c.document, c.holders))),
                "day": day(index.documents[c.document]),
                "stance": stance(c.holders, c.factuality),
                "witnesses": len(position.witnesses),
                **_words(index, c.document, index.sentence(c)),
                "because": why,
            }


def _questions(index: Index) -> Iterator[Row]:
    """One row per holder of an answer to a question with rival answers."""
    for question in index.record.questions:
        for slot in question.slots:
            for position in slot.positions:
                for c in position.claims:
                    yield {
                        "question": question.id,
                        "about": printable(tidy(question.about)),
                        "relation": slot.scope,
                        "answer": printable(held(position)),
                        "holders": printable(" › ".join(index.behind(c.document, c.holders))),
                        "stance": stance(c.holders, c.factuality),
                        "witnesses": len(position.witnesses),
                        **_words(index, c.document, index.sentence(c)),
                    }


def _timeline(index: Index) -> Iterator[Row]:
    """Events in order of time; those without a date come last."""
    return (of_event(index, event) for event in chronology(index.record.events))


def _events(index: Index) -> Iterator[Row]:
    """Events in the order of the page: contested, agreed, told by one account."""
    return (in_part(of_event(index, e), part) for part, events in index.parts.items() for e in events)


def in_part(row: Row, part: str) -> Row:
    """A row of the timeline as one of the table of events."""
    when = row.pop("when")
    return {**row, "when": when, "part": TOLD[part]}


def of_event(index: Index, event: Event) -> Row:
    """The row of an event in the timeline."""
    told = index.accounts(event)
    return {
        "when": dated(event),
        "event": event.id,
        "title": printable(headline(index, event)),
        "accounts": len(told),
        "independent": index.independent(told),
        "witnesses": len(index.witnesses(event)),
        "contested": ", ".join(dict.fromkeys(s.name for s in slots(event) if s.contested)),
        "outlets": " ".join(told),
        "joined": Joins.of(event).weakest(),
        **{name: printable(_values(event, name)) for name in FIELDS},
        **{name.lower(): printable("; ".join(beside(role, index.mentioned(event)))) for name, role in BESIDE.items()},
        **_words(index, *event.title),
    }


def _values(event: Event, name: str) -> str:
    """Every version of a slot, each once, what is counted ("people killed:") before its number."""
    found = (f"{lead(s)} {held(p)}".strip() if name == "how many" else held(p) for s, p in _positions(event, name))
    return "; ".join(dict.fromkeys(found))


def _positions(event: Event, name: str) -> Iterator[tuple[Slot, Position]]:
    return ((s, p) for s in event.slots if s.name == name for p in s.positions)


def _statements(index: Index) -> Iterator[Row]:
    """Every attributed statement, account by account, in the order of the text."""
    return (row for told in of_statements(index) for row in told)


def of_statements(index: Index) -> Iterator[list[Row]]:
    """The rows of the statements of each account."""
    denying = denials(index, index.record.events)
    for d in index.record.documents:
        yield [_statement(index, d, a, denying.get(d.id, ())) for a in layer(d, Attribution)]


def _statement(index: Index, d: Document, a: Attribution, denying: Sequence[EventMention]) -> Row:
    words = " … ".join(tidy(d.quote(c)) for c in a.content)
    around = index.around(d.id, Span(min(c.begin for c in a.content), max(c.end for c in a.content)))
    no = denied(a, denying)
    return {
        "speaker": printable(index.speaker(d, a) or (tidy(d.quote(a.source)) if a.source else "")),
        "resolved": int(a.speaker is not None),
        "stance": "".join(
            [
                a.stance if a.positive else f"not {a.stance}",
                f" ({tidy(d.quote(a.hedge))})" if a.hedge else "",
                f"; {DENY} ({tidy(d.quote(no.span))})" if no else "",
            ]
        ),
        "form": a.form,
        "kind": a.kind,
        **{k: printable(tidy(d.quote(s))) if s else "" for k, s in _around(a)},
        "cue": printable(tidy(d.quote(a.cue))) if a.cue else "",
        "outlet": "",
        "day": day(d),
        "holders": printable(" › ".join(index.behind(d.id, a.holders))),
        "document": d.id,
        "begin": a.span.begin,
        "end": a.span.end,
        "words": printable(words),
        "sentence": printable(tidy(d.quote(around))),
    }


def _around(a: Attribution) -> tuple[tuple[str, Span | None], ...]:
    return (("addressee", a.addressee), ("venue", a.venue), ("said", a.time))


def _accounts(index: Index) -> Iterator[Row]:
    """Every account, in record order, and how it was dated."""
    for d in index.record.documents:
        yield {
            "outlet": outlet(d),
            "title": printable(heading(d)),
            "date": timex(d.date.value) if d.date else "",
            "day": day(d),
            "dated by": d.date.how if d.date else "unknown",
            "confidence": d.date.confidence if d.date else "",
            "blocks": len(layer(d, Block)),
            "statements": index.holdings[d.id].statements,
            "events": index.holdings[d.id].mentions,
            "copies": "",
            "note": FOREIGN if foreign(d) else "",
            "path": printable(d.provenance.path),
            "document": d.id,
        }


def _words(index: Index, document: str, span: Span) -> Row:
    return {
        "document": document,
        "begin": span.begin,
        "end": span.end,
        "words": printable(tidy(index.documents[document].quote(span))),
    }


def chronology(events: Iterable[Event]) -> list[Event]:
    """Events in order of time: see `in_time`."""
    return sorted(events, key=in_time)


def in_time(event: Event) -> tuple[float | str, ...]:
    """What events in order of time are sorted by: see `by_time`; two of one time by their ids."""
    return *by_time(event), event.id


VIEWS: Mapping[str, Callable[[Index], Iterator[Row]]] = {
    "conflicts": _conflicts,
    "questions": _questions,
    "timeline": _timeline,
    "statements": _statements,
    "events": _events,
    "accounts": _accounts,
}
