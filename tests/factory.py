"""Accounts for tests, from a plain string.

>>> doc, spans = marked("[Police|source] [said|cue] [nine people died|content].")
>>> doc.text, doc.quote(spans["content"][0])
('Police said nine people died.', 'nine people died')
"""

from __future__ import annotations

import re
from dataclasses import replace

from rashomon.readers import document
from rashomon.types import Block, BlockKind, Document, Span

MARK = re.compile(r"\[([^\[\]|]+)\|([\w-]+)\]")


def make(
    text: str,
    *,
    outlet: str = "The Herald",
    published: str | None = None,
    url: str | None = None,
    path: str | None = None,
    kinds: tuple[BlockKind, ...] = (),
) -> Document:
    """A Document with its Block layer, as `rashomon.document` reads it.

    `kinds` sets the kinds of the blocks in order, where a short text would not look like what the test is about.
    """
    found = document(text, outlet=outlet, published=published, url=url)
    if path:
        found = replace(found, provenance=replace(found.provenance, path=path))
    if kinds:
        blocks = found.layer(Block)
        found = found.with_layer(Block, [replace(b, kind=k) for b, k in zip(blocks, kinds, strict=True)])
    return found


def marked(text: str, **options: str) -> tuple[Document, dict[str, list[Span]]]:
    """A Document from text with `[words|label]` marks, and the spans of each label in text order."""
    plain, spans, at = "", {}, 0
    for m in MARK.finditer(text):
        plain += text[at : m.start()]
        spans.setdefault(m[2], []).append(Span(len(plain), len(plain) + len(m[1])))
        plain, at = plain + m[1], m.end()
    return make(plain + text[at:], **options), spans  # type: ignore[arg-type]
