"""A tolerant tokenizer for HTML that knows where everything stands. Linear in the length of the page.

lxml and trafilatura give no offsets, so they choose what counts, and this says where it is.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from rashomon.errors import ReadError
from rashomon.text import Canvas

TAG = re.compile(r"""</?(?P<name>[a-zA-Z][^\s/>]*)(?:[^>"'=]|=\s*"[^"]*"|=\s*'[^']*'|["'=])*+>""")
LOOSE = re.compile(r"</?(?P<name>[a-zA-Z][^\s/>]*)[^>]*>")
ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>`]+)))?""")
REFERENCE = re.compile(r"&(?:#[xX][0-9a-fA-F]{1,6}|#\d{1,7}|[A-Za-z][A-Za-z0-9]{1,31});?")
SPACE = re.compile(r"[ \t\r\n\f]+")
RAW = ("script", "style", "textarea", "title", "iframe", "xmp", "noembed", "noframes")  # their content is no markup
EMPTY = ("iframe", "noembed", "noframes", "xmp")  # what nobody closed holds nothing: the page goes on after it
VOID = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"))


@dataclass(frozen=True, slots=True)
class Token:
    """`kind` is text, open, close or raw (the content of a script, a title...; `name` is its element)."""

    kind: str
    begin: int
    end: int
    name: str = ""


class _Truncated(ValueError):
    """The page ends inside a tag, a comment or a script."""


def tokens(page: str, path: str, advice: str) -> list[Token]:
    """The tokens of *page* in order, without gaps but for comments and declarations.

    Raises ReadError with this *advice* for a page that ends inside a tag, a comment or a script.
    """
    try:
        return list(_tokens(page))
    except _Truncated as error:
        raise ReadError(path, f"{error}: {advice}") from None


def _tokens(page: str) -> Iterator[Token]:
    tags = _Tags(page)
    at = text = 0
    while (start := page.find("<", at)) >= 0:
        found: list[Token] = []
        if page.startswith("<!--", start):
            end = _after(page, "-->", start + 2)  # "<!-->" is a comment
        elif page.startswith("<![CDATA[", start):
            end = _after(page, "]]>", start)
            found = [Token("text", start + len("<![CDATA["), end - len("]]>"))]
        elif page.startswith(("<!", "<?"), start):
            end = _after(page, ">", start)
        elif _START.match(page, start):
            tag = tags.at(start)
            if tag is None:
                break
            found, end = tag
        else:
            at = start + 1
            continue
        if text < start:
            yield Token("text", text, start)
        yield from found
        at = text = end
    last = len(page) if start < 0 else start
    if text < last:
        yield Token("text", text, last)


class _Tags:
    """The tags of one page from left to right, and what those so far tell of the others."""

    def __init__(self, page: str):
        self.page, self.pattern = page, TAG
        self.unclosed: set[str] = set()  # elements of EMPTY whose end tag is not in the rest of the page
        self.ended = False  # the body

    def at(self, start: int) -> tuple[list[Token], int] | None:
        """The tokens of the tag at *start*, with the content of an element of RAW, and where they end.

        None where the last bytes of "</html>" are gone, and no words with them.
        """
        m = self.pattern.match(self.page, start)
        if m is None:
            self.pattern = LOOSE  # a quote is never closed: from here tags end at the next ">", which keeps this linear
            m = self.pattern.match(self.page, start)
        if m is None and self.ended:
            return None
        if m is None:
            raise _Truncated("it ends inside a tag")
        name, close = m["name"].lower(), self.page[start + 1] == "/"
        self.ended |= close and name == "body"
        if name in EMPTY and not close and name not in self.unclosed and not _END[name].search(self.page, m.end()):
            self.unclosed.add(name)
        if name in self.unclosed:
            return [], m.end()
        tag = Token("close" if close else "open", start, m.end(), name)
        if name not in RAW or close:
            return [tag], m.end()
        end = _END[name].search(self.page, m.end())
        if end is None:
            raise _Truncated(f"it ends inside <{name}>")
        return [tag, Token("raw", m.end(), end.start(), name)], end.start()


_END = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in RAW}


def _after(page: str, mark: str, start: int) -> int:
    end = page.find(mark, start)
    if end < 0:
        raise _Truncated("it ends inside a comment or declaration")
    return end + len(mark)


@lru_cache(maxsize=4096)
def attributes(tag: str) -> dict[str, str]:
    """The attributes of a tag as written, names in lower case, references resolved; the first of a name counts."""
    inside = _NAME.sub("", tag)[:-1]
    found: dict[str, str] = {}
    for m in ATTRIBUTE.finditer(inside):
        found.setdefault(m[1].lower(), html.unescape(m[2] or m[3] or m[4] or ""))
    return found


class Writer:
    """Writes text tokens to a Canvas as a browser would show them: references resolved, white space collapsed."""

    def __init__(self, canvas: Canvas, page: str):
        self.canvas, self.page = canvas, page
        self._space: tuple[int, int] | None = None  # white space that shows only if words follow
        self._break: tuple[int, int] | None = None
        self._gap: int | None = None  # where the last paragraph ended
        self.empty = True  # nothing written since the last paragraph break

    def write(self, begin: int, end: int, pre: bool = False) -> int | None:
        """Append page[begin:end]. Where in the canonical text its first visible character stands, None without one."""
        first: int | None = None
        if self._break and end - begin < 200 and not html.unescape(self.page[begin:end]).strip():
            return None  # a blank line: "<br>&nbsp;<br>"
        for low, high, shown in self._parts(begin, end):
            if shown is None and self.page[low:high].isspace() and self.page[low] in " \t\r\n\f":
                lines = pre and "\n" in self.page[low:high]
                self._break, self._space = (low, high) if lines else self._break, self._space or (low, high)
                continue
            self._settle()
            first = self.canvas.size if first is None else first
            if shown is None:
                self.canvas.keep(low, high)
            else:
                self.canvas.put(shown, low, high)
            self.empty = False
        return first

    def line(self, begin: int, end: int) -> bool:
        """A line break inside a paragraph: the markup page[begin:end]. True if it follows another one."""
        again = self._break is not None
        self._break = (begin, end)
        return again

    def space(self, at: int) -> None:
        """Space before position *at* of the page, as styles put between buttons. It shows only if words follow."""
        self._space = self._space or (at, at)

    def paragraph(self, at: int) -> None:
        """A paragraph break before position *at* of the page. It shows only if words follow."""
        self._gap = self._gap or (at if not self.empty else None)
        self._space = self._break = None
        self.empty = True

    def _settle(self) -> None:
        """Append the break or space that stands before the next words."""
        mark = self._break or self._space
        if self._gap is not None:
            self.canvas.put("\n", self._gap, self._gap)
            self.canvas.put("\n", self._gap, self._gap)
        elif mark and not self.empty:
            if self._break is None and self.page[mark[0] : mark[1]] == " ":
                self.canvas.keep(*mark)
            else:
                self.canvas.put("\n" if self._break else " ", *mark)
        self._space = self._break = self._gap = None

    def _parts(self, begin: int, end: int) -> Iterator[tuple[int, int, str | None]]:
        """(begin, end, what it shows as, None for itself): references, white space, and the words between."""
        at = begin
        for m in _PART.finditer(self.page, begin, end):
            shown = None
            if m.group()[0] == "&":
                shown = html.unescape(m.group())
                if len(shown) != 1 or (shown == "&" and len(m.group()) == 1):
                    continue  # no reference, or one for two code points (rare mathematics): shown as written
            if m.start() > at:
                yield at, m.start(), None
            yield m.start(), m.end(), shown
            at = m.end()
        if at < end:
            yield at, end, None


_NAME = re.compile(r"^<[^\s/>]+")
_START = re.compile("</?[a-zA-Z]")
_PART = re.compile(f"{REFERENCE.pattern}|{SPACE.pattern}")
