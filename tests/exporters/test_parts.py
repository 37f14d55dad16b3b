"""Where an event stands in the page and in the report: what witnesses agree on comes before what they merely share."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from written import Account, day, days

from rashomon.exporters.html import render
from rashomon.types import (
    AccountDate,
    Agreement,
    Claim,
    Document,
    Event,
    Judgement,
    Link,
    Position,
    Record,
    Relation,
    Slot,
    Span,
    Value,
)
from rashomon.views import chronology
from rashomon.views.events import dated
from rashomon.views.index import Index
from rashomon.views.labels import labels, stretch
from rashomon.views.report import report
from rashomon.views.scopes import scope

WORDS = {
    "A": "The crane fell at Karsa on Friday.",
    "B": "On Friday a crane fell over.",
    "C": "Friday saw a crane fall.",
}


def record(*told: tuple[str, str], where: bool = True, words: dict[str, str] = WORDS) -> Record:
    """One event, told by each (outlet, source or "") with a participant, and with its place too."""
    documents: list[Document] = []
    claims = []
    for outlet, source in told:
        a = Account(outlet, "", "2031-04-12").add(words[outlet])
        mention = a.event("fell" if "fell" in words[outlet] else "fall", "fall", holders=(source,) if source else ())
        claims.append((a, mention, (source,) if source else ()))
        documents.append(a.document())
    values = {"who": Value("name", form="crane"), "where": Value("place", form="Karsa")}
    slots = []
    for name in ("who", "where") if where else ("who",):
        held = tuple(a.claim(m, name, values[name], "crane", by) for a, m, by in claims)
        witnesses = tuple(dict.fromkeys(source or outlet for outlet, source in told))
        slots.append(Slot(name, "", (Position(values[name], held, witnesses),), ()))
    title = (documents[0].id, Span(0, len(documents[0].text)))
    event = Event("e", tuple(m for _, m, _ in claims), title, tuple(slots), "s")
    return Record(tuple(documents), (event,), (), (tuple(d.id for d in documents),))


@pytest.mark.parametrize(
    ("made", "part", "told"),
    [
        (record(("A", ""), ("B", "")), "agreed", "2 independent accounts"),
        (record(("A", ""), ("B", ""), where=False), "brief", "2 independent accounts"),
        (record(("A", "the mayor"), ("B", "the mayor")), "relayed", "2 independent accounts, 1 witness"),
        (
            record(("A", "the mayor"), ("B", "a guard"), words=dict.fromkeys("AB", WORDS["A"])),
            "relayed",
            "2 independent accounts, in the same words",
        ),
        (record(("A", "")), "single", "1 account"),
    ],
)
def test_how_many_witnesses_say_how_much_decides_the_part(made: Record, part: str, told: str) -> None:
    index = Index(made)
    assert [name for name, events in index.parts.items() if events] == [part]
    assert index.told(made.events[0]) == told
    if part != "single":
        assert told in report(made) and told in render(made)


def test_what_a_weak_likeness_joins_is_not_agreed() -> None:
    made = record(("A", ""), ("B", ""))
    for score, part in ((0.3, "unsure"), (0.45, "unsure"), (0.5, "agreed")):
        joined = replace(made.events[0], because=(Link("event", *made.events[0].mentions, Judgement.SAME, score, ()),))
        index = Index(replace(made, events=(joined,)))
        assert [name for name, events in index.parts.items() if events] == [part]
        heading = "Perhaps one event, told by several accounts"
        assert (heading in render(index.record)) is (heading.upper() in report(index)) is (part == "unsure")


def test_who_is_not_named_may_be_the_other_witness() -> None:
    for voices, part in ((("the mayor", "unnamed"), "relayed"), (("", "unnamed"), "agreed")):
        index = Index(record(("A", voices[0]), ("B", voices[1])))
        assert [name for name, events in index.parts.items() if events] == [part]


def test_most_agreed_comes_first_whatever_the_order_of_the_record() -> None:
    few, many = record(("A", ""), ("B", "")), record(("A", ""), ("B", ""), ("C", ""))
    events = (few.events[0], Event("m", many.events[0].mentions, many.events[0].title, many.events[0].slots, "s"))
    made = Record(many.documents, events, (), many.stories)
    assert [e.id for e in Index(made).parts["agreed"]] == ["m", "e"]


def slots_of(name: str, *values: Value) -> tuple[Slot, ...]:
    """A slot with one position for each value, on the word of A, B, C ..."""
    return (Slot(name, "", tuple(Position(v, (), (w,)) for v, w in zip(values, "ABC", strict=False)), ()),)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ((day(2031, 3, 6), day(2031, 3, 7, 6.25, 6.25, "T06:15")), "Thu 6 Mar 2031"),
        ((day(2031, 3, 6), day(2031, 3, 6, 6.25, 6.25, "T06:15")), "Thu 6 Mar 2031, 06:15"),
        ((day(2031, 3, 7, 6.25, 6.25, "T06:15"),), "06:15, day not said"),  # that of the account is a guess
        ((day(2031, 3, 7, 0, 0, "T24:00"),), "24:00, day not said"),
        ((day(2031, 3, 3, 0, 167.99, "2031-W10"),), "3 Mar to 9 Mar 2031"),
        (
            (day(2031, 3, 6), day(2031, 3, 6, 5.5, 5.5, "T05:30"), day(2031, 3, 6, 6.25, 6.25, "T06:15")),
            "Thu 6 Mar 2031",
        ),
        (
            (day(2031, 3, 6, 12, 17.99, "2031-03-06TAF"), day(2031, 3, 6, 17, 21.99, "2031-03-06TEV")),
            "Thu 6 Mar 2031, 12:00–21:59",
        ),
        (  # a clock time that is said with its day does not decide between those that are said without
            (
                day(2031, 3, 6, 5.4, 5.6, "2031-03-06T05:30"),
                day(2031, 3, 6, 5.5, 5.5, "T05:30"),
                day(2031, 3, 6, 6.25, 6.25, "T06:15"),
            ),
            "Thu 6 Mar 2031",
        ),
        (  # the year holds the clock's day, but the day that others say does not
            (
                day(2031, 3, 6),
                Value("date", days(2031, 1, 1), days(2031, 12, 31, 23.99), "2031"),
                day(2031, 3, 7, 6.25, 6.25, "T06:15"),
            ),
            "Thu 6 Mar 2031",
        ),
        (  # of versions that do not fit, the vague one says nothing more
            (day(2031, 3, 6), day(2031, 3, 8), Value("date", days(2031, 1, 1), days(2031, 12, 31, 23.99), "2031")),
            "6 Mar to 8 Mar 2031",
        ),
    ],
)
def test_a_clock_time_dates_an_event_only_where_it_fits_the_day_and_other_clocks(
    values: tuple[Value, ...], expected: str
) -> None:
    assert dated(Event("e", (), ("A", Span(0, 1)), slots_of("when", *values), "s")) == expected


def test_what_goes_on_to_a_midnight_ends_on_the_day_before_it() -> None:
    assert stretch(days(2031, 1, 1), days(2031, 5, 1)) == "Jan 2031 to Apr 2031"  # "early 2031"


def test_the_minute_of_a_midnight_is_of_the_day_that_it_begins() -> None:
    at = days(2031, 1, 1)
    assert stretch(at, at + 59 / 86400) == "Wed 1 Jan 2031, 00:00"
    assert stretch(at, at) == "Wed 1 Jan 2031"


def test_beside_other_times_a_clock_time_stands_without_a_word_on_its_day() -> None:
    times = [day(2031, 3, 6), day(2031, 3, 6, 6.25, 6.25, "T06:15")]
    assert labels([Position(time, (), ()) for time in times]) == ("Thu 6 Mar 2031", "06:15")
    assert labels([Position(times[1], (), ())]) == ("06:15, day not said",)


def test_clock_times_of_two_zones_are_one_moment_on_the_clock_of_the_first() -> None:
    zones = (day(2031, 3, 6, 23.5, 23.5, "2031-03-06T23:30+02"), day(2031, 3, 6, 21.5, 21.5, "2031-03-06T21:30Z"))
    assert dated(Event("e", (), ("A", Span(0, 1)), slots_of("when", *zones), "s")) == "Thu 6 Mar 2031, 23:30"


def undated(name: str, *forms: str, told: tuple[float | None, float | None] = (None, None)) -> Event:
    return Event(name, (), ("A", Span(0, 1)), slots_of("when", *(Value("date", form=f) for f in forms)), "s", told=told)


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        (undated("e", "XXXX-12-31"), "31 Dec, year unknown"),
        (undated("e", "XXXX-12-31", "XXXX-WXX-7"), "31 Dec, year unknown; Sun, week unknown"),
        (undated("e", "XXXX-WXX-7", told=(None, 741834.5)), "Sun, week unknown; told Wed 28 Jan 2032, 12:00"),
        (undated("e", "T06:15"), "no date"),
        (undated("e"), "no date"),
    ],
)
def test_a_time_without_a_place_on_the_calendar_is_shown_as_it_is_said(event: Event, expected: str) -> None:
    assert dated(event) == expected


def test_the_chronology_has_days_of_an_unknown_year_after_all_years_and_in_their_order() -> None:
    known = Event("k", (), ("A", Span(0, 1)), slots_of("when", day(2031, 3, 6)), "s")
    told = [undated("a"), undated("b", "XXXX-12-31"), undated("c", "XXXX-01-02TMO"), undated("d", "XXXX-10"), known]
    assert [e.id for e in chronology(told)] == ["k", "c", "d", "b", "a"]


def test_the_page_draws_a_day_of_an_unknown_year_in_its_month() -> None:
    made = record(("A", ""))
    (event,) = made.events
    claims = event.slots[0].positions[0].claims
    when = Slot("when", "", (Position(Value("date", form="XXXX-12-31"), claims, ("A",)),), ())
    page = render(replace(made, events=(replace(event, slots=(when,)),)))
    entry = page.partition("<h3>Dec, year unknown</h3>")[2].partition("</li>")[0]
    assert "31 Dec, year unknown<svg" in entry and '<rect class="point" x="96.8%"' in entry


def test_the_chronology_has_two_deeds_of_one_sentence_and_time_in_one_line() -> None:
    made = record(("A", ""))
    (event,) = made.events
    again, disputed = replace(event, id="f"), denied_by("g", made.documents[0], event)
    for events, lines in (((event, again), 1), ((event, disputed), 2)):
        page = render(replace(made, events=events))
        assert (
            page.partition('<section id="chronology"')[2].partition("</section></div>")[0].count("<li class=") == lines
        )


def test_what_everybody_denies_comes_after_what_somebody_tells() -> None:
    made = record(("A", ""), ("B", ""))
    (event,) = made.events
    never = slots_of("happened", Value("polarity", -3, -3), Value("polarity", -3, -3))
    events = (Event("no", event.mentions, event.title, event.slots + never, "s"), event)
    assert [e.id for e in Index(Record(made.documents, events, (), made.stories)).parts["agreed"]] == ["e", "no"]


def test_a_sentence_that_tells_two_deeds_stands_once_in_a_position() -> None:
    a = Account("A", "", "2031-04-12").add("The crane swung round and fell at Karsa.")
    b = Account("B", "", "2031-04-12").add("No crane fell.")
    yes, no = Value("polarity", 3, 3), Value("polarity", -3, -3)
    told = [(a.event(word, verb), word) for word, verb in (("swung", "swing"), ("fell", "fall"))]
    held = tuple(a.claim(mention, "happened", yes, word) for mention, word in told)
    denied = (b.claim(b.event("fell", "fall", -3.0), "happened", no, "fell"),)
    positions = Position(yes, held, ("A",)), Position(no, denied, ("B",))
    slot = Slot("happened", "", positions, (Relation(1, 0, Agreement.DENIES, "B denies what A told"),))
    documents = a.document(), b.document()
    event = Event("e", tuple(c.mention for c in (*held, *denied)), (documents[0].id, Span(0, 8)), (slot,), "s")
    page = render(Record(documents, (event,), (), (tuple(d.id for d in documents),)))
    assert (
        page.count('<q>The crane <span class="ev">swung</span> round and <span class="ev">fell</span> at Karsa.</q>')
        == 1
    )


def test_one_voice_in_two_accounts_does_not_differ_from_itself() -> None:
    made = record(("A", "the mayor"), ("B", "the mayor"))
    (event,) = made.events
    claims = event.slots[0].positions[0].claims
    for voices, part in ((("the mayor", "the mayor"), "relayed"), (("the mayor", "a guard"), "arguable")):
        held = tuple(
            Position(Value("number", n, n), (c,), (w,)) for n, c, w in zip((9, 12), claims, voices, strict=True)
        )
        slot = Slot("how many", "killed people", held, (Relation(0, 1, Agreement.ARGUABLE, "x"),))
        told = Record(made.documents, (Event("e", event.mentions, event.title, (slot,), "s"),), (), made.stories)
        assert [name for name, events in Index(told).parts.items() if events] == [part]


def test_versions_that_read_alike_do_not_lean_apart() -> None:
    made = record(("A", ""), ("B", ""))
    (event,) = made.events
    still, faint = "one is still to come", "one says so only in passing"
    others = "they may be of other participants"
    for levels, why, part in (
        ((3.0, -3.0), others, "unsure"),  # "Oro landed", "Vale could not land": perhaps not one event
        ((3.0, 2.0), still, "brief"),
        ((3.0, 0.0), still, "arguable"),
        ((3.0, -3.0), faint, "unsure"),  # "left without a word" says nothing against a word, nor that it was said
    ):
        claims = (replace(c, slot="happened") for c in event.slots[0].positions[0].claims)
        held = tuple(
            Position(Value("polarity", n, n), (c,), (w,)) for n, c, w in zip(levels, claims, "AB", strict=True)
        )
        slot = Slot("happened", "", held, (Relation(0, 1, Agreement.ARGUABLE, why),))
        told = Record(made.documents, (Event("e", event.mentions, event.title, (slot,), "s"),), (), made.stories)
        assert [name for name, events in Index(told).parts.items() if events] == [part]


@pytest.mark.parametrize(
    ("said", "unit", "expected"),
    [
        ("crash crash", "", "crashes"),
        ("killed people", "", "people killed"),
        ("killed people", "worker", "people killed"),
        ("killed child pilot", "", "children and pilots killed"),
        ("killed", "", "killed"),
        ("accuse player", "", "players"),
        ("take off passenger", "", "passengers"),
        ("deal USD", "USD", "deal"),
        ("duration of attend", "day", "duration"),
        ("distance from oro", "kilometre", "distance from Oro"),
        ("distance from here", "kilometre", "distance"),
        ("killed american", "", "Americans killed"),
        ("age of Oro", "year", "age of Oro"),
        ("killed people (part)", "", "some of the people killed"),
        ("be under arrest docker", "", "dockers"),
        ("be safe docker", "", "dockers"),
    ],
)
def test_a_scope_says_what_is_counted_or_measured(said: str, unit: str, expected: str) -> None:
    assert scope(Slot("how many", said, (Position(Value("number", 2, 2, unit), (), ("A",)),), ())) == expected


def denied_by(name: str, document: Document, event: Event) -> Event:
    """The same event, of which two voices of one account say that it happened and that it did not."""
    (mention,) = (m for m in event.mentions if m.startswith(document.id))
    held = tuple(
        Position(Value("polarity", n, n), (Claim(document.id, mention, "happened", Value("polarity", n, n),
                 event.title[1], "fell", (voice,), n, "events"),), (voice,))
        for n, voice in ((3.0, "A"), (-3.0, "the mayor"))
    )  # fmt: skip
    slot = Slot("happened", "", held, (Relation(1, 0, Agreement.DENIES, "the mayor denies what A told"),))
    return Event(name, (mention,), event.title, (slot,), "s")


def test_the_matrix_has_what_is_contested_inside_one_account_with_those_that_are_silent() -> None:
    made = record(("A", ""), ("B", ""))
    event = denied_by("no", made.documents[0], made.events[0])
    rows = render(Record(made.documents, (event,), (), made.stories)).partition('<section id="matrix"')[2]
    assert rows.count('<td class="s-silent"></td>') == 1 and 'href="#no"' in rows.partition("</table>")[0]


def test_of_what_one_account_tells_the_dead_come_first_and_then_the_order_of_its_text() -> None:
    a = Account("A", "", "2031-04-12").add("It rained.").add("The crane fell.").add("It killed nine.").add("It shone.")
    who = Value("name", form="crane")
    events = []
    for word in ("rained", "fell", "killed", "shone"):
        mention = a.event(word, word)
        slots = [Slot("who", "", (Position(who, (a.claim(mention, "who", who, "It"),), ("A",)),), ())]
        if word == "killed":
            nine = Value("number", 9, 9)
            toll = Position(nine, (a.claim(mention, "how many", nine, "nine"),), ("A",))
            slots.append(Slot("how many", "killed people", (toll,), ()))
        at = a.at(word)
        events.append(Event(word, (mention,), (a.id, at), tuple(slots), a.id))
    page = render(Record((a.document(),), tuple(events[::-1]), (), ((a.id,),)))
    assert re.findall(r'<li class="told[^"]*" id="(\w+)"', page) == ["killed", "rained", "fell", "shone"]


def test_an_account_without_title_and_date_is_listed_by_its_first_words() -> None:
    text = "The crane fell. " + "Then it rained on the harbour for a very long time. " * 3
    a = Account("A", "", "").add(text)
    document = replace(a.document(), date=AccountDate("XXXX-XX-XX", None, "unknown", "unknown", "guess", None, ""))
    page = render(Record((document,), (), (), ((a.id,),)))
    entry = page.partition('<details class="account"')[2].partition("</summary>")[0]
    assert ">“The crane fell. Then it rained" in entry and entry.count("…") == 1 and ">no date ·" in entry


def test_an_edge_that_is_no_moment_stands_in_the_words_of_an_account() -> None:
    rough = Value("date", days(2031, 1, 1), days(2031, 5, 1), "2031")
    claim = Claim("A", "A:0", "when", rough, Span(0, 1), "early 2031", ("A",), 3.0, "x", "until")
    until = Slot("when", "until", (Position(rough, (claim,), ("A",)),), ())
    assert dated(Event("e", (), ("A", Span(0, 1)), (until,), "s")) == "until early 2031"
    assert labels(until.positions) == ("early 2031",)
    first = day(2030, 12, 6)
    since = Slot("when", "since", (Position(first, (), ("A",)),), ())
    assert dated(Event("e", (), ("A", Span(0, 1)), (since, until), "s")) == "since Fri 6 Dec 2030, until early 2031"


def test_below_its_account_an_event_without_a_date_has_not_that_of_the_account() -> None:
    made = record(("A", ""))
    told = replace(made.events[0], told=(None, float(days(2031, 4, 12))))
    page = render(replace(made, events=(told,)))
    alone, chronology_ = page.partition('id="single"')[2].split('id="chronology"')[:2]
    assert "no date" not in alone and "12 Apr" not in alone.partition("</li>")[0]
    assert "no date; told Sat 12 Apr 2031" in chronology_
