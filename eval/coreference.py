"""Coreference: which heads of mentions are one thing, by the antecedents that the language model points to.

Data: CoNLL-U with `Entity=` in the last column, as GUM has it. Mentions are given by their head words; the figures are
those of their clusters in each document, mentions alone in theirs left out of `links` and `LEA`:

    links      MUC: links that one side's clusters share with the other's (Vilain et al. 1995)
    LEA        each entity weighs its size and is resolved to the share of its links (Moosavi and Strube 2016)
    pronouns   accuracy over third-person pronouns that have an earlier mention: the arc leads, straight or over
               other mentions, to one of their entity
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.corpora import lines
from eval.metrics import Fault, Result, Score, accuracy, figure, total
from eval.raw import ReadTokens, read_tokens
from rashomon.errors import ReadError
from rashomon.grammar.people import ORGANISED, PLURAL, SINGULAR

PRONOUNS = SINGULAR | PLURAL | ORGANISED
_OPEN = re.compile(r"(\()?(\d+)(?:-[^()]*)?(\))?")
Clusters = Mapping[int, int]  # head word of a mention -> label of its cluster


@dataclass(frozen=True, slots=True)
class Case:
    """A document: its words, which of them start a sentence, and the entity of each mention's head."""

    id: str
    words: tuple[str, ...]
    starts: tuple[bool, ...]
    entities: Clusters


def gold(path: Path, limit: int | None) -> list[Case]:
    """The documents of a CoNLL-U file that hold entities. Raises ReadError where there is none."""
    cases: list[Case] = []
    name, rows = path.stem, list[list[str]]()
    for _, line in [*lines(path), (0, "# newdoc = ")]:
        if line.startswith("# newdoc"):
            if rows and (case := _case(name, rows)).entities:
                cases.append(case)
            name, rows = line.partition("=")[2].strip(), []
        elif line and line[0].isdigit() and line.partition("\t")[0].isdigit():
            rows.append(line.split("\t"))
    if not cases:
        raise ReadError(str(path), "no document with entities (Entity= in the last column)")
    return cases[:limit]


def _case(name: str, rows: Sequence[Sequence[str]]) -> Case:
    starts = [row[0] == "1" for row in rows]
    begins, entities, open_ = 0, dict[int, int](), list[tuple[int, int]]()
    for i, row in enumerate(rows):
        begins = i if starts[i] else begins
        marks = re.search(r"(?:^|\|)Entity=([^|]*)", row[9])
        for bracket, label, close in _OPEN.findall(marks[1]) if marks else ():
            if bracket:
                open_.append((int(label), i))
            if not close:
                continue
            at = next((k for k in range(len(open_) - 1, -1, -1) if open_[k][0] == int(label)), None)
            if at is not None:
                first = open_.pop(at)[1]
                head = next((j for j in range(first, i + 1) if not first <= begins + int(rows[j][6]) - 1 <= i), first)
                entities.setdefault(head, int(label))
    return Case(name, tuple(row[1] for row in rows), tuple(starts), entities)


def predict(cases: Sequence[Case], read: ReadTokens = read_tokens) -> list[dict[int, int]]:
    """The model's arcs between the given heads; an arc to any other word is followed on."""
    out = []
    for case in cases:
        back = [int(i) for i in read(list(case.words), list(case.starts)).antecedents]
        out.append(_chained(case, {m: _lead(m, back, case.entities) for m in case.entities}))
    return out


def _lead(mention: int, back: Sequence[int], mentions: Clusters) -> int:
    at = mention
    for _ in range(8):
        at = back[at]
        if at in mentions or at >= mention:
            break
    return at if at in mentions and at < mention else mention


def _chained(case: Case, back: Mapping[int, int]) -> dict[int, int]:
    labels: dict[int, int] = {}
    for m in sorted(case.entities):
        labels[m] = labels[back[m]] if back[m] < m else m
    return labels


def baseline(cases: Sequence[Case], train: Path | None = None) -> list[dict[int, int]]:
    """A head is what the same word was before; a pronoun is the mention before it."""
    out = []
    for case in cases:
        last: dict[str, int] = {}
        back, before = {}, -1
        for m in sorted(case.entities):
            word = case.words[m].lower()
            back[m] = before if word in PRONOUNS and before >= 0 else last.get(word, m)
            last[word], before = m, m
        out.append(_chained(case, back))
    return out


def score(cases: Sequence[Case], predictions: Sequence[Clusters]) -> Result:
    """The figures that the head of this file names."""
    scores: list[Score] = []
    faults: list[Fault] = []
    lea = [0.0, 0.0, 0.0, 0.0]
    for case, found in zip(cases, predictions, strict=True):
        key, response = _sets(case.entities), _sets(found)
        (rh, rt), (ph, pt) = _muc(key, found), _muc(response, case.entities)
        scores.append(Score("links", ph, pt, rh, rt))
        for n, (side, other) in enumerate(((response, case.entities), (key, found))):
            lea[2 * n] += sum(len(c) * _kept(c, other) for c in side)
            lea[2 * n + 1] += sum(map(len, side))
        right = wrong = 0
        known: dict[int, set[int]] = defaultdict(set)
        for m in sorted(case.entities):
            entity = case.entities[m]
            if case.words[m].lower() in PRONOUNS and known[entity]:
                hit = any(found[k] == found[m] for k in known[entity])
                right, wrong = right + hit, wrong + (not hit)
                if not hit:
                    faults.append(Fault(case.id, "pronouns", m, m + 1, "wrong"))
            known[entity].add(m)
        scores.append(accuracy("pronouns", right, right + wrong))
    p, r = (lea[i] / lea[i + 1] if lea[i + 1] else 0.0 for i in (0, 2))
    level = figure("LEA", 2 * p * r / (p + r) if p + r else 0.0, sum(len(c.entities) for c in cases))
    return Result((*total(scores), level), tuple(faults))


def _sets(labels: Clusters) -> list[list[int]]:
    """Clusters of more than one mention."""
    out: dict[int, list[int]] = defaultdict(list)
    for m, label in labels.items():
        out[label].append(m)
    return [c for c in out.values() if len(c) > 1]


def _muc(side: Sequence[Sequence[int]], other: Clusters) -> tuple[int, int]:
    """Links of one side's clusters that the other keeps, and all of them."""
    return sum(len(c) - len({other[m] for m in c}) for c in side), sum(len(c) - 1 for c in side)


def _kept(cluster: Sequence[int], other: Clusters) -> float:
    """The share of a cluster's links that the other side has."""
    shared = Counter(other[m] for m in cluster)
    return sum(n * (n - 1) for n in shared.values()) / (len(cluster) * (len(cluster) - 1))
