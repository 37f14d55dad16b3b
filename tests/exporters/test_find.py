"""Finding, filtering, keeping and citing lines of the page, in a real browser."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote

import pytest
from written import Account

from rashomon.types import Record

pytestmark = pytest.mark.browser
PHONE = {"width": 390, "height": 844}


def long_record() -> Record:
    """One account whose forty statements are more than the page lays out at once."""
    a = Account("The Delta Herald", "A long day", "2031-04-12")
    for n in range(40):
        a.add(f"Speaker {n % 30} said that house {n} stood.")
        stance = "deny" if n in (29, 30) else "say"
        a.says(f"Speaker {n % 30}", "said", f"that house {n} stood", f"Speaker {n % 30 // 29}", stance=stance)
    return Record((a.document(),), (), (), ((a.id,),))


def test_statements_can_be_filtered(visit: Any, bridge: Record) -> None:
    page = visit(bridge)
    page.select_option("#stance", "deny")
    page.locator("#said", has_text="2 shown").wait_for()
    told = page.locator("#speakers li:visible").all_text_contents()
    assert ["that any lorry had crossed" in t for t in told] == [False, True] and "never any restriction" in told[0]
    page.select_option("#stance", "")
    page.locator("#said", has_text="9 shown").wait_for()
    page.select_option("#by", label="Ilan Voss")
    page.locator("#said", has_text="1 shown").wait_for()
    assert page.locator(".speaker:visible h3").all_text_contents()[0].startswith("Ilan Voss")


def test_statements_can_be_filtered_by_account_and_a_copy_counts_for_each_that_has_it(
    visit: Any, bridge: Record
) -> None:
    page = visit(bridge)
    for outlet in ("Karsa State Agency", "Morning Line"):
        page.select_option("#account", label=outlet)
        page.locator("#said", has_text=re.compile("^[1-9] shown")).wait_for()
        assert "is nine and is final" in " ".join(page.locator("#speakers li:visible").all_text_contents())
    page.select_option("#account", label="Meridian Post")
    page.locator("#speakers li:visible", has_text="is nine and is final").first.wait_for(state="hidden")


def test_statements_can_be_filtered_by_kind_of_source(visit: Any) -> None:
    a = Account("The Delta Herald", "", "2031-04-12").add("A clerk said that it fell. Oro said that it stood.")
    a.says("A clerk", "said", "that it fell", None, kind="anonymous").says("Oro", "said", "that it stood", "Oro")
    page = visit(Record((a.document(),), (), (), ((a.id,),)))
    page.select_option("#from", "anonymous")
    page.locator("#said", has_text="1 shown").wait_for()
    assert page.locator("#speakers li:visible").count() == 1
    assert page.locator("#speakers li:visible").inner_text().startswith("A clerk said that it fell")


def test_a_filter_shows_what_fits_and_nothing_else_of_a_long_list(visit: Any) -> None:
    page = visit(long_record())
    page.select_option("#stance", "deny")
    page.locator("#said", has_text="2 shown").wait_for()
    shown = page.locator("#speakers li:visible").all_text_contents()
    assert [s.split(" stood")[0] for s in shown] == ["Speaker 0 said that house 30", "Speaker 29 said that house 29"]
    assert page.locator("#speakers .more:visible").count() == 0
    page.select_option("#stance", "")
    page.locator("#said", has_text="40 shown").wait_for()
    assert page.locator("#speakers li:visible").count() < 40


def test_a_number_is_found_whole(visit: Any) -> None:
    page = visit(long_record())
    for words, found in (("house 3", 2), ("hous 13", 1), ("house 0.3", 0), ("(", 0), ("HOUSE", 40)):
        page.fill("#find", words)
        page.locator("#said", has_text=re.compile(rf"^{found} shown")).wait_for(state="attached")


def test_a_button_says_how_many_more_it_shows_and_how_many_wait(visit: Any) -> None:
    page = visit(long_record())
    button = page.locator("#speakers .more").first
    told = []
    for _ in range(2):
        told.append(button.text_content())
        button.click()
    assert told == ["Show 20 more of 34", "Show 14 more"]


def test_words_are_found_in_every_part_of_the_record(visit: Any, bridge: Record) -> None:
    page = visit(bridge)
    page.keyboard.press("/")
    page.keyboard.type("WEIGHT asked")
    page.locator("#found", has_text=re.compile(r"^\d+ found")).wait_for()
    lines = page.locator("article.card:visible, li.told:visible, .chron > li:visible, #speakers li:visible")
    assert lines.count() >= 3
    assert all("weight" in line.lower() and "asked" in line.lower() for line in lines.all_text_contents())
    assert not page.locator("#matrix").is_visible()  # holds nothing of it
    assert page.evaluate("CSS.highlights.get('found').size") > 0
    page.fill("#find", "no such words")
    page.locator("#found", has_text="not found").wait_for()
    page.fill("#find", "")
    page.locator("#matrix").wait_for()
    assert page.locator("#contested article.card:visible").count() == 4


def test_the_browsers_own_search_reaches_what_waits_in_a_long_list(visit: Any) -> None:
    page = visit(long_record(), "#:~:text=" + quote("that house 27 stood"))
    line = page.locator("#speakers li", has_text="that house 27 stood")
    page.wait_for_function("node => !node.closest('[hidden]')", arg=line.element_handle())
    assert line.is_visible()


def test_an_event_has_an_address_of_its_own_that_the_tables_name(visit: Any, bridge: Record) -> None:
    event = next(e for e in bridge.events if e.contested)
    page = visit(bridge, f"#{event.id}")
    card = page.locator(f'[id="{event.id}"]')
    assert card.evaluate("node => node.matches(':target')")
    assert card.locator("a.here").get_attribute("href") == f"#{event.id}"


@pytest.mark.parametrize("viewport", [{"width": 1440, "height": 900}, PHONE], ids=["wide", "phone"])
def test_a_citation_holds_the_whole_sentence_and_where_it_stands(
    visit: Any, bridge: Record, viewport: dict[str, int]
) -> None:
    page = visit(bridge, viewport=viewport)
    page.locator("#contested a.w", has_text="we have carried out").first.click()
    page.get_by_role("button", name="Cite").click()
    herald = bridge.documents[0]
    said = page.locator(".cite").inner_text()
    begin, end = map(int, re.search(r"characters (\d+) to (\d+)\.$", said).groups())  # type: ignore[union-attr]
    assert said.startswith(f"“{herald.text[begin:end]}” The Delta Herald, Mira Tanne, “{herald.provenance.title}”")
    assert herald.text[begin:end].endswith("would work through Sunday.")
    assert herald.id in said and herald.provenance.url in said
    assert page.evaluate("getSelection().toString()").startswith("“UPDATE 09:30")


def test_a_citation_from_a_pdf_names_its_page(visit: Any) -> None:
    a = Account("The Delta Herald", "", "2031-04-12").add("Nine died.\fThe quay stood.")
    a.add("Two came by boat, Ana Oro said, and she said that it\fstood. Oro said that it fell.")
    a.says("Oro", "said", "that it fell", "Oro")
    page = visit(Record((a.document(),), (), (), ((a.id,),)))
    page.locator("#speakers a.w").first.click()
    page.get_by_role("button", name="Cite").click()
    assert ", page 3, characters " in page.locator(".cite").inner_text()
    assert page.locator(".panel .voice, #panel .voice").all_inner_texts() == ["Page 1", "Page 2"]


def test_a_reader_of_the_screen_hears_who_is_silent(visit: Any, bridge: Record) -> None:
    page = visit(bridge)
    cell = page.locator(".matrix td.s-silent").first
    cell.scroll_into_view_if_needed()
    assert "silent" in page.locator(".matrix").first.aria_snapshot()


def test_the_page_says_which_accounts_are_copies_and_in_which_words(visit: Any, bridge: Record) -> None:
    page = visit(bridge)
    page.locator(".strip a", has_text="independent").click()
    pair = page.locator(".pairs li")
    assert "Karsa State Agency and Morning Line" in pair.inner_text()
    pair.locator("a.w").click()
    assert "".join(page.locator("#panel mark.hit").all_text_contents()).startswith("The number of victims")
    pair.locator("a.also").click()
    assert page.locator("#panel .panelhead b").inner_text() == "Morning Line"
