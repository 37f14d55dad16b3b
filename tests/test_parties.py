"""Whose account it is: a reporter's, or of a body that takes part in what it tells."""

from __future__ import annotations

import pytest

from rashomon.parties import by_party
from rashomon.types import Attribution
from tests.factory import make


@pytest.mark.parametrize(
    ("outlet", "text", "expected"),
    [
        ("Works Ministry", "The minister signed.", True),
        ("Karsa Daily", "The minister signed.", False),
        ("Northern Front", "No document was signed. Our delegation left.", True),
        ("Karsa Daily", "They told our reporter that none was signed.", False),
    ],
)
def test_an_account_of_our_own_deeds_is_by_a_party(outlet: str, text: str, expected: bool) -> None:
    assert by_party(make(text, outlet=outlet).with_layer(Attribution, ())) is expected
