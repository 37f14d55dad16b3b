"""Rules for days of the calendar that have a name: Christmas Eve, Good Friday, Thanksgiving, Ramadan."""

import re

from rashomon.timex import holidays, tense, words
from rashomon.timex.rule import after, rule
from rashomon.timex.symbol import Symbol
from rashomon.timex.words import squeeze

_FORMS = {squeeze(name): form for name, form in words.HOLIDAYS.items()}
_STEPS = {"last": "last", "this past": "last", "next": "next", "this coming": "next", "this": "this"}
_WEEKENDS = {"EASTER": ("-2", "+1"), "MO": ("-2", ""), "TH": ("", "+3")}  # days free before and after the day itself
# What bears the name of a day is not on it: "the Christmas market", "Easter Island", "the Good Friday Agreement".
_THINGS = re.compile(
    r" (?-i:[A-Z])|[ -](?:tree|market|card|carol|gift|present|song|album|single|movie|film|special|light|decoration|"
    r"jumper|sweater|stocking|cracker|pudding|cake|turkey|egg|bunny|costume|candy|party|deal|sale|shopping|shopper|bonus|"
    r"spirit|story|season)e?s?\b",
    re.IGNORECASE,
)
_WHEN = re.compile(rf" (?:{words.any_of(w for w in words.WEEKDAYS if w.endswith('day'))})\b", re.IGNORECASE)
# Another's feast ("Orthodox Easter", "Karsa's Independence Day"), or one's name ("Tariq Ramadan", "Johnnie Christmas").
_OTHERS = re.compile(
    r"\b(?:Orthodox|Coptic|Eastern|Julian|Ethiopian|Russian|Chinese|Lunar|Jewish|Islamic|Persian|Hindu|Thai|Tamil|"
    r"Canadian)\s{1,4}$"
)
_OWNER = re.compile(r"(?:['’]s?|\b(?!On |The |This |Last |Next |Every |U\.S\. |American )[A-Z][\w-]*)\s{1,4}$")
_BEARER = re.compile(r"\b(?P<w>[A-Z][\w-]*)\s{1,4}$")
_OPENERS = frozenset(
    """on before after during since over at by until till this last next every each early late for in from through
    between and or around about the that when as while come with of like""".split()
)


def _holiday(m: re.Match[str]) -> Symbol | None:
    ahead = m.string[max(0, m.start() - 24) : m.start()]
    bearer = None if " " in m["h"] or m["k"] else _BEARER.search(ahead)
    if _OTHERS.search(ahead) or (bearer and bearer["w"].lower() not in _OPENERS):
        return None
    if m["h"].startswith("Independence") and _OWNER.search(ahead):
        return None
    if _THINGS.match(after(m, 16)) and not _WHEN.match(after(m, 12)):
        return None
    form = f"XXXX-{_FORMS[squeeze(m['h']).replace(chr(39), '')]}".replace("/", "/XXXX-")
    if m["e"] and re.fullmatch(r"XXXX-(?:EASTER|\d\d-\w\w\d?)", form):
        before, later = _WEEKENDS.get(re.sub(r"[^A-Z]", "", form[4:]), ("-3", "+3"))
        form = f"{form}{before}/{form}{later}"
    clock = words.DAY_PARTS[m["d"].lower()] if m["d"] else ""
    kind = "TIME" if clock else "DATE"
    if m["y"] or m["b"]:  # "the 2015 New Year's Eve", "Easter 2016"
        try:
            return Symbol(kind, holidays.in_year(form, int(m["y"] or m["b"])), clock=clock)
        except ValueError:
            return None
    toward = _STEPS.get(squeeze(m["k"] or "")) or tense.of_date(m.string, m.start(), m.end())
    return Symbol(kind, form, "nearest", unit="holiday", toward=toward, clock=clock)


RULES = (
    rule("holiday", "holiday,month", _holiday,  # "May Day", "Martin Luther King Day"
         "(?:(?P<k>last|next|this|this past|this coming) |(?P<b>{year}) )?(?P<h>{holiday})",
         "(?:(?P<e> weekend)| (?P<d>{day_part}))?(?:,? (?:of |in )?(?P<y>{year}))?"),
)  # fmt: skip
