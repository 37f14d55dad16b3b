"""When each account was published: what it says itself, then what the other accounts of its story say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice

from rashomon.timex import calendar, layer
from rashomon.timex.account import date_of
from rashomon.timex.evidence import LATE, WEEK, dated, hits_of, is_bare_weekday, latest_year
from rashomon.timex.find import Hit
from rashomon.timex.holidays import in_year
from rashomon.timex.named_days import day_within, narrowed
from rashomon.timex.resolve import Resolver
from rashomon.types import AccountDate, Block, Document, Time

_WEEK = timedelta(days=WEEK)
# Words, and the share of the shorter sentence's words, that make two sentences one event. Fitted on AQUAINT's four
# stories with every other account undated: 7 of 7 likely dates within a week; at (3, .3) 6 of 17 were far off.
_SHARED, _SHARE = 5, 0.35
_ROUND = timedelta(days=45)  # between a dateline and a dated account of its story that gives it its year
_MOST = 40  # weekdays of an account that are compared
_LENDERS = 200  # dated accounts of a story with which an undated one's are compared
_REACH = 300  # characters either side: a sentence
_SENTENCE = re.compile(r"[.!?]\s|\n")
_WORD = re.compile(r"[^\W\d_]{4,}")
_COMMON = frozenset(
    """about after also been before being between could during first friday from have into monday more most officials
    other over said saturday says some sunday than that their them there they this thursday told tuesday wednesday
    were when where which while will with would""".split()
)
_KNOWN = ("minute", "day", "week")
_STATED = ("given", "header", "metadata", "url")  # not read out of running text


def date_accounts(documents: Sequence[Document], stories: Sequence[Sequence[str]]) -> tuple[Document, ...]:
    """Every account with its date, and with its Time layer (if it has one) placed against that date.

    *stories* are groups of document ids. The order of documents is kept. Needs the layer Block.
    """
    return date_siblings([date_account(document) for document in documents], stories)


def date_account(document: Document) -> Document:
    """The account dated by what it says itself; `date.precision` is "unknown" where nothing does.

    The order: given, header or metadata; URL; file name; dateline or byline; a day named twice in the text; a file name
    as agencies have them; a dateline without a year; a weekday with a month and day; the day of first print; the latest
    day given in full, where it is called by its weekday too; as guesses a day in the markup of the page, and that of a
    post quoted. Every date of running text is "likely" at most.
    """
    return _dated(document, date_of(document))


def date_siblings(documents: Sequence[Document], stories: Sequence[Sequence[str]]) -> tuple[Document, ...]:
    """Dated accounts lend their date to those of the same story that have none, or only a month or year.

    Events that both tell are aligned ("Monday" here is 23 November there, in sentences that share their words), which
    makes a "likely" date. Without one the time in which the story's dated accounts appeared is a "guess".
    """
    by_id = {d.id: d for d in documents}
    for story in stories:
        members = [by_id[i] for i in sorted(story) if i in by_id]
        undated = [d for d in members if not _is_known(d.date)]
        in_text = [d.id for d in members if d.date is not None and d.date.how == "text"]
        dated = [d for d in members if (undated or in_text) and _is_known(d.date)]
        lenders = {d.id: _Lender.of(d) for d in dated}
        for member in undated:
            found = _lent(member, list(lenders.values()))
            by_id[member.id] = _dated(member, found) if found and not _fits(member.date, found) else member
        stated = [lenders[d.id] for d in dated if d.date and d.date.how in _STATED]
        for name in in_text:
            by_id[name] = _same_year(by_id[name], stated)
    return tuple(by_id[d.id] for d in documents)


def _same_year(document: Document, lenders: Sequence[_Lender]) -> Document:
    """An account whose weekday, month and day were put in another year than its story takes the story's, where that
    fits too: "Friday, March 7" is in 2025 and in 2031."""
    own = document.date.interval if document.date else None
    if not lenders or own is None or own.low is None or own.high is None:
        return document
    first, last = min(x.first for x in lenders) - _WEEK, max(x.last for x in lenders) + _WEEK
    if own.low.date() <= last and first <= own.high.date():
        return document
    found = day_within(document, first, last)
    if found is None:
        return document
    day, span = found
    because = (
        f"{' '.join(document.quote(span).split())!r} fits the year of {len(lenders)} dated accounts of the same story"
    )
    return _dated(document, AccountDate(*dated(day, day + _WEEK), "siblings", "likely", span, because))


def _is_known(found: AccountDate | None) -> bool:
    if found is None or found.interval is None or found.confidence == "guess":
        return False
    return found.precision in _KNOWN


def _fits(own: AccountDate | None, lent: AccountDate) -> bool:
    """True for a day guessed from the page within the time that the story only makes a guess."""
    if own is None or own.how != "page" or lent.confidence != "guess" or not own.interval or not lent.interval:
        return False
    day, first, last = own.interval.low, lent.interval.low, lent.interval.high
    return bool(day and first and last and first <= day <= last)


def _dated(document: Document, found: AccountDate) -> Document:
    document = replace(document, date=found)
    if Time not in document.layers:
        return document
    whole = found.interval if found.interval and found.interval.low else None
    return document.with_layer(Time, layer.place(document.layer(Time), document.layer(Block), whole))


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


@dataclass(frozen=True, slots=True)
class _Lender:
    """A dated account: its name, its date, and the weekdays that it names, each with its day."""

    name: str
    first: date
    last: date
    days: tuple[tuple[_Mention, date], ...]

    @classmethod
    def of(cls, document: Document) -> _Lender:
        """What a dated account lends. Raises ValueError for one without a closed interval."""
        interval = document.date.interval if document.date else None
        if interval is None or interval.low is None or interval.high is None:
            raise ValueError(f"{document.provenance.path} has no date to lend")
        resolver, days = Resolver(interval), list[tuple[_Mention, date]]()
        for mention in _mentions(document, hits_of(document)):
            value = resolver.resolve(mention.hit.symbol).value[:10]
            if calendar.granularity(value) == "day":
                days.append((mention, date.fromisoformat(value)))
        name = document.provenance.title or document.provenance.outlet
        return cls(name, interval.low.date(), interval.high.date(), tuple(days))


def _lent(document: Document, lenders: Sequence[_Lender]) -> AccountDate | None:
    """The date of an account from those of its story: by the weekday of an event that both tell, else a guess."""
    hits = hits_of(document)
    latest, mentions = latest_year(hits), _mentions(document, hits)
    lenders = [lender for lender in lenders if (latest or 0) <= lender.last.year]
    in_story = _year_of_story(document, lenders)
    if in_story:
        return in_story
    best: tuple[int, AccountDate] | None = None
    for lender in lenders[:_LENDERS]:
        pairs = ((m, next((day for other, day in lender.days if m.same_event(other)), None)) for m in mentions)
        aligned = [(m, day) for m, day in pairs if day]
        window = _inside(_window(aligned), document.date) if aligned else None
        if window and (best is None or len(aligned) > best[0]):
            mention, day = aligned[0]
            because = f"{document.quote(mention.hit.span)} is {day} in an account of the same event ({lender.name})"
            days = narrowed(hits, *window)
            if days:
                span = dated(days[0], min(days[1] + LATE, window[1]))
                best = len(aligned), AccountDate(*span, "siblings", "likely", mention.hit.span, because)
    return best[1] if best else _guess(lenders, document.date)


def _year_of_story(document: Document, lenders: Sequence[_Lender]) -> AccountDate | None:
    """The day of a dateline that names no year, in the one year in which dated accounts of the story stand near it."""
    own = document.date
    if own is None or own.how != "dateline" or not own.value.startswith("XXXX") or not lenders:
        return None
    near: dict[date, int] = {}
    for year in sorted({end.year + step for x in lenders for end in (x.first, x.last) for step in (-1, 0, 1)}):
        try:
            day = date.fromisoformat(in_year(own.value, year))
        except ValueError:
            continue  # 29 February
        count = sum(x.first - _ROUND <= day <= x.last + _ROUND for x in lenders)
        near |= {day: count} if count else {}
    if len(near) != 1:
        return None
    [(day, count)] = near.items()
    because = f"a dateline without a year; dated accounts of the same story near it in {day.year}: {count}"
    return AccountDate(*dated(day), "siblings", "likely", own.evidence, because)


def _mentions(document: Document, hits: Sequence[Hit]) -> list[_Mention]:
    found = []
    for hit in islice(filter(is_bare_weekday, hits), _MOST):
        before = _SENTENCE.split(document.text[max(0, hit.span.begin - _REACH) : hit.span.begin])[-1]
        after = _SENTENCE.split(document.text[hit.span.end : hit.span.end + _REACH])[0]
        found.append(_Mention(hit, frozenset(_WORD.findall((before + " " + after).lower())) - _COMMON))
    return found


def _window(aligned: Sequence[tuple[_Mention, date]]) -> tuple[date, date]:
    """The days on which an account could call each of these days by its weekday; those that clash with the first go."""
    low, high = date.min, date.max
    for mention, day in aligned:
        ahead = mention.hit.symbol.toward == "future"
        begin, end = (day - _WEEK, day) if ahead else (day, day + _WEEK)
        if max(low, begin) <= min(high, end):
            low, high = max(low, begin), min(high, end)
    return low, high


def _guess(lenders: Sequence[_Lender], own: AccountDate | None) -> AccountDate | None:
    """The time in which the story was told, a week wider: a story may go on for months."""
    if not lenders:
        return None
    first, last = min(lender.first for lender in lenders), max(lender.last for lender in lenders)
    window = _inside((first - _WEEK, last + _WEEK), own)
    if window is None:
        return None
    because = f"{len(lenders)} dated accounts of the same story were published in that time"
    return AccountDate(*dated(*window), "siblings", "guess", None, because)


def _inside(window: tuple[date, date], own: AccountDate | None) -> tuple[date, date] | None:
    """The part of the window that the account's own month or year, or the day of its capture, allows; None if none. A
    guess rules nothing out."""
    if own is None or own.confidence == "guess" or own.interval is None or own.interval.high is None:
        return window
    low, high = own.interval.low.date() if own.interval.low else date.min, own.interval.high.date()
    low, high = max(window[0], low), min(window[1], high)
    return (low, high) if low <= high else None
