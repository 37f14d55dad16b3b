"""Nouns that tell a kind of happening, and those that tell one; read with the model from sentences of our own."""

from __future__ import annotations

import pytest

from rashomon.annotators import annotate
from rashomon.readers import document
from rashomon.types import EventMention


@pytest.mark.parametrize(
    ("text", "word", "told"),
    [
        ("A magnitude 6 quake can cause severe damage.", "quake", False),
        ("The quake can still be felt in Karsa.", "quake", True),
        ("A blast may have killed ten people.", "blast", True),  # it went off, whatever it did
        ("A strike that began on Monday could delay the vote.", "strike", True),
        ("The minister could resign over a scandal after a strike.", "strike", True),
        ("Earthquakes of that size often kill people.", "Earthquakes", False),
        ("Earthquakes of that size often killed people.", "Earthquakes", True),
        ("Quakes kill ten in Karsa.", "Quakes", True),  # a headline
        ("Karsa is prone to frequent earthquakes.", "earthquakes", False),
        ("Karsa is regularly struck by damaging quakes.", "quakes", False),
        ("There is a risk of floods in Karsa.", "floods", False),
        ("The risk of another flood has passed.", "flood", True),  # there was one
    ],
)
def test_whether_a_noun_tells_a_happening_or_a_kind(text: str, word: str, told: bool) -> None:
    account = next(annotate([document(text)]))
    [mention] = [m for m in account.layer(EventMention) if account.quote(m.span) == word]
    assert (mention.factuality > 0.5) is told
    assert told or mention.evidence
