"""Which mentions are one event."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from rashomon.claims import extract
from rashomon.clusters import clusters
from rashomon.linking import link
from rashomon.linking.events import Linker
from rashomon.linking.told import Told
from rashomon.types import Argument, Document, EventMention, Judgement, Link, Span, Value
from tests.mentions import Said, account

NAMES = [
    ("Orrin Vale", "person"),
    ("Ada Brook", "person"),
    ("Karsa", "place"),
    ("Tehran", "place"),
    ("Moscow", "place"),
]


def meeting(outlet: str, text: str, place: str = "", day: str = "") -> Document:
    roles = (("agent", "Orrin Vale"), ("patient", "Ada Brook"), *([("place", place)] if place else []))
    times = ((text[text.index("on ") + 3 :].split()[0].strip("."), day),) if day else ()
    return account(outlet, Said(text, "meet", "met", roles, times), names=NAMES)


def linked(*documents: Document) -> tuple[list[Link], tuple[tuple[str, ...], ...]]:
    claims = list(extract(documents))
    links = [ln for ln in link(documents, claims) if ln.kind == "event"]
    return links, clusters({c.mention for c in claims}, links)


def test_one_meeting_told_twice() -> None:
    a = meeting("A", "Orrin Vale met Ada Brook in Tehran on Monday.", "Tehran", "2015-11-23")
    b = meeting("B", "In Tehran Orrin Vale met Ada Brook on Monday.", "Tehran", "2015-11-23")
    (joined,), groups = linked(a, b)
    assert len(groups) == 1
    assert joined.judgement is Judgement.SAME and any("both mention" in reason for reason in joined.because)


def test_the_same_two_on_another_day_are_another_meeting() -> None:
    a = meeting("A", "Orrin Vale met Ada Brook in Tehran on Monday.", "Tehran", "2015-11-23")
    b = meeting("B", "Orrin Vale met Ada Brook in Tehran on Friday.", "Tehran", "2007-10-16")
    links, groups = linked(a, b)
    assert len(groups) == 2
    assert [ln.judgement for ln in links] == [Judgement.DIFFERENT]


def test_a_day_of_difference_is_a_dispute_about_one_event() -> None:
    a = meeting("A", "Orrin Vale met Ada Brook in Tehran on Monday.", "Tehran", "2015-11-23")
    b = meeting("B", "Orrin Vale met Ada Brook in Tehran on Tuesday.", "Tehran", "2015-11-24")
    assert len(linked(a, b)[1]) == 1


def test_the_second_meeting_is_not_the_third() -> None:
    b = account(
        "B",
        Said(
            "Orrin Vale and Ada Brook held a third meeting.",
            "meeting",
            "meeting",
            (("agent", "Orrin Vale"), ("agent", "Ada Brook")),
        ),
        names=NAMES,
    )
    a = account(
        "A",
        Said(
            "Orrin Vale and Ada Brook held a second meeting.",
            "meeting",
            "meeting",
            (("agent", "Orrin Vale"), ("agent", "Ada Brook")),
        ),
        names=NAMES,
    )
    assert len(linked(a, b)[1]) == 2


def test_other_capitals_are_other_events() -> None:
    a = meeting("A", "Orrin Vale met Ada Brook in Tehran.", "Tehran")
    b = meeting("B", "Orrin Vale met Ada Brook in Moscow.", "Moscow")
    assert len(linked(a, b)[1]) == 2


def test_two_meetings_are_one_event_when_an_account_tells_them_as_one() -> None:
    names = [*NAMES, ("Iva Stone", "person"), ("Lee Marsh", "person")]

    def meets(outlet: str, *partners: str) -> Document:
        text = f"Orrin Vale will meet {' and '.join(partners)} in Tehran."
        roles = (("agent", "Orrin Vale"), *(("patient", p) for p in partners), ("place", "Tehran"))
        return account(outlet, Said(text, "meet", "meet", roles, tense="future", factuality=1), names=names)

    apart = [meets("A", "Ada Brook"), meets("B", "Iva Stone"), meets("C", "Lee Marsh")]
    assert len(linked(*apart)[1]) == 3
    assert len(linked(*apart, meets("D", "Ada Brook", "Iva Stone"))[1]) == 2


def test_an_old_meeting_is_not_the_one_in_the_news() -> None:
    roles = (("agent", "Orrin Vale"), ("patient", "Ada Brook"))
    old = Said("Orrin Vale met Ada Brook in 2007.", "meet", "met", roles, (("2007", "2007-06-01"),))
    new = Said("Pumps were the topic when Orrin Vale met Ada Brook.", "meet", "met", roles)
    assert len(linked(account("A", old, new, names=NAMES, day="2015-11-22"))[1]) == 2


def test_a_denial_joins_what_it_denies() -> None:
    yes = meeting("A", "Orrin Vale met Ada Brook in Karsa.", "Karsa")
    roles = (("agent", "Orrin Vale"), ("patient", "Ada Brook"), ("place", "Karsa"))
    no = account(
        "B", Said("Orrin Vale never met Ada Brook in Karsa.", "meet", "met", roles, factuality=-3), names=NAMES
    )
    assert len(linked(yes, no)[1]) == 1


def test_the_order_of_accounts_changes_nothing() -> None:
    ends = (("A", "."), ("B", " again."), ("C", " at last."))
    text = "Orrin Vale met Ada Brook in Tehran on Monday"
    documents = [meeting(outlet, text + end, "Tehran", "2015-11-23") for outlet, end in ends]
    assert linked(*documents)[1] == linked(*reversed(documents))[1]


def test_a_denial_of_what_was_done_to_another_denies_nothing() -> None:
    yes = meeting("A", "Orrin Vale met Ada Brook in Karsa.", "Karsa")
    roles = (("agent", "Orrin Vale"), ("patient", "the farmers"), ("place", "Karsa"))
    said = Said("Orrin Vale never met the farmers in Karsa.", "meet", "met", roles, factuality=-3)
    no = account("B", said, names=NAMES)
    assert len(linked(yes, no)[1]) == 2


def test_an_undated_meeting_pages_later_is_not_the_one_of_years_ago() -> None:
    past = Said(
        "Orrin Vale met Ada Brook in 2007.",
        "meet",
        "met",
        (("agent", "Orrin Vale"), ("patient", "Ada Brook")),
        (("2007", "2007-10-16"),),
    )
    filler = Said("Nothing else of note was told that day. " * 15)
    now = Said("Orrin Vale met Ada Brook.", "meet", "met", (("agent", "Orrin Vale"), ("patient", "Ada Brook")))
    assert len(linked(account("A", past, filler, now, names=NAMES, day="2015-11-23"))[1]) == 2


def test_an_earlier_meeting_may_be_the_one_of_long_ago() -> None:
    def told(outlet: str, text: str, *times: tuple[str, str]) -> Document:
        roles = (("agent", "Orrin Vale"), ("patient", "Ada Brook"))
        return account(outlet, Said(text, "meeting", "meeting", roles, times), names=NAMES, day="2015-11-23")

    old = told("A", "Orrin Vale had a meeting with Ada Brook in Karsa in 2007.", ("2007", "2007-06-01"))
    earlier = told("B", "Orrin Vale had an earlier meeting with Ada Brook in Karsa.")
    this = told("B", "Orrin Vale had this meeting with Ada Brook in Karsa.")
    assert (len(linked(old, earlier)[1]), len(linked(old, this)[1])) == (1, 2)


def test_one_who_meets_many_is_no_sign_of_one_meeting() -> None:
    two = meeting("A", "Orrin Vale met Ada Brook.")
    alone = account("B", Said("Orrin Vale met on the pier.", "meet", "met", (("agent", "Orrin Vale"),)), names=NAMES)
    assert len(linked(two, alone)[1]) == 2


def test_the_attacker_is_not_the_attacked() -> None:
    def attack(outlet: str, text: str, agent: str, patient: str) -> Document:
        return account(outlet, Said(text, "attack", "attacked", (("agent", agent), ("patient", patient))), names=NAMES)

    a = attack("A", "Orrin Vale attacked the crowd.", "Orrin Vale", "the crowd")
    b = attack("B", "The guards attacked Orrin Vale.", "The guards", "Orrin Vale")
    assert len(linked(a, b)[1]) == 2


def test_what_was_released_is_people_or_a_thing() -> None:
    def release(outlet: str, what: str) -> Document:
        text = f"Orrin Vale released {what}."
        return account(
            outlet, Said(text, "release", "released", (("agent", "Orrin Vale"), ("patient", what))), names=NAMES
        )

    assert len(linked(release("A", "a video"), release("B", "the girls"))[1]) == 2
    assert len(linked(release("A", "some girls"), release("B", "the girls"))[1]) == 1


def test_nobody_denies_his_own_words() -> None:
    def said(text: str, trigger: str, predicate: str, patient: str, factuality: float, by: str) -> Said:
        return Said(text, predicate, trigger, (("patient", patient),), factuality=factuality, by=by)

    no = said("Orrin Vale said no troops were sent to Karsa.", "sent", "send", "no troops", -3.0, "Orrin Vale")
    own = said("Orrin Vale said fighters were trained in Karsa.", "trained", "train", "fighters", 3.0, "Orrin Vale")
    other = said("Ada Brook said fighters were trained in Karsa.", "trained", "train", "fighters", 3.0, "Ada Brook")

    def joined(yes: Said) -> bool:
        return len(linked(account("A", no, yes, names=NAMES))[1]) == 1

    assert joined(other) and not joined(own)


def test_they_are_the_forces_that_their_sentence_tells_of() -> None:
    names = [("Delta", "place"), ("Ada Brook", "person")]
    text = "Twenty Ruritanian soldiers died in Delta as they joined the march."
    told = account("A", Said(text, "die", "died", (("patient", "Twenty Ruritanian soldiers"),)), names=names)
    (died,) = told.layer(EventMention)
    they, joined = (Span(text.index(w), text.index(w) + len(w)) for w in ("they", "joined"))
    march = replace(died, span=joined, predicate="join", arguments=(Argument("agent", they, they),))
    told = told.with_layer(EventMention, (died, march))
    roles = (("patient", "no Ruritanian troops"), ("place", "Delta"))
    text = "Ada Brook said no Ruritanian troops were sent to Delta."
    no = account("B", Said(text, "send", "sent", roles, factuality=-3.0, by="Ada Brook"), names=names)
    denied = next(group for group in linked(told, no)[1] if f"{no.id}:{text.index('sent')}" in group)
    assert f"{told.id}:{joined.begin}" in denied


def test_a_reason_names_them_as_the_accounts_do() -> None:
    links, _ = linked(meeting("A", "Orrin Vale met Ada Brook."), meeting("B", "Orrin Vale met Ada Brook again."))
    assert "both mention Ada Brook, Orrin Vale" in links[0].because
    forces = (("agent", "Karsa troops"),)
    sent = [account(o, Said("Karsa troops left.", "leave", "left", forces), names=NAMES) for o in "AB"]
    assert "both mention Karsa, troops" in linked(*sent)[0][0].because


def test_a_mention_between_two_events_makes_them_one() -> None:
    directions = np.zeros((3, 384), dtype=np.float32)
    directions[0, 0], directions[1, 1], directions[2, :2] = 100, 100, (60, 80)
    dam = frozenset({"dam"})
    none: frozenset[str] = frozenset()
    told = [
        Told(d, d, 0, row, "open", 3.0, none, dam, none, none, (), (), {}, context=directions[row, :64])
        for row, d in enumerate("abc")
    ]

    def events(count: int) -> int:
        links = [ln for ln in Linker(told[:count], directions).links() if ln.judgement is Judgement.SAME]
        return len(clusters("abc"[:count], links))

    assert (events(2), events(3)) == (2, 1)


@pytest.mark.parametrize(("odd", "events"), [(1, 1), (4, 2)])
def test_one_odd_reading_keeps_no_two_events_apart(odd: int, events: int) -> None:
    directions = np.zeros((9, 384), dtype=np.float32)
    directions[:4, 0], directions[4:8, 1], directions[8, :2] = 100, 100, (60, 80)
    none: frozenset[str] = frozenset()
    crew = frozenset({"crew"})

    def told(row: int) -> Told:
        whom = ("dam" if row < 4 else "girl") if row % 4 < odd and row < 8 else ""
        patients = frozenset({whom}) if whom else none
        return Told(f"m{row}", f"d{row}", 0, row, "open", 3.0, crew, patients, none, none, (), (), {},
                    context=directions[row, :64])  # fmt: skip

    mentions = [told(row) for row in range(9)]
    links = [ln for ln in Linker(mentions, directions).links() if ln.judgement is Judgement.SAME]
    assert len(clusters((t.id for t in mentions), links)) == events


def test_a_mention_waits_for_the_event_that_it_is_most_like() -> None:
    directions = np.zeros((3, 384), dtype=np.float32)
    directions[0, :2], directions[1, 0], directions[2, 0] = (50, 87), 100, 100
    none: frozenset[str] = frozenset()
    dam = frozenset({"dam"})

    def told(d: str, ordinal: str) -> Told:
        vector = directions["abc".index(d)][:64]
        row = "abc".index(d)
        return Told(d, d, 0, row, "open", 3.0, none, dam, none, none, (), (), {}, ordinal=ordinal, context=vector)

    links = list(Linker([told("a", "second"), told("b", ""), told("c", "third")], directions).links())
    assert clusters("abc", links) == (("a",), ("b", "c"))
    assert clusters("ab", Linker([told("a", "second"), told("b", "")], directions).links()) == (("a", "b"),)


def test_however_many_mentions_have_no_day_two_days_are_two_events() -> None:
    directions = np.zeros((12, 384), dtype=np.float32)
    directions[:, 0] = 100
    none: frozenset[str] = frozenset()
    dam = frozenset({"dam"})
    days = [Value("date", float(low), low + 0.99999, f"day {low}") for low in (100, 100, 130)]

    def told(row: int, day: Value | None) -> Told:
        dates = (day,) if day else ()
        return Told(f"m{row}", f"d{row}", 0, row, "open", 3.0, none, dam, none, none, dates, (), {},
                    context=directions[row, :64])  # fmt: skip

    mentions = [told(row, None) for row in range(9)] + [told(9 + n, day) for n, day in enumerate(days)]
    links = [ln for ln in Linker(mentions, directions).links() if ln.judgement is Judgement.SAME]
    assert [len(group) for group in clusters((t.id for t in mentions), links)] == [11, 1]
