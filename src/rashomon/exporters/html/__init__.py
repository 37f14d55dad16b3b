"""The record as one self-contained page: no network, one style, one script, both named by hash in its policy."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from importlib.resources import files
from itertools import chain

from rashomon.exporters.html import bounds
from rashomon.exporters.html.accounts import accounts, legend
from rashomon.exporters.html.bounds import Bounds
from rashomon.exporters.html.events import agreed, contested, questions, single
from rashomon.exporters.html.families import families
from rashomon.exporters.html.markup import text
from rashomon.exporters.html.matrix import matrix
from rashomon.exporters.html.statements import statements
from rashomon.exporters.html.timeline import timeline
from rashomon.garbage import uncollected
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
CITED = re.compile(rb'href="#(d[0-9a-z]+)-(\d+)-(\d+)"')
LEFT_OUT = bounds.REST.encode()
PLACE = re.compile(r"\{(?:body|layers)\}")  # where the parts of the page stand in its frame


def render(record: Record) -> str:
    """The page, complete. Opens accounts at exact words with its script, and by plain anchors without."""
    return page(Index(record), Codes()).decode()


def page(index: Index, codes: Codes) -> bytes:
    """The page of an indexed record in UTF-8; *codes* may know some of its mentions, and know all that it shows
    afterwards. It is put together from bytes: as text that of a large case takes twice the memory."""
    with uncollected():  # it took a third of the time of a large page
        return _page(index, codes)


def _page(index: Index, codes: Codes) -> bytes:
    within = Bounds.of(index)
    codes.prepare(index, within.events)
    parts, used = dict[str, bytes](), 0
    for key, html in chain(_parts(index, codes, within), [("accounts", families(index))]):
        if html or key == "accounts":
            parts[key] = html.encode()
            used += len(html)
    texts, layers = accounts(index, _cited(index, parts.values()), max(bounds.PAGE - used, bounds.TEXTS))
    parts["accounts"] += texts.encode()
    style, script, told = _asset("page.css"), _asset("page.js"), text(period(index.record))
    frame = partial(
        str.format,
        policy=_policy(style, script),
        style=style,
        script=script,
        title=", ".join(filter(None, (plural(len(index.record.documents), "account"), told))),
        strip=_strip(index) + (f"<li>{told}</li>" if told else ""),
        legend=legend(index),
        bounded=bounds.bounded(index, within) if any(LEFT_OUT in html for html in parts.values()) else "",
        tabs="".join(f'<a href="#{key}">{TABS.get(key, HEADINGS[key])}</a>' for key in parts),
    )
    head, middle, foot = (frame(part).encode() for part in PLACE.split(_asset("page.html")))
    return b"".join((head, *_sections(parts), middle, layers.encode(), foot))


def _sections(parts: Mapping[str, bytes]) -> Iterator[bytes]:
    """Each part under its heading."""
    for key, html in parts.items():
        yield f'<section id="{key}" aria-labelledby="{key}-h"><h2 id="{key}-h">{HEADINGS[key]}</h2>'.encode()
        yield html
        yield b"</section>"


def _parts(index: Index, codes: Codes, within: Bounds) -> Iterator[tuple[str, str]]:
    """The parts of the page above the accounts, as HTML after their keys, "" where one has nothing to show."""
    yield "contested", contested(index, codes, within)
    yield "questions", questions(index)
    yield "agreed", agreed(index, codes, within)
    yield "single", single(index, codes, within)
    yield "chronology", timeline(index, within)
    yield "statements", statements(index, within)
    yield "matrix", matrix(index, within)


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


def _cited(index: Index, parts: Iterable[bytes]) -> dict[str, list[Span]]:
    """The spans of each account that the page links to, read off its own links so that none can be missed."""
    documents = {key.encode(): i for i, key in index.keys.items()}
    out: dict[str, list[Span]] = {}
    for key, begin, end in sorted(set(chain.from_iterable(map(CITED.findall, parts)))):
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
