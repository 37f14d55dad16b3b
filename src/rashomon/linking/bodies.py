"""Names of bodies and places across accounts: initials, and forms that leave out whose or what kind they are."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from rashomon import gazetteer
from rashomon import name_forms as forms
from rashomon.grammar import people
from rashomon.grammar.forms import FIRM
from rashomon.linking.entities import Entity, one_or_many
from rashomon.types import Judgement, Link

ACRONYM = re.compile(r"(?:[A-Z]\.?){2,7}")
SMALL = frozenset("of the and for in on at to & de".split())
LANDS = frozenset("ocean sea island islands peninsula province prefecture desert".split())  # a place's name ends with


def acronyms(bodies: Sequence[Entity]) -> Iterator[Link]:
    """ "DRU" is "Delta Rowers Union" when the story has no other body with these initials."""
    full: dict[str, dict[str, Entity]] = defaultdict(dict)
    for e in bodies:
        for initials in _initials(e.form):
            full[initials].setdefault(e.identity, e)
    for e in bodies:
        short = re.sub(r"^[Tt]he\s+", "", e.form)
        if ACRONYM.fullmatch(short) and (found := full.get(short.replace(".", ""))):
            yield from one_or_many(e, [f for _, f in sorted(found.items())], "is short for")


def _initials(form: str) -> set[str]:
    """The initials of a name of two words or more, with and without small words; none of a name in capitals."""
    words = re.findall(r"[^\W\d_][\w'’]*", form)
    if sum(len(w) > 1 and w.casefold() not in SMALL for w in words) < 2 or form.isupper():
        return set()
    every = "".join(w[0].upper() for w in words if w.casefold() != "the")
    content = "".join(w[0].upper() for w in words if w.casefold() not in SMALL)
    return {i for i in (every, content) if len(i) > 1}


def called_shorter(bodies: Sequence[Entity], places: Sequence[Entity]) -> Iterator[Link]:
    """ "Rowers" is "Karsa Rowers" where Karsa is a place, "Security Council" is that of the United Nations, "Works
    College" the one "of Karsa", "Oro Airways" is "Oro" and "Oro Airlines", and "Vell" is "Vell Island", when the story
    has no other so called."""
    known = {e.form for e in places}
    whose: dict[str, dict[str, Entity]] = defaultdict(dict)  # what is left without the owner -> full names
    for e in bodies:
        for rest in _without_owner(e.form, known):
            whose[rest].setdefault(_owner_and(e.form, rest), e)
    for e in bodies:
        rest = _plain(e.form)
        if rest in whose and (not forms.is_body(e.form) or " " in rest) and e.kind == "organisation":
            found = [f for f in whose[rest].values() if f.identity != e.identity]
            yield from one_or_many(e, sorted(found, key=lambda f: f.key), "is short for")
    yield from _one_owner(bodies, known)
    yield from _without_kind([e for e in bodies if e.kind == "organisation"], FIRM | people.BODIES, known)
    yield from _without_kind(places, LANDS, ())


def _one_owner(bodies: Sequence[Entity], places: Collection[str]) -> Iterator[Link]:
    """ "UN Security Council" is the "United Nations Security Council"."""
    first: dict[str, Entity] = {}
    for e in bodies:
        for rest in _without_owner(e.form, places):
            key = _owner_and(e.form, rest)
            if key.startswith("=") and (other := first.setdefault(key, e)).identity != e.identity:
                because = f"{e.form} and {other.form} have one owner"
                yield Link("name", other.key, e.key, Judgement.SAME, 0.9, (because,))


def _without_owner(form: str, places: Collection[str]) -> Iterator[str]:
    """What a body's form says after the place, state or group that it belongs to."""
    words = re.sub(r"^[Tt]he\s+", "", form).split()
    for cut in range(1, len(words)):
        owner = " ".join(words[:cut])
        if owner in places or gazetteer.places(owner) or forms.identity(owner).startswith("="):
            yield _plain(" ".join(words[cut:]))


def _owner_and(form: str, rest: str) -> str:
    """A key for a body: whose it is, as the tables know it, and what it is."""
    return f"{forms.identity(_plain(form)[: -len(rest)].strip())} {rest}"


def _without_kind(entities: Sequence[Entity], kinds: Collection[str], places: Collection[str]) -> Iterator[Link]:
    """Names that are one without the word at their end that says what they are, or without "of" whom they are."""
    called: dict[str, dict[str, Entity]] = defaultdict(dict)
    for e in entities:
        for stem in _stems(e.form, kinds):
            called[stem].setdefault(e.identity, e)
    for e in entities:
        plain = _plain(e.form)
        full = [f for f in called.get(plain, {}).values() if f.identity != e.identity]
        if full and e.form not in places and not forms.is_body(e.form) and not forms.identity(plain).startswith("="):
            yield from one_or_many(e, sorted(full, key=lambda f: f.key), "is short for")


def _stems(form: str, kinds: Collection[str]) -> Iterator[str]:
    words = _plain(form).split()
    if len(words) > 1 and words[-1].strip(".") in kinds:
        yield " ".join(words[:-1])
    of = next((i for i, w in enumerate(words) if w in ("of", "for", "in") and i > 1), 0)
    if of:
        yield " ".join(words[:of])


def _plain(form: str) -> str:
    return re.sub(r"^the\s+", "", " ".join(form.casefold().split()))
