"""JSON Lines: one account an object, with `text` (or `body`, `content`) and what is known of where it came from.

The canonical text is the title, a blank line and the text, each addressed inside its JSON string.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from rashomon.errors import ReadError
from rashomon.readers.plain import lines
from rashomon.readers.plain.layout import Line, label
from rashomon.text import Canvas, Source, decode
from rashomon.types import Block, BlockKind, Document, Provenance, Span

FIELDS = {  # field of Provenance -> keys, the first that holds a string counts
    "title": ("title", "headline"),
    "outlet": ("outlet", "source", "publisher"),
    "published": ("date", "published", "datePublished", "published_at"),
    "url": ("url", "link"),
    "author": ("author", "byline"),
}
TEXT = ("text", "body", "content")
STRING = r'"(?:[^"\\]|\\.)*"'
TOKEN = re.compile(rf"(?P<string>{STRING})|(?P<open>[\[{{])|(?P<close>[\]}}])|(?P<colon>:)|(?P<comma>,)", re.DOTALL)
ESCAPE = re.compile(r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)", re.DOTALL)
SURROGATE = re.compile("[\ud800-\udfff]")


def read(data: bytes, path: str) -> Iterator[Document]:
    """Every good line in order; then, if any line was bad, one ReadError that names the first and counts the rest."""
    source = decode(data, path)
    name = hashlib.sha256(data).hexdigest()
    bad: list[ReadError] = []
    count = 0
    for number, m in enumerate(re.finditer(r"[^\n]*(?:\n|$)", source.text), 1):
        if not m.group().strip():
            continue
        count += 1
        try:
            yield _account(source, m.start(), m.group(), f"{name}#{count}", path, number)
        except ReadError as e:
            bad.append(e)
    if bad:
        more = f" ({len(bad) - 1} more bad lines follow)" if len(bad) > 1 else ""
        raise ReadError(path, bad[0].reason + more, bad[0].line)


def _account(source: Source, at: int, line: str, name: str, path: str, number: int) -> Document:
    try:
        found = json.loads(line)
    except ValueError as e:
        raise ReadError(path, f"not JSON ({e}); write one whole object a line", number) from None
    except RecursionError:
        raise ReadError(path, "not an account: brackets are nested too deep", number) from None
    if not isinstance(found, dict):
        raise ReadError(path, 'not a JSON object; write {"text": ..., "title": ...}', number)
    key = _first(found, TEXT)
    if not key:
        raise ReadError(path, f'no {" or ".join(TEXT)} with words in it; name the field of the account "text"', number)
    found |= {k: v["name"] for k in FIELDS["outlet"] if isinstance(v := found.get(k), dict) and "name" in v}
    stated = {field: found[k].strip() for field, keys in FIELDS.items() if (k := _first(found, keys))}
    places = _strings(line)
    canvas = Canvas(source)
    done: list[Line] = []
    title = _first(found, FIELDS["title"])
    if title and title in places and not found[key].lstrip().startswith(found[title].strip()):
        _lay(canvas, at, line, places[title])
        done.append(Line(Span(0, canvas.size), kind=BlockKind.HEADLINE))
        begin = at + places[title][1]
        canvas.put("\n", begin, begin)
        canvas.put("\n", begin, begin)
    body = canvas.size
    _lay(canvas, at, line, places[key])
    text, origin = canvas.done()
    how = "metadata" if "published" in stated else ""
    provenance = replace(Provenance(path, "", how=how, encoding=source.encoding), **stated)
    document = Document(name, text, provenance, origin)
    return document.with_layer(Block, label(text, [*done, *lines(text, body)]))


def _first(found: Mapping[str, object], keys: tuple[str, ...]) -> str | None:
    return next((k for k in keys if isinstance(v := found.get(k), str) and v.strip()), None)


def _strings(line: str) -> dict[str, tuple[int, int]]:
    """Where the string values of the outermost object stand in a valid line, between their quotes. The last wins."""
    places: dict[str, tuple[int, int]] = {}
    depth, key = 0, None
    after_colon = False
    for m in TOKEN.finditer(line):
        if m["open"]:
            depth += 1
        elif m["close"]:
            depth -= 1
        elif depth == 1 and m["colon"]:
            after_colon = True
            continue
        elif depth == 1 and m["string"] and after_colon and key is not None:
            places[key] = (m.start() + 1, m.end() - 1)
        elif depth == 1 and m["string"]:
            key = json.loads(m["string"])
            continue
        if depth <= 1 and not m["string"]:
            after_colon = False
    return places


def _lay(canvas: Canvas, at: int, line: str, place: tuple[int, int]) -> None:
    """Append the JSON string at *place* of *line*, which begins at *at* of the source, with its escapes resolved."""
    begin, end = place
    for m in ESCAPE.finditer(line, begin, end):
        canvas.keep(at + begin, at + m.start())
        character = SURROGATE.sub("\ufffd", json.loads(f'"{m.group()}"'))
        canvas.put(character, at + m.start(), at + m.end())
        begin = m.end()
    canvas.keep(at + begin, at + end)
