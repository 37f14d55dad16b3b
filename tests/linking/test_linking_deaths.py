"""Deaths meet the one disaster of their story, and the numbers of their holders meet in one slot."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rashomon.claims import extract
from rashomon.linking import link, links_within
from rashomon.linking.deaths import death_links
from rashomon.linking.told import Told
from rashomon.record import assemble
from rashomon.types import Agreement, Event, Judgement, Link, Record, Value
from tests.mentions import Said, account

NAMES = [("Karsa", "place"), ("Delta", "place"), ("Orrin Vale", "person"), ("Tam Brook", "person")]
BLAST = Said("A shed exploded at Karsa on Monday.", "explode", "exploded", (("agent", "A shed"), ("place", "Karsa")),
             (("Monday", "2015-03-16"),))  # fmt: skip
NINE = Said("The blast at Karsa took the lives of 9 people.", "take", "took",
            (("agent", "The blast at Karsa"), ("patient", "the lives")),
            numbers=(("9", 9, 9, "people"),), by="Orrin Vale")  # fmt: skip

VOTE = Said("Tam Brook won the vote in Delta.", "win", "won", (("agent", "Tam Brook"), ("patient", "the vote")))


def bodies(low: float, high: float) -> Said:
    text = "Crews at Karsa recovered 14 bodies from the shed."
    roles = (("agent", "Crews"), ("patient", "14 bodies"))
    return Said(text, "recover", "recovered", roles, numbers=(("14", low, high, "bodies"),), by="Tam Brook")


def record(*accounts: tuple[str, tuple[Said, ...]]) -> Record:
    documents = [account(outlet, *said, names=NAMES, day="2015-03-17") for outlet, said in accounts]
    claims = list(extract(documents))
    return assemble(documents, claims, link(documents, claims))


def relations(found: Record) -> list[Agreement]:
    return [r.agreement for e in found.events for s in e.slots if s.scope == "killed people" for r in s.relations]


def deadly(found: Record) -> list[Event]:
    return [e for e in found.events if any(s.scope == "killed people" for s in e.slots)]


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [(14, float("inf"), Agreement.CONFLICTS), (12, 16, Agreement.CONFLICTS), (8, 99, Agreement.COMPATIBLE)],
)
def test_tolls_of_two_named_sources_meet_however_they_are_worded(low, high, expected) -> None:
    found = record(("Courier", (BLAST, NINE)), ("Times", (BLAST, bodies(low, high))))
    assert len(deadly(found)) == 1
    stands = relations(found)
    assert stands == [expected] or (expected is Agreement.COMPATIBLE and Agreement.CONFLICTS not in stands)


def test_a_number_beside_a_pronoun_is_no_toll() -> None:
    fans = Said("Orrin Vale died 4 him.", "die", "died", (("agent", "Orrin Vale"),), numbers=(("4", 4, 4, "him"),))
    found = record(("Courier", (BLAST, NINE)), ("Times", (BLAST, fans)))
    assert sorted(len(e.mentions) for e in found.events) == [1, 3]


def test_deaths_of_another_day_stay_apart() -> None:
    old = Said("Crews recovered 14 bodies in Delta in May.", "recover", "recovered",
               (("agent", "Crews"), ("patient", "14 bodies")), (("May", "2014-05-01"),),
               (("14", 14, 14, "bodies"),))  # fmt: skip
    found = record(("Courier", (BLAST, NINE)), ("Times", (BLAST, old)))
    assert len(deadly(found)) == 2
    assert Agreement.CONFLICTS not in relations(found)


def test_who_found_the_dead_did_not_kill_them() -> None:
    found = record(("Courier", (BLAST, NINE)), ("Times", (BLAST, bodies(14, 14))))
    who = [p.value.form for e in deadly(found) for s in e.slots if s.name == "who" for p in s.positions]
    assert "Crews" not in who


@pytest.mark.parametrize(
    ("where", "denied"),
    [("in Delta", True), ("at Karsa", False)],
)
def test_forces_that_were_killed_where_none_were_sent_deny_the_denial(where: str, denied: bool) -> None:
    no = Said("No Iranian troops have been sent to Delta.", "send", "sent",
              (("patient", "No Iranian troops"), ("place", "Delta")), factuality=-3, by="Orrin Vale")  # fmt: skip
    yes = Said(f"Iranian fighters were killed {where}.", "kill", "killed", (("patient", "Iranian fighters"),))
    found = record(("Courier", (yes, no)))
    stands = [r.agreement for e in found.events for s in e.slots if s.name == "happened" for r in s.relations]
    assert (Agreement.DENIES in stands) == denied


def test_dancers_who_flood_a_field_are_no_disaster() -> None:
    died = Said("By night 4 people died.", "die", "died", (("patient", "4 people"),), numbers=(("4", 4, 4, "people"),))

    def told(who: str) -> Record:
        roles = (("agent", who), ("patient", "the field"), ("place", "Karsa"))
        flood = Said(f"{who} flooded the field at Karsa.", "flood", "flooded", roles)
        return record(("Courier", (flood, died)))

    assert not any(len(e.mentions) > 1 for e in told("Dancers").events)
    assert any(len(e.mentions) > 1 for e in told("Water").events)


def test_who_dies_for_somebody_is_the_only_victim() -> None:
    def died(text: str, factuality: float) -> Said:
        roles = (("patient", text.split()[0]), ("patient", "Orrin Vale"))
        return Said(text, "die", "died", roles, factuality=factuality)

    yes, no = died("We died for Orrin Vale.", 3.0), died("Crews never died for Orrin Vale.", -3.0)
    assert not any(len(e.mentions) > 1 for e in record(("Courier", (yes,)), ("Times", (no,))).events)


def test_what_one_account_of_several_tells_is_no_disaster_of_their_story() -> None:
    """One story, as of chronologies of a year, is compared whole."""

    def joined(*others: str) -> bool:
        said = [("Courier", (BLAST, NINE)), ("Times", (bodies(12, 16),))]
        said += [(name, (VOTE,)) for name in others]
        documents = [account(outlet, *told, names=NAMES, day="2015-03-17") for outlet, told in said]
        links = links_within(documents, list(extract(documents)))
        return any("the disaster of its story" in link.because for link in links)

    assert joined()
    assert not joined("Herald", "Mail", "Post")


SHELLS = Said("Shells hit the market of Karsa on Monday.", "hit", "hit",
              (("agent", "Shells"), ("patient", "the market of Karsa")), (("Monday", "2015-03-16"),))  # fmt: skip
BURIED = Said("The guards buried nine people.", "kill", "buried", (("patient", "nine people"),),
              numbers=(("nine", 9, 9, "people"),), by="Orrin Vale")  # fmt: skip


@pytest.mark.parametrize(
    ("day", "one"),
    [("2015-03-16", True), ("2015-03-10", False)],
)
def test_attacks_of_one_day_are_the_disaster_of_the_dead_of_two_accounts(day: str, one: bool) -> None:
    raid = Said(
        "An attack on Karsa began on that day.", "attack", "attack", (("patient", "Karsa"),), (("that day", day),)
    )
    documents = [
        account("Courier", SHELLS, BURIED, names=NAMES, day="2015-03-17"),
        account("Times", raid, bodies(12, 16), names=NAMES, day="2015-03-17"),
    ]
    links = links_within(documents, list(extract(documents)))
    assert any("the disaster of its story" in link.because for link in links) is one


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, [("a:attack", "a:die"), ("a:attack", "b:die")]),
        ({"past": False}, [("a:attack", "a:die"), ("a:attack", "b:die")]),
        ({"lead": False}, []),  # background, for all that the account says
    ],
)
def test_reports_of_an_attack_long_over_count_its_dead(change: dict[str, object], expected: list[object]) -> None:
    """Two accounts that both open with the attack of one old day, and tell of another attack without a day below."""
    none: frozenset[str] = frozenset()
    plain = Told("a:attack", "a", 0, 0, "attack", 3.0, none, none, none, none, (), (), {})
    first = replace(plain, **{"past": True, "lead": True} | change, dates=(Value("date", 100.0, 101.0, "2031-04-11"),))
    dead = replace(plain, id="a:die", predicate="die", sentence=90, numbers={"killed people": Value("number", 9, 9)})
    other = replace(plain, id="a:raid", predicate="raid", sentence=50)
    there = [replace(t, id=t.id.replace("a:", "b:", 1), document="b") for t in (first, other, dead)]
    same = Link("event", first.id, there[0].id, Judgement.SAME, 0.9, ())
    links = death_links([first, other, dead, *there], [same])
    assert [(ln.left, ln.right) for ln in links if ln.right.endswith("die")] == expected


@pytest.mark.parametrize(("others", "joined"), [(1, False), (3, True), (0, True)])
def test_the_death_of_one_is_told_by_itself_unless_somebody_counts_otherwise(others: int, joined: bool) -> None:
    """Each account tells of the shooting and the death in one sentence."""
    none: frozenset[str] = frozenset()
    shot = Told("a:shoot", "a", 0, 0, "shoot", 3.0, none, none, none, none, (), (), {})
    dead = replace(shot, id="a:die", predicate="die", numbers={"killed people": Value("number", 1, 1)})
    there = [replace(t, id=t.id.replace("a:", "b:", 1), document="b") for t in (shot, dead)]
    there[1] = replace(there[1], numbers={"killed guard": Value("number", others, others)})
    found = {(ln.left, ln.right) for ln in death_links([shot, dead, *there], [])}
    assert (("a:shoot", "a:die") in found) is joined
