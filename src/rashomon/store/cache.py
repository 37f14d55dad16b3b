"""case.db: what was computed from the accounts. Disposable: delete it, and the next build makes it again.

What was read of an account, and what was made of the accounts of one story, stand under the key of all that it was
made from. What stands under a key that is no longer asked for is made again; nothing is trusted because it is there.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from rashomon import order
from rashomon.codec import dumps, loads, pack, press, pressed, squeeze, unpack
from rashomon.errors import CaseError
from rashomon.packed import Lines, Packed
from rashomon.store.schema import FORM, OF_STORY, TABLES
from rashomon.types import Claim, Document, Event, Link, Question, Record, Time, mention_at

PLACED = "story IN (SELECT key FROM stories WHERE position IS NOT NULL)"  # in the record

T = TypeVar("T")
Problem = tuple[str, int | None]  # the reason and line of a ReadError
Read = tuple[str, str, Mapping[str, bytes]]  # a document: id, and what `codec.pack` made of it
Groups = Sequence[Sequence[str]]


class Cache:
    """An open case.db. Only its tables are here; what is stale, and in which order things are made, is the build's."""

    def __init__(self, db: sqlite3.Connection, case: Path):
        self.db, self._case = db, case

    @classmethod
    @contextmanager
    def open(cls, path: Path) -> Iterator[Cache]:
        """The cache as the last build left it. Raises CaseError if another version of Rashomon wrote it."""
        with _database(path) as db:
            if not _usable(db):
                why = "damaged, or written by another version of Rashomon"
                raise CaseError(f"{path}: {why if path.stat().st_size else 'empty'}; run: rashomon build {path.parent}")
            yield cls(db, path.parent)

    @classmethod
    @contextmanager
    def fresh(cls, path: Path) -> Iterator[Cache]:
        """The cache to write to, begun anew if there is none, or if it is no database or of another version."""
        with _database(path) as db:
            known = _usable(db)
        if not known:
            path.unlink()
            for side in ("-journal", "-wal", "-shm"):
                path.with_name(path.name + side).unlink(missing_ok=True)
        with _database(path) as db:
            db.execute("PRAGMA journal_mode = WAL")  # one wait for the disk at the end, not one for each account
            db.execute("PRAGMA synchronous = NORMAL")
            if not known:
                db.executescript(f"BEGIN; {TABLES} CREATE TABLE form AS SELECT '{FORM}' AS form; COMMIT;")
            yield cls(db, path.parent)
            with suppress(sqlite3.OperationalError):  # someone is reading: the next build will do it
                db.execute("PRAGMA journal_mode = DELETE")  # one file again, readable on a read-only disk

    # -- documents -------------------------------------------------------------------------------------------------

    def readings(self) -> dict[str, tuple[str, Problem | None]]:
        """What has been read: account -> (key, what was wrong with part of it)."""
        rows = self.db.execute("SELECT account, key, problem, line FROM readings")
        return {account: (key, (problem, line) if problem else None) for account, key, problem, line in rows}

    def put_reading(self, account: str, key: str, found: Iterable[Read], problem: Problem | None) -> None:
        """Store what an account was read as, instead of any reading before."""
        with self.db:
            self._forget(account)
            for position, (name, line, packs) in enumerate(found):
                self.db.execute("INSERT INTO documents VALUES (?, ?, ?, 0, ?)", (name, account, position, line))
                self._put_layers(name, packs)
            self.db.execute("INSERT INTO readings VALUES (?, ?, ?, ?)", (account, key, *(problem or (None, None))))

    def forget(self, account: str) -> None:
        """Drop an account that is no longer in the case."""
        with self.db:
            self._forget(account)

    def _forget(self, account: str) -> None:
        of = "IN (SELECT id FROM documents WHERE account = ?)"
        for table, end in (("layers", "document"), ("sketches", "document"), ("compared", "a"), ("compared", "b")):
            self.db.execute(f"DELETE FROM {table} WHERE {end} {of}", (account,))
        self.db.execute("DELETE FROM documents WHERE account = ?", (account,))
        self.db.execute("DELETE FROM readings WHERE account = ?", (account,))

    def _put_layers(self, document: str, packs: Mapping[str, bytes]) -> None:
        rows = ((document, name, packed) for name, packed in packs.items())
        self.db.executemany("INSERT OR REPLACE INTO layers VALUES (?, ?, ?)", rows)

    def unannotated(self) -> list[str]:
        """The ids of documents that have no layers yet, in record order."""
        rows = self.db.execute("SELECT id FROM documents WHERE NOT annotated ORDER BY account, position")
        return [name for (name,) in rows]

    def document(self, name: str) -> Document:
        """One document by its id."""
        (line,) = self.db.execute("SELECT json FROM documents WHERE id = ?", (name,)).fetchone()
        return unpack(line, self._layers(name))

    def _layers(self, document: str) -> dict[str, bytes]:
        return dict(self.db.execute("SELECT name, pack FROM layers WHERE document = ?", (document,)))

    def put_annotated(self, document: str, packs: Mapping[str, bytes]) -> None:
        """Store the layers of a document."""
        with self.db:
            self._put_layers(document, packs)
            self.db.execute("UPDATE documents SET annotated = 1 WHERE id = ?", (document,))

    def put_fault(self, document: str, problem: Problem) -> None:
        """Leave out a document that could not be annotated, and say so of its account."""
        with self.db:
            of = "(SELECT account FROM documents WHERE id = ?)"
            self.db.execute(f"UPDATE readings SET problem = ?, line = ? WHERE account = {of}", (*problem, document))
            self.db.execute("DELETE FROM documents WHERE id = ?", (document,))

    def keys(self) -> dict[str, str]:
        """Every document, by the SHA-256 of its account, then its place in it -> the key of its reading."""
        of = "SELECT id, key FROM documents JOIN readings USING (account) ORDER BY account, position"
        return dict(self.db.execute(of))

    def documents(self) -> Iterator[Document]:
        """Every document, in record order."""
        for name in self.keys():
            yield self.document(name)

    def sketches(self, make: Callable[[Document], T], kind: type[T]) -> Iterator[T]:
        """What *make* makes of each document, in record order, made once and kept."""
        kept = "SELECT json FROM sketches WHERE document = ?"
        for name in self.keys():
            found = self.db.execute(kept, (name,)).fetchone()
            if found:
                yield loads(kind, found[0])
                continue
            made = make(self.document(name))
            with self.db:
                self.db.execute("INSERT INTO sketches VALUES (?, ?)", (name, dumps(made)))
            yield made

    def compared(self, compare: Callable[[str, str], tuple[int, int]]) -> Callable[[str, str], tuple[int, int]]:
        """*compare*, of two documents by their ids, done once for each pair and kept."""

        def known(a: str, b: str) -> tuple[int, int]:
            found = self.db.execute("SELECT shared, run FROM compared WHERE a = ? AND b = ?", (a, b)).fetchone()
            if found:
                return int(found[0]), int(found[1])
            shared, run = compare(a, b)
            with self.db:
                self.db.execute("INSERT INTO compared VALUES (?, ?, ?, ?)", (a, b, shared, run))
            return shared, run

        return known

    # -- what was made of the accounts of one story ----------------------------------------------------------------

    def stories(self) -> set[str]:
        """The keys of all stories that are stored."""
        return {key for (key,) in self.db.execute("SELECT key FROM stories")}

    def put_story(
        self,
        key: str,
        part: Record,
        claims: Sequence[Claim],
        events: Iterable[tuple[object, object]],
        accounts: Iterable[tuple[object, object, object]],
    ) -> None:
        """Store the record of one story alone, its documents as dated, its claims, and in its order what is kept beside
        each of its *events* (a note, a row) and *accounts* (a note, a row, the rows of its statements)."""
        of = {d.id: d for d in part.documents}
        with self.db:
            packed = (press(Claim, claims), len(part.links), press(Link, part.links))
            self.db.execute(
                "INSERT INTO stories VALUES (?, NULL, ?, ?, ?, ?)", (key, json.dumps(dict(part.names)), *packed)
            )
            for d, (note, *rows) in zip(part.documents, accounts, strict=True):
                line, packs = pack(replace(d, layers={Time: d.layer(Time)}))  # the one layer that dating changes
                kept = (key, *order.of_document(d), dumps(note), *map(squeeze, rows), packs["Time"], line)
                self.db.execute("INSERT INTO dated VALUES (?, ?, ?, ?, ?, ?, ?, ?)", kept)
            for e, (note, row) in zip(part.events, events, strict=True):
                place = order.of_event(e, of[mention_at(e.mentions[0])[0]])
                told = (key, *place, dumps(note), squeeze(row), press(Event, [e]))
                self.db.execute("INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?)", told)
            asked = ((key, *order.of_question(q), dumps(q)) for q in part.questions)
            self.db.executemany("INSERT INTO questions VALUES (?, ?, ?, ?, ?)", asked)

    # -- what was made of them all ---------------------------------------------------------------------------------

    def put_record(
        self, key: str, stories: Sequence[str], families: Groups, groups: Groups, between: Sequence[Link]
    ) -> None:
        """Store in one step that the record is that of these *stories*, and in which order, with the *groups* of
        accounts that they are, the families, and the links *between* accounts; drop all other stories."""
        with self.db:
            self.db.execute("UPDATE stories SET position = NULL")
            self.db.executemany("UPDATE stories SET position = ? WHERE key = ?", enumerate(stories))
            for table in OF_STORY:
                gone = "SELECT key FROM stories WHERE position IS NULL"
                self.db.execute(f"DELETE FROM {table} WHERE story IN ({gone})")
            self.db.execute("DELETE FROM stories WHERE position IS NULL")
            self.db.execute("DELETE FROM record")
            row = (key, json.dumps(families), json.dumps(groups), len(between), press(Link, between))
            self.db.execute("INSERT INTO record VALUES (?, ?, ?, ?, ?)", row)

    def groups(self) -> tuple[tuple[tuple[str, ...], ...], ...]:
        """The families of the record, and its stories. Raises CaseError if no build has finished."""
        row = self.db.execute("SELECT families, stories FROM record").fetchone()
        if row is None:
            raise CaseError(f"{self._case}: no build of this case has finished; run: rashomon build {self._case}")
        return tuple(tuple(map(tuple, json.loads(groups))) for groups in row)

    def record(self) -> Record:
        """The record; its events and links are read when they are asked for. Raises CaseError if no build has
        finished."""
        families, stories = self.groups()
        names: dict[str, str] = {}
        for (some,) in self._in_stories("names"):
            names.update(json.loads(some))
        return Record(
            tuple(
                unpack(line, {**self._layers(i), "Time": times})
                for i, line, times in self._rows("dated", "id, json, times")
            ),
            Packed(Event, ((1, data) for (data,) in self._rows("events", "pack"))),
            families,
            stories,
            names,
            self.links(),
            tuple(loads(Question, line) for (line,) in self._rows("questions", "json")),
        )

    def notes(self, table: str, kind: type[T]) -> list[T]:
        """What is noted beside each event, or each account in *table* "dated", in the order of the record."""
        return [loads(kind, line) for (line,) in self._rows(table, "note")]

    def rows(self, table: str, column: str) -> Sequence[Any]:
        """The rows in a *column* of a table of nouns, in the order of the record."""
        return Lines(data for (data,) in self._rows(table, column))

    def codes(self, account: str, kind: type[T]) -> list[T]:
        """What was noted of the mentions of an account that a page showed; empty for another account."""
        row = self.db.execute("SELECT pack FROM codes WHERE document = ?", (account,)).fetchone()
        return pressed(kind, row[0]) if row else []

    def put_codes(self, made: Mapping[str, Sequence[object]]) -> None:
        """Note these of the mentions of accounts, instead of what was noted before; they are dropped with the story."""
        story = dict(self.db.execute("SELECT id, story FROM dated")) if made else {}
        rows = ((story[account], account, press(type(codes[0]), codes)) for account, codes in made.items())
        with self.db:
            self.db.executemany("INSERT OR REPLACE INTO codes VALUES (?, ?, ?)", rows)

    def record_key(self) -> str | None:
        """The key that the record was stored under, None if there is no record."""
        row = self.db.execute("SELECT key FROM record").fetchone()
        return None if row is None else str(row[0])

    def claims(self) -> Iterator[Claim]:
        """Every claim, story by story, in the order of its document and text."""
        return (claim for (packed,) in self._in_stories("claims") for claim in pressed(Claim, packed))

    def links(self) -> Sequence[Link]:
        """Every link: those between accounts, then those inside stories, story by story."""
        between = self.db.execute("SELECT linked, links FROM record")
        return Packed(Link, (*between, *self._in_stories("linked, links")))

    def _in_stories(self, columns: str) -> Iterator[Any]:
        """Columns of the stories of the record, in its order."""
        return self.db.execute(f"SELECT {columns} FROM stories WHERE position IS NOT NULL ORDER BY position")

    def _rows(self, table: str, columns: str) -> Iterator[Any]:
        """Columns of a table of nouns, in the order of the record. The rows are sorted before they are read."""
        found = self.db.execute(f"SELECT rowid FROM {table} WHERE {PLACED} ORDER BY {OF_STORY[table]}").fetchall()
        return (self.db.execute(f"SELECT {columns} FROM {table} WHERE rowid = ?", row).fetchone() for row in found)


@contextmanager
def _database(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(path)) as db:
        try:
            yield db
        except sqlite3.OperationalError as error:
            step = "see that the disk has room and can be written, then build again: what was finished is kept"
            raise CaseError(f"{path}: {error}; {step}") from error
        except (sqlite3.Error, json.JSONDecodeError) as error:
            raise CaseError(f"{path}: {error}; delete it and build again: nothing is lost") from error


def _usable(db: sqlite3.Connection) -> bool:
    try:
        return bool(db.execute("SELECT form FROM form").fetchone() == (FORM,))
    except sqlite3.DatabaseError:
        return False
