"""Timelines: what happened to an entity, in order and with dates, over many accounts (SemEval-2015 task 4, track A).

Data: JSON Lines with `corpus`, `entity`, `order` (0 where it is unknown), `time` and `events`, each
"document-sentence-word". The texts are read from `meantime.jsonl` beside the file; events of texts that are not there
are left out, and so are entities without any.

    awareness     F1 of temporal awareness: of the relations that a timeline is made of (an event is at its time; it is
                  before the next; with those beside it), how many hold on the other side. Position 0 is not scored.
    events        F1 of events, dated or not
    dates         of the events found that are dated in both, how many have the very date
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

from eval.corpora import json_lines
from eval.meantime import QUOTES, joined
from eval.metrics import Fault, Result, Score, accuracy, total
from eval.rules import sentences
from rashomon.errors import ReadError
from rashomon.types import Argument, Document, EventMention, Record, Time

TEXTS = "meantime.jsonl"
DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
ROLES = frozenset({"agent", "patient", "recipient"})
Place = tuple[str, int, int]  # document, begin, end
Relation = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Entry:
    """One event of a timeline: where it is mentioned, its time ("" unknown), and its position (0 unknown)."""

    places: tuple[Place, ...]
    time: str
    position: int


@dataclass(frozen=True, slots=True)
class Case:
    """An entity with its timeline, and all entities and texts of its corpus."""

    entity: str
    entries: tuple[Entry, ...]
    entities: tuple[str, ...]
    texts: tuple[tuple[str, str], ...]


def gold(path: Path, limit: int | None) -> list[Case]:
    """The timelines of the file. Raises ReadError where the texts are absent."""
    texts = path.with_name(TEXTS)
    if not texts.is_file():
        raise ReadError(str(texts), "the texts of the timelines are absent")
    words = {record["doc"].split("_")[0]: _Text(record) for _, record in json_lines(texts, None, ("doc", "tokens"))}
    found: dict[tuple[str, str], list[Entry]] = {}
    for _, row in json_lines(path, None, ("corpus", "entity", "order", "time", "events")):
        places = tuple(place for event in row["events"] for place in _places(event, words))
        if places:
            time = row["time"].removesuffix("-XX").removesuffix("-XX").replace("XXXX", "")
            entry = Entry(places, time, int(row["order"].split("-")[0]))
            found.setdefault((row["corpus"], row["entity"]), []).append(entry)
    cases = []
    for corpus, entity in list(found)[:limit]:
        own = sorted({p[0] for (c, _), entries in found.items() if c == corpus for e in entries for p in e.places})
        entities = tuple(e for c, e in found if c == corpus)
        cases.append(Case(entity, tuple(found[corpus, entity]), entities, tuple((d, words[d].text) for d in own)))
    return cases


class _Text:
    """A text put together from its words, and where the words of each sentence stand."""

    def __init__(self, record: Mapping[str, Any]) -> None:
        said = [(QUOTES.get(t["t"], t["t"]), t["s"]) for t in record["tokens"]]
        self.text, places = joined(said)
        self.sentences: dict[int, list[tuple[str, tuple[int, int]]]] = {}
        for (word, sentence), place in zip(said, places, strict=False):
            self.sentences.setdefault(sentence, []).append((word, place))


def _places(event: str, words: Mapping[str, _Text]) -> Iterator[Place]:
    """The first such word of the sentence, if there is one: one event of the data names a sentence without it."""
    document, sentence, said = event.split("-", 2)
    parts = said.replace("_", " ").split()
    known = words[document].sentences.get(int(sentence), []) if document in words else []
    yield from [(document, begin, end) for word, (begin, end) in known if word in parts or word == said][:1]


def annotated(texts: Sequence[tuple[str, str]]) -> Record:
    """The record of the accounts, as a build makes it; each account's outlet is its name."""
    import rashomon
    from rashomon.claims import extract
    from rashomon.dating import date_accounts
    from rashomon.linking import link
    from rashomon.linking.stories import stories
    from rashomon.record import assemble

    documents = list(rashomon.annotate(rashomon.document(text, outlet=name) for name, text in texts))
    documents = list(date_accounts(documents, stories(documents)))
    claims = list(extract(documents))
    return assemble(documents, claims, link(documents, claims))


def predict(
    cases: Sequence[Case], build: Callable[[Sequence[tuple[str, str]]], Record] = annotated
) -> list[list[Entry]]:
    """The events of the record in which the entity takes part, and what else happens to it, in the order of dates."""
    records = {texts: build(texts) for texts in dict.fromkeys(c.texts for c in cases)}
    return [list(_timeline(c, records[c.texts])) for c in cases]


def _timeline(case: Case, record: Record) -> Iterator[Entry]:
    mentions = {d.key(m): (d, m) for d in record.documents for m in d.layer(EventMention)}
    found: list[tuple[str, tuple[Place, ...]]] = []
    joined_up = {m for event in record.events for m in event.mentions}
    alone = ((m,) for m in mentions if m not in joined_up)  # what the record gives no line of its own
    for group in (*(event.mentions for event in record.events), *alone):
        told = [mentions[m] for m in group if m in mentions]
        own = [(d, m) for d, m in told if any(_is_entity(case, a) for a in m.arguments)]
        if own and any(m.happened > 0 for _, m in told):
            dates = [*(date for d, m in told for date in _dates(d, m)), *(_published(d) for d, _ in told)]
            found.append((dates[0], tuple((d.provenance.outlet, m.span.begin, m.span.end) for d, m in own)))
    order = sorted({date for date, _ in found if date})
    for date, places in found:
        yield Entry(places, date, order.index(date) + 1 if date else 0)


def _is_entity(case: Case, a: Argument) -> bool:
    """True if the argument's name is the entity rather than another of the corpus: of those whose words hold its
    words the shortest, else of those whose words it holds the longest."""
    if a.name is None or a.role not in ROLES:
        return False
    words = set(a.name.lower().split())
    size = {e: len(e.split()) for e in case.entities}
    wider = [e for e in case.entities if words <= set(e.lower().split())]
    inner = [e for e in case.entities if set(e.lower().split()) <= words]
    nearest = min(wider, key=lambda e: size[e]) if wider else max(inner, key=lambda e: size[e], default="")
    return nearest == case.entity


def _dates(document: Document, mention: EventMention) -> Iterator[str]:
    """The days, months and years that the mention's own words of time name."""
    own = {a.span for a in mention.arguments if a.role == "time"}
    for time in document.layer(Time):
        if time.span in own and (value := DATE.match(time.value)):
            yield value[0]


def _published(document: Document) -> str:
    return document.date.value[:10] if document.date and document.date.interval else ""


def baseline(cases: Sequence[Case], train: Path | None = None) -> list[list[Entry]]:
    """Every word in -ed in a sentence that has the entity's name, on the day of the account's second line. *train* is
    not used."""
    out = []
    for case in cases:
        found = []
        for name, text in case.texts:
            written = text.split("\n")[1] if text.count("\n") > 1 else ""
            day = _day(written)
            for begin, end in sentences(text):
                if case.entity in text[begin:end]:
                    words = re.finditer(r"\b\w+ed\b", text[begin:end])
                    found += [(day, (name, begin + w.start(), begin + w.end())) for w in words]
        order = sorted({day for day, _ in found if day})
        out.append([Entry((place,), day, order.index(day) + 1 if day else 0) for day, place in found])
    return out


def _day(written: str) -> str:
    try:
        return datetime.strptime(written.strip(), "%B %d, %Y").date().isoformat()
    except ValueError:
        return ""


# -- scores ------------------------------------------------------------------------------------------------------------


def score(cases: Sequence[Case], predictions: Sequence[Sequence[Entry]]) -> Result:
    """The figures that the head of this file names."""
    scores: list[Score] = []
    faults: list[Fault] = []
    for case, said in zip(cases, predictions, strict=True):
        given = {f"g{i}": e for i, e in enumerate(case.entries)}
        named = {_name(e, given) or f"s{i}": e for i, e in enumerate(said)}
        right = sum(_holds(r, given) for r in _relations(named))
        found = sum(_holds(r, named) for r in _relations(given))
        sizes = len(list(_relations(named))), len(list(_relations(given)))
        scores.append(Score("awareness", right, sizes[0], found, sizes[1]))
        both = [n for n in named if n in given]
        scores.append(Score("events", len(both), len(named), len(both), len(given)))
        dated = [n for n in both if given[n].time and named[n].time]
        scores.append(accuracy("dates", sum(given[n].time == named[n].time for n in dated), len(dated)))
        faults += _faults(case, given, named)
    return Result(tuple(total(scores)), tuple(faults))


def _name(entry: Entry, given: Mapping[str, Entry]) -> str | None:
    """The annotated event that an entry is, by any of its mentions."""
    meets = (n for n, g in given.items() if any(_meet(a, b) for a in entry.places for b in g.places))
    return next(meets, None)


def _meet(one: Place, other: Place) -> bool:
    return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]


def _relations(entries: Mapping[str, Entry]) -> Iterator[Relation]:
    """What a timeline is made of: each event at its time, beside the one before it or after the group before it."""
    placed = sorted((e.position, n) for n, e in entries.items() if e.position)
    for _, name in placed:
        if entries[name].time:
            yield name, "at", entries[name].time
    for (position, name), (later, after) in pairwise(placed):
        yield name, "same" if position == later else "before", after


def _holds(relation: Relation, entries: Mapping[str, Entry]) -> bool:
    left, kind, right = relation
    one, other = entries.get(left), entries.get(right)
    if kind == "at":
        return bool(one and one.position and one.time == right)
    if not (one and other and one.position and other.position):
        return False
    return one.position == other.position if kind == "same" else one.position < other.position


def _faults(case: Case, given: Mapping[str, Entry], named: Mapping[str, Entry]) -> Iterator[Fault]:
    for kind, own, others in (("missed", given, named), ("spurious", named, given)):
        for name, entry in own.items():
            document, begin, end = entry.places[0]
            if name not in others:
                yield Fault(f"{case.entity}/{document}", "events", begin, end, kind, entry.time)
            elif kind == "missed" and entry.time and others[name].time != entry.time:
                yield Fault(
                    f"{case.entity}/{document}", "dates", begin, end, "wrong", f"{entry.time} > {others[name].time}"
                )
