"""Which nouns and participles tell an event."""

import pytest

from rashomon.types import EventMention
from tests.readings import Built


@pytest.mark.parametrize(
    "text, tree, expected",
    [
        ("Riot police left.", "Riot/NOUN/compound/police police/NOUN/nsubj/left left/VERB/root/left", ["left"]),
        ("Riot victims left.", "Riot/NOUN/compound/victims victims/NOUN/nsubj/left left/VERB/root/left",
         ["Riot", "left"]),
        ("A convict left.", "A/DET/det/convict convict/NOUN/nsubj/left left/VERB/root/left", ["left"]),
        ("Boats took the injured.",
         "Boats/NOUN/nsubj/took took/VERB/root/took/take/VBD the/DET/det/injured injured/VERB/advcl/took/injure/VBN",
         ["took"]),
        ("Boats left the injured men.",
         "Boats/NOUN/nsubj/left left/VERB/root/left/leave/VBD the/DET/det/men injured/VERB/amod/men/injure/VBN "
         "men/NOUN/obj/left", ["left", "injured"]),
    ],
)  # fmt: skip
def test_what_stands_by_for_a_happening_and_whom_one_left_are_none(text, tree, expected):
    made = Built(text, tree, happened={w: 1 for w in ("injured",) if w in text})
    assert [made.quote(m.span) for m in made.layer(EventMention)] == expected
