"""References: which name a pronoun, a description or a short form of a name stands for, on our own standoff labels.

Data: JSON Lines (`eval/gold/references-*.jsonl`): `corpus`, `doc`, `sha256` and `references`, each with `begin`, `end`
and `entity`, the [begin, end) of the fullest name that the article gives, or null where it stands for nobody named.

    right           F1 over the labels: precision over those that are given a name, recall over those that have one
    pronouns, descriptions, names    the same for each sort of words
    unsure          recall of the labels that stand for nobody named: these are to be left open

A label is right if it has the entity that Rashomon gives the words labelled as its name, and that form fits them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.metrics import Fault, Result, Score, recall, total
from eval.raw import Annotate, annotated
from eval.statements import same_name
from eval.texts import labelled
from rashomon.errors import ReadError
from rashomon.grammar import people
from rashomon.types import Name, Reference, Span


@dataclass(frozen=True, slots=True)
class Case:
    """An article and its labels: the words that refer, and the name they stand for (None for nobody named)."""

    id: str
    text: str
    labels: tuple[tuple[Span, Span | None], ...]


@dataclass(frozen=True, slots=True)
class Said:
    """What the words of a label stand for, None if that is left open, and whether that is who the label names."""

    entity: str | None
    right: bool


def gold(path: Path, limit: int | None) -> list[Case]:
    """The labelled articles. Raises ReadError for a label outside the text."""
    cases = []
    for number, record, text in labelled(path, limit, "references"):
        labels = []
        for r in record["references"]:
            ends = (r["begin"], r["end"]), r["entity"]
            if any(not 0 <= begin < end <= len(text) for begin, end in filter(None, ends)):
                raise ReadError(str(path), f"{r} is outside the text", number)
            labels.append((Span(*ends[0]), Span(*ends[1]) if ends[1] else None))
        cases.append(Case(f"{record['corpus']}/{record['doc']}", text, tuple(labels)))
    return cases


def predict(cases: Sequence[Case], annotate: Annotate = annotated) -> list[tuple[Said, ...]]:
    """What Rashomon says of each label in its whole account."""
    out = []
    for case, (document, back) in zip(cases, annotate([c.text for c in cases]), strict=True):
        named = [(back(n.span), n.entity) for n in document.layer(Name)]
        referring = [(back(r.span), r.entity) for r in document.layer(Reference)]
        pronouns = {span for span, _ in referring if _sort(case.text[span.begin : span.end]) == "pronouns"}
        phrases = [r for r in referring if r[0] not in pronouns]
        found = []
        for span, of in case.labels:
            pronoun = _sort(case.text[span.begin : span.end]) == "pronouns"
            entity = _at(span, named, False) or _at(span, referring if pronoun else phrases, pronoun)
            full = _at(of, named, False) if of is not None else None
            name = case.text[of.begin : of.end].replace("\u00ad", "") if of is not None else ""
            found.append(Said(entity, entity is not None and entity == full and same_name(entity, name)))
        out.append(tuple(found))
    return out


def _at(span: Span, found: Sequence[tuple[Span, str]], whole: bool) -> str | None:
    """What stands at a span, or in a phrase around it; *whole* for a pronoun, which is no part of a phrase."""
    return next((entity for at, entity in found if (at == span if whole else at.touches(span))), None)


def baseline(cases: Sequence[Case], train: Path | None) -> list[tuple[Said, ...]]:
    """The last name that a label has before it: right if that is a whole name of its entity's words."""
    out = []
    for case in cases:
        names = sorted({of for _, of in case.labels if of is not None})
        found = []
        for span, of in case.labels:
            before = [n for n in names if n.end <= span.begin]
            last = before[-1] if before else None
            found.append(Said(case.text[last.begin : last.end] if last else None, last is not None and last == of))
        out.append(tuple(found))
    return out


def score(cases: Sequence[Case], predictions: Sequence[Sequence[Said]]) -> Result:
    """The figures that the head of this file names."""
    scores: list[Score] = []
    faults: list[Fault] = []
    for case, said in zip(cases, predictions, strict=True):
        for (span, of), s in zip(case.labels, said, strict=True):
            words = case.text[span.begin : span.end]
            given, named = s.entity is not None, of is not None
            for name in ("right", _sort(words)):
                scores.append(Score(name, s.right, given, s.right, named))
            if not named:
                scores.append(recall("unsure", not given, 1))
            if given and not s.right:
                what = "wrong" if named else "spurious"
                faults.append(Fault(case.id, "right", span.begin, span.end, what, s.entity or ""))
            elif named and not given:
                faults.append(Fault(case.id, "right", span.begin, span.end, "missed"))
    return Result(total(scores), tuple(faults))


def _sort(words: str) -> str:
    if words.lower() in people.PRONOUNS:
        return "pronouns"
    return "names" if words[:1].isupper() else "descriptions"
