"""The report of the terminal: the same parts as the page, in its order, inside its columns."""

from __future__ import annotations

from dataclasses import replace

import pytest
from written import Account, position

from rashomon.doubts import NO_DAY
from rashomon.exporters import html
from rashomon.types import (
    Agreement,
    Claim,
    Document,
    Event,
    EventMention,
    Position,
    Provenance,
    Record,
    Relation,
    Sentence,
    Slot,
    Span,
    Value,
)
from rashomon.views import rows
from rashomon.views.index import Index
from rashomon.views.report import report

PARTS = [
    "ACCOUNTS: 6",
    "CONTESTED: 4",
    "RIVAL ANSWERS: 1",
    "AGREED BY TWO INDEPENDENT ACCOUNTS OR MORE: 0",
    "TOLD BY ONE ACCOUNT, OR COPIES OF IT: 3",
]


def test_the_parts_stand_in_the_order_of_the_page(bridge: Record) -> None:
    assert [line for line in report(bridge).splitlines() if line[:1].isalpha()] == PARTS


@pytest.mark.parametrize(
    "told",
    [
        "How many (victims)",
        "at least 14  [1 witness: The Delta Herald › Ilan Voss]",
        "◐ reports: Karsa State Agency, 13 Apr 2031 › Ministry of Transport",
        "the same words in Morning Line",
        "= 9 conflicts with at least 14: 9 lies outside 14 or more;",
        "= two speakers of one account: the minister denies what his deputy says",
        "silent: Morning Line",
        "one event because: same day; same place: Karsa; predicates near:",
        "Who is blamed for it, or for what it did",
        "floods  [1 witness: Lakeside Radio › Fishermen]",
        "“Fishermen blamed the floods for the fall.”",
        "  Lakeside Radio\n    A crane is expected\n",
        "  The Delta Herald: Sat 12 Apr 2031, “Fourteen",
    ],
)
def test_it_says_who_holds_what_in_which_words_and_why(bridge: Record, told: str) -> None:
    assert told in report(bridge, 200)


@pytest.mark.parametrize("width", [40, 80, 133])
def test_no_line_is_wider_than_the_terminal(bridge: Record, hostile: Record, width: int) -> None:
    for record in (bridge, hostile):
        assert max(map(len, report(record, width).splitlines())) <= width


def test_no_control_character_reaches_the_terminal(hostile: Record) -> None:
    assert not [c for c in report(hostile) if c != "\n" and not c.isprintable()]


def test_an_empty_record_says_so() -> None:
    assert report(Record((), (), (), ())).startswith("ACCOUNTS: 0\n\nCONTESTED: 0\n")


def test_what_only_leans_apart_stands_below_what_conflicts(bridge: Record) -> None:
    def soft(slot: Slot) -> Slot:
        return replace(
            slot, relations=tuple(Relation(r.left, r.right, Agreement.ARGUABLE, "x") for r in slot.relations)
        )

    events = tuple(replace(e, slots=tuple(map(soft, e.slots))) for e in bridge.events)
    index = Index(replace(bridge, events=events))
    assert not index.parts["contested"]
    assert len(index.parts["arguable"]) == 3  # the quarrel inside one account is no difference between two
    assert "MAY DIFFER (scope or time may be another): 3" in report(index.record)
    assert report(index.record, 200).count(" (x)\n") == 3
    assert "may differ: x" in html.render(index.record)  # of whether it happened too, where both sides may read alike


def test_times_of_what_was_done_again_and_again_are_no_difference(bridge: Record) -> None:
    def repeated(slot: Slot) -> Slot:
        soft = tuple(Relation(r.left, r.right, Agreement.ARGUABLE, NO_DAY) for r in slot.relations)
        return replace(slot, scope="one of several", relations=soft)

    events = tuple(replace(e, slots=tuple(repeated(s) for s in e.slots if s.name == "when")) for e in bridge.events)
    assert any(s.relations for e in events for s in e.slots)
    assert not Index(replace(bridge, events=events)).parts["arguable"]


def test_the_table_of_events_has_the_parts_and_the_order_of_the_page(bridge: Record) -> None:
    index, found = Index(bridge), rows(bridge, "events")
    assert [row["event"] for row in found] == [e.id for events in index.parts.values() for e in events]
    assert [row["part"] for row in found] == ["contested"] * 4 + ["one account"] * 3


def test_a_sentence_in_which_two_hold_a_position_stands_once_below_or_above_both(bridge: Record) -> None:
    def beside(slot: Slot) -> Slot:
        first, *rest = slot.positions
        claim = first.claims[0]
        both = (*first.claims, replace(claim, holders=(claim.holders[0], "Second Voice")))
        return replace(slot, positions=(replace(first, claims=both), *rest))

    event = next(e for e in bridge.events if e.contested)
    slot = next(s for s in event.slots if s.contested)
    slots = tuple(beside(s) if s is slot else s for s in event.slots)
    made = Index(replace(bridge, events=(replace(event, slots=slots),)))
    claim = slot.positions[0].claims[0]
    words = " ".join(made.documents[claim.document].quote(made.sentence(claim)).split())
    told = report(made, 400).partition("AGREED")[0]
    assert "› Second Voice\n" in told and told.count(f"“{words}”") == 1
    table = html.render(made.record).partition('<section class="slot">')[2].partition("</table>")[0]
    [line] = [part for part in table.split("<li>") if "Second Voice" in part]
    assert line.count('class="chain"') > 1 and line.count("<q>") == 1


def test_below_an_event_another_of_the_same_sentence_is_named_by_its_word_alone() -> None:
    a, b = (Account(name, "", "2031-04-12").add("The ship sank and burned off Karsa.") for name in "AB")
    title = (a.id, a.at("The ship sank and burned off Karsa."))
    events = []
    for word, predicate in (("sank", "sink"), ("burned", "burn")):
        mentions = a.event(word, predicate), b.event(word, predicate)
        value = Value("polarity", 3.0, 3.0)
        claims = [x.claim(m, "happened", value, word) for x, m in zip((a, b), mentions, strict=True)]
        slot = Slot("happened", "", (position(value, *claims),), ())
        events.append(Event(predicate, mentions, title, (slot,), "s"))
    told = report(Record((a.document(), b.document()), tuple(events), (), ((a.id, b.id),)))
    assert told.count("The ship sank and burned off Karsa.\n") == 0 and told.count("off Karsa. [") == 1
    assert "  [burned]\n" in told or "  [sank]\n" in told


def test_what_the_counts_in_brackets_mean_is_said_once_where_any_stand(bridge: Record) -> None:
    events = tuple(replace(e, slots=tuple(replace(s, relations=()) for s in e.slots)) for e in bridge.events)
    assert report(replace(bridge, events=events), 200).count("(2): on the word of two witnesses") == 1
    assert "(2): on the word" not in report(bridge, 200)  # where nothing is agreed


def test_the_date_of_one_of_two_deeds_of_a_sentence_stands_beside_its_word() -> None:
    words = "They worked until Vale fled in 2014."
    spans = [Span(words.index(w), words.index(w) + len(w)) for w in ("worked", "fled")]
    mentions = [EventMention(s, words[s.begin : s.end], (), 3.0, tense="past") for s in spans]
    told = Document("a", words, Provenance("a.txt", "The Post")).with_layer(EventMention, mentions)
    told = told.with_layer(Sentence, [Sentence(Span(0, len(words)))])
    key, year = f"a:{spans[1].begin}", Value("date", 735233.0, 735597.99, "2014")
    claim = Claim("a", key, "when", year, Span(31, 35), "2014", ("The Post",), 3.0, "t")
    fled = Event("e", (key,), ("a", spans[1]), (Slot("when", "", (Position(year, (claim,), ("The Post",)),), ()),), "a")
    assert "until Vale fled in 2014. (fled: 2014)" in report(Record((told,), (fled,), (), ()))
