"""What a mention tells, whatever word tells it: "took the lives of", "recovered 14 bodies" and "the toll stands at" all
tell deaths, and "the explosion occurred" tells an explosion.

A verb that only carries a noun is replaced by the noun (a light or support verb construction). All else keeps its own
predicate.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rashomon.lexicon import DEADLY, FINDS, KINDS, LIGHT, STRIKES, TOLLS, classes, singular
from rashomon.types import Argument, Document, EventMention

THERE = "be there"
CORE = ("agent", "patient", "topic")
_NUMBER_OF = re.compile(r"\b(?:numbers? of|count of)\b")
_NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|dozens?|hundreds?|scores|"
    r"several)\b"
)
PARTICLE = re.compile(r"\b(?:away|back|around|down|off|out|over|through|up)\b")
_THERE = re.compile(r"\bthere\s+(?:\w+\s+)?$", re.IGNORECASE)
_REACH = 24  # code points before a form of "be" where its "there" stands


@dataclass(frozen=True, slots=True)
class Action:
    """The predicate that a mention is compared by, and the argument that is the happening itself and no participant.

    `counts` is True where that argument counts who was hit ("the death toll", "14 bodies"): the verb then says what
    became of the number, and its agent did nothing to anybody.
    """

    predicate: str
    carrier: Argument | None = None
    counts: bool = False


def action(document: Document, mention: EventMention) -> Action:
    """What the mention tells."""
    predicate = _with_particle(document, mention)
    for a in mention.arguments:
        if a.role not in CORE:
            continue
        told = _tolled(document, predicate, a)
        if told:
            return Action(told, a, True)
        noun = singular(document.quote(a.head).lower())
        struck = predicate in STRIKES and a.role == "agent" and classes(noun) & DEADLY
        if struck or (predicate in LIGHT and classes(noun)):
            return Action(noun, a)
    if predicate == "be" and _THERE.search(document.text[max(0, mention.span.begin - _REACH) : mention.span.begin]):
        nouns = {singular(w) for a in mention.arguments for w in re.findall(r"\w+", document.quote(a.span).lower())}
        if nouns & KINDS.keys():
            return Action(THERE)
    return Action(predicate)


def _with_particle(document: Document, mention: EventMention) -> str:
    """The predicate with the particle that the sentence gives it later, where the two are known: "turned it away"."""
    predicate = mention.predicate.lower()
    after = document.text[mention.span.end : mention.span.end + _REACH]
    found = PARTICLE.search(re.split(r"[.,;:”\"]", after)[0])
    phrasal = f"{predicate} {found[0]}" if found else ""
    return phrasal if classes(phrasal) else predicate


def _tolled(document: Document, predicate: str, argument: Argument) -> str:
    """ "die" for a verb that finds or counts the dead, "injure" for the injured, and so on; else ""."""
    if predicate not in FINDS:
        return ""
    words = document.quote(argument.span).lower()
    head = singular(document.quote(argument.head).lower())
    if _NUMBER_OF.search(words):
        return next((TOLLS[w] for w in map(singular, re.findall(r"[a-z]+", words)) if w in TOLLS), "")
    before = document.text[max(0, argument.span.begin - _REACH) : argument.span.begin].lower()
    counted = head in ("life", "toll") or _NUMBER.search(before + words)
    return TOLLS.get(head, "") if counted else ""
