"""Stances that the cue alone does not tell, and verbs that tell nothing with a mere thing after them."""

import pytest

from rashomon.types import Attribution
from tests.readings import Built

LEAVE = "to/PART/mark/leave leave/VERB/xcomp/{}/leave/VB"
THAT = "that/SCONJ/mark/sank it/PRON/nsubj/sank sank/VERB/ccomp/{}/sink/VBD"


@pytest.mark.parametrize(
    "cue, lemma, content, rest, expected",
    [
        ("asked", "ask", "them to leave", "them/PRON/obj/asked " + LEAVE.format("asked"), ("want", True)),
        ("asked", "ask", "them to explain it", "to/PART/mark/explain explain/VERB/xcomp/asked", ("ask", True)),
        ("asked", "ask", "whether it sank", "whether/SCONJ/mark/sank sank/VERB/ccomp/asked/sink", ("ask", True)),
        ("told", "tell", "them to leave", "them/PRON/obj/told " + LEAVE.format("told"), ("want", True)),
        ("told", "tell", "them to explain it", "to/PART/mark/explain explain/VERB/xcomp/told", ("say", True)),
        ("neither confirmed nor denied", "neither", "it", "confirmed/VERB/conj/neither", ("say", False)),
        ("took issue with", "take", "it", "issue/NOUN/obj/took", ("oppose", True)),
        ("agreed", "agree", "to leave", LEAVE.format("agreed"), ("promise", True)),
        ("agreed", "agree", "that it sank", THAT.format("agreed"), ("say", True)),
        ("refused", "refuse", "to leave", LEAVE.format("refused"), ("deny", True)),
        (
            "called on",
            "call",
            "them to leave",
            "on/ADP/case/them them/PRON/obl/called " + LEAVE.format("called"),
            ("want", True),
        ),
        ("saw", "see", "them leave", "them/PRON/nsubj/leave leave/VERB/ccomp/saw/leave/VB", ("know", True)),
        ("saw", "see", "that it sank", THAT.format("saw"), ("believe", True)),
        ("offered", "offer", "to leave", LEAVE.format("offered"), ("promise", True)),
        ("voiced", "voice", "support for it", "support/NOUN/obj/voiced", ("endorse", True)),
    ],
)
def test_what_follows_a_cue_tells_its_stance(cue, lemma, content, rest, expected):
    verb = cue.split()[0]
    tree = f"Lindt/PROPN/nsubj/{verb} {verb}/VERB/root/{verb}/{lemma}/VBD {rest}"
    made = Built(f"Lindt {cue} {content}.", tree, names={"Lindt": "PER"}, parts=[("Lindt", cue, [content])])
    [found] = made.layer(Attribution)
    assert (found.stance, found.positive) == expected


@pytest.mark.parametrize("who, positive", [("Guards", True), ("Nobody", False)])
def test_nobody_says_so(who, positive):
    tree = f"{who}/PRON/nsubj/said said/VERB/root/said/say/VBD " + THAT.format("said")
    made = Built(f"{who} said that it sank.", tree, parts=[(who, "said", ["that it sank"])])
    assert [a.positive for a in made.layer(Attribution)] == [positive]


def test_a_no_within_who_says_it_denies_nothing():
    tree = (
        "Farmers/NOUN/nsubj/said with/ADP/case/land no/DET/det/land land/NOUN/nmod/Farmers said/VERB/root/said/say/VBD "
        + THAT.format("said")
    )
    parts = [("Farmers with no land", "said", ["that it sank"])]
    made = Built("Farmers with no land said that it sank.", tree, parts=parts)
    assert [a.positive for a in made.layer(Attribution)] == [True]


@pytest.mark.parametrize(
    "cue, lemma, content, rest, told",
    [
        ("signed", "sign", "the treaty", "the/DET/det/treaty treaty/NOUN/obj/signed", 0),
        ("praised", "praise", "the treaty", "the/DET/det/treaty treaty/NOUN/obj/praised", 1),
        ("pursued", "pursue", "that it sank", THAT.format("pursued"), 1),  # a clause is told whatever the verb
    ],
)
def test_a_deed_tells_nothing(cue, lemma, content, rest, told):
    tree = f"Lindt/PROPN/nsubj/{cue} {cue}/VERB/root/{cue}/{lemma}/VBD {rest}"
    made = Built(f"Lindt {cue} {content}.", tree, names={"Lindt": "PER"}, parts=[("Lindt", cue, [content])])
    assert len(made.layer(Attribution)) == told


def test_a_passive_in_the_next_sentence_is_not_told_by_who_spoke_before():
    text = "Guards left. The pier is expected to sink."
    tree = (
        "Guards/NOUN/nsubj/left left/VERB/root/left/leave/VBD pier/NOUN/nsubj:pass/expected is/AUX/aux:pass/expected "
    )
    tree += "expected/VERB/root/expected/expect/VBN to/PART/mark/sink sink/VERB/xcomp/expected"
    made = Built(text, tree, parts=[("Guards", "is expected", ["The pier", "to sink"])])
    assert [a.source for a in made.layer(Attribution)] == [None]


def test_a_verb_in_another_sentence_than_its_source_has_its_own_subject():
    text = "Guards left. Vell moved troops and said it waits."
    tree = "Guards/NOUN/nsubj/left left/VERB/root/left/leave/VBD Vell/PROPN/nsubj/moved moved/VERB/root/moved/move/VBD "
    tree += "and/CCONJ/cc/said said/VERB/conj/moved/say/VBD it/PRON/nsubj/waits waits/VERB/ccomp/said/wait/VBZ"
    made = Built(text, tree, names={"Vell": "LOC"}, parts=[("Guards", "said", ["it waits"])])
    assert [a.speaker for a in made.layer(Attribution)] == ["Vell"]


def test_what_must_be_is_in_nobodys_mind():
    text = "Moreno said Lindt needs to leave."
    tree = "Moreno/PROPN/nsubj/said said/VERB/root/said/say/VBD Lindt/PROPN/nsubj/needs needs/VERB/ccomp/said/need/VBZ "
    tree += LEAVE.format("needs")
    made = Built(text, tree, names={"Moreno": "PER"}, parts=[("Moreno", "said", ["Lindt needs to leave"])])
    assert len(made.layer(Attribution)) == 1


def test_content_ends_with_a_whole_name():
    text = "Moreno said it is led by Ana Maria Oro."
    tree = "Moreno/PROPN/nsubj/said said/VERB/root/said/say/VBD led/VERB/ccomp/said/lead/VBN by/ADP/case/Ana "
    tree += "Ana/PROPN/obl/led Maria/PROPN/flat/Ana Oro/PROPN/flat/Ana"
    names = {"Moreno": "PER", "Ana Maria Oro": "PER"}
    made = Built(text, tree, names=names, parts=[("Moreno", "said", ["it is led by Ana"])])
    assert made.said() == [("Moreno", ("it is led by Ana Maria Oro",))]


def test_a_closing_mark_that_opens_makes_a_quotation():
    made = Built("”It was old,” Moreno said.", parts=[("Moreno", "said", ["”It was old,”"])], names={"Moreno": "PER"})
    assert [a.form for a in made.layer(Attribution)] == ["direct"]


@pytest.mark.parametrize("cue, lemma, told", [("sees", "see", 0), ("warns", "warn", 1)])
def test_another_says_something_only_with_a_verb_of_telling(cue, lemma, told):
    tree = (
        f"Another/DET/nsubj/{cue} {cue}/VERB/root/{cue}/{lemma}/VBZ it/PRON/nsubj/sank sank/VERB/ccomp/{cue}/sink/VBD"
    )
    made = Built(f"Another {cue} it sank.", tree, parts=[("Another", cue, ["it sank"])])
    assert len(made.layer(Attribution)) == told
