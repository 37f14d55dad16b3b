"""None and one, which writers put into words that are no numbers: "nobody was hurt", "a soldier was killed"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.actions import Action
from rashomon.common_nouns import ANYONE, singular
from rashomon.lexicon import COUNTS, HARMED, STRIKES
from rashomon.tolls import FLED, is_people
from rashomon.types import PART, Argument, Document, EventMention, Quantity, Span, Value

ROLES = frozenset({"agent", "patient"})
NOBODY = re.compile(
    r"(?:no\s?-?one|nobody)$|none$|(?:none|neither)\s+of\b|(?:no|neither)\s+(?!one\b)[a-z]", re.IGNORECASE
)
NO = re.compile(
    r"(?:no\s?-?one|nobody|none|neither|no)\b\s*(?:of\s+(?:the|its|their|those|these|his|her|our)\b)?", re.IGNORECASE
)
MORE = re.compile(r"no\s?(?:-?one)?\s(?:else|other|more|further|additional)\b", re.IGNORECASE)
PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being|got)\b", re.IGNORECASE)
# "died" and "was hurt" befall their subject; "no one killed him" counts nobody.
BEFALLS = frozenset({"die", "perish", "drown", "flee", "evacuate", "suffer"})
UNSCATHED = frozenset({"harm", "hurt"})  # who was not so did not die either
# Nouns for what nobody suffered, after "no": "no injuries", "no reports of casualties", "no deaths or injuries".
TOLLED = {
    "death": ("killed",), "fatality": ("killed",), "injury": ("injured",), "casualty": ("injured", "killed"),
    "arrest": ("arrested",),
}  # fmt: skip
NONE_OF = re.compile(
    r"\b(no|without(?:\s+any)?)\s+(?:(?:immediate\s+)?(?:reports?|word|sign)\s+of\s+(?:any\s+)?|(?:reported|known|human|"
    r"immediate|civilian)\s+)?(?:(?:deaths?|injur(?:y|ies)|fatalit(?:y|ies)|casualt(?:y|ies)|damage|arrests?)\s+"
    r"(?:or|and|nor)\s+)?$",
    re.IGNORECASE,
)
# "None of those doctors": they may be others than those of the news; not "none of those on board".
OF_THOSE = re.compile(r"\bof\s+(?:those|these)\s+[a-z]+s\b")
ONE = re.compile(r"(?:(?P<one>(?:only\s+|just\s+)?one(?!\s+of\b)|a\s+single)|an?|another)\s", re.IGNORECASE)
OF = re.compile(r"\b(?:of|in|at|from|on|with|who|that|by|for|near)\b|[,;(]")
BESIDE = 24  # code points before a verb in which its "was" stands: "who had been ill killed two" has none
NEAR = 64  # code points before a noun in which its "no" stands
CERTAIN = 1.25  # commitment from which a single victim is told as fact


def none(document: Document, mention: EventMention, told: Action) -> Iterator[tuple[Span, Value, str]]:
    """The words, the value 0 and the scope of what a mention says befell nobody."""
    noun = singular(document.quote(mention.span).lower())
    if noun in TOLLED and not mention.tense:
        before = max(0, mention.span.begin - NEAR)
        if no := NONE_OF.search(document.text, before, mention.span.begin):
            at = Span(no.start(1), mention.span.end)
            yield from ((at, Value("number", 0.0, 0.0), f"{role} people") for role in TOLLED[noun])
        return
    died = {"killed"} if told.predicate in UNSCATHED else set()
    for role in sorted({*_roles(told), *died}) if mention.factuality < 0 else ():
        for a in mention.arguments:
            words = document.quote(a.span)
            nobody = a.role in ROLES and NOBODY.match(words) and not MORE.match(words)
            if nobody and _befalls(document, mention, a) and (whom := _whom(words)) not in COUNTS:
                part = PART if OF_THOSE.search(words) else ""
                yield a.span, Value("number", 0.0, 0.0), f"{role} {whom}{part}"


def surety(document: Document, mention: EventMention) -> float:
    """How sure the last holder of a mention is that it befell nobody: of "there were no injuries" the verb knows."""
    beside = document.layer(EventMention).touching(mention.sentence or mention.span)
    near = [m for m in beside if m.tense and m.factuality < 0 and _next_to(document, mention, m)]
    return -min(m.factuality for m in (mention, *near))


def _next_to(document: Document, mention: EventMention, verb: EventMention) -> bool:
    before, after = sorted((mention.span, verb.span))
    return not re.search(r"[.,;:]", document.text[before.end : after.begin])


def one(document: Document, mention: EventMention, told: Action) -> Iterator[tuple[Span, Value, str]]:
    """The words, the value 1 and the scope of a single one whom a mention befell: "a soldier was killed", and of a
    single thing that struck or was struck where it is called one: "one missile hit the town"."""
    if mention.factuality < CERTAIN or told.counts:
        return
    harmed = [FLED] if told.predicate == "flee" else _roles(told)
    done = (*sorted(COUNTS.get(told.predicate, frozenset())), *([told.predicate] if told.predicate in STRIKES else ()))
    row = sum(a.role == "patient" for a in mention.arguments) > 1  # "killing an officer and a technician"
    for a in mention.arguments:
        words = document.quote(a.span)
        found = ONE.match(words) if done and a.role in ROLES else None
        if not found or any(q.span.begin < a.head.end for q in document.layer(Quantity).touching(a.span)):
            continue
        noun = _noun(words[found.end() :])
        if noun in ANYONE and re.search(rf"\b{noun}\s+of\b", words, re.IGNORECASE):
            continue  # "an unknown number of people"
        part = PART if row or found[0].lower().startswith("another") else ""
        befell, span = _befalls(document, mention, a), Span(a.span.begin, a.head.end)
        if not noun or singular(noun) != noun:
            continue
        if noun in ANYONE or is_people(noun):
            whom = "people" if noun in ANYONE else noun
            yield from ((span, Value("number", 1.0, 1.0), f"{r} {whom}{part}") for r in harmed if befell)
        elif found["one"] and (befell or told.predicate in STRIKES):
            yield span, Value("number", 1.0, 1.0), f"{done[-1] if not befell else done[0]} {noun}"


def _roles(told: Action) -> list[str]:
    return sorted(COUNTS.get(told.predicate, frozenset()) & HARMED)


def _befalls(document: Document, mention: EventMention, argument: Argument) -> bool:
    """True if what the mention tells was done to the argument, by the words between the two where it is the subject."""
    if argument.role == "patient" and argument.span.begin >= mention.span.end:
        return True
    between = document.text[argument.span.end : mention.span.begin]
    own = argument.role == "patient" and between.isspace()  # "the driver killed on Monday"
    return own or mention.predicate in BEFALLS or bool(PASSIVE.search(between[-BESIDE:]))


def _whom(words: str) -> str:
    """ "people" for nobody at all, else the noun: "no civilians", "none of the passengers"."""
    noun = singular(_noun(NO.sub("", words)))
    return noun if noun and noun not in ANYONE else "people"


def _noun(words: str) -> str:
    """The last noun before what is said of it, in lower case: "soldier" of "soldier from Karsa"."""
    return next(iter(OF.split(words)[0].lower().split()[-1:]), "")
