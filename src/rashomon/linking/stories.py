"""Stories: accounts of one happening, by average linkage of their words; then, twice, each account is compared with all
the stories that were found, with its own as it is without it. The order of arrival plays no part.

Body, lead and names of an account are one vector of TF-IDF weights, so that the similarity of two accounts is a sum of
three cosines: body .5, lead .25, names .25. Where many accounts tell of much alike things, as in a year of one war, all
of them are similar; so a vector is made shorter the nearer its nearest accounts are (local scaling: Zelnik-Manor and
Perona, 2004). The mean similarity of two groups is the product of their sums, hence a group is only its sum.

Accounts are compared through the posting lists of their heaviest stems, so the cost of one does not grow with the case.
No single linkage anywhere: a group is never judged by its nearest member.
"""

from __future__ import annotations

import heapq
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.linking.sketch import Counts, Sketch, frequencies, sketch
from rashomon.types import Document, Judgement, Link

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

WEIGHTS = (0.5, 0.25, 0.25)  # body, lead, names
OWN = 0.3  # of an account of the background that one of the case counts: all of a case may tell one story
TERMS, POSTING_CAP = 14, 100  # heaviest stems of an account's body by which it is found; accounts kept for each
CANDIDATES = 15  # most alike accounts with which one is compared
NEAREST, SPARSE = 5, 0.15  # accounts that tell how crowded it is around one; a mean similarity that is not crowded
COPY = 0.6  # similarity of accounts with much copied text
KEPT, FORGET_AT = 4000, 6000  # terms of a sum
# Mean similarity of scaled vectors from which two groups are joined; cosine from which an account stays with a story.
# Chosen on ECB+ train and dev and the news clusters, the last two of which the evaluation reports.
JOIN, STAY, PASSES = 0.44, 0.15, 2
# In a case of so few accounts each is compared with all others, and less must speak for it that two are of one story:
# somebody has collected them. Chosen on drawn cases of 2 to 16 accounts of ECB+ train and the news clusters.
FEW, STAY_OF_FEW = 16, 0.1


def stories(documents: Sequence[Document]) -> tuple[tuple[str, ...], ...]:
    """Groups of document ids. The order of the documents changes nothing."""
    return story_groups([sketch(d) for d in documents])


def story_groups(sketches: Sequence[Sketch]) -> tuple[tuple[str, ...], ...]:
    """As `stories`, from sketches. Where posting lists are full the accounts of the earliest stated dates are kept."""
    groups: dict[int, list[str]] = defaultdict(list)
    ordered = sorted(sketches, key=lambda s: (s.published or "9999", s.document))
    for s, story in zip(ordered, assign(s.counts for s in ordered), strict=True):
        groups[story].append(s.document)
    return tuple(sorted(tuple(sorted(group)) for group in groups.values()))


def story_links(groups: Sequence[Sequence[str]]) -> tuple[Link, ...]:
    """A SAME link of kind "story" from the first account of each group to the others."""
    because = ("body, lead and names have words in common",)
    return tuple(Link("story", g[0], other, Judgement.SAME, 1.0, because) for g in groups for other in g[1:])


def assign(accounts: Iterable[Counts]) -> list[int]:
    """The number of each account's story, counted from its first account."""
    vectors, terms = vectorise(accounts)
    near = neighbours(vectors, terms)
    scales = [_scale(found) for found in near]
    scaled = [v.times(scale) for v, scale in zip(vectors, scales, strict=True)]
    alike = [{b: m * scales[a] * scales[b] for b, m in found.items()} for a, found in enumerate(near)]
    homes = average_linkage(scaled, alike)
    for _ in range(PASSES):
        homes = settle(scaled, near, homes, terms)
    return homes


@dataclass(frozen=True, slots=True)
class Sparse:
    """A sparse vector: ascending indices (int32) and weights (float64)."""

    at: NDArray[np.int32]
    weight: NDArray[np.float64]

    def times(self, factor: float) -> Sparse:
        """The vector, longer by a factor."""
        return Sparse(self.at, self.weight * factor)

    def dot(self, other: Sparse) -> float:
        """The scalar product."""
        small, large = (self, other) if len(self.at) <= len(other.at) else (other, self)
        if not len(small.at):
            return 0.0
        places = large.at.searchsorted(small.at)
        places[places == len(large.at)] = 0
        return float(((large.at[places] == small.at) * large.weight[places]) @ small.weight)

    def plus(self, *others: Sparse) -> Sparse:
        """The sum; of very many terms the heaviest are kept, so that a story of any size costs the same."""
        import numpy as np

        at, places = np.unique(np.concatenate((self.at, *(v.at for v in others))), return_inverse=True)
        weights = np.concatenate((self.weight, *(v.weight for v in others)))
        weight = np.bincount(places, weights, len(at)).astype(np.float64)
        if len(at) > FORGET_AT:
            kept = np.sort(np.argsort(-weight, kind="stable")[:KEPT])
            at, weight = at[kept], weight[kept]
        return Sparse(at, weight)


class Spread:
    """One vector after another, spread over all terms: products of it with many others need no search."""

    def __init__(self, terms: int):
        import numpy as np

        self._dense = np.zeros(terms)

    def products(self, v: Sparse, others: Iterable[Sparse]) -> list[float]:
        """The scalar products of a vector and each of the others."""
        self._dense[v.at] = v.weight
        found = [float(self._dense[other.at] @ other.weight) for other in others]
        self._dense[v.at] = 0.0
        return found


def vectorise(accounts: Iterable[Counts]) -> tuple[list[Sparse], int]:
    """The vector of each account: unit vectors of body, lead and names, side by side, so that the product of two is the
    weighted sum of three cosines. And how many terms they have in all."""
    import numpy as np

    number: dict[str, int] = {}
    told = [[_numbered(tf, number) for tf in counts] for counts in accounts]
    rank = np.empty(len(number), np.int32)  # of a stem in the alphabet, so that nothing rests on the order of arrival
    rank[[number[k] for k in sorted(number)]] = np.arange(len(number), dtype=np.int32)
    background = frequencies()
    df = np.array([background.get(k, 0) for k in sorted(number)], float)
    held = np.full(len(number), -1)  # the last account that holds a stem
    for k, ((body, _), _, (names, _)) in enumerate(told):
        held[body] = k
        df[rank[body]] += OWN
        df[rank[names[held[names] != k]]] += OWN
    idf = np.log((background.get("", 0) + OWN * len(told) + 2) / (df + 0.5))
    out = []
    for fields in told:
        at, weights = [], []
        for field, (share, (stems, tf)) in enumerate(zip(WEIGHTS, fields, strict=True)):
            order = np.argsort(rank[stems])
            ranked = rank[stems][order]
            weight = (1 + np.log(tf[order])) * idf[ranked]
            at.append(ranked + np.int32(field * len(number)))
            weights.append(weight * (math.sqrt(share) / (math.sqrt(float(weight @ weight)) or 1.0)))
        out.append(Sparse(np.concatenate(at), np.concatenate(weights)))
    return out, len(WEIGHTS) * len(number)


def _numbered(tf: Mapping[str, int], number: dict[str, int]) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Numbers of stems, given out as they come, and how often each occurs."""
    import numpy as np

    stems = [number.setdefault(k, len(number)) for k in tf]
    return np.array(stems, np.int32), np.array(list(tf.values()), np.int32)


def neighbours(vectors: Sequence[Sparse], terms: int) -> list[dict[int, float]]:
    """For each account, those most alike among the accounts that share one of its heaviest terms -> similarity."""
    import numpy as np

    postings: dict[int, list[int]] = defaultdict(list)
    heaviest: list[list[tuple[int, float]]] = []
    for k, v in enumerate(vectors):
        top = np.argsort(-v.weight, kind="stable")[:TERMS]
        heaviest.append(list(zip(v.at[top].tolist(), v.weight[top].tolist(), strict=True)))
        for term, _ in heaviest[-1]:
            if len(postings[term]) < POSTING_CAP:
                postings[term].append(k)
    listed = {term: np.array(found) for term, found in postings.items()}
    near: list[dict[int, float]] = [{} for _ in vectors]
    spread = Spread(terms)
    for k, v in enumerate(vectors):
        found = [listed[term] for term, _ in heaviest[k]]
        if not found:
            continue
        others, places = np.unique(np.concatenate(found), return_inverse=True)
        votes = np.bincount(places, np.repeat([weight for _, weight in heaviest[k]], list(map(len, found))))
        most = others[np.argsort(-votes, kind="stable")[: CANDIDATES + 1]].tolist()
        if len(vectors) <= FEW:
            most = [*range(len(vectors))]
        new = [other for other in [o for o in most if o != k][:CANDIDATES] if other not in near[k]]
        for other, product in zip(new, spread.products(v, (vectors[other] for other in new)), strict=True):
            near[k][other] = near[other][k] = product
    return near


def _scale(near: Mapping[int, float]) -> float:
    """What an account's vector is multiplied with: less the more its nearest accounts are like it. Its copies are no
    crowd: an agency text that many print must still meet the other accounts of its story."""
    others = (similarity for similarity in near.values() if similarity < COPY)
    return float(max(sum(heapq.nlargest(NEAREST, others)) / NEAREST, SPARSE) ** -0.25)


def average_linkage(scaled: Sequence[Sparse], near: Sequence[Mapping[int, float]]) -> list[int]:
    """Groups of accounts: the two with the highest mean similarity are made one as long as it reaches JOIN.

    *near* holds the products of accounts near each other; only groups with such are compared. A mean never exceeds the
    means it is made of, so a value that was computed before a group grew is a bound, and is computed anew only when it
    comes first.
    """
    sums, sizes, into = list(scaled), [1] * len(scaled), list(range(len(scaled)))

    def root(k: int) -> int:
        while into[k] != k:
            into[k] = k = into[into[k]]
        return k

    def mean(a: int, b: int) -> float:
        return round(sums[a].dot(sums[b]) / (sizes[a] * sizes[b]), 9)

    pairs = ((round(m, 9), a, b) for a, found in enumerate(near) for b, m in found.items() if a < b)
    heap = [(-m, a, b, 2) for m, a, b in pairs if m >= JOIN]
    heapq.heapify(heap)
    while heap:
        _, a, b, size = heapq.heappop(heap)
        a, b = sorted((root(a), root(b)))
        if a == b:
            continue
        if sizes[a] + sizes[b] == size:
            sums[a], sizes[a], into[b] = sums[a].plus(sums[b]), size, a
            sums[b] = scaled[b]
        elif (m := mean(a, b)) >= JOIN:
            heapq.heappush(heap, (-m, a, b, sizes[a] + sizes[b]))
    return [root(k) for k in range(len(scaled))]


def settle(
    scaled: Sequence[Sparse], near: Sequence[Mapping[int, float]], homes: Sequence[int], terms: int
) -> list[int]:
    """The stories of the accounts, which were at *homes*, once each has been compared with those near it."""
    members: dict[int, list[int]] = defaultdict(list)
    asked: dict[int, list[int]] = defaultdict(list)  # story -> accounts that are compared with it
    for k, home in enumerate(homes):
        members[home].append(k)
        for story in {home, *(homes[other] for other in near[k])}:
            asked[story].append(k)
    spread, sizes = Spread(terms), {home: len(of) for home, of in members.items()}
    products: list[dict[int, float]] = [{} for _ in homes]
    squares: dict[int, float] = {}
    for home, (first, *others) in members.items():
        total = scaled[first].plus(*(scaled[k] for k in others)) if others else scaled[first]
        squares[home] = float(total.weight @ total.weight)
        for k, product in zip(asked[home], spread.products(total, (scaled[k] for k in asked[home])), strict=True):
            products[k][home] = product
    moved: list[int] = []
    least = STAY_OF_FEW if len(scaled) <= FEW else STAY
    for k, (v, home) in enumerate(zip(scaled, homes, strict=True)):
        own, best, chosen = float(v.weight @ v.weight), 0.0, home
        for story in sorted(products[k]):
            if story == home and sizes[home] == 1:
                continue
            dot, square = products[k][story], squares[story]
            if story == home:
                dot, square = dot - own, square - 2 * dot + own
            cosine = round(dot / math.sqrt(own * square), 9) if own * square > 0 else 0.0
            if cosine > best:
                best, chosen = cosine, story
        alone = home if sizes[home] == 1 else len(scaled) + k
        moved.append(chosen if best >= least else alone)
    single = {home: k for k, home in enumerate(homes) if sizes[home] == 1}
    for home, k in single.items():  # of two that would change places the earlier stays
        other = single.get(moved[k], k)
        if k < other and moved[other] == home:
            moved[k] = home
    number = {story: n for n, story in enumerate(dict.fromkeys(moved))}
    return [number[story] for story in moved]
