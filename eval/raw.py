"""Where tasks meet Rashomon: raw text through the pipeline with spans that fit the corpus, and words to the model.

Imports of what loads the model stand inside functions: a baseline needs none of it, and tests put others in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from rashomon.types import Document, Span

if TYPE_CHECKING:
    from rashomon.language import Reading

Annotate = Callable[[Sequence[str]], Iterator[tuple[Document, Callable[[Span], Span]]]]
ReadTokens = Callable[[list[str], "list[bool] | None"], "Reading"]


def read_tokens(words: list[str], sentence_starts: list[bool] | None) -> Reading:
    """The language model on the words of one document; its tree keeps to the sentences where they are given."""
    from rashomon import language

    return language.read_tokens(words, sentence_starts)


def annotated(texts: Sequence[str]) -> Iterator[tuple[Document, Callable[[Span], Span]]]:
    """Each text as an annotated Document, with a function that gives a span of it in the text as given.

    Raises ValueError as `alignment` does.
    """
    import rashomon

    documents = [rashomon.document(text) for text in texts]
    for text, document in zip(texts, rashomon.annotate(documents), strict=True):
        yield document, alignment(document.text, text)


def alignment(read: str, given: str) -> Callable[[Span], Span]:
    """Spans of *read* to spans of *given*, two texts that differ in white space only.

    Raises ValueError where other characters differ: a score on shifted offsets would be wrong without a sign.

    >>> alignment("a b", " a\\n\\n b")(Span(0, 3))
    Span(begin=1, end=6)
    """
    if read == given:
        return lambda span: span
    here = [i for i, c in enumerate(read) if not c.isspace()]
    there = [i for i, c in enumerate(given) if not c.isspace()]
    if [read[i] for i in here] != [given[i] for i in there]:
        raise ValueError("reading changed more than the white space of a text, so its offsets cannot be scored")
    place = dict(zip(here, there, strict=True))

    def back(span: Span) -> Span:
        inside = [place[i] for i in range(span.begin, span.end) if i in place]
        if not inside:
            raise ValueError(f"{span} holds white space only")
        return Span(inside[0], inside[-1] + 1)

    return back
