"""What the page and the terminal say of a statement: its words as they stand, who denies, and how often it is made."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from typing import Any

import pytest
from written import Account

from rashomon.exporters.html import render
from rashomon.types import Attribution, Event, EventMention, Position, Record, Slot, Span, Value
from rashomon.views import rows


def made(*accounts: Account, events: tuple[Event, ...] = ()) -> Record:
    documents = tuple(a.document() for a in accounts)
    return Record(documents, events, (), (tuple(d.id for d in documents),))


def lines(record: Record) -> list[str]:
    """The statements of the page, as they are read."""
    found = re.findall(r"<li data-stance=.*?</li>", render(record).partition('id="speakers"')[2], re.DOTALL)
    return [unescape(re.sub(r"<[^>]+>", "", line)) for line in found]


def quoted(*parts: str, form: str = "direct") -> Record:
    """One account of one statement with these parts."""
    a = Account("Herald", "", "2031-04-12").add("“We left the port,” Oro said at noon. “At once, and in good order.”")
    a.says("Oro", "said", parts[0], "Oro", form=form)
    (said,) = a.layers[Attribution]
    spans = tuple(map(a.at, parts))
    a.layers[Attribution] = [Attribution(said.span, said.source, said.cue, spans, form, "say", holders=said.holders)]
    return made(a)


@pytest.mark.parametrize(
    ("record", "shown"),
    [
        (quoted("“We left the port,”", "“At once, and in good order.”"), "“We left the port,” … “At once, and in good"),
        (quoted("“We left the port,”", " Oro said at noon."), "“We left the port,” Oro said at noon."),
        (quoted("We left the port", form="indirect"), "“We left the port,” Oro said at noon."),
        (quoted("At once", form="direct"), "“At once, and in good order.”"),
    ],
)
def test_words_are_shown_with_dots_for_what_is_left_out_and_in_their_sentence_where_they_are_no_quotation(
    record: Record, shown: str
) -> None:
    (line,) = lines(record)
    assert line.startswith(shown)


def denying() -> Record:
    """Three who say that no ship sailed, two of them together; one who says that one did."""
    a = Account("Herald", "", "2031-04-12").add(
        "Oro insisted that no ship had sailed. Vale and Brandt said that it had not sailed. Lindt said that it sailed."
    )
    a.says("Oro", "insisted", "that no ship had sailed", "Oro", stance="insist")
    a.says("Vale", "said", "that it had not sailed", "Vale").says("Brandt", "said", "that it had not sailed", "Brandt")
    a.says("Lindt", "said", "that it sailed", "Lindt")
    mentions = [
        a.event("sailed", "sail", level, (name,), nth=n)
        for n, (level, name) in enumerate(((-3.0, "Oro"), (-3.0, "Vale"), (3.0, "Lindt")))
    ]
    together = a.layers[EventMention]
    together[1] = replace(together[1], beside=(("Herald", "Brandt"),))
    who = Value("name", form="ship")
    slot = Slot("who", "", (Position(who, (a.claim(mentions[0], "who", who, "no ship", ("Oro",)),), ("Oro",)),), ())
    return made(a, events=(Event("e1", tuple(mentions), (a.id, Span(0, 37)), (slot,), a.id),))


def test_who_says_that_it_did_not_happen_denies_it_whatever_the_verb() -> None:
    told = {str(row["speaker"]): row["stance"] for row in rows(denying(), "statements")}
    assert told == {
        "Oro": "insist; deny (sailed)",
        "Vale": "say; deny (sailed)",
        "Brandt": "say; deny (sailed)",
        "Lindt": "say",
    }
    page = render(denying())
    assert re.findall(r'data-stance="([^"]+)"', page) == ["say;deny", "say", "insist;deny", "say;deny"]
    assert '<option value="deny">deny</option>' in page
    assert ["denies (sailed)" in line for line in lines(denying())] == [True, False, True, True]


def test_what_is_not_said_is_told_by_the_words_that_say_so() -> None:
    a = Account("Herald", "", "2031-04-12").add("Oro declined to open the dam. Vale promised to open it.")
    a.says("Oro", "declined", "to open the dam", "Oro", stance="promise")
    a.says("Vale", "promised", "to open it", "Vale", stance="promise")
    declined, promised = a.layers[Attribution]
    a.layers[Attribution] = [replace(declined, positive=False), promised]
    first, second = lines(made(a))
    assert first.endswith("Oro declined (does not promise)") and second.endswith("Vale promise (promised)")


def test_a_statement_made_twice_counts_once_and_names_no_account_as_a_copy_of_itself() -> None:
    a = Account("Herald", "", "2031-04-12").add("Oro said that the bridge fell. Again Oro said that the bridge fell.")
    a.says("Oro", "said", "that the bridge fell", "Oro")
    first = a.layers[Attribution][0]
    again = tuple(Span(c.begin + 37, c.end + 37) for c in first.content)
    a.layers[Attribution].append(
        Attribution(again[0], None, None, again, "indirect", "say", speaker="Oro", holders=first.holders)
    )
    record = made(a)
    assert [d.quote(s.content[0]) for d in record.documents for s in d.layer(Attribution)] == [
        "that the bridge fell"
    ] * 2
    page = render(record)
    assert "1 statement, 1 account" in page and "the same words in" not in page


def test_what_a_speaker_says_in_one_sentence_is_shown_once_with_all_stances() -> None:
    a = Account("Herald", "", "2031-04-12").add("Oro denied that it fell, suggesting that Vale lied. Oro left.")
    a.says("Oro", "denied", "that it fell", "Oro", stance="deny")
    a.says("Oro", "suggesting", "that Vale lied", "Oro", stance="suggest")
    (line,) = lines(made(a))
    assert line.startswith("Oro denied that it fell, suggesting that Vale lied.")
    assert line.endswith("Oro deny (denied); suggest (suggesting)")
    page = render(made(a))
    assert '<span class="s-denies">deny (denied); suggest (suggesting)</span>' in page
    assert 'data-stance="suggest;deny"' in page or 'data-stance="deny;suggest"' in page
    assert "1 statement, 1 account" in page


@pytest.mark.browser
def test_stances_of_one_sentence_are_parted_once(visit: Any) -> None:
    a = Account("Herald", "", "2031-04-12").add("Oro denied that it fell, suggesting that Vale lied. Oro left.")
    a.says("Oro", "denied", "that it fell", "Oro", stance="deny")
    a.says("Oro", "suggesting", "that Vale lied", "Oro", stance="suggest")
    page = visit(made(a))
    drawn = "all => all.map(e => getComputedStyle(e, '::before').content)"
    assert page.locator("#speakers .chain span").evaluate_all(drawn) == ['"· "']


def test_speakers_are_picked_by_name_first_those_who_have_one() -> None:
    a = Account("Herald", "", "2031-04-12").add("Vale said it fell. Files say it fell.")
    a.says("Vale", "said", "it fell", "Vale", kind="person").says("Files", "say", "it fell", "Files", kind="document")
    b = Account("Ledger", "", "2031-04-12").add("Oro said it sank. The files say it sank.")
    b.says("Oro", "said", "it sank", "Oro", kind="person").says("files", "say", "it sank", "files", kind="document")
    page = render(made(a, b))
    named, others = re.findall(r"<optgroup label=.*?</optgroup>", page)
    assert re.findall(r">([^<>]+)</option>", named) == ["Oro", "Vale"]
    assert re.findall(r">([^<>]+)</option>", others) == ["Files"]
    assert "<b>3</b> sources quoted" in page


def test_one_statement_set_in_other_quotation_marks_is_a_copy() -> None:
    documents = []
    for outlet, mark in (("Herald", "’"), ("Ledger", "'")):
        a = Account(outlet, "", "2031-04-12").add(f"Oro said that the ferry{mark}s pumps failed.")
        a.says("Oro", "said", f"that the ferry{mark}s pumps failed", "Oro")
        documents.append(a.document())
    ids = tuple(d.id for d in documents)
    (line,) = lines(Record(tuple(documents), (), (ids,), (ids,)))
    assert line.endswith("the same words in Ledger")
