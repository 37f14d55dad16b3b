"""Contradictions of negation and number between two sentences: a check of claims, `rashomon.values` and denials.

Data: JSON Lines, a pair a line, with `premise`, `hypothesis`, `label`, `source`, and `category` or `tags`. Three parts
are kept: *negation* (the negated pairs of MNLI and SNLI), *cardinals* (those of Breaking NLI that change a number or an
ordinal) and *reasoning* (pairs of ANLI tagged as numerical). They are dealt in turn, so that a limit takes some of
each. Nothing is trained on them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, product, zip_longest
from pathlib import Path
from typing import Any

from eval.corpora import json_lines
from eval.differences import NEGATED, NUMBER
from eval.metrics import Fault, Result, Score, total
from rashomon.types import Agreement, Claim, Document, Quantity

CARDINALS = frozenset({"cardinals", "ordinals"})
HARD = (Agreement.CONFLICTS, Agreement.DENIES)


@dataclass(frozen=True, slots=True)
class Case:
    """Two sentences; whether the second contradicts the first."""

    id: str
    part: str
    premise: str
    hypothesis: str
    contradicts: bool


def gold(path: Path, limit: int | None) -> list[Case]:
    """The pairs of the three parts, dealt in turn."""
    parts: dict[str, list[Case]] = defaultdict(list)
    for number, row in json_lines(path, None, ("premise", "hypothesis", "label", "source")):
        if part := _part(row):
            case = Case(str(number), part, row["premise"], row["hypothesis"], row["label"] == "contradiction")
            parts[part].append(case)
    return [c for c in chain.from_iterable(zip_longest(*parts.values())) if c is not None][:limit]


def _part(row: dict[str, Any]) -> str:
    if row["source"] in ("negation-nli/MNLI", "negation-nli/SNLI"):
        return "negation"
    if row["source"] == "breaking-nli":
        return "cardinals" if row.get("category") in CARDINALS else ""
    return "reasoning" if "Numerical" in row.get("tags", "") else ""


def predict(cases: Sequence[Case]) -> list[bool]:
    """True where a number or a happening of the one conflicts with, or denies, one of the other."""
    import rashomon

    texts = [text for case in cases for text in (case.premise, case.hypothesis)]
    read = list(rashomon.annotate(rashomon.document(text, outlet=f"{n}") for n, text in enumerate(texts)))
    return [_contradict(a, b) for a, b in zip(read[::2], read[1::2], strict=True)]


def _contradict(a: Document, b: Document) -> bool:
    from rashomon.claims import extract
    from rashomon.denials import objection
    from rashomon.values import compare, number
    from rashomon.voices import Voices

    voices = Voices({d.id: d for d in (a, b)}, {}, [(a.id,), (b.id,)])
    for x, y in product(_told(extract([a])), _told(extract([b]))):
        no, yes = sorted((x, y), key=lambda c: c.value.low or 0.0)
        if compare(x.value, y.value) in HARD and not objection(no, yes, voices):
            return True
    counted = ((q, _head(a, q), r, _head(b, r)) for q, r in product(a.layer(Quantity), b.layer(Quantity)))
    return any(m and m == n and compare(number.of_quantity(q), number.of_quantity(r)) in HARD for q, m, r, n in counted)


def _told(claims: Iterator[Claim]) -> list[Claim]:
    return [c for c in claims if c.slot == "happened"]


def _head(document: Document, quantity: Quantity) -> str:
    from rashomon.common_nouns import singular

    return singular(document.quote(quantity.of).lower().split()[-1]) if quantity.of else ""


def baseline(cases: Sequence[Case], train: Path | None = None) -> list[bool]:
    """A negation on one side alone, or other digits on both. *train* is not used."""
    out = []
    for c in cases:
        left, right = (set(NUMBER.findall(text)) for text in (c.premise, c.hypothesis))
        negated = bool(NEGATED.search(c.premise)) != bool(NEGATED.search(c.hypothesis))
        out.append(negated or bool(left and right and left.isdisjoint(right)))
    return out


def score(cases: Sequence[Case], predictions: Sequence[bool]) -> Result:
    """F1 of the contradictions, over all and for each part."""
    scores: list[Score] = []
    faults: list[Fault] = []
    for c, said in zip(cases, predictions, strict=True):
        hit = said and c.contradicts
        scores += [Score(name, hit, said, hit, c.contradicts) for name in ("contradictions", c.part)]
        if said != c.contradicts:
            faults.append(Fault(c.id, c.part, 0, 0, "spurious" if said else "missed", "contradiction"))
    return Result(total(scores), tuple(faults))
