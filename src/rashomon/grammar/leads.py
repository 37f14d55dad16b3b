"""Somebody whom an account begins with by a description, and names below: "A woman said ... Ana Oro, 34, told"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from rashomon.grammar import people, phrases
from rashomon.grammar.discourse import LEAD, SUBJECTS, Discourse, is_main, top
from rashomon.grammar.gender import of_noun
from rashomon.lexicon import SPEECH
from rashomon.types import Name, Resolved

if TYPE_CHECKING:
    from rashomon.tokens import Token

NEXT = 4  # sentences down to the name


class Leads:
    """Who stands behind the descriptions that an account begins with."""

    def __init__(self, discourse: Discourse, genders: Mapping[str, str]):
        self.at, self.genders = discourse, genders
        persons = [n for n in discourse.names if n.kind == "person"]
        self.first = {n.entity: n for n in reversed(persons)}  # where each is named first

    def description(self, token: Token) -> tuple[str, Resolved] | None:
        """Whom "a woman" brings in: the first person named below as the subject of a sentence. Nobody, if that is
        somebody of another sex or with an office, or one who only tells of it."""
        at = self.at
        if token.tag_ == "NNS" or at.sentence.get(token.i, LEAD) >= LEAD or token.dep_ not in SUBJECTS:
            return None
        if not is_main(token.head) or not any(c.lower_ in ("a", "an") for c in token.children):
            return None
        for name in sorted(self.first.values(), key=lambda n: n.span):
            head = top(phrases.head_of(phrases.inside(at.doc, name.span)))
            if head.i <= token.i or at.sentence.get(head.i) == at.sentence.get(token.i) or at.quoted[head.i]:
                continue
            if at.sentence.get(head.i, 0) - at.sentence[token.i] > NEXT or at.entry[head.i] != at.entry[token.i]:
                return None
            if head.dep_ in SUBJECTS and is_main(head.head):
                return (name.entity, Resolved.TITLE) if self._fits(token, name, head) else None
        return None

    def _fits(self, token: Token, name: Name, head: Token) -> bool:
        noun = token.lemma_.lower()
        sex, known = of_noun(noun), self.genders.get(name.entity, "")
        offices = [t for t in name.titles if people.plain(t) not in people.ADDRESS]
        other = any(not people.same_office(t, noun) for t in offices)
        teller = head.head.lemma_.lower() in SPEECH and token.head.lemma_.lower() not in SPEECH
        return " " in name.entity and not other and not teller and (not sex or known in ("", sex))
