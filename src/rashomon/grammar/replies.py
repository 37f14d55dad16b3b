"""Words that answer what was told before without telling it again: "the army denied this", "a claim that Oro rejects",
"the report is untrue", "the ministry confirmed it".

Word lists are of lemmas; a second language is a second module of the same names.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.grammar import accusations, clauses, phrases, refusals
from rashomon.grammar.operators import negated

if TYPE_CHECKING:
    from rashomon.tokens import Token

DENYING = refusals.REFUSING - refusals.REJECTING
REJECTING = refusals.REJECTING | {"discount"}  # of "it" nobody knows whether it was told or offered
CONFIRMING = frozenset("acknowledge admit concede confirm corroborate".split())
TOLD = refusals.REPORTS | accusations.ACCUSATIONS | frozenset("account charge news reporting statement version".split())
JUDGING = frozenset("absurd ludicrous preposterous ridiculous wrong".split())  # of a deed, too: "this is wrong"
POINTING = frozenset({"this", "that", "it"})
RELATING = frozenset({"which", "something"})
KNOWN = frozenset("all both such that the these this those".split())
BEARING = ("acl", "ccomp", "csubj", "advcl")  # clauses that say what was told
BY = frozenset({"by", "from"})  # after a noun: whose report it is, not what it holds
BREAKS = frozenset({",", "–", "—", "-", "--", "(", ";"})
FARTHEST = {True: 2, False: 1}  # sentences back to what a noun points at (True), and what a pronoun does


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer: the word that says yes or no, what stands for what was told, and who answers (None: whoever speaks).

    `yes` is False for a denial; `reach` is how many sentences before its own what it answers may stand; `several` is
    True for "the claims", which may be all that somebody told.
    """

    word: Token
    points: Token
    who: Token | None
    yes: bool
    reach: int
    several: bool = False


def reply(word: Token) -> Reply | None:
    """The answer that a verb or a complement gives to what was told before; None if it gives none."""
    return _by_verb(word) if word.pos_ == "VERB" else _by_state(word)


def answers_before(word: Token) -> bool:
    """True for a verb that answers the clause it hangs on: "the militia left, which Vale *denies*"."""
    found = reply(word)
    return found is not None and not found.reach and found.points.i < word.i


def _by_verb(verb: Token) -> Reply | None:
    """ "Oro denied *it*", "*the claims* were rejected by Oro", "a claim *which* Oro denies", "called *it* a lie"."""
    lemma = verb.lemma_.lower()
    calls = lemma in refusals.CALLING and lemma not in REJECTING
    if not (calls or lemma in DENYING | REJECTING | CONFIRMING) or negated(verb) or phrases.children(verb, "ccomp"):
        return None
    passive = clauses.passive(verb)
    who = accusations.by_whom(verb) if passive else clauses.subject(verb)
    points = _pointing(verb, passive)
    if points is None or who is None or who is points:
        return None
    if calls:
        said = accusations.called(points)
        return _reply(said[0], points, who, False) if said is not None else None
    if lemma in REJECTING and points.lower_ in POINTING:
        return None
    return _reply(verb, points, who, lemma in CONFIRMING)


def _pointing(verb: Token, passive: bool) -> Token | None:
    """What a verb has as its object, where that points at what was told; or what its relative clause hangs on."""
    objects = phrases.children(verb, *(("nsubj:pass",) if passive else accusations.OBJECT))
    loose = (c for c in phrases.children(verb, "obl") if c.i < verb.i and c.lemma_.lower() in TOLD and _apposed(c))
    objects = objects if passive else [*objects, *(c for c in loose if not clauses.case(c))]
    for noun in objects:
        if phrases.is_wh(noun) or noun.lower_ == "that":
            if verb.stem == "acl":
                return _related(verb, noun)
            return noun if noun.lower_ == "that" or (noun.lower_ == "which" and _apposed(noun)) else None
        if noun.lower_ in ("all", "both", "each"):
            noun = next((c for c in phrases.children(noun, "nmod") if clauses.case(c) == "of"), noun)
        fronted = noun.i < verb.i and not passive and _apposed(noun)  # ", a claim the army denies"
        return noun if _is_told(noun, fronted) else None
    return _related(verb, None) if verb.stem == "acl" and not objects else None


def _related(verb: Token, pronoun: Token | None) -> Token | None:
    """What a relative clause is about: "a *claim* that he denies", and "*which* he denies" of all that was told."""
    noun = verb.head
    if noun.i > verb.i:
        return None
    if noun.lemma_.lower() in TOLD or noun.lower_ in RELATING:
        bare = not any(c is not verb and c.stem in BEARING for c in noun.children)
        held = any(clauses.case(c) not in BY for c in phrases.children(noun, "nmod"))
        return noun if bare and not held and _apposed(noun) else None
    return pronoun if pronoun is not None and pronoun.lower_ == "which" and _apposed(pronoun) else None


def _apposed(noun: Token) -> bool:
    """True for what begins after a comma or a dash."""
    first = next((t for t in noun.subtree if not t.is_punct), noun)
    return first.i > first.sent.start and first.nbor(-1).lower_ in BREAKS


def _is_told(noun: Token, known: bool = False) -> bool:
    """True for words that stand for what was told without telling it: "it", "the claims", no "claims that it sank"."""
    if any(c.stem in BEARING and not any(m.lower_ == "as" for m in c.children) for c in noun.children):
        return False
    if noun.lower_ in POINTING:
        return True
    known = known or any(c.lower_ in KNOWN or c.dep_ == "nmod:poss" for c in noun.children)
    held = [c for c in phrases.children(noun, "nmod") if c.dep_ != "nmod:poss" and clauses.case(c) not in BY]
    elsewhere = noun.lemma_.lower() == "report" and phrases.children(noun, "compound")  # "the media reports"
    return noun.lemma_.lower() in TOLD and known and not held and not elsewhere


def _by_state(complement: Token) -> Reply | None:
    """ "*This* is untrue", "*the report* is a lie"."""
    if not phrases.children(complement, "cop") or any(c.stem in BEARING for c in complement.children):
        return None
    subject = next(iter(phrases.children(complement, "nsubj")), None)
    if subject is None or subject.i > complement.i or phrases.is_wh(subject) or not _is_told(subject):
        return None
    judged = subject.lower_ in POINTING and complement.lemma_.lower() in JUDGING
    return _reply(complement, subject, None, False) if refusals.says_no(complement) and not judged else None


def _reply(word: Token, points: Token, who: Token | None, yes: bool) -> Reply:
    here = points.lower_ in RELATING or (word.pos_ == "VERB" and points.i < word.i and points.stem != "nsubj")
    return Reply(word, points, who, yes, 0 if here else FARTHEST[points.pos_ == "NOUN"], points.tag_ == "NNS")
