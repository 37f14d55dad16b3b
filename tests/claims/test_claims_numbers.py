"""Which mention a number belongs to, and what it does not count."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from rashomon.annotators import annotate
from rashomon.claims import extract
from rashomon.readers import document
from rashomon.types import Document, EventMention, Quantity, Span, Time
from tests.mentions import Said, account


def counts(document: Document) -> list[tuple[str, str]]:
    return [(c.words, c.scope) for c in extract([document]) if c.slot == "how many"]


def test_a_number_right_after_a_verb_counts_whom_it_was_done_to() -> None:
    text = "The fire killed 2 people and injured 5."
    killed = account("Herald", Said(text, "kill", "killed", (("number", "5"),), (), (("5", 5, 5, ""),)))
    [injured] = account("Herald", Said(text, "injure", "injured")).layer(EventMention)
    both = killed.with_layer(EventMention, (*killed.layer(EventMention), injured))
    assert counts(both) == [("5", "injured people")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The quake struck seven km (4 miles) east of Karsa.", ["seven"]),
        ("The quake struck 1,000 kilometres, or 621 miles, east of Karsa.", ["1,000"]),
        ("The quake struck 7 km and 9 miles east of Karsa.", ["7", "9"]),
    ],
)
def test_a_measure_told_again_in_another_unit_is_one_number(text: str, words: list[str]) -> None:
    told = extract(annotate([document(text)]))
    assert list(dict.fromkeys(c.words for c in told if c.slot == "how many")) == words


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        ("At least 43 people were killed and more than 70 were injured.", ["killed people", "injured people"]),
        ("A blast killed 10 people and wounded 20 others.", ["killed people", "injured people (part)"]),
        ("Ten people with serious injuries died.", ["killed people (part)"]),
        ("The blast left two dead and dozens injured.", ["killed people", "injured people"]),
        ("Two policemen died of their wounds.", ["killed policeman"]),
    ],
)
def test_what_is_said_of_one_toll_is_not_said_of_the_next(text: str, scopes: list[str]) -> None:
    told = extract(annotate([document(text)]))
    assert [c.scope for c in told if c.slot == "how many"] == scopes


def test_an_age_beside_a_junior_is_of_the_name() -> None:
    told = extract(annotate([document("Joseph Brook Jr., 49, ran away on foot.")]))
    assert {c.scope for c in told if c.words == "49"} == {"age of Brook"}


@pytest.mark.parametrize(
    "text", ["Ana Vale and Bo Oro, both 51, died in Karsa.", "An unknown number of people were evacuated on Friday."]
)
def test_an_age_and_an_unknown_number_count_nobody(text: str) -> None:
    assert counts(next(iter(annotate([document(text)])))) == []


def test_the_age_at_which_somebody_died_counts_nobody() -> None:
    roles = (("agent", "Orrin Vale"), ("number", "61"))
    assert (
        counts(account("Herald", Said("Orrin Vale died at 61.", "die", "died", roles, (), (("61", 61, 61, ""),)))) == []
    )


@pytest.mark.parametrize(("unit", "scopes"), [("pound weight", []), ("percent", [("12", "killed percent people")])])
def test_a_weight_beside_a_death_counts_nobody_and_a_share_counts_a_share(unit: str, scopes: list[object]) -> None:
    said = Said("12 people died.", "die", "died", (("agent", "12 people"),), (), (("12", 12, 12, "people"),))
    made = account("Herald", said)
    (found,) = made.layer(Quantity)
    assert counts(made.with_layer(Quantity, [replace(found, unit=unit)])) == scopes


@pytest.mark.parametrize(
    ("measure", "role", "unit", "scope"),
    [
        ("fine", "paid", "USD", "paid USD"),
        ("fine", "", "USD", "fine USD"),
        ("height", "", "metre", "height"),
        ("rise by", "", "percent", "rise by percent"),
        ("age", "", "year", "age of Vale"),
    ],
)
def test_a_measure_is_its_own_scope_with_what_was_done_by_it(measure: str, role: str, unit: str, scope: str) -> None:
    text = "Orrin Vale settled it for 12."
    said = Said(text, "settle", "settled", (("agent", "Orrin Vale"), ("number", "12")), (), (("12", 12, 12, ""),))
    made = account("Herald", said)
    (found,) = made.layer(Quantity)
    owner = Span(text.index("Vale"), text.index("Vale") + 4)
    measured = replace(found, measure=measure, role=role, unit=unit, owner=owner)
    assert counts(made.with_layer(Quantity, [measured])) == [("12", scope)]


@pytest.mark.parametrize(
    ("text", "length", "expected"),
    [
        ("Orrin Vale led an 18-month inquiry.", "18-month", [("18-month", "duration of lead")]),
        ("Orrin Vale led it ten minutes late.", "ten minutes", [("ten minutes", "delay")]),
        ("Orrin Vale led it for years.", "years", []),  # how many, nobody says
    ],
)
def test_how_long_and_how_late_are_numbers(text: str, length: str, expected: list[tuple[str, str]]) -> None:
    made = account("Herald", Said(text, "lead", "led", (("agent", "Orrin Vale"), ("number", length))))
    begin = text.index(length)
    lasted = Time(Span(begin, begin + len(length)), "DURATION", "P18M", None, "none", "test")
    assert counts(made.with_layer(Time, [lasted])) == expected


@pytest.mark.parametrize(
    ("text", "of", "scopes"),
    [
        ("Orrin Vale killed 12 men, including 3 of his guards.", "his guards", ["killed guard (part)"]),
        ("Orrin Vale killed 3 from Karsa.", "", ["killed people (part)"]),
        ("Orrin Vale killed 3 guards at each gate.", "guards", ["killed guard (part)"]),
        ("Orrin Vale killed 3 guards.", "guards", ["killed guard"]),
    ],
)
def test_some_of_a_total_are_marked_as_a_part(text: str, of: str, scopes: list[str]) -> None:
    said = Said(text, "kill", "killed", (("agent", "Orrin Vale"), ("number", "3")), (), (("3", 3, 3, of),))
    assert [scope for _, scope in counts(account("Herald", said))] == scopes


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A total of 10 people were killed.", ["killed people 10 10"]),
        ("Police said that a total of 30 houses were destroyed.", ["destroyed house 30 30"]),
        ("Losses exceeded 10%.", ["exceed percent 10 None"]),
        ("The death toll topped 300.", ["killed people 300 None"]),
        ("The city was hit by a 6.7 degree quake.", ["magnitude 6.7 6.7"]),
        ("Oro beat Vale in the primary, claiming 41 percent of the vote.", ["won vote percent 41 41"]),
        ("The genocide of 5,000 people shocked the world.", ["killed people 5000 5000"]),
        ("Ana Oro, a rower from Vell, died on Monday. She was 85.", ["age of Oro 85 85"]),
        ("Tim Vale is 44 and has three children.", ["age of Vale 44 44", "have child 3 3"]),
        ("Ana Oro was fifth. It was 85.", []),
        ("Oro added 16 points and Vale had 14.", ["add point 16 16", "have point 14 14"]),
        ("Four, including two women, were killed and 12 were hurt.",
         ["killed people 4 4", "killed woman (part) 2 2", "injured people 12 12"]),
        ("Oro won with 52 percent of the vote against 47 percent for Vale.", ["won vote percent 52 52"]),
        ("Oro leads Vale 45 percent to 38 percent.", ["lead percent 45 45"]),
    ],
)  # fmt: skip
def test_how_many_is_told_by_what_stands_around_the_number(text: str, told: list[str]) -> None:
    claims = [c for c in extract(annotate([document(text)])) if c.slot == "how many"]
    shown = [(c.scope, c.value.low, None if c.value.high == math.inf else c.value.high) for c in claims]
    assert [f"{scope} {low:g} {high if high is None else format(high, 'g')}" for scope, low, high in shown] == told


def test_the_second_of_two_numbers_of_one_verb_is_not_the_first() -> None:
    text = "Around 1,000 people are housed in tents and another 2,000 are waiting to be housed."
    told = [c for c in extract(annotate([document(text)])) if c.slot == "how many" and c.words == "Around 1,000"]
    assert len(told) == 1
