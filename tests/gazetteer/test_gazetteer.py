"""Which place on earth a name is: from its size, from what the account says beside it, and not at all where unsure."""

import re
import subprocess
import sys

import pytest

from rashomon import gazetteer
from rashomon.gazetteer.keys import key
from rashomon.types import Document, Name, Provenance, Span

PLACES = "Paris|Athens|Tripoli|Lebanon|Libya|Hyderabad|Pakistan|India|Texas|France|Sweden|Finland|Georgia|Atlanta"
PLACES += "|Springfield"


def account(text: str) -> Document:
    """An account with each of PLACES as a name, and each people as another."""
    names = [Name(Span(*m.span()), "place", m[0]) for m in re.finditer(rf"\b(?:{PLACES})\b", text)]
    names += [Name(Span(*m.span()), "other", m[0]) for m in re.finditer(r"\b(?:Lebanese|Libyan|American)\b", text)]
    return Document("d", text, Provenance("d.txt", "d")).with_layer(Name, names)


def countries(text: str) -> dict[str, str]:
    return {form: place.country for form, place in gazetteer.resolve(account(text)).items()}


@pytest.mark.parametrize(
    ("form", "kind", "country"),
    [
        ("Cairo", "city", "EGY"),
        ("Kiev", "city", "UKR"),
        ("Raqqa", "city", "SYR"),
        ("Bombay", "city", "IND"),
        ("New York City", "city", "USA"),
        ("Anbar province", "region", "IRQ"),
        ("Bavaria", "region", "DEU"),
        ("Scotland", "region", "GBR"),
        ("Fla.", "region", "USA"),
        ("U.S.", "country", "USA"),
        ("Mexico", "country", "MEX"),
        ("Hong Kong", "country", "HKG"),
        ("Middle East", "area", ""),
        ("Red Sea", "area", ""),
        ("the Kremlin", "city", "RUS"),
        ("Paris, Texas", "city", "USA"),
        ("Ga.", "region", "USA"),
        ("Okla.", "region", "USA"),
        ("the city of Mosul", "city", "IRQ"),
        ("Frankfurt airport", "city", "DEU"),
    ],
)
def test_names_that_need_no_account(form, kind, country):
    found = gazetteer.sure(form)
    assert found and (found.kind, found.country) == (kind, country)


@pytest.mark.parametrize("form", ["Springfield", "San Jose", "Karsaville", "the North", "Easter", ""])
def test_what_nobody_can_tell_is_left_open(form):
    assert gazetteer.sure(form) is None


@pytest.mark.parametrize(
    ("text", "form", "country"),
    [
        ("Shots were heard in Tripoli, Lebanon, at night.", "Tripoli", "LBN"),
        ("Lebanese soldiers went to Tripoli. The Lebanese army said so.", "Tripoli", "LBN"),
        ("Libyan soldiers went to Tripoli. Libya is calm.", "Tripoli", "LBY"),
        ("A dam broke near Hyderabad in Pakistan.", "Hyderabad", "PAK"),
        ("A dam broke near Hyderabad, India said.", "Hyderabad", "IND"),
        ("In Paris, Texas, a barn burned. Texas sent help.", "Paris", "USA"),
        ("Police in Atlanta, Georgia, said that American flags were sold.", "Georgia", "USA"),
        ("In France, Sweden, Finland and elsewhere it rained.", "France", "FRA"),
        ("American diplomats met in Paris. American aides came.", "Paris", "FRA"),  # not the small American town
        ("American students met in Paris. Texas sent help.", "Paris", "USA"),
    ],
)
def test_the_account_tells_which(text, form, country):
    assert countries(text)[form] == country


def test_no_place_rather_than_a_wrong_one():
    assert "Springfield" not in countries("A barn burned in Springfield. American flags were sold.")
    assert "Athens" not in countries("American students met in Athens. American aides came.")


def test_a_place_has_degrees_only_where_it_is_somewhere():
    beirut, lebanon = gazetteer.sure("Beirut"), gazetteer.sure("Lebanon")
    assert beirut and lebanon
    assert (round(beirut.latitude or 0), round(beirut.longitude or 0)) == (34, 36)
    assert lebanon.latitude is None


@pytest.mark.parametrize(
    ("inner", "outer", "inside"),
    [
        ("Aleppo", "Syria", True),
        ("Aleppo", "Aleppo province", True),
        ("Aleppo province", "Syria", True),
        ("Syria", "Middle East", True),
        ("Aleppo", "Middle East", True),
        ("Levant", "Middle East", True),
        ("Aleppo", "Iraq", False),
        ("Syria", "Syria", False),
        ("Syria", "Europe", False),
        ("Red Sea", "Middle East", False),
    ],
)
def test_what_lies_in_what(inner, outer, inside):
    a, b = gazetteer.sure(inner), gazetteer.sure(outer)
    assert a and b
    assert gazetteer.contains(b, a) is inside
    assert not gazetteer.contains(a, b)


def test_parts_of_places_are_told_from_places_of_their_own():
    assert [p.name for p in gazetteer.within("northern Syria")] == ["Syria"]
    assert gazetteer.within("North Korea") == gazetteer.within("Northern Ireland") == ()


def test_distance():
    homs, hama = gazetteer.sure("Homs"), gazetteer.sure("Hama")
    assert homs and hama
    assert 40 < gazetteer.distance(homs, hama) < 50


@pytest.mark.parametrize(("a", "b"), [("Sana’a", "Sanaa"), ("St. Louis", "Saint Louis"), ("São Paulo", "Sao Paulo")])
def test_spellings_share_a_key(a, b):
    assert key(a) == key(b)


def test_nothing_is_loaded_before_it_is_needed():
    code = (
        "import sys, rashomon, rashomon.values.place; from rashomon.gazetteer import data; "
        "print(data._table.cache_info().misses, data._regions.cache_info().misses, 'gzip' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["0", "0", "False"]
