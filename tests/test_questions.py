"""Who backs whom, who is blamed: the answers of several voices stand on one card, and open the words that give them."""

from __future__ import annotations

from typing import Any

import pytest

from rashomon.questions import questions
from rashomon.relations import Voices
from rashomon.types import Document, Question
from tests.mentions import Said, account

NAMES = [
    ("Reed Front", "organisation"), ("Ruritania", "place"), ("Sylvania", "place"), ("Ana Oro", "person"),
    ("Ruritania-Sylvania", "other"), ("Karsa", "place"),
]  # fmt: skip


def asked(*documents: Document) -> tuple[Question, ...]:
    ids = tuple(d.id for d in documents)
    voices = Voices({d.id: d for d in documents}, {}, tuple((i,) for i in ids))
    return questions(documents, {}, (ids,), voices)


def answers(question: Question) -> dict[str, list[tuple[str, str]]]:
    """{relation: [(answer, innermost holder), ...]}"""
    return {s.scope: [(p.value.form, c.holders[-1]) for p in s.positions for c in p.claims] for s in question.slots}


FUNDED = Said(
    "Ruritania funds the Reed Front.", "fund", "funds", (("agent", "Ruritania"), ("patient", "the Reed Front"))
)
OTHER = (
    Said(
        "Sylvania arms the Reed Front.", "arm", "arms", (("agent", "Sylvania"), ("patient", "Reed Front")), by="Ana Oro"
    ),
    Said(
        "Sylvania gives money to the Reed Front.", "give", "gives",
        (("agent", "Sylvania"), ("patient", "money"), ("recipient", "Reed Front")), by="Ana Oro",
    ),
    Said(
        "Sylvania works with the Reed Front.", "work", "works", (("agent", "Sylvania"), ("recipient", "Reed Front")),
        by="Ana Oro",
    ),
    Said(
        "The funding of the Reed Front comes from Sylvania.", "come", "comes",
        (("agent", "The funding of the Reed Front"), ("place", "Sylvania")), by="Ana Oro",
    ),
    Said(
        "Sylvania supports gunmen such as the Reed Front.", "support", "supports",
        (("agent", "Sylvania"), ("patient", "gunmen")), by="Ana Oro",
    ),
    Said("They met Sylvania-backed rebels (the Reed Front).", "back", "backed", by="Ana Oro"),
)  # fmt: skip


@pytest.mark.parametrize("other", OTHER, ids=lambda s: s.text)
def test_two_voices_with_two_answers_make_a_question(other: Said) -> None:
    (question,) = asked(account("Herald", FUNDED, names=NAMES), account("Post", other, names=NAMES))
    assert question.about == "Reed Front"
    assert answers(question) == {"backs": [("Ruritania", "Herald"), ("Sylvania", "Ana Oro")]}


def test_a_participle_joined_to_two_names_gives_two_answers() -> None:
    said = Said("They met the Ruritania-Sylvania funded rebels (Reed Front).", "fund", "funded")
    plain = Said("Karsa funds the Reed Front.", "fund", "funds", (("agent", "Karsa"), ("patient", "the Reed Front")))
    (question,) = asked(account("Herald", said, names=NAMES), account("Post", plain, names=NAMES))
    assert [a for a, _ in answers(question)["backs"]] == ["Karsa", "Ruritania", "Sylvania"]


def test_who_blames_is_the_holder_and_who_is_blamed_the_answer() -> None:
    def blame(who: str, accused: str) -> Said:
        text = f"{who} blamed {accused} for the raid of the Reed Front."
        return Said(
            text, "blame", "blamed", (("agent", who), ("patient", accused), ("topic", "the raid of the Reed Front"))
        )

    (question,) = asked(
        account("Herald", blame("Ana Oro", "Ruritania"), names=NAMES),
        account("Post", blame("Karsa", "Sylvania"), names=NAMES),
    )
    assert answers(question) == {"is blamed": [("Ruritania", "Ana Oro"), ("Sylvania", "Karsa")]}


def test_a_denial_is_an_answer_with_its_sign() -> None:
    denied = Said(
        "Sylvania never funded the Reed Front.", "fund", "funded", (("agent", "Sylvania"), ("patient", "Reed Front")),
        factuality=-3.0, by="Ana Oro",
    )  # fmt: skip
    (question,) = asked(account("Herald", FUNDED, names=NAMES), account("Post", denied, names=NAMES))
    claims = [c for p in question.slots[0].positions for c in p.claims]
    assert [(c.value.form, c.factuality, c.words) for c in claims] == [
        ("Ruritania", 3.0, "Ruritania"),
        ("Sylvania", -3.0, "Sylvania"),
    ]


def arms(agent: str, patient: str, text: str, **how: Any) -> Said:
    return Said(text, "arm", "arm", (("agent", agent), ("patient", patient)), **how)


@pytest.mark.parametrize(
    "other",
    [
        arms("Ruritania", "Reed Front", "Ruritania also arms the Reed Front."),
        arms("Sylvania", "Karsa", "Sylvania arms Karsa."),
        arms("He", "Reed Front", "He arms the Reed Front."),
        arms("Sylvania", "Reed Front", "Sylvania will arm the Reed Front.", tense="future"),
        arms("Sylvania", "Reed Front", "Sylvania might arm the Reed Front.", factuality=0.5),
        Said("Sylvania met the Reed Front.", "meet", "met", (("agent", "Sylvania"), ("patient", "Reed Front"))),
    ],
    ids=lambda s: s.text,
)
def test_one_answer_or_another_question_makes_none(other: Said) -> None:
    assert asked(account("Herald", FUNDED, names=NAMES), account("Post", other, names=NAMES)) == ()


def test_one_voice_that_names_two_is_not_rival_to_itself() -> None:
    both = Said(
        "Ruritania and Sylvania fund the Reed Front.", "fund", "fund",
        (("agent", "Ruritania"), ("agent", "Sylvania"), ("patient", "the Reed Front")),
    )  # fmt: skip
    assert asked(account("Herald", both, names=NAMES)) == ()
