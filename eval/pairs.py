"""Pairs: how the claims of two accounts of one event stand to each other, on our own standoff labels (`eval/gold`).

Data: JSON Lines, an event a line: `documents` with `corpus`, `doc`, `sha256`, `outlet`, `published`, and `questions`,
each a `slot` with `claims` (`document`, `begin`, `end`, `version`) and `pairs` of them with their relation.

    relation ...   given the words of both claims and the slot, what `rashomon.values` and the gates of
                   `rashomon.relations` say: accuracy, mean F1 of the classes, and each class
    shown          of the conflicts and denials between two accounts that the record of the event shows, how many are
                   labelled so (P); of the labelled disputes, two versions of a question, how many are shown (R)
    or arguable    how many of those shown are labelled so, or as arguable or updated
    told, joined   of the labelled disputes, those with a claim at both sides, and those with both in one event
    pairs joined   of all labelled pairs, those that agree too, those with both in one event
    claims ...     of all labelled claims, disputed or not, those at whose words a claim of their slot stands; by slot
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from eval import differences
from eval.metrics import Fault, Result, Score, accuracy, macro, recall, total
from eval.questions import DISPUTES, Case, Place, Question, read
from eval.shown import Annotate, Shown, annotated, holds, of_each_event, of_events, recorded
from rashomon.types import Agreement, Claim, Document, EventMention, Interval, Position, Record, Span, Value

CLASSES: Mapping[Agreement, str] = {
    Agreement.AGREES: "agrees",
    Agreement.COMPATIBLE: "compatible",
    Agreement.MORE_PRECISE: "compatible",
    Agreement.UPDATED: "updated",
    Agreement.ARGUABLE: "arguable",
    Agreement.CONFLICTS: "conflicts",
    Agreement.DENIES: "conflicts",
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a system says of an event: the class of each judged pair by question, "" for none; what it shows; and where
    the words of each claim of its record stand, by event, and with their slot."""

    relations: tuple[tuple[str, ...], ...]
    shown: tuple[Shown, ...]
    events: tuple[tuple[Place, ...], ...] = ()
    said: tuple[tuple[str, Place], ...] = ()


def gold(path: Path, limit: int | None) -> list[Case]:
    """The labelled events. Raises ReadError where a corpus is absent or its text is not the one labelled."""
    return read(path, limit)


# -- Rashomon ----------------------------------------------------------------------------------------------------------


def predict(cases: Sequence[Case], annotate: Annotate = annotated) -> list[Verdict]:
    """What values and relations say of the words labelled, and what the record of each event's accounts shows."""
    out = []
    for case in cases:
        documents, claims, record = recorded(case.accounts, annotate)
        relations = _relations(case, documents, claims, record)
        events = tuple(of_each_event(documents, claims, record))
        out.append(Verdict(relations, tuple(of_events(documents, record)), events, tuple(_said(documents, claims))))
    return out


def _said(documents: Sequence[Document], claims: Sequence[Claim]) -> Iterator[tuple[str, Place]]:
    """The slot and the words of each claim."""
    number = {d.id: k for k, d in enumerate(documents)}
    yield from ((c.slot, (number[c.document], c.evidence.begin, c.evidence.end)) for c in claims)


def _relations(
    case: Case, documents: Sequence[Document], claims: Sequence[Claim], record: Record
) -> tuple[tuple[str, ...], ...]:
    from rashomon.relations import relate
    from rashomon.voices import Voices

    voices = Voices({d.id: d for d in documents}, record.names, record.families, asked=True)
    out = []
    for q in case.questions:
        scope = q.of if q.slot == "how many" else ""
        positions = [_position(q, place, documents[place[0]], claims) for place in q.claims]
        said = []
        for i, j, _ in q.judged():
            a, b = positions[i], positions[j]
            said.append(CLASSES[relate(q.slot, scope, (a, b), voices)[0].agreement] if a and b else "")
        out.append(tuple(said))
    return tuple(out)


def _position(q: Question, place: Place, document: Document, claims: Sequence[Claim]) -> Position | None:
    """The words as the only claim of a position, on the word of the outlet; None if they have no value."""
    span = Span(place[1], place[2])
    mentions = document.layer(EventMention).touching(span)
    strongest = max(mentions, key=lambda m: abs(m.factuality), default=None)
    value = _value(q.slot, span, document, claims, strongest)
    if value is None:
        return None
    holders = (document.provenance.outlet or document.id,)
    key = f"{document.id}:{strongest.span.begin if strongest else span.begin}"
    claim = Claim(document.id, key, q.slot, value, span, document.quote(span), holders, 3.0, "labels")
    return Position(value, (claim,), holders)


def _value(
    slot: str, span: Span, document: Document, claims: Sequence[Claim], mention: EventMention | None
) -> Value | None:
    """The value of the words alone; whether it happened, as the account's claims or mentions in the span have it,
    unless the words themselves deny."""
    from rashomon.values import date, name, number, place, polarity

    words = document.quote(span)
    if slot == "how many":
        return number.parse(words)
    if slot == "when":
        day: Interval | None = document.date.interval if document.date else None
        return date.parse(words, day) or Value("date", form=words.casefold())  # in no grammar: compared as it stands
    if slot == "where":
        return place.parse(words)
    if slot in ("who", "whom"):
        return name.parse(words)
    if mention is None or polarity.denies(words):
        return polarity.of_words(words)
    told = [c.value for c in claims if c.document == document.id and c.slot == slot and c.evidence.touches(span)]
    levels = [v.low for v in told if v.low is not None] or [mention.factuality]
    level = polarity.step(max(levels, key=abs))
    return Value("polarity", level, level)


# -- baseline ----------------------------------------------------------------------------------------------------------


def baseline(cases: Sequence[Case], train: Path | None) -> list[Verdict]:
    """Every number, date or polarity that differs is a conflict: `eval.differences`. *train* is not used."""
    out = []
    for case in cases:
        relations = tuple(
            tuple(differences.relation(q.slot, *(_words(case, q.claims[k]) for k in (i, j))) for i, j, _ in q.judged())
            for q in case.questions
        )
        shown = [
            Shown(slot, (x,), (y,))
            for (i, a), (j, b) in combinations(enumerate(case.accounts), 2)
            for slot, x, y in differences.differing(i, a.text, j, b.text)
        ]
        out.append(Verdict(relations, tuple(shown)))
    return out


def _words(case: Case, place: Place) -> str:
    return case.accounts[place[0]].text[slice(*place[1:])].lower()


# -- scores ------------------------------------------------------------------------------------------------------------


def score(cases: Sequence[Case], predictions: Sequence[Verdict]) -> Result:
    """The figures that the head of this file names."""
    scores: list[Score] = []
    faults: list[Fault] = []
    for case, verdict in zip(cases, predictions, strict=True):
        for q, said in zip(case.questions, verdict.relations, strict=True):
            for (i, j, relation), found in zip(q.judged(), said, strict=True):
                known = CLASSES[relation]
                scores += _classes(known, found)
                if found != known:
                    faults.append(_fault(case, "relation", q.claims[i], "wrong", f"{known} > {found}", q.claims[j]))
        scores += _disputes(case, verdict, faults)
        scores += _claims(case, verdict, faults)
    summed = total(scores)
    classes = [s for s in summed if s.name.startswith("relation ")]
    rest = [s for s in summed if s not in classes]
    return Result((*rest, macro("relations", classes), *classes), tuple(faults))


def _classes(gold: str, found: str) -> Iterator[Score]:
    hit = gold == found
    yield accuracy("relation", hit, 1)
    yield Score(f"relation {gold}", hit, hit, hit, 1)
    if found and not hit:
        yield Score(f"relation {found}", 0, 1, 0, 0)


def _disputes(case: Case, verdict: Verdict, faults: list[Fault]) -> Iterator[Score]:
    """A dispute, two versions of a question, is met by any two of its claims. Adds to *faults*."""
    pairs = [(k, q, i, j, relation) for k, q in enumerate(case.questions) for i, j, relation in q.pairs]
    disputed = [((k, q.between(i, j)), q.claims[i], q.claims[j]) for k, q, i, j, r in pairs if r in DISPUTES]
    labelled = {key: (a, b) for key, a, b in disputed}
    met = set()
    right = near = 0
    for s in verdict.shown:
        answers = [(k, q.between(i, j), r) for k, q, i, j, r in pairs if s.meets(q.claims[i], q.claims[j])]
        met |= {(k, versions) for k, versions, r in answers if r in DISPUTES}
        found = {CLASSES[r] for *_, r in answers}
        right += "conflicts" in found
        near += not found.isdisjoint({"conflicts", "arguable", "updated"})
        if "conflicts" not in found:
            faults.append(_fault(case, "shown", s.left[0], "spurious", ", ".join(sorted(found)) or s.slot))
    for key in sorted(labelled.keys() - met, key=lambda key: labelled[key]):
        a, b = labelled[key]
        faults.append(_fault(case, "shown", a, "missed", case.questions[key[0]].slot, b))
    yield Score("shown", right, len(verdict.shown), len(met), len(labelled))
    yield accuracy("or arguable", near, len(verdict.shown))
    for name, groups in (("told", [tuple(p for group in verdict.events for p in group)]), ("joined", verdict.events)):
        held = {key for key, a, b in disputed for group in groups if holds(group, a) and holds(group, b)}
        yield recall(name, len(held), len(labelled))
    ends = [(q.claims[i], q.claims[j]) for _, q, i, j, _ in pairs]
    in_one = sum(any(holds(group, a) and holds(group, b) for group in verdict.events) for a, b in ends)
    yield recall("pairs joined", in_one, len(ends))


def _claims(case: Case, verdict: Verdict, faults: list[Fault]) -> Iterator[Score]:
    """Each labelled claim, and whether one of its slot stands at its words. Adds to *faults*."""
    for q in case.questions:
        at = [place for slot, place in verdict.said if slot == q.slot]
        found = [holds(at, place) for place in q.claims]
        faults += (_fault(case, "claims", p, "missed", q.slot) for p, f in zip(q.claims, found, strict=True) if not f)
        yield recall("claims", sum(found), len(found))
        yield recall(f"claims {q.slot}", sum(found), len(found))


def _fault(case: Case, measure: str, place: Place, what: str, labels: str, other: Place | None = None) -> Fault:
    against = f" ({case.accounts[other[0]].id} {other[1]}-{other[2]})" if other else ""
    return Fault(case.accounts[place[0]].id, measure, place[1], place[2], what, labels + against)
