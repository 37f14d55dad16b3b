"""Layers and claims -> what `features` and `compare` need to know of a mention, with names joined and nouns folded."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from rashomon.actions import THERE, action
from rashomon.cast import borne, none_of
from rashomon.common_nouns import ARM, ARMS, FORCE, PRESENCE
from rashomon.deeds import deeds
from rashomon.lexicon import BOUNDS, classes
from rashomon.linking.background import Background
from rashomon.linking.participants import Named, Word, known_by
from rashomon.linking.sketch import stem
from rashomon.linking.wording import around, ordinal, stems
from rashomon.timex.calendar import days_of
from rashomon.timex.layer import EntryDays
from rashomon.types import Block, Claim, Document, EventMention, Sentence, Span, Time, Value

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

PROTAGONISTS = 2  # people whom an account names most, and more than once
LEAD = 2  # sentences
DYING = frozenset({"die", "perish", "succumb"})
THEY = "they"
# Stems that say nothing of what an accusation is of.
VAGUE = frozenset("any kind misconduct such wrong wrongdo".split())
# Before what came before the news: "its previous offer of", "the first, rejected bid".
_EARLIER = re.compile(r"\b(?:previous|earlier|initial|original|prior|former|first)\s+(?:\S+\s+){0,2}$", re.IGNORECASE)
_FIGURE = re.compile(r"\d+(?:\.\d+)?")


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
    earlier: bool = False  # by its words it came before the news, however long
    stretch: bool = False  # it speaks of the time since or until a moment
    ahead: float | None = None  # the day of the account that tells it beforehand
    entry: float | None = None  # the day of the entry of a chronology that tells it
    holders: frozenset[str] = frozenset()  # identities of those whose word it is
    words: frozenset[str] = frozenset()  # stems in its sentence
    around: frozenset[str] = frozenset()  # those next to its trigger
    figures: frozenset[str] = frozenset()  # numbers in its sentence, as they are written
    lead: bool = False  # its sentence opens the account
    about: frozenset[str] = frozenset()  # last names of the two people whom its account names most, if more than once
    people: frozenset[str] = frozenset()  # of everybody whom its account names
    persons: frozenset[str] = frozenset()  # participants that are people with a name
    shown: Mapping[str, str] = field(default_factory=dict, compare=False)  # the words for each participant
    said: Mapping[str, str] = field(default_factory=dict, compare=False)  # by form of a time, by scope of a number
    borne: frozenset[str] = frozenset()  # nouns of the offices of those of them who have a name
    none: str = ""  # of whom it says that there were none: "people", "helicopter"
    topic: frozenset[str] = frozenset()  # stems of what it is about: what an accusation is of
    context: Floats | None = field(default=None, compare=False)  # as `EventMention.vector` is stored, but float32
    participants: frozenset[str] = field(init=False)  # agents and patients
    word: str = field(init=False)  # its predicate, without the "be" of what a noun tells: "repair" of "be repair"
    stem: str = field(init=False)  # of the first word of that
    classes: frozenset[str] = field(init=False)  # of its predicate, as are the deeds
    deeds: frozenset[int] = field(init=False)
    length: float = field(init=False)  # of `context`
    nobody: bool = field(init=False)  # it says that nobody was hurt

    def __post_init__(self) -> None:
        square = 1.0 if self.context is None else float(self.context @ self.context)
        word = self.predicate.removeprefix("be ")
        known = {
            "participants": self.agents | self.patients,
            "word": word,
            "stem": stem(word.split()[0]) if word else "",
            "classes": classes(self.predicate),
            "deeds": deeds(self.predicate),
            "length": max(square, 1.0) ** 0.5,
            "nobody": any(v.high == 0 for v in self.numbers.values()),
        }
        for name, value in known.items():  # each is asked for with every mention that this one is compared with
            object.__setattr__(self, name, value)


class _Cast(NamedTuple):
    """A claimed mention with its claims, the sentence it stands in, and who takes part."""

    mention: EventMention
    claims: Sequence[Claim]
    sentence: Span
    predicate: str
    agents: Sequence[Word]
    patients: Sequence[Word]


def tell(
    document: Document,
    claims: Mapping[str, Sequence[Claim]],
    names: Mapping[str, str],
    rows: Mapping[tuple[str, int], int],
) -> Iterator[Told]:
    """What each claimed mention of an account tells, in text order."""
    account = _Account.of(document, claims, names, rows)
    return map(account.told, _casts(document, claims, account.named))


@dataclass(frozen=True, slots=True)
class _Account:
    """What all mentions of an account have in common."""

    document: Document
    rows: Mapping[tuple[str, int], int]
    named: Named
    people: frozenset[str]
    persons: frozenset[str]
    about: frozenset[str]
    published: float | None
    background: Background
    entries: EntryDays
    lead: int  # where the last of its opening sentences begins

    @classmethod
    def of(
        cls,
        document: Document,
        claims: Mapping[str, Sequence[Claim]],
        names: Mapping[str, str],
        rows: Mapping[tuple[str, int], int],
    ) -> _Account:
        named = Named(document, names)
        people = named.people()
        low = document.date.interval.low if document.date and document.date.interval else None
        opening = [s.span.begin for s in document.layer(Sentence)[:LEAD]]
        return cls(
            document,
            rows,
            named,
            frozenset(people),
            named.persons(),
            frozenset([name for name, times in people.items() if times > 1][:PROTAGONISTS]),
            days_of(low) if low else None,
            Background(document, claims),
            EntryDays(document.layer(Time), document.layer(Block)),
            (opening or [0])[-1],
        )

    def told(self, cast: _Cast) -> Told:
        mention, mine, sentence, predicate, agents, patients = cast
        document, named, words = self.document, self.named, self.document.quote(sentence)
        entry = self.entries.at(mention.span.begin)
        today = self.published if entry is None else entry
        dates = self.background.days(mention, today)
        counts = [c for c in mine if c.slot == "how many"]
        return Told(
            id=document.key(mention),
            document=document.id,
            sentence=sentence.begin,
            row=self.rows.get((document.id, sentence.begin), 0),
            predicate=predicate,
            factuality=mention.factuality,
            agents=frozenset(w.key for w in agents),
            patients=frozenset(w.key for w in patients),
            names=frozenset(w.key for w in (*agents, *patients) if w.name),
            shown={w.key: w.shown for w in (*reversed(patients), *reversed(agents))},
            nearby=frozenset((*(w.key for w in named.within(sentence)), *named.places(sentence))),
            dates=dates,
            places=tuple(c.value for c in mine if c.slot == "where"),
            numbers={c.scope: c.value for c in counts},
            said={c.scope: c.words for c in counts} | {c.value.form: c.words for c in mine if c.slot == "when"},
            ordinal=ordinal(document, mention, sentence),
            past=self.background.long_over(mention, dates, today),
            earlier=bool(_EARLIER.search(document.text[sentence.begin : mention.span.begin])),
            stretch=any(c.slot == "when" and c.scope in BOUNDS for c in mine),
            ahead=today if mention.tense == "future" else None,
            entry=entry,
            holders=frozenset(named.identity(c.holders[-1]) for c in mine),
            words=stems(words),
            around=around(document, mention.span, sentence),
            figures=frozenset(_FIGURE.findall(words)),
            lead=sentence.begin <= self.lead,
            about=self.about,
            people=self.people,
            persons=self.persons.intersection(w.key for w in (*agents, *patients) if w.name),
            borne=borne(document, mention),
            none=none_of(document, mention),
            topic=stems(" ".join(document.quote(a.span) for a in mention.arguments if a.role == "topic")) - VAGUE,
            context=_vector(mention),
        )


def _casts(document: Document, claims: Mapping[str, Sequence[Claim]], named: Named) -> Iterator[_Cast]:
    """Who takes part in each claimed mention, in text order."""
    sentences = [s.span for s in document.layer(Sentence)]
    armed: tuple[Span | None, Sequence[Word]] = (None, ())  # the last forces told of, and in which sentence
    for mention in document.layer(EventMention):
        mine = claims.get(document.key(mention))
        if not mine:
            continue
        sentence = mention.sentence or _around(sentences, mention.span)
        agents: Sequence[Word] = [w for c in mine if c.slot == "who" for w in known_by(c, named)]
        beyond = mention.span.end if _dies(mention) else len(document.text)
        patients = [w for c in mine if c.slot == "whom" and c.evidence.begin < beyond for w in known_by(c, named)]
        if not agents and armed[0] == sentence and _they(document, mention):
            agents = armed[1]
        armed = next(((sentence, side) for side in (agents, patients) if any(w.key == FORCE for w in side)), armed)
        predicate = action(document, mention).predicate
        if classes(predicate) & PRESENCE[ARM]:
            if predicate == THERE:  # "there were no chemicals" is about them, as "bags of nitrate were stored" is
                agents, patients = [], [*agents, *patients]
            patients += [Word(ARM, False, w.shown) for w in patients if w.key in ARMS][:1]
        yield _Cast(mention, mine, sentence, predicate, agents, patients)


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


def _around(sentences: Sequence[Span], span: Span) -> Span:
    k = bisect_right(sentences, Span(span.begin, 1 << 60)) - 1
    return sentences[k] if k >= 0 and sentences[k].covers(span) else span
