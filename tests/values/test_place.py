import pytest

from rashomon.types import Agreement, Value
from rashomon.values import place

WITHIN = [
    ("Tehran", "Iran"),
    ("northwest Syria", "Syria"),
    ("Karsa, in Delta province", "Delta province"),
    ("the port of Karsa, Delta province", "Delta province"),
    ("the northern Iranian town of Karsa", "Iran"),
    ("Aleppo", "Syria"),
    ("Mosul", "Nineveh province"),
    ("San Diego", "California"),
    ("Paris, Texas", "Texas"),
    ("Atlanta, Georgia", "the United States"),
    ("Atlanta", "Georgia"),
    ("Syria", "the Middle East"),
    ("Aleppo", "the Middle East"),
    ("Karsa airport", "Karsa"),
    ("Vell district, Karsa district", "Karsa district"),
    ("a market, in Aleppo", "Aleppo province"),
]
SAME = [
    ("Karsa village, Delta province", "Karsa"),
    ("Oro's capital, Vell", "Vell"),
    ("Karsa, Delta province", "Karsa"),
    ("the northern Iranian island of Karsa", "Iran’s northern Karsa island"),
    ("near the Iranian capital, Tehran", "near Tehran"),
    ("Cape Oro", "the cape of Oro"),
    ("VASA's Oro Space Center in Delta", "the Oro Space Centre in Delta"),
    ("in Tehran", "Tehran"),
    ("Kiev", "Kyiv"),
    ("the U.S.", "United States"),
    ("Aleppo", "Alepo"),
    ("Mumbai", "Bombay"),
]
DISJOINT = [
    ("Tripoli, Libya", "Tripoli, Lebanon"),
    ("South Sudan", "Sudan"),
    ("the Inner Sea", "the Outer Sea"),
    ("Syria", "Iraq"),
    ("Tehran", "Moscow"),
    ("Red Hospital", "Blue Hospital"),
    ("Karsa village, Delta province", "Vell village, Delta province"),
    ("Delta province", "Hill province"),
    ("Aleppo", "Mosul"),
    ("Aleppo", "Damascus"),
    ("a market, in Aleppo", "Iraq"),
    ("Texas", "Florida"),
    ("London", "Canada"),
]
OPEN = [
    ("Karsa", "Delta province"),
    ("Aleppo", "northwest Syria"),
    ("the market", "Karsa"),
    ("Karsa", "Orlen"),
    ("Homs", "Hama"),
    ("Springfield", "Manila"),
    ("Aleppo", "Homs province"),
    ("Damascus", "Rural Damascus"),
    ("Syria", "the Red Sea"),
    ("the sea 20 kilometers", "the Inner Sea"),
    ("federal prison", "a state prison"),  # no names
    ("the Sea of Japan", "Japan"),
]


def value(form: str) -> Value:
    made = place.parse(form)
    assert made
    return made


@pytest.mark.parametrize(("a", "b"), WITHIN)
def test_one_place_in_another(a: str, b: str) -> None:
    assert place.compare(value(a), value(b)) is Agreement.MORE_PRECISE
    assert place.compare(value(b), value(a)) is Agreement.COMPATIBLE


@pytest.mark.parametrize(("a", "b"), SAME)
def test_one_place(a: str, b: str) -> None:
    assert place.compare(value(a), value(b)) is Agreement.AGREES


@pytest.mark.parametrize(("a", "b"), DISJOINT)
def test_two_places(a: str, b: str) -> None:
    assert place.compare(value(a), value(b)) is place.compare(value(b), value(a)) is Agreement.CONFLICTS


@pytest.mark.parametrize(("a", "b"), OPEN)
def test_two_names_alone_are_no_conflict(a: str, b: str) -> None:
    assert place.compare(value(a), value(b)) is Agreement.COMPATIBLE
