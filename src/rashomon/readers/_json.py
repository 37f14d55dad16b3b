"""What the readers of JSON share: strings that know where they stand, and the account that an object holds."""

from __future__ import annotations

import html as entities
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import lru_cache

from rashomon.readers import html
from rashomon.readers.html.markup import REFERENCE
from rashomon.readers.plain import lines
from rashomon.readers.plain.blocks import Line
from rashomon.readers.plain.layout import label
from rashomon.text import Canvas, Source
from rashomon.types import Block, BlockKind, Document, Provenance, Span

FIELDS = {  # field of Provenance -> keys as `plain_keys` writes them, the first that holds such a value counts
    "title": ("title", "headline", "webtitle"),
    "outlet": (
        "outlet", "source", "sourcename", "publisher", "publication", "newspaper", "medianame", "sourcehostname",
        "sitename", "hostname", "subreddit",
    ),
    "published": (
        "date", "published", "datepublished", "datepublish", "publishedat", "publisheddate", "publicationdate",
        "pubdate", "publishdate", "webpublicationdate", "createdat", "createdutc", "created", "timestamp", "ts", "time",
    ),
    "url": ("url", "link", "weburl", "webpageurl", "sourceurl", "source"),
    "author": ("author", "authors", "byline", "creator", "from", "by", "account", "username", "userprofile"),
}  # fmt: skip
TEXT = (
    "text", "body", "content", "contenttext", "contenthtml", "fulltext", "articlebody", "maintext", "bodytext",
    "selftext", "post",
)  # fmt: skip
NOTHING = 'no text or body or content with words in it; name the field of the account "text"'
# Keys of an object in the place of a string: a publisher, a title of WordPress, who posts.
INSIDE = ("rendered", "displayname", "nickname", "realname", "name", "username", "handle", "text")
WITHIN = (  # keys of what holds accounts
    "messages", "items", "articles", "posts", "documents", "accounts", "results", "data", "tweet", "graph", "response",
    "fields", "ordereditems", "object", "feed", "thread", "post", "record", "replies", "children", "comments", "chats",
    "list",
)  # fmt: skip
REPLIES = ("replies", "children", "comments")  # those of an account that hold others
NAMES = ("name", "channel", "title")  # of a channel; the last of a whole file: a feed
CHATS = ("personal_chat", "private_group", "private_supergroup", "public_supergroup", "saved_messages")  # of Telegram
VOICES = ("forwardedfrom", "from")
WEB = re.compile(r"(?:https?:)?//|\S+\.\w+/")
DAY = re.compile(r"(?:19|20)\d\d")
SECONDS = (600_000_000, 4_200_000_000)  # from 1989 to 2103, since 1970
MARKUP = re.compile(r"</?(?:p|br|div|h[1-6]|ul|blockquote)\b[^<>]*>", re.IGNORECASE)
STRING = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
ESCAPE = re.compile(r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)", re.DOTALL)
SHOWN = re.compile(f"{ESCAPE.pattern}|{REFERENCE.pattern}", re.DOTALL)  # posts have "&amp;" where they hold no markup
# What stands for another character in a string: where its text holds markup, and where not.
WRITTEN = ESCAPE, SHOWN
QUOTED = re.compile('""'), re.compile(f'""|{REFERENCE.pattern}')  # in a cell of CSV
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


@dataclass(frozen=True, slots=True)
class Item:
    """An object that holds words, with what the objects around it state: of it, and of the channel it stands in."""

    found: Mapping[str, object]
    above: Mapping[str, str] = field(default_factory=dict)
    outlet: str = ""
    chat: bool = False


def items(value: object) -> Iterator[Item]:
    """The objects of a JSON text that hold words, in order, and below them those that answer them.

    Raises RecursionError where they are nested too deep.
    """
    return _items(value, Item({}), whole=True)


def _items(value: object, around: Item, whole: bool = False) -> Iterator[Item]:
    if isinstance(value, list):
        above = {k: v for k, v in around.above.items() if k != "title"}  # one of many has another
        for one in value:
            yield from _items(one, replace(around, above=above))
    if not isinstance(value, dict):
        return
    keys = plain_keys(value)
    if words := _words(keys):
        yield replace(around, found=value)
        around = replace(around, above={})
    elif not whole:
        around = replace(around, above={**around.above, **_stated(keys)})
    name = next((str(v).strip() for k in NAMES[: 3 if whole else 2] for v in _strings(keys.get(k))), "")
    within = [keys[k] for k in (REPLIES if words else WITHIN) if isinstance(keys.get(k), (list, dict))]
    if any(isinstance(held, list) for held in within):
        around = replace(around, outlet=name or around.outlet, chat=value.get("type") in CHATS)
    for held in within:
        yield from _items(held, around)


def plain_keys(found: Mapping[str, object]) -> dict[str, object]:
    """An object with its keys in small letters alone: "publishedAt" and "published_at" are one. The first counts."""
    keys: dict[str, object] = {}
    for key, value in found.items():
        keys.setdefault(_letters(key), value)
    return keys


@lru_cache(maxsize=4096)
def _letters(key: str) -> str:
    return "".join(c for c in key.lower() if "a" <= c <= "z")


def _words(keys: Mapping[str, object]) -> Sequence[Placed]:
    """The strings of the first key that holds words, none where none does."""
    texts = (_strings(keys.get(k)) for k in TEXT)
    return next((shown for shown in texts if any(s.strip() for s in shown)), ())


def _stated(keys: Mapping[str, object]) -> dict[str, str]:
    """What an object states of where its words came from, by the fields of Provenance."""
    stated = {}
    for name, called in FIELDS.items():
        given = [_moment(keys[k]) if name == "published" else _strings(keys[k]) for k in called if k in keys]
        shown = [", ".join(some) if name == "author" else some[0] for some in given if some and some[0].strip()]
        if fits := [s for s in shown if _fits(name, s)] or (shown if name == "published" else []):
            stated[name] = entities.unescape(fits[0]).strip()
    return stated


def _fits(name: str, said: str) -> bool:
    """True unless a value is of another field: some call the address of a page its source."""
    if name == "published":
        return DAY.search(said) is not None
    return name not in ("url", "outlet") or (WEB.match(said) is not None) == (name == "url")


def _moment(value: object) -> Sequence[str]:
    """A date as written, or that of a number: seconds since 1970, or thousands of them."""
    try:
        number = float(value) if isinstance(value, (int, float, Placed)) and not isinstance(value, bool) else 0.0
    except (ValueError, OverflowError):
        number = 0.0
    for seconds in (number, number / 1000):
        if SECONDS[0] <= seconds < SECONDS[1]:
            return [datetime.fromtimestamp(int(seconds), UTC).isoformat()]
    return _strings(value)


def account(
    source: Source, at: int, item: Item, name: str, path: str, escapes: tuple[re.Pattern[str], ...] = WRITTEN
) -> Document | None:
    """The account with id *name* of an object in the JSON text at *at* of the source; None if it holds no words.

    Its canonical text is the title, a blank line and the text, each addressed inside its string. Raises ReadError for
    a text in HTML that cannot be read. The *escapes* are those of text with markup and without.
    """
    keys = plain_keys(item.found)
    parts = _words(keys)
    if not parts:
        return None
    stated = {**item.above, **_stated(keys)}
    voice = next((s for k in VOICES for s in _strings(keys.get(k))), "") if item.chat else ""
    stated["outlet"] = voice or stated.get("outlet") or item.outlet
    if stated.get("published"):
        stated["how"] = "metadata"
    if MARKUP.search("".join(parts)):
        canvas = Canvas(source)
        _lay(canvas, at, parts, escapes[0])
        text, runs = canvas.done()
        page = html.account(Source(text, source.encoding, runs), name, path)
        stated["outlet"] = stated["outlet"] or page.provenance.outlet
        return replace(page, provenance=replace(page.provenance, **stated))
    title = next((s for k in FIELDS["title"] for s in _strings(keys.get(k)) if s.strip()), None)
    bare = Document(name, "", replace(Provenance(path, ""), **stated))
    return _plain(source, at, title, parts, bare, escapes[1])


def _plain(
    source: Source, at: int, title: Placed | None, parts: Iterable[Placed], bare: Document, escape: re.Pattern[str]
) -> Document:
    canvas = Canvas(source)
    done: list[Line] = []
    parts = list(parts)
    if title is not None and not "".join(parts).lstrip().startswith(title.strip()):
        _lay(canvas, at, [title], escape)
        done.append(Line(Span(0, canvas.size), kind=BlockKind.HEADLINE))
        for _ in "\n\n":
            canvas.put("\n", at + title.end, at + title.end)
    body = canvas.size
    _lay(canvas, at, parts, escape)
    text, origin = canvas.done()
    provenance = replace(bare.provenance, encoding=source.encoding)
    document = Document(bare.id, text, provenance, origin)
    return document.with_layer(Block, label(text, [*done, *lines(text, body)]))


def _strings(value: object) -> list[Placed]:
    """The strings of a value: itself, those of a list in turn, or what an object shows."""
    if isinstance(value, Placed):
        return [value]
    if isinstance(value, dict):
        keys = plain_keys(value)
        return next((s for k in INSIDE if (s := _strings(keys.get(k)))), [])
    return [s for item in value for s in _strings(item)] if isinstance(value, list) else []


def _lay(canvas: Canvas, at: int, parts: Iterable[Placed], escape: re.Pattern[str]) -> None:
    """Append strings that stand in the text at *at* of the source, with each *escape* resolved."""
    written = canvas.source.text
    for part in parts:
        begin, end = at + part.begin, at + part.end
        for m in escape.finditer(written, begin, end):
            if m[0] == '""':  # the second is the one shown
                canvas.keep(begin, m.start())
                begin = m.start() + 1
                continue
            shown = entities.unescape(m[0]) if m[0][0] == "&" else SURROGATE.sub("\ufffd", json.loads(f'"{m[0]}"'))
            if len(shown) == 1:
                canvas.keep(begin, m.start())
                canvas.put(shown, m.start(), m.end())
                begin = m.end()
        canvas.keep(begin, end)
