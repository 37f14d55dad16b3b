"""What a cue says of its speaker."""

import pytest

from rashomon.grammar.cues import HEDGES, STANCES, negated, stance


@pytest.mark.parametrize(
    "lemmas, expected",
    [
        ("say", "say"),
        ("have insist", "insist"),
        ("Deny", "deny"),
        ("rule out", "deny"),
        ("brush off", "deny"),
        ("rule", "say"),
        ("according to", "say"),
        ("demand to know", "ask"),
        ("demand", "want"),
        ("call for", "want"),
        ("call", "say"),
        ("tell reporter and warn", "warn"),
        ("swear to", "promise"),
        ("admit", "admit"),
        ("threaten", "threaten"),
        ("support", "endorse"),
        ("condemn", "oppose"),
        ("lash out at", "oppose"),
        ("plead guilty", "admit"),
        ("plead", "want"),
        ("confirm", "say"),
        ("hope", "want"),
        ("want", "want"),
        ("whistle", "say"),
        ("", "say"),
    ],
)
def test_stance(lemmas, expected):
    assert stance(lemmas.split()) == expected


@pytest.mark.parametrize(
    "lemmas, expected",
    [
        ("say", False),
        ("do not say", True),
        ("do n't say", True),
        ("do n’t say", True),
        ("never deny", True),
        ("decline to say", True),
        ("not refuse to say", False),
        ("No one say", True),
        ("", False),
    ],
)
def test_negated(lemmas, expected):
    assert negated(lemmas.split()) is expected


def test_the_table_is_lower_case_and_of_the_classes_that_types_name():
    from rashomon.types import Attribution

    assert {w for w in (*STANCES, *HEDGES) if w != w.lower()} == set()
    assert all(s in (Attribution.__doc__ or "") for s in set(STANCES.values()))
