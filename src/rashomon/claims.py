"""Layers -> claims: who, whom, when, where, how many and whether it happened, each on the word of its holders.

A claim says nothing about which event it belongs to across accounts, and keeps the words exactly as they stand.
Mentions that report no happening by themselves (speech, thought, states, phases) give no claims: what was said is in
the attributions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from rashomon.actions import Action, action
from rashomon.lexicon import (
    ABOUT,
    ANYONE,
    ARMS,
    BOUNDS,
    COUNTS,
    DEADLY,
    FORCES,
    PEOPLE,
    PRESENCE,
    SCHEDULED,
    SPEECH,
    STATES,
    SUBSET,
    VICTIMS,
    classes,
    singular,
)
from rashomon.types import (
    A,
    Agreement,
    Argument,
    Block,
    BlockKind,
    Claim,
    Document,
    EventMention,
    Layer,
    Name,
    Quantity,
    Span,
    Time,
    Value,
)
from rashomon.values import date, name, place
from rashomon.values.name import is_name

SILENT = frozenset({BlockKind.BYLINE, BlockKind.LINK, BlockKind.BOILERPLATE})
PRONOUNS = frozenset(
    "i we you he she it they me us him her them who whom which that this these those there one what "
    "whoever himself herself itself themselves everyone anyone someone nobody somebody everybody others "
    "another some many all both each his hers theirs its their my our your".split()
)
AGES_AND_SPANS = frozenset("year month week day hour minute second".split())
AFTER_HEAD = re.compile(r"\b(?:of|in|at|from|on|with|who|that|by|for|near|to|after|since|during|under)\b|[,;(]")
NAMED_AFTER = re.compile(r"\s+[A-Z]")
AT = re.compile(
    r"\s+(?:(?:occurred|happened|took place|came|struck)\s+)?"
    r"(?:(?:at|on|in|about|around|shortly|early|late|last)\s+){0,3}"
)
COMMITTED = 1.25  # from here on a holder says that it happened, or that it did not; FactBank's "possible" is 1
LOOSE = 1.5  # the same for infinitives and nouns, which tell more often what was meant than what was done
MARGIN = 0.25 / 24  # days that "about 5:40" reaches to either side
NEAR = 36  # code points after a number where a word that narrows it stands: "four people with serious injuries"
NEXT = 64  # code points after a trigger in which a time next to it begins
LONGEST = 12  # words of a participant that stand as its form; a longer one is shown by its head

# slot -> the roles of arguments that fill it
ROLES = (("who", ("agent",)), ("whom", ("patient", "recipient")))


def extract(documents: Iterable[Document]) -> Iterator[Claim]:
    """Every claim of every account, in text order. Each reported mention has one claim in the slot "happened".

    Needs the layers Block, EventMention, Name, Quantity and Time; raises MissingLayer without them.
    """
    for document in documents:
        seen: set[str] = set()
        for mention in document.layer(EventMention):
            told = action(document, mention)
            if not _reported(mention, told, _block(document, mention.span), document):
                continue
            for chain in (mention.holders or (_outlet(document),), *mention.beside):
                for claim in _claims(document, mention, told, chain):
                    if claim.id not in seen:
                        seen.add(claim.id)
                        yield claim


def _outlet(document: Document) -> str:
    return document.provenance.outlet or document.provenance.path


def _claims(document: Document, mention: EventMention, told: Action, holders: tuple[str, ...]) -> Iterator[Claim]:
    telling = told.counts and mention.predicate.lower() in SPEECH
    if telling:  # "the ministry confirmed 11 deaths": it is its word
        holders = (*holders, *(form for a in mention.arguments if a.role == "agent" and (form := _form(document, a))))

    committed = (*mention.commitments, *[mention.factuality] * len(holders))[: len(holders)]

    def claim(slot: str, value: Value, evidence: Span, by: str, scope: str = "") -> Claim:
        key = f"{document.id}:{mention.span.begin}"
        words = document.quote(evidence)
        return Claim(document.id, key, slot, value, evidence, words, holders, mention.factuality, by, scope, committed)

    decisive = (mention.span, *(e for e in mention.evidence if mention.sentence is None or mention.sentence.covers(e)))
    stretch = Span(min(s.begin for s in decisive), max(s.end for s in decisive))
    yield claim("happened", Value("polarity", mention.factuality, mention.factuality), stretch, "events")
    for slot, roles in ROLES:
        for a in mention.arguments:
            if a is told.carrier or (told.counts and a.role == "agent"):
                continue  # the happening itself, or who found what it did
            if a.role in roles and (form := _form(document, a)):
                yield claim(slot, Value("name", form=form), a.span, "events")
    for a in mention.arguments:
        if a.role == "place" and (where := place.parse(_where(document, a))):
            yield claim("where", where, a.span, "events", "from" if _bound(document, a.span) == "from" else "")
    times = () if telling else _times(document, mention)  # "announced nine deaths at noon": not when they died
    placed = [(_moment(document, t, value)) for t in times if (value := date.of_time(t))]
    for span, value in placed:
        several = "one of several" if any(date.compare(value, v) is Agreement.CONFLICTS for _, v in placed) else ""
        yield claim("when", value, span, "times", _bound(document, span) or several)
    for q in _quantities(document, mention, told):
        if scope := counted(document, mention, told, q):
            yield claim("how many", Value("number", q.low, q.high, q.unit), q.span, "quantities", scope)


def _reported(mention: EventMention, told: Action, block: Block | None, document: Document) -> bool:
    """True if the mention tells a happening that a record can hold."""
    predicate = told.predicate
    if (block is not None and block.kind in SILENT) or not predicate[:1].isalpha() or predicate in SPEECH:
        return False
    if predicate in STATES and not _weighty(document, mention, told):
        return False
    if mention.tense == "future":
        return bool(classes(predicate) & SCHEDULED and mention.arguments)
    if abs(mention.factuality) < (COMMITTED if mention.tense else LOOSE):
        return False
    if block is not None and block.kind is BlockKind.COMMENT:  # argument and irony: only plain, full sentences count
        return abs(mention.factuality) >= 2 and bool(mention.first("agent") and mention.first("patient"))
    if not mention.arguments:
        return False
    return (
        bool(classes(predicate) & (DEADLY | VICTIMS)) or _weighty(document, mention, told) or _acted(document, mention)
    )


def _weighty(document: Document, mention: EventMention, told: Action) -> bool:
    """True for weak verbs that say where forces or arms are: "fighters were involved", "explosives were kept"."""
    kinds = classes(told.predicate)
    nouns = {singular(w) for a in mention.arguments for w in re.findall(r"[^\W\d_]+", document.quote(a.span).lower())}
    return bool(kinds & PRESENCE and nouns & FORCES) or bool("keep" in kinds and nouns & ARMS)


def _acted(document: Document, mention: EventMention) -> bool:
    """True if somebody took part: a participant has a name, or a noun for people as its head."""
    return any(
        a.role in ("agent", "patient", "recipient")
        and ((a.name and _proper(a.name)) or singular(document.quote(a.head).lower()) in PEOPLE)
        for a in mention.arguments
    )


def _proper(name: str) -> bool:
    """True for a name: "He" and "Iranian commanders" are none."""
    return name.lower() not in PRONOUNS and is_name(name)


def _form(document: Document, argument: Argument) -> str:
    """The name of a participant, else its words without the article; "" for a pronoun that nothing resolves."""
    if argument.name and _proper(argument.name):
        return argument.name
    for n in document.layer(Name).touching(argument.head):
        if n.span.covers(argument.head) and argument.span.covers(n.span) and _proper(n.entity):
            return n.entity
    words = document.quote(argument.span)
    if words.lower() in PRONOUNS or document.quote(argument.head).lower() in PRONOUNS:
        return ""
    if len(words.split()) > LONGEST:
        words = document.quote(argument.head)
    value = name.parse(words)
    return value.form if value else ""


def _where(document: Document, argument: Argument) -> str:
    words = document.quote(argument.span)
    short = len(words.split()) <= LONGEST // 2
    points = PRONOUNS.isdisjoint(words.lower().split()[:2])  # "to these states" names no place
    return words if short and points else argument.name or ""


def _times(document: Document, mention: EventMention) -> Iterator[Time]:
    """Its arguments that are times; where it has none and is alone in its sentence, those of the sentence."""
    spans = [a.span for a in mention.arguments if a.role == "time"]
    if not spans and mention.sentence:
        near = document.layer(EventMention).touching(mention.sentence)
        others = [m for m in near if m is not mention and mention.sentence.covers(m.span)]
        spans = [mention.sentence] if all(m.predicate.lower() == "be" for m in others) else []
    after = Span(mention.span.begin, mention.span.end + NEXT)
    for t in _touching(document.layer(Time), (after, *spans)):
        next_to = AT.fullmatch(document.text[mention.span.end : t.span.begin])  # whatever tree the sentence was given
        if t.type in ("DATE", "TIME") and (next_to or any(s.touches(t.span) for s in spans)):
            yield t


def _quantities(document: Document, mention: EventMention, told: Action) -> Iterator[Quantity]:
    """Quantities that the mention governs: inside or right before one of its arguments, or with its predicate as their
    role."""
    spans = [a.span for a in mention.arguments if a.role in ("agent", "patient", "number")]
    toll = told.carrier.span if told.carrier and told.counts else None
    before = (Span(max(0, s.begin - 2), s.end) for s in spans)  # the number may stand before the argument and a space
    for q in _touching(document.layer(Quantity), (*before, *((mention.sentence,) if mention.sentence else ()))):
        near = mention.sentence is not None and mention.sentence.covers(q.span)
        if (q.about == mention.predicate and near) or (
            any(_governs(document, s, q) for s in spans) and (not q.about or (toll and _governs(document, toll, q)))
        ):
            yield q


def _governs(document: Document, span: Span, quantity: Quantity) -> bool:
    return span.touches(quantity.span) or document.text[quantity.span.end : span.begin] == " "


def counted(document: Document, mention: EventMention, told: Action, quantity: Quantity) -> str:
    """What a number counts, with its role: "killed people", "injured people", "killed soldier"; "" for ages, spans of
    time and numbers whose role is unknown. A part of a total is marked, because it cannot clash with the total."""
    if singular(quantity.unit) in AGES_AND_SPANS:
        return ""
    words = document.quote(quantity.of).lower() if quantity.of else ""
    heads = _heads(words)
    if not heads and NAMED_AFTER.match(document.text, quantity.span.end):
        return ""  # "two Costa Rican pilots": something is counted that the tree did not tell
    roles = [COUNTS.get(w) for w in (*heads, told.predicate, *_arguments(document, mention))]
    known = next((min(r) for r in roles if r), "")
    if not heads and not known:
        return ""
    role = known or told.predicate
    if quantity.unit:
        return f"{role} {quantity.unit} {' '.join(heads)}".strip()
    people = not heads or all(h in ANYONE for h in heads)
    after = re.split(r"[,.;:()]", document.text[quantity.span.end : quantity.span.end + NEAR].lower())[0]
    before = document.text[max(0, quantity.span.begin - 12) : quantity.span.begin].lower()
    part = (
        re.match(r"\s+of\s+(?:the|them|those|whom)\b", after)
        or re.search(r"\b(?:including|among)\s+$", before)
        or not SUBSET.isdisjoint(re.findall(r"\w+", after))
    )
    return f"{role} {'people' if people else ' '.join(heads)}{' (part)' if part else ''}"


def _arguments(document: Document, mention: EventMention) -> list[str]:
    """The head words of the participants, for "the death toll rose to 12"."""
    core = (a for a in mention.arguments if a.role in ("agent", "patient", "topic"))
    return [singular(w) for a in core for w in document.quote(a.head).lower().split()]


def _heads(words: str) -> tuple[str, ...]:
    """The nouns that a count is of: the last word before a preposition, and before each "and".

    >>> _heads("iranian commanders and fighters in the north")
    ('commander', 'fighter')
    """
    parts = [part.split() for part in re.split(r"\band\b|\bor\b", AFTER_HEAD.split(words)[0])]
    return tuple(singular(part[-1]) for part in parts if part)


def _moment(document: Document, time: Time, value: Value) -> tuple[Span, Value]:
    """A time and its words; an approximate clock time ("about 5:40 am") is given its margin."""
    before = re.search(r"(\w+)\s+$", document.text[max(0, time.span.begin - 16) : time.span.begin])
    if time.type != "TIME" or value.low is None or value.high is None or not before or before[1].lower() not in ABOUT:
        return time.span, value
    wide = replace(value, low=value.low - MARGIN, high=value.high + MARGIN)
    return Span(time.span.begin - len(before[0]), time.span.end), wide


def _bound(document: Document, span: Span) -> str:
    """The preposition that makes a time the edge of a stretch ("since"), else ""."""
    before = re.search(r"(\w+)\s+$", document.text[max(0, span.begin - 12) : span.begin])
    first = document.quote(span).split()[0].lower()
    word = before[1].lower() if before else ""
    return first if first in BOUNDS else word if word in BOUNDS else ""


def _block(document: Document, span: Span) -> Block | None:
    return next((b for b in document.layer(Block).touching(span) if b.span.covers(span)), None)


def _touching(layer: Layer[A], spans: Iterable[Span]) -> list[A]:
    """The annotations that touch any of the spans, each once, in text order."""
    found = {id(a): a for s in spans for a in layer.touching(s)}
    return sorted(found.values(), key=lambda a: a.span)
