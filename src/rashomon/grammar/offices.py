"""Persons who are told by an office: "the commander", "Iran's president"."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from rashomon.grammar import people, phrases
from rashomon.grammar.discourse import LEAD, Discourse, top
from rashomon.grammar.gender import of_noun
from rashomon.grammar.marked import Marks, other_party
from rashomon.types import Name, Resolved

if TYPE_CHECKING:
    from rashomon.tokens import Token

OTHERS = frozenset({"other", "another", "rival", "fellow"})  # it is none of those named
MAIN = 2  # times as often as any other that the person of an account is named


class Offices:
    """Who bears which title in an account."""

    def __init__(self, discourse: Discourse, genders: Mapping[str, str]):
        self.at, self.doc, self.of_token = discourse, discourse.doc, discourse.of_token
        self.genders, self.marks = genders, Marks(discourse)
        self.bearers = {n.entity: n.titles for n in discourse.names if n.kind == "person"}
        self.of_title: dict[str, list[str]] = defaultdict(list)  # title -> entities
        for entity, titles in self.bearers.items():
            for title in dict.fromkeys((*titles, *filter(None, map(people.body_first, titles)))):
                self.of_title[title].append(entity)
        self.titles: dict[str | int, list[str]] = defaultdict(list)  # what offices share -> titles
        for title in self.of_title:
            for key in people.office_keys(title):
                self.titles[key].append(title)
        self.known: dict[str, frozenset[str]] = {}  # office -> entities, once looked up

    def description(self, token: Token) -> tuple[str, Resolved] | None:
        """The one bearer of the title ("the commander", "Iran's president"), else the model's antecedent."""
        if (name := self._explained(token)) is not None:
            return name.entity, Resolved.TITLE
        if any(c.dep_ in ("flat", "appos") and not c.is_digit for c in token.children) or self._beside_name(token):
            return None
        if any(c.lower_ in OTHERS for c in token.children):
            return None
        marks = [c for c in token.children if c.dep_ in ("det", "nmod:poss") or base_poss(c)]
        new = {c.lower_ for c in marks} & people.INDEFINITE
        if new - {"a", "an"} or any(map(phrases.is_wh, marks)):
            return None
        title = " ".join(
            t.text
            for t in phrases.inside(self.doc, phrases.phrase(token))
            if t.dep_ != "punct" and t.lower_ not in ("'s", "’s")
        )
        core = [t.text for t in token.lefts if t.dep_ in ("amod", "compound")] + [token.text]
        if any(_narrows(c, core) for c in token.rights):  # "the President of Nigeria" is no other's
            core = [title]
        found = self._bearers(" ".join(core)) | self._bearers(title)
        bearers = frozenset(e for e in found if not self.is_other(token, e))
        if new:
            return self._named_below(token, bearers or self._bearers(token.text)) if len(core) > 1 else None
        if len(bearers) == 1 and (marks or token.text[:1].isupper() or core[0][:1].isupper()):
            [only] = bearers
            # "The coach" after a name is not the coach who is named further down.
            before = self._people_before(token)
            if only in before or not before:
                return only, Resolved.TITLE
            bearers = frozenset()
        hit = self.at.antecedent(token, ("person",))
        hit = None if hit and self.is_other(token, hit) else hit
        if hit and marks and (hit in bearers or not (bearers or self._other_office(hit, title))):
            return hit, Resolved.ANTECEDENT
        if any(c.lower_ == "the" for c in marks) and (last := self._last_of(token, bearers)):
            return last, Resolved.NEAREST
        famed = not bearers and token.lemma_.lower() in people.FAMED and any(c.lower_ == "the" for c in marks)
        return self._main(token) if famed and core != [title] else None

    def _explained(self, token: Token) -> Name | None:
        """The name that a description right after it explains: of "Ana Oro, the nominee of the party"."""
        name = self.of_token.get(top(token).i) if token.dep_ == "appos" and token.tag_ in ("NN", "NNP") else None
        if name is None or name.kind != "person" or self._beside_name(token):
            return None
        between = self.doc.text[name.span.end : token.left_edge.idx]
        return name if between.strip() == "," else None

    def is_other(self, token: Token, entity: str) -> bool:
        """True for an office of another place or party than all that the titles of somebody name."""
        titles = self.bearers.get(entity, ())
        return self.marks.from_elsewhere(token, titles) or other_party(token, titles)

    def _main(self, token: Token) -> tuple[str, Resolved] | None:
        """The one person whom the account has named far more often than any other: "the star"."""
        sex = of_noun(token.lemma_.lower())
        before = (n for n in self.at.names if n.kind == "person" and n.span.begin < token.idx)
        often = Counter(n.entity for n in before if not sex or self.genders.get(n.entity) in ("", sex))
        (best, most), (_, second) = [*often.most_common(2), ("", 0), ("", 0)][:2]
        return (best, Resolved.NEAREST) if most >= max(1, MAIN * second) else None

    def _named_below(self, token: Token, bearers: Collection[str]) -> tuple[str, Resolved] | None:
        """The one bearer of an office that an account begins with, and that is named further down: "a police chief"."""
        if len(bearers) != 1 or self.at.sentence.get(token.i, LEAD) >= LEAD:
            return None
        [entity] = bearers
        return None if entity in self._people_before(token) else (entity, Resolved.TITLE)

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
