"""What must hold in a case: one short function a check, whose docstring is its message, in one table.

R1xx: words against the stored accounts. R2xx: references inside the record. R3xx: the folder.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from itertools import chain
from pathlib import Path

from rashomon.containers import inside
from rashomon.contents import coded, indexed
from rashomon.errors import ReadError
from rashomon.exporters.html import page
from rashomon.pipeline import record_key
from rashomon.store import Cache, Case
from rashomon.text import verify
from rashomon.types import Annotation, Claim, Document, EventMention, Record, Span, mention_at
from rashomon.views.layers import layer


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault: the code of its check, what it was found on, and what is wrong."""

    code: str
    where: str
    message: str


class Contents:
    """What the checks look at. Of a large case the claims, mentions, events and links are too many to hold."""

    def __init__(self, case: Case, cache: Cache):
        self.case, self.cache = case, cache
        self.accounts = case.accounts()
        self.index = indexed(cache)
        self.record: Record = self.index.record
        self.documents = self.index.documents

    def claims(self) -> Iterator[Claim]:
        """Every claim, story by story; then those that questions have, again."""
        yield from self.cache.claims()
        yield from (c for q in self.record.questions for s in q.slots for p in s.positions for c in p.claims)

    @cached_property
    def mentions(self) -> Mapping[str, frozenset[int]]:
        """Where the mentions of each account begin."""
        return {d.id: frozenset(m.span.begin for m in layer(d, EventMention)) for d in self.record.documents}

    def mentioned(self, key: str) -> bool:
        """True for the id of a mention that some account has."""
        document, begin = mention_at(key)
        return begin in self.mentions.get(document, ())

    def stored(self) -> Iterator[tuple[Document, bytes]]:
        """Each document whose stored bytes are there, with those that its text was read out of: none for a part that
        the file does not hold."""
        last: tuple[str, tuple[str, ...]] | None = None
        data = b""
        for document in self.record.documents:
            name, part = document.id.partition("#")[0], document.part
            path = self.case.root / "accounts" / name
            if not path.is_file():
                continue
            if (name, part) != last:
                last = (name, part)
                try:
                    data = inside(path.read_bytes(), part, document.provenance.path)
                except ReadError:
                    data = b""
            yield document, data


def check(case: str | Path) -> Iterator[Finding]:
    """Every fault of a case, by code. Raises CaseError if there is no finished case to check."""
    with Case.open(case) as (folder, cache):
        contents = Contents(folder, cache)
        for code, find in CHECKS.items():
            message = (find.__doc__ or "").strip()
            yield from (Finding(code, where, message) for where in find(contents))


def _r101(contents: Contents) -> Iterator[str]:
    """the evidence of a claim is not in the stored bytes at its address; build the case again"""
    evidence: dict[str, list[Span]] = {}
    for claim in contents.claims():
        evidence.setdefault(claim.document, []).append(claim.evidence)
    for document, raw in contents.stored():
        for span in evidence.get(document.id, ()):
            if not verify(document, span, raw):
                yield _place(document, span)


def _r102(contents: Contents) -> Iterator[str]:
    """the words of a claim are not those of its account; build the case again"""
    for claim in contents.claims():
        document = contents.documents.get(claim.document)
        if document and document.quote(claim.evidence) != claim.words:
            yield _place(document, claim.evidence)


def _r103(contents: Contents) -> Iterator[str]:
    """the words of a layer are not in the stored bytes at their address; build the case again"""
    for document, raw in contents.stored():
        for annotation in chain.from_iterable(document.layers.values()):
            for span in _spans(annotation):
                if not verify(document, span, raw):
                    yield f"{type(annotation).__name__} {_place(document, span)}"


def _r104(contents: Contents) -> Iterator[str]:
    """the stored bytes do not match their SHA-256: they were changed; add the original file again"""
    for account in contents.accounts:
        path = contents.case.stored(account)
        if path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() != account.sha256:
            yield f"{account.path} ({path.name})"


def _r201(contents: Contents) -> Iterator[str]:
    """a claim names an account or an event mention that is not in the case; build the case again"""
    for claim in contents.claims():
        if claim.document not in contents.documents or not contents.mentioned(claim.mention):
            yield f"claim {claim.id} of {claim.mention}"


def _r202(contents: Contents) -> Iterator[str]:
    """a link names something that is not in the case; build the case again"""
    for link in contents.record.links:
        for end in (link.left, link.right):
            account = end.partition(":")[0] if link.kind == "name" else end
            if not (contents.mentioned(end) if link.kind == "event" else account in contents.documents):
                yield f"{link.kind} link to {end}"


def _r203(contents: Contents) -> Iterator[str]:
    """an event is made of a mention that is not in the case; build the case again"""
    for event in contents.record.events:
        yield from (f"event {event.id}: {m}" for m in event.mentions if not contents.mentioned(m))


def _r301(contents: Contents) -> Iterator[str]:
    """an account is listed and its stored bytes are gone; add the original file again"""
    yield from (account.path for account in contents.accounts if not contents.case.stored(account).is_file())


def _r302(contents: Contents) -> Iterator[str]:
    """a stored file is not in accounts.jsonl (a build was stopped); build again with the same accounts"""
    listed = {account.sha256 for account in contents.accounts}
    names = sorted(path.name for path in (contents.case.root / "accounts").iterdir())
    yield from (f"accounts/{name}" for name in names if name not in listed)


def _r303(contents: Contents) -> Iterator[str]:
    """the record was made from other accounts, or by another version of Rashomon; build the case again"""
    if record_key(contents.accounts) != contents.cache.record_key():
        yield "case.db"


def _r304(contents: Contents) -> Iterator[str]:
    """record.html is not the page of this record; build the case again"""
    path = contents.case.page
    if not path.is_file() or path.read_bytes() != page(contents.index, coded(contents.cache)):
        yield path.name


CHECKS: dict[str, Callable[[Contents], Iterator[str]]] = {
    "R101": _r101,
    "R102": _r102,
    "R103": _r103,
    "R104": _r104,
    "R201": _r201,
    "R202": _r202,
    "R203": _r203,
    "R301": _r301,
    "R302": _r302,
    "R303": _r303,
    "R304": _r304,
}


def _place(document: Document, span: Span) -> str:
    return f"{document.provenance.path} [{span.begin}, {span.end})"


def _spans(annotation: Annotation) -> Iterator[Span]:
    """Every span of an annotation, those inside its parts too."""
    for field in fields(annotation):
        value = getattr(annotation, field.name)
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, Span):
                yield part
            elif hasattr(part, "span"):
                yield part.span
