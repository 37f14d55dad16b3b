"""A page -> chunks: stretches of visible text, each with what the markup around it tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from rashomon.readers.html import names
from rashomon.readers.html.markup import VOID, Token, Writer, attributes
from rashomon.types import SITE, BlockKind

DEPTH = 256  # elements deeper than this are not told apart
NEAR = 8  # how far an inline end tag may reach


@dataclass(slots=True)
class Entry:
    """A timed update or a reader's comment: `voice` and `clock` become known while it is read."""

    number: int
    comment: bool
    voice: str = ""
    clock: str = ""
    stamp: str = ""  # the machine-readable time, where no clock is shown
    empty: bool = True
    content: bool = False  # some element of it is called its words


@dataclass(slots=True)
class Scope:
    """What holds inside an element. `area` is a kind that markup names, `zone` the number of the element that
    does; `sure` if no extractor may overrule it."""

    name: str
    parent: int = 0
    above: int = 0  # the parent of the parent
    unseen: bool = False
    area: BlockKind | None = None
    zone: int = 0
    sure: bool = False
    main: bool = False
    heading: str = ""
    titled: str = ""  # what markup calls it: "title", or plainer "post-title"
    quote: bool = False
    pre: bool = False
    link: bool = False
    stamp: str = ""  # the machine-readable time
    timed: bool = False  # inside the element that gives it
    comments: bool = False
    entry: Entry | None = None
    part: str = ""  # inside an entry: voice, clock or meta
    content: bool = False  # inside what markup calls the words of an entry


@dataclass(slots=True)
class Chunk:
    """Code points [begin, end) of the canonical text that make one paragraph; `linked` of them are in links."""

    begin: int
    scope: Scope
    end: int = 0
    linked: int = 0
    stamp: str = ""  # the first time in it, as machines read it
    timed: bool = False  # begins inside <time>, or the clock of an entry
    pictured: bool = False  # comes right after a picture, in the same box or one inside it
    words: str = field(default="", repr=False)


class Page:
    """Walks the tokens once; `chunks` are in page order."""

    def __init__(self, page: str, writer: Writer):
        self.page, self.writer = page, writer
        self.chunks: list[Chunk] = []
        self.stack = [Scope("")]
        self.open: Counter[str] = Counter()
        self.entries = self.blocks = self.zones = 0
        self.now: Chunk | None = None
        self.picture = 0  # the element that holds the picture after which no words have come yet

    def walk(self, tokens: Iterable[Token]) -> list[Chunk]:
        for token in tokens:
            if token.kind == "text":
                self.text(token)
            elif token.kind == "open":
                self.start(token)
            elif token.kind == "close":
                self.end(token.name, token.begin)
        self.flush(len(self.page))
        return self.chunks

    # -- text --------------------------------------------------------------------------------------------------

    def text(self, token: Token) -> None:
        scope = self.stack[-1]
        if scope.unseen:
            return
        begin = self.writer.write(token.begin, token.end, scope.pre)
        if begin is None:
            return
        if self.now is None:
            pictured = self.picture > 0 and self.picture in (scope.parent, scope.above)
            timed = scope.timed or scope.part == "clock"
            self.now = Chunk(begin, scope, timed=timed, pictured=pictured)
            self.picture = 0
        self.now.stamp = self.now.stamp or scope.stamp
        if scope.link:
            self.now.linked += self.writer.canvas.size - begin
        if scope.entry and scope.part:
            self.now.scope = scope
        elif scope.entry:
            scope.entry.empty = False

    def flush(self, at: int) -> None:
        """End the paragraph before position *at* of the page."""
        if self.now is not None:
            self.now.end = self.writer.canvas.size
            self.chunks.append(self.now)
            self.now = None
        self.writer.paragraph(at)

    # -- elements ----------------------------------------------------------------------------------------------

    def start(self, token: Token) -> None:
        name = token.name
        if name == "br":
            if self.writer.line(token.begin, token.end):
                self.flush(token.begin)  # two in a row part paragraphs on pages that have no <p>
            return
        if name in ("time", "button"):
            self.writer.space(token.begin)
        if name == "img":
            self.picture = self.stack[-1].parent
        if name in names.BLOCK or name == "hr":
            self.implied(name, token.begin)
            self.flush(token.begin)
        if name in VOID or (self.page[token.end - 2] == "/" and name in ("svg", "path")):
            return
        if len(self.stack) >= DEPTH:
            return
        scope = self.scope(token)
        if scope.part not in ("", "clock", self.stack[-1].part):
            self.flush(token.begin)
        self.stack.append(scope)
        self.open[name] += 1

    def implied(self, name: str, at: int) -> None:
        """Close what the start of a block closes though nobody wrote it."""
        closed, bounds = names.CLOSES.get(name, ((), ()))
        for k in range(len(self.stack) - 1, 0, -1):
            here = self.stack[k].name
            if here in closed or here == "p":
                self.pop(k, at)
                if here in closed or not closed:
                    return
                continue
            if here in bounds or (here in names.BLOCK and here != "p" and not closed):
                return

    def end(self, name: str, at: int) -> None:
        block = name in names.BLOCK
        if block:
            self.flush(at)
        if not self.open[name]:
            return
        for k in range(len(self.stack) - 1, 0, -1):
            if self.stack[k].name == name:
                return self.pop(k, at)
            if not block and (self.stack[k].name in names.BLOCK or len(self.stack) - k > NEAR):
                return None
        return None

    def pop(self, k: int, at: int) -> None:
        """Close the elements from *k* on."""
        if any(scope.part and (scope.part != "clock" or self.leads()) for scope in self.stack[k:]):
            self.flush(at)
        for scope in self.stack[k:]:
            self.open[scope.name] -= 1
        del self.stack[k:]

    def leads(self) -> bool:
        """True if all of the open paragraph so far is a clock."""
        return self.now is not None and self.now.timed

    def scope(self, token: Token) -> Scope:
        """What holds inside the element that *token* opens."""
        up, name = self.stack[-1], token.name
        a = attributes(self.page[token.begin : token.end])
        named = f"{a.get('class', '')} {a.get('id', '')}"
        words, block = names.words(named), name in names.BLOCK
        new = replace(up, name=name)
        if block:
            self.blocks += 1
            if name not in ("p", "li", *names.HEADINGS):
                new.parent, new.above = self.blocks, up.parent
        new.unseen |= name in names.UNSEEN or "hidden" in a or a.get("aria-hidden", "").lower() == "true"
        new.unseen |= bool(names.UNSEEN_STYLE.search(a.get("style", "")))
        new.link |= name == "a"
        stamp = names.machine_time(name, a)
        new.stamp, new.timed = (up.stamp, False) if stamp is None else (stamp, True)
        new.pre |= name == "pre"
        new.quote |= name == "blockquote"
        if name in names.HEADINGS:
            new.heading = name
        if block:
            new.titled = next((t for t in named.lower().split() if t in names.TITLES), new.titled)
        if name in ("article", "main") or "articlebody" in a.get("itemprop", "").lower() or a.get("role") == "main":
            new.main = True
        self.area(new, name, a, words, named)
        whole = block and name not in ("html", "body", "main") and self.entry(new, name, a, named)
        if new.entry is not None and not whole:
            self.part(new, up, name, a, words)
        return new

    def area(self, new: Scope, name: str, a: dict[str, str], words: frozenset[str], named: str) -> None:
        """Furniture, links, captions and bylines, by element, role and class."""
        if new.sure or name in ("html", "body"):
            return
        furniture = words & names.FURNITURE_WORDS or names.HIDDEN.intersection(named.split())
        if (name in names.FURNITURE and not (name == "footer" and new.main)) or a.get("role") in names.ROLES:
            new.area, new.sure = BlockKind.BOILERPLATE, True
        elif name == "figcaption":
            new.area, new.sure = BlockKind.CAPTION, True
        elif name not in ("article", "main"):
            if words & names.LINK_WORDS:
                new.area = BlockKind.LINK
            elif (
                furniture
                or name == "aside"
                or (name == "form" and names.TEXT_FORM not in words)
                or (name == "header" and not new.main)
            ):
                new.area = BlockKind.BOILERPLATE
            elif words & names.CAPTION_WORDS and new.area not in SITE:
                new.area = BlockKind.CAPTION
            elif words & names.BYLINE_WORDS or "author" in (a.get("rel", ""), a.get("itemprop", "")):
                new.area = BlockKind.BYLINE
            else:
                return
        else:
            return
        self.zones += 1
        new.zone = self.zones

    def entry(self, new: Scope, name: str, a: dict[str, str], named: str) -> bool:
        """Comment sections, comments and timed updates; True if the element is the whole of one."""
        tokens = named.split()
        kind = a.get("itemtype", "").rstrip("/").rpartition("/")[2]
        new.comments |= any(names.COMMENTS.fullmatch(t) for t in tokens)
        comment = kind in ("Comment", "UserComments") or any(names.COMMENT.fullmatch(t) for t in tokens)
        comment |= new.comments and name == "li" and "post" in tokens  # as Disqus has them
        comment |= any(names.FORUM.fullmatch(t) for t in tokens)
        above = new.entry
        if comment and name in ("li", "article", "div", "section", "tr"):
            fresh = above is None or not above.comment or not above.empty  # else a wrapper of the same comment
            entry = self.entered(True, a.get("data-author", "")) if fresh else above
            new.entry, new.part, new.comments = entry, "" if fresh else new.part, True
            new.content &= not fresh
            new.area = new.area if new.sure else None  # of the section; what names furniture inside the comment counts
            return True
        update = "liveblogupdate" in a.get("itemprop", "").lower() or any(names.UPDATE.fullmatch(t) for t in tokens)
        if update and not new.comments and above is None and name in ("article", "div", "section", "li"):
            new.entry = self.entered(False)
            return True
        return False

    def entered(self, comment: bool, voice: str = "") -> Entry:
        self.entries += 1
        return Entry(self.entries, comment, voice)

    def part(self, new: Scope, up: Scope, name: str, a: dict[str, str], words: frozenset[str]) -> None:
        """Inside an entry: who writes it, when, and its buttons."""
        entry = new.entry
        assert entry is not None
        named = words & names.VOICE_WORDS and name not in ("li", "article")
        named = named or (words & names.NAME_WORDS and name not in names.BLOCK)
        if name in names.BLOCK and words & names.CONTENT_WORDS:
            new.content = entry.content = True
            new.part = "" if new.part == "meta" else new.part  # a box called "info reply" may hold all of it
            new.quote = up.quote or (new.quote and not words & names.COMMENT_WORDS)
        if new.timed:
            entry.stamp = entry.stamp or new.stamp
            new.part = "clock"
        elif up.part == "voice" and words & names.RANK_WORDS:
            new.part = "meta"
        elif entry.comment and (
            named or (name == "cite" and not up.quote) or a.get("itemprop") in ("author", "name", "creator")
        ):
            new.part = "voice"
        elif not new.part and (words & names.META_WORDS or name == "button") and name not in ("li", "article", "p"):
            new.part = "clock" if not entry.comment and words & {"time", "timestamp", "date"} else "meta"
        if entry.comment and words & {"time", "timestamp", "date"} and names.YEAR.search(a.get("title", "")):
            entry.stamp = entry.stamp or a["title"]
