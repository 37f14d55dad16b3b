"""Who tells by the tree, whole phrases at the edges of content, and statements inside statements."""

import pytest

from rashomon.types import Attribution
from tests.readings import Built


def shown(made: Built, nth: int = 0):
    a = made.layer(Attribution)[nth]
    return made.quote(a.source), made.quote(a.cue), [made.quote(c) for c in a.content]


@pytest.mark.parametrize(
    "text, tree, part, expected",
    [
        (  # the subject of an active verb tells
            "Organizers of the march said it is shut.",
            "Organizers/NOUN/nsubj/said of/ADP/case/march the/DET/det/march march/NOUN/nmod/Organizers "
            "said/VERB/root/said/say/VBD",
            (None, "said", ["it is shut"]),
            ("Organizers of the march", "said", ["it is shut"]),
        ),
        (  # nobody does who seems
            "The pier seemed to fall.",
            "The/DET/det/pier pier/NOUN/nsubj/seemed seemed/VERB/root/seemed/seem/VBD",
            (None, "seemed", ["to fall"]),
            (None, "seemed", ["to fall"]),
        ),
        (  # who is expected to do something is told of
            "Boats are expected to leave.",
            "Boats/NOUN/nsubj:pass/expected are/AUX/aux:pass/expected expected/VERB/root/expected/expect/VBN "
            "to/PART/mark/leave leave/VERB/xcomp/expected/leave/VB",
            ("Boats", "are expected", ["to leave"]),
            (None, "are expected", ["Boats", "to leave"]),
        ),
        (  # who is ordered is told, and "by" says who tells
            "Pilots were ordered by Moreno to leave.",
            "Pilots/NOUN/nsubj:pass/ordered were/AUX/aux:pass/ordered ordered/VERB/root/ordered/order/VBN "
            "by/ADP/case/Moreno Moreno/PROPN/obl:agent/ordered to/PART/mark/leave leave/VERB/xcomp/ordered/leave/VB",
            ("Pilots", "were ordered", ["to leave"]),
            ("Moreno", "were ordered", ["to leave"]),
        ),
    ],
)
def test_the_voice_of_the_cue_says_who_tells(text, tree, part, expected):
    assert shown(Built(text, tree, parts=[part])) == expected


SAID = "Moreno/PROPN/nsubj/said said/VERB/root/said/say "


@pytest.mark.parametrize(
    "text, content, tree, expected",
    [
        (
            "Moreno said boats sank in the old port.",
            "boats sank in the",
            "sank/VERB/ccomp/said in/ADP/case/port the/DET/det/port old/ADJ/amod/port port/NOUN/obl/sank",
            "boats sank in the old port",
        ),
        (
            "Moreno said boats sank, and left.",
            "boats sank, and",
            "sank/VERB/ccomp/said and/CCONJ/cc/left left/VERB/conj/said",
            "boats sank",
        ),
        ("Moreno said boats sank.", "boats sank", "sank/VERB/ccomp/said", "boats sank"),
    ],
)
def test_content_ends_with_a_phrase(text, content, tree, expected):
    assert shown(Built(text, SAID + tree, parts=[("Moreno", "said", [content])]))[2] == [expected]


@pytest.mark.parametrize("source", ["Sen. Oro (I-Vell.)", "the U.N.", "Ana Oro, the mayor,"])
def test_marks_that_belong_to_a_source_stay(source):
    text = f"{source} said it is shut."
    assert shown(Built(text, parts=[(source, "said", ["it is shut"])]))[0] == source


@pytest.mark.parametrize(
    "content, tree, expected",
    [
        (
            "her decision to leave was hard",
            "her/PRON/nmod:poss/decision decision/NOUN/nsubj/hard to/PART/mark/leave leave/VERB/acl/decision/leave/VB "
            "was/AUX/cop/hard hard/ADJ/ccomp/said",
            ("her", "decision", ["to leave"]),
        ),
        (
            "Lindt denied the old charges",
            "Lindt/PROPN/nsubj/denied denied/VERB/ccomp/said/deny/VBD the/DET/det/charges old/ADJ/amod/charges "
            "charges/NOUN/obj/denied",
            ("Lindt", "denied", ["the old charges"]),
        ),
        (
            "Lindt is aware of the fire",
            "Lindt/PROPN/nsubj/aware is/AUX/cop/aware aware/ADJ/ccomp/said of/ADP/case/fire the/DET/det/fire "
            "fire/NOUN/obl/aware",
            ("Lindt", "is aware", ["the fire"]),
        ),
        (
            "boats were thought to burn",
            "boats/NOUN/nsubj:pass/thought were/AUX/aux:pass/thought thought/VERB/ccomp/said/think/VBN "
            "to/PART/mark/burn burn/VERB/xcomp/thought/burn/VB",
            (None, "were thought", ["boats", "to burn"]),
        ),
    ],
)
def test_statements_inside_a_statement(content, tree, expected):
    made = Built(f"Moreno said {content}.", SAID + tree, parts=[("Moreno", "said", [content])])
    assert shown(made, 1) == expected
