"""The record that a case.db holds, as one connection sees it: whole, to look at, or story by story."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, TypeVar

from rashomon.codec import loads, pressed, unpack
from rashomon.errors import CaseError
from rashomon.packed import Packed
from rashomon.store.schema import OF_STORY
from rashomon.types import Claim, Event, Link, Question, Record, digest

PLACED = "story IN (SELECT key FROM stories WHERE position IS NOT NULL)"  # in the record
READ = 4096  # layers that are held as they are stored while a case is looked at

T = TypeVar("T")
Groups = Sequence[Sequence[str]]


def copied(group: Sequence[str], family: Mapping[str, int]) -> list[tuple[str, ...]]:
    """The accounts of a group, those that copy each other together; *family* numbers that of each."""
    return sorted(tuple(name for name in group if family[name] == n) for n in {family[name] for name in group})


def story_keys(groups: Groups, families: Groups, keys: Mapping[str, str]) -> list[str]:
    """What the record of each group of accounts is made of: equal keys, equal records. *keys* are those of their
    readings. Raises KeyError for an account that has none."""
    family = {name: n for n, names in enumerate(families) for name in names}
    return [digest(*(f"{name} {keys[name]}" for name in group), *copied(group, family)) for group in groups]


class Stored:
    """An open case.db, to read the record that the last build finished."""

    def __init__(self, db: sqlite3.Connection, case: Path):
        self.db, self._case = db, case

    def keys(self) -> dict[str, str]:
        """Every document, by the SHA-256 of its account, then its place in it -> the key of its reading."""
        of = "SELECT id, key FROM documents JOIN readings USING (account) ORDER BY account, position"
        return dict(self.db.execute(of))

    def record_key(self) -> str | None:
        """The key that the record was stored under, None if there is no record."""
        row = self.db.execute("SELECT key FROM record").fetchone()
        return None if row is None else str(row[0])

    def groups(self) -> tuple[tuple[tuple[str, ...], ...], ...]:
        """The families of the record, and its stories. Raises CaseError if no build has finished."""
        row = self.db.execute("SELECT families, stories FROM record").fetchone()
        if row is None:
            raise CaseError(f"{self._case}: no build of this case has finished; run: rashomon build {self._case}")
        return tuple(tuple(map(tuple, json.loads(groups))) for groups in row)

    def counts(self) -> tuple[int, int]:
        """How many accounts and events the record has."""
        accounts, events = (self.db.execute(f"SELECT count(*) FROM {t} WHERE {PLACED}") for t in ("dated", "events"))
        return accounts.fetchone()[0], events.fetchone()[0]

    # -- the record ------------------------------------------------------------------------------------------------

    def record(self) -> Record:
        """The record, all of it: it may be kept when the case is closed. Its events and links are read when they are
        asked for. Raises CaseError as `parts` does."""

        def layers(document: str, row: int) -> Mapping[str, bytes]:
            return {name: self._layer(document, row, name) for name in self._layers(document)}

        events = ((1, data) for (data,) in self._rows("events", "pack"))
        return self._record(layers, Packed(Event, events), self.links())

    def view(self) -> Record:
        """The same record, to look at while the case is open: layers, events and links are read when they are asked
        for, and few are held. Raises CaseError as `parts` does."""

        def event(row: int) -> bytes:
            pack: bytes = self.db.execute("SELECT pack FROM events WHERE rowid = ?", (row,)).fetchone()[0]
            return pack

        def links(story: str) -> bytes:
            pack: bytes = self.db.execute("SELECT links FROM stories WHERE key = ?", (story,)).fetchone()[0]
            return pack

        between = self.db.execute("SELECT linked, links FROM record")
        inside = ((linked, partial(links, key)) for key, linked in self._in_stories("key, linked"))
        events = Packed(Event, ((1, partial(event, row)) for row in self._places("events")))
        return self._record(self._late(), events, Packed(Link, (*between, *inside)))

    def parts(self) -> Iterator[Record]:
        """The record of each story by itself, with the families of all and without links or questions; layers are read
        when they are asked for, while the case is open.

        Raises CaseError if no build has finished, and where a later one that has not reads accounts anew.
        """
        families, stories = self._whole()
        layers = self._late()
        dated = f"SELECT rowid, id, json FROM dated WHERE story = ? ORDER BY {OF_STORY['dated']}"
        told = f"SELECT pack FROM events WHERE story = ? ORDER BY {OF_STORY['events']}"
        for (key, names), group in zip(self._in_stories("key, names"), stories, strict=True):
            documents = tuple(unpack(line, layers(i, row)) for row, i, line in self.db.execute(dated, (key,)))
            events = tuple(event for (data,) in self.db.execute(told, (key,)) for event in pressed(Event, data))
            yield Record(documents, events, families, (group,), json.loads(names))

    def _record(
        self, layers: Callable[[str, int], Mapping[str, bytes]], events: Sequence[Event], links: Sequence[Link]
    ) -> Record:
        families, stories = self._whole()
        names: dict[str, str] = {}
        for (some,) in self._in_stories("names"):
            names.update(json.loads(some))
        documents = (unpack(line, layers(i, row)) for row, i, line in self._rows("dated", "rowid, id, json"))
        questions = (loads(Question, line) for (line,) in self._rows("questions", "json"))
        return Record(tuple(documents), events, families, stories, names, links, tuple(questions))

    def _whole(self) -> tuple[tuple[tuple[str, ...], ...], ...]:
        """The families and stories of the record, if the layers that it was made of are still those of its accounts:
        a build replaces these account by account, and the record when it is done with all."""
        families, stories = self.groups()
        try:
            made = story_keys(stories, families, self.keys())
        except KeyError:
            made = []
        if made != [key for (key,) in self._in_stories("key")]:
            why, step = "its accounts are being read anew", "wait until that build ends; if it was stopped, run"
            raise CaseError(f"{self._case}: {why}; {step}: rashomon build {self._case}")
        return families, stories

    # -- what is kept beside it ------------------------------------------------------------------------------------

    def notes(self, table: str, kind: type[T]) -> list[T]:
        """What is noted beside each event, or each account in *table* "dated", in the order of the record."""
        return [loads(kind, line) for (line,) in self._rows(table, "note")]

    def rows(self, table: str, column: str) -> Iterator[bytes]:
        """The rows in a *column* of a table of nouns, as `codec.squeeze` made them, in the order of the record."""
        return (data for (data,) in self._rows(table, column))

    def codes(self, account: str, kind: type[T]) -> list[T]:
        """What was noted of the mentions of an account that a page showed; empty for another account."""
        row = self.db.execute("SELECT pack FROM codes WHERE document = ?", (account,)).fetchone()
        return pressed(kind, row[0]) if row else []

    def claims(self) -> Iterator[Claim]:
        """Every claim, story by story, in the order of its document and text."""
        return (claim for (packed,) in self._in_stories("claims") for claim in pressed(Claim, packed))

    def links(self) -> Sequence[Link]:
        """Every link: those between accounts, then those inside stories, story by story."""
        between = self.db.execute("SELECT linked, links FROM record")
        return Packed(Link, (*between, *self._in_stories("linked, links")))

    # -- how it is read --------------------------------------------------------------------------------------------

    def _in_stories(self, columns: str) -> Iterator[Any]:
        """Columns of the stories of the record, in its order."""
        return self.db.execute(f"SELECT {columns} FROM stories WHERE position IS NOT NULL ORDER BY position")

    def _rows(self, table: str, columns: str) -> Iterator[Any]:
        """Columns of a table of nouns, in the order of the record. The rows are sorted before they are read."""
        found = f"SELECT {columns} FROM {table} WHERE rowid = ?"
        return (self.db.execute(found, (row,)).fetchone() for row in self._places(table))

    def _places(self, table: str) -> list[int]:
        """The rowids of a table of nouns, in the order of the record."""
        placed = self.db.execute(f"SELECT rowid FROM {table} WHERE {PLACED} ORDER BY {OF_STORY[table]}")
        return [row for (row,) in placed]

    def _layers(self, document: str) -> tuple[str, ...]:
        """The names of the layers of a document."""
        return tuple(name for (name,) in self.db.execute("SELECT name FROM layers WHERE document = ?", (document,)))

    def _layer(self, document: str, row: int, name: str) -> bytes:
        """A layer of a document of the record, packed; the times as dating left them, at its *row*."""
        if name == "Time":
            found = self.db.execute("SELECT times FROM dated WHERE rowid = ?", (row,))
        else:
            found = self.db.execute("SELECT pack FROM layers WHERE document = ? AND name = ?", (document, name))
        data: bytes = found.fetchone()[0]
        return data

    def _late(self) -> Callable[[str, int], Mapping[str, bytes]]:
        """Makes the layers of a document by its id and row; those that were asked for last are held."""
        names, layer = lru_cache(READ)(self._layers), lru_cache(READ)(self._layer)
        return lambda document, row: Layers(document, row, names, layer)


class Layers(Mapping[str, bytes]):
    """The layers of a document, packed, by name: each is read from the case when it is asked for."""

    __slots__ = ("_document", "_layer", "_names", "_row")

    def __init__(
        self,
        document: str,
        row: int,
        names: Callable[[str], tuple[str, ...]],
        layer: Callable[[str, int, str], bytes],
    ):
        self._document, self._row, self._names, self._layer = document, row, names, layer

    def __getitem__(self, name: str) -> bytes:
        if name not in self._names(self._document):
            raise KeyError(name)
        return self._layer(self._document, self._row, name)

    def __contains__(self, name: object) -> bool:
        return name in self._names(self._document)

    def __iter__(self) -> Iterator[str]:
        return iter(self._names(self._document))

    def __len__(self) -> int:
        return len(self._names(self._document))
