"""The case folder. People own `accounts/` and `accounts.jsonl`; the rest can be made again.

    CASE/accounts/<sha256>   the raw bytes of each account
    CASE/accounts.jsonl      its name, and the outlet and date given by the caller
    CASE/case.db             cache, see `rashomon.store.cache`
    CASE/record.html         the page
    CASE/lock                held while a build runs

Every file but the database is written whole beside its place, then renamed: a process killed at any moment leaves
the old file or the new one. Nothing here depends on the clock or on the order in which accounts were added.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from rashomon.errors import CaseError
from rashomon.store.cache import Cache

ENTRIES = frozenset({"accounts", "accounts.jsonl", "case.db", "record.html", "lock"})
SHA256 = re.compile("[0-9a-f]{64}")
PART = ".part"  # ends the name of a file that is being written
SIDES = (PART, "-journal", "-wal", "-shm")  # what files of a build that is not finished end in


@dataclass(frozen=True, slots=True)
class Account:
    """One stored file. `path` is its name as the record shows it, `outlet` and `published` what the caller stated."""

    sha256: str
    path: str
    outlet: str | None = None
    published: str | None = None

    def __post_init__(self) -> None:
        if not SHA256.fullmatch(self.sha256):  # it names a file: a case from somebody else may say "../../x"
            raise ValueError(f"{self.sha256!r} is no SHA-256")


class Case:
    """An open case folder. Make one with `Case.open` to look at it, `Case.update` to change it."""

    def __init__(self, root: Path):
        self.root = root
        self.page = root / "record.html"
        self._manifest = root / "accounts.jsonl"
        self._lock = root / "lock"

    # -- opening ---------------------------------------------------------------------------------------------------

    @classmethod
    @contextmanager
    def open(cls, root: str | Path) -> Iterator[tuple[Case, Cache]]:
        """A case to look at. Raises CaseError if there is none, or if no build of it has finished."""
        case = cls(Path(root))
        if not case.root.is_dir():
            if case.root.exists():
                raise CaseError(f"{root}: a file; name the folder that rashomon build made")
            raise CaseError(f"{root}: no such case; make it with: rashomon build {root} ACCOUNT...")
        if not case._recognised():
            raise CaseError(f"{root}: not a case folder; name the folder that rashomon build made")
        if not (case.root / "case.db").is_file():
            raise CaseError(f"{root}: no build of this case has finished; run: rashomon build {root}")
        with Cache.open(case.root / "case.db") as cache:
            yield case, cache

    @classmethod
    @contextmanager
    def update(cls, root: str | Path) -> Iterator[tuple[Case, Cache]]:
        """A case to build, made if it is not there, and locked. Raises CaseError if another build runs in it."""
        case = cls(Path(root))
        if case.root.exists() and not (case.root.is_dir() and case._recognised()):
            what = "holds other files" if case.root.is_dir() else "is a file"
            raise CaseError(f"{root}: {what}, so it is no case folder; name a new folder first, then the accounts")
        try:
            (case.root / "accounts").mkdir(parents=True, exist_ok=True)
            with case._locked():
                case._sweep()
                with Cache.fresh(case.root / "case.db") as cache:
                    yield case, cache
        except OSError as error:
            raise CaseError(f"{root}: cannot be written ({error}); check the disk and its rights") from error

    def _recognised(self) -> bool:
        """Ours, if our accounts are there, or nothing that is not ours (a build killed while it made the folder)."""
        names = {entry.name for entry in self.root.iterdir() if not entry.name.endswith(SIDES)}
        return names <= ENTRIES or {"accounts", "accounts.jsonl"} <= names

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """Hold the lock. The kernel drops it with its process, so a killed build leaves none behind."""
        import fcntl

        with self._lock.open("a") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise CaseError(f"{self.root}: another build of this case is running; wait until it ends") from None
            yield

    def _sweep(self) -> None:
        """Throw away the unfinished files of a killed build."""
        for unfinished in (*self.root.glob(f"*{PART}"), *self.root.glob(f"accounts/*{PART}")):
            unfinished.unlink()

    # -- the accounts ----------------------------------------------------------------------------------------------

    def accounts(self) -> tuple[Account, ...]:
        """Every stored account, by SHA-256. Raises CaseError for a damaged list."""
        try:
            lines = self._manifest.read_bytes().splitlines()  # str.splitlines would cut at characters of a name, too
            return tuple(Account(**json.loads(line)) for line in lines)
        except FileNotFoundError:
            return ()
        except (ValueError, TypeError) as error:
            raise CaseError(f"{self._manifest}: damaged ({error}); it holds one JSON object a line") from error

    def stored(self, account: Account) -> Path:
        """Where its raw bytes are."""
        return self.root / "accounts" / account.sha256

    def add(self, found: Iterable[tuple[str, bytes]], outlet: str | None = None, published: str | None = None) -> None:
        """Store accounts as (name, raw bytes).

        The same bytes again keep the name that sorts first; what the caller states of outlet and date overrules what
        was stated before.
        """
        accounts = {account.sha256: account for account in self.accounts()}
        for name, data in found:
            sha256 = hashlib.sha256(data).hexdigest()
            known = accounts.get(sha256, Account(sha256, name))
            accounts[sha256] = replace(
                known,
                path=min(known.path, name),
                outlet=outlet or known.outlet,
                published=published or known.published,
            )
            if not self.stored(known).exists():
                write(self.stored(known), data)
        self._list(accounts)

    def drop(self, sha256: str) -> None:
        """Forget an account that turned out not to be one."""
        self._list({a.sha256: a for a in self.accounts() if a.sha256 != sha256})
        (self.root / "accounts" / sha256).unlink(missing_ok=True)

    def _list(self, accounts: dict[str, Account]) -> None:
        lines = [json.dumps(asdict(accounts[sha256]), ensure_ascii=False) + "\n" for sha256 in sorted(accounts)]
        write(self._manifest, "".join(lines).encode("utf-8", "surrogatepass"))


def write(path: Path, data: bytes) -> None:
    """Put *data* at *path* whole or not at all, and on the disk before anything refers to it."""
    part = path.with_name(path.name + PART)
    with part.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
