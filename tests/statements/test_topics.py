"""What somebody talked of, gave away or feared in two words is not what they said; nor does a thing threaten."""

import pytest

from rashomon.types import Attribution
from tests.readings import Built

ORO = "Oro/PROPN/nsubj/{0} {0}/VERB/root/{0}/{1}/VBD"


def verb(form, lemma, rest=""):
    return f"{ORO.format(form, lemma)} {rest}"


@pytest.mark.parametrize(
    "text, tree, part, told",
    [
        (
            "Oro discussed the harbour toll.",
            verb("discussed", "discuss", "the/DET/det/toll harbour/NOUN/compound/toll toll/NOUN/obj/discussed"),
            ("Oro", "discussed", ["the harbour toll"]),
            False,
        ),
        (  # how it is to be is told
            "Oro discussed how to dredge it.",
            verb("discussed", "discuss", "dredge/VERB/ccomp/discussed/dredge/VB"),
            ("Oro", "discussed", ["how to dredge it"]),
            True,
        ),
        (
            "Oro explained her plan.",
            verb("explained", "explain", "her/PRON/nmod:poss/plan plan/NOUN/obj/explained"),
            ("Oro", "explained", ["her plan"]),
            False,
        ),
        (
            "Oro was asked about the road.",
            "Oro/PROPN/nsubj:pass/asked was/AUX/aux:pass/asked asked/VERB/root/asked/ask/VBN road/NOUN/obl/asked "
            "the/DET/det/road about/ADP/case/road",
            (None, "was asked about", ["the road"]),
            False,
        ),
        (
            "Oro revealed the name of the ship.",
            verb("revealed", "reveal", "the/DET/det/name name/NOUN/obj/revealed ship/NOUN/nmod/name"),
            ("Oro", "revealed", ["the name of the ship"]),
            False,
        ),
        (
            "Oro told them about the road.",
            verb("told", "tell", "them/PRON/obj/told about/ADP/case/road the/DET/det/road road/NOUN/obl/told"),
            ("Oro", "told them about", ["the road"]),
            False,
        ),
        (
            "Oro expressed concern about it.",
            verb("expressed", "express", "concern/NOUN/obj/expressed about/ADP/case/it it/PRON/nmod/concern"),
            ("Oro", "expressed concern about", ["it"]),
            False,
        ),
        (  # what may yet be asked
            "Oro could request a new hearing.",
            "Oro/PROPN/nsubj/request could/AUX/aux/request/could/MD request/VERB/root/request/request/VB "
            "a/DET/det/hearing new/ADJ/amod/hearing hearing/NOUN/obj/request",
            ("Oro", "could request", ["a new hearing"]),
            False,
        ),
        (
            "Oro could not say when it sank.",
            "Oro/PROPN/nsubj/say could/AUX/aux/say/could/MD not/PART/advmod/say say/VERB/root/say/say/VB "
            "when/ADV/advmod/sank it/PRON/nsubj/sank sank/VERB/ccomp/say/sink/VBD",
            ("Oro", "could not say", ["when it sank"]),
            True,
        ),
        (  # a ban is what she told
            "Oro announced a ban on nets.",
            verb("announced", "announce", "a/DET/det/ban ban/NOUN/obj/announced nets/NOUN/nmod/ban"),
            ("Oro", "announced", ["a ban on nets"]),
            True,
        ),
        (  # who will not tell says that much
            "Oro did not reveal the name.",
            "Oro/PROPN/nsubj/reveal did/AUX/aux/reveal/do not/PART/advmod/reveal reveal/VERB/root/reveal/reveal/VB "
            "the/DET/det/name name/NOUN/obj/reveal",
            ("Oro", "did not reveal", ["the name"]),
            True,
        ),
        (
            "Oro worried about her boat.",
            verb("worried", "worry", "her/PRON/nmod:poss/boat boat/NOUN/obl/worried about/ADP/case/boat"),
            ("Oro", "worried about", ["her boat"]),
            False,
        ),
        (  # nobody's
            "Fears of a flood rose.",
            "Fears/NOUN/nsubj/rose/fear/NNS of/ADP/case/flood a/DET/det/flood flood/NOUN/nmod/Fears "
            "rose/VERB/root/rose/rise/VBD",
            (None, "Fears of", ["a flood"]),
            False,
        ),
        (
            "The plan was thrown into doubt.",
            "The/DET/det/plan plan/NOUN/nsubj:pass/thrown was/AUX/aux:pass/thrown "
            "thrown/VERB/root/thrown/throw/VBN doubt/NOUN/obl/thrown",
            (None, "was thrown into doubt", ["The plan"]),
            False,
        ),
        (
            "Oro seems to have left.",
            "Oro/PROPN/nsubj/seems seems/VERB/root/seems/seem/VBZ to/PART/mark/left left/VERB/xcomp/seems/leave/VBN",
            ("Oro", "seems", ["to have left"]),
            False,
        ),
        (
            "Oro seems to think it sank.",
            "Oro/PROPN/nsubj/seems seems/VERB/root/seems/seem/VBZ to/PART/mark/think think/VERB/xcomp/seems/think/VB "
            "it/PRON/nsubj/sank sank/VERB/ccomp/think/sink/VBD",
            ("Oro", "seems to think", ["it sank"]),
            True,
        ),
        (
            "Slicks are known as “skins”.",
            "Slicks/NOUN/nsubj:pass/known are/AUX/aux:pass/known known/VERB/root/known/know/VBN as/ADP/case/skins "
            "skins/NOUN/obl/known",
            (None, "are known as", ["“skins”"]),
            False,
        ),
        ("Oro said everything.", verb("said", "say"), ("Oro", "said", ["everything"]), False),
        (
            "Oro wrote a book about her youth.",
            verb("wrote", "write", "a/DET/det/book book/NOUN/obj/wrote about/ADP/case/youth her/PRON/nmod:poss/youth ")
            + "youth/NOUN/nmod/book",
            ("Oro", "wrote a book about", ["her youth"]),
            False,
        ),
        ("Oro added @vell @sea.", verb("added", "add"), ("Oro", "added", ["@vell @sea"]), False),
        (  # a thing endangers, it does not warn
            "Oro saw a plan which threatens the town.",
            verb("saw", "see", "plan/NOUN/obj/saw which/PRON/nsubj/threatens/which/WDT ")
            + "threatens/VERB/acl:relcl/plan/threaten/VBZ the/DET/det/town town/NOUN/obj/threatens",
            ("Oro", "threatens", ["the town"]),
            False,
        ),
        (
            "Oro is seen as leaving it.",
            "Oro/PROPN/nsubj:pass/seen is/AUX/aux:pass/seen seen/VERB/root/seen/see/VBN as/SCONJ/mark/leaving "
            "leaving/VERB/xcomp/seen/leave/VBG it/PRON/obj/leaving",
            ("Oro", "is seen", ["as leaving it"]),
            True,
        ),
        (
            "Oro invited them to stay.",
            verb("invited", "invite", "them/PRON/obj/invited to/PART/mark/stay stay/VERB/xcomp/invited/stay/VB"),
            ("Oro", "invited", ["them to stay"]),
            True,
        ),
        (
            "Oro invited the guests.",
            verb("invited", "invite", "guests/NOUN/obj/invited"),
            ("Oro", "invited", ["the guests"]),
            False,
        ),
    ],
)
def test_a_topic_is_no_statement(text, tree, part, told):
    made = Built(text, tree, names={"Oro": "PER"} if "Oro" in text else None, parts=[part])
    content = tuple(part[2])
    assert (content in [said for _, said in made.said()]) == told


def test_what_a_quotation_is_on_is_no_part_of_it():
    tree = "Of/ADP/case/fire the/DET/det/fire fire/NOUN/obl/said Oro/PROPN/nsubj/said said/VERB/root/said/say/VBD"
    part = ("Oro", "said", ["Of the fire", "“It was old.”"])
    made = Built("Of the fire, Oro said, “It was old.”", tree, names={"Oro": "PER"}, parts=[part])
    assert made.said() == [("Oro", ("“It was old.”",))]


def test_two_single_marks_are_one():
    part = ("Oro", "said", ["It was old"])
    made = Built("''It was old,'' Oro said.", verb("said", "say"), names={"Oro": "PER"}, parts=[part])
    assert [a.form for a in made.layer(Attribution)] == ["direct"]


def test_who_only_fears_owns_no_criticism():
    part = ("guards and", "criticism", ["that it was old"])
    tree = "Fears/NOUN/root/Fears guards/NOUN/nmod/Fears and/CCONJ/cc/criticism criticism/NOUN/conj/Fears"
    made = Built("Fears of guards and criticism that it was old.", tree, parts=[part])
    assert [a.source for a in made.layer(Attribution)] == [None]


def test_tags_are_left_out_of_what_is_said():
    made = Built(
        "Oro wrote: “We sail!”\n“@vell @sea”",
        verb("wrote", "write"),
        parts=[("Oro", "wrote", ["“We sail!”", "“@vell @sea”"])],
    )
    assert [c for _, said in made.said() for c in said] == ["“We sail!”"]


@pytest.mark.parametrize(
    "text, tree, parts",
    [
        (
            "The yard is intended to feed the town.",
            "yard/NOUN/nsubj:pass/intended is/AUX/aux:pass/intended intended/VERB/root/intended/intend/VBN "
            "to/PART/mark/feed feed/VERB/xcomp/intended/feed/VB",
            (None, "is intended", ["to feed the town"]),
        ),
        (
            "Her priority is likely to be the yard.",
            "Her/PRON/nmod:poss/priority priority/NOUN/nsubj/likely is/AUX/cop/likely likely/ADJ/root/likely",
            ("Her", "priority is likely to be", ["the yard"]),
        ),
    ],
)
def test_purpose_priority_and_who_is_asked_for_tell_nothing(text, tree, parts):
    assert not Built(text, tree, parts=[parts]).layer(Attribution)
