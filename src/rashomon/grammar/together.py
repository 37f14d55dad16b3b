"""What is told as of the time of another verb: in "when he boasted in May, they laughed" both did so in May."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from rashomon.grammar import clauses, harm, phrases
from rashomon.lexicon import classes
from rashomon.types import Argument

if TYPE_CHECKING:
    from rashomon.tokens import Token

AT_ONCE = frozenset({"as", "when", "while"})  # what begins a clause of the same time
OCCASION = frozenset({"at", "during", "in"})
HARM = frozenset({"die", "injure"})  # classes of `rashomon.lexicon`
EDGES = frozenset("after before by from since till until".split())  # before the edge of a stretch: "since May"
SIMPLE_PAST = frozenset({"did", "was", "were"})


def lent(
    verb: Token, days: Mapping[int, Sequence[tuple[Token, Argument]]], deeds: Callable[[Token], Sequence[Token]]
) -> list[Argument]:
    """The times of another word that are those of *verb* too, [] for none.

    In the simple past these are of the verb of a clause with "when", "while" or "as", or of the one it stands under; of
    what is told of an occasion ("At a rally held on Friday he resigned"); of the first of several verbs, where they
    stand before that one's subject ("On Friday he resigned and left"). "Shot and killed her on Friday" is one deed in
    any tense; so are a deed and the harm that it did. *days* are the heads and arguments of the times of each word, by
    its index, *deeds* finds the nouns of the deeds whose harm a verb tells.
    """
    for other, fronted in (*_others(verb), *_of_harm(verb, deeds)):
        first = min((c.i for c in phrases.children(other, "nsubj")), default=other.i)
        own = days.get(other.i, ())
        if found := [a for head, a in own if clauses.case(head) not in EDGES and (not fronted or head.i < first)]:
            return found
    return []


def _others(verb: Token) -> Iterator[tuple[Token, bool]]:
    """The verbs whose times may be those of a verb too, each with whether these must stand before its subject."""
    yield from ((c, False) for c in _outcome(verb))
    if not _simple_past(verb):
        return
    above = verb.head
    if verb.stem in ("advcl", "acl") and _at_once(verb) and _simple_past(above):
        yield above, False
    yield from ((c, False) for c in phrases.children(verb, "advcl") if _at_once(c) and _simple_past(c))
    for noun in phrases.children(verb, "obl"):
        if clauses.case(noun) in OCCASION:
            yield from ((c, False) for c in phrases.children(noun, "acl") if c.tag_ == "VBN")
    if verb.dep_ == "conj" and _simple_past(above):
        yield above, True


def _of_harm(word: Token, deeds: Callable[[Token], Sequence[Token]]) -> Iterator[tuple[Token, bool]]:
    """What tells of the same deed as a verb of harm, or as the noun of a deed."""
    if word.pos_ == "NOUN":
        yield from ((v, False) for v in (harm.struck(word),) if v is not None)
        return
    yield from ((c, False) for c in phrases.children(word, "conj") if harm.together(word, c))
    if word.dep_ == "conj" and harm.together(word.head, word):
        yield word.head, False
    for deed in deeds(word):
        yield deed, False
        yield from ((v, False) for v in (harm.struck(deed),) if v not in (None, word))


def _outcome(verb: Token) -> Iterator[Token]:
    """The verb that tells how a deed ended: "shot and killed her"."""
    after = verb.doc[verb.i + 1 : verb.i + 3]
    if len(after) == 2 and after[0].dep_ == "cc" and after[1].head == verb and classes(after[1].lemma_) & HARM:
        yield after[1]


def _at_once(verb: Token) -> bool:
    return any(c.lower_ in AT_ONCE for c in phrases.children(verb, "mark", "advmod"))


def _simple_past(verb: Token) -> bool:
    if verb.pos_ != "VERB":
        return False
    helping = {c.lower_ for c in phrases.children(verb, "aux")}
    if verb.tag_ == "VBN" and not helping and verb.dep_ == "conj":
        return _simple_past(verb.head)  # "was held and charged"
    return helping <= SIMPLE_PAST and (verb.tag_ == "VBD" or bool(helping))
