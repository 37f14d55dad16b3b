"""The stance of a statement where its cue alone does not tell: "asked them to leave" wants, "asked them why" asks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rashomon.grammar import cues, phrases
from rashomon.grammar.sign_words import NOBODY
from rashomon.statements.drafts import Draft

if TYPE_CHECKING:
    from rashomon.tokens import Doc, Token

ANSWERS = frozenset("answer clarify comment describe elaborate explain respond say tell".split())  # to a question
EMPTY = frozenset({"express", "offer", "raise", "voice"})  # verbs whose object has the stance: "offered criticism of"


def stance(doc: Doc, d: Draft, words: Sequence[Token], lemmas: Sequence[str]) -> tuple[str, bool]:
    """(stance, positive) of a statement; *lemmas* are those of the words of its cue."""
    found, positive = cues.stance(lemmas), not cues.negated(lemmas)
    verb = phrases.head_of(words)
    source = [t.lower_ for t in phrases.inside(doc, d.source)] if d.source else []
    positive = positive == NOBODY.isdisjoint(source[:1])  # "no official said that it sank"; not "Oro, the No. 2, said"
    if verb is None:
        return found, positive
    lemma, to = verb.lemma_.lower(), _infinitive(verb)
    if lemma == "ask" and to is not None:
        return ("ask" if to.lemma_.lower() in ANSWERS else "want"), positive
    if lemma == "tell" and to is not None and to.lemma_.lower() not in ANSWERS and to.stem != "advcl":
        return "want", positive
    if lemma == "agree" and to is None and not {"to", "on"} & {t.lower_ for t in words}:
        return "say", positive
    if lemma == "see" and _witnessed(verb):
        return "know", positive
    if lemma == "refuse" and to is not None:
        return "deny", not positive
    if lemma in EMPTY and (told := [t.lemma_.lower() for t in phrases.children(verb, "obj")]):
        return cues.stance([*told, *(w for w in lemmas if w not in EMPTY)]), positive
    return found, positive


def _witnessed(verb: Token) -> bool:
    """True for "saw them leave", "see what it does"; not for "see it as a threat", "seeing that it fails"."""
    clauses = phrases.children(verb, "ccomp")
    return any(c.lower_ != "that" for clause in clauses for c in clause.doc[verb.i + 1 : verb.i + 2])


def _infinitive(verb: Token) -> Token | None:
    """The infinitive that a verb brings in: "to leave" of "asked them to leave"."""
    for clause in phrases.children(verb, "xcomp", "ccomp", "advcl"):
        if clause.i > verb.i and any(c.lower_ == "to" and c.dep_ == "mark" for c in clause.children):
            return clause
    return None
