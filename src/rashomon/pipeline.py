"""The only file that knows the order of the stages, and what happens to a file that cannot be read.

Reading and annotating depend on one account alone: they run in worker processes and their results are stored as they
come, so a stop loses at most those in flight. Which accounts copy each other and which tell one story is found anew at
each build, from small sketches of all of them. What follows depends on the accounts of one story alone: it is stored
under a key of these, and made again only where they are others.
"""

from __future__ import annotations

import hashlib
import sys
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files
from pathlib import Path

from rashomon.annotators import annotate
from rashomon.claims import extract
from rashomon.clusters import clusters
from rashomon.codec import pack
from rashomon.contents import coded, indexed
from rashomon.dating import date_accounts
from rashomon.errors import RashomonError, ReadError
from rashomon.exporters.html import page
from rashomon.files import expand
from rashomon.linking import Sketch, copy_links, links_within, overlap, sketch, story_groups, story_links
from rashomon.readers import load, read_bytes
from rashomon.record import assemble
from rashomon.store import Account, Cache, Case
from rashomon.store.cache import Problem, Read
from rashomon.store.case import write
from rashomon.store.stored import copied, story_keys
from rashomon.text import readable
from rashomon.timex.account import read_date
from rashomon.types import Claim, Document, Judgement, Link, Record, digest
from rashomon.views.index import Index
from rashomon.views.kept import lines
from rashomon.workers import run

WORDS = 2_000_000  # code points of one account: a book of 800 pages, annotated in minutes and with 1.5 GB of memory

Progress = Callable[[str, int, int], None]
"""Called with the stage (read, annotate, link), how many accounts are done, and of how many."""


def build(
    case: str | Path,
    accounts: Iterable[str | Path] = (),
    *,
    jobs: int = 1,
    outlet: str | None = None,
    published: str | None = None,
    progress: Progress | None = None,
    on_error: Callable[[ReadError], None] | None = None,
) -> Record:
    """Add accounts to the case folder, bring its record up to date, write CASE/record.html, return the record.

    *accounts* are files, folders, globs, or "-" for standard input; with none, an interrupted build is finished.
    *outlet* and *published* overrule what these accounts state of themselves. With *jobs* above 1 accounts are read and
    annotated in that many processes, with the same result (a script then needs `if __name__ == "__main__":`).

    The record depends on the accounts alone, never on their order, the clock or earlier builds. An account that cannot
    be read is passed to *on_error* (by default: a warning) and the others go on. Raises CaseError for a folder that is
    no case, that another build holds, that somebody reads, or that cannot be written, and ReadError for a *published*
    that is no date.
    """
    update(case, accounts, jobs=jobs, outlet=outlet, published=published, progress=progress, on_error=on_error)
    with Case.open(case) as (_, kept):
        return kept.record()


def update(
    case: str | Path,
    accounts: Iterable[str | Path] = (),
    *,
    jobs: int = 1,
    outlet: str | None = None,
    published: str | None = None,
    progress: Progress | None = None,
    on_error: Callable[[ReadError], None] | None = None,
) -> None:
    """What `build` does, without the record: of a large case that is too much to hold."""
    if published and read_date(published) is None:
        raise ReadError("published", f"{published!r} is no date; write it as 2015-11-23")
    report, tell = on_error or _warn, progress or _silent
    with Case.update(case) as (folder, kept):
        given: dict[str, str] = {}
        stated = (fact and readable(fact) for fact in (outlet, published))
        folder.add(_load(accounts, folder.root, given, report), *stated)
        for account, problem in _each_account(folder, kept, jobs, tell):
            report(ReadError(given.get(account.path, account.path), *problem))
        key = record_key(folder.accounts())
        if kept.record_key() != key:
            make_record(kept, key, tell)
        index, codes = indexed(kept), coded(kept)
        write(folder.page, page(index, codes))
        kept.put_codes(codes.made)


# -- which files -----------------------------------------------------------------------------------------------------


def _load(
    accounts: Iterable[str | Path], case: Path, given: dict[str, str], report: Callable[[ReadError], None]
) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of every account; *given* gets the path that each name was given as."""
    for account in accounts:
        if str(account) == "-":
            yield "stdin", load(sys.stdin.buffer)
            continue
        try:
            for name, path in expand(account):
                folder = path.parent.resolve()
                if case.resolve() in (folder, *folder.parents):  # `rashomon build CASE .` from the folder above it
                    continue
                given[name := readable(name)] = str(path)
                try:
                    data = _bytes(path)
                except ReadError as error:  # the other files of the folder go on
                    report(error)
                else:
                    yield name, data
        except ReadError as error:
            report(error)


def _bytes(path: Path) -> bytes:
    """The bytes of a file, of one that is too large those that the readers then refuse with the reason."""
    try:
        with path.open("rb") as file:
            return load(file)
    except OSError as error:
        raise ReadError(str(path), f"cannot be opened ({error.strerror}); check the file and its rights") from error


# -- one account at a time, in any process ---------------------------------------------------------------------------


def _each_account(folder: Case, kept: Cache, jobs: int, tell: Progress) -> Iterator[tuple[Account, Problem]]:
    """Read and annotate what is new or changed, forget what is gone, and give what is wrong with which account."""
    readings, listed = kept.readings(), folder.accounts()
    for gone in sorted(set(readings) - {a.sha256 for a in listed}):
        kept.forget(gone)
    due = [a for a in listed if readings.get(a.sha256, ("",))[0] != reading_key(a)]
    for n, (account, (found, problem)) in enumerate(run(_read, ((a, (folder.stored(a), a)) for a in due), jobs), 1):
        if found:
            kept.put_reading(account.sha256, reading_key(account), found, problem)
        else:
            folder.drop(account.sha256)
            kept.forget(account.sha256)
            yield account, problem or ("no account in this file; check that it holds text", None)
        tell("read", n, len(due))
    unread = kept.unannotated()
    for n, (name, (packs, problem)) in enumerate(run(_annotate, ((i, kept.document(i)) for i in unread), jobs), 1):
        if problem:
            kept.put_fault(name, problem)
        else:
            kept.put_annotated(name, packs)
        tell("annotate", n, len(unread))
    readings = kept.readings()
    for account in folder.accounts():
        if problem := readings[account.sha256][1]:
            yield account, problem


def _read(task: tuple[Path, Account]) -> tuple[list[Read], Problem | None]:
    """The documents of a stored account, packed, and what is wrong with the rest of it."""
    stored, account = task
    found: list[Read] = []
    try:
        for document in read_bytes(_bytes(stored), account.path, outlet=account.outlet, published=account.published):
            found.append((document.id, *pack(document)))
    except ReadError as error:
        return found, (error.reason, error.line)
    except Exception as error:  # hostile input may find our faults: they must not stop the other accounts
        return found, _fault("reading", error)
    return found, None


def _annotate(document: Document) -> tuple[Mapping[str, bytes], Problem | None]:
    """Every layer of one document. Alone, so that its numbers never depend on which others share a batch."""
    if len(document.text) > WORDS:
        place = Path(document.provenance.path).name
        return {}, (f"{place} has more than {WORDS:,} characters of text, too many for one account; split it", None)
    try:
        (document,) = annotate([document])
    except RashomonError:  # the model is missing: no account's fault
        raise
    except Exception as error:
        return {}, _fault("annotating", error)
    return pack(document)[1], None


def _fault(step: str, error: Exception) -> Problem:
    return f"{step} it failed ({type(error).__name__}: {error}); this is a fault of Rashomon, please report it", None


# -- all accounts together ---------------------------------------------------------------------------------------------


def make_record(kept: Cache, key: str, tell: Progress) -> None:
    """Store the record of all annotated accounts of a case under *key*. It is that of its stories, each alone: of a
    story whose accounts are the same as before nothing is made or read again."""
    sketches = list(kept.sketches(sketch, Sketch))
    groups = story_groups(sketches)
    between = (*copy_links(sketches, kept.compared(overlap(kept.document))), *story_links(groups))
    families = clusters((s.document for s in sketches), (ln for ln in between if ln.kind == "family"))
    family = {name: n for n, names in enumerate(families) for name in names}
    total, done = len(sketches), 0
    del sketches
    stored, stories = kept.stories(), story_keys(groups, families, kept.keys())
    for group, story in zip(groups, stories, strict=True):
        tell("link", done, total)
        if story not in stored:
            record, claims = _story([kept.document(name) for name in group], copied(group, family))
            index = Index(record)
            standings, told = index.standings, lines(index)
            kept.put_story(
                story,
                record,
                claims,
                zip(standings.events, told.events, strict=True),
                zip(standings.accounts, told.accounts, told.statements, strict=True),
            )
        done += len(group)
    kept.put_record(key, stories, families, groups, between)
    tell("link", total, total)


def _story(documents: Sequence[Document], families: Sequence[Sequence[str]]) -> tuple[Record, Sequence[Claim]]:
    """The record of one story alone, without links between accounts, and its claims."""
    group = [d.id for d in documents]
    documents = date_accounts(documents, [group])
    claims = list(extract(documents))
    inside = links_within(documents, claims)
    copied = (Link("family", f[0], other, Judgement.SAME, 1.0, ()) for f in families for other in f[1:])
    record = assemble(documents, claims, (*copied, *story_links([group]), *inside))
    return replace(record, links=inside), claims


def reading_key(account: Account) -> str:
    """What the layers of an account are made of: its bytes, what was stated of it, and this very package."""
    return digest(account.sha256, account.path, account.outlet, account.published, fingerprint())


def record_key(accounts: Iterable[Account]) -> str:
    """What a record is made of: equal keys, equal records."""
    return digest(*(reading_key(account) for account in accounts))


@cache
def fingerprint() -> str:
    """Hash of the code, word lists and model of this package: any change of them makes every cached layer stale."""
    whole = hashlib.sha256()
    root = Path(str(files("rashomon")))
    for path in sorted(f for f in root.rglob("*") if f.is_file() and "__pycache__" not in f.parts):
        whole.update(f"{path.relative_to(root).as_posix()}\0{path.stat().st_size}\0".encode())
        whole.update(path.read_bytes())
    return whole.hexdigest()[:16]


def _warn(error: ReadError) -> None:
    warnings.warn(str(error), stacklevel=3)


def _silent(stage: str, done: int, total: int) -> None:
    return None
