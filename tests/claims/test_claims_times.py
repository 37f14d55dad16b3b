"""The times of a mention: edges, clock times with their day, and what was announced."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rashomon.annotators import annotate
from rashomon.claims import claims_of, extract
from rashomon.readers import document
from rashomon.types import Argument, Claim, EventMention, Span, Time
from tests.mentions import Said, account

NAMES = [("Karsa", "place"), ("Orrin Vale", "person")]


def claims(*said: Said) -> list[Claim]:
    return list(extract([account("Courier", *said, names=NAMES)]))


def test_a_time_without_a_place_on_the_calendar_keeps_its_form() -> None:
    time = (("last week", "2015-03-16"),)
    said = Said("Guards were killed last week.", "kill", "killed", (("patient", "Guards"),), time)
    document = account("Courier", said)
    (placed,) = document.layer(Time)
    document = document.with_layer(Time, [replace(placed, value="DCT-1W", interval=None)])
    (when,) = [c for c in extract([document]) if c.slot == "when"]
    assert (when.value.form, when.value.low) == ("DCT-1W", None)


def test_an_edge_in_time_is_kept_apart_from_a_day() -> None:
    roles = (("patient", "60 guards"),)
    said = Said("60 guards were killed since Monday.", "kill", "killed", roles, (("Monday", "2015-03-16"),))
    assert [c.scope for c in claims(said) if c.slot == "when"] == ["since"]


def test_what_was_announced_on_a_day_was_known_by_it() -> None:
    roles = (("patient", "the firing of Orrin Vale"),)
    said = Said(
        "They announced the firing of Orrin Vale on Monday.",
        "announce",
        "announced",
        roles,
        (("Monday", "2015-03-16"),),
    )
    document = account("Courier", said, names=NAMES)
    (telling,) = document.layer(EventMention)
    at = document.text.index("firing")
    head = Span(at, at + len("firing"))
    told = Argument("patient", telling.arguments[0].span, head)
    telling = replace(telling, arguments=(told, *telling.arguments[1:]))
    deed = EventMention(head, "fire", (Argument("patient", head, head),), 3.0, sentence=telling.sentence, happened=1.5)
    document = document.with_layer(EventMention, [telling, deed])
    when = [(c.scope, c.value.form) for c in claims_of(document, deed) if c.slot == "when"]
    assert when == [("announced", "2015-03-16")]
    assert not [c for c in claims_of(document, replace(deed, happened=-1.5)) if c.slot == "when"]


def test_a_mention_that_names_two_days_gives_none_as_its_own() -> None:
    times = (("Monday", "2015-03-16"), ("Friday", "2015-03-20"))
    said = Said("Guards were killed on Monday and on Friday.", "kill", "killed", (("patient", "Guards"),), times)
    assert [c.scope for c in claims(said) if c.slot == "when"] == ["one of several"] * 2


def test_about_widens_a_clock_time_and_belongs_to_its_words() -> None:
    said = Said("Guards were killed about 5:40.", "kill", "killed", (("patient", "Guards"),), (("5:40", "2015-03-16"),))
    document = account("Courier", said)
    (time,) = document.layer(Time)
    document = document.with_layer(Time, [replace(time, type="TIME")])
    (when,) = [c for c in extract([document]) if c.slot == "when"]
    assert when.words == "about 5:40"
    assert when.value.low is not None and when.value.low % 1 > 0.9  # a quarter of an hour before


def test_a_clock_time_and_the_day_beside_it_are_one_time() -> None:
    times = (("9:45 am", "2015-03-16"), ("Tuesday", "2015-03-17"))
    said = Said("Guards were killed at 9:45 am on Tuesday.", "kill", "killed", (("patient", "Guards"),), times)
    document = account("Courier", said)
    clock, day = document.layer(Time)
    floating = replace(clock, type="TIME", value="2015-03-16T09:45", symbolic="TIME T09:45 base=nearby")
    document = document.with_layer(Time, [floating, day])
    (when,) = [c for c in extract([document]) if c.slot == "when"]
    assert (when.value.form, when.words) == ("2015-03-17T09:45", "9:45 am on Tuesday")


def test_a_time_of_another_mention_is_not_lent_to_the_only_deed_of_a_sentence() -> None:
    text = "Orrin Vale was part of the crew on Monday and later served."
    said = Said(text, "be part", "part", (("agent", "Orrin Vale"),), (("Monday", "2015-03-16"),))
    document = account("Courier", said, names=NAMES)
    (part,) = document.layer(EventMention)
    at = document.text.index("served")
    arguments = tuple(a for a in part.arguments if a.role == "agent")
    served = replace(part, span=Span(at, at + len("served")), predicate="serve", arguments=arguments)
    document = document.with_layer(EventMention, [part, served])
    assert [c.value.form for c in claims_of(document, part) if c.slot == "when"] == ["2015-03-16"]
    assert not [c for c in claims_of(document, served) if c.slot == "when"]


@pytest.mark.parametrize(
    ("text", "word", "when"),
    [
        ("A judge sentenced him on Saturday for the March 11, 2005, incident.", "sentenced", ["Saturday"]),
        ("Police investigated the 13 November attacks in Karsa.", "investigated", []),
        ("Police investigated the 13 November attacks in Karsa.", "attacks", ["the 13 November"]),
        ("He was arrested on 13 November near Karsa.", "arrested", ["13 November"]),
    ],
)
def test_a_time_before_a_noun_is_of_that_noun(text: str, word: str, when: list[str]) -> None:
    account = next(annotate([document(text)]))
    mention = next(m for m in account.layer(EventMention) if account.quote(m.span) == word)
    told = (c for c in extract([account]) if c.mention == account.key(mention) and c.slot == "when")
    assert [c.words for c in told] == when
