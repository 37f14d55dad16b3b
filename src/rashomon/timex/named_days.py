"""When an account was published, by the days that its running text names: "yesterday, 3 May", "Friday, March 7".

Agency text seldom names its own year, and the latest year it mentions is its own in few accounts: without a weekday
beside a month and day the year stays unknown, and no date found in running text is ever called sure.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import islice, pairwise

from rashomon.timex import calendar
from rashomon.timex.evidence import HEAD, MONTH_DAY, WEEK, dated, hits_of, is_bare_weekday, latest_year
from rashomon.timex.find import Hit
from rashomon.timex.nearest import years_of_weekday
from rashomon.types import AccountDate, Document, Span

_SENTENCE_END = re.compile(r"[.!?]\s|\n")
_TOP, _SENTENCE = 2000, 200  # characters
_MOST_PAIRS = 50  # tried before giving up: an account that needs more is no news


def beside(document: Document) -> AccountDate | None:
    """A day given twice near the top, once from the account's own date: "yesterday, 3 May 2014"."""
    for a, b in pairwise(hits_of(document)):
        if a.span.begin > _TOP:
            break  # a notice that is quoted in full has a day of its own
        if b.span.begin - a.span.end > 2 or document.text[a.span.end : b.span.begin].strip(" ,("):
            continue
        for near, full in ((a.symbol, b.symbol), (b.symbol, a.symbol)):
            if calendar.granularity(full.form) == "day" and near.op == "shift" and near.unit == "day":
                day = date.fromisoformat(full.form) - timedelta(days=near.amount)
                span = Span(a.span.begin, b.span.end)
                because = f"{document.quote(span)!r} gives one day twice"
                return AccountDate(*dated(day), "text", "likely", span, because)
    return None


def weekday_and_day(document: Document) -> AccountDate | None:
    """A weekday beside a month and day, or in one sentence with them at the head of the account, fixes the year, given
    the latest year that the text looks back on."""
    hits = hits_of(document)
    latest = latest_year(hits)
    found: AccountDate | None = None
    pairs, near = list(islice(_pairs(hits), _MOST_PAIRS)), islice(_in_one_sentence(document, hits), _MOST_PAIRS)
    joined = {span for *_, span in pairs}
    for form, weekday, toward, span in (*pairs, *near):
        words = " ".join(document.quote(span).split())
        if latest is None:
            found = found or AccountDate(form, None, "unknown", "text", "guess", span, f"{words!r}, of a year unknown")
            continue
        # In one sentence they may be two days: then only the latest year itself is believed (one chance in seven).
        believed = (latest, latest + 1) if span in joined else (latest,)
        years = [year for year in years_of_weekday(form, weekday, latest) if year in believed]
        if not years or span.begin >= HEAD:
            continue
        day = date.fromisoformat(f"{years[0]:04d}{form[4:]}")
        first = day - timedelta(days=WEEK) if toward == "future" else day
        last = day if toward == "future" else day + timedelta(days=30)
        because = f"{words!r} was in {years[0]}; the latest year it looks back on is {latest}"
        days = narrowed(hits, first, last)
        return AccountDate(*dated(*days), "text", "likely", span, because) if days else found
    return found


def day_within(document: Document, first: date, last: date) -> tuple[date, Span] | None:
    """The first day of the text with weekday, month and day ("Friday, March 7") that falls in a time, and its words."""
    for form, weekday, _, span in islice(_pairs(hits_of(document)), _MOST_PAIRS):
        for year in range(first.year, last.year + 1):
            if year in years_of_weekday(form, weekday, year):
                day = date.fromisoformat(f"{year:04d}{form[4:]}")
                if first <= day <= last:
                    return day, span
    return None


def _pairs(hits: Sequence[Hit]) -> Iterator[tuple[str, int, str, Span]]:
    """Month and day, weekday, direction and span of the days that have both: "Friday, March 7"."""
    return ((h.symbol.form, h.symbol.weekday, h.symbol.toward, h.span) for h in hits if h.symbol.weekday)


def _in_one_sentence(document: Document, hits: Sequence[Hit]) -> Iterator[tuple[str, int, str, Span]]:
    """The same of a weekday and a day of a month in one sentence, which may be two days."""
    for i, hit in enumerate(hits):
        near = hits[max(0, i - 3) : i + 4] if is_bare_weekday(hit) else ()
        for day in near:
            if day.symbol.op == "nearest" and MONTH_DAY.fullmatch(day.symbol.form):
                span = Span(min(hit.span.begin, day.span.begin), max(hit.span.end, day.span.end))
                if span.end - span.begin < _SENTENCE and not _SENTENCE_END.search(document.text, span.begin, span.end):
                    yield day.symbol.form, int(hit.symbol.form[-1]), hit.symbol.toward, span


def narrowed(hits: Sequence[Hit], first: date, last: date) -> tuple[date, date] | None:
    """The first and last of the days [first, last] on which the account's bare weekdays lie nearest, after every full
    date it names. None if no day is left."""
    full = [h.symbol.form for h in hits if h.symbol.op == "fixed" and calendar.granularity(h.symbol.form) == "day"]
    floor = max((date.fromisoformat(f) for f in full if f <= last.isoformat()), default=first)
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    costs = [(sum(_reach(h, day) for h in hits if is_bare_weekday(h)), day) for day in days if day >= floor]
    if not costs:
        return None
    least = min(cost for cost, _ in costs)
    kept = [day for cost, day in costs if cost == least]
    return kept[0], kept[-1]


def _reach(hit: Hit, day: date) -> int:
    """Days from the account's *day* to the bare weekday that it names."""
    since = (day.isoweekday() - int(hit.symbol.form[-1])) % 7
    return (7 - since) % 7 if hit.symbol.toward == "future" else since
