"""Lines: which main events of an account have a line in the record of this account alone?

Data: JSON Lines of standoff labels (`eval/gold/lines-*.jsonl`): `corpus`, `doc`, `sha256` and `events`, each with the
alternatives of its `trigger`: what a reader who had not seen the record would load.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.corpora import spans
from eval.metrics import Fault, Result, Score
from eval.raw import Annotate, annotated
from eval.texts import labelled
from rashomon.types import Document, EventMention, Record, Span

EARLY = 5  # sentences from which the baseline takes verbs
SENTENCE = re.compile(r"[.!?]\s+(?=[A-Z“\"])")
VERB = re.compile(r"\b[a-z]+ed\b")

Triggers = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """An article and the alternative triggers of each of its main events."""

    id: str
    text: str
    events: tuple[Triggers, ...]


def gold(path: Path, limit: int | None) -> list[Case]:
    """The labelled articles. Raises ReadError for a trigger outside its text."""
    cases = []
    for number, record, text in labelled(path, limit, "events"):
        found = (spans(e["trigger"], len(text), path, number, "trigger") for e in record["events"])
        events = tuple(tuple(Span(*words) for words in triggers) for triggers in found)
        cases.append(Case(f"{record['corpus']}/{record['doc']}", text, events))
    return cases


def predict(
    cases: Sequence[Case], annotate: Annotate = annotated, recorded: Callable[[Document], Record] | None = None
) -> list[tuple[Triggers, ...]]:
    """The triggers of each line of each article's own record."""
    out = []
    for _, (document, back) in zip(cases, annotate([c.text for c in cases]), strict=True):
        told = {document.key(m): back(m.span) for m in document.layer(EventMention)}
        record = (recorded or _recorded)(document)
        out.append(tuple(tuple(told[m] for m in event.mentions) for event in record.events))
    return out


def _recorded(document: Document) -> Record:
    from rashomon.claims import extract
    from rashomon.linking import link
    from rashomon.record import assemble

    claims = list(extract([document]))
    return assemble([document], claims, link([document], claims))


def baseline(cases: Sequence[Case], train: Path | None) -> list[tuple[Triggers, ...]]:
    """A line for each word in -ed of the first sentences."""
    out: list[tuple[Triggers, ...]] = []
    for case in cases:
        ends = [m.start() for m in SENTENCE.finditer(case.text)]
        early = case.text[: ends[EARLY - 1]] if len(ends) >= EARLY else case.text
        out.append(tuple((Span(*m.span()),) for m in VERB.finditer(early)))
    return out


def score(cases: Sequence[Case], predictions: Sequence[tuple[Triggers, ...]]) -> Result:
    """main events: recall is the share of them that have a line, precision that of the lines that tell one: others may
    be worth a line too, so it is a lower bound."""
    found = matched = 0
    faults = []
    for case, lines in zip(cases, predictions, strict=True):
        labels = {trigger for event in case.events for trigger in event}
        found += sum(any(t in labels for t in line) for line in lines)
        lined = {t for line in lines for t in line}
        for event in case.events:
            if any(t in lined for t in event):
                matched += 1
            else:
                faults.append(Fault(case.id, "main events", event[0].begin, event[0].end, "missed", ""))
    told, events = sum(map(len, predictions)), sum(len(c.events) for c in cases)
    return Result((Score("main events", found, told, matched, events),), tuple(faults))
