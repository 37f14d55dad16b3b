"""Families: accounts that share copied text, which are one witness however often they are printed.

Five-word shingles, one in four kept by its hash, so that two texts choose alike; those that share most of them are
candidates, and for these every shingle is counted. A pair is a copy when the smaller side holds a fifth of its shingles
in common, with a run of words that two writers hardly find alone, or a quarter of them, whatever an editor did to the
runs. Containment, not Jaccard: half of an agency text inside a longer report is still that text. Quoted speech is left
out, because two reporters at one press conference are two witnesses.
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
CANDIDATES = 15  # accounts with the most shingles in common that are compared in full
HOPE = 0.07  # share of the smaller text, by the sample, from which a candidate is one
MIN_SHARE, MIN_RUN = 0.2, 12  # of the smaller text's shingles; words in a row that two writers hardly find alone
MANY, MOSTLY = 20, 0.25  # shingles in common, and their share, from which no such run is asked for
COPIED = frozenset({BlockKind.HEADLINE, BlockKind.CAPTION, BlockKind.UPDATE, BlockKind.ORIGINAL, BlockKind.PARAGRAPH})
_QUOTED = re.compile(r"“[^”]{0,2000}”|\"[^\"\n]{0,2000}\"|«[^»]{0,2000}»|(?<!\w)'[^'\n]{20,2000}'(?!\w)")


def families(documents: Sequence[Document]) -> tuple[tuple[str, ...], ...]:
    """Groups of document ids, each family once; an account that nobody copied is a family of one."""
    return clusters((d.id for d in documents), copies(documents))


def copies(documents: Sequence[Document]) -> Iterator[Link]:
    """A SAME link of kind "family" for each confirmed pair, with the share of the smaller text as its score."""
    told = {d.id: own_words(d) for d in sorted(documents, key=lambda d: d.id)}
    postings: dict[int, list[str]] = defaultdict(list)
    for key, words in told.items():
        shared: Counter[str] = Counter()
        for h in sorted(_sampled(words)):
            if len(postings[h]) < POSTING_CAP:
                shared.update(postings[h])
                postings[h].append(key)
        guess = {other: SAMPLE * n / (min(len(words), len(told[other])) + 1) for other, n in shared.items()}
        near = sorted((other for other in guess if guess[other] >= HOPE), key=lambda other: (-guess[other], other))
        for other in sorted(near[:CANDIDATES]):
            n, run = common(told[other], words)
            share = n / max(1, min(len(words), len(told[other])) - SHINGLE + 1)
            if (share >= MIN_SHARE and run >= MIN_RUN) or (share >= MOSTLY and n >= MANY):
                because = (f"{share:.0%} of the shorter text in common", f"{run} words in a row")
                yield Link("family", other, key, Judgement.SAME, round(min(1.0, share), 3), because)


def own_words(document: Document) -> list[str]:
    """The words that an outlet wrote itself: lower case, without quoted speech, comments, links and boilerplate."""
    text = "\n".join(document.quote(b.span) for b in document.layer(Block) if b.kind in COPIED)
    return re.findall(r"\w+", _QUOTED.sub(" ", text).lower())


def common(a: Sequence[str], b: Sequence[str]) -> tuple[int, int]:
    """How many shingles two texts have in common, repetitions counted once, and their longest common run in words, 0
    when it is shorter than a shingle.

    >>> common("x the dam gave way before dawn y".split(), "z the dam gave way before dawn".split())
    (2, 6)
    """
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for j, shingle in enumerate(_shingles(b)):
        places[shingle].append(j)
    best, ending, shared = 0, dict[int, int](), set[tuple[str, ...]]()
    for shingle in _shingles(a):
        ending = {j: ending.get(j - 1, 0) + 1 for j in places.get(shingle, ())}
        if ending:
            shared.add(shingle)
            best = max(best, *ending.values())
    return len(shared), best + SHINGLE - 1 if best else 0


def _shingles(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(words[i:] for i in range(SHINGLE)), strict=False)


def _sampled(words: Sequence[str]) -> set[int]:
    grams = {" ".join(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1))}
    hashes = (int.from_bytes(hashlib.blake2b(g.encode(), digest_size=8).digest(), "big") for g in grams)
    return {h for h in hashes if h % SAMPLE == 0}
