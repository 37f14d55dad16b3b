"""What a toll counts. The killed, the injured and the arrested are people, whatever noun an account has for them, so
that "12 workers" and "ten people" stand in one table; the noun stays with the number, as they may be some of all.
"""

from __future__ import annotations

from functools import cache

from rashomon.common_nouns import ANYONE, FORCES, HUMANS
from rashomon.countries import countries
from rashomon.lexicon import HARMED
from rashomon.types import PART

PEOPLE = "people"
FLED = "fled"  # the role of one or a few who got away
# Roles of people, whatever noun an account has for them.
OF_PEOPLE = HARMED | {"attending", "aboard", "rescued", "freed", FLED}
# Nouns for the same people, by who tells of them: whose side one is on decides whether they are rebels or terrorists.
_KINDS = [
    frozenset(line.split())
    for line in """
prisoner inmate detainee convict
worker employee staffer labourer laborer colleague co-worker
militant insurgent rebel terrorist extremist jihadist gunman fighter
protester demonstrator marcher activist participant
pupil student schoolchild schoolgirl schoolboy
supporter fan spectator
refugee migrant
hostage captive
resident villager inhabitant local
policeman policewoman officer trooper
journalist reporter
attacker assailant gunman bomber
""".strip().splitlines()
]

CIVILIAN = "civilian"
_ARMED = FORCES.union(*(kind for kind in _KINDS if not kind.isdisjoint(("fighter", "officer", "attacker"))))


def toll(scope: str) -> tuple[str, str]:
    """The scope under which a number is compared, and the noun that it has for people there; "" for no noun of its own.

    >>> toll("killed soldier"), toll("killed people"), toll("destroyed house")
    (('killed people', 'soldier'), ('killed people', ''), ('destroyed house', ''))
    >>> toll("killed pilot sailor (part)")
    ('killed people (part)', 'pilot and sailor')
    """
    role, *nouns = scope.removesuffix(PART).split()
    known = role in OF_PEOPLE and bool(nouns) and all(_human(n) or n in _demonyms() for n in nouns)
    if not known or not ANYONE.isdisjoint(nouns):
        return scope, ""
    noun = " and ".join(filter(_human, nouns)) or " and ".join(nouns)  # "nine Palestinians"
    return f"{role} {PEOPLE}{PART if scope.endswith(PART) else ''}", noun


def is_people(unit: str) -> bool:
    """True for the noun that a toll has, where a number has a unit.

    >>> is_people("pilot and sailor"), is_people("kilometre")
    (True, False)
    """
    return all(_human(n) or n in _demonyms() for n in unit.split(" and "))


def _human(noun: str) -> bool:
    return noun in HUMANS or noun.endswith(("man", "woman"))


def one_kind(noun: str, other: str) -> bool:
    """True for two nouns that writers have for the same people.

    >>> one_kind("inmate", "prisoner"), one_kind("soldier", "troop"), one_kind("worker", "passenger")
    (True, True, False)
    """
    return any({noun, other} <= kind for kind in (FORCES, *_KINDS))


def among(noun: str, every: str) -> bool:
    """True for people of whom a noun for more tells, too: who bears no arms is a civilian.

    >>> among("child", "civilian"), among("soldier", "civilian"), among("fighter", "civilian")
    (True, False, False)
    """
    return every == CIVILIAN and noun not in _ARMED


def cased(noun: str) -> str:
    """A noun with the capital that people of a country have.

    >>> cased("american"), cased("soldier")
    ('American', 'soldier')
    """
    return noun.capitalize() if noun in _demonyms() else noun


@cache
def _demonyms() -> frozenset[str]:
    return frozenset(d.lower() for c in countries() for d in c.demonyms)
