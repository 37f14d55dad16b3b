"""Where a number is counted, and whether two are counted in one place."""

from __future__ import annotations

import pytest

import rashomon
from rashomon.claims import extract
from rashomon.denials import elsewhere
from rashomon.voices import Voices
from rashomon.whereabouts import told_at
from tests.test_disputes import record


def places(text: str, words: str) -> list[str]:
    """The places of the claim with these words."""
    document = next(iter(rashomon.annotate([rashomon.document(text, published="2018-05-10")])))
    claim = next(c for c in extract([document]) if c.slot == "how many" and c.words == words)
    return [v.form for v in told_at(claim, Voices({document.id: document}, {}, {}))]


@pytest.mark.parametrize(
    ("text", "words", "named"),
    [
        ("The bomb outside the U.S. embassy in Mombasa killed 12 people.", "12", ["Mombasa"]),
        ("The ministry in London said that the blast in Nairobi killed 12 people.", "12", ["Nairobi"]),
        ("Bombings in Mombasa, Kenya, and Tanga, Tanzania, killed 86 people.", "86",
         ["Mombasa", "Kenya", "Tanga", "Tanzania"]),
        ("Rescuers searched the ruins in Mombasa. At least 75 people were killed there.", "At least 75", ["Mombasa"]),
        ("Rescuers searched the ruins in Mombasa. There were 75 people killed.", "75", []),
    ],
)  # fmt: skip
def test_a_number_is_counted_where_its_sentence_says(text, words, named):
    assert places(text, words) == named


@pytest.mark.parametrize(
    ("other", "agreement"),
    [
        ("The bombings of hotels in Mombasa, Kenya, and Tanga, Tanzania, on Monday killed 257 people.", "arguable"),
        ("The bombing of the hotel in Mombasa, Kenya, on Monday killed 247 people.", "conflicts"),
    ],
)
def test_a_count_of_two_towns_is_no_rival_of_that_of_one(other, agreement):
    found = record("The bombing of the hotel in Mombasa on Monday killed 253 people.", other)
    assert {r.agreement for e in found.events for s in e.slots if s.name == "how many" for r in s.relations} == {
        agreement
    }


def test_of_one_account_the_count_of_a_town_is_beside_that_of_all():
    text = "At least 82 were killed. Crews searched Nairobi. At least 75 people were killed there, the Red Cross said."
    document = next(iter(rashomon.annotate([rashomon.document(text, published="2018-05-10")])))
    total, town = (c for c in extract([document]) if c.slot == "how many")
    assert elsewhere(total, town, Voices({document.id: document}, {}, {})) == "one counts more places"
