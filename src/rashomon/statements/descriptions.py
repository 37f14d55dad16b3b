"""Who speaks under a description that no Reference names: "the actress", "the aide", "both countries".

It is who spoke before under a fuller description, who spoke last if the noun fits, or the two that were named together.
What fits nobody stays as described.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.grammar import people, phrases
from rashomon.grammar.gender import gender
from rashomon.statements.chains import SINGLE, fits
from rashomon.types import Attribution, Block, Document, Name, Resolved, Sentence, Span

if TYPE_CHECKING:
    from rashomon.language import Reading
    from rashomon.tokens import Token

PAIRING = frozenset({"both", "two"})
UNMARKED = frozenset({"police"})  # needs no article
MODIFIERS = frozenset({"amod", "compound", "nmod:poss", "nummod", "nmod", "nmod:desc"})
# Nouns for two that were named together.
PAIRS = frozenset(
    """agency campaign company country democrat firm government group lawmaker leader man nation newspaper
    organisation organization party president republican senator side state woman""".split()
)
COUPLES = frozenset({"couple", "pair", "duo"})
FEW = 50  # statements or names that are looked back over
REACH = 2  # sentences that may stand between a name and its description


def with_descriptions(document: Document, reading: Reading, found: Sequence[Attribution]) -> Iterator[Attribution]:
    """Each statement, a description of its source given the name that it stands for; one for each of two."""
    finder = _Finder(document, reading)
    done: dict[int, tuple[Attribution, ...]] = {}
    for i in sorted(range(len(found)), key=lambda i: (found[i].cue or found[i].content[0]).begin):
        done[i] = tuple(finder.named(found[i]))
        for a in done[i]:
            finder.note(a)
    for i in range(len(found)):
        yield from done[i]


class _Finder:
    def __init__(self, document: Document, reading: Reading):
        self.document, self.reading, self.doc = document, reading, reading.doc
        self.names = document.layer(Name)
        self.kinds = {n.entity: n.kind for n in self.names}
        self.genders = {n.entity: gender(n.entity, n.titles) for n in self.names}
        self.heads = [(n, h) for n in self.names if (h := phrases.head_of(phrases.inside(self.doc, n.span)))]
        self.said: list[Attribution] = []  # in the order of their cues
        self.under: dict[tuple[str, str], list[Attribution]] = defaultdict(list)  # by the noun of their source
        self.beside: dict[tuple[Span | None, tuple[Span, ...]], list[Attribution]] = defaultdict(
            list
        )  # by what is said
        self.renamed: dict[str, str] = {}  # descriptions that stood for a name

    def note(self, a: Attribution) -> None:
        """Remember who spoke."""
        self.said.append(a)
        self.beside[a.cue, a.content].append(a)
        if (head := self._head(a)) is not None:
            self.under[head.lemma_, head.tag_].append(a)

    def named(self, a: Attribution) -> Iterator[Attribution]:
        """The statement by the name that its source stands for, by each of two, or as it is."""
        if a.because in (Resolved.ANTECEDENT, Resolved.CONTINUED) and a.speaker in self.renamed:
            yield self._by(a, self.renamed[a.speaker])
            return
        head = self._head(a) if a.source is not None and a.because is Resolved.DESCRIBED else None
        if a.source is None or head is None:
            yield a
            return
        found = self._pair(a.source, head) or self._who(a.source, head)
        if len(found) == 1 and a.speaker is not None:
            self.renamed[a.speaker] = found[0]
        yield from (self._by(a, who) for who in found if who != a.speaker)
        if not found or a.speaker in found:
            yield a

    def _by(self, a: Attribution, who: str) -> Attribution:
        if who in self.kinds:
            kind = "person" if self.kinds[who] == "person" else "organisation"
        else:
            kind = next((s.kind for s in reversed(self.said[-FEW:]) if s.speaker == who), a.kind)
        return replace(a, speaker=who, because=Resolved.DESCRIPTION, kind=kind)

    def _head(self, a: Attribution) -> Token | None:
        return phrases.head_of([t for t in phrases.inside(self.doc, a.source) if not t.is_space]) if a.source else None

    def _who(self, source: Span, head: Token) -> tuple[str, ...]:
        words = [t for t in phrases.inside(self.doc, source) if not t.is_space]
        noun, many = head.lemma_.lower(), head.tag_ in ("NNS", "NNPS")
        first = words[0].lower_
        if head.pos_ != "NOUN" or not (first in people.DEFINITE or (noun in UNMARKED and len(words) == 1)):
            return ()
        beside = [c for c in head.children if c.dep_ in MODIFIERS and c.lower_ not in people.DEFINITE | {"new"}]
        apart = {c.lemma_.lower() for c in beside}
        same = self._spoke_before(source, head, apart)
        if same or many:
            return same
        who = self._last_person(source, first, noun, head) if noun in people.PERSONS else None
        return (who,) if who is not None else ()

    def _spoke_before(self, source: Span, head: Token, apart: set[str]) -> tuple[str, ...]:
        """Who spoke last under the same noun and a fuller description: "an aide to Oro said ... the aide said"."""
        for s in reversed(self.under[head.lemma_, head.tag_][-FEW:]):
            words = {t.lemma_.lower() for t in phrases.inside(self.doc, s.source)} if s.source else set()
            if s.source is not None and s.source.begin < source.begin and apart <= words:
                return tuple(o.speaker for o in (s, *self._together(s)) if o.speaker)
        return ()

    def _together(self, s: Attribution) -> list[Attribution]:
        """The same statement by others."""
        return [o for o in self.beside[s.cue, s.content] if o.speaker != s.speaker]

    def _before(self, source: Span) -> Iterator[tuple[Name, Token]]:
        """The names near a source, the last first, with their heads."""
        end = bisect_left(self.heads, source.begin, key=lambda named: named[0].span.begin)
        for name, head in reversed(self.heads[max(0, end - FEW) : end]):
            if not self._near(name.span, source):
                return
            yield name, head

    def _last_person(self, source: Span, first: str, noun: str, head: Token) -> str | None:
        last = next((s for s in reversed(self.said) if s.span.end <= source.begin), None)
        if first != "the" or last is None or last.kind not in SINGLE or not self._near(last.span, source):
            return None
        if last.source is None or self._together(last) or last.source.begin >= head.sent.start_char:
            return None  # one of two; who speaks in a sentence is not described in it
        word = "she" if noun in people.FEMALE_WORDS else "he" if noun in people.MALE_WORDS else ""
        return last.speaker if last.speaker and (not word or fits(word, last.speaker, self.genders)) else None

    def _pair(self, source: Span, head: Token) -> tuple[str, ...]:
        """The two that were named together just before "both", "the two leaders" or "the groups"."""
        words = [t.lower_ for t in phrases.inside(self.doc, source)]
        bare = words == ["both"]
        two = bare or not PAIRING.isdisjoint(words)
        plural = words[0] in people.DEFINITE | PAIRING and len(words) == (3 if two and words[0] == "the" else 2)
        couple = words[0] in people.DEFINITE and words[1:] == [head.lower_] and head.lower_ in COUPLES
        if not (bare or couple) and not (plural and head.lemma_.lower() in PAIRS and head.tag_ == "NNS"):
            return ()
        for name, h in self._before(source):
            other = next((m for m, g in self.heads if g == h.head and h.dep_ == "conj"), None)
            if other is None or other.entity == name.entity or other.kind != name.kind:
                continue
            third = [g for m, g in self.heads if g.dep_ == "conj" and g.head == h.head and g != h]
            return () if third else (other.entity, name.entity)
        return ()

    def _near(self, a: Span, b: Span) -> bool:
        """True if few sentences stand between two places, and none of another entry or voice."""
        blocks = [next(iter(self.document.layer(Block).touching(x)), None) for x in (a, b)]
        if len({(k.entry, k.voice) for k in blocks if k}) != 1:
            return False
        between = Span(min(a.end, b.begin), max(a.end, b.begin))
        return sum(between.covers(s.span) for s in self.document.layer(Sentence).touching(between)) <= REACH
