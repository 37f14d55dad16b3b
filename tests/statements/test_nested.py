"""Statements inside what somebody says, where the clause that tells has no finite verb of its own."""

import pytest

from rashomon.types import Attribution
from tests.readings import Built

LEAVE = "to/PART/mark/leave leave/VERB/{}/{}/leave/VB"
WIN = "to/PART/mark/win win/VERB/advcl/{0}/win/VB votes/NOUN/obj/win/vote/NNS"
TAKING = "taking/VERB/{}/{}/take/VBG it/PRON/obj/taking"


def inside(words: str, tree: str) -> list[tuple[str | None, tuple[str, ...]]]:
    """Source and contents of what is told inside "Moreno said ..."."""
    said = "Moreno/PROPN/nsubj/said said/VERB/root/said/say/VBD "
    names = {"Moreno": "PER"} | ({"Lindt": "PER"} if "Lindt" in words else {})
    made = Built(f"Moreno said {words}.", said + tree, names=names, parts=[("Moreno", "said", [words])])
    found = [a for a in made.layer(Attribution) if made.quote(a.cue) != "said"]
    return [(made.quote(a.source), tuple(map(made.document.quote, a.content))) for a in found]


@pytest.mark.parametrize(
    "words, told, tree",
    [
        (
            "Lindt hopes to leave",
            "to leave",
            "Lindt/PROPN/nsubj/hopes hopes/VERB/ccomp/said/hope/VBZ " + LEAVE.format("xcomp", "hopes"),
        ),
        (
            "Lindt agreed in May to leave",
            "to leave",
            "Lindt/PROPN/nsubj/agreed agreed/VERB/ccomp/said/agree/VBD in/ADP/case/May May/PROPN/obl/agreed "
            + LEAVE.format("advcl", "agreed"),
        ),
        (
            "Lindt prayed for it to end",
            "for it to end",
            "Lindt/PROPN/nsubj/prayed prayed/VERB/ccomp/said/pray/VBD for/SCONJ/mark/end it/PRON/nsubj/end "
            "to/PART/mark/end end/VERB/advcl/prayed/end/VB",
        ),
        (
            "Lindt denied taking it",
            "taking it",
            "Lindt/PROPN/nsubj/denied denied/VERB/ccomp/said/deny/VBD " + TAKING.format("xcomp", "denied"),
        ),
        (
            "Lindt is confident of taking it",
            "taking it",
            "Lindt/PROPN/nsubj/confident is/AUX/cop/confident/be/VBZ confident/ADJ/ccomp/said of/SCONJ/mark/taking "
            + TAKING.format("advcl", "confident"),
        ),
        (
            "Lindt is ready to leave",
            "to leave",
            "Lindt/PROPN/nsubj/ready is/AUX/cop/ready/be/VBZ ready/ADJ/ccomp/said " + LEAVE.format("xcomp", "ready"),
        ),
        (  # with the clause that it brings in hung on what stands before
            "it rained and Lindt believes they left",
            "they left",
            "it/PRON/nsubj/rained rained/VERB/ccomp/said and/CCONJ/cc/believes Lindt/PROPN/nsubj/believes "
            "believes/VERB/conj/rained/believe/VBZ they/PRON/nsubj/left left/VERB/conj/rained/leave/VBD",
        ),
        (  # whom somebody sides with
            "Lindt supports Vale",
            "Vale",
            "Lindt/PROPN/nsubj/supports supports/VERB/ccomp/said/support/VBZ Vale/PROPN/obj/supports",
        ),
        (
            "Lindt opposes her",
            "her",
            "Lindt/PROPN/nsubj/opposes opposes/VERB/ccomp/said/oppose/VBZ her/PRON/obj/opposes",
        ),
        (
            "Lindt is sure now that it sank",
            "it sank",
            "Lindt/PROPN/nsubj/sure is/AUX/cop/sure/be/VBZ sure/ADJ/ccomp/said now/ADV/advmod/sure "
            "that/SCONJ/mark/sank it/PRON/nsubj/sank sank/VERB/advcl/sure/sink/VBD",
        ),
        (
            "Lindt is proud to leave",
            "to leave",
            "Lindt/PROPN/nsubj/proud is/AUX/cop/proud/be/VBZ proud/ADJ/ccomp/said " + LEAVE.format("xcomp", "proud"),
        ),
        (
            "To win votes Lindt is ready to leave",
            "to leave",
            "Lindt/PROPN/nsubj/ready is/AUX/cop/ready/be/VBZ ready/ADJ/ccomp/said To/PART/mark/win "
            "win/VERB/advcl/ready/win/VB votes/NOUN/obj/win/vote/NNS to/PART/mark/leave "
            "leave/VERB/xcomp/ready/leave/VB",
        ),
        (
            "Lindt appealed for it to end",
            "for it to end",
            "Lindt/PROPN/nsubj/appealed appealed/VERB/ccomp/said/appeal/VBD for/SCONJ/mark/end it/PRON/nsubj/end "
            "to/PART/mark/end end/VERB/xcomp/appealed/end/VB",
        ),
        (
            "Lindt asked guards to leave",
            "guards to leave",
            "Lindt/PROPN/nsubj/asked asked/VERB/ccomp/said/ask/VBD guards/NOUN/obj/asked/guard/NNS "
            + LEAVE.format("xcomp", "asked"),
        ),
    ],
)
def test_an_infinitive_or_gerund_may_tell_it(words, told, tree):
    assert inside(words, tree) == [("Lindt", (told,))]


@pytest.mark.parametrize("verb, lemma, told", [("accused", "accuse", 1), ("tired", "tire", 0)])
def test_who_is_accused_of_it_does_not_tell_it(verb, lemma, told):
    tree = f"Lindt/PROPN/nsubj:pass/{verb} is/AUX/aux:pass/{verb}/be/VBZ {verb}/VERB/ccomp/said/{lemma}/VBN "
    found = inside(
        f"Lindt is {verb} of taking it",
        tree + "of/SCONJ/mark/taking " + TAKING.format("advcl", verb).replace("advcl", "xcomp"),
    )
    assert [source for source, _ in found] == [None] * told


@pytest.mark.parametrize(
    "words, tree",
    [
        (  # what it is promised for
            "Lindt promised aid to win votes",
            "Lindt/PROPN/nsubj/promised promised/VERB/ccomp/said/promise/VBD aid/NOUN/obj/promised "
            + WIN.format("promised"),
        ),
        (
            "Lindt testified to win votes",
            "Lindt/PROPN/nsubj/testified testified/VERB/ccomp/said/testify/VBD " + WIN.format("testified"),
        ),
        (
            "to win votes Lindt agreed",
            "Lindt/PROPN/nsubj/agreed agreed/VERB/ccomp/said/agree/VBD " + WIN.format("agreed"),
        ),
        (
            "Lindt agreed as it sank",
            "Lindt/PROPN/nsubj/agreed agreed/VERB/ccomp/said/agree/VBD as/SCONJ/mark/sank it/PRON/nsubj/sank "
            "sank/VERB/advcl/agreed/sink/VBD",
        ),
        (
            "Lindt reported it for them to leave",
            "Lindt/PROPN/nsubj/reported reported/VERB/ccomp/said/report/VBD it/PRON/obj/reported for/SCONJ/mark/leave "
            "them/PRON/nsubj/leave " + LEAVE.format("advcl", "reported"),
        ),
        (
            "Lindt wrote to leave it",
            "Lindt/PROPN/nsubj/wrote wrote/VERB/ccomp/said/write/VBD it/PRON/obj/leave "
            + LEAVE.format("xcomp", "wrote"),
        ),
        (
            "Lindt considered taking it",
            "Lindt/PROPN/nsubj/considered considered/VERB/ccomp/said/consider/VBD "
            + TAKING.format("xcomp", "considered"),
        ),
        (
            "Lindt prayed as it sank",
            "Lindt/PROPN/nsubj/prayed prayed/VERB/ccomp/said/pray/VBD as/SCONJ/mark/sank it/PRON/nsubj/sank "
            "sank/VERB/advcl/prayed/sink/VBD",
        ),
        (
            "Lindt was happy when it sank",
            "Lindt/PROPN/nsubj/happy was/AUX/cop/happy/be/VBD happy/ADJ/ccomp/said when/SCONJ/mark/sank "
            "it/PRON/nsubj/sank sank/VERB/advcl/happy/sink/VBD",
        ),
        (
            "Lindt thought of taking it",
            "Lindt/PROPN/nsubj/thought thought/VERB/ccomp/said/think/VBD of/SCONJ/mark/taking "
            + TAKING.format("xcomp", "thought"),
        ),
    ],
)
def test_a_purpose_is_not_told(words, tree):
    assert inside(words, tree) == []


def test_what_somebody_is_said_to_do_is_told_of_him():
    tree = "Lindt/PROPN/nsubj:pass/reported is/AUX/aux:pass/reported reported/VERB/ccomp/said/report/VBN "
    assert inside("Lindt is reported to leave", tree + LEAVE.format("xcomp", "reported")) == [
        (None, ("Lindt", "to leave"))
    ]


ASTRAY = (  # Lindt hung on what he says
    "It/PRON/nsubj/sank sank/VERB/ccomp/Moreno/sink/VBD Lindt/PROPN/nsubj/sank said/VERB/conj/sank/say/VBD "
    "according/VERB/case/Moreno to/ADP/fixed/according Moreno/PROPN/root/Moreno "
)
AFTER = (
    "It/PRON/nsubj/sank sank/VERB/ccomp/said/sink/VBD Lindt/PROPN/nsubj/said said/VERB/root/said/say/VBD "
    "according/VERB/case/Moreno to/ADP/fixed/according Moreno/PROPN/obl/said "
)


@pytest.mark.parametrize(
    ("text", "content", "told"),
    [
        ("It sank, Lindt said, according to Moreno.", ["It sank, Lindt said"], ("It sank",)),
        ("“It sank,” Lindt said, according to Moreno. “I ran.”", ["“It sank,” Lindt said", "“I ran.”"],
         ("It sank", "I ran.")),
    ],
)  # fmt: skip
@pytest.mark.parametrize("said", [AFTER, ASTRAY])
def test_what_one_says_is_told_though_another_tells_that_he_did(text, content, told, said):
    tree = said + ("I/PRON/nsubj/ran ran/VERB/root/ran/run/VBD" if "ran" in text else "")
    made = Built(text, tree, names={"Lindt": "PER", "Moreno": "PER"}, parts=[("Moreno", "according to", content)])
    [inner] = [a for a in made.layer(Attribution) if made.quote(a.cue) == "said"]
    assert tuple(made.quote(c).strip("“”") for c in inner.content) == told
    assert inner.holders[-2:] == ("Moreno", "Lindt")


def test_what_somebody_finds_it_to_be_is_told_but_not_what_was_found():
    tree = "Lindt/PROPN/nsubj/{0} {0}/VERB/ccomp/said/find/{1} it/PRON/obj/{0} cruel/ADJ/xcomp/{0}"
    assert inside("Lindt finds it cruel", tree.format("finds", "VBZ")) == [("Lindt", ("it cruel",))]
    assert inside("Lindt found it cruel", tree.format("found", "VBD")) == []


def test_some_of_them_are_held_to_be_so():
    tree = "Lindt/PROPN/nsubj/considers considers/VERB/ccomp/said/consider/VBZ some/DET/obj/considers/some/DT "
    rest = "of/ADP/case/it it/PRON/nmod/some vital/ADJ/xcomp/considers"
    assert inside("Lindt considers some of it vital", tree + rest) == [("Lindt", ("some of it vital",))]
