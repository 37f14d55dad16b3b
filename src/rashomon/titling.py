"""Which of the mentions of an event tells it best: its sentence, or the clause of it, is the title of the event."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rashomon.actions import action
from rashomon.common_nouns import PRONOUNS
from rashomon.notable import block_of
from rashomon.types import (
    BODY,
    PART,
    PARTICIPANTS,
    Agreement,
    Block,
    BlockKind,
    Claim,
    Document,
    EventMention,
    Slot,
    Span,
)

LEADING = 1.25  # what a sentence that opens an account gains on others
WORD = re.compile(r"[^\W_]{3,}")
VAGUE = 0.6  # what it keeps of that where a pronoun stands for one who takes part
POINTING = PRONOUNS - {"who", "whom", "which", "that", "what"}  # what those stand for is in their own sentence
TITLE = 240  # code points; a longer sentence is shown as the clause of its trigger


@dataclass(frozen=True, slots=True)
class Told:
    """A mention in its account, with what is claimed of it."""

    document: Document
    mention: EventMention
    claims: tuple[Claim, ...]

    @property
    def sentence(self) -> Span:
        """The sentence that tells it, in code points of the account."""
        return self.mention.sentence or self.mention.span

    @property
    def sentence_key(self) -> tuple[str, Span]:
        """Its account and its sentence."""
        return self.document.id, self.sentence


class Titles:
    """The titles of the events of a case, from its accounts in their order and *family*, the copies they belong to.

    Needs the layer Block.
    """

    def __init__(self, documents: Sequence[Document], family: Mapping[str, str]):
        self._rank = {d.id: k for k, d in enumerate(documents)}
        self._leads = {d.id: next((b.span.end for b in d.layer(Block) if b.kind in BODY), 0) for d in documents}
        self._family = family

    def of(self, told: Sequence[Told], slots: Sequence[Slot]) -> tuple[str, Span]:
        """The id of an account and the words of it that tell an event best, from its mentions and its slots."""
        usual = Counter(action(t.document, t.mention).predicate for t in told)
        disputed = set(_disputed(slots))
        sides = {t.sentence_key for t in told if not disputed.isdisjoint(c.id for c in t.claims)}
        shared = {
            c.id: len(p.witnesses) - 1 for s in slots if s.name != "happened" for p in s.positions for c in p.claims
        }
        like = self._likeness(told)
        best = max(told, key=lambda t: self._worth(t, usual, sides, shared, like(t)))
        return best.document.id, _clause(best)

    def _worth(
        self,
        told: Told,
        usual: Mapping[str, int],
        sides: Container[tuple[str, Span]],
        shared: Mapping[str, int],
        like: float,
    ) -> tuple[float, ...]:
        """A title is best told in *usual* words for it, as a fact, of all whom it befell, by no comment, not under a
        picture, outside the sentences that take *sides*, in a sentence most *like* all others, and the more so where it
        names all who take part, by the outlet itself, with values that most witnesses *share*, with most slots, early
        in an early account. It is better a denial in the usual words than an odd word for what is denied."""
        slots = {c.slot for c in told.claims}
        block = block_of(told.document, told.mention)
        kind = block.kind if block else BlockKind.PARAGRAPH
        alone = len(told.claims[0].holders) == 1
        times = usual[action(told.document, told.mention).predicate]
        even = told.sentence_key not in sides
        named = 2 * times >= max(usual.values())
        best: dict[str, int] = {}
        for c in told.claims:
            best[c.slot] = max(best.get(c.slot, 0), shared.get(c.id, 0))
        whole = not any(c.scope.endswith(PART) for c in told.claims)
        plain = kind is not BlockKind.COMMENT, kind is not BlockKind.CAPTION
        stated = named, told.mention.factuality > 0, whole, *plain, even, like * (1 if _clear(told) else VAGUE), alone
        return (*stated, times, sum(best.values()), len(slots), -self._rank[told.document.id], -told.mention.span.begin)

    def _likeness(self, told: Sequence[Told]) -> Callable[[Told], float]:
        """How like all sentences that tell an event one of them is: the cosine of its words with the words that several
        families of accounts use (the centroid of Radev et al. 2004), more for a headline or first paragraph."""
        said = {t.sentence_key: frozenset(WORD.findall(t.document.quote(t.sentence).casefold())) for t in told}
        by_family: dict[str, set[str]] = defaultdict(set)
        for (document, _), words in said.items():
            by_family[self._family[document]] |= words
        common = Counter(w for words in by_family.values() for w in words)
        length = math.hypot(*common.values())

        def like(t: Told) -> float:
            words = said[t.sentence_key]
            cosine = sum(common[w] - 1 for w in words) / (math.sqrt(len(words) or 1) * (length or 1))
            return round(cosine * (LEADING if t.mention.span.end <= self._leads[t.document.id] else 1), 2)

        return like


def _clear(told: Told) -> bool:
    """True where all who take part are named in the sentence: a "he" or "it" of another says nothing by itself."""
    said = told.document.quote(told.sentence)
    return all(
        (words := told.document.quote(a.span)) == "US"
        or words.casefold() not in POINTING
        or any(w in said for w in WORD.findall(a.name or ""))
        for a in told.mention.arguments
        if a.role in PARTICIPANTS
    )


def _disputed(slots: Iterable[Slot]) -> Iterator[str]:
    """The claims of versions that conflict. Those of whether it happened at all deny: a title says what is denied."""
    for slot in slots:
        for r in slot.relations:
            if r.agreement is Agreement.CONFLICTS:
                yield from (c.id for k in (r.left, r.right) for c in slot.positions[k].claims)


def _clause(told: Told) -> Span:
    """The sentence of a mention; of a long one from the first to the last of those who take part."""
    sentence, mention = told.sentence, told.mention
    if sentence.end - sentence.begin <= TITLE:
        return sentence
    parts = [mention.span, *(a.span for a in mention.arguments if sentence.covers(a.span))]
    return Span(min(s.begin for s in parts), max(s.end for s in parts))
