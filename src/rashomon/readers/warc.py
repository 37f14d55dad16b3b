"""Web archives (WARC, also packed as .warc.gz): each page that was fetched whole is an account of its address.

When it was captured bounds when it was published. Captured twice with the same words, it counts once, by its first
capture; records that only say "as before" (revisit) are passed over, as are pictures, scripts, frames, and answers
that are no page.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from functools import partial

from rashomon.containers import gzipped, warc
from rashomon.containers.pdf import MAGIC as PDF_MAGIC
from rashomon.errors import ReadError
from rashomon.readers import html, pdf
from rashomon.readers._several import Part, several
from rashomon.text import decode
from rashomon.types import Document

PAGES = ("text/html", "application/xhtml+xml")
PDF = "application/pdf"
OK = 200
NOTHING = "no page in this web archive: no answer of a server holds HTML; save the pages themselves as HTML"


def read(data: bytes, path: str, wanted: frozenset[str] = frozenset()) -> Iterator[Document]:
    """The pages in order, of only the addresses *wanted* if any of them was fetched.

    Raises ReadError for what is no web archive, and after the good pages for those that cannot be read.
    """
    yield from several(_pages(data, path, wanted), data, path, NOTHING)


def _pages(data: bytes, path: str, wanted: frozenset[str]) -> Iterator[Part]:
    fetched, fragments = set[str](), set[str]()
    with suppress(ReadError):  # raised again below, after what is good
        for _, whole, record in _records(data, path):
            (fragments if warc.is_fragment(whole, record) else fetched).add(record.url)
    kept = wanted & fetched or fetched - fragments
    seen = set[tuple[str, str]]()
    for steps, whole, record in _records(data, path):
        sent = warc.answer(whole, record)
        if sent and sent.status == OK and sent.type in (*PAGES, PDF) and record.url in kept:
            steps = (*steps, str(record.begin))
            yield Part(record.url, steps, partial(_page, whole, record, sent, f"{path}/{record.url}", seen))


def _records(data: bytes, path: str) -> Iterator[tuple[tuple[str, ...], warc.Source, warc.Record]]:
    """Each record, to be read before the next, with the steps to where it stands, and that."""
    if not data.startswith(gzipped.MAGIC):
        held = warc.Held(data)
        yield from (((), held, record) for record in warc.records(held, path))
        return
    for at, whole in gzipped.members(data, path):
        yield from (((str(at),), whole, record) for record in warc.records(whole, path))


def _page(
    whole: warc.Source, record: warc.Record, sent: warc.Answer, path: str, seen: set[tuple[str, str]]
) -> Iterator[Document]:
    """The account of one capture; none where the same words of that address were captured before."""
    body = warc.body(whole, sent, path)
    if body.startswith(PDF_MAGIC):
        documents = pdf.read(body, path)
    elif sent.type == PDF:
        raise ReadError(path, "its server called it a PDF, and it is none; save it again")
    else:
        documents = iter([html.account(decode(body, path, sent.charset or html.declared(body)), "", path)])
    for document in documents:
        if (record.url, document.text) not in seen:
            seen.add((record.url, document.text))
            yield replace(document, provenance=replace(document.provenance, url=record.url, captured=record.date))
