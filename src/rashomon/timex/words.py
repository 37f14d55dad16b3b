"""The English words of time, and the small pattern language in which the rules of `rashomon.timex` are written.

A second language is another module like this one. Every repetition in a fragment is bounded, so that a rule
costs a bounded number of steps at each place and a whole text linear time, whatever is in it.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from rashomon.numerals import ONES, ORDINALS, TENS

MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sept sep", "october oct", "november nov", "december dec"), 1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        ("monday mon", "tuesday tues tue", "wednesday wed", "thursday thurs thur thu", "friday fri", "saturday sat",
         "sunday sun"), 1,
    )
    for name in names.split()
}  # fmt: skip
OTHER_NUMBERS = {
    "a": 1, "an": 1, "a hundred": 100, "hundred": 100, "dozen": 12, "a dozen": 12, "half a dozen": 6, "two dozen": 24,
    "a couple of": 2, "a couple": 2, "couple of": 2, "another": 1, "other": 2,
}  # fmt: skip
UNITS = {  # unit -> (designator in a TIMEX3 period, how many of them)
    "second": ("TS", 1), "minute": ("TM", 1), "hour": ("TH", 1), "day": ("D", 1), "night": ("D", 1), "week": ("W", 1),
    "fortnight": ("W", 2), "weekend": ("WE", 1), "month": ("M", 1), "quarter": ("Q", 1), "year": ("Y", 1),
    "decade": ("Y", 10), "century": ("Y", 100),
}  # fmt: skip
SEASONS = {"spring": "SP", "summer": "SU", "fall": "FA", "autumn": "FA", "winter": "WI"}
DAY_PARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}
TURNS_OF_DAY = {"dawn": "MO", "daybreak": "MO", "sunrise": "MO", "dusk": "EV", "nightfall": "EV", "sunset": "EV"}
HOLIDAYS = {  # name, without apostrophes -> form (see `rashomon.timex.holidays`)
    "New Years Day": "01-01", "New Years Eve": "12-31", "New Years": "01-01", "Groundhog Day": "02-02",
    "Valentines Day": "02-14", "International Womens Day": "03-08", "St. Patricks Day": "03-17",
    "St Patricks Day": "03-17", "April Fools Day": "04-01", "Earth Day": "04-22", "Anzac Day": "04-25",
    "May Day": "05-01", "Cinco de Mayo": "05-05", "Juneteenth": "06-19", "Canada Day": "07-01",
    "Independence Day": "07-04", "July Fourth": "07-04", "Bastille Day": "07-14", "Halloween": "10-31",
    "All Saints Day": "11-01", "All Souls Day": "11-02", "Bonfire Night": "11-05", "Guy Fawkes Night": "11-05",
    "Veterans Day": "11-11", "Armistice Day": "11-11", "World AIDS Day": "12-01", "Christmas Eve": "12-24",
    "Christmas Day": "12-25", "Christmas": "12-25", "Boxing Day": "12-26", "St. Stephens Day": "12-26",
    "Shrove Tuesday": "EASTER-47", "Mardi Gras": "EASTER-47", "Ash Wednesday": "EASTER-46",
    "Palm Sunday": "EASTER-7", "Maundy Thursday": "EASTER-3", "Holy Thursday": "EASTER-3",
    "Good Friday": "EASTER-2", "Holy Saturday": "EASTER-1", "Easter Sunday": "EASTER", "Easter Day": "EASTER",
    "Easter": "EASTER", "Easter Monday": "EASTER+1", "Ascension Day": "EASTER+39", "Pentecost": "EASTER+49",
    "Whit Sunday": "EASTER+49", "Whit Monday": "EASTER+50", "Holy Week": "EASTER-7/EASTER-1",
    "Martin Luther King Jr. Day": "01-MO3", "Martin Luther King Day": "01-MO3", "MLK Day": "01-MO3",
    "Presidents Day": "02-MO3", "Memorial Day": "05-MO5", "Fathers Day": "06-SU3", "Labor Day": "09-MO1",
    "Columbus Day": "10-MO2", "Remembrance Sunday": "11-SU2", "Thanksgiving Day": "11-TH4",
    "Thanksgiving": "11-TH4", "Black Friday": "11-TH4+1", "Cyber Monday": "11-TH4+4",
    "Passover": "TISHRI-163/TISHRI-156", "Rosh Hashanah": "TISHRI", "Yom Kippur": "TISHRI+9",
    "Hanukkah": "TISHRI+83/TISHRI+91", "Ramadan": "HIJRI-09", "Eid al-Fitr": "HIJRI-10-01",
    "Eid al-Adha": "HIJRI-12-10", "Ashura": "HIJRI-01-10",
}  # fmt: skip
MODIFIERS = {  # words before a date -> TIMEX3 modifier
    "early": "START", "the beginning of": "START", "beginning of": "START", "the start of": "START", "earlier": "START",
    "mid": "MID", "middle": "MID", "the middle of": "MID",
    "early-to-mid": "START", "mid-to-late": "END", "late": "END", "later": "END", "the end of": "END", "end of": "END",
}  # fmt: skip
# Zones of one meaning in English news, as ISO 8601 writes them; ET, IST and local time may be several.
ZONES = {
    "GMT": "Z", "UTC": "Z", "Z": "Z", "EST": "-05", "EDT": "-04", "CST": "-06", "CDT": "-05", "PST": "-08",
    "PDT": "-07", "MST": "-07", "MDT": "-06", "BST": "+01", "CET": "+01", "CEST": "+02", "EET": "+02", "EEST": "+03",
    "MSK": "+03", "SAST": "+02", "EAT": "+03", "PKT": "+05", "SGT": "+08", "HKT": "+08", "JST": "+09", "KST": "+09",
    "AEST": "+10", "AEDT": "+11", "NZST": "+12", "NZDT": "+13",
}  # fmt: skip
APPROXIMATORS = {  # words before an amount -> TIMEX3 modifier
    "about": "APPROX", "around": "APPROX", "roughly": "APPROX", "approximately": "APPROX", "some": "APPROX",
    "nearly": "LESS_THAN", "almost": "LESS_THAN", "less than": "LESS_THAN", "just under": "LESS_THAN",
    "more than": "MORE_THAN", "over": "MORE_THAN", "just over": "MORE_THAN",
    "at least": "EQUAL_OR_MORE", "up to": "EQUAL_OR_LESS", "as many as": "EQUAL_OR_LESS",
    "no more than": "EQUAL_OR_LESS", "only": "",
}  # fmt: skip
VAGUE = ("several", "a few", "few", "some", "many", "recent")


def any_of(words: Iterable[str]) -> str:
    """An alternation, longest first."""
    return "(?:" + "|".join(sorted(words, key=lambda w: (-len(w), w))) + ")"


def _names(table: dict[str, int], dot: str = r"\.?") -> str:
    """Names and abbreviations; an abbreviation may have its *dot*."""
    short = {name for name in table if len(name) < 6 and name not in ("march", "april", "may", "june", "july")}
    return any_of(name + (dot if name in short else "") for name in table)


_NUMBER_WORDS = any_of([*(w for w in ONES if w != "zero"), *(f"{t}(?:~{any_of(list(ONES)[1:10])})?" for t in TENS)])
_DOZENS = any_of(words for words in OTHER_NUMBERS if " " in words or words == "dozen")
FRAGMENTS = {
    "month": _names(MONTHS),
    # an abbreviation needs its full stop when no digit follows to confirm it
    "month_name": _names(MONTHS, r"\."),
    "weekday": any_of([d for d in WEEKDAYS if d.endswith("day")]),
    "weekday_short": _names(WEEKDAYS),
    "day": r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?",
    "year": r"(?:1\d\d\d|20\d\d)",
    "number": rf"(?:\d{{1,6}}(?:[.,]\d{{1,3}})?(?: 1/2)?|{_NUMBER_WORDS}(?: (?:hundred|thousand))?|{_DOZENS})",
    "one_to_nine": any_of(list(ONES)[1:10]),
    "vague": any_of(VAGUE),
    "unit": any_of(UNITS),
    "units": any_of([u[:-1] + "ies" if u == "century" else u + "s" for u in UNITS]),
    "ordinal": rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{any_of(ORDINALS)})",
    "about": rf"(?:{any_of(APPROXIMATORS)} )",
    "part": "(?:(?:the )?(?:early|late|mid|middle|later|earlier|end(?=-)|early-to-mid|mid-to-late|"
    "(?:end|beginning|start|middle) of)~(?:in |of )?)",
    "day_part": any_of(DAY_PARTS),
    "turn": any_of(TURNS_OF_DAY),
    "season": any_of(SEASONS),
    "zone": r"(?: ?(?:(?:GMT|UTC) ?[+-] ?\d{1,2}|\((?:GMT|UTC) ?[+-] ?\d{1,2}\)|"
    rf"{any_of([*ZONES, 'ET', 'PT', 'IST', 'local time'])}\b))",
    "half": r"(?: and a half|-and-a-half)",
    "holiday": "(?-i:"
    + any_of(re.sub(r"s(?= )|(?<=r)s$", "['’]?s['’]?", name) for name in HOLIDAYS)
    .replace(" Day", " [Dd]ay")
    .replace(" Eve", " [Ee]ve")
    + ")",
}


@lru_cache(maxsize=256)  # there are some eighty
def pattern(text: str) -> re.Pattern[str]:
    """Compile a rule, in either case. `{name}` is a fragment, a blank is 1 to 4 white spaces, `~` a blank or hyphen.

    The match may not begin inside a word, an amount of money or a decimal, nor end inside a word.
    """
    while True:
        filled = re.sub(r"\{([a-z_]+)\}", lambda m: FRAGMENTS[m[1]], text)
        if filled == text:
            break
        text = filled
    text = re.sub(r" (\?)?", lambda m: r"\s{0,4}" if m[1] else r"\s{1,4}", text).replace("~", r"[\s-]{1,3}")
    return re.compile(rf"(?<![\w$£€.,/-])(?:{text})(?!\w)", re.IGNORECASE)


def squeeze(words: str) -> str:
    """Lower case, single blanks, straight apostrophes: how words are looked up in the tables."""
    return " ".join(words.lower().replace("’", "'").split())


def number(words: str) -> float | None:
    """The number that a fragment `{number}` or `{ordinal}` stands for; None for a vague one."""
    words = squeeze(words)
    digits = re.match(r"(\d+(?:[.,]\d+)?)( 1/2)?", words)
    if digits:
        grouped = re.fullmatch(r"\d+,\d{3}", digits[1])
        value = float(digits[1].replace(",", "" if grouped else "."))
        return value + 0.5 if digits[2] else value
    if words in ORDINALS:
        return float(ORDINALS[words])
    if words in OTHER_NUMBERS:
        return float(OTHER_NUMBERS[words])
    parts = re.split(r"[ -]", words)
    scale = {"hundred": 100, "thousand": 1000}.get(parts[-1], 1) if len(parts) > 1 else 1
    parts = parts[:-1] if scale > 1 else parts
    if all(p in ONES or p in TENS for p in parts):
        return float(scale * sum(ONES.get(p, TENS.get(p, 0)) for p in parts))
    return None


def month(words: str) -> int:
    """1 to 12 for a month's name or abbreviation."""
    return MONTHS[words.lower().rstrip(".")]


def weekday(words: str) -> int:
    """1 (Monday) to 7 for a weekday's name or abbreviation."""
    return WEEKDAYS[words.lower().rstrip(".")]


def singular(unit: str) -> str:
    """The key of UNITS for a unit in either number."""
    unit = unit.lower()
    return "century" if unit == "centuries" else unit.removesuffix("s")


def period(amount: float | None, unit: str) -> str:
    """A TIMEX3 period: P4Y, PT30M, P18M for a year and a half, PXD for "several days"."""
    if unit == "century" and amount is None:
        return "PXCE"
    if unit == "decade" and amount is None:
        return "PXDE"
    designator, times = UNITS[unit]
    clock, letter = ("T", designator[1:]) if designator.startswith("T") else ("", designator)
    if amount is None:
        return f"P{clock}X{letter}"
    total = amount * times
    if total == int(total):
        return f"P{clock}{int(total)}{letter}"
    if letter == "Y" and total * 2 == int(total * 2):
        return f"P{int(total)}Y6M" if total > 1 else "P6M"
    if clock and letter in "HM" and total * 2 == int(total * 2):
        return f"PT{int(total) or ''}{letter if total > 1 else ''}30{'M' if letter == 'H' else 'S'}"
    return f"P{clock}{total:g}{letter}"


def offset(zone: str) -> str:
    """A zone as written in a symbol, in ISO 8601: "Z", "-05", "+03"; "" for none, or one that may be several.

    >>> offset("UTC"), offset("GMT+3"), offset("ET")
    ('Z', '+03', '')
    """
    shift = re.search(r"([+-])_?(\d{1,2})", zone)
    return f"{shift[1]}{int(shift[2]):02d}" if shift else ZONES.get(zone, "")
