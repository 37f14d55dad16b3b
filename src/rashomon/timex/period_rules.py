"""Rules for parts of a year or month by their number: quarters, halves, the last week of May, a first Monday."""

import re
from calendar import monthrange

from rashomon.timex import holidays, tense, words
from rashomon.timex.calendar_rules import CAPITAL, PREPOSITION, YEAR_STEPS
from rashomon.timex.rule import after, before, rule
from rashomon.timex.symbol import Symbol
from rashomon.timex.words import squeeze

_OF_PLAY = re.compile(
    r"(?: [a-z-]+){0,2} (?:touchdown|field goal|interception|fumble|punt|turnover|free throw|three-pointer)"
)
_RESULTS = re.compile(r" (?:results?|sales|earnings|revenue|profits?|loss|GDP|growth|report)")


def _quarter(m: re.Match[str]) -> Symbol | None:
    number = int(words.number(m["o"]) or 0)
    if not 1 <= number <= 4 or _OF_PLAY.match(after(m, 40)):
        return None
    form = f"Q{number}"
    year = re.search(r"\d{4}", m["y"] or "")
    if year:
        return Symbol("DATE", f"{year[0]}-{form}")
    step = re.search(r"this|last|next", squeeze((m["y"] or "") + " " + (m["k"] or "")))
    if step:
        return Symbol("DATE", f"XXXX-{form}", "year", amount=YEAR_STEPS[step[0]])
    return Symbol("DATE", f"XXXX-{form}", "nearest", toward=tense.of_date(m.string, m.start(), m.end()))


def _coded(m: re.Match[str]) -> Symbol | None:
    """ "Q3 2008", "3Q08", "H1 2009", "FY2009"; a half or a fiscal year needs its year, for H1 is many things."""
    said, code = m["y"] or "", m["q"] or (f"Q{m['n']}" if m["n"] else "")
    if said and len(said) == 2:
        said = f"{'19' if int(said) >= 69 else '20'}{said}"
    if not code or code[0] == "H":
        known = said and code in ("", "H1", "H2")
        return Symbol("DATE", f"{said}-{code}".removesuffix("-")) if known else None
    if said:
        return Symbol("DATE", f"{said}-{code}")
    if not (PREPOSITION.search(before(m, 8)) or _RESULTS.match(after(m, 12))):
        return None  # a car, a quartile, a question
    return Symbol("DATE", f"XXXX-{code}", "nearest", toward=tense.of_date(m.string, m.start(), m.end()))


def _in_month(m: re.Match[str]) -> Symbol | None:
    """ "The last week of May 2014", "the first Monday in June": days, by their place in the month."""
    month, unit = words.month(m["m"]), m["u"].lower()
    number = {"second": 2, "third": 3, "fourth": 4, "last": 5, "final": 5, "closing": 5}.get(m["o"].lower(), 1)
    if unit in words.WEEKDAYS or unit == "weekend":
        weekday = f"XXXX-{month:02d}-{(unit if unit in words.WEEKDAYS else 'saturday')[:2].upper()}{number}"
        form = f"{weekday}/{weekday}+1" if unit == "weekend" else weekday
    else:
        days = monthrange(2001, month)[1]
        first = days if number == 5 else number
        last = first
        if unit == "week":
            first, last = (days - 6, days) if number == 5 else (7 * number - 6, 7 * number)
        form = f"XXXX-{month:02d}-{first:02d}" + (f"/XXXX-{month:02d}-{last:02d}" if last > first else "")
    if m["y"]:
        return Symbol("DATE", holidays.in_year(form, int(m["y"])))
    return Symbol("DATE", form, "nearest", toward=tense.of_date(m.string, m.start(), m.end()))


def _week_of_day(m: re.Match[str]) -> Symbol | None:
    """ "The week of March 6", "the week beginning 6 March 2000": the seven days from it."""
    day = f"XXXX-{words.month(m['m'] or m['n']):02d}-{int(re.sub('[^0-9]', '', m['d'] or m['e'])):02d}"
    form = f"{day}/{day}+6"
    try:
        exact = holidays.in_year(form, int(m["y"] or 2000))
    except ValueError:
        return None
    if m["y"]:
        return Symbol("DATE", exact)
    return Symbol("DATE", form, "nearest", toward=tense.of_date(m.string, m.start(), m.end()))


def _half(m: re.Match[str]) -> Symbol | None:
    said, year = squeeze(m["o"]), m["y"]
    number = 2 if said in ("last", "latter") else int(words.number(said) or 0)
    if not 1 <= number <= 2:
        return None
    if year[0].isdigit():
        return Symbol("DATE", f"{year}-H{number}")
    step = year.split()[0].lower()
    return Symbol("DATE", f"XXXX-H{number}", "year", amount=YEAR_STEPS.get(step, 0))


_YEAR_NEAR = "this year|last year|next year"

RULES = (
    rule("quarter", "unit", _quarter,
         "(?:(?P<k>the|its|this year['’]s|last year['’]s|next year['’]s|his|their|a) )?",
         "(?:(?:fiscal|latest|company['’]s) )?",
         f"(?P<o>{{ordinal}})~quarter(?: (?:of )?(?P<y>(?:fiscal )?{{year}}|{_YEAR_NEAR}))?"),
    rule("quarter or half by its number", "quarter code", _coded,
         "(?-i:(?P<q>[QH][1-4])|(?P<n>[1-4])Q|FY)",
         "(?:(?: of)? ?(?:FY ?)?['’]?(?P<y>{year}|(?<=['’Q])\\d\\d|(?<=FY)\\d\\d))?"),
    rule("week or day of a month", "month,unit", _in_month,
         "(?:the )?(?P<o>first|second|third|fourth|last|final|opening|closing) ",
         "(?P<u>day|week|weekend|{weekday}) (?:of|in) ",
         CAPITAL, "(?P<m>{month_name})(?:,? (?:of )?(?P<y>{year}))?(?! ?\\d)"),
    rule("week of a day", "month,unit", _week_of_day,
         "(?:the )?week (?:of|beginning|starting|commencing) (?:{weekday},? )?",
         f"(?:{CAPITAL}(?P<m>{{month_name}}) (?P<d>{{day}})|(?:the )?(?P<e>{{day}}) (?:of )?",
         f"{CAPITAL}(?P<n>{{month_name}}))",
         "(?:,? (?P<y>{year}))?(?!\\d)"),
    rule("half of a year", "half", _half,
         f"(?:the )?(?P<o>{{ordinal}}|last|latter) half of (?P<y>{{year}}|{_YEAR_NEAR}|the year)"),
)  # fmt: skip
