"""What grammar says about whether an event took place: named signs, each with the word that gives it.

A clause has operators of its own (negation, modal, condition, tense, mood); a coordinated verb shares those of its
first conjunct; a complement or an infinitive stands under a verb or noun of some class (wishing, ordering, managing,
failing, knowing ...). `rashomon.grammar.commitment` weighs the signs beside the vectors of the language model, which
tell the rest: relation, part of speech, what stands further up. Classes after the literature on implicative, factive
and attitude verbs (Karttunen 1971; Sauri and Pustejovsky 2009).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from rashomon.grammar.operators import UNREAL, operators, shares
from rashomon.grammar.phrases import children
from rashomon.grammar.sign_words import GOVERNOR, NEGATIONS, words

if TYPE_CHECKING:
    from rashomon.grammar.operators import Sign
    from rashomon.tokens import Token

COMPLEMENT = ("xcomp", "ccomp", "csubj")
OBJECT = ("obj", "obl")
BELOW = (*COMPLEMENT, *OBJECT, "advcl", "acl", "conj", "nmod", "nsubj", "parataxis", "dep")
HEIGHT = 4  # how far up the clauses signs are read
QUOTES = words("\" “ ” ‘ ’ ' `` ''")
CLOSING = words("\" ” ’ ' ) ''")
ASKS_WHETHER = words("did has have had was were will")
# Groups of words that leave what stands below them as sure as it is.
PLAIN = frozenset({"other", "say", "manage", "force", "seem", "know"})


def signs(token: Token) -> Iterator[Sign]:
    """Every sign of a token, verb or noun; one may come twice."""
    clause = _clause(token)
    own = list(operators(token))
    if clause is not token:
        own += operators(clause)
    yield from own
    names = {name for name, _ in own}
    yield from _governed(clause, infinitive="to" in names)
    if names & UNREAL:
        yield ("not unreal" if "not" in names else "unreal"), None
    elif "not" in names:
        yield "not plain", None
    elif not asks(token) and not any(UNREAL & dict(operators(up)).keys() for up in _above(clause)):
        yield "plain", None


@lru_cache(maxsize=2048)
def asks(token: Token) -> bool:
    """True in a sentence that ends with a question mark, unless a tag asks for assent ("it sank, did it not?") or the
    question is quoted beside the token."""
    last, quoted = token.sent[-1], False
    while last.i > token.i and (last.is_space or last.text in CLOSING):
        quoted = quoted or last.text in QUOTES
        last = last.nbor(-1)
    if not last.text.endswith("?") or _tag(token, last):
        return False
    return not (quoted and any(t.text in QUOTES for t in token.doc[token.i + 1 : last.i]))


def whether(token: Token) -> bool:
    """True in a question for yes or no of what was: "did it sink?", not "are you leaving?", which takes much for
    granted."""
    first = next((t for t in token.sent if t.is_alpha), token)
    subjects = [] if any(t.tag_.startswith("W") for t in token.subtree) else children(token, "nsubj")
    inverted = (a for a in children(token, "aux") if any(a.i < s.i for s in subjects))
    return any(t.lower_ in ASKS_WHETHER for t in (first, *inverted))


def _tag(token: Token, mark: Token) -> bool:
    words = [t for t in token.doc[max(token.i, mark.i - 5) : mark.i] if t.lower_ not in NEGATIONS]
    comma, *tag = words[-3:] if len(words) > 2 else [mark]
    return comma.text == "," and [t.pos_ for t in tag] == ["AUX", "PRON"]


def _clause(token: Token) -> Token:
    """The verb whose operators a coordinated verb shares: its first conjunct, unless it has operators of its own."""
    at = token
    for _ in range(HEIGHT):
        if at.head.pos_ not in ("VERB", "AUX") or not shares(at):
            break
        at = at.head
    return at


def _above(clause: Token) -> Iterator[Token]:
    """The words that a clause stands under, nearest first."""
    at = clause
    for _ in range(HEIGHT):
        if at.head.i == at.i or at.stem not in BELOW:
            return
        at = at.head
        yield at


def _governed(clause: Token, *, infinitive: bool) -> Iterator[Sign]:
    """The groups of the word that a clause or a noun stands under, with the form of what stands below it."""
    governor, relation = clause.head, clause.stem
    if governor.i == clause.i or relation not in BELOW:
        return
    form = "clause" if clause.pos_ in ("VERB", "AUX") else "noun"
    form = "to" if infinitive else "ing" if clause.tag_ == "VBG" else form
    if form != "noun" or relation in OBJECT:
        for name in GOVERNOR.get(governor.lemma_.lower(), ["other"]):
            shown = name not in PLAIN and relation in (*COMPLEMENT, "advcl", "acl")
            yield f"{name} > {form}", governor if shown else None
    if governor.lower_ == "going" and governor.lemma_.lower() == "go" and relation in COMPLEMENT:
        yield "will", governor
