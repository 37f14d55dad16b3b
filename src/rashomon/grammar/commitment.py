"""How sure the words are that an event took place, on FactBank's scale [-3, +3], and the words that decide it.

Two numbers, each a weighted sum of the signs of grammar and of the model's own numbers: `factuality`, what the holder
is committed to, plans included; `happened`, that it had taken place when this was written, so that plans, orders and
wishes count as not. The weights of the signs are in `commitment.tsv`, those of the model's vectors (of the word, of the
word it hangs on and, on average, of those that hang on it and of its sentence) in `commitment.npy`, fitted together by
`training/factuality.py`.
What grammar says outright bounds the sum: a negated event is never held to be true, and nothing possible, wished or
asked is a fact.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from rashomon.grammar.bounds import CERTAIN, Bounds, bounds
from rashomon.grammar.phrases import token_span
from rashomon.grammar.signs import signs
from rashomon.types import Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from rashomon.grammar.operators import Sign
    from rashomon.tokens import Stretch, Token

WEIGHTS = Path(__file__).with_name("commitment.tsv")
VECTOR_WEIGHTS = WEIGHTS.with_suffix(".npy")
OF_SENTENCE = 2.0  # of a sentence's mean vector, whose numbers vary half as much as a word's
SETTLED = 1.8  # of happened: readers of UDS are mostly sure, for or against, and then stand here, seldom between
# The most of a plainly negated event (factuality, happened), and of one that only may or should not be.
NEGATED, PERHAPS_NOT = (-2.5, -0.5), (-0.5, -0.5)
IMPLIED = (1.5, 0.5)  # the least of the two for what somebody managed, had or was forced to do


UNLIKELY = -1.0  # of happened: from here down the sum, which reads the whole sentence, knows better than the tense
ON_ITS_OWN = frozenset({"root", "ccomp", "parataxis", "conj"})  # relations of a clause that is told by itself


class Numbers(Protocol):
    """What the model says of each token of a doc, as rashomon.language.Reading."""

    def __hash__(self) -> int:
        """By identity."""

    @property
    def factuality(self) -> Any:
        """On [-3, 3]: (tokens)."""

    @property
    def events(self) -> Any:
        """The probability that it reports a happening: (tokens)."""

    @property
    def words(self) -> Any:
        """Its vector: (tokens, 384)."""


@dataclass(frozen=True, slots=True)
class Commitment:
    """What the words commit their holder to: see the module. `evidence` in text order."""

    factuality: float
    happened: float
    evidence: tuple[Span, ...]


def judge(token: Token, model: Numbers) -> Commitment:
    """The commitment to the event of a token, given what the model says of its doc."""
    found = list(signs(token))
    factuality, happened = map(float, vectors(token, model) @ vector_weights())
    table = weights()
    for sign, value in _terms(token, found, model).items():
        one, other = table.get(sign, (0.0, 0.0))
        factuality, happened = factuality + one * value, happened + other * value
    said = bounds(token)
    now = _under_way(token, {sign for sign, _ in found})
    factuality, happened = _bounded(factuality, SETTLED * math.tanh(happened), said, now=now)
    evidence = {token_span(w) for w in said.words} | {token_span(w) for _, w in found if w is not None}
    return Commitment(_on_scale(factuality), _on_scale(happened), tuple(sorted(evidence)))


def _bounded(factuality: float, happened: float, said: Bounds, *, now: bool) -> tuple[float, float]:
    """The two sums within what grammar says outright; *now* of what somebody does in the present."""
    certain = said.ceiling == CERTAIN
    if said.open:
        happened = min(happened, 0.0)
    if said.negations % 2:
        least = NEGATED if certain else PERHAPS_NOT
        factuality, happened = min(factuality, least[0]), min(happened, least[1])
    elif said.done and certain:
        factuality, happened = max(factuality, IMPLIED[0]), max(happened, IMPLIED[1])
    elif said.negations:
        factuality = max(factuality, 0.0)  # two negations cancel
    elif certain and happened > UNLIKELY and now:
        happened = max(happened, IMPLIED[1])
    if said.ceiling < 0:
        happened = min(happened, PERHAPS_NOT[1])
    return min(factuality, said.ceiling), happened


def _under_way(token: Token, signs: set[str]) -> bool:
    """True by the signs of what a third person does in the present: "say that police *beat* them"."""
    now = signs & {"present", "is doing"} and not signs & {"no subject", "I or you", "is going"}
    return bool(now and "plain" in signs and token.stem in ON_ITS_OWN)


def features(token: Token, model: Numbers) -> dict[str, float]:
    """The terms of the sum: 1 for each sign, and the model's numbers of the token and of its head."""
    return _terms(token, list(signs(token)), model)


def vectors(token: Token, model: Numbers) -> NDArray[np.float32]:
    """(1536): the vectors of the token, of its head and, on average, of its dependents and of its sentence's words."""
    import numpy as np

    words, below = model.words, [c.i for c in token.children]
    out = np.zeros((4, words.shape[1]), dtype=np.float32)
    out[0], out[1], out[3] = words[token.i], words[token.head.i], _mean(token.sent, model)
    if below:
        np.divide(np.add.reduce(words[below], 0), len(below), out[2])
    return out.ravel()


@lru_cache(maxsize=4)  # the events of a sentence follow each other
def _mean(sentence: Stretch, model: Numbers) -> NDArray[np.float32]:
    """(384): the mean vector of the words of a sentence, times OF_SENTENCE. White space counts and adds nothing."""
    import numpy as np

    total = model.words[sentence.start : sentence.end].sum(0, dtype=np.float32)
    return np.asarray(OF_SENTENCE / max(sum(not t.is_space for t in sentence), 1) * total, dtype=np.float32)


def _terms(token: Token, found: list[Sign], model: Numbers) -> dict[str, float]:
    score, head = float(model.factuality[token.i]), token.head.i
    numbers = {
        "always": 1.0,
        "model": score,
        "model below 0": min(score, 0.0),
        "model below 1.5": min(score, 1.5),
        "model of head": float(model.factuality[head]),
        "event": float(model.events[token.i]),
        "event of head": float(model.events[head]),
    }
    return numbers | {sign: 1.0 for sign, _ in found}


@cache
def weights(path: Path = WEIGHTS) -> Mapping[str, tuple[float, float]]:
    """{sign: (weight in factuality, weight in happened)}."""
    rows = (line.split("\t") for line in path.read_text("utf-8").splitlines()[1:])
    return {sign: (float(a), float(b)) for sign, a, b in rows}


@cache
def vector_weights(path: Path = VECTOR_WEIGHTS) -> NDArray[np.float32]:
    """(1536, 2): what `vectors` weigh in factuality and in happened."""
    import numpy as np

    return np.asarray(np.load(path), dtype=np.float32)


def _on_scale(value: float) -> float:
    return max(-CERTAIN, min(CERTAIN, value))


def denied(score: float) -> float:
    """The content of a denial: its holder is as sure of the contrary.

    >>> denied(2.5), denied(-3.0)
    (-3.0, -3.0)
    """
    return -3.0 if score >= 0.5 else score


def tense(token: Token) -> str:
    """past, present, future or "" for nouns and bare forms."""
    if token.pos_ != "VERB":
        return ""
    words = {c.lower_ for c in token.children if c.dep_.startswith("aux")}
    if words & {"will", "'ll", "’ll", "shall", "wo"} or any(
        c.lower_ == "going" for c in token.children if c.stem == "aux"
    ):
        return "future"
    if token.tag_ in ("VBD", "VBN") or words & {"was", "were", "had", "has", "have", "did", "been"}:
        return "past"
    if token.tag_ in ("VBZ", "VBP") or words & {"is", "are", "am", "do", "does"}:
        return "present"
    return tense(token.head) if token.dep_ in ("xcomp", "conj") and token.head.i != token.i else ""
