"""What accounts say, how it is linked, and the record made of both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from rashomon.types.accounts import Document
from rashomon.types.parts import Span, digest


@dataclass(frozen=True, slots=True)
class Value:
    """A reading of a phrase. `kind` names the file of `rashomon.values` that compares it.

    number: [low, high] with unit in `form`. date: [low, high] are days since 0001-01-01 (fractions are clock
    times), `form` the TIMEX3 value. name and place: `form` is the name. polarity: low = high = factuality,
    `form` the outcome told ("acquitted") where the accounts of an event tell two that cannot both be.
    """

    kind: str
    low: float | None = None
    high: float | None = None
    form: str = ""


PART = " (part)"  # ends the scope of a number that counts some of those that another may count


@dataclass(frozen=True, slots=True)
class Claim:
    """On the word of these holders (outermost first), slot X of this event mention is Y.

    `mention` is "document:begin" of the trigger; `scope` keeps apart what must not be compared: what a number counts,
    with its role ("killed people"), or measures ("fall to USD", "age of Oro"); what makes a time no day of its own
    ("since", "announced", "one of several") or a place a start ("from"); else "".
    """

    document: str
    mention: str
    slot: str  # who, whom, when, where, how many, happened
    value: Value
    evidence: Span
    words: str  # the evidence, verbatim
    holders: tuple[str, ...]
    factuality: float
    by: str  # annotator that found it
    scope: str = ""
    commitments: tuple[float, ...] = ()  # of each of the holders; the last is `factuality`

    @property
    def id(self) -> str:
        """Hash of the content."""
        return digest(self.document, self.mention, self.slot, self.value, self.evidence, self.holders, self.scope)


class Judgement(StrEnum):
    """What a link says of its two ends."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Link:
    """A reasoned judgement that two things of one kind are the same, different, or unsure.

    `kind` is family (accounts with copied text), story (accounts of one happening), name or event; the ends are
    document ids, names as "document:entity", or mention ids. `because` holds the reasons as short phrases.
    """

    kind: str
    left: str
    right: str
    judgement: Judgement
    score: float
    because: tuple[str, ...]


class Agreement(StrEnum):
    """How two positions of one slot stand to each other."""

    AGREES = "agrees"
    COMPATIBLE = "compatible"
    MORE_PRECISE = "more precise"  # the first is
    UPDATED = "updated"  # the second is the later state of the first
    ARGUABLE = "arguable"  # differ, but scope or time may too
    CONFLICTS = "conflicts"
    DENIES = "denies"


@dataclass(frozen=True, slots=True)
class Position:
    """One version of a slot and everybody who holds exactly it. `witnesses` are the independent voices:
    one for each family of accounts and each named source, outlets that copy counted once."""

    value: Value
    claims: tuple[Claim, ...]
    witnesses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """How position *left* stands to position *right* (indices into the slot's positions), and why."""

    left: int
    right: int
    agreement: Agreement
    because: str


@dataclass(frozen=True, slots=True)
class Slot:
    """Every version of one question about an event, and how each pair of versions stands."""

    name: str
    scope: str
    positions: tuple[Position, ...]
    relations: tuple[Relation, ...]

    @property
    def contested(self) -> bool:
        """True if any two positions conflict, or one denies another."""
        return any(r.agreement in (Agreement.CONFLICTS, Agreement.DENIES) for r in self.relations)


@dataclass(frozen=True, slots=True)
class Event:
    """A cluster of mentions that tell one happening. `title` is (document, span) of the words that name it.

    `id` is "e" and the hash of its mentions: a spreadsheet reads a hash of digits alone, or "12e34", as a number.

    `told` is what the dates of its accounts leave of its time, in days since 0001-01-01: after the last that still
    expects it, by the first that tells it as done; None for a side that none of them bounds.
    """

    id: str
    mentions: tuple[str, ...]
    title: tuple[str, Span]
    slots: tuple[Slot, ...]
    story: str
    because: tuple[Link, ...] = ()  # why these mentions are one event
    told: tuple[float | None, float | None] = (None, None)

    @property
    def contested(self) -> bool:
        """True if any slot is."""
        return any(s.contested for s in self.slots)


@dataclass(frozen=True, slots=True)
class Question:
    """A question that several voices answer differently: who backs, or is blamed for, one thing, what caused it; how
    old a person is, and where from.

    `about` is the name of that thing or person across accounts, "The fire" where it has none; `story` is the story it
    is asked in. A slot's `scope` is the relation ("backs", "is blamed", "cause", "home", "age of Ana Oro"; "spelling",
    of the name itself), its positions are the answers. Only ages have relations, because two answers may both be true.
    """

    id: str
    about: str
    story: str
    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """Everything the case says: assembled from claims and links, disposable, rebuilt at will.

    `families` and `stories` are groups of document ids; `names` maps "document:entity" to the name shared
    across accounts. `questions` are those with rival answers, most voices first. Events and links of a case are
    read from its cache when they are first asked for.
    """

    documents: tuple[Document, ...]
    events: Sequence[Event]
    families: tuple[tuple[str, ...], ...]
    stories: tuple[tuple[str, ...], ...]
    names: Mapping[str, str] = field(default_factory=dict)
    links: Sequence[Link] = ()
    questions: tuple[Question, ...] = ()
