"""Families: accounts that share copied text, which are one witness however often they are printed.

Five-word shingles, one in four kept by its hash, so that two texts choose alike; a pair is a candidate when the smaller
side holds a fifth of its shingles in common. Containment, not Jaccard: half of an agency text inside a longer report is
still that text. A candidate is confirmed by its longest common run. Quoted speech is left out, because two reporters at
one press conference are two witnesses.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from rashomon.clusters import clusters
from rashomon.types import Block, BlockKind, Document, Judgement, Link

SHINGLE = 5  # words
SAMPLE = 4  # one shingle in so many is indexed
POSTING_CAP = 60  # accounts kept for one shingle; beyond it the words are a formula of the trade
MIN_SHARED, MIN_SHARE = 3, 0.2
MIN_RUN = 12  # words in a row that two writers hardly find alone
COPIED = frozenset({BlockKind.HEADLINE, BlockKind.CAPTION, BlockKind.UPDATE, BlockKind.ORIGINAL, BlockKind.PARAGRAPH})
_QUOTED = re.compile(r"“[^”]{0,2000}”|\"[^\"\n]{0,2000}\"|«[^»]{0,2000}»|(?<!\w)'[^'\n]{20,2000}'(?!\w)")


def families(documents: Sequence[Document]) -> tuple[tuple[str, ...], ...]:
    """Groups of document ids, each family once; an account that nobody copied is a family of one."""
    return clusters((d.id for d in documents), copies(documents))


def copies(documents: Sequence[Document]) -> Iterator[Link]:
    """A SAME link of kind "family" for each confirmed pair, with the share of the smaller text as its score."""
    told = {d.id: own_words(d) for d in sorted(documents, key=lambda d: d.id)}
    postings: dict[int, list[str]] = defaultdict(list)
    sizes: dict[str, int] = {}
    for key, words in told.items():
        sampled = _sampled(words)
        sizes[key] = max(1, len(sampled))
        shared: Counter[str] = Counter()
        for h in sorted(sampled):
            if len(postings[h]) < POSTING_CAP:
                shared.update(postings[h])
                postings[h].append(key)
        for other, n in sorted(shared.items()):
            share = n / min(sizes[key], sizes[other])
            if n >= MIN_SHARED and share >= MIN_SHARE and (run := longest_run(told[other], words)) >= MIN_RUN:
                because = (f"{share:.0%} of the shorter text in common", f"{run} words in a row")
                yield Link("family", other, key, Judgement.SAME, round(min(1.0, share), 3), because)


def own_words(document: Document) -> list[str]:
    """The words that an outlet wrote itself: lower case, without quoted speech, comments, links and boilerplate."""
    text = "\n".join(document.quote(b.span) for b in document.layer(Block) if b.kind in COPIED)
    return re.findall(r"\w+", _QUOTED.sub(" ", text).lower())


def longest_run(a: Sequence[str], b: Sequence[str]) -> int:
    """Length in words of the longest common run, 0 when it is shorter than a shingle.

    >>> longest_run("x the dam gave way before dawn y".split(), "z the dam gave way before dawn".split())
    6
    """
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for j in range(len(b) - SHINGLE + 1):
        places[tuple(b[j : j + SHINGLE])].append(j)
    best, ending = 0, dict[int, int]()
    for i in range(len(a) - SHINGLE + 1):
        ending = {j: ending.get(j - 1, 0) + 1 for j in places.get(tuple(a[i : i + SHINGLE]), ())}
        best = max(best, *ending.values()) if ending else best
    return best + SHINGLE - 1 if best else 0


def _sampled(words: Sequence[str]) -> set[int]:
    grams = {" ".join(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1))}
    hashes = (int.from_bytes(hashlib.blake2b(g.encode(), digest_size=8).digest(), "big") for g in grams)
    return {h for h in hashes if h % SAMPLE == 0}
