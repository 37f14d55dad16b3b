"""When a no answers a yes: of one action, one set of participants and one time, and said as more than an aside."""

from __future__ import annotations

import pytest

from rashomon.denials import objection
from rashomon.types import Claim, Document, EventMention, Span, Value
from rashomon.voices import Voices
from tests.mentions import Said, account

NAMES = [("Orrin Vale", "person"), ("Ana Oro", "person"), ("Karsa", "place")]
ROLES = (("agent", "Orrin Vale"), ("patient", "the dam"))
YES = Said("Orrin Vale opened the dam at Karsa.", "open", "opened", ROLES)


def claim(of: Document) -> Claim:
    [mention] = of.layer(EventMention)
    value = Value("polarity", mention.factuality, mention.factuality)
    key = f"{of.id}:{mention.span.begin}"
    return Claim(of.id, key, "happened", value, Span(0, 1), "x", mention.holders, mention.factuality, "events")


def why(no: Said, yes: Said = YES) -> str:
    left, right = (account(o, s, names=NAMES, day="2015-03-15") for o, s in (("A", no), ("B", yes)))
    documents = {d.id: d for d in (left, right)}
    return objection(claim(left), claim(right), Voices(documents, {}, [(d,) for d in documents]))


def no(text: str, trigger: str = "opened", roles: tuple[tuple[str, str], ...] = ROLES, **more: object) -> Said:
    return Said(text, "open", trigger, roles, factuality=-3, **more)  # type: ignore[arg-type]  # fields of Said


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        (no("Orrin Vale never opened the dam."), ""),
        (no("Orrin Vale has not yet opened the dam."), "one says so of a part, or of a time"),
        (no("Orrin Vale not only opened the dam, he broke it."), "one says so of a part, or of a time"),
        (no("Orrin Vale left without opening the dam.", "opening", tense=""), "one says so only in passing"),
        (
            no("Ana Oro never opened the dam.", roles=(("agent", "Ana Oro"), ("patient", "the dam"))),
            "they may be of other participants",
        ),
        (
            no("Ana Oro never opened the gate.", roles=(("agent", "Ana Oro"), ("patient", "the gate"))),
            "they may be of other participants",
        ),
        (no("It never opened.", roles=()), "one names nobody"),
        (no("Orrin Vale never opened the dam on Monday.", times=(("Monday", "2015-03-09"),)), ""),
        (no("Orrin Vale never opened the dam in 2012.", times=(("2012", "2012-06-01"),)), "they may be of two times"),
    ],
)
def test_what_speaks_against_a_denial(said: Said, reason: str) -> None:
    assert why(said) == reason


def test_another_action_is_not_denied() -> None:
    painted = Said("Orrin Vale painted the dam.", "paint", "painted", ROLES)
    assert why(no("Orrin Vale never opened the dam."), painted) == "they may tell two actions"


def test_forces_that_were_never_sent_took_no_part() -> None:
    sent = Said("No troops were sent to Karsa.", "send", "sent", (("patient", "No troops"),), factuality=-3)
    seen = Said("Fighters shelled the town.", "shell", "shelled", (("agent", "Fighters"),))
    assert why(sent, seen) == ""
