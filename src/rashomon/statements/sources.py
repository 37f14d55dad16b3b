"""Which of the names in the words of a source may be who speaks: whoever heads it, not whom it only tells of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rashomon.grammar import people, phrases
from rashomon.types import Document, Name, Span

if TYPE_CHECKING:
    from rashomon.language import Reading
    from rashomon.tokens import Token

POSSESSOR = re.compile(r"['’]s$|(?<=s)['’]$")
SUCH_AS = re.compile(r"\s(?:including|such as)\s")
HOLDING = frozenset({"for", "from", "of"})  # "a representative for Oro" is not Oro
OBTAINING = frozenset("acquire hear obtain read receive review see view".split())  # who does so with a text tells none
TITLES = people.OFFICES | people.PERSONS | people.RANKS | people.HONORIFICS | {"former", "the"}


def whole(document: Document, source: Span) -> Span:
    """The whole name of a person of whom a source is the last word: "Ana Oro" of "Oro"."""
    around = (n.span for n in document.layer(Name).touching(source) if n.kind == "person" and n.span.covers(source))
    return next((span for span in around if span.end == source.end), source)


def persons(
    document: Document, reading: Reading, source: Span, names: Sequence[Name], head: Token | None
) -> list[Name]:
    """The people named in a source who may speak: not the owner of who does, nor one whom a clause of it tells of."""
    bare = POSSESSOR.sub("", document.quote(source))  # "Oro's" of "Oro's claim that"
    some = SUCH_AS.search(document.quote(source))  # who belong to those who speak
    end = source.begin + some.start() if some else source.end
    found = (n for n in names if n.kind == "person" and n.span.begin < end)
    own = (n for n in found if _is_all(bare, document.quote(n.span)) or not _owned(document, reading, n, head))
    return [n for n in own if not _told_of(reading, n, head)]


def _is_all(bare: str, name: str) -> bool:
    """True if nothing but titles stands before a name: "President Oro" for "Oro", but not "guards, including Oro"."""
    before = bare.removesuffix(name).split() if bare.endswith(name) else ["of"]
    return all(w.isalpha() or w.endswith(".") for w in before) and all(w[0].isupper() or w in TITLES for w in before)


def body(document: Document, source: Span, at: Span, head: Token | None) -> Name | None:
    """The name of a body, place or work that is most of a source, or that the source goes on to describe, whether it
    begins with it or follows it: "the Herald, a newspaper of Vell". *at* is the head of the source."""
    names = [n for n in document.layer(Name).touching(source) if n.kind != "person"]
    if whole := next((n for n in names if n.span.touches(at) and _covers_most(source, n.span)), None):
        return whole
    if first := next((n for n in names if _explained(document, source, n.span)), None):
        return first
    comma = max(0, source.begin - 2)
    new = document.quote(source).split()[0] in ("a", "an") and head is not None and head.lemma_.lower() in people.BODIES
    if document.text[comma : source.begin] != ", " or not new:
        return None
    before = document.layer(Name).touching(Span(comma - 1, comma)) if comma else ()
    return next((n for n in before if n.kind == "organisation"), None)


def _explained(document: Document, source: Span, name: Span) -> bool:
    """True for a name that a source begins with and goes on to describe, or that ends the description of a source: "the
    owner, Blue Line"."""
    before = document.text[source.begin : name.begin].strip().lower()
    if before.startswith("the ") and before.endswith(",") and "," not in before[:-1]:
        return document.text[name.end : source.end].strip(" ,") == ""
    return before in ("", "the") and document.text[name.end : name.end + 1] == "," and name.end + 1 < source.end


def _covers_most(source: Span, name: Span) -> bool:
    return (name.end - name.begin) * 2 > source.end - source.begin


def _owned(document: Document, reading: Reading, name: Name, source: Token | None) -> bool:
    """True for a possessor ("Putin's aide", "a Putin aide") or a name inside "of ...", unless it heads the source."""
    words = phrases.inside(reading.doc, name.span)
    head = phrases.head_of(words)
    after = words[-1].i + 1 if words else 0
    marked = after < len(reading.doc) and reading.doc[after].lower_ in ("'s", "’s", "'", "’")
    before = list(reading.doc[words[0].i - 2 : words[0].i]) if words and words[0].i > 1 else []
    held = bool(before) and before[1].lower_ in HOLDING and before[0].lemma_.lower() in people.OFFICES
    before_noun = head is not None and head.dep_ == "compound" and head.head == source and source.pos_ == "NOUN"
    first = head
    while first is not None and first.dep_ == "conj" and first != source:  # "lawyers for both Oro and Vale"
        first = first.head
    within = first is not None and first.dep_ in ("nmod:poss", "nmod") and first != source
    return marked or held or before_noun or within


def _told_of(reading: Reading, name: Name, source: Token | None) -> bool:
    """True for a name in a relative clause of the source, or who obtained it: "a rabbi of Vell, where Oro taught", "a
    letter seen by Oro"."""
    at = phrases.head_of(phrases.inside(reading.doc, name.span))
    while at is not None and at != source and at.head != at and at.stem != "acl":
        at = at.head
    clause = at is not None and at != source and at.stem == "acl"
    return at is not None and clause and (at.dep_ == "acl:relcl" or at.lemma_.lower() in OBTAINING)
