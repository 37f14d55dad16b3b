"""Constructions that the rules of statements name, each by a tree and what the model found: what is left of it."""

import pytest

from rashomon.types import Attribution, BlockKind
from tests.readings import Built


@pytest.mark.parametrize(
    ("text", "tree", "names", "part", "expected"),
    [
        (
            "Oro's judiciary said it sank.",
            "Oro/PROPN/nmod:poss/judiciary 's/PART/case/Oro judiciary/NOUN/nsubj/said said/VERB/root/said/say/VBD "
            "it/PRON/nsubj/sank sank/VERB/ccomp/said/sink/VBD",
            {"Oro": "LOC"},
            ("Oro's", "said", ["it sank"]),
            [("Oro's judiciary", "said", ["it sank"])],
        ),
        (
            "A doctor at the clinic said it sank.",
            "doctor/NOUN/nsubj/said at/ADP/case/clinic the/DET/det/clinic clinic/NOUN/nmod/doctor "
            "said/VERB/root/said/say/VBD it/PRON/nsubj/sank sank/VERB/ccomp/said/sink/VBD",
            {},
            ("A doctor at", "said", ["it sank"]),
            [("A doctor at the clinic", "said", ["it sank"])],
        ),
        (
            "Police have also said it sank.",
            "Police/NOUN/nsubj/said have/AUX/aux/said also/ADV/advmod/said said/VERB/root/said/say/VBD "
            "it/PRON/nsubj/sank sank/VERB/ccomp/said/sink/VBD",
            {},
            ("Police have also", "said", ["it sank"]),
            [("Police", "said", ["it sank"])],
        ),
        (
            "You can see it sank.",
            "You/PRON/nsubj/see can/AUX/aux/see see/VERB/root/see/see/VB it/PRON/nsubj/sank "
            "sank/VERB/ccomp/see/sink/VBD",
            {},
            ("You", "see", ["it sank"]),
            [],
        ),
        (
            "Ana said and it sank.",
            "Ana/PROPN/nsubj/said said/VERB/root/said/say/VBD and/CCONJ/cc/sank it/PRON/nsubj/sank "
            "sank/VERB/ccomp/said/sink/VBD",
            {"Ana": "PER"},
            ("Ana", "said", ["and it sank"]),
            [("Ana", "said", ["it sank"])],
        ),
        (
            "The blast was in a shed where grain lay, Oro said.",
            "blast/NOUN/nsubj/shed was/AUX/cop/shed in/ADP/case/shed shed/NOUN/ccomp/said "
            "where/ADV/advmod/lay//WRB grain/NOUN/nsubj/lay lay/VERB/acl:relcl/shed/lie/VBD Oro/PROPN/nsubj/said "
            "said/VERB/root/said/say/VBD",
            {"Oro": "PER"},
            ("Oro", "said", ["where grain lay"]),
            [("Oro", "said", ["The blast was in a shed where grain lay"])],
        ),
        (
            "The mill, officials have said, is old.",
            "mill/NOUN/nsubj/old officials/NOUN/nsubj/said/official have/AUX/aux/said "
            "said/VERB/parataxis/old/say/VBN is/AUX/cop/old old/ADJ/root/old",
            {},
            ("officials", "said", []),
            [("officials", "said", ["The mill", "is old"])],
        ),
        (
            "“It burned down in a night,” wrote Oro.",
            "It/PRON/nsubj/burned burned/VERB/ccomp/wrote/burn/VBD wrote/VERB/root/wrote/write/VBD "
            "Oro/PROPN/nsubj/wrote",
            {"Oro": "PER"},
            ("Oro", "wrote", []),
            [("Oro", "wrote", ["“It burned down in a night,”"])],
        ),
        (
            "She seems to have left.",
            "She/PRON/nsubj/seems seems/VERB/root/seems/seem/VBZ to/PART/mark/left have/AUX/aux/left "
            "left/VERB/xcomp/seems/leave/VBN",
            {},
            ("She", "seems", ["to have left"]),
            [],
        ),
        (
            "She seems to think it sank.",
            "She/PRON/nsubj/seems seems/VERB/root/seems/seem/VBZ to/PART/mark/think "
            "think/VERB/xcomp/seems/think/VB it/PRON/nsubj/sank sank/VERB/ccomp/think/sink/VBD",
            {},
            ("She", "seems", ["to think it sank"]),
            [("She", "seems", ["to think it sank"])],
        ),
        (
            "It is known as the mill.",
            "It/PRON/nsubj:pass/known is/AUX/aux:pass/known known/VERB/root/known/know/VBN as/ADP/case/mill "
            "mill/NOUN/obl/known",
            {},
            (None, "known as", ["the mill"]),
            [],
        ),
        (
            "A program that threatens a town ran.",
            "program/NOUN/nsubj/ran that/PRON/nsubj/threatens//WDT threatens/VERB/acl:relcl/program/threaten/VBZ "
            "town/NOUN/obj/threatens ran/VERB/root/ran/run/VBD",
            {},
            ("that", "threatens", ["a town"]),
            [],
        ),
        (
            "They discussed trade.",
            "They/PRON/nsubj/discussed discussed/VERB/root/discussed/discuss/VBD trade/NOUN/obj/discussed",
            {},
            ("They", "discussed", ["trade"]),
            [],
        ),
    ],
)
def test_what_is_left_of_what_the_model_finds(text, tree, names, part, expected):
    made = Built(text, tree, names=names, parts=[part])
    found = [(made.quote(a.source), made.quote(a.cue), [*map(made.quote, a.content)]) for a in made.layer(Attribution)]
    assert found[:1] == expected


def test_the_day_of_an_announcement_is_not_who_tells():
    tree = (
        "Friday/PROPN/nmod:poss/announcement announcement/NOUN/nsubj/said said/VERB/root/said/say/VBD "
        "it/PRON/nsubj/sank sank/VERB/ccomp/said/sink/VBD"
    )
    part = ("Friday's", "said", ["it sank"])
    [a] = Built("Friday's announcement said it sank.", tree, parts=[part], times=["Friday"]).layer(Attribution)
    assert (a.speaker, a.kind) == ("announcement", "document")


@pytest.mark.parametrize(
    ("voice", "word", "holders"),
    [
        ("Ana", "You", ("Ana", "The Herald")),  # whom a reader answers
        ("comment 1.1", "You", ("comment 1.1", "You")),  # a reply is to another comment
        ("Ana", "I", ("Ana",)),
    ],
)
def test_i_and_you_of_a_comment(voice, word, holders):
    tree = f"{word}/PRON/nsubj/said said/VERB/root/said/say/VBD it/PRON/nsubj/sank sank/VERB/ccomp/said/sink/VBD"
    part = (word, "said", ["it sank"])
    kinds, voices = [BlockKind.COMMENT], [voice]
    [a] = Built(f"{word} said it sank.", tree, parts=[part], kinds=kinds, voices=voices, entries=[1]).layer(Attribution)
    assert a.holders == holders


@pytest.mark.parametrize(
    ("met", "names", "speakers"),
    [
        ("Ana and Luz met.", {"Ana": "PER", "Luz": "PER"}, ["Ana", "Luz"]),
        ("Ana and Luz and Oro met.", {"Ana": "PER", "Luz": "PER", "Oro": "PER"}, ["Both"]),
        ("Ana and Vell met.", {"Ana": "PER", "Vell": "LOC"}, ["Both"]),
    ],
)
def test_both_are_two_of_a_kind_that_were_named_together(met, names, speakers):
    joined = " ".join(f"{name}/PROPN/conj/Ana" for name in list(names)[1:])
    tree = (
        f"Ana/PROPN/nsubj/met {joined} met/VERB/root/met/meet Both/DET/nsubj/said said/VERB/root/said/say/VBD "
        "it/PRON/nsubj/sank sank/VERB/ccomp/said/sink/VBD"
    )
    made = Built(f"{met} Both said it sank.", tree, names=names, parts=[("Both", "said", ["it sank"])])
    assert [a.speaker for a in made.layer(Attribution)] == speakers
