"""Who an actor is, from the words that name it."""

import pytest

from rashomon.plover.actors import Cast, party
from rashomon.types import Name, Span
from tests.factory import make


@pytest.mark.parametrize(
    ("words", "country", "sectors"),
    [
        ("the Kremlin", "RUS", ("GOV",)),
        ("Tehran", "IRN", ("GOV",)),
        ("Kenya", "KEN", ("GOV",)),
        ("the White House", "USA", ("GOV",)),
        ("Peruvian Trade Minister Ana Oro", "PER", ("GOV",)),
        ("police in Nairobi", "KEN", ("COP",)),
        ("an Estonian court", "EST", ("JUD",)),
        ("the Chilean parliament's", "CHL", ("LEG",)),
        ("the Malian army's spokesman", "MLI", ("MIL",)),
        ("Taliban fighters", "AFG", ("REB",)),
        ("former Ghanaian president Kofi Oro", "GHA", ("ELI",)),
        ("UN peacekeepers", "UNO", ("MIL",)),
        ("the European Union", "EUR", ()),
        ("the Red Cross", "NGO", ("SOC",)),
        ("forty protesters", "", ("CVL",)),
        ("the opposition leader", "", ("OPP",)),
        ("the bridge", "", ()),
        ("Ana Oro", "", ()),
    ],
)
def test_country_and_sector(words, country, sectors):
    found = party(words)
    assert (found.country, found.sectors) == (country, sectors)


def test_a_name_alone_is_who_the_account_says_it_is():
    text = "Peruvian Trade Minister Ana Oro arrived late. Later Oro refused to sign."
    first, second = text.index("Ana Oro"), text.rindex("Oro")
    names = [
        Name(Span(first, first + 7), "person", "Ana Oro"),
        Name(Span(second, second + 3), "person", "Ana Oro"),
    ]
    found = Cast(make(text).with_layer(Name, names)).party(Span(second, second + 3), "Ana Oro")
    assert (found.country, found.sectors) == ("PER", ("GOV",))


def test_a_name_that_nobody_introduces_stays_open():
    text = "The bridge fell. Oro refused to sign."
    at = text.index("Oro")
    found = Cast(make(text).with_layer(Name, [Name(Span(at, at + 3), "person", "Oro")])).party(Span(at, at + 3), "Oro")
    assert (found.country, found.sectors) == ("", ())
