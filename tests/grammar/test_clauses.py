"""Who takes part in a clause, by its tree."""

import pytest

from rashomon.grammar import clauses, coordination
from tests.readings import Built

MOBS = "Oro left after mobs burned it."
MOBS_TREE = (
    "Oro/PROPN/nsubj/left left/VERB/root/left/leave/VBD after/SCONJ/mark/burned mobs/NOUN/nsubj/left/mob "
    "burned/VERB/advcl/left/burn/VBD it/PRON/obj/burned"
)


@pytest.mark.parametrize(
    "text, tree, verb, expected",
    [
        (
            "Moreno voiced his desire to meet Lindt.",
            "Moreno/PROPN/nsubj/voiced voiced/VERB/root/voiced his/PRON/nmod:poss/desire desire/NOUN/obj/voiced "
            "to/PART/mark/meet meet/VERB/acl/desire/meet/VB Lindt/PROPN/obj/meet",
            "meet",
            "his",
        ),
        (
            "The pilot who left slept.",
            "The/DET/det/pilot pilot/NOUN/nsubj/slept who/PRON/nsubj/left left/VERB/acl:relcl/pilot/leave/VBD "
            "slept/VERB/root/slept",
            "left",
            "pilot",
        ),
        (
            "Moreno came and left.",
            "Moreno/PROPN/nsubj/came came/VERB/root/came and/CCONJ/cc/left left/VERB/conj/came/leave",
            "left",
            "Moreno",
        ),
        ("The plan to leave failed.", "plan/NOUN/nsubj/failed leave/VERB/acl/plan/leave/VB failed/VERB/root/failed",
         "leave", None),
        ("They pressed Oro to leave.",
         "They/PRON/nsubj/pressed pressed/VERB/root/pressed/press Oro/PROPN/obj/pressed to/PART/mark/leave "
         "leave/VERB/advcl/pressed/leave/VB", "leave", "Oro"),
        ("They promised Oro to leave.",
         "They/PRON/nsubj/promised promised/VERB/root/promised/promise Oro/PROPN/obj/promised to/PART/mark/leave "
         "leave/VERB/xcomp/promised/leave/VB", "leave", "They"),
        ("Moreno called for Oro to leave.",
         "Moreno/PROPN/nsubj/called called/VERB/root/called/call for/ADP/case/Oro Oro/PROPN/obl/called "
         "to/PART/mark/leave leave/VERB/xcomp/called/leave/VB", "leave", "Oro"),
        ("Moreno warned Oro against leaving.",
         "Moreno/PROPN/nsubj/warned warned/VERB/root/warned/warn Oro/PROPN/obj/warned against/SCONJ/mark/leaving "
         "leaving/VERB/advcl/warned/leave/VBG", "leaving", "Oro"),
        ("They jailed Oro for leaving.",
         "They/PRON/nsubj/jailed jailed/VERB/root/jailed/jail Oro/PROPN/obj/jailed for/SCONJ/mark/leaving "
         "leaving/VERB/advcl/jailed/leave/VBG", "leaving", "Oro"),
        ("Moreno fired on pilots leaving Karsa.",
         "Moreno/PROPN/nsubj/fired fired/VERB/root/fired/fire on/ADP/case/pilots pilots/NOUN/obl/fired/pilot "
         "leaving/VERB/advcl/fired/leave/VBG Karsa/PROPN/obj/leaving", "leaving", "pilots"),
        ("Moreno fired on pilots, leaving Karsa.",
         "Moreno/PROPN/nsubj/fired fired/VERB/root/fired/fire on/ADP/case/pilots pilots/NOUN/obl/fired/pilot "
         ",/PUNCT/punct/leaving leaving/VERB/advcl/fired/leave/VBG Karsa/PROPN/obj/leaving", "leaving", "Moreno"),
        ("Moreno slept after being robbed.",
         "Moreno/PROPN/nsubj/slept slept/VERB/root/slept after/SCONJ/mark/robbed being/AUX/aux:pass/robbed "
         "robbed/VERB/advcl/slept/rob/VBN", "robbed", "Moreno"),
        ("Moreno slept as it was robbed.",
         "Moreno/PROPN/nsubj/slept slept/VERB/root/slept as/SCONJ/mark/robbed was/AUX/aux:pass/robbed "
         "robbed/VERB/advcl/slept/rob/VBN", "robbed", None),
        ("Moreno is keen to leave.",
         "Moreno/PROPN/nsubj/keen is/AUX/cop/keen keen/ADJ/root/keen to/PART/mark/leave leave/VERB/advcl/keen/leave/VB",
         "leave", "Moreno"),
        ("Moreno was the first to leave.",
         "Moreno/PROPN/nsubj/first was/AUX/cop/first the/DET/det/first first/NOUN/root/first to/PART/mark/leave "
         "leave/VERB/acl/first/leave/VB", "leave", "Moreno"),
        ("Moreno made an effort to leave.",
         "Moreno/PROPN/nsubj/made made/VERB/root/made/make effort/NOUN/obj/made/effort to/PART/mark/leave "
         "leave/VERB/acl/effort/leave/VB", "leave", "Moreno"),
        ("The possibility of leaving remained.",
         "possibility/NOUN/nsubj/remained/possibility of/SCONJ/mark/leaving leaving/VERB/acl/possibility/leave/VBG "
         "remained/VERB/root/remained", "leaving", None),
        ("They attend a forum to be held.",
         "They/PRON/nsubj/attend attend/VERB/root/attend/attend forum/NOUN/obj/attend to/PART/mark/held "
         "be/AUX/aux:pass/held held/VERB/advcl/attend/hold/VBN", "held", "forum"),
        ("The ship sank, Moreno said.",
         "ship/NOUN/nsubj/said sank/VERB/ccomp/said/sink Moreno/PROPN/nsubj/said said/VERB/root/said/say", "said",
         "Moreno"),
        ("Oro is to leave, Moreno said.",
         "Oro/PROPN/nsubj/said is/AUX/aux/leave to/PART/mark/leave leave/VERB/ccomp/said/leave/VB ,/PUNCT/punct/said "
         "Moreno/PROPN/nsubj/said said/VERB/root/said/say/VBD", "leave", "Oro"),
        (MOBS, MOBS_TREE, "burned", "mobs"),
        (MOBS, MOBS_TREE, "left", "Oro"),
        ("Moreno who slept left.",
         "Moreno/PROPN/nsubj/left who/PRON/nsubj/slept slept/VERB/acl:relcl/Moreno/sleep/VBD left/VERB/root/left",
         "left", "Moreno"),
        ("Guard Moreno left.", "Guard/NOUN/nsubj/left Moreno/PROPN/nsubj/left left/VERB/root/left", "left", "Moreno"),
    ],
)  # fmt: skip
def test_the_subject_of_a_verb(text, tree, verb, expected):
    doc = Built(text, tree).reading.doc
    found = clauses.subject(next(t for t in doc if t.text == verb))
    assert (found.text if found is not None else None) == expected


@pytest.mark.parametrize(
    "text, tree, expected",
    [
        ("Ana and Luz left.", "Ana/PROPN/nsubj/left and/CCONJ/cc/left Luz/PROPN/nsubj/left left/VERB/root/left",
         ["Ana", "Luz"]),
        ("Ana along with Luz left.",
         "Ana/PROPN/nsubj/left along/ADV/advmod/Ana with/ADP/case/Luz Luz/PROPN/nmod/Ana left/VERB/root/left",
         ["Ana", "Luz"]),
        ("Ana left with Luz.", "Ana/PROPN/nsubj/left left/VERB/root/left with/ADP/case/Luz Luz/PROPN/obl/left",
         ["Ana"]),
    ],
)  # fmt: skip
def test_everyone_who_is_subject(text, tree, expected):
    doc = Built(text, tree).reading.doc
    assert [t.text for t in coordination.subjects(next(t for t in doc if t.text == "left"))] == expected


@pytest.mark.parametrize(
    "text, tree, verb, expected",
    [
        ("Boats were sunk.", "Boats/NOUN/nsubj:pass/sunk were/AUX/aux:pass/sunk sunk/VERB/root/sunk/sink/VBN", "sunk",
         True),
        ("Boats were hit and robbed.",
         "Boats/NOUN/nsubj:pass/hit were/AUX/aux:pass/hit hit/VERB/root/hit/hit/VBN and/CCONJ/cc/robbed "
         "robbed/VERB/conj/hit/rob/VBN", "robbed", True),
        ("Three men arrested in Karsa", "men/NOUN/nsubj/arrested arrested/VERB/root/arrested/arrest/VBD "
         "in/ADP/case/Karsa Karsa/PROPN/obl/arrested", "arrested", True),
        ("Bomb killed at least nine", "Bomb/NOUN/nsubj/killed killed/VERB/root/killed/kill/VBD nine/NUM/obl/killed",
         "killed", False),
        ("A deal reached in Karsa", "deal/NOUN/root/deal reached/VERB/acl/deal/reach/VBD", "reached", True),
        ("Police arrested three men", "Police/NOUN/nsubj/arrested arrested/VERB/root/arrested/arrest/VBD "
         "men/NOUN/obj/arrested", "arrested", False),
    ],
)  # fmt: skip
def test_a_passive_without_its_auxiliary(text, tree, verb, expected):
    doc = Built(text, tree).reading.doc
    assert clauses.passive(next(t for t in doc if t.text == verb)) is expected


def test_a_verb_in_a_row_shares_the_subject_whatever_the_tree():
    made = Built(
        "Oro rose, turned and fell.",
        "Oro/PROPN/nsubj/rose rose/VERB/root/rose/rise/VBD turned/VERB/advcl/rose/turn/VBD and/CCONJ/cc/fell "
        "fell/VERB/conj/rose/fall/VBD",
    )
    assert [clauses.subject(t).text for t in made.reading.doc if t.pos_ == "VERB"] == ["Oro"] * 3


@pytest.mark.parametrize(
    "text, tree, verb, expected",
    [
        ("They met Oro, who left.",  # the noun right before "who", wherever the tree hangs its clause
         "They/PRON/nsubj/met met/VERB/root/met/meet/VBD Oro/PROPN/obj/met ,/PUNCT/punct/left "
         "who/PRON/nsubj/left/who/WP left/VERB/advcl/met/leave/VBD", "left", "Oro"),
        ("They asked who left.",  # in a question it stands for nobody
         "They/PRON/nsubj/asked asked/VERB/root/asked/ask/VBD who/PRON/nsubj/left/who/WP "
         "left/VERB/ccomp/asked/leave/VBD", "left", "who"),
        ("Oro was fined $3 for leaving.",  # who was punished for it did it
         "Oro/PROPN/nsubj:pass/fined was/AUX/aux:pass/fined fined/VERB/root/fined/fine/VBN 3/NUM/obj/fined "
         "for/SCONJ/mark/leaving leaving/VERB/advcl/fined/leave/VBG", "leaving", "Oro"),
        ("Two men were killed and six wounded.",  # a number right before a participle without its auxiliary
         "Two/NUM/nummod/men men/NOUN/nsubj:pass/killed/man were/AUX/aux:pass/killed killed/VERB/root/killed/kill/VBN "
         "and/CCONJ/cc/wounded six/NUM/conj/killed wounded/VERB/conj/killed/wound/VBN", "wounded", "six"),
        ("Two were killed and six wounded there.",  # wherever the tree hangs the two
         "Two/NUM/nsubj:pass/killed were/AUX/aux:pass/killed killed/VERB/root/killed/kill/VBN and/CCONJ/cc/killed "
         "six/NUM/obl:unmarked/wounded wounded/VERB/advcl/killed/wound/VBN there/ADV/advmod/wounded", "wounded", "six"),
        ("Rebels took a bridge linking Vell.",  # the thing that links, not who takes it
         "Rebels/NOUN/nsubj/took took/VERB/root/took/take/VBD a/DET/det/bridge bridge/NOUN/obj/took "
         "linking/VERB/advcl/took/link/VBG Vell/PROPN/obj/linking", "linking", "bridge"),
    ],
)  # fmt: skip
def test_a_subject_is_found_where_the_tree_does_not_say(text, tree, verb, expected):
    doc = Built(text, tree).reading.doc
    assert clauses.subject(next(t for t in doc if t.text == verb)).text == expected
