"""When an account was published, by the full dates of what it shows: its first print, pictures, other people's posts.

Of 199 articles of the web without a date, 63 name a full day that is past. The latest of these is the day of
publication, or at most three days from it, in 32, and more than a month off in 27: so it is believed only where the
account also calls it by its weekday alone, as it does the days of its own week (of 13 such articles 12 were published
within a day of it), or as a guess where it is the day of a post that is quoted.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from rashomon.timex import calendar, tense
from rashomon.timex.chronology import Entry, entries
from rashomon.timex.evidence import LATE, WEEK, dated, hits_of, is_bare_weekday, latest_year
from rashomon.timex.find import Hit
from rashomon.timex.named_days import narrowed
from rashomon.types import AccountDate, Block, Document

_AHEAD = 120  # characters before a date in which the words stand that say what it is of
_FIRST_PRINT = re.compile(
    r"\b(?:originally|first) (?:appeared|published|posted|printed)\b[^\n]{0,60}?\son\s$", re.IGNORECASE
)
_POST = re.compile(r"\(@\w{1,20}\)\s{0,2}(?:on\s)?$|\b(?:posted|shared) by [^\n]{1,80}\son\s$", re.IGNORECASE)
_FILE = re.compile(r"\bfile\b[^.\n]{0,30}$", re.IGNORECASE)  # "FILE - In this May 18, 2017 photo"
_AFTER_POST = timedelta(days=30)


def first_print(document: Document) -> AccountDate | None:
    """ "This story originally appeared on the Orme Gazette on 1 January 2018"."""
    for hit, day in _full_days(document, hits_of(document)):
        if _FIRST_PRINT.search(_before(document, hit)):
            because = "the account names the day of its first print"
            return AccountDate(*dated(day), "text", "likely", hit.span, because)
    return None


def day_and_weekday(document: Document) -> AccountDate | None:
    """The latest day that the account gives in full, if it calls it by its weekday alone too, and names no later year:
    published in the week from that day on."""
    hits = hits_of(document)
    told = [(day, hit) for hit, day in _full_days(document, hits) if not _FILE.search(_before(document, hit))]
    if not told:
        return None
    day, hit = max(told, key=lambda found: found[0])
    bare = (h for h in hits if is_bare_weekday(h) and h.symbol.toward == "past")
    again = next((h for h in bare if int(h.symbol.form[-1]) == day.isoweekday()), None)
    days = narrowed(hits, day, day + timedelta(days=WEEK)) if again and day.year == latest_year(hits) else None
    if again is None or days is None:
        return None
    because = (
        f"{document.quote(hit.span)!r} is the latest day of the text, which speaks of {document.quote(again.span)!r}"
    )
    return AccountDate(*dated(days[0], days[1] + LATE), "text", "likely", hit.span, because)


def chronology(document: Document) -> tuple[Entry, ...]:
    """The entries of an account that is a chronology, () for any other. Needs the layer Block."""
    return entries([(h.span, h.symbol) for h in hits_of(document)], document.layer(Block))


def last_entry(document: Document) -> AccountDate | None:
    """The month from the latest entry of a chronology on, as a guess: it may have been written at any time after."""
    known = [(end.date(), e) for e in chronology(document) if (end := _end(e.symbol.form))]
    if not known:
        return None
    day, entry = max(known, key=lambda found: found[0])
    because = f"{document.quote(entry.date)!r} is the latest date of a chronology"
    return AccountDate(*dated(day, day + _AFTER_POST), "text", "guess", entry.date, because)


def _end(form: str) -> datetime | None:
    """The end of a TIMEX3 value; None for one of no year."""
    interval = calendar.interval(form)
    return interval.high if interval else None


def last_post(document: Document) -> AccountDate | None:
    """The month from the day of the latest post that the account quotes, as a guess, unless it names a later year."""
    hits = hits_of(document)
    posts = [(day, hit) for hit, day in _full_days(document, hits) if _POST.search(_before(document, hit))]
    if not posts:
        return None
    day, hit = max(posts, key=lambda found: found[0])
    if day.year != latest_year(hits):
        return None
    because = f"the latest post that it quotes is of {day}"
    return AccountDate(*dated(day, day + _AFTER_POST), "text", "guess", hit.span, because)


def _full_days(document: Document, hits: Sequence[Hit]) -> Iterator[tuple[Hit, date]]:
    """The days that are given with their year, but for those to come."""
    for hit in hits:
        named = hit.symbol.op == "fixed" and calendar.granularity(hit.symbol.form) == "day"
        if named and tense.of_date(document.text, hit.span.begin, hit.span.end) != "future":
            yield hit, date.fromisoformat(hit.symbol.form)


def _before(document: Document, hit: Hit) -> str:
    return document.text[max(0, hit.span.begin - _AHEAD) : hit.span.begin]
