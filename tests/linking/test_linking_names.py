import re

import pytest

from rashomon.clusters import shared_names
from rashomon.linking.names import name_links
from rashomon.types import Document, Judgement, Name, Span
from tests.mentions import Said, account


def named(outlet: str, *entities: tuple[str, str, tuple[str, ...]]) -> Document:
    """An account that names each (form, kind, titles) once."""
    text = " and ".join(form for form, _, _ in entities) + " met."
    document = account(outlet, Said(text))
    spans = [Span(text.index(form), text.index(form) + len(form)) for form, _, _ in entities]
    return document.with_layer(Name, [Name(s, k, form, t) for s, (form, k, t) in zip(spans, entities, strict=True)])


def shared(*documents: Document) -> dict[str, str]:
    return dict(shared_names(documents, list(name_links(documents))))


def test_a_surname_is_the_one_person_of_the_story_who_has_it() -> None:
    a, b = named("A", ("Vladimir Putin", "person", ())), named("B", ("Putin", "person", ()))
    assert shared(a, b)["id-B:Putin"] == "Vladimir Putin"


def test_a_surname_that_two_people_have_stays_open() -> None:
    a = named("A", ("Ruhollah Khomeini", "person", ()), ("Ahmad Khomeini", "person", ()))
    b = named("B", ("Khomeini", "person", ()))
    assert shared(a, b)["id-B:Khomeini"] == "Khomeini"
    judged = {ln.judgement for ln in name_links([a, b])}
    assert judged == {Judgement.DIFFERENT, Judgement.UNSURE}


def test_spellings_and_aliases_are_one() -> None:
    a = named("A", ("Hezbollah", "organisation", ()), ("Daesh", "organisation", ()))
    b = named("B", ("Hizbullah", "organisation", ()), ("ISIL", "organisation", ()))
    found = shared(a, b)
    assert found["id-A:Hezbollah"] == found["id-B:Hizbullah"]
    assert found["id-A:Daesh"] == found["id-B:ISIL"]


def test_a_capital_as_a_place_is_not_its_state() -> None:
    a, b = named("A", ("Tehran", "place", ())), named("B", ("Iran", "place", ()))
    assert shared(a, b) == {"id-A:Tehran": "Tehran", "id-B:Iran": "Iran"}


def test_an_airport_is_not_its_town_and_a_state_no_town_of_its_name() -> None:
    a = named("A", ("Miami International Airport", "place", ()), ("Okla.", "place", ()))
    b = named("B", ("Miami", "place", ()), ("Oklahoma City", "place", ()))
    found = shared(a, b)
    assert found["id-A:Miami International Airport"] != found["id-B:Miami"]
    assert found["id-A:Okla."] != found["id-B:Oklahoma City"]


def test_an_office_is_the_one_who_bears_it() -> None:
    a = named("A", ("Ali Khamenei", "person", ("Supreme Leader",)))
    b = named("B", ("Supreme Leader", "person", ()))
    assert shared(a, b)["id-B:Supreme Leader"] == "Ali Khamenei"


def test_names_that_an_account_keeps_apart_stay_apart() -> None:
    a = named("A", ("Khomeini", "person", ()), ("Ahmad Khomeini", "person", ()))
    assert shared(a)["id-A:Khomeini"] == "Khomeini"


def test_initials_are_the_one_body_that_has_them() -> None:
    a = named("A", ("Delta Rowers Union", "organisation", ()), ("Karsa", "place", ()))
    b, c = named("B", ("D.R.U.", "organisation", ())), named("C", ("DRU", "organisation", ()))
    found = shared(a, b, c)
    assert found["id-B:D.R.U."] == found["id-C:DRU"] == "Delta Rowers Union"
    rival = named("D", ("Delta Railway Union", "organisation", ()))
    assert shared(a, c, rival)["id-C:DRU"] == "DRU"


def test_a_body_is_known_without_its_town() -> None:
    a = named("A", ("Karsa Rowers", "organisation", ()), ("Karsa", "place", ()))
    b = named("B", ("Rowers", "organisation", ()))
    assert shared(a, b)["id-B:Rowers"] == "Karsa Rowers"
    other = named("C", ("Orlen Rowers", "organisation", ()), ("Orlen", "place", ()))
    assert shared(a, b, other)["id-B:Rowers"] == "Rowers"


def test_short_given_names_and_misspelt_names_are_one() -> None:
    a = named("A", ("William Vale", "person", ()), ("Ana Brenholt", "person", ()))
    b = named("B", ("Bill Vale", "person", ()), ("Ana Brenhold", "person", ()))
    found = shared(a, b)
    assert found["id-A:William Vale"] == found["id-B:Bill Vale"]
    assert found["id-A:Ana Brenholt"] == found["id-B:Ana Brenhold"]


@pytest.mark.parametrize(("other", "one"), [("Ana Brenhlot", True), ("Ana Blenhort", False), ("Ana Brenkort", False)])
def test_two_letters_in_turn_are_a_slip_and_two_far_apart_another_name(other: str, one: bool) -> None:
    found = shared(named("A", ("Ana Brenholt", "person", ())), named("B", (other, "person", ())))
    assert (len(set(found.values())) == 1) is one


def test_a_name_that_somebody_has_as_a_surname_is_nobodys_first_name() -> None:
    ana, kim, tessa = (
        named(o, (form, "person", ())) for o, form in (("A", "Ana Kim"), ("B", "Kim"), ("C", "Kim Tessa"))
    )
    found = shared(ana, kim, tessa)
    assert found["id-A:Ana Kim"] == found["id-B:Kim"] != found["id-C:Kim Tessa"]
    assert len(set(shared(kim, tessa).values())) == 1


def test_two_spellings_in_one_account_are_two_people() -> None:
    a = named("A", ("Ana Brenholt", "person", ()), ("Ana Brenhold", "person", ()))
    assert len(set(shared(a).values())) == 2


def test_a_junior_stays_apart_where_an_account_knows_both() -> None:
    a = named("A", ("Orrin Vale", "person", ()), ("Orrin Vale Jr.", "person", ()))
    b = named("B", ("Orrin J. Vale", "person", ()))
    found = shared(a, b)
    assert found["id-A:Orrin Vale"] == found["id-B:Orrin J. Vale"] != found["id-A:Orrin Vale Jr."]
    assert shared(b, named("C", ("Orrin Vale Jr.", "person", ())))["id-B:Orrin J. Vale"] == "Orrin J. Vale"


def test_a_family_name_that_stands_first_is_heard() -> None:
    a, b = named("A", ("Pak Il-ha", "person", ())), named("B", ("Pak", "person", ()))
    assert shared(a, b)["id-B:Pak"] == "Pak Il-ha"


def test_a_bare_surname_is_whom_others_call_by_it() -> None:
    """One account speaks of Vale's wife too; a third says only Vale."""
    text = "Orrin Vale came. Vale left. Vale slept. Vale spoke. Mira Vale came."
    a = account("A", Said(text))
    spans = [Span(m.start(), m.end()) for m in re.finditer(r"(?:Orrin |Mira )?Vale", text)]
    whose = ["Orrin Vale"] * 4 + ["Mira Vale"]
    a = a.with_layer(Name, [Name(s, "person", e) for s, e in zip(spans, whose, strict=True)])
    b = named("B", ("Vale", "person", ()))
    assert shared(a, b)["id-B:Vale"] == "Orrin Vale"


def test_two_names_of_one_town_are_one_place() -> None:
    a, b = named("A", ("Mumbai", "place", ())), named("B", ("Bombay", "place", ()))
    assert len(set(shared(a, b).values())) == 1


@pytest.mark.parametrize(
    "full, short, kind, one",
    [
        # a second surname, one given name for another, a middle initial that is no given name
        ("Ana Vale Oro", "Ana Vale", "person", True),
        ("Ana Vale Oro", "Vale", "person", True),
        ("Thomas Vale", "Tom", "person", True),
        ("Bill Vale", "William", "person", False),
        ("Luz A. Vale", "Ana Vale", "person", False),
        ("Central American", "American", "person", False),
        # bodies: whose they are, what kind they are of
        ("United Nations Harbour Council", "UN Harbour Council", "organisation", True),
        ("United Nations Harbour Council", "Harbour Council", "organisation", True),
        ("French Harbour Council", "Spanish Harbour Council", "organisation", False),
        ("Delta Rowing College of Karsa", "Delta Rowing College", "organisation", True),
        ("Delta Rowing Songs", "Delta Rowing", "organisation", False),
        ("Delta Rowing Club", "Delta Rowing", "organisation", True),
        ("Orvell Airlines", "Orvell", "organisation", True),
        # places
        ("Vell Island", "Vell", "place", True),
        ("Vell River", "Vell", "place", False),
        ("Los Angeles", "LA", "place", True),
    ],
)
def test_other_forms_of_a_name(full: str, short: str, kind: str, one: bool) -> None:
    found = shared(named("A", (full, kind, ())), named("B", (short, kind, ())))
    assert (found[f"id-A:{full}"] == found[f"id-B:{short}"]) is one


def test_a_name_that_two_may_be_called_by_stays_open() -> None:
    a = named("A", ("Thomas Vale", "person", ()), ("Thomas Oro", "person", ()))
    assert shared(a, named("B", ("Tom", "person", ())))["id-B:Tom"] == "Tom"
    a = named("A", ("French Harbour Council", "organisation", ()), ("Spanish Harbour Council", "organisation", ()))
    assert shared(a, named("B", ("Harbour Council", "organisation", ())))["id-B:Harbour Council"] == "Harbour Council"


def test_a_body_called_by_its_town_is_not_every_body_of_the_town() -> None:
    a = named("A", ("Vell Bank", "organisation", ()))
    b = named("B", ("Vell", "organisation", ()))
    assert shared(a, b)["id-B:Vell"] == "Vell Bank"
    assert shared(a, b, named("C", ("Vell", "place", ())))["id-B:Vell"] == "Vell"


def test_a_state_is_shown_by_its_name() -> None:
    a, b = named("A", ("Panamanian", "other", ())), named("B", ("Panama", "place", ()))
    assert shared(a, b) == {"id-A:Panamanian": "Panama", "id-B:Panama": "Panama"}
