"""Milliseconds an account that linking takes, as a case grows: is every step that meets other accounts bounded?

    python benchmarks/link.py CASE [--sizes 1000,20000] [--sample N] [--one-story] [--pages] [--json FILE]

CASE is a built case of real accounts. Larger cases are made of shifted copies of them: every name is respelt letter by
letter, a third of the other longer words are swapped for others of the accounts, and dates move, so that a copy is
another happening told in words as common as those of the first. Layers move along, so the language model is not needed.
With --one-story names and dates stay, and one story grows instead of their number.

Each size is a case of its own. Its record is made as a build makes it, then that of the case with one more account.
Steps are in milliseconds of the processor an account; `one more` is seconds, and what it does anew for all accounts
is to read their sketches and to find copies and stories; `its page` is seconds to write the page after it. `sketches
MB` is the peak of memory when copies and stories were found, `peak MB` with the record of all. With --sample N only
one story in N is gone through after copies and stories were found among all accounts; `one more`, `its page` and `peak
MB` then lack the others.

A processor that other work shares is slower: up to twice, at the same time of the processor. So a fixed piece of work
is timed in between, and all times are those at its fastest pace; `pace` is the mean share of it that there was.
"""

from __future__ import annotations

import os

os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1", MKL_NUM_THREADS="1")  # before numpy is loaded

import json
import re
import resource
import time
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cached_property, wraps
from itertools import count, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar
from zlib import crc32

import click
from rich.console import Console
from rich.table import Table

from rashomon import pipeline
from rashomon.codec import dumps, pack
from rashomon.exporters import EXPORTERS
from rashomon.exporters.html import page
from rashomon.linking import stories
from rashomon.store import Cache, Case
from rashomon.types import Document, Name, Record, digest

CONSONANTS, VOWELS = "bcdfghklmnprstvw", "aeiou"
WORD = re.compile(r"[^\W\d_]+")
SWAPPED = 3  # one longer word in so many, chosen by its hash and the number of the copy
DAYS = 11  # between a copy and the next
EVERY = 500  # accounts after which a line of progress is written
STEPS = ("sketch", "story_groups", "copy_links", "date_accounts", "extract", "links_within", "assemble")
OF_ALL = STEPS[:3]  # of all accounts together; the others story by story
LINKING = (*OF_ALL, "links_within")
PACED = 0.5  # seconds for which a pace holds
T = TypeVar("T")
Figures = dict[str, float]


class Copies:
    """Shifted copies of accounts. Every word keeps its length, so that spans stay where they are."""

    def __init__(self, documents: Sequence[Document], one_story: bool):
        self.one_story = one_story
        self.packed = {d.id: (d, pack(d)[1]) for d in documents}
        self.by_length: dict[int, list[str]] = defaultdict(list)
        plain = {w for d in documents for w in WORD.findall(d.text) if w.islower() and len(w) > 3}
        for word in sorted(plain):
            self.by_length[len(word)].append(word)

    def __iter__(self) -> Iterator[tuple[str, Document, int]]:
        """The accounts as they are, then one copy of each after another, without layers; each with whose copy it is,
        and its number."""
        for k in count():
            for d, _ in self.packed.values():
                yield d.id, self.shifted(d, k), k

    def shifted(self, d: Document, k: int) -> Document:
        """The k-th copy of an account, without its layers."""
        if not k:
            return replace(d, layers={})
        names = self.names(d)
        text = WORD.sub(lambda m: respelt(m[0], k) if m[0] in names else self.swapped(m, k), d.text)
        origin, published = d.provenance, d.provenance.published[:10]
        if not self.one_story and re.fullmatch(r"\d{4}-\d\d-\d\d", published):
            published = (date.fromisoformat(published) + timedelta(days=DAYS * k)).isoformat()
        origin = replace(origin, title=moved(origin.title, names, k), published=published)
        return replace(d, id=digest(d.id, k), text=text, provenance=origin, date=None, layers={})

    def layers(self, name: str, k: int) -> dict[str, bytes]:
        """The layers of the k-th copy of an account, packed."""
        document, packs = self.packed[name]
        names, layers = self.names(document), dict(packs)
        for layer in (
            layers.keys() & {"Name", "Reference", "Attribution", "EventMention"} if k else ()
        ):  # they hold names
            text = moved(zlib.decompress(layers[layer]).decode(), names, k)
            layers[layer] = zlib.compress(text.encode(), 1)
        return layers

    def names(self, d: Document) -> frozenset[str]:
        """The words of the names of an account that are respelt in its copies."""
        if self.one_story:
            return frozenset()
        return frozenset(w for n in d.layer(Name) for w in WORD.findall(n.entity) if w[0].isupper() and w.isascii())

    def swapped(self, m: re.Match[str], k: int) -> str:
        """The word, or for one in SWAPPED another of its length."""
        word, chance = m[0], crc32(f"{m[0]} {m.start()} {k}".encode())
        others = self.by_length[len(word)] if len(word) > 3 and word.islower() else []
        return others[chance % len(others)] if others and chance % SWAPPED == 0 else word


def moved(text: str, names: frozenset[str], k: int) -> str:
    """A text with these names respelt."""
    return WORD.sub(lambda m: respelt(m[0], k) if m[0] in names else m[0], text)


def respelt(word: str, k: int) -> str:
    """A word with the letters in its middle moved on: other words for every k up to 400, of the same length."""
    out = list(word)
    for at, letter in enumerate(word.lower()):
        ring, by = (
            (CONSONANTS, k % 16) if letter in CONSONANTS else (VOWELS, k // 16 % 5) if letter in VOWELS else ("", 0)
        )
        if ring and at < 5:
            moved = ring[(ring.index(letter) + by * (1 + at % 2) + k // 80 * (at // 2)) % len(ring)]
            out[at] = moved.upper() if word[at].isupper() else moved
    return "".join(out)


class Filled(Cache):
    """A case of copies. Their layers are made when an account is first asked for: where only some of the stories are
    measured, most never are."""

    def fill(self, copies: Copies, accounts: Iterator[tuple[str, Document, int]], size: int) -> None:
        """Put accounts into the case until it has so many."""
        self.copies = copies
        for name, document, k in islice(accounts, size - len(self.of)):
            blocks = {"Block": copies.packed[name][1]["Block"]}
            account = f"{len(self.of):09}"
            self.put_reading(account, "synthetic", [(document.id, dumps(document), blocks)], None)
            self.of[document.id] = (name, k)

    @cached_property
    def of(self) -> dict[str, tuple[str, int]]:
        """Account -> whose copy it is, and its number."""
        return {}

    def document(self, name: str) -> Document:
        """One document by its id, with its layers."""
        if self.whole:
            self.put_annotated(name, self.copies.layers(*self.of[name]))
        return super().document(name)

    whole = False


class Pace:
    """How fast the processor is, by a fixed piece of work: 1 at its fastest so far, less when others share it."""

    def __init__(self) -> None:
        self.best, self.now, self.asked, self.all = float("inf"), 1.0, 0.0, list[float]()
        for _ in range(20):
            self._measure()
        self.all.clear()

    def __call__(self) -> float:
        """The share of the fastest pace that there is."""
        if time.monotonic() > self.asked + PACED:
            self._measure()
        return self.now

    def _measure(self) -> None:
        begun = time.process_time()
        words = {str(n * n): [n, str(n)] for n in range(2000)}
        sorted(json.loads(json.dumps(words)), key=lambda w: w[::-1])
        spent = time.process_time() - begun
        self.best, self.asked = min(self.best, spent), time.monotonic()
        self.now = self.best / spent
        self.all.append(self.now)


class Clocks(defaultdict[str, float]):
    """Seconds of the processor in each of STEPS while a record is made, of one story in *sample*."""

    def __init__(self, kept: Filled, sample: int):
        super().__init__(float)
        self.kept, self.sample, self.told, self.pace = kept, sample, 0, Pace()

    def record(self) -> Record:
        """The record of the case, with the time of each step."""
        steps = {step: getattr(pipeline, step) for step in STEPS}
        for step, work in steps.items():
            setattr(pipeline, step, self.clocked(step, work))
        try:
            self.timed("whole", pipeline.make_record, self.kept, digest(*self.kept.of), self.tell)
            return self.kept.record()
        finally:
            for step, work in steps.items():
                setattr(pipeline, step, work)

    def tell(self, stage: str, done: int, total: int) -> None:
        """Write down, now and then, how far it is: a large case takes an hour, and what a stop leaves is a sample."""
        if done >= self.told + EVERY or done == total:
            self.told = done
            spent = "  ".join(f"{step} {1000 * self[step] / max(1, done):.2f}" for step in STEPS if step not in OF_ALL)
            click.echo(f"{stage} {done:,} of {total:,}, {peak()} MB; milliseconds an account: {spent}", err=True)

    def clocked(self, step: str, work: Callable[..., Any]) -> Callable[..., Any]:
        """The step, timed; what it finds one by one is found at once."""

        @wraps(work)
        def run(*args: Any) -> Any:
            made = self.timed(step, lambda: list(found) if isinstance(found := work(*args), Iterator) else found)
            if step == "story_groups":
                made = [group for group in made if crc32(group[0].encode()) % self.sample == 0]
            if step == "copy_links":
                self["sketches MB"], self.kept.whole = peak(), True
            return made

        return run

    def timed(self, step: str, work: Callable[..., T], *args: Any) -> T:
        """What the work gives, its time added to that of the step."""
        before, begun = self.pace(), time.process_time()
        made = work(*args)
        spent = time.process_time() - begun
        self[step] += spent * (before + self.pace()) / 2
        return made


def peak() -> int:
    """The most memory that this process ever held, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def measure(kept: Filled, real: Sequence[Document], size: int, one_story: bool, sample: int, pages: bool) -> Figures:
    """Figures of a case of that size: milliseconds an account of each step, and of its exports; seconds to add one
    account; stories, events and links; memory."""
    copies = Copies(real, one_story)
    accounts = iter(copies)
    kept.fill(copies, accounts, size)
    spent = Clocks(kept, sample)
    record = spent.record()
    told = len(record.documents)
    figures: Figures = {"accounts": size}
    figures |= {step: 1000 * spent[step] / (size if step in OF_ALL else told) for step in STEPS}
    figures["linking"] = sum(figures[step] for step in LINKING)
    figures |= {"stories": len(record.stories), "largest": max(map(len, record.stories)), "events": len(record.events)}
    figures |= {"pace": sum(spent.pace.all) / len(spent.pace.all)}
    figures |= {"links": len(record.links), "sketches MB": spent["sketches MB"], "peak MB": peak()}
    for suffix, render in EXPORTERS.items() if pages else ():
        written = spent.timed(suffix, render, record)
        figures |= {suffix: 1000 * spent[suffix] / told, f"{suffix} MB": len(written) / 1e6, "pages peak MB": peak()}
    kept.whole = False
    kept.fill(copies, accounts, size + 1)
    more = Clocks(kept, sample)
    more.record()
    if sample == 1:  # the families of a sample name accounts that it lacks
        more.timed("page", lambda: page(pipeline.indexed(kept)))
    return {**figures, "one more": more["whole"], "its page": more["page"]}


@click.command()
@click.argument("case", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--sizes", default="100,1000,5000", show_default=True, help="Numbers of accounts.")
@click.option("--sample", default=1, show_default=True, help="Of so many stories, one is gone through.")
@click.option("--one-story", is_flag=True, help="Copies keep names and dates: one story grows.")
@click.option("--pages", is_flag=True, help="Also time the exports.")
@click.option("--json", "out", type=click.Path(path_type=Path), help="Also write the figures to this file.")
def main(case: Path, sizes: str, sample: int, one_story: bool, pages: bool, out: Path | None) -> None:
    """Print milliseconds an account for each step, at each size."""
    with Case.open(case) as (_, kept):
        real = list(kept.documents())
    if one_story:
        real = max(([d for d in real if d.id in group] for group in stories(real)), key=len)
    rows = []
    for size in sorted(map(int, sizes.split(","))):
        with TemporaryDirectory() as folder, Filled.fresh(Path(folder) / "case.db") as filled:
            assert isinstance(filled, Filled)
            rows.append({k: round(v, 2) for k, v in measure(filled, real, size, one_story, sample, pages).items()})
        if out:
            out.write_text(json.dumps(rows, indent=2) + "\n", "utf-8")
    table = Table("figure", *(f"{row['accounts']:,}" for row in rows))
    for name in rows[0]:
        table.add_row(name, *(f"{row[name]:,}" for row in rows))
    Console().print(table)


if __name__ == "__main__":
    main()
