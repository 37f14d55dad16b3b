"""Milliseconds an account that linking takes, as a case grows: are the steps that meet other accounts bounded?

    python benchmarks/link.py CASE [--sizes 100,1000,5000] [--one-story] [--json FILE]

CASE is a built case of real accounts. Larger cases are made of shifted copies of them: every name is respelt letter by
letter, a third of the other longer words are swapped for others of the accounts, and dates move, so that a copy is
another happening told in words as common as those of the first. Layers move along, so the language model is not needed.
With --one-story names and dates stay, and one story grows instead of their number. Times are of the processor.
"""

from __future__ import annotations

import os

os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1", MKL_NUM_THREADS="1")  # before numpy is loaded

import json
import re
import resource
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from itertools import count, islice
from pathlib import Path
from typing import Any
from zlib import crc32

import click
from rich.console import Console
from rich.table import Table

from rashomon.claims import extract
from rashomon.dating import date_accounts
from rashomon.linking.copies import copies
from rashomon.linking.events import event_links
from rashomon.linking.names import canonical, name_links
from rashomon.linking.stories import stories
from rashomon.store import Case
from rashomon.types import Claim, Document, Layer, Name, Span, digest

CONSONANTS, VOWELS = "bcdfghklmnprstvw", "aeiou"
WORD = re.compile(r"[^\W\d_]+")
SWAPPED = 3  # one longer word in so many, chosen by its hash and the number of the copy
DAYS = 11  # between a copy and the next


class Copies:
    """Shifted copies of accounts. Every word keeps its length, so that spans stay where they are."""

    def __init__(self, documents: Sequence[Document], one_story: bool):
        self.documents, self.one_story = documents, one_story
        self.by_length: dict[int, list[str]] = defaultdict(list)
        plain = {w for d in documents for w in WORD.findall(d.text) if w.islower() and len(w) > 3}
        for word in sorted(plain):
            self.by_length[len(word)].append(word)

    def __iter__(self) -> Iterator[Document]:
        yield from self.documents
        for k in count(1):
            for d in self.documents:
                yield self.shifted(d, k)

    def shifted(self, d: Document, k: int) -> Document:
        """The k-th copy of an account."""
        names = {w for n in d.layer(Name) for w in WORD.findall(n.entity) if w[0].isupper()}
        names -= {w for w in names if self.one_story or not w.isascii()}

        def move(value: Any) -> Any:
            """A noun, or a tuple of them, with its names respelt."""
            if isinstance(value, Span | bytes):
                return value
            if type(value) is str:  # not the enumerations
                return WORD.sub(lambda m: respelt(m[0], k) if m[0] in names else m[0], value)
            if isinstance(value, tuple):
                return tuple(map(move, value))
            if is_dataclass(value) and not isinstance(value, type):
                return replace(value, **{f.name: move(getattr(value, f.name)) for f in fields(value) if f.init})
            return value

        text = WORD.sub(lambda m: respelt(m[0], k) if m[0] in names else self.swapped(m, k), d.text)
        origin = d.provenance
        published = origin.published[:10]
        if not self.one_story and re.fullmatch(r"\d{4}-\d\d-\d\d", published):
            published = (date.fromisoformat(published) + timedelta(days=DAYS * k)).isoformat()
        layers = {kind: Layer(move(a) for a in items) for kind, items in d.layers.items()}
        shifted = replace(d, id=digest(d.id, k), text=text, date=None, layers=layers)
        return replace(shifted, provenance=replace(origin, title=move(origin.title), published=published))

    def swapped(self, m: re.Match[str], k: int) -> str:
        """The word, or for one in SWAPPED another of its length."""
        word, chance = m[0], crc32(f"{m[0]} {m.start()} {k}".encode())
        others = self.by_length[len(word)] if len(word) > 3 and word.islower() else []
        return others[chance % len(others)] if others and chance % SWAPPED == 0 else word


def respelt(word: str, k: int) -> str:
    """A word with the letters in its middle moved on: other words for every k up to 80, of the same length."""
    out = list(word)
    for at, letter in enumerate(word.lower()):
        ring, by = (CONSONANTS, k % 16) if letter in CONSONANTS else (VOWELS, k // 16) if letter in VOWELS else ("", 0)
        if ring and at < 5:
            moved = ring[(ring.index(letter) + by * (1 + at % 2)) % len(ring)]
            out[at] = moved.upper() if word[at].isupper() else moved
    return "".join(out)


def measure(documents: list[Document]) -> dict[str, float]:
    """Seconds of each step over a case, the largest story, and how many links there are."""
    spent: dict[str, float] = defaultdict(float)

    def timed(step: str, begun: float) -> float:
        now = time.process_time()
        spent[step] += now - begun
        return now

    at = time.process_time()
    groups = stories(documents)
    at = timed("stories", at)
    documents = list(date_accounts(documents, groups))
    at = timed("dating", at)
    claims: dict[str, list[Claim]] = defaultdict(list)
    for claim in extract(documents):
        claims[claim.mention].append(claim)
    at = timed("extract", at)
    found = sum(1 for _ in copies(documents))
    at = timed("copies", at)
    by_id = {d.id: d for d in documents}
    for group in groups:
        members = [by_id[key] for key in group]
        names = tuple(name_links(members))
        shared = canonical(members, names)
        at = timed("names", at)
        found += len(names) + sum(1 for _ in event_links(members, claims, shared))
        at = timed("events", at)
    return {**spent, "stories found": len(groups), "largest": max(map(len, groups)), "links": found}


LINKING = ("stories", "copies", "names", "events")


@click.command()
@click.argument("case", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--sizes", default="100,1000,5000", show_default=True, help="Numbers of accounts.")
@click.option("--one-story", is_flag=True, help="Copies keep names and dates: one story grows.")
@click.option("--json", "out", type=click.Path(path_type=Path), help="Also write the figures to this file.")
def main(case: Path, sizes: str, one_story: bool, out: Path | None) -> None:
    """Print milliseconds an account for each step, at each size."""
    with Case.open(case) as (_, kept):
        real = list(kept.documents())
    if one_story:
        real = max(([d for d in real if d.id in group] for group in stories(real)), key=len)
    steps = (*LINKING, "linking", "extract", "dating")
    table = Table("accounts", *steps, "stories found", "largest", "peak MB", title="ms an account")
    rows = []
    for size in sorted(map(int, sizes.split(","))):
        figures = measure(list(islice(Copies(real, one_story), size)))
        figures["linking"] = sum(figures[step] for step in LINKING)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        each = [f"{1000 * figures[step] / size:.1f}" for step in steps]
        table.add_row(f"{size:,}", *each, f"{figures['stories found']:,.0f}", f"{figures['largest']:.0f}", f"{peak:,}")
        rows.append({"accounts": size, "peak MB": peak, **{k: round(v, 3) for k, v in figures.items()}})
    Console().print(table)
    if out:
        out.write_text(json.dumps(rows, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
