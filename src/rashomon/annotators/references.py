"""Pronouns and descriptions resolved to the names of the account: by title, by the model's antecedents, by nearness.

What stays unclear gets no reference: a statement whose speaker is unsure says so.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from rashomon.grammar import people, phrases
from rashomon.grammar.discourse import SUBJECTS, Discourse, subject, top
from rashomon.grammar.gender import gender
from rashomon.grammar.things import Things
from rashomon.lexicon import SPEECH
from rashomon.types import Document, Reference

if TYPE_CHECKING:
    from spacy.tokens import Token

    from rashomon.language import Reading

Fits = Callable[[str], bool]
REACH = 3  # sentences outside quotation marks that a "he" may look back over
LONGEST = 2000  # words inside them that it may, or a text that is all quotation takes time with its square
LEAD = 4  # sentences that an account begins with, its headline among them
OBJECTS = frozenset({"obj", "iobj", "obl"})
DEEP = 12  # words up a tree
FAR = 2  # times as often as the other that "he" or "she" stands for somebody whose gender they tell


def run(document: Document, reading: Reading) -> Iterable[Reference]:
    """A Reference for each third-person pronoun and each definite description of a person that resolves."""
    return _Resolver(document, reading).references()


class _Resolver:
    def __init__(self, document: Document, reading: Reading):
        self.at = Discourse(document, reading)
        self.doc, self.of_token = reading.doc, self.at.of_token
        self.things = Things(self.at)
        people_named = [n for n in self.at.names if n.kind == "person"]
        self.genders = {n.entity: gender(n.entity, n.titles) for n in people_named}
        self.bearers: dict[str, tuple[str, ...]] = {n.entity: n.titles for n in people_named}
        self.of_title: dict[str, list[str]] = defaultdict(list)  # title -> entities
        for entity, titles in self.bearers.items():
            for title in dict.fromkeys((*titles, *filter(None, map(people.body_first, titles)))):
                self.of_title[title].append(entity)
        self.titles: dict[str | int, list[str]] = defaultdict(list)  # what offices share -> titles
        for title in self.of_title:
            for key in people.office_keys(title):
                self.titles[key].append(title)
        self.known: dict[str, frozenset[str]] = {}  # office -> entities, once looked up

    def references(self) -> Iterable[Reference]:
        """All references. Those of a first round tell the gender of people whose names do not."""
        self._learn(self._once())
        self.at.resolved.clear()
        return self._once()

    def _learn(self, references: Iterable[Reference]) -> None:
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        for r in references:
            word = phrases.text(self.doc)[r.span.begin : r.span.end].lower()
            if word in people.SINGULAR and self.genders.get(r.entity) == "":
                votes[r.entity]["f" if word in people.FEMALE else "m"] += 1
        for entity, said in votes.items():
            (most, times), *rest = said.most_common()
            if times > 1 and times >= FAR * sum(n for _, n in rest):
                self.genders[entity] = most

    def _once(self) -> list[Reference]:
        out = []
        for token in self.doc:
            if token.i in self.of_token:
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
        return out

    def _pronoun(self, token: Token) -> tuple[str, str] | None:
        word = token.lower_
        if word in people.ORGANISED | people.PLURAL:
            body = self.things.pronoun(token)
            return (body, "antecedent") if body else None
        if word not in people.SINGULAR:
            return None
        fits = self._fits(word)
        if sure := self._last_speaker(token, fits) or self._teller(token, fits) or self._alone_here(token):
            return sure, "antecedent"
        hit = self.at.antecedent(token, ("person",), outside=not self.at.quoted[token.i])
        if hit and fits(hit):
            return hit, "antecedent"
        hit = self._nearest(token, fits)
        return (hit, "nearest") if hit else None

    def _fits(self, word: str) -> Fits:
        wrong = "m" if word in people.FEMALE else "f"
        return lambda entity: self.genders.get(entity) != wrong

    def _last_speaker(self, token: Token, fits: Fits) -> str | None:
        """Of "“...,” he said" the person who said something in the sentence before."""
        if not _speaks(token) or self.at.quoted[token.i]:
            return None
        for i in range(token.i - 1, -1, -1):
            if self.at.told[token.i] - self.at.told[i] > 1 or self.at.entry[i] != self.at.entry[token.i]:
                return None
            if not self.at.quoted[i] and _speaks(self.doc[i]) and self.doc[i].head.i != token.head.i:
                return who if (who := self._person(i)) and fits(who) else None
        return None

    def _teller(self, token: Token, fits: Fits) -> str | None:
        """Of "Ana Oro said that she" Ana Oro, if her name tells that she may be."""
        at = token
        for _ in range(DEEP):
            clause = at.head
            if at.dep_ in ("ccomp", "parataxis", "xcomp") and clause.lemma_.lower() in SPEECH:
                teller = subject(clause)
                who = self._person(teller.i) if teller is not None and teller.i < token.i else None
                same = self.at.quoted[clause.i] == self.at.quoted[token.i]
                return who if who and same and self.genders.get(who) and fits(who) else None
            if clause.i == at.i:
                return None
            at = clause
        return None

    def _alone_here(self, token: Token) -> str | None:
        """The only person named before in the sentence whose name tells that the pronoun fits; not the subject of the
        verb that has it as object: of "Oro saw him" he is not Oro."""
        wanted = "f" if token.lower_ in people.FEMALE else "m"
        here = self.at.sentence.get(token.i, -1)
        found: dict[str, int] = {}
        for i in range(token.i - 1, -1, -1):
            if self.at.sentence.get(i, here) != here:
                break
            name = self.of_token.get(i)
            if name and self.at.quoted[i] == self.at.quoted[token.i] and self.genders.get(name.entity) == wanted:
                found[name.entity] = i
        if len(found) != 1:
            return None
        [(who, i)] = found.items()
        head = top(phrases.head_of(phrases.inside(self.doc, self.of_token[i].span)))
        object_ = token.dep_ in OBJECTS and not token.lower_.endswith("self")
        return None if object_ and head.head.i == token.head.i else who

    def _person(self, i: int) -> str | None:
        """The person whom a token names or refers to."""
        name = self.at.name_at(i)
        entity = name.entity if name is not None else self.at.resolved.get(i)
        return entity if entity and self.at.kinds.get(entity) == "person" else None

    def _nearest(self, token: Token, fits: Fits) -> str | None:
        """The last person who was a subject in the sentences before, else the last person named there.

        One whose name tells that the pronoun fits goes before a bare surname, which tells nothing.
        """
        before = [(entity, subject) for entity, subject in self._before(token) if fits(entity)]
        subjects = [entity for entity, subject in before if subject]
        told = (entity for entity in subjects if self.genders[entity] or " " in entity)
        return next(chain(told, subjects, (entity for entity, _ in before)), None)

    def _before(self, token: Token) -> Iterator[tuple[str, bool]]:
        """The persons of the sentences before, the last first, and whether they were subjects."""
        at = self.at
        here = at.sentence.get(token.i, 0)
        for i in range(token.i - 1, max(-1, token.i - 1 - LONGEST), -1):
            if at.told[token.i] - at.told[i] > REACH or at.entry[i] != at.entry[token.i]:
                return
            entity = at.entity_at(i)
            if entity is None or at.kinds.get(entity) != "person" or at.sentence.get(i) == here:
                continue
            if not at.quoted[i] or at.quoted[token.i]:
                yield entity, at.is_subject(i)

    def _description(self, token: Token) -> tuple[str, str] | None:
        """The one bearer of the title ("the commander", "Iran's president"), else the model's antecedent."""
        lemma = token.lemma_.lower()
        if lemma not in people.OFFICES:
            return self.things.description(token)
        if any(c.dep_ in ("flat", "appos") for c in token.children) or self._beside_name(token):
            return None
        marks = [c for c in token.children if c.dep_ in ("det", "nmod:poss") or base_poss(c)]
        new = {c.lower_ for c in marks} & people.INDEFINITE
        if new - {"a", "an"}:
            return None
        title = " ".join(
            t.text
            for t in phrases.inside(self.doc, phrases.phrase(token))
            if t.dep_ != "punct" and t.lower_ not in ("'s", "’s")
        )
        core = [t.text for t in token.lefts if t.dep_ in ("amod", "compound")] + [token.text]
        if any(_narrows(c, core) for c in token.rights):  # "the President of Nigeria" is no other's
            core = [title]
        bearers = self._bearers(" ".join(core)) | self._bearers(title)
        if new:
            return self._named_below(token, bearers) if len(core) > 1 else None
        if len(bearers) == 1 and (marks or token.text[:1].isupper() or core[0][:1].isupper()):
            [only] = bearers
            # "The coach" after a name is not the coach who is named further down.
            before = self._people_before(token)
            if only in before or not before:
                return only, "title"
            bearers = frozenset()
        hit = self.at.antecedent(token, ("person",))
        if hit and marks and (hit in bearers or not (bearers or self._other_office(hit, title))):
            return hit, "antecedent"
        if any(c.lower_ == "the" for c in marks) and (last := self._last_of(token, bearers)):
            return last, "nearest"
        return None

    def _named_below(self, token: Token, bearers: Collection[str]) -> tuple[str, str] | None:
        """The one bearer of an office that an account begins with, and that is named further down: "a police chief"."""
        if len(bearers) != 1 or self.at.sentence.get(token.i, LEAD) >= LEAD:
            return None
        [entity] = bearers
        return None if entity in self._people_before(token) else (entity, "title")

    def _people_before(self, token: Token) -> frozenset[str]:
        """Who is named before a word."""
        return frozenset(n.entity for n in self.at.names if n.kind == "person" and n.span.begin < token.idx)

    def _other_office(self, entity: str, title: str) -> bool:
        """True for who bears an office of the same word, but another one: a press secretary is no Cabinet secretary."""
        keys = people.office_keys(title)
        alike = [t for t in self.bearers.get(entity, ()) if keys & people.office_keys(t)]
        return bool(alike) and not any(people.same_office(title, t) for t in alike)

    def _last_of(self, token: Token, bearers: Collection[str]) -> str | None:
        """The one of several bearers of a title who was named last, if nobody else of them was in that sentence."""
        last: str | None = None
        there = -1
        for i in range(token.i - 1, -1, -1):
            name = self.of_token.get(i)
            if last and self.at.sentence.get(i) != there:
                return last
            if name is None or name.entity not in bearers or name.entity == last:
                continue
            if last:
                return None
            last, there = name.entity, self.at.sentence.get(i, -1)
        return last

    def _bearers(self, office: str) -> frozenset[str]:
        """The persons with a title that can name the office."""
        if office not in self.known:
            titles = {t for key in people.office_keys(office) for t in self.titles.get(key, ())}
            same = (t for t in titles if people.same_office(office, t))
            self.known[office] = frozenset(e for t in same for e in self.of_title[t])
        return self.known[office]

    def _beside_name(self, token: Token) -> bool:
        """True for the title of a name: "president" of "Iran's president Sheikh Hassan Rouhani"."""
        after = token.i + 1
        while after < len(self.doc) and self.doc[after].lower_.strip(".") in people.HONORIFICS:
            after += 1
        if after in self.of_token and self.of_token[after].kind == "person":
            return True
        return token.dep_ in ("flat", "compound") and token.head.i in self.of_token


def _narrows(modifier: Token, office: Sequence[str]) -> bool:
    """True for what makes an office another: "of Delta". Of "meet the Supreme Leader in Karsa" the place tells where
    they meet; only a bare "president in Karsa" may be another's."""
    inside = any(c.lower_ == "in" for c in modifier.children)
    return modifier.dep_ == "nmod" and not (inside and len(office) > 1)


def base_poss(token: Token) -> bool:
    """True for a possessor ("Iran's")."""
    return token.dep_ == "nmod:poss" or any(c.lower_ in ("'s", "’s") for c in token.children)


def _speaks(token: Token) -> bool:
    return token.dep_ in SUBJECTS and token.head.lemma_.lower() in SPEECH
