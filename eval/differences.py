"""The baseline of `pairs`: every number, date or negation that differs is a conflict."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from eval.questions import Place

NEGATED = re.compile(r"\b(?:no|not|never|none|nobody|den(?:y|ies|ied)|false|untrue)\b|n['’]t\b", re.I)
NUMBER = re.compile(r"\d[\d,.]*\d|\d")
DATE = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\d{1,2}[:.]\d\d|[12]\d{3}"
    r"|(?:\d{1,2} )?(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z]*\.?(?: \d{1,2}\b)?)"
)
COUNTED = re.compile(r"(\d[\d,.]*\d|\d)[\s-]+([a-z]{3,})")
WORD = re.compile(r"[^\W\d_]{4,}")
SENTENCE = re.compile(r"[^.!?\n]+")
SHARED = 0.6  # of the words of the shorter of two sentences that are taken to tell the same


def relation(slot: str, a: str, b: str) -> str:
    """How two answers stand, by their words alone; who, whom and where never conflict."""
    if slot == "happened":
        return "conflicts" if bool(NEGATED.search(a)) != bool(NEGATED.search(b)) else "agrees"
    if a == b or (slot in ("how many", "when") and (digits := NUMBER.findall(a)) and digits == NUMBER.findall(b)):
        return "agrees"
    return "conflicts" if slot in ("how many", "when") else "compatible"


def differing(i: int, a: str, j: int, b: str) -> Iterator[tuple[str, Place, Place]]:
    """Slot and places of each difference between accounts *i* and *j*: numbers before the same noun; sentences of the
    same words that have other dates, or of which one is negated."""
    for x, y in product(COUNTED.finditer(a), COUNTED.finditer(b)):
        if x[2] == y[2] and x[1].replace(",", "") != y[1].replace(",", ""):
            yield "how many", (i, *x.span()), (j, *y.span())
    told = [[(m, set(WORD.findall(m[0].lower()))) for m in SENTENCE.finditer(text)] for text in (a, b)]
    for (x, one), (y, other) in product(*told):
        least = min(len(one), len(other))
        if least > 2 and len(one & other) >= SHARED * least:
            days = set(DATE.findall(x[0])), set(DATE.findall(y[0]))
            if days[0] - days[1] and days[1] - days[0]:
                yield "when", (i, *x.span()), (j, *y.span())
            if bool(NEGATED.search(x[0])) != bool(NEGATED.search(y[0])):
                yield "happened", (i, *x.span()), (j, *y.span())
