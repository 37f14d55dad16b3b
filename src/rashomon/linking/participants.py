"""What a participant is known by across accounts: a name as joined there, or a folded noun."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from rashomon import name_forms as forms
from rashomon.common_nouns import FORCE, FORCES, POLICE, of_police, singular
from rashomon.timex.words import MONTHS, WEEKDAYS
from rashomon.types import Claim, Document, Name, Span
from rashomon.values import place

_EMPTY = frozenset(
    "the a an and or of in on at for to by with from their its his her our some any no other own new more "
    "at least about people person man woman group official member "
    "tonne ton kg kilogram gram pound yard mile metre meter kilometre kilometer km foot feet inch percent".split()
)


# What "took money" and "was paid 400,000 dollars" have in common.
MONEY = frozenset(
    "bribe cash payment cent dinar dollar euro franc krona krone lira peso rial rouble ruble rupee yen yuan".split()
)


class Word(NamedTuple):
    """What a participant is known by: a name as joined, or a folded noun; and the words to show for it."""

    key: str
    name: bool
    shown: str


class Named:
    """The names of an account by place, each with what it is joined with across accounts."""

    def __init__(self, document: Document, names: Mapping[str, str]):
        self._document, self._names = document, names
        self._layer = document.layer(Name)
        self._identities: dict[str, str] = {}

    def knows(self, form: str) -> bool:
        """True for a name that is some entity's fullest form in the account."""
        return f"{self._document.id}:{form}" in self._names and forms.is_name(form)

    def opens(self, claim: Claim) -> bool:
        """True if the first word of a description has its capital from where it stands: "*Shells* hit the town"."""
        begin, text = claim.evidence.begin, self._document.text
        before = text[max(0, begin - 4) : begin].rstrip(" \t“‘\"'")
        initial = not before or before[-1] in ".!?:\n"
        form = claim.value.form
        first = form.split(" ", 1)[0]
        own = text.startswith(first, begin) and form[1:].islower() and not forms.identity(first).startswith("=")
        return initial and own and not self._layer.touching(Span(begin, begin + 1))

    def joined(self, entity: str) -> str:
        """The name that an entity has across accounts."""
        return self._names.get(f"{self._document.id}:{entity}", entity)

    def identity(self, entity: str) -> str:
        """Equal for entities that are surely one."""
        if entity not in self._identities:
            self._identities[entity] = forms.identity(self.joined(entity)).lstrip("=")
        return self._identities[entity]

    def people(self) -> dict[str, int]:
        """The last names of all people, as they sound, with how often; most often first, then by their first place."""
        named = (self.joined(n.entity) for n in self._layer if n.kind == "person")
        counts = Counter(forms.sound(words[-1]) for name in named if (words := name.lower().split()))
        return dict(sorted(counts.items(), key=lambda item: -item[1]))

    def persons(self) -> frozenset[str]:
        """What each person is known by."""
        return frozenset(self.identity(n.entity) for n in self._layer if n.kind == "person")

    def within(self, span: Span) -> list[Word]:
        """The names inside a span."""
        inside = (n.entity for n in self._layer.touching(span) if span.covers(n.span))
        return [Word(self.identity(entity), True, self.joined(entity)) for entity in inside if forms.is_name(entity)]

    def places(self, span: Span) -> Iterator[str]:
        """The places inside a span, each with what it lies in."""
        for n in self._layer.touching(span):
            if n.kind == "place" and span.covers(n.span):
                yield from place.steps(n.entity)


def known_by(claim: Claim, named: Named) -> Iterator[Word]:
    """The name that fills a claim; of a description the names in it and its folded nouns."""
    if named.knows(claim.value.form):
        key = named.identity(claim.value.form)
        yield Word(key, not forms.is_office(key), named.joined(claim.value.form))
        return
    form = claim.value.form
    if form == claim.holders[0] and claim.words.lower() != form.lower():  # "we" of who publishes the account
        yield Word(named.identity(form), True, form)
        return
    yield from named.within(claim.evidence)
    yield from folded(form[:1].lower() + form[1:] if named.opens(claim) else form)


def folded(description: str) -> Iterator[Word]:
    """The words of a description: states by their table, armed people as one, nouns without plural.

    >>> [(w.key, w.name) for w in folded("Iranian commanders")]
    [('iran', True), ('#forces', False)]
    >>> [(w.key, w.name) for w in folded("the town's cars")]
    [('town', False), ('car', False)]
    """
    words = re.findall(r"[^\W\d_]{2,}", description)  # not the "s" of "China's"
    beside = [w.lower() for w in words]
    for word, low in zip(words, beside, strict=True):
        if low in WEEKDAYS or (low in MONTHS and word != low):
            continue  # "the attack on Monday"
        key = "" if word == low else forms.identity(word)  # a car is no CAR
        if key.startswith("="):
            yield Word(key.lstrip("="), True, word)
        elif word == low and of_police(singular(low), beside) and not any(map(str.istitle, words)):
            yield Word(POLICE, False, low)
        elif low in FORCES or low.rstrip("s") in FORCES:
            yield Word(FORCE, False, low)
        elif low.rstrip("s") in MONEY:
            yield Word("money", False, low)
        elif low not in _EMPTY:
            yield Word(low.rstrip("s"), False, low) if word[0].islower() else Word(forms.sound(low), True, word)
