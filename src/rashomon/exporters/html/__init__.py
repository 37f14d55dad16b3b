"""The record as one self-contained page: no network, one style, one script, both named by hash in its policy."""

from __future__ import annotations

import base64
import gc
import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files

from rashomon.exporters.html import bounds
from rashomon.exporters.html.accounts import accounts, legend
from rashomon.exporters.html.bounds import Bounds
from rashomon.exporters.html.events import agreed, contested, questions, single
from rashomon.exporters.html.families import families
from rashomon.exporters.html.markup import text
from rashomon.exporters.html.matrix import matrix
from rashomon.exporters.html.statements import statements
from rashomon.exporters.html.timeline import timeline
from rashomon.types import Record, Span
from rashomon.views.events import period
from rashomon.views.index import Index
from rashomon.views.labels import plural
from rashomon.views.political import Codes

HEADINGS = {  # of the parts, by their keys, in the order of the page
    "contested": "Contested",
    "questions": "Rival answers",
    "agreed": "Agreed",
    "single": "Told by one account, or copies of it",
    "chronology": "Chronology",
    "statements": "Statements",
    "matrix": "Who says what, and who is silent",
    "accounts": "Accounts",
}
TABS = {"single": "One account", "matrix": "Matrix"}  # where the heading is too long for a tab
CITED = re.compile(r'href="#(d[0-9a-z]+)-(\d+)-(\d+)"')


def render(record: Record) -> str:
    """The page, complete. Opens accounts at exact words with its script, and by plain anchors without."""
    return page(Index(record), Codes())


def page(index: Index, codes: Codes) -> str:
    """The page of an indexed record; *codes* may know some of its mentions, and know all that it shows afterwards."""
    with _no_collection():
        return _page(index, codes)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Nothing here makes cycles in number, and to look for them in a large record again and again takes a third of the
    time of its page."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def _page(index: Index, codes: Codes) -> str:
    within = Bounds.of(index)
    codes.prepare(index, within.events)
    parts = _parts(index, codes, within)
    copied = families(index)
    page = "".join(parts.values()) + copied
    texts, layers = accounts(index, _cited(index, page), max(bounds.PAGE - len(page), bounds.TEXTS))
    parts["accounts"] = copied + texts
    body = "".join(
        f'<section id="{key}" aria-labelledby="{key}-h"><h2 id="{key}-h">{HEADINGS[key]}</h2>{html}</section>'
        for key, html in parts.items()
    )
    style, script, told = _asset("page.css"), _asset("page.js"), text(period(index.record))
    return _asset("page.html").format(
        policy=_policy(style, script),
        style=style,
        script=script,
        title=", ".join(filter(None, (plural(len(index.record.documents), "account"), told))),
        strip=_strip(index) + (f"<li>{told}</li>" if told else ""),
        legend=legend(index),
        bounded=bounds.bounded(index, within, body),
        tabs="".join(f'<a href="#{key}">{TABS.get(key, HEADINGS[key])}</a>' for key in parts),
        body=body,
        layers=layers,
    )


def _parts(index: Index, codes: Codes, within: Bounds) -> dict[str, str]:
    """The parts of the page above the accounts, as HTML by their keys; those that have nothing to show are left out."""
    parts = {
        "contested": contested(index, codes, within),
        "questions": questions(index),
        "agreed": agreed(index, codes, within),
        "single": single(index, codes, within),
        "chronology": timeline(index, within),
        "statements": statements(index, within),
        "matrix": matrix(index, within),
    }
    return {key: html for key, html in parts.items() if html}


def _strip(index: Index) -> str:
    """The counts at the head, each linked to what it counts."""
    record, disputed, new = index.record, len(index.parts["contested"]), ' class="new"'
    counts = (
        ("accounts", len(record.documents), "account", "accounts"),
        ("copies", len(index.families), "independent text", "independent texts"),
        ("statements", len(index.speakers), "source quoted", "sources quoted"),
        ("chronology", len(record.events), "event", "events"),
        ("contested", disputed, "contested", "contested"),
    )
    return "".join(
        f'<li{new if key == "contested" and n else ""}><a href="#{key}"><b>{n:,}</b> {one if n == 1 else many}</a></li>'
        for key, n, one, many in counts
    )


def _cited(index: Index, page: str) -> dict[str, list[Span]]:
    """The spans of each account that the page links to, read off its own links so that none can be missed."""
    documents = {key: i for i, key in index.keys.items()}
    out: dict[str, list[Span]] = {}
    for key, begin, end in sorted(set(CITED.findall(page))):
        out.setdefault(documents[key], []).append(Span(int(begin), int(end)))
    return out


def _asset(name: str) -> str:
    return files("rashomon.exporters.html").joinpath(name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    def sha(content: str) -> str:
        return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"

    return (
        f"default-src 'none'; style-src {sha(style)}; script-src {sha(script)}; base-uri 'none'; form-action 'none'; "
        "require-trusted-types-for 'script'; trusted-types 'none'"
    )
