"""Which forms of an account are one person, body or place: a short form stands for the full one that it is part of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from itertools import chain, islice

from rashomon.aliases import JUNIOR, given_names
from rashomon.countries import countries
from rashomon.grammar import gender
from rashomon.grammar.abbreviations import initials

LOWER_PARTICLES = frozenset("al el bin ibn abu von van de der den di da la le du dos".split())
# What makes a name a firm's, whatever stands before, and what more a body is called without: "Oro Airlines", "Oro".
LEGAL = frozenset("inc corp corporation co company ltd limited plc llc ag nv gmbh oy oyj holdings".split())
FIRM = LEGAL | frozenset("airlines airways air group industries motors".split())
PAPERS = frozenset("times post journal herald gazette observer guardian tribune telegraph".split())  # "the Times"
HALVES = frozenset({"north", "south"})  # "the North" where the account names a state of that half
# What makes a bearer of a surname the one whom it stands for alone: see `_bearer`.
LAST, FIRST, FULL, GIVEN = 1.0, 1.1, 0.4, 2.0
OFTEN = 2  # times that anybody is named in full, in a headline and below it
BEARERS = 8  # of one surname that are weighed
Apart = tuple[tuple[str, ...], tuple[str, ...]]  # words of a short form and of a full one that it is not short for
_Key = tuple[str, str, str]  # kind, "first" or "last" or "initials" or "second last", and the word


class Entity:
    """Forms of one thing while the account is read. `seen` counts up: the thing named last has the highest."""

    __slots__ = ("alone", "first", "full", "given", "kind", "order", "seen", "titles", "whole", "words")

    def __init__(self, kind: str, full: str, order: int):
        self.kind, self.full, self.words, self.order, self.seen = kind, full, words(full), order, 0
        self.first = self.whole = self.given = self.alone = 0  # when it was named first; how often in full, by one name
        self.titles: dict[str, None] = {}


class Known:
    """The entities of an account, found by their words in time that does not grow with the account."""

    def __init__(self, apart: Collection[Apart]):
        self._apart, self._clock = apart, 0
        self._exact: dict[tuple[str, ...], Entity] = {}
        self._unseen: dict[_Key, dict[Entity, None]] = defaultdict(dict)  # oldest first
        self._seen: dict[_Key, dict[Entity, None]] = defaultdict(dict)  # last seen last

    def add(self, kind: str, form: str) -> Entity:
        """A new entity."""
        entity = Entity(kind, form, len(self._exact))
        self._exact[entity.words] = entity
        for key in _keys(kind, entity.words):
            self._unseen[key][entity] = None
        return entity

    def call(self, entity: Entity, form: str) -> None:
        """Let the account call an entity by another form from now on: "Delta Rowers (DERO)"."""
        self._exact.setdefault(words(form), entity)

    def see(self, entity: Entity, form: str) -> None:
        """Make it the one that was named last, by the words of a form: who is called "Elian" does not take the surname
        from another."""
        self._clock += 1
        entity.seen = self._clock
        entity.first = entity.first or self._clock
        called = words(form)
        entity.whole += called == entity.words
        entity.given += called == entity.words[:1]
        entity.alone += called == entity.words[-1:]
        for key in _keys(entity.kind, entity.words):
            self._unseen[key].pop(entity, None)
            if entity.kind == "person" and key[2] not in called and entity in self._seen[key]:
                continue
            self._seen[key].pop(entity, None)
            self._seen[key][entity] = None

    def match(self, kind: str, form: str) -> Entity | None:
        """What a form stands for: the entity of equal words, else one of its kind that contains them, those named last
        first, then in the order of arrival; else the only one that it may be short for in a looser way."""
        short = words(form)
        if short in self._exact:
            return self._exact[short]
        fits: dict[Entity, None] = {}
        latest: list[Entity] = []
        for key in _short_keys(kind, short):
            # "Kim" may stand before "Kim Jong Un", not "Kim Oro", unless another Oro needs telling from
            ahead = (e for e in self._ahead(key) if key[:2] != ("person", "first") or self._by_first_name(e))
            every = chain(reversed(self._seen.get(key, {})), ahead)
            bearers = [*islice((e for e in every if self._part(short, e)), BEARERS)]
            fits |= dict.fromkeys(bearers)
            latest += bearers[:1]
        last = next(
            (e for e in fits if LEGAL.issuperset(e.words[len(short) :]) and e.words[: len(short)] == short), None
        )
        last = last or max(latest, key=lambda e: (e.seen, -e.order), default=None)
        if last is not None and kind == "person" and last.seen:
            last = _bearer(short, [e for e in fits if e.seen], last)
        found = last or self._loosely(kind, short)
        if found is None and kind == "organisation" and short[:1] == ("the",):
            return self.match(kind, " ".join(short[1:]))
        return self.match("organisation", form) if found is None and kind == "other" else found

    def _ahead(self, key: _Key) -> Iterable[Entity]:
        """The entities that are named further down; a second surname is left out only after it was given."""
        return () if key[1] == "second last" else self._unseen.get(key, ())

    def _by_first_name(self, entity: Entity) -> bool:
        """True for who may be called by the first word of a name before it is given in full."""
        key = ("person", "last", entity.words[-1])
        shared = len(self._seen.get(key, {})) + len(self._unseen.get(key, {})) > 1
        return len(entity.words) > 2 or shared or entity.words[0] in gender.GIVEN

    def _part(self, short: tuple[str, ...], entity: Entity) -> bool:
        longer = len(short) < len(entity.words) and not (entity.words[-1] in JUNIOR and entity.words[:-1] == short)
        return longer and part(short, entity.words, entity.kind) and (short, entity.words) not in self._apart

    def _loosely(self, kind: str, short: tuple[str, ...]) -> Entity | None:
        """The only entity of a kind that one word may be short for: "Rivera" of "Ana Rivera Oro", whose second surname
        nobody uses; "Mitch" of "Mitchell Oro"; "Oro" of "Oro Airlines"; "the Times" of "the Oro Times"; "the North" of
        "North Karsa". "Mitch Oro" is "Mitchell Oro", too."""
        if kind == "person" and len(short) == 2 and (fuller := given_names().get(short[0])):
            key = (kind, "last", short[1])
            found = [e for e in chain(self._seen.get(key, ()), self._ahead(key)) if _given(e) & fuller]
            return found[0] if len(found) == 1 else None
        if len(short) != 1:
            return None
        keys = [(kind, end, short[0]) for end in ("first", "last")] if kind == "organisation" else []
        keys += [("place", "first", half) for half in HALVES & {*short}]
        if kind == "person":
            full = sorted(given_names().get(short[0], frozenset()) - {*short})
            keys = [(kind, "second last", short[0]), *((kind, "first", given) for given in full)]
        every = (e for key in keys for e in chain(self._seen.get(key, ()), self._ahead(key)))
        fits = dict.fromkeys(e for e in every if _loose(short[0], e) and (short, e.words) not in self._apart)
        return next(iter(fits)) if len(fits) == 1 else None


def _bearer(short: tuple[str, ...], bearers: Sequence[Entity], last: Entity) -> Entity:
    """Which of several people of one surname it stands for alone. The one named last, or the one whom the account named
    first; less so somebody whom it goes on naming in full, to tell him from the other, or calls by a first name."""
    first = min(bearers, key=lambda e: e.first)

    def weight(e: Entity) -> float:
        by_first_name = e.given > e.alone and short == e.words[-1:]
        return LAST * (e is last) + FIRST * (e is first) - FULL * max(e.whole - OFTEN, 0) - GIVEN * by_first_name

    return max(bearers, key=lambda e: (weight(e), e.seen))


def _given(entity: Entity) -> frozenset[str]:
    """The given names that the first word of a person's full name may be short for."""
    return given_names().get(entity.words[0], frozenset()) if len(entity.words) == 2 else frozenset()


def _loose(short: str, entity: Entity) -> bool:
    full = entity.words
    if entity.kind == "organisation":
        return len(full) > 1 and (FIRM.issuperset(full[1:]) if short == full[0] else short in PAPERS)
    if entity.kind == "person" and short == full[-2:][0]:  # a given name there is a middle name
        return len(full) > 2 and short not in gender.GIVEN and len(short) > 2
    return len(full) > 1


def words(form: str) -> tuple[str, ...]:
    """The words of a form in lower case, hyphens as spaces, without marks at their edges.

    >>> words("“Ana” Oro-Vale, Jr.")
    ('ana', 'oro', 'vale', 'jr')
    """
    every = (w.strip(".,'’\"“”()").lower() for w in form.replace("-", " ").split())
    return tuple(w for w in every if w)


def _keys(kind: str, full: tuple[str, ...]) -> Iterator[_Key]:
    """Where a full form is looked for: by its ends, and an organisation by its initials."""
    if not full:
        return
    if kind in ("person", "organisation"):
        yield kind, "first", full[0]
        yield kind, "last", full[-1]
    if kind == "organisation":
        yield kind, "initials", initials(full)
    if kind == "person" and len(full) > 2:
        yield kind, "second last", full[-2]
    if kind == "place" and full in _halved():
        yield kind, "first", full[0]


@cache
def _halved() -> frozenset[tuple[str, ...]]:
    """The states that are one half of what both bear the name of."""
    names = {words(c.name) for c in countries()}
    return frozenset(n for n in names if n[0] in HALVES and all((half, *n[1:]) in names for half in HALVES))


def _short_keys(kind: str, short: tuple[str, ...]) -> Iterator[_Key]:
    """Where the full forms of a short one are found; see `part`."""
    if kind == "organisation" and len(short) == 1:
        yield kind, "initials", short[0]
    elif short and kind in ("person", "organisation"):
        yield kind, "first", short[0]
        yield kind, "last", short[-1]


def part(short: tuple[str, ...], full: tuple[str, ...], kind: str) -> bool:
    """True if a form may be short for a full one of its kind.

    A person's short form must end or begin the full one, so that "Ali" is not every Ali in the middle of a name.
    """
    n = len(short)
    if kind == "person":
        plain = short[1:] if len(short) > 1 and short[0] in LOWER_PARTICLES else short
        ends = full[-n:] == short or full[-len(plain) :] == plain
        given_and_last = n > 1 and short[0] == full[0] and short[-1] == full[-1]
        return ends or full[:n] == short or given_and_last
    if kind == "organisation":
        acronym = n == 1 and len(short[0]) > 1 and short[0] == initials(full)
        return acronym or (n > 1 and short in (full[-n:], full[:n]))
    return False
