"""Subjects and phrases that a tree hangs on another word than their own."""

import pytest

from rashomon.grammar import clauses, strays
from tests.readings import Built


def token(made, word):
    return next(t for t in made.doc if t.text == word)


@pytest.mark.parametrize(
    "text, tree, verb, expected",
    [
        ("The guard said he fled.",
         "The/DET/det/guard guard/NOUN/nsubj/fled said/VERB/root/said/say/VBD he/PRON/nsubj/fled "
         "fled/VERB/ccomp/said/flee/VBD", "fled", "he"),
        ("In the capital, Oro, workers marched.",
         "In/ADP/case/capital/in/IN capital/NOUN/obl/marched ,/PUNCT/punct/capital Oro/PROPN/nsubj/marched "
         "workers/NOUN/nsubj/marched/worker marched/VERB/root/marched/march/VBD", "marched", "workers"),
        ("They meant to rob it, there were four.",
         "They/PRON/nsubj/were meant/VERB/parataxis/were/mean/VBD to/PART/mark/rob rob/VERB/xcomp/meant/rob/VB "
         "it/PRON/obj/rob were/VERB/root/were/be/VBD four/NUM/nsubj/were", "meant", "They"),
        ("Oro met rebels and guards fled.",
         "Oro/PROPN/nsubj/met met/VERB/root/met/meet/VBD rebels/NOUN/obj/met/rebel and/CCONJ/cc/guards "
         "guards/NOUN/conj/rebels/guard fled/VERB/ccomp/met/flee/VBD", "fled", "guards"),
        ("Of the victims, three fell.",
         "Of/ADP/case/victims victims/NOUN/nsubj/fell/victim ,/PUNCT/punct/victims three/NUM/appos/victims "
         "fell/VERB/root/fell/fall/VBD", "fell", "three"),
        ("The guard said Oro would not leave.",
         "guard/NOUN/nsubj/said said/VERB/root/said/say/VBD Oro/PROPN/nsubj/said would/AUX/aux/leave "
         "not/PART/advmod/leave leave/VERB/ccomp/said/leave/VB", "leave", "Oro"),
        ("Two flights would leave Oro.",
         "flights/NOUN/obj/leave/flight would/AUX/aux/leave leave/VERB/root/leave/leave/VB Oro/PROPN/obj/leave",
         "leave", "flights"),
        ("He spoke as the vote passed.",
         "He/PRON/nsubj/spoke spoke/VERB/root/spoke/speak/VBD as/SCONJ/mark/passed/as/IN the/DET/det/vote "
         "vote/NOUN/obl/passed passed/VERB/acl/spoke/pass/VBD", "passed", "vote"),
        ("They said a blast shook it.",
         "They/PRON/nsubj/said said/VERB/root/said/say/VBD a/DET/det/blast blast/NOUN/obj/said "
         "shook/VERB/ccomp/said/shake/VBD it/PRON/obj/shook", "shook", "blast"),
        ("It saw a bid by Oro to leave.",
         "It/PRON/nsubj/saw saw/VERB/root/saw/see/VBD bid/NOUN/obj/saw by/ADP/case/Oro Oro/PROPN/nmod/bid "
         "to/PART/mark/leave leave/VERB/advcl/saw/leave/VB", "leave", "Oro"),
        ("It saw a bid for Oro to leave.",
         "It/PRON/nsubj/saw saw/VERB/root/saw/see/VBD bid/NOUN/obj/saw for/ADP/case/Oro Oro/PROPN/nmod/bid "
         "to/PART/mark/leave leave/VERB/advcl/saw/leave/VB", "leave", "It"),
        ("It saw a bid to leave by Oro.",
         "It/PRON/nsubj/saw saw/VERB/root/saw/see/VBD bid/NOUN/obj/saw to/PART/mark/leave leave/VERB/acl/bid/leave/VB "
         "by/ADP/case/Oro Oro/PROPN/nmod/bid", "leave", "It"),
        ("She hid Oro's plan to leave.",
         "She/PRON/nsubj/hid hid/VERB/root/hid/hide/VBD Oro/PROPN/nmod:poss/plan plan/NOUN/obj/hid "
         "to/PART/mark/leave leave/VERB/xcomp/hid/leave/VB", "leave", "Oro"),
    ],
)  # fmt: skip
def test_a_subject_that_the_tree_gives_to_another_verb(text, tree, verb, expected):
    assert clauses.subject(token(Built(text, tree), verb)).text == expected


def test_a_participle_taken_for_the_main_verb_undergoes():
    tree = (
        "Plates/NOUN/nsubj/recovered/plate recovered/VERB/root/recovered/recover/VBD at/ADP/case/gate "
        "gate/NOUN/obl/recovered/gate match/VERB/conj/recovered/match/VBP others/NOUN/obj/match"
    )
    assert clauses.passive(token(Built("Plates recovered at a gate match others.", tree), "recovered"))


@pytest.mark.parametrize(
    "text, clause, expected",
    [
        ("The maps they drew burned.", "they/PRON/nsubj/drew drew/VERB/acl/maps/draw/VBD", "maps"),
        ("The day they left burned.", "they/PRON/nsubj/left left/VERB/acl/day/leave/VBD", None),
        ("The men they spoke to burned.",
         "they/PRON/nsubj/spoke spoke/VERB/acl/men/speak/VBD to/ADP/case/spoke", None),
    ],
)  # fmt: skip
def test_a_clause_without_a_relative_pronoun_has_its_noun_for_its_object(text, clause, expected):
    noun, verb = text.split()[1], text.split()[3]
    tree = f"The/DET/det/{noun} {noun}/NOUN/nsubj/burned {clause} burned/VERB/root/burned/burn/VBD"
    found = strays.open_object(token(Built(text, tree), verb), {"speak"})
    assert (found and found.text) == expected


FOUND = (
    "bomb/NOUN/nsubj:pass/meant found/VERB/acl/bomb/find/VBN in/ADP/case/Sella/in/IN Sella/PROPN/obl/meant "
    "was/AUX/aux:pass/meant meant/VERB/root/meant/mean/VBN"
)


def test_a_phrase_right_behind_a_verb_is_of_that_verb():
    made = Built("A bomb found in Sella was meant.", FOUND, names={"Sella": "LOC"}, happened={"found": 1, "meant": 1})
    assert ("place", "Sella", "Sella") in made.roles("found")
    assert ("place", "Sella", "Sella") not in made.roles("meant")


def test_verbs_in_a_row_share_who_did_it():
    tree = (
        "Nine/NUM/nsubj:pass/robbed were/AUX/aux:pass/robbed robbed/VERB/root/robbed/rob/VBN and/CCONJ/cc/beaten "
        "beaten/VERB/conj/robbed/beat/VBN by/ADP/case/gangs/by/IN gangs/NOUN/obl:agent/robbed/gang"
    )
    made = Built("Nine were robbed and beaten by gangs.", tree, happened={"beaten": 1})
    assert all(("agent", "gangs", None) in made.roles(verb) for verb in ("robbed", "beaten"))


def test_a_second_subject_behind_its_verb_is_its_object():
    tree = (
        "Gunmen/NOUN/nsubj/shot/gunman shot/VERB/root/shot/shoot/VBD dead/ADJ/xcomp/shot the/DET/det/cook "
        "cook/NOUN/nsubj/shot Oro/PROPN/nsubj/shot"
    )
    made = Built("Gunmen shot dead the cook Oro.", tree).reading
    assert strays.second_subject(token(made, "shot")) == token(made, "Oro")
    assert not clauses.passive(token(made, "shot"))
