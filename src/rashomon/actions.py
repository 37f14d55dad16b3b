"""What a mention tells, whatever word tells it: "took the lives of", "recovered 14 bodies" and "the toll stands at" all
tell deaths, and "the explosion occurred" tells an explosion.

A verb that only carries a noun is replaced by the noun (a light or support verb construction). All else keeps its own
predicate.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rashomon.common_nouns import FORCES, KINDS, singular
from rashomon.lexicon import ABOARD, DEADLY, FINDS, LIGHT, STRIKES, classes
from rashomon.types import Argument, Document, EventMention

# Words of arms whose use is an attack; who uses gas, a mine or a rocket may do other things with it.
WEAPONS = frozenset(
    "weapon firearm bomb missile munition grenade chlorine sarin phosphorus napalm nerve tear teargas bullet mortar "
    "artillery gunship warplane cannon rifle".split()
)

# Verb and head of its object -> what the two tell.
IDIOMS = {
    ("open", "fire"): "open fire",
    ("fire", "shot"): "open fire",
    ("fire", "round"): "open fire",
    ("fire", "bullet"): "open fire",
    ("take", "part"): "take part",
    **{("use", noun): "use arms" for noun in ("force", "violence", "firearm", "weapon", "gun")},
    **{(verb, noun): "agree" for verb in ("reach", "strike", "conclude", "clinch", "find")
       for noun in ("agreement", "deal", "accord", "compromise", "settlement")},
}  # fmt: skip

# Verbs of which arms are the means: "used chlorine gas in Douma".
USES = frozenset({"use", "employ"})

# Nouns that verbs of FINDS count the dead, the injured and the missing by.
TOLLS = {
    "body": "die", "corpse": "die", "dead": "die", "death": "die", "fatality": "die", "life": "die", "toll": "die",
    "killed": "die", "injured": "injure", "wounded": "injure", "injury": "injure", "missing": "miss",
}  # fmt: skip

# What somebody or something that leaves others so did to them.
LEFT = {"dead": "kill", "wounded": "wound", "injured": "injure", "hurt": "hurt", "homeless": "displace",
        "missing": "miss"}  # fmt: skip

# What kills where it is done "to death": not "sentenced to death", nor "bored to death".
FATAL = frozenset(
    "batter beat bleed bludgeon burn choke club crush freeze hack knife scald shoot starve stab stone strangle torture "
    "trample whip".split()
)
_TO_DEATH = re.compile(r"(?:\s+(?!(?:almost|half|nearly)\b)[\w’'-]+){0,2}\s+to death\b")
THERE = "be there"
LAST_SEEN = "be last seen"
CORE = ("agent", "patient", "topic")
_NUMBER_OF = re.compile(r"\b(?:numbers? of|count of)\b")
_NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|dozens?|hundreds?|scores|"
    r"several)\b"
)
PARTICLE = re.compile(r"\b(?:away|back|around|captive|dead|down|hostage|off|out|over|through|up)\b")
_THERE = re.compile(r"\bthere\s+(?:\w+\s+)?$", re.IGNORECASE)
_LEFT = re.compile(rf"\b(?:{'|'.join(LEFT)})\b", re.IGNORECASE)
_LAST = re.compile(r"\blast\s+$", re.IGNORECASE)
PERCEIVING = frozenset({"see", "hear"})
HOLDING = frozenset({"have", "be"})
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
    if predicate in PERCEIVING and _LAST.search(document.text, max(0, mention.span.begin - _REACH), mention.span.begin):
        return Action(LAST_SEEN)
    if predicate in HOLDING and (told := _held(document, mention)):
        return Action(told)
    if predicate == "leave" and (told := _left(document, mention)):
        return Action(told)
    for a in mention.arguments:
        if a.role not in CORE:
            continue
        told = _tolled(document, predicate, a)
        if told:
            return Action(told, a, True)
        noun = singular(document.quote(a.head).lower())
        if (predicate, noun) in IDIOMS:
            return Action(IDIOMS[predicate, noun], a)
        if predicate in USES and a.role == "patient" and _armed(document, a):
            return Action("use arms")
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
    if predicate in FATAL and _TO_DEATH.match(after):
        return "kill"
    found = PARTICLE.search(re.split(r"[.,;:”\"]", after)[0])
    phrasal = f"{predicate} {found[0]}" if found else ""
    return phrasal if classes(phrasal) else predicate


def _held(document: Document, mention: EventMention) -> str:
    """What "had 265 people on board" and "has troops in Oro" tell; "" for other things that somebody has."""
    for a in mention.arguments:
        if a.role in CORE and ABOARD.match(document.text, a.head.end):
            return "carry"
    patient = mention.first("patient")
    forces = patient is not None and singular(document.quote(patient.head).lower()) in FORCES
    return THERE if forces and mention.predicate == "have" and mention.first("place") else ""


def _armed(document: Document, argument: Argument) -> bool:
    """True for "chlorine gas", "cluster bombs"; not for the fuel of a car."""
    words = {singular(w) for w in re.findall(r"\w+", document.quote(argument.span).lower())}
    return not words.isdisjoint(WEAPONS)


def _left(document: Document, mention: EventMention) -> str:
    """What "left 22 passengers dead" tells; "" for "left the town"."""
    patient = mention.first("patient")
    state = _LEFT.search(document.text, mention.span.end, patient.span.end + _REACH) if patient else None
    between = document.text[mention.span.end : state.start()] if state else "."
    return LEFT[state[0].lower()] if state and not re.search(r"[.,;:]", between) else ""


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
