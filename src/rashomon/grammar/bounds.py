"""What grammar says outright of an event: how often it is negated, the most that may be held of it, and on which words.

A negation or modal reaches down the clauses: "nobody thinks that it may have sunk" bounds the sinking.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rashomon.common_nouns import KINDS, singular
from rashomon.grammar.clauses import case
from rashomon.grammar.governed import DONE, LIKELY, PLAN, awaited, governor, lemma, past, signature, undone
from rashomon.grammar.operators import IS, WAS, counterfactual, negated, operators, shares
from rashomon.grammar.phrases import children, is_wh
from rashomon.grammar.sign_words import (
    ABOUT,
    ALLEGED,
    AMAZED,
    ANYBODY,
    ASKED,
    COMING,
    GOVERNOR,
    OPEN_TO,
    PROJECTING,
    PROVING,
    RAISING,
    SIGNATURES,
    STANDING,
    TEMPORAL,
    THWARTED,
    UNTOLD_FACTS,
)
from rashomon.grammar.signs import asks, whether

if TYPE_CHECKING:
    from rashomon.tokens import Token
    from rashomon.types import Span

# The most that may be held of a positive event under a sign, and of any event under a governor.
CERTAIN = 3.0
CEILINGS = {"may": 1.0, "would": 1.0, "must": 1.5, "will": 1.9, "if": 0.5, "then": 1.0}
UNTOLD = {"not": 0.0, "if": CEILINGS["if"], "may": CEILINGS["may"]}  # of a clause by what stands over its verb
OVERTURNED = {"mean": -1.0}  # "this does not mean that it sank": rather not
# What words over a clause make of it: the most that may be held.
LEANING = {"possible": 1.0, "likely": 2.0, "probable": 2.0, "seem": 2.0, "appear": 2.0}
DOUBTED = {"unlikely": -1.0, "improbable": -1.0, "doubtful": -1.0, "impossible": -2.0}
WEAKENED = DOUBTED | LEANING
HEDGED, HEDGES = 1.0, {"reportedly": 1.5, "apparently": 2.0, "probably": 2.0, "likely": 2.0}
GOVERNED = LIKELY  # a complement of wishing, ordering, deciding, trying
UNREAL = -1.0  # "would have sunk"
HEIGHT = 3  # how far up the clauses a negation or modal reaches


@dataclass(slots=True)
class Bounds:
    """How many times an event is negated, the most that may be held of it, and the words that say so. `open`: it has
    not taken place yet as far as is said: what somebody wishes, "the planned meeting", "did they meet?". `done`: that
    somebody managed it, or had to do it, implies that it did. `granted`: a question about it takes it for granted."""

    open: bool = False
    negations: int = 0
    ceiling: float = CERTAIN
    words: list[Token] = field(default_factory=list)
    done: bool = False
    granted: bool = False

    def hold(self, most: float, *words: Token) -> None:
        """Hold no more than *most*, on these words."""
        self.ceiling = min(self.ceiling, most)
        self.words += words

    def leave_open(self, most: float, *words: Token) -> None:
        """Hold no more than *most* of what has not taken place yet, on these words."""
        self.open = True
        self.hold(most, *words)


def bounds(token: Token) -> Bounds:
    """What the clauses from an event's word upwards say of it."""
    found = Bounds()
    if token.pos_ == "NOUN":
        _by_neighbours(found, token)
    at: Token | None = token
    for _ in range(HEIGHT):
        if at is None:
            break
        _by_form(found, at)
        _by_signs(found, at, direct=at is token)
        at = _upwards(found, at, direct=at is token)
    if asks(token) and not found.granted:
        found.hold(CEILINGS["if"])
        found.open = found.open or whether(token)
    return found


def _upwards(found: Bounds, at: Token, *, direct: bool) -> Token | None:
    """The word above that bounds the event too, once its word on what stands below it is put in; None at the top.
    *direct*: that is the event itself."""
    over = governor(at)
    if over is not None:
        sign = signature(at, over)
        _by_governor(found, at, over, sign)
        found.granted = sign == DONE
        return None if found.granted else over
    if at.pos_ == "NOUN":
        return _over_noun(found, at, direct=direct)
    if at.dep_ == "ccomp" and _to_be_shown(at.head):
        found.leave_open(CEILINGS["if"], at.head)
        return None
    if at.dep_ == "ccomp" or (at.stem == "csubj" and at.head.lemma_.lower() in WEAKENED):
        above = _above(at)
        found.granted = above is None
        negations, most, words = above or (0, CERTAIN, [])
        found.negations += negations
        found.ceiling = CERTAIN if negations else found.ceiling
        found.hold(most, *words)
        return None
    return at.head if at.head.pos_ in ("VERB", "NOUN") and shares(at) else None


def _over_noun(found: Bounds, noun: Token, *, direct: bool) -> Token | None:
    over = undone(noun)
    plan = lemma(noun) in GOVERNOR
    if over is not None and direct != plan:  # a strike that was called off, a plan for it that was abandoned
        _by_governor(found, noun, over, SIGNATURES["cancel"])
        return over
    waiting = awaited(noun)
    if waiting is not None:
        found.leave_open(waiting[1], waiting[0])
        return None
    return noun.head if noun.head.pos_ in ("VERB", "NOUN") and shares(noun) else None


def _by_form(found: Bounds, at: Token) -> None:
    """What a clause is by its form: to come, a purpose, of anybody, or contrary to fact."""
    due = (c for c in at.children if c.lower_ in ABOUT and any(t.lower_ == "to" for t in c.children))
    purpose = any(c.lower_ == "order" for m in children(at, "mark") for c in m.children)
    anybody = at.dep_ == "acl:relcl" and at.head.lower_ in ANYBODY
    if purpose or anybody or (at.tag_ == "VB" and next(due, None) is not None):
        found.leave_open(GOVERNED)  # "in order to sail", "anybody who sails", "are due to sail"
    if (be := _arranged(at)) is not None:
        found.leave_open(CEILINGS["will"], be)
    unreal, own = counterfactual(at), dict(operators(at))
    if "if" in own:  # "if it sank", "asked whether it had sunk"
        found.leave_open(CEILINGS["if"])
    if unreal is not None and "not" in own:  # "would not have sunk" did
        found.negations += 1
        found.done = True
    elif unreal is not None:
        found.hold(UNREAL, unreal)
    elif "modal have" in own and any(c.lower_ == "could" for c in at.children):
        found.leave_open(0.0)


def _arranged(verb: Token) -> Token | None:
    """The "are" of "are to sail" and "was" of "was to be sold"."""
    to = [c for c in verb.children if c.lower_ == "to" and c.dep_ == "mark"]
    be = (c for c in verb.children if to and c.stem in ("aux", "cop") and c.i < to[0].i)
    return next((c for c in be if c.lower_ in WAS | IS), None)


def _by_signs(found: Bounds, at: Token, *, direct: bool) -> None:
    """Negations, modals and hedges of one clause; "no" at an object of the event's own verb (*direct*) negates it."""
    own, unreal = dict(operators(at)), counterfactual(at) is not None
    found.done = found.done or {"not", "almost"} <= own.keys()  # "almost did not sail"
    for sign, word in own.items():
        if sign in ("not", "almost") or (sign == "no object" and direct and word and _undone(at, word)):
            found.negations += 1
        elif sign in CEILINGS and not unreal:
            found.hold(CEILINGS[sign])
        elif sign == "hedge" and word is not None:
            found.hold(HEDGES.get(word.lower_, HEDGED))
        else:
            continue
        found.words += [word] if word is not None else []


def _undone(verb: Token, no: Token) -> bool:
    """True where "no" at the object of a verb is one of the verb: "fired no shots", "has no troops there"."""
    return verb.lemma_.lower() not in STANDING or singular(no.head.lower_) in KINDS


def _by_governor(found: Bounds, at: Token, over: Token, sign: str) -> None:
    """What the word over an event says by its signature; a negation of that word counts as one of the event."""
    no = negated(over) and sign != DONE
    groups = GOVERNOR.get(lemma(over), [])
    if sign[0] == "-" or (no and sign[1] == "+"):  # "failed to", "did not hesitate to"
        found.negations += 1
    if "seem" in groups:
        found.hold(LEANING["seem"])
    elif sign[no] == "0":
        plan = at.stem == "acl" and not no
        found.hold(PLAN if plan else GOVERNED)
        found.open = found.open or not (no or (plan and "permit" in groups))
    elif sign[no] == "+":
        found.done = found.done or past(over)
    infinitive = any(c.lower_ == "to" for c in children(over, "mark"))
    if sign[0] == "-" and infinitive and governor(over) is None:  # "the duty to refrain from"
        found.hold(GOVERNED)
    found.words += [over] if sign[0] != "+" else []


def _by_neighbours(found: Bounds, noun: Token) -> None:
    """What the words beside a noun say of it: "the planned meeting", "the alleged attack", "the foiled attack"."""
    if noun.dep_ == "nmod" and case(noun) == "of" and noun.head.lemma_.lower() in ALLEGED:  # "allegations of an attack"
        found.hold(HEDGES["reportedly"], noun.head)
    beside = [c for c in noun.children if c.stem in ("amod", "nmod", "compound")]
    owned = [t for c in beside if c.dep_ == "nmod:poss" for t in c.children]
    bare = [t for t in (*beside, *owned) if not children(t, "advmod")]  # not "a well planned attack"
    if any(t.lemma_.lower() in COMING or t.lower_ in COMING for t in bare):
        found.leave_open(PLAN)
    for word in children(noun, "amod"):
        if word.lower_ in THWARTED:
            found.negations += 1
            found.words.append(word)
        elif word.lower_ in OPEN_TO:
            found.leave_open(CEILINGS["may"], word)
        elif word.lower_ in ALLEGED:
            found.hold(HEDGES["reportedly"], word)


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
    if not denials and (most := WEAKENED.get(verb)) is not None:
        return 0, most, [clause.head]
    over = [(sign, word) for sign, word in over if word.lower_ != "can"]  # who can confirm it does
    return 0, min([CERTAIN, *(UNTOLD[sign] for sign, _ in over)]), [word for _, word in over]


def _to_be_shown(verb: Token) -> bool:
    """True for "must prove", "has to show": what hangs on it is still to be found out."""
    return verb.lemma_.lower() in PROVING and ("must" in dict(operators(verb)) or bounds(verb).open)


def background(token: Token, said: Sequence[Span]) -> bool:
    """True in a relative clause or one of time inside what is said: "denied that the man *who fled* sank it", "does not
    think that he knew *when he left*" take for granted that he fled and left."""
    at = token
    for _ in range(HEIGHT):
        if not any(s.begin <= at.head.idx < s.end for s in said) or at.stem in ("ccomp", "root", "csubj"):
            return False
        relation, below = at.stem, list(at.children)
        relative = at.dep_ == "acl:relcl" or (relation == "acl" and any(map(is_wh, below)))
        if relative or (relation == "advcl" and any(c.lower_ in TEMPORAL for c in below)):
            return True
        at = at.head
    return False
