"""The gates before a conflict: what is a later state, what may differ in scope, and who may contradict whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from rashomon.annotators import annotate
from rashomon.claims import extract
from rashomon.denials import unlike
from rashomon.readers import document
from rashomon.relations import relate
from rashomon.timex.account import date_of
from rashomon.timex.calendar import days_of
from rashomon.types import Agreement, Claim, Document, EventMention, Position, Relation, Span, Value
from rashomon.values import date
from rashomon.values.place import parse as place_of
from rashomon.voices import Voices
from tests.mentions import Said, account

ROLES = (("agent", "Orrin Vale"), ("patient", "the dam"))
NAMES = [(n, "person") for n in ("Orrin Vale", "Ana Oro", "Jan Oro", "Ada Fenn", "Bo Fenn Jr.")]


def told(outlet: str, day: str, *words: str, tense: str = "past", predicate: str = "open") -> Document:
    said = Said(f"Orrin Vale opened the dam ({outlet}).", predicate, "opened", ROLES, tense=tense)
    return account(outlet, said, *(Said(w) for w in words), names=NAMES, day=day)


def between(
    slot: str,
    scope: str,
    *sides: tuple[Document, Value, str],
    words: tuple[str, str] = ("a", "b"),
    factuality: float = 3.0,
    copies: bool = False,
    asked: bool = False,
) -> Relation:
    """How two values stand, each the claim of one account on the word of its outlet or of a source."""
    documents = {d.id: d for d, _, _ in sides}
    positions = []
    for (d, value, source), said in zip(sides, words, strict=True):
        holders = (d.provenance.outlet, *([source] if source else []))
        key = f"{d.id}:{d.text.index('opened')}"
        claim = Claim(d.id, key, slot, value, Span(0, 1), said, holders, factuality, "test", scope)
        positions.append(Position(value, (claim,), holders))
    families = [tuple(documents)] if copies else [(d,) for d in documents]
    [found] = relate(slot, scope, positions, Voices(documents, {}, families, asked=asked))
    return found


def number(value: float, unit: str = "") -> Value:
    return Value("number", value, value, unit)


EARLY, SAME, LATE = told("A", "2015-03-15"), told("B", "2015-03-15"), told("C", "2015-03-18")


@pytest.mark.parametrize(
    ("scope", "unit", "second", "expected"),
    [
        ("killed people", "", SAME, Agreement.CONFLICTS),
        ("killed people", "", LATE, Agreement.UPDATED),
        ("sentenced people", "", LATE, Agreement.CONFLICTS),  # only tolls grow
        ("killed people (part)", "", SAME, Agreement.COMPATIBLE),
        ("deal USD", "USD", SAME, Agreement.CONFLICTS),
        ("fall to USD", "USD", SAME, Agreement.ARGUABLE),  # a figure that moves
        ("fall to USD", "USD", LATE, Agreement.UPDATED),
        ("height", "metre", SAME, Agreement.ARGUABLE),
        ("destroyed percent", "percent", SAME, Agreement.ARGUABLE),  # of what?
        ("age of fenn", "year", SAME, Agreement.ARGUABLE),  # no account names such a person
    ],
)
def test_numbers(scope: str, unit: str, second: Document, expected: Agreement) -> None:
    found = between("how many", scope, (EARLY, number(12, unit), ""), (second, number(14, unit), ""))
    assert found.agreement is expected
    if expected is Agreement.UPDATED:
        assert (found.left, found.right) == (0, 1)


def test_numbers_far_apart_of_what_nothing_says_to_be_one_thing() -> None:
    for value, far in ((14, False), (31, False), (36, True)):
        found = between("how many", "height", (EARLY, number(12, "metre"), ""), (SAME, number(value, "metre"), ""))
        assert (found.because == "too far apart to count the same") is far


def test_one_account_that_gives_two_numbers_measures_two_things() -> None:
    same = (EARLY, number(12, "metre"), ""), (EARLY, number(14, "metre"), "")
    assert between("how many", "height", *same).agreement is Agreement.COMPATIBLE

    assert between("how many", "killed people", *same).because == "one account gives both"


@pytest.mark.parametrize(
    ("workers", "people", "later", "expected"),
    [
        (12, 14, SAME, Agreement.COMPATIBLE),  # twelve of the fourteen
        (12, 12, SAME, Agreement.AGREES),
        (14, 12, SAME, Agreement.CONFLICTS),  # more workers than people
        (14, 12, told("Z", "2015-03-12"), Agreement.UPDATED),
        (140, 12, SAME, Agreement.ARGUABLE),  # too far apart
    ],
)
def test_a_count_of_workers_beside_one_of_people(
    workers: float, people: float, later: Document, expected: Agreement
) -> None:
    sides = (EARLY, number(workers, "worker"), ""), (later, number(people), "")
    assert between("how many", "killed people", *sides).agreement is expected
    assert between("how many", "killed people", *reversed(sides)).agreement is expected


def test_counts_of_two_kinds_of_people_and_of_two_things() -> None:
    two = (EARLY, number(12, "worker"), ""), (SAME, number(14, "soldier"), "")
    assert between("how many", "killed people", *two).agreement is Agreement.COMPATIBLE
    assert between("how many", "deal USD", *two).agreement is Agreement.ARGUABLE


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ((35, "worshipper"), (58, "pilgrim"), Agreement.ARGUABLE),
        ((35, "worshipper"), (35, "pilgrim"), Agreement.COMPATIBLE),
        ((12, "serviceman"), (14, "soldier"), Agreement.CONFLICTS),
        ((34, "inmate"), (29, "prisoner"), Agreement.CONFLICTS),
        ((34, "inmate"), (34, "prisoner"), Agreement.AGREES),
    ],
)
def test_two_nouns_for_people_may_be_of_one_kind(first, second, expected) -> None:
    sides = [(account, number(*of), "") for account, of in ((EARLY, first), (SAME, second))]
    assert between("how many", "killed people", *sides).agreement is expected


@pytest.mark.parametrize(("everyone", "expected"), [(100, Agreement.COMPATIBLE), (60, Agreement.ARGUABLE)])
def test_two_kinds_for_which_a_count_of_all_has_room_are_two(everyone: float, expected: Agreement) -> None:
    accounts = [told(outlet, "2015-03-15") for outlet in "ABC"]
    values = number(35, "worshipper"), number(58, "pilgrim"), number(everyone)
    positions = [
        Position(v, (Claim(d.id, f"{d.id}:{d.text.index('opened')}", "how many", v, Span(0, 1), "x",
                           (d.provenance.outlet,), 3.0, "t", "killed people"),), (d.provenance.outlet,))
        for d, v in zip(accounts, values, strict=True)
    ]  # fmt: skip
    voices = Voices({d.id: d for d in accounts}, {}, [(d.id,) for d in accounts])
    found = {frozenset((r.left, r.right)): r.agreement for r in relate("how many", "killed people", positions, voices)}
    assert found[frozenset((0, 1))] is expected


def test_copies_of_one_account_dispute_nothing_unless_they_quote_two_voices() -> None:
    sides = (EARLY, number(12), ""), (SAME, number(14), "")
    assert between("how many", "killed people", *sides, copies=True).agreement is Agreement.ARGUABLE
    sides = (EARLY, number(12), "Ana Oro"), (SAME, number(14), "Jan Vale")
    assert between("how many", "killed people", *sides, copies=True).agreement is Agreement.CONFLICTS


def test_a_voice_that_gives_both_disputes_neither() -> None:
    def position(value: float, *told: tuple[Document, str]) -> Position:
        claims = (
            Claim(d.id, f"{d.id}:{d.text.index('opened')}", "how many", number(value), Span(0, 1), "x",
                  (d.provenance.outlet, who), 3.0, "t", "killed people")
            for d, who in told
        )  # fmt: skip
        return Position(number(value), tuple(claims), tuple(who for _, who in told))

    voices = Voices({d.id: d for d in (EARLY, SAME)}, {}, [(EARLY.id,), (SAME.id,)])
    lone, both = position(12, (EARLY, "Jan Vale")), position(12, (EARLY, "Jan Vale"), (EARLY, "Ana Oro"))
    for first, expected in ((lone, Agreement.CONFLICTS), (both, Agreement.ARGUABLE)):
        [found] = relate("how many", "killed people", [first, position(14, (SAME, "Ana Oro"))], voices)
        assert found.agreement is expected


def test_police_here_and_police_there_are_not_known_to_be_one_voice() -> None:
    first = Claim(EARLY.id, f"{EARLY.id}:{EARLY.text.index('opened')}", "how many", number(12), Span(0, 1), "x",
                  ("A", "officials"), 3.0, "t", "killed people")  # fmt: skip
    alone = replace(first, holders=("A",))
    other = replace(first, document=SAME.id, mention=f"{SAME.id}:{SAME.text.index('opened')}", value=number(14))
    positions = [
        Position(number(12), (first, alone), ("A", "officials")),
        Position(number(14), (replace(other, holders=("B", "officials")),), ("B", "officials")),
    ]
    voices = Voices({d.id: d for d in (EARLY, SAME)}, {}, [(EARLY.id,), (SAME.id,)])
    assert relate("how many", "killed people", positions, voices)[0].agreement is Agreement.CONFLICTS


def test_the_voice_that_gives_both_is_called_as_the_accounts_call_it() -> None:
    key = f"{EARLY.id}:{EARLY.text.index('opened')}"
    base = Claim(EARLY.id, key, "how many", number(12), Span(0, 1), "x", ("A", "Ana Oro"), 3.0, "t", "killed people")
    later = replace(base, document=SAME.id, mention=f"{SAME.id}:{SAME.text.index('opened')}", value=number(14))
    positions = [
        Position(number(12), (base, replace(base, holders=("A", "Jan Vale"))), ("Ana Oro", "Jan Vale")),
        Position(number(14), (later,), ("Ana Oro",)),
    ]
    voices = Voices({d.id: d for d in (EARLY, SAME)}, {}, [(EARLY.id,), (SAME.id,)])
    [found] = relate("how many", "killed people", positions, voices)
    assert (found.agreement, found.because) == (Agreement.ARGUABLE, "Ana Oro gives both")


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        (("Chile",), Agreement.CONFLICTS),
        (("Chile", "Lima"), Agreement.COMPATIBLE),
        (("Chile", "Peru"), Agreement.COMPATIBLE),  # where Lima lies, and Chile does not
        (("Chile", "South America"), Agreement.CONFLICTS),  # where both lie
    ],
)
def test_who_also_tells_the_other_place_does_not_dispute_it(places: tuple[str, ...], expected: Agreement) -> None:
    """A quake in Lima by one account; where else it was felt by the other."""
    told_by: dict[str, list[Document]] = {"Lima": [EARLY]}
    for form in places:
        told_by.setdefault(form, []).append(SAME)
    positions = [
        Position(
            Value("place", form=form),
            tuple(
                Claim(d.id, f"{d.id}:{len(form)}", "where", Value("place", form=form), Span(0, 1), form,
                      (str(d.provenance.outlet),), 3.0, "t")
                for d in tellers
            ),
            tuple(str(d.provenance.outlet) for d in tellers),
        )
        for form, tellers in told_by.items()
    ]  # fmt: skip
    voices = Voices({d.id: d for d in (EARLY, SAME)}, {}, [(EARLY.id,), (SAME.id,)])
    assert relate("where", "", positions, voices)[0].agreement is expected


@pytest.mark.parametrize(
    ("unit", "asked", "expected"),
    [("", True, Agreement.CONFLICTS), ("", False, Agreement.ARGUABLE), ("metre", True, Agreement.ARGUABLE)],
)
def test_a_question_about_one_thing_makes_its_bare_counts_comparable(unit, asked, expected) -> None:
    sides = ((EARLY, number(12, unit), ""), (SAME, number(14, unit), ""))
    assert between("how many", "boats", *sides, asked=asked).agreement is expected


def test_counts_that_are_far_apart_count_different_things() -> None:
    found = between("how many", "killed people", (EARLY, number(12), ""), (SAME, number(120), ""))
    assert (found.agreement, found.because) == (Agreement.ARGUABLE, "too far apart to count the same")


def test_no_toll_rose_where_two_sources_stand_against_each_other() -> None:
    sides = (EARLY, number(12), "Ana Oro"), (LATE, number(14), "Jan Vale")
    assert between("how many", "killed people", *sides).agreement is Agreement.CONFLICTS
    sides = (EARLY, number(12), "Ana Oro"), (LATE, number(14), "Ana Oro")
    assert between("how many", "killed people", *sides).agreement is Agreement.UPDATED


@pytest.mark.parametrize(
    ("factuality", "expected"), [(3.0, Agreement.CONFLICTS), (1.5, Agreement.CONFLICTS), (1.0, Agreement.ARGUABLE)]
)
def test_what_is_only_possible_conflicts_with_nothing(factuality: float, expected: Agreement) -> None:
    sides = (EARLY, number(12), ""), (SAME, number(14), "")
    assert between("how many", "killed people", *sides, factuality=factuality).agreement is expected


@pytest.mark.parametrize(
    ("scope", "expected"), [("weight", Agreement.COMPATIBLE), ("killed people", Agreement.UPDATED)]
)
def test_an_account_that_gives_three_measures_tells_a_list(scope: str, expected: Agreement) -> None:
    one, other = told("A", "2031-05-01"), told("B", "2031-05-03")

    def position(d: Document, value: float) -> Position:
        key = f"{d.id}:{d.text.index('opened')}"
        holders = (str(d.provenance.outlet),)
        return Position(
            number(value),
            (Claim(d.id, key, "how many", number(value), Span(0, 1), "x", holders, 3.0, "t", scope),),
            holders,
        )

    positions = [*(position(one, n) for n in (20, 30, 40)), position(other, 50)]
    voices = Voices({d.id: d for d in (one, other)}, {}, [(one.id,), (other.id,)])
    found = {(r.left, r.right): r.agreement for r in relate("how many", scope, positions, voices)}
    assert found[2, 3] is expected


def test_an_age_is_disputed_where_one_person_has_the_name() -> None:
    sides = [told(o, "2015-03-15", "Ada Fenn went home.") for o in "AB"]
    ages = [(d, number(n, "year"), "") for d, n in zip(sides, (44, 46), strict=True)]
    assert between("how many", "age of fenn", *ages).agreement is Agreement.CONFLICTS
    junior = [
        (told(o, "2015-03-15", "Bo Fenn Jr. went home."), number(n, "year"), "") for o, n in (("A", 44), ("B", 46))
    ]
    assert between("how many", "age of fenn", *junior).agreement is Agreement.CONFLICTS
    unknown = [(told(o, "", "Ada Fenn went home."), number(n, "year"), "") for o, n in (("A", 44), ("B", 46))]
    assert between("how many", "age of fenn", *unknown).agreement is Agreement.ARGUABLE  # perhaps years apart
    family = [told(o, "2015-03-15", "Ana Oro and Jan Oro went home.") for o in "AB"]
    ages = [(d, number(n, "year"), "") for d, n in zip(family, (44, 46), strict=True)]
    assert between("how many", "age of oro", *ages).agreement is Agreement.ARGUABLE


def test_tolls_of_two_places_are_of_two_happenings() -> None:
    def hit(outlet: str, place: str) -> Document:
        said = Said(f"The quake opened {place}.", "open", "opened", (("agent", "The quake"),))
        return account(outlet, said, names=[(place, "place")], day="2015-03-15")

    one, same, other = hit("A", "Peru"), hit("B", "Peru"), hit("C", "Japan")
    tolls = [(d, number(n), "") for d, n in ((one, 12), (same, 14), (other, 14))]
    assert between("how many", "killed people", tolls[0], tolls[1]).agreement is Agreement.CONFLICTS
    assert between("how many", "killed people", tolls[0], tolls[2]).agreement is Agreement.ARGUABLE


def day(words: str) -> Value:
    value = date.parse(words)
    assert value
    return value


@pytest.mark.parametrize(
    ("first", "second", "later", "words", "expected"),
    [
        ("12 March 2015", "13 March 2015", SAME, ("Thursday", "Friday"), Agreement.CONFLICTS),
        ("12 March 2015", "5 March 2015", SAME, ("Thursday", "last Thursday"), Agreement.ARGUABLE),  # which week?
        ("12 March 2015", "13 March 2015", SAME, ("Thursday", "Thursday"), Agreement.ARGUABLE),
        ("12 March 2015", "13 March 2015", SAME, ("today", "Friday"), Agreement.ARGUABLE),  # of which zone?
        ("12 March 2015", "14 March 2015", SAME, ("today", "Saturday"), Agreement.CONFLICTS),
        ("20 March 2015", "17 March 2015", LATE, ("20 March", "Tuesday"), Agreement.UPDATED),  # was still to come
        ("12 March 2015", "17 March 2015", LATE, ("Thursday", "Tuesday"), Agreement.CONFLICTS),
        ("February 2015", "March 2015", SAME, ("a", "b"), Agreement.ARGUABLE),
    ],
)
def test_days(first: str, second: str, later: Document, words: tuple[str, str], expected: Agreement) -> None:
    assert between("when", "", (EARLY, day(first), ""), (later, day(second), ""), words=words).agreement is expected


def test_a_day_that_leans_on_a_guessed_date_disputes_none() -> None:
    assert SAME.date
    guessed = replace(SAME, date=replace(SAME.date, confidence="guess"))
    sides = (EARLY, day("12 March 2015"), ""), (guessed, day("13 March 2015"), "")
    found = between("when", "", *sides, words=("Thursday", "Friday"))
    assert (found.agreement, found.because) == (Agreement.ARGUABLE, "the day of an account is a guess")


@pytest.mark.parametrize(
    ("first", "where", "second", "expected"),
    [
        ("10:15 on", "Karsa", "22:15 on", Agreement.CONFLICTS),  # no two zones there
        ("10:15 on", "Delta", "22:15 on", Agreement.ARGUABLE),
        ("10:15 on", "Karsa", "21:15 on", Agreement.ARGUABLE),
        ("the morning of", "Karsa", "the evening of", Agreement.ARGUABLE),  # they begin twelve hours apart
    ],
)
def test_one_clock_in_the_two_halves_of_a_day(first: str, where: str, second: str, expected: Agreement) -> None:
    def landed(outlet: str, place: str) -> Document:
        said = Said(f"It landed at {place} and opened.", "open", "opened", (("agent", "It"),))
        return account(outlet, said, names=[(place, "place")], day="2015-03-15")

    sides = (
        (landed("A", "Karsa"), day(f"{first} 12 March 2015"), ""),
        (landed("B", where), day(f"{second} 12 March 2015"), ""),
    )
    assert between("when", "", *sides).agreement is expected


def of_one_mention(slot: str, *values: Value) -> Relation:
    """How two values stand that one mention gives."""
    key = f"{EARLY.id}:{EARLY.text.index('opened')}"
    claims = [Claim(EARLY.id, key, slot, v, Span(0, 1), v.form, ("A",), 3.0, "test") for v in values]
    positions = [Position(c.value, (c,), c.holders) for c in claims]
    [found] = relate(slot, "", positions, Voices({EARLY.id: EARLY}, {}, [(EARLY.id,)]))
    return found


@pytest.mark.parametrize(
    ("slot", "first", "second"),
    [
        ("where", place_of("Norway"), place_of("Peru")),
        ("who", Value("name", form="Ana Oro"), Value("name", form="Jan Vale")),
        ("when", date.parse("12 March 2015"), date.parse("13 March 2015")),
    ],
)
def test_one_mention_may_have_several_participants_places_and_days(slot: str, first: Value, second: Value) -> None:
    assert of_one_mention(slot, first, second).agreement is Agreement.COMPATIBLE


def test_an_event_is_in_one_place() -> None:
    norway, peru, lima = (place_of(name) for name in ("Norway", "Peru", "Lima, Peru"))
    assert norway and peru and lima
    assert between("where", "", (EARLY, norway, ""), (SAME, peru, "")).agreement is Agreement.CONFLICTS
    assert between("where", "", (EARLY, lima, ""), (SAME, peru, "")).agreement is Agreement.MORE_PRECISE
    assert between("where", "from", (EARLY, norway, ""), (SAME, peru, "")).agreement is Agreement.COMPATIBLE
    said = Said("Ana Oro opened a shop.", "open", "opened", (("agent", "Ana Oro"), ("patient", "a shop")))
    other = account("D", said, names=NAMES, day="2015-03-15")
    found = between("where", "", (EARLY, norway, ""), (other, peru, ""))
    assert (found.agreement, found.because) == (Agreement.ARGUABLE, "they may tell of two events")


def test_accounts_of_one_event_never_date_it_more_than_a_week_apart() -> None:
    sides = (EARLY, day("2 March 2015"), ""), (SAME, day("12 March 2015"), "")
    found = between("when", "", *sides)
    assert (found.agreement, found.because) == (Agreement.ARGUABLE, "too far apart for one event")


def test_days_of_what_other_people_did_are_no_dispute() -> None:
    said = Said("Ana Oro opened a shop.", "open", "opened", (("agent", "Ana Oro"), ("patient", "a shop")))
    other = account("D", said, names=NAMES, day="2015-03-15")
    found = between("when", "", (EARLY, day("12 March 2015"), ""), (other, day("13 March 2015"), ""))
    assert (found.agreement, found.because) == (Agreement.ARGUABLE, "they may tell of two events")


def test_a_day_of_a_noun_may_be_that_of_what_was_done_with_it() -> None:
    shown = Said(
        "Orrin Vale showed the dam as opened.",
        "show",
        "showed",
        (("agent", "Orrin Vale"), ("patient", "the dam as opened")),
    )
    film = account("F", shown, names=NAMES, day="2015-03-15")
    [showing] = film.layer(EventMention)
    begin = film.text.index("opened")
    noun = replace(showing, span=Span(begin, begin + len("opened")), predicate="open", tense="", arguments=())
    film = film.with_layer(EventMention, [showing, noun])
    sides = (EARLY, day("12 March 2015"), ""), (film, day("13 March 2015"), "")
    found = between("when", "", *sides, words=("Thursday", "Friday"))
    assert found.agreement is Agreement.ARGUABLE and "another happening" in found.because


def test_of_many_who_deny_four_are_named() -> None:
    accounts = [told(outlet, "2015-03-15") for outlet in "ABCDEF"]
    yes, *noes = (
        Claim(d.id, f"{d.id}:{d.text.index('opened')}", "happened", polarity(level), Span(0, 1), f"x{n}",
              (d.provenance.outlet,), level, "test")
        for n, (d, level) in enumerate(zip(accounts, (3, -3, -3, -3, -3, -3), strict=True))
    )  # fmt: skip
    positions = [Position(c[0].value, tuple(c), ()) for c in ([yes], noes)]
    voices = Voices({d.id: d for d in accounts}, {}, [(d.id,) for d in accounts])
    [found] = relate("happened", "", positions, voices)
    assert (found.agreement, found.because) == (Agreement.DENIES, "B, C, D, E and 1 more deny what A told")


def polarity(level: float) -> Value:
    return Value("polarity", level, level)


PLAN = told("P", "2015-03-12", tense="future")


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ((EARLY, "alive"), (LATE, "killed"), Agreement.UPDATED),
        ((EARLY, "killed"), (LATE, "alive"), Agreement.CONFLICTS),
        ((EARLY, "convicted"), (LATE, "acquitted"), Agreement.CONFLICTS),
    ],
)
def test_of_two_outcomes_the_later_may_be_the_next_state(first, second, expected) -> None:
    sides = [(account, Value("polarity", 3.0, 3.0, end), "") for account, end in (first, second)]
    assert between("happened", "", *sides).agreement is expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ((PLAN, polarity(2), ""), (LATE, polarity(3), ""), Agreement.UPDATED),  # planned, then done
        ((PLAN, polarity(2), ""), (LATE, polarity(-3), ""), Agreement.UPDATED),  # planned, then not
        ((told("Q", "2015-03-18", tense="future"), polarity(2), ""), (LATE, polarity(3), ""), Agreement.COMPATIBLE),
        ((told("Q", "2015-03-20", tense="future"), polarity(2), ""), (EARLY, polarity(3), ""), Agreement.ARGUABLE),
        ((EARLY, polarity(-3), ""), (LATE, polarity(3), ""), Agreement.DENIES),
        ((EARLY, polarity(-3), "Ana Oro"), (SAME, polarity(3), "Oro"), Agreement.ARGUABLE),  # one voice
        ((EARLY, polarity(-3), "spokesman"), (SAME, polarity(3), "statement"), Agreement.ARGUABLE),  # whose?
    ],
)
def test_happenings(
    first: tuple[Document, Value, str], second: tuple[Document, Value, str], expected: Agreement
) -> None:
    assert between("happened", "", first, second).agreement is expected


@pytest.mark.parametrize(
    ("predicate", "source", "expected"),
    [("arrest", "", Agreement.UPDATED), ("open", "", Agreement.DENIES), ("arrest", "Ana Oro", Agreement.DENIES)],
)
def test_what_is_awaited_is_told_as_not_done_until_it_is(predicate: str, source: str, expected: Agreement) -> None:
    first, second = (told(o, d, predicate=predicate) for o, d in (("A", "2015-03-15"), ("C", "2015-03-18")))
    sides = (first, polarity(-3), source), (second, polarity(3), "")
    assert between("happened", "", *sides).agreement is expected


def test_what_is_awaited_may_have_come_where_nobody_knows_which_was_told_first() -> None:
    first, second = (told(o, "", predicate="arrest") for o in "AC")
    found = between("happened", "", (first, polarity(-3), ""), (second, polarity(3), ""))
    assert (found.agreement, found.because) == (Agreement.ARGUABLE, "one may have been told before it was done")


def test_who_takes_part_knows_on_the_day_whether_it_has_come() -> None:
    first, second = (told(o, "2015-03-15", predicate="sign") for o in ("Rebel Council", "Works Ministry"))
    assert between("happened", "", (first, polarity(-3), ""), (second, polarity(3), "")).agreement is Agreement.DENIES


def test_two_forms_of_a_name_agree_and_a_fuller_description_is_more_precise() -> None:
    def stands(a: str, b: str) -> Agreement:
        return between("who", "", (EARLY, Value("name", form=a), ""), (SAME, Value("name", form=b), "")).agreement

    assert stands("Orrin Vale", "Vale") is Agreement.AGREES
    assert stands("young guards", "guards") is Agreement.MORE_PRECISE


@pytest.mark.parametrize(
    ("tense", "second", "expected"),
    [("future", LATE, Agreement.UPDATED), ("past", LATE, Agreement.DENIES), ("future", SAME, Agreement.ARGUABLE)],
)
def test_what_somebody_would_not_do_and_later_did_are_two_states(tense, second, expected) -> None:
    refusing = told("A", "2015-03-15", tense=tense)
    assert between("happened", "", (refusing, polarity(-3), "Ana Oro"), (second, polarity(3), "")).agreement is expected


def test_entries_of_a_chronology_are_told_on_their_days() -> None:
    days = ("March 3, 2031", "March 9, 2031", "April 2, 2031", "April 5, 2031")
    text = "\n\n".join(f"{day}\n\nOrrin Vale opened the dam." for day in days)
    chronicle = next(annotate([document(text)]))
    voices = Voices({chronicle.id: chronicle}, {}, [(chronicle.id,)])
    told_on = list(dict.fromkeys(voices.moment(c) for c in extract([chronicle])))
    assert told_on == [days_of(datetime.strptime(day, "%B %d, %Y")) for day in days]


def test_two_chronologies_dispute_what_both_tell_of_one_day_whenever_they_were_written() -> None:
    def chronicle(last: str, deed: str) -> Document:
        days = ("March 3, 2031", "March 9, 2031", "April 2, 2031", last)
        told = ("Welders walk out", "Talks fail", deed, "It reopens")
        text = document("\n\n".join(f"{d}\n\n{t}." for d, t in zip(days, told, strict=True)))
        return next(annotate([replace(text, date=date_of(text))]))

    accounts = [
        chronicle("May 5, 2031", "Soldiers fire on a crowd, killing 52 welders"),
        chronicle("November 5, 2032", "After 45 welders are killed, the mayor resigns"),
    ]
    claims = [c for c in extract(accounts) if c.slot == "how many" and c.value.low in (45, 52)]
    a, b = (next(c for c in claims if c.document == account.id) for account in accounts)
    assert unlike(a, b, Voices({d.id: d for d in accounts}, {}, [(d.id,) for d in accounts])) == ""
