"""Names: spans of persons, organisations, places and other names over annotated tokens.

Data: a word and its IOB tag in two columns, or the four of Universal NER (number, word, tag, ...), with a blank line
after each sentence and, where the file has them, `-DOCSTART-` lines or `# newdoc` before each document. Tags may be
IOB1 or IOB2. Labels of the known corpora are mapped to the four kinds; what a file does not annotate is not scored.
Sentences are read in runs of about 100 words, as news is read, never across a document's start.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.corpora import lines
from eval.metrics import Fault, Result, Score, overlap, total
from eval.raw import ReadTokens, read_tokens
from rashomon.errors import ReadError

KINDS: Mapping[str, str] = {
    "per": "person",
    "person": "person",
    "politician": "person",
    "org": "organisation",
    "organisation": "organisation",
    "organization": "organisation",
    "politicalparty": "organisation",
    "loc": "place",
    "location": "place",
    "country": "place",
    "misc": "other",
    "event": "other",
    "election": "other",
}
NOT_NAMES = frozenset(  # labels of re3d beside names
    ("documentreference", "militaryplatform", "money", "nationality", "quantity", "temporal", "weapon")
)
WINDOW = 100  # words

Span = tuple[int, int, str]  # words [begin, end) of the case, and the kind


@dataclass(frozen=True, slots=True)
class Case:
    """A run of sentences: words, which of them start a sentence, names, and the kinds that the file annotates."""

    id: str
    words: tuple[str, ...]
    starts: tuple[bool, ...]
    names: frozenset[Span]
    kinds: frozenset[str]


def gold(path: Path, limit: int | None) -> list[Case]:
    """The runs of a file; *limit* counts runs."""
    runs: list[tuple[list[str], list[bool], list[Span]]] = []
    for fresh, words, names in _sentences(path):
        if fresh or not runs or len(runs[-1][0]) + len(words) > WINDOW:
            runs.append(([], [], []))
        run = runs[-1]
        run[2].extend((b + len(run[0]), e + len(run[0]), kind) for b, e, kind in names)
        run[0].extend(words)
        run[1].extend(i == 0 for i in range(len(words)))
    if not runs:
        raise ReadError(str(path), "no sentence in the file")
    kinds = frozenset(kind for _, _, names in runs for _, _, kind in names)
    return [
        Case(f"{path.stem}-{i}", tuple(w), tuple(s), frozenset(n), kinds) for i, (w, s, n) in enumerate(runs[:limit], 1)
    ]


def _sentences(path: Path) -> Iterator[tuple[bool, list[str], list[Span]]]:
    """(first of its document, words, names) of every sentence."""
    words: list[str] = []
    tags: list[str] = []
    fresh, column = True, 2 if path.suffix == ".iob2" else 1
    for number, line in [*lines(path), (0, "")]:
        cells = line.split("\t") if "\t" in line else line.split()
        starts_document = line.startswith(("-DOCSTART-", "# newdoc "))
        comment = path.suffix == ".iob2" and line.startswith("#")
        if cells and not starts_document and not comment:
            if len(cells) <= column:
                raise ReadError(str(path), f"no tag in column {column + 1}", number)
            words.append(cells[column - 1])
            tags.append(_checked(cells[column], path, number))
        elif words and (not cells or starts_document):
            yield fresh, words, list(decode(tags))
            words, tags, fresh = [], [], False
        fresh = fresh or starts_document


def _checked(tag: str, path: Path, number: int) -> str:
    mark, _, label = tag.partition("-")
    if tag == "O" or (mark in ("B", "I") and label.lower() in KINDS.keys() | NOT_NAMES):
        return tag
    known = ", ".join(sorted(KINDS))
    raise ReadError(str(path), f"{tag!r} is not O, nor B- or I- with a known label ({known})", number)


def decode(tags: Sequence[str]) -> Iterator[Span]:
    """The names of IOB1 or IOB2 tags, in the four kinds.

    >>> list(decode(["B-PER", "I-PER", "I-LOC", "O", "I-Weapon", "B-LOC", "B-LOC"]))
    [(0, 2, 'person'), (2, 3, 'place'), (5, 6, 'place'), (6, 7, 'place')]
    """
    begin = 0
    for i in range(1, len(tags) + 1):
        label = tags[begin][2:]
        if i == len(tags) or tags[i] != f"I-{label}":
            if kind := KINDS.get(label.lower()):
                yield begin, i, kind
            begin = i


def predict(cases: Sequence[Case], read: ReadTokens = read_tokens) -> list[frozenset[Span]]:
    """The names that the language model sees in the words; sentences are not given to it."""
    return [
        frozenset((e.start, e.end, KINDS[e.label_.lower()]) for e in read(list(case.words), None).doc.ents)
        for case in cases
    ]


def baseline(cases: Sequence[Case], train: Path | None) -> list[frozenset[Span]]:
    """Names of the training file, longest first; other runs of capitals by their last word, else their length."""
    known: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    last: dict[str, Counter[str]] = defaultdict(Counter)
    for case in gold(train, None) if train else ():
        for b, e, kind in case.names:
            known[case.words[b:e]][kind] += 1
            last[case.words[e - 1]][kind] += 1
    return [frozenset(_runs(case, known, last)) for case in cases]


def _runs(
    case: Case, known: Mapping[tuple[str, ...], Counter[str]], last: Mapping[str, Counter[str]]
) -> Iterator[Span]:
    words, i = case.words, 0
    longest = max(map(len, known), default=0)
    while i < len(words):
        end = next((j for j in range(min(len(words), i + longest), i, -1) if words[i:j] in known), i)
        if end > i:
            yield i, end, known[words[i:end]].most_common(1)[0][0]
        else:
            end = i
            while end < len(words) and words[end][:1].isupper() and (end == i or not case.starts[end]):
                end += 1
            if end - i > 1 or (end > i and not case.starts[i]):
                ends = last.get(words[end - 1])
                yield i, end, ends.most_common(1)[0][0] if ends else "person" if end - i == 2 else "organisation"
        i = max(end, i + 1)


def score(cases: Sequence[Case], predictions: Sequence[frozenset[Span]]) -> Result:
    """F1 of equal spans of equal kind: each kind, `names` for all of them, and `spans` where the kind is ignored."""
    scores: list[Score] = []
    faults: list[Fault] = []
    for case, said in zip(cases, predictions, strict=True):
        predicted = {s for s in said if s[2] in case.kinds}
        for kind in sorted(case.kinds):
            of = [{s for s in side if s[2] == kind} for side in (case.names, predicted)]
            scores.append(overlap(kind, *of))
        scores += total(scores[-len(case.kinds) :], "names") if case.kinds else ()
        scores.append(overlap("spans", {s[:2] for s in case.names}, {s[:2] for s in predicted}))
        labels = {s[:2]: s[2] for s in predicted}
        right = {s[:2]: s[2] for s in case.names}
        for begin, end, kind in case.names - predicted:
            other = labels.get((begin, end))
            what, note = ("wrong", f"{kind} > {other}") if other else ("missed", kind)
            faults.append(Fault(case.id, "names", begin, end, what, note))
        faults += (Fault(case.id, "names", *s[:2], "spurious", s[2]) for s in predicted if s[:2] not in right)
    return Result(total(scores), tuple(faults))
