"""Fit the weights of `rashomon.grammar.circumstances`: circumstances.tsv and .npy in src/rashomon/grammar.

    python -m training.circumstances LABELS...

LABELS are files of labelled events (eval/gold/events-*.jsonl), whose texts are read from the corpora. Two logistic
regressions, on each place and time of the sentence of each labelled event that the grammar finds. The installed model
reads the texts anew: run it again after new weights. Prints, by ten folds of the articles, precision, recall and F1 of
the grammar alone, and of the grammar with what these weights add to it. Takes a few minutes.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

import rashomon
from eval.events import Case, gold
from eval.fillers import Fragments, Tokens
from eval.metrics import Score
from eval.raw import alignment
from rashomon.annotators import ANNOTATORS, annotate, events
from rashomon.grammar.circumstances import ALWAYS, ROLES, SURE, VECTOR_WEIGHTS, WEIGHTS, Account, Signs
from rashomon.grammar.phrases import token_span
from rashomon.language import Reading
from rashomon.types import Document, EventMention, Span

LABELS = {"place": "where", "time": "when"}
RIDGE, VECTOR_RIDGE = 3.0, 1.0  # of 3, 6 and 3, 1, .3: level by ten folds
LEAST = 3  # a sign seen less often has no weight
FOLDS, SEED = 10, 0
STEPS, CONVERGED = 25, 1e-5
SMALL = 1e-6  # so that no weight is free

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Choice:
    """A labelled event and the candidates for one of its roles: their signs (n), vectors (n, 768), and the numbers of
    the labelled heads that each is. `taken` has these numbers for what the grammar takes; `labelled` counts the heads.
    """

    document: str
    signs: Sequence[Signs]
    vectors: Floats
    right: Sequence[frozenset[int]]
    taken: Sequence[frozenset[int]]
    labelled: int


@dataclass(frozen=True, slots=True)
class Weights:
    """Of signs by their names, and of vectors (768)."""

    signs: Signs
    vectors: Floats

    def logits(self, choice: Choice) -> Floats:
        """Of each candidate."""
        told = [sum(self.signs.get(s, 0.0) * v for s, v in signs.items()) for signs in choice.signs]
        return np.array(told) + choice.vectors @ self.vectors


def read(case: Case) -> tuple[Account, Callable[[Span], Span]]:
    """The mentions of an article by the grammar alone, and its spans as places of the text that is labelled."""
    found = []

    def told(document: Document, reading: Reading) -> list[EventMention]:
        found.append(events.by_grammar(document, reading))
        return []

    last = ANNOTATORS[-1]._replace(run=told)
    (document,) = annotate([rashomon.document(case.text)], (*ANNOTATORS[:-1], last))
    return found[0], alignment(document.text, case.text)


def choices(case: Case) -> Iterator[tuple[str, Choice]]:
    """(role, choice) of each labelled event that has a mention."""
    account, back = read(case)
    toks = Tokens.of(case.text)

    def place(span: Span) -> tuple[int, int]:
        return back(span).begin, back(span).end

    for event in case.events:
        own = (p for way in event.trigger for p in account.mentions if _meet(toks, place(p[1].span), (way,)))
        trigger, mention = next(own, (None, None))
        if trigger is None or mention is None:
            continue
        for role, label in LABELS.items():
            labelled = event.arguments[label]

            def right(span: Span, labelled: Sequence[Fragments] = labelled) -> frozenset[int]:
                return frozenset(n for n, head in enumerate(labelled) if _meet(toks, place(span), head))

            able = [
                c
                for c in account.candidates(trigger, role)
                if not _meet(toks, place(token_span(c.head)), event.trigger)
            ]
            taken = [a.head for a in mention.arguments if a.role == role]
            yield (
                role,
                Choice(
                    case.id,
                    [account.signs(trigger, mention, c, role) for c in able],
                    np.array([account.pair(trigger, c.head) for c in able]).reshape(
                        len(able), 2 * account.vectors.shape[1]
                    ),
                    [right(token_span(c.head)) for c in able],
                    [right(head) for head in taken if not _meet(toks, place(head), event.trigger)],
                    len(labelled),
                ),
            )


def _meet(toks: Tokens, said: tuple[int, int], labelled: Fragments) -> bool:
    return bool(toks.covered([said]) & toks.covered(labelled))


def fit(known: Sequence[Choice]) -> Weights:
    """Logistic regression by Newton's method; the weight of ALWAYS is not held back."""
    counts = Counter(sign for choice in known for signs in choice.signs for sign in signs)
    names = sorted(s for s, n in counts.items() if n >= LEAST)
    told = [[signs.get(s, 0.0) for s in names] for choice in known for signs in choice.signs]
    x = np.hstack([np.array(told), np.concatenate([c.vectors for c in known])])
    y = np.array([bool(right) for choice in known for right in choice.right], dtype=np.float64)
    held = np.array([0.0 if s == ALWAYS else RIDGE for s in names] + [VECTOR_RIDGE] * (x.shape[1] - len(names)))
    found = np.zeros(x.shape[1])
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-(x @ found)))
        step = np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + np.diag(held + SMALL), x.T @ (p - y) + held * found)
        found -= step
        if abs(step).max() < CONVERGED:
            break
    return Weights(dict(zip(names, found.tolist(), strict=False)), found[len(names) :])


def completed(choice: Choice, weights: Weights) -> Sequence[frozenset[int]]:
    """What the grammar takes, or else the likeliest candidate, if it is sure enough."""
    if choice.taken or not choice.signs:
        return choice.taken
    logits = weights.logits(choice)
    best = int(logits.argmax())
    return [choice.right[best]] if logits[best] > np.log(SURE / (1 - SURE)) else []


def folds(known: Sequence[Choice]) -> Iterator[tuple[Choice, Weights]]:
    """Each choice with the weights that its fold of articles had no part in."""
    documents = sorted({c.document for c in known})
    np.random.default_rng(SEED).shuffle(documents)
    fold = {document: n % FOLDS for n, document in enumerate(documents)}
    for n in range(FOLDS):
        weights = fit([c for c in known if fold[c.document] != n])
        yield from ((c, weights) for c in known if fold[c.document] == n)


def score(role: str, found: Iterable[tuple[Sequence[frozenset[int]], int]]) -> Score:
    """Precision and recall of what is taken, of each event with the number of its labelled heads."""
    pairs = list(found)
    right = sum(bool(heads) for taken, _ in pairs for heads in taken)
    matched = sum(len(frozenset().union(*taken)) for taken, _ in pairs)
    return Score(role, right, sum(len(taken) for taken, _ in pairs), matched, sum(n for _, n in pairs))


def main() -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("labels", type=Path, nargs="+", metavar="LABELS")
    known: dict[str, list[Choice]] = {role: [] for role in ROLES}
    for path in parser.parse_args().labels:
        for case in gold(path, None):
            for role, choice in choices(case):
                known[role].append(choice)
    fitted = [fit(known[role]) for role in ROLES]
    for role in ROLES:
        tried = list(folds(known[role]))
        for name, found in (
            ("grammar", ((c.taken, c.labelled) for c, _ in tried)),
            ("with weights", ((completed(c, w), c.labelled) for c, w in tried)),
        ):
            s = score(role, found)
            print(f"{role}, {name}: P {s.precision:.3f} R {s.recall:.3f} F1 {s.value:.3f} of {s.gold}")
    names = sorted({s for weights in fitted for s in weights.signs})
    lines = ["\t".join([s, *(f"{w.signs.get(s, 0):.3f}" for w in fitted)]) for s in names]
    WEIGHTS.write_text("\n".join(["\t".join(["sign", *ROLES]), *lines]) + "\n", encoding="utf-8")
    np.save(VECTOR_WEIGHTS, np.stack([w.vectors for w in fitted]).astype(np.float32))
    print(f"{len(lines)} signs")


if __name__ == "__main__":
    main()
