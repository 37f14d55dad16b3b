"""Who backs whom, who is blamed: the answers of several voices stand on one card, and open the words that give them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from rashomon.questions import questions
from rashomon.questions.answers import answers as in_one_account
from rashomon.types import Attribution, Document, EventMention, Question, Span
from rashomon.voices import Voices
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
    Said(
        "Sylvania is the main sponsor of the Reed Front.", "be sponsor", "sponsor", (("agent", "Sylvania"),),
        by="Ana Oro",
    ),
    Said(
        "The main backer of the Reed Front is Sylvania.", "be sylvania", "Sylvania",
        (("agent", "The main backer of the Reed Front"),), by="Ana Oro",
    ),
    Said(
        "The Reed Front is a creation of Sylvania.", "be creation", "creation", (("agent", "The Reed Front"),),
        by="Ana Oro",
    ),
    Said("The Reed Front is Sylvania's proxy.", "be proxy", "proxy", (("agent", "The Reed Front"),), by="Ana Oro"),
    Said("Sylvania is behind the Reed Front.", "be behind front", "Front", (("agent", "Sylvania"),), by="Ana Oro"),
    Said("Sylvania stands firmly behind the Reed Front.", "stand", "stands", (("agent", "Sylvania"),), by="Ana Oro"),
    Said("Sylvania pulls the strings of the Reed Front.", "pull", "pulls", (("agent", "Sylvania"),), by="Ana Oro"),
    Said(
        "Sylvania created the Reed Front.", "create", "created", (("agent", "Sylvania"), ("patient", "the Reed Front")),
        by="Ana Oro",
    ),
    Said(
        "The Reed Front gets its money from Sylvania.", "get", "gets",
        (("agent", "The Reed Front"), ("patient", "its money"), ("place", "Sylvania")), by="Ana Oro",
    ),
)  # fmt: skip


@pytest.mark.parametrize("other", OTHER, ids=lambda s: s.text)
def test_two_voices_with_two_answers_make_a_question(other: Said) -> None:
    (question,) = asked(account("Herald", FUNDED, names=NAMES), account("Post", other, names=NAMES))
    assert question.about == "Reed Front"
    assert answers(question) == {"backs": [("Ruritania", "Herald"), ("Sylvania", "Ana Oro")]}


@pytest.mark.parametrize(
    "text, given",
    [
        ("They met Sylvania-backed rebels (the Reed Front).", ["Sylvania"]),
        ("They met the Ruritania-Sylvania funded rebels (Reed Front).", ["Ruritania", "Sylvania"]),
        ("The Ruritania- and Sylvania-armed Reed Front fled.", ["Ruritania", "Sylvania"]),
        ("They met the Reed Front, a creation of Sylvania.", ["Sylvania"]),
        ("Sylvania, the Reed Front's main sponsor, left.", ["Sylvania"]),
        ("Sylvania's support for the Reed Front grew.", ["Sylvania"]),
        ("They met the allegedly Sylvania-backed Reed Front.", []),
        ("In the north, Sylvania backed the Reed Front.", []),  # a verb, which the mention tells
        ("Sylvania-backed Karsa saw the Reed Front.", []),
    ],
)
@pytest.mark.parametrize("by", ["", "Ana Oro"])
def test_words_that_take_a_backer_for_granted_answer_on_the_word_of_their_speaker(
    text: str, given: list[str], by: str
) -> None:
    plain = Said("Karsa funds the Reed Front.", "fund", "funds", (("agent", "Karsa"), ("patient", "the Reed Front")))
    trigger = next(w for w in "met fled left grew saw backed".split() if f" {w}" in text)
    told = account("Post", Said(text, "do", trigger), names=NAMES)
    if by:
        whole = Span(0, len(text))
        said = Attribution(whole, None, None, (whole,), "indirect", "say", speaker=by, holders=("Post", by))
        told = told.with_layer(Attribution, [said])
    cards = asked(account("Herald", plain, names=NAMES), told)
    kept = {c.mention for q in cards for p in q.slots[0].positions for c in p.claims if c.document == told.id}
    assert kept <= {f"{told.id}:{m.span.begin}" for m in told.layer(EventMention)}  # as for every claim
    found = [a for q in cards for a in answers(q)["backs"]]
    assert sorted(a for a in found if a[0] != "Karsa") == [(form, by or "Post") for form in given]


@pytest.mark.parametrize(
    "text, about",
    [
        ("They met the Reed Front, a creation of Sylvania.", ["Reed Front"]),
        ("They met Karsa, a creation of Sylvania.", []),
        ("They met Karsa, a proxy of Sylvania.", ["Karsa"]),
    ],
)
def test_only_a_group_has_a_creator_who_is_behind_it(text: str, about: list[str]) -> None:
    told = account("Post", Said(text, "do", "met"), names=NAMES)
    assert [answer.about for answer in in_one_account(told)] == about


def funding(text: str, *agents: str, **how: Any) -> Said:
    return Said(text, "fund", "funds", (*(("agent", a) for a in agents), ("patient", "the Reed Front")), **how)


@pytest.mark.parametrize(
    "said, given",
    [
        (funding("Karsa funds the Reed Front, as do Ruritania and Sylvania.", "Karsa"), "Karsa Ruritania Sylvania"),
        (funding("Karsa funds the Reed Front, and so does Sylvania.", "Karsa"), "Karsa Sylvania"),
        (funding("Karsa, like Sylvania, funds the Reed Front.", "Karsa"), "Karsa Sylvania"),
        (funding("Like Sylvania, Karsa funds the Reed Front.", "Karsa"), "Karsa Sylvania"),
        (funding("Karsa funds the Reed Front, as do Sylvania experts.", "Karsa"), "Karsa"),
        (funding("Karsa funds the Reed Front, unlike Sylvania.", "Karsa"), "Karsa"),
        (funding("Now some old governments funds the Reed Front.", "some old governments"), "old governments"),
        (funding("Now other states funds the Reed Front.", "other states"), ""),
    ],
    ids=lambda v: v.text if isinstance(v, Said) else v,
)
def test_who_does_the_same_by_a_comparison_is_an_answer(said: Said, given: str) -> None:
    names = [("Reed Front", "organisation"), ("Karsa", "place"), ("Sylvania", "place"), ("Ruritania", "place")]
    plain = Said("Ana Oro arms the Reed Front.", "arm", "arms", (("agent", "Ana Oro"), ("patient", "the Reed Front")))
    found = asked(account("Herald", plain, names=NAMES), account("Post", said, names=names))
    forms = " ".join(sorted(a for q in found for a, by in answers(q)["backs"] if by == "Post"))
    assert forms == given


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


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (
            Said("Ana Oro blamed the Karsa raid on Sylvania.", "blame", "blamed",
                 (("agent", "Ana Oro"), ("patient", "the Karsa raid"), ("topic", "Sylvania"))),
            [("Karsa raid", "Sylvania", "Ana Oro")],
        ),
        (
            Said("Ana Oro blamed Sylvania for the Karsa raid.", "blame", "blamed",
                 (("agent", "Ana Oro"), ("patient", "Sylvania"), ("topic", "the Karsa raid"))),
            [("Karsa raid", "Sylvania", "Ana Oro")],
        ),
        (
            Said("Sylvania is to blame for the Karsa raid.", "blame", "blame",
                 (("agent", "Sylvania"), ("topic", "the Karsa raid"))),
            [("Karsa raid", "Sylvania", "Post")],
        ),
        (
            Said("The Karsa raid is Sylvania's fault.", "be fault", "fault", (("agent", "The Karsa raid"),)),
            [("Karsa raid", "Sylvania", "Post")],
        ),
        (
            Said("Sylvania blamed Karsa for Ruritania.", "blame", "blamed",
                 (("agent", "Sylvania"), ("patient", "Karsa"), ("topic", "Ruritania"))),
            [],  # nobody is to blame for a place
        ),
    ],
    ids=lambda x: x.text if isinstance(x, Said) else "",
)  # fmt: skip
def test_who_is_blamed_for_what_by_whom(said: Said, expected: list[tuple[str, str, str]]) -> None:
    told = account("Post", said, names=[*NAMES, ("Karsa raid", "other")])
    found = [(a.about, a.claim.value.form, a.claim.holders[-1]) for a in in_one_account(told)]
    assert found == expected


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


@pytest.mark.parametrize(
    "words, denied",
    [
        ("denied ever funding the Reed Front.", True),
        ("denied having armed the Reed Front.", True),
        ("denied any support for the Reed Front.", True),
        ("denied being behind the Reed Front.", True),
        ("rejected claims of arming the Reed Front.", True),
        ("rejected funding the Reed Front.", False),  # it would not begin to
        ("denied meeting the Reed Front.", False),
    ],
)
def test_who_denies_backing_is_the_holder_of_the_denial(words: str, denied: bool) -> None:
    verb = words.split()[0]
    said = Said(f"Ruritania {words}", {"denied": "deny", "rejected": "reject"}[verb], verb, (("agent", "Ruritania"),))
    found = asked(account("Herald", FUNDED, names=NAMES), account("Post", said, names=NAMES))
    claims = [(c.value.form, c.holders, c.factuality) for q in found for p in q.slots[0].positions for c in p.claims]
    told = [("Ruritania", ("Herald",), 3.0), ("Ruritania", ("Post", "Ruritania"), -3.0)]
    assert claims == (told if denied else [])


def test_only_a_state_or_a_group_backs_a_person() -> None:
    def backs(who: str) -> Document:
        text = f"{who} backs Ana Oro."
        said = Said(text, "back", "backs", (("agent", who), ("patient", "Ana Oro")))
        return account(f"The {who} Post", said, names=[*NAMES, ("Iran", "place"), ("Daily Gull", "organisation")])

    (question,) = asked(backs("Iran"), backs("Reed Front"), backs("Daily Gull"))
    assert [a for a, _ in answers(question)["backs"]] == ["Iran", "Reed Front"]


def test_who_is_behind_a_deed_or_responsible_for_it_is_blamed() -> None:
    behind = Said(
        "Ruritania was behind the raid of the Reed Front.", "be behind raid", "raid", (("agent", "Ruritania"),)
    )
    responsible = Said(
        "Sylvania is responsible for the Reed Front killing.", "be responsible", "responsible",
        (("agent", "Sylvania"), ("topic", "the Reed Front killing")),
    )  # fmt: skip
    charge = Said(
        "Karsa is responsible for the pay of the Reed Front.", "be responsible", "responsible",
        (("agent", "Karsa"), ("topic", "the pay of the Reed Front")),
    )  # fmt: skip
    told = [("Herald", behind), ("Post", responsible), ("Echo", charge)]
    (question,) = asked(*(account(outlet, said, names=NAMES) for outlet, said in told))
    assert answers(question) == {"is blamed": [("Ruritania", "Herald"), ("Sylvania", "Post")]}


def arms(agent: str, patient: str, text: str, **how: Any) -> Said:
    return Said(text, "arm", "arm", (("agent", agent), ("patient", patient)), **how)


@pytest.mark.parametrize(
    "other",
    [
        arms("Ruritania", "Reed Front", "Ruritania also arms the Reed Front."),
        arms("Sylvania", "Karsa", "Sylvania arms Karsa."),
        Said(
            "Sylvania works for the Reed Front.", "work", "works",
            (("agent", "Sylvania"), ("recipient", "Reed Front")),
        ),
        arms("He", "Reed Front", "He arms the Reed Front."),
        arms("Sylvania", "Reed Front", "Sylvania will arm the Reed Front.", tense="future"),
        arms("Sylvania", "Reed Front", "Sylvania might arm the Reed Front.", factuality=0.5),
        Said(
            "Sylvania stopped funding the Reed Front.", "funding", "funding",
            (("agent", "Sylvania"), ("patient", "the Reed Front")), factuality=-2.5,
        ),
        Said("Sylvania is behind Karsa.", "be behind karsa", "Karsa", (("agent", "Sylvania"),)),
        Said(
            "Sylvania helps Karsa fight the Reed Front.", "help", "helps",
            (("agent", "Sylvania"), ("patient", "the Reed Front")),
        ),
        Said("Sylvania met the Reed Front.", "meet", "met", (("agent", "Sylvania"), ("patient", "Reed Front"))),
    ],
    ids=lambda s: s.text,
)  # fmt: skip
def test_one_answer_or_another_question_makes_none(other: Said) -> None:
    assert asked(account("Herald", FUNDED, names=NAMES), account("Post", other, names=NAMES)) == ()


def test_the_answer_that_most_voices_give_comes_first() -> None:
    twice = [FUNDED, replace(FUNDED, text=f"{FUNDED.text} Again.")]
    armed = ("arm", "arms", (("agent", "Sylvania"), ("patient", "Reed Front")))
    others = [account(o, Said("Sylvania arms the Reed Front.", *armed), names=NAMES) for o in ("Morning", "Evening")]
    (question,) = asked(account("Herald", *twice, *twice, names=NAMES), *others)
    assert [(p.value.form, len(p.witnesses)) for p in question.slots[0].positions] == [
        ("Sylvania", 2),
        ("Ruritania", 1),
    ]


def test_one_voice_that_names_two_is_not_rival_to_itself() -> None:
    both = Said(
        "Ruritania and Sylvania fund the Reed Front.", "fund", "fund",
        (("agent", "Ruritania"), ("agent", "Sylvania"), ("patient", "the Reed Front")),
    )  # fmt: skip
    assert asked(account("Herald", both, names=NAMES)) == ()
