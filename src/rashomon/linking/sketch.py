"""What linking keeps of an account while it looks at all of them: counts of its stems, and hashes of its own words.

A sketch takes a few kilobytes and is made of one account alone, so a case keeps it and an account is read for it once.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from rashomon.types import FURNITURE, Block, BlockKind, Document

SHINGLE = 5  # words
SAMPLE = 4  # one shingle in so many is kept
LEAD = 60  # words of the lead, headline included
READ = frozenset(BlockKind) - FURNITURE - {BlockKind.COMMENT}
COPIED = frozenset({BlockKind.HEADLINE, BlockKind.CAPTION, BlockKind.UPDATE, BlockKind.ORIGINAL, BlockKind.PARAGRAPH})
FIRST, SPOKEN = frozenset("we our us i my me".split()), 2  # words of who speaks of itself, and how many of them show it
_QUOTED = re.compile(r"“[^”]{0,2000}”|\"[^\"\n]{0,2000}\"|«[^»]{0,2000}»|(?<!\w)'[^'\n]{20,2000}'(?!\w)")
Counts = tuple[Mapping[str, int], Mapping[str, int], Mapping[str, int]]
"""Of body, lead and names: stem -> how often."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """An account for `copies` and `stories`: its id and stated date, the counts of its stems as JSON, how many words
    its outlet wrote itself, and the sampled hashes of their shingles, 8 bytes each, ascending."""

    document: str
    published: str
    stems: str
    length: int
    shingles: bytes

    @property
    def counts(self) -> Counts:
        """The counts of its stems; of all accounts at once they would take much more memory than their JSON."""
        body, lead, names = json.loads(self.stems)
        return body, lead, names


def sketch(document: Document) -> Sketch:
    """The sketch of an account. Needs the layer Block; raises MissingLayer without it."""
    words = own_words(document)
    stems = json.dumps(represent(document), ensure_ascii=False, separators=(",", ":"))
    return Sketch(document.id, document.provenance.published, stems, len(words), sampled(words))


def represent(document: Document) -> Counts:
    """Counts of stems in the body, of stems in the lead, and of capitalised words inside sentences. Who publishes what
    it did itself ("we", "I") is one of those whom its account is about, though it has no need to name itself."""
    voiced = "\n".join(document.quote(b.span) for b in document.layer(Block) if b.kind in READ)
    title, outlet = document.provenance.title, document.provenance.outlet or ""
    body, lead, names = count(voiced if title in voiced else f"{title}.\n{voiced}")
    if "." not in outlet and sum(w in FIRST for w in own_words(document)) >= SPOKEN:
        own = Counter(key for w in re.findall(r"[^\W_]{2,}", outlet) if (key := stem(w.lower())))
        lead, names = Counter(lead) + own, Counter(names) + own
    return body, lead, names


def count(text: str) -> Counts:
    """As `represent`, from plain text."""
    body, lead, names = Counter[str](), Counter[str](), Counter[str]()
    for k, m in enumerate(re.finditer(r"(?:(?<=\w)['’])?[^\W_]+", text)):
        word = m[0]
        if not word[0].isalnum() or len(word) < 2:
            continue
        key = stem(word.lower())
        if word[0].isupper() and re.search(r"[\w,’')] ?$", text[max(0, m.start() - 2) : m.start()]):  # no first word
            names[key] += 1
        if not key:
            continue
        body[key] += 1
        if k < LEAD:
            lead[key] += 1
    names.pop("", None)
    return body, lead, names


@lru_cache(maxsize=1 << 16)
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


def own_words(document: Document) -> list[str]:
    """The words that an outlet wrote itself: lower case, without quoted speech, comments, links and boilerplate."""
    text = "\n".join(document.quote(b.span) for b in document.layer(Block) if b.kind in COPIED)
    return re.findall(r"\w+", _QUOTED.sub(" ", text).lower())


def sampled(words: Sequence[str]) -> bytes:
    """The hashes of one shingle in SAMPLE, chosen by the hash itself so that two texts choose alike: 8 bytes each, high
    byte first, ascending and distinct."""
    grams = {" ".join(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1))}
    hashes = {hashlib.blake2b(g.encode(), digest_size=8).digest() for g in grams}
    return b"".join(sorted(h for h in hashes if h[-1] % SAMPLE == 0))
