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
from typing import TypeVar

from rashomon import order
from rashomon.codec import dumps, loads, pack, press, squeeze, unpack
from rashomon.errors import CaseError
from rashomon.store.schema import FORM, OF_STORY, TABLES
from rashomon.store.stored import Groups, Stored
from rashomon.types import Claim, Document, Event, Link, Record, Time, mention_at

WAIT = 5.0  # seconds for others who read or write

T = TypeVar("T")
Problem = tuple[str, int | None]  # the reason and line of a ReadError
Read = tuple[str, str, Mapping[str, bytes]]  # a document: id, and what `codec.pack` made of it


class Cache(Stored):
    """An open case.db. Only its tables are here; what is stale, and in which order things are made, is the build's."""

    @classmethod
    @contextmanager
    def open(cls, path: Path) -> Iterator[Cache]:
        """The cache as the last build left it, and as it is now however long it is open: a build that runs meanwhile
        changes nothing of what is read, and one that would begin is told to wait. Raises CaseError if another version
        of Rashomon wrote it."""
        with _database(path) as db:
            db.execute("BEGIN")  # all that is read is of one moment
            if not _usable(db):
                why = "damaged, or written by another version of Rashomon"
                raise CaseError(f"{path}: {why if path.stat().st_size else 'empty'}; run: rashomon build {path.parent}")
            yield cls(db, path.parent)

    @classmethod
    @contextmanager
    def fresh(cls, path: Path) -> Iterator[Cache]:
        """The cache to write to, begun anew if there is none, or if it is no database or of another version. Raises
        CaseError while somebody reads it."""
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
        return unpack(line, dict(self.db.execute("SELECT name, pack FROM layers WHERE document = ?", (name,))))

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

    def put_codes(self, made: Mapping[str, Sequence[object]]) -> None:
        """Note these of the mentions of accounts, instead of what was noted before; they are dropped with the story."""
        story = dict(self.db.execute("SELECT id, story FROM dated")) if made else {}
        rows = ((story[account], account, press(type(codes[0]), codes)) for account, codes in made.items())
        with self.db:
            self.db.executemany("INSERT OR REPLACE INTO codes VALUES (?, ?, ?)", rows)


@contextmanager
def _database(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(path, timeout=WAIT)) as db:
        try:
            yield db
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
                why = "somebody reads this case (rashomon show, export or check)"
                raise CaseError(f"{path.parent}: {why}; wait until that ends, then build again") from error
            step = "see that the disk has room and can be written, then build again: what was finished is kept"
            raise CaseError(f"{path}: {error}; {step}") from error
        except (sqlite3.Error, json.JSONDecodeError) as error:
            raise CaseError(f"{path}: {error}; delete it and build again: nothing is lost") from error


def _usable(db: sqlite3.Connection) -> bool:
    try:
        return bool(db.execute("SELECT form FROM form").fetchone() == (FORM,))
    except sqlite3.DatabaseError:
        return False
