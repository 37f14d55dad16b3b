"""Scores -> labels: trees, runs of BIO tags, and attribution parts joined by arcs. Arrays in, indices out."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rashomon.language import projective

Floats = NDArray[np.float32]
# Added to the score of "none" when a content seeks its cue and a cue its source; chosen on PolNeAR dev (model card).
LONE_CONTENT, LONE_CUE = -2.0, -3.0
# Least probability that a word begins a sentence; the second, where a stop and a capital say so too, was chosen on GUM
# and EWT dev (sentences inside paragraphs: F1 .975 and .901, .973 and .900 with one).
BEGINS, BEGINS_AFTER_STOP = 0.5, 0.3
STOPS = frozenset(".!?")
FAR = 30  # words between a source that no cue chose and the cue that gets it
NEAR = 3  # words between a source and the content after it that need no cue
Run = tuple[int, int, str]  # [first word, end word), kind


@dataclass(frozen=True, slots=True)
class Parts:
    """One attribution as runs of word indices [first, end), content empty for a lone cue.

    `score` is the model's mean log-probability of its arcs.
    """

    source: tuple[int, int] | None
    cue: tuple[int, int] | None
    content: tuple[tuple[int, int], ...]
    score: float

    def among(self, window: Sequence[int]) -> Parts:
        """The same with runs of the tokens that *window* has at these words."""

        def run(words: tuple[int, int]) -> tuple[int, int]:
            return window[words[0]], window[words[1] - 1] + 1

        source, cue = (run(words) if words else None for words in (self.source, self.cue))
        return Parts(source, cue, tuple(map(run, self.content)), self.score)


def tree(score: Floats) -> list[int]:
    """Heads of one sentence from arc scores (child, head), a root on the diagonal: one root, no cycles or crossings.

    Greedy, because that is fast: the best head of every word, then the cheapest change that ties each loose component
    to the root's. Where that makes arcs cross, the best tree without such.
    """
    heads = _greedy(score)
    return projective.best(score) if projective.crosses(heads) else heads


def _greedy(score: Floats) -> list[int]:
    n = len(score)
    free = score.copy()
    np.fill_diagonal(free, -np.inf)
    root = int((np.diag(score) - free.max(1)).argmax())  # the word that loses least, or gains most, by being the root
    free[root] = -np.inf
    free[root, root] = 0
    heads = free.argmax(1)
    while True:
        up = heads  # of every word the one 1, 2, 4 ... steps up
        for _ in range(n.bit_length()):
            up = up[up]
        tied = up == root
        if tied.all():
            found: list[int] = heads.tolist()
            return found
        loose = np.flatnonzero(~tied)
        onto = np.where(tied[None, :], free[loose], -np.inf)
        cost = free[loose, heads[loose]] - onto.max(1)
        on_cycle = np.array([_on_cycle(heads, int(w)) for w in loose])
        pick = int(np.where(on_cycle, cost, np.inf).argmin())
        heads[loose[pick]] = onto[pick].argmax()


def _on_cycle(heads: NDArray[np.intp], word: int) -> bool:
    at = int(heads[word])
    for _ in range(len(heads)):
        if at == word:
            return True
        at = int(heads[at])
    return False


def begins(start: Floats, words: Sequence[str]) -> list[bool]:
    """Which words begin a sentence, from the probability of each: after a stop a capital needs less to do so.

    >>> begins(np.array([0.4, 0.1, 0.1, 0.4, 0.4], np.float32), ["It", "left", ".", "He", "Stayed"])
    [False, False, False, True, False]
    """
    stopped = (before in STOPS and word[:1].isupper() for before, word in itertools.pairwise(("", *words)))
    return [bool(p > (BEGINS_AFTER_STOP if s else BEGINS)) for p, s in zip(start, stopped, strict=True)]


def runs(
    scores: Floats,
    labels: Sequence[str],
    breaks: Sequence[bool],
    bias: Floats | None = None,
    links: Floats | None = None,
) -> list[Run]:
    """Best BIO path -> runs of one kind: the best label of each word where these may follow each other and nothing else
    counts, else Viterbi's.

    *scores* are log-probabilities (words, labels), *links* the trained scores of one label after another (from, to);
    an I tag may only follow its own B or I, and never a break.
    """
    if not len(scores):
        return []
    if bias is not None:
        scores = scores + bias
    kinds = [label[2:] for label in labels]
    inside = [label.startswith("I-") for label in labels]
    path: list[int] = scores.argmax(1).tolist()
    before = [None, *(kinds[tag] for tag in path[:-1])]
    barred = (inside[t] and (b or kinds[t] != kind) for t, b, kind in zip(path, breaks, before, strict=True))
    if links is not None or any(barred):
        path = _best_path(scores, kinds, inside, breaks, links)
    out: list[Run] = []
    for i, tag in enumerate(path):
        if inside[tag] and out and out[-1][1] == i:
            out[-1] = (out[-1][0], i + 1, kinds[tag])
        elif labels[tag] != "O":
            out.append((i, i + 1, kinds[tag]))
    return out


def _best_path(
    scores: Floats, kinds: Sequence[str], inside: Sequence[bool], breaks: Sequence[bool], links: Floats | None
) -> list[int]:
    """The label of each word (Viterbi); *kinds* of labels, and which of them go on *inside* a run."""
    n, k = scores.shape
    step = np.zeros((k, k), dtype=np.float32) if links is None else links.copy()
    for to in (tag for tag in range(k) if inside[tag]):
        step[:, to] += [0 if kind == kinds[to] else -1e4 for kind in kinds]
    barred = np.where(inside, -1e4, 0)
    best, into, through = scores[0] + barred, step.T.astype(np.float64), np.empty((k, k))
    back = np.zeros((n, k), dtype=np.intp)
    for i, score in enumerate(scores[1:].astype(np.float64), 1):  # in place: the arrays are small, and the words many
        np.add(into, best, through)  # (to, from)
        through.argmax(1, back[i])
        np.maximum.reduce(through, 1, None, best)
        best += score
        if breaks[i]:
            best += barred
    path = [int(best.argmax())]
    for came_from in back[:0:-1].tolist():
        path.append(came_from[path[-1]])
    return path[::-1]


def join(found: Sequence[Run], arcs: Floats) -> list[Parts]:
    """Tie each content run to a cue and each cue to a source by the arc scores of their first words.

    A run's own column is "none": content without a cue stands alone (a quotation that goes on), and so does a cue
    without a source ("it is said"). A cue without content is
    returned too: it may stand after a quotation whose tags went to somebody inside it.
    """
    sources = [r for r in found if r[2] == "SOURCE"]
    cues = [r for r in found if r[2] == "CUE"]
    contents: dict[Run | None, list[Run]] = {}
    scores: dict[Run | None, list[float]] = {}
    for run in found:
        if run[2] == "CONTENT":
            cue, score = _best(run, cues, arcs, LONE_CONTENT)
            contents.setdefault(cue, []).append(run)
            scores.setdefault(cue, []).append(score)
    held = {cue: _best(cue, sources, arcs, LONE_CUE) for cue in cues}
    for source in sources:  # a source that no cue chose goes to the cue without one that wants it most
        free = [c for c, (s, _) in held.items() if s is None and c in contents]
        if free and all(s != source for s, _ in held.values()):
            taker = max(free, key=lambda c: (arcs[c[0], source[0]], -c[0]))
            if abs(taker[0] - source[0]) <= FAR:
                held[taker] = (source, float(arcs[taker[0], source[0]] - np.logaddexp.reduce(arcs[taker[0]])))
    out = []
    for tied, (chosen, score) in held.items():
        mean = float(np.mean([*scores.get(tied, ()), score]))
        parts = tuple((b, e) for b, e, _ in contents.get(tied, ()))
        out.append(Parts(chosen[:2] if chosen else None, tied[:2], parts, mean))
    used = {s for s, _ in held.values() if s is not None}
    for run, score in zip(contents.get(None, ()), scores.get(None, ()), strict=True):  # "Minister: no troops were sent"
        near = [s for s in sources if s not in used and 0 <= run[0] - s[1] <= NEAR]
        out.append(Parts(near[-1][:2] if near else None, None, (run[:2],), score))
    return sorted(out, key=lambda p: p.content)


def _best(run: Run, targets: Sequence[Run], arcs: Floats, none: float) -> tuple[Run | None, float]:
    """The target whose first word the run's first word points to; None where "none" plus its bias scores higher."""
    row = arcs[run[0]]
    options: list[tuple[float, int, Run | None]] = [(float(row[run[0]]) + none, -len(targets) - 1, None)]
    options += [(float(row[t[0]]), -i, t) for i, t in enumerate(targets)]
    score, _, best = max(options, key=lambda o: (o[0], o[1]))
    return best, score - float(np.logaddexp.reduce([o[0] for o in options]))
