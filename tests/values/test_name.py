import pytest

from rashomon.name_forms import identity
from rashomon.types import Agreement, Value
from rashomon.values import name

SAME = [
    ("Ayatollah Ali Khamenei", "Ayatullah Ali Khamenei"),
    ("Hezbollah", "Hizbullah"),
    ("Daesh", "the Islamic State"),
    ("ISIL", "ISIS"),
    ("Tehran", "Iran"),
    ("Iranian", "Iran"),
    ("U.S.", "the United States"),
    ("President Vladimir Putin", "Vladimir Putin"),
    ("Hassan Rouhani", "Sheikh Hassan Ruhani"),
    ("Élodie Brunet", "Elodie Brunet"),
    ("the Delta Ministry’s", "Delta Ministry"),
    ("Ministry of Defence", "Defense Ministry"),
]
FULLER = [
    ("Vladimir Putin", "Putin"),
    ("Orrin J. Vale", "Orrin Vale"),
    ("Orrin Vale", "O. Vale"),
    ("Mohammad Reza Naqdi", "General Naqdi"),
    ("Jamal Abdel Nasser", "Jamal Abdel"),
    ("Congresswoman Ana Oro", "Sheriff Oro"),  # titles are no given names
    ("Ministry of the Interior of Ruritania", "Interior Ministry"),
    ("U.S. Department of Justice", "Justice Department"),
    ("Ruritanian leader Orrin Vale", "Orrin Vale"),
    ("two young Hill City players", "the players"),
]
APART = [
    ("Iran", "Iraq"),
    ("Niger", "Nigeria"),
    ("Hezbollah", "Hamas"),
    ("Sheikh Ahmad Khomeini", "Imam Ruhollah Khomeini"),
    ("Ana Oro", "Luz A. Oro"),
]
OPEN = [
    ("Bill James Oro", "William Henry Oro"),  # each may leave one out
    ("Ministry of Defence", "Ministry of the Interior"),
    ("Delta Police", "River Police"),
    ("Orrin Vale", "Delta Ministry"),
    ("Iranian commanders and fighters", "Iran"),
    ("three guards", "the police"),
    ("Ana Luz Oro", "Luz"),  # nor is a middle name a name
    ("Ana Li", "Li"),
]


def value(form: str) -> Value:
    made = name.parse(form)
    assert made
    return made


@pytest.mark.parametrize(("a", "b"), SAME)
def test_forms_of_one_name(a: str, b: str) -> None:
    assert name.compare(value(a), value(b)) in (Agreement.AGREES, Agreement.MORE_PRECISE)
    assert identity(a) == identity(b)


@pytest.mark.parametrize(("full", "short"), FULLER)
def test_the_fuller_form_is_more_precise(full: str, short: str) -> None:
    assert name.compare(value(full), value(short)) in (Agreement.MORE_PRECISE, Agreement.AGREES)
    assert name.compare(value(short), value(full)) is not Agreement.CONFLICTS


@pytest.mark.parametrize(("a", "b"), APART)
def test_names_that_exclude_each_other(a: str, b: str) -> None:
    assert name.compare(value(a), value(b)) is name.compare(value(b), value(a)) is Agreement.CONFLICTS


@pytest.mark.parametrize(("a", "b"), OPEN)
def test_what_nobody_knows_stays_compatible(a: str, b: str) -> None:
    assert name.compare(value(a), value(b)) is name.compare(value(b), value(a)) is Agreement.COMPATIBLE


@pytest.mark.parametrize("empty", ["", "  ", "the ", "’s"])
def test_nothing_is_no_name(empty: str) -> None:
    assert name.parse(empty) is None


def test_a_family_name_may_stand_first_or_last() -> None:
    assert name.compare(value("Kim Il-ha"), value("Il-ha Kim")) is Agreement.AGREES
