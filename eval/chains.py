"""How alike two groupings of mentions are: MUC, B3, CEAFe, LEA, and CoNLL, the mean F1 of the first three.

MUC: Vilain et al. 1995; B3: Bagga and Baldwin 1998; CEAFe: Luo 2005; LEA: Moosavi and Strube 2016. A grouping is
{mention: label}. The figures are those of the reference scorer ns-moosavi/coval.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Labels = Mapping[Hashable, Hashable]
Groups = Sequence[frozenset[Hashable]]


def f1_scores(gold: Labels, said: Labels, singletons: bool = True) -> dict[str, float]:
    """F1 of each measure, and CoNLL. Without *singletons* groups of one are left out of either side first.

    >>> scores = f1_scores({"a": 1, "b": 1, "c": 2}, {"a": 1, "b": 2, "c": 2})
    >>> scores["MUC"], round(scores["CEAFe"], 3)
    (0.0, 0.667)
    """
    key, response = _groups(gold, singletons), _groups(said, singletons)
    of_key, of_response = _places(key), _places(response)
    out = {}
    for name, measure in (("MUC", _muc), ("B3", _b_cubed), ("LEA", _lea)):
        out[name] = _f1(measure(response, of_key), measure(key, of_response))
    same = _aligned(key, of_response, response)
    out["CEAFe"] = _f1((same, len(response)), (same, len(key)))
    out["CoNLL"] = (out["MUC"] + out["B3"] + out["CEAFe"]) / 3
    return out


def _groups(labels: Labels, singletons: bool) -> Groups:
    groups: dict[Hashable, list[Hashable]] = defaultdict(list)
    for mention, label in labels.items():
        groups[label].append(mention)
    return [frozenset(g) for g in groups.values() if singletons or len(g) > 1]


def _places(groups: Groups) -> Mapping[Hashable, int]:
    return {m: i for i, group in enumerate(groups) for m in group}


def _f1(precision: tuple[float, float], recall: tuple[float, float]) -> float:
    p, r = (hit / whole if whole else 0.0 for hit, whole in (precision, recall))
    return 2 * p * r / (p + r) if p + r else 0.0


def _muc(side: Groups, other: Mapping[Hashable, int]) -> tuple[float, float]:
    """Links of the groups that the other side keeps; a mention unknown to it is a piece of its own."""
    hit = total = 0
    for group in side:
        pieces = {other[m] for m in group if m in other}
        hit += len(group) - len(pieces) - sum(m not in other for m in group)
        total += len(group) - 1
    return hit, total


def _b_cubed(side: Groups, other: Mapping[Hashable, int]) -> tuple[float, float]:
    hit = sum(n * n / len(group) for group in side for n in _shared(group, other).values())
    return hit, sum(map(len, side))


def _lea(side: Groups, other: Mapping[Hashable, int]) -> tuple[float, float]:
    """Each group weighs its size and is resolved to the share of its links; one alone has a link to itself."""
    sizes = Counter(other.values())
    hit = 0.0
    for group in side:
        shared = _shared(group, other)
        if len(group) == 1:
            hit += any(sizes[label] == 1 for label in shared)
        else:
            hit += sum(n * (n - 1) for n in shared.values()) / (len(group) - 1)
    return hit, sum(map(len, side))


def _shared(group: frozenset[Hashable], other: Mapping[Hashable, int]) -> Counter[int]:
    return Counter(other[m] for m in group if m in other)


def _aligned(key: Groups, of_response: Mapping[Hashable, int], response: Groups) -> float:
    """The most that groups paired one to one can have in common, 2|k & r| / (|k| + |r|) a pair."""
    import numpy as np

    if not key or not response:
        return 0.0
    gain = np.zeros((len(key), len(response)))
    for i, group in enumerate(key):
        for j, n in _shared(group, of_response).items():
            gain[i, j] = 2 * n / (len(group) + len(response[j]))
    return _assigned(gain if len(key) <= len(response) else gain.T)


def _assigned(gain: NDArray[np.float64]) -> float:
    """The greatest sum with one column a row: the Hungarian method with potentials."""
    import numpy as np

    rows, columns = gain.shape
    u, v = np.zeros(rows + 1), np.zeros(columns + 1)
    row_of = np.zeros(columns + 1, dtype=np.intp)  # 0 is nobody, as column 0 is where a row begins
    for row in range(1, rows + 1):
        row_of[0], at = row, 0
        least, before = np.full(columns + 1, np.inf), np.zeros(columns + 1, dtype=np.intp)
        used = np.zeros(columns + 1, dtype=bool)
        while row_of[at]:
            used[at] = True
            reduced = -gain[row_of[at] - 1] - u[row_of[at]] - v[1:]
            better = ~used[1:] & (reduced < least[1:])
            least[1:][better], before[1:][better] = reduced[better], at
            free = np.where(used, np.inf, least)
            free[0] = np.inf
            after = int(free.argmin())
            u[row_of[used]] += free[after]
            v[used] -= free[after]
            least[~used] -= free[after]
            at = after
        while at:
            row_of[at] = row_of[before[at]]
            at = int(before[at])
    chosen = np.flatnonzero(row_of[1:])
    return float(gain[row_of[1:][chosen] - 1, chosen].sum())
