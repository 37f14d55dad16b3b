"""What the account settles of the kinds of its names, whatever the tags of single mentions say.

Whoever is addressed ("Mr. Oro") is a person wherever the surname stands; what is a firm by its form ("Oro Corp.") is
one under its bare name. A second language is a second module of the same names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rashomon.aliases import GROUPS
from rashomon.grammar import gender, people
from rashomon.grammar.forms import LEGAL

if TYPE_CHECKING:
    from rashomon.tokens import Token

INSIDE = frozenset({"in", "at", "near"})  # before a place: "the Oro Corp. plant in Oro"
BODIES = frozenset(tuple(name.lower().split()) for group in GROUPS for name in group)  # whatever the tags say
MOST = 2  # one in so many mentions may stand so before what is a firm: "a stake in Oro"
_Name = tuple[list["Token"], str]


def settled(names: Iterable[_Name]) -> Iterator[_Name]:
    """Each name with the kind (PER, ORG, LOC, MISC) that other mentions settle for it."""
    every = list(names)
    addressed = {words[-1].lower_ for words, _ in every if _addressed(words)}
    firms = {_form(words[:-1]) for words, _ in every if len(words) > 1 and _form(words)[-1] in LEGAL}
    seen = Counter(_form(words) for words, _ in every)
    inside = Counter(_form(words) for words, kind in every if _is_place(words, kind))
    firms = {form for form in firms if MOST * inside[form] < seen[form]}
    full = {words[-1].lower_ for words, kind in every if kind == "PER" and len(words) > 1 and _form(words) not in firms}
    for words, kind in every:
        form = _form(words)
        if kind == "ORG" and _begins_plainly(words):
            continue
        firm = form in firms and kind in ("PER", "LOC") and not {form[-1]} & (addressed | full)
        if form[-1] in addressed and (len(form) == 1 or form[0] in gender.GIVEN):
            yield words, "PER"
        elif firm or (form in BODIES and kind == "LOC"):
            yield words, "ORG"
        else:
            yield words, kind


def _begins_plainly(words: list[Token]) -> bool:
    """True for a word that only a sentence's begin writes with a capital: "Families of the dead", below "families"."""
    if len(words) > 1 or not words[0].is_sent_start or words[0].tag_ not in ("NNS", "NNPS"):
        return False
    others = [t.text for t in words[0].doc if t.lower_ == words[0].lower_ and not t.is_sent_start]
    return bool(others) and all(form.islower() for form in others)


def _form(words: Iterable[Token]) -> tuple[str, ...]:
    return tuple(t.lower_.strip(".") for t in words)


def _addressed(words: list[Token]) -> bool:
    """True for a name after "Mr." or "Ms.", inside it or before it."""
    title = words[0] if len(words) > 1 else words[0].nbor(-1) if words[0].i else words[0]
    return title is not words[-1] and title.lower_.strip(".") in people.ADDRESS


def _is_place(words: list[Token], kind: str) -> bool:
    return kind == "LOC" and words[0].i > 0 and words[0].nbor(-1).lower_ in INSIDE
