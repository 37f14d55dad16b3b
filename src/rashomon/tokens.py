"""The words of a text with their tree, as plain objects: grammar asks each word for its head and relation very often.

Attributes are called as in spaCy, whose tokens look up everything anew whenever they are asked. Here all is found once,
when the doc is made, and does not change. Relations and tags are those of Universal Dependencies.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from operator import attrgetter

_PLACE = attrgetter("i")
_NONE: frozenset[str] = frozenset()


class Token:
    """One word, mark, or run of white space that is not a single space.

    `i` is its place in `doc`, `idx` that of its first code point in the text. `head` is the token that it hangs on,
    itself for a root, `dep_` the relation, `stem` the same without its subtype ("nsubj" of "nsubj:pass"); `children`
    are in the order of the text, `below` their relations, with and without subtypes. `left_edge` and `right_edge` are
    the first and last of it and all below it.
    `ent_type_` is the kind of the name that it is in, "" for none, `ent_iob_` "B" for the first word of a name, "I" for
    the others, "O" outside.
    """

    __slots__ = (
        "below", "children", "dep_", "doc", "ent_iob_", "ent_type_", "head", "i", "idx", "is_punct", "is_space",
        "left_edge", "lemma_", "lower_", "pos_", "right_edge", "sent", "stem", "tag_", "text", "whitespace_",
    )  # fmt: skip

    doc: Doc
    sent: Stretch
    head: Token
    children: tuple[Token, ...]
    below: frozenset[str]
    left_edge: Token
    right_edge: Token
    i: int
    idx: int
    text: str
    whitespace_: str
    lower_: str
    lemma_: str
    pos_: str
    tag_: str
    dep_: str
    stem: str
    ent_iob_: str
    ent_type_: str
    is_space: bool
    is_punct: bool

    def __len__(self) -> int:
        return len(self.text)

    def __lt__(self, other: Token) -> bool:
        return self.i < other.i

    def __repr__(self) -> str:
        return self.text

    @property
    def is_alpha(self) -> bool:
        """True for letters alone."""
        return self.text.isalpha()

    @property
    def is_digit(self) -> bool:
        """True for digits alone."""
        return self.text.isdigit()

    @property
    def is_upper(self) -> bool:
        """True for capitals alone."""
        return self.text.isupper()

    @property
    def is_sent_start(self) -> bool:
        """True for the first token of a sentence."""
        return self.i == self.sent.start

    @property
    def lefts(self) -> tuple[Token, ...]:
        """The children before it."""
        return tuple(c for c in self.children if c.i < self.i)

    @property
    def rights(self) -> tuple[Token, ...]:
        """The children after it."""
        return tuple(c for c in self.children if c.i > self.i)

    @property
    def subtree(self) -> list[Token]:
        """It and all below it, in the order of the text."""
        found = [self]
        for token in found:  # it grows meanwhile
            found.extend(token.children)
        found.sort(key=_PLACE)
        return found

    @property
    def ancestors(self) -> Iterator[Token]:
        """Its head, the head of that, and so on to the root."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    def nbor(self, by: int = 1) -> Token:
        """The token so many places on. Raises IndexError outside the text."""
        if self.i + by < 0:
            raise IndexError(by)
        return self.doc[self.i + by]

    def is_ancestor(self, below: Token) -> bool:
        """True if *below* hangs on it, or on what does."""
        return any(token is self for token in below.ancestors)


class Stretch(tuple[Token, ...]):
    """Tokens [start, end) of a doc that follow each other: a sentence, or a name of the kind `label_`. Equal to itself
    alone."""

    doc: Doc
    start: int
    end: int
    label_: str

    __eq__ = object.__eq__
    __ne__ = object.__ne__
    __hash__ = object.__hash__

    def __new__(cls, doc: Doc, start: int, end: int, label: str = "") -> Stretch:
        made = super().__new__(cls, doc[start:end])
        made.doc, made.start, made.end, made.label_ = doc, start, end, label
        return made

    @property
    def start_char(self) -> int:
        """The first code point of its words."""
        return self[0].idx

    @property
    def end_char(self) -> int:
        """The code point after its words."""
        return self[-1].idx + len(self[-1])

    @property
    def text(self) -> str:
        """Its words as they stand in the text."""
        return self.doc.text[self.start_char : self.end_char]

    @property
    def root(self) -> Token:
        """The first token that hangs on none."""
        return next((t for t in self if t.head is t), self[0])

    @property
    def ents(self) -> list[Stretch]:
        """The names that stand in it."""
        return [e for e in self.doc.ents if self.start <= e.start and e.end <= self.end]


class Doc(tuple[Token, ...]):
    """The tokens of a whole `text`, its sentences and its names; a slice is a tuple of tokens. Equal to itself alone.

    >>> doc = Doc(["Ana", "Oro", "left", "."], [True, True, False, False], heads=[2, 0, 2, 2], ents=["B-PER", "I-PER"])
    >>> doc.text, doc[0].head, doc[2].children, [(e, e.label_) for e in doc.ents]
    ('Ana Oro left.', left, (Ana, .), [((Ana, Oro), 'PER')])
    """

    text: str
    sents: tuple[Stretch, ...]
    ents: tuple[Stretch, ...]
    _begins: list[int]
    _touching: dict[tuple[int, int], tuple[Token, ...]]  # every layer asks for the words of the same names

    __eq__ = object.__eq__
    __ne__ = object.__ne__
    __hash__ = object.__hash__

    def __new__(
        cls,
        words: Sequence[str],
        spaces: Sequence[bool] | None = None,
        *,
        pos: Sequence[str] = (),
        tags: Sequence[str] = (),
        lemmas: Sequence[str] = (),
        heads: Sequence[int] = (),
        deps: Sequence[str] = (),
        ents: Sequence[str] = (),
    ) -> Doc:
        """*spaces* say which words a space follows, all unless given; *heads* are places of words, a root its own;
        *ents* are BIO tags with kinds. What is not given is "" of each word, and each its own root.

        Raises ValueError for words that hang on each other in a ring: whoever climbed from one would never end.
        """
        n = len(words)
        made = super().__new__(cls, (Token() for _ in range(n)))
        after = [" " if space else "" for space in spaces or [True] * n]
        begins = [0, *accumulate(len(w) + len(s) for w, s in zip(words, after, strict=True))]
        none = [""] * n
        heads = heads or range(n)
        left, right = _edges(heads)
        below: list[list[Token]] = [[] for _ in words]
        columns = zip(made, words, after, pos or none, tags or none, lemmas or none, deps or none, heads, strict=True)
        for i, (token, word, space, upos, tag, lemma, dep, head) in enumerate(columns):
            token.doc, token.i, token.idx, token.text, token.whitespace_ = made, i, begins[i], word, space
            token.pos_, token.tag_, token.lemma_, token.dep_, token.stem = upos, tag, lemma, dep, _stem(dep)
            token.lower_, token.is_space, token.is_punct = _form(word)
            token.ent_type_, token.ent_iob_ = "", "O"
            token.head, token.left_edge, token.right_edge = made[head], made[left[i]], made[right[i]]
            if head != i:
                below[head].append(token)
        for token, children in zip(made, below, strict=True):
            token.children = tuple(children)
            token.below = frozenset([c.dep_ for c in children] + [c.stem for c in children]) if children else _NONE
        rooted = [token for token in made if token.head is token]
        for token in rooted:  # it grows meanwhile
            rooted.extend(token.children)
        if len(rooted) < n:
            lost = " ".join(token.text for token in sorted(set(made).difference(rooted)))
            raise ValueError(f"no root above these words, their heads make a ring: {lost!r}")
        made.text = "".join(w + s for w, s in zip(words, after, strict=True))
        made._begins, made._touching = begins[:-1], {}
        first = sorted({0, *(left[i] for i, head in enumerate(heads) if head == i)}) if n else []
        made.sents = tuple(Stretch(made, begin, end) for begin, end in pairwise([*first, n]))
        for sentence in made.sents:
            for token in sentence:
                token.sent = sentence
        made.ents = made._named(ents)
        return made

    def _named(self, tags: Sequence[str]) -> tuple[Stretch, ...]:
        """The names that BIO tags tell of; an I after another kind begins one."""
        runs: list[tuple[int, int, str]] = []
        for i, (mark, _, kind) in enumerate(tag.partition("-") for tag in tags):
            if mark == "I" and runs and runs[-1][1:] == (i, kind):
                runs[-1] = (runs[-1][0], i + 1, kind)
            elif mark in ("B", "I"):
                runs.append((i, i + 1, kind))
        for begin, end, kind in runs:
            for token in self[begin:end]:
                token.ent_type_, token.ent_iob_ = kind, "B" if token.i == begin else "I"
        return tuple(Stretch(self, *run) for run in runs)

    def touching(self, begin: int, end: int) -> tuple[Token, ...]:
        """The tokens of which code points of [begin, end) are; the space after a word is of none. Nothing where an edge
        lies outside the text."""
        found = self._touching.get((begin, end))
        if found is None:
            found = self._touching[begin, end] = self._between(begin, end)
        return found

    def _between(self, begin: int, end: int) -> tuple[Token, ...]:
        if begin < 0 or end < 1 or begin >= len(self.text) or end > len(self.text):
            return ()
        first = bisect_right(self._begins, begin) - 1
        if begin == self._begins[first] + len(self[first].text):
            first += 1
        return self[first : bisect_right(self._begins, end - 1)]


def _edges(heads: Sequence[int]) -> tuple[list[int], list[int]]:
    """Of each word the first and the last of it and all below it."""
    left, right = list(range(len(heads))), list(range(len(heads)))
    changed = True
    while changed:  # twice, but for arcs that cross
        changed = False
        for order in (range(len(heads)), range(len(heads) - 1, -1, -1)):
            for i in order:
                head = heads[i]
                if left[i] < left[head]:
                    left[head], changed = left[i], True
                if right[i] > right[head]:
                    right[head], changed = right[i], True
    return left, right


@lru_cache(maxsize=256)  # there are some fifty
def _stem(relation: str) -> str:
    return relation.split(":", 1)[0]


@lru_cache(maxsize=16384)
def _form(word: str) -> tuple[str, bool, bool]:
    """In lower case; whether it is white space; whether it is punctuation alone."""
    return word.lower(), word.isspace(), all(unicodedata.category(c).startswith("P") for c in word)
