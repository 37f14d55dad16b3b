"""Who acts and who is acted on in a mention, all of them, with the country and sectors of each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rashomon.lexicon import LIGHT
from rashomon.plover import actors
from rashomon.plover.ontology import Party
from rashomon.plover.phrases import inner, stem
from rashomon.plover.table import Table
from rashomon.types import Argument, Document, EventMention, Layer, Name, Span

RECIPIENTS = ("patient", "recipient", "topic")  # the first of these roles that names a known actor counts
# Beside the light verbs of the lexicon, the noun says what is done: "announced a ceasefire", "continued their attacks".
CARRIERS = LIGHT - {"cause", "come", "follow", "hear", "see"} | frozenset(
    "announce express voice issue continue begin start impose declare order resume renew extend intensify take give "
    "offer provide make reach sign reduce cut increase go place stage".split()
)
HOME = frozenset({"COP", "JUD", "LEG", "OPP", "PTY", "LAB"})  # who act in their own country
GOING = frozenset("arrive depart fly go leave tour travel trip visit".split())  # whose place is who is visited
BODIES = frozenset({"it", "they", "we"})  # where they are unresolved in what somebody says: who says it
_TOWARDS = re.compile(r"\b(?:to|on|against|with|from|for|into|at)\s+(?:the\s+)?$")
_AIM = re.compile(r"\s(to|on|against|with|from|for|of|between)\s+(?=\S)")
_STOP = re.compile(r"[,;:]\s|[“”\"()—–]")
_NEXT = re.compile(r"(,?\s+(?:and|or)\s+|,\s+)(?:the\s+)?")
_BACK = 20  # code points before a place in which such a word may stand


@dataclass(frozen=True, slots=True)
class Side:
    """One who takes part: the argument that tells it, the words that name it, and who it is."""

    argument: Argument
    span: Span
    party: Party

    @property
    def known(self) -> bool:
        """True if the words say of what country or kind it is."""
        return bool(self.party.country or self.party.sectors)


class Sides:
    """Finds the sides of the mentions of one account."""

    def __init__(self, document: Document, table: Table | None = None) -> None:
        self._document, self._table = document, table
        self._cast = actors.Cast(document, table)
        self._layer = document.layer(EventMention) if EventMention in document.layers else Layer[EventMention]()
        self._mentions = {m.span: m for m in self._layer}
        self._names = document.layer(Name) if Name in document.layers else None

    def of(self, mention: EventMention) -> tuple[list[Side], list[Side]]:
        """(agents, recipients): each those that are a known kind of actor, else the first in the role alone."""
        agents = [self._at_home(s, mention) for s in self._first([self._role(mention, "agent")], ())]
        taken = [s.argument for s in agents]
        groups = [self._role(mention, role) for role in RECIPIENTS]
        goes = mention.predicate in GOING
        there = [a for a in mention.arguments if a.role == "place" and (self._is_aimed_at(a) or goes)]
        groups.insert(1 if goes else len(groups), [s for a in there for s in self._who(a, mention)])
        return agents, self._first(groups, taken)

    def _at_home(self, side: Side, mention: EventMention) -> Side:
        """A police force, court or party of no country is of the one where it acts: "police arrested ... in Lima"."""
        if side.party.country or not HOME & set(side.party.sectors):
            return side
        places = (self._cast.party(a.span, a.name).country for a in mention.arguments if a.role == "place")
        return replace(side, party=Party(next((c for c in places if c), ""), side.party.sectors))

    def beyond(self, mention: EventMention, agents: Sequence[Side]) -> list[Side]:
        """Who comes next in the words that a mention without a known recipient leads to: "demanded that *Chile* leave",
        "sealed the roads into *Chile*". Nobody across a comma, nor those who act."""
        text, whole = self._document.text, mention.sentence or mention.span
        stop = _STOP.search(text, mention.span.end, whole.end)
        end = stop.start() if stop else whole.end
        later = [m for m in self._layer.touching(whole) if mention.span.end <= m.span.begin < end]
        acting = {s.party for s in agents}
        for m in (mention, *later):
            roles = ("place",) if m is mention else ("agent", "patient", "recipient", "place")
            found = [(role, s) for role in roles for s in self._role(m, role) if mention.span.end <= s.span.begin < end]
            found = [(role, s) for role, s in found if s.party.country and s.party not in acting]
            found = [(role, s) for role, s in found if role != "place" or self._is_country(s)]
            if found:
                first, _ = min(found, key=lambda f: f[1].span)
                return list({s.party: s for role, s in reversed(found) if role == first}.values())[::-1]
        named = self._names.touching(Span(mention.span.end, end)) if self._names is not None else []
        parts = [Side(Argument("topic", n.span, n.span, n.entity), n.span, self._cast.of(n.entity)) for n in named]
        return [s for s in parts if s.party.country and s.party not in acting][:1]

    def _is_country(self, side: Side) -> bool:
        return actors.is_country(self._document.quote(side.span), self._table)

    def _first(self, groups: Sequence[Sequence[Side]], but: Sequence[Argument]) -> list[Side]:
        groups = [[s for s in group if s.argument not in but] for group in groups]
        for group in groups:
            known = [s for s in group if s.known]
            if known:
                return list({s.party: s for s in reversed(known)}.values())[::-1]
        return [s for group in groups for s in group][:1]

    def _role(self, mention: EventMention, role: str) -> list[Side]:
        return [s for a in mention.arguments if a.role == role for s in self._who(a, mention)]

    def _who(self, a: Argument, mention: EventMention, deep: bool = True) -> Iterator[Side]:
        """Who an argument is: those whom it lists, or, where it is an act itself, those who did it ("condemned an
        attack by soldiers") or, after a verb that only carries it, those to whom it was done."""
        act = self._mentions.get(a.head)
        if deep and a.role != "agent" and act is not None and act is not mention:
            roles = ("patient", "recipient") if mention.predicate in CARRIERS else ("agent",)
            beside = [b for b in act.arguments if b.role in roles and not self._acts(b, mention)]
            found = [s for b in beside for s in self._who(b, act, deep=False) if s.known]
            if found:
                yield from (Side(a, s.span, s.party) for s in found)
                return
        whole = self._whole(a, mention.predicate in CARRIERS)
        if a.name is None and self._document.quote(a.span).lower() in BODIES and len(mention.holders) > 1:
            whole = Side(a, a.span, self._cast.of(mention.holders[-1]))  # "Chile said it would attack"
        yield whole
        if whole.known:
            yield from (Side(a, n.span, self._beside(whole, n)) for n in self._listed(a.span))

    def _whole(self, a: Argument, carried: bool) -> Side:
        """Who an argument is as one: of a thing, whom it is aimed at ("sanctions on banks", "a letter to the mayor"),
        else whose it is. What a verb only carries is no actor: "held military exercises"."""
        head = self._document.quote(Span(a.span.begin, a.head.end))
        whole = Side(a, a.span, self._cast.party(a.span, a.name))
        if a.name or actors.is_actor(head, self._table):
            return whole
        done = stem(self._document.quote(a.head)) in inner()
        aimed = _AIM.search(self._document.text, a.head.end, a.span.end)
        if aimed and (done or aimed[1] in ("to", "against", "with")):
            at = Span(aimed.end(), a.span.end)
            return Side(a, at, self._cast.party(at, None))
        return Side(a, a.span, Party(whole.party.country)) if done and carried else whole

    def _acts(self, a: Argument, mention: EventMention) -> bool:
        return any(b.role == "agent" and (b.head == a.head or (b.name and b.name == a.name)) for b in mention.arguments)

    def _beside(self, first: Side, name: Name) -> Party:
        """Who a listed name is: of its own kind, or of that of the head before it ("ambassadors of Chile and Peru")."""
        own = self._cast.party(name.span, name.entity)
        if first.argument.name is None and first.party.sectors and own.country:
            return Party(own.country, first.party.sectors)
        return own

    def _listed(self, at: Span) -> Iterator[Name]:
        """The names that go on behind a phrase that ends in one: "with Chile, Peru and Cuba"."""
        if self._names is None or not any(n.span.end == at.end for n in self._names.touching(at)):
            return
        found: list[Name] = []
        closed, end = 0, at.end
        while after := _NEXT.match(self._document.text, end):
            begin = after.end()
            name = next((n for n in self._names.touching(Span(begin, begin + 1)) if n.span.begin == begin), None)
            if name is None:
                break
            found.append(name)
            end = name.span.end
            if after[1].strip(", "):
                closed = len(found)
        yield from found[:closed]

    def _is_aimed_at(self, place: Argument) -> bool:
        """True for "aid to Syria": a country that something is done to, not in."""
        before = self._document.text[max(0, place.span.begin - _BACK) : place.span.begin]
        named = actors.is_country(self._document.quote(place.span), self._table)
        return named and _TOWARDS.search(before) is not None
