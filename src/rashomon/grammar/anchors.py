"""Which event a time or a number belongs to, by the tree and by what stands right before it."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.grammar import clauses, phrases, states
from rashomon.grammar.roles import Words
from rashomon.grammar.together import lent
from rashomon.types import Argument, Quantity, Span, Time

if TYPE_CHECKING:
    from rashomon.tokens import Doc, Token

# Whose object was at its time: "won Tuesday's primary".
TAKING_PART = frozenset("attend board boycott catch contest host join lead lose miss play skip take watch win".split())
APART = frozenset({"after", "before", "during", "since", "until"})  # what a noun after these measures is its own
APART_FROM = re.compile(r"[^.,;]{0,10}?\b(?:later|earlier|after|afterwards?|before)\b")
SPENT = re.compile(r"\b(?:for|than|in|within|over)\s+(?:about\s+|nearly\s+|almost\s+)?$")
FEW = 3  # nouns that may stand between an event and a number that measures something of it
FAR = 12  # steps up the tree at most


@dataclass(frozen=True, slots=True)
class Anchors:
    """The triggers of a document: *marked* are their indices, *times* holds those of words that tell a time."""

    doc: Doc
    words: Words
    times: Container[int]
    marked: Set[int]

    def arguments(self, found: Iterable[Time | Quantity]) -> dict[int, list[Argument]]:
        """The times, quantities and lengths of time of each trigger, by its index."""
        out: dict[int, list[Argument]] = {}
        days: dict[int, list[tuple[Token, Argument]]] = {}  # the times of each trigger, with their heads
        for each in found:
            tokens = phrases.inside(self.doc, each.span)
            head = phrases.head_of(tokens)
            if head is None or (isinstance(each, Time) and each.type == "SET"):
                continue
            dated = isinstance(each, Time) and (each.type != "DURATION" or apart(self.doc.text, each.span))
            bare = isinstance(each, Quantity) and not each.measure
            found_at = [*(self.of_time(tokens[0], head) if dated else self.of_number(head, 1 if bare else FEW))]
            if isinstance(each, Quantity) and bare and not found_at:
                found_at = [t for t in states.tolls(self.doc, (each,)) if t.i in self.marked]
            for trigger in found_at:
                argument = Argument("time" if dated else "number", each.span, phrases.token_span(head))
                out.setdefault(trigger.i, []).append(argument)
                if dated:
                    days.setdefault(trigger.i, []).append((head, argument))
        for trigger in (self.doc[i] for i in sorted(self.marked - days.keys())):
            out.setdefault(trigger.i, []).extend(lent(trigger, days, self.words.deeds))
        return out

    def of_number(self, head: Token, nouns: int) -> Iterator[Token]:
        """The trigger of the number with this head: the nearest one up the tree, in its clause, with at most so many
        nouns between the two: "three houses burnt" has one, "the owners of three houses left" two."""
        up, counted = head, head if head.pos_ in phrases.NOUNS else head.head  # "dozens" stands for what it counts
        whole = phrases.total(counted)  # "a total of 30 houses"
        below = head
        for _ in range(FAR):
            if up.pos_ == "VERB":
                up = self.words.occurrence(up) or up
            if up.i in self.marked:
                deed = clauses.carried(up) if below.stem == "nsubj" else up
                yield deed if deed.i in self.marked else up
                return
            joined = up == counted and up.stem == "conj"
            nouns -= up.pos_ in phrases.NOUNS and not joined and not (up == whole != counted)
            noun = up != counted and up.pos_ in phrases.NOUNS
            beside = noun and clauses.case(up) in APART  # "left after a two-hour talk"
            apart = up.i != head.i and phrases.opens(up) and up.lower_ != "worth"  # "a contract worth $3 million"
            if beside or nouns < 0 or up.pos_ == "VERB" or up.head.i == up.i or apart:
                return
            below, up = up, up.head

    def of_time(self, first: Token, head: Token) -> Iterator[Token]:
        """The triggers of the time whose words begin at *first*: the nearest one up the tree from its *head*, inside
        their clause, and the other words for it."""
        if due(head):
            return
        if self._modifies(head):
            yield from self._of(self._held_in(head.head))
            return
        if (verb := _begun(head)) is not None:
            yield from self._of(self._above(verb))
            return
        above, beside = self._of_complement(head) or self._above(head), self._beside(first)
        if above is not None and above.pos_ != "VERB" and above.i > head.i:
            beside = None  # "in Sunday's crash"
        owner = above
        if (deed := self._before_verb(above, first)) is not None:
            owner = deed
        elif beside is not None and beside != above and beside.pos_ == "VERB":
            owner = beside  # "sank on Sunday when rebels began", where the tree says that they began on Sunday
            if above is not None and any(c.lower_ in ("when", "as") for c in above.children):
                yield above
        elif (
            beside is not None  # "the attack on Sunday shocked", "a meeting on Sunday with"
            and beside != above
            and (any(c.i > head.i for c in beside.children) or (above is not None and above.i > head.i))
        ):
            owner = beside
        elif above is not None and above.pos_ == "VERB":  # "they met and left on Sunday": when they left
            later = [c for c in above.children if c.dep_ == "conj" and c.i in self.marked and above.i < c.i < first.i]
            owner = later[-1] if later else above
        yield from self._of(owner)

    def _before_verb(self, verb: Token | None, first: Token) -> Token | None:
        """The event that is the subject of a verb, where a time stands between the two without a comma: "the *flood* in
        Vell in May led to protests"."""
        if verb is None or verb.pos_ != "VERB" or verb.i < first.i:
            return None
        subjects = (c for c in phrases.children(verb, "nsubj") if c.i < first.i and c.i in self.marked)
        noun = next((c for c in subjects if c.pos_ == "NOUN"), None)
        return noun if noun is not None and not any(t.is_punct for t in self.doc[noun.i : first.i]) else None

    def _of(self, owner: Token | None) -> Iterator[Token]:
        """A trigger, the other words for its event, and what it brings with it."""
        if owner is not None:
            yield owner
            yield from (t for t in self.words.same(owner) if t.i in self.marked)
            yield from self._with(owner)

    def _modifies(self, head: Token) -> bool:
        """True for the time of a thing that is no event: "the 2018 budget", "the 2018 Games", "last week's caucus"."""
        noun, dep = head.head, head.stem
        inside = dep in ("compound", "amod", "nummod", "nmod") and noun.i > head.i
        of = dep == "nmod" and clauses.case(head) == "of"
        plain = noun.pos_ in phrases.NOUNS and noun.i not in self.marked and noun.i not in self.times
        return plain and (inside or of)

    def _held_in(self, noun: Token) -> Token | None:
        """What happened in or at a thing of a time: "was chosen in the first round of the 2012 draft"."""
        if clauses.case(noun) == "during":
            return self._above(noun.head)
        while noun.stem == "nmod" and clauses.case(noun) == "of":
            noun = noun.head
        within = noun.stem == "obl" and clauses.case(noun) in ("in", "at", "during")
        part = noun.dep_ == "obj" and noun.head.lemma_ in TAKING_PART
        return noun.head if (within or part) and noun.head.i in self.marked else None

    def _with(self, owner: Token) -> Iterator[Token]:
        """What a verb brings with it at its own time: "sank on Sunday, killing nine"."""
        for clause in phrases.children(owner, "advcl"):
            first = clause.left_edge.i
            apart = clause.i > owner.i and "," in (self.doc[first].text, self.doc[max(first - 1, 0)].text)
            free = apart and clause.tag_ == "VBG" and not phrases.children(clause, "mark", "aux")
            if free and not any(t.i in self.times for t in clause.subtree):
                row = (clause, *(c for c in phrases.children(clause, "conj") if c.tag_ == "VBG"))
                yield from (c for c in row if c.i in self.marked)

    def _of_complement(self, head: Token) -> Token | None:
        """What a time is told of by "be": "the meeting would be on Monday", "it was on Monday that they met"."""
        if not phrases.children(head, "cop"):
            return None
        if any(c.lower_ == "it" for c in phrases.children(head, "nsubj")):
            after = (c for c in phrases.children(head, "acl", "advcl", "ccomp", "csubj") if c.i > head.i)
            told = (c for c in after if any(m.lower_ in ("that", "when") for m in c.children))
            return next((c for c in told if c.i in self.marked), None)
        return next((c for c in phrases.children(head, "nsubj") if c.i in self.marked and c.i < head.i), None)

    def _above(self, head: Token) -> Token | None:
        up: Token | None = head
        for _ in range(FAR):
            if up is not None and up.pos_ == "VERB":
                up = self.words.occurrence(up) or up
            if up is None or up.i in self.marked:
                return up
            aside = up is not head and up.dep_ == "appos" and up.head.i < up.i  # "Oro, now a clerk, left"
            up = None if aside or up.head.i == up.i or (up is not head and phrases.opens(up)) else up.head
        return None

    def _beside(self, first: Token) -> Token | None:
        """The trigger right before a time and its preposition."""
        at, begin = first.i - 1, first.sent.start
        while at > begin and (self.doc[at].pos_ in ("ADP", "DET") or at in self.times):
            at -= 1
        before = self.doc[max(at, 0)]
        if before.stem == "compound" and before.head.i == at - 1:  # "set off on Sunday"
            before = before.head
        if before.pos_ == "VERB":
            before = self.words.occurrence(before) or before
        return before if before.i in self.marked and before.sent == first.sent else None


def apart(text: str, length: Span) -> bool:
    """True for a length that tells how far from another time it was: "three hours *later*"."""
    spent = SPENT.search(text, max(0, length.begin - 12), length.begin)  # "flew for an hour before it landed"
    return not spent and APART_FROM.match(text, max(length.begin, length.end - 8)) is not None


def due(head: Token) -> bool:
    """True for the day on which something falls due, which is no day of what is told: "sold notes *due* Nov. 1"."""
    return any(c.lower_ == "due" for c in phrases.children(head, "case"))


def _begun(head: Token) -> Token | None:
    """The verb at some distance from another, whose clause the tree gives the distance to: "*left* a year after they
    met"."""
    verb, after = head.head, head.doc[head.i + 1 : head.i + 2]
    apart = after and after[0].lower_ in ("after", "before") and after[0].dep_ == "mark" and after[0].head == verb
    if not apart or verb.stem != "advcl":
        return None
    up, first = verb.head, head.left_edge.i
    comma = first and "," in (head.doc[first].text, head.doc[first - 1].text)
    if "relcl" in up.dep_ and comma:  # "met a man who sang, a year after they parted"
        up = next((t for t in up.ancestors if t.pos_ == "VERB"), up)
    return up
