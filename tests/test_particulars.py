"""Accounts that tell of no common happening can be compared on a person's age and home, and on what caused a mishap."""

import pytest

import rashomon
from rashomon.claims import extract
from rashomon.dating import date_accounts
from rashomon.linking import link
from rashomon.record import assemble

POLICE = "A man was shot dead outside a bar in Oro on Wednesday, police said.\n\nThe victim was named as {}."
GAZETTE = "Man killed in Oro bar\n\nA man was shot dead outside the Blue Anchor bar in Oro on Wednesday.\n\n{}"
BLAZE = "Two workers died in a fire at a paint factory in Brannock on Thursday.\n\n{}"


def record(*accounts, day="2021-05-06"):
    read = [rashomon.document(text, outlet=outlet, published=day) for outlet, text in accounts]
    documents = list(rashomon.annotate(read))
    documents = list(date_accounts(documents, [[d.id for d in documents]]))
    claims = list(extract(documents))
    return assemble(documents, claims, link(documents, claims))


def questions(*accounts):
    return record(*accounts).questions


def versions(question, scope):
    (slot,) = (s for s in question.slots if s.scope == scope)
    return slot, {p.value.form if p.value.low is None else p.value.low: p.witnesses for p in slot.positions}


@pytest.mark.parametrize("age", ["36", "a 36-year-old electrician"])
def test_two_ages_of_one_person_conflict_in_one_place_though_no_deed_is_shared(age):
    told = f"Relatives of Daniel Marsh, {age}, said he had lived there."
    made = record(("Courier", POLICE.format("Daniel Marsh, 34, of Vell")), ("Gazette", GAZETTE.format(told)))
    (slot,) = (s for asked in (*made.events, *made.questions) for s in asked.slots if s.contested)
    assert slot.scope in ("age of Marsh", "age of Daniel Marsh")
    assert {p.value.low for p in slot.positions} == {34.0, 36.0}


def test_how_many_children_somebody_has_is_of_the_person():
    one = "Prosecutors released a video of the killing of Ana Horton, a mother of 12, on Wednesday."
    (question,) = questions(("Post", one), ("Times", "A video of Ana Horton, a mother of 13, was shown on Wednesday."))
    slot, children = versions(question, "children")
    assert set(children) == {12.0, 13.0} and slot.contested


@pytest.mark.parametrize(
    "told",
    [
        "Relatives of Daniel Marsh, 34, said he had worked as an electrician.",  # as old
        "Relatives of Daniel Marsh said he had a son, Tom Marsh, 6.",  # another person
        "Relatives of Daniel Marsh said he had worked for 36 years.",  # no age
    ],
)
def test_an_age_that_no_account_contradicts_is_no_question(told):
    assert not questions(("Courier", POLICE.format("Daniel Marsh, 34")), ("Gazette", GAZETTE.format(told)))


def test_two_homes_are_rival_answers_unless_one_lies_in_the_other():
    courier = ("Courier", POLICE.format("Daniel Marsh, 34, of Leeds"))
    (question,) = questions(courier, ("Gazette", GAZETTE.format("Daniel Marsh, of Bristol, was an electrician.")))
    slot, homes = versions(question, "home")
    assert set(homes) == {"Leeds", "Bristol"} and not slot.contested
    assert not questions(courier, ("Gazette", GAZETTE.format("Daniel Marsh, of England, was an electrician.")))


def test_a_cause_in_other_words_is_no_rival():
    one = "The outage was caused by a broken cable, the operator said."
    assert not questions(("Post", one), ("Times", "Damaged cables caused the outage, a minister said."))


def test_two_causes_of_one_mishap_stand_on_one_card_with_who_says_so():
    brigade = "The fire was caused by an electrical fault, the fire brigade said."
    union = "Union leader Rosa Lind said the blaze had been started by a welder."
    (question,) = questions(("Post", BLAZE.format(brigade)), ("Times", BLAZE.format(union)))
    assert question.about == "The fire"
    _, causes = versions(question, "cause")
    assert {form: [w.split(" › ")[-1] for w in told] for form, told in causes.items()} == {
        "electrical fault": ["fire brigade"],
        "welder": ["Rosa Lind"],
    }
    assert not questions(
        ("Post", BLAZE.format(brigade)), ("Times", BLAZE.format("An electrical fault caused the blaze."))
    )
