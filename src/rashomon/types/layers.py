"""What annotators find in a document. Each subclass of Annotation is a layer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from rashomon.spans import Stretches
from rashomon.types.parts import Interval, Span

A = TypeVar("A", bound="Annotation")


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


class Resolved(StrEnum):
    """How it was found who a source, a pronoun or a description is. The values are what pages and exports say."""

    NAME = "name"  # it holds one
    TITLE = "title"  # the one bearer of an office, or the only one of its kind
    ANTECEDENT = "antecedent"  # what the words before bind it to
    NEAREST = "nearest"  # of several the last: a guess
    DESCRIPTION = "description"  # the name that it stands for, by its noun or by who spoke
    DESCRIBED = "as described"  # nobody's name: its own words
    FIRST_PERSON = "first person"
    SECOND_PERSON = "second person"
    ITSELF = "speaks of itself"
    CONTINUED = "continues the quotation"
    SPOKE_LAST = "spoke last"
    NO_SOURCE = "no source"
    UNRESOLVED = "unresolved"


@dataclass(frozen=True, slots=True)
class Reference(Annotation):
    """A pronoun or a description ("the commander") that stands for something named: its head word's phrase.

    `because` says how it was resolved: title, antecedent or nearest.
    """

    entity: str
    because: Resolved


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
    because: Resolved = Resolved.UNRESOLVED
    kind: str = ""
    verbatim: tuple[Span, ...] = ()
    addressee: Span | None = None
    venue: Span | None = None
    time: Span | None = None


PARTICIPANTS = ("agent", "patient", "recipient")  # roles of those who take part


@dataclass(frozen=True, slots=True)
class Argument:
    """One participant of an event mention: its role, its words, their head, and its name where it has one."""

    # agent, patient, recipient, place, scene (of the deed that led to it), time, instrument, cause, topic, number
    role: str
    span: Span
    head: Span
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody says to an event told before, in words that only point at it: "the army denied this".

    `span` are those words. `holders` stand behind them, outermost first, and `commitments` are the factuality of the
    event for each of these; the last is that of who answers.
    """

    span: Span
    holders: tuple[str, ...]
    commitments: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class EventMention(Annotation):
    """A trigger word and what takes part. The span is the trigger.

    `predicate` is its lemma with particle ("take over"). `factuality` is the holder's commitment on FactBank's
    scale [-3, +3]; `evidence` the words that decide it (negation, modal, hedge). `tense` is past, present, future
    or "". `sentence` is the span of its sentence; `holders` stand behind it, outermost first; `beside` are the chains
    of others who said it together ("A and B both said"). `commitments` are the factuality for each of `holders`, in
    their order, so that the last is `factuality`; one who only reports is at 0. `happened` is whether the words say
    that it had taken place when this was written, on [-3, +3]: plans, orders and wishes lie below 0. `vector` is 64
    signed bytes: the unit vector of the trigger in its context times 127, for similarity. `answers` are what others
    say to it elsewhere in the account. `notability` is how likely it is among the main events of its account, 0 to 1.
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
    answers: tuple[Answer, ...] = ()
    notability: float = 0.0

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
