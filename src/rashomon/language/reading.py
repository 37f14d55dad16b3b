"""Text -> Reading: windows of whole paragraphs through the model, decoded into a Doc and joined parts."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rashomon.language import antecedents, coreference, decode, lemmas, modifiers
from rashomon.language.coreference import Arcs, Mentions, Words
from rashomon.language.decode import Parts
from rashomon.language.model import Model, load
from rashomon.language.pieces import encoded, fits
from rashomon.language.words import words_of
from rashomon.tokens import Doc
from rashomon.types import SITE, Block, BlockKind

WINDOW = 160  # words, as in training
SURE = 0.5  # the probability that an antecedent must have to be followed
UNQUOTED = {BlockKind.CAPTION, BlockKind.BYLINE}  # read for names and tags, not for attributions
# Added to the log-probabilities of tags before decoding; chosen on PolNeAR dev (see the model card).
BIAS = {"B-CUE": 0.4, "I-CUE": 0.4, "B-SOURCE": 0.2}


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """What one pass found in a text. Indices are tokens of `doc`, whose offsets are code points of the text.

    `attributions` are joined parts. `antecedents[i]` is the token that token i refers back to, itself for none,
    `sure[i]` the probability of that (1 where it is not weighed). `factuality[i]` is on [-3, 3], `events[i]` the
    probability that the token reports a happening, `vectors` the unit vectors of `doc.sents` (sentences, 384), `words`
    the encoder's vectors of the tokens (tokens, 384), rounded to half precision, 0 where unread.
    """

    doc: Doc
    attributions: tuple[Parts, ...]
    antecedents: NDArray[np.int32]
    sure: NDArray[np.float32]
    factuality: NDArray[np.float32]
    events: NDArray[np.float32]
    vectors: NDArray[np.float32]
    words: NDArray[np.float32]

    def back(self, token: int) -> int | None:
        """The token that a token refers back to, None where that is not sure enough."""
        back = int(self.antecedents[token])
        return back if back < token and self.sure[token] >= SURE else None

    def context(self, token: int) -> bytes:
        """The token as the trigger of an event, as `EventMention.vector` holds it; b"" where it was not read."""
        word = self.words[token]
        return np.rint(load().context(word) * 127).astype(np.int8).tobytes() if word.any() else b""


@dataclass(slots=True)
class _Columns:
    """Per-token results that windows fill in."""

    words: list[str]
    spaces: list[bool]
    starts: list[bool]  # must begin a sentence
    paragraphs: list[int]
    upos: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deps: list[str] = field(default_factory=list)
    ents: list[str] = field(default_factory=list)
    parts: list[Parts] = field(default_factory=list)
    sentences: list[tuple[list[int], NDArray[np.float32]]] = field(default_factory=list)
    arcs: list[Arcs] = field(default_factory=list)

    def __post_init__(self) -> None:
        n = len(self.words)
        self.upos, self.tags, self.deps, self.ents = ["X"] * n, [""] * n, ["dep"] * n, ["O"] * n
        self.lemmas, self.heads = list(self.words), list(range(n))
        self.antecedents, self.sure = np.arange(n, dtype=np.int32), np.ones(n, dtype=np.float32)
        self.factuality, self.events = np.zeros(n, dtype=np.float32), np.zeros(n, dtype=np.float32)
        self.vectors = np.zeros((n, 384), dtype=np.float16)

    antecedents: NDArray[np.int32] = field(init=False)
    sure: NDArray[np.float32] = field(init=False)
    factuality: NDArray[np.float32] = field(init=False)
    events: NDArray[np.float32] = field(init=False)
    vectors: NDArray[np.float16] = field(init=False)


def read_language(text: str, blocks: Sequence[Block]) -> Reading:
    """Read a document's text. Blocks part what may be read together; text outside them is left unread.

    Raises ModelError when the weights are missing.
    """
    words, spaces = words_of(text)
    columns = _Columns(words, spaces, [False] * len(words), [0] * len(words))
    stretches, voices = _parted(columns, blocks)
    model = load()
    for stretch, quoted in stretches:
        for window in _windows(stretch, columns):
            _read(model, columns, window, quoted, None)
    _refer(columns, voices)
    return _reading(columns)


def _parted(columns: _Columns, blocks: Sequence[Block]) -> tuple[list[tuple[list[int], bool]], list[list[int]]]:
    """Tokens that may share a window, with whether they are quoted, and all tokens of each entry and voice. Notes in
    *columns* where lines and paragraphs begin."""
    words = columns.words
    begins = [0, *itertools.accumulate(len(w) + s for w, s in zip(words, columns.spaces, strict=True))]
    stretches: list[tuple[list[int], bool]] = []
    voices: dict[tuple[int, str | None], list[int]] = {}
    last: object = None
    place = 0
    for block in sorted(blocks, key=lambda b: b.span):
        if block.kind in SITE:
            last = None
            continue
        while place < len(words) and begins[place] < block.span.begin:
            place += 1
        inside = []
        newline = True
        while place < len(words) and begins[place] < block.span.end:
            if words[place].isspace():
                newline = newline or "\n" in words[place]
            else:
                columns.starts[place] = newline
                columns.paragraphs[place] = int(newline)
                inside.append(place)
                newline = False
            place += 1
        voices.setdefault((block.entry, block.voice), []).extend(inside)
        quoted = block.kind not in UNQUOTED
        key = (block.entry, block.voice, quoted)
        if key == last:
            stretches[-1][0].extend(inside)
        elif inside:
            stretches.append((inside, quoted))
            last = key
    return stretches, [*voices.values()]


def read_tokens(words: Sequence[str], sentence_starts: Sequence[bool] | None = None) -> Reading:
    """Read one document of given words (for treebanks). With *sentence_starts* the trees keep to those sentences."""
    columns = _given(words, sentence_starts)
    _refer(columns, [range(len(words))])
    return _reading(columns)


def read_mentions(words: Sequence[str], sentence_starts: Sequence[bool]) -> Mentions:
    """The mentions of one document of given words, as `antecedents.resolve` sees them (for its training)."""
    return next(_mentions(_given(words, sentence_starts), [range(len(words))]))


def _given(words: Sequence[str], sentence_starts: Sequence[bool] | None) -> _Columns:
    columns = _Columns(list(words), [True] * len(words), [False] * len(words), [0] * len(words))
    model = load()
    cuts = [i for i, s in enumerate(sentence_starts or ()) if s and i] if sentence_starts else []
    begin = 0
    while begin < len(words):
        end = min(begin + WINDOW, len(words))
        if end < len(words):
            end = max((c for c in cuts if begin < c <= end), default=end)
        for window in _fit(columns, list(range(begin, end))):
            _read(model, columns, window, True, sentence_starts)
        begin = end
    return columns


def _windows(stretch: list[int], columns: _Columns) -> Iterator[list[int]]:
    """At most WINDOW words, ended at a paragraph where one begins in the second half, else after a sentence's stop."""
    i = 0
    while i < len(stretch):
        j = min(i + WINDOW, len(stretch))
        if j < len(stretch):
            half = range(j, i + WINDOW // 2, -1)
            stop = next((k for k in half if columns.words[stretch[k - 1]] in ".!?"), j)
            ends = (k for k in half if columns.paragraphs[stretch[k]] and columns.words[stretch[k - 1]] != ":")
            j = next(ends, stop)
        yield from _fit(columns, stretch[i:j])
        i = j


def _fit(columns: _Columns, window: list[int]) -> Iterator[list[int]]:
    """Halve a window until its pieces fit the encoder; one word alone is cut by `encoded`."""
    if len(window) > 1 and not fits([columns.words[i] for i in window]):
        yield from _fit(columns, window[: len(window) // 2])
        yield from _fit(columns, window[len(window) // 2 :])
    else:
        yield window


def _read(model: Model, columns: _Columns, window: list[int], quoted: bool, given: Sequence[bool] | None) -> None:
    """Run one window of token indices and write what it says into the columns."""
    words = [columns.words[i] for i in window]
    out = model.run(*encoded(words, [columns.paragraphs[i] for i in window]))
    labels = model.labels
    named = (map(labels[head].__getitem__, out[head].tolist()) for head in ("upos", "xpos", "lemma"))
    for i, word, upos, tag, script in zip(window, words, *named, strict=True):
        columns.upos[i], columns.tags[i], columns.lemmas[i] = upos, tag, lemmas.of(model, word, upos, tag, script)
    begins = decode.begins(out["start"], words)
    starts = [w == 0 or bool(given[i] if given else columns.starts[i] or begins[w]) for w, i in enumerate(window)]
    _trees(model, columns, window, starts, out)
    for b, e, kind in decode.runs(out["name"], labels["name"], starts):
        for w in range(b, e):
            columns.ents[window[w]] = ("B-" if w == b else "I-") + kind
    modifiers.mend(columns, window)
    columns.arcs.append((window, coreference.arcs(out["ante"], len(words))))
    columns.antecedents[window] = np.array(window)[coreference.strongest(columns.arcs[-1][1], words)]
    columns.factuality[window] = out["fact"].clip(-3, 3)
    columns.events[window] = out["event"]
    columns.vectors[window] = out["words"]
    if quoted:
        bias = np.array([BIAS.get(label, 0.0) for label in labels["attr"]], dtype=np.float32)
        paragraphs = [bool(columns.paragraphs[i]) for i in window]
        for parts in decode.join(
            decode.runs(out["attr"], labels["attr"], paragraphs, bias, model.heads.get("links")), out["join"]
        ):
            columns.parts.append(parts.among(window))


def _mentions(c: _Columns, voices: Sequence[Sequence[int]]) -> Iterator[Mentions]:
    """The mentions of each voice."""
    sentences, voice = np.zeros((2, len(c.words)), dtype=np.int64)
    for n, (members, _) in enumerate(c.sentences):
        sentences[members] = n
    for n, each in enumerate(voices):
        voice[each] = n
    windows: dict[int, list[Arcs]] = defaultdict(list)
    for window, scores in c.arcs:
        windows[int(voice[window[0]])].append((window, scores))
    text = Words(c.words, c.upos, c.tags, c.lemmas, c.heads, c.deps, c.ents, sentences.tolist(), c.vectors)
    for n, each in enumerate(voices):
        yield Mentions(text, each, windows[n])


def _refer(columns: _Columns, voices: Sequence[Sequence[int]]) -> None:
    """Write into the columns what each word refers back to."""
    for mentions in _mentions(columns, voices):
        coreference.across(mentions.order, columns.words, columns.antecedents)
        antecedents.resolve(mentions, load().coreference, columns.antecedents, columns.sure)


def _trees(
    model: Model, columns: _Columns, window: list[int], starts: list[bool], out: dict[str, NDArray[Any]]
) -> None:
    """Sentence by sentence: heads, labels, and the sentence's vector."""
    edges = [w for w, s in enumerate(starts) if s] + [len(window)]
    heads: list[int] = []
    for b, e in itertools.pairwise(edges):
        heads += [b + h for h in decode.tree(out["tree"][b:e, b:e])]
        columns.sentences.append((window[b:e], model.vector(out["words"][b:e])))
    deps = model.relations(out["child"], out["parent"][heads]).tolist()
    for w, i in enumerate(window):
        columns.heads[i] = window[heads[w]]
        columns.deps[i] = "root" if heads[w] == w else model.labels["dep"][deps[w]]


def _reading(c: _Columns) -> Reading:
    """Columns -> Doc. A space token hangs on the token before it; unread text is sentences of its own."""
    vectors: dict[int, NDArray[np.float32]] = {}
    sentence = np.full(len(c.words), -1, dtype=np.int64)
    for k, (members, vector) in enumerate(c.sentences):
        sentence[members] = k
        vectors[members[0]] = vector
    unread = None  # first word of a stretch that no window holds
    for i, word in enumerate(c.words):
        if word.isspace():
            c.upos[i], c.tags[i], c.deps[i] = "SPACE", "_SP", "dep"
        if sentence[i] >= 0:
            unread = None
        elif word.isspace():
            c.heads[i] = max(i - 1, 0)
        elif unread is None:
            unread = i
        else:
            c.heads[i] = unread
    doc = Doc(
        c.words,
        c.spaces,
        pos=c.upos,
        tags=c.tags,
        lemmas=c.lemmas,
        heads=c.heads,
        deps=c.deps,
        ents=c.ents,
    )
    zero = np.zeros(384, dtype=np.float32)
    rows = [next((vectors[t.i] for t in s if t.i in vectors), zero) for s in doc.sents] if len(doc) else []
    sentences = np.array(rows, dtype=np.float32).reshape(-1, 384)
    return Reading(
        doc, tuple(c.parts), c.antecedents, c.sure, c.factuality, c.events, sentences, c.vectors.astype(np.float32)
    )
