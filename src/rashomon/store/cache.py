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

from rashomon.codec import dumps, loads, pack, unpack
from rashomon.errors import CaseError
from rashomon.store.schema import FORM, OF_STORY, TABLES
from rashomon.types import Claim, Document, Event, Link, Question, Record, Time

PLACED = "position IS NOT NULL"  # in the record
BETWEEN = ("family", "story")  # kinds of links between accounts

T = TypeVar("T")
Problem = tuple[str, int | None]  # the reason and line of a ReadError
Packed = tuple[str, str, Mapping[str, bytes]]  # a document: id, and what `codec.pack` made of it


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
                raise CaseError(f"{path}: written by another version of Rashomon; run: rashomon build {path.parent}")
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

    def put_reading(self, account: str, key: str, found: Iterable[Packed], problem: Problem | None) -> None:
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

    def put_story(self, key: str, part: Record, claims: Iterable[Claim]) -> None:
        """Store the record of one story alone, its documents as dating left them, and its claims."""
        with self.db:
            self.db.execute("INSERT INTO stories VALUES (?, NULL, ?)", (key, json.dumps(dict(part.names))))
            for d in part.documents:
                line, packs = pack(replace(d, layers={Time: d.layer(Time)}))  # the one layer that dating changes
                self.db.execute("INSERT INTO dated VALUES (?, ?, NULL, ?, ?)", (key, d.id, line, packs["Time"]))
            found = ((key, claim.id, n, dumps(claim)) for n, claim in enumerate(claims))
            self.db.executemany("INSERT INTO claims VALUES (?, ?, ?, ?)", found)
            links = ((key, n, dumps(ln)) for n, ln in enumerate(part.links))
            self.db.executemany("INSERT INTO links VALUES (?, ?, ?)", links)
            for table, nouns in (("events", part.events), ("questions", part.questions)):
                rows = ((key, noun.id, dumps(noun)) for noun in nouns)
                self.db.executemany(f"INSERT INTO {table} VALUES (?, ?, NULL, ?)", rows)

    def part(self, key: str) -> Record:
        """The record of one story alone, families and stories left out."""
        (names,) = self.db.execute("SELECT names FROM stories WHERE key = ?", (key,)).fetchone()
        return Record(
            tuple(self._dated("story = ?", key)),
            tuple(self._nouns(Event, "events", "story = ?", key)),
            (),
            (),
            json.loads(names),
            tuple(self._nouns(Link, "links", "story = ?", key)),
            tuple(self._nouns(Question, "questions", "story = ?", key)),
        )

    def _dated(self, where: str, *values: str) -> Iterator[Document]:
        rows = self.db.execute(f"SELECT id, json, times FROM dated WHERE {where} ORDER BY position, id", values)
        for name, line, times in rows:
            yield unpack(line, {**self._layers(name), "Time": times})

    def _nouns(self, kind: type[T], table: str, where: str, *values: str) -> Iterator[T]:
        rows = self.db.execute(f"SELECT json FROM {table} WHERE {where} ORDER BY position", values)
        return (loads(kind, line) for (line,) in rows)

    # -- what was made of them all ---------------------------------------------------------------------------------

    def put_record(self, key: str, record: Record, stories: Sequence[str]) -> None:
        """Store in one step that the record is that of these *stories*, and in which order; drop all others."""
        links = tuple(ln for ln in record.links if ln.kind in BETWEEN)
        whole = replace(record, documents=(), events=(), questions=(), names={}, links=links)
        with self.db:
            self.db.execute("UPDATE stories SET position = NULL")
            numbered = "UPDATE {} SET position = ? WHERE {} = ?"
            self.db.executemany(numbered.format("stories", "key"), enumerate(stories))
            for table in OF_STORY:
                gone = "SELECT key FROM stories WHERE position IS NULL"
                self.db.execute(f"DELETE FROM {table} WHERE story IN ({gone})")
            self.db.execute("DELETE FROM stories WHERE position IS NULL")
            ids = {
                "dated": [d.id for d in record.documents],
                "events": [e.id for e in record.events],
                "questions": [q.id for q in record.questions],
            }
            for table, ordered in ids.items():
                self.db.executemany(numbered.format(table, "id"), enumerate(ordered))
            self.db.execute("DELETE FROM record")
            self.db.execute("INSERT INTO record VALUES (?, ?)", (key, dumps(whole)))

    def record(self) -> Record:
        """The record. Raises CaseError if no build has finished."""
        row = self.db.execute("SELECT json FROM record").fetchone()
        if row is None:
            raise CaseError(f"{self._case}: no build of this case has finished; run: rashomon build {self._case}")
        whole, names = loads(Record, row[0]), {}
        for (some,) in self.db.execute(f"SELECT names FROM stories WHERE {PLACED} ORDER BY position"):
            names.update(json.loads(some))
        return replace(
            whole,
            documents=tuple(self._dated(PLACED)),
            events=tuple(self._nouns(Event, "events", PLACED)),
            questions=tuple(self._nouns(Question, "questions", PLACED)),
            names=names,
            links=tuple(self.links()),
        )

    def record_key(self) -> str | None:
        """The key that the record was stored under, None if there is no record."""
        row = self.db.execute("SELECT key FROM record").fetchone()
        return None if row is None else str(row[0])

    def claims(self) -> Iterator[Claim]:
        """Every claim, story by story, in the order of its document and text."""
        return self._by_story(Claim, "claims")

    def links(self) -> Iterator[Link]:
        """Every link: those between accounts, then those inside stories, story by story."""
        for (line,) in self.db.execute("SELECT json FROM record"):
            yield from loads(Record, line).links
        yield from self._by_story(Link, "links")

    def _by_story(self, kind: type[T], table: str) -> Iterator[T]:
        """Nouns of the stories of the record."""
        rows = self.db.execute(
            f"SELECT json FROM {table} JOIN stories ON story = key WHERE stories.{PLACED}"
            f" ORDER BY stories.position, {table}.position"
        )
        return (loads(kind, line) for (line,) in rows)


@contextmanager
def _database(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(path)) as db:
        try:
            yield db
        except sqlite3.Error as error:
            raise CaseError(f"{path}: {error}; if it is damaged, delete it and build again: nothing is lost") from error


def _usable(db: sqlite3.Connection) -> bool:
    try:
        return bool(db.execute("SELECT form FROM form").fetchone() == (FORM,))
    except sqlite3.DatabaseError:
        return False
