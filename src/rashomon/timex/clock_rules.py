"""Rules for the clock: "5:40 p.m. (1440 GMT) on Friday", "four o'clock in the morning", noon."""

import re

from rashomon.timex import tense, weekdays, words
from rashomon.timex.range_rules import exists
from rashomon.timex.rule import after, rule
from rashomon.timex.symbol import Symbol
from rashomon.timex.words import squeeze


def _on_day(clock: str, day: str | None, m: re.Match[str], zone: str = "") -> Symbol:
    """A clock time on the day named beside it, else on the last day named if that is near, else the account's."""
    said = (day or "").lower()
    if said in words.WEEKDAYS:
        toward = weekdays.direction(m.string, m.start(), m.end())
        return Symbol("TIME", f"XXXX-WXX-{words.WEEKDAYS[said]}", "nearest", toward=toward, clock=clock, zone=zone)
    if said:
        amount = {"yesterday": -1, "today": 0, "tomorrow": 1}[said]
        return Symbol("TIME", op="shift", amount=amount, unit="day", clock=clock, zone=zone)
    return Symbol("TIME", op="shift", base="nearby", unit="day", clock=clock, zone=zone)


def _clock(m: re.Match[str]) -> Symbol | None:
    hour, minute, half = int(m["h"]), int(m["m"] or 0), (m["p"] or "").lower()
    if hour > 24 or minute > 59 or (half and hour > 12):
        return None
    if half.startswith("p") and hour < 12:
        hour += 12
    if half.startswith("a") and hour == 12:
        hour = 0
    clock, zone = f"{hour:02d}:{minute:02d}", _zone(m["z"] or m["zd"])
    if m["mn"]:
        year, month, day = m["yn"] or "XXXX", words.month(m["mn"]), int(m["dn"])
        form = f"{year}-{month:02d}-{day:02d}"
        if not exists(year, month, day):
            return None
        if m["yn"]:
            return Symbol("TIME", form, clock=clock, zone=zone)
        toward = tense.of_date(m.string, m.start(), m.end())
        return Symbol("TIME", form, "nearest", toward=toward, clock=clock, zone=zone)
    return _on_day(clock, m["d"], m, zone)


def _hour_of_part(m: re.Match[str]) -> Symbol | None:
    """ "At 4 in the morning", "ten o'clock at night"."""
    hour, part = int(words.number(m["h"]) or 0), m["p"].lower()
    if not 1 <= hour <= 12:
        return None
    early = part == "morning" or (part == "night" and (hour < _NIGHT or hour == 12))
    return _on_day(f"{hour % 12 + (0 if early else 12):02d}:00", m["d"], m)


def _zone(said: str | None) -> str:
    return squeeze(said or "").replace(" ", "_").upper()


def _noon(m: re.Match[str]) -> Symbol | None:
    if m["c"][0].isupper() and after(m, 2)[1:].isupper():
        return None  # "the Midnight Crew"
    return _on_day("24:00" if m["c"].lower() == "midnight" else "12:00", m["d"], m)


def _turn_of_day(m: re.Match[str]) -> Symbol:
    return Symbol("TIME", op="shift", base="nearby", unit="day", clock=words.TURNS_OF_DAY[m["t"].lower()])


_NIGHT = 6  # "five at night" is in the morning
_AFTER = "|".join(rf"(?<=\b{word}\s)" for word in "at by from around about after before until till since".split())
_YEAR = "(?:,? (?P<yn>(?:1[89]|20)[0-9][0-9])(?![0-9:]))?"
_DAY = (
    "(?:,? (?:on )?(?:(?P<d>{weekday}|yesterday|today|tomorrow)(?P<zd>{zone})?|"
    f"(?P<mn>{{month}}) (?P<dn>[0-3]?[0-9])(?![0-9:]){_YEAR}))?"
)

RULES = (
    rule("clock with a.m. or p.m.", "digit", _clock,
         r"(?P<h>\d{1,2})(?:(?::|\.)(?P<m>\d\d))?(?::\d\d)? ?(?P<p>[ap]\. ?m\.|[ap]m\b)(?P<z>{zone})?", _DAY),
    rule("clock with a zone or a day", "digit", _clock,
         r"(?P<p>)(?P<h>\d{1,2}):(?P<m>\d\d)(?::\d\d)?(?:(?P<z>{zone})", _DAY, r"|(?= on\b))"),
    rule("clock with a stop and a zone", "digit", _clock,
         r"(?P<p>)(?P<h>[0-2]?\d)\.(?P<m>[0-5]\d)(?P<z>{zone})", _DAY),
    rule("clock after at", "digit", _clock,
         f"(?:{_AFTER})", r"(?P<p>)(?P<z>)(?P<h>[0-2]?\d):(?P<m>[0-5]\d)(?: ?(?:hrs?\b|hours\b|h\b))?(?!:|\d)", _DAY),
    rule("clock with hours", "digit", _clock,
         r"(?P<p>)(?P<z>)(?P<h>[0-2]?\d):(?P<m>[0-5]\d) ?(?:hrs?|hours)(?=\W)", _DAY),
    rule("hour and part of the day", "day part", _hour_of_part,
         f"(?:{_AFTER}|(?=\\S{{1,10}} o['’]clock))", "(?P<h>{number})(?: o['’]clock)? ",
         "(?:in the (?=morning|afternoon|evening)|at (?=night))(?P<p>{day_part})(?:,? (?:on )?(?P<d>{weekday}))?"),
    rule("clock of four digits", "digit", _clock,
         r"(?P<p>)(?P<h>[0-2]\d)(?P<m>[0-5]\d)(?: ?h(?:ou)?rs)?(?P<z>{zone})", _DAY),
    rule("noon, midnight", "noon", _noon, "(?P<c>midnight|noon|midday)(?: (?:on )?(?P<d>{weekday}))?",
         "(?! (?:black|blue|cherry|green|purple|sun|snack|oil)\\b)"),
    rule("dawn, dusk", "noon", _turn_of_day, f"(?:{_AFTER})", "(?P<t>{turn})(?! of (?!the day))"),
)  # fmt: skip
