"""Questions that accounts answer with different names: who backs a group, who is blamed for a thing.

"X funds Y" is seldom told as a happening that two accounts could be compared on: one says who gives money, another who
gives arms, a third who is to blame. What they share is the question. Answers are words of the accounts with their
holders; that two of them exclude each other is not said.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rashomon.lexicon import PRONOUNS, singular
from rashomon.types import (
    FURNITURE,
    Argument,
    Block,
    Claim,
    Document,
    EventMention,
    Name,
    Position,
    Question,
    Slot,
    Span,
    Value,
    digest,
)
from rashomon.values import name as forms
from rashomon.voices import Voices

BACKS, BLAMED = "backs", "is blamed"
# Verbs and their nouns that put an agent behind whom they are done for.
BACKING = frozenset(
    "back fund finance bankroll sponsor arm support supply equip train aid help assist maintain sustain bolster "
    "subsidise subsidize funding financing backing sponsorship assistance".split()
) | {"prop up"}
WITH = frozenset("work collude conspire ally side".split())  # these only with a group: "works with the rebels"
GIVING = frozenset("give provide send supply deliver sell channel offer donate ship pay smuggle funnel".split())
MEANS = frozenset(
    "money fund cash weapon arm ammunition support aid help assistance backing funding training equipment loan "
    "salary".split()
)
COMING = frozenset("come flow originate stem derive".split())
BLAMING = frozenset("blame accuse fault".split())
COMMITTED = 1.0  # on FactBank's scale: less is no answer
COMPOUND = re.compile(r"[\s-]*$")
SUCH_AS = re.compile(r",?\s+(?:such as|including|like|called|known as)\s+|\s*\(")
LONGEST = 12  # words of an answer that has no name
HEAD = 60  # code points after a participle in which the name of what it qualifies begins


@dataclass(frozen=True, slots=True)
class _Answer:
    relation: str
    about: str  # a name of this account
    claim: Claim


def questions(
    documents: Sequence[Document], names: Mapping[str, str], stories: Sequence[Sequence[str]], voices: Voices
) -> tuple[Question, ...]:
    """Every question with rival answers: two answers or more, of which two voices give different ones.

    Needs the layers Block, EventMention and Name; raises MissingLayer without them.
    """
    story = {d: group[0] for group in stories for d in group}
    asked: dict[tuple[str, str], list[_Answer]] = defaultdict(list)
    for document in documents:
        for answer in _answers(document):
            about = names.get(f"{document.id}:{answer.about}", answer.about)
            asked[story[document.id], about].append(answer)
    found = [_question(key, answers, names, voices) for key, answers in asked.items() if _rival(answers, names, voices)]
    return ranked(found)


def ranked(asked: Iterable[Question]) -> tuple[Question, ...]:
    """Questions with most voices first."""
    return tuple(sorted(asked, key=lambda q: (-_voices(q), q.about.casefold(), q.id)))


def _question(key: tuple[str, str], answers: Sequence[_Answer], names: Mapping[str, str], voices: Voices) -> Question:
    slots = []
    for relation in (BACKS, BLAMED):
        versions: dict[str, list[Claim]] = defaultdict(list)
        for answer in answers:
            if answer.relation == relation:
                versions[_shared(answer, names)].append(answer.claim)
        positions = tuple(
            Position(Value("name", form=form), tuple(held), voices.witnesses(held))
            for form, held in sorted(versions.items(), key=lambda v: (-len(v[1]), v[0].casefold()))
        )
        if positions:
            slots.append(Slot("who", relation, positions, ()))
    story, about = key
    return Question(digest("question", *key), about, story, tuple(slots))


def _shared(answer: _Answer, names: Mapping[str, str]) -> str:
    return names.get(f"{answer.claim.document}:{answer.claim.value.form}", answer.claim.value.form)


def _rival(answers: Sequence[_Answer], names: Mapping[str, str], voices: Voices) -> bool:
    """True if two voices give different answers to one relation."""
    given: dict[str, dict[str, set[str]]] = {BACKS: defaultdict(set), BLAMED: defaultdict(set)}
    for a in answers:
        given[a.relation][forms.identity(voices.speaker(a.claim))].add(forms.identity(_shared(a, names)))
    return any(len({frozenset(told) for told in by.values()}) > 1 for by in given.values())


def _voices(question: Question) -> int:
    return len({w for s in question.slots for p in s.positions for w in p.witnesses})


# -- answers of one account -------------------------------------------------------------------------------------------


def _answers(document: Document) -> Iterator[_Answer]:
    seen: set[str] = set()
    for mention in document.layer(EventMention):
        if abs(mention.factuality) < COMMITTED or mention.tense == "future" or _aside(document, mention):
            continue
        for relation, about, span, form, holders in _told(document, mention):
            committed = (*mention.commitments, *[mention.factuality] * len(holders))[: len(holders)]
            for chain in (holders, *mention.beside):
                claim = Claim(
                    document.id, f"{document.id}:{mention.span.begin}", "who", Value("name", form=form), span,
                    document.quote(span), chain, mention.factuality, "questions", relation, committed,
                )  # fmt: skip
                if claim.id not in seen and form != about:
                    seen.add(claim.id)
                    yield _Answer(relation, about, claim)


_Told = tuple[str, str, Span, str, tuple[str, ...]]


def _told(document: Document, mention: EventMention) -> Iterator[_Told]:
    """(relation, what it is about, words of the answer, its form, holders) of one mention."""
    outlet = (document.provenance.outlet or document.provenance.path,)
    holders = mention.holders or outlet
    predicate = mention.predicate.lower()
    if predicate in BLAMING:
        accusers = [form for a in _in(mention, "agent") for _, form in _who(document, a)]
        chain = (*holders, *accusers[:1])
        for a in _in(mention, "topic"):
            for about in _names(document, a.span)[:1]:
                for b in _in(mention, "patient"):
                    yield from ((BLAMED, about, span, form, chain) for span, form in _who(document, b))
        return
    for about in _backed(document, mention, predicate):
        agents = [who for a in _in(mention, "agent") for who in _who(document, a)]
        for span, form in agents or _before(document, mention):
            yield BACKS, about, span, form, holders
    if predicate in COMING:
        for a in _in(mention, "agent"):
            words = {singular(w) for w in re.findall(r"[a-z]+", document.quote(a.span).lower())}
            for about in _names(document, a.span)[:1] if words & (MEANS | {"fund"}) else ():
                for b in _in(mention, "place", "recipient", "topic"):
                    yield from ((BACKS, about, span, form, holders) for span, form in _who(document, b))


def _backed(document: Document, mention: EventMention, predicate: str) -> Iterator[str]:
    """The names of whom the mention puts somebody behind."""
    roles: tuple[str, ...] = ("recipient",)
    if predicate in WITH:
        groups = {n.entity for n in document.layer(Name) if n.kind == "organisation"}
        yield from (n for a in _in(mention, *roles) for n in _whom(document, a) if n in groups)
        return
    if predicate in BACKING:
        roles = ("patient", "recipient")
    elif predicate not in GIVING or not any(_means(document, a) for a in _in(mention, "patient")):
        return
    found = dict.fromkeys(n for a in _in(mention, *roles) for n in _whom(document, a))
    if not found and not _in(mention, "agent") and any(_before(document, mention)):
        found = dict.fromkeys(_next_name(document, Span(mention.span.end, mention.span.end + HEAD)))
    yield from found


def _means(document: Document, argument: Argument) -> bool:
    return singular(document.quote(argument.head).lower()) in MEANS


def _whom(document: Document, argument: Argument) -> Iterator[str]:
    """The name of a participant, and those that follow it as examples: "terrorists such as the Northern Front"."""
    for n in document.layer(Name).touching(argument.head):
        if n.span.covers(argument.head):
            yield n.entity
            return
    example = SUCH_AS.match(document.text, argument.span.end)
    if example:
        yield from _next_name(document, Span(example.end(), example.end() + HEAD))
    elif argument.name and forms.is_name(argument.name) and not document.layer(Name).touching(argument.span):
        yield argument.name  # "the group" stands for it


def _next_name(document: Document, after: Span) -> Iterator[str]:
    """The name that what follows a participle is called by: "rebels", "rebels (the Front)", "the Front"."""
    words = re.split(r"[.;,:!?\n]", document.text[after.begin : after.end])[0]
    for n in document.layer(Name).touching(Span(after.begin, after.begin + max(1, len(words)))):
        between = document.text[after.begin : n.span.begin]
        if n.span.begin >= after.begin and re.fullmatch(r"\s*(?:the\s+)?(?:[a-z]+\s+){0,2}\(?(?:the\s+)?", between):
            yield n.entity
        return


def _before(document: Document, mention: EventMention) -> Iterator[tuple[Span, str]]:
    """The names joined to a participle by a hyphen: "the X-Y backed rebels"."""
    joined = COMPOUND.search(document.text, max(0, mention.span.begin - 3), mention.span.begin)
    end = joined.start() if joined else mention.span.begin
    participle = document.quote(mention.span).endswith("ed")
    for n in document.layer(Name).touching(Span(max(0, end - 1), max(1, end))) if participle else ():
        at = n.span.begin
        for part in document.quote(n.span).split("-"):
            yield Span(at, at + len(part)), part
            at += len(part) + 1


def _who(document: Document, argument: Argument) -> Iterator[tuple[Span, str]]:
    """A participant's words and its name, else its words without article; nothing for a pronoun unresolved."""
    for n in document.layer(Name).touching(argument.head):
        if n.span.covers(argument.head):
            yield argument.span, n.entity
            return
    words = document.quote(argument.span)
    if argument.name and forms.is_name(argument.name) and argument.name.lower() not in PRONOUNS:
        yield argument.span, argument.name
    elif words.split()[0].lower() not in PRONOUNS and len(words.split()) <= LONGEST and (v := forms.parse(words)):
        yield argument.span, v.form


def _names(document: Document, span: Span) -> list[str]:
    """The names inside a span, those of places last."""
    found = [n for n in document.layer(Name).touching(span) if span.covers(n.span)]
    return [n.entity for n in sorted(found, key=lambda n: (n.kind == "place", n.span))]


def _in(mention: EventMention, *roles: str) -> list[Argument]:
    return [a for a in mention.arguments if a.role in roles]


def _aside(document: Document, mention: EventMention) -> bool:
    return any(b.kind in FURNITURE for b in document.layer(Block).touching(mention.span))
