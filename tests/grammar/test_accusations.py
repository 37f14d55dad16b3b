"""Accusations that somebody denies as a whole: who is accused, of what kind, and which word denies."""

import pytest

from rashomon.grammar import accusations
from rashomon.lexicon import GUILTY
from rashomon.types import EventMention
from tests.readings import Built

ORO = "Oro/PROPN/nsubj/{0}"
DENIED = ORO.format("denied") + " denied/VERB/root/denied/deny/VBD "
ALLEGATIONS = "the/DET/det/allegations allegations/NOUN/obj/{0}/allegation"


def denial(text, tree):
    doc = Built(text, tree).reading.doc
    found = [d for t in doc if (d := accusations.denied(t)) is not None]
    return [(d.accusation.text, d.accused.text, d.word.text, " ".join(t.text for t in d.of) or None) for d in found]


@pytest.mark.parametrize(
    "text, tree, expected",
    [
        ("Oro denied the allegations.", DENIED + ALLEGATIONS.format("denied"),
         [("allegations", "Oro", "denied", None)]),
        ("Oro denied the allegations of theft.",
         DENIED + ALLEGATIONS.format("denied") + " of/ADP/case/theft theft/NOUN/nmod/allegations",
         [("allegations", "Oro", "denied", "theft")]),
        ("Oro denied any wrongdoing.", DENIED + "any/DET/det/wrongdoing wrongdoing/NOUN/obj/denied",
         [("wrongdoing", "Oro", "denied", None)]),
        ("Oro rejected any wrongdoing.",  # will have none of it
         ORO.format("rejected") + " rejected/VERB/root/rejected/reject/VBD any/DET/det/wrongdoing "
         "wrongdoing/NOUN/obj/rejected", []),
        ("Oro denied responsibility.", DENIED + "responsibility/NOUN/obj/denied",
         [("responsibility", "Oro", "denied", None)]),
        ("Oro denied all of the allegations.",
         DENIED + "all/DET/obj/denied of/ADP/case/allegations the/DET/det/allegations "
         "allegations/NOUN/nmod/all/allegation", [("allegations", "Oro", "denied", None)]),
        ("The allegations were denied by Oro.",
         "The/DET/det/allegations allegations/NOUN/nsubj:pass/denied/allegation were/AUX/aux:pass/denied "
         "denied/VERB/root/denied/deny/VBN by/ADP/case/Oro Oro/PROPN/obl:agent/denied",
         [("allegations", "Oro", "denied", None)]),
        ("Oro called the allegations baseless.",
         ORO.format("called") + " called/VERB/root/called/call/VBD " + ALLEGATIONS.format("called")
         + " baseless/ADJ/xcomp/called/baseless", [("allegations", "Oro", "baseless", None)]),
        ("Oro denied the allegations against Vale.",
         DENIED + ALLEGATIONS.format("denied") + " against/ADP/case/Vale Vale/PROPN/nmod/allegations",
         [("allegations", "Vale", "denied", None)]),
        ("A lawyer for Oro denied the allegations.",
         "A/DET/det/lawyer lawyer/NOUN/nsubj/denied/lawyer for/ADP/case/Oro Oro/PROPN/nmod/lawyer "
         "denied/VERB/root/denied/deny/VBD " + ALLEGATIONS.format("denied"),
         [("allegations", "Oro", "denied", None)]),
        ("Oro pleaded not guilty.",
         ORO.format("pleaded") + " pleaded/VERB/root/pleaded/plead/VBD not/PART/advmod/guilty "
         "guilty/ADJ/xcomp/pleaded/guilty", [("guilty", "Oro", "not", None)]),
        ("Oro pleaded not guilty to two counts of theft and one of arson.",
         ORO.format("pleaded") + " pleaded/VERB/root/pleaded/plead/VBD not/PART/advmod/guilty "
         "guilty/ADJ/xcomp/pleaded/guilty to/ADP/case/counts two/NUM/nummod/counts counts/NOUN/obl/guilty/count "
         "of/ADP/case/theft theft/NOUN/nmod/counts and/CCONJ/cc/arson arson/NOUN/conj/theft",
         [("guilty", "Oro", "not", "theft arson")]),
        ("Oro denied theft and fraud.",
         DENIED + "theft/NOUN/obj/denied and/CCONJ/cc/fraud fraud/NOUN/conj/theft",
         [("theft", "Oro", "denied", "theft fraud")]),
        ("Oro denied any theft.", DENIED + "any/DET/det/theft theft/NOUN/obj/denied",
         [("theft", "Oro", "denied", "theft")]),
        ("Oro denied the theft.", DENIED + "the/DET/det/theft theft/NOUN/obj/denied", []),  # that there was one
        ("Oro denied bail.", DENIED + "bail/NOUN/obj/denied", []),
        ("The court denied fraud.",
         "The/DET/det/court court/NOUN/nsubj/denied denied/VERB/root/denied/deny/VBD fraud/NOUN/obj/denied", []),
        ("Oro did not deny the allegations.",
         ORO.format("deny") + " did/AUX/aux/deny/do not/PART/advmod/deny deny/VERB/root/deny/deny/VB "
         + ALLEGATIONS.format("deny"), []),
        ("The judge rejected the allegations.",
         "The/DET/det/judge judge/NOUN/nsubj/rejected/judge rejected/VERB/root/rejected/reject/VBD "
         + ALLEGATIONS.format("rejected"), []),
        ("Oro rejected claims of progress.",
         ORO.format("rejected") + " rejected/VERB/root/rejected/reject/VBD claims/NOUN/obj/rejected/claim "
         "of/ADP/case/progress progress/NOUN/nmod/claims", []),
        ("Oro faces the allegations.",
         ORO.format("faces") + " faces/VERB/root/faces/face/VBZ " + ALLEGATIONS.format("faces"), []),
    ],
)  # fmt: skip
def test_who_denies_what_they_are_accused_of(text, tree, expected):
    assert denial(text, tree) == expected


def test_a_denial_of_all_is_on_the_word_of_the_accused():
    made = Built("Oro denied the allegations.", DENIED + ALLEGATIONS.format("denied"), names={"Oro": "PER"})
    [found] = [m for m in made.layer(EventMention) if m.predicate == GUILTY]
    assert [(a.role, a.name) for a in found.arguments] == [("patient", "Oro")]
    assert found.holders == ("The Herald", "Oro") and found.commitments == (0.0, -3.0)
    assert made.quote(found.evidence[0]) == "denied"
