"""What words refer back to: the mentions of a text, which earlier ones each may mean, and what tells of each pair."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from rashomon.grammar.gender import gender, of_noun

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Arcs = tuple[Sequence[int], Floats]  # a window's tokens; log-probabilities (word, earlier word, or itself for none)

# -- words of English --------------------------------------------------------------------------------------------------

FAMILIES = (
    "he him his himself",
    "she her hers herself",
    "they them their theirs themselves",
    "it its itself",
    "i me my mine myself",
    "we us our ours ourselves",
    "you your yours yourself yourselves",
    "this that these those",
)
FAMILY = {word: n for n, words in enumerate(FAMILIES) for word in words.split()}
PERSONS, SPEAKING, POINTING = range(2), range(4, 7), 7  # "he" and "she"; who speaks and is spoken to; "this"
NOUN, NOUNS, PERSON, NAME, PROPER = range(8, 13)  # sorts of mentions beside the families of pronouns
SORTS = 13
ROLES = "nsubj nsubj:pass obj iobj obl nmod nmod:poss conj appos root compound flat other".split()
ROLE = {name: n for n, name in enumerate(ROLES)}
ARTICLES = {
    **dict.fromkeys("the".split(), 1),
    **dict.fromkeys("this that these those such".split(), 2),
    **dict.fromkeys("a an another some any no every each several many few".split(), 4),
}
OWNED, DETERMINED = 3, 5  # "her boat"; how many sorts of determiners there are
GENDER, SEXES = {"f": 1, "m": 2}, {0: "m", 1: "f"}
TELLING = frozenset("compound amod flat nmod appos nmod:desc nummod".split())  # words beside a noun that tell which
OPENING, CLOSING, STRAIGHT = frozenset({"“", "``", "«"}), frozenset({"”", "''", "»"}), '"'

NEAR = 40  # mentions before that each mention may refer to
FAR = 4  # earlier ones of the same word, and as many for each word of a name
WORDS = 6  # of a phrase that are compared
FEATURES = 25  # what `Mentions.compared` tells of a pair
LEAST = -12.0  # log-probability of an arc below which all are alike
# The model says "none" too often for a person, as most words of its training refer to nothing: taken off that score.
# Chosen on GUM dev, where any cost from 1 to 10 gives the same figures within .01.
COST = 2.0
REACH = 80  # words that a "he" without an antecedent in its window looks back for its like


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens of a text, as parallel sequences."""

    words: Sequence[str]
    upos: Sequence[str]
    tags: Sequence[str]
    lemmas: Sequence[str]
    heads: Sequence[int]
    deps: Sequence[str]
    ents: Sequence[str]
    sentences: Sequence[int]
    vectors: NDArray[np.float16]


def arcs(scores: Floats, n: int) -> Floats:
    """The scores of a window's first *n* words against each other as log-probabilities over those before and the word
    itself, which stands for none."""
    earlier = np.where(np.tri(n, dtype=bool), scores[:n, :n], -np.inf)
    earlier -= earlier.max(1, keepdims=True)
    return np.asarray(earlier - np.log(np.exp(earlier).sum(1, keepdims=True)), dtype=np.float32).clip(LEAST)


def strongest(scores: Floats, words: Sequence[str]) -> list[int]:
    """For each word of a window the word that its strongest arc leads to, itself for none."""
    found: list[int] = scores.argmax(1).tolist()
    for w, word in enumerate(words):
        if FAMILY.get(word.lower()) in PERSONS:
            row = scores[w].astype(np.float64)
            row[w] -= COST
            found[w] = int(row.argmax())
    return found


def across(order: Sequence[int], words: Sequence[str], antecedents: NDArray[np.int32]) -> None:
    """Complete *antecedents* in place with what windows do not see: of the tokens *order* "I", "we" and "you" refer to
    the last of their kind in the same quotation, or outside of any; a "he" or "she" without an antecedent to its last
    like."""
    last: dict[tuple[int, int], int] = {}
    quotation, before = 0, False
    for i, inside in zip(order, _quoted([words[i] for i in order]), strict=True):
        quotation, before = quotation + int(inside and not before), inside
        family = FAMILY.get(words[i].lower())
        if family is not None and (family in SPEAKING or family in PERSONS):
            key = (family, quotation if inside and family in SPEAKING else 0)
            if family in SPEAKING or (antecedents[i] == i and i - last.get(key, i) < REACH):
                antecedents[i] = last.get(key, antecedents[i])
            last[key] = i


@dataclass(slots=True)
class Mentions:
    """The heads of mentions among the tokens *order* of one voice, read in *windows*. Arrays have a row a mention."""

    text: Words
    order: Sequence[int]
    windows: Sequence[Arcs]
    heads: Ints = field(init=False)  # tokens
    sorts: Ints = field(init=False)
    marks: Ints = field(init=False)  # role, determiner, whether quoted
    genders: Ints = field(init=False)  # 0 where it is not told
    phrases: Ints = field(init=False)  # lemmas of the words of its phrase, numbered, then fillers
    _columns: dict[str, Ints] = field(init=False)

    def __post_init__(self) -> None:
        t = self.text
        found = [(i, sort) for i in self.order if (sort := _sort(t, i)) is not None]
        self.heads = np.array([i for i, _ in found], dtype=np.int64)
        self.sorts = np.array([sort for _, sort in found], dtype=np.int64)
        children = defaultdict(list)
        for i in self.order:
            children[t.heads[i]].append(i)
        quoted = dict(zip(self.order, _quoted([t.words[i] for i in self.order]), strict=True))
        number: dict[str, int] = defaultdict(lambda: len(number))
        self.phrases = np.full((len(found), WORDS), -1, dtype=np.int64)
        self.marks = np.zeros((len(found), 3), dtype=np.int64)
        for k, (i, sort) in enumerate(found):
            beside = [c for c in children[i] if c != i]
            self.marks[k] = _role(t.deps[i]), _determiner(t, i, beside), quoted[i]
            if sort >= NOUN:
                words = {t.lemmas[c] for c in beside if t.deps[c] in TELLING} - {t.lemmas[i]}
                for w, word in enumerate([t.lemmas[i], *sorted(words)][:WORDS]):
                    self.phrases[k, w] = number[word]
        self.genders = np.array(_genders(t, found), dtype=np.int64)
        place = {i: n for n, i in enumerate(self.order)}
        each = self.heads.tolist()
        self._columns = {
            name: np.array(column, dtype=np.int64)
            for name, column in {
                "place": [place[i] for i in each],
                "sentence": [t.sentences[i] for i in each],
                "word": [number["w " + t.words[i].lower()] for i in each],
                "lemma": [number["l " + t.lemmas[i]] for i in each],
                "tag": [number["t " + t.tags[i]] for i in each],
                "head": [t.heads[i] for i in each],
                "above": [t.heads[t.heads[i]] for i in each],
            }.items()
        }

    def candidates(self) -> tuple[Ints, Ints]:
        """All pairs of a mention and one before it that it may refer to, as rows, the earlier of each in order."""
        anaphors, earlier = [], []
        before: dict[tuple[str, int], list[int]] = defaultdict(list)
        words, lemmas = self.phrases.tolist(), self._columns["lemma"].tolist()
        for k, sort in enumerate(self.sorts.tolist()):
            first = max(0, k - NEAR)
            keys = [("sort", sort)]
            if sort >= NOUN:
                keys = [("lemma", lemmas[k])]
                keys += [("part", word) for word in words[k] if word >= 0]
            seen = keys[:1] if sort < PERSON else keys
            like = {j for key in seen for j in before[key][-FAR if sort >= NOUN else -1 :] if j < first}
            found = [*sorted(like), *range(first, k)]
            anaphors += [k] * len(found)
            earlier += found
            for key in keys:
                before[key].append(k)
        return np.array(anaphors, dtype=np.int64), np.array(earlier, dtype=np.int64)

    def compared(self, k: Ints, j: Ints) -> Floats:
        """What the text tells of pairs of a mention and an earlier one (pairs, FEATURES)."""
        c, out = self._columns, np.zeros((FEATURES, len(k)), dtype=np.float32)
        apart = c["sentence"][k] - c["sentence"][j]
        for n, near in enumerate((apart == 0, apart == 1, apart == 2, (apart > 2) & (apart <= 5), apart > 5)):
            out[n] = near
        out[5] = np.log1p(c["place"][k] - c["place"][j]) / 3
        out[6] = np.log1p(k - j) / 3
        out[7], out[8] = k - j == 1, k - j == 2
        out[9], out[10] = (c[name][k] == c[name][j] for name in ("word", "lemma"))
        both = np.flatnonzero((self.sorts[k] >= NOUN) & (self.sorts[j] >= NOUN))
        out[11:14, both] = self._shared(k[both], j[both])
        head, other = self.heads[k], self.heads[j]
        out[14] = c["head"][k] == c["head"][j]
        out[15] = (c["head"][k] == other) | (c["head"][j] == head)
        out[16] = (c["above"][k] == c["head"][j]) | (c["above"][j] == c["head"][k])
        role, _, quoted = self.marks.T
        out[17], out[18] = role[k] == role[j], quoted[k] == quoted[j]
        out[19] = (quoted[j] == 1) & (quoted[k] == 0)
        for n, name in ((20, "conj"), (21, "appos")):
            out[n] = (role[k] == ROLE[name]) & (c["head"][k] == other)
        out[22] = c["tag"][k] == c["tag"][j]
        mine, theirs = self.genders[k], self.genders[j]
        out[23], out[24] = (mine == theirs) & (mine > 0), (mine != theirs) & (mine > 0) & (theirs > 0)
        return out.T

    def _shared(self, k: Ints, j: Ints) -> Floats:
        """Of the words of two phrases the share that the other has, and whether each has one that it has not."""
        a, b = self.phrases[k], self.phrases[j]
        same = ((a[:, :, None] == b[:, None, :]) & (a >= 0)[:, :, None]).sum((1, 2))
        of_a, of_b = (a >= 0).sum(1), (b >= 0).sum(1)
        return np.stack([same / of_a, same / of_b, (same < of_a) & (same < of_b)]).astype(np.float32)

    def pointed(self) -> Iterator[tuple[Ints, Floats]]:
        """For each window that holds mentions their rows, and the arcs from each (row) to each (column)."""
        row = {i: k for k, i in enumerate(self.heads.tolist())}
        for window, scores in self.windows:
            inside = [w for w, i in enumerate(window) if i in row]
            if inside:
                yield np.array([row[window[w]] for w in inside]), scores[np.ix_(inside, inside)]


def _sort(t: Words, i: int) -> int | None:
    """What sort of mention a word is the head of, None for none."""
    family, dep = FAMILY.get(t.words[i].lower()), t.deps[i]
    if family is not None and t.upos[i] in ("PRON", "DET"):
        return None if family == POINTING and (t.upos[i] == "DET" or dep == "mark" or t.tags[i] == "WDT") else family
    if t.upos[i] == "NOUN" and dep != "flat":
        return NOUNS if t.tags[i] == "NNS" else NOUN
    named = t.ents[i] != "O"
    if t.upos[i] == "PROPN" and dep != "flat" and not (dep == "compound" and named and t.ents[t.heads[i]] != "O"):
        return PERSON if t.ents[i].endswith("PER") else NAME if named else PROPER
    return None


def _genders(t: Words, found: Sequence[tuple[int, int]]) -> list[int]:
    """The gender that each mention tells; a surname that of the full names with it, unless they differ."""
    out = []
    bearers: dict[str, set[int]] = defaultdict(set)
    for i, sort in found:
        first = i
        while first and t.ents[first].startswith("I-"):
            first -= 1
        if sort == PERSON:
            told = gender(t.words[first], [t.words[first - 1]] if first else ())
        else:
            told = SEXES.get(sort) or of_noun(t.lemmas[i])
        out.append(GENDER.get(told, 0))
        if sort == PERSON and out[-1]:
            bearers[t.words[i]].add(out[-1])
    alone = {word: genders.pop() for word, genders in bearers.items() if len(genders) == 1}
    return [g or (alone.get(t.words[i], 0) if sort == PERSON else 0) for g, (i, sort) in zip(out, found, strict=True)]


def _role(dep: str) -> int:
    return ROLE.get(dep, ROLE.get(dep.split(":")[0], len(ROLES) - 1))


def _determiner(t: Words, i: int, beside: Sequence[int]) -> int:
    out = 0
    for c in beside:
        if t.deps[c] == "nmod:poss":
            out = OWNED
        elif t.deps[c] == "det" or c < i:
            out = ARTICLES.get(t.words[c].lower(), out)
    return out


def _quoted(words: Sequence[str]) -> Iterator[bool]:
    inside = False
    for word in words:
        opens = word in OPENING or (word == STRAIGHT and not inside)
        inside = opens or (inside and word not in CLOSING and word != STRAIGHT)
        yield inside
