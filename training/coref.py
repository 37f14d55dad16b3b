"""Coreference scores: MUC, B3, CEAFe, LEA and CoNLL (the mean F1 of the first three), from two labelings of mentions.

Agrees with the reference scorer ns-moosavi/coval. Singletons are kept, or dropped from each side before scoring: kept
ones flatter a system on ECB+. Needs numpy and scipy.
"""

from __future__ import annotations

from collections import Counter, defaultdict


def clusters(labels):
    """{mention: label} -> list of sets of mentions."""
    out = defaultdict(set)
    for mention, label in labels.items():
        out[label].add(mention)
    return list(out.values())


def muc(a, b_of):
    """Links of a's clusters that survive when b cuts them; a mention unknown to b is a piece of its own."""
    hit = total = 0
    for c in a:
        pieces = {b_of[m] for m in c if m in b_of}
        hit += len(c) - len(pieces) - sum(m not in b_of for m in c)
        total += len(c) - 1
    return hit, total


def b_cubed(a, b_of):
    hit = total = 0
    for c in a:
        shared = Counter(b_of[m] for m in c if m in b_of)
        hit += sum(n * n for n in shared.values()) / len(c)
        total += len(c)
    return hit, total


def lea(a, b_of):
    """Each cluster weighs its size; it resolves the share of its links that b keeps (a singleton has one self-link)."""
    sizes = Counter(b_of.values())
    hit = total = 0
    for c in a:
        total += len(c)
        if len(c) == 1:
            (m,) = c
            hit += m in b_of and sizes[b_of[m]] == 1
        else:
            shared = Counter(b_of[m] for m in c if m in b_of)
            links = sum(n * (n - 1) / 2 for n in shared.values())
            hit += len(c) * links / (len(c) * (len(c) - 1) / 2)
    return hit, total


def ceaf_e(key, response):
    """The best one-to-one alignment of clusters by 2|k & r| / (|k| + |r|)."""
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    gain = np.zeros((len(key), len(response)))
    where = defaultdict(list)
    for j, r in enumerate(response):
        for m in r:
            where[m].append(j)
    for i, k in enumerate(key):
        for j, n in Counter(j for m in k for j in where.get(m, ())).items():
            gain[i, j] = 2 * n / (len(k) + len(response[j]))
    rows, columns = linear_sum_assignment(-gain)
    return gain[rows, columns].sum()


def f1(p, r):
    return 100 * p, 100 * r, 200 * p * r / (p + r) if p + r else 0.0


def scores(key, response, singletons=True):
    """key, response: {mention: cluster label}. Returns {measure: (P, R, F1)} and the CoNLL mean under "CoNLL"."""
    k, r = clusters(key), clusters(response)
    if not singletons:
        k, r = [c for c in k if len(c) > 1], [c for c in r if len(c) > 1]
    k_of, r_of = ({m: i for i, c in enumerate(side) for m in c} for side in (k, r))
    out = {}
    for name, measure in (("MUC", muc), ("B3", b_cubed), ("LEA", lea)):
        (rh, rt), (ph, pt) = measure(k, r_of), measure(r, k_of)
        out[name] = f1(ph / pt if pt else 0.0, rh / rt if rt else 0.0)
    same = ceaf_e(k, r) if k and r else 0.0
    out["CEAFe"] = f1(same / len(r) if r else 0.0, same / len(k) if k else 0.0)
    out["CoNLL"] = sum(out[n][2] for n in ("MUC", "B3", "CEAFe")) / 3
    return out


def line(key, response):
    """One printable line, with and without singletons."""
    a, b = scores(key, response), scores(key, response, singletons=False)
    each = "  ".join(f"{n} {a[n][2]:.1f}" for n in ("MUC", "B3", "CEAFe", "LEA"))
    return f"{each}  CoNLL {a['CoNLL']:.2f}  | no singletons: CoNLL {b['CoNLL']:.1f} LEA {b['LEA'][2]:.1f}"
