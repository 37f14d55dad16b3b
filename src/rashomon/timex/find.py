"""Where a text speaks of time: the leftmost of all matches, and of those the longest."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from rashomon.letters import plain_letters
from rashomon.timex import (
    calendar,
    calendar_rules,
    clock_rules,
    fiscal_rules,
    holiday_rules,
    length_rules,
    period_rules,
    range_rules,
    relative_rules,
    weekday_rules,
    words,
)
from rashomon.timex.rule import Rule
from rashomon.timex.symbol import Symbol
from rashomon.types import Span

RULES: tuple[Rule, ...] = (
    *holiday_rules.RULES,
    *calendar_rules.RULES,
    *period_rules.RULES,
    *range_rules.RULES,
    *weekday_rules.RULES,
    *relative_rules.RULES,
    *fiscal_rules.RULES,
    *length_rules.RULES,
    *clock_rules.RULES,
)

_BY_TRIGGERS: dict[tuple[str, ...], list[tuple[int, Rule]]] = defaultdict(list)
for _order, _rule in enumerate(RULES):
    _BY_TRIGGERS[_rule.triggers].append((_order, _rule))

# Few words of a text begin like this; rules are tried near these only.
_TRIGGERS = {
    "month": "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec(?!ade)",
    "weekday": "mon(?!th)|tue|wed|thu|fri|sat|sun",
    "deictic": "soon|term|later|today|tonight|yesterday|tomorrow|now|current|these days|recent|past|lately|"
    "previous|future|present|moment|at this time",
    "day part": "morning|afternoon|evening|night|overnight|daytime",
    "season": "spring|summer|fall|autumn|winter",
    "unit": "second|minute|hour|day|week|fortnight|month|quarter|year|decade|centur",
    "half": "half",
    "quarter code": r"(?-i:[QH][1-4]|[1-4]Q|FY)",
    "decade": "(?:twen|thir|for|fif|six|seven|eigh|nine)ties",
    "year words": "nineteen|thousand",
    "holiday": words.FRAGMENTS["holiday"],
    "often": "daily|nightly|monthly|annually|hourly|every|each|weekly|yearly",
    "noon": f"noon|midnight|midday|{words.FRAGMENTS['turn']}",
    "digit": r"\d",
}
_TRIGGER = re.compile(
    r"\b(?:" + "|".join(f"(?P<g{i}>{words})" for i, words in enumerate(_TRIGGERS.values())) + ")", re.IGNORECASE
)
_CLASSES = {f"g{i}": name for i, name in enumerate(_TRIGGERS)}
_MONTH_OR_DAY = re.compile(r"XXXX-(?:\d\d(?:-\d\d)?|SP|SU|FA|WI)")
_DAY_FORM = re.compile(r"(?:XXXX|\d{4})-\d\d-\d\d")
_JOINT = re.compile(r"\s{0,3}(?:-|–|—|to|and|or|until|till|through)\s{0,3}(?:the\s)?")
_YEARS_AGO = re.compile(
    r",\s|\s(?!(?:[\w’'-]+\s){0,6}(?:that|as|than|and|but|from|to|said|says)\s)(?:[\w’'-]{1,15}\s){0,6}"
)
_HEADS_SENTENCE = re.compile(r"(?:^|[.!?”\"]\s{1,3}|\n)(?:But |And |Back )?[Ii]n\s{1,3}$")
_SENTENCE_END = re.compile(r"(?<![A-Z])[.!?][”\"]?\s|\n")
_DAYS_END = r"(?:[.;,)](?!\d)|\s(?:in|at|of|the|that|which|when|to|were|was|will|by|for|with|after|as)\b)"
_SECOND_DAY = re.compile(
    rf"(?:\s{{1,3}}(?:and|or)\s{{1,3}}(?P<all>(?P<d>\d{{1,2}})(?:st|nd|rd|th)?)(?={_DAYS_END})"
    rf"|,\s(?P<listed>\d{{1,2}})(?=(?:,\s\d{{1,2}}){{0,3}},?\s(?:and|or)\s\d{{1,2}}{_DAYS_END}))"
)
_BEFORE_DAY = re.compile(
    r"\s?[(/]|(?:\)|\s?\([^()\n]{1,24}\))?,?\s{1,3}"
    r"(?:on\s|of\s|late\s|early\s|(?:local|[A-Z][a-z]{2,12}) time,?\s(?:on\s)?)?"
)
_AFTER_DAY = re.compile(r",?\s{1,3}(?:at\s|around\s|about\s|by\s|just\s|shortly\s|before\s|after\s){0,3}")
_UNTITLED = re.compile(r"\s[^A-Z\d]")  # a word that no title would write small
_UNNAMED = frozenset({"unit", "deictic", "day part", "weekday"})
_QUOTED = re.compile(r"(?:[\"“‘]|``|''|(?<![\w’'])['’])(?P<title>(?!(?:On|By) )(?:[A-Z][\w’'-]{0,20}\s){0,3})$")
_WESTERNMOST, _EASTERNMOST = -12, 14  # hours ahead of UTC
_NETWORK = re.compile(r"\b[A-Z]\w+['’]s\s$")  # "told ABC's This Week"
_REACH = 100  # characters: no rule looks further from its trigger than this


@dataclass(frozen=True, slots=True)
class Hit:
    """A time expression: where it stands, the name of the rule that read it, and what it says."""

    span: Span
    rule: str
    symbol: Symbol


def find(text: str) -> list[Hit]:
    """Every time expression of *text*, in order, none overlapping another. Takes time linear in the text."""
    return list(_found(plain_letters(text)))


@lru_cache(maxsize=512)  # the paragraphs of an account: its date is looked for in them before its times are read
def _found(text: str) -> list[Hit]:
    windows = _windows(text)
    matches = []
    for triggers, rules in _BY_TRIGGERS.items():
        for low, high in _joined(windows, triggers):
            for order, rule in rules:
                matches += [(m.start(), -m.end(), order, m, rule) for m in rule.pattern.finditer(text, low, high)]
    matches.sort(key=lambda found: found[:3])
    hits, done = [], 0
    for begin, minus_end, _, match, rule in matches:
        if begin >= done and -minus_end > begin:
            symbol = None if _is_title(match, rule) else rule.read(match)
            if symbol:
                done = -minus_end
                hits.append(Hit(Span(begin, done), rule.name, symbol))
    return _with_days(text, _with_second_days(text, _with_lent_years(text, hits)))


def _is_title(match: re.Match[str], rule: Rule) -> bool:
    """True for words of a title in quotation marks: "This Week", "Last Week Tonight"."""
    if not match[0][0].isupper() or _UNTITLED.search(match[0]) or not _UNNAMED.intersection(rule.triggers):
        return False
    ahead = match.string[max(0, match.start() - _REACH) : match.start()]
    opened, several = _QUOTED.search(ahead), " " in match[0]
    return bool((opened and (opened["title"] or several)) or (several and _NETWORK.search(ahead)))


def _with_lent_years(text: str, hits: list[Hit]) -> list[Hit]:
    """In "from May 15 to August 16, 1988" the first date has the year of the second, or the year before it; a season
    is one with its year ("the winter of nineteen ninety-four"); "on May 15 in Sella two years ago" is of that year.
    """
    for i in range(len(hits) - 2, -1, -1):
        first, second = hits[i].symbol, hits[i + 1].symbol
        undated = second.op == "nearest" and _MONTH_OR_DAY.fullmatch(second.form) and not second.weekday
        apart = _SENTENCE_END.search(text, hits[i].span.end, hits[i + 1].span.begin)
        if undated and not apart and _heads_sentence(text, hits[i]):
            of_year = replace(second, op="fixed", form=f"{first.form}{second.form[4:]}", toward="")
            hits[i + 1] = Hit(hits[i + 1].span, hits[i + 1].rule, of_year)
            continue
        if first.op != "nearest" or not _MONTH_OR_DAY.fullmatch(first.form):
            continue
        if _is_years_ago(second) and _YEARS_AGO.fullmatch(text, hits[i].span.end, hits[i + 1].span.begin):
            of_then = replace(first, op="year", amount=second.amount, toward="", weekday=0, unit="")
            hits[i] = Hit(hits[i].span, hits[i].rule, of_then)
        if second.op != "fixed":
            continue
        of = text[hits[i].span.end : hits[i + 1].span.begin].split() == ["of"]
        if of and len(first.form) == len("XXXX-WI") and calendar.granularity(second.form) == "year":
            season = replace(first, op="fixed", form=f"{second.form}{first.form[4:]}", toward="")
            hits[i : i + 2] = [Hit(Span(hits[i].span.begin, hits[i + 1].span.end), hits[i].rule, season)]
            continue
        dated = calendar.granularity(second.form) in ("month", "day", "season")
        if dated and _JOINT.fullmatch(text, hits[i].span.end, hits[i + 1].span.begin):
            turns = first.form[5:7].isdigit() and first.form[4:] > second.form[4:]
            year = int(second.form[:4]) - turns
            lent = replace(first, op="fixed", form=f"{year:04d}{first.form[4:]}", toward="", weekday=0)
            hits[i] = Hit(hits[i].span, hits[i].rule, lent)
    return hits


def _heads_sentence(text: str, hit: Hit) -> bool:
    """True for the year of "In 2014 the bridge was opened in May"."""
    year = hit.symbol.op == "fixed" and calendar.granularity(hit.symbol.form) == "year"
    return year and _HEADS_SENTENCE.search(text, max(0, hit.span.begin - _REACH), hit.span.begin) is not None


def _is_years_ago(symbol: Symbol) -> bool:
    return (
        symbol.op == "shift" and symbol.unit == "year" and symbol.amount < 0 and symbol.base in ("account", "quarter")
    )


def _with_second_days(text: str, hits: list[Hit]) -> list[Hit]:
    """In "May 4 and 5" the second number is a day too, and in "May 4, 5 and 6" the second and third."""
    found = []
    for hit in hits:
        found.append(hit)
        while another := _second_day(text, found[-1]):
            found.append(another)
    return found


def _second_day(text: str, hit: Hit) -> Hit | None:
    form = hit.symbol.form
    if not _DAY_FORM.fullmatch(form) or hit.symbol.clock or not text[hit.span.end - 1].isdigit():
        return None
    second = _SECOND_DAY.match(text, hit.span.end)
    day = int(second["d"] or second["listed"]) if second else 0
    if second is None or not int(form[-2:]) < day <= 31:
        return None
    symbol = replace(hit.symbol, form=f"{form[:-2]}{day:02d}", weekday=0)
    known = symbol.op != "fixed" or calendar.interval(symbol.form)
    return Hit(Span(*second.span("all" if second["d"] else "listed")), hit.rule, symbol) if known else None


def _with_days(text: str, hits: list[Hit]) -> list[Hit]:
    """A clock time has the day beside it: "at 5 p.m. (1700 GMT) on Friday", "on 3 May 2014, at about 5 p.m."."""
    bare = [h.symbol.base == "nearby" and bool(h.symbol.clock) and not h.symbol.amount for h in hits]
    for steps, joint in ((range(len(hits) - 2, -1, -1), _BEFORE_DAY), (range(1, len(hits)), _AFTER_DAY)):
        for i in (i for i in steps if bare[i] and hits[i].symbol.base == "nearby"):
            beside = i + 1 if joint is _BEFORE_DAY else i - 1
            left, right = sorted((hits[i].span, hits[beside].span))
            clock, day = hits[i].symbol, hits[beside].symbol
            of_its_own = day.clock and not bare[beside]  # "6 a.m. (2100 GMT Monday)" is on Tuesday
            if not of_its_own and _names_day(day) and joint.fullmatch(text, left.end, right.begin):
                named = replace(day, type="TIME", clock=clock.clock, zone=clock.zone)
                hits[i] = Hit(hits[i].span, hits[i].rule, named)
    for i, (here, there) in enumerate(pairwise(hits), 1):
        turn = _turn(here.symbol, there.symbol) if text[here.span.end : there.span.begin].strip() == "(" else 0
        if turn and bare[i]:
            on = Symbol("TIME", op="shift", base="date", amount=turn, unit="day", clock=there.symbol.clock, zone="GMT")
            hits[i] = Hit(there.span, there.rule, on)
    return hits


def _turn(local: Symbol, universal: Symbol) -> int:
    """Days from the day of a local time to that of the same moment in UTC: -1 for "6 a.m. (2100 GMT)"."""
    if ":" not in local.clock or ":" not in universal.clock or universal.zone not in ("GMT", "UTC"):
        return 0
    (hour, minute), (there, past) = (map(int, s.clock.split(":")) for s in (local, universal))
    ahead = hour - there + (minute - past) / 60
    return -1 if ahead < _WESTERNMOST else 1 if ahead > _EASTERNMOST else 0


def _names_day(symbol: Symbol) -> bool:
    """True for a day, with a clock time or without; not for one that leans on another itself."""
    if symbol.base != "account" or symbol.type not in ("DATE", "TIME") or symbol.clock.isalpha():
        return False
    if symbol.op == "shift":
        return symbol.unit == "day"
    return bool(_DAY_FORM.fullmatch(symbol.form)) or symbol.form.startswith("XXXX-WXX-")


def _windows(text: str) -> Mapping[str, list[tuple[int, int]]]:
    """Per class of trigger the stretches of text within reach of one, in order, not overlapping."""
    windows: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for m in _TRIGGER.finditer(text):
        spans = windows[_CLASSES[m.lastgroup or ""]]
        low, high = max(0, m.start() - _REACH), m.end() + _REACH
        if spans and low <= spans[-1][1]:
            spans[-1] = (spans[-1][0], high)
        else:
            spans.append((low, high))
    return windows


def _joined(windows: Mapping[str, list[tuple[int, int]]], triggers: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """The windows of several classes as one list of stretches."""
    if len(triggers) == 1:
        yield from windows.get(triggers[0], ())
        return
    low = high = -1
    for begin, end in sorted(span for trigger in triggers for span in windows.get(trigger, ())):
        if begin > high:
            if high >= 0:
                yield low, high
            low = begin
        high = max(high, end)
    if high >= 0:
        yield low, high
