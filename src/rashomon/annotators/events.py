"""Event mentions from the tree: who did what to whom, where, when, and did it happen in the eyes of its holder.

A trigger is a verb that heads a clause, or a noun or adjective that the model's event head marks. Arguments come by
dependency path (research on events, section 7); passives without an actor stay. Needs layers Sentence, Name,
Reference, Time and Attribution.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rashomon.grammar import clauses, commitment, people, phrases
from rashomon.lexicon import classes
from rashomon.statements import holders as held
from rashomon.types import Argument, Attribution, Block, BlockKind, Document, EventMention, Name, Reference, Span, Time

if TYPE_CHECKING:
    from spacy.tokens import Token

    from rashomon.language import Reading

NOUN_EVENT = 0.5  # least probability of the event head for a nominal trigger
VERB_EVENT = 0.2
SKIPPED = frozenset({BlockKind.CAPTION, BlockKind.BYLINE, BlockKind.LINK, BlockKind.BOILERPLATE})
PLACES = frozenset(
    "in at near inside outside around across from to into toward towards through throughout over on".split()
)
TOPICS = frozenset({"about", "on", "over", "regarding", "concerning"})
GIVING = frozenset({"give", "send", "offer", "lend", "deliver", "pay", "grant", "sell", "supply", "hand", "provide"})
OCCUR = frozenset({"occur", "happen", "begin", "start", "erupt", "follow", "ensue", "last", "come"})  # an event's verbs
UNDERGONE = frozenset({"die", "perish", "drown", "succumb", "suffocate", "starve"})  # their subject suffers them
DERIVED = ("tion", "sion", "ment", "ing", "al", "ance", "ence", "ure", "ack")
LIGHT = frozenset({"have", "take", "make", "give", "hold", "do", "carry", "conduct", "launch", "pay", "stage", "stag"})


def run(document: Document, reading: Reading) -> Iterable[EventMention]:
    """Every event mention of the blocks that speak, in text order."""
    return _Events(document, reading).mentions()


def commitments(document: Document, reading: Reading, token: Token) -> tuple[float, ...]:
    """What each holder of the words at a token is committed to, outermost first: of any token, mention or not."""
    events = _Events(document, reading)
    judged = commitment.judge(token, reading.factuality, reading.events)
    return events._committed(token, events._holders(token)[0], judged)[0]


class _Events:
    def __init__(self, document: Document, reading: Reading):
        self.document, self.reading, self.doc = document, reading, reading.doc
        self.entity: dict[int, str] = {}
        self.kind: dict[int, str] = {}
        for n in document.layer(Name):
            for t in phrases.inside(self.doc, n.span):
                self.entity[t.i], self.kind[t.i] = n.entity, n.kind
        for r in document.layer(Reference):
            head = phrases.head_of(phrases.inside(self.doc, r.span))
            if head is not None:
                self.entity.setdefault(head.i, r.entity)
        self.time: dict[int, Time] = {}
        for time in document.layer(Time):
            for token in phrases.inside(self.doc, time.span):
                self.time[token.i] = time
        self.inner = _by_token(document, reading)
        self.block = {t.i: b for b in document.layer(Block) for t in phrases.inside(self.doc, b.span)}

    def mentions(self) -> Iterator[EventMention]:
        triggers = [t for t in self.doc if self._is_trigger(t)]
        marked = {t.i for t in triggers}
        for token in triggers:
            yield self._mention(token, marked)

    def _is_trigger(self, token: Token) -> bool:
        block = self.block.get(token.i)
        if block is None or block.kind in SKIPPED or not token.text[:1].isalpha() or token.i in self.time:
            return False
        if token.pos_ == "VERB" and self._occurrence(token) is not None:
            return False  # "the explosion occurred at 5:40": the noun is the event
        if token.pos_ == "VERB":
            return self.reading.events[token.i] >= VERB_EVENT or bool(phrases.children(token, "nsubj", "obj"))
        return self._is_happening(token)

    def _occurrence(self, verb: Token) -> Token | None:
        """The noun whose happening a verb only dates or places: the subject of "occurred", "took place"."""
        lemma = verb.lemma_.lower()
        place = lemma == "take" and any(c.lemma_.lower() == "place" for c in phrases.children(verb, "obj"))
        if lemma not in OCCUR and not place:
            return None
        subject = next(iter(phrases.children(verb, "nsubj")), None)
        if subject is None and verb.i and self.doc[verb.i - 1].dep_ == "nsubj":  # a parser that ties it to "told"
            subject = self.doc[verb.i - 1]
        return subject if subject is not None and self._is_happening(subject) else None

    def _is_happening(self, noun: Token) -> bool:
        """A noun of the lexicon of actions, or one that the model marks and whose form says "act of"."""
        if noun.pos_ != "NOUN" or noun.i in self.kind:
            return False
        lemma = noun.lemma_.lower()
        marked = float(self.reading.events[noun.i]) >= NOUN_EVENT and lemma.endswith(DERIVED)
        return marked or bool(classes(lemma))

    def _mention(self, token: Token, marked: set[int]) -> EventMention:
        arguments = list(self._verbal(token) if token.pos_ == "VERB" else self._nominal(token))
        arguments += self._times(token, marked)
        holders, *beside = self._holders(token)
        judged = commitment.judge(token, self.reading.factuality, self.reading.events)
        values, happened, evidence = self._committed(token, holders, judged)
        sentence = token.sent
        words = [t for t in sentence if not t.is_space]
        return EventMention(
            span=phrases.token_span(token),
            predicate=self._predicate(token),
            arguments=tuple(sorted(set(arguments), key=lambda a: (a.span, a.role))),
            factuality=values[-1],
            evidence=evidence,
            tense=commitment.tense(token),
            sentence=phrases.span(self.doc, words[0].i, words[-1].i + 1),
            holders=holders,
            beside=tuple(beside),
            commitments=values,
            happened=happened,
        )

    def _committed(
        self, token: Token, chain: tuple[str, ...], judged: commitment.Commitment
    ) -> tuple[tuple[float, ...], float, tuple[Span, ...]]:
        """What each holder is committed to, whether it happened by the innermost, and the words that say so."""
        around = self.inner.get(token.i, ())
        values = held.commitments(self.doc, chain, around, judged.factuality)
        happened, evidence = judged.happened, set(judged.evidence)
        for a in around:
            if a.holders == chain:
                happened, words = held.held(self.doc, a, happened)
                evidence.update(words)
        return tuple(round(v, 2) for v in values), round(happened, 2), tuple(sorted(evidence))

    def _predicate(self, token: Token) -> str:
        particle = next(
            (c.lower_ for c in token.children if c.dep_ == "compound" or c.dep_ == "compound:prt" if c.pos_ == "ADP"),
            "",
        )
        lemma = token.lemma_.lower()
        return f"{lemma} {particle}" if particle else lemma

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

    # -- arguments -----------------------------------------------------------------------------------------------------

    def _verbal(self, verb: Token) -> Iterator[Argument]:
        subject = clauses.subject(verb)
        passive = any(c.dep_ in ("nsubj:pass", "aux:pass") for c in verb.children) or (
            verb.dep_.startswith("acl") and verb.tag_ == "VBN" and "relcl" not in verb.dep_
        )
        if subject is not None:
            role = "patient" if passive or verb.lemma_.lower() in UNDERGONE else "agent"
            for t in clauses.coordinated(subject):
                yield self._argument(role, t)
        for noun in phrases.children(verb, "obj"):
            for t in clauses.coordinated(noun):
                yield self._argument("patient", t)
        for noun in phrases.children(verb, "iobj"):
            yield self._argument("recipient", noun)
        yield from self._oblique(verb, phrases.children(verb, "obl"), passive)
        if verb.lemma_.lower() in LIGHT:  # "held talks with", "took part in": the noun's own phrases belong to the act
            for noun in phrases.children(verb, "obj"):
                yield from self._oblique(verb, phrases.children(noun, "nmod"), False)

    def _oblique(self, verb: Token, nouns: Iterable[Token], passive: bool) -> Iterator[Argument]:
        for noun in nouns:
            case = next((c.lower_ for c in noun.children if c.dep_ == "case"), "")
            if noun.i in self.time:
                continue
            if case == "by" and (passive or noun.dep_ == "obl:agent"):
                role = "agent"
            elif case in PLACES and self._is_place(noun):
                role = "place"
            elif case == "to" and (
                self.kind.get(noun.i) in ("person", "organisation") or verb.lemma_.lower() in GIVING
            ):
                role = "recipient"
            elif case in ("with", "against", "for"):
                role = "recipient" if noun.i in self.entity or case != "for" else "topic"
            elif case in TOPICS:
                role = "topic"
            else:
                continue
            for t in clauses.coordinated(noun):
                yield self._argument(role, t)

    def _nominal(self, noun: Token) -> Iterator[Argument]:
        """ "Putin's meeting with Rouhani", "the attack by rebels on the base", "Iranian strikes in Aleppo"."""
        of_is_patient = any(self._case(c) == "by" for c in noun.children) or any(
            c.dep_ == "nmod:poss" for c in noun.children
        )
        for child in noun.children:
            if child.i in self.time:
                continue
            named = child.dep_ == "compound" and child.i in self.kind
            demonym = child.dep_ == "amod" and self.kind.get(child.i) in ("other", "place")
            if child.dep_ == "nmod:poss" or named or demonym:
                yield self._argument("agent", child)
            elif phrases.base(child.dep_) in ("nmod", "obl"):
                case = self._case(child)
                if case in PLACES and self._is_place(child):
                    role = "place"
                elif case == "by" or (
                    case == "of" and not of_is_patient and self.kind.get(child.i) in ("person", "organisation")
                ):
                    role = "agent"
                elif case in ("of", "on", "against", "to"):
                    role = "patient"
                elif case in ("with", "between"):
                    role = "recipient"
                else:
                    continue
                for t in clauses.coordinated(child):
                    yield self._argument(role, t)
                for doer in phrases.children(child, "nmod") if role == "patient" else ():
                    if self._case(doer) == "by":  # "the release of the girls by the rebels", hung on the girls
                        yield self._argument("agent", doer)
        governor = noun.head
        if self._occurrence(governor) == noun:
            yield from self._oblique(governor, phrases.children(governor, "obl"), False)
        if noun.dep_ in ("obj", "obl") and governor.pos_ == "VERB" and governor.lemma_.lower() in LIGHT:
            subject = clauses.subject(governor)
            if subject is not None:
                yield self._argument("agent", subject)

    def _case(self, token: Token) -> str:
        return next((c.lower_ for c in token.children if c.dep_ == "case"), "")

    def _is_place(self, noun: Token) -> bool:
        if self.kind.get(noun.i) == "place":
            return True
        return noun.pos_ == "NOUN" and any(self.kind.get(c.i) == "place" for c in noun.subtree if abs(c.i - noun.i) < 5)

    def _argument(self, role: str, head: Token) -> Argument:
        name = self.entity.get(head.i)
        if name is None:  # "President Vladimir Putin": the head is the title
            name = next((self.entity[i] for i in self._parts(head) if self.kind.get(i) == "person"), None)
        if name is None and head.lower_ in people.SPEAKING:  # "we" is more than the speaker
            inner = self.inner.get(head.i, ())
            name = max(inner, key=lambda a: len(a.holders)).speaker if inner else None
        at = phrases.phrase(head)
        by = next((c for c in phrases.children(head, "nmod") if role == "patient" and self._case(c) == "by"), None)
        if by is not None and by.left_edge.i > head.i:
            at = phrases.span(self.doc, next(t.i for t in phrases.inside(self.doc, at)), by.left_edge.i)
        return Argument(role, at, phrases.token_span(head), name)

    def _parts(self, head: Token) -> list[int]:
        """Words that name what a title names, nearest first: "President Vladimir Putin", "his aide, Yuri Ushakov"."""
        beside = [
            c for c in head.children if c.dep_ in ("flat", "compound", "list") or (c.dep_ == "appos" and c.i > head.i)
        ]
        return [t.i for c in beside for t in (c, *(g for g in c.children if g.dep_ == "flat"))]

    def _times(self, token: Token, marked: set[int]) -> Iterator[Argument]:
        """Times whose nearest trigger up the tree, inside their clause, is this one."""
        seen: set[Span] = set()
        for i in range(token.sent.start, token.sent.end):
            t = self.time.get(i)
            if t is None or t.span in seen or t.type not in ("DATE", "TIME"):
                continue
            head = phrases.head_of(phrases.inside(self.doc, t.span))
            up = head
            for _ in range(12):
                if up is not None and up.pos_ == "VERB":
                    up = self._occurrence(up) or up
                if up is None or up.i in marked or up.head.i == up.i:
                    break
                up = None if up is not head and clauses.opens(up) else up.head
            if up is not None and head is not None and up.i == token.i:
                seen.add(t.span)
                yield Argument("time", t.span, phrases.token_span(head))


def _by_token(document: Document, reading: Reading) -> dict[int, list[Attribution]]:
    """The attributions whose content holds each token."""
    out: dict[int, list[Attribution]] = {}
    for a in document.layer(Attribution):
        for c in a.content:
            for t in phrases.inside(reading.doc, c):
                out.setdefault(t.i, []).append(a)
    return out
