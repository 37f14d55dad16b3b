"""How sure the words are that an event took place: negation, modals, conditions, tense. FactBank's scale [-3, +3].

The model's number is bounded by what the grammar says outright, and the words that decide are returned as evidence
(after the forty rules of the research on events, section 7, and de Marneffe et al. on FactBank).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.grammar.phrases import base, children, token_span
from rashomon.types import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

NEGATIONS = frozenset(
    {"not", "n't", "n’t", "never", "no", "without", "neither", "nor", "cannot", "none", "nobody", "hardly", "barely"}
)
NOBODY = frozenset({"no", "neither", "none", "nobody", "nothing"})  # as a participant or its determiner
MODALS = {
    "may": 1.0, "might": 1.0, "could": 1.0, "can": 1.0, "would": 1.0, "should": 1.0, "must": 1.5,
    "ought": 1.0, "shall": 1.5, "will": 1.5, "'ll": 1.5, "’ll": 1.5, "wo": 1.5, "ca": 1.0,
}  # fmt: skip
CONDITIONS = frozenset({"if", "whether", "unless", "lest"})
HEDGES = {
    "reportedly": 1.5, "allegedly": 1.0, "apparently": 2.0, "probably": 2.0, "possibly": 1.0, "perhaps": 1.0,
    "likely": 2.0, "maybe": 1.0,
}  # fmt: skip
FAILING = frozenset({"refuse", "decline", "fail", "stop", "prevent", "avoid", "abort", "cancel"})
DONE = frozenset("begin start continue manage proceed help go come keep remain happen appear seem".split())
LEVELS = 3  # how far up the clauses a negation or modal is looked for


def judge(token: Token, score: float) -> tuple[float, list[Span]]:
    """The model's score within what grammar allows, and the spans of the words that decide it."""
    evidence: list[Span] = []
    ceiling, odd = 3.0, False
    at, own = token, True
    for _ in range(LEVELS):
        for c in at.children:
            word = c.lower_
            if word in NEGATIONS and c.dep_ in ("advmod", "det", "cc:preconj", "aux", "mark", "discourse"):
                odd, evidence = not odd, [*evidence, token_span(c)]
            elif c.dep_.startswith("aux") and word in MODALS:
                ceiling, evidence = min(ceiling, MODALS[word]), [*evidence, token_span(c)]
            elif c.dep_ == "mark" and word in CONDITIONS:
                ceiling, evidence = min(ceiling, 0.4), [*evidence, token_span(c)]
            elif word in HEDGES and c.dep_ in ("advmod", "obl"):
                ceiling, evidence = min(ceiling, HEDGES[word]), [*evidence, token_span(c)]
        if own:
            for noun in children(at, "nsubj", "obj"):
                denial = [t for t in (noun, *noun.children) if t.lower_ in NOBODY and (t is noun or t.dep_ == "det")]
                if denial:
                    odd, evidence = not odd, [*evidence, token_span(denial[0])]
        if at.dep_ == "xcomp" and at.head.pos_ in ("VERB", "ADJ", "NOUN"):
            lemma = at.head.lemma_.lower()
            if lemma in FAILING:
                odd, evidence = not odd, [*evidence, token_span(at.head)]
            elif lemma not in DONE:
                ceiling, evidence = min(ceiling, 0.8), [*evidence, token_span(at.head)]
            at = at.head
        elif at.dep_ == "conj" and at.head.pos_ in ("VERB", "NOUN") and not children(at, "aux"):
            at = at.head
        else:
            break
        own = False
    if token.sent.text.rstrip().endswith("?"):
        ceiling = min(ceiling, 0.4)
    return _bounded(score, ceiling, odd), evidence


def _bounded(score: float, ceiling: float, odd: bool) -> float:
    """Negated: as sure of the contrary as the ceiling allows. Else the model's number, capped.

    >>> _bounded(2.6, 3.0, True), _bounded(2.6, 1.0, False), _bounded(-2.0, 3.0, False)
    (-3.0, 1.0, -2.0)
    """
    if odd:
        return -min(3.0, ceiling)
    return max(-3.0, min(score, ceiling))


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
