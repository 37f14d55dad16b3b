"""When an account was published, as far as it says itself: stated, in its address, in its dateline, in its text."""

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import PurePath

from rashomon.timex import calendar
from rashomon.timex.dateline import dateline, dateline_day
from rashomon.timex.evidence import dated, day_interval
from rashomon.timex.find import find
from rashomon.timex.named_days import beside, weekday_and_day
from rashomon.timex.shown_days import chronology, day_and_weekday, first_print, last_entry, last_post
from rashomon.types import AccountDate, Document, Interval, Provenance, Span

UNKNOWN = AccountDate("XXXX-XX-XX", None, "unknown", "unknown", "guess", because="nothing in the account says when")
_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")  # ISO 8601
_IN_NAME = re.compile(r"(?<![0-9a-f])((?:19|20)\d\d)([-_/.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?![0-9a-f])")
_ARCHIVE = re.compile(r"^.*\.(?:zip|wacz|warc(?:\.gz)?)/", re.IGNORECASE)  # its name says when the archive was made
# "AP900815-0044": the agency, year, month and day in two digits each, and the number of the item.
_WIRE_NAME = re.compile(r"[A-Za-z]{2,4}(\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])[-.]\d")
_PIVOT = 69  # from here on two digits are a year of the 20th century, as POSIX reads %y
_ELSEWHERE = timedelta(days=1)  # between the clocks of two zones


def date_of(document: Document) -> AccountDate:
    """When the account was published, by the first rule that knows: see `RULES`. Needs the layer Block.

    A rule that knows a day without its year leaves the word to later ones that do not guess. No day after the page was
    captured is believed; where nothing else is known, it was published by then. The date of an entry of a chronology is
    not the account's.
    """
    yearless: AccountDate | None = None
    last = _captured(document.provenance)
    for rule in RULES:
        found = rule(document)
        if found is None or (last and found.interval and found.interval.low and found.interval.low > last + _ELSEWHERE):
            continue
        if rule is not last_entry and _heads_entry(document, found.evidence):
            continue
        if found.interval and (yearless is None or found.confidence != "guess"):
            return found
        yearless = yearless or found
    if yearless or last is None:
        return yearless or UNKNOWN
    because = f"captured on {last.date()}"
    return AccountDate(UNKNOWN.value, Interval(None, last), "unknown", "captured", "sure", because=because)


def _captured(stated: Provenance) -> datetime | None:
    """The end of the day on which the page was saved."""
    found = read_date(stated.captured) if stated.captured else None
    return day_interval(found[1].high.date()).high if found and found[1].high else None


def _stated(document: Document) -> AccountDate | None:
    """What the caller, a header or the page's metadata state."""
    given: Provenance = document.provenance
    if not given.published or given.how in ("url", "filename", "page"):
        return None
    found = read_date(given.published)
    sure = "sure" if found and found[3] else "likely"
    return found and AccountDate(*found[:3], given.how or "given", sure, because=f"stated as {given.published!r}")


def _local(document: Document) -> AccountDate | None:
    """The day that the page shows near its top, where machines are told the next one: the evening in America is the
    next day in UTC, and the account's "today" is the day of its readers."""
    stated, shown = _stated(document), dateline(document)
    if stated is None or shown is None or stated.how != "metadata" or stated.interval is None or not shown.interval:
        return None
    low, here = stated.interval.low, shown.interval.low
    universal = document.provenance.published.endswith(("+00:00", "Z")) or stated.precision == "day"
    return shown if universal and low and here and low.date() - here.date() == _ELSEWHERE else None


def read_date(stated: str) -> tuple[str, Interval, str, bool] | None:
    """(value, interval, precision, whether the order of day and month is plain) of a stated date; None of no date."""
    try:
        moment = datetime.fromisoformat(stated)
        if len(stated) > 10:
            value = moment.strftime("%Y-%m-%dT%H:%M")
            minute = moment.replace(second=0, microsecond=0, tzinfo=None)
            return value, Interval(minute, minute + timedelta(seconds=59)), "minute", True
        return moment.date().isoformat(), day_interval(moment.date()), "day", True
    except ValueError:
        pass
    if (month := _MONTH.fullmatch(stated)) and (interval := calendar.interval(stated)):
        return month[0], interval, "month", True
    for hit in find(stated):
        interval = calendar.interval(hit.symbol.form)
        size = calendar.granularity(hit.symbol.form)
        cut = re.match(r"[-/.]\d", stated[hit.span.end :])  # "2015-13-45" states no year
        if hit.symbol.op == "fixed" and interval and size in ("day", "month", "year") and not cut:
            return hit.symbol.form, interval, size, hit.rule != "numbers with slashes"
    return None


def _heads_entry(document: Document, words: Span | None) -> bool:
    return words is not None and any(e.date.touches(words) for e in chronology(document))


def _shown(document: Document) -> AccountDate | None:
    """The day that an extractor takes from the markup of a page, as a guess."""
    given = document.provenance
    found = read_date(given.published) if given.how == "page" else None
    return found and AccountDate(*found[:3], "page", "guess", because=f"{given.published!r} in the markup of the page")


def _address(document: Document) -> AccountDate | None:
    """A date in the URL, then in the name of the file."""
    path = _ARCHIVE.sub("", document.provenance.path)
    for place, how in ((document.provenance.url, "url"), (path, "filename")):
        named = _IN_NAME.search(place)
        if named:
            try:
                day = date(int(named[1]), int(named[3]), int(named[4]))
            except ValueError:
                continue
            because = f"{named[0]} in the {how}"
            return AccountDate(*dated(day), how, "likely", because=because)
    return None


def _wire_name(document: Document) -> AccountDate | None:
    """A date of six digits in a file that is named as agencies name theirs."""
    named = _WIRE_NAME.match(PurePath(document.provenance.path).name)
    if not named:
        return None
    year = int(named[1]) + (1900 if int(named[1]) >= _PIVOT else 2000)
    try:
        day = date(year, int(named[2]), int(named[3]))
    except ValueError:
        return None
    because = f"{named[0]!r} in the filename, read as year, month and day"
    return AccountDate(*dated(day), "filename", "likely", because=because)


RULES: tuple[Callable[[Document], AccountDate | None], ...] = (
    _local,
    _stated,
    _address,
    dateline,
    beside,
    _wire_name,
    dateline_day,
    weekday_and_day,
    first_print,
    day_and_weekday,
    _shown,
    last_entry,
    last_post,
)
