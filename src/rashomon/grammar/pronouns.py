"""Who "he" and "she" stand for: by the clauses around them, the model's antecedents, and nearness."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import accumulate, chain, groupby, pairwise, takewhile
from typing import TYPE_CHECKING

from rashomon.grammar import people, phrases
from rashomon.grammar.discourse import SUBJECTS, Discourse, subject, top
from rashomon.lexicon import SPEECH
from rashomon.types import Resolved

if TYPE_CHECKING:
    from spacy.tokens import Token

Fits = Callable[[str], bool]
REACH = 3  # sentences outside quotation marks that a "he" may look back over
LONGEST = 2000  # words inside them that it may, or a text that is all quotation takes time with its square
OBJECTS = frozenset({"obj", "iobj", "obl"})
BESIDE = 10  # words from a quotation to who says it
DEEP = 12  # words up a tree


class Pronouns:
    """The persons that pronouns of an account stand for. *genders* are theirs ("f", "m" or ""), and may change."""

    def __init__(self, discourse: Discourse, genders: Mapping[str, str]):
        self.at, self.genders = discourse, genders
        self.doc, self.of_token = discourse.doc, discourse.of_token
        self.quotation = list(accumulate(a != b for a, b in pairwise([False, *self.at.quoted])))  # odd inside one
        self.tellers = dict(self._tellers())

    def _tellers(self) -> Iterator[tuple[int, list[Token]]]:
        """Of each quotation the subjects of telling verbs right after it and before it."""
        runs = [(n, [t.i for t in run]) for n, run in groupby(self.doc, lambda t: self.quotation[t.i])]
        for n, run in runs:
            after, before = range(run[-1] + 1, run[-1] + 1 + BESIDE), range(run[0] - 1, run[0] - 1 - BESIDE, -1)
            found = []
            for beside in (after, before):
                same = (self.doc[i] for i in beside if 0 <= i < len(self.doc))
                outside = takewhile(lambda t: "\n" not in t.text and not self.at.quoted[t.i], same)
                found += [t for t in outside if _speaks(t)][:1]
            yield n, found

    def person(self, token: Token) -> tuple[str, Resolved] | None:
        """Who "he", "her" or "himself" is, and how that is known."""
        word = token.lower_
        fits = self._fits(word, self.telling(token))
        if sure := self._last_speaker(token, fits) or self._teller(token, fits):
            return sure, Resolved.ANTECEDENT
        alone, bound = self._alone_here(token), self._bound(token, fits)
        if bound and (alone is None or self.genders.get(bound[1]) or alone[0] < bound[0]):
            return bound[1], Resolved.ANTECEDENT
        if sure := alone[1] if alone else self._ahead(token, fits):
            return sure, Resolved.ANTECEDENT
        hit = self.at.antecedent(token, ("person",), outside=not self.at.quoted[token.i])
        if hit and fits(hit):
            return hit, Resolved.ANTECEDENT
        hit = self._nearest(token, fits)
        return (hit, Resolved.NEAREST) if hit else None

    def _fits(self, word: str, teller: str | None) -> Fits:
        wrong = "m" if word in people.FEMALE else "f"
        return lambda entity: self.genders.get(entity) != wrong and entity != teller

    def telling(self, token: Token) -> str | None:
        """Who says the quotation that a word stands in: nobody speaks of himself as "he"."""
        if not self.at.quoted[token.i]:
            return None
        for teller in self.tellers[self.quotation[token.i]]:
            if who := self.at.person(teller.i) or self.at.guessed.get(teller.i):
                return who
        return None

    def _last_speaker(self, token: Token, fits: Fits) -> str | None:
        """Of "“...,” he said" the person who said something in the sentence before."""
        if not _speaks(token) or self.at.quoted[token.i]:
            return None
        for i in range(token.i - 1, -1, -1):
            if self.at.told[token.i] - self.at.told[i] > 1 or self.at.entry[i] != self.at.entry[token.i]:
                return None
            if not self.at.quoted[i] and _speaks(self.doc[i]) and self.doc[i].head.i != token.head.i:
                return who if (who := self.at.person(i)) and fits(who) else None
        return None

    def _teller(self, token: Token, fits: Fits) -> str | None:
        """Of "Ana Oro said that she" Ana Oro, if her name tells that she may be."""
        at = token
        for _ in range(DEEP):
            clause = at.head
            if at.dep_ in ("ccomp", "parataxis", "xcomp") and clause.lemma_.lower() in SPEECH:
                teller = subject(clause)
                who = self.at.person(teller.i) if teller is not None and teller.i < token.i else None
                same = self.at.quoted[clause.i] == self.at.quoted[token.i]
                return who if who and same and self.genders.get(who) and fits(who) else None
            if clause.i == at.i:
                return None
            at = clause
        return None

    def _bound(self, token: Token, fits: Fits) -> tuple[int, str] | None:
        """The subject of the clauses around a pronoun that it may stand for: of "Oro sent a letter asking that his son
        be moved" Oro. An object is not the subject of its own verb."""
        at = token
        free = token.dep_ in OBJECTS and not token.lower_.endswith("self")  # "Oro saw him"
        for _ in range(DEEP):
            clause = at.head
            if clause.i == at.i or self.at.quoted[clause.i] != self.at.quoted[token.i]:
                return None
            who = subject(clause)
            if who is not None and who.i < token.i and who.i != at.i and not free:
                who = clause.head if who.tag_ in ("WP", "WDT") and clause.dep_ == "acl:relcl" else who
                entity = self.at.person(who.i)
                if entity and fits(entity):
                    return who.i, entity
            if who is not None or clause.dep_ != "conj":
                free = False
            if who is not None and who.i != token.i and clause.dep_ in ("conj", "parataxis"):
                return None
            at = clause
        return None

    def _ahead(self, token: Token, fits: Fits) -> str | None:
        """The subject that a phrase before it is about: of "After his talks, Oro left" Oro."""
        at = token
        for _ in range(DEEP):
            clause = at.head
            if clause.i == at.i:
                return None
            who = subject(clause)
            if who is not None and token.i < who.i and at.i < who.i and at.dep_ in ("advcl", "obl"):
                entity = self.at.person(who.i) if who.i in self.of_token else None
                named = any(self.at.person(i) for i in range(token.sent.start, token.i))
                return entity if entity and not named and fits(entity) else None
            at = clause
        return None

    def _alone_here(self, token: Token) -> tuple[int, str] | None:
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
        return None if object_ and _shared_subject(token.head) == head else (i, who)

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


def _shared_subject(verb: Token) -> Token | None:
    """The subject of a verb, or of the one that it is joined to: Oro of "Oro came and saw him"."""
    while subject(verb) is None and verb.dep_ == "conj":
        verb = verb.head
    return subject(verb)


def _speaks(token: Token) -> bool:
    return token.dep_ in SUBJECTS and token.head.lemma_.lower() in SPEECH
