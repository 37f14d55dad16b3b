"""Who is said to be the author of a deed, in sentences that the model reads."""

import pytest

import rashomon
from rashomon.types import EventMention


@pytest.fixture(scope="module")
def read():
    """The mention at a word of a text."""

    def mention(text, word):
        (document,) = rashomon.annotate([rashomon.document(text)])
        return document, next(m for m in document.layer(EventMention) if document.quote(m.span) == word)

    return mention


def who(read, text, word):
    document, mention = read(text, word)
    return [document.quote(a.head) for a in mention.arguments if a.role == "agent"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army was behind the attack, residents said.", ["army"]),
        ("The group behind the attack is unknown.", ["group"]),
        ("The Sella Front is responsible for the attack.", ["Front"]),
        ("The Sella Front claimed responsibility for the attack.", ["Front"]),
        ("Responsibility for the attack was claimed by the Sella Front.", ["Front"]),
        ("Responsibility for the attack lies with the army, the report said.", ["army"]),
        ("The attack, claimed by the Sella Front, killed three soldiers.", ["Front"]),
        ("The attack was the work of the Sella Front, the minister said.", ["Front"]),
        ("Officials attributed the attack to the Sella Front.", ["Front"]),
        ("An attack blamed on the Sella Front killed nine people.", ["Front"]),
        ("Oro holds the army responsible for the attack.", ["army"]),
    ],
)
def test_words_that_tell_no_deed_say_whose_it_was(read, text, expected):
    assert who(read, text, "attack") == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Sella Front is not responsible for the attack.",
        "The army may be responsible for the attack.",
        "Oro denied that its army was responsible for the attack.",
        "No group immediately claimed responsibility for the attack.",
        "The attack was not the work of the Sella Front.",
        "Oro said the attack was behind him.",
    ],
)
def test_nobody_did_what_is_denied_or_left_open(read, text):
    assert who(read, text, "attack") == []


def test_who_is_responsible_for_talks_holds_them_for_a_living(read):
    assert who(read, "The minister is responsible for the negotiations.", "negotiations") == []


def test_it_is_the_deed_itself_that_who_was_not_behind_it_denies(read):
    for text in ("The army was not behind the attack.", "Oro denied that its army was behind the attack."):
        assert who(read, text, "attack") == ["army"]
        assert read(text, "attack")[1].factuality < -2
