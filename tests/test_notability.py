"""Which mentions are likely to be main events of their account."""

from __future__ import annotations

from rashomon.notability import WEIGHTS, Weights, probability, weighed
from rashomon.notability.features import features
from rashomon.types import BlockKind, EventMention
from tests.mentions import Said, account

NAMES = [("Orrin Vale", "person"), ("Karsa", "place")]
OPENED = Said("Orrin Vale opened the dam.", "open", "opened", (("agent", "Orrin Vale"), ("patient", "the dam")))


def likely(*said: Said) -> list[float]:
    """How likely each is to be a main event of one account."""
    document = account("A", *said, names=NAMES)
    return [m.notability for m in weighed(document, document.layer(EventMention))]


def test_a_deed_with_its_day_and_place_is_likelier_than_one_in_passing() -> None:
    roles = (*OPENED.roles, ("place", "Karsa"))
    told = Said("Orrin Vale opened the dam at Karsa on Monday.", "open", "opened", roles, (("Monday", "2001-01-01"),))
    bare = Said("It opens.", "open", "opens", tense="present")
    assert likely(told)[0] > likely(OPENED)[0] > likely(bare)[0]


def test_what_is_late_in_an_account_is_as_likely_and_what_is_under_a_picture_less() -> None:
    first, *_, last = likely(*[OPENED] * 9)
    assert first == last
    [pictured] = likely(Said(OPENED.text, "open", "opened", OPENED.roles, kind=BlockKind.CAPTION))
    assert first > pictured


def test_what_is_only_possible_is_less_likely_than_what_is_denied() -> None:
    maybe, denied = (Said(OPENED.text, "open", "opened", OPENED.roles, factuality=f) for f in (0.5, -3.0))
    assert likely(maybe)[0] < likely(denied)[0]


def test_who_writes_is_told_from_whom_it_names() -> None:
    document = account("A", OPENED, Said("We opened it.", "open", "opened", (("agent", "We"),)), names=NAMES)
    named, ours = features(document, document.layer(EventMention))
    assert named["named agent"] and "writer or reader" not in named
    assert ours["writer or reader"] and "named agent" not in ours


def test_the_numbers_of_a_vector_are_signed() -> None:
    weights = Weights({"constant": 0.5}, (1.0,))
    assert probability(weights, {}, b"\x7f") > probability(weights, {}, b"") > probability(weights, {}, b"\x81")


def test_every_number_of_a_vector_has_a_weight() -> None:
    names = [line.split("\t")[0] for line in WEIGHTS.read_text(encoding="utf-8").splitlines()]
    assert {f"vector {i}" for i in range(64)} <= set(names)
    assert len(names) == len(set(names))
