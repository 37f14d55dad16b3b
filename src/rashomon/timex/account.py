"""When an account was published, as far as it says itself: stated, in its address, in its dateline, in its text."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, timedelta
from pathlib import PurePath

from rashomon.timex import calendar
from rashomon.timex.evidence import HEAD, MONTH_DAY, VOICED, day_interval, hits_of, is_bare_weekday, latest_year
from rashomon.timex.find import Hit, find
from rashomon.timex.holidays import in_year
from rashomon.timex.named_days import beside, weekday_and_day
from rashomon.types import AccountDate, Block, BlockKind, Document, Interval, Provenance, Span

UNKNOWN = AccountDate("XXXX-XX-XX", None, "unknown", "unknown", "guess", because="nothing in the account says when")
_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")  # ISO 8601
_IN_NAME = re.compile(r"(?<![0-9a-f])((?:19|20)\d\d)([-_/.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?![0-9a-f])")
# "AP900815-0044": the agency, year, month and day in two digits each, and the number of the item.
_WIRE_NAME = re.compile(r"[A-Za-z]{2,4}(\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])[-.]\d")
_PIVOT = 69  # from here on two digits are a year of the 20th century, as POSIX reads %y
_BESIDE_DATE = re.compile(
    r"\b(?:published|posted|updated|modified|created|last|date|on|at|by|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|"
    r"sun|day|am|pm|gmt|utc|e[sd]?t|p[sd]?t|bst|ces?t|first)\b|[\W\d_]",
    re.IGNORECASE,
)
# "SELLA, Nov. 23, 2015", "SELLA, Karsa (NPA), 23 November 2015", "Sella, 23 November 2015"
_DATELINE = re.compile(
    r"(?!(?:Born|Died|Founded|Opened|Released|This|On|In|Since|From|Until|Before|After|By|The)\b)"
    r"(?:[A-Z][A-Z .'’-]{1,40}(?:, [A-Z][a-z.]{1,15})?(?: ?\([A-Z]{2,12}\))?|[A-Z][a-z]{2,20})[,\s–—-]{1,5}"
)
_AFTER_DATELINE = re.compile(r"\s*(?:$|[-–—_:;,.(/|\n])")  # no "This Nov. 23, 2015 photo"
_UPDATED = re.compile(r"\b(?:updated|modified|edited|corrected)\b", re.IGNORECASE)
_ABOVE = 8  # blocks above the headline among which its byline may stand
_ELSEWHERE = (BlockKind.COMMENT, BlockKind.LINK)


def date_of(document: Document) -> AccountDate:
    """When the account was published, by the first rule that knows: see `RULES`. Needs the layer Block."""
    return next((found for rule in RULES if (found := rule(document))), UNKNOWN)


def _stated(document: Document) -> AccountDate | None:
    """What the caller, a header or the page's metadata state."""
    given: Provenance = document.provenance
    if not given.published or given.how in ("url", "filename"):
        return None
    found = read_date(given.published)
    sure = "sure" if found and found[3] else "likely"
    return found and AccountDate(*found[:3], given.how or "given", sure, because=f"stated as {given.published!r}")


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


def _address(document: Document) -> AccountDate | None:
    """A date in the URL, then in the name of the file."""
    for place, how in ((document.provenance.url, "url"), (document.provenance.path, "filename")):
        named = _IN_NAME.search(place)
        if named:
            try:
                day = date(int(named[1]), int(named[3]), int(named[4]))
            except ValueError:
                continue
            because = f"{named[0]} in the {how}"
            return AccountDate(day.isoformat(), day_interval(day), "day", how, "likely", because=because)
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
    return AccountDate(day.isoformat(), day_interval(day), "day", "filename", "likely", because=because)


def _dateline(document: Document) -> AccountDate | None:
    """A full date that stands alone on a line near the top, in a byline, or after the place at the head of the text.

    The day of publication goes before a day of which the page says that it was updated.
    """
    updated: AccountDate | None = None
    for block in _head(document):
        words = document.quote(block.span)
        for hit in find(words):
            if hit.symbol.op != "fixed" or calendar.granularity(hit.symbol.form) != "day":
                continue
            begin = words.rfind("\n", 0, hit.span.begin) + 1
            end = words.find("\n", hit.span.end)
            before, after = words[begin : hit.span.begin], words[hit.span.end : len(words) if end < 0 else end]
            alone = not _BESIDE_DATE.sub("", before + after)
            line = _DATELINE.fullmatch(before) and _AFTER_DATELINE.match(after)
            if not alone and block.kind is not BlockKind.BYLINE and not line:
                continue
            because = "the date stands alone near the top" if alone else "dateline or byline"
            sure = alone and hit.rule != "numbers with slashes"  # 4/5/2031 is in April or in May
            span = Span(block.span.begin + hit.span.begin, block.span.begin + hit.span.end)
            day, confidence = date.fromisoformat(hit.symbol.form), "sure" if sure else "likely"
            form, interval = hit.symbol.form, day_interval(day)
            found = AccountDate(form, interval, "day", "dateline", confidence, span, because)
            if not _UPDATED.search(before):
                return found
            updated = updated or found
    return updated


def _head(document: Document) -> Iterator[Block]:
    """The blocks in which a dateline may stand: from just above the headline to HEAD characters of the account."""
    blocks: Sequence[Block] = document.layer(Block)
    first = next((k for k, b in enumerate(blocks) if b.kind in VOICED), 0)
    top = next((k for k, b in enumerate(blocks) if b.kind is BlockKind.HEADLINE), first)
    room, begun = HEAD, False
    for k, block in enumerate(blocks[max(0, top - _ABOVE) :], max(0, top - _ABOVE)):
        voiced = block.kind in VOICED
        if (k < top and block.kind is not BlockKind.BYLINE) or (begun and not voiced) or block.kind in _ELSEWHERE:
            continue
        yield block
        begun = begun or block.kind is BlockKind.PARAGRAPH
        room -= block.span.end - block.span.begin if voiced else 0
        if room <= 0:
            return


def _dateline_day(document: Document) -> AccountDate | None:
    """A dateline that names no year ("SELLA, August 11 (NPA) -"): the year is known if the text has that day in the
    latest year that it names, or if one of the weekdays at the head of the account fits that day, or the day before, in
    that year or one beside it. An anniversary has a later year or other weekdays beside it.
    """
    hits = hits_of(document)
    for block in _head(document):
        words = document.quote(block.span)
        for hit in find(words):
            before = words[words.rfind("\n", 0, hit.span.begin) + 1 : hit.span.begin]
            if (
                hit.symbol.op != "nearest"
                or not MONTH_DAY.fullmatch(hit.symbol.form)
                or not _DATELINE.fullmatch(before)
            ):
                continue
            span = Span(block.span.begin + hit.span.begin, block.span.begin + hit.span.end)
            latest, form = latest_year(hits), hit.symbol.form
            near = [h for h in hits if is_bare_weekday(h) and 0 <= h.span.begin - span.end < HEAD]
            told = latest and any(h.symbol.form == in_year(form, latest) for h in hits)
            if latest and told and (not near or any(_fits(form, latest, h) for h in near)):
                day = date.fromisoformat(in_year(form, latest))
                because = "a dateline, and the same day with its year in the text"
                return AccountDate(day.isoformat(), day_interval(day), "day", "dateline", "likely", span, because)
            year = _year_by_weekdays(form, latest, near) if latest else None
            if year:
                day = date.fromisoformat(in_year(form, year))
                because = f"a dateline, and a weekday that it has in {year}"
                return AccountDate(day.isoformat(), day_interval(day), "day", "dateline", "likely", span, because)
            return AccountDate(form, None, "unknown", "dateline", "likely", span, "a dateline without a year")
    return None


def _year_by_weekdays(form: str, latest: int, weekdays: Sequence[Hit]) -> int | None:
    """The one year about the *latest* that a text names in which a day, else the day before it, is one of the weekdays.

    The latest may lie ahead: "a candidate of the election of April 2017".
    """
    fits = {y for y in (latest, latest + 1) if any(_fits(form, y, h) for h in weekdays)}
    fits |= {y for y in (latest - 1,) if any(_fits(form, y, h, 0) for h in weekdays)}
    return fits.pop() if len(fits) == 1 else None


def _fits(form: str, year: int, weekday: Hit, back: int = 1) -> bool:
    """True if the day of a dateline, or one up to so many days *back*, is that weekday in the year."""
    try:
        day = date.fromisoformat(in_year(form, year)).isoweekday()
    except ValueError:
        return False  # 29 February
    return (day - int(weekday.symbol.form[-1])) % 7 <= back


RULES: tuple[Callable[[Document], AccountDate | None], ...] = (
    _stated,
    _address,
    _dateline,
    beside,
    _wire_name,
    _dateline_day,
    weekday_and_day,
)
