"""What a slot is about in words: "people killed", "some of the passengers", "deal", "since".

English words and endings stand in the tables on top.
"""

from __future__ import annotations

import re

from rashomon.actions import PARTICLE
from rashomon.common_nouns import IRREGULAR, singular
from rashomon.lexicon import COUNTED
from rashomon.tolls import cased, is_people
from rashomon.types import PART, Slot

AGE = "age of "  # begins the scope of an age
PLURALS = {one: many for many, one in IRREGULAR.items()} | {"person": "people"}
ENDINGS = ((re.compile(r"[^aeiou]y$"), -1, "ies"), (re.compile(r"(?:s|x|z|ch|sh)$"), 0, "es"))
ONE_FORM = ("ese", "craft", "sheep", "fish", "series", "species", "cattle", "personnel")  # endings without a plural
FROM, HERE = re.compile(r"(?<=^distance) from (\S+)$"), "here"
# Of who is counted.
STATE = re.compile(r"^be (?:(?:under|in|on|at|behind|off|over|out|without|against|for|to) )?\S+(?= \S)")
LASTING = re.compile(r"^(duration) of\b.*")


def scope(slot: Slot) -> str:
    """What a slot is about, on one line, each word once and without the unit that its numbers show: "deal" for "deal
    USD". Of a number without unit it is what is counted, and what was done to it where that is a toll: "people killed"
    for "killed people", "players" for "accuse player", "some of the pilots killed" for a part of a count."""
    whole = slot.scope.removesuffix(PART)
    units = {p.value.form for p in slot.positions if p.value.kind == "number" and not is_people(p.value.form)}
    words = tuple(dict.fromkeys(w for w in whole.split() if w not in units))
    if slot.name != "how many" or any(units) or not words:
        return FROM.sub(_place, LASTING.sub(r"\1", " ".join(words)))
    words = tuple(STATE.sub("be", " ".join(words)).split())
    first, *nouns = (w for n, w in enumerate(words) if not n or not PARTICLE.fullmatch(w))  # "take off passenger"
    things = " and ".join(map(many, nouns if nouns or first in COUNTED else [first]))
    once = first.startswith(tuple(nouns))  # arrests are not "arrests arrested"
    done = first if first in COUNTED and not once else ""
    counted = " ".join(filter(None, (things, done)))
    return counted if whole == slot.scope else f"some of the {counted}"


def about(slot: Slot) -> str:
    """The same below a question that says what is measured: whose an age is."""
    return scope(slot).removeprefix(AGE)


def measured(slot: Slot) -> bool:
    """True if its numbers measure: they have a unit, which is no noun for people."""
    return any(p.value.kind == "number" and p.value.form and not is_people(p.value.form) for p in slot.positions)


def _place(found: re.Match[str]) -> str:
    """Where a distance is counted from, with its capital; nothing for "here"."""
    return "" if found[1] == HERE else f" from {found[1].capitalize()}"


def lead(slot: Slot) -> str:
    """What a slot is about, as it stands before its values on one line: "since", and of numbers "people killed:"."""
    about = scope(slot)
    return f"{about}:" if about and slot.name == "how many" else about


def many(noun: str) -> str:
    """A noun for several: "bodies", "people"; one that is in the plural already as it is.

    >>> [many(w) for w in ("child", "body", "wish", "boy", "pilots", "people", "aircraft", "american")]
    ['children', 'bodies', 'wishes', 'boys', 'pilots', 'people', 'aircraft', 'Americans']
    """
    noun = cased(noun)
    if noun in IRREGULAR or noun.endswith(ONE_FORM) or singular(noun) != noun:
        return noun
    if noun in PLURALS:
        return PLURALS[noun]
    cut, ending = next(((cut, end) for found, cut, end in ENDINGS if found.search(noun)), (0, "s"))
    return noun[: len(noun) + cut] + ending
