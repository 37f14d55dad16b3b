"""Rules for what is placed from somewhere else: yesterday, last week, two years ago, the next day."""

import re
from dataclasses import replace

from rashomon.timex import tense, words
from rashomon.timex.calendar_rules import modifier
from rashomon.timex.rule import after, before, rule
from rashomon.timex.symbol import Symbol
from rashomon.timex.words import squeeze

_TITLED = re.compile(r"\b[A-Z][A-Za-z]*\s$")
_A_FOURTH = re.compile(r" of (?!\d|the (?:year|fiscal))")  # "the quarter of voters who"
_THE_UNIT = re.compile(r"\b(?:for|during|of|in|over|through|throughout) $")
_DAY_WORDS = {"yesterday": -1, "last night": -1, "tomorrow": 1}


def _day_word(m: re.Match[str]) -> Symbol | None:
    said = squeeze(m["w"])
    if m["w"] in ("Today", "TODAY") and _TITLED.search(m.string, max(0, m.start() - 12), m.start()):
        return None  # "USA TODAY"
    part = m["d"] or m["e"] or m["f"] or ("night" if said in ("tonight", "last night") else "")
    clock = words.DAY_PARTS[part.lower()] if part else ""
    return Symbol("TIME" if clock else "DATE", op="shift", amount=_DAY_WORDS.get(said, 0), unit="day", clock=clock)


def _two_days_off(m: re.Match[str]) -> Symbol:
    return Symbol("DATE", op="shift", amount=2 if "after" in m[0].lower() else -2, unit="day")


def _two_units_off(m: re.Match[str]) -> Symbol:
    return Symbol("DATE", op="shift", amount=2 if "after" in m[0].lower() else -2, unit=m["u"].lower())


def _present(m: re.Match[str]) -> Symbol:
    return Symbol("DATE", "PRESENT_REF")


def _past(m: re.Match[str]) -> Symbol:
    return Symbol("DATE", "PAST_REF")


def _future(m: re.Match[str]) -> Symbol:
    return Symbol("DATE", "FUTURE_REF")


def _unit_near(m: re.Match[str]) -> Symbol | None:
    step, unit = squeeze(m["k"]), m["u"].lower()
    mod = modifier(m["p"])

    def at(amount: int, base: str = "account") -> Symbol:
        return Symbol("DATE", op="shift", base=base, amount=amount, unit=unit, mod=mod)

    if step in ("the past", "the last", "the next", "the coming"):
        ahead = step in ("the next", "the coming")
        if ahead or unit in ("week", "month", "quarter", "year"):
            return at(1 if ahead else -1)
        return Symbol("DURATION", words.period(1, unit), "stretch", toward="past")
    if step == "the":
        if unit == "weekend":
            return replace(at(0), toward=tense.of_date(m.string, m.start(), m.end()) or "past")
        if unit in ("week", "month") and (m["p"] or _THE_UNIT.search(before(m, 12)) or after(m, 2) in ("'s", "’s")):
            return at(0, "date")
        if m["p"] and unit == "year":
            return at(0)
        if unit == "quarter":
            return None if _A_FOURTH.match(after(m, 20)) else at(0, "period")
        if unit == "year" and re.match(r" end(?:ed|ing) ", after(m, 8)):
            return Symbol("DURATION", "P1Y")
        if unit == "year" and re.search(r"\b(?:for|of|in|during|through|so far) $", before(m, 10)):
            return at(0, "period")
        return None
    if step == "that":
        return at(0, "period" if unit == "year" else "date")
    if step == "the following" or step.endswith(" same"):
        return at(1 if step == "the following" else 0, "date")
    if step in ("last", "the previous", "previous", "this past"):
        return at(-1)
    if step == "this" and unit in ("week", "weekend"):
        return replace(at(0), toward=tense.of_date(m.string, m.start(), m.end()) or "future")
    return at(1 if step == "next" else 0)


def _ago(m: re.Match[str]) -> Symbol | None:
    amount = 0.5 if m["half"] else words.number(m["n"])
    unit, word = words.singular(m["u"]), squeeze(m["w"])
    mod = words.APPROXIMATORS.get(squeeze(m["a"] or ""), "")
    if (m["g"] or m["h"]) and amount is not None:
        amount += 0.5
    if unit in ("decade", "century") and word in ("ago", "earlier", "from now") and amount is not None:
        amount, unit, mod = amount * words.UNITS[unit][1], "year", mod or "APPROX"  # nobody counts these to the year
    by_clock, sign = words.UNITS[unit][0].startswith("T"), -1 if word in ("ago", "earlier") else 1
    if word in ("before", "after", "prior") or (by_clock and word != "ago"):
        return None if amount is None else _apart(amount, unit, word, sign, mod)
    if amount is None:
        return Symbol("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF")
    if amount != int(amount):
        if unit not in ("year", "month", "hour"):
            return Symbol("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF")
        amount, unit = {"year": (amount * 12, "month"), "month": (amount, unit), "hour": (amount * 60, "minute")}[unit]
    base = "account" if word in ("ago", "from now") else "date"
    if unit == "year" and amount == 1 and word in ("ago", "earlier"):
        base = "period" if word == "earlier" else "quarter"
    kind, toward = "TIME" if by_clock else "DATE", ""
    if word == "later":
        toward = tense.of_date(m.string, m.start(), m.end())
    return Symbol(kind, op="shift", base=base, amount=int(sign * amount), unit=unit, toward=toward, mod=mod)


def _apart(amount: float, unit: str, word: str, sign: int, mod: str) -> Symbol:
    """How far from another time: "two days before", "an hour earlier", which an update's clock may place."""
    form = words.period(amount, unit)
    if word not in ("earlier", "later", "from now"):
        return Symbol("DURATION", form, mod=mod)
    if amount != int(amount):
        amount, unit = amount * 60, {"hour": "minute", "minute": "second"}.get(unit, unit)
    base = "account" if word == "from now" else "date"
    return Symbol("DURATION", form, "shift", base, amount=round(sign * amount), unit=unit, mod=mod)


def _vague_ago(m: re.Match[str]) -> Symbol:
    """ "Minutes ago": of an update, in the hour before its clock."""
    unit = {"moments": "second"}.get(m["u"].lower()) or words.singular(m["u"])
    clock = unit in words.UNITS and words.UNITS[unit][0].startswith("T")
    return Symbol("DATE", "PAST_REF", "shift", unit=unit) if clock else Symbol("DATE", "PAST_REF")


def _next_day(m: re.Match[str]) -> Symbol:
    step, part = {"next": 1, "following": 1, "previous": -1, "same": 0}[m["k"].lower()], m["u"].lower()
    clock = words.DAY_PARTS.get(part, "")
    return Symbol("TIME" if clock else "DATE", op="shift", base="date", amount=step, unit="day", clock=clock)


def _day_beside(m: re.Match[str]) -> Symbol:
    step = -1 if m["k"].lower() == "before" else 1
    return Symbol("DATE", op="shift", base="date", amount=step, unit=m["u"].lower())


def _same_day(m: re.Match[str]) -> Symbol | None:
    if before(m, 5) == "back ":
        return None  # "back in the day"
    clock = words.DAY_PARTS.get(m["u"].lower(), "")
    return Symbol("TIME" if clock else "DATE", op="shift", base="date", unit="day", clock=clock)


def _part_of_the_day(m: re.Match[str]) -> Symbol:
    return Symbol("TIME", op="shift", base="nearby", unit="day", clock=words.DAY_PARTS[m["d"].lower()])


def _early_hours(m: re.Match[str]) -> Symbol:
    back = -1 if "yesterday" in m[0].lower() else 0
    return Symbol("TIME", op="shift", base="account" if back else "nearby", amount=back, unit="day", clock="MO")


def _at_night(m: re.Match[str]) -> Symbol:
    return Symbol("SET", f"XXXX-XX-XXT{'DT' if m[0][:3].lower() == 'day' else 'NI'}")


def _overnight(m: re.Match[str]) -> Symbol | None:
    if before(m, 11).endswith(("almost ", "virtually ")):
        return None  # suddenly
    return Symbol("TIME", op="shift", base="nearby", amount=-1, unit="day", clock="NI")


_NEAR_UNIT = "week|month|year|quarter|decade|century|weekend|fortnight"

RULES = (
    rule("today, tonight, yesterday, tomorrow", "deictic,day part", _day_word,
         "(?:(?:early|late|earlier|later|(?:mid~)?(?P<f>morning|afternoon|evening)) )?",
         "(?P<w>today|tonight|yesterday|tomorrow|this (?P<d>{day_part})|last night)(?: (?P<e>{day_part}))?"),
    rule("the day before yesterday", "deictic", _two_days_off,
         "the day (?:after tomorrow|before yesterday)"),
    rule("the week before last", "unit", _two_units_off,
         "the (?P<u>week|weekend|month|year) (?:before last|after next)"),
    rule("now", "deictic", _present,
         "(?:now(?!-)|currently|nowadays|these days|at present|at the moment|right now|at this time|",
         "the present|present(?:-| )day(?= [a-zA-Z])|current(?= [a-z]))"),
    rule("recently", "deictic", _past,
         r"(?:recently|(?<!\bmost\s)recent(?= [a-z])|(?<=\bin\s)the past(?! \w{1,12} \w{1,9}s)|",
         r"the past(?= ?[.,;\"])|lately)"),
    rule("the future", "deictic", _future,
         r"(?:(?<=\bin\s)|(?<=\bfor\s))(?:near )?future|the (?:near )?future|",
         r"(?:(?<=will\s)|(?<=\bmay\s)|(?<=could\s)|(?<=\bto\s))soon|soon(?= will| to [a-z])|",
         "the (?:near|short|long) term|a later (?:date|time)"),
    rule("last, this, next unit", "unit", _unit_near,
         "(?P<p>{part})?(?P<k>last|next|this|this past|the current|current|the previous|previous|the following|",
         f"the same|that same|the very same|the coming|the past|the last|the next|that|the) (?P<u>{_NEAR_UNIT})",
         "(?! (?:ago|earlier|later|before|old))"),
    rule("amount ago, earlier, later", "unit", _ago,
         "(?P<a>{about})?(?:(?P<half>half an?|a half)~|(?P<n>{number}|an?|{vague})(?P<g>{half})? )",
         "(?P<u>{units}|{unit})(?P<h>{half})?(?: or (?:so|two|more))? ",
         "(?P<w>ago|earlier|before|later|after|from now|prior)(?! than)"),
    rule("units ago", "unit,deictic", _vague_ago,
         "(?:(?:just|only|mere|a few|few) )?(?P<u>moments|{units}) ago"),
    rule("the next day", "unit,day part", _next_day,
         "(?:early |late )?the (?P<k>next|following|previous|same) (?P<u>day|night|morning|evening|afternoon)"),
    rule("the day before", "unit", _day_beside,
         r"the (?P<u>day|week|month|year) (?P<k>before|after)(?=[.,;:)])"),
    rule("that day", "unit,day part", _same_day,
         "(?:(?:earlier|later|early|late) )?(?:on )?(?:that(?: same)?|in the(?= day)|the very same) ",
         "(?P<u>day|night|morning|evening|afternoon)"),
    rule("in the morning", "day part", _part_of_the_day,
         r"(?:(?<=\bin\s)|(?<=\bby\s)|(?<=into\s)|(?<=during\s))(?:the )?(?:early |late |mid~)?(?P<d>{day_part})",
         "(?! of )"),
    rule("early hours", "unit", _early_hours,
         "(?:the )?(?:early|small|wee) hours(?: of (?:the|this|that|yesterday) morning| of (?P<y>yesterday|today))?"),
    rule("at night", "day part", _at_night,
         r"(?<=\bat\s)night|night~?time|daytime|night(?=~(?:fighting|attacks?|raids?))"),
    rule("overnight", "day part", _overnight, "overnight"),
)  # fmt: skip
