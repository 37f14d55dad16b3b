"""Copies: are edited reprints found, and accounts that only tell the same event left apart?

Data: a file of `eval.articles`. From ORIGINALS articles, drawn with a fixed seed, copies are made as editors make them,
each framed by lines that outlets add: cut to half and to a third, words exchanged, spliced with half of another
article. Two unrelated articles of one event are also given one and the same quotation. All stand in one case beside
the articles as they are.
"""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path

from eval.articles import Article, read
from eval.metrics import Fault, Result, Score, accuracy, recall
from rashomon.linking.copies import common, copies

SEED, ORIGINALS = 5, 150
LEAST = 120  # words of an article that is edited
RUN = 12  # words in a row that two articles of a file share by themselves if one copies the other
SHINGLE, JACCARD = 5, 0.5  # of the baseline
FRAME = (
    "All rights reserved. This material may not be published, broadcast, rewritten or redistributed.",
    "Follow us for the latest updates from our reporters.",
    "Sign up for our morning newsletter here.",
    "By our staff reporter",
    "Read more: our coverage in pictures",
)
Pairs = frozenset[frozenset[str]]


@dataclass(frozen=True, slots=True)
class Case:
    """An article as it is (`edit` empty) or edited. `origins` are the articles that its words are from."""

    article: Article
    edit: str = ""
    origins: frozenset[str] = frozenset()


def gold(path: Path, limit: int | None) -> list[Case]:
    """The articles of the file, and the copies made of them; *limit* counts articles."""
    articles = read(path, limit)
    cases = [Case(a, "", frozenset({a.id})) for a in articles]
    rng = random.Random(SEED)
    long = [a for a in articles if sum(len(s.split()) for s in a.sentences) >= LEAST]
    words = sorted({w for a in long for s in a.sentences for w in s.split() if w.isalpha()})
    chosen = rng.sample(long, min(ORIGINALS, len(long)))
    for a in chosen:
        other = rng.choice([b for b in long if b.story != a.story] or long)
        for name, edit in EDITS.items():
            before, *after = ([line] for line in rng.sample(FRAME, 3))
            paragraphs = (before, *edit(a, other, words, rng), *after)
            origins = frozenset({a.id, other.id}) if name == "spliced" else frozenset({a.id})
            cases.append(Case(_made(a, name, paragraphs), name, origins))
        cases += _quoting(a, long, rng)
    return cases


def _made(a: Article, name: str, paragraphs: Sequence[Sequence[str]]) -> Article:
    return replace(a, id=f"{a.id}@{name}", paragraphs=tuple(map(tuple, paragraphs)))


def _first(share: float, a: Article) -> list[tuple[str, ...]]:
    """The leading paragraphs that hold that share of the sentences, the last one cut."""
    left = max(2, round(share * len(a.sentences)))
    out = []
    for p in a.paragraphs:
        out.append(p[:left])
        left -= len(out[-1])
        if not left:
            break
    return out


def _exchanged(share: float, a: Article, words: Sequence[str], rng: random.Random) -> list[tuple[str, ...]]:
    def said(sentence: str) -> str:
        return " ".join(rng.choice(words) if rng.random() < share else w for w in sentence.split())

    return [tuple(map(said, p)) for p in a.paragraphs]


Edit = Callable[[Article, Article, Sequence[str], random.Random], list[tuple[str, ...]]]
EDITS: dict[str, Edit] = {
    "cut to 50%": lambda a, other, words, rng: _first(0.5, a),
    "cut to 30%": lambda a, other, words, rng: _first(0.3, a),
    "6% of words": lambda a, other, words, rng: _exchanged(0.06, a, words, rng),
    "15% of words": lambda a, other, words, rng: _exchanged(0.15, a, words, rng),
    "spliced": lambda a, other, words, rng: _first(0.5, a) + _first(0.5, other),
}


def _quoting(a: Article, articles: Sequence[Article], rng: random.Random) -> Iterator[Case]:
    """The article and another of its story, each with one and the same quotation in its middle."""
    others = [b for b in articles if b.story == a.story and b.id != a.id and not _share_a_run(a, b)]
    if not others:
        return
    source = rng.choice(articles)
    begin = rng.randrange(max(1, len(source.sentences) - 3))
    quoted = re.sub('[“”"]', "", " ".join(source.sentences[begin : begin + 3]))
    for b in (a, rng.choice(others)):
        at = len(b.paragraphs) // 2
        paragraphs = (*b.paragraphs[:at], (f"“{quoted}” a spokesman said.",), *b.paragraphs[at:])
        article = replace(b, id=f"{b.id}@quoted beside {a.id}", paragraphs=paragraphs)
        yield Case(article, "quoted", frozenset({b.id}))


def _share_a_run(a: Article, b: Article) -> bool:
    return common(_words(a), _words(b))[1] >= RUN


def _words(a: Article) -> list[str]:
    return re.findall(r"\w+", " ".join(a.sentences).lower())


def predict(cases: Sequence[Case]) -> list[Pairs]:
    """The pairs that Rashomon calls copies, each at the case that comes last of the two."""
    return _by_case(cases, ((ln.left, ln.right) for ln in copies([c.article.document() for c in cases])))


def baseline(cases: Sequence[Case], train: Path | None) -> list[Pairs]:
    """Pairs whose five-word shingles have a Jaccard similarity of one half, as near-duplicates are usually found."""
    shingles = {}
    for c in cases:
        w = _words(c.article)
        shingles[c.article.id] = {tuple(w[i : i + SHINGLE]) for i in range(len(w) - SHINGLE + 1)}
    holders = defaultdict(list)
    for key, found in shingles.items():
        for s in sorted(found):
            holders[s].append(key)
    shared = Counter(pair for keys in holders.values() for pair in combinations(keys, 2))
    size = {key: len(found) for key, found in shingles.items()}
    return _by_case(cases, ((a, b) for (a, b), n in shared.items() if n >= JACCARD * (size[a] + size[b] - n)))


def _by_case(cases: Sequence[Case], pairs: Iterator[tuple[str, str]]) -> list[Pairs]:
    place = {c.article.id: i for i, c in enumerate(cases)}
    out: list[set[frozenset[str]]] = [set() for _ in cases]
    for a, b in pairs:
        out[max(place[a], place[b])].add(frozenset({a, b}))
    return [frozenset(found) for found in out]


def score(cases: Sequence[Case], predictions: Sequence[Pairs]) -> Result:
    """Recall of each edit; `precision` of all pairs found, but for articles of the file that share a run by themselves;
    `unrelated apart` and `quotation apart`: the shares of unrelated pairs of one story that are left apart."""
    of = {c.article.id: c for c in cases}
    plain = {c.article.id: c.article for c in cases if not c.edit}
    found = frozenset(pair for pairs in predictions for pair in pairs)
    scores, faults = [], []
    for name in EDITS:
        made = [frozenset({c.article.id, c.article.id.partition("@")[0]}) for c in cases if c.edit == name]
        scores.append(recall(name, sum(pair in found for pair in made), len(made)))
        faults += [Fault(max(pair), name, 0, 0, "missed", "") for pair in made if pair not in found]
    related: dict[frozenset[str], bool] = {}

    def natural(x: str, y: str) -> bool:
        """True if two articles of the file share a run."""
        pair = frozenset({x, y})
        if pair not in related:
            related[pair] = x == y or _share_a_run(plain[x], plain[y])
        return related[pair]

    wrong = [p for p in found if not any(natural(x, y) for x in of[min(p)].origins for y in of[max(p)].origins)]
    right = sum(bool(of[min(p)].origins & of[max(p)].origins) for p in found)
    faults += [Fault(max(p), "precision", 0, 0, "spurious", min(p)) for p in wrong]
    scores.append(accuracy("precision", right, right + len(wrong)))
    same = defaultdict(list)
    for a in plain.values():
        same[a.story].append(a.id)
    apart = [frozenset(p) for ids in same.values() for p in combinations(sorted(ids), 2) if not natural(*p)]
    scores.append(accuracy("unrelated apart", sum(p not in found for p in apart), len(apart)))
    beside = defaultdict(list)
    for c in cases:
        if c.edit == "quoted":
            beside[c.article.id.partition(" beside ")[2]].append(c.article.id)
    quoting = [frozenset(ids) for ids in beside.values() if len(ids) > 1]
    scores.append(accuracy("quotation apart", sum(p not in found for p in quoting), len(quoting)))
    return Result(tuple(_kept(scores)), tuple(faults))


def _kept(scores: Sequence[Score]) -> Iterator[Score]:
    """Figures that were measured: a file without two articles of one story has no pairs of them."""
    yield from (s for s in scores if s.gold)
