"""Edges of content: no phrase is cut before its noun, and no "and" or "though" is left hanging."""

from __future__ import annotations

from collections.abc import Set
from typing import TYPE_CHECKING

from rashomon.grammar import phrases
from rashomon.statements import quotes
from rashomon.types import Span

if TYPE_CHECKING:
    from rashomon.tokens import Doc, Token

DANGLING = frozenset({"amod", "case", "compound", "det", "nmod:poss", "nummod"})  # what wants the noun that follows
HANGING = frozenset({"cc", "mark"})
RELATIVE = frozenset({"WDT", "WP", "WP$", "WRB"})
PARTICIPLES = frozenset({"VBG", "VBN"})
BESIDE = frozenset({"and", "as", "but", "or", "while"})  # what may bring in who reports
REACH = 12  # words that an edge may move
OPEN = "“‘\"'(—–-,;: "


def mended(doc: Doc, at: Span, taken: Set[int]) -> Span | None:
    """The stretch with its last phrase whole, as far as no token of *taken* is in the way, and nothing hanging.

    None where nothing would be left.
    """
    words = [t for t in phrases.inside(doc, at) if not t.is_space]
    if len(words) < 2:
        return at
    while words and _hangs(words[-1]):
        words.pop()
        while words and words[-1].text in OPEN:
            words.pop()
    while words and words[0].dep_ == "cc" and not words[0].is_sent_start:
        words.pop(0)
    if not words:
        return None
    last = _name_end(_whole(words[-1], taken), taken)
    if last is words[-1] and at.begin == words[0].idx and at.end <= last.idx + len(last):
        return at
    return phrases.span(doc, words[0].i, last.i + 1)


def to_its_end(doc: Doc, at: Span, taken: Set[int]) -> Span:
    """The stretch with the words right after it that hang on its own, "sold *to the bank*", as far as no stop, no token
    of *taken* and nothing that goes on beside it is in the way; a quotation ends with its mark."""
    words = [t for t in phrases.inside(doc, at) if not t.is_space]
    if doc.text[at.end - 1] in quotes.QUOTES:
        return at
    inside = {t.i for t in words}
    last = words[-1] if words else None
    while last is not None and last.i + 1 < last.sent.end:
        after = last.nbor(1)
        if after.is_space and "\n" not in after.text:
            last = after
            continue
        if after.is_punct or after.is_space or after.i in taken or after.lower_ in BESIDE or not _below(after, inside):
            break
        inside.add(after.i)
        last = after
    while last is not None and last.i > words[-1].i and (last.dep_ in DANGLING | HANGING or last.is_space):
        last = last.nbor(-1)
    return at if last is None or last.i == words[-1].i else Span(at.begin, last.idx + len(last))


def with_its_conjuncts(doc: Doc, at: Span, taken: Set[int]) -> Span:
    """The stretch with what the same subject does besides, by the tree: of "said the ship sailed, but was unable to
    land" all is told, as long as no token of *taken* is in the way; a quotation ends with its mark."""
    words = [t for t in phrases.inside(doc, at) if not t.is_space]
    if not words or doc.text[at.end - 1] in quotes.QUOTES:
        return at
    beside = (c for verb in words if verb.pos_ == "VERB" for c in phrases.children(verb, "conj") if _alike(verb, c))
    last = max((c.right_edge for c in beside if c.i > words[-1].i), default=None)
    if last is None or last.is_punct:
        return at
    after = doc[words[-1].i + 1 : last.i + 1]
    if any(t.i in taken or "\n" in t.text or t.text in quotes.QUOTES or t.text in ";:" for t in after):
        return at
    return Span(at.begin, last.idx + len(last))


def _alike(verb: Token, other: Token) -> bool:
    """True for a verb that goes on with the subject of another, finite if that is, after "and" or "but"."""
    finite = [v.tag_ in phrases.FINITE_TAGS or bool(phrases.children(v, "aux", "cop")) for v in (verb, other)]
    subject = any(c.stem in ("nsubj", "csubj", "expl") for c in other.children)
    joined = any(c.dep_ == "cc" for c in other.children)
    return joined and not subject and (finite[0] == finite[1] or (verb.tag_ == other.tag_ and not finite[1]))


def _below(token: Token, inside: Set[int]) -> bool:
    """True for a token that hangs, over words after it only, on one of *inside*."""
    up = token
    while up.head.i > token.i and up.head.i != up.i:
        up = up.head
    return up.head.i in inside and up.dep_ not in ("cc", "conj", "parataxis")


def from_its_begin(doc: Doc, content: tuple[Span, ...], teller: Span, taken: Set[int]) -> tuple[Span, ...]:
    """Content with what its relative clause hangs on: of "The blast was in a shed, where grain lay, Oro said" all is
    told, not the clause alone, as long as no token of *taken* is in the way.
    """
    words = [t for t in phrases.inside(doc, content[-1]) if not t.is_space] if content else []
    first = words[0].sent.start if words else 0
    clause = [t for t in doc[max(first, words[0].i - 1) : words[0].i + 1] if t.tag_ in RELATIVE] if words else []
    between = doc.text[content[-1].end : teller.begin] if words else ""
    if not clause or between.strip(',”"’ ') or any(i in taken for i in range(first, words[0].i)):
        return content
    return (*content[:-1], phrases.span(doc, first, words[-1].i + 1))


def in_one_sentence(doc: Doc, content: tuple[Span, ...], cue: Span) -> tuple[Span, ...]:
    """Content after a cue as far as the sentence of the cue goes, and no further than a mark that it did not open."""
    end = phrases.inside(doc, cue)[-1].sent.end_char
    kept = (Span(c.begin, min(c.end, end)) if cue.end <= c.begin < end else c for c in content)
    return tuple(s for c in kept if c.begin < end and (s := _closed(doc.text, c)) is not None)


def _closed(text: str, at: Span) -> Span | None:
    opened = any(mark in text[at.begin : at.end] for mark in quotes.OPENING)
    return at if opened else phrases.trimmed(text, at)


def before_next_deed(doc: Doc, content: tuple[Span, ...], cue: Span) -> tuple[Span, ...]:
    """Content without what who tells does besides: of "rejects the claim and suspends the manager" the claim alone."""
    verb = phrases.head_of([t for t in phrases.inside(doc, cue) if not t.is_space])
    if verb is None or not phrases.children(verb, "obj") or phrases.children(verb, "ccomp", "xcomp"):
        return content
    alike = (c for c in phrases.children(verb, "conj") if c.tag_ == verb.tag_ and not phrases.children(c, "nsubj"))
    deed = next(alike, None)
    if deed is None or any(mark in doc.text[c.begin : c.end] for c in content for mark in quotes.QUOTES):
        return content
    cut = min((deed, *phrases.children(deed, "cc")), key=lambda t: t.i).idx
    kept = (phrases.trimmed(doc.text, Span(c.begin, min(c.end, cut))) for c in content if c.begin < cut)
    return tuple(s for s in kept if s is not None) or content


def whole_participle(doc: Doc, content: tuple[Span, ...], taken: Set[int]) -> tuple[Span, ...]:
    """Content with the participle that its first word belongs to, where that begins the sentence: "Officially called X,
    it sank", not "X, it sank", as long as no token of *taken* is in the way.
    """
    words = [t for t in phrases.inside(doc, content[0]) if not t.is_space] if content else []
    up = words[0].head if words else None
    if up is None or up.i >= words[0].i or up.tag_ not in PARTICIPLES or up.left_edge.i > words[0].sent.start:
        return content
    first = words[0].sent.start
    subject = any(t.stem == "nsubj" or t.i in taken for t in doc[first : words[0].i])
    return content if subject else (Span(doc[first].idx, content[0].end), *content[1:])


def _hangs(last: Token) -> bool:
    return last.dep_ in HANGING and last.head.i > last.i and last.lower_ != "to"


def _name_end(last: Token, taken: Set[int]) -> Token:
    """The last word of the name that *last* stands in."""
    while last.ent_type_ and last.i + 1 < len(last.doc) and (after := last.nbor(1)).ent_iob_ == "I":
        if after.i in taken:
            break
        last = after
    return last


def _whole(last: Token, taken: Set[int]) -> Token:
    """The end of the phrase that the last word waits for the noun of, itself where it waits for none."""
    if last.dep_ not in DANGLING or not last.i < last.head.i <= last.i + REACH or last.lower_ in ("'s", "’s"):
        return last
    noun = last.head
    end = phrases.phrase(noun).end
    between = [t for t in last.doc[last.i + 1 : last.i + 2 * REACH] if t.idx < end]
    newline = "\n" in last.doc.text[last.idx : end]
    if any(t.i in taken or t.is_sent_start for t in between) or not between or newline:
        return last
    return between[-1]
