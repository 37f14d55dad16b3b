"""Whose words they are: the sources of an attribution resolved to names, or kept as described, or left open."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from rashomon.grammar import people, phrases
from rashomon.grammar.discourse import says_of_itself, subject
from rashomon.statements import sources
from rashomon.types import Document, Name, Reference, Resolved, Span

if TYPE_CHECKING:
    from rashomon.language import Reading
    from rashomon.tokens import Token


SUCH_AS = re.compile(r"\s*[,–—-]\s+(?:even\s+)?(?:including|such as)\s")
CLAUSE = re.compile(r",\s+(?:(?:(?:of|for|with|some of|many of)\s+)?(?:who|whom|which|whose)|\w+(?:ed|en)\s+by)\b")
SOMEBODY = people.OFFICES | people.KIN | people.PERSONS
AND = frozenset({"and", "&"})
WHOEVER = frozenset("anybody anyone one those".split())  # "those who say"
OUTSIDE = frozenset({"cc", "punct"})
APART = frozenset({"conj", "cc", "punct", "acl:relcl", "parataxis"})  # what parts one speaker from the next


def speakers(
    document: Document, reading: Reading, source: Span | None
) -> Iterator[tuple[Span | None, str | None, Resolved]]:
    """(source, resolved name or None, how) for every speaker of a source: "A and B both said" has two."""
    if source is None:
        yield None, None, Resolved.NO_SOURCE
        return
    source = sources.whole(document, _both(reading, source))
    words = [t for t in phrases.inside(reading.doc, source) if not t.is_space]
    head = phrases.head_of(words)
    if (whom := relative(head)) is not None:
        if (some := _whoever(document, reading, whom)) is not None:
            yield source, document.quote(some), Resolved.DESCRIBED
            return
        for _, speaker, because in speakers(document, reading, whom):
            yield source, speaker, because
        return
    if (at_hand := _at_hand(head)) is not None:
        yield from speakers(document, reading, phrases.token_span(at_hand))
        return
    names = [*{n.span.begin: n for n in document.layer(Name).touching(source) if source.covers(n.span)}.values()]
    persons = sources.persons(document, reading, source, names, head)
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


def _at_hand(head: Token | None) -> Token | None:
    """ "According to information that *we* have": who has it, and so knows it."""
    if head is None or head.pos_ != "NOUN" or head.lemma_.lower() in people.OFFICES | people.KIN | people.PERSONS:
        return None
    had = (subject(c) for c in head.children if c.stem == "acl" and c.lemma_.lower() == "have")
    return next((who for who in had if who is not None and who.lower_ in people.FIRST), None)


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
    body = sources.body(document, source, at, head)
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
    own: "the singer, 36, and her husband Ana Oro", but not "the founder and chief" or "police and residents". Beside
    somebody named others may be several: "Oro and her friends"."""
    heads = [h for h in heads if h == heads[0] or h.pos_ != "PROPN" or h.nbor(-1).text in (",", *AND)]
    named = any(h.ent_type_ == "PER" for h in heads)
    if not all(h.pos_ == "PROPN" or h.lower_ in people.SINGULAR or _one(h) or (named and _some(h)) for h in heads):
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
    return noun.tag_ == "NN" and bool(own) and noun.lemma_.lower() in SOMEBODY


def _some(noun: Token) -> bool:
    own = phrases.children(noun, "det", "nmod:poss") or [c for c in noun.children if c.lower_ == "other"]
    return bool(own) and (noun.tag_ == "NNS" or noun.lemma_.lower() in people.BODIES)


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
        named = [c for c in phrases.children(noun, "appos") if c.ent_type_ == "PER" and noun.i < c.i < head.i]
        noun = named[0] if named and noun.tag_ == "NN" else noun  # "her brother, Jan Oro, who said"
        whom = phrases.phrase(noun, phrases.LOOSE - {"punct"})  # with the hyphen of "high-ranking"
        return phrases.trimmed(head.doc.text, whom)
    persons = [e for e in head.sent.ents if e.label_ == "PER" and e.end <= head.i and head.lower_ == "who"]
    return phrases.span(head.doc, persons[-1].start, persons[-1].end) if persons else None


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
        back = reading.back(at)
        if back is None:
            return None
        at = back
        if reading.doc[at].pos_ in ("NOUN", "PROPN"):
            kind = reading.doc[at].ent_type_
            return reading.doc[at] if not (kind if pronoun.lower_ in people.SINGULAR else kind == "PER") else None
    return None


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


def described(document: Document, source: Span) -> str:
    """The words of a source on one line, without its leading article, a relative clause after a comma, those who are
    only among them, and the mark of a possessor: "Iranian officials"."""
    words = SUCH_AS.split(CLAUSE.split(document.quote(source), maxsplit=1)[0])[0].rstrip(",").split()
    while len(words) > 1 and words[0].lower() in ("the", "a", "an"):
        words.pop(0)
    return sources.POSSESSOR.sub("", " ".join(words))
