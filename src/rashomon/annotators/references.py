"""Pronouns and descriptions resolved to the names of the account: by title, by the model's antecedents, by nearness.

What stays unclear gets no reference: a statement whose speaker is unsure says so.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

from rashomon.grammar import people, phrases
from rashomon.grammar.described import Described
from rashomon.grammar.discourse import Discourse
from rashomon.grammar.elaborations import Elaborations
from rashomon.grammar.genders import genders
from rashomon.grammar.kin import Kin
from rashomon.grammar.leads import Leads
from rashomon.grammar.offices import Offices
from rashomon.grammar.pronouns import Pronouns
from rashomon.grammar.things import Things
from rashomon.types import Document, Reference, Resolved

if TYPE_CHECKING:
    from rashomon.language import Reading
    from rashomon.tokens import Token

FAR = 2  # times as often as the other that "he" or "she" stands for somebody whose gender they tell


def run(document: Document, reading: Reading) -> Iterable[Reference]:
    """A Reference for each third-person pronoun and each definite description that resolves."""
    return _Resolver(document, reading).references()


class _Resolver:
    def __init__(self, document: Document, reading: Reading):
        self.at = Discourse(document, reading)
        self.genders = genders(self.at)
        self.pronouns, self.offices = Pronouns(self.at, self.genders), Offices(self.at, self.genders)
        self.leads = Leads(self.at, self.genders)
        self.things, self.kin = Things(self.at), Kin(self.at, self.genders, self.pronouns.telling)
        self.described = Described(self.at, self.genders, self.kin)
        self.elaborations = Elaborations(self.at, self.pronouns, self.offices)

    def references(self) -> Iterable[Reference]:
        """All references. Those of a first round tell the gender of people whose names do not."""
        self._learn(self._once())
        self.kin.learn()
        self.at.begin_again()
        self.described.begin_again()
        return self._once()

    def _learn(self, references: Iterable[Reference]) -> None:
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        for r in references:
            word = self.at.doc.text[r.span.begin : r.span.end].lower()
            if word in people.SINGULAR and self.genders.get(r.entity) == "":
                votes[r.entity]["f" if word in people.FEMALE else "m"] += 1
        for entity, said in votes.items():
            (most, times), *rest = said.most_common()
            if times > 1 and times >= FAR * sum(n for _, n in rest):
                self.genders[entity] = most

    def _once(self) -> list[Reference]:
        out = []
        for token in self.pronouns.order():
            if token.i in self.at.of_token:
                continue
            hit = (
                self._pronoun(token)
                if token.pos_ == "PRON"
                else self._description(token)
                if token.pos_ in ("NOUN", "PROPN")
                else None
            )
            if hit:
                self.at.resolved[token.i] = hit[0]
                span = phrases.phrase(token) if token.pos_ != "PRON" else phrases.token_span(token)
                out.append(Reference(span, *hit))
        return sorted(out, key=lambda r: r.span)

    def _pronoun(self, token: Token) -> tuple[str, Resolved] | None:
        if token.lower_ in people.ORGANISED | people.PLURAL:
            body = self.things.pronoun(token)
            return (body, Resolved.ANTECEDENT) if body else None
        return self.pronouns.person(token) if token.lower_ in people.SINGULAR else None

    def _description(self, token: Token) -> tuple[str, Resolved] | None:
        hit = self.kin.description(token)
        if hit or self.kin.tells(token):
            return hit
        noun = token.lemma_.lower()
        person = noun in people.OFFICES or noun in people.FAMED
        hit = (self.offices.description(token) if person else None) or self.described.description(token)
        hit = hit or (self.leads.description(token) if person or noun in people.HUMANS else None)
        return hit or self.elaborations.description(token)
