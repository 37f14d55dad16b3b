"""When each account was published: what it says itself, then what the other accounts of its story say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from rashomon.timex import layer
from rashomon.timex.account import WEEK, date_of, hits_of, is_bare_weekday, latest_year, narrowed
from rashomon.timex.find import Hit
from rashomon.timex.resolve import Resolver
from rashomon.types import AccountDate, Block, Document, Interval, Time

_NEWS = timedelta(days=WEEK)  # accounts of one story are taken to be of one week
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_KNOWN = ("minute", "day", "week")
Shared = tuple[date, frozenset[str]]  # the day that a weekday is, and in which directions the borrower looks to it


def date_accounts(documents: Sequence[Document], stories: Sequence[Sequence[str]]) -> tuple[Document, ...]:
    """Every account with its date, and with its Time layer (if it has one) placed against that date.

    *stories* are groups of document ids. The order of documents is kept. Needs the layer Block.
    """
    return date_siblings([date_account(document) for document in documents], stories)


def date_account(document: Document) -> Document:
    """The account dated by what it says itself; `date.precision` is "unknown" where nothing does.

    The order: given, header or metadata; URL; file name; dateline or byline; a day named twice in the text; a weekday
    with a month and day. Every date found in running text is "likely" at most.
    """
    return _dated(document, date_of(document))


def date_siblings(documents: Sequence[Document], stories: Sequence[Sequence[str]]) -> tuple[Document, ...]:
    """Dated accounts lend their date to those of the same story that have none, or only a month or year.

    Days that both name are aligned ("Monday" here is "November 23" there). The lent date is "likely" when a
    weekday is shared, else a "guess" of the same week.
    """
    by_id = {d.id: d for d in documents}
    for story in stories:
        members = [by_id[i] for i in story if i in by_id]
        lenders = [d for d in members if d.date and d.date.precision in _KNOWN]
        for member in members:
            if lenders and (member.date is None or member.date.precision not in _KNOWN):
                found = _lent(member, lenders)
                by_id[member.id] = _dated(member, found) if found else member
    return tuple(by_id[d.id] for d in documents)


def _dated(document: Document, found: AccountDate) -> Document:
    document = replace(document, date=found)
    if Time not in document.layers:
        return document
    return document.with_layer(Time, layer.place(document.layer(Time), document.layer(Block), found.interval))


def _lent(document: Document, lenders: Sequence[Document]) -> AccountDate | None:
    """The date of an account from those of its story, nearest in what they name."""
    hits = hits_of(document)
    latest = latest_year(hits)
    best: tuple[int, AccountDate] | None = None
    for lender in sorted(lenders, key=lambda d: d.id):
        interval = lender.date.interval if lender.date else None
        if interval is None or interval.low is None or interval.high is None:
            continue
        first, last = interval.low.date(), interval.high.date()
        if latest is not None and latest > last.year:
            continue
        shared = _shared_weekdays(hits, lender, interval)
        window = _inside(_window([*shared.values()], first, last), document.date)
        if window is None:
            continue
        because = _because(lender, shared)
        evidence = next((h.span for h in hits if is_bare_weekday(h) and int(h.symbol.form[-1]) in shared), None)
        confidence = "likely" if shared else "guess"
        found = narrowed(document, hits, *window, "siblings", confidence, evidence, because)
        if found and (best is None or len(shared) > best[0]):
            best = len(shared), found
    return best[1] if best else None


def _because(lender: Document, shared: Mapping[int, Shared]) -> str:
    name, when = lender.provenance.title or lender.provenance.outlet, lender.date.value if lender.date else ""
    days = ", ".join(f"{_WEEKDAYS[number - 1]} ({day})" for number, (day, _) in sorted(shared.items()))
    return f"an account of the same story ({name}) is of {when}" + (f"; both name {days}" if days else "")


def _shared_weekdays(hits: Sequence[Hit], lender: Document, interval: Interval) -> dict[int, Shared]:
    """Weekday number -> its day in the dated account, for the bare weekdays that both accounts name."""
    days: dict[int, set[date]] = {}
    resolver = Resolver(interval)
    for hit in (h for h in hits_of(lender) if is_bare_weekday(h)):
        value = resolver.resolve(hit.symbol).interval
        if value and value.low and value.high and value.low.date() == (value.high - timedelta(hours=12)).date():
            days.setdefault(int(hit.symbol.form[-1]), set()).add(value.low.date())
    shared: dict[int, Shared] = {}
    for number, found in days.items():
        towards = frozenset(h.symbol.toward for h in hits if is_bare_weekday(h) and int(h.symbol.form[-1]) == number)
        if towards and len(found) == 1:
            shared[number] = (min(found), towards)
    return shared


def _window(shared: Sequence[Shared], first: date, last: date) -> tuple[date, date]:
    """The days from which every shared weekday is the day that the dated account has; else the week around it."""
    low, high = first - _NEWS, last + _NEWS
    for day, towards in shared:
        for toward in sorted(towards):
            begin, end = (day - _NEWS, day) if toward == "future" else (day, day + _NEWS)
            if max(low, begin) <= min(high, end):
                low, high = max(low, begin), min(high, end)
    return low, high


def _inside(window: tuple[date, date], own: AccountDate | None) -> tuple[date, date] | None:
    """The part of the window that the account's own month or year allows, None if none."""
    if own is None or own.interval is None or own.interval.low is None or own.interval.high is None:
        return window
    low, high = max(window[0], own.interval.low.date()), min(window[1], own.interval.high.date())
    return (low, high) if low <= high else None
