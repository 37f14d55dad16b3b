"""Which words of a stretch taken for a name are the name: what describes it, owns it or reports it is cut off.

A second language is a second module of the same names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING

from rashomon import gazetteer
from rashomon.grammar import people
from rashomon.numerals import ONES
from rashomon.types import Span

if TYPE_CHECKING:
    from rashomon.tokens import Doc, Token

JOINTS = frozenset(  # small words inside a name
    """of the and for in on at de del da di du la le el al bin ibn abu von van der den ter y e sur upon & - – ' ’ ,
    .""".split()
)
EMPTY = frozenset("the a an new old this that these those in on at of and for".split())  # no name by themselves
# "of" a body, whose name they are not.
HEADS = frozenset("head chief director leader member spokesman spokeswoman".split())
DESCRIBES = frozenset("several many most some few early former late another other both".split())
# In capitals inside a sentence these may begin a name: "All Delta Airways". Whoever calls writes the first word small.
COUNTS = frozenset(word for word, number in ONES.items() if 0 < number <= 10) | {"all"}
BEFORE = COUNTS | {"the"}
LONGEST_TOWN = 40  # code points before its last word
_TOWN = re.compile(r"\b[A-Z]\w+[\s-]+(?:[a-z]{1,4}[\s-]+){1,2}$")  # "Dar es " before "Salaam"
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_ACRONYM = re.compile(r"[A-Z]{3,6}")
# "DpolG", "IGMetall"; not "LuAnn", "McVALE".
_MIXED = re.compile(r"(?!Mc|Mac)(?=.*[a-z])(?:[A-Z][A-Za-z]*[A-Z]|[A-Za-z]*[A-Z]{2}[A-Za-z]*)")


def town(text: str, last: Span) -> int:
    """Where the name of a town begins that ends with a name, small words between: its own begin where there is none.

    >>> town("In Dar es Salaam.", Span(10, 16)), town("In Dar or Salaam.", Span(10, 16))
    (3, 10)
    """
    found = _TOWN.search(text, max(0, last.begin - LONGEST_TOWN), last.begin)
    whole = " ".join(re.split(r"[\s-]+", text[found.start() : last.end])) if found else ""
    return found.start() if found and any(p.name == whole for p in gazetteer.places(whole)) else last.begin


def named(doc: Doc) -> Iterator[tuple[list[Token], str]]:
    """The names that the tags of *doc* give, with their kind. Where the tree makes one name of two stretches, or of one
    and the capital right after it ("Ana | Oro"), they are one; a person's, if one of them is."""
    done = 0
    for ent in doc.ents:
        words, kind = list(ent), ent.label_
        if words[0].i < done:
            continue
        while (last := words[-1].i + 1) < len(doc) and _goes_on(words, doc[last]):
            kind = "PER" if doc[last].ent_type_ == "PER" else kind
            words.append(doc[last])
        done = words[-1].i + 1
        yield words, kind


def _goes_on(words: Sequence[Token], after: Token) -> bool:
    """True if the tree makes a word part of the name before it, or gives a person's name the place of that name."""
    if not words[-1].whitespace_ or not after.text[:1].isupper() or after.sent != words[0].sent:
        return False
    same = (after.head, after.dep_) == (words[0].head, words[0].dep_)
    before = words[0].dep_ == "compound" and words[0].head == after and words[0].ent_type_ == "PER"
    one = after.ent_type_ == "PER" and len(words) == 1 and (same or before)
    return (after.dep_ == "flat" and after.head in words) or one


def parts(
    words: Sequence[str], kind: str, known: Mapping[str, str], alone: Mapping[str, str] = MappingProxyType({})
) -> list[tuple[int, int, str]]:
    """The names in a stretch of *words* of a kind (PER, ORG, LOC, MISC): [begin, end) of the words, and the kind.

    *known* are names that can own another and stand for themselves: folded words -> kind. "two Delta aides and a former
    DRU chair" holds one name of one word; "Vale's Works Council" is a person and a body. *alone* are stretches that the
    account names by themselves elsewhere: "Delta and Karsabook" are two, if both are or if they are of one word and
    one of them is; so are "DRU" and what stands after it.
    """
    out = []
    for first, last, listed in _listed(words, kind, alone):
        for begin, end, of in _owned(words, first, last, listed, known):
            for run in _runs(words, begin, end):
                run = _bare(words, *run, of)
                if any(w.casefold() not in EMPTY for w in words[slice(*run)]):
                    out.append((*run, of))
    return out


def _listed(words: Sequence[str], kind: str, alone: Mapping[str, str]) -> list[tuple[int, int, str]]:
    """The stretch cut at its "and"s and commas, or after initials, where what lies between is named alone."""
    at = [i for i, w in enumerate(words) if w in ("and", "&", ",")]
    cut = [(b + 1, e) for b, e in pairwise([-1, *at, len(words)]) if b + 1 < e]
    if len(words) == 2 and _ACRONYM.fullmatch(words[0]):
        cut = [(0, 1), (1, 2)]
    named = [" ".join(words[b:e]).casefold() in alone for b, e in cut]
    single = bool(at) and all(e - b == 1 and words[b][:1].isupper() for b, e in cut)
    if len(cut) < 2 or not (all(named) or (single and any(named))):
        return [(0, len(words), kind)]
    return [(b, e, alone.get(" ".join(words[b:e]).casefold(), kind)) for b, e in cut]


def _owned(
    words: Sequence[str], begin: int, end: int, kind: str, known: Mapping[str, str]
) -> list[tuple[int, int, str]]:
    """The stretch cut after an owner that is known by itself: "Vale's | Works Council", but not "Sam's Club"."""
    out = []
    for i in range(begin, end - 1):
        word = words[i]
        if word in _POSSESSIVE and i > begin and (owner := known.get(words[i - 1].casefold())):
            start = begin + 2 if words[begin].casefold() in HEADS and words[begin + 1] == "of" else begin
            out.append((start, i, owner))
            begin = i + 1
    return [*out, (begin, end, kind)]


def _runs(words: Sequence[str], begin: int, end: int) -> list[tuple[int, int]]:
    """The stretch itself where only small words join its capitals, else its longest run of capitals, the last one."""
    capital = [w[:1].isupper() or w[:1].isdigit() for w in words]
    if all(capital[i] or words[i].casefold() in JOINTS or not words[i].islower() for i in range(begin, end)):
        return [(begin, end)]
    runs: list[tuple[int, int]] = []
    i = begin
    while i < end:
        if not capital[i]:
            i += 1
            continue
        j = i
        while j < end and (capital[j] or _joins(words, j, end, capital)):
            j += 1
        runs.append((i, j))
        i = j
    return [max(runs, key=lambda r: (r[1] - r[0], r[0]))] if runs else []


def _joins(words: Sequence[str], at: int, end: int, capital: Sequence[bool]) -> bool:
    """True for small words with a capital after them: "for the" of "People for the Delta"."""
    small = JOINTS | _POSSESSIVE
    after = next((i for i in range(at, min(at + 3, end)) if words[i].casefold() not in small or capital[i]), None)
    return after is not None and after > at and capital[after]


def _bare(words: Sequence[str], begin: int, end: int, kind: str) -> tuple[int, int]:
    """Without numbers and offices at the front, and offices after a body's initials."""
    while begin < end - 1 and (
        words[begin].casefold() in DESCRIBES
        or words[begin] in COUNTS
        or words[begin].isdigit()
        or words[begin] == "the"
    ):
        begin += 1
    if kind == "PER":
        begin = _past_title(words, begin, end)
    if (
        kind == "ORG"
        and end - begin == 2
        and _ACRONYM.fullmatch(words[begin])
        and words[end - 1].casefold() in people.OFFICES
    ):
        end -= 1  # but "Karsa Observer" is a newspaper
    return begin, end


def _past_title(words: Sequence[str], begin: int, end: int) -> int:
    """Where a person's name begins after an office ("Tessarian President Ana Oro"), or after a body or dateline ("HPU
    Ana Oro", "KARSA Ana Oro")."""
    titles = [i for i in range(begin, end - 1) if words[i].casefold().strip(".") in people.HONORIFICS]
    if titles and titles[-1] - begin < 4 and end - titles[-1] > 1:
        return titles[-1] + 1
    rest = words[begin + 1 : end]
    body = _ACRONYM.fullmatch(words[begin]) or _MIXED.fullmatch(words[begin])
    return begin + 1 if len(rest) > 1 and body and not all(w.isupper() for w in rest) else begin
