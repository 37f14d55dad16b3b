"""Rules for weekdays: "on Friday", "late Friday night", "last Sunday", "Wednesday of last week"."""

import re

from rashomon.timex import weekdays, words
from rashomon.timex.rule import after, before, rule
from rashomon.timex.symbol import Symbol
from rashomon.timex.words import squeeze

_STRICT = {"last": "last", "this past": "last", "next": "next", "this coming": "next", "this": "", "coming": "next"}
# "Bloody Sunday", and what of "Good Friday" is left where that is no day; "the Sunday Times".
_NAMED_DAY = re.compile(
    r"\b(?:good|black|bloody|holy|ash|palm|easter|maundy|shrove|fat|whit|remembrance|super|cyber|giving|red|blue|man) $"
)
_PAPER = re.compile(
    r" (?:Times|Telegraph|Mirror|Express|Mail|Post|Herald|Star|World|Sun|Independent|Morning Herald|Night Live|Night "
    r"Football|Tribune|Business Post|Magazine|Club)\b"
)


def _weekday(m: re.Match[str]) -> Symbol | None:
    if _NAMED_DAY.search(before(m, 14)) or _PAPER.match(after(m, 20)):
        return None
    step = squeeze(m["k"] or "")
    form = f"XXXX-WXX-{words.weekday(m['w'])}"
    part = "MO" if " hours " in m[0] else words.DAY_PARTS[m["d"].lower()] if m["d"] else ""
    kind = "TIME" if part else "DATE"
    if step in ("the following", "the previous"):
        return Symbol(kind, form, "nearest", "date", toward="next" if step == "the following" else "last", clock=part)
    toward = _STRICT.get(step, "") or weekdays.direction(m.string, m.start(), m.end())
    mod = words.MODIFIERS.get(step, "")
    return Symbol(kind, form, "nearest", toward=toward, clock=part, mod=mod)


def _weekday_of_week(m: re.Match[str]) -> Symbol:
    """ "Wednesday of last week"; "a week ago Wednesday", which is of the last one too."""
    step, part = {"this": 0, "next": 1}.get((m["k"] or "").lower(), -1), m["d"] or m["e"]
    clock = words.DAY_PARTS[part.lower()] if part else ""
    weekday = words.weekday(m["w"] or m["v"])
    return Symbol("TIME" if clock else "DATE", op="shift", amount=step, unit="week", weekday=weekday, clock=clock)


RULES = (
    rule("weekday", "weekday", _weekday,
         "(?:(?P<k>last|next|this|this past|this coming|the following|the previous|early|late|earlier|later) ",
         "(?:on )?)?",
         "(?-i:(?=[A-Z]))(?P<w>{weekday})(?: (?:in the )?(?P<d>{day_part}))?"),
    rule("early hours of a weekday", "weekday", _weekday,
         "(?:the )?(?:early|small|wee)(?P<k>)(?: (?P<d>morning))? hours (?:of |on )?",
         "(?-i:(?=[A-Z]))(?P<w>{weekday})(?: (?:morning|night))?"),
    rule("weekday of a week", "weekday", _weekday_of_week,
         "(?-i:(?=[A-Z]))(?P<w>{weekday})(?: (?P<d>{day_part}))? (?:of |in )?(?P<k>this|last|next) week",
         "|a week ago (?:on )?(?-i:(?=[A-Z]))(?P<v>{weekday})(?: (?P<e>{day_part}))?"),
    rule("weekday and part of the day", "weekday", _weekday,
         "(?P<k>(?:early|late)(?= on ))?(?: on )?(?-i:(?=[A-Z]))(?P<w>{weekday})~(?P<d>{day_part})"),
)  # fmt: skip
