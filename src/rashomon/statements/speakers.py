"""Whose words they are: the sources of an attribution resolved to names, or kept as described, or left open."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from rashomon.grammar import people, phrases
from rashomon.grammar.discourse import says_of_itself, subject
from rashomon.lexicon import SPEECH
from rashomon.types import Document, Name, Reference, Resolved, Span

if TYPE_CHECKING:
    from rashomon.language import Reading
    from rashomon.tokens import Token


CLAUSE = re.compile(r",\s+(?:(?:(?:of|for|with|some of|many of)\s+)?(?:who|whom|which|whose)|\w+(?:ed|en)\s+by)\b")
POSSESSOR = re.compile(r"['’]s$|(?<=s)['’]$")
AND = frozenset({"and", "&"})
HOLDING = frozenset({"for", "from", "of"})  # "a representative for Oro" is not Oro
OBTAINING = frozenset("acquire hear obtain read receive review see view".split())  # who does so with a text tells none
WHOEVER = frozenset("anybody anyone one those".split())  # "those who say"
BACK = 3  # sentences that go on with "it"
OUTSIDE = frozenset({"cc", "punct"})
APART = frozenset({"conj", "cc", "punct", "acl:relcl", "parataxis"})  # what parts one speaker from the next


def speakers(
    document: Document, reading: Reading, source: Span | None
) -> Iterator[tuple[Span | None, str | None, Resolved]]:
    """(source, resolved name or None, how) for every speaker of a source: "A and B both said" has two."""
    if source is None:
        yield None, None, Resolved.NO_SOURCE
        return
    source = _whole(document, _both(reading, source))
    words = [t for t in phrases.inside(reading.doc, source) if not t.is_space]
    head = phrases.head_of(words)
    if (whom := relative(head)) is not None:
        if (some := _whoever(document, reading, whom)) is not None:
            yield source, document.quote(some), Resolved.DESCRIBED
            return
        for _, speaker, because in speakers(document, reading, whom):
            yield source, speaker, because
        return
    names = [*{n.span.begin: n for n in document.layer(Name).touching(source) if source.covers(n.span)}.values()]
    persons = _persons(document, reading, source, names, head)
    heads = _coordinated(head, words)
    if together := _together(document, source, heads, [*persons, *(n for n in names if n.kind != "person")]):
        yield from ((at, entity, Resolved.NAME) for at, entity in together)
    elif len(each := _one_by_one(heads, words)) > 1:
        for at in each:
            yield from speakers(document, reading, at)
    elif persons:
        named = [n for n in persons if head is not None and n.span.touches(phrases.token_span(head))]
        yield source, (named or persons)[-1].entity, Resolved.NAME
    else:
        yield source, *_unnamed(document, reading, source, head)


def _whoever(document: Document, reading: Reading, whom: Span) -> Span | None:
    """ "Those who say so": the pronoun with the clause, which alone tells who it is."""
    words = phrases.inside(reading.doc, whom)
    if document.quote(whom).lower() not in WHOEVER or len(words) != 1:
        return None
    end = next((c.right_edge for c in phrases.children(words[0], "acl:relcl")), words[0])
    return phrases.trimmed(document.text, phrases.span(reading.doc, words[0].i, end.i + 1))


def _whole(document: Document, source: Span) -> Span:
    """The whole name of a person of whom a source is the last word: "Ana Oro" of "Oro"."""
    around = (n.span for n in document.layer(Name).touching(source) if n.kind == "person" and n.span.covers(source))
    return next((span for span in around if span.end == source.end), source)


def _persons(
    document: Document, reading: Reading, source: Span, names: Sequence[Name], head: Token | None
) -> list[Name]:
    """The people named in a source who may speak: not the owner of who does, nor one whom a clause of it tells of."""
    bare = POSSESSOR.sub("", document.quote(source))  # "Oro's" of "Oro's claim that"
    persons = (n for n in names if n.kind == "person")
    own = (n for n in persons if document.quote(n.span) == bare or not _owned(reading, n, head))
    return [n for n in own if not _told_of(reading, n, head)]


def _together(
    document: Document, source: Span, heads: Sequence[Token], names: Sequence[Name]
) -> list[tuple[Span, str]]:
    """The words and name of each of several who speak together: of a person any word of the phrase, of a body its
    head; empty unless an "and" joins two names or more."""
    reach = {"person": [t for h in heads for t in h.subtree]}
    both = [n for n in names if any(n.span.touches(phrases.token_span(t)) for t in reach.get(n.kind, heads))]
    several = {n.entity: n for n in reversed(both)}
    if len(heads) < 2 or len(several) < 2 or not _joined(document, [*several.values()], source):
        return []
    out = []
    for n in sorted(several.values(), key=lambda n: n.span):
        own = next(h for h in heads if any(n.span.touches(phrases.token_span(t)) for t in h.subtree))
        at = phrases.phrase(own, APART)
        alone = source.covers(at) and at.covers(n.span) and not any(at.touches(m.span) for m in both if m is not n)
        out.append((at if alone else n.span, n.entity))
    return out


def _unnamed(document: Document, reading: Reading, source: Span, head: Token | None) -> tuple[str | None, Resolved]:
    """Who speaks where no person is named: whom a reference stands for, a body, a noun pointed back at, or nobody."""
    at = phrases.token_span(head) if head is not None else source
    references = [r for r in document.layer(Reference).touching(at) if source.covers(r.span) or r.span.covers(source)]
    body = _body(document, source, at, head)
    if references and (body is None or source.covers(references[0].span)):
        return references[0].entity, references[0].because
    if body is not None:
        return body.entity, Resolved.NAME
    if head is not None and (noun := _antecedent(reading, head)) is not None:
        return described(document, phrases.phrase(noun)), Resolved.ANTECEDENT
    if head is None or head.pos_ == "PRON" or document.quote(source).lower() in people.FIRST:
        return None, Resolved.UNRESOLVED
    return described(document, source), Resolved.DESCRIBED


def _one_by_one(heads: Sequence[Token], words: Sequence[Token]) -> list[Span]:
    """The words for each of several who speak together, if each is one person with an article, owner or name of their
    own: "the singer, 36, and her husband Ana Oro", but not "the founder and chief" or "police and residents"."""
    heads = [h for h in heads if h.i == words[0].i or h.pos_ != "PROPN" or h.nbor(-1).text in (",", *AND)]
    if not all(h.pos_ == "PROPN" or h.lower_ in people.SINGULAR or _one(h) for h in heads):
        return []
    begins = [words[0].i, *(h.left_edge.i for h in heads[1:]), words[-1].i + 1]
    parts = [[t for t in words if a <= t.i < b] for a, b in pairwise(begins)]
    for part in parts:
        while part and (part[0].dep_ in OUTSIDE or part[0].is_punct):
            part.pop(0)
        while part and (part[-1].dep_ in OUTSIDE or part[-1].is_punct):
            part.pop()
    return [phrases.span(p[0].doc, p[0].i, p[-1].i + 1) for p in parts if p]


def _one(noun: Token) -> bool:
    own = [c.lower_ for c in phrases.children(noun, "det", "nmod:poss")]
    return noun.tag_ == "NN" and bool(own) and noun.lemma_.lower() in people.OFFICES | people.KIN | people.PERSONS


def _joined(document: Document, names: Sequence[Name], source: Span) -> bool:
    """True if an "and" stands between the names of one source or after them: "the secretary, A, and the deputy, B", "A,
    B and others"."""
    places = [*sorted(n.span for n in names), Span(source.end, source.end)]
    between = (document.text[a.end : b.begin].lower().split() for a, b in pairwise(places))
    return any(AND & set(words) for words in between)


def relative(head: Token | None) -> Span | None:
    """The phrase that a "who" or "which" stands for: the one its clause modifies, or the name before "..., who"."""
    if head is None or not phrases.is_wh(head):
        return None
    before = head.nbor(-1) if head.i else head
    if before.text == "," and before.i and before.nbor(-1).ent_type_ == "PER":  # "Moreno, who said"
        person = next(e for e in head.doc.ents if e.start <= before.i - 1 < e.end)
        return phrases.span(head.doc, person.start, person.end)
    at = head
    while at.dep_ != "acl:relcl" and at.head.i != at.i:
        at = at.head
    if at.dep_ == "acl:relcl" and at.head.i < head.i:
        noun = at.head
        if noun.dep_ == "appos" and noun.head.ent_type_ == "PER":  # "Ana Oro, a cook who said"
            noun = noun.head
        whom = phrases.phrase(noun, phrases.LOOSE - {"punct"})  # with the hyphen of "high-ranking"
        return phrases.trimmed(head.doc.text, whom)
    named = [e for e in head.sent.ents if e.label_ == "PER" and e.end <= head.i and head.lower_ == "who"]
    return phrases.span(head.doc, named[-1].start, named[-1].end) if named else None


def _antecedent(reading: Reading, pronoun: Token) -> Token | None:
    """The noun that a third-person pronoun points back to, where it is no name: "Officials ... they". Whose name "he"
    stands for has been weighed before."""
    at = pronoun.i
    if pronoun.lower_ not in people.PLURAL | people.ORGANISED | people.SINGULAR:
        return None
    teller = says_of_itself(pronoun) if pronoun.lower_ == "it" else None
    if teller is not None and teller.tag_ == "NN":
        return teller
    for _ in range(8):
        back = int(reading.antecedents[at])
        if back >= at:
            return _spoke_before(pronoun) if pronoun.lower_ == "it" else None
        at = back
        if reading.doc[at].pos_ in ("NOUN", "PROPN"):
            kind = reading.doc[at].ent_type_
            return reading.doc[at] if not (kind if pronoun.lower_ in people.SINGULAR else kind == "PER") else None
    return None


def _spoke_before(it: Token) -> Token | None:
    """The body that spoke in the sentence before: "The *staff* said nobody was hurt. It dismissed"."""
    doc, first = it.doc, it.sent.start
    for _ in range(BACK):
        if not first:
            return None
        sentence = doc[first - 1].sent
        root = next((t for t in sentence if t.stem == "root"), None)
        who = subject(root) if root is not None and root.lemma_.lower() in SPEECH else None
        if who is None or who.lower_ != "it":
            return (
                who
                if who is not None and who.tag_ == "NN" and who.lemma_.lower() in people.BODIES | {"staff"}
                else None
            )
        first = sentence.start
    return None


def _owned(reading: Reading, name: Name, source: Token | None) -> bool:
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


def _both(reading: Reading, source: Span) -> Span:
    """The source up to a "both" that gathers it with those beside it: "Ana Oro, and the envoy, Jan Vale, both"."""
    words = phrases.inside(reading.doc, source)
    head = phrases.head_of(words)
    if head is None or not any(c.dep_ == "conj" and c.i > words[-1].i for c in head.children):
        return source
    both = [c.i for c in head.head.children if c.lower_ == "both" and words[-1].i < c.i < head.head.i]
    return phrases.span(reading.doc, words[0].i, both[0]) if both else source


def _coordinated(head: Token | None, words: Sequence[Token]) -> list[Token]:
    if head is None:
        return []
    inside = {t.i for t in words}
    joined = [c for c in head.children if c.dep_ == "conj" and c.i in inside]
    listed = [c for c in phrases.children(head, "appos") if head.pos_ == c.pos_ == "PROPN" and c.i in inside]
    return [head, *(listed if joined else ()), *joined]  # "A, B and others", with B hung on A as if it explained it


def _told_of(reading: Reading, name: Name, source: Token | None) -> bool:
    """True for a name in a relative clause of the source, or who obtained it: "a rabbi of Vell, where Oro taught", "a
    letter seen by Oro"."""
    at = phrases.head_of(phrases.inside(reading.doc, name.span))
    while at is not None and at != source and at.head != at and at.stem != "acl":
        at = at.head
    clause = at is not None and at != source and at.stem == "acl"
    return at is not None and clause and (at.dep_ == "acl:relcl" or at.lemma_.lower() in OBTAINING)


def _body(document: Document, source: Span, at: Span, head: Token | None) -> Name | None:
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


def described(document: Document, source: Span) -> str:
    """The words of a source on one line, without its leading article, a relative clause after a comma, and the mark of
    a possessor: "Iranian officials"."""
    words = CLAUSE.split(document.quote(source), maxsplit=1)[0].rstrip(",").split()
    while len(words) > 1 and words[0].lower() in ("the", "a", "an"):
        words.pop(0)
    return POSSESSOR.sub("", " ".join(words))
