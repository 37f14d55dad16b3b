"""The page of a large case: bounded, its links alive, and what it leaves out counted with the command that shows it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from functools import lru_cache
from typing import Any

import extremes
import pytest
import synthetic

from rashomon import codec
from rashomon.exporters import html
from rashomon.exporters.html import bounds
from rashomon.exporters.html.bounds import Bounds
from rashomon.types import Annotation, Layer, Record
from rashomon.views.index import Index
from rashomon.views.report import report

LINK, ANCHOR = re.compile(r'href="#([^"]+)"'), re.compile(r' id="([^"]+)"')


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> Record:
    """A record of eight accounts under bounds of a few, in place of thousands."""
    monkeypatch.setattr(bounds, "EVENTS", dict.fromkeys(bounds.EVENTS, 1))
    few = {"STATEMENTS": 3, "ACCOUNTS": 2, "COLUMNS": 3, "ROWS": 1, "PAGE": 0, "TEXTS": 0}
    for name, most in few.items():
        monkeypatch.setattr(bounds, name, most)
    return synthetic.bridge()


def test_every_link_of_a_bounded_page_has_its_anchor(small: Record) -> None:
    page = html.render(small)
    assert not set(LINK.findall(page)) - set(ANCHOR.findall(page))


def test_what_is_left_out_is_counted_with_the_command_that_shows_it(small: Record) -> None:
    page = html.render(small)
    assert "And 3 events more, not on this page: <code>rashomon show CASE conflicts</code>" in page
    assert re.search(r"And \d+ statements more, not on this page: <code>rashomon show CASE statements</code>", page)
    assert len(re.findall(r"<li data-stance=", page)) == 3
    head = page.split("</header>")[0]
    written = sum(len(events) for events in Bounds.of(Index(small)).parts.values())
    assert f"This page holds {written} of {len(small.events)} events and finds words in what it holds; <code>" in head


def test_an_account_whose_text_is_left_out_says_where_it_lies(small: Record) -> None:
    page = html.render(small)
    agency = small.documents[1]
    entry = page.split(f'<details class="account" id="d{agency.id[:6]}"')[1].split("</details>")[0]
    assert f"The whole text lies in <code>accounts/{agency.id}</code> of the case folder" in entry
    assert "06:52 on 12 April" in entry
    assert len(entry) < len(agency.text) * 10


@pytest.mark.browser
def test_a_click_opens_the_exact_words_of_an_account_whose_text_is_left_out(visit: Any, small: Record) -> None:
    page = visit(small)
    line = page.locator("#contested a.w").first
    begin, end = map(int, line.get_attribute("href").split("-")[1:])
    key = line.get_attribute("href").split("-")[0][2:]
    [text] = [d.text for d in small.documents if d.id.startswith(key)]
    line.click()
    assert "".join(page.locator("#panel mark.hit").all_text_contents()) == text[begin:end].replace("\n", "")
    assert not page.trouble


def test_a_page_reads_the_mentions_of_an_account_a_few_times_however_many_events_it_tells(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    record, whole, reads = extremes.large(24, 9), codec._unpacked, Counter[str]()

    def read(name: str, packed: bytes) -> Layer[Annotation]:
        reads[name] += 1
        return whole(name, packed)

    monkeypatch.setattr(codec, "_unpacked", lru_cache(8)(read))  # a case with many more layers than are kept
    packed = replace(record, documents=tuple(codec.unpack(*codec.pack(d)) for d in record.documents))
    assert html.render(packed) == html.render(record)
    assert reads["EventMention"] <= 5 * len(record.documents)


@pytest.mark.browser
def test_finding_words_on_a_bounded_page_says_that_it_looked_on_this_page_alone(visit: Any, small: Record) -> None:
    page = visit(small)
    page.fill("#find", "no such words")
    page.locator("#found", has_text="not found on this page").wait_for()
    page.fill("#find", "bridge")
    page.locator("#found", has_text=re.compile(r"^\d+ found on this page$")).wait_for()
    assert not page.trouble


@pytest.mark.slow
def test_the_bounds_leave_a_case_of_a_few_hundred_accounts_whole() -> None:
    page = html.render(extremes.large())
    assert 'id="bounded"' not in page and "not on this page" not in page and "The whole text lies in" not in page


def test_a_sentence_that_tells_several_events_stands_once_among_those_of_one_account() -> None:
    record = synthetic.bridge()
    [crane] = [e for e in record.events if _words(record, e.title).startswith("A crane")]
    twice = replace(record, events=(*record.events, replace(crane, id="0" * 8)))
    assert report(twice, 200).count("A crane is expected") == report(record, 200).count("A crane is expected") == 1
    single = html.render(twice).split('<section id="single"')[1].split("<section id=")[0]
    assert len(re.findall(r"A.{0,40}crane", single)) == 1
    assert single.count('class="told') == 4


def _words(record: Record, title: tuple[str, Any]) -> str:
    return next(d for d in record.documents if d.id == title[0]).quote(title[1])
