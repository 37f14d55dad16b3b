"""Document -> Document with layers: one file a layer, in the order they run."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from rashomon.annotators import attributions, events, names, quantities, references, sentences, times
from rashomon.errors import MissingLayer
from rashomon.garbage import uncollected
from rashomon.types import (
    Annotation,
    Attribution,
    Block,
    Document,
    EventMention,
    Name,
    Quantity,
    Reference,
    Sentence,
    Time,
)

if TYPE_CHECKING:
    from rashomon.language import Reading


# The mark of a note as encyclopedias and reports set it: "wounded.[3][a]". It is read as blanks: a number in it counts
# nobody, and a sentence ends before it.
NOTE = re.compile(
    r"(?<=[^\s\[(])(?:\[(?:\d{1,3}|note \d{1,2}|citation needed|clarification needed)\]|"
    r"(?<=[.,;:!?)\]”\"’])\[[a-z]{1,2}\])+"
)


class Annotator(NamedTuple):
    """Makes the layer *produces*; *run* takes the document so far and the language model's reading of it."""

    produces: type[Annotation]
    requires: tuple[type[Annotation], ...]
    run: Callable[[Document, Reading], Iterable[Annotation]]


ANNOTATORS: tuple[Annotator, ...] = (
    Annotator(Sentence, (Block,), sentences.run),
    Annotator(Name, (Sentence,), names.run),
    Annotator(Reference, (Name,), references.run),
    Annotator(Time, (Block,), times.run),
    Annotator(Quantity, (Block, Name, Time), quantities.run),
    Annotator(Attribution, (Block, Name, Reference, Time), attributions.run),
    Annotator(EventMention, (Sentence, Name, Reference, Time, Quantity, Attribution), events.run),
)


def annotate(documents: Iterable[Document], annotators: Sequence[Annotator] = ANNOTATORS) -> Iterator[Document]:
    """Every document with the layers of *annotators*, one pass of the language model each.

    Raises MissingLayer at once if an annotator stands before one that it requires, and ModelError without weights.
    """
    have: set[type[Annotation]] = {Block}
    for a in annotators:
        if missing := set(a.requires) - have:
            raise MissingLayer(f"{a.produces.__name__} needs {sorted(m.__name__ for m in missing)} before it")
        have.add(a.produces)
    return (_annotate(document, annotators) for document in documents)


@uncollected()
def _annotate(document: Document, annotators: Sequence[Annotator]) -> Document:
    from rashomon.language import read_language

    read = replace(document, text=NOTE.sub(lambda m: " " * len(m[0]), document.text))
    reading = read_language(read.text, read.layer(Block))
    for a in annotators:
        read = read.with_layer(a.produces, a.run(read, reading))
    return replace(read, text=document.text)
