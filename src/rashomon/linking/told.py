"""Layers and claims -> what `features` and `compare` need to know of a mention, with names joined and nouns folded."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from rashomon.actions import THERE, action
from rashomon.lexicon import ARMS, BOUNDS, classes
from rashomon.lexicon import FORCES as FORCE_NOUNS
from rashomon.linking.deeds import deeds
from rashomon.linking.sketch import stem
from rashomon.numerals import ORDINALS
from rashomon.timex.calendar import days_of
from rashomon.types import Claim, Document, EventMention, Name, Sentence, Span, Value
from rashomon.values import date, place
from rashomon.values import name as forms

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

NEWS = 14.0  # days; what happened longer before an account is its background
FORCES = "#forces"  # what every noun for armed people is folded to
PROTAGONISTS = 2  # people whom an account names most, and more than once
LEAD = 2  # sentences
WINDOW, REACH = 5, 40  # words on either side of a trigger, and the code points in which they are looked for
DYING = frozenset({"die", "perish", "succumb"})
THEY = "they"
# Stems that say nothing of what an accusation is of.
VAGUE = frozenset("any kind misconduct such wrong wrongdo".split())
KEPT = "#arms"  # what dangerous things that somebody keeps are folded to
_PLACES = {number: word for word, number in ORDINALS.items()}
_ORDINAL = rf"({'|'.join(ORDINALS)}|\d+(?:st|nd|rd|th))"
_BEFORE = re.compile(rf"\b{_ORDINAL}\s+(?:\w+\s+)?$", re.IGNORECASE)
_AFTER = re.compile(rf"\b(?:is|was|will be|be)\s+(?:the|their|his|her|its)\s+{_ORDINAL}\b", re.IGNORECASE)
_FIGURE = re.compile(r"\d+(?:\.\d+)?")
_WORD = re.compile(r"[^\W_]+")
_EMPTY = frozenset(
    "the a an and or of in on at for to by with from their its his her our some any no other own new more "
    "at least about people person man woman group official member "
    "tonne ton kg kilogram gram pound yard mile metre meter kilometre kilometer km foot feet inch percent".split()
)


class Word(NamedTuple):
    """What a participant is known by: a name as joined, or a folded noun; and the words to show for it."""

    key: str
    name: bool
    shown: str


@dataclass(frozen=True, slots=True)
class Told:
    """What one mention tells, ready to be compared: joined names, folded nouns, values, the sentence vector's row."""

    id: str
    document: str
    sentence: int  # begin of its sentence
    row: int  # of the story's matrix of unit sentence vectors, -1 without one
    predicate: str
    factuality: float
    agents: frozenset[str]
    patients: frozenset[str]
    names: frozenset[str]  # those of the participants that are names
    nearby: frozenset[str]  # names anywhere in the sentence
    dates: tuple[Value, ...]
    places: tuple[Value, ...]
    numbers: Mapping[str, Value]
    ordinal: str = ""  # "third" of "the third meeting"
    past: bool = False  # it names a time long before its account: background
    stretch: bool = False  # it speaks of the time since or until a moment
    ahead: float | None = None  # the day of the account that tells it beforehand
    holders: frozenset[str] = frozenset()  # identities of those whose word it is
    words: frozenset[str] = frozenset()  # stems in its sentence
    around: frozenset[str] = frozenset()  # those next to its trigger
    figures: frozenset[str] = frozenset()  # numbers in its sentence, as they are written
    lead: bool = False  # its sentence opens the account
    about: frozenset[str] = frozenset()  # last names of the two people whom its account names most, if more than once
    people: frozenset[str] = frozenset()  # of everybody whom its account names
    shown: Mapping[str, str] = field(default_factory=dict, compare=False)  # the words for each participant
    topic: frozenset[str] = frozenset()  # stems of what it is about: what an accusation is of
    context: Floats | None = field(default=None, compare=False)  # as `EventMention.vector` is stored, but float32
    participants: frozenset[str] = field(init=False)  # agents and patients
    stem: str = field(init=False)  # of the first word of its predicate
    classes: frozenset[str] = field(init=False)  # of its predicate, as are the deeds
    deeds: frozenset[int] = field(init=False)
    length: float = field(init=False)  # of `context`

    def __post_init__(self) -> None:
        square = 1.0 if self.context is None else float(self.context @ self.context)
        known = {
            "participants": self.agents | self.patients,
            "stem": stem(self.predicate.split()[0]) if self.predicate else "",
            "classes": classes(self.predicate),
            "deeds": deeds(self.predicate),
            "length": max(square, 1.0) ** 0.5,
        }
        for name, value in known.items():  # each is asked for with every mention that this one is compared with
            object.__setattr__(self, name, value)


def tell(
    document: Document,
    claims: Mapping[str, Sequence[Claim]],
    names: Mapping[str, str],
    rows: Mapping[tuple[str, int], int],
) -> Iterator[Told]:
    """What each claimed mention of an account tells, in text order."""
    published = document.date.interval.low if document.date and document.date.interval else None
    today = days_of(published) if published else None
    sentences = [s.span for s in document.layer(Sentence)]
    named = _Named(document, names)
    people = named.people()
    about = frozenset([name for name, times in people.items() if times > 1][:PROTAGONISTS])
    armed: tuple[Span | None, list[Word]] = (None, [])  # the last forces told of, and in which sentence
    last_of_lead = sentences[min(LEAD, len(sentences)) - 1].begin if sentences else 0
    for mention in document.layer(EventMention):
        key = f"{document.id}:{mention.span.begin}"
        mine = claims.get(key)
        if not mine:
            continue
        sentence = mention.sentence or _around(sentences, mention.span)
        agents = [w for c in mine if c.slot == "who" for w in _words(c, named)]
        beyond = mention.span.end if _dies(mention) else len(document.text)
        patients = [w for c in mine if c.slot == "whom" and c.evidence.begin < beyond for w in _words(c, named)]
        if not agents and armed[0] == sentence and _they(document, mention):
            agents = armed[1]
        armed = next(((sentence, side) for side in (agents, patients) if any(w.key == FORCES for w in side)), armed)
        predicate = action(document, mention).predicate
        if "keep" in classes(predicate):  # "there were no chemicals" is about them, as "bags of nitrate were stored" is
            agents, patients = ([], agents + patients) if predicate == THERE else (agents, patients)
            patients += [Word(KEPT, False, w.shown) for w in patients if w.key in ARMS][:1]
        dates = tuple(c.value for c in mine if c.slot == "when" and not c.scope and not date.floats(c.value))
        yield Told(
            id=key,
            document=document.id,
            sentence=sentence.begin,
            row=rows.get((document.id, sentence.begin), 0),
            predicate=predicate,
            factuality=mention.factuality,
            agents=frozenset(w.key for w in agents),
            patients=frozenset(w.key for w in patients),
            names=frozenset(w.key for w in agents + patients if w.name),
            shown={w.key: w.shown for w in reversed(agents + patients)},
            nearby=frozenset((*(w.key for w in named.within(sentence)), *named.places(sentence))),
            dates=dates,
            places=tuple(c.value for c in mine if c.slot == "where"),
            numbers={c.scope: c.value for c in mine if c.slot == "how many"},
            ordinal=_ordinal(document, mention, sentence),
            past=today is not None and bool(dates) and all((v.high or today) < today - NEWS for v in dates),
            stretch=any(c.slot == "when" and c.scope in BOUNDS for c in mine),
            ahead=today if mention.tense == "future" else None,
            holders=frozenset(named.identity(c.holders[-1]) for c in mine),
            words=_stems(document.quote(sentence)),
            around=_around_trigger(document, mention.span, sentence),
            figures=frozenset(_FIGURE.findall(document.quote(sentence))),
            lead=sentence.begin <= last_of_lead,
            about=about,
            people=frozenset(people),
            topic=_stems(" ".join(document.quote(a.span) for a in mention.arguments if a.role == "topic")) - VAGUE,
            context=_vector(mention),
        )


class _Named:
    """The names of an account by place, each with what it is joined with across accounts."""

    def __init__(self, document: Document, names: Mapping[str, str]):
        self._document, self._names = document, names
        self._layer = document.layer(Name)
        self._identities: dict[str, str] = {}

    def knows(self, form: str) -> bool:
        """True for a name that is some entity's fullest form in the account."""
        return f"{self._document.id}:{form}" in self._names and forms.is_name(form)

    def joined(self, entity: str) -> str:
        """The name that an entity has across accounts."""
        return self._names.get(f"{self._document.id}:{entity}", entity)

    def identity(self, entity: str) -> str:
        """Equal for entities that are surely one."""
        if entity not in self._identities:
            self._identities[entity] = forms.identity(self.joined(entity)).lstrip("=")
        return self._identities[entity]

    def people(self) -> dict[str, int]:
        """The last names of all people, as they sound, with how often; most often first, then by their first place."""
        named = (self.joined(n.entity) for n in self._layer if n.kind == "person")
        counts = Counter(forms.sound(words[-1]) for name in named if (words := name.lower().split()))
        return dict(sorted(counts.items(), key=lambda item: -item[1]))

    def within(self, span: Span) -> list[Word]:
        """The names inside a span."""
        inside = (n.entity for n in self._layer.touching(span) if span.covers(n.span))
        return [Word(self.identity(entity), True, self.joined(entity)) for entity in inside if forms.is_name(entity)]

    def places(self, span: Span) -> Iterator[str]:
        """The places inside a span, each with what it lies in."""
        for n in self._layer.touching(span):
            if n.kind == "place" and span.covers(n.span):
                yield from place.steps(n.entity)


def _words(claim: Claim, named: _Named) -> Iterator[Word]:
    """The name that fills a claim; of a description the names in it and its folded nouns."""
    if named.knows(claim.value.form):
        key = named.identity(claim.value.form)
        yield Word(key, not forms.is_office(key), named.joined(claim.value.form))
        return
    yield from named.within(claim.evidence)
    yield from folded(claim.value.form)


def folded(description: str) -> Iterator[Word]:
    """The words of a description: states by their table, armed people as one, nouns without plural.

    >>> [(w.key, w.name) for w in folded("Iranian commanders")]
    [('iran', True), ('#forces', False)]
    >>> [(w.key, w.name) for w in folded("the town's cars")]
    [('town', False), ('car', False)]
    """
    for word in re.findall(r"[^\W\d_]{2,}", description):  # not the "s" of "China's"
        low = word.lower()
        key = "" if word == low else forms.identity(word)  # a car is no CAR
        if key.startswith("="):
            yield Word(key.lstrip("="), True, word)
        elif low in FORCE_NOUNS or low.rstrip("s") in FORCE_NOUNS:
            yield Word(FORCES, False, low)
        elif low not in _EMPTY:
            yield Word(low.rstrip("s"), False, low) if word[0].islower() else Word(forms.sound(low), True, word)


def _vector(mention: EventMention) -> Floats | None:
    import numpy as np

    return np.frombuffer(mention.vector, dtype=np.int8).astype(np.float32) if mention.vector else None


def _dies(mention: EventMention) -> bool:
    """True for a verb of dying after its victim: in "Vale died for Brook" only Vale is one."""
    return mention.predicate in DYING and any(
        a.role == "patient" and a.span.end <= mention.span.begin for a in mention.arguments
    )


def _they(document: Document, mention: EventMention) -> bool:
    """True if a "they" acts, whom no name stands for."""
    return any(a.role == "agent" and not a.name and document.quote(a.span).lower() == THEY for a in mention.arguments)


def _stems(text: str) -> frozenset[str]:
    return frozenset(key for w in _WORD.findall(text) if (key := stem(w.lower())))


def _around_trigger(document: Document, trigger: Span, sentence: Span) -> frozenset[str]:
    before = _WORD.findall(document.text[max(sentence.begin, trigger.begin - REACH) : trigger.begin])[-WINDOW:]
    after = _WORD.findall(document.text[trigger.end : min(sentence.end, trigger.end + REACH)])[:WINDOW]
    return _stems(" ".join((*before, *after)))


def _around(sentences: Sequence[Span], span: Span) -> Span:
    k = bisect_right(sentences, Span(span.begin, 1 << 60)) - 1
    return sentences[k] if k >= 0 and sentences[k].covers(span) else span


def _ordinal(document: Document, mention: EventMention, sentence: Span) -> str:
    """The instance number of a mention: "their third meeting", "the meeting ... is the third"."""
    before = _BEFORE.search(document.text[sentence.begin : mention.span.begin])
    after = _AFTER.search(document.text[mention.span.end : sentence.end])
    found = before or after
    word = found[1].lower() if found else ""
    digits = re.match(r"\d+", word)
    return _PLACES.get(int(digits[0]), word) if digits else word
