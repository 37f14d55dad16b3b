"""What an event is called, and which of its values are told apart: words that say something, and no label twice."""

from __future__ import annotations

import pytest

from rashomon.readers import document
from rashomon.types import (
    Agreement,
    Argument,
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
from rashomon.views.events import ranked
from rashomon.views.index import Index, heading
from rashomon.views.titles import headline

LONG = "The minister, who had come to the harbour early that day, looked at " + "the many ships and " * 12 + "left."


def told(text: str, *titles: str, slots: tuple[Slot, ...] = (), tense: str = "past") -> list[str]:
    """The headlines of events with these titles, each triggered by its last word, in an account of these sentences."""
    ends = [i + 1 for i, c in enumerate(text) if c in ".:"]
    sentences = [Sentence(Span(b, e)) for b, e in zip((0, *(e + 1 for e in ends)), ends, strict=False)]
    spans = [Span(text.index(t), text.index(t) + len(t)) for t in titles]
    triggers = [Span(s.end - len(t.split()[-1]), s.end) for s, t in zip(spans, titles, strict=True)]
    mentions = [EventMention(s, text[s.begin : s.end], (), 3.0, tense=tense) for s in triggers]
    document = Document("d", text, Provenance("d.txt", "d")).with_layer(Sentence, sentences)
    document = document.with_layer(EventMention, mentions)
    events = [
        Event(f"e{n}", (f"d:{m.span.begin}",), ("d", span), slots, "d")
        for n, (span, m) in enumerate(zip(spans, mentions, strict=True))
    ]
    index = Index(Record((document,), tuple(events), (), ()))
    return [headline(index, e) for e in events]


@pytest.mark.parametrize(
    "text, title, expected",
    [
        ("On Friday he seems to deploy two ships.", "he seems to deploy", "On Friday he seems to deploy two ships."),
        ("The old bridge at Karsa fell down.", "The old bridge at Karsa fell", "The old bridge at Karsa fell down."),
        (
            f"Orlen, who had long led the works, said when he was asked that evening by those who had come, "
            f"that in June the bridge of old Karsa fell, {'and fell, ' * 30}he said.",
            "June the bridge of old Karsa fell",
            "… that in June the bridge of old Karsa fell …",
        ),
        ("On Friday he wrote: We leave at noon.", "On Friday he wrote:", "On Friday he wrote: We leave at noon."),
        (
            "Orlen praised the old bridge at Karsa and all who had built it in so few years, from June: It stood.",
            "Orlen praised the old bridge at Karsa and all who had built it in so few years, from June:",
            "Orlen praised the old bridge at Karsa and all who had built it in so few years, from June:",
        ),
        ("Shots fell.", "Shots fell", "Shots fell"),
    ],
)
def test_a_title_that_says_little_is_told_with_its_sentence(text: str, title: str, expected: str) -> None:
    assert told(text, title) == [expected]


def test_a_sentence_that_fits_is_shown_whole() -> None:
    text = f"Orlen was heard on Friday on the cause of the fall of the old bridge at Karsa, {'and so on, ' * 4}he said."
    assert told(text, "the cause of the fall") == [text]


def test_a_long_sentence_is_cut_between_words_round_the_title() -> None:
    [words] = told(LONG, "The minister, who had come")
    assert words.startswith("The minister") and words.endswith(" …") and len(words) < 210
    [words] = told(LONG, "left")
    assert words.startswith("… ") and words.endswith("left.")


def test_two_events_of_one_sentence_are_told_apart_by_what_happened() -> None:
    sentence = "He founded the yard in 1902 and sold it."
    assert told(sentence, "He founded", "sold") == [f"{sentence} [founded]", f"{sentence} [sold]"]


@pytest.mark.parametrize(
    ("first", "expected"),
    [("thanked", "They thanked the guard who fell. [fell]"), ("say", "They thanked the guard who fell.")],
)
def test_an_event_that_is_not_the_first_deed_of_its_sentence_is_named_beside_it(first: str, expected: str) -> None:
    text = "They thanked the guard who fell."
    mentions = [EventMention(Span(5, 12), first, (), 3.0), EventMention(Span(27, 31), "fell", (), 3.0)]
    document = Document("d", text, Provenance("d.txt", "d")).with_layer(Sentence, [Sentence(Span(0, 32))])
    event = Event("e", ("d:27",), ("d", Span(0, 32)), (), "d")
    record = Record((document.with_layer(EventMention, mentions),), (event,), (), ())
    assert headline(Index(record), event) == expected


def test_a_title_says_what_is_denied_where_it_tells_more_than_that() -> None:
    sides = tuple(Position(Value("polarity", n, n, ""), (), (who,)) for n, who in ((3.0, "A"), (-3.0, "B")))
    denied = Slot("happened", "", sides, (Relation(0, 1, Agreement.DENIES, ""),))
    title = "The guard insisted that no ship was ever sent"
    assert told(f"{title}.", title, slots=(denied,)) == [f"{title} [sent]"]


def test_values_that_read_alike_are_one_with_the_witnesses_of_both() -> None:
    def position(high: float, *who: str) -> Position:
        value = Value("number", 4, high, "person")
        claims = tuple(
            Claim(w, f"{w}:0", "how many", value, Span(0, 1), f"4 to {high}", (w,), 3.0, "events") for w in who
        )
        return Position(value, claims, who)

    slot = Slot("how many", "", (position(7, "C"), position(4, "A", "B"), position(4.001, "D")), ())
    assert ranked(slot)[0][1].witnesses == ("A", "B")
    twin = Slot("how many", "", (position(4, "A", "B"), position(4.0, "B", "C")), ())
    assert [p.witnesses for _, p in ranked(twin)] == [("A", "B", "C")]


def test_an_account_without_a_stated_title_is_called_by_the_headline_over_it() -> None:
    text = "Ferry sinks off Vell\nThe Courier, 6 May 2021\n\nThe ferry sank on Monday off Vell, and nine people died."
    assert heading(document(text)) == "Ferry sinks off Vell"
    assert heading(document("The ferry sank on Monday.")) == "“The ferry sank on Monday.”"


def test_of_an_age_the_title_is_whose_and_which() -> None:
    text = "Ana Oro, 44, was held on Friday."
    owner, age = Span(0, 7), Span(9, 11)
    mention = EventMention(age, "be aged", (Argument("agent", owner, owner),), 3.0)
    document = Document("d", text, Provenance("d.txt", "d")).with_layer(Sentence, [Sentence(Span(0, len(text)))])
    document = document.with_layer(EventMention, [mention])
    event = Event("e", (f"d:{age.begin}",), ("d", Span(0, len(text))), (), "d")
    assert headline(Index(Record((document,), (event,), (), ())), event) == "Ana Oro, 44"
