"""Who or what takes part in an event: the words of a participant, and the name that stands for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.common_nouns import PEOPLE, singular
from rashomon.grammar import clauses, people, phrases
from rashomon.grammar.identities import IDENTIFYING
from rashomon.types import Argument, Attribution, Span

if TYPE_CHECKING:
    from rashomon.tokens import Doc, Token

NAMED = frozenset("call dub know name nickname".split())  # "their leader, known as Ana Oro"
OTHERS = frozenset({"her", "him", "it", "them"})


class Participants:
    """The participants of an account's events. By the index of a token: *entity* is its name, *kind* that name's kind,
    *inner* the attributions whose content holds it."""

    def __init__(
        self,
        doc: Doc,
        entity: Mapping[int, str],
        kind: Mapping[int, str],
        inner: Mapping[int, Sequence[Attribution]],
    ):
        self.doc, self.entity, self.kind, self.inner = doc, entity, kind, inner

    def of(self, pairs: Iterable[tuple[str, Token]]) -> list[Argument]:
        """The arguments of one mention, from the roles and heads of its participants."""
        return self._apart([self.argument(role, head) for role, head in pairs])

    def argument(self, role: str, head: Token) -> Argument:
        """A participant: its words, its head, its name."""
        name, part = self.entity.get(head.i), None
        if name is None:  # "President Vladimir Putin": the head is the title
            named = (i for i in self._parts(head) if i in self.entity)
            part = next((i for i in named if self.kind.get(i) == "person" or self._explains(i)), None)
            name = self.entity[part] if part is not None else None
        if name is None and head.lower_ in people.SPEAKING:  # "we" is more than the speaker
            inner = self.inner.get(head.i, ())
            name = max(inner, key=lambda a: len(a.holders)).speaker if inner else None
        if role == "place" and head.lower_ == "there":
            name = self._there(head)
        at = self._whole(phrases.phrase(head))
        if part is not None and self.doc[part].dep_ == "appos":  # "his cousin, Juan Oro": the words that name him too
            at = Span(at.begin, max(at.end, phrases.phrase(self.doc[part]).end))
        cases = ("as", "by") if head.head.lemma_.lower() in IDENTIFYING else ("by",)
        by = next((c for c in phrases.children(head, "nmod") if role == "patient" and clauses.case(c) in cases), None)
        astray = by or (_accusation(head) if role == "agent" else None)
        if astray is not None and astray.left_edge.i > head.i:
            first, end = next(t.i for t in phrases.inside(self.doc, at)), astray.left_edge.i
            end -= self.doc[end - 1].dep_ == "case"  # "of", hung on the noun before it
            at = phrases.span(self.doc, first, end)
        return Argument(role, at, phrases.token_span(head), name)

    def _there(self, adverb: Token) -> str | None:
        """The place that "there" points back at: the only one named before it in its sentence, or else in the one
        before."""
        first = adverb.sent.start
        for begin, end in ((first, adverb.i), (adverb.doc[max(first - 1, 0)].sent.start, first)):
            named = {self.entity[i] for i in range(begin, end) if self.kind.get(i) == "place" and i in self.entity}
            if named:
                return named.pop() if len(named) == 1 else None
        return None

    def _explains(self, i: int) -> bool:
        """True for the name of a body after a description of it, "the owner, *Blue Line*, said", and for any name right
        after the noun that says what has it: "the ferry *Solan*"."""
        named = self.doc[i]
        first = named.left_edge.i
        comma = any(t.text == "," for t in self.doc[max(first - 1, 0) : first + 1])
        one = named.head.tag_ not in ("NNS", "NNPS")  # not "companies and accounts — the trade of a firm, Blue Line"
        if named.dep_ != "appos" or not one:
            return False
        article = any(c.lower_ in people.ARTICLES for c in named.head.children)
        close = first == named.head.i + 1 and article and named.head.pos_ == "NOUN" and not self.doc[first].is_punct
        return close or (comma and self.kind.get(i) == "organisation")

    def _apart(self, arguments: list[Argument]) -> list[Argument]:
        """ "Uganda would attack it": a pronoun that is not reflexive is another than who acts, so not named by it."""
        acting = {a.name for a in arguments if a.role == "agent"} - {None}
        text = self.doc.text

        def other(a: Argument) -> bool:
            return a.role == "patient" and a.name in acting and text[a.span.begin : a.span.end].lower() in OTHERS

        return [replace(a, name=None) if other(a) else a for a in arguments]

    def _whole(self, at: Span) -> Span:
        """A phrase without the small words that a wrong tree leaves at its end: "the players their", "patterns in"."""
        words = [*phrases.inside(self.doc, at)]
        while len(words) > 1 and (words[-1].pos_ in ("ADP", "DET", "CCONJ", "SCONJ") or words[-1].tag_ == "PRP$"):
            words.pop()
        first, last = words[0].i, words[-1].i
        while first > 1 and not (self.doc[first - 2].whitespace_ or self.doc[first - 1].whitespace_):
            if self.doc[first - 1].text != "-":
                break
            first -= 2  # "African-Americans" is one word, whatever the tree
        return phrases.span(self.doc, first, last + 1)

    def _parts(self, head: Token) -> list[int]:
        """Words that name what a title names, nearest first: "President Vladimir Putin", "his aide, Yuri Ushakov"."""
        beside = [
            c for c in head.children if c.dep_ in ("flat", "compound", "list") or (c.dep_ == "appos" and c.i > head.i)
        ]
        named = [c for c in phrases.children(head, "acl") if c.i > head.i and c.lemma_.lower() in NAMED]
        beside += [c for verb in named for c in phrases.children(verb, "obl", "xcomp", "obj")]
        return [t.i for c in beside for t in (c, *(g for g in c.children if g.dep_ == "flat"))]


def before(argument: Argument, trigger: Token) -> Argument:
    """A participant without the word that tells the event beside it: the drones of "drones made by Oro", the men of
    "the blast wounded men"."""
    at = trigger.idx
    if argument.span.begin <= at < argument.head.begin and trigger.i + 1 < len(trigger.doc) and trigger.dep_ == "amod":
        return replace(argument, span=Span(trigger.nbor().idx, argument.span.end))
    follows = argument.head.end <= at < argument.span.end and not trigger.doc.text[argument.head.end : at].strip()
    return replace(argument, span=Span(argument.span.begin, argument.head.end)) if follows else argument


def _accusation(accuser: Token) -> Token | None:
    """What who accuses says that somebody did, where the tree hangs it on them: "accused by women of *assault*"."""
    if accuser.head.lemma_.lower() != "accuse":
        return None
    below = (t for t in accuser.subtree if t.stem == "nmod" and t.pos_ == "NOUN" and clauses.case(t) == "of")
    bare = (t for t in below if singular(t.lower_) not in PEOPLE and not phrases.children(t, "det", "nmod:poss"))
    return next(bare, None)
