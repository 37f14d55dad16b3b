"""Rules for the years and quarters of business reports: "a year earlier", "the 1988 quarter", "the fiscal year"."""

import re

from rashomon.timex import words
from rashomon.timex.rule import rule
from rashomon.timex.symbol import Symbol
from rashomon.timex.words import squeeze


def _year_earlier(m: re.Match[str]) -> Symbol:
    if m["o"]:
        return Symbol("DATE", f"XXXX-Q{int(words.number(m['o']) or 1)}", "year", amount=-1)
    return Symbol("DATE", op="shift", base="period", amount=-1, unit="year")


def _quarter_of_numbered_year(m: re.Match[str]) -> Symbol:
    if m["o"]:
        return Symbol("DATE", f"{m['y']}-Q{int(words.number(m['o']) or 1)}")
    return Symbol("DATE", m["y"], "quarter" if m["q"] else "fixed")


def _latest(m: re.Match[str]) -> Symbol:
    unit = squeeze(m["u"])
    if unit == "quarter":  # the latest that is over
        return Symbol("DATE", op="shift", amount=-1, unit="quarter")
    if unit == "period":
        return Symbol("DATE", op="shift", base="period", unit="quarter")
    if unit in ("week", "month"):
        return Symbol("DATE", op="shift", amount=-1, unit=unit)
    return Symbol("DATE", op="shift", unit="year")


def _fiscal_year(m: re.Match[str]) -> Symbol:
    step = {"next": 1, "last": -1, "previous": -1}.get((m["k"] or "").lower(), 0)
    return Symbol("DATE", op="shift", amount=step, unit="year")


def _end_of_unit(m: re.Match[str]) -> Symbol:
    unit = m["u"].lower()
    return Symbol("DATE", op="shift", base="period" if unit == "year" else "date", unit=unit, mod="END")


def _this_year(m: re.Match[str]) -> Symbol:
    return Symbol("DATE", op="shift", unit="year", mod="END" if "end" in m[0].lower() else "")


RULES = (
    rule("a year earlier", "unit", _year_earlier,
         "(?:the |an? )?(?:comparable )?(?:year-ago|year-earlier|prior-year|year-before)",
         "(?: (?:(?:(?P<o>first|second|third|fourth) )?quarter|period))?"),
    rule("quarter of a numbered year", "unit", _quarter_of_numbered_year,
         "(?:the )?(?P<y>{year}) (?:(?P<o>first|second|third|fourth) quarter|(?P<q>quarter|period)|fiscal year)"),
    rule("the latest quarter", "unit", _latest,
         "(?:the|its) latest (?P<u>quarter|period|week|month|year|fiscal year)"),
    rule("fiscal year", "unit", _fiscal_year,
         "(?:(?:the|its) )?(?:(?P<k>current|next|last|previous|first|full) )?fiscal year"),
    rule("the unit's end", "unit", _end_of_unit,
         "(?:the )?(?P<u>week|month|year|quarter)['’]s end"),
    rule("the end of the year", "unit", _this_year,
         "(?:(?:the )?year(?:-| )?end|the (?:full|whole|entire) year)"),
)  # fmt: skip
