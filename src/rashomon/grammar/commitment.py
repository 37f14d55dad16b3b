"""How sure the words are that an event took place, on FactBank's scale [-3, +3], and the words that decide it.

Two numbers, each a weighted sum of the signs of grammar and of the model's own numbers: `factuality`, what the holder
is committed to, plans included; `happened`, that it had taken place when this was written, so that plans, orders and
wishes count as not. The weights are in `commitment.tsv`, fitted by `training/factuality.py`. What grammar says
outright bounds the sum: a negated event is never held to be true, and nothing possible, wished or asked is a fact.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from rashomon.grammar.phrases import base, children, token_span
from rashomon.grammar.sign_words import GOVERNOR, LEMMA, PROJECTING, RAISING
from rashomon.grammar.signs import asks, operators, signs
from rashomon.types import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from rashomon.grammar.signs import Sign

WEIGHTS = Path(__file__).with_name("commitment.tsv")
# The most that may be held of a positive event under a sign, and of any event under a governor.
CERTAIN = 3.0
CEILINGS = {"may": 1.0, "would": 1.0, "must": 1.5, "will": 1.9, "if": 0.5, "then": 1.0}
HEDGED, HEDGES = 1.0, {"reportedly": 1.5, "apparently": 2.0, "probably": 2.0, "likely": 2.0}
GOVERNED = 1.2  # a complement of wishing, ordering, deciding, trying
# The most of a plainly negated event (factuality, happened), and of one that only may or should not be.
NEGATED, PERHAPS_NOT = (-2.5, -1.0), (-0.5, -0.5)
# Words beside a noun that put what it tells in the future.
COMING = frozenset("upcoming planned anticipated expected proposed scheduled forthcoming coming next future".split())
HEIGHT = 3  # how far up the clauses a negation or modal reaches


class Numbers(Protocol):
    """An array or a list of a number a token."""

    def __getitem__(self, i: int, /) -> Any:
        """That of token i."""


@dataclass(frozen=True, slots=True)
class Commitment:
    """What the words commit their holder to: see the module. `evidence` in text order."""

    factuality: float
    happened: float
    evidence: tuple[Span, ...]


def judge(token: Token, sure: Numbers, happening: Numbers) -> Commitment:
    """The commitment to the event of a token, given the model's numbers for each token of its doc: Reading.factuality
    and Reading.events."""
    found = list(signs(token))
    factuality = happened = 0.0
    for sign, value in _terms(token, found, sure, happening).items():
        one, other = weights().get(sign, (0.0, 0.0))
        factuality, happened = factuality + one * value, happened + other * value
    negations, ceiling, words, planned = _bounds(token)
    if planned:
        happened = min(happened, 0.0)
    if negations % 2:
        least = NEGATED if ceiling == CERTAIN else PERHAPS_NOT
        factuality, happened = min(factuality, least[0]), min(happened, least[1])
    elif negations:
        factuality = max(factuality, 0.0)  # two negations cancel
    evidence = {token_span(w) for w in words} | {token_span(w) for _, w in found if w is not None}
    return Commitment(_on_scale(min(factuality, ceiling)), _on_scale(happened), tuple(sorted(evidence)))


def features(token: Token, sure: Numbers, happening: Numbers) -> dict[str, float]:
    """The terms of the sum: 1 for each sign, and the model's numbers of the token and of its head."""
    return _terms(token, list(signs(token)), sure, happening)


def _terms(token: Token, found: list[Sign], sure: Numbers, happening: Numbers) -> dict[str, float]:
    score, head = float(sure[token.i]), token.head.i
    numbers = {
        "always": 1.0,
        "model": score,
        "model below 0": min(score, 0.0),
        "model below 1.5": min(score, 1.5),
        "model of head": float(sure[head]),
        "event": float(happening[token.i]),
        "event of head": float(happening[head]),
    }
    return numbers | {sign: 1.0 for sign, _ in found}


@cache
def weights(path: Path = WEIGHTS) -> Mapping[str, tuple[float, float]]:
    """{sign: (weight in factuality, weight in happened)}."""
    rows = (line.split("\t") for line in path.read_text("utf-8").splitlines()[1:])
    return {sign: (float(a), float(b)) for sign, a, b in rows}


def _bounds(token: Token) -> tuple[int, float, list[Token], bool]:
    """How many times the event is negated, the most that may be held of it, the words that say so, and whether it is to
    come: what somebody wishes, "the planned meeting", "next week's meeting"."""
    negations, ceiling, planned = 0, CERTAIN, _to_come(token)
    words: list[Token] = []
    at = token
    for _ in range(HEIGHT):
        for sign, word in dict(operators(at)).items():
            if sign == "not" or (sign == "no object" and at is token and token.lemma_.lower() not in LEMMA):
                negations += 1
            elif sign in CEILINGS:
                ceiling = min(ceiling, CEILINGS[sign])
            elif sign == "hedge" and word is not None:
                ceiling = min(ceiling, HEDGES.get(word.lower_, HEDGED))
            else:
                continue
            words += [word] if word is not None else []
        if at.dep_ == "xcomp" and at.head.pos_ in ("VERB", "ADJ", "NOUN"):
            governing = GOVERNOR.get(at.head.lemma_.lower(), [])
            if "fail" in governing or "prevent" in governing:
                negations += 1
            elif "manage" not in governing:
                ceiling, planned = min(ceiling, GOVERNED), planned or "wish" in governing
            words += [at.head] if governing != ["manage"] else []
            at = at.head
        elif at.dep_ == "ccomp" and at.head.lemma_.lower() in RAISING:
            denials = [word for sign, word in operators(at.head) if sign == "not" and word is not None]
            if denials:  # "does not think that it may sink": it will not
                negations, ceiling, words = negations + 1, CERTAIN, [*words, *denials]
            break
        elif at.dep_ == "ccomp" and at.head.lemma_.lower() in PROJECTING:
            return negations, ceiling, words, planned  # "did they know that it sank?" holds that it sank
        elif at.dep_ == "conj" and at.head.pos_ in ("VERB", "NOUN") and not children(at, "aux"):
            at = at.head
        else:
            break
    return negations, min(ceiling, CEILINGS["if"]) if asks(token) else ceiling, words, planned


def _to_come(token: Token) -> bool:
    """True for a noun that a word beside it puts in the future."""
    if token.pos_ != "NOUN":
        return False
    beside = [c for c in token.children if base(c.dep_) in ("amod", "nmod", "compound")]
    owned = (t for c in beside if c.dep_ == "nmod:poss" for t in c.children)
    return any(t.lemma_.lower() in COMING or t.lower_ in COMING for t in (*beside, *owned))


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
        c.lower_ == "going" for c in token.children if base(c.dep_) == "aux"
    ):
        return "future"
    if token.tag_ in ("VBD", "VBN") or words & {"was", "were", "had", "has", "have", "did", "been"}:
        return "past"
    if token.tag_ in ("VBZ", "VBP") or words & {"is", "are", "am", "do", "does"}:
        return "present"
    return tense(token.head) if token.dep_ in ("xcomp", "conj") and token.head.i != token.i else ""
