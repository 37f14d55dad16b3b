"""Feeds, RSS and Atom: every entry is an account, with the text that the feed itself holds."""

from __future__ import annotations

import hashlib
import html as entities
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from rashomon.errors import ReadError
from rashomon.readers import html
from rashomon.readers.html.markup import REFERENCE, Token, attributes, tokens
from rashomon.readers.plain import lines
from rashomon.readers.plain.blocks import Line
from rashomon.readers.plain.layout import label
from rashomon.text import Canvas, Source, decode
from rashomon.types import Block, BlockKind, Document, Provenance, Span

ENTRY = ("item", "entry")
TEXT = ("content:encoded", "content", "description", "summary")  # the fullest first
DATE = ("pubdate", "published", "dc:date", "updated")
AUTHOR = ("dc:creator", "name")
SOURCE = ("source", "news:source", "dc:publisher")  # whose an entry is in a feed that gathers those of many outlets
WANTED = frozenset((*TEXT, *DATE, *AUTHOR, *SOURCE, "title", "link"))
ITS_TITLE = re.compile(r"<title\b[^>]*>(.*?)</title>", re.DOTALL)  # of the source of an entry of Atom, a feed itself
TAG = re.compile(r"<[^<>]*>")
CDATA = re.compile(r"<!\[CDATA\[(?P<inside>.*?)\]\]>", re.DOTALL)


@dataclass(slots=True)
class _Entry:
    """Where the contents of an entry's elements stand in the feed, the first of each name; `link` is its address."""

    places: dict[str, tuple[int, int]] = field(default_factory=dict)
    link: str = ""


def read(data: bytes, path: str) -> Iterator[Document]:
    """The entries in order. Raises ReadError for a feed that is cut off, or of which no entry holds text."""
    source = decode(data, path, html.declared(data))
    found = tokens(source.text, path, "the feed is truncated, so save it again")
    feed, entries = _entries(source.text, found)
    name, count = hashlib.sha256(data).hexdigest(), 0
    for entry in entries:
        if (place := next((p for k in TEXT if (p := entry.places.get(k)) and _shown(source.text, p)), None)) is None:
            continue
        count += 1
        outlet = _outlet(source.text, entry)
        title = _headline(source.text, entry.places.get("title"), outlet)
        stated = _stated(source, entry, feed, path)
        stated = replace(stated, title=_shown(source.text, title), outlet=outlet or stated.outlet)
        yield _account(source, title, place, Document(f"{name}#{count}", "", stated))
    if not count:
        raise ReadError(path, "no entry of this feed holds text; save the articles themselves as HTML")


def _entries(page: str, found: Sequence[Token]) -> tuple[_Entry, list[_Entry]]:
    """What the feed says of itself, and its entries."""
    feed, entries = _Entry(), list[_Entry]()
    now, inside = feed, ""  # the element whose content goes on
    begin = 0
    for token in found:
        if token.kind == "open" and not inside:
            if token.name in ENTRY:
                entries.append(now := _Entry())
            elif token.name == "link" and (a := attributes(page[token.begin : token.end])).get("href"):
                now.link = now.link or (a["href"] if a.get("rel", "alternate") == "alternate" else "")
            elif token.name in WANTED and page[token.end - 2] != "/":
                inside, begin = token.name, token.end
        elif token.kind == "close" and token.name == inside:
            now.places.setdefault(inside, (begin, token.begin))
            inside = ""
        elif token.kind == "close" and token.name in ENTRY:
            now = feed
    return feed, entries


def _shown(page: str, place: tuple[int, int] | None) -> str:
    """The words of an element, "" where it is absent."""
    written = page[slice(*place)] if place else ""
    return " ".join(TAG.sub(" ", entities.unescape(CDATA.sub(r"\g<inside>", written))).split())


def _outlet(page: str, entry: _Entry) -> str:
    """Who published an entry of a feed that gathers those of others; "" where the entry says nothing of it."""
    place = next((p for name in SOURCE if (p := entry.places.get(name)) and _shown(page, p)), None)
    titled = ITS_TITLE.search(page, *place) if place else None
    return _shown(page, titled.span(1) if titled else place)


def _headline(page: str, title: tuple[int, int] | None, outlet: str) -> tuple[int, int] | None:
    """Where the title of an entry stands, without the outlet after it: "Mill burns - The Sund Herald"."""
    after = f" - {outlet}" if outlet else ""
    if title is None or not after or not entities.unescape(page[slice(*title)]).rstrip().endswith(after):
        return title
    return title[0], page.rindex(" - ", *title)


def _stated(source: Source, entry: _Entry, feed: _Entry, path: str) -> Provenance:
    def first(*names: str) -> str:
        return next((words for name in names if (words := _shown(source.text, entry.places.get(name)))), "")

    date = first(*DATE)
    return Provenance(
        path,
        outlet=_shown(source.text, feed.places.get("title")),
        author=first(*AUTHOR),
        url=entry.link or first("link"),
        published=date,
        how="metadata" if date else "",
        encoding=source.encoding,
    )


def _account(source: Source, title: tuple[int, int] | None, place: tuple[int, int], bare: Document) -> Document:
    """The entry as a page where its text holds markup, else as plain words below its title; its title alone where the
    text says that again, with whose it is, before the headlines of others."""
    said = _shown(source.text, title)
    told = " ".join(entities.unescape(_shown(source.text, place)).split())  # of escaped markup "&nbsp;" is left
    again = bool(said) and (told == said or told.startswith(f"{said} {bare.provenance.outlet}"))
    canvas = Canvas(source)
    _lay(canvas, *place)
    text, runs = canvas.done()
    if "<" in text and not again:
        page = html.account(Source(text, source.encoding, runs), bare.id, bare.provenance.path)
        return replace(page, provenance=bare.provenance)
    canvas, done = Canvas(source), list[Line]()
    if title and said:
        _lay(canvas, *title)
        done.append(Line(Span(0, canvas.size), kind=BlockKind.HEADLINE))
        for _ in "" if again else "\n\n":
            canvas.put("\n", title[1], title[1])
    body = canvas.size
    if not again:
        _lay(canvas, *place)
    text, origin = canvas.done()
    return replace(bare, text=text, origin=origin).with_layer(Block, label(text, [*done, *lines(text, body)]))


def _lay(canvas: Canvas, begin: int, end: int) -> None:
    """Append the content of an element: CDATA as it is, references resolved elsewhere."""
    written = canvas.source.text
    for m in CDATA.finditer(written, begin, end):
        _resolve(canvas, begin, m.start())
        canvas.keep(*m.span("inside"))
        begin = m.end()
    _resolve(canvas, begin, end)


def _resolve(canvas: Canvas, begin: int, end: int) -> None:
    for m in REFERENCE.finditer(canvas.source.text, begin, end):
        if len(shown := entities.unescape(m[0])) == 1:
            canvas.keep(begin, m.start())
            canvas.put(shown, *m.span())
            begin = m.end()
    canvas.keep(begin, end)
