"""Event mentions from the tree: who did what to whom, where, when, and did it happen in the eyes of its holder.

A trigger is a verb that heads a clause, or a noun or adjective that the model's event head marks. Arguments come by
dependency path; passives without an actor stay. Needs layers Sentence, Name, Reference, Time, Quantity and Attribution.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from rashomon.grammar import (
    accusations,
    anchors,
    bounds,
    circumstances,
    commitment,
    generic,
    identities,
    phrases,
    refusals,
    roles,
    states,
)
from rashomon.grammar.chronicles import Days
from rashomon.grammar.participants import Participants, before
from rashomon.grammar.triggers import is_noun, is_verb, predicate
from rashomon.lexicon import GUILTY
from rashomon.notability import weighed
from rashomon.statements import holders as held
from rashomon.statements.answers import answered
from rashomon.timex.layer import chronology
from rashomon.types import (
    FURNITURE,
    Argument,
    Attribution,
    Block,
    Document,
    EventMention,
    Name,
    Quantity,
    Reference,
    Span,
    Time,
)

if TYPE_CHECKING:
    from rashomon.language import Reading
    from rashomon.tokens import Token

UNTOLD = 0.0  # held of an event of which only the kind is told
DENIED = -1.0  # the most that is held of an event that nothing is said to speak for
WORD = re.compile(r"[^\W\d_][\w'’‐‑-]*")


def run(document: Document, reading: Reading) -> Iterable[EventMention]:
    """Every event mention of the blocks that speak, in text order."""
    return weighed(document, by_grammar(document, reading).completed())


def by_grammar(document: Document, reading: Reading) -> circumstances.Account:
    """The mentions as the grammar alone reads them, for `training/circumstances.py`."""
    return _Events(document, reading).account()


def mentions_at(document: Document, reading: Reading, words: Iterable[Span]) -> list[EventMention | None]:
    """The mention that each of these words would be, trigger or not; None where the model read nothing.

    For eval/, which compares what we read at the words that others marked as events.
    """
    events = _Events(document, reading)
    heads = [phrases.head_of(phrases.inside(reading.doc, span)) for span in words]
    marked = {h.i for h in heads if h is not None} | {t.i for t in reading.doc if events._is_trigger(t)}
    beside = events._anchored(marked)
    return [None if h is None else events._mention(h, beside.get(h.i, ())) for h in heads]


def commitments(document: Document, reading: Reading, token: Token) -> tuple[float, ...]:
    """What each holder of the words at a token is committed to, outermost first: of any token, mention or not."""
    events = _Events(document, reading)
    return events._committed(token, events._holders(token)[0], events._judged(token))[0]


class _Events:
    def __init__(self, document: Document, reading: Reading):
        self.document, self.reading, self.doc = document, reading, reading.doc
        self.entity: dict[int, str] = {}
        self.kind: dict[int, str] = {}
        for n in document.layer(Name):
            for t in phrases.inside(self.doc, n.span):
                self.entity[t.i], self.kind[t.i] = n.entity, n.kind
        for t in self.doc:  # "Dar es Salaam", of which only the last word is known
            if t.dep_ == "flat" and self.kind.get(t.i) == "place":
                self.kind.setdefault(t.head.i, "place")
        for r in document.layer(Reference):
            head = phrases.head_of(phrases.inside(self.doc, r.span))
            if head is not None:
                self.entity.setdefault(head.i, r.entity)
        self.time: dict[int, Time] = {}
        for time in document.layer(Time):
            for token in phrases.inside(self.doc, time.span):
                self.time[token.i] = time
        happenings = {t.i for t in self.doc if self._is_happening(t)}
        self.words = roles.Words(self.kind, self.entity, self.time, happenings)
        self.inner = held.by_token(self.doc, document.layer(Attribution))
        self.participants = Participants(self.doc, self.entity, self.kind, self.inner)
        self.sentence = phrases.sentences(self.doc)
        self.block = {t.i: b for b in document.layer(Block) for t in phrases.inside(self.doc, b.span)}
        self.identities = {t.i: known for t in self.doc if (known := identities.identity(t, self.kind)) is not None}
        self.days = Days(self.doc, chronology(document.layer(Time), document.layer(Block)))

    def account(self) -> circumstances.Account:
        """Its mentions by the grammar, and what is known of the words around them."""
        saying = (at for a in self.document.layer(Attribution) for at in (a.venue, a.time) if at is not None)
        said = {t.i for at in saying for t in phrases.inside(self.doc, at)}
        told = answered(self.doc, self.document.layer(Attribution), self.mentions())
        place = partial(self.participants.argument, "place")
        return circumstances.Account.of(self.reading, self.kind, self.entity, self.time, said, told, place)

    def mentions(self) -> Iterator[EventMention]:
        denials = [d for t in self.doc if (d := accusations.denied(t)) is not None]
        denied = {d.accusation.i for d in denials}
        told = [t for t in self.doc if t.i not in denied and self._is_trigger(t)]
        beside = self._anchored({t.i for t in told})
        taken = {a.span for arguments in beside.values() for a in arguments}
        lone = [q for q in self.document.layer(Quantity) if q.span not in taken]
        if tolls := {t for t in states.tolls(self.doc, lone) if self._speaks(t)}:
            told = sorted(tolls.union(told))
            beside = self._anchored({t.i for t in told})
        for token in told:
            yield self._mention(token, beside.get(token.i, ()))
        for denial in denials:
            yield from self._denied(denial)
        for known in self.identities.values():
            if self._speaks(known.role):
                who = [self.participants.argument("agent", t) for t in known.who]
                yield self._told(known.told, phrases.token_span(known.role), f"be {known.role.lemma_.lower()}", who)
        for found in self.document.layer(Quantity):
            if states.measured(found):
                yield from self._measured(found)

    def _speaks(self, token: Token) -> bool:
        """True for a word of a block where happenings are told."""
        block = self.block.get(token.i)
        return block is not None and block.kind not in FURNITURE

    def _is_trigger(self, token: Token) -> bool:
        if not self._speaks(token) or not WORD.fullmatch(token.text) or token.i in self.time:
            return False
        if token.pos_ == "VERB" and self.words.occurrence(token) is not None:
            return False  # "the explosion occurred at 5:40": the noun is the event
        if token.pos_ == "VERB":
            return is_verb(token, float(self.reading.events[token.i]))
        return token.i in self.words.happenings or (states.predicative(token) and token.i not in self.identities)

    def _is_happening(self, noun: Token) -> bool:
        return noun.i not in self.kind and is_noun(noun, float(self.reading.events[noun.i]))

    def _anchored(self, marked: set[int]) -> dict[int, list[Argument]]:
        """The times, quantities and lengths of time of each of the triggers *marked*, by its index."""
        counted = [q for q in self.document.layer(Quantity) if not states.measured(q)]
        found: list[Time | Quantity] = [*dict.fromkeys(self.time.values()), *counted]
        return anchors.Anchors(self.doc, self.words, self.time, marked).arguments(found)

    def _mention(self, token: Token, times: Iterable[Argument]) -> EventMention:
        nominal = token.i in self.words.happenings
        pairs = list(self.words.of_noun(token) if nominal else self.words.of_verb(token))
        if not nominal and all(role != "place" for role, _ in pairs):
            pairs += [("scene", place) for place in self.words.scene(token)]
        found = self.participants.of((role, head) for role, head in pairs if head.i != token.i)
        arguments = [*(before(a, token) for a in found), *times]
        return self._told(token, phrases.token_span(token), self._predicate(token), arguments)

    def _told(self, token: Token, span: Span, tells: str, arguments: list[Argument]) -> EventMention:
        """A mention at *span*, held and as sure as the word *token* is."""
        holders, *beside = self._holders(token)
        judged = self._judged(token)
        values, happened, evidence = self._committed(token, holders, judged)
        day = self.days.of(token) if happened > 0 else None
        if day and not any(a.role == "time" for a in arguments):
            arguments.append(Argument("time", day, day))
        return EventMention(
            span=span,
            predicate=tells,
            arguments=tuple(sorted(set(arguments), key=lambda a: (a.span, a.role))),
            factuality=values[-1],
            evidence=evidence,
            tense=commitment.tense(token),
            sentence=self.sentence[token.i],
            holders=holders,
            beside=tuple(beside),
            commitments=values,
            happened=happened,
            vector=self.reading.context(token.i),
        )

    def _measured(self, found: Quantity) -> Iterator[EventMention]:
        """The state that a measure beside its owner tells: "Ana Oro, 44," and "the 77-tonne truck"."""
        tokens = phrases.inside(self.doc, found.span)
        owner = phrases.head_of(phrases.inside(self.doc, found.owner)) if found.owner else None
        block = self.block.get(tokens[0].i)
        if owner is None or block is None or block.kind in FURNITURE:
            return
        number = Argument("number", found.span, phrases.token_span(tokens[-1]))
        holders, *beside = self._holders(tokens[0])
        values = held.commitments(self.doc, holders, self.inner.get(tokens[0].i, ()), bounds.CERTAIN)
        yield EventMention(
            span=found.span,
            predicate=states.measured(found),
            arguments=(self.participants.argument("agent", owner), number),
            factuality=values[-1],
            tense="present",
            sentence=self.sentence[tokens[0].i],
            holders=holders,
            beside=tuple(beside),
            commitments=values,
            happened=bounds.CERTAIN,
            vector=self.reading.context(tokens[0].i),
        )

    def _denied(self, denial: accusations.Denial) -> Iterator[EventMention]:
        """The accusation that somebody denies without saying what it holds, on the word of who denies it."""
        token = denial.accusation
        block = self.block.get(token.i)
        if block is None or block.kind in FURNITURE:
            return
        arguments = [self.participants.argument("patient", denial.accused)]
        arguments += [self.participants.argument("topic", t) for t in denial.of]
        holders, around = self._holders(token)[0], self._holders(denial.word)[0]
        accused = arguments[0].name
        if accused and len(holders) == len(around) and accused != holders[-1]:
            holders = (*around, accused)  # whom no attribution gives the word
        values = (*(0.0 for _ in holders[1:]), -bounds.CERTAIN)
        yield EventMention(
            span=phrases.token_span(token),
            predicate=GUILTY,
            arguments=tuple(sorted(arguments, key=lambda a: (a.span, a.role))),
            factuality=values[-1],
            evidence=(phrases.token_span(denial.word),),
            sentence=self.sentence[token.i],
            holders=holders,
            commitments=values,
            happened=values[-1],
            vector=self.reading.context(token.i),
        )

    def _judged(self, token: Token) -> commitment.Commitment:
        """What the words commit to; the contrary of what they say of a report that they call untrue."""
        judged = commitment.judge(token, self.reading)
        if token.i not in self.words.happenings and states.denies(token):
            judged = replace(judged, factuality=-judged.factuality, happened=-judged.happened)
        for word, most in ((refusals.refusal(token), -bounds.CERTAIN), (refusals.unproven(token), DENIED)):
            if word is not None and judged.factuality > DENIED:
                evidence = tuple(sorted({*judged.evidence, phrases.token_span(word)}))
                judged = commitment.Commitment(most, most, evidence)
        kind = generic.word_of_kind(token) if token.i in self.words.happenings else None
        if kind is not None and judged.factuality > UNTOLD:
            judged = commitment.Commitment(UNTOLD, UNTOLD, (*judged.evidence, phrases.token_span(kind)))
        return judged

    def _committed(
        self, token: Token, chain: tuple[str, ...], judged: commitment.Commitment
    ) -> tuple[tuple[float, ...], float, tuple[Span, ...]]:
        """What each holder is committed to, whether it happened by the innermost, and the words that say so."""
        around = held.bearing(token, self.inner.get(token.i, ()))
        values = held.commitments(self.doc, chain, around, judged.factuality)
        happened, evidence = judged.happened, set(judged.evidence)
        for a in around:
            if a.holders == chain:
                happened, words = held.held(self.doc, a, happened)
                evidence.update(words)
        if values[-1] <= -bounds.CERTAIN:
            happened = min(happened, values[-1])
        return tuple(round(v, 2) for v in values), round(happened, 2), tuple(sorted(evidence))

    def _predicate(self, token: Token) -> str:
        if token.pos_ != "VERB" and token.i not in self.words.happenings:
            return states.predicate(token)
        return predicate(token)

    def _holders(self, token: Token) -> list[tuple[str, ...]]:
        """Who stands behind the mention: one chain, or one for each of "A and B both said"."""
        inner = self.inner.get(token.i, ())
        if inner:
            deepest = max(inner, key=lambda a: len(a.holders))
            together = [a.holders for a in inner if (a.cue, a.content) == (deepest.cue, deepest.content)]
            return list(dict.fromkeys((deepest.holders, *together)))
        block = self.block.get(token.i)
        outlet = self.document.provenance.outlet or self.document.provenance.path
        return [(block.voice if block is not None and block.voice else outlet,)]
