"""Turns of transcripts: whose words they are, and what looks like a turn and is none."""

import pytest

from rashomon.annotators import annotate
from rashomon.readers import document
from rashomon.types import Attribution, EventMention

BRIEFING = (
    "Press briefing of the Ministry of Works of Ruritania\n\n"
    "THE MINISTER: Good afternoon. Our engineers opened the dam at Karsa on Monday. Nobody was hurt.\n\n"
    "QUESTION: The mayor of Karsa says that nine people drowned. Do you deny that?\n\n"
    "THE MINISTER: We did not flood the town.\n\nThe town lies above the dam.\n\n"
    "QUESTION: Will you resign?\n\nTHE MINISTER: No.\n\nThe briefing ended after ten minutes.\n"
)
INTERVIEW = (
    "Mayor Ana Oro: we counted nine bodies\n\nAna Oro spoke to Jan Fenn.\n\n"
    "Jan Fenn: What did you see?\n\nAna Oro: The dam opened at ten. Nine people drowned.\n\n"
    "JF: The ministry says it did not flood the town.\n\nAO: That is a lie.\n"
)


def said(text):
    account = next(annotate([document(text, outlet="Courier")]))
    return account, [(a.holders[1:], a.stance, account.quote(a.content[0])) for a in account.layer(Attribution)]


def test_each_paragraph_of_a_turn_is_said_by_its_speaker():
    _, found = said(BRIEFING)
    assert (("THE MINISTER",), "say", "We did not flood the town.") in found
    assert (("THE MINISTER",), "say", "The town lies above the dam.") in found
    assert (("QUESTION",), "ask", "Will you resign?") in found
    assert not any("briefing ended" in words for _, _, words in found)


def test_who_is_quoted_in_a_turn_stands_behind_its_speaker():
    _, found = said(BRIEFING)
    assert any(chain[0] == "QUESTION" and "mayor" in chain[1] for chain, _, _ in found if len(chain) == 2)


def test_what_a_turn_tells_is_not_on_the_word_of_the_outlet():
    account, _ = said(BRIEFING)
    opened = next(m for m in account.layer(EventMention) if account.quote(m.span) == "opened")
    assert opened.holders == ("Courier", "THE MINISTER")
    assert opened.commitments[0] == 0


def test_initials_and_names_are_one_speaker():
    _, found = said(INTERVIEW)
    assert [chain[0] for chain, _, words in found if words in ("That is a lie.", "What did you see?")] == [
        "Jan Fenn",
        "Ana Oro",
    ]


def test_answers_are_those_of_the_one_person_whom_the_headline_names():
    text = (
        "Questions to Ana Oro\n\nQ: Who opened it?\n\nA: The ministry opened it.\n\nQ: When?\n\nA: On Monday at ten.\n"
    )
    _, found = said(text)
    assert (("Ana Oro",), "say", "The ministry opened it.") in found


@pytest.mark.parametrize(
    "text",
    [
        "Ana Oro: the mayor who would not go\n\nShe spoke on Monday.\n\nRead more: Karsa floods\n\nSource: Courier\n",
        "The dam in figures\n\nHeight: 40 metres\n\nCost: 9 million\n\nHeight: 12 metres\n\nCost: 3 million\n",
        "The ministry said: “We did not flood the town.”\n\nThe mayor replied: “That is a lie.”\n\n"
        "The mayor added: “I saw it.”\n",
    ],
)
def test_headings_lists_and_colons_in_sentences_are_no_turns(text):
    account, _ = said(text)
    assert not any(a.because == "as described" and a.form == "direct" and a.verbatim == a.content and
                   "“" not in account.quote(a.content[0]) for a in account.layer(Attribution))  # fmt: skip
