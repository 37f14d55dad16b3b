"""Figures of attribution on sets of tokens, so that no tokenizer of a system under test matters.

A token is a word with an inner apostrophe, or one other character that is not white space. It carries a role when one
of its characters does. A filler is everything that fills one role of one attribution, all its fragments.

    token     tokens that carry the role
    exact     the whole filler, punctuation trimmed at its outer edges; equal fillers of a document count once
    segment   as exact, each contiguous run of a filler alone: comparable with taggers
    overlap   P: predicted fillers that share a token with an annotated filler of the role; R: the reverse
    relation  attributions matched one to one, by shared cue and Jaccard of content:
        overlap  cue, content and source share a token each; two without a source agree on it
        half     content Jaccard at least one half, and the sources agree; the cue is ignored
        exact    all three fillers are equal

Matching is greedy, best pair first.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from eval.metrics import Score, overlap

ROLES = ("source", "cue", "content")
RELATIONS = ("overlap", "half", "exact")
TOKEN = re.compile(r"\w+(?:['’]\w+)?|[^\w\s]")

Fragments = Sequence[tuple[int, int]]  # [begin, end) code points
Filler = frozenset[int]  # indices of tokens


def tokens(text: str) -> list[tuple[int, int, str]]:
    """(begin, end, words) of every token.

    >>> [t[2] for t in tokens("“It's 5%,” he")]
    ['“', "It's", '5', '%', ',', '”', 'he']
    """
    return [(m.start(), m.end(), m.group()) for m in TOKEN.finditer(text)]


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of one text, ready to be asked which of them a span covers."""

    rows: list[tuple[int, int, str]]
    ends: list[int]

    @classmethod
    def of(cls, text: str) -> Tokens:
        """The tokens of *text*."""
        rows = tokens(text)
        return cls(rows, [end for _, end, _ in rows])

    def covered(self, fragments: Fragments) -> Filler:
        """Tokens of which at least one character lies in a fragment."""
        found = set()
        for begin, end in fragments:
            i = bisect_right(self.ends, begin)
            while i < len(self.rows) and self.rows[i][0] < end:
                found.add(i)
                i += 1
        return frozenset(found)

    def trim(self, filler: Iterable[int]) -> Filler:
        """The filler without punctuation at its outer edges; inner punctuation stays."""
        s = sorted(filler)
        while s and not re.match(r"\w", self.rows[s[0]][2]):
            s.pop(0)
        while s and not re.match(r"\w", self.rows[s[-1]][2]):
            s.pop()
        return frozenset(s)

    def segments(self, fillers: Iterable[Filler]) -> set[Filler]:
        """Every contiguous run of every filler, trimmed."""
        out: set[Filler] = set()
        for filler in fillers:
            run: list[int] = []
            for i in sorted(filler):
                if run and i != run[-1] + 1:
                    out.add(self.trim(run))
                    run = []
                run.append(i)
            out.add(self.trim(run))
        return out - {frozenset()}


Roles = Mapping[str, Filler]


def role_scores(toks: Tokens, gold: Sequence[Roles], predicted: Sequence[Roles]) -> list[Score]:
    """token, exact, segment and overlap of each role over the attributions of one document, fillers untrimmed."""
    scores = []
    for role in ROLES:
        g, p = [a[role] for a in gold], [a[role] for a in predicted]
        ge, pe = distinct(toks, g), distinct(toks, p)
        gu, pu = frozenset[int]().union(*ge), frozenset[int]().union(*pe)
        scores += [
            overlap(f"token {role}", frozenset[int]().union(*g), frozenset[int]().union(*p)),
            overlap(f"exact {role}", ge, pe),
            overlap(f"segment {role}", toks.segments(g), toks.segments(p)),
            Score(f"overlap {role}", sum(bool(x & gu) for x in pe), len(pe), sum(bool(x & pu) for x in ge), len(ge)),
        ]
    return scores


def distinct(toks: Tokens, fillers: Iterable[Filler]) -> set[Filler]:
    """The different fillers that are left after trimming."""
    return {toks.trim(f) for f in fillers} - {frozenset()}


def relations(predicted: Sequence[Roles], gold: Sequence[Roles]) -> dict[str, set[tuple[int, int]]]:
    """The pairs (predicted, gold) of matched attributions that hold by each of `RELATIONS`, fillers trimmed."""
    candidates = []
    for (i, a), (j, b) in product(enumerate(predicted), enumerate(gold)):
        shared, cue = len(a["content"] & b["content"]), bool(a["cue"] & b["cue"])
        if shared or cue:
            candidates.append((shared / (len(a["content"] | b["content"]) or 1) + cue, i, j))
    candidates.sort(reverse=True)
    used_p: set[int] = set()
    used_g: set[int] = set()
    pairs: dict[str, set[tuple[int, int]]] = {name: set() for name in RELATIONS}
    for _, i, j in candidates:
        if i in used_p or j in used_g:
            continue
        used_p.add(i)
        used_g.add(j)
        for name in agreements(predicted[i], gold[j]):
            pairs[name].add((i, j))
    return pairs


def agreements(a: Roles, b: Roles) -> list[str]:
    """Which of `RELATIONS` hold between two attributions."""
    source = bool(a["source"] & b["source"]) or not (a["source"] or b["source"])
    shared, union = a["content"] & b["content"], a["content"] | b["content"]
    held = {
        "overlap": bool(a["cue"] & b["cue"] and shared and source),
        "half": bool(a["content"] and 2 * len(shared) >= len(union) and source),
        "exact": all(a[role] == b[role] for role in ROLES),
    }
    return [name for name in RELATIONS if held[name]]
