"""The text layer of a PDF, line by line as pypdf reads it, each line with its place on the page.

The one step into a PDF is "text": its lines, with a form feed between pages. That text is made of the file alone, so
that the addresses of an account can be checked again.
"""

from __future__ import annotations

import logging
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rashomon.errors import ReadError
from rashomon.text import readable

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

MAGIC = b"%PDF-"
STEP = "text"
PAGES = 2_000
LIMIT = 10_000_000  # characters
DRAWN = 50_000_000  # bytes of what draws the pages, unpacked
_LIGATURES = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB05)}
_MATRIX = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_TOLD = 0.9  # share of letters, digits, space and common signs in a text whose fonts say which letters they show
_SIGNS = frozenset(".,;:!?'\"()[]-–—‘’“”/%&$€£@#*+=°•…\u00ad")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of page `page` (from 1): `x` and `y` are points from the left and the bottom, `size` that of its type."""

    page: int
    x: float
    y: float
    size: float
    text: str


@dataclass(frozen=True, slots=True)
class Layer:
    """The lines of a PDF in reading order, the height of each page, and the pages that show pictures and no text."""

    lines: tuple[Line, ...]
    heights: tuple[float, ...]
    scanned: tuple[int, ...]

    @property
    def text(self) -> str:
        """The lines, with a form feed between pages."""
        out, page = list[str](), 1
        for line in self.lines:
            out.append("\f" * (line.page - page) or ("\n" if out else ""))
            out.append(line.text)
            page = line.page
        return "".join((*out, "\f" * (len(self.heights) - page)))


def layer(data: bytes, path: str) -> Layer:
    """The text layer. Raises ReadError for a PDF that is damaged, locked, scanned, or in fonts that tell no letters."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it warns of every oddity of a font
    try:
        found = _layer(data, path)
    except ReadError:
        raise
    except Exception as error:  # hostile input: the library lets out whatever its steps raise
        if type(error).__name__ == "DependencyError":
            raise ReadError(path, "this PDF is encrypted with AES; to read it: pip install cryptography") from None
        if type(error).__name__ == "LimitReachedError":
            raise ReadError(
                path, "this PDF unpacks to more than the limit; print it to a new PDF, or split it"
            ) from None
        reason = f"this PDF is damaged or truncated ({type(error).__name__}: {error})"
        raise ReadError(path, f"{reason}; save it again") from None
    words = "".join(line.text for line in found.lines)
    if not words.strip():
        raise ReadError(path, "this PDF shows no text, as scans do; run OCR over it (ocrmypdf in.pdf out.pdf)")
    told = sum(c.isalnum() or c.isspace() or c in _SIGNS for c in words)
    if told < _TOLD * len(words):
        raise ReadError(path, "the fonts of this PDF do not say which letters they show; run OCR over it (ocrmypdf)")
    return found


def member(data: bytes, step: str, path: str) -> bytes:
    """The text layer in UTF-8. Raises ReadError as `layer` does."""
    if step != STEP:
        raise ReadError(path, f"a PDF holds no part {step!r}; add the original file again")
    return layer(data, path).text.encode()


def _layer(data: bytes, path: str) -> Layer:
    import io

    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise ReadError(path, "this PDF needs a password; print it to a new PDF without one")
    if len(reader.pages) > PAGES:
        raise ReadError(path, f"this PDF has more than {PAGES:,} pages; split it")
    lines = list[Line]()
    scanned, heights, size, drawn = list[int](), list[float](), 0, 0
    for number, page in enumerate(_pages(reader), 1):
        contents = page.get_contents()
        drawn += len(contents.get_data()) if contents is not None else 0
        if drawn > DRAWN:
            raise ReadError(path, f"the pages of this PDF draw more than {DRAWN:,} bytes; split it")
        found = list(_lines(page, number))
        size += sum(len(line.text) for line in found)
        if size > LIMIT:
            raise ReadError(path, f"this PDF has more than {LIMIT:,} characters; split it")
        if not found and _pictured(page):
            scanned.append(number)
        heights.append(float(page.mediabox.height))
        lines += found
    return Layer(tuple(lines), tuple(heights), tuple(scanned))


def _pages(reader: PdfReader) -> Iterator[PageObject]:
    for n in range(len(reader.pages)):
        yield reader.pages[n]


def _lines(page: PageObject, number: int) -> Iterator[Line]:
    """The lines of one page that hold more than space, as pypdf orders them."""
    parts = list[tuple[str, float, float, float]]()

    def visit(text: str, cm: Sequence[float], tm: Sequence[float], font: Any, size: float) -> None:
        a, b, c, d, e, f = cm if len(cm) == 6 else _MATRIX
        x, y = tm[4] * a + tm[5] * c + e, tm[4] * b + tm[5] * d + f
        scale = (tm[2] ** 2 + tm[3] ** 2) ** 0.5 * (c**2 + d**2) ** 0.5
        for k, piece in enumerate(text.split("\n")):
            if k:
                parts.append(("\n", 0, 0, 0))
            if piece:
                parts.append((piece, float(x), float(y), float(size * scale)))

    page.extract_text(visitor_text=visit)
    line = list[tuple[str, float, float, float]]()
    for part in [*parts, ("\n", 0.0, 0.0, 0.0)]:
        if part[0] != "\n":
            line.append(part)
            continue
        words = "".join(p[0] for p in line).translate(_LIGATURES)
        words = readable("".join(c if c.isprintable() or c == "\u00ad" else " " for c in words))
        if words.strip():
            _, x, y, _ = next(p for p in line if p[0].strip())
            _, _, _, size = max(line, key=lambda p: len(p[0].strip()))
            yield Line(number, round(x, 1), round(y, 1), round(size, 1), " ".join(words.split()))
        line = []


def _pictured(page: PageObject) -> bool:
    """True if the page shows a picture."""
    resources = page.get("/Resources")
    objects = resources.get_object().get("/XObject") if resources is not None else None
    named = objects.get_object() if objects is not None else {}
    return any(named[name].get_object().get("/Subtype") == "/Image" for name in named)
