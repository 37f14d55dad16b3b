"""What grammar says outright of an event: how often it is negated, the most that may be held of it, and on which words.

A negation or modal reaches down the clauses: "nobody thinks that it may have sunk" bounds the sinking.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rashomon.grammar.phrases import base, children, is_wh
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
from rashomon.grammar.signs import UNREAL, asks, operators

if TYPE_CHECKING:
    from spacy.tokens import Token

    from rashomon.types import Span

# The most that may be held of a positive event under a sign, and of any event under a governor.
CERTAIN = 3.0
CEILINGS = {"may": 1.0, "would": 1.0, "must": 1.5, "will": 1.9, "if": 0.5, "then": 1.0}
UNTOLD = {"not": 0.0, "if": CEILINGS["if"], "may": CEILINGS["may"]}  # of a clause by what stands over its verb
OVERTURNED = {"mean": -1.0}  # "this does not mean that it sank": rather not
DOUBTED = {"unlikely": -1.0, "improbable": -1.0, "doubtful": -1.0, "impossible": -2.0}
HEDGED, HEDGES = 1.0, {"reportedly": 1.5, "apparently": 2.0, "probably": 2.0, "likely": 2.0}
GOVERNED = 1.2  # a complement of wishing, ordering, deciding, trying
HEIGHT = 3  # how far up the clauses a negation or modal reaches


@dataclass(slots=True)
class Bounds:
    """How many times an event is negated, the most that may be held of it, and the words that say so. `open`: it has
    not taken place yet as far as is said: what somebody wishes, "the planned meeting", "did they meet?". `done`: that
    somebody managed it, or had to do it, implies that it did."""

    open: bool
    negations: int = 0
    ceiling: float = CERTAIN
    words: list[Token] = field(default_factory=list)
    done: bool = False

    def hold(self, most: float) -> None:
        """Hold no more than *most*."""
        self.ceiling = min(self.ceiling, most)


def bounds(token: Token) -> Bounds:
    """What the clauses from an event's word upwards say of it."""
    found = Bounds(open=_to_come(token))
    at = token
    for _ in range(HEIGHT):
        _by_signs(found, at, direct=at is token and token.lemma_.lower() not in LEMMA)
        if at.dep_ == "xcomp" and at.head.pos_ in ("VERB", "ADJ", "NOUN"):
            _by_governor(found, at)
            at = at.head
        elif at.dep_ == "ccomp" or (base(at.dep_) == "csubj" and at.head.lemma_.lower() in DOUBTED):
            above = _above(at)
            if above is None:
                return found
            negations, most, words = above
            found.negations += negations
            found.ceiling = min(CERTAIN if negations else found.ceiling, most)
            found.words += words
            break
        elif at.dep_ == "conj" and at.head.pos_ in ("VERB", "NOUN") and not children(at, "aux", "nsubj", "mark"):
            at = at.head
        else:
            break
    if asks(token):
        whether = "inverted" in dict(operators(token)) and not any(t.tag_.startswith("W") for t in token.subtree)
        found.hold(CEILINGS["if"])
        found.open = found.open or whether
    return found


def _by_signs(found: Bounds, at: Token, *, direct: bool) -> None:
    """Negations, modals and hedges of one clause; "no" at an object of the event's own verb (*direct*) negates it."""
    for sign, word in dict(operators(at)).items():
        if sign == "not" or (sign == "no object" and direct):
            found.negations += 1
        elif sign in CEILINGS:
            found.hold(CEILINGS[sign])
        elif sign == "hedge" and word is not None:
            found.hold(HEDGES.get(word.lower_, HEDGED))
        else:
            continue
        found.words += [word] if word is not None else []


def _by_governor(found: Bounds, at: Token) -> None:
    """What the word over a complement says of it: "failed to", "managed to", "wants to"."""
    governing = GOVERNOR.get(at.head.lemma_.lower(), [])
    implied = _implied(at, governing)
    if "fail" in governing or "prevent" in governing:
        found.negations += 1
    elif implied:
        found.done = found.done or _past(at.head)
    else:
        found.hold(GOVERNED)
        found.open = found.open or "wish" in governing
    found.words += [at.head] if not implied else []


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


def background(token: Token, said: Sequence[Span]) -> bool:
    """True in a relative clause or one of time inside what is said: "denied that the man *who fled* sank it", "does not
    think that he knew *when he left*" take for granted that he fled and left."""
    at = token
    for _ in range(HEIGHT):
        if not any(s.begin <= at.head.idx < s.end for s in said) or base(at.dep_) in ("ccomp", "root", "csubj"):
            return False
        relation, below = base(at.dep_), list(at.children)
        relative = at.dep_ == "acl:relcl" or (relation == "acl" and any(map(is_wh, below)))
        if relative or (relation == "advcl" and any(c.lower_ in TEMPORAL for c in below)):
            return True
        at = at.head
    return False
