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
CREATE TABLE stories (key TEXT PRIMARY KEY, position INTEGER, names TEXT NOT NULL); -- position: in the record, or null
CREATE TABLE dated (story TEXT NOT NULL, id TEXT NOT NULL, position INTEGER, json TEXT NOT NULL, times BLOB);
CREATE TABLE claims (story TEXT NOT NULL, id TEXT NOT NULL, position INTEGER, json TEXT NOT NULL);
CREATE TABLE links (story TEXT NOT NULL, position INTEGER, json TEXT NOT NULL);
CREATE TABLE events (story TEXT NOT NULL, id TEXT NOT NULL, position INTEGER, json TEXT NOT NULL);
CREATE TABLE questions (story TEXT NOT NULL, id TEXT NOT NULL, position INTEGER, json TEXT NOT NULL);
CREATE INDEX dated_of_story ON dated (story);
CREATE INDEX claims_of_story ON claims (story);
CREATE INDEX links_of_story ON links (story);
CREATE INDEX events_of_story ON events (story);
CREATE INDEX questions_of_story ON questions (story);
CREATE INDEX event_by_id ON events (id);
CREATE INDEX dated_by_id ON dated (id);
CREATE TABLE record (key TEXT NOT NULL, json TEXT NOT NULL); -- families, stories, and links between accounts
"""
OF_STORY = ("dated", "claims", "links", "events", "questions")  # tables with rows of a story; positions as in `stories`
FORM = f"{SCHEMA} {schema_hash()} {digest(TABLES)}"
