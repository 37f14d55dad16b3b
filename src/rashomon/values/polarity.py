"""Whether it happened, as the commitment of a holder: FactBank's certainty and polarity on [-3, 3]."""

from __future__ import annotations

import re

from rashomon.outcomes import opposed
from rashomon.types import Agreement, Value

# Sauri and Pustejovsky 2009: certain, probable, possible; Uu is uncommitted. Numbers as in the factuality corpora.
LABELS = {"CT+": 3.0, "PR+": 2.0, "PS+": 1.0, "Uu": 0.0, "PS-": -1.0, "PR-": -2.0, "CT-": -3.0}
SURE = 2.0  # from here on a holder commits to it
STATED = 1.5  # a state or an opinion
STEP = 1.5  # farthest apart that two commitments on one side still agree
# Words that say of what others told that it is not so, whatever they are said of.
_DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ials?)|reject(?:s|ed|ing)?|refut(?:e|es|ed|ing)|dismiss(?:es|ed|ing)?|disput(?:e|es|ed|ing)|"
    r"untrue|false|fals(?:ely|ehoods?)|baseless|groundless|unfounded|fabricat(?:ed|ions?)|hoax|lies?\b(?!\s+in)|myth)\b",
    re.IGNORECASE,
)
_NEGATED = re.compile(
    r"\b(?:no|not|never|none|nobody|nothing|neither|cannot|impossible|without)\b|n['’]t\b", re.IGNORECASE
)
_POSSIBLE = re.compile(r"\b(?:may|might|could|possibly|perhaps|maybe|unlikely)\b", re.IGNORECASE)


def parse(label: str) -> Value | None:
    """The value of a FactBank label; None for any other word.

    >>> parse("CT-").low
    -3.0
    """
    number = LABELS.get(label.strip())
    return None if number is None else Value("polarity", number, number)


def step(factuality: float) -> float:
    """The number of the nearest label to a graded commitment.

    >>> step(2.6), step(-1.9), step(1.4), step(0.3)
    (3.0, -2.0, 1.0, 0.0)
    """
    size = abs(factuality)
    reached = 3.0 if size >= 2.5 else 2.0 if size >= 1.5 else 1.0 if size >= 0.5 else 0.0
    return reached if factuality > 0 else -reached + 0.0


def compare(a: Value, b: Value) -> Agreement:
    """How two commitments stand.

    DENIES when one is committed to yes and the other to no, ARGUABLE when they lean apart. On one side they AGREE
    when both are committed, or when they are STEP apart; else, a possibility beside a certainty or beside no
    commitment, they are COMPATIBLE.

    >>> compare(Value("polarity", -3, -3), Value("polarity", 3, 3))
    <Agreement.DENIES: 'denies'>
    >>> compare(Value("polarity", 3, 3, "acquitted"), Value("polarity", 3, 3, "convicted"))
    <Agreement.CONFLICTS: 'conflicts'>
    """
    x, y = a.low or 0.0, b.low or 0.0
    if a.form and b.form and opposed(a.form, b.form):
        sure = min(abs(x), abs(y)) >= SURE
        if x > 0 and y > 0:
            return Agreement.CONFLICTS if sure else Agreement.ARGUABLE
        return Agreement.AGREES if sure and x * y < 0 else Agreement.COMPATIBLE  # "not killed" beside "alive"
    if x * y < 0 and min(abs(x), abs(y)) >= SURE:
        return Agreement.DENIES
    if x * y < 0:
        return Agreement.ARGUABLE
    if x == y or min(abs(x), abs(y)) >= SURE or (x * y > 0 and abs(x - y) <= STEP):
        return Agreement.AGREES
    return Agreement.COMPATIBLE


def denies(words: str) -> bool:
    """True for words that deny what others say: "denied", "untrue"; a negated denial denies nothing.

    >>> denies("the claims are untrue"), denies("did not deny it"), denies("never came")
    (True, False, False)
    """
    found = _DENIED.search(words)
    return bool(found) and not _NEGATED.search(words[: found.start()] if found else "")


def of_words(words: str) -> Value:
    """The commitment that a phrase shows by its words alone, where no event mention was read in it: a denial is
    certain; any other is a state or an opinion, and weaker than what is told as a happening.

    >>> of_words("unequivocally denied").low, of_words("poses no threat").low, of_words("is ongoing").low
    (-3.0, -1.5, 1.5)
    >>> of_words("may be open").low
    1.0
    """
    if denies(words):
        level = -3.0
    elif _POSSIBLE.search(words):
        level = 1.0
    else:
        level = -STATED if _NEGATED.search(words) else STATED
    return Value("polarity", level, level)
