"""When each account was published: what it says itself, then what the other accounts of its story say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from rashomon.timex import calendar, layer
from rashomon.timex.account import WEEK, date_of, day_interval, hits_of, is_bare_weekday, latest_year, narrowed
from rashomon.timex.find import Hit
from rashomon.timex.resolve import Resolver
from rashomon.types import AccountDate, Block, Document, Interval, Time

_WEEK = timedelta(days=WEEK)
# Words, and the share of the shorter sentence's words, that make two sentences one event. Fitted on AQUAINT's four
# stories with every other account undated: 7 of 7 likely dates within a week; at (3, .3) 6 of 17 were far off.
_SHARED, _SHARE = 5, 0.35
_REACH = 300  # characters either side: a sentence
_SENTENCE = re.compile(r"[.!?]\s|\n")
_WORD = re.compile(r"[^\W\d_]{4,}")
_COMMON = frozenset(
    """about after also been before being between could during first friday from have into monday more most officials
    other over said saturday says some sunday than that their them there they this thursday told tuesday wednesday
    were when where which while will with would""".split()
)
_KNOWN = ("minute", "day", "week")


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

    Events that both tell are aligned ("Monday" here is 23 November there, in sentences that share their words), which
    makes a "likely" date. Without one the time in which the story's dated accounts appeared is a "guess".
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


@dataclass(frozen=True, slots=True)
class _Mention:
    """A bare weekday of an account, with the words of its sentence."""

    hit: Hit
    words: frozenset[str]

    def same_event(self, other: _Mention) -> bool:
        """True if both name one weekday, of what looks like one happening."""
        shared = len(self.words & other.words)
        fewest = min(len(self.words), len(other.words))
        return self.hit.symbol.form == other.hit.symbol.form and shared >= _SHARED and shared >= _SHARE * fewest


def _lent(document: Document, lenders: Sequence[Document]) -> AccountDate | None:
    """The date of an account from those of its story: by the weekday of an event that both tell, else a guess."""
    hits = hits_of(document)
    latest, mentions = latest_year(hits), _mentions(document, hits)
    around: list[Interval] = []
    best: tuple[int, AccountDate] | None = None
    for lender in sorted(lenders, key=lambda d: d.id):
        interval = lender.date.interval if lender.date else None
        if interval is None or not interval.low or not interval.high or (latest or 0) > interval.high.year:
            continue
        around.append(interval)
        aligned = _aligned(mentions, lender, interval)
        window = _inside(_window(aligned), document.date) if aligned else None
        if window and (best is None or len(aligned) > best[0]):
            first, day = aligned[0]
            name = lender.provenance.title or lender.provenance.outlet
            because = f"{document.quote(first.hit.span)} is {day} in an account of the same event ({name})"
            found = narrowed(document, hits, *window, "siblings", "likely", first.hit.span, because)
            best = (len(aligned), found) if found else best
    return best[1] if best else _guess(around, document.date)


def _mentions(document: Document, hits: Sequence[Hit]) -> list[_Mention]:
    found = []
    for hit in filter(is_bare_weekday, hits):
        before = _SENTENCE.split(document.text[max(0, hit.span.begin - _REACH) : hit.span.begin])[-1]
        after = _SENTENCE.split(document.text[hit.span.end : hit.span.end + _REACH])[0]
        found.append(_Mention(hit, frozenset(_WORD.findall((before + " " + after).lower())) - _COMMON))
    return found


def _aligned(mentions: Sequence[_Mention], lender: Document, interval: Interval) -> list[tuple[_Mention, date]]:
    """The weekdays of an account that a dated one names of the same event, with the day that they are there."""
    resolver, days = Resolver(interval), list[tuple[_Mention, date]]()
    for other in _mentions(lender, hits_of(lender)):
        value = resolver.resolve(other.hit.symbol).value[:10]
        if calendar.granularity(value) == "day":
            days.append((other, date.fromisoformat(value)))
    pairs = ((m, next((day for other, day in days if m.same_event(other)), None)) for m in mentions)
    return [(m, day) for m, day in pairs if day]


def _window(aligned: Sequence[tuple[_Mention, date]]) -> tuple[date, date]:
    """The days on which an account could call each of these days by its weekday; those that clash with the first go."""
    low, high = date.min, date.max
    for mention, day in aligned:
        ahead = mention.hit.symbol.toward == "future"
        begin, end = (day - _WEEK, day) if ahead else (day, day + _WEEK)
        if max(low, begin) <= min(high, end):
            low, high = max(low, begin), min(high, end)
    return low, high


def _guess(around: Sequence[Interval], own: AccountDate | None) -> AccountDate | None:
    """The time in which the story was told, a week wider: a story may go on for months."""
    days = [side.date() for interval in around for side in (interval.low, interval.high) if side]
    window = _inside((min(days) - _WEEK, max(days) + _WEEK), own) if days else None
    if window is None:
        return None
    value = "/".join(day.isoformat() for day in window)
    width = (window[1] - window[0]).days
    precision = "month" if width <= 31 else "year" if width <= 366 else "unknown"
    because = f"{len(around)} dated accounts of the same story were published in that time"
    return AccountDate(value, day_interval(*window), precision, "siblings", "guess", None, because)


def _inside(window: tuple[date, date], own: AccountDate | None) -> tuple[date, date] | None:
    """The part of the window that the account's own month or year allows, None if none."""
    if own is None or own.interval is None or own.interval.low is None or own.interval.high is None:
        return window
    low, high = max(window[0], own.interval.low.date()), min(window[1], own.interval.high.date())
    return (low, high) if low <= high else None
