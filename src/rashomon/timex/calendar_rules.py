"""Rules for what names its place on the calendar: days, months, seasons, quarters, years, decades, centuries."""

import re
from dataclasses import replace
from datetime import date

from rashomon.numerals import ORDINALS, TENS
from rashomon.timex import tense, words
from rashomon.timex.rule import after, before, rule
from rashomon.timex.symbol import Symbol
from rashomon.timex.words import squeeze

PREPOSITION = re.compile(
    r"\b(?:in|of|since|until|by|last|next|and|or|through|to|from|this|during|for|between|early|late|mid|end)[ -]$"
)
_SURE_PREPOSITION = re.compile(r"\b(?:in|of|since|until|by|last|this|during|between|from) $")
_OLD_YEAR_NEEDS = re.compile(
    r"\b(?:in|since|of|from|until|by|before|after|and|between|to|for|or|circa|early|late|during|around|d\.|b\.|c\.)"
    r" ?(?:the )?$"
)
_HEADS = re.compile(r" ?[:–—](?!\d)| - |$")  # after the year of an entry of a chronology
_IN_BRACKETS = re.compile(r"[a-z”\"’'] \($")  # "his Letters (1806)"
_COUNTED = re.compile(r" [a-z]{3,15}(?:s|men|people|children)\b(?<!was)(?<!ss)(?<!us)")  # "of 1709 schoolchildren"
_YEAR_OF = re.compile(r"\b(?:in|since|until|from|after|before|the) ?$")
_NUMBERED_THING = re.compile(r"(?:flight|no\.|route|room|at|#|windows|page|law|suite|channel|model|section) $")
_BEFORE_SEASON = re.compile(
    r"\b(?:in|during|through|throughout|over|into|of|by|until|till|since|and|from|spent|passed) $"
)
_DETERMINED = re.compile(r"\b(?:the|an?|its|his|her|their|our|['’]s) $")  # "the March accession", "a May vote"
_NOUN = re.compile(
    r" (?!on\b|of\b|to\b|for\b|in\b|from\b|by\b|and\b|was\b|is\b|will\b|has\b|had\b|who\b|that\b|which\b|after\b|"
    r"said\b|toward|through|against)[a-z]{3}"
)
_MARCHED = re.compile(r"\b(?:women|men|people|students|workers|children)['’]?s? $")  # a march of theirs
_NAMED_AFTER = re.compile(r" (?:Olympic|Paralympic|Games|Universiade|Palace|Gardens?|Fair|Festival|Carnival|Classic)")
_FALLS = re.compile(r" (?:away|from|back|into|off|apart|down|behind|short|over|through|ill|asleep)\b")  # a verb
_YEAR_FOLLOWS = re.compile(r"\b(?:in|since|until|till|from|to|before|after|by|of|and|early|late|summer|winter|fall) $")
_LAST_CENTURY = 30  # two digits from which on a year is of the last century
YEAR_STEPS = {"this": 0, "last": -1, "next": 1}


def _day(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def modifier(text: str | None) -> str:
    """The TIMEX3 modifier that a `{part}` fragment stands for ("early" is START), "" for none."""
    said = squeeze(re.sub(r"[\s-]+(?:in|of)?\s*$", "", text or "")).removeprefix("the ")
    said = re.sub(r"^(end|beginning|start|middle)$", r"\1 of", said)
    return words.MODIFIERS.get(said, "")


def _full_date(year: str, month: int, day: int) -> Symbol | None:
    try:
        return Symbol("DATE", date(int(year), month, day).isoformat())
    except ValueError:
        return None


def _month_day_year(m: re.Match[str]) -> Symbol | None:
    return _full_date(m["y"], words.month(m["m"]), _day(m["d"]))


def _slashed(m: re.Match[str]) -> Symbol | None:
    """Month first, as in the United States, unless the first number cannot be a month."""
    first, second, year = int(m["a"]), int(m["b"]), int(m["y"])
    if len(m["y"]) == 2:
        year += 1900 if year > 40 else 2000
    return _full_date(str(year), first, second) if first <= 12 else _full_date(str(year), second, first)


def _dotted(m: re.Match[str]) -> Symbol | None:
    """ "10.11.2008" is in November; "2008/11/10" too."""
    if m["n"]:
        return _full_date(m["n"], int(m["o"]), int(m["p"]))
    return _full_date(m["y"], int(m["m"]), int(m["d"]))


def _iso(m: re.Match[str]) -> Symbol | None:
    symbol = _full_date(m["y"], int(m["m"]), int(m["d"]))
    if symbol and m["t"]:
        return Symbol("TIME", symbol.form, clock=m["t"], zone=_iso_zone(m["z"] or ""))
    return symbol


def _iso_zone(written: str) -> str:
    """ "Z" and "+02:00" as zones; one that is no whole hours off is left out."""
    if written == "Z":
        return "UTC"
    return f"UTC{int(written[:3]):+d}" if written and written.endswith("00") else ""


def _month_day(m: re.Match[str]) -> Symbol | None:
    month, day = words.month(m["m"]), _day(m["d"])
    if _full_date("2000", month, day) is None or before(m, 5) == "long ":  # "the Long March 9 rocket"
        return None
    toward = tense.of_date(m.string, m.start(), m.end())
    if m["o"]:
        return Symbol("DATE", f"XXXX-{month:02d}-{day:02d}", "year", "period", unit="year")
    weekday = words.weekday(m["w"]) if m["w"] else 0
    return Symbol("DATE", f"XXXX-{month:02d}-{day:02d}", "nearest", toward=toward, weekday=weekday)


def _part_of_day(m: re.Match[str]) -> Symbol | None:
    day = _month_day_year(m) if m["y"] else _month_day(m)
    return replace(day, type="TIME", clock=words.DAY_PARTS[m["p"].lower()]) if day else None


def _month_year(m: re.Match[str]) -> Symbol:
    return Symbol("DATE", f"{m['y']}-{words.month(m['m']):02d}", mod=modifier(m["p"]))


def _step_month(m: re.Match[str]) -> Symbol:
    toward = {"this past": "last", "this coming": "next"}.get(squeeze(m["k"]), squeeze(m["k"]))
    return Symbol("DATE", f"XXXX-{words.month(m['m']):02d}", "nearest", toward=toward)


def _month_of_year(m: re.Match[str]) -> Symbol:
    toward = tense.of_date(m.string, m.start(), m.end())
    return Symbol("DATE", f"XXXX-{words.month(m['m']):02d}", "year", amount=YEAR_STEPS[m["k"].lower()], toward=toward)


def _bare_month(m: re.Match[str]) -> Symbol | None:
    if m["o"]:
        return Symbol("DATE", f"XXXX-{words.month(m['m']):02d}", "year", "period", unit="year", mod=modifier(m["p"]))
    if m["m"] in ("May", "March") and not m["p"]:
        context = before(m, 14)
        if _MARCHED.search(context):
            return None
        if _DETERMINED.search(context) and _NOUN.match(after(m, 20)):
            return _bare(m)
        if not PREPOSITION.search(context):
            return None
        if m["m"] == "May" and re.match(r" [a-z]", after(m, 6)) and not _SURE_PREPOSITION.search(context):
            return None
    return _bare(m)


def _bare(m: re.Match[str]) -> Symbol:
    toward = tense.of_date(m.string, m.start(), m.end())
    return Symbol("DATE", f"XXXX-{words.month(m['m']):02d}", "nearest", toward=toward, mod=modifier(m["p"]))


def _season(m: re.Match[str]) -> Symbol | None:
    form = words.SEASONS[squeeze(m["s"])]
    if m["s"][0].isupper() and not m["y"] and _NAMED_AFTER.match(after(m, 12)):
        return None
    if m["y"]:
        return Symbol("DATE", f"{m['y']}-{form}", mod=modifier(m["p"]))
    step = squeeze(m["k"] or "")
    if step in ("", "the"):
        if not (m["p"] or _BEFORE_SEASON.search(before(m, 12))) or _FALLS.match(after(m, 10)):
            return None
        toward = tense.of_date(m.string, m.start(), m.end()) or "past"
    else:
        toward = {"last": "last", "next": "next", "this": "this"}.get(step.split()[-1], "past")
    return Symbol("DATE", f"XXXX-{form}", "nearest", toward=toward, mod=modifier(m["p"]))


def _year(m: re.Match[str]) -> Symbol | None:
    context = before(m, 14)
    old = not 1900 <= int(m["y"]) <= 2060
    alone = (_IN_BRACKETS.search(context) and after(m, 1) == ")") or (not m.start() and _HEADS.match(after(m, 3)))
    if old and not (m["p"] or alone or _OLD_YEAR_NEEDS.search(context)):
        return None
    if old and _COUNTED.match(after(m, 20)) and not _YEAR_OF.search(context):
        return None
    if not m["p"] and _NUMBERED_THING.search(context):
        return None
    return Symbol("DATE", m["y"], mod=modifier(m["p"]))


def _year_of_two_digits(m: re.Match[str]) -> Symbol | None:
    """ "In '98", "Jan. '98"; in "the boys of '66" the context must say that it is a year."""
    if not (m["m"] or _YEAR_FOLLOWS.search(before(m, 10))):
        return None
    year = f"{'19' if int(m['y']) >= _LAST_CENTURY else '20'}{m['y']}"
    return Symbol("DATE", f"{year}-{words.month(m['m']):02d}" if m["m"] else year)


def _decade(m: re.Match[str]) -> Symbol:
    said = m["d"].lower()
    digits = re.search(r"(\d{1,3})0", said)
    decade = int(digits[1]) if digits else TENS[re.split(r"[\s-]", said)[-1].replace("ties", "ty")] // 10
    return Symbol("DATE", f"{decade if decade > 9 else 190 + decade}", mod=modifier(m["p"]))


def _century(m: re.Match[str]) -> Symbol | None:
    number = int(re.sub(r"\D", "", m["o"]) or ORDINALS.get(squeeze(m["o"]), 0))
    return Symbol("DATE", f"{number - 1:02d}", mod=modifier(m["p"])) if 1 <= number <= 30 else None


def _year_in_words(m: re.Match[str]) -> Symbol | None:
    if m["t"]:
        year = 1900 + int(words.number(m["t"]) or 0)
    elif m["m"] or "the year" in squeeze(m[0]):
        year = 2000 + int(words.number(m["n"] or "zero") or 0)
    else:
        return None
    return Symbol("DATE", f"{year}-{words.month(m['m']):02d}" if m["m"] else str(year))


_NOT_A_YEAR = (
    r"(?![\d%]|[.,]\d| ?(?:percent|per cent|people|dollars|million|troops|miles|points|francs|metres|meters|feet|men|"
    r"tons|years?[ -]old)\b|-(?:page|seat|point|member|foot|mile|strong)|/\d)"
)
_WEEKDAY = "(?:(?P<w>{weekday_short}),? )?"
_OF_IT = "(?P<o> of (?:that|the same) year)?"
CAPITAL = "(?-i:(?=[A-Z]))"

RULES = (
    rule("month day year", "month", _month_day_year,
         _WEEKDAY, "(?P<m>{month}) ?(?P<d>{day})(?: ?, ?| )(?P<y>{year})"),
    rule("day month year", "month", _month_day_year,
         _WEEKDAY, "(?:the )?(?P<d>{day})~(?:of )?(?P<m>{month})(?:-| ?,? ?)(?P<y>{year})"),
    rule("numbers with slashes", "digit", _slashed,
         r"(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<y>\d{4}|\d\d)"),
    rule("day, month and year with stops, or year first", "digit", _dotted,
         r"(?P<d>[0-3]?\d)\.(?P<m>[01]?\d)\.(?P<y>(?:19|20)\d\d)(?!\.\d)|(?P<n>(?:19|20)\d\d)/(?P<o>[01]\d)/(?P<p>[0-3]\d)(?!/)"),
    rule("ISO date", "digit", _iso,
         r"(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?:(?:T| )(?P<t>[0-2]\d:[0-5]\d)(?::\d\d(?:\.\d{1,6})?)?",
         r"(?P<z>Z|[+-]\d\d:?\d\d)?)?"),
    rule("month day", "month", _month_day,
         _WEEKDAY, CAPITAL, r"(?P<m>{month}) ?(?P<d>{day})(?!\d|,? ?{year}|%| ?percent|:\d|[.,]\d)", _OF_IT),
    rule("day month", "month", _month_day,
         _WEEKDAY, "(?:the )?(?P<d>{day}) (?:of )?", CAPITAL, "(?P<m>{month_name})(?! ?,? ?{year})", _OF_IT),
    rule("part of a day", "month", _part_of_day,
         "(?:the )?(?:early |late )?(?P<p>{day_part})(?: hours)? of ", _WEEKDAY,
         "(?P<m>{month}) (?P<d>{day})(?:,? (?P<y>{year}))?(?!\\d)", _OF_IT),
    rule("part of a day before the month", "month", _part_of_day,
         "(?:the )?(?:early |late )?(?P<p>{day_part})(?: hours)? of ", _WEEKDAY,
         "(?P<d>{day}) (?P<m>{month})(?:,? (?P<y>{year}))?", _OF_IT),
    rule("month year", "month", _month_year,
         "(?P<p>{part})?(?P<m>{month}) ?,? ?(?:of )?(?P<y>{year})"),
    rule("last, this, next month by name", "month", _step_month,
         "(?P<k>last|next|this|this past|this coming) ", CAPITAL, r"(?P<m>{month_name})(?! ?\d)"),
    rule("month of a year near", "month", _month_of_year,
         "(?P<m>{month_name}) (?:of )?(?P<k>this|last|next) year"),
    rule("month", "month", _bare_month,
         "(?P<p>{part})?", CAPITAL, r"(?P<m>{month_name})(?! ?\d)", _OF_IT),
    rule("season", "season", _season,
         "(?P<p>{part})?(?:(?P<k>last|next|this|this past|this coming|the previous|the following|the) )?",
         "(?P<s>{season})(?:(?: of)?,? (?P<y>{year})(?:[-–/]\\d\\d(?:\\d\\d)?(?!\\d))?)?"),
    rule("year", "digit", _year,
         "(?P<p>{part})?(?P<y>{year})", _NOT_A_YEAR),
    rule("year of two digits", "digit", _year_of_two_digits,
         "(?:(?P<m>{month}),? )?['’‘](?P<y>\\d\\d)(?![\\d%]|['’]?s\\b|-)"),
    rule("year with a word", "digit", _year,
         "(?P<p>)(?:fiscal(?: year)?|the year) (?P<y>{year})"),
    rule("decade", "digit,decade", _decade,
         r"(?P<p>{part})?(?:the )?(?P<d>(?:1\d|20)\d0['’]?s|['’][1-9]0s|(?:nineteen )?",
         "(?:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties))"),
    rule("century", "unit", _century,
         "(?P<p>{part})?(?:the )?(?:turn of the )?(?P<o>{ordinal})~century"),
    rule("year in words", "year words", _year_in_words,
         "(?:(?P<m>{month})(?: of)?,? )?(?:the year )?",
         "(?:nineteen~(?P<t>(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:~{one_to_nine})?)",
         "|two thousand(?: (?:and )?(?P<n>{one_to_nine}|ten|eleven|twelve))?)"),
)  # fmt: skip
