"""Words as stems, and the phrases of `phrases.txt` found among them.

Stems are made by rule, so that text and table meet without a tagger: "imposed" and "impose" are both "impos".
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import takewhile
from pathlib import Path

TABLE = Path(__file__).with_name("phrases.txt")
WORD = re.compile(r"[^\W\d_]+?(?=n[’']t\b)|n[’']t\b|[’']s\b|[^\W\d_]+(?:[-.][^\W\d_]+)*|\d[\d,.]*|[^\w\s]")
STOPS = frozenset(",.;:?!()–—")  # no phrase goes on behind one
REACH = 4  # words from one word of a phrase to the next
_IRREGULAR = """
meet met; send sent; give gave given; hold held; fight fought; shoot shot; strike struck; steal stole stolen;
seek sought; say said; tell told; take took taken; make made; break broke broken; begin began begun;
go went gone; withdraw withdrew withdrawn; leave left; lead led; lend lent; pay paid; sell sold; buy bought;
burn burnt; blow blew blown; throw threw thrown; overthrow overthrew overthrown; lay laid; lose lost;
build built; speak spoke spoken; fly flew flown; feed fed; feel felt; bring brought; teach taught; stand stood;
write wrote written; drive drove driven; forbid forbade forbidden; forgive forgave forgiven; catch caught;
hang hung; stick stuck; find found; get got gotten; win won; keep kept; do did done does;
be is are was were been being am; have has had; will 'll ’ll; not n't never;
tie tied; die died dying; note noted notes noting
"""
IRREGULAR = {form: line.split()[0] for line in _IRREGULAR.split(";") for form in line.split()[1:]}
KEPT = frozenset({"news", "note"})  # whose stem would be that of another word


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase found at words [begin, end): the type and mode it tells, and how many words it is made of."""

    begin: int
    end: int
    type: str
    mode: str
    length: int


@lru_cache(1 << 14)
def stem(word: str) -> str:
    """The word without its ending.

    >>> [stem(w) for w in ("Imposed", "sanctions", "met", "bodies", "expelled")]
    ['impos', 'sanction', 'meet', 'body', 'expel']
    """
    word = word.lower().replace("’", "'")
    word = IRREGULAR.get(word, word)
    if word in KEPT:
        return word
    if len(word) > 4 and word.endswith(("ies", "ied")):
        return word[:-3] + "y"
    if word.endswith("sses"):
        word = word[:-2]
    elif len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    if word.endswith("eed"):
        word = word[:-1]
    for ending in ("ing", "ed"):
        bare = word.removesuffix(ending)
        if bare != word and len(bare) > 2 and re.search("[aeiouy]", bare):
            word = bare
            break
    word = word[:-1] if word.endswith("e") and len(word) > 3 else word
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] else word  # "expel" and "expelled", "kill" and "killed"


Phrases = Mapping[str, tuple[tuple[tuple[tuple[str, bool], ...], str, str], ...]]


@cache
def table(path: Path = TABLE) -> Phrases:
    """{first stem: (stems with "stands close to the one before", type, mode)}, longest phrases first."""
    found: dict[str, list[tuple[tuple[tuple[str, bool], ...], str, str]]] = {}
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        name, phrases = line.split(":", 1)
        kind, _, mode = name.partition(" ")
        for phrase in phrases.split(";"):
            parts = (part.split("^") for part in phrase.split())
            key = tuple((stem(word), place > 0) for part in parts for place, word in enumerate(part))
            found.setdefault(key[0][0], []).append((key, kind, mode))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in found.items()}


@cache
def inner() -> frozenset[str]:
    """Stems that stand in a phrase after its first word: "sanction", "talk", "exercis"."""
    return frozenset(word for rows in table().values() for key, _, _ in rows for word, _ in key[1:])


def match(stems: Sequence[str], phrases: Phrases | None = None) -> list[Phrase]:
    """The longest phrases that begin at each word, in the order of the words; *phrases* stand in for the package's."""
    out = []
    known = table() if phrases is None else phrases
    for i, first in enumerate(stems):
        longest = 0
        for key, kind, mode in known.get(first, ()):
            if len(key) < longest:
                break
            end = _end(stems, i, key[1:])
            if end:
                longest = len(key)
                out.append(Phrase(i, end, kind, mode, longest))
    return out


def _end(stems: Sequence[str], at: int, rest: Sequence[tuple[str, bool]]) -> int:
    """The end of a phrase whose first word stands at a place; 0 where the rest does not follow."""
    for word, close in rest:
        window = range(at + 1, min(at + (1 if close else REACH) + 1, len(stems)))
        at = next((k for k in takewhile(lambda k: stems[k] not in STOPS, window) if stems[k] == word), -1)
        if at < 0:
            return 0
    return at + 1
