"""Bytes packed in bytes: members of a ZIP, records of a web archive, the text layer of a PDF, base64 in an e-mail.

The addresses of an account count from the bytes that it was read out of, and `Document.part` are the steps to these:
one that is opened by what the bytes at hand are. So the file is stored as it is, and `rashomon check` opens it again.
"""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.containers import gzipped, mail, pdf, warc, zipped

LIMIT = 256 * 1024 * 1024  # bytes of a file that holds others

CONTAINERS = (  # what the bytes begin with, and how one step into them is taken
    (zipped.MAGIC, zipped.member),
    (pdf.MAGIC, pdf.member),
    (warc.MAGIC, warc.member),
)


def is_container(head: bytes) -> bool:
    """True if a file that begins so holds others.

    >>> is_container(b"%PDF-1.7"), is_container(b"<html>")
    (True, False)
    """
    return head.startswith((gzipped.MAGIC, *(magic for magic, _ in CONTAINERS))) or mail.is_mailbox(head)


def inside(data: bytes, part: Sequence[str], path: str) -> bytes:
    """The bytes at the end of these steps; the file itself where there are none. Raises ReadError for no such part."""
    steps = iter(part)
    for step in steps:
        if data.startswith(gzipped.MAGIC):  # holds records of a web archive: what is before one is not held
            data = warc.member(gzipped.member(data, step, path), next(steps, ""), path)
            continue
        member = next((open_ for magic, open_ in CONTAINERS if data.startswith(magic)), mail.member)
        data = member(data, step, path)
    return data
