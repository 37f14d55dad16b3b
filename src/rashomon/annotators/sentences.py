"""Sentences and their vectors, as the language model cuts them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import numpy as np

from rashomon.types import Document, Sentence, Span

if TYPE_CHECKING:
    from rashomon.language import Reading


def run(document: Document, reading: Reading) -> Iterable[Sentence]:
    """Every sentence of the blocks that the model reads, without the white space around it."""
    for sentence, vector in zip(reading.doc.sents, reading.vectors, strict=True):
        words = [t for t in sentence if not t.is_space]
        if words and vector.any():
            whole = Span(words[0].idx, words[-1].idx + len(words[-1].text))
            yield Sentence(whole, np.rint(vector * 127).astype(np.int8).tobytes())
