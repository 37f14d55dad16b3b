"""What the readers of JSON share: strings that know where they stand, and the account that an object holds."""

from __future__ import annotations

import html as entities
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from rashomon.readers import html
from rashomon.readers.html.markup import REFERENCE
from rashomon.readers.plain import lines
from rashomon.readers.plain.blocks import Line
from rashomon.readers.plain.layout import label
from rashomon.text import Canvas, Source
from rashomon.types import Block, BlockKind, Document, Provenance, Span

FIELDS = {  # field of Provenance -> keys, the first that holds a string counts
    "title": ("title", "headline"),
    "outlet": ("outlet", "source", "publisher"),
    "published": ("date", "published", "datePublished", "published_at", "date_published", "created_at"),
    "url": ("url", "link"),
    "author": ("author", "byline", "from"),
}
TEXT = ("text", "body", "content", "content_text", "content_html", "full_text")
INSIDE = ("name", "rendered", "text")  # keys of an object in the place of a string: a publisher, a title of WordPress
MARKUP = re.compile(r"</?(?:p|br|div|h[1-6]|ul|blockquote)\b[^<>]*>", re.IGNORECASE)
STRING = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
ESCAPE = re.compile(r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)", re.DOTALL)
SHOWN = re.compile(f"{ESCAPE.pattern}|{REFERENCE.pattern}", re.DOTALL)  # posts have "&amp;" where they hold no markup
SURROGATE = re.compile("[\ud800-\udfff]")


class Placed(str):
    """A string of a JSON text, which stands there at [begin, end), between its quotes."""

    __slots__ = ("begin", "end")
    begin: int
    end: int


class _Pairs(list[tuple[str, object]]):
    """An object as written, a key twice if it stands there twice."""


def load(text: str) -> object:
    """The value of a JSON text, its strings Placed but for keys. Raises JSONDecodeError, RecursionError if too deep."""
    written = STRING.finditer(text)  # in JSON every quotation mark outside a string begins one

    def placed(value: object) -> object:
        if isinstance(value, _Pairs):
            return {key: placed(inner) for key, inner in value if next(written)}  # the key is a string, too
        if isinstance(value, list):
            return [placed(inner) for inner in value]
        if not isinstance(value, str):
            return value
        mark, found = next(written), Placed(value)
        found.begin, found.end = mark.start() + 1, mark.end() - 1
        return found

    return placed(json.loads(text, object_pairs_hook=_Pairs))


def account(source: Source, at: int, found: Mapping[str, object], name: str, path: str) -> Document | None:
    """The account with id *name* of an object in the JSON text at *at* of the source; None if it holds no words.

    Its canonical text is the title, a blank line and the text, each addressed inside its string. Raises ReadError for
    a text in HTML that cannot be read.
    """
    texts = (_strings(found.get(k)) for k in TEXT)
    parts = next((shown for shown in texts if any(s.strip() for s in shown)), None)
    if parts is None:
        return None
    first = {
        f: next((s for k in keys for s in _strings(found.get(k)) if s.strip()), None) for f, keys in FIELDS.items()
    }
    stated = {field: entities.unescape(value).strip() for field, value in first.items() if value is not None}
    if stated.get("published"):
        stated["how"] = "metadata"
    if MARKUP.search("".join(parts)):
        canvas = Canvas(source)
        _lay(canvas, at, parts, ESCAPE)
        text, runs = canvas.done()
        page = html.account(Source(text, source.encoding, runs), name, path)
        return replace(page, provenance=replace(page.provenance, **stated))
    return _plain(source, at, first["title"], parts, Document(name, "", replace(Provenance(path, ""), **stated)))


def _plain(source: Source, at: int, title: Placed | None, parts: Iterable[Placed], bare: Document) -> Document:
    canvas = Canvas(source)
    done: list[Line] = []
    parts = list(parts)
    if title is not None and not "".join(parts).lstrip().startswith(title.strip()):
        _lay(canvas, at, [title])
        done.append(Line(Span(0, canvas.size), kind=BlockKind.HEADLINE))
        for _ in "\n\n":
            canvas.put("\n", at + title.end, at + title.end)
    body = canvas.size
    _lay(canvas, at, parts)
    text, origin = canvas.done()
    provenance = replace(bare.provenance, encoding=source.encoding)
    document = Document(bare.id, text, provenance, origin)
    return document.with_layer(Block, label(text, [*done, *lines(text, body)]))


def _strings(value: object) -> list[Placed]:
    """The strings of a value: itself, those of a list in turn, or what an object shows."""
    if isinstance(value, Placed):
        return [value]
    if isinstance(value, dict):
        return next((s for k in INSIDE if (s := _strings(value.get(k)))), [])
    return [s for item in value for s in _strings(item)] if isinstance(value, list) else []


def _lay(canvas: Canvas, at: int, parts: Iterable[Placed], escape: re.Pattern[str] = SHOWN) -> None:
    """Append strings that stand in the JSON text at *at* of the source, with each *escape* resolved."""
    written = canvas.source.text
    for part in parts:
        begin, end = at + part.begin, at + part.end
        for m in escape.finditer(written, begin, end):
            shown = entities.unescape(m[0]) if m[0][0] == "&" else SURROGATE.sub("\ufffd", json.loads(f'"{m[0]}"'))
            if len(shown) == 1:
                canvas.keep(begin, m.start())
                canvas.put(shown, m.start(), m.end())
                begin = m.end()
        canvas.keep(begin, end)
