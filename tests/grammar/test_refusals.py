"""Reports that somebody calls untrue, and events that a denial leaves standing."""

import pytest

from rashomon.grammar import refusals
from tests.readings import Built

CLAIM = "claims/NOUN/{0}/{1}/claim that/SCONJ/mark/sank it/PRON/nsubj/sank sank/VERB/acl/claims/sink/VBD"


def word_of(made, word):
    return next(t for t in made.reading.doc if t.text == word)


@pytest.mark.parametrize(
    "text, tree, expected",
    [
        ("The claims that it sank are untrue.",
         CLAIM.format("nsubj", "untrue") + " are/AUX/cop/untrue untrue/ADJ/root/untrue/untrue", "untrue"),
        ("The claims that it sank are untrue, Oro said.",
         CLAIM.format("ccomp", "said") + " are/AUX/cop/untrue untrue/ADJ/ccomp/said/untrue Oro/PROPN/nsubj/said "
         "said/VERB/root/said/say/VBD", "untrue"),
        ("The claims that it sank are fabricated.",
         CLAIM.format("nsubj:pass", "fabricated") + " are/AUX/aux:pass/fabricated "
         "fabricated/VERB/root/fabricated/fabricated/VBN", "fabricated"),
        ("The claims that it sank are not untrue.",
         CLAIM.format("nsubj", "untrue") + " are/AUX/cop/untrue not/PART/advmod/untrue untrue/ADJ/root/untrue/untrue",
         None),
        ("The claims that it sank are not true.",
         CLAIM.format("nsubj", "true") + " are/AUX/cop/true not/PART/advmod/true true/ADJ/root/true/true", "true"),
        ("The claims that it sank turned out to be false.",
         CLAIM.format("nsubj", "turned") + " turned/VERB/root/turned/turn/VBD be/AUX/cop/false "
         "false/ADJ/xcomp/turned/false", "false"),
        ("Oro rejected claims that it sank.",
         CLAIM.format("obj", "rejected") + " rejected/VERB/root/rejected/reject/VBD", "rejected"),
        ("Oro did not reject claims that it sank.",
         CLAIM.format("obj", "reject") + " not/PART/advmod/reject reject/VERB/root/reject/reject", None),
        ("Oro made claims that it sank.", CLAIM.format("obj", "made") + " made/VERB/root/made/make/VBD", None),
        ("Oro called claims that it sank false.",
         CLAIM.format("obj", "called") + " called/VERB/root/called/call/VBD false/ADJ/xcomp/called/false", "false"),
        ("Oro described claims that it sank as a lie.",
         CLAIM.format("obj", "described") + " described/VERB/root/described/describe/VBD as/ADP/case/lie "
         "lie/NOUN/obl/sank/lie", "lie"),
        ("Oro said claims that it sank were without merit.",
         CLAIM.format("obj", "said") + " said/VERB/root/said/say/VBD were/AUX/cop/merit without/ADP/case/merit "
         "merit/NOUN/obl/sank/merit", "merit"),
        ("Oro called claims that it sank a lie.",
         CLAIM.format("obj", "called") + " called/VERB/root/called/call/VBD lie/NOUN/obj/sank/lie", "lie"),
        ("There is no truth to claims that it sank.",
         CLAIM.format("nmod", "truth") + " is/VERB/root/is/be no/DET/det/truth truth/NOUN/nsubj/is/truth", "truth"),
        ("It is not true that it sank.",
         "It/PRON/expl/true is/AUX/cop/true not/PART/advmod/true true/ADJ/root/true/true that/SCONJ/mark/sank "
         "sank/VERB/csubj/true/sink/VBD", "true"),
    ],
)  # fmt: skip
def test_the_word_that_says_no_of_a_report(text, tree, expected):
    found = refusals.refusal(word_of(Built(text, tree), "sank"))
    assert (found.text if found is not None else None) == expected


@pytest.mark.parametrize(
    "noun, text, tree, expected",
    [
        ("killing", "He denied any role in a killing.",
         "any/DET/det/role role/NOUN/obj/denied/role killing/NOUN/nmod/role/killing a/DET/det/killing", True),
        ("killing", "He denied any talk of a killing.",
         "any/DET/det/talk talk/NOUN/obj/denied/talk killing/NOUN/nmod/talk/killing a/DET/det/killing", False),
        ("talks", "He denied that the talks failed.",
         "the/DET/det/talks talks/NOUN/nsubj/failed/talk failed/VERB/ccomp/denied/fail/VBD", True),
        ("attack", "He denied the attack.", "the/DET/det/attack attack/NOUN/obj/denied/attack", False),
        ("attack", "He denied that the attack happened.",
         "the/DET/det/attack attack/NOUN/nsubj/happened/attack happened/VERB/ccomp/denied/happen/VBD", False),
        ("fire", "He denied theft after a fire.",
         "theft/NOUN/obj/denied/theft after/ADP/case/fire a/DET/det/fire fire/NOUN/nmod/theft/fire", True),
        ("attack", "He denied that an attack failed.",
         "an/DET/det/attack attack/NOUN/nsubj/failed/attack failed/VERB/ccomp/denied/fail/VBD", False),
    ],
)  # fmt: skip
def test_what_a_denial_leaves_standing(noun, text, tree, expected):
    made = Built(text, f"He/PRON/nsubj/denied denied/VERB/root/denied/deny/VBD {tree}")
    assert refusals.presupposed(word_of(made, noun)) is expected


def test_that_he_is_behind_a_killing_is_denied_and_not_the_killing():
    made = Built(
        "It was not true that he is behind the killing.",
        "It/PRON/expl/true was/AUX/cop/true not/PART/advmod/true true/ADJ/root/true/true that/SCONJ/mark/killing "
        "he/PRON/nsubj/killing is/AUX/cop/killing behind/ADP/case/killing the/DET/det/killing "
        "killing/NOUN/csubj/true/killing",
    )
    assert refusals.refusal(word_of(made, "killing")) is None


def test_an_offer_that_is_rejected_was_made():
    tree = (
        "Oro/PROPN/nsubj/rejected rejected/VERB/root/rejected/reject/VBD an/DET/det/offer offer/NOUN/obj/rejected/offer"
    )
    assert refusals.presupposed(word_of(Built("Oro rejected an offer.", tree), "offer"))


def test_a_report_called_untrue_is_denied_on_the_word_of_who_says_so():
    made = Built(
        "Moreno said reports of his death were false.",
        "Moreno/PROPN/nsubj/said said/VERB/root/said/say/VBD reports/NOUN/nsubj/false/report of/ADP/case/death "
        "his/PRON/nmod:poss/death death/NOUN/nmod/reports/death were/AUX/cop/false false/ADJ/ccomp/said/false",
        names={"Moreno": "PER"},
        parts=[("Moreno", "said", ["reports of his death were false"])],
    )
    death = made.event("death")
    assert (death.holders[-1], death.factuality, death.commitments[0]) == ("Moreno", -3.0, 0.0)
    assert death.happened < 0 and "false" in [made.quote(e) for e in death.evidence]


def test_what_nothing_speaks_for_is_not_held():
    made = Built(
        "There is no evidence that it sank.",
        "is/VERB/root/is/be no/DET/det/evidence evidence/NOUN/nsubj/is/evidence that/SCONJ/mark/sank "
        "it/PRON/nsubj/sank sank/VERB/acl/evidence/sink/VBD",
    )
    assert made.event("sank").factuality == -1.0
