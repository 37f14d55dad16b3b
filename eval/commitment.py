"""Commitment: does the author of a passage hold the clause under a verb of saying, thinking or knowing to be true?

Data: CommitmentBank as JSON Lines, an item a line, with `id`, `context`, `target` (the sentence, which has `verb`
under a negation, modal, question or condition) and `mean`, the readers' mean on [-3, 3]. Raw text is given, and what is
scored is the commitment of the outermost holder. Three classes, after the ranges in which SuperGLUE takes the same
judgements: true from 1, false to -1, else open. The verb's clause is found in the tree, not given.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from eval.corpora import json_lines
from eval.metrics import Fault, Result, Score, accuracy, macro
from eval.rules import commitment

if TYPE_CHECKING:
    from rashomon.tokens import Token

CLASSES = ("true", "open", "false")
CLAUSES = ("ccomp", "xcomp", "csubj", "parataxis", "advcl", "acl", "obj")  # where the clause may hang, best first


@dataclass(frozen=True, slots=True)
class Case:
    """An item: the passage, where its last sentence begins, the lemma of its verb, and what readers say on [-3, 3]."""

    id: str
    text: str
    begin: int
    verb: str
    mean: float


def gold(path: Path, limit: int | None) -> list[Case]:
    """The items of a file."""
    cases = []
    for _, r in json_lines(path, limit, ("id", "context", "target", "verb", "mean")):
        before = f"{r['context']} " if r["context"] else ""
        cases.append(Case(r["id"], before + r["target"], len(before), r["verb"], float(r["mean"])))
    return cases


def label(value: float) -> str:
    """The class of a value.

    >>> label(1.0), label(-0.4), label(-2.5)
    ('true', 'open', 'false')
    """
    return "true" if value >= 1 else "false" if value <= -1 else "open"


def _author(text: str, begin: int, verb: str) -> float:
    """What the author is committed to, by the annotators of the product."""
    from rashomon import document
    from rashomon.annotators import ANNOTATORS
    from rashomon.annotators.events import commitments
    from rashomon.grammar import states
    from rashomon.grammar.operators import operators
    from rashomon.language import read_language
    from rashomon.types import Block, EventMention

    account = document(text)
    reading = read_language(account.text, account.layer(Block))
    for a in ANNOTATORS:
        if a.produces is not EventMention:
            account = account.with_layer(a.produces, a.run(account, reading))
    # reading a text may change its white space: count the other characters from the end
    rest = len("".join(text[begin:].split()))
    words = [t for t in reading.doc if len("".join(account.text[t.idx :].split())) <= rest and not t.is_space]
    if not words:
        return 0.0
    head = clause(words, verb)
    value = commitments(account, reading, head)[0]
    negated = any(sign == "not" for sign, _ in operators(head))
    return -value if negated != states.denies(head) else value  # readers judged "it was not", "it was wrong"


def clause(words: Sequence[Token], verb: str) -> Token:
    """The head of the clause under the last *verb* of some words; the last verb of them where the tree shows none."""
    for at in reversed([t for t in words if t.lemma_.lower() == verb]):
        below = [c for c in at.children if c.dep_.split(":")[0] in CLAUSES and c.pos_ != "PUNCT"]
        if below:
            return min(below, key=lambda c: (CLAUSES.index(c.dep_.split(":")[0]), c.i))
        if at.dep_ == "parataxis":  # "it is over, I think"
            return at.head
    return next((t for t in reversed(words) if t.pos_ == "VERB"), words[-1])


def predict(cases: Sequence[Case], author: Callable[[str, int, str], float] = _author) -> list[str]:
    """The class of the outermost holder's commitment."""
    return [label(author(case.text, case.begin, case.verb)) for case in cases]


def baseline(cases: Sequence[Case], train: Path | None = None) -> list[str]:
    """True under a factive verb; else false under a negation, open otherwise. *train* is not used."""
    return [commitment(case.text[case.begin :], case.verb) for case in cases]


def score(cases: Sequence[Case], predictions: Sequence[str]) -> Result:
    """F1 of each class, their mean as "macro", and accuracy."""
    found = [label(case.mean) for case in cases]
    scores = []
    for one in CLASSES:
        hits = sum(g == p == one for g, p in zip(found, predictions, strict=True))
        scores.append(Score(one, hits, list(predictions).count(one), hits, found.count(one)))
    right = sum(g == p for g, p in zip(found, predictions, strict=True))
    faults = tuple(
        Fault(c.id, "class", c.begin, len(c.text), "wrong", f"{g} > {p}")
        for c, g, p in zip(cases, found, predictions, strict=True)
        if g != p
    )
    return Result((macro("macro", scores), *scores, accuracy("accuracy", right, len(cases))), faults)
