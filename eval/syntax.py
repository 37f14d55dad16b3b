"""Syntax: parts of speech, lemmas and the tree on annotated tokens; sentence boundaries on raw text.

Data: CoNLL-U. Lines of multiword tokens (1-2) and empty nodes (1.1) are skipped. Tokens and sentences are given for
everything but `sentences`, which is the F1 of sentence spans, both ends equal, on the text put together from the
tokens with a blank line between paragraphs. Punctuation counts. Relations keep their subtypes for nsubj, csubj, aux,
obl, nmod and acl and lose them for all others, on both sides: those are what the model is taught.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from eval.corpora import lines
from eval.metrics import Fault, Result, Score, accuracy, overlap, total
from eval.raw import Annotate, ReadTokens, annotated, read_tokens
from eval.rules import sentences as rule_sentences
from rashomon.errors import ReadError
from rashomon.types import Sentence

KEEP_SUBTYPE = ("nsubj", "csubj", "aux", "obl", "nmod", "acl")


@dataclass(frozen=True, slots=True)
class Word:
    """A syntactic word. `head` is an index into the document's words, the word's own for a root."""

    form: str
    lemma: str
    upos: str
    xpos: str
    head: int
    relation: str


@dataclass(frozen=True, slots=True)
class Case:
    """One document: its words, which of them start a sentence, its raw text and the spans of the sentences in it."""

    id: str
    words: tuple[Word, ...]
    starts: tuple[bool, ...]
    text: str
    sentences: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Parse:
    """What is said of a case: a Word for each of its words, and sentence spans in its raw text."""

    words: tuple[Word, ...]
    sentences: tuple[tuple[int, int], ...]


def relation(name: str) -> str:
    """The relation as it is scored.

    >>> relation("nsubj:pass"), relation("nummod:unit"), relation("ROOT")
    ('nsubj:pass', 'nummod', 'root')
    """
    base = name.split(":")[0]
    return name if base in KEEP_SUBTYPE else base.lower()


# -- reading ---------------------------------------------------------------------------------------------------


class _Builder:
    """One document under construction."""

    def __init__(self, name: str) -> None:
        self.id, self.words, self.starts, self.sentences = name, list[Word](), list[bool](), list[tuple[int, int]]()
        self.text, self.paragraph = "", True

    def add(self, rows: list[tuple[int, list[str]]], path: Path) -> None:
        """Append a sentence of (line number, columns). Raises ReadError where it is not CoNLL-U."""
        offset = len(self.words)
        size = sum(cells[0].isdigit() for _, cells in rows)
        if not size:
            raise ReadError(str(path), "a sentence without words", rows[0][0])
        self.text = self.text.rstrip() + ("\n\n" if self.paragraph else " ") if self.text else ""
        begin, joined_to = len(self.text), 0
        for number, cells in rows:
            if "." in cells[0]:
                continue
            first, _, last = cells[0].partition("-")
            if not (first.isdigit() and (not last or last.isdigit())):
                raise ReadError(str(path), f"not a word's number: {cells[0]!r}", number)
            if last or int(first) > joined_to:
                self.text += cells[1] + ("" if "SpaceAfter=No" in cells[9] else " ")
                joined_to = int(last or first)
            if not last:
                if not (cells[6].isdigit() and int(cells[6]) <= size):
                    raise ReadError(
                        str(path), f"not the number of a word of the sentence as HEAD: {cells[6]!r}", number
                    )
                head = offset + int(cells[6]) - 1 if int(cells[6]) else len(self.words)
                self.starts.append(len(self.words) == offset)
                self.words.append(Word(cells[1], cells[2], cells[3], cells[4], head, relation(cells[7])))
        self.sentences.append((begin, len(self.text.rstrip())))
        self.paragraph = False

    def case(self) -> Case:
        """The document."""
        return Case(self.id, tuple(self.words), tuple(self.starts), self.text.rstrip(), tuple(self.sentences))


def gold(path: Path, limit: int | None) -> list[Case]:
    """The documents of a CoNLL-U file; a file without `# newdoc` is one document."""
    cases = []
    for case in _documents(path):
        cases.append(case)
        if len(cases) == limit:
            break
    if not cases:
        raise ReadError(str(path), "no document in the file")
    return cases


def _documents(path: Path) -> Iterator[Case]:
    current, rows, count = _Builder(path.stem), list[tuple[int, list[str]]](), 0
    for number, line in lines(path):
        if line.startswith("#"):
            key, _, value = line[1:].partition("=")
            if key.strip().startswith("newdoc"):
                if current.words:
                    yield current.case()
                count += 1
                current = _Builder(value.strip() or f"{path.stem}-{count}")
            elif key.strip().startswith("newpar"):
                current.paragraph = True
        elif line.strip():
            cells = line.split("\t")
            if len(cells) != 10:
                raise ReadError(str(path), f"not CoNLL-U: {len(cells)} columns where 10 are due", number)
            rows.append((number, cells))
        elif rows:
            current.add(rows, path)
            rows = []
    if rows:
        current.add(rows, path)
    if current.words:
        yield current.case()


# -- predicting ------------------------------------------------------------------------------------------------


def predict(cases: Sequence[Case], read: ReadTokens = read_tokens, annotate: Annotate = annotated) -> list[Parse]:
    """The language model on the annotated words and sentences, and the sentences of the pipeline on raw text."""
    spans = [
        tuple((s.begin, s.end) for s in (back(x.span) for x in document.layer(Sentence)))
        for document, back in annotate([case.text for case in cases])
    ]
    out = []
    for case, found in zip(cases, spans, strict=True):
        doc = read([w.form for w in case.words], list(case.starts)).doc
        if len(doc) != len(case.words):
            raise ValueError(f"{case.id}: {len(case.words)} words given, {len(doc)} read")
        words = tuple(Word(t.text, t.lemma_, t.pos_, t.tag_, t.head.i, relation(t.dep_)) for t in doc)
        out.append(Parse(words, found))
    return out


def baseline(cases: Sequence[Case], train: Path | None) -> list[Parse]:
    """Each word's commonest tags and lemma; the next word as its head, the sentence's first verb as root."""
    counts: dict[str, Counter[tuple[str, str, str]]] = defaultdict(Counter)
    relations: dict[str, Counter[str]] = defaultdict(Counter)
    for case in _documents(train) if train else ():
        for w in case.words:
            counts[w.form.lower()][w.lemma, w.upos, w.xpos] += 1
            relations[w.upos][w.relation] += 1
    commonest = {form: c.most_common(1)[0][0] for form, c in counts.items()}
    named = {upos: c.most_common(1)[0][0] for upos, c in relations.items()}
    out = []
    for case in cases:
        tags = [commonest.get(w.form.lower(), (w.form.lower(), "NOUN", "NN")) for w in case.words]
        bounds = [i for i, start in enumerate(case.starts) if start] + [len(tags)]
        words = []
        for begin, end in pairwise(bounds):
            root = next((i for i in range(begin, end) if tags[i][1] == "VERB"), begin)
            for i in range(begin, end):
                lemma, upos, xpos = tags[i]
                head = root if i in (root, end - 1) or upos == "PUNCT" else i + 1
                label = "root" if i == root else named.get(upos, "dep")
                words.append(Word(case.words[i].form, lemma, upos, xpos, head, label))
        out.append(Parse(tuple(words), tuple(_trimmed(case.text, b, e) for b, e in rule_sentences(case.text))))
    return out


def _trimmed(text: str, begin: int, end: int) -> tuple[int, int]:
    words = text[begin:end]
    return begin + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())


# -- scoring ---------------------------------------------------------------------------------------------------


def score(cases: Sequence[Case], predictions: Sequence[Parse]) -> Result:
    """UPOS, XPOS, lemma, UAS and LAS as accuracies over words, and the F1 of sentences.

    A lemma annotated as _ is not scored. Faults of words count in words of the document, those of sentences in code
    points of the raw text.
    """
    scores: list[Score] = []
    faults: list[Fault] = []
    for case, parse in zip(cases, predictions, strict=True):
        pairs = list(zip(case.words, parse.words, strict=True))
        lemmas = [(g.lemma, p.lemma) for g, p in pairs if g.lemma != "_"]
        scores += [
            accuracy("UPOS", sum(g.upos == p.upos for g, p in pairs), len(pairs)),
            accuracy("XPOS", sum(g.xpos == p.xpos for g, p in pairs), len(pairs)),
            accuracy("lemma", sum(g == p for g, p in lemmas), len(lemmas)),
            accuracy("UAS", sum(g.head == p.head for g, p in pairs), len(pairs)),
            accuracy("LAS", sum((g.head, g.relation) == (p.head, p.relation) for g, p in pairs), len(pairs)),
            overlap("sentences", case.sentences, parse.sentences),
        ]
        faults += (fault for i, (g, p) in enumerate(pairs) for fault in _word_faults(case.id, i, g, p))
        g_only, p_only = set(case.sentences) - set(parse.sentences), set(parse.sentences) - set(case.sentences)
        faults += (Fault(case.id, "sentences", *s, "missed") for s in g_only)
        faults += (Fault(case.id, "sentences", *s, "spurious") for s in p_only)
    return Result(total(scores), tuple(faults))


def _word_faults(document: str, i: int, g: Word, p: Word) -> Iterator[Fault]:
    def wrong(measure: str, labels: str = "") -> Fault:
        return Fault(document, measure, i, i + 1, "wrong", labels)

    if g.upos != p.upos:
        yield wrong("UPOS", f"{g.upos} > {p.upos}")
    if g.xpos != p.xpos:
        yield wrong("XPOS", f"{g.xpos} > {p.xpos}")
    if g.lemma not in ("_", p.lemma):
        yield wrong("lemma")
    if (g.head, g.relation) != (p.head, p.relation):
        yield wrong("LAS", f"{g.relation} > {p.relation}" + ("" if g.head == p.head else ", another head"))
