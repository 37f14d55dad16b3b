"""The place and the time that no rule of grammar gives a mention."""

from __future__ import annotations

import pytest

import rashomon
from rashomon.types import EventMention


def told(text: str, word: str, role: str) -> list[str]:
    (account,) = rashomon.annotate([rashomon.document(text)])
    return [
        account.quote(a.span)
        for m in account.layer(EventMention)
        if account.quote(m.span) == word
        for a in m.arguments
        if a.role == role
    ]


@pytest.mark.parametrize(
    ("text", "word", "role", "expected"),
    [
        ("He is accused of stabbing two men during a rally in Vell on Sunday.", "rally", "time", ["Sunday"]),
        ("Ana Oro won the nomination in Vell in 2030 and gave great speeches.", "nomination", "time", ["2030"]),
    ],
)
def test_a_noun_has_the_time_of_what_it_is_told_with(text, word, role, expected):
    assert told(text, word, role) == expected


@pytest.mark.parametrize("word", ["collapsed", "hurt"])
def test_the_day_of_saying_is_not_that_of_what_was_said(word):
    text = "Nobody was hurt, Ana Oro told reporters on Friday. She said on Friday that a bridge in Vell had collapsed."
    assert told(text, word, "time") == []


def test_speech_has_no_time_but_its_own():
    assert told("Its owner, Ana Oro, swept up the glass on Monday and said she would stay.", "said", "time") == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Oro sold $100 million of notes due Nov. 1, 2049, to investors.", "sold"),
        ("The 2048 Winter Games enter their last days.", "enter"),
        ("The state will send athletes to the 2048 Winter Games.", "send"),
    ],
)
def test_the_time_of_a_thing_is_not_that_of_what_is_done_with_it(text, word):
    assert told(text, word, "time") == []
