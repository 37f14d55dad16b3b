"""How sure the words are that an event took place, on FactBank's scale [-3, +3], and the words that decide it.

Two numbers, each a weighted sum of the signs of grammar and of the model's own numbers: `factuality`, what the holder
is committed to, plans included; `happened`, that it had taken place when this was written, so that plans, orders and
wishes count as not. The weights of the signs are in `commitment.tsv`, those of the model's vectors (of the word, of the
word it hangs on and, on average, of its sentence) in `commitment.npy`, fitted together by `training/factuality.py`.
What grammar says outright bounds the sum: a negated event is never held to be true, and nothing possible, wished or
asked is a fact.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from rashomon.grammar.phrases import base, children, sentence, token_span
from rashomon.grammar.sign_words import (
    AMAZED,
    ASKED,
    COMING,
    COMPELLED,
    GOVERNOR,
    LEMMA,
    PROJECTING,
    RAISING,
    TEMPORAL,
    UNTOLD_FACTS,
)
from rashomon.grammar.signs import UNREAL, asks, operators, signs
from rashomon.types import Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from spacy.tokens import Token

    from rashomon.grammar.signs import Sign

WEIGHTS = Path(__file__).with_name("commitment.tsv")
VECTOR_WEIGHTS = WEIGHTS.with_suffix(".npy")
OF_SENTENCE = 2.0  # of a sentence's mean vector, whose numbers vary half as much as a word's
# The most that may be held of a positive event under a sign, and of any event under a governor.
CERTAIN = 3.0
CEILINGS = {"may": 1.0, "would": 1.0, "must": 1.5, "will": 1.9, "if": 0.5, "then": 1.0}
UNTOLD = {"not": 0.0, "if": CEILINGS["if"], "may": CEILINGS["may"]}  # of a clause by what stands over its verb
OVERTURNED = {"mean": -1.0}  # "this does not mean that it sank": rather not
DOUBTED = {"unlikely": -1.0, "improbable": -1.0, "doubtful": -1.0, "impossible": -2.0}
HEDGED, HEDGES = 1.0, {"reportedly": 1.5, "apparently": 2.0, "probably": 2.0, "likely": 2.0}
SETTLED = 1.8  # of happened: readers of UDS are mostly sure, for or against, and then stand here, seldom between
GOVERNED = 1.2  # a complement of wishing, ordering, deciding, trying
# The most of a plainly negated event (factuality, happened), and of one that only may or should not be.
NEGATED, PERHAPS_NOT = (-2.5, -0.5), (-0.5, -0.5)
IMPLIED = (1.5, 0.5)  # the least of the two for what somebody managed, had or was forced to do
HEIGHT = 3  # how far up the clauses a negation or modal reaches


class Numbers(Protocol):
    """What the model says of each token of a doc, as rashomon.language.Reading."""

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
    happened = SETTLED * math.tanh(happened)
    bounds = _bounds(token)
    if bounds.open:
        happened = min(happened, 0.0)
    if bounds.negations % 2:
        least = NEGATED if bounds.ceiling == CERTAIN else PERHAPS_NOT
        factuality, happened = min(factuality, least[0]), min(happened, least[1])
    elif bounds.negations:
        factuality = max(factuality, 0.0)  # two negations cancel
    elif bounds.done and bounds.ceiling == CERTAIN and not bounds.open:
        factuality, happened = max(factuality, IMPLIED[0]), max(happened, IMPLIED[1])
    if bounds.ceiling < 0:
        happened = min(happened, PERHAPS_NOT[1])
    evidence = {token_span(w) for w in bounds.words} | {token_span(w) for _, w in found if w is not None}
    return Commitment(_on_scale(min(factuality, bounds.ceiling)), _on_scale(happened), tuple(sorted(evidence)))


def features(token: Token, model: Numbers) -> dict[str, float]:
    """The terms of the sum: 1 for each sign, and the model's numbers of the token and of its head."""
    return _terms(token, list(signs(token)), model)


def vectors(token: Token, model: Numbers) -> NDArray[np.float32]:
    """(1152): the vectors of the token, of its head and, on average, of the words of its sentence."""
    import numpy as np

    around = sentence(token)
    total = model.words[around[0].i : around[-1].i + 1].sum(0, dtype=np.float32)  # white space adds nothing
    mean = OF_SENTENCE / max(_length(around[0]), 1) * total
    return np.concatenate([model.words[token.i], model.words[token.head.i], mean], dtype=np.float32)


@lru_cache(maxsize=256)
def _length(first: Token) -> int:
    """The words of the sentence that a token begins, without white space."""
    return sum(not t.is_space for t in sentence(first))


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
    """(1152, 2): what `vectors` weigh in factuality and in happened."""
    import numpy as np

    return np.asarray(np.load(path), dtype=np.float32)


@dataclass(slots=True)
class _Bounds:
    """How many times an event is negated, the most that may be held of it, and the words that say so. `open`: it has
    not taken place yet as far as is said: what somebody wishes, "the planned meeting", "did they meet?". `done`: that
    somebody managed it, or had to do it, implies that it did."""

    open: bool
    negations: int = 0
    ceiling: float = CERTAIN
    words: list[Token] = field(default_factory=list)
    done: bool = False


def _bounds(token: Token) -> _Bounds:
    found = _Bounds(_to_come(token))
    at = token
    for _ in range(HEIGHT):
        for sign, word in dict(operators(at)).items():
            if sign == "not" or (sign == "no object" and at is token and token.lemma_.lower() not in LEMMA):
                found.negations += 1
            elif sign in CEILINGS:
                found.ceiling = min(found.ceiling, CEILINGS[sign])
            elif sign == "hedge" and word is not None:
                found.ceiling = min(found.ceiling, HEDGES.get(word.lower_, HEDGED))
            else:
                continue
            found.words += [word] if word is not None else []
        if at.dep_ == "xcomp" and at.head.pos_ in ("VERB", "ADJ", "NOUN"):
            governing = GOVERNOR.get(at.head.lemma_.lower(), [])
            if "fail" in governing or "prevent" in governing:
                found.negations += 1
            elif _implied(at, governing):
                found.done = found.done or _past(at.head)
            else:
                found.ceiling, found.open = min(found.ceiling, GOVERNED), found.open or "wish" in governing
            found.words += [at.head] if not _implied(at, governing) else []
            at = at.head
        elif at.dep_ == "ccomp" or (base(at.dep_) == "csubj" and at.head.lemma_.lower() in DOUBTED):
            above = _above(at)
            if above is None:
                return found
            found.negations += above[0]
            found.ceiling = min(CERTAIN if above[0] else found.ceiling, above[1])
            found.words += above[2]
            break
        elif at.dep_ == "conj" and at.head.pos_ in ("VERB", "NOUN") and not children(at, "aux"):
            at = at.head
        else:
            break
    if asks(token):
        whether = "inverted" in dict(operators(token)) and not any(t.tag_.startswith("W") for t in token.subtree)
        found.ceiling, found.open = min(found.ceiling, CEILINGS["if"]), found.open or whether
    return found


def _implied(clause: Token, governing: list[str]) -> bool:
    """True where the word over a complement implies it: "managed to sink", "had to leave", "showed it burning"."""
    if "manage" in governing:
        return True
    if clause.head.lemma_.lower() in COMPELLED:
        return _past(clause.head)
    infinitive = any(c.lower_ == "to" and c.dep_ in ("mark", "aux") for c in clause.children)
    return not infinitive and governing in ([], ["know"])


def _past(verb: Token) -> bool:
    own = dict(operators(verb)).keys()
    return bool(own & {"past", "was done", "perfect"}) and not own & UNREAL


def background(token: Token, said: Sequence[Span]) -> bool:
    """True in a relative clause or one of time inside what is said: "denied that the man *who fled* sank it", "does not
    think that he knew *when he left*" take for granted that he fled and left."""
    at = token
    for _ in range(HEIGHT):
        if not any(s.begin <= at.head.idx < s.end for s in said) or base(at.dep_) in ("ccomp", "root", "csubj"):
            return False
        relation, below = base(at.dep_), list(at.children)
        relative = at.dep_ == "acl:relcl" or (relation == "acl" and any(c.tag_ in ("WP", "WDT") for c in below))
        if relative or (relation == "advcl" and any(c.lower_ in TEMPORAL for c in below)):
            return True
        at = at.head
    return False


def _above(clause: Token) -> tuple[int, float, list[Token]] | None:
    """What the verb over a clause says of it: negations, the most that may be held, the words; None if the verb takes
    it for granted: "did they know that it sank?", "did not say when it sank", "could not believe that it sank"."""
    verb = clause.head.lemma_.lower()
    over = [(sign, word) for sign, word in operators(clause.head) if sign in UNTOLD and word is not None]
    denials = [word for sign, word in over if sign == "not"]
    kept = denials and (verb in UNTOLD_FACTS or (verb in AMAZED and "may" in dict(over)))
    if verb in PROJECTING or kept or any(c.lower_ in ASKED for c in clause.children):
        return None
    if verb in RAISING and denials:  # "does not think that it may sink": it will not
        return 1, CERTAIN, denials
    if verb in OVERTURNED and denials:
        return 0, OVERTURNED[verb], denials
    if verb in DOUBTED and not denials:
        return 0, DOUBTED[verb], [clause.head]
    over = [(sign, word) for sign, word in over if word.lower_ != "can"]  # who can confirm it does
    return 0, min([CERTAIN, *(UNTOLD[sign] for sign, _ in over)]), [word for _, word in over]


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
