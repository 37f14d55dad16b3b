"""Families: accounts that share copied text, which are one witness however often they are printed.

Five-word shingles, one in four kept by its hash, so that two texts choose alike; those that share most of them are
candidates, and for these every shingle is counted. A pair is a copy when the smaller side holds a fifth of its shingles
in common, with a run of words that two writers hardly find alone, or a quarter of them, whatever an editor did to the
runs. Containment, not Jaccard: half of an agency text inside a longer report is still that text. Quoted speech is left
out, because two reporters at one press conference are two witnesses.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby, islice, pairwise
from typing import TYPE_CHECKING, TypeAlias

from rashomon.clusters import clusters
from rashomon.linking.sketch import SAMPLE, SHINGLE, Sketch, own_words, sketch
from rashomon.types import Document, Judgement, Link

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Numbers: TypeAlias = "NDArray[np.int64]"

POSTING_CAP = 60  # accounts kept for one shingle; beyond it the words are a formula of the trade
CANDIDATES = 15  # accounts with the most shingles in common that are compared in full
HOPE = 0.07  # share of the smaller text, by the sample, from which a candidate is one
MIN_SHARE, MIN_RUN = 0.2, 12  # of the smaller text's shingles; words in a row that two writers hardly find alone
MANY, MOSTLY = 20, 0.25  # shingles in common, and their share, from which no such run is asked for
AT_ONCE = 500  # accounts whose shingles are looked up together
HELD, HASHED = 1000, 16000  # texts that are kept while pairs of them are compared; hashes of texts: 4 kB each


def families(documents: Sequence[Document]) -> tuple[tuple[str, ...], ...]:
    """Groups of document ids, each family once; an account that nobody copied is a family of one."""
    return clusters((d.id for d in documents), copies(documents))


def copies(documents: Sequence[Document]) -> Iterator[Link]:
    """A SAME link of kind "family" for each confirmed pair, with the share of the smaller text as its score."""
    by_id = {d.id: d for d in documents}
    return copy_links([sketch(d) for d in documents], overlap(by_id.__getitem__))


def copy_links(sketches: Sequence[Sketch], shared: Callable[[str, str], tuple[int, int]]) -> Iterator[Link]:
    """As `copies`, from sketches; *shared* says of two ids what `common` says of the words of their accounts."""
    ordered = sorted(sketches, key=lambda s: s.document)
    found = []
    for later, near in sorted(
        _candidates(ordered), key=lambda c: (c[1], c[0])
    ):  # alike ones while their texts are held
        for earlier in near:
            left, right = ordered[earlier], ordered[later]
            n, run = shared(left.document, right.document)
            share = n / max(1, min(left.length, right.length) - SHINGLE + 1)
            if (share >= MIN_SHARE and run >= MIN_RUN) or (share >= MOSTLY and n >= MANY):
                because = (f"{share:.0%} of the shorter text in common", f"{run} words in a row")
                score = round(min(1.0, share), 3)
                found.append(Link("family", left.document, right.document, Judgement.SAME, score, because))
    yield from sorted(found, key=lambda ln: (ln.right, ln.left))


def overlap(document: Callable[[str], Document]) -> Callable[[str, str], tuple[int, int]]:
    """`common` of the words of two accounts by their ids, without the run where they share too little for a copy;
    *document* gives the account of an id."""

    import numpy as np

    @lru_cache(HELD)
    def words(key: str) -> list[str]:
        return own_words(document(key))

    @lru_cache(HASHED)
    def hashes(key: str) -> tuple[int, Numbers]:
        own = words(key)
        return len(own), np.unique(np.fromiter(map(hash, _shingles(own)), np.int64))

    def shared(left: str, right: str) -> tuple[int, int]:
        (length, a), (other, b) = hashes(left), hashes(right)
        n = len(np.intersect1d(a, b, assume_unique=True))
        alike = n >= MIN_SHARE * (min(length, other) - SHINGLE + 1)
        return common(words(left), words(right)) if alike else (n, 0)

    return shared


def _candidates(ordered: Sequence[Sketch]) -> Iterator[tuple[int, list[int]]]:
    """Each account that may copy earlier ones, and these."""
    import numpy as np

    lengths = np.array([s.length for s in ordered])
    for later, earlier, shared in _sharing(ordered):
        guess = SAMPLE * shared / (np.minimum(lengths[later], lengths[earlier]) + 1)
        hoped = np.flatnonzero(guess >= HOPE)
        ranked = hoped[np.lexsort((earlier[hoped], -guess[hoped], later[hoped]))]
        for account, found in groupby(ranked.tolist(), key=later.__getitem__):
            yield int(account), sorted(earlier[[*islice(found, CANDIDATES)]].tolist())


def _sharing(ordered: Sequence[Sketch]) -> Iterator[tuple[Numbers, Numbers, Numbers]]:
    """Pairs of accounts, as numbers of their order, that hold sampled shingles in common: the later one, the earlier
    one, and how many. Some accounts at a time, so that memory is bounded; of a shingle the first accounts count."""
    import numpy as np

    hashes = np.frombuffer(b"".join(s.shingles for s in ordered), ">u8")
    of = np.repeat(np.arange(len(ordered)), [len(s.shingles) // 8 for s in ordered])
    by_hash = np.argsort(hashes, kind="stable")
    held, of = hashes[by_hash], of[by_hash]
    opens = np.ones(len(held), bool)  # places where another hash begins
    opens[1:] = held[1:] != held[:-1]
    first = np.maximum.accumulate(np.where(opens, np.arange(len(held)), 0))
    before = np.arange(len(held)) - first  # accounts that hold the shingle of this place, before it
    shared = np.flatnonzero((before > 0) & (before < POSTING_CAP))
    shared = shared[np.argsort(of[shared], kind="stable")]
    bounds = np.searchsorted(of[shared], np.arange(0, len(ordered) + AT_ONCE, AT_ONCE))
    for begin, end in pairwise(bounds.tolist()):
        some = shared[begin:end]
        times = before[some]
        step = np.arange(times.sum()) - np.repeat(np.cumsum(times) - times, times)
        pairs = np.repeat(of[some], times) * len(ordered) + of[np.repeat(first[some], times) + step]
        found, counts = np.unique(pairs, return_counts=True)
        yield found // len(ordered), found % len(ordered), counts


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
