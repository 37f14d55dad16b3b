"""Which mentions give claims: what accounts may agree on or dispute."""

from __future__ import annotations

import re

from rashomon.actions import Action
from rashomon.claims.few import none
from rashomon.claims.numbers import numbers
from rashomon.claims.votes import share
from rashomon.common_nouns import KINDS, PRESENCE, PRONOUNS, singular
from rashomon.grammar.triggers import HAPPENINGS
from rashomon.lexicon import COUNTS, SPEECH, SPOKEN_ACTS, STATES, THOUGHTS, classes
from rashomon.notable import COMMITTED, acted, ahead, block_of, committed
from rashomon.types import FURNITURE, PARTICIPANTS, Argument, BlockKind, Document, EventMention, Quantity

LIKELY, UNLIKELY = 0.65, -0.5  # between the two lie questions and conditions; plans above
OFFERS = frozenset({"bid", "offer", "proposal"})
MAYBE = frozenset("may might could apparently possibly perhaps probably reportedly allegedly".split())
BIDDING = frozenset("ask tell order advise urge instruct".split())
# "asked passengers to leave", "was told to leave"
TO_ACT = re.compile(r"(?:\s+[\w’'-]+){0,4}?\s+to\s+[a-z]+")
NEAR = 32  # code points around a trigger in which words that bend it stand
FLAT = 2  # from here on a comment tells something flatly
GOING = re.compile(r"(?:\b(?:is|are|am)|['’](?:s|re|m))\s+(?:\w+\s+)?$", re.IGNORECASE)
POSSESSIVE = re.compile(r"(?:[’']s|s[’'])\s$")
KNOWN = re.compile(r"(?:the|this|that|these|those|his|her|its|their|our|my)\s|.*[’']s?\s", re.IGNORECASE)
DEFINITE = re.compile(rf"(?:an?|no|any|all|both|each|every|another|\d[\d,.]*)\s|{KNOWN.pattern}", re.IGNORECASE)


def claimed(document: Document, mention: EventMention, told: Action) -> bool:
    """True if the mention tells something that another account can dispute. Needs the layers Block and Quantity.

    What is denied; what is told as fact of somebody or of a certain thing; where forces are; what is to come or may be
    so of these; and what has a time, a place or a measure. Generalities ("speed reduces the risk") have none of these.
    The worth of a line (`rashomon.notable`) does not matter: accounts may dispute what none of them makes much of.
    """
    valued = any(a.role in ("time", "place", "number") for a in mention.arguments) or (
        mention.predicate in COUNTS and any(numbers(document, mention, told))  # "and wound scores more"
    )
    if mention.predicate in OFFERS and not (mention.tense or valued or mention.first("patient")):
        return False  # "raised its offer": told by what became of it
    block, predicate = block_of(document, mention), told.predicate
    if block is not None and block.kind is BlockKind.CAPTION and mention.tense not in ("past", "future"):
        return False  # what the picture shows
    if block is not None and block.kind in FURNITURE:
        return False
    if block is not None and block.kind is BlockKind.COMMENT:
        return _flat(mention, predicate)
    if any(none(document, mention, told)) or _stationed(document, mention, told):
        return True
    if not predicate[:1].isalpha() or not _told_as_act(document, mention, predicate):
        return False
    likely = valued and _likely(mention)
    if _measured(document, mention) or (likely and any(numbers(document, mention, told))):
        return True
    if not any(a.role in PARTICIPANTS for a in mention.arguments):
        known = classes(predicate) or predicate in HAPPENINGS or predicate in COUNTS
        return bool(known and (likely or (mention.tense and committed(mention))))  # "crashed", whatever the tree lost
    if predicate in THOUGHTS or predicate.startswith("be "):
        return _disputable_state(document, mention, predicate, valued=valued)
    return likely or _disputable_act(document, mention, predicate)


def _flat(mention: EventMention, predicate: str) -> bool:
    """True for what a comment tells in a plain, full sentence: the rest is argument and irony."""
    full = mention.first("agent") and mention.first("patient") and predicate not in SPEECH
    return bool(full) and abs(mention.factuality) >= FLAT and not ahead(mention)


def _stationed(document: Document, mention: EventMention, told: Action) -> bool:
    """True for weak verbs that say where forces or arms are, which others deny: "the offensive includes fighters"."""
    words = (w for a in mention.arguments for w in re.findall(r"[^\W\d_]+", document.quote(a.span).lower()))
    kinds = {KINDS[noun] for noun in map(singular, words) if noun in KINDS}
    present = any(classes(told.predicate) & PRESENCE[kind] for kind in kinds)
    return present and committed(mention) and not ahead(mention)


def _disputable_state(document: Document, mention: EventMention, predicate: str, *, valued: bool) -> bool:
    """True for a state or a thought that another account may deny: "the station is out of control"."""
    if mention.factuality <= UNLIKELY:
        return _certain(document, mention) or acted(document, mention)
    return predicate not in THOUGHTS and (valued or (committed(mention) and _certain(document, mention)))


def _disputable_act(document: Document, mention: EventMention, predicate: str) -> bool:
    """True for a deed of somebody or of a certain thing that is denied, done, to come or possible."""
    if mention.factuality <= -COMMITTED or mention.tense == "future" or _would(document, mention):
        return True
    if not committed(mention):
        return _possible(document, mention)
    past = mention.tense == "past" or _underway(document, mention) or (mention.tense and classes(predicate))
    if not past and predicate in STATES:
        return False  # "makes the view evocative"
    return acted(document, mention) or bool(past and _certain(document, mention))


def _told_as_act(document: Document, mention: EventMention, predicate: str) -> bool:
    """False for plain speech: what was said stands in the attributions."""
    met = predicate == "speak" and mention.first("recipient") is not None  # "has not spoken with him"
    wanted = predicate == "ask" and document.text.startswith(" for ", mention.span.end)
    acted_out = predicate in SPOKEN_ACTS or met or wanted or _bidden(document, mention, predicate)
    return predicate not in SPEECH or acted_out or _counting(document, mention, predicate)


def _counting(document: Document, mention: EventMention, predicate: str) -> bool:
    """True for verbs of speech that tell a number: "claimed 41 percent of the vote", "added 500 jobs"."""
    spans = (a.span for a in mention.arguments if a.role == "number")
    own = [q for span in spans for q in document.layer(Quantity).touching(span)]
    return any(share(document, mention, q) or (predicate == "add" and q.of) for q in own)


def _likely(mention: EventMention) -> bool:
    return mention.factuality >= LIKELY or mention.factuality <= UNLIKELY


def _would(document: Document, mention: EventMention) -> bool:
    """True for the future that a past tense tells: "said that it would close"."""
    return any(document.quote(e).lower() in ("would", "'d", "’d") for e in mention.evidence)


def _possible(document: Document, mention: EventMention) -> bool:
    """True for a happening that may be or may have been, of somebody or something known: "the talks might be called
    off", "suggested that it had lost control"."""
    past = mention.tense == "past"
    maybe = any(document.quote(e).lower() in MAYBE for e in mention.evidence)
    if mention.factuality < LIKELY or not (maybe or (past and mention.happened > 0)):
        return False
    known = any(KNOWN.match(document.quote(a.span)) for a in mention.arguments if a.role in PARTICIPANTS)
    return acted(document, mention) or (known and (past or bool(classes(mention.predicate))))


def _underway(document: Document, mention: EventMention) -> bool:
    """True for what is going on now: "the inquiry is still pending"."""
    before = document.text[max(0, mention.span.begin - NEAR) : mention.span.begin]
    words = document.quote(mention.span).lower()
    return words.endswith("ing") and words != "going" and bool(GOING.search(before))


def _bidden(document: Document, mention: EventMention, predicate: str) -> bool:
    """True for words that were to make somebody act: "were asked to leave the plane"."""
    after = document.text[mention.span.end : mention.span.end + NEAR]
    return predicate in BIDDING and mention.tense == "past" and bool(TO_ACT.match(after))


def _measured(document: Document, mention: EventMention) -> bool:
    spans = [a.span for a in mention.arguments if a.role == "number"]
    return any(q.measure for s in spans for q in document.layer(Quantity).touching(s))


def _certain(document: Document, mention: EventMention) -> bool:
    """True if who acts, or else what is acted upon, is a certain one, or what several act upon: it has a name, a
    determiner or a number, or is a pronoun."""
    taking = [a for a in mention.arguments if a.role in PARTICIPANTS]
    acting = [a for a in taking if a.role == "agent"]
    many = any(singular(w) != w for a in acting if (w := document.quote(a.head).lower()))  # "divers found the body"
    words = ((a, document.quote(a.span)) for a in (taking if many else acting or taking))
    return any(
        a.name or w.lower() in PRONOUNS or DEFINITE.match(w) or _counted(document, a) or _possessed(document, a)
        for a, w in words
    )


def _possessed(document: Document, argument: Argument) -> bool:
    """True for what a word before it says to be somebody's: "the station's *cameras*"."""
    begin = argument.span.begin
    return bool(POSSESSIVE.search(document.text[max(0, begin - 3) : begin]))


def _counted(document: Document, argument: Argument) -> bool:
    """True for "three men", "dozens of houses"."""
    return any(q.span.begin == argument.span.begin for q in document.layer(Quantity).touching(argument.span))
