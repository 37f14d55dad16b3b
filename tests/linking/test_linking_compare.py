"""Which mentions may tell one event at all, and what a denial of forces denies, on mentions made by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from rashomon.common_nouns import FORCE
from rashomon.lexicon import GUILTY
from rashomon.linking.compare import denial, no_sign, other_partners, veto
from rashomon.linking.told import Told
from rashomon.timex.calendar import days_of
from rashomon.types import Value


def keys(*words: str) -> frozenset[str]:
    return frozenset(words)


ONE = Told("a:1", "a", 0, 0, "open", 3.0, keys(), keys(), keys(), keys(), (), (), {})
OTHER = replace(ONE, id="b:1", document="b")


def day(text: str) -> Value:
    low = days_of(datetime.fromisoformat(text))
    return Value("date", low, low + 0.99999, text)


VALE_TO_BROOK = {"agents": keys("vale"), "patients": keys("brook"), "names": keys("vale", "brook")}
VALE_TO_FENN = {"agents": keys("vale"), "patients": keys("fenn"), "names": keys("vale", "fenn")}
GRAY_TO_FENN = {"agents": keys("gray"), "patients": keys("fenn"), "names": keys("gray", "fenn")}
FENN_TO_VALE = {"agents": keys("fenn"), "patients": keys("vale"), "names": keys("fenn", "vale")}


@pytest.mark.parametrize(
    ("a", "b", "why"),
    [
        ({}, {}, ""),
        (VALE_TO_BROOK, VALE_TO_BROOK, ""),
        (VALE_TO_BROOK, GRAY_TO_FENN, "other participants"),
        (VALE_TO_FENN, FENN_TO_VALE, "the one who did it is whom it was done to"),
        (VALE_TO_FENN | {"predicate": "meet"}, FENN_TO_VALE | {"predicate": "meet"}, ""),  # they do it together
        ({"ordinal": "second"}, {"ordinal": "third"}, "one is the "),
        ({"ordinal": "second"}, {}, ""),
        ({"dates": (day("2031-05-03"),)}, {"dates": (day("2031-05-09"),)}, "other times"),
        ({"dates": (day("2031-05-03"),)}, {"dates": (day("2031-05-04"),)}, ""),
        # one account tells of two days
        ({"dates": (day("2031-05-03"),)}, {"dates": (day("2031-05-04"),), "document": "a"}, "other times"),
        ({"ahead": days_of(datetime(2031, 5, 3))}, {"dates": (day("2031-03-01"),)}, "over before the other"),
        ({"places": (Value("place", form="Peru"),)}, {"places": (Value("place", form="Japan"),)}, "other places"),
        ({"predicate": "die", "stretch": True}, {"predicate": "die"}, "one adds up a stretch of time"),
        ({"entry": 100.0}, {"entry": 140.0}, "chronologies tell them under days far apart"),
        ({"entry": 100.0}, {"entry": 110.0}, "chronologies tell them under days far apart"),
        ({"entry": 100.0}, {"entry": 104.0}, ""),
        ({"entry": 100.0}, {}, ""),  # the other is no chronology
        ({"entry": 100.0, "dates": (day("2031-05-03"),)}, {"entry": 140.0}, "under days far apart"),
        ({"entry": 100.0, "dates": (day("2031-05-03"),)}, {"entry": 140.0, "dates": (day("2031-05-03"),)}, ""),
        ({"past": True}, {}, "one was long over"),
        ({"past": True}, {"earlier": True}, ""),  # "its first offer, of November" and "the previous offer"
        ({"past": True, "dates": (day("2031-05-03"),)}, {"dates": (day("2031-05-03"),)}, ""),
        ({"past": True}, {"document": "a"}, ""),  # the next sentence may go on about it
        ({"patients": keys(FORCE)}, {"patients": keys("dam")}, "one was done to forces"),
        ({"patients": keys("worker")}, {"patients": keys("dam")}, "one was done to people, the other to a thing"),
        ({"patients": keys("worker")}, {"patients": keys("colleague")}, ""),  # other words for the same people
        ({"patients": keys("dam")}, {"patients": keys("gate"), "factuality": -3.0}, "done to somebody else"),
        ({"patients": keys("dam")}, {"patients": keys("dam"), "factuality": -3.0}, ""),
        ({"agents": keys("jet")}, {"agents": keys("jet"), "predicate": "close", "factuality": -3.0}, "another word"),
        ({"patients": keys("dam")}, {"patients": keys("dam"), "factuality": -3.0, "stretch": True}, "for a stretch"),
        # "they blamed Vale for the attack", "Vale did not attack the dam"
        (
            {"predicate": "attack", "agents": keys("vale"), "names": keys("vale")},
            {"predicate": "attack", "agents": keys("vale"), "names": keys("vale"), "patients": keys("dam"),
             "factuality": -3.0},
            "",
        ),
        (
            {"agents": keys("vale"), "names": keys("vale")},
            {"agents": keys("vale"), "names": keys("vale"), "patients": keys("dam"), "factuality": -3.0},
            "done to somebody else",
        ),
        (
            {"predicate": GUILTY, "factuality": -3.0, "patients": keys("oro"), "topic": keys("collusion")},
            {"predicate": "accuse", "patients": keys("oro"), "words": keys("theft")},
            "another accusation",
        ),
        (
            {"predicate": GUILTY, "factuality": -3.0, "patients": keys("oro"), "topic": keys("collusion")},
            {"predicate": "accuse", "patients": keys("oro"), "words": keys("colluding")},
            "",
        ),
        (
            {"predicate": GUILTY, "factuality": -3.0, "patients": keys("oro")},
            {"predicate": GUILTY, "factuality": -3.0, "patients": keys("vale")},
            "each denies what he himself is accused of",
        ),
        (
            {"predicate": GUILTY, "factuality": -3.0, "patients": keys("oro")},
            {"predicate": GUILTY, "factuality": -3.0, "patients": keys("oro", "vale")},
            "",
        ),
    ],
)  # fmt: skip
def test_what_forbids_one_event(a: dict[str, object], b: dict[str, object], why: str) -> None:
    one, other = replace(ONE, **a), replace(OTHER, **b)  # type: ignore[arg-type]
    for found in (veto(one, other), veto(other, one)):
        assert why in found and bool(why) == bool(found)


@pytest.mark.parametrize(
    ("a", "b", "other"),
    [
        # one who meets many people is no sign of one meeting
        (VALE_TO_BROOK | {"predicate": "meet"}, VALE_TO_FENN | {"predicate": "meet"}, True),
        (VALE_TO_BROOK | {"predicate": "meet"}, VALE_TO_BROOK | {"predicate": "talk"}, False),
        (
            VALE_TO_BROOK | {"predicate": "meet", "dates": (day("2031-05-03"),)},
            VALE_TO_FENN | {"predicate": "meet", "dates": (day("2031-05-03"),)},
            False,
        ),
        (VALE_TO_BROOK, VALE_TO_FENN, False),  # one who opens a dam opens it before many
    ],
)
def test_one_meeting_has_two_names_a_time_or_a_place_in_common(
    a: dict[str, object], b: dict[str, object], other: bool
) -> None:
    one, two = replace(ONE, **a), replace(OTHER, **b)  # type: ignore[arg-type]
    assert no_sign(one, two, 0.9) is no_sign(two, one, 0.9) is other


def test_a_meeting_with_somebody_else_is_another_meeting() -> None:
    a = replace(ONE, predicate="meet", names=keys("vale", "brook"))
    b = replace(OTHER, predicate="meet", names=keys("vale", "fenn"))
    assert other_partners(a, b, keys("vale", "fenn"))
    assert not other_partners(a, b, keys("vale", "fenn", "brook"))
    assert not other_partners(replace(a, predicate="open"), replace(b, predicate="open"), keys("vale", "fenn"))


SENT = {"predicate": "send", "patients": keys(FORCE, "ruritania"), "names": keys("ruritania")}
FOUGHT = {"predicate": "fight", "agents": keys(FORCE, "ruritania"), "names": keys("ruritania")}
NO = replace(ONE, factuality=-3.0, holders=keys("ministry"), **SENT)  # type: ignore[arg-type]
YES = replace(OTHER, holders=keys("rebels"), **FOUGHT)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("change", "denied"),
    [
        ({}, True),
        ({"factuality": 1.0}, False),
        ({"holders": keys("ministry")}, False),  # what he says besides
        ({"agents": keys(FORCE, "zenda"), "names": keys("zenda")}, False),  # another country's
        ({"agents": keys("ruritania")}, False),  # no forces
        ({"predicate": "be tired"}, False),
        ({"predicate": "advise"}, False),  # needs them nowhere
        ({"predicate": "advise", "nearby": keys("delta")}, False),
        ({"predicate": "give", "agents": keys("oro"), "patients": keys(FORCE, "advice", "ruritania")}, False),
    ],
)
def test_what_a_denial_of_forces_denies(change: dict[str, object], denied: bool) -> None:
    assert bool(denial(NO, replace(YES, **change))) is denied  # type: ignore[arg-type]


def test_what_forces_did_in_the_place_that_is_denied_counts() -> None:
    there = replace(NO, nearby=keys("delta"))
    assert denial(there, replace(YES, predicate="advise", nearby=keys("delta")))
    assert not denial(there, replace(YES, predicate="advise", nearby=keys("karsa")))


@pytest.mark.parametrize(
    ("days", "forbidden"),
    [(("2031-01-01", "2030-12-31"), False), (("2031-01-03", "2030-12-31"), True), (("2031", "2030-12-31"), True)],
)
def test_a_day_may_be_in_dispute_but_is_in_no_other_year(days: tuple[str, str], forbidden: bool) -> None:
    low = days_of(datetime(2031, 1, 1)) + 0.001  # the last moment of a day is before the next
    year = Value("date", low, low + 364, "2031")
    a, b = (replace(t, dates=(year if d == "2031" else day(d),)) for t, d in zip((ONE, OTHER), days, strict=True))
    assert bool(veto(a, b)) is forbidden


def test_a_word_of_many_uses_is_one_action_only_with_what_it_is_done_to() -> None:
    vale = {"agents": keys("vale"), "names": keys("vale")}
    for predicate, patients, unsaid in (
        ("go", keys(), True),  # "went to the lounge", "went to her car"
        ("open", keys(), False),
        ("make", keys("film"), False),
        ("launch", keys(), False),  # light, but a deed of a kind
    ):
        a, b = (replace(t, **vale, predicate=predicate, patients=patients) for t in (ONE, OTHER))
        assert no_sign(a, b, 0.6) is unsaid
    assert not no_sign(replace(ONE, predicate="go"), replace(OTHER, predicate="go"), 0.8)  # one sentence, told again


def test_ages_that_differ_are_of_two_people_where_nobody_is_in_both() -> None:
    def aged(told: Told, who: str, years: float) -> Told:
        return replace(
            told,
            predicate="be aged",
            agents=keys(who),
            numbers={f"age of {who}": Value("number", years, years, "year")},
        )

    assert "ages differ" in veto(aged(ONE, "vale", 36), aged(OTHER, "american", 40))
    assert not veto(aged(ONE, "vale", 36), aged(OTHER, "champion", 36))
    assert not veto(aged(ONE, "vale", 36), aged(OTHER, "vale", 37))  # in dispute
