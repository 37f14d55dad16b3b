"""case.db: what was computed from the accounts. Disposable: delete it, and the next build makes it again.

Every row carries the key of what made it: the account's bytes, what was stated of it, and the version of package
and model. A row whose key is no longer asked for is made again; nothing is ever trusted because it is there.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from rashomon.codec import SCHEMA, dumps, loads, schema_hash
from rashomon.errors import CaseError
from rashomon.types import Claim, Document, Link, Record

TABLES = """
CREATE TABLE readings (account TEXT PRIMARY KEY, key TEXT NOT NULL, problem TEXT, line INTEGER) WITHOUT ROWID;
CREATE TABLE documents (
    id TEXT PRIMARY KEY, account TEXT NOT NULL, position INTEGER NOT NULL,
    annotated INTEGER NOT NULL, -- 0: as read; 1: with every layer
    json TEXT NOT NULL
);
CREATE INDEX document_of_account ON documents (account, position);
CREATE TABLE claims (position INTEGER PRIMARY KEY, id TEXT NOT NULL, document TEXT NOT NULL, json TEXT NOT NULL);
CREATE TABLE links (position INTEGER PRIMARY KEY, json TEXT NOT NULL);
CREATE TABLE dated (position INTEGER PRIMARY KEY, json TEXT NOT NULL); -- the documents of the record
CREATE TABLE record (key TEXT NOT NULL, json TEXT NOT NULL);
"""
FORM = f"{SCHEMA} {schema_hash()}"

Problem = tuple[str, int | None]  # the reason and line of a ReadError


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

    def put_reading(self, account: str, key: str, lines: Iterable[tuple[str, str]], problem: Problem | None) -> None:
        """Store what an account was read as, (id, JSON) of its documents, instead of any reading before."""
        rows = [(name, account, n, line) for n, (name, line) in enumerate(lines)]
        with self.db:
            self._forget(account)
            self.db.executemany("INSERT INTO documents VALUES (?, ?, ?, 0, ?)", rows)
            self.db.execute("INSERT INTO readings VALUES (?, ?, ?, ?)", (account, key, *(problem or (None, None))))

    def forget(self, account: str) -> None:
        """Drop an account that is no longer in the case."""
        with self.db:
            self._forget(account)

    def _forget(self, account: str) -> None:
        self.db.execute("DELETE FROM documents WHERE account = ?", (account,))
        self.db.execute("DELETE FROM readings WHERE account = ?", (account,))

    def unannotated(self) -> list[str]:
        """The ids of documents that have no layers yet, in record order."""
        rows = self.db.execute("SELECT id FROM documents WHERE NOT annotated ORDER BY account, position")
        return [name for (name,) in rows]

    def json(self, document: str) -> str:
        """One document as `codec.dumps` wrote it."""
        (line,) = self.db.execute("SELECT json FROM documents WHERE id = ?", (document,)).fetchone()
        return str(line)

    def put_annotated(self, document: str, line: str) -> None:
        """Store a document with its layers."""
        with self.db:
            self.db.execute("UPDATE documents SET json = ?, annotated = 1 WHERE id = ?", (line, document))

    def put_fault(self, document: str, problem: Problem) -> None:
        """Leave out a document that could not be annotated, and say so of its account."""
        with self.db:
            of = "(SELECT account FROM documents WHERE id = ?)"
            self.db.execute(f"UPDATE readings SET problem = ?, line = ? WHERE account = {of}", (*problem, document))
            self.db.execute("DELETE FROM documents WHERE id = ?", (document,))

    def documents(self) -> Iterator[Document]:
        """Every document in record order: by the SHA-256 of its account, then by its place in it."""
        for (line,) in self.db.execute("SELECT json FROM documents ORDER BY account, position"):
            yield loads(Document, line)

    # -- what was made of them all ---------------------------------------------------------------------------------

    def put_record(self, key: str, record: Record, claims: Iterable[Claim]) -> None:
        """Store a finished record in one step, its documents as dating left them."""
        dated = ((n, dumps(document)) for n, document in enumerate(record.documents))
        with self.db:
            for table in ("claims", "links", "dated", "record"):
                self.db.execute(f"DELETE FROM {table}")
            rows = ((n, claim.id, claim.document, dumps(claim)) for n, claim in enumerate(claims))
            self.db.executemany("INSERT INTO claims VALUES (?, ?, ?, ?)", rows)
            self.db.executemany("INSERT INTO links VALUES (?, ?)", ((n, dumps(x)) for n, x in enumerate(record.links)))
            self.db.executemany("INSERT INTO dated VALUES (?, ?)", dated)
            self.db.execute("INSERT INTO record VALUES (?, ?)", (key, dumps(replace(record, documents=(), links=()))))

    def record(self) -> Record:
        """The record. Raises CaseError if no build has finished."""
        row = self.db.execute("SELECT json FROM record").fetchone()
        if row is None:
            raise CaseError(f"{self._case}: no build of this case has finished; run: rashomon build {self._case}")
        dated = self.db.execute("SELECT json FROM dated ORDER BY position")
        documents = tuple(loads(Document, line) for (line,) in dated)
        return replace(loads(Record, row[0]), documents=documents, links=tuple(self.links()))

    def record_key(self) -> str | None:
        """The key that the record was stored under, None if there is no record."""
        row = self.db.execute("SELECT key FROM record").fetchone()
        return None if row is None else str(row[0])

    def claims(self) -> Iterator[Claim]:
        """Every claim, in the order of its document and text."""
        for (line,) in self.db.execute("SELECT json FROM claims ORDER BY position"):
            yield loads(Claim, line)

    def links(self) -> Iterator[Link]:
        """Every link, in the order in which it was made."""
        for (line,) in self.db.execute("SELECT json FROM links ORDER BY position"):
            yield loads(Link, line)


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
