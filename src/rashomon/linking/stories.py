"""Stories: accounts of one happening. Each account joins the best story so far or opens one; then, twice, each is
compared with all the stories that were found, with its own as it is without it, so that the order of arrival matters
less.

TF-IDF cosine against a story's running sum: body .5, lead .25, names .25. Candidates come from the posting lists of the
account's heaviest terms, so the cost of an account does not grow with the case. No single linkage anywhere: an
account is compared with the sum of a story, never with its nearest member.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from rashomon.types import Block, BlockKind, Document, Judgement, Link

WEIGHTS = (0.5, 0.25, 0.25)  # body, lead, names
# Cosine from which an account joins a story so far, and one that is found: chosen on ECB+ dev and the news clusters,
# the files that the evaluation reports (docs/evaluation.md has the figures).
JOIN, STAY, PASSES = 0.34, 0.2, 2
OWN = 0.3  # of an account of the background that one of the case counts: all of a case may tell one story
TERMS, CANDIDATES, POSTING_CAP = 14, 15, 400
LEAD = 60  # words of the lead, headline included
KEPT, FORGET_AT = 300, 400  # terms of a story's sum
READ = frozenset(BlockKind) - {BlockKind.COMMENT, BlockKind.BYLINE, BlockKind.LINK, BlockKind.BOILERPLATE}
Counts = tuple[Counter[str], Counter[str], Counter[str]]
Vector = dict[str, float]
Top = Sequence[tuple[str, float]]


def stories(documents: Sequence[Document]) -> tuple[tuple[str, ...], ...]:
    """Groups of document ids. Accounts are taken by stated date, then id: the order given changes nothing."""
    groups: dict[int, list[str]] = defaultdict(list)
    ordered = sorted(documents, key=lambda d: (d.provenance.published or "9999", d.id))
    for d, story in zip(ordered, assign([represent(d) for d in ordered]), strict=True):
        groups[story].append(d.id)
    return tuple(sorted(tuple(sorted(group)) for group in groups.values()))


def assign(accounts: Sequence[Counts]) -> list[int]:
    """The number of each account's story; accounts in their order of arrival."""
    index = Index(accounts)
    homes = [index.add(counts) for counts in accounts]
    for _ in range(PASSES):
        homes = index.settle(accounts, homes)
    return homes


def story_links(groups: Sequence[Sequence[str]]) -> tuple[Link, ...]:
    """A SAME link of kind "story" from the first account of each group to the others."""
    because = ("body, lead and names have words in common",)
    return tuple(Link("story", g[0], other, Judgement.SAME, 1.0, because) for g in groups for other in g[1:])


class Index:
    """The stories so far. `add` returns the number of the story that an account joined or opened."""

    def __init__(self, accounts: Sequence[Counts] = ()):
        """*accounts* are counted first, beside the background, so that words which every account of the case has
        weigh less whatever the order of arrival."""
        background = frequencies()
        held = Counter(k for body, _, names in accounts for k in {*body, *names})
        self._n = background.get("", 0) + OWN * len(accounts)
        self._df = {k: background.get(k, 0) + OWN * held[k] for k in background.keys() | held.keys() if k}
        self._clear()

    def _clear(self) -> None:
        self._postings: dict[str, dict[int, float]] = defaultdict(dict)
        self._sums: list[list[Vector]] = []
        self._norms: list[list[float]] = []

    def add(self, counts: Counts) -> int:
        """Join the most similar story, or open one below the threshold."""
        vectors, top = self._vectors(counts)
        best, story = max(((self._similarity(vectors, s), -s) for s in self._near(top)), default=(0.0, 0))
        home = -story if best >= JOIN else len(self._sums)
        self._extend(home, vectors, top)
        return home

    def settle(self, accounts: Sequence[Counts], homes: Sequence[int]) -> list[int]:
        """The stories of the accounts, which were at *homes*, once each has been compared with all of these."""
        sizes, moved, opened = Counter(homes), list[int](), len(self._sums)
        for counts, home in zip(accounts, homes, strict=True):
            vectors, top = self._vectors(counts)
            alone = sizes[home] == 1
            open_to = (s for s in self._near(top) if not alone or s != home)
            best, story = max(((self._similarity(vectors, s, s == home), -s) for s in open_to), default=(0.0, 0))
            if best < STAY and not alone:
                home, opened = opened, opened + 1
            moved.append(-story if best >= STAY else home)
        single = {home: i for i, home in enumerate(homes) if sizes[home] == 1}
        for home, i in single.items():  # of two that would change places the earlier stays
            other = single.get(moved[i], i)
            if home < homes[other] and moved[other] == home:
                moved[i] = home
        numbers = {story: n for n, story in enumerate(dict.fromkeys(moved))}
        self._clear()
        for counts, story in zip(accounts, moved, strict=True):
            self._extend(numbers[story], *self._vectors(counts))
        return [numbers[story] for story in moved]

    def _near(self, top: Top) -> list[int]:
        """The stories with most of the weight of an account's heaviest terms."""
        votes: dict[int, float] = defaultdict(float)
        for term, x in top:
            stories = self._postings.get(term, {})
            if len(stories) <= POSTING_CAP:
                for story, w in stories.items():
                    votes[story] += x * w
        return sorted(votes, key=lambda story: (-votes[story], story))[:CANDIDATES]

    def _vectors(self, counts: Counts) -> tuple[list[Vector], Top]:
        """The unit vectors of body, lead and names, and the heaviest terms of the body."""
        vectors = [self._vector(c) for c in counts]
        return vectors, sorted(vectors[0].items(), key=lambda kv: (-kv[1], kv[0]))[:TERMS]

    def _vector(self, counts: Counter[str]) -> Vector:
        v = {k: (1 + math.log(f)) * math.log((self._n + 2) / (self._df[k] + 0.5)) for k, f in counts.items()}
        norm = math.sqrt(sum(x * x for x in v.values())) or 1.0
        return {k: x / norm for k, x in v.items()}

    def _similarity(self, vectors: Sequence[Vector], story: int, own: bool = False) -> float:
        """Of an account and a story; of its *own* story, that story without the account."""
        total = 0.0
        for weight, v, s, norm in zip(WEIGHTS, vectors, self._sums[story], self._norms[story], strict=True):
            dot = sum(x * s.get(k, 0.0) for k, x in v.items())
            if own and v:  # a unit vector less
                dot, norm = dot - 1, math.sqrt(max(norm * norm - 2 * dot + 1, 0.0))
            total += weight * max(dot, 0.0) / (norm or 1.0)
        return total

    def _extend(self, story: int, vectors: Sequence[Vector], top: Top) -> None:
        if story == len(self._sums):
            self._sums.append([{}, {}, {}])
            self._norms.append([0.0, 0.0, 0.0])
        for i, v in enumerate(vectors):
            total = self._sums[story][i]
            for k, x in v.items():
                total[k] = total.get(k, 0.0) + x
            if len(total) > FORGET_AT:
                total = dict(sorted(total.items(), key=lambda kv: (-kv[1], kv[0]))[:KEPT])
                self._sums[story][i] = total
            self._norms[story][i] = math.sqrt(sum(x * x for x in total.values()))
        for k, x in top:
            self._postings[k][story] = self._postings[k].get(story, 0.0) + x


def represent(document: Document) -> Counts:
    """Counts of stems in the body, of stems in the lead, and of capitalised words inside sentences."""
    voiced = "\n".join(document.quote(b.span) for b in document.layer(Block) if b.kind in READ)
    title = document.provenance.title
    return count(voiced if title in voiced else f"{title}.\n{voiced}")


def count(text: str) -> Counts:
    """As `represent`, from plain text."""
    body, lead, names = Counter[str](), Counter[str](), Counter[str]()
    for k, m in enumerate(re.finditer(r"(?:(?<=\w)['’])?[^\W_]+", text)):
        word = m[0]
        if not word[0].isalnum() or len(word) < 2:
            continue
        opens = not re.search(r"[\w,’')] ?$", text[max(0, m.start() - 2) : m.start()])
        key = stem(word.lower())
        if word[0].isupper() and not opens:
            names[key] += 1
        if not key:
            continue
        body[key] += 1
        if k < LEAD:
            lead[key] += 1
    names.pop("", None)
    return body, lead, names


@cache
def stem(word: str) -> str:
    """The word without a plural, -ed or -ing; "" for a function word.

    >>> stem("attacks"), stem("the"), stem("killed")
    ('attack', '', 'kill')
    """
    if word in _function_words():
        return ""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    for end in ("ing", "ed"):
        if word.endswith(end) and len(word) > len(end) + 3:
            return word[: -len(end)]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3 else word


@cache
def _function_words() -> frozenset[str]:
    return frozenset(
        "the a an of to in on at for and or but by with from that this it its is was were be been has have "
        "had he she they his her their who which as after not said says will would also than are you we our "
        "us him them there what when where how all more one two new about up out over into no if so can could "
        "may might just first last other some any only do did does re ve ll don its while during before since "
        "because through between against under these those such very then now being am my me your i".split()
    )


@cache
def frequencies() -> Mapping[str, int]:
    """Stem -> number of background accounts that hold it; "" -> how many accounts were counted. Made from public
    corpora by `training/frequencies.py`, rare stems left out."""
    lines = files("rashomon.linking").joinpath("frequencies.tsv").read_text("utf-8").splitlines()
    return {stem: int(n) for stem, n in (line.split("\t") for line in lines)}
