"""What speaks for and against one event, on mentions made by hand."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import product

import pytest

from rashomon.common_nouns import FORCE
from rashomon.linking.compare import veto
from rashomon.linking.days import overlap
from rashomon.linking.features import doubt_of, other_people, possible, same_time, score
from rashomon.linking.told import Told
from rashomon.types import Value

NONE: frozenset[str] = frozenset()
ONE = Told("a:1", "a", 0, 0, "open", 3.0, NONE, NONE, NONE, NONE, (), (), {})
OTHER = replace(ONE, id="b:1", document="b")
KARSA = Value("place", form="Karsa")
DAY = Value("date", 100.0, 101.0, "2031-05-03")


@pytest.mark.parametrize(
    ("change", "likelier"),
    [
        ({"predicate": "close"}, False),
        ({"agents": frozenset({"orrin vale"})}, False),  # only one has it: nothing in common
        ({"figures": frozenset({"7"})}, False),
        ({"dates": (DAY,)}, True),
        ({"around": frozenset({"dam", "karsa"})}, True),
        ({"about": frozenset({"vale"}), "people": frozenset({"vale"})}, True),
    ],
)
def test_what_both_have_speaks_for_one_event(change: dict[str, object], likelier: bool) -> None:
    both = score(replace(ONE, **change), replace(OTHER, **change), 0.6)[0]
    one = score(replace(ONE, **change), OTHER, 0.6)[0]
    assert both > one if likelier else both >= one


def test_who_accuses_does_one_thing_and_who_says_many() -> None:
    said, accused, denied = (
        score(replace(ONE, predicate=word), replace(OTHER, predicate=word), 0.6)[0]
        for word in ("say", "accuse", "deny")
    )
    assert said < accused == denied


def test_accounts_about_other_people_tell_other_events() -> None:
    a = replace(ONE, about=frozenset({"vale"}), people=frozenset({"vale"}))
    b = replace(OTHER, about=frozenset({"brook"}), people=frozenset({"brook"}))
    assert score(a, b, 0.6)[0] < score(ONE, OTHER, 0.6)[0]


@pytest.mark.parametrize(
    ("theirs", "names", "other"),
    [
        ("ada brook", "ada brook", True),
        ("lee vale", "lee vale", False),  # a word of the name is the same
        ("ada brook", "ada brook,karsa", False),  # somebody takes part in both
        ("moscow", "moscow", False),  # no person
    ],
)
def test_what_is_done_to_other_people_is_another_deed(theirs: str, names: str, other: bool) -> None:
    people = frozenset({"orrin vale", "ada brook", "lee vale"})
    vale, found = frozenset({"orrin vale"}), frozenset({theirs})
    a = replace(ONE, patients=vale, names=vale | {"karsa"}, persons=vale)
    b = replace(OTHER, patients=found, names=frozenset(names.split(",")), persons=found & people)
    assert (other_people(a, b, 0.0)[0] > 0) is other
    assert (score(a, b, 0.6)[0] < score(a, replace(b, persons=NONE), 0.6)[0]) is other


def test_the_more_accounts_tell_the_more_alike_sentences_must_be() -> None:
    few = [replace(ONE, id=f"a:{n}") for n in range(6)]
    many = [replace(ONE, id=f"a:{n}") for n in range(60)]
    assert doubt_of(few) == 0.0 < doubt_of(many)
    assert score(ONE, OTHER, 0.5, doubt_of(many))[0] < 0.1 < score(ONE, OTHER, 0.5)[0]
    assert score(ONE, OTHER, 1.0, doubt_of(many)) == score(ONE, OTHER, 1.0)


def test_what_two_chronologies_tell_under_one_day_is_not_doubted():
    here, there, later = replace(ONE, entry=100.0), replace(OTHER, entry=100.0), replace(OTHER, entry=103.0)
    assert score(here, there, 0.5, 8.0) == score(here, there, 0.5)
    assert score(here, later, 0.5, 8.0)[0] < 0.1 < score(here, later, 0.5)[0]


def test_forces_days_and_what_is_denied_tie_mentions_of_unlike_sentences() -> None:
    doubt = 8.0
    loose = score(ONE, OTHER, 0.5, doubt)[0] / score(ONE, OTHER, 0.5)[0]
    forces = {"agents": frozenset({FORCE})}
    dam = {"patients": frozenset({"dam"})}
    for a, b in (
        (replace(ONE, **forces), replace(OTHER, **forces)),
        (replace(ONE, dates=(DAY,)), replace(OTHER, dates=(DAY,))),
        (replace(ONE, **dam), replace(OTHER, factuality=-3.0, **dam)),
    ):
        assert score(a, b, 0.5, doubt)[0] / score(a, b, 0.5)[0] > 2 * loose


def test_things_without_a_name_are_known_by_their_length() -> None:
    def run(told: Told, yards: float, names: frozenset[str] = NONE) -> Told:
        numbers = {"length": Value("number", yards, yards, "yard")}
        return replace(told, predicate="have length", numbers=numbers, names=names, patients=names)

    assert veto(run(ONE, 10), run(OTHER, 17))
    assert not veto(run(ONE, 10), run(OTHER, 10))
    nile = frozenset({"nile"})
    assert not veto(run(ONE, 10, nile), run(OTHER, 17, nile))


def test_a_word_is_no_other_word_than_its_noun() -> None:
    words = frozenset({"meet", "karsa"})
    a, b = replace(ONE, predicate="meet", words=words), replace(OTHER, predicate="meeting", words=words)
    assert score(a, b, 0.6)[0] == score(replace(a, words=NONE), replace(b, words=NONE), 0.6)[0]


@pytest.mark.parametrize(
    ("one", "other", "forms"),
    [
        ("repair", "be repair", True),  # "it was repaired", "the repair"
        ("cut", "be cut", True),
        ("burn", "be burning", True),
        ("be record", "be reserve", False),
        ("take down", "take", False),
    ],
)
def test_forms_of_one_word_speak_for_one_event(one: str, other: str, forms: bool) -> None:
    reasons = score(replace(ONE, predicate=one), replace(OTHER, predicate=other), 0.6)[1]
    assert any("forms of one word" in reason for reason in reasons) == forms


def test_another_word_for_the_action_speaks_for_one_event() -> None:
    fell, plunged = replace(ONE, predicate="fall"), replace(OTHER, predicate="plunge")
    assert score(fell, plunged, 0.6)[0] > score(fell, replace(OTHER, predicate="build"), 0.6)[0]
    assert score(fell, plunged, 0.6)[0] < score(fell, replace(OTHER, predicate="fall"), 0.6)[0]


def test_no_score_is_above_what_seems_possible() -> None:
    words, casts = ("open", "opening", "close", "say"), (NONE, frozenset({"karsa"}), frozenset({"karsa", "vale"}))
    sides = [
        replace(ONE, predicate=word, agents=cast, names=cast, around=cast, factuality=sign, dates=dates)
        for word, cast, sign, dates in product(words, casts, (3.0, -3.0), ((), (DAY,)))
    ]
    for a, b in product(sides, repeat=2):
        for cosine, doubt in ((-0.2, 0.0), (0.4, 6.0), (1.0, 6.0)):
            assert possible(a, b, cosine, doubt) >= score(a, b, cosine, doubt)[0]


@pytest.mark.parametrize(("form", "fits"), [("XXXX-WXX-7", 1.0), ("XXXX-09", 0.0), ("XXXX-WXX-1", 0.0)])
def test_days_without_a_place_on_the_calendar_fit_where_they_are_one(form: str, fits: float) -> None:
    sunday, other = (replace(OTHER, dates=(Value("date", form=f),)) for f in ("XXXX-WXX-7", form))
    assert same_time(sunday, other, 0.0)[0] == fits


@pytest.mark.parametrize(
    ("form", "may", "fits"),
    [
        ("DCT", True, 1.0),  # "today" and "Sunday"
        ("DCT-2Y", True, 0.0),  # "two years ago"
        ("XXXX-WXX-5", False, 0.0),
        ("XXXX-WXX-1", True, 0.0),  # one may call the night to Monday so
    ],
)
def test_weekdays_of_no_week_two_days_apart_are_other_times(form: str, may: bool, fits: float) -> None:
    sunday, other = Value("date", form="XXXX-WXX-7"), Value("date", form=form)
    assert overlap(sunday, other) is may
    assert same_time(replace(OTHER, dates=(sunday,)), replace(OTHER, dates=(other,)), 0.0)[0] == fits


def test_a_weekday_is_that_of_a_day_and_a_month_that_of_a_date() -> None:
    friday = Value("date", 735669.0, 735669.99, "2015-03-13")
    assert overlap(friday, Value("date", form="XXXX-WXX-5TNI")) and overlap(friday, Value("date", form="XXXX-03"))
    assert not overlap(friday, Value("date", form="XXXX-WXX-1")) and not overlap(friday, Value("date", form="XXXX-06"))
    assert overlap(friday, Value("date", form="XXXX-06"), 7.0)  # what can be but one happening


@pytest.mark.parametrize(
    ("a", "b", "reason"),
    [
        ({}, {}, "both use the word “open”"),
        ({"predicate": "murder"}, {"predicate": "kill"}, "“murder” and “kill” are one kind of action"),
        ({"dates": (DAY,), "said": {DAY.form: "on Saturday"}}, {"dates": (DAY,)}, "their times fit: “on Saturday”"),
        ({"dates": (DAY,)}, {"dates": (DAY,)}, "their times fit"),
        ({"places": (KARSA,)}, {"places": (KARSA,)}, "their places fit: “Karsa”"),
        (
            {"numbers": {"killed people": Value("number", 9, 9)}, "said": {"killed people": "nine"}},
            {"numbers": {"killed people": Value("number", 14, math.inf)}, "said": {"killed people": "14 or more"}},
            "both count the same: “nine”, “14 or more”",
        ),
    ],
)  # fmt: skip
def test_a_reason_is_told_in_the_words_of_the_accounts(a: dict[str, object], b: dict[str, object], reason: str) -> None:
    assert reason in score(replace(ONE, **a), replace(OTHER, **b), 0.6)[1]
