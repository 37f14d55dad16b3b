"""What an analyst reads off the record: who conflicts, who denies, who only adds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rashomon.claims import extract
from rashomon.linking import link
from rashomon.record import assemble
from rashomon.timex.calendar import interval
from rashomon.types import (
    Agreement,
    Attribution,
    BlockKind,
    Document,
    Event,
    EventMention,
    Judgement,
    Link,
    Record,
    Slot,
    Span,
    Time,
)
from rashomon.views.events import dated
from tests.mentions import Said, account

NAMES = [("Karsa", "place"), ("Delta Ministry", "organisation"), ("Orrin Vale", "person"), ("Vale", "person")]


LEADS = {
    "A": ("The dam above Karsa burst last night and buried the market street of the town.", "when the dam burst"),
    "B": ("Mud from a burst dam lies in the market street of Karsa this morning.", "after the dam burst at night"),
    "C": ("Karsa: rescue workers dig in the market street below the burst dam.", "by the burst dam"),
}


def record(*documents: Document) -> Record:
    claims = list(extract(documents))
    return assemble(documents, claims, link(documents, claims))


def toll(
    outlet: str,
    words: str,
    low: float,
    high: float,
    by: str = "",
    day: str = "2015-03-15",
    verb: str = "killed",
    people: str = "people",
) -> Document:
    """One account of a dam that broke at Karsa, with its count of the dead."""
    text = f"{words} {people} were {verb} at Karsa {LEADS[outlet][1]}."
    of = ((words, low, high, people),)
    roles = (("patient", f"{words} {people}"), ("place", "Karsa"))
    return account(
        outlet,
        Said(LEADS[outlet][0]),
        Said(text, {"killed": "kill", "injured": "injure"}[verb], verb, roles, (), of, by=by),
        names=NAMES,
        day=day,
    )


def slot(made: Record, name: str) -> list[Slot]:
    return [s for e in made.events for s in e.slots if s.name == name]


def relations(made: Record, name: str) -> list[Agreement]:
    return [r.agreement for s in slot(made, name) for r in s.relations]


def test_two_tolls_of_one_event_conflict() -> None:
    made = record(toll("A", "Twelve", 12, 12), toll("B", "Forty", 40, 40))
    assert len(made.events) == 1
    assert relations(made, "how many") == [Agreement.CONFLICTS]
    assert [p.witnesses for p in slot(made, "how many")[0].positions] == [("A",), ("B",)]


@pytest.mark.parametrize(
    ("people", "slots"),
    [("workers", [("killed people", ["", "worker"])]), ("cows", [("killed cow", [""]), ("killed people", [""])])],
)
def test_a_toll_of_workers_stands_beside_one_of_people(people: str, slots: list[tuple[str, list[str]]]) -> None:
    made = record(toll("A", "Forty", 40, 40), toll("B", "Twelve", 12, 12, people=people))
    assert [(s.scope, [p.value.form for p in s.positions]) for s in slot(made, "how many")] == slots


def test_the_dead_and_the_injured_do_not_clash() -> None:
    made = record(toll("A", "Twelve", 12, 12), toll("B", "Forty", 40, 40, verb="injured"))
    assert Agreement.CONFLICTS not in relations(made, "how many")


def test_a_vague_count_fits_both_sides_of_a_conflict() -> None:
    made = record(toll("A", "Twelve", 12, 12), toll("B", "Forty", 40, 40), toll("C", "At least ten", 10, float("inf")))
    assert sorted(relations(made, "how many")) == [Agreement.CONFLICTS, Agreement.MORE_PRECISE, Agreement.MORE_PRECISE]


def test_a_later_higher_toll_is_an_update() -> None:
    made = record(toll("A", "Twelve", 12, 12), toll("B", "Forty", 40, 40, day="2015-03-18"))
    assert relations(made, "how many") == [Agreement.UPDATED]


def test_one_source_in_two_outlets_is_one_witness() -> None:
    a = toll("A", "Twelve", 12, 12, by="Delta Ministry")
    b = toll("B", "Twelve", 12, 12, by="Delta Ministry")
    (positions,) = [s.positions for s in slot(record(a, b), "how many")]
    assert [p.witnesses for p in positions] == [("Delta Ministry",)]


def test_a_denial_stands_against_the_statement_in_one_account() -> None:
    roles = (("agent", "Orrin Vale"), ("patient", "the dam"), ("place", "Karsa"))
    yes = Said("Orrin Vale opened the dam at Karsa on Monday night.", "open", "opened", roles)
    no = Said(
        "Orrin Vale never opened the dam at Karsa, his office says.",
        "open",
        "opened",
        roles,
        factuality=-3,
        by="his office",
    )
    made = record(account("Courier", yes, no, names=NAMES))
    assert len(made.events) == 1 and made.events[0].contested
    (happened,) = slot(made, "happened")
    (relation,) = happened.relations
    assert relation.agreement is Agreement.DENIES
    assert happened.positions[relation.left].value.low == -3


def test_a_denial_names_everybody_who_denies() -> None:
    roles = (("agent", "Orrin Vale"), ("patient", "the dam"), ("place", "Karsa"))
    yes = Said("Orrin Vale opened the dam at Karsa.", "open", "opened", roles)
    no = [
        Said(f"Orrin Vale never opened the dam at Karsa, {who} says.", "open", "opened", roles, factuality=-3, by=who)
        for who in ("his office", "his wife")
    ]
    made = record(account("Courier", yes, *no, names=NAMES))
    reasons = [r.because for s in slot(made, "happened") for r in s.relations if r.agreement is Agreement.DENIES]
    assert reasons == ["his office and his wife deny what Courier told"]


def test_denied_troops_meet_the_troops_that_were_seen() -> None:
    names = [("Marland", "place"), ("Iranian", "other"), ("Syria", "place"), ("Naderi", "person")]
    seen = Said(
        "Iranian fighters joined the offensive in northern Syria.",
        "join",
        "joined",
        (("agent", "Iranian fighters"), ("patient", "the offensive"), ("place", "northern Syria")),
    )
    denied = Said(
        "Naderi says that no Iranian troops have been sent into Syria.",
        "send",
        "sent",
        (("patient", "no Iranian troops"), ("place", "into Syria")),
        factuality=-3,
        by="Naderi",
    )
    made = record(account("Courier", seen, denied, names=names))
    assert [r.agreement for s in slot(made, "happened") for r in s.relations] == [Agreement.DENIES]


def test_one_voice_that_gives_two_counts_is_no_conflict() -> None:
    counts = (("Twelve", 12), ("Forty", 40))
    roles = {w: (("patient", f"{w} people"), ("place", "Karsa")) for w, _ in counts}
    said = [
        Said(f"{w} people were killed at Karsa.", "kill", "killed", roles[w], (), ((w, n, n, "people"),))
        for w, n in counts
    ]
    both = account("A", *said, names=NAMES)
    assert Agreement.CONFLICTS not in relations(record(both), "how many")


def test_names_are_joined_and_the_fuller_form_is_shown() -> None:
    a = account(
        "A",
        Said("Orrin Vale met the mayor at Karsa.", "meet", "met", (("agent", "Orrin Vale"), ("place", "Karsa"))),
        names=NAMES,
    )
    b = account(
        "B",
        Said("At Karsa, Vale met the mayor.", "meet", "met", (("agent", "Vale"), ("place", "Karsa"))),
        names=NAMES[::2] + NAMES[3:],
    )
    made = record(a, b)
    assert made.names["id-B:Vale"] == "Orrin Vale"
    assert [p.value.form for s in slot(made, "who") for p in s.positions] == ["Orrin Vale"]


def test_what_only_commenters_say_is_no_event() -> None:
    roles = (("agent", "Orrin Vale"), ("patient", "the dam"), ("place", "Karsa"))
    said = Said(
        "Orrin Vale opened the dam at Karsa.", "open", "opened", roles, kind=BlockKind.COMMENT, voice="comment 1"
    )
    assert record(account("Courier", said, names=NAMES)).events == ()


def test_the_order_of_accounts_changes_nothing() -> None:
    documents = [toll("A", "Twelve", 12, 12), toll("B", "Forty", 40, 40), toll("C", "Dozens of", 24, 99)]
    assert record(*documents) == record(*reversed(documents))


def flood(outlet: str, weekday: str, day: str, verb: str) -> Document:
    roles = (("agent", "Orrin Vale"), ("patient", "the dam"), ("place", "Karsa"))
    said = Said(f"Orrin Vale {verb} the dam at Karsa on {weekday}.", "open", verb, roles, ((weekday, day),))
    return account(outlet, Said(LEADS[outlet][0]), said, names=NAMES, day="2015-03-20")


@pytest.mark.parametrize(
    ("day", "expected"), [("2015-03-16", []), ("2015-03-17", [Agreement.CONFLICTS]), ("2007-03-17", [])]
)
def test_neighbouring_days_conflict_and_far_ones_are_two_events(day: str, expected: list[Agreement]) -> None:
    made = record(flood("A", "Monday", "2015-03-16", "opened"), flood("B", "Tuesday", day, "opened"))
    assert relations(made, "when") == expected


def apology(verb: str) -> Said:
    text = f"Orrin Vale {verb} the families."
    predicate = {"apologized to": "apologize", "spoke to": "speak"}[verb]
    roles = (("agent", "Orrin Vale"), ("patient", "the families"))
    return Said(text, predicate, verb.split()[0], roles, notability=0.2)


@pytest.mark.parametrize(
    ("outlets", "verb", "lines"), [("AB", "apologized to", 1), ("A", "apologized to", 0), ("AB", "spoke to", 0)]
)
def test_speech_that_is_an_act_is_a_line_where_independent_accounts_tell_it(
    outlets: str, verb: str, lines: int
) -> None:
    made = record(*(account(o, Said(LEADS[o][0]), apology(verb), names=NAMES) for o in outlets))
    assert len(made.events) == lines


def test_the_title_of_what_is_disputed_is_what_was_told_not_its_denial() -> None:
    roles = (("agent", "Orrin Vale"), ("patient", "the dam"), ("place", "Karsa"))
    no = Said("Orrin Vale never opened the dam at Karsa.", "open", "opened", roles, factuality=-3)
    yes = Said("Orrin Vale opened the dam at Karsa, his guard says.", "open", "opened", roles, by="his guard")
    (event,) = record(account("A", Said(LEADS["A"][0]), no, yes, names=NAMES)).events
    document, span = event.title
    assert document == "id-A" and span.begin > len(LEADS["A"][0]) + len(no.text)


def test_the_title_has_the_values_that_most_share() -> None:
    where = (("patient", "dockers"), ("place", "Karsa"))
    odd = Said(
        "A dam killed dockers at Karsa on 14 March.", "kill", "killed", (*where, ("agent", "A dam")),
        (("14 March", "2015-03-14"),),
    )  # fmt: skip
    usual = Said("A flood killed dockers at Karsa.", "kill", "killed", (*where, ("agent", "A flood")))
    again = Said("A flood has killed dockers at Karsa.", "kill", "killed", (*where, ("agent", "A flood")))
    names = [("Karsa", "place")]
    made = record(*(account(o, s, names=names) for o, s in zip("ABC", (odd, usual, again), strict=True)))
    (event,) = made.events
    assert len(event.mentions) == 3 and event.title[0] == "id-B"


def one_event(*documents: Document) -> Event:
    """The one event of accounts all of whose mentions are joined."""
    mentions = [f"{d.id}:{m.span.begin}" for d in documents for m in d.layer(EventMention)]
    one = [Link("event", mentions[0], m, Judgement.SAME, 1.0, ("told so",)) for m in mentions[1:]]
    (event,) = assemble(documents, extract(documents), one).events
    return event


def burst(text: str) -> Said:
    return Said(text, "burst", "burst", (("agent", "dam"), ("place", "Karsa")))


def test_an_event_is_not_called_by_the_sentence_that_is_least_like_the_others() -> None:
    odd = burst("Meanwhile the heir of a hotel chain wept when a dam burst at another Karsa beyond the sea.")
    usual = ("The old dam above the town burst at Karsa.", "At Karsa the old dam burst on Monday.")
    told = [account(o, s, names=NAMES) for o, s in zip("ABC", (odd, *map(burst, usual)), strict=True)]
    assert one_event(*told).title[0] != "id-A"


def test_an_event_is_called_by_the_words_that_open_an_account_where_others_are_hardly_more_like() -> None:
    inside = account("A", Said("Mills stand below."), burst("The old dam burst at Karsa."), names=NAMES)
    assert one_event(inside, account("B", burst("Then the old dam burst at Karsa."), names=NAMES)).title[0] == "id-B"


def test_an_event_is_called_by_a_sentence_that_names_who_took_part() -> None:
    roles = (("patient", "the dam"), ("place", "Karsa"))
    he = Said("He opened the dam at Karsa.", "open", "opened", (("agent", "He"), *roles))
    vale = Said("Orrin Vale then opened the dam at Karsa.", "open", "opened", (("agent", "Orrin Vale"), *roles))
    told = [account(o, s, names=NAMES) for o, s in zip("ABC", (he, he, vale), strict=True)]
    assert one_event(*told).title[0] == "id-C"


def test_what_is_denied_is_not_called_by_an_odd_word_for_it() -> None:
    sent = (("agent", "Orrin Vale"), ("patient", "troops"), ("place", "Karsa"))
    no = [
        Said(f"Orrin Vale {words} troops to Karsa, {by} says.", "send", "sent", sent, factuality=-3, by=by)
        for words, by in (("sent no", "his guard"), ("never sent", "the Delta Ministry"), ("has not sent", "his cook"))
    ]
    yes = Said("Orrin Vale deployed troops to Karsa.", "deploy", "deployed", sent)
    event = one_event(account("A", *no, names=NAMES), account("B", yes, names=NAMES))
    assert [s.name for s in event.slots if s.contested] == ["happened"]
    assert event.title[0] == "id-A"


def test_the_title_takes_no_side_where_another_sentence_tells_the_event() -> None:
    plain = Said(
        "An explosion killed dockers at Karsa.", "kill", "killed", (("patient", "dockers"), ("place", "Karsa"))
    )
    first, second = (
        Said(f"{n} dockers were killed at Karsa.", "kill", "killed", (("patient", "dockers"), ("place", "Karsa")),
             numbers=((n, float(n), float(n), "dockers"),))
        for n in ("9", "14")
    )  # fmt: skip
    made = record(account("A", first, plain, names=NAMES), account("B", second, names=NAMES))
    (event,) = [e for e in made.events if e.contested]
    document, span = event.title
    assert (document, span.begin) == ("id-A", len(first.text) + 2)


@pytest.mark.parametrize(
    ("tellings", "expected"),
    [
        ((("2015-03-20", "past", 1.5),), "no date; told Fri 20 Mar 2015"),
        ((("2015-03-20", "past", 1.5), ("2015-03-18", "past", 1.5)), "no date; told Wed 18 Mar 2015"),
        ((("2015-03-20", "future", -1.5), ("2015-03-22", "future", -1.5)), "no date; expected Sun 22 Mar 2015"),
        (
            (("2015-03-16", "future", -1.5), ("2015-03-18", "past", 1.5)),
            "no date; expected Mon 16 Mar 2015, told Wed 18 Mar 2015",
        ),
        ((("2015-03-20", "future", -1.5), ("2015-03-18", "past", 1.5)), "no date; told Wed 18 Mar 2015"),
        ((("2015-03-18", "future", -1.5), ("2015-03-18", "past", 1.5)), "no date; expected and told Wed 18 Mar 2015"),
        ((("2015-03-20", "", 0.0),), "no date"),
        ((("", "past", 1.5),), "no date"),
    ],
)
def test_an_event_of_no_day_has_what_the_dates_of_its_accounts_leave(
    tellings: tuple[tuple[str, str, float], ...], expected: str
) -> None:
    roles = (("agent", "Orrin Vale"), ("patient", "the dam"), ("place", "Karsa"))
    text = "Orrin Vale opened the dam at Karsa."
    made = record(
        *(
            account(
                o, Said(LEADS[o][0]), Said(text, "open", "opened", roles, tense=t, happened=h), names=NAMES, day=day
            )
            for o, (day, t, h) in zip("AB", tellings, strict=False)
        )
    )
    assert [dated(e) for e in made.events] == [expected]


def test_an_event_was_told_by_the_day_of_the_statement_that_tells_it() -> None:
    roles = (("agent", "Orrin Vale"), ("patient", "the dam"), ("place", "Karsa"))
    text = "Orrin Vale opened the dam at Karsa, the mayor said Wednesday."
    told = Said(text, "open", "opened", roles, tense="past", happened=1.5)
    document = account("A", Said(LEADS["A"][0]), told, names=NAMES, day="2015-03-20")
    at = document.text.index("Wednesday")
    wednesday, dam = Span(at, at + 9), document.text.index("Orrin")
    content = Span(dam, document.text.index(", the mayor"))
    said = Attribution(content, None, None, (content,), "indirect", "say", time=wednesday)
    when = Time(wednesday, "DATE", "2015-03-18", interval("2015-03-18"), "account", "weekday", "")
    made = record(document.with_layer(Attribution, [said]).with_layer(Time, [when]))
    assert [dated(e) for e in made.events] == ["no date; told Wed 18 Mar 2015"]


def test_no_id_of_an_event_can_be_read_as_a_number() -> None:
    for event in record(toll("A", "30 people", 30, 30), toll("B", "12 people", 12, 12)).events:
        with pytest.raises(ValueError):
            float(event.id)
        assert event.id[0].isalpha()


def test_an_update_tells_by_its_clock() -> None:
    roles = (("agent", "Orrin Vale"), ("patient", "the dam"), ("place", "Karsa"))
    text = "Orrin Vale opened the dam at Karsa."
    said = Said(text, "open", "opened", roles, kind=BlockKind.UPDATE, clock="1530 GMT", happened=1.5)
    made = record(account("A", said, names=NAMES, day="2015-03-20"))
    assert [dated(e) for e in made.events] == ["no date; told Fri 20 Mar 2015, 15:30"]


def test_what_is_unlikely_to_be_news_has_a_line_once_independent_accounts_tell_it() -> None:
    roles = (("agent", "Orrin Vale"), ("patient", "the dam"), ("place", "Karsa"))
    aside = Said("Orrin Vale opened the dam at Karsa.", "open", "opened", roles, notability=0.1)
    alone, again = (account(name, aside, names=NAMES) for name in "AB")
    assert record(alone).events == ()
    assert len(record(account("A", replace(aside, notability=0.9), names=NAMES)).events) == 1
    assert len(one_event(alone, again).mentions) == 2
