"""Rules for stretches between two dates written as one ("12-14 July", "May-August 1950"), and for years BC."""

import re
from datetime import date

from rashomon.timex import tense, words
from rashomon.timex.rule import before, rule
from rashomon.timex.symbol import Symbol

_JOINT = r" ?(?:-|–|—|/) ?"
_ERA = r"(?-i:B\.\s?C(?:\.(?:\s?E\.)?)?|BCE?)"
_YEAR_BEFORE = r"(?:[1-9]\d{0,3})"
_NEEDS = re.compile(r"(?:\b(?:from|between|in|to|and|of)|[([]) ?$")  # before the first year of "490-480 BC"


def _number(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def exists(year: str, month: int, day: int) -> bool:
    """True if the calendar has that day; a year of X is taken for a leap year."""
    try:
        date(2000 if year.startswith("X") else int(year), month, day)
    except ValueError:
        return False
    return True


def _days(m: re.Match[str]) -> Symbol | None:
    month, year = words.month(m["m"]), m["y"] or "XXXX"
    first, last = _number(m["d"]), _number(m["e"])
    if first >= last or not exists(year, month, last):
        return None
    return _between(m, f"{year}-{month:02d}-{first:02d}", f"{year}-{month:02d}-{last:02d}")


def _days_of_months(m: re.Match[str]) -> Symbol | None:
    groups = m.groupdict()
    last_year = m["z"] or "XXXX"
    from_month, to_month = words.month(m["m"]), words.month(m["n"])
    first, last = _number(m["d"]), _number(m["e"])
    year = groups.get("y") or _year_before(last_year, (from_month, first), (to_month, last))
    if not exists(year, from_month, first) or not exists(last_year, to_month, last):
        return None
    return _between(m, f"{year}-{from_month:02d}-{first:02d}", f"{last_year}-{to_month:02d}-{last:02d}")


def _months(m: re.Match[str]) -> Symbol:
    first, last, year = words.month(m["m"]), words.month(m["n"]), m["z"] or "XXXX"
    begin = m["y"] or _year_before(year, (first, 1), (last, 1))
    return _between(m, f"{begin}-{first:02d}", f"{year}-{last:02d}")


def _between(m: re.Match[str], first: str, last: str) -> Symbol:
    form = f"{first}/{last}"
    if "X" not in form:
        return Symbol("DATE", form)
    return Symbol("DATE", form, "nearest", toward=tense.of_date(m.string, m.start(), m.end()))


def _year_before(year: str, first: tuple[int, int], last: tuple[int, int]) -> str:
    """The year in which a stretch begins that ends in *year*: the one before for "November-March 1951"."""
    return year if year.startswith("X") or first <= last else f"{int(year) - 1:04d}"


def _years(m: re.Match[str]) -> Symbol | None:
    first, last = m["y"], m["z"]
    last = first[: 4 - len(last)] + last
    return Symbol("DATE", f"{first}/{last}") if first < last else None


def _year_bc(m: re.Match[str]) -> Symbol:
    form = f"BC{int(m['n']):04d}"
    if m["m"]:
        return Symbol("DATE", f"{form}-{words.month(m['m']):02d}")
    return Symbol("DATE", f"{form}-{words.SEASONS[m['s'].lower()]}" if m["s"] else form)


def _years_bc(m: re.Match[str]) -> Symbol | None:
    first, last = int(m["n"]), int(m["o"])
    return Symbol("DATE", f"BC{first:04d}/BC{last:04d}") if first > last else None


def _first_year_bc(m: re.Match[str]) -> Symbol | None:
    return Symbol("DATE", f"BC{int(m['n']):04d}") if _NEEDS.search(before(m, 9)) else None


def _decade_bc(m: re.Match[str]) -> Symbol:
    return Symbol("DATE", f"BC{int(m['n']):03d}")


def _century_bc(m: re.Match[str]) -> Symbol | None:
    number = int(words.number(m["o"]) or 0)
    return Symbol("DATE", f"BC{number - 1:02d}") if 1 <= number <= 40 else None


_CAPITAL = "(?-i:(?=[A-Z]))"
_END = r"(?!-|–|\d)"

RULES = (
    rule("range of days", "month", _days,
         r"(?P<d>{day}) ?(?:-|–|to|and) ?(?P<e>{day}) (?:of )?", _CAPITAL, "(?P<m>{month})(?:,? (?P<y>{year}))?"),
    rule("range of days after the month", "month", _days,
         _CAPITAL, rf"(?P<m>{{month}}) (?P<d>{{day}}) ?(?:-|–) ?(?P<e>{{day}}){_END}(?:,? (?P<y>{{year}}))?"),
    rule("days of two months", "month", _days_of_months,
         r"(?P<d>{day}) ", _CAPITAL, f"(?P<m>{{month}})(?: (?P<y>{{year}}))?{_JOINT}",
         "(?P<e>{day}) ", _CAPITAL, "(?P<n>{month})(?:,? (?P<z>{year}))?"),
    rule("months before days of two months", "month", _days_of_months,
         _CAPITAL, f"(?P<m>{{month}}) (?P<d>{{day}})(?:, (?P<y>{{year}}))?{_JOINT}",
         _CAPITAL, rf"(?P<n>{{month}}) (?P<e>{{day}}){_END}(?:, (?P<z>{{year}}))?"),
    rule("range of months", "month", _months,
         _CAPITAL, f"(?P<m>{{month}})(?:,? (?P<y>{{year}}))?{_JOINT}", _CAPITAL, "(?P<n>{month}),? (?P<z>{year})"),
    rule("range of years", "digit", _years,
         rf"(?P<y>{{year}})(?: ?(?:-|–) ?|/)(?P<z>\d{{4}}|\d\d){_END}"),
    rule("year before Christ", "digit", _year_bc,
         "(?:{part}|(?:the )?(?=[a-z]{4,9} (?:of )?\\d))?",
         f"(?:(?:(?P<m>{{month}})|(?P<s>{{season}})),? (?:of )?)?(?P<n>{_YEAR_BEFORE}) {_ERA}"),
    rule("years before Christ", "digit", _years_bc,
         f"(?P<n>{_YEAR_BEFORE}) ?(?:-|–) ?(?P<o>{_YEAR_BEFORE}) {_ERA}"),
    rule("first of two years before Christ", "digit", _first_year_bc,
         f"(?P<n>{_YEAR_BEFORE})(?= (?:to|and|or) {_YEAR_BEFORE} {_ERA})"),
    rule("decade before Christ", "digit", _decade_bc,
         f"{{part}}?(?:the )?(?P<n>[1-9]\\d{{0,2}})0s {_ERA}"),
    rule("century before Christ", "unit", _century_bc,
         f"{{part}}?(?:the )?(?P<o>{{ordinal}})~century {_ERA}"),
)  # fmt: skip
