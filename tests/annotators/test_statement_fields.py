"""What stands around a statement: addressee, venue, time, kind of source, verbatim words, and statements inside it."""

import pytest

from rashomon.types import Attribution
from tests.readings import Built


def only(made: Built) -> Attribution:
    [found] = made.layer(Attribution)
    return found


def words(made: Built, span):
    return made.quote(span) if span else None


@pytest.mark.parametrize(
    "text, tree, cue, addressee",
    [
        (
            "Moreno told reporters the pier fell.",
            "Moreno/PROPN/nsubj/told told/VERB/root/told/tell reporters/NOUN/obj/told/reporter/NNS",
            "told",
            "reporters",
        ),
        (
            "Moreno said to Lindt the pier fell.",
            "Moreno/PROPN/nsubj/said said/VERB/root/said/say to/ADP/case/Lindt Lindt/PROPN/obl/said",
            "said",
            "Lindt",
        ),
        (  # whoever is told, no list of hearers needed
            "Moreno told aides the pier fell.",
            "Moreno/PROPN/nsubj/told told/VERB/root/told/tell aides/NOUN/obj/told/aide/NNS",
            "told",
            "aides",
        ),
        # what is denied is no hearer, and neither is the place that one goes to
        (
            "Moreno denied the charge the pier fell.",
            "Moreno/PROPN/nsubj/denied denied/VERB/root/denied/deny charge/NOUN/obj/denied",
            "denied",
            None,
        ),
        (
            "Moreno said to date the pier fell.",
            "Moreno/PROPN/nsubj/said said/VERB/root/said/say to/ADP/case/date date/NOUN/obl/said",
            "said",
            None,
        ),
    ],
)
def test_addressee(text, tree, cue, addressee):
    made = Built(text, tree, names={"Moreno": "PER", **({"Lindt": "PER"} if "Lindt" in text else {})},
                 parts=[("Moreno", cue, ["the pier fell"])])  # fmt: skip
    assert words(made, only(made).addressee) == addressee


def test_venue_and_time_of_the_utterance_stand_apart_from_what_is_said():
    made = Built(
        "Moreno said in a statement on Monday that the pier fell on Sunday.",
        "Moreno/PROPN/nsubj/said said/VERB/root/said/say in/ADP/case/statement a/DET/det/statement "
        "statement/NOUN/obl/said Monday/PROPN/obl/said that/SCONJ/mark/fell pier/NOUN/nsubj/fell "
        "fell/VERB/ccomp/said/fall Sunday/PROPN/obl/fell",
        times=["Monday", "Sunday"],
        parts=[("Moreno", "said", ["that the pier fell on Sunday"])],
    )
    found = only(made)
    assert (words(made, found.venue), words(made, found.time)) == ("a statement", "Monday")


@pytest.mark.parametrize(
    "text, source, tree, names, kind",
    [
        (
            "Ana Moreno said it is shut.",
            "Ana Moreno",
            "Moreno/PROPN/flat/Ana Ana/PROPN/nsubj/said",
            {"Ana Moreno": "PER"},
            "person",
        ),
        ("Navalo said it is shut.", "Navalo", "Navalo/PROPN/nsubj/said", {"Navalo": "LOC"}, "organisation"),
        (
            "The ministry said it is shut.",
            "The ministry",
            "The/DET/det/ministry ministry/NOUN/nsubj/said/ministry/NN",
            {},
            "organisation",
        ),
        ("Officials said it is shut.", "Officials", "Officials/NOUN/nsubj/said/official/NNS", {}, "collective"),
        (
            "The guard and a shopper said it is shut.",
            "The guard and a shopper",
            "The/DET/det/guard guard/NOUN/nsubj/said/guard/NN a/DET/det/shopper shopper/NOUN/conj/guard/shopper/NN",
            {},
            "collective",
        ),
        (
            "The guard said it is shut.",
            "The guard",
            "The/DET/det/guard guard/NOUN/nsubj/said/guard/NN",
            {},
            "role",
        ),
        (  # one who is both
            "The founder and chief said it is shut.",
            "The founder and chief",
            "The/DET/det/founder founder/NOUN/nsubj/said/founder/NN chief/NOUN/conj/founder/chief/NN",
            {},
            "role",
        ),
        (
            "The spokesman said it is shut.",
            "The spokesman",
            "The/DET/det/spokesman spokesman/NOUN/nsubj/said/spokesman/NN",
            {},
            "role",
        ),
        (
            "An official said it is shut.",
            "An official",
            "An/DET/det/official official/NOUN/nsubj/said/official/NN",
            {},
            "anonymous",
        ),
        (
            "Two unnamed sources said it is shut.",
            "Two unnamed sources",
            "sources/NOUN/nsubj/said/source/NNS unnamed/ADJ/amod/sources",
            {},
            "anonymous",
        ),
        (
            "The report said it is shut.",
            "The report",
            "The/DET/det/report report/NOUN/nsubj/said/report/NN",
            {},
            "document",
        ),
    ],
)
def test_kind_of_source(text, source, tree, names, kind):
    made = Built(text, f"{tree} said/VERB/root/said/say", names=names, parts=[(source, "said", ["it is shut"])])
    assert only(made).kind == kind


def test_what_nobody_is_named_for_is_implicit():
    made = Built("The pier reportedly fell down.", parts=
                 [(None, "reportedly", ["fell down"])])  # fmt: skip
    assert only(made).kind == "implicit"


@pytest.mark.parametrize(
    "content, verbatim, form",
    [
        ("“It fell,”", ["It fell,"], "direct"),
        ("that it was “old” and “rotten”", ["old", "rotten"], "mixed"),
        ("that it fell", [], "indirect"),
        ('"It fell,"', ["It fell,"], "direct"),
        ("‘It fell’", ["It fell"], "direct"),
        ("'It fell'", ["It fell"], "direct"),
        ("that it’s Moreno's pier", [], "indirect"),
        ("that ‘it was old’ and fell", ["it was old"], "mixed"),
    ],
)
def test_verbatim_words_are_those_inside_the_marks(content, verbatim, form):
    made = Built(f"Moreno said {content} today.", parts=[("Moreno", "said", [content])])
    found = only(made)
    assert ([made.quote(v) for v in found.verbatim], found.form) == (verbatim, form)


NESTED = (
    "Moreno/PROPN/nsubj/said said/VERB/root/said/say she/PRON/nsubj/hopes hopes/VERB/ccomp/said/hope "
    "that/SCONJ/mark/falls the/DET/det/pier pier/NOUN/nsubj/falls falls/VERB/ccomp/hopes/fall"
)


def test_a_statement_inside_a_statement_is_read_off_the_tree():
    made = Built(
        "Moreno said she hopes that the pier falls.",
        NESTED,
        names={"Moreno": "PER"},
        back={"she": "Moreno"},
        parts=[("Moreno", "said", ["she hopes that the pier falls"])],
    )
    outer, inner = made.layer(Attribution)
    assert (made.quote(inner.source), made.quote(inner.cue)) == ("she", "hopes")
    assert [made.quote(c) for c in inner.content] == ["the pier falls"]
    assert (outer.stance, inner.stance) == ("say", "want")


def test_no_statement_is_added_outside_what_somebody_said():
    made = Built("Moreno said she hopes that the pier falls.", NESTED, names={"Moreno": "PER"})
    assert made.layer(Attribution) == ()


@pytest.mark.parametrize(
    "text, tree, names, back, source, speaker",
    [
        ("Ana Moreno, who said it is shut, left.", "", {"Ana Moreno": "PER"}, {}, "who", "Ana Moreno"),
        (
            "Pilots came. They said it is shut.",
            "Pilots/NOUN/nsubj/came came/VERB/root/came They/PRON/nsubj/said said/VERB/root/said",
            {},
            {"They": "Pilots"},
            "They",
            "Pilots",
        ),
    ],
)
def test_who_stands_behind_a_pronoun(text, tree, names, back, source, speaker):
    tree = tree or "who/PRON/nsubj/said/who/WP said/VERB/acl:relcl/Ana Ana/PROPN/nsubj/left left/VERB/root/left"
    made = Built(text, tree, names=names, back=back, parts=[(source, "said", ["it is shut"])])
    assert only(made).speaker == speaker


def test_who_says_what_he_hopes_speaks_of_himself():
    made = Built(
        "Lindt came. Moreno said she hopes that the pier falls.",
        NESTED + " Lindt/PROPN/nsubj/came came/VERB/root/came",
        names={"Lindt": "PER", "Moreno": "PER"},
        parts=[("Moreno", "said", ["she hopes that the pier falls"])],
    )
    assert [a.speaker for a in made.layer(Attribution)] == ["Moreno", "Moreno"]


def test_who_is_told_in_the_passive_is_the_addressee():
    made = Built(
        "Residents were urged by Moreno to leave.",
        "Residents/NOUN/nsubj:pass/urged/resident/NNS were/AUX/aux:pass/urged urged/VERB/root/urged/urge/VBN "
        "by/ADP/case/Moreno Moreno/PROPN/obl:agent/urged to/PART/mark/leave leave/VERB/xcomp/urged/leave/VB",
        names={"Moreno": "PER"},
        parts=[("Residents", "were urged", ["to leave"])],
    )
    assert words(made, only(made).addressee) == "Residents"


def test_a_named_insider_is_a_person():
    made = Built(
        "Insider Ana Moreno said it is shut.",
        "Insider/NOUN/compound/Moreno Ana/PROPN/flat/Moreno Moreno/PROPN/nsubj/said said/VERB/root/said/say/VBD",
        names={"Ana Moreno": "PER"},
        parts=[("Insider Ana Moreno", "said", ["it is shut"])],
    )
    assert only(made).kind == "person"
