"""PLOVER types of what one given actor does to another, in five-fold cross-validation.

Data: JSON Lines with `id`, `text`, `marked` (the text with <s>agent</s> and <t>recipient</t>; the first of each counts)
and `root`, one of 15 types: YIELD is CONCEDE and RETREAT together. No text is in two folds.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.corpora import json_lines
from eval.metrics import Fault, Result, Score, accuracy, macro
from eval.raw import Annotate, annotated
from rashomon.errors import ReadError
from rashomon.plover.code import Coder
from rashomon.plover.features import AGENT, Features, features, scene
from rashomon.plover.model import Classifier
from rashomon.plover.ontology import QUADS, YIELD
from rashomon.plover.phrases import match
from rashomon.types import Document, EventMention, Sentence, Span
from training.linear import fit

FOLDS = 5
QUAD = {**QUADS, YIELD: QUADS["RETREAT"]}  # as the data class it
_TAG = re.compile(r"</?[st]>")


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence, its two actors (None where not marked) and the type between them."""

    id: str
    text: str
    agent: Span | None
    recipient: Span | None
    root: str

    @property
    def fold(self) -> int:
        """By the text alone."""
        return int(hashlib.sha256(self.text.encode()).hexdigest(), 16) % FOLDS


@dataclass(frozen=True, slots=True)
class Said:
    """The type between the given actors, and that of the mention found without being given them, "" for none."""

    given: str
    coded: str


def gold(path: Path, limit: int | None) -> list[Case]:
    """The sentences of the file. Raises ReadError for a type that is not known."""
    cases = []
    for number, row in json_lines(path, limit, ("id", "text", "marked", "root")):
        if row["root"] not in QUAD:
            raise ReadError(str(path), f"no type of PLOVER: {row['root']!r}", number)
        text, spans = _unmarked(row["marked"])
        cases.append(Case(row["id"], text, spans.get("s"), spans.get("t"), row["root"]))
    return cases


def _unmarked(marked: str) -> tuple[str, dict[str, Span]]:
    """The text without its tags, and the first span of each."""
    begins: dict[str, int] = {}
    spans: dict[str, Span] = {}
    removed = 0
    for tag in _TAG.finditer(marked):
        at, name = tag.start() - removed, tag[0].strip("</>")
        removed += len(tag[0])
        if "/" in tag[0]:
            spans.setdefault(name, Span(begins.get(name, at), at))
        else:
            begins[name] = at
    return _TAG.sub("", marked), {name: span for name, span in spans.items() if span.begin < span.end}


def shown(case: Case, document: Document) -> tuple[Features, bytes]:
    """What the classifier is shown of a case whose account is that one sentence."""
    whole = Span(0, len(document.text))
    seen = scene(document.text, whole, case.agent, case.recipient)
    mentions = document.layer(EventMention)
    longest = max(document.layer(Sentence), key=lambda s: s.span.end - s.span.begin)
    return features(seen, case.agent, case.recipient, mentions), longest.vector


def predict(cases: Sequence[Case], annotate: Annotate = annotated) -> list[Said]:
    """What is said of each sentence with the classifier trained on the other folds."""
    documents = [d for d, _ in annotate([c.text for c in cases])]
    read = [shown(c, d) for c, d in zip(cases, documents, strict=True)]
    out = []
    for case, document, found, trained in zip(cases, documents, read, held_out(cases, read), strict=True):
        sums = dict(zip(trained.types, trained.sums(*found).tolist(), strict=True))
        out.append(Said(max(sums, key=lambda t: sums[t]), coded(case, Coder(document, trained))))
    return out


def held_out(cases: Sequence[Case], read: Sequence[tuple[Features, bytes]]) -> list[Classifier]:
    """For each sentence the classifier of the other folds."""
    of_fold = {}
    for fold in sorted({c.fold for c in cases}):
        rest = [i for i, c in enumerate(cases) if c.fold != fold]
        of_fold[fold] = fit([read[i][0] for i in rest], [read[i][1] for i in rest], [cases[i].root for i in rest])
    return [of_fold[c.fold] for c in cases]


def coded(case: Case, coder: Coder) -> str:
    """The surest type of a mention that the agent does, to the recipient where one is; "" where none is coded."""
    found = []
    for m in coder.document.layer(EventMention):
        by = any(a.role == "agent" and case.agent and case.agent.touches(a.span) for a in m.arguments)
        to = any(a.role != "agent" and case.recipient and case.recipient.touches(a.span) for a in m.arguments)
        code = coder.code(m)
        if by and code.quad:
            found.append((to, code.confidence, YIELD if code.type in ("CONCEDE", "RETREAT") else code.type))
    return max(found, default=(False, 0.0, ""))[2]


def baseline(cases: Sequence[Case], train: Path | None) -> list[Said]:
    """The type of the first phrase of the table after the agent, else the commonest type."""
    commonest = Counter(c.root for c in cases).most_common(1)[0][0]
    return [Said(kind, "") for kind in (next(_told(c), commonest) for c in cases)]


def _told(case: Case) -> Iterator[str]:
    seen = scene(case.text, Span(0, len(case.text)), case.agent, case.recipient)
    start = seen.stems.index(AGENT) if AGENT in seen.stems else 0
    yield from (p.type for p in match(seen.stems) if p.begin > start and p.type in QUAD)


def score(cases: Sequence[Case], predictions: Sequence[Said]) -> Result:
    """Macro F1 of types (root), quad classes, and cooperation against conflict (binary); accuracy of types; F1 of types
    where nothing is given."""
    pairs = [(c.root, p.given) for c, p in zip(cases, predictions, strict=True)]
    quads = [(str(QUAD[g]), str(QUAD[p])) for g, p in pairs]
    sides = [("12" if g in "12" else "34", "12" if p in "12" else "34") for g, p in quads]
    figures = [macro(name, _classes(of)) for name, of in (("root", pairs), ("quad", quads), ("binary", sides))]
    faults = [
        Fault(c.id, "root", 0, len(c.text), "wrong", f"{c.root} > {p.given}")
        for c, p in zip(cases, predictions, strict=True)
        if p.given != c.root
    ]
    right = accuracy("accuracy", sum(g == p for g, p in pairs), len(pairs))
    hits = sum(c.root == p.coded for c, p in zip(cases, predictions, strict=True))
    free = Score("end to end", hits, sum(bool(p.coded) for p in predictions), hits, len(cases))
    return Result((*figures, right, free), tuple(faults))


def _classes(pairs: Sequence[tuple[str, str]]) -> list[Score]:
    out = []
    for name in sorted({g for g, _ in pairs}):
        hits = sum(g == p == name for g, p in pairs)
        out.append(Score(name, hits, sum(p == name for _, p in pairs), hits, sum(g == name for g, _ in pairs)))
    return out
