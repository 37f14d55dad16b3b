"""Names across accounts: are the names of one person, body or place put together, and only these?

Data: JSON Lines of ECB+ with `mentions` (those of dev where there are splits), or standoff labels of names
(`eval/gold/joining-*.jsonl`): `story`, `corpus`, `doc`, `sha256` and `names`, each with `begin`, `end`, `entity`. Which
accounts are of one story is given.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from eval.articles import MARKS
from eval.corpora import json_lines
from eval.metrics import Fault, Result, figure
from eval.raw import Annotate, annotated
from eval.stories import b_cubed
from eval.texts import labelled
from rashomon.errors import ReadError
from rashomon.types import Name, Span

KINDS = ("HUMAN_PART_PER", "HUMAN_PART_ORG", "HUMAN_PART_GPE", "LOC_GEO", "LOC_FAC")  # of ECB+, that have names
PARAGRAPH = 3  # sentences
JOINTS = frozenset("of the and for in de la al bin van von 's ’s".split())  # small words inside a name
_SMALL = frozenset("the a an i he she it they we you his her their its mr mrs ms dr".split())


@dataclass(frozen=True, slots=True)
class Account:
    """An account and its names: spans, and which entity of the story each is of."""

    id: str
    text: str
    names: tuple[tuple[Span, str], ...]


@dataclass(frozen=True, slots=True)
class Case:
    """The accounts of one story."""

    id: str
    accounts: tuple[Account, ...]


def gold(path: Path, limit: int | None) -> list[Case]:
    """The stories of the file; *limit* counts accounts. Raises ReadError for another format."""
    first = next(json_lines(path, 1))[1]
    found = _ecb(path, limit) if "mentions" in first else _standoff(path, limit)
    stories: dict[str, list[Account]] = defaultdict(list)
    for story, account in found:
        stories[story].append(account)
    return [Case(story, tuple(accounts)) for story, accounts in sorted(stories.items())]


def _standoff(path: Path, limit: int | None) -> Iterator[tuple[str, Account]]:
    for number, record, text in labelled(path, limit, "names"):
        names = tuple((Span(n["begin"], n["end"]), str(n["entity"])) for n in record["names"])
        if any(not 0 <= span.begin < span.end <= len(text) for span, _ in names):
            raise ReadError(str(path), "a name lies outside the text", number)
        yield str(record["story"]), Account(f"{record['corpus']}/{record['doc']}", text, names)


def _ecb(path: Path, limit: int | None) -> Iterator[tuple[str, Account]]:
    rows = [row for _, row in json_lines(path, limit, ("doc", "subtopic", "tokens", "mentions"))]
    small = {t["t"] for row in rows for t in row["tokens"] if t["t"].islower()}
    for row in rows:
        if row.get("split", "dev") == "dev":
            yield row["subtopic"], _account(row, small)


def _account(row: Mapping[str, Any], small: Collection[str]) -> Account:
    """The words in paragraphs of three sentences, without the address of the page, and its names in the sentences that
    are annotated."""
    text, places, number = "", {}, 0
    for s, tokens in groupby(enumerate(row["tokens"]), key=lambda item: item[1]["s"]):
        if s == 0 and "plus" in row["doc"]:
            continue
        text += "" if not text else " " if number % PARAGRAPH else "\n\n"
        number += 1
        for n, (i, token) in enumerate(tokens):
            word = dict(MARKS).get(token["t"], token["t"])
            text += " " if n else ""
            places[i] = Span(len(text), len(text) + len(word))
            text += word
    names = []
    for m in row["mentions"]:
        at = [places[i] for i in m["tok"] if i in places]
        while at and text[at[0].begin : at[0].end].islower():  # "in the Delta": the preposition is no part of a name
            at = at[1:]
        if m["tag"] in KINDS and m.get("selected", True) and _is_name([text[s.begin : s.end] for s in at], small):
            names.append((Span(at[0].begin, at[-1].end), str(m["chain"])))
    return Account(row["doc"], text, tuple(sorted(names)))


def _is_name(words: Sequence[str], small: Collection[str]) -> bool:
    """True for words with capitals, one of which the file never writes small: "Delta Rangers", not "Delta office"."""
    named = [w for w in words if w[:1].isupper() and w.lower() not in small]
    return bool(named) and all(w in JOINTS or not w.islower() for w in words)


def predict(cases: Sequence[Case], annotate: Annotate = annotated) -> list[tuple[str, ...]]:
    """For each name of each story, in order, what it is joined with; "" where no name was found."""
    from rashomon.clusters import shared_names
    from rashomon.linking.names import name_links

    read = iter(annotate([a.text for c in cases for a in c.accounts]))
    out = []
    for case in cases:
        pairs = [next(read) for _ in case.accounts]
        documents = [document for document, _ in pairs]
        shared = shared_names(documents, tuple(name_links(documents)))
        said: list[str] = []
        for account, (document, back) in zip(case.accounts, pairs, strict=True):
            found = [(back(n.span), shared[f"{document.id}:{n.entity}"]) for n in document.layer(Name)]
            said += (_at(span, found) for span, _ in account.names)
        out.append(tuple(said))
    return out


def _at(span: Span, found: Sequence[tuple[Span, str]]) -> str:
    """The name that shares most with a span, the first of two."""
    touching = [
        (min(s.end, span.end) - max(s.begin, span.begin), -s.begin, name) for s, name in found if s.touches(span)
    ]
    return max(touching)[2] if touching else ""


def baseline(cases: Sequence[Case], train: Path | None) -> list[tuple[str, ...]]:
    """Equal words are one, without articles, titles and possessives, case ignored."""
    said = (tuple(_plain(a.text[s.begin : s.end]) for a in c.accounts for s, _ in a.names) for c in cases)
    return list(said)


def _plain(words: str) -> str:
    bare = re.sub(r"\s*['’]s?$", "", words.casefold())
    return " ".join(w for w in re.findall(r"[\w-]+", bare) if w not in _SMALL)


def score(cases: Sequence[Case], predictions: Sequence[tuple[str, ...]]) -> Result:
    """B3 (Bagga and Baldwin) over names: of all, and of those whose entity more than one account of its story names."""
    names = [(c.id, a.id, span, entity) for c in cases for a in c.accounts for span, entity in a.names]
    said = [p for prediction in predictions for p in prediction]
    ours = [f"{n[0]} {p}" if p else f"none {i}" for i, (n, p) in enumerate(zip(names, said, strict=True))]
    right = [f"{n[0]} {n[3]}" for n in names]
    spread: dict[str, set[str]] = defaultdict(set)
    for key, n in zip(right, names, strict=True):
        spread[key].add(n[1])
    many = [i for i, key in enumerate(right) if len(spread[key]) > 1]
    scores = []
    for title, of in (("B3", range(len(names))), ("B3 shared", many)):
        levels = b_cubed([ours[i] for i in of], [right[i] for i in of])
        for level, part in zip(levels, (" precision", " recall", ""), strict=True):
            scores.append(figure(f"{title}{part}", level, len(of)))
    return Result(tuple(scores), tuple(_faults(names, ours, right)))


def _faults(names: Sequence[tuple[str, str, Span, str]], ours: Sequence[str], right: Sequence[str]) -> Iterator[Fault]:
    """Each name that is not with most of its entity, and each that is with most of another."""
    for what, by, other in (("missed", right, ours), ("spurious", ours, right)):
        groups: dict[str, list[int]] = defaultdict(list)
        for i, key in enumerate(by):
            groups[key].append(i)
        for members in groups.values():
            keys = [other[i] for i in members]
            most = max(sorted(set(keys)), key=keys.count)
            for i in members:
                if other[i] != most:
                    yield Fault(names[i][1], "B3", names[i][2].begin, names[i][2].end, what, names[i][3])
