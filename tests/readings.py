"""Hand-built readings, so that tests of grammar and annotators do not depend on the model's weights.

>>> made = Built("Putin left.", "Putin/PROPN/nsubj/left left/VERB/root/left/leave", names={"Putin": "PER"})
>>> [(t.text, t.dep_, t.head.text) for t in made.reading.doc]
[('Putin', 'nsubj', 'left'), ('left', 'root', 'left'), ('.', 'dep', 'left')]
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import numpy as np

from rashomon.annotators import attributions, events, names, quantities, references
from rashomon.language import Reading
from rashomon.language.decode import Parts
from rashomon.language.words import words_of
from rashomon.tokens import Doc, Stretch
from rashomon.types import (
    Annotation,
    Attribution,
    Block,
    BlockKind,
    Document,
    EventMention,
    Name,
    Provenance,
    Quantity,
    Reference,
    Sentence,
    Span,
    Time,
)

Part = tuple[str | None, str | None, Iterable[str]]  # source, cue, contents: by their words
LAYERS = (
    (Name, names),
    (Reference, references),
    (Quantity, quantities),
    (Attribution, attributions),
    (EventMention, events),
)


class Built:
    """A document and its reading.

    `tree` holds "word/UPOS/relation/head[/lemma[/tag]]" for the words that matter; a word is given by its form, which
    must be unique in its sentence. Words left out hang on the sentence's root. A blank line parts blocks, and
    sentences end at ".", "!" and "?" before a capital letter, and with their block. Where
    the tree has no root it is the first word of the sentence. Raises ValueError where that word's own head hangs on it.
    `kinds`, `voices` and `entries` are those of the blocks in order.
    Elsewhere words are found in the text, the second place as "words#2".
    `parts` are the model's attributions, `back` maps a word to its antecedent (their first places).
    """

    def __init__(
        self,
        text: str,
        tree: str = "",
        *,
        names: Mapping[str, str] | None = None,
        parts: Iterable[Part] = (),
        back: Mapping[str, str] | None = None,
        happened: Mapping[str, float] | None = None,
        times: Iterable[str] = (),
        kinds: Iterable[BlockKind] = (),
        voices: Iterable[str | None] = (),
        entries: Iterable[int] = (),
    ):
        self.text = text
        self.doc = _doc(text, tree)
        n = len(self.doc)
        ents = ["O"] * n
        for words, kind in (names or {}).items():
            at = self._words(words)
            ents[at.start : at.end] = [f"B-{kind}", *[f"I-{kind}"] * (len(at) - 1)]
        self.doc = _doc(text, tree, ents)
        antecedents, happening = np.arange(n, dtype=np.int32), np.zeros(n, dtype=np.float32)
        for word, first in (back or {}).items():
            antecedents[self._words(word).start] = self._words(first).start
        for word, probability in (happened or {}).items():
            happening[self._words(word).start] = probability
        found = tuple(
            Parts(self._run(source), self._run(cue), tuple(self._run(c) for c in contents), -0.1)  # type: ignore[misc]
            for source, cue, contents in parts
        )
        rows = np.full((len(list(self.doc.sents)), 384), 0.05, dtype=np.float32)
        fact, words = np.full(n, 2.5, np.float32), np.zeros((n, 384), np.float32)
        sure = np.ones(n, np.float32)
        self.reading = Reading(self.doc, found, antecedents, sure, fact, happening, rows, words)
        spans = [Span(m.start(), m.end()) for m in re.finditer(r"(?:.+\n?)+(?<!\n)", text)]
        count = len(spans)
        blocks = zip(
            spans,
            [*kinds, *[BlockKind.PARAGRAPH] * count],
            [*voices, *[None] * count],
            [*entries, *[0] * count],
            strict=False,
        )
        document = Document("d", text, Provenance("a.txt", "The Herald"))
        document = document.with_layer(Block, [Block(s, k, v, entry=e) for s, k, v, e in blocks])
        document = document.with_layer(Sentence, [Sentence(Span(s.start_char, s.end_char)) for s in self.doc.sents])
        at = [self._words(t) for t in times]
        document = document.with_layer(
            Time, [Time(Span(t.start_char, t.end_char), "DATE", "X", None, "none", "test") for t in at]
        )
        for layer, annotator in LAYERS:
            document = document.with_layer(layer, annotator.run(document, self.reading))
        self.document = document

    def _words(self, words: str) -> Stretch:
        words, _, nth = words.partition("#")
        begin = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", self.text)][int(nth or 1) - 1]
        found = self.doc.touching(begin, begin + len(words))
        return Stretch(self.doc, found[0].i, found[-1].i + 1)

    def _run(self, words: str | None) -> tuple[int, int] | None:
        found = self._words(words) if words else None
        return (found.start, found.end) if found else None

    def quote(self, span: Span | None) -> str | None:
        """The words of a span."""
        return self.document.quote(span) if span else None

    def layer(self, kind: type[Annotation]):
        """A layer, in text order."""
        return self.document.layer(kind)

    def said(self) -> list[tuple[str | None, tuple[str, ...]]]:
        """(speaker, contents) of each attribution."""
        return [(a.speaker, tuple(map(self.document.quote, a.content))) for a in self.layer(Attribution)]

    def event(self, trigger: str) -> EventMention:
        """The one mention whose trigger is this word."""
        [found] = [e for e in self.layer(EventMention) if self.quote(e.span) == trigger]
        return found

    def roles(self, trigger: str) -> list[tuple[str, str, str | None]]:
        """(role, words, name) of each argument of a mention."""
        return [(a.role, self.document.quote(a.span), a.name) for a in self.event(trigger).arguments]


def _doc(text: str, tree: str, ents: Iterable[str] = ()) -> Doc:
    words, spaces = words_of(text)
    given = {}
    for row in tree.split():
        form, *rest = row.split("/")
        given.setdefault(form, []).append(rest)
    n = len(words)
    pos, deps, tags, heads, lemmas = ["X"] * n, ["dep"] * n, [""] * n, list(range(n)), [w.lower() for w in words]
    for sentence in _sentences(words):
        rows = {i: given[words[i]].pop(0) for i in sentence if given.get(words[i])}
        root = next((i for i, row in rows.items() if row[1] == "root"), sentence[0])
        for i in sentence:
            heads[i] = root
        for i, (upos, relation, head, *more) in rows.items():
            pos[i], deps[i] = upos, relation
            heads[i] = next(j for j in sentence if words[j] == head)
            lemmas[i] = more[0] if more else lemmas[i]
            tags[i] = more[1] if len(more) > 1 else ""
        deps[root] = "root"
    for i, word in enumerate(words):
        if word.isspace():
            pos[i], heads[i] = "SPACE", max(i - 1, 0)
    assert not any(given.values()), f"not in the text: {given}"
    return Doc(words, spaces, pos=pos, deps=deps, heads=heads, lemmas=lemmas, tags=tags, ents=[*ents])


def _sentences(words: list[str]) -> Iterable[list[int]]:
    out: list[list[int]] = [[]]
    for i, word in enumerate(words):
        before = words[i - 1] if i else ""
        ended = before in (".", "!", "?") or (i > 1 and words[i - 2] in (".", "!", "?") and before in '”"')
        if "\n" in before or (ended and word[:1].isupper()):
            out.append([])
        if not word.isspace():
            out[-1].append(i)
    return [s for s in out if s]
