"""When an account was published, by the line that says so near its top: a stamp, a byline, a dateline."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from rashomon.timex import calendar
from rashomon.timex.evidence import HEAD, MONTH_DAY, VOICED, dated, hits_of, is_bare_weekday, latest_year
from rashomon.timex.find import Hit, find
from rashomon.timex.holidays import in_year
from rashomon.types import AccountDate, Block, BlockKind, Document, Span

_BESIDE_DATE = re.compile(
    r"\b(?:published|posted|updated|modified|created|last|date|on|at|by|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|"
    r"sun|day|as|of|dated|issued|released|am|pm|gmt|utc|e[sd]?t|p[sd]?t|bst|ces?t|first)\b|[\W\d_]",
    re.IGNORECASE,
)
# "SELLA, Nov. 23, 2015", "SELLA, Karsa (NPA), 23 November 2015", "Sella, 23 November 2015"
_DATELINE = re.compile(
    r"(?!(?:Born|Died|Founded|Opened|Released|This|On|In|Since|From|Until|Before|After|By|The)\b)"
    r"(?:[A-Z][A-Z .'’-]{1,40}(?:, [A-Z][a-z.]{1,15})?(?: ?\([A-Z]{2,12}\))?|[A-Z][a-z]{2,20}|"
    r"[A-Z][a-z]{2,20}(?: [A-Z][a-z]{2,20}){1,2}(?=,))[,\s–—-]{1,5}"
)
_CLOSES = re.compile(r"[,(–—-]\s*$")  # before a date that ends a title: "Report of the inquiry (9 May 2031)"
_AFTER_DATELINE = re.compile(r"\s*(?:$|[-–—_:;,.(/|\n])")  # no "This Nov. 23, 2015 photo"
_UPDATED = re.compile(r"\b(?:updated|modified|edited|corrected)\b", re.IGNORECASE)
# "Ferry is gone 11:03 AM ET Fri, 29 Dec 2017 | 00:40", as pages print it over a film.
_LINE_ENDS = re.compile(r"\s*(?:$|\|)")
_CLOCK = r"\d{1,2}[:.]\d\d(?::\d\d)?(?:\s?[ap]\.? ?m\.?)?(?:\s(?:GMT|UTC|[ECMP]?[SD]?T|BST|CES?T))?"
_CLOCK_AHEAD = re.compile(rf"(?<![\w:.]){_CLOCK},?\s{{1,3}}$", re.IGNORECASE)
_CLOCK_NEXT = re.compile(rf",?\s{{1,3}}{_CLOCK}{_LINE_ENDS.pattern}", re.IGNORECASE)
_GOVERNED = re.compile(  # what was at that time: the words are a sentence
    r"\b(?:at|by|on|in|of|to|from|until|till|since|before|after|around|about|between|and|or|the)\s{1,3}$", re.IGNORECASE
)
_ABOVE = 8  # blocks above the headline among which its byline may stand
_ELSEWHERE = (BlockKind.COMMENT, BlockKind.LINK)


def dateline(document: Document) -> AccountDate | None:
    """A full date that stands alone on a line near the top, in a byline or a time stamp, or after the place at the head
    of the text.

    The day of publication goes before a day of which the page says that it was updated.
    """
    updated: AccountDate | None = None
    for block in _head(document):
        words = document.quote(block.span)
        for hit in find(words):
            if hit.symbol.op != "fixed" or calendar.granularity(hit.symbol.form) != "day":
                continue
            before, after = _line(words, hit.span)
            if block.kind is BlockKind.HEADLINE and _CLOSES.search(before) and not after.strip(" )\t"):
                how: tuple[str, str] | None = ("likely", "the date ends the title")
            else:
                how = _printed(before, after, hit.rule == "numbers with slashes", block.kind is BlockKind.BYLINE)
            if how is None:
                continue
            span = Span(block.span.begin + hit.span.begin, block.span.begin + hit.span.end)
            confidence, because = how
            found = AccountDate(*dated(date.fromisoformat(hit.symbol.form)), "dateline", confidence, span, because)
            if not _UPDATED.search(before):
                return found
            updated = updated or found
    return updated


def _line(words: str, span: Span) -> tuple[str, str]:
    """What stands before and after a span on its line."""
    begin, end = words.rfind("\n", 0, span.begin) + 1, words.find("\n", span.end)
    return words[begin : span.begin], words[span.end : len(words) if end < 0 else end]


def _printed(before: str, after: str, in_doubt: bool, byline: bool) -> tuple[str, str] | None:
    """How sure it is that a date with that before and after it on its line is the account's, and why; None if it is
    not. *in_doubt* is one that may be read two ways: 4/5/2031 is in April or in May."""
    if not _BESIDE_DATE.sub("", before + after):
        return "likely" if in_doubt else "sure", "the date stands alone near the top"
    if not _BESIDE_DATE.sub("", before.rpartition("|")[2] + after.partition("|")[0]):
        return "likely", "the date stands alone between bars near the top"
    if byline or (_DATELINE.fullmatch(before) and _AFTER_DATELINE.match(after)):
        return "likely", "dateline or byline"
    stamped = (_CLOCK_AHEAD.search(before) and _LINE_ENDS.match(after)) or _CLOCK_NEXT.match(after)
    if stamped and not _GOVERNED.search(_CLOCK_AHEAD.sub("", before)):
        return "likely", "a time stamp near the top"
    return None


def _head(document: Document) -> Iterator[Block]:
    """The blocks in which a dateline may stand: from just above the headline to HEAD characters of the account. Without
    a headline the line above the text is one of them, such as that of a film."""
    blocks: Sequence[Block] = document.layer(Block)
    first = next((k for k, b in enumerate(blocks) if b.kind in VOICED), 0)
    top = next((k for k, b in enumerate(blocks) if b.kind is BlockKind.HEADLINE), None)
    above = range(max(0, first - 1), first) if top is None else range(max(0, top - _ABOVE), top)
    yield from (blocks[k] for k in above if top is None or blocks[k].kind is BlockKind.BYLINE)
    room, begun = HEAD, False
    for block in blocks[above.stop :]:
        voiced = block.kind in VOICED
        if (begun and not voiced) or block.kind in _ELSEWHERE:
            continue
        yield block
        begun = begun or block.kind is BlockKind.PARAGRAPH
        room -= block.span.end - block.span.begin if voiced else 0
        if room <= 0:
            return


def dateline_day(document: Document) -> AccountDate | None:
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
                return AccountDate(*dated(day), "dateline", "likely", span, because)
            year = _year_by_weekdays(form, latest, near) if latest else None
            if year:
                day = date.fromisoformat(in_year(form, year))
                because = f"a dateline, and a weekday that it has in {year}"
                return AccountDate(*dated(day), "dateline", "likely", span, because)
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
