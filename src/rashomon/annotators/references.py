"""Pronouns and descriptions resolved to the names of the account: by title, by the model's antecedents, by nearness.

What stays unclear gets no reference: a statement whose speaker is unsure says so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from rashomon.grammar import people, phrases
from rashomon.grammar.gender import gender
from rashomon.types import Block, Document, Name, Reference

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from rashomon.language import Reading

Fits = Callable[[str], bool]
REACH = 3  # sentences outside quotation marks that a "he" may look back over
LEAD = 4  # sentences that an account begins with, its headline among them
NEW = frozenset({"a", "an", "no", "any", "some", "another", "every", "each"})  # what brings in somebody new
OPENING, CLOSING, STRAIGHT = frozenset("“«„"), frozenset("”»"), '"'
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer"})


def run(document: Document, reading: Reading) -> Iterable[Reference]:
    """A Reference for each third-person pronoun and each definite description of a person that resolves."""
    return _Resolver(document, reading).references()


class _Resolver:
    def __init__(self, document: Document, reading: Reading):
        self.doc, self.reading = reading.doc, reading
        self.names = document.layer(Name)
        self.of_token: dict[int, Name] = {}
        for n in self.names:
            for t in phrases.inside(self.doc, n.span):
                self.of_token[t.i] = n
        self.sentence = {t.i: k for k, s in enumerate(self.doc.sents) for t in s}
        self.entry = _entries(document, reading)
        self.resolved: dict[int, str] = {}
        self.quoted = _quoted(reading)
        self.told = _told(self.sentence, self.quoted, self.doc)
        self.kinds = {n.entity: n.kind for n in self.names}
        self.genders = {n.entity: gender(n.entity, n.titles) for n in self.names if n.kind == "person"}
        self.bearers: dict[str, tuple[str, ...]] = {n.entity: n.titles for n in self.names if n.kind == "person"}
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
                self.resolved[token.i] = hit[0]
                span = phrases.phrase(token) if token.pos_ != "PRON" else phrases.token_span(token)
                yield Reference(span, *hit)

    def _pronoun(self, token: Token) -> tuple[str, str] | None:
        word = token.lower_
        if word in people.ORGANISED:
            body = self._antecedent(token, ("organisation", "place"))
            return (body, "antecedent") if body else None
        if word not in people.SINGULAR:
            return None
        fits = self._fits(word)
        hit = self._antecedent(token, ("person",), outside=not self.quoted[token.i])
        if hit and fits(hit):
            return hit, "antecedent"
        hit = self._nearest(token, fits)
        return (hit, "nearest") if hit else None

    def _fits(self, word: str) -> Fits:
        wrong = "m" if word in people.FEMALE else "f"
        return lambda entity: self.genders.get(entity) != wrong

    def _antecedent(self, token: Token, kinds: tuple[str, ...], outside: bool = False) -> str | None:
        """Follow the arcs of the reading until a word of a name of the right kind; with *outside*, no word in quotation
        marks: of "“Oro is late,” he said" he is not Oro."""
        at = token.i
        for _ in range(8):
            back = int(self.reading.antecedents[at])
            if back >= at:
                return None
            at = back
            if outside and self.quoted[at]:
                return None
            if (name := self._name_at(at)) is not None:
                return name.entity if name.kind in kinds else None
            if at in self.resolved:
                return self.resolved[at] if self.kinds.get(self.resolved[at]) in kinds else None
        return None

    def _name_at(self, i: int) -> Name | None:
        """The name at a token, or in the same phrase ("President" of "President Vladimir Putin")."""
        if i in self.of_token:
            return self.of_token[i]
        for child in self.doc[i].children:
            if (
                child.i in self.of_token
                and child.dep_ in ("flat", "appos", "compound")
                and self.of_token[child.i].kind == "person"
            ):
                return self.of_token[child.i]
        return None

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
        here = self.sentence.get(token.i, 0)
        for i in range(token.i - 1, -1, -1):
            if self.told[token.i] - self.told[i] > REACH or self.entry[i] != self.entry[token.i]:
                return
            name = self.of_token.get(i)
            entity = name.entity if name is not None else self.resolved.get(i)
            if entity is None or self.kinds.get(entity) != "person" or self.sentence.get(i) == here:
                continue
            if self.quoted[i] and not self.quoted[token.i]:
                continue
            head = phrases.head_of(phrases.inside(self.doc, name.span)) if name is not None else self.doc[i]
            while head is not None and head.dep_ in ("flat", "appos", "compound"):
                head = head.head
            yield entity, head is not None and head.dep_ in SUBJECTS

    def _description(self, token: Token) -> tuple[str, str] | None:
        """The one bearer of the title ("the commander", "Iran's president"), else the model's antecedent."""
        lemma = token.lemma_.lower()
        if lemma not in people.OFFICES:
            return None
        if any(c.dep_ in ("flat", "appos") for c in token.children) or self._beside_name(token):
            return None
        marks = [c for c in token.children if c.dep_ in ("det", "nmod:poss") or base_poss(c)]
        new = {c.lower_ for c in marks} & NEW
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
            return next(iter(bearers)), "title"
        hit = self._antecedent(token, ("person",))
        if hit and marks and (hit in bearers or not (bearers or self._other_office(hit, title))):
            return hit, "antecedent"
        if any(c.lower_ == "the" for c in marks) and (last := self._last_of(token, bearers)):
            return last, "nearest"
        return None

    def _named_below(self, token: Token, bearers: Collection[str]) -> tuple[str, str] | None:
        """The one bearer of an office that an account begins with, and that is named further down: "a police chief"."""
        if len(bearers) != 1 or self.sentence.get(token.i, LEAD) >= LEAD:
            return None
        entity = next(iter(bearers))
        before = any(n.entity == entity and n.span.begin < token.idx for n in self.names)
        return None if before else (entity, "title")

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
            if last and self.sentence.get(i) != there:
                return last
            if name is None or name.entity not in bearers or name.entity == last:
                continue
            if last:
                return None
            last, there = name.entity, self.sentence.get(i, -1)
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


def _told(sentence: Mapping[int, int], quoted: Sequence[bool], doc: Doc) -> list[int]:
    """For every token how many sentences up to its own have words of the account's own."""
    own = {sentence[t.i] for t in doc if t.is_alpha and t.i in sentence and not quoted[t.i]}
    count = {k: n for n, k in enumerate(sorted(own))}
    out, last = [], 0
    for t in doc:
        last = count.get(sentence.get(t.i, -1), last)
        out.append(last)
    return out


def _quoted(reading: Reading) -> list[bool]:
    """For every token whether it stands in double quotation marks; a mark left open quotes to the end of its line."""
    out, inside = [], False
    for word in (token.text for token in reading.doc):
        if word in OPENING or (word == STRAIGHT and not inside):
            inside = True
        elif word in CLOSING or word == STRAIGHT or "\n" in word:
            inside = False
        out.append(inside)
    return out


def _entries(document: Document, reading: Reading) -> list[int]:
    """The entry (update, comment) of every token: a "he" does not look into another voice's words."""
    out, blocks, at = [], sorted(document.layer(Block), key=lambda b: b.span), 0
    for token in reading.doc:
        while at + 1 < len(blocks) and blocks[at + 1].span.begin <= token.idx:
            at += 1
        out.append(blocks[at].entry if blocks else 0)
    return out
