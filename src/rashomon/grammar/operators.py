"""The operators of one clause, each a named sign with the word that gives it: negation, modal, tense, mood, condition.

`rashomon.grammar.signs` adds what stands above the clause; `rashomon.grammar.bounds` says what they come to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from rashomon.grammar.phrases import children
from rashomon.grammar.sign_words import (
    ADVERB,
    CONDITIONS,
    MODAL,
    NEGATIONS,
    NOBODY,
    SCALES,
    SHORT,
    words,
)

if TYPE_CHECKING:
    from rashomon.tokens import Token

    Sign: TypeAlias = tuple[str, "Token | None"]  # its name, and the word that gives it where a reader would look


INVERTED = frozenset({"had", "should", "were"})  # before the subject of a condition without "if"
FOLLOWS = frozenset({"would", "could", "might", "will", "wouldn't", "wouldn’t", "couldn't", "couldn’t"})
UNREAL = frozenset({"imperative", "will", "may", "would", "must", "if", "to"})  # operators of what is no fact yet
WAS, IS = words("was were been"), words("is are am 's ’s 'm ’m 're ’re be being")
HAVE = words("have has had 've ’ve having")
NUMERO = re.compile(r"No\.? ?\d+\b(?!-)")


@lru_cache(maxsize=2048)  # many events stand under one verb
def operators(token: Token) -> tuple[Sign, ...]:
    """The operators of one clause: negation, modals, tense, mood, conditions, adverbs, subject."""
    return tuple(_operators(token))


def negated(token: Token) -> bool:
    """True for a clause that its own negations deny: one does, two do not."""
    return sum(sign == "not" for sign, _ in operators(token)) % 2 == 1


def shares(verb: Token) -> bool:
    """True for a coordinated word that the operators of the first one bear on too; "did not sink and *burned*" did."""
    finite = verb.tag_ in ("VBD", "VBZ") and verb.head.tag_ == "VB" and not any(c.lower_ == "or" for c in verb.children)
    return verb.dep_ == "conj" and not finite and not children(verb, "aux", "nsubj", "mark")


def counterfactual(token: Token) -> Token | None:
    """The word that says of a clause that it did not come about: "*would* have sunk", "*was* to have sunk", "if it
    *had* sunk, it would have", "before it *could* sink"."""
    words = {c.lower_: c for c in token.children if c.dep_.startswith("aux") or c.dep_ == "mark"}
    names = dict(operators(token)).keys()
    if "before" in words and names & {"may"}:
        return next(w for form, w in words.items() if form in MODAL)
    if "modal have" in names and names & {"would", "must"} and "must" not in words:
        return next(w for form, w in words.items() if form in MODAL)
    if "to" in words and words.keys() & HAVE and (was := words.get("was", words.get("were"))) is not None:
        return was
    above = token.stem == "advcl" and "if" in names and "had" in words
    return words["had"] if above and counterfactual(token.head) is not None else None


def _operators(token: Token) -> Iterator[Sign]:
    below = token.children
    auxiliaries = [c for c in below if c.dep_.startswith("aux") or c.dep_ == "cop"]
    forms = {c.lower_ for c in auxiliaries}
    modals = [(MODAL[c.lower_], c) for c in auxiliaries if c.lower_ in MODAL]
    yield from modals
    yield from _negations(token)
    yield from _tense(token, forms, bool({name for name, _ in modals} - {"will"}))
    subjects = [c for c in below if c.dep_.startswith("nsubj") or c.dep_ == "expl"]
    infinitive = any(c.lower_ == "to" and c.dep_ in ("mark", "aux") for c in below)
    if infinitive:
        yield "to", None
    if not subjects:
        yield "no subject", None
        bare = token.tag_ in ("VB", "VBP") and token.pos_ == "VERB" and forms <= {"do", "n't", "n’t"}
        if bare and not infinitive and token.stem in ("root", "parataxis", "conj", "ccomp"):
            yield "imperative", None
    elif subjects[0].lower_ in ("i", "we", "you"):
        yield "I or you", None
    if subjects and (first := _inverted(subjects[0])) is not None:
        yield "if", first
    for c in below:
        word = c.lower_
        if c.dep_ in ("mark", "advmod") and word in CONDITIONS:
            yield "if", c
        if c.dep_ in ("advmod", "obl", "obl:tmod") and word in ADVERB:
            past = token.tag_ in ("VBD", "VBN") or "did" in forms
            plainly = past and c.i < token.i and token.lemma_.lower() not in SCALES
            if ADVERB[word] == "almost" and not plainly:
                continue
            yield ADVERB[word], c
        if c.stem == "advcl":  # the consequence of a condition
            yield from (("then", g) for g in c.children if g.lower_ in ("if", "unless") and not _likened(g))


def _inverted(subject: Token) -> Token | None:
    """The "had" of "had he braked, nobody would have died", before the subject and where a clause begins, whatever the
    tree makes of it; None where no other clause says what would follow."""
    before = subject.left_edge.nbor(-1) if subject.left_edge.i else None
    if before is None or before.lower_ not in INVERTED or before.sent != subject.sent:
        return None
    begins = before.i == before.sent.start or before.dep_ == "mark" or before.nbor(-1).is_punct
    return before if begins and any(t.lower_ in FOLLOWS for t in before.sent) else None


def _negations(token: Token) -> Iterator[Sign]:
    """ "not" under an odd number of negations of the clause; objects that are none are a sign of their own."""
    found = [
        c
        for c in token.children
        if (c.lower_ in NEGATIONS or c.lower_.endswith(("n't", "n’t")))
        and not _says_nothing(c)
        and (c.dep_ in ("advmod", "det", "cc:preconj", "mark", "discourse", "case", "cc") or c.dep_.startswith("aux"))
        and not (c.i + 1 < len(c.doc) and c.doc[c.i + 1].lower_ in ("only", "just", "least"))  # "not only": it did
        and not (c.lower_ == "nor" and _adds_no(token))
    ]
    found += [c for c in token.children if _short_of(c)]
    whose = token.head if token.dep_ == "conj" and children(token, "aux") else token  # "nobody sank or has burned"
    for noun in children(token, "nsubj") or children(whose, "nsubj"):
        found += _denied(noun)[:1]
    for noun in children(token, "obl"):  # "was sunk by nobody", "by neither"
        if noun.dep_ == "obl:agent":
            found += [c for c in noun.children if c.lower_ == "neither"][:1] or _denied(noun)[:1]
    for noun in children(token, "obj"):
        for word in _denied(noun)[:1]:
            yield "no object", word
    if len(found) % 2:
        yield from (("not", word) for word in found)


def _adds_no(token: Token) -> bool:
    """True for "neither sank nor *burned*", one no; who "neither confirmed nor *denied*" it leaves it open."""
    return shares(token) and token.lemma_ != "deny" and negated(token.head)


def _short_of(word: Token) -> bool:
    """True for what keeps its verb from being: "no *longer* sails", "has *yet* to sink", "far *from* sinking"."""
    before = word.nbor(-1).lower_ if word.i else ""
    after = word.nbor().lower_ if word.i + 1 < len(word.doc) else ""
    return (
        (word.lower_ == "longer" and before == "no")
        or (word.lower_ == "yet" and after == "to")
        or (word.dep_ in ("mark", "case") and not SHORT.isdisjoint({(before, word.lower_), (word.lower_, after)}))
    )


def _denied(noun: Token) -> list[Token]:
    words = (t for t in (noun, *noun.children) if (t.lower_ in NOBODY and not _says_nothing(t)) or _not_one(t))
    return [t for t in words if t is noun or t.dep_ == "det" or t.lower_ == "neither" or _not_one(t)]


def _not_one(word: Token) -> bool:
    """True for the "not" of "not a single ship" and "not one house"."""
    after = word.nbor().lower_ if word.lower_ == "not" and word.i + 1 < len(word.doc) else ""
    return after == "one" or (after == "a" and word.nbor(2).lower_ == "single")


def _says_nothing(token: Token) -> bool:
    """True for the "No." of "the No. 5 seed" and the "no" of "no matter who wins", which say no to nothing; "no
    5-year-old" is none."""
    after = token.nbor().lower_ if token.i + 1 < len(token.doc) else ""
    matter = token.lower_ == "no" and after == "matter"
    return matter or (token.text == "No" and bool(NUMERO.match(token.doc.text, token.idx)))


def _likened(word: Token) -> bool:
    """True for the "if" of "as if" and "even if", on which nothing depends."""
    return word.i > 0 and word.nbor(-1).lower_ in ("as", "even")


def _tense(token: Token, forms: set[str], modal: bool) -> Iterator[Sign]:
    past, present, perfect = forms & WAS, forms & IS, forms & HAVE
    if perfect:
        yield ("modal have" if modal else "perfect"), None
    if "did" in forms:
        yield "did", None
    tag = token.tag_
    if tag == "VBD":
        yield "past", None
    elif tag in ("VBZ", "VBP"):
        yield "present", None
    elif tag == "VBG":
        yield ("was doing" if past else "is doing" if present else "doing"), None
        if present and token.lemma_.lower() == "go":
            yield "is going", None
    elif tag == "VBN":
        yield ("was done" if past or perfect else "is done" if present and not modal else "done"), None
