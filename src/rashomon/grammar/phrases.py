"""Phrases over a tree with Universal Dependencies labels. Tokens in, tokens or spans out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rashomon.types import Span

if TYPE_CHECKING:
    from rashomon.tokens import Doc, Token

LOOSE = frozenset(
    {"acl", "acl:relcl", "advcl", "appos", "parataxis", "conj", "cc", "punct", "dep", "ccomp", "discourse"}
)
CLAUSES = frozenset({"acl", "advcl", "ccomp", "csubj", "parataxis"})
FINITE_TAGS = ("VBD", "VBP", "VBZ")
NOUNS = ("NOUN", "PROPN")
NOMINAL = (*NOUNS, "PRON")
RELATIVE = frozenset({"who", "which", "that", "whom"})
CLOSES = {")": "(", "]": "[", "”": "“", "»": "«"}
ABBREVIATION = re.compile(r"(?:\b[^\W\d_]\.[^\W\d_]|\b(?:Inc|Jr|Sr|Co|Corp|Ltd))\Z")
EDGE = "\"“”'‘’«»„.,;:()[]–—-"


def children(token: Token, *labels: str) -> list[Token]:
    """Dependents with one of these relations; a label without a subtype takes all its subtypes."""
    if token.below.isdisjoint(labels):  # as most are that are asked for
        return []
    return [c for c in token.children if c.dep_ in labels or c.stem in labels]


def opens(token: Token) -> bool:
    """True for the head of a clause under another."""
    return token.stem in CLAUSES


def phrase(head: Token, drop: frozenset[str] = LOOSE) -> Span:
    """The words of a noun phrase without relative clauses, appositions and coordinated phrases."""
    words = sorted(t.i for t in _within(head, drop))
    begin = end = words.index(head.i)
    while begin and words[begin - 1] == words[begin] - 1:
        begin -= 1
    while end + 1 < len(words) and words[end + 1] == words[end] + 1:
        end += 1
    return span(head.doc, words[begin], words[end] + 1)


def _within(head: Token, drop: frozenset[str]) -> Iterator[Token]:
    stack = [head]
    while stack:
        token = stack.pop()
        yield token
        for child in token.children:
            loose = child.dep_ in drop or child.stem in drop
            case_of_phrase = token is head and child.dep_ == "case" and child.i < head.i  # "of the army": not its words
            verbal = child.dep_ in ("mark", "cop") or child.lower_ == "not"  # of "is not the mayor" the mayor
            if not loose and not case_of_phrase and not (token is head and verbal):
                stack.append(child)


def span(doc: Doc, begin: int, end: int) -> Span:
    """Tokens [begin, end) as code points."""
    return Span(doc[begin].idx, doc[end - 1].idx + len(doc[end - 1].text))


def token_span(token: Token) -> Span:
    """One token as code points."""
    return Span(token.idx, token.idx + len(token.text))


def trimmed(text: str, at: Span) -> Span | None:
    """The span without white space, quotation marks and stops at its edges; None if nothing is left.

    A bracket that closes one inside stays, and so does the last stop of an abbreviation.

    >>> trimmed(' “no, never.” ', Span(0, 14))
    Span(begin=2, end=11)
    >>> trimmed("Sen. Oro (I-Vell.),", Span(0, 19)), trimmed("the U.N.", Span(0, 8))
    (Span(begin=0, end=18), Span(begin=0, end=8))
    """
    begin, end = at.begin, at.end
    while begin < end and _loose(text[begin]):
        begin += 1
    while end > begin and _loose(text[end - 1]) and not _belongs(text, begin, end - 1):
        end -= 1
    return Span(begin, end) if begin < end else None


def is_wh(token: Token) -> bool:
    """True for a pronoun that asks or relates: "who", "what", "which"."""
    return token.tag_ in ("WP", "WDT")


def _loose(char: str) -> bool:
    return char in EDGE or char.isspace()


def _belongs(text: str, begin: int, at: int) -> bool:
    """True if the mark at *at* closes a bracket, quotation or abbreviation of the words from *begin* on."""
    opening = CLOSES.get(text[at])
    if opening is not None:
        return text.count(opening, begin, at) > text.count(text[at], begin, at)
    return text[at] == "." and ABBREVIATION.search(text, begin, at) is not None


def head_of(words: Sequence[Token]) -> Token | None:
    """The word of a stretch whose head lies outside it, the first of several."""
    inside = {t.i for t in words}
    for t in words:
        if not t.is_space and (t.head.i not in inside or t.head is t):
            return t
    return None


def inside(doc: Doc, at: Span) -> tuple[Token, ...]:
    """The tokens that touch a span."""
    return doc.touching(at.begin, at.end)


def sentences(doc: Doc) -> dict[int, Span]:
    """For each token its sentence without the white space around it."""
    out: dict[int, Span] = {}
    for sentence in doc.sents:
        words = [t.i for t in sentence if not t.is_space]
        if words:
            out |= dict.fromkeys(range(sentence.start, sentence.end), span(doc, words[0], words[-1] + 1))
    return out


def total(noun: Token) -> Token:
    """What a count is the total of, as one: "a *total* of 30 houses"; other nouns are their own."""
    up = noun.head
    of = noun.stem == "nmod" and any(c.dep_ == "case" and c.lower_ == "of" for c in noun.children)
    return up if of and up.lower_ == "total" else noun
