"""Rules for lengths of time, and for what repeats."""

import re

from rashomon.timex import words
from rashomon.timex.rule import after, before, rule
from rashomon.timex.symbol import Symbol
from rashomon.timex.words import squeeze

# Before "a year": how often, not how long.
_RATE = re.compile(r"(?:times|\d|percent|cents|barrels|million|billion|once|twice|tons|share|people|hours|days) $")
_PLURAL_NEEDS = re.compile(
    r"\b(?:for|in|past|last|within|over|take|takes|took|coming|recent|next|few|several|after|previous|of|many|early|two|"
    r"these|those) (?:the )?$"
)
_AGED = re.compile(r"\b(?:aged|ages|age of|between ages) $")
_RECORDED = re.compile(r" (?:worth )?of (?:video|audio|footage|film|tape|music|recordings?|talk time|programming)\b")
_SOME_DAY = re.compile(r" (?:when|that|which) ")  # "there came a day when"
# "the Karsan daily Orme"
_OF_PAPER = re.compile(r"(?:\b(?!The )[A-Z]\w+|-run|-owned|-language|\b(?:business|tabloid|leading))\s$")
_SETS = {
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "monthly": "P1M",
    "annually": "P1Y",
    "yearly": "P1Y",
    "hourly": "PT1H",
}
_TOWARD = {
    "past": "past",
    "last": "past",
    "previous": "past",
    "recent": "past",
    "next": "future",
    "coming": "future",
    "following": "future",
}


def _stretch(form: str, step: str | None, mod: str = "") -> Symbol:
    """A length, tied to the anchor if the words say on which side of it: "the last four years"."""
    toward = _TOWARD.get(squeeze(step or ""), "")
    return Symbol("DURATION", form, "stretch" if toward else "fixed", toward=toward, mod=mod)


def _duration(m: re.Match[str]) -> Symbol | None:
    amount, said = words.number(m["n"]), m["u"].lower()
    unit = words.singular(said)
    if said == "second" or (unit == "quarter" and after(m, 4) == " of "):
        return None
    if _AGED.search(before(m, 12)) or (unit in ("hour", "minute") and _RECORDED.match(after(m, 20))):
        return None
    singular = said in words.UNITS and amount != 1 and "-" not in m[0]
    if singular and not re.match(r" [a-z]{3}", after(m, 5), re.IGNORECASE):
        return None
    if "recent" in (squeeze(m["s"] or ""), squeeze(m["n"])) and amount is None:
        return Symbol("DATE", "PAST_REF")
    if (m["g"] or m["h"]) and amount is not None:
        amount += 0.5
    return _stretch(words.period(amount, unit), m["s"], words.APPROXIMATORS.get(squeeze(m["a"] or ""), ""))


def _one_unit(m: re.Match[str]) -> Symbol | None:
    said, unit = squeeze(m["n"]), m["u"].lower()
    if unit in ("second", "quarter") or (unit == "day" and _SOME_DAY.match(after(m, 8))):
        return None
    if said in ("a", "an") and _RATE.search(before(m, 14)):
        return Symbol("SET", words.period(1, unit))
    amount = 0.5 if "half" in said else 1.0
    return Symbol("DURATION", words.period(amount + 0.5 if m["h"] else amount, unit),
                  mod=words.APPROXIMATORS.get(squeeze(m["a"] or ""), ""))  # fmt: skip


def _past_hour(m: re.Match[str]) -> Symbol:
    return _stretch("PT1H", "past")


def _plural(m: re.Match[str]) -> Symbol | None:
    if not _PLURAL_NEEDS.search(before(m, 22)):
        return None
    return Symbol("DURATION", words.period(None, words.singular(m["u"])))


def _past_few(m: re.Match[str]) -> Symbol:
    return Symbol("DURATION", words.period(None, words.singular(m["u"])))


def _often(m: re.Match[str]) -> Symbol | None:
    if m[0][0].isupper() and re.search(r"\w ?$", before(m, 3)):
        return None  # part of a name
    if _OF_PAPER.search(m.string, max(0, m.start() - 20), m.start()) and re.match(r" [A-Z]", after(m, 3)):
        return None
    return Symbol("SET", _SETS[m[0].lower()])


def _every(m: re.Match[str]) -> Symbol:
    amount, unit = words.number(m["n"]) if m["n"] else 1, (m["u"] or "").lower()
    if unit in words.WEEKDAYS:
        return Symbol("SET", f"XXXX-WXX-{words.weekday(unit)}")
    if m["m"]:
        return Symbol("SET", f"XXXX-{words.month(m['m']):02d}")
    if unit in words.DAY_PARTS and unit != "night":
        return Symbol("SET", f"XXXX-XX-XXT{words.DAY_PARTS[unit]}")
    return Symbol("SET", words.period(amount, words.singular(unit)))


def _weekdays(m: re.Match[str]) -> Symbol:
    part = f"T{words.DAY_PARTS[m['d'].lower()]}" if m["d"] else ""
    return Symbol("SET", f"XXXX-WXX-{words.weekday(m['w'])}{part}")


def _times_a(m: re.Match[str]) -> Symbol:
    return Symbol("SET", words.period(1, m["u"].lower()))


# "will last two days" is a verb
_NO_VERB = r"(?<!\bto\s)(?<!\bwill\s)(?<!\bwould\s)(?<!\bcould\s)(?<!\bcan\s)(?<!\bmay\s)(?<!\bnot\s)(?<!n['’]t\s)"
_BEFORE_LENGTH = (
    rf"(?:(?:the )?(?P<s>past|{_NO_VERB}last|next|previous|coming|first|final|recent|following) "
    r"|the (?!\S{1,12}-))?"
)
RULES = (
    rule("amount of units", "unit", _duration,
         _BEFORE_LENGTH, "(?P<a>{about})?(?P<n>{number}|{vague})(?P<g>{half}|½)?(?: ?(?:-|–|to|or) ?{number})?~",
         "(?:(?:full|long|straight|consecutive|more|whole|",
         "solid|additional|short|trading|business|working|fiscal|calendar|other) )?(?P<u>{units}|{unit})(?P<h>{half})?",
         r"(?!~olds?\b)"),
    rule("one unit", "unit", _one_unit,
         "(?P<a>{about})?(?P<n>an?|one|another|an additional|a full|half an?|a half)~",
         "(?P<u>second|minute|hour|day|week|month|year|decade|century|quarter|weekend|fortnight)",
         "(?P<h>{half})?(?!~old)"),
    rule("the past hour", "unit", _past_hour, "(?:the|this) (?:past|last) hour(?! of )"),
    rule("units long", "unit", _past_few, "(?P<u>decades|centuries|years|months|weeks|days|hours)-?long"),
    rule("units", "unit", _plural,
         "(?P<u>decades|centuries|years|months|weeks|days|hours)",
         "(?! (?:old|ago|later|earlier|before|after|of age|to come))"),
    rule("the past few units", "unit", _past_few,
         "(?:the )?(?:past|last|recent|next|coming|previous) (?:few |several |couple of )?",
         "(?P<u>days|weeks|months|years|decades|hours|quarters)"),
    rule("daily, weekly", "often,unit", _often, "(?:daily|weekly|monthly|annually|yearly|hourly|nightly)"),
    rule("every unit", "often", _every,
         "(?:every|each) (?:(?P<n>other|two|three|four|five|six|ten) )?",
         "(?:(?P<u>{units}|{unit}|{weekday}|{day_part})|(?-i:(?=[A-Z]))(?P<m>{month_name}))"),
    rule("weekdays", "weekday", _weekdays, "(?-i:(?=[A-Z]))(?P<w>{weekday})(?: (?P<d>{day_part}))?s"),
    rule("times a unit", "unit", _times_a, "(?:twice a|once a|per) (?P<u>day|week|month|year)"),
)  # fmt: skip
