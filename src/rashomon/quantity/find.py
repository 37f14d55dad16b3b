"""Where a text gives a quantity, and the closed interval of values that its words allow."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.common_nouns import HUMANS, singular
from rashomon.letters import plain_letters
from rashomon.quantity import words
from rashomon.quantity.words import squeeze
from rashomon.types import Span


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity: its words with their approximator, [low, high] (`high` may be math.inf) and its unit.

    `unit` is "" for a count, else percent, a currency code (ISO 4217), a measure in the singular ("kilometre"), or year
    for an age.
    """

    span: Span
    low: float
    high: float
    unit: str


_PERCENT = r"(?:\s?%|[\s-]?per\s?cent\b|\s{1,3}percentage\s{1,3}points?\b)"
_SIGN = (
    r"(?:(?-i:(?:US|HK|NZ)\s?\$|\$US|(?:USD|AU|CA|C|A)\$)|USD|GB\s?[£#]|[$£€¥₹₽₺₪₴₩]|"
    r"(?<!\w)euros?(?=\d)|(?<!\w)dlrs?(?=\s\d)|"
    r"(?<!\w)#(?=\s?[\d.]{1,9}\s(?:m|b)illion)|EUR|GBP)"
)
_MONEY_WORD = rf"(?:\s{{1,3}}|-)(?:{words.any_of(words.NATIONAL_CURRENCIES)}|{words.any_of(words.CURRENCY_WORDS)})s?\b"
_CODE = r"\s?\(?(?:USD|EUR|GBP)\b\)?"
_PER = r"(?:/|\s?per\s)(?P<per>hour|h|second|s|minute)(?!\w)"
_WEIGHED = re.compile(  # "pounds" that are no money
    r"\s(?:of\s(?!debts?|damages?|aid|invest|cash|money|goods|fund|saving|taxpayer)[a-z]|\([\d.,]{1,9}\s?(?:kg|kilo|metric|ton))"
)
_MEASURE = rf"{words.any_of(words.MEASURES)}s?(?:{_PER.replace('?P<per>', '?:')}|(?!\w))"
_APPROXIMATOR = rf"(?:{words.any_of(words.BOUNDS)}\s{{1,4}}(?:the\s(?=[$£€\d]))?)"
# Joined to a number by a hyphen they are what it counts: "a 15-member council".
_COUNTED = (
    "strong|member|man|person|inch|foot|mile|stage|seat|story|storey|car|vehicle|nation|country|point|party|page|"
    "magnitude|strength"
)
_QUANTITY = re.compile(
    rf"(?<![\w.,/:+'’-])(?P<approx>{_APPROXIMATOR}{{0,2}})(?P<between>between\s{{1,4}})?"
    rf"(?P<sign>{_SIGN}\s?)?(?P<n1>{words.NUMBER})"
    rf"(?:(?P<percent>{_PERCENT})?\s?(?P<joint>-|–|—|\bto\b|\band\b|\bor\b)\s?(?P<sign2>{_SIGN}\s?)?(?P<n2>{words.NUMBER}))?"
    rf"(?P<unit>{_PERCENT}|{_CODE}|{_MONEY_WORD}|-?{_MEASURE})?(?P<more>\+|\s{{1,3}}or\s(?:more|so|less|fewer)\b)?"
    rf"(?![\w/]|[.,+:]\d|-(?!(?:{_COUNTED}|k)\b|(?:an?|per)-[a-z])\w|['’]s\b)",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    rf"(?<![\w-])(?P<approx>{_APPROXIMATOR}?)(?P<vague>{words.any_of(words.VAGUE)})"
    r"(?:\s{1,3}of(?!\s{1,3}(?:them|those|these|the|his|her|its|their)\b))?(?![\w-])",
    re.IGNORECASE,
)
_PAID = re.compile(_MONEY_WORD, re.IGNORECASE)  # after "millions of"
_FRACTION = re.compile(
    rf"(?<![\w-])(?<!first\s)(?<!second\s)(?:between\s{{1,3}})?(?P<approx>{_APPROXIMATOR}?)"
    rf"(?P<fraction>{words.any_of(words.FRACTIONS)})(?:\s{{1,3}}(?:and|to)\s{{1,3}}(?P<upper>{words.any_of(words.FRACTIONS)}))?"
    r"(?=\s{1,3}(?:of\b|the\b)|(?<=third)\s{0,3}[.,;])",
    re.IGNORECASE,
)
_AGE = re.compile(
    rf"(?<![\w.,/:-])(?P<age>{words.NUMBER})(?=[\s-]years?[\s-]olds?\b)|(?<=\baged\s)(?P<aged>\d{{1,3}})\b"
    r"|(?<=\bage\sof\s)(?P<of>\d{1,3})\b|(?<=[a-z],\s)(?P<comma>\d{1,2})(?=,\s)|(?<=,\sboth\s)(?P<both>\d{1,2})(?=[,.;])"
    rf"|(?<=[a-z],\s)(?P<worded>{words.ONE_WORD})(?=(?:,|\.|\sand\s(?-i:[A-Z])))",
    re.IGNORECASE,
)
_VERSION = re.compile(r"\s(?:firmware|update|version|release)\b", re.IGNORECASE)
_WEIGHS = re.compile(r"\bweigh[a-z]{0,3}\s$", re.IGNORECASE)
_FINED = re.compile(r"\s(?:fine|bill|reward|note|bonus|fee|bet|debt|cheque)s?\b")  # after "a 500-pound"
_OF_AGE = re.compile(r"\b(over|above|under|below)\s(?:the\s)?age\sof\s$", re.IGNORECASE)
_SHARE = re.compile(
    rf"(?<![\w-])(?P<approx>{_APPROXIMATOR}?)(?P<part>one|two|three|four|nine)\s(?:in|out\sof)\s(?:every\s)?"
    rf"(?P<whole>{words.NUMBER})(?=\s[a-z]|[.,;])",
    re.IGNORECASE,
)
_UNIT_AFTER = re.compile(rf"\s{{1,3}}(?P<measure>{_MEASURE})", re.IGNORECASE)
# Three groups of digits or more: a telephone number, an account, a score line.
_DIGIT_GROUPS = re.compile(r"(?<![\w.,$£€])(?:\+?\d{1,5}(?:[ -]\d{2,5}){2,6}|\d{3}[ -]\d{4})(?![\w,])")
_LIST_MARKER = re.compile(r"(?:^|\n)[ \t]{0,20}\(?$")
_PERSON_AFTER = re.compile(r"\s{1,3}(?:[a-z]{2,20}ed\s)?(?P<noun>[a-z-]{3,20})\b")
_ANYBODY = frozenset({"people", "victim", "other", "hundred", "dead", "death"})
# "only one boat".
_ANY_THING = re.compile(
    r"\s{1,3}(?!(?:of|to|that|who|which|in|at|on|and|or|can|could|will|would|has|is|was)\b)[a-z]{3}"
)
_NAME_BEFORE = re.compile(r"(?P<word>[A-Z][\w&'’.-]{0,30})\s$")
_PLACE_BEFORE = re.compile(r"\b(?:[Ii]n|[Nn]ear|[Oo]utside|[Aa]round|[Aa]t|[Aa]cross)\s(?:[A-Z][\w’'-]{1,30}\s){1,3}$")
# Words that begin a sentence, or join names, with a capital and name nothing.
_NO_NAME = frozenset(
    "in at on of the a an and or but for from with by to about over nearly almost some only all another just as after "
    "before since when while if his her its their these those that this there they we he she it no not more less "
    "between police officials least most up around both what who also than including among".split()
)
_NUMBERED = re.compile(
    r"\b(?:version|number|no\.|nos\.|chapter|page|line|flight|route|room|section|article|level|channel|model|highway|gate|"
    r"platform|phase|part|type|class|terminal|unit|ward|block|district|area|zone|camp|pier|sector|building|exit|interstate|"
    r"resolution|season|episode|update|volume|figure|table|appendix)\s$",
    re.IGNORECASE,
)
_CODE_UNIT = "code"
_MORE = {"more": "at least", "so": "about", "less": "at most", "fewer": "at most"}


def find(text: str) -> list[Amount]:
    """Every quantity of *text*, in order, none overlapping another. Takes time linear in the text.

    Numbers inside times are quantities here; the annotator drops them.
    """
    text = plain_letters(text)
    codes = [Amount(Span(m.start(), m.end()), 0, 0, _CODE_UNIT) for m in _DIGIT_GROUPS.finditer(text)]
    lower = text.lower()
    rare = (amount for find_in, holds in _RARE if holds(lower) for amount in find_in(text))
    found = [*codes, *rare, *_numbers(text)]
    found.sort(key=lambda item: (item.span.begin, -item.span.end))
    amounts: list[Amount] = []
    for item in found:
        if not amounts or item.span.begin >= amounts[-1].span.end:
            amounts.append(item)
    return [item for item in amounts if item.unit != _CODE_UNIT]


def _numbers(text: str) -> Iterator[Amount]:
    for m in _QUANTITY.finditer(text):
        yield from _number(text, m)


def _number(text: str, m: re.Match[str]) -> Iterator[Amount]:
    joint = squeeze(m["joint"] or "")
    sign_or_unit = bool(m["sign"] or m["unit"])
    begin = m.start("between") if m["between"] else m.start()
    low = words.number(m["n1"])
    moved_to = m["n2"] is not None and m["percent"] and _unit(m) != "percent"
    if m["n2"] is None or moved_to:
        if moved_to:  # "1.5 percent to $65.09", "1.5 percent to 7,265"
            yield Amount(Span(begin, m.end("percent")), *_bounds(low, m["approx"], None), "percent")
            to = words.number(m["n2"])
            yield _amount(text, m, m.start("sign2") if m["sign2"] else m.start("n2"), m.end(), to, to)
            return
        if sign_or_unit or _counts(text, m):
            yield _amount(text, m, begin, m.end(), *_bounds(low, m["approx"], m["more"]))
        return
    high = words.number(m["n2"]) / (100 if m["sign"] and not m["sign2"] and words.in_hundredths(m["unit"] or "") else 1)
    if low < high and words.scale_of(m["n1"]) == 1 < words.scale_of(m["n2"]) and low < words.scale_of(m["n2"]):
        low *= words.scale_of(m["n2"])
    if joint in ("-", "–") and low < 10 and "," in m["n2"] and low * 1000 < high:  # "5-6,000"
        low *= 1000
    if (joint == "and" and not m["between"]) or (joint == "to" and _changes(text, m)):
        # Two numbers, not one range: "102 and 21 people", "from 300 to 230".
        if _counts(text, m):
            yield _amount(text, m, begin, m.end("n1"), *_bounds(words.number(m["n1"]), m["approx"], None))
            yield _amount(text, m, m.start("sign2") if m["sign2"] else m.start("n2"), m.end(), high, high)
        return
    if low >= high and joint in ("or", "to") and sign_or_unit:  # "$184 million or $23 million per season"
        yield _amount(text, m, begin, m.end("n1"), *_bounds(words.number(m["n1"]), m["approx"], None))
        yield _amount(text, m, m.start("sign2") if m["sign2"] else m.start("n2"), m.end(), high, high)
        return
    if low < high and (sign_or_unit or (_counts(text, m) and not _telephone(m))):
        yield _amount(text, m, begin, m.end(), low, high)


def _amount(text: str, m: re.Match[str], begin: int, end: int, low: float, high: float) -> Amount:
    unit = _unit(m, second=begin > m.start("n1"))
    said = squeeze(m["unit"] or "")
    if not m["sign"] and words.in_hundredths(m["unit"] or ""):
        low, high = low / 100, high / 100
    heavy = _WEIGHED.match(text, end) or _WEIGHS.search(text, max(0, begin - 12), begin)
    if unit == "GBP" and (heavy if said.endswith("pounds") else said == "-pound"):
        unit = "pound weight" if not _FINED.match(text, end) else unit
    if not unit:
        measure = _UNIT_AFTER.match(text, end)
        if measure:
            unit = _measure(measure["measure"])
    return Amount(Span(begin, end), low, high, unit)


def _unit(m: re.Match[str], *, second: bool = False) -> str:
    """The unit of the number or range, or of the *second* of two numbers, which has its own: "$5 and 12 pupils"."""
    sign = m["sign2"] if second else m["sign"] or m["sign2"]
    if sign:
        return words.CURRENCY_SIGNS[re.sub(r"\s", "", sign.lower())]
    unit = squeeze(m["unit"] or "").strip("-() ")
    if not unit:
        return ""
    if re.fullmatch(_PERCENT, f" {unit}", re.IGNORECASE) or "%" in unit:
        return "percent"
    return _unit_of_money(unit) or _measure(unit) or unit.split()[-1].upper()


def _unit_of_money(said: str) -> str:
    """The code of a currency: "US dollars"; "" for other words."""
    said = squeeze(said).removesuffix("s")
    return words.NATIONAL_CURRENCIES.get(said) or words.CURRENCY_WORDS.get(said.split()[-1], "")


def _measure(said: str) -> str:
    said = squeeze(said)
    rate = re.search(_PER, said)
    if rate:
        return f"{_measure(said[: rate.start()])} per {words.PER.get(rate['per'], rate['per'])}"
    return words.MEASURES.get(said) or words.MEASURES.get(said.removesuffix("s"), "")


def _bounds(value: float, approximators: str, more: str | None) -> tuple[float, float]:
    """The interval that approximators allow round a number. Factors are those of `words.BOUNDS`."""
    said = squeeze(approximators).removesuffix(" the")
    if more:
        said = "at least" if more == "+" else _MORE[more.lower().split()[-1]]
    low, high = words.BOUNDS.get(said) or next(
        (b for a, b in words.BOUNDS.items() if said.endswith(f" {a}")), (1.0, 1.0)
    )
    return value * low, high if high == float("inf") else value * high


def _counts(text: str, m: re.Match[str]) -> bool:
    """False for a number that counts nothing: a list marker, "one" as a pronoun, a part of a name."""
    at = m.start("n1")
    alone = m.end() == m.end("n1")
    if alone and text[m.end() : m.end() + 1] in (".", ")") and _LIST_MARKER.search(text[max(0, at - 24) : at]):
        return False
    if alone and text[at - 1 : at] == "(" and text[m.end() : m.end() + 1] == ")" and m["n1"].isdigit():
        return False  # a player's number, a year of life after a name, a note
    if m["n2"] is None and re.fullmatch(r"one|zero|an?|half", m["n1"], re.IGNORECASE):
        thing = bool(_ANY_THING.match(text, m.end())) if "only" in m["approx"].lower() else _of_people(text, m.end())
        return squeeze(m["n1"]) == "one" and thing
    if not m["approx"] and _NUMBERED.search(text[max(0, m.start() - 14) : m.start()]):
        return False
    if not m["approx"] and alone and _VERSION.match(text, m.end()) and "." in m["n1"]:
        return False
    if words.scale_of(m["n1"]) > 1:
        return True
    name = _NAME_BEFORE.search(text[max(0, m.start() - 32) : m.start()])
    if name and _PLACE_BEFORE.search(text[max(0, m.start() - 96) : m.start()]) and _of_people(text, m.end()):
        return True  # "in Karsa 12 people died"
    if name and not m["approx"] and name["word"].lower() not in _NO_NAME:
        return bool(re.match(r"\s{1,3}[a-z]{3}", text[m.end() : m.end() + 6])) and not m["n1"][0].isdigit()
    return True


def _of_people(text: str, at: int) -> bool:
    """True for a number before a noun for people, maybe after a participle: "one wounded man"."""
    counted = _PERSON_AFTER.match(text, at)
    return counted is not None and singular(counted["noun"]) in HUMANS | _ANYBODY


def _changes(text: str, m: re.Match[str]) -> bool:
    return text[max(0, m.start() - 5) : m.start()].lower() == "from "


def _telephone(m: re.Match[str]) -> bool:
    return m["joint"] == "-" and bool(re.fullmatch(r"\d{3,5}", m["n1"]) and re.fullmatch(r"\d{4,}", m["n2"]))


def _vague(text: str) -> Iterator[Amount]:
    for m in _VAGUE.finditer(text):
        low, high = words.VAGUE[squeeze(m["vague"])]
        if words.BOUNDS.get(squeeze(m["approx"]), (1, 1))[1] == float("inf"):
            high = float("inf")
        paid = _PAID.match(text, m.end()) if m[0].lower().endswith("of") else None
        unit = _unit_of_money(paid[0]) if paid else ""
        yield Amount(Span(m.start(), paid.end() if paid else m.end()), low, high, unit)


def _fractions(text: str) -> Iterator[Amount]:
    for m in _FRACTION.finditer(text):
        low, high = _bounds(words.FRACTIONS[squeeze(m["fraction"])], m["approx"], None)
        if m["upper"]:
            low, high = sorted((words.FRACTIONS[squeeze(m["fraction"])], words.FRACTIONS[squeeze(m["upper"])]))
        yield Amount(Span(m.start(), m.end()), low, min(high, 100.0), "percent")


def _ages(text: str) -> Iterator[Amount]:
    for m in _AGE.finditer(text):
        value = words.number(m[0])
        bound = _OF_AGE.search(text[max(0, m.start() - 24) : m.start()])
        low, high = _bounds(value, bound[1], None) if bound else (value, value)
        yield Amount(Span(m.start(), m.end()), low, high, "year")


def _shares(text: str) -> Iterator[Amount]:
    """ "one in five" is 20 percent."""
    for m in _SHARE.finditer(text):
        part, whole = words.number(m["part"]), words.number(m["whole"])
        if 0 < part < whole:
            low, high = _bounds(100 * part / whole, m["approx"], None)
            yield Amount(Span(m.start(), m.end()), low, min(high, 100.0), "percent")


# Few paragraphs hold any of these: what finds them -> what their lower case has at least.
_RARE = (
    (_fractions, re.compile("half|third|quarter|fifth|tenth").search),
    (_shares, re.compile(r"(?:one|two|three|four|nine)\s(?:in|out\sof)\s").search),
    (_ages, re.compile(rf"years?[\s-]old|aged\s|age\sof\s|,\s(?:both\s)?(?:\d|{words.ONE_WORD})").search),
    (_vague, re.compile("couple|handful|several|dozen|scores|hundred|thousand|million|billion").search),
)
