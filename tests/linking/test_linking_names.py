from rashomon.linking.names import canonical, name_links
from rashomon.types import Document, Judgement, Name, Span
from tests.mentions import Said, account


def named(outlet: str, *entities: tuple[str, str, tuple[str, ...]]) -> Document:
    """An account that names each (form, kind, titles) once."""
    text = " and ".join(form for form, _, _ in entities) + " met."
    document = account(outlet, Said(text))
    spans = [Span(text.index(form), text.index(form) + len(form)) for form, _, _ in entities]
    return document.with_layer(Name, [Name(s, k, form, t) for s, (form, k, t) in zip(spans, entities, strict=True)])


def shared(*documents: Document) -> dict[str, str]:
    return dict(canonical(documents, list(name_links(documents))))


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


def test_an_office_is_the_one_who_bears_it() -> None:
    a = named("A", ("Ali Khamenei", "person", ("Supreme Leader",)))
    b = named("B", ("Supreme Leader", "person", ()))
    assert shared(a, b)["id-B:Supreme Leader"] == "Ali Khamenei"


def test_names_that_an_account_keeps_apart_stay_apart() -> None:
    a = named("A", ("Khomeini", "person", ()), ("Ahmad Khomeini", "person", ()))
    assert shared(a)["id-A:Khomeini"] == "Khomeini"
