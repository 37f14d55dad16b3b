"""Who an actor is, from the words that name it."""

import pytest

from rashomon.errors import ReadError
from rashomon.plover.actors import Cast, party
from rashomon.plover.ontology import Party
from rashomon.plover.table import default, read
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
        ("the UN Security Council", "UNO", ()),
        ("the head of the Nigerian police", "NGA", ("COP",)),
        ("officials in the White House", "USA", ("GOV",)),
        ("his ambassador to Chile", "", ("GOV",)),
        ("Reuters Kenyan leader Ana Oro", "KEN", ("GOV",)),
        ("victims of Boko Haram", "NGA", ("CVL",)),
        ("the Obama administration", "USA", ("GOV",)),
        ("Obama supporters", "USA", ("CVL",)),
        ("Boko Haram victims", "NGA", ("CVL",)),
        ("government soldiers", "", ("MIL", "GOV")),
        ("AP Prime Minister Ana Oro", "", ("GOV",)),
        ("Michelle Obama", "", ()),
        ("the Democratic People’s Republic of Korea", "PRK", ("GOV",)),
        ("soldiers of the Democratic People's Republic of Korea (DPRK)", "PRK", ("MIL",)),
        ("Kurdistan Workers’ Party fighters", "TUR", ("REB",)),
        ("VLADIMIR Putin", "RUS", ("GOV",)),
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


@pytest.mark.parametrize(
    ("day", "sectors"), [("2010-05-01", ("GOV",)), ("", ("GOV",)), ("2019-01-01", ("ELI",)), ("2004-01-01", ())]
)
def test_an_office_has_its_time(day, sectors):
    assert party("Barack Obama", day=day) == Party("USA", sectors)


def test_the_surname_of_somebody_else_is_not_the_one_in_office():
    text = "Writer Ana Obama left. Obama was late."
    first, second = text.index("Ana"), text.rindex("Obama")
    names = [Name(Span(first, first + 9), "person", "Ana Obama"), Name(Span(second, second + 5), "person", "Ana Obama")]
    found = Cast(make(text).with_layer(Name, names)).party(Span(second, second + 5), "Ana Obama")
    assert found == Party()


def test_a_government_is_of_whoever_it_belongs_to():
    text = "Peruvian leader Ana Oro won. Oro's government fell."
    first, second = text.index("Ana"), text.rindex("Oro")
    names = [Name(Span(first, first + 7), "person", "Ana Oro"), Name(Span(second, second + 3), "person", "Ana Oro")]
    phrase = Span(second, text.index(" fell"))
    assert Cast(make(text).with_layer(Name, names)).party(phrase, None) == Party("PER", ("GOV",))


def test_a_table_of_ones_own_goes_before_that_of_the_package(tmp_path):
    path = tmp_path / "actors.txt"
    path.write_text("# ours\nGOV: steward\nOsterland; Oster = OST\nthe Grey Coats = OST MIL 2001..2003\n")
    own = read(path, default())
    assert party("the steward of Osterland", own) == Party("OST", ("GOV",))
    assert party("the Grey Coats", own, "2002-06-01").sectors == ("MIL",)
    assert party("Kenyan police", own) == Party("KEN", ("COP",))


def test_a_line_that_is_no_entry_is_an_error_with_its_number(tmp_path):
    path = tmp_path / "actors.txt"
    path.write_text("GOV: steward\nOsterland\n")
    with pytest.raises(ReadError, match="2"):
        read(path)


def test_a_name_that_nobody_introduces_stays_open():
    text = "The bridge fell. Oro refused to sign."
    at = text.index("Oro")
    found = Cast(make(text).with_layer(Name, [Name(Span(at, at + 3), "person", "Oro")])).party(Span(at, at + 3), "Oro")
    assert (found.country, found.sectors) == ("", ())
