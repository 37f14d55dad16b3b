"""What each number of a plain sentence counts or measures."""

from __future__ import annotations

import pytest

from rashomon.annotators import annotate
from rashomon.claims import extract
from rashomon.readers import document


def scopes(text: str) -> list[tuple[str, str]]:
    told = extract(annotate([document(text)]))
    return list(dict.fromkeys((c.words, c.scope) for c in told if c.slot == "how many"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Officials put the death toll at 41.", [("41", "killed people")]),
        ("She mourned the death of her aunt, who had four children.", [("four", "have child")]),
        ("The governor put the number of dead at 41.", [("41", "killed people")]),
        ("The number of people killed in the quake has reached 500.", [("500", "killed people")]),
        ("The number of people injured in the quake topped 50.", [("50", "injured people")]),
        ("None of those doctors were killed.", [("None of those doctors", "killed doctor (part)")]),
        ("None of those on board were killed.", [("None of those on board", "killed people")]),
        ("The storm left nine people dead.", [("nine", "killed people")]),
        ("The storm left nine dead and 2,000 homeless.", [("nine", "killed people"), ("2,000", "displaced people")]),
        ("Two gunmen fled the scene.", [("Two", "fled gunman")]),
        ("Four families fled the village.", [("Four", "displaced family")]),
        ("More than 9,000 people fled the village.", [("More than 9,000", "displaced people")]),
        ("More than 100 people are feared dead.", [("More than 100", "killed people")]),
        ("Nine people are believed to have drowned.", [("Nine", "killed people")]),
        ("The dead included five children.", [("five", "killed child")]),
        ("Twelve people, five of them children, were killed.",
         [("Twelve", "killed people"), ("five", "killed child (part)")]),
        ("A family of five was killed.", [("five", "killed people")]),
        ("The gunman killed a mother of three.", [("a mother", "killed mother"), ("three", "children")]),
        ("The sinking claimed the life of a mother of 12.", [("12", "children")]),
        ("He was arrested five buildings away.", []),
        ("He received two life sentences.", [("two", "sentenced sentence")]),
        ("Nine people were killed in 20 cities.", [("Nine", "killed people")]),
        ("Two of the three victims died.", [("Two", "killed people (part)")]),
        ("Police made 86 arrests.", [("86", "arrested arrest")]),
        ("Three dead after a bomb hits a bank", [("Three", "killed people")]),
        ("A march ends in violence, 3 dead", [("3", "killed people")]),
        ("2 Dead, 1 Wounded in Shooting at Plant", [("2", "killed people"), ("1", "injured people")]),
        ("At least 20 missing after ferry sinks", [("At least 20", "missing people")]),
        ("Police said 18 people had been injured in the violence and 12 arrested for carrying weapons.",
         [("18", "injured people"), ("12", "arrested people")]),
        ("Three die in bank during riots", [("Three", "killed people")]),
        ("The star missed four games.", [("four", "miss game")]),
        ("He was arrested four times.", [("four", "arrest time")]),
        ("A strong 6.7-strength quake hit Vell.", [("6.7", "magnitude")]),
        ("Ana Oro, swimming star, dies at 91.", [("91", "age of Oro")]),
        ("Ana Oro died in 2002 at age 61.", [("61", "age of Oro")]),
        ("Workers evacuated several buildings.", [("several", "evacuate building")]),
        ("Two helicopters began moving the injured.", [("Two", "move helicopter")]),
        ("Hundreds of people were expected to gather in Karsa.", [("Hundreds of", "attending people")]),
        ("The crowd was estimated at 5,000.", [("5,000", "attending people")]),
        ("The island has a population of 120,000.", [("120,000", "have population")]),
        ("The plane had 48 people on board.", [("48", "aboard people")]),
        ("The leak includes 11.5 million records.", [("11.5 million", "include record")]),
        ("The White House was looking at five sites for the talks.", [("five", "look site")]),
        ("The bombings killed 259 people, including 12 guests.",
         [("259", "killed people"), ("12", "killed guest (part)")]),
        ("The state planned to pay the first 32 death claims.", [("32", "paid claim")]),
        ("Twelve rescue workers arrived in Vell.", [("Twelve", "arrive worker")]),
        ("He scored with two free throws.", [("two", "score throw")]),
        ("Rebels freed 50 prisoners in Mola.", [("50", "freed prisoner")]),
        ("The agency released 22 documents.", [("22", "release document")]),
        ("His two brothers, 17 and 22, were arrested.",
         [("17", "age of brothers"), ("22", "age of brothers"), ("two", "arrested brother")]),
        ("Tens of thousands took part in a march.", [("Tens of thousands", "attending people")]),
        ("The town buried many of the 52 people gunned down by the army.", [("52", "killed people")]),
        ("The quake killed 15 people in Vell and nine in Karsa.",
         [("15", "killed people (part)"), ("nine", "killed people (part)")]),
        ("The death toll rose to 32 from 28.", [("32", "killed people")]),
        ("The flood raised the toll from 31 to at least 51.", [("at least 51", "killed people")]),
        ("Twelve people died and another 30 were hurt.",
         [("Twelve", "killed people"), ("another 30", "injured people (part)")]),
        ("The death toll from Monday's quake in Oro stands at 28.", [("28", "killed people")]),
        ("Corvo offered $14 billion for its rival Tessel.", [("$14 billion", "deal USD")]),
        ("Half of the homes were damaged.", [("Half", "destroyed percent home")]),
    ],
)  # fmt: skip
def test_what_is_counted(text: str, expected: list[tuple[str, str]]) -> None:
    assert scopes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oro rose 6% to $61.", [("6%", "rise by percent"), ("$61", "rise to USD")]),
        ("The index was up 6% to 7,265.", [("6%", "rise by percent"), ("7,265", "rise to")]),
        ("The index fell 300 points, or 2 percent, to 14,100.",
         [("300", "fall point"), ("2 percent", "fall by percent"), ("14,100", "fall to")]),
        ("Unemployment rose from 3 to 5 percent.", [("3", "rise from percent"), ("5 percent", "rise to percent")]),
        ("Oro raised its offer to $82 a share from $70.",
         [("$82", "deal per share USD"), ("$70", "earlier deal per share USD")]),
        ("Police recovered 80 percent of the loot.", [("80 percent", "recover percent loot")]),
        ("The quake destroyed 70 percent of the houses.", [("70 percent", "destroyed percent house")]),
        ("The storm caused $40 million in damage.", [("$40 million", "damages USD")]),
        ("The deal is worth $3 billion.", [("$3 billion", "deal USD")]),
        ("Oro asked for a contract worth $200 million.", [("$200 million", "price USD")]),
        ("A necklace worth £1.2m was stolen.", [("£1.2m", "price GBP")]),
        ("The budget includes $3 billion for schools.", [("$3 billion", "include USD")]),
        ("The ship carried 3,000 tonnes of wheat.", [("3,000", "weight of wheat")]),
        ("Winds reached 120 mph.", [("120", "wind speed")]),
        ("The quake measured 6.1 on the Richter scale.", [("6.1", "magnitude")]),
        ("A 6.1-magnitude quake struck Karsa.", [("6.1", "magnitude")]),
    ],
)  # fmt: skip
def test_what_is_measured(text: str, expected: list[tuple[str, str]]) -> None:
    assert scopes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mission will last 22 days.", [("22 days", "duration of last")]),
        ("The deal will close within a year.", [("a year", "time to close")]),
        ("He was sentenced to 12 years in prison.", [("12 years", "prison term")]),
        ("The flight was delayed by ten minutes.", [("ten minutes", "delay")]),
        ("The attack came two days after the vote.", []),
    ],
)
def test_how_long(text: str, expected: list[tuple[str, str]]) -> None:
    assert scopes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nobody was hurt in the fire.", [("injured people", 0), ("killed people", 0)]),
        ("No one was injured, police said.", [("injured people", 0)]),
        ("None of the passengers was killed.", [("killed passenger", 0)]),
        ("No civilians died.", [("killed civilian", 0)]),
        ("There were no injuries in the crash.", [("injured people", 0)]),
        ("No deaths or injuries were reported.", [("killed people", 0), ("injured people", 0)]),
        ("The quake caused no casualties.", [("injured people", 0), ("killed people", 0)]),
        ("No one else was hurt.", []),
        ("No serious injuries were reported.", []),
        ("Nobody killed him.", []),
        ("He was not hurt.", []),
        ("A soldier was killed.", [("killed soldier", 1)]),
        ("Another man was wounded.", [("injured man (part)", 1)]),
        ("A man killed two women.", [("killed woman", 2)]),
        ("A plant worker who had been suspended on Monday shot and killed two women.", [("killed woman", 2)]),
        ("One missile hit the town of Velm on Friday.", [("hit missile", 1)]),
        ("A missile hit the town of Velm on Friday.", []),
        ("A soldier may have been killed.", []),
    ],
)
def test_nobody_is_none_and_somebody_is_one(text: str, expected: list[tuple[str, float]]) -> None:
    told = extract(annotate([document(text)]))
    assert [(c.scope, c.value.low) for c in told if c.slot == "how many"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lawmakers approved the budget by 52 votes to 48.", {"majority vote": 52, "minority vote": 48}),
        ("The Senate voted 52-48 on Tuesday to confirm the judge.", {"majority vote": 52, "minority vote": 48}),
        ("The motion was rejected by 48 percent to 52.", {"majority vote percent": 52, "minority vote percent": 48}),
        ("The measure passed with 52 percent of the vote.", {"majority vote percent": 52}),
        ("Some 38 percent voted against the treaty.", {"minority vote percent": 34.2}),
        ("Ivo Marek won 71 percent of the vote.", {"won vote percent": 71}),
        ("The board approved 10 to 20 projects.", {"approve project": 10}),
        ("The council voted to raise the tax by 2-3 percent.", {"raise by percent": 2}),
        ("The team won 3-1 on Tuesday.", {}),
        ("Karsa defeated Vell 3-0 on Monday.", {}),
        ("The amendment was defeated 52-48.", {"majority vote": 52, "minority vote": 48}),
        ("Citizens abroad voted from March 1-8.", {}),
    ],
)
def test_votes_are_counted_by_side(text: str, expected: dict[str, float]) -> None:
    told = extract(annotate([document(text)]))
    assert {c.scope: pytest.approx(c.value.low) for c in told if c.slot == "how many"} == expected


def test_who_says_that_nobody_was_hurt_is_sure_of_the_zero() -> None:
    [zero] = [c for c in extract(annotate([document("There were no injuries, police said.")])) if c.slot == "how many"]
    assert zero.factuality > 1.25 and zero.commitments[-1] == zero.factuality
