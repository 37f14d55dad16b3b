"""The nouns of Rashomon. Frozen, slotted, and free of every import but the standard library.

bytes -read-> Document -annotate-> layers -extract-> Claims -link-> Links -assemble-> Record -export-> views

Every offset is a code point of `Document.text`, end-exclusive. Ids are hashes of content, so two runs agree.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import TypeVar

from rashomon.errors import MissingLayer
from rashomon.spans import Stretches

A = TypeVar("A", bound="Annotation")


def digest(*parts: object) -> str:
    """A short name made only from what is named: 12 hexadecimal digits of SHA-256.

    >>> digest("a", 1) == digest("a", 1) != digest("a", 2)
    True
    """
    return hashlib.sha256("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")).hexdigest()[:12]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points [begin, end) of Document.text."""

    begin: int
    end: int

    def covers(self, other: Span) -> bool:
        """True if every code point of *other* is in this span."""
        return self.begin <= other.begin and other.end <= self.end

    def touches(self, other: Span) -> bool:
        """True if the two share at least one code point."""
        return self.begin < other.end and other.begin < self.end


@dataclass(frozen=True, slots=True)
class Interval:
    """A closed stretch of time; a missing side is unknown, not infinite. Clock times are local to the account."""

    low: datetime | None
    high: datetime | None


# -- layers: what annotators find in a document ----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Annotation:
    """Something said about a span. Subclasses are the layers; `Document.layer(cls)` returns them in text order."""

    span: Span


class BlockKind(StrEnum):
    """What part of a page a block is."""

    HEADLINE = "headline"
    HEADING = "heading"  # a section heading inside the account
    CAPTION = "caption"
    UPDATE = "update"  # an entry of a live blog with its own clock
    ORIGINAL = "original"  # the entry that the updates were added to
    PARAGRAPH = "paragraph"
    QUOTATION = "quotation"  # a block quotation
    COMMENT = "comment"  # a reader's comment: not the outlet's word
    BYLINE = "byline"
    LINK = "link"  # a related link or teaser
    BOILERPLATE = "boilerplate"


BODY = frozenset({BlockKind.PARAGRAPH, BlockKind.UPDATE, BlockKind.ORIGINAL, BlockKind.QUOTATION})  # running text
SITE = frozenset({BlockKind.LINK, BlockKind.BOILERPLATE})  # words of the site, never shown to the model
FURNITURE = SITE | {BlockKind.BYLINE}  # no happening is told in them
ASIDE = FURNITURE | {BlockKind.CAPTION}  # nor is any statement looked for in these


@dataclass(frozen=True, slots=True)
class Block(Annotation):
    """One block of the page, made by `read`; blocks do not overlap.

    `voice` is who writes a comment ("comment 1" when unnamed, "comment 1.1" a reply to it), None for the outlet's
    own blocks. `clock` is the time printed at an update ("1530 GMT"), as written, on each of its blocks. `entry`
    numbers the updates, comments and the original entry that a block belongs to, 0 for a plain article, so that a
    paragraph that continues an update or a comment is known to.
    """

    kind: BlockKind
    voice: str | None = None
    clock: str | None = None
    entry: int = 0


@dataclass(frozen=True, slots=True)
class Sentence(Annotation):
    """A sentence. `vector` is 384 signed bytes: the unit sentence vector times 127, for similarity."""

    vector: bytes = b""


@dataclass(frozen=True, slots=True)
class Name(Annotation):
    """A mention of something by name. `entity` is its fullest form in this account ("Vladimir Putin" for "Putin")."""

    kind: str  # person, organisation, place, other
    entity: str
    titles: tuple[str, ...] = ()  # offices and titles that the account gives: "Supreme Leader", "General"


@dataclass(frozen=True, slots=True)
class Reference(Annotation):
    """A pronoun or a description ("the commander") that stands for something named: its head word's phrase.

    `because` says how it was resolved: "title", "antecedent", "nearest".
    """

    entity: str
    because: str


@dataclass(frozen=True, slots=True)
class Time(Annotation):
    """A time expression. `value` is TIMEX3; `interval` is None while it cannot be placed on the calendar.

    `symbolic` is what it says before it is placed (see `rashomon.timex.symbol`): enough to place it again when the
    account's date becomes known.
    """

    type: str  # DATE, TIME, DURATION, SET
    value: str
    interval: Interval | None
    anchor: str  # what it was resolved against: none, account, clock, narrative, unknown
    rule: str  # name of the rule that read it
    symbolic: str = ""


@dataclass(frozen=True, slots=True)
class Quantity(Annotation):
    """A number with what it counts. The span holds the approximator; [low, high] is the closed interval it allows.

    `high` is math.inf for "at least 60". `unit` is "" for a bare count, else "percent", a currency code, "year"...
    `of` is the span of what is counted ("commanders and fighters"), `about` the lemma of the predicate that governs
    the number ("kill", "rise"), `role` what its event did to what it counts (killed, injured, arrested, displaced,
    sent, paid ...: the keys of `rashomon.lexicon.COUNTS`); "" where none is known. `measure` is the key of what a
    number with a unit measures ("age", "deal per share", "fall to", see `rashomon.grammar.measures`), `owner` the head
    word of what has it.
    """

    low: float
    high: float
    unit: str
    of: Span | None
    about: str = ""
    role: str = ""
    measure: str = ""
    owner: Span | None = None


@dataclass(frozen=True, slots=True)
class Attribution(Annotation):
    """Source, cue and content as in PARC and PolNeAR, joined, with who it is.

    `form` is direct, indirect or mixed. `stance` is the class of the cue (say, claim, insist, deny, admit, ask,
    warn, promise, suggest, endorse, oppose, threaten, believe, know, want). `positive` is False under a negated cue.
    `hedge` is the word that weakens it ("reportedly"). `speaker` is the resolved name, None when unsure.
    `holders` are those who stand behind the content, outermost first: the outlet or commenter, then any outer
    speaker, then this one. `because` says how the speaker was resolved. `kind` is what sort of source it is: person,
    organisation, role (described, not named), anonymous, collective, document or implicit. `verbatim` are the
    stretches of content in quotation marks; `addressee`, `venue` and `time` the words for whom it was said to, where or
    in what ("a statement"), and when, apart from what is said.
    """

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    form: str
    stance: str
    positive: bool = True
    hedge: Span | None = None
    speaker: str | None = None
    holders: tuple[str, ...] = ()
    because: str = ""
    kind: str = ""
    verbatim: tuple[Span, ...] = ()
    addressee: Span | None = None
    venue: Span | None = None
    time: Span | None = None


PARTICIPANTS = ("agent", "patient", "recipient")  # roles of those who take part


@dataclass(frozen=True, slots=True)
class Argument:
    """One participant of an event mention: its role, its words, their head, and its name where it has one."""

    role: str  # agent, patient, recipient, place, time, instrument, topic, number
    span: Span
    head: Span
    name: str | None = None


@dataclass(frozen=True, slots=True)
class EventMention(Annotation):
    """A trigger word and what takes part. The span is the trigger.

    `predicate` is its lemma with particle ("take over"). `factuality` is the holder's commitment on FactBank's
    scale [-3, +3]; `evidence` the words that decide it (negation, modal, hedge). `tense` is past, present, future
    or "". `sentence` is the span of its sentence; `holders` stand behind it, outermost first; `beside` are the chains
    of others who said it together ("A and B both said"). `commitments` are the factuality for each of `holders`, in
    their order, so that the last is `factuality`; one who only reports is at 0. `happened` is whether the words say
    that it had taken place when this was written, on [-3, +3]: plans, orders and wishes lie below 0. `vector` is 64
    signed bytes: the unit vector of the trigger in its context times 127, for similarity.
    """

    predicate: str
    arguments: tuple[Argument, ...]
    factuality: float
    evidence: tuple[Span, ...] = ()
    tense: str = ""
    sentence: Span | None = None
    holders: tuple[str, ...] = ()
    beside: tuple[tuple[str, ...], ...] = ()
    commitments: tuple[float, ...] = ()
    happened: float = 0.0
    vector: bytes = b""

    def first(self, role: str) -> Argument | None:
        """The first argument in *role*, or None."""
        return next((a for a in self.arguments if a.role == role), None)


class Layer(tuple[A, ...]):
    """The annotations of one kind, in text order: a tuple that can also be asked for what stands at a place."""

    _places: Stretches | None = None

    def touching(self, span: Span) -> list[A]:
        """Those that share a code point with *span*, in text order. Takes no longer in a long account."""
        if self._places is None:
            self._places = Stretches((a.span.begin, a.span.end) for a in self)
        return [self[i] for i in self._places.touching(span.begin, span.end)]


# -- the account -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where an account came from. Never called "source": that is who is quoted inside it.

    `published` is the date that page, header or caller states, as ISO 8601 where it could be read. `how` says
    where it stands: given, header, metadata, url, filename; "" when nothing states one. `captured` is when the page was
    saved, as ISO 8601: it was published by then. `encoding` is the codec of the raw bytes, needed to compare them with
    the text.
    """

    path: str
    outlet: str
    title: str = ""
    author: str = ""
    url: str = ""
    published: str = ""
    how: str = ""
    encoding: str = "utf-8"
    captured: str = ""


@dataclass(frozen=True, slots=True)
class AccountDate:
    """When an account was published: an interval, how it was found, and the words that say so.

    `value` is TIMEX3 ("2015-11-23", "2015-11", "XXXX-11-23"); `precision` is minute, day, week, month, year or
    unknown; `how` is given, header, metadata, url, filename, dateline, text, siblings, captured (then the interval has
    no low side) or unknown; `confidence` is sure, likely or guess.
    """

    value: str
    interval: Interval | None
    precision: str
    how: str
    confidence: str
    evidence: Span | None = None
    because: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """One account: text that never changes, and layers that are added.

    `id` is the SHA-256 of the raw bytes (with "#n" after it for the n-th account of a file that holds several).
    `origin` maps text to raw bytes in runs (text begin, raw begin, raw end). A run reaches to the next one's begin,
    its code points all take the same number of bytes, and the last run is empty and marks the end: see `rashomon.text`.
    Where a file holds them packed, `part` are the steps to these bytes (the name of a member, where a record begins):
    see `rashomon.containers`.
    """

    id: str
    text: str
    provenance: Provenance
    origin: tuple[tuple[int, int, int], ...] = ()
    date: AccountDate | None = None
    layers: Mapping[type[Annotation], tuple[Annotation, ...]] = field(default_factory=dict, hash=False, compare=False)
    part: tuple[str, ...] = ()

    def layer(self, kind: type[A]) -> Layer[A]:
        """The annotations of one kind, in text order. Raises MissingLayer if its annotator has not run."""
        try:
            found: tuple[A, ...] = self.layers[kind]  # type: ignore[assignment]  # keyed by the class of its own values
        except KeyError:
            message = f"{self.provenance.path}: no {kind.__name__} layer; run rashomon.annotate first"
            raise MissingLayer(message) from None
        return found if isinstance(found, Layer) else Layer(found)

    def with_layer(self, kind: type[A], items: Iterable[A]) -> Document:
        """This document with one more layer, sorted by span. Raises ValueError for a span outside the text."""
        done = Layer(sorted(items, key=lambda a: a.span))
        for a in done:
            if not 0 <= a.span.begin < a.span.end <= len(self.text):
                raise ValueError(f"{kind.__name__} {a.span} lies outside {self.provenance.path}")
        return replace(self, layers={**self.layers, kind: done})

    def quote(self, span: Span) -> str:
        """The exact words of a span."""
        return self.text[span.begin : span.end]


# -- claims, links, the record ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Value:
    """A reading of a phrase. `kind` names the file of `rashomon.values` that compares it.

    number: [low, high] with unit in `form`. date: [low, high] are days since 0001-01-01 (fractions are clock
    times), `form` the TIMEX3 value. name and place: `form` is the name. polarity: low = high = factuality.
    """

    kind: str
    low: float | None = None
    high: float | None = None
    form: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """On the word of these holders (outermost first), slot X of this event mention is Y.

    `mention` is "document:begin" of the trigger; `scope` keeps apart what must not be compared: what a number counts,
    with its role ("killed people"), or measures ("fall to USD", "age of oro"); what makes a time no day of its own
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
    """A question that several voices answer with different names: who backs, or is blamed for, one thing.

    `about` is the name of that thing across accounts, `story` the story it is asked in. A slot's `scope` is the
    relation ("backs", "is blamed"), its positions are the answers; they have no relations, because two answers may
    both be true.
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
