"""Who takes part and where, in sentences that the model reads: what a tree by itself would miss."""

import pytest

import rashomon
from rashomon.types import EventMention, Name
from tests.readings import Built


@pytest.mark.parametrize(
    ("text", "word", "role", "expected"),
    [
        ("The bombing of a clinic that killed a guard shocked Vell.", "killed", "agent", ["bombing"]),
        ("The arrest of a man who killed a guard shocked Vell.", "killed", "agent", ["man"]),
        ("The plan was agreed by consensus.", "agreed", "agent", []),
        ("The town was bombed by Oran planes.", "bombed", "agent", ["planes"]),
        ("The letter was sent by plane.", "sent", "agent", []),
        ("Two suspects were flown to the United States.", "flown", "place", ["States"]),
        ("The sanctions imposed on Sellan firms by Oro angered traders.", "imposed", "patient", ["sanctions", "firms"]),
        ("Ana Oro was the victim of a robbery.", "robbery", "patient", ["Ana"]),
        ("Ana Oro was the target of an assassination attempt.", "assassination", "patient", ["Ana"]),
        ("Police found a bomb in bushes outside the bank.", "found", "place", ["bushes", "bank"]),
        ("The error was found in a report on Monday.", "found", "place", []),
        ("Hints were found in disclosures filed by a bank in Vell.", "found", "place", []),
        ("His car was found abandoned at the Vell airport.", "found", "place", ["airport"]),
        (
            "According to the Vell Times, which first reported the story, Ana Oro resigned.",
            "resigned",
            "agent",
            ["Ana"],
        ),
        ("The slaying of Ana Oro shocked Vell.", "slaying", "patient", ["Ana"]),
        ("Her friends wept on hearing of her death.", "death", "patient", ["her"]),
        ("Robert Oro, aged 24 and from Vell, was charged with arson.", "charged", "patient", ["Robert"]),
    ],
)
def test_who_and_where(text, word, role, expected):
    (document,) = rashomon.annotate([rashomon.document(text)])
    mention = next(m for m in document.layer(EventMention) if document.quote(m.span) == word)
    assert [document.quote(a.head) for a in mention.arguments if a.role == role] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The town was bombed by neither Sellan nor Oran planes.",
        "Neither the army nor the rebels shelled the town.",
        "Neither Ana Vale nor her brother was arrested in Oro.",
        "The army attacked neither the guards nor the police.",
        "He neither attacked the guards nor left the town.",
    ],
)
def test_what_neither_did_is_denied(text):
    (document,) = rashomon.annotate([rashomon.document(text)])
    mentions = document.layer(EventMention)
    assert mentions and all(m.factuality < -2 for m in mentions)


def test_what_is_neither_confirmed_nor_denied_is_open():
    (document,) = rashomon.annotate([rashomon.document("The army neither confirmed nor denied the raid.")])
    assert abs(document.layer(EventMention)[-1].factuality) < 1


def test_an_attack_of_the_heart_is_by_nobody():
    (document,) = rashomon.annotate([rashomon.document("She suffered a heart attack on Monday.")])
    assert [m.predicate for m in document.layer(EventMention)] == ["suffer"]


def test_a_relative_clause_of_harm_hung_on_another_verb_is_the_deeds():
    text = (
        "Ana Vale writes in Al Oro, which blames the Sellan Government for the Front's November 13 attack in Paris "
        "that killed 130 people: Over the past decades we have seen that."
    )
    (document,) = rashomon.annotate([rashomon.document(text)])
    mention = next(m for m in document.layer(EventMention) if m.predicate == "kill")
    assert "Paris" not in [document.quote(a.head) for a in mention.arguments if a.role == "agent"]


def test_a_group_known_by_its_name_is_no_place():
    text = "They left it to the Syrian army, Hizbullah and Iran to defeat the insurgency."
    (document,) = rashomon.annotate([rashomon.document(text)])
    assert [n.kind for n in document.layer(Name) if n.entity == "Hizbullah"] == ["organisation"]


def test_a_name_that_begins_a_text_is_read():
    (document,) = rashomon.annotate([rashomon.document("New York woman killed in hit - and - run crash")])
    assert "kill" in [m.predicate for m in document.layer(EventMention)]


@pytest.mark.parametrize(("noun", "tag", "expected"), [("owner", "NN", "Blue Line"), ("owners", "NNS", None)])
def test_the_name_of_one_body_is_not_that_of_several(noun, tag, expected):
    tree = (
        f"The/DET/det/{noun} {noun}/NOUN/nsubj/sued/owner/{tag} Blue/PROPN/compound/Line/Blue/NNP "
        f"Line/PROPN/appos/{noun}/Line/NNP sued/VERB/root/sued/sue/VBD port/NOUN/obj/sued/port/NN"
    )
    built = Built(f"The {noun}, Blue Line, sued the port.", tree, names={"Blue Line": "ORG"})
    [agent] = [a for m in built.layer(EventMention) for a in m.arguments if a.role == "agent"]
    assert agent.name == expected
