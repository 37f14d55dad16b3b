"""Whether a mention is worth a line of a record by itself.

More is claimed than has a line: what is told only in passing, planned or said of things is kept as claims, because
another account may dispute it, and shows when one does. A line needs a happening that somebody took part in, told as
fact.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from itertools import islice

from rashomon.actions import Action, action
from rashomon.common_nouns import ANYONE, KINDS, PEOPLE, PRESENCE, PRONOUNS, singular
from rashomon.lexicon import DEADLY, QUALITIES, SCHEDULED, SPEECH, SPOKEN_ACTS, STATES, VICTIMS, classes
from rashomon.name_forms import is_name
from rashomon.types import (
    ASIDE,
    BODY,
    FURNITURE,
    PARTICIPANTS,
    Block,
    BlockKind,
    Document,
    EventMention,
    Quantity,
    Sentence,
    Slot,
)

PICTURES = frozenset("photo photograph picture image video footage".split())
# Before a noun that says what somebody is: "was the first", "is a remarkable" lady; not "was in a" hospital.
WHAT_ONE_IS = re.compile(
    r"(?:\b(?:am|is|are|was|were|be|been)|['’](?:m|s|re))\s+(?:\w+ly\s+|not\s+|now\s+|also\s+|still\s+)?"
    r"(?:an?|the|my|his|her|their|our|its|one of the)\s+(?:[\w'’-]+\s+){0,4}$",
    re.IGNORECASE,
)
BEEN = re.compile(r"\b(?:was|were|been|being)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
BEFALLEN = ANYONE | frozenset("suspect hostage prisoner captive survivor target witness patient".split())
BEFORE = 60  # code points in which that stands
COMMITTED = 1.25  # from here on a holder says that it happened, or that it did not; FactBank's "possible" is 1
PLAIN = 2.5  # from here on a full clause tells it as fact: halfway between FactBank's "probable" and "certain"
LEAD = 2  # sentences of text with which an account begins
LOOSE = 1.5  # the same for infinitives and nouns, which tell more often what was meant than what was done


def notable(document: Document, mention: EventMention) -> bool:
    """True if the mention tells a happening that a record can hold. Needs the layers Block and Quantity."""
    told = action(document, mention)
    predicate, block = told.predicate, block_of(document, mention)
    if (block is not None and block.kind in FURNITURE) or not predicate[:1].isalpha() or predicate in SPEECH:
        return False
    if (predicate in STATES or _is_only_like(document, mention, predicate)) and not weighty(document, mention, told):
        return False
    if document.layer(Quantity).touching(mention.span):
        return False  # "Ana Oro, 44,": nothing happened
    if mention.tense == "future":
        return bool(classes(predicate) & SCHEDULED and mention.arguments and committed(mention))
    if not committed(mention) or ahead(mention):
        return False
    if block is not None and block.kind is BlockKind.COMMENT:  # argument and irony: only plain, full sentences count
        return abs(mention.factuality) >= 2 and bool(mention.first("agent") and mention.first("patient"))
    captioned = block is not None and block.kind is BlockKind.CAPTION
    if not mention.arguments or (captioned and _pictured(document, mention)):
        return False
    return bool(classes(predicate) & (DEADLY | VICTIMS)) or weighty(document, mention, told) or acted(document, mention)


def _is_only_like(document: Document, mention: EventMention, predicate: str) -> bool:
    """True for what somebody is or feels, "was happy", "is a great lady": nothing happened; not for "was a victim"."""
    state = predicate.partition("be ")[2] if predicate.startswith("be ") else ""
    if not state or classes(state) or state in BEFALLEN:
        return False
    begin = max(mention.sentence.begin if mention.sentence else 0, mention.span.begin - BEFORE)
    return state in QUALITIES or bool(WHAT_ONE_IS.search(document.text, begin, mention.span.begin))


def _pictured(document: Document, mention: EventMention) -> bool:
    """True if the mention tells of a picture: "released", "shows"."""
    return any(singular(document.quote(a.head).lower()) in PICTURES for a in mention.arguments)


def deed(document: Document, mention: EventMention) -> bool:
    """True if the mention tells as fact what somebody did, speech that is an act included ("apologised to them").

    Where independent accounts tell it, it is worth a line though it is not `notable` by itself. Needs the layer Block.
    """
    predicate, block = action(document, mention).predicate, block_of(document, mention)
    if (block is not None and block.kind in FURNITURE) or predicate in STATES or predicate.startswith("be "):
        return False
    if predicate in SPEECH and predicate not in SPOKEN_ACTS:
        return False
    return committed(mention) and bool(mention.tense) and mention.first("agent") is not None


def recounted(document: Document, mention: EventMention) -> bool:
    """True if the mention tells plainly what took place, whoever took part ("the fire broke out at noon"), or what is
    to take place at a time that it gives. Needs the layer Block.

    With a time, a place or a number, or in the lead of its account, it is worth a line though it is not `notable`.
    """
    predicate, block = action(document, mention).predicate, block_of(document, mention)
    if block is None or block.kind in ASIDE or block.kind is BlockKind.COMMENT or not predicate[:1].isalpha():
        return False
    if predicate in STATES or predicate in SPEECH or predicate.startswith("be "):
        return False
    if mention.tense == "future":
        return committed(mention) and mention.first("time") is not None
    undone = mention.factuality > 0 > mention.happened
    told = mention.tense == "past" and abs(mention.factuality) >= PLAIN and not undone
    begin = max(0, mention.span.begin - BEFORE)
    passive = BEEN.search(document.text, begin, mention.span.begin)  # not "a shed *located* in Vell"
    return told and bool(passive or mention.first("agent") or mention.first("time"))


def led(document: Document, mention: EventMention) -> bool:
    """True if the mention stands in the headline of its account or in the first sentences of its text. Needs the layers
    Block and Sentence."""
    block = block_of(document, mention)
    if block is not None and block.kind is BlockKind.HEADLINE:
        return True
    texts = (b.span for b in document.layer(Block) if b.kind in BODY)
    first = [s.span for t in islice(texts, LEAD) for s in document.layer(Sentence).touching(t)][:LEAD]
    return any(s.covers(mention.span) for s in first)


def committed(mention: EventMention) -> bool:
    """True if its holder says that it happened, or that it did not."""
    return abs(mention.factuality) >= (COMMITTED if mention.tense else LOOSE)


def ahead(mention: EventMention) -> bool:
    """True for a noun or infinitive of what has not taken place: "a war would follow", "will meet to discuss it"."""
    return not mention.tense and mention.factuality > 0 > mention.happened


def weighty(document: Document, mention: EventMention, told: Action) -> bool:
    """True for weak verbs that say where forces or arms are: "fighters were involved", "explosives were kept"."""
    nouns = {singular(w) for a in mention.arguments for w in re.findall(r"[^\W\d_]+", document.quote(a.span).lower())}
    return any(classes(told.predicate) & PRESENCE[KINDS[noun]] for noun in nouns if noun in KINDS)


def acted(document: Document, mention: EventMention) -> bool:
    """True if somebody took part: a participant has a name, or a noun for people as its head."""
    return any(
        a.role in PARTICIPANTS
        and ((a.name and is_proper(a.name)) or singular(document.quote(a.head).lower()) in PEOPLE)
        for a in mention.arguments
    )


def is_proper(name: str) -> bool:
    """True for a name: "He" and "Iranian commanders" are none."""
    return (name == "US" or name.lower() not in PRONOUNS) and is_name(name)


def block_of(document: Document, mention: EventMention) -> Block | None:
    """The block that a mention stands in."""
    return next((b for b in document.layer(Block).touching(mention.span) if b.span.covers(mention.span)), None)


def tolled(slots: Iterable[Slot], roles: Container[str]) -> bool:
    """True if the slots of an event count who or what it did something to, in one of these *roles* ("killed")."""
    return any(s.name == "how many" and s.scope.partition(" ")[0] in roles for s in slots)
