"""Layers -> claims: who, whom, when, where, how many and whether it happened, each on the word of its holders.

A claim says nothing about which event it belongs to across accounts, and keeps the words exactly as they stand.
More is claimed than has a line of its own in a record (`rashomon.notable`): a plan, a landing, a price, an age may be
what another account disputes. What was said is in the attributions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from rashomon.actions import Action, action
from rashomon.claims.claimed import claimed
from rashomon.claims.few import none, one, surety
from rashomon.claims.numbers import numbers
from rashomon.claims.times import bound, times
from rashomon.common_nouns import PRONOUNS
from rashomon.grammar.coordination import SEATS
from rashomon.lexicon import GUILTY, SPEECH, classes
from rashomon.notable import is_proper
from rashomon.parties import is_party, is_person
from rashomon.rulings import ruling
from rashomon.types import Argument, Attribution, Claim, Document, EventMention, Name, Quantity, Span, Value
from rashomon.values import name, place

LONGEST = 12  # words of a participant that stand as its form; a longer one is shown by its head
# What stands for a place that the account names elsewhere.
SEAT = re.compile(
    r"(?:the|this)\s(?:city|town|village|country|nation|state|province|county|region|island)", re.IGNORECASE
)
BESIDE = re.compile(r"\b(?:and|or|to|between|from)\b")  # between two places of which neither lies in the other

# Verbs of motion whose object is a place -> the scope of that place.
REACHED = {
    **dict.fromkeys("leave depart exit flee evacuate".split(), "from"),
    **dict.fromkeys(
        "reach enter approach visit cross overfly overrun bomb shell strike hit attack raid assault airstrike bombard "
        "bombardment shelling besiege invade storm shake rock batter devastate ravage".split(),
        "",
    ),
}
# What stands before a place's name.
PARTS = SEATS | frozenset("coast north south east west part parts outskirts".split())
THEMSELVES = frozenset({"it", "they"})
WHOLES = frozenset({"include", "involve", "comprise"})  # verbs whose subject holds their object
OWN = {"we": True, "us": True, "i": False, "me": False}  # outside what others say: who publishes, or who wrote it
BODIES = frozenset({"organisation", "collective"})  # kinds of sources that speak of themselves so
TAKING = frozenset({"claim", "cost", "take"})  # verbs of lives
SAID = re.compile(r"\s+(?:that\s+)?")  # between a cue and a pronoun that is its own source
# slot -> the roles of arguments that fill it
ROLES = (("who", ("agent",)), ("whom", ("patient", "recipient")))


def extract(documents: Iterable[Document]) -> Iterator[Claim]:
    """Every claim of every account, in text order. Each claimed mention has one claim in the slot "happened",
    but for ages and for what befell nobody.

    Needs the layers Block, EventMention, Name, Quantity and Time; raises MissingLayer without them.
    """
    for document in documents:
        mentions = document.layer(EventMention)
        answers = [a.span for m in mentions for a in m.answers]
        for mention in mentions:
            if any(span.covers(mention.span) for span in answers) and not mention.answers:
                continue  # "the army denied this" is told by what it denies
            if claimed(document, mention, action(document, mention)):
                yield from claims_of(document, mention)


def claims_of(document: Document, mention: EventMention) -> Iterator[Claim]:
    """The claims of one mention, each once, whether or not `extract` takes the mention."""
    told = action(document, mention)
    seen: set[str] = set()
    for chain in (mention.holders or (_outlet(document),), *mention.beside):
        for claim in _claims(document, mention, told, chain):
            if claim.id not in seen:
                seen.add(claim.id)
                yield claim
    for a in mention.answers:
        words, value = document.quote(a.span), Value("polarity", a.commitments[-1], a.commitments[-1])
        key, committed = document.key(mention), a.commitments
        yield Claim(
            document.id, key, "happened", value, a.span, words, a.holders, committed[-1], "events", "", committed
        )


def _outlet(document: Document) -> str:
    return document.provenance.outlet or document.provenance.path


def _claims(document: Document, mention: EventMention, told: Action, holders: tuple[str, ...]) -> Iterator[Claim]:
    telling = told.counts and mention.predicate.lower() in SPEECH
    accusing = "accuse" in classes(mention.predicate) and mention.predicate != GUILTY
    if telling or accusing:  # "the ministry confirmed 11 deaths", "the rebels blamed the army": it is their word
        holders = (*holders, *(form for a in mention.arguments if a.role == "agent" and (form := _form(document, a))))

    committed = (*mention.commitments, *[mention.factuality] * len(holders))[: len(holders)]

    def claim(slot: str, value: Value, evidence: Span, by: str, scope: str = "") -> Claim:
        key = document.key(mention)
        words = document.quote(evidence)
        return Claim(document.id, key, slot, value, evidence, words, holders, mention.factuality, by, scope, committed)

    decisive = (mention.span, *(e for e in mention.evidence if mention.sentence is None or mention.sentence.covers(e)))
    stretch = Span(min(s.begin for s in decisive), max(s.end for s in decisive))
    nobody = list(none(document, mention, told))
    if not nobody and not document.layer(Quantity).touching(mention.span):  # an age has no other side, nor has a zero
        yield claim("happened", Value("polarity", mention.factuality, mention.factuality), stretch, "events")
    for slot, form, span in _cast(document, mention, told, holders):
        if all(span != words for words, *_ in nobody):
            yield claim(slot, Value("name", form=form), span, "events")
    verb = told.predicate if told.predicate in REACHED else mention.predicate.lower()  # "a quake hit Vell"
    for a in mention.arguments:
        if a.role in ("place", "scene") and (where := place.parse(_where(document, a))):
            yield claim("where", where, a.span, "events", "from" if bound(document, a.span) == "from" else "")
        elif verb in REACHED and a.role == "patient" and (where := _reached(document, a)):
            yield claim("where", where, a.span, "events", REACHED[verb])
    for span, value, scope in () if telling else times(document, mention):  # "announced nine deaths at noon"
        yield claim("when", value, span, "times", scope)
    over = ruling(document, mention)
    for span, value, scope in (*numbers(document, mention, told), *one(document, mention, told)):
        number = claim("how many", value, span, "quantities", scope)
        if over is not None and value.form:  # "was ordered to pay $2 million": how much is as sure as the order
            number = replace(number, factuality=over.factuality, commitments=(*committed[:-1], over.factuality))
        yield number
    for span, value, scope in nobody:  # who denies that anybody was hurt is sure of the zero
        sure = surety(document, mention)
        zero = claim("how many", value, span, "quantities", scope)
        yield replace(zero, factuality=sure, commitments=(*(-c for c in committed[:-1]), sure))


def _cast(
    document: Document, mention: EventMention, told: Action, holders: tuple[str, ...]
) -> Iterator[tuple[str, str, Span]]:
    """The slot, the form and the words of each who acts or is acted upon."""
    takes = told.counts and mention.predicate.lower() in TAKING  # who took a life did it; who found a body did not
    for slot, roles in ROLES:
        for a in mention.arguments:
            if a is told.carrier and takes and slot == "whom" and (whose := _whose(document, a)):
                yield slot, *whose
            if a is told.carrier or (told.counts and a.role == "agent" and not takes):
                continue  # the happening itself, or who found what it did
            if a.role == "agent" and not a.name and mention.predicate.lower() in WHOLES:
                continue  # "an offensive that included troops": nobody acts
            form = _form(document, a) or _teller(document, mention, a) or _itself(document, a, holders)
            if a.role in roles and form:
                yield slot, form, a.span


def _whose(document: Document, argument: Argument) -> tuple[str, Span] | None:
    """Those whose lives were taken, "the lives of *three children*", with their words; None where nobody says."""
    of = document.text.find(" of ", argument.head.end, argument.span.end)
    span = Span(of + len(" of "), argument.span.end) if of == argument.head.end else None
    form = _form(document, Argument(argument.role, span, span)) if span else ""
    return (form, span) if span and form else None


def _form(document: Document, argument: Argument) -> str:
    """The name of a participant, else its words without the article; "" for a pronoun that nothing resolves."""
    if argument.name and is_proper(argument.name):
        return argument.name
    for n in document.layer(Name).touching(argument.head):
        if n.span.covers(argument.head) and argument.span.covers(n.span) and is_proper(n.entity):
            return n.entity
    words = document.quote(argument.span)
    if any(q.span.covers(argument.span) for q in document.layer(Quantity).touching(argument.head)):
        return ""  # "at least 74": how many, not who
    if words.lower() in PRONOUNS or document.quote(argument.head).lower() in PRONOUNS:
        return ""
    if len(words.split()) > LONGEST:
        words = document.quote(argument.head)
    value = name.parse(words)
    return value.form if value else ""


def _itself(document: Document, argument: Argument, holders: tuple[str, ...]) -> str:
    """The outlet, where a body speaks of itself, "we did not cross" in a statement of an army; for "I" who wrote it."""
    word = document.quote(argument.span).lower()
    if holders != (_outlet(document),) or word not in OWN:
        return ""
    if not OWN[word]:
        return document.provenance.author or (holders[0] if is_person(holders[0]) else "")
    return holders[0] if is_party(holders[0]) else ""


def _teller(document: Document, mention: EventMention, argument: Argument) -> str:
    """The body that tells what it did itself, "the army said it had not carried out any strikes"; "" for a pronoun of
    others. What only happened to "it" need not be of the teller: "the army said it sank"."""
    if document.quote(argument.span).lower() not in THEMSELVES or mention.first("patient") in (None, argument):
        return ""
    for a in document.layer(Attribution).touching(argument.span):
        told = a.cue and a.kind in BODIES and any(c.covers(argument.span) for c in a.content)
        if told and a.cue and SAID.fullmatch(document.text, a.cue.end, argument.span.begin):
            value = name.parse(a.speaker or "")
            return value.form if value else ""
    return ""


def _reached(document: Document, argument: Argument) -> Value | None:
    """The place that a participant is: "left Vell" tells where from, "entered the town of Vell" where."""
    seat = document.quote(argument.head).lower() in PARTS
    named = document.layer(Name).touching(argument.span if seat else argument.head)
    return place.parse(document.quote(argument.span)) if any(n.kind == "place" for n in named) else None


def _where(document: Document, argument: Argument) -> str:
    """The words for a place where they are few; of many, and of those that point at somebody ("her home in Bogota"),
    the names in them."""
    words = document.quote(argument.span)
    seat = SEAT.fullmatch(words) and argument.name
    if seat and any(n.kind == "place" and n.entity == seat for n in document.layer(Name)):
        return seat
    short = len(words.split()) <= LONGEST // 2
    points = PRONOUNS.isdisjoint(words.lower().split()[:2])  # "to these states" names no place
    if short and points:
        return words
    named = [n.span for n in document.layer(Name).touching(argument.span) if n.kind == "place"]
    apart = any(BESIDE.search(document.text[a.end : b.begin]) for a, b in pairwise(named))
    return ", ".join(document.quote(span) for span in named[: 1 if apart else None]) or argument.name or ""
