"""The PLOVER code of an event mention, from the layers of its account."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import timedelta

from rashomon.plover import actors, model
from rashomon.plover.features import Scene, affirmed, features, scene
from rashomon.plover.ontology import AUXILIARY, OTHER, PROSPECTIVE, QUADS, YIELD, Party, Plover
from rashomon.plover.phrases import REACH, Phrase, inner, match, stem
from rashomon.plover.sides import CARRIERS, Side, Sides
from rashomon.plover.table import Table
from rashomon.types import Document, EventMention, Layer, Sentence, Span, Time

QUAD = {**QUADS, YIELD: QUADS["RETREAT"]}
SURE = 0.35  # a type less likely than this is OTHER
MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE", "SUPPORT"})  # what those who act together do to each other
VERBAL = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN"})  # whose words lead on: "demanded that Chile leave"
RECIPIENT_DUE = frozenset({"COOPERATE", "AID", "SANCTION"})
TOLD = {1: 0.3, 2: 0.5}  # how much the longest phrases at the trigger weigh beside the classifier, by their words
# Sectors that act for a state, against it or in its politics. What others do to one another ("a bank helped a firm") is
# political only where force is used or protest made: ANYBODY.
STATE = frozenset("GOV MIL PRM REB UAF COP SPY JUD LEG PTY OPP".split())
PLAIN = 0.5  # the least that this is coded at
ANYBODY = frozenset({"ASSAULT", "PROTEST"})
# Stems of harm that an accident does too: no assault unless somebody does it, or another word tells one ("a bomb").
HARM = frozenset(
    map(stem, "kill injure wound death burn destroy damage explosion blast explode blow violence fire mine".split())
)
ALONE = 0.8  # what the classifier alone must be sure of, where no phrase tells a type but both sides act in politics
TALK = frozenset("say tell be have add note report state describe know think believe see hear".split())
FACT, NO_FACT = 1.5, -1.0  # held as a fact from here on; denied from here down
OLD = timedelta(days=31)  # before the account: what ended longer ago than this is historical


@dataclass(frozen=True, slots=True)
class _Told:
    """What the words of a sentence tell of a mention."""

    mention: EventMention
    sentence: Span
    one: Span | None  # the words of the first agent, and of the first recipient
    other: Span | None
    scene: Scene
    phrases: list[Phrase]  # of the table, at the trigger, longest first


class Coder:
    """Codes the mentions of one account, with its layers Sentence (for vectors), Name and Time where it has them."""

    def __init__(
        self, document: Document, classifier: model.Classifier | None = None, table: Table | None = None
    ) -> None:
        """*classifier* stands in for the one of the package, where that has seen the account in training; *table* for
        its table of actors (`rashomon.plover.table.read`)."""
        self.document = document
        self._classifier = classifier
        self._table = table
        self._sides = Sides(document, table)
        self._mentions = document.layer(EventMention) if EventMention in document.layers else Layer[EventMention]()

    def code(self, mention: EventMention) -> Plover:
        """Type, mode and so on of a mention; OTHER where no phrase of the table tells its type, where the type is not
        sure, or where neither side is known to act in politics: but for force and protest, which anybody may."""
        agents, recipients = self._sides.of(mention)
        acts, undergoes = (tuple(s.party for s in sides if s.known) for sides in (agents, recipients))
        auxiliary = _auxiliary(self.document, mention)
        told = self._told(mention, agents, recipients, denied="negation" in auxiliary)
        kind, sure = self._type(told, auxiliary, acts, undergoes)
        anybody = not (agents or recipients) or any(set(p.sectors) - {"BUS"} for p in (*acts, *undergoes))
        if not any(map(_is_of_state, (*acts, *undergoes))) and not (kind in ANYBODY and sure >= PLAIN and anybody):
            kind = OTHER  # "a gorilla was shot" is no assault
        if kind == OTHER or (kind in RECIPIENT_DUE and not recipients):
            return Plover(OTHER, auxiliary=auxiliary, agents=acts, recipients=undergoes)
        name, mode = _named(kind, told, auxiliary)
        shared = any(self.document.quote(s.span).lower().startswith("their ") for s in recipients)
        if not undergoes and (name in MUTUAL or shared):
            undergoes = acts[1:]  # "Chile and Peru met", "postponed their meeting": each with the other
        if not undergoes and name in VERBAL:
            undergoes = tuple(s.party for s in self._sides.beyond(mention, agents))
        said = {"future"} if name in PROSPECTIVE else set()
        if name == "REJECT" and any(_refuses(p, told.scene) for p in told.phrases):
            said.add("negation")  # "will not lift": the refusal is the negation
        auxiliary = tuple(a for a in auxiliary if a not in said)
        return Plover(name, mode, QUADS[name], auxiliary, round(sure, 3), acts, undergoes)

    def _told(self, mention: EventMention, agents: list[Side], recipients: list[Side], *, denied: bool) -> _Told:
        """What the words tell of a mention; of one that is *denied*, and refused by none, what they would affirm."""
        whole = mention.sentence or mention.span
        one, other = (self._place(mention, sides, whole) for sides in (agents, recipients))
        seen = scene(self.document.text, whole, one, other, mention.span)
        before = (m for m in self._mentions.touching(whole) if m.span.end <= mention.span.begin)
        verbs = {stem(m.predicate.split()[0]) for m in before}
        phrases = _phrases(seen, mention.predicate, verbs)
        if denied and not any(_refuses(p, seen) for p in phrases):
            seen, mention = affirmed(seen), replace(mention, happened=-mention.happened)
            phrases = _phrases(seen, mention.predicate, verbs)
        return _Told(mention, whole, one, other, seen, phrases)

    def _type(
        self, told: _Told, auxiliary: tuple[str, ...], acts: Sequence[Party], undergoes: Sequence[Party]
    ) -> tuple[str, float]:
        """The likeliest type of those that the words allow, and how sure it is; OTHER where none is SURE."""
        of_state = any(map(_is_of_state, acts)) and any(map(_is_of_state, undergoes))
        phrases, mention = told.phrases, told.mention
        if (phrases and phrases[0].type == OTHER) or not (phrases or (of_state and mention.predicate not in TALK)):
            return OTHER, 0.0
        found = features(told.scene, told.one, told.other, (mention,))
        said = (self._classifier or model.load()).probabilities(found, _vector(self.document, told.sentence))
        unreal = not {"future", "hypothetical"}.isdisjoint(auxiliary)
        sure = _weighed([p for p in phrases if p.type != OTHER], said, unreal=unreal, of_state=of_state)
        kind = max(sure, key=lambda t: sure[t], default=OTHER)
        if kind == OTHER or sure[kind] < SURE or (kind == "ASSAULT" and not acts and _is_mere_harm(told.scene)):
            return OTHER, 0.0
        return kind, sure[kind]

    def _place(self, mention: EventMention, sides: list[Side], whole: Span) -> Span | None:
        """The words of the first side, where they name an actor: not those of what is done ("a missile")."""
        side = sides[0] if sides else None
        if side is None or not whole.covers(side.span) or side.span.touches(mention.span):
            return None
        a, head = side.argument, self.document.quote(side.argument.head)
        done = side.span == a.span and stem(head) in inner() and not actors.is_actor(head, self._table)
        return side.span if a.name or (side.known and not done) else None


def _weighed(told: Sequence[Phrase], said: Mapping[str, float], *, unreal: bool, of_state: bool) -> Mapping[str, float]:
    """How sure the types are that the phrases *told* allow, longest first: what the classifier *said*, and a share for
    the longest. Acts that are *unreal*, to come or supposed, may be agreement or a threat; between sides *of_state* the
    classifier alone may tell a type near those of the phrases."""
    plain = {p.type for p in told}
    allowed = plain | _turned(plain) if unreal else plain
    first = {p.type for p in told if p.length == told[0].length}
    share = TOLD[min(told[0].length, 2)] if told else 0.0
    sure = {t: (1 - share) * said[t] + share * (t in first) / len(first) for t in said if t in allowed}
    if of_state:
        near = {QUAD[t] for t in plain}
        sure |= {t: p for t, p in said.items() if p >= ALONE and (not told or QUAD[t] in near)}
    return sure


def _is_mere_harm(seen: Scene) -> bool:
    """True if the sentence tells of an assault only by its harm."""
    told = (seen.stems[p.begin : p.end] for p in match(seen.stems) if p.type == "ASSAULT")
    return all(word in HARM for words in told for word in words[:1])


def _is_of_state(party: Party) -> bool:
    """True for who acts in politics, and for a people or country named without a sector."""
    return bool(STATE & set(party.sectors)) or bool(party.country and not party.sectors)


def _refuses(phrase: Phrase, seen: Scene) -> bool:
    """True for a phrase whose refusal stands before the trigger: "will not lift", "refused to meet"."""
    return phrase.type == "REJECT" and phrase.begin < (seen.trigger or 0)


def _turned(plain: AbstractSet[str]) -> set[str]:
    """What acts become that are only announced: agreement to cooperate, a threat to harm."""
    harm = {t for t, quad in QUADS.items() if quad == 4}
    cooperation = {"CONSULT", "SUPPORT", "COOPERATE", "AID", YIELD}
    return {name for name, acts in (("AGREE", cooperation), ("THREATEN", harm)) if acts & plain}


def _phrases(seen: Scene, predicate: str, verbs: AbstractSet[str]) -> list[Phrase]:
    """The phrases that begin with the trigger, longest first, and those that end with it; after a verb that only
    carries a noun ("held exercises"), those that begin soon after it. What *verbs* before it tell is told by them:
    "boycotted the election" is not told by the election."""
    at = seen.trigger
    if at is None:
        return []
    soon = at + REACH if predicate in CARRIERS else at
    own = {p.type for p in match(seen.stems[at : at + 1])} | {OTHER, "REJECT"}  # "will not lift"
    ends = (p for p in match(seen.stems) if p.begin < at and p.end == at + 1)
    found = [p for p in match(seen.stems) if at <= p.begin <= soon]
    found += [p for p in ends if p.type in own or seen.stems[p.begin] not in verbs]
    return sorted(found, key=lambda p: (-p.length, p.begin))


def _vector(document: Document, sentence: Span) -> bytes:
    if Sentence not in document.layers:
        return b""
    return next((s.vector for s in document.layer(Sentence).touching(sentence)), b"")


def _named(kind: str, told: _Told, auxiliary: Iterable[str]) -> tuple[str, str]:
    """The type by its name, and its mode. YIELD is two types, and what is agreed to yield is yielded."""
    mode = _mode(kind, told.phrases, told.scene)
    yields = kind == YIELD or (kind == "AGREE" and any(p.type == YIELD for p in told.phrases))
    return _yielded(mode, auxiliary) if yields else kind, mode


def _mode(kind: str, told: Iterable[Phrase], seen: Scene) -> str:
    """The mode of the longest phrase of the type at the trigger, else of any phrase of it in the sentence."""
    here = next((p.mode for p in told if p.type == kind and p.mode), "")
    elsewhere = sorted(match(seen.stems), key=lambda p: (-p.length, p.begin))
    return here or next((p.mode for p in elsewhere if p.type == kind and p.mode), "")


def _yielded(mode: str, auxiliary: Iterable[str]) -> str:
    """RETREAT for what was done, in a mode of RETREAT; CONCEDE for what is promised, and for what only words change."""
    return "RETREAT" if mode and not {"future", "hypothetical"} & set(auxiliary) else "CONCEDE"


def _auxiliary(document: Document, mention: EventMention) -> tuple[str, ...]:
    """Which of AUXILIARY hold, in that order."""
    holds = {
        "historical": _is_old(document, mention),
        "future": mention.tense == "future",
        "hypothetical": NO_FACT < mention.factuality < FACT and mention.tense != "future",
        "negation": mention.factuality <= NO_FACT,
    }
    return tuple(name for name in AUXILIARY if holds[name])


def _is_old(document: Document, mention: EventMention) -> bool:
    """True if the mention's own time ended more than a month before the account."""
    published = document.date.interval.low if document.date and document.date.interval else None
    if published is None or Time not in document.layers:
        return False
    own = {a.span for a in mention.arguments if a.role == "time"}
    times = (t for span in own for t in document.layer(Time).touching(span) if t.span == span)
    ends = [t.interval.high for t in times if t.interval and t.interval.high]
    return bool(ends) and max(ends) < published - OLD
