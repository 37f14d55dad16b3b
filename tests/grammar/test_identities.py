"""Who somebody is, by a name for what they are, in sentences that the model reads."""

import pytest

import rashomon
from rashomon.claims import extract


def who(text, word):
    """The answers to who a word is, with how sure each is."""
    (document,) = rashomon.annotate([rashomon.document(text)])
    at = f"{document.id}:{text.index(word)}"
    return [(c.words, c.factuality > 1.5) for c in extract([document]) if c.mention == at and c.slot == "who"]


@pytest.mark.parametrize(
    "text",
    [
        "The pilot was Ana Oro, an experienced flier.",
        "Ana Oro was the pilot.",
        "The minister identified the pilot as Ana Oro and described her as experienced.",
        "The pilot was named as Ana Oro.",
        "Ana Oro was identified as the pilot.",
        "Police said the pilot was Ana Oro.",
    ],
)
def test_a_name_answers_who_somebody_was_in_either_order(text):
    assert [words in ("Ana Oro", "Oro") and sure for words, sure in who(text, "pilot")] == [True]


def test_what_is_denied_or_only_may_be_is_no_surer_than_its_words():
    assert who("The pilot was not Ana Oro.", "pilot") == [("Ana Oro", False)]


def test_what_a_named_person_does_for_a_living_is_told_of_them():
    assert who("Ana Oro was a nurse.", "nurse") == [("Ana Oro", True)]
    assert who("The victim was a nurse.", "victim") == []
