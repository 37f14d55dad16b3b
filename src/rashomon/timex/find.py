"""Where a text speaks of time: the leftmost of all matches, and of those the longest."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rashomon.timex import calendar_rules, length_rules, relative_rules
from rashomon.timex.rule import Rule
from rashomon.timex.symbol import Symbol
from rashomon.types import Span

RULES: tuple[Rule, ...] = calendar_rules.RULES + relative_rules.RULES + length_rules.RULES

# Few words of a text begin like this; rules are tried near these only.
_TRIGGERS = {
    "month": "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec(?!ade)",
    "weekday": "mon(?!th)|tue|wed|thu|fri|sat|sun",
    "deictic": "today|tonight|yesterday|tomorrow|now|current|these days|recent|past|lately|previous|future|present|"
    "moment|at this time",
    "day part": "morning|afternoon|evening|night",
    "season": "spring|summer|fall|autumn|winter",
    "unit": "second|minute|hour|day|week|fortnight|month|quarter|year|decade|centur",
    "half": "half",
    "decade": "(?:twen|thir|for|fif|six|seven|eigh|nine)ties",
    "year words": "nineteen|thousand",
    "holiday": "christmas|new year|halloween|independence|valentine|may day|boxing",
    "often": "daily|nightly|monthly|annually|hourly|every|each|weekly|yearly",
    "noon": "noon|midnight|midday",
    "digit": r"\d",
}
_TRIGGER = re.compile(
    r"\b(?:" + "|".join(f"(?P<g{i}>{words})" for i, words in enumerate(_TRIGGERS.values())) + ")", re.IGNORECASE
)
_CLASSES = {f"g{i}": name for i, name in enumerate(_TRIGGERS)}
_REACH = 100  # characters: no rule looks further from its trigger than this


@dataclass(frozen=True, slots=True)
class Hit:
    """A time expression: where it stands, the name of the rule that read it, and what it says."""

    span: Span
    rule: str
    symbol: Symbol


def find(text: str) -> list[Hit]:
    """Every time expression of *text*, in order, none overlapping another. Takes time linear in the text."""
    windows = _windows(text)
    matches = []
    for order, rule in enumerate(RULES):
        for low, high in _joined(windows, rule.triggers):
            for m in rule.pattern.finditer(text, low, high):
                matches.append((m.start(), -m.end(), order, m, rule))
    matches.sort(key=lambda found: found[:3])
    hits, done = [], 0
    for begin, minus_end, _, match, rule in matches:
        if begin >= done and -minus_end > begin:
            symbol = rule.read(match)
            if symbol:
                done = -minus_end
                hits.append(Hit(Span(begin, done), rule.name, symbol))
    return hits


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
