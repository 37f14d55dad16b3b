"""The tables of case.db. `docs/case.md` says what their rows are."""

from __future__ import annotations

from rashomon.codec import SCHEMA, schema_hash
from rashomon.types import digest

TABLES = """
CREATE TABLE readings (account TEXT PRIMARY KEY, key TEXT NOT NULL, problem TEXT, line INTEGER) WITHOUT ROWID;
CREATE TABLE documents (
    id TEXT PRIMARY KEY, account TEXT NOT NULL, position INTEGER NOT NULL,
    annotated INTEGER NOT NULL, -- 0: as read; 1: with every layer
    json TEXT NOT NULL -- without layers
);
CREATE INDEX document_of_account ON documents (account, position);
CREATE TABLE layers (document TEXT, name TEXT, pack BLOB NOT NULL, PRIMARY KEY (document, name)) WITHOUT ROWID;
CREATE TABLE sketches (document TEXT PRIMARY KEY, json TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE compared (a TEXT, b TEXT, shared INTEGER, run INTEGER, PRIMARY KEY (a, b)) WITHOUT ROWID;
CREATE INDEX compared_by_b ON compared (b);
CREATE TABLE stories (
    key TEXT PRIMARY KEY, position INTEGER, -- in the record, or null
    names TEXT NOT NULL, claims BLOB NOT NULL, linked INTEGER NOT NULL, links BLOB NOT NULL
);
CREATE TABLE dated (
    story TEXT, published TEXT, id TEXT, note TEXT NOT NULL, line BLOB NOT NULL, -- columns of all rows: 65dfa30caabf
    statements BLOB NOT NULL, -- their rows, each with its sentence
    times BLOB NOT NULL, json TEXT NOT NULL
);
CREATE TABLE events ( -- id: of its first account
    story TEXT, day REAL, published TEXT, id TEXT, begin INTEGER, note TEXT NOT NULL, line BLOB NOT NULL,
    pack BLOB NOT NULL
);
CREATE TABLE questions (story TEXT, voices INTEGER, about TEXT, id TEXT, json TEXT NOT NULL);
CREATE TABLE codes (story TEXT, document TEXT PRIMARY KEY, pack BLOB NOT NULL) WITHOUT ROWID;
CREATE INDEX dated_of_story ON dated (story, published, id); -- and what they are sorted by: then no text is read for it
CREATE INDEX events_of_story ON events (story, day, published, id, begin);
CREATE INDEX questions_of_story ON questions (story);
CREATE TABLE record (
    key TEXT NOT NULL, families TEXT NOT NULL, stories TEXT NOT NULL, linked INTEGER NOT NULL, links BLOB NOT NULL
);
"""
OF_STORY = {  # tables with rows of a story, and what these are ordered by in the record: see `rashomon.order`
    "dated": "published, id",
    "events": "day, published, id, begin",
    "questions": "voices, about, id",
    "codes": "document",
}
FORM = f"{SCHEMA} {schema_hash()} {digest(TABLES)}"
