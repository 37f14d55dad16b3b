"""Milliseconds an account that linking takes, as a case grows: is every step that meets other accounts bounded?

    python benchmarks/link.py CASE [--sizes 1000,20000] [--one-story] [--keep FOLDER] [--json FILE]

CASE is a built case of real accounts. Larger cases are made of shifted copies of them: every name and every rare word
is respelt letter by letter, half of the other longer words are swapped for others of the accounts, and dates move, so
that a copy is another happening told in words as common as those of the first. Layers move along, so the language model
is not needed. With --one-story names, rare words and dates stay, and one story grows instead of their number.

Each size is a case of its own, built whole and its page written, then built again with one account more. All times are
CPU time of this process (`time.process_time`, one thread), so that the share of the processor that it is given does not
count: milliseconds an account of each step, `linking` the steps of the link stage together; seconds with one account
more. `sketches MB` is the peak of memory when copies and stories were found, `peak MB` with the record of all.

CPU time is not free of other work either: caches that are shared make it longer, by a quarter and more. `extract` reads
each account alone; where it takes longer at one size than at another, that share is the machine's.

With --keep the cases stay in FOLDER, and a run that was stopped goes on there; a step that was done before the stop
then counts as nothing.
"""

from __future__ import annotations

import os

os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1", MKL_NUM_THREADS="1")  # before numpy is loaded

import hashlib
import json
import re
import resource
import time
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import wraps
from itertools import count, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zlib import crc32

import click
from rich.console import Console
from rich.table import Table

from rashomon import pipeline
from rashomon.codec import dumps, pack
from rashomon.linking import stories
from rashomon.linking.sketch import frequencies, stem
from rashomon.pipeline import reading_key
from rashomon.store import Account, Case
from rashomon.types import Document, Name, Record, digest

CONSONANTS, VOWELS = "bcdfghklmnprstvw", "aeiou"
WORD = re.compile(r"[^\W\d_]+")
SWAPPED = 2  # one longer word in so many, chosen by its hash and the number of the copy
DAYS = 11  # between a copy and the next
EVERY = 500  # accounts after which a line of progress is written
LINKING = ("sketch", "story_groups", "copy_links", "links_within")  # the first three of all accounts together
STEPS = (*LINKING, "date_accounts", "extract", "assemble", "indexed", "page")
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
        names = self.names(d) if self.one_story else self.names(d) | rare(d.text)
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


def rare(text: str) -> frozenset[str]:
    """The words of a text that few accounts hold ("supermoon"): they tell what it is about as names do, and copies that
    kept them would be of one story."""
    return frozenset(w for w in set(WORD.findall(text)) if w.isascii() and stem(w.lower()) not in frequencies())


def moved(text: str, names: frozenset[str], k: int) -> str:
    """A text with these names respelt."""
    return WORD.sub(lambda m: respelt(m[0], k) if m[0] in names else m[0], text)


def respelt(word: str, k: int) -> str:
    """A word with its first letters moved on, by steps that differ from place to place: two consonants are others for
    every k up to 256, three vowels up to 125. Of the same length."""
    out = list(word)
    for at, letter in enumerate(word.lower()[:5]):
        ring = next((ring for ring in (CONSONANTS, VOWELS) if letter in ring), letter)
        size = len(ring)
        moved = ring[(ring.index(letter) + k + k // size * at + k // size**2 * at**2) % size]
        out[at] = moved.upper() if word[at].isupper() else moved
    return "".join(out)


def fill(case: Path, copies: Copies, size: int) -> None:
    """Put the first copies into a case until it has so many accounts, read and annotated."""
    with Case.update(case) as (folder, kept):
        listed = {account.sha256 for account in folder.accounts()}
        added: list[tuple[str, bytes]] = []
        for n, (name, document, k) in enumerate(islice(copies, size), 1):
            data = f"{name} {k}".encode()  # stands for the bytes of its file, which nobody reads again
            account = Account(hashlib.sha256(data).hexdigest(), f"{name[:12]} {k}.txt")
            if account.sha256 not in listed:
                added.append((account.path, data))
                blocks = {"Block": copies.packed[name][1]["Block"]}
                kept.put_reading(account.sha256, reading_key(account), [(document.id, dumps(document), blocks)], None)
                kept.put_annotated(document.id, copies.layers(name, k))
            if added and n % EVERY == 0:  # what a stop loses
                folder.add(added)
                added = []
                click.echo(f"copied {n:,} of {size:,}, {peak()} MB", err=True)
        folder.add(added)


class Clocks(defaultdict[str, float]):
    """Seconds of the processor in each of STEPS of a build."""

    def __init__(self) -> None:
        super().__init__(float)
        self.begun, self.told = time.process_time(), 0

    def build(self, case: Path) -> Record:
        """The record of the case, with the time of each step; `build` is that of all."""
        steps = {step: getattr(pipeline, step) for step in STEPS}
        for step, work in steps.items():
            setattr(pipeline, step, self.clocked(step, work))
        try:
            record = pipeline.build(case, progress=self.tell)
        finally:
            for step, work in steps.items():
                setattr(pipeline, step, work)
        self["build"] = time.process_time() - self.begun
        return record

    def tell(self, stage: str, done: int, total: int) -> None:
        """Write down, now and then, how far it is: a large case takes an hour."""
        if done >= self.told + EVERY or done == total:
            self.told = done
            spent = "  ".join(f"{step} {1000 * self[step] / max(1, done):.2f}" for step in STEPS)
            whole = time.process_time() - self.begun
            click.echo(f"{stage} {done:,} of {total:,}, {whole:.0f} s, {peak()} MB; ms an account: {spent}", err=True)

    def clocked(self, step: str, work: Callable[..., Any]) -> Callable[..., Any]:
        """The step, timed; what it finds one by one is found at once."""

        @wraps(work)
        def run(*args: Any) -> Any:
            begun = time.process_time()
            made = list(found) if isinstance(found := work(*args), Iterator) else found
            self[step] += time.process_time() - begun
            if step == "copy_links":
                self["sketches MB"] = peak()
            return made

        return run


def peak() -> int:
    """The most memory that this process ever held, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def measure(case: Path, copies: Copies, size: int) -> Figures:
    """Figures of a case of that size: milliseconds an account of each step; stories, events and links; memory; seconds
    of each step that one account more takes."""
    fill(case, copies, size)
    spent = Clocks()
    record = spent.build(case)
    figures: Figures = {"accounts": size}
    figures |= {step: 1000 * spent[step] / size for step in (*STEPS, "build")}
    figures["linking"] = sum(figures[step] for step in LINKING)
    figures |= {"stories": len(record.stories), "largest": max(map(len, record.stories)), "events": len(record.events)}
    figures |= {"links": len(record.links), "sketches MB": spent["sketches MB"], "peak MB": peak()}
    figures |= {f"{name} MB": (case / name).stat().st_size / 1e6 for name in ("case.db", "record.html")}
    del record
    fill(case, copies, size + 1)
    more = Clocks()
    more.build(case)
    return figures | {f"one more: {step}": more[step] for step in (*STEPS, "build")}


@click.command()
@click.argument("case", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--sizes", default="100,1000,5000", show_default=True, help="Numbers of accounts.")
@click.option("--one-story", is_flag=True, help="Copies keep names and dates: one story grows.")
@click.option("--keep", type=click.Path(path_type=Path), help="Make the cases in this folder, and leave them there.")
@click.option("--json", "out", type=click.Path(path_type=Path), help="Also write the figures to this file.")
def main(case: Path, sizes: str, one_story: bool, keep: Path | None, out: Path | None) -> None:
    """Print milliseconds an account for each step, at each size."""
    with Case.open(case) as (_, kept):
        real = list(kept.documents())
    if one_story:
        real = max(([d for d in real if d.id in group] for group in stories(real)), key=len)
    rows = []
    with TemporaryDirectory() as folder:
        for size in sorted(map(int, sizes.split(","))):
            figures = measure((keep or Path(folder)) / str(size), Copies(real, one_story), size)
            rows.append({name: round(value, 2) for name, value in figures.items()})
            if out:
                out.write_text(json.dumps(rows, indent=2) + "\n", "utf-8")
    table = Table("figure", *(f"{row['accounts']:,}" for row in rows))
    for name in rows[0]:
        table.add_row(name, *(f"{row[name]:,}" for row in rows))
    Console().print(table)


if __name__ == "__main__":
    main()
