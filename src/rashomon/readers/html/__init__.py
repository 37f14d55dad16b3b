"""HTML: one canonical text of everything a reader would see, and blocks that say what each part is.

trafilatura chooses the words of the account; where they stand is looked up in our own text, without regard to white
space, so that every block keeps its address in the raw bytes. Nothing is fetched.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.errors import ReadError
from rashomon.readers.html.byline import author_of
from rashomon.readers.html.choice import PROSE, above_comments, choice, slim, squeeze
from rashomon.readers.html.headline import headline_of, stamp_of
from rashomon.readers.html.markup import Writer, tokens
from rashomon.readers.html.metadata import Metadata, metadata, without_site
from rashomon.readers.html.page import Chunk, Page
from rashomon.readers.html.shown_date import shown_date
from rashomon.readers.plain import words
from rashomon.readers.plain.blocks import Line
from rashomon.readers.plain.layout import label
from rashomon.text import Canvas, Source, decode
from rashomon.types import SITE, Block, BlockKind, Document, Provenance, Span

CHARSET = re.compile(
    rb"""<(?:meta[^>]{0,200}?charset|\?xml[^>]{0,100}?encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE
)
HEAD = 4096  # bytes in which a page says its encoding; browsers look at 1,024
AROUND = 8  # chunks before and after the account among which its byline may stand
SHORT = 60  # words of the longest caption
LABEL = 4  # words between a headline and the first sentence that only label
PARTS = 1 << 32  # groups of comments that have no element of their own are numbered from here
_DAY = rf"(?:{words.MONTH} \d{{1,2}},|\d{{1,2}} {words.MONTH}) \d{{4}}"
BY = re.compile(
    r"(?:(?:First|Last) )?(?:[Pp]osted|[Pp]ublished|[Ss]ubmitted|[Uu]pdated|[Mm]odified|Written|Reported)"
    r"(?: by| on| at)?\b(?:\s*:|.{0,40}\d)"
    r"|(?:By:?|BY)\s+[A-Z]"
    rf"|(?:[A-Z][a-z]{{2,8}}, )?{_DAY}\b(?!.*[.!?]$)"
    rf"|(?:\S+ ){{1,6}}{_DAY},? (?i:{words.BARE})(?: [A-Z]{{2,4}})?$"  # "Case Study May 9, 2031, 5:00PM EST"
)
SAYS = re.compile(r"\W*(?:says|said|writes|wrote|replied|replies|commented|on|at|by|in reply to)?\W*", re.IGNORECASE)


def read(data: bytes, path: str) -> Iterator[Document]:
    """One account. Raises ReadError for a page that is empty, binary or cut off, or that holds no text."""
    yield account(decode(data, path, declared(data)), hashlib.sha256(data).hexdigest(), path)


def declared(data: bytes) -> str | None:
    """The encoding that a page or feed states at its head, None where it states none."""
    found = CHARSET.search(data[:HEAD])
    return found[1].decode("ascii") if found else None


def account(source: Source, name: str, path: str) -> Document:
    """The account with id *name* that a decoded page holds. Raises ReadError as `read` does."""
    page = source.text
    found = tokens(page, path, "the file is truncated, so save the page again")
    names = {(t.kind, t.name) for t in found}
    closed = names & {("close", "body"), ("close", "html")} or page.rstrip().endswith(">")  # HTML may leave both out
    if ("open", "body") in names and not closed:
        raise ReadError(path, "the page ends before </body>: the file is truncated, so save the page again")
    stated = metadata(page, found)
    canvas = Canvas(source)
    chunks = Page(page, Writer(canvas, page)).walk(found)
    text, origin = canvas.done()
    for chunk in chunks:
        chunk.words = text[chunk.begin : chunk.end].strip()
    chunks = [c for c in chunks if c.words]
    if not chunks:
        raise ReadError(path, "the page shows no text without its scripts; save it from the browser as a complete page")
    headline = headline_of(chunks, stated.title)
    if headline is not None:
        stated = without_site(stated, chunks[headline].words)
    top = headline or 0
    slender = slim(page, found)
    chosen = above_comments(_below(choice(slender, chunks, top), chunks, top), chunks)
    prose = (k for k in sorted(chosen) if k > top and len(chunks[k].words.split()) >= PROSE and not chunks[k].stamp)
    stated.published = stated.published or stamp_of(chunks[top : next(prose, None)])
    how = "metadata" if stated.published else "page"
    stated.published = stated.published or shown_date(slender)
    blocks = label(text, _lines(chunks, chosen, stated, headline))
    bylines = (text[b.span.begin : b.span.end] for b in blocks if b.kind is BlockKind.BYLINE and not b.entry)
    author = author_of(stated.author, stated.outlet, stated.url, bylines)
    provenance = Provenance(
        path, stated.outlet, stated.title, author, stated.url, stated.published,
        how if stated.published else "", source.encoding,
    )  # fmt: skip
    return Document(name, text, provenance, origin).with_layer(Block, blocks)


def _below(chosen: set[int], chunks: Sequence[Chunk], headline: int) -> set[int]:
    """The chosen chunks below the headline, where most words stand there: above it are those of the site."""
    below = {k for k in chosen if k >= headline}
    posts = {k for k, c in enumerate(chunks) if c.scope.entry and k >= headline}
    above = sum(len(chunks[k].words) for k in chosen - below)
    return below if above < sum(len(chunks[k].words) for k in below | posts) else chosen


def _settle(chunks: Sequence[Chunk], chosen: set[int]) -> None:
    """Forget areas that hold chosen prose: "with-sidebar" names the page, not a sidebar."""
    prose = [c for k, c in enumerate(chunks) if k in chosen and len(c.words.split()) >= PROSE]
    void = {c.scope.zone for c in prose if c.scope.area in SITE and not c.scope.sure and c.linked < len(c.words) / 5}
    for chunk in chunks:
        if chunk.scope.zone in void and not chunk.scope.sure:
            chunk.scope = replace(chunk.scope, area=None)


def _beside_picture(chunk: Chunk, chosen: bool) -> bool:
    """True for words set apart with a picture; the extractor knows better where they are sentences of the account."""
    apart = chunk.scope.name == "cite" and not chunk.scope.quote
    bare = chunk.scope.name != "p" and not chunk.words.endswith((".", "!", "?", '"', "”"))
    return apart or (chunk.pictured and (bare or not chosen))


def _signed(said: str, count: int) -> bool:
    """True if it says no more than who wrote the words beside it and when."""
    return count <= 20 and bool(BY.match(said) or words.BYLINE.fullmatch(said))


def _linked(chunk: Chunk) -> bool:
    """True if nearly all of it is links."""
    return chunk.linked > 0.8 * len(chunk.words)


def _lines(chunks: Sequence[Chunk], chosen: set[int], stated: Metadata, headline: int | None) -> list[Line]:
    """Lines for the layout: kinds where markup tells them, open ones for the account's own words."""
    _name_entries(chunks)
    _settle(chunks, chosen)
    last = max((k for k in chosen if not chunks[k].scope.comments), default=-1)
    begin = headline if headline is not None else min(chosen, default=0)
    opening = next((k for k in sorted(chosen) if k > begin and len(chunks[k].words.split()) >= PROSE), 0)
    parents = {chunks[k].scope.parent for k in chosen if chunks[k].scope.area is None}
    marked = any(c.scope.entry and not c.scope.entry.comment for c in chunks)
    teasers = {k for k, c in enumerate(chunks) if words.CUT.search(c.words)}
    teasers = teasers if len(teasers) > 1 and opening and opening not in teasers else set()
    updates = {} if marked else _stated_updates(chunks, stated)
    apart = any(c.scope.entry and c.scope.entry.comment for c in chunks)  # the section's other words are its furniture
    clock: str | None = None
    group: int | None = None
    parts: dict[int, int] = {}
    signed = _signatures(chunks)
    out: list[Line] = []
    for k, chunk in enumerate(chunks):
        clock, group = updates.get(k, (clock, group))
        entry = chunk.scope.entry
        near = begin < k < last or chunk.scope.parent in parents
        kind = BlockKind.HEADLINE if k == headline else _kind(chunk, k in chosen, near)
        if (kind is BlockKind.COMMENT and apart and entry is None) or (
            kind is BlockKind.BYLINE
            and not (entry or chunk.scope.comments)
            and not begin - AROUND <= k <= last + AROUND
        ):
            kind = BlockKind.BOILERPLATE
        if kind is None and k in teasers:
            kind = BlockKind.LINK
        if kind is None and begin < k < opening and entry is None and len(chunk.words.split()) <= LABEL:
            kind = BlockKind.BYLINE  # "Port correspondent", "Date"
        line = Line(Span(chunk.begin, chunk.end), kind=kind)
        if entry is not None:
            line = replace(line, voice=entry.voice or None, clock=entry.clock or None, group=entry.number)
        elif group is not None and (kind is None or kind is BlockKind.HEADING):
            line = replace(line, clock=clock, group=-group)
        if kind is BlockKind.COMMENT and entry is None:  # a section whose markup does not part its comments
            parts.setdefault(chunk.scope.parent, len(parts) + 1)
            voice = signed.get(chunk.scope.parent) or f"comment {parts[chunk.scope.parent]}"
            line = replace(line, voice=voice, group=PARTS + chunk.scope.parent)
        elif kind not in (BlockKind.COMMENT, BlockKind.BYLINE):
            line = replace(line, voice=None)
        out.append(line)
    return _furnished(out, chunks, chosen, headline)


def _furnished(lines: Sequence[Line], chunks: Sequence[Chunk], chosen: set[int], headline: int | None) -> list[Line]:
    """The lines with headings of furniture ("Most read", "Text size") told from those of the account."""
    out = list(lines)
    first = next((k for k, line in enumerate(lines) if line.kind is None and k in chosen), 0)
    top = headline if headline is not None and headline < first else 0
    prose = False  # of the account follows
    below: BlockKind | None = BlockKind.BOILERPLATE
    for k in range(len(out) - 1, -1, -1):
        kind, entry = out[k].kind, chunks[k].scope.entry
        if kind is BlockKind.HEADING and (entry is None or entry.comment):
            standfirst = headline is not None and headline < k and len(chunks[k].words.split()) >= PROSE
            idle = k not in chosen and not standfirst and below in SITE
            if not prose or idle or k < top:  # above the headline stands the name of a section of the site
                out[k] = replace(out[k], kind=BlockKind.BOILERPLATE)
        prose = prose or kind in (None, BlockKind.QUOTATION)
        if out[k].kind not in (BlockKind.CAPTION, BlockKind.BYLINE):
            below = out[k].kind
    return out


def _kind(chunk: Chunk, chosen: bool, near: bool) -> BlockKind | None:
    """The kind of a chunk, None where its words decide. `near` is True beside or between the account's own words."""
    scope, count = chunk.scope, len(chunk.words.split())
    if (scope.entry is not None and scope.entry.comment) or scope.comments:
        return _comment_kind(chunk, near)
    if scope.area is not None and (scope.sure or not chosen or scope.area in SITE):
        return scope.area
    if scope.entry is not None and (scope.part or words.CLOCK_LINE.fullmatch(chunk.words)):
        return BlockKind.BOILERPLATE if count <= 12 else None
    if scope.area is BlockKind.CAPTION or (scope.area is BlockKind.BYLINE and count <= 20):
        return scope.area
    if count <= 20 and scope.area is None and words.BYLINE.fullmatch(chunk.words):
        return BlockKind.BYLINE
    if _linked(chunk) and (scope.area or not chosen or (scope.name == "a" and not scope.heading)):
        return BlockKind.LINK if near or chosen else BlockKind.BOILERPLATE
    if (chunk.timed and count <= 12) or ((scope.heading or not chosen) and _signed(chunk.words, count)):
        return BlockKind.BYLINE
    if near and 3 <= count <= SHORT and not scope.heading and _beside_picture(chunk, chosen):
        return BlockKind.CAPTION
    if not chosen and not (near and (count >= PROSE or scope.heading)) and scope.entry is None:
        return BlockKind.BOILERPLATE
    if scope.heading:
        furniture = words.NOISE.fullmatch(chunk.words) or words.LINK.fullmatch(f"{chunk.words}:")
        return BlockKind.BOILERPLATE if furniture else BlockKind.HEADING
    if scope.quote:  # what is cited in it is who said so
        return BlockKind.BYLINE if scope.name == "cite" and count <= 20 else BlockKind.QUOTATION
    return None


def _comment_kind(chunk: Chunk, near: bool) -> BlockKind:
    scope, said = chunk.scope, chunk.words
    count = len(said.split())
    named = (scope.entry is not None and words.voice(said)) or (not scope.part and _signed(said, count))
    if near and scope.entry is None and scope.area is BlockKind.BYLINE and count <= 20:  # with a count of comments
        named = True
    if named or (scope.part == "voice" and len(said) <= 60):
        return BlockKind.BYLINE
    outside = scope.area in SITE or (scope.entry is None and (scope.area or count < PROSE))
    if scope.entry is not None:  # what stands beside the words of a post, and what it repeats of another
        outside = outside or scope.quote or (scope.entry.content and not scope.content)
    if scope.part or scope.heading or scope.sure or outside or _linked(chunk):
        return BlockKind.BOILERPLATE
    furniture = any(p.fullmatch(said) for p in (SAYS, words.COMMENT_META, words.FORM))
    furniture |= count <= LABEL and bool(words.NOISE.fullmatch(said))
    furniture |= scope.entry is None and bool(words.POLICY.search(said))
    return BlockKind.BOILERPLATE if furniture else BlockKind.COMMENT


def _name_entries(chunks: Sequence[Chunk]) -> None:
    """Give comments their voices and updates their clocks, as shown on the page."""
    comments = 0
    for chunk in chunks:
        scope, entry = chunk.scope, chunk.scope.entry
        if entry is None:
            continue
        if entry.comment and not entry.voice and (named := words.voice(chunk.words)):
            entry.voice = named
        if scope.part == "voice" and not entry.voice:
            entry.voice = re.sub(r"\s*\b(?:says|said|wrote|writes)?\s*:?$", "", chunk.words)[:60]
        said = chunk.words
        if entry.comment:
            timed = scope.part == "clock" and any(c.isdigit() for c in said) and not words.AGO.fullmatch(said)
        else:
            timed = bool(words.CLOCK_LINE.fullmatch(said) or (scope.part == "clock" and words.TIME.search(said)))
        if timed and not entry.clock:
            entry.clock = said
    seen: set[int] = set()
    for chunk in chunks:
        entry = chunk.scope.entry
        if entry is None or entry.number in seen:
            continue
        seen.add(entry.number)
        if entry.comment:
            comments += 1
            entry.voice = entry.voice or f"comment {comments}"
        entry.clock = entry.clock or entry.stamp


def _signatures(chunks: Sequence[Chunk]) -> dict[int, str]:
    """Who signs the words of an element ("Posted by: Ada, 9 May 2031"), where comments are marked by no more than their
    section and one name stands in the element."""
    found: dict[int, list[str]] = {}
    for chunk in chunks:
        if chunk.scope.comments and chunk.scope.entry is None and (voice := words.voice(chunk.words)):
            found.setdefault(chunk.scope.parent, []).append(voice)
    return {parent: voices[0] for parent, voices in found.items() if len(voices) == 1}


def _stated_updates(chunks: Sequence[Chunk], stated: Metadata) -> dict[int, tuple[str, int]]:
    """Where the updates that only JSON-LD tells of begin: chunk -> (time, number)."""
    found: dict[int, tuple[str, int]] = {}
    bare = [squeeze(c.words) for c in chunks]
    for number, (time, said) in enumerate(stated.updates, 1):
        start = squeeze(said)[:40]
        if len(start) >= 12 and (k := next((k for k, b in enumerate(bare) if b.startswith(start)), None)) is not None:
            found[k] = (time, number)
    return found
