"""Who is said to be the author of a deed by words that tell no deed: "was behind the attack", "claimed the attack".

Word lists are of lemmas; a second language is a second module of the same names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.grammar import clauses, coordination, phrases
from rashomon.grammar.accusations import REFUSING
from rashomon.grammar.operators import negated, operators
from rashomon.lexicon import DEADLY, VICTIMS, classes

if TYPE_CHECKING:
    from rashomon.tokens import Token

RESPONSIBLE = frozenset({"guilty", "responsible"})  # "for" and "of" what they did
RESPONSIBILITY = frozenset({"blame", "responsibility"})
# Verbs of taking it on oneself.
ASSUMING = frozenset("accept acknowledge admit assert assume avow bear claim have proclaim share shoulder take".split())
RESTING = frozenset("belong fall lie rest".split())  # "with" and "on" whom it does
CLAIMING = frozenset({"claim"})  # "the attack was claimed by Oro"
TRACING = {"ascribe": "to", "attribute": "to", "blame": "on", "pin": "on", "trace": "to"}
WRONGS = DEADLY | VICTIMS | {"destroy", "kidnap", "stab", "steal"}  # classes: who is responsible for talks holds them
UNSURE = frozenset({"almost", "hedge", "if", "may", "must", "to", "would"})  # operators of what is not told as fact
WORK = frozenset({"doing", "handiwork", "work"})  # "of" whom a deed is


def authors(deed: Token) -> list[Token]:
    """Those who are told as fact to be the authors of the deed of a noun; [] where nobody is, or where it is denied or
    left open. The deed itself is no surer by it."""
    case, over = clauses.case(deed), deed.head
    if case == "behind":
        return _standing(deed)
    if case in ("for", "of") and over.lemma_.lower() in RESPONSIBLE:
        wrong = classes(deed.lemma_.lower()) & WRONGS
        return _subjects(over) if wrong and _told(over) else []
    if case == "for" and over.lemma_.lower() in RESPONSIBILITY:
        return _assuming(over)
    return _claimed(deed) or _work(deed)


def _standing(deed: Token) -> list[Token]:
    """ "*Oro* was behind the attack", "the *men* behind the attack"; whether they were is said of the deed."""
    if phrases.children(deed, "cop"):
        return _subjects(deed)
    up = deed.head
    if deed.stem == "nmod" and up.pos_ in ("NOUN", "PROPN", "PRON", "DET"):
        return coordination.coordinated(up)
    before = deed.doc[max(deed.left_edge.i - 1, 0)]
    if deed.stem == "obl" and before.stem == "obj" and before.pos_ in ("NOUN", "PROPN"):  # hung on the verb
        return coordination.coordinated(before)
    stands = up.lemma_.lower() in ("be", "stand") and deed.stem == "obl" and not negated(up)
    return coordination.subjects(up) if stands else []


def _told(clause: Token) -> bool:
    """True for a clause that is told as a fact, for whoever tells it."""
    up, under = clause.head, clause.stem in ("ccomp", "xcomp", "advcl")
    refused = under and up.lemma_.lower() in REFUSING and not negated(up)
    return not (negated(clause) or refused or UNSURE & dict(operators(clause)).keys())


def _subjects(state: Token) -> list[Token]:
    """Of whom a state is told: "*they* are responsible", "*those* responsible for"."""
    held = phrases.children(state.head, "obj") if state.stem == "xcomp" else []  # "holds *them* responsible"
    found = [t for c in held for t in coordination.coordinated(c)] or coordination.subjects(state)
    if not found and state.stem == "amod" and state.head.i < state.i:
        found = coordination.coordinated(state.head)
    return [t for t in found if t.lower_ not in ("it", "this", "that", "what")]


def _assuming(duty: Token) -> list[Token]:
    """Who has or takes it on: "*Oro* claimed responsibility for", "responsibility for it lies with *Oro*"."""
    verb = duty.head
    for at in (verb, *phrases.children(duty, "acl", "acl:relcl")):
        if not _told(at):
            continue
        lemma = at.lemma_.lower()
        if lemma in RESTING and (duty.stem == "nsubj" or at != verb):
            beside = [c for c in phrases.children(at, "obl") if clauses.case(c) in ("on", "upon", "with")]
            return [t for c in beside for t in coordination.coordinated(c)]
        if lemma in ASSUMING and at == verb and duty.stem == "obj":
            return coordination.subjects(at)
        if lemma in ASSUMING and clauses.passive(at):
            return _by(at)
    return []


def _claimed(deed: Token) -> list[Token]:
    """ "*Oro* claimed the attack", "an attack claimed by *Oro*", "an attack attributed to *Oro*"."""
    if traced := [c for c in phrases.children(deed, "nmod") if astray(c)]:
        return [t for c in traced for t in coordination.coordinated(c)]
    done = deed.stem == "obj" or deed.dep_ == "nsubj:pass"
    for verb in (deed.head, *phrases.children(deed, "acl")):
        lemma, around = verb.lemma_.lower(), verb == deed.head
        if not _told(verb) or not (done if around else verb.tag_ == "VBN"):
            continue
        if lemma in CLAIMING:
            return coordination.subjects(verb) if around and deed.stem == "obj" else _by(verb)
        if lemma in TRACING:
            beside = (c for c in phrases.children(verb, "obl") if clauses.case(c) == TRACING[lemma])
            return [t for c in beside for t in coordination.coordinated(c)]
    return []


def astray(noun: Token) -> bool:
    """True for whom a deed is traced to, hung on the deed: "an attack blamed on *Oro*", "attributed the attack to
    *Oro*"."""
    deed, before = noun.head, noun.doc[max(noun.left_edge.i - 1, 0)]
    if deed.i > noun.i or deed.pos_ != "NOUN":
        return False
    verb = deed.head if deed.stem == "obj" else before
    return clauses.case(noun) == TRACING.get(verb.lemma_.lower()) and verb.pos_ == "VERB"


def _work(deed: Token) -> list[Token]:
    """ "The attack was the work of *Oro*"."""
    work = deed.head
    if work.lemma_.lower() not in WORK or deed.stem != "nsubj" or not phrases.children(work, "cop") or not _told(work):
        return []
    return [t for c in phrases.children(work, "nmod") if clauses.case(c) == "of" for t in coordination.coordinated(c)]


def _by(verb: Token) -> list[Token]:
    beside = [c for c in phrases.children(verb, "obl") if c.dep_ == "obl:agent" or clauses.case(c) == "by"]
    return [t for c in beside for t in coordination.coordinated(c)]
