"""The English words of number: digits, number words, scales, approximators, units and currencies.

A second language is another module like this one. Every repetition in a pattern is bounded.
"""

import math
import re
from collections.abc import Iterable

from rashomon.numerals import ONES, TENS

SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12.0}
SHORT_SCALES = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12}
# Wide on purpose: a cautious reader would call 150 "scores" and 15 "several" before seeing a conflict.
VAGUE = {
    "a couple": (2.0, 3.0), "a handful": (2.0, 9.0), "several": (3.0, 20.0),
    "dozens": (24.0, 99.0), "several dozen": (24.0, 99.0), "a few dozen": (24.0, 60.0), "scores": (40.0, 199.0),
    "hundreds": (200.0, 999.0), "several hundred": (200.0, 999.0), "a few hundred": (200.0, 600.0),
    "thousands": (2e3, 9999.0), "several thousand": (2e3, 9999.0), "a few thousand": (2e3, 6e3),
    "tens of thousands": (2e4, 99_999.0), "hundreds of thousands": (2e5, 999_999.0),
    "millions": (2e6, 999e6), "tens of millions": (2e7, 99e6), "hundreds of millions": (2e8, 999e6),
    "billions": (2e9, 999e9), "tens of billions": (2e10, 99e9), "hundreds of billions": (2e11, 999e9),
}  # fmt: skip
# approximator -> the factors of the number between which it lies (times 0 is no lower bound, times inf no upper one)
BOUNDS = {
    **dict.fromkeys(("at least", "no fewer than", "no less than", "not less than", "a minimum of", "more than", "over",
                     "above", "upwards of", "well over", "greater than", "as little as", "as few as"), (1.0, math.inf)),
    **dict.fromkeys(("at most", "no more than", "not more than", "up to", "as many as", "as much as", "a maximum of",
                     "less than", "fewer than", "under", "below"), (0.0, 1.0)),
    **dict.fromkeys(("nearly", "almost", "close to", "just under", "just below"), (0.85, 1.0)),
    **dict.fromkeys(("just over", "slightly more than", "a little over"), (1.0, 1.15)),
    **dict.fromkeys(("about", "around", "approximately", "roughly", "some", "an estimated", "estimated", "near"),
                    (0.9, 1.1)),
    **dict.fromkeys(("only", "all", "another", "exactly", "just"), (1.0, 1.0)),
}  # fmt: skip
CURRENCY_SIGNS = {
    "us$": "USD", "$us": "USD", "usd$": "USD", "usd": "USD",
    "au$": "AUD", "a$": "AUD", "c$": "CAD", "ca$": "CAD", "hk$": "HKD",
    "nz$": "NZD", "$": "USD", "£": "GBP", "gb£": "GBP", "gbp": "GBP", "gb#": "GBP", "#": "GBP", "€": "EUR",
    "euro": "EUR", "euros": "EUR", "dlr": "USD", "dlrs": "USD",
    "eur": "EUR", "¥": "JPY", "₹": "INR", "₽": "RUB", "₺": "TRY", "₪": "ILS", "₴": "UAH", "₩": "KRW",
}  # fmt: skip
CURRENCY_WORDS = {
    "dollar": "USD", "euro": "EUR", "pound": "GBP", "pence": "GBP", "yen": "JPY", "yuan": "CNY", "franc": "CHF",
    "ruble": "RUB", "rouble": "RUB", "rupee": "INR", "cent": "USD", "won": "KRW", "peso": "MXN", "lira": "TRY",
    "rial": "IRR", "riyal": "SAR", "dinar": "IQD", "shekel": "ILS", "hryvnia": "UAH", "krona": "SEK",
    "shilling": "KES",
}  # fmt: skip
# Currencies that share a word with another: "Canadian dollars".
NATIONAL_CURRENCIES = {
    "us dollar": "USD", "u.s. dollar": "USD", "american dollar": "USD", "canadian dollar": "CAD",
    "us cent": "USD", "u.s. cent": "USD", "canadian cent": "CAD", "australian cent": "AUD",
    "australian dollar": "AUD", "hong kong dollar": "HKD", "new zealand dollar": "NZD", "singapore dollar": "SGD",
    "egyptian pound": "EGP", "syrian pound": "SYP", "lebanese pound": "LBP", "sudanese pound": "SDG",
    "kenyan shilling": "KES", "ugandan shilling": "UGX", "tanzanian shilling": "TZS", "somali shilling": "SOS",
    "yemeni rial": "YER", "qatari riyal": "QAR", "jordanian dinar": "JOD", "kuwaiti dinar": "KWD",
    "pakistani rupee": "PKR", "sri lankan rupee": "LKR", "swiss franc": "CHF", "french franc": "FRF",
}  # fmt: skip
HUNDREDTHS = frozenset({"cent", "cents", "pence"})  # of a dollar, of a pound
FRACTIONS = {"half": 50.0, "a third": 100 / 3, "one third": 100 / 3, "two thirds": 200 / 3, "a quarter": 25.0,
             "one quarter": 25.0, "three quarters": 75.0, "a fifth": 20.0, "one fifth": 20.0, "a tenth": 10.0,
             "two-thirds": 200 / 3, "three-quarters": 75.0, "nine-tenths": 90.0}  # fmt: skip
MEASURES = {
    **dict.fromkeys(("km", "kms", "kilometre", "kilometer"), "kilometre"),
    **dict.fromkeys(("square kilometre", "square kilometer", "sq km"), "square kilometre"),
    **dict.fromkeys(("square mile",), "square mile"), **dict.fromkeys(("square metre", "square meter"), "square metre"),
    **dict.fromkeys(("light year", "light-year"), "light year"), **dict.fromkeys(("yard",), "yard"),
    **dict.fromkeys(("mile",), "mile"), **dict.fromkeys(("metre", "meter"), "metre"),
    **dict.fromkeys(("foot", "feet", "ft"), "foot"), **dict.fromkeys(("inch", "inches", "''"), "inch"),
    **dict.fromkeys(("tonne", "ton", "metric ton"), "tonne"), **dict.fromkeys(("kg", "kilo", "kilogram"), "kilogram"),
    **dict.fromkeys(("lb", "lbs"), "pound weight"), **dict.fromkeys(("litre", "liter"), "litre"),
    **dict.fromkeys(("barrel",), "barrel"), **dict.fromkeys(("mph",), "mile per hour"),
    **dict.fromkeys(("kph", "kmh"), "kilometre per hour"), **dict.fromkeys(("gb", "gigabyte"), "gigabyte"),
    **dict.fromkeys(("mb",), "megabyte"),
    **dict.fromkeys(("terabyte", "tb"), "terabyte"),
    **dict.fromkeys(("ghz",), "gigahertz"), **dict.fromkeys(("hectare",), "hectare"),
    **dict.fromkeys(("acre",), "acre"),
    **dict.fromkeys(("mw", "megawatt"), "megawatt"),
    **dict.fromkeys(("degree", "degrees celsius", "°c"), "degree"),
}  # fmt: skip

PER = {"h": "hour", "s": "second"}


def any_of(words: Iterable[str]) -> str:
    """An alternation, longest first, in which a blank is 1 to 4 white spaces."""
    ordered = sorted(words, key=lambda w: (-len(w), w))
    return "(?:" + "|".join(re.escape(w).replace(r"\ ", r"\s{1,4}") for w in ordered) + ")"


def in_hundredths(unit: str) -> bool:
    """True for words for hundredths of a currency.

    >>> in_hundredths(" US cents"), in_hundredths(" per cent")
    (True, False)
    """
    of, _, last = squeeze(unit).strip("- ").rpartition(" ")
    return last in HUNDREDTHS and of != "per"


def squeeze(words: str) -> str:
    """Lower case with single blanks: how words are looked up in the tables."""
    return " ".join(words.lower().split())


ONE_WORD = any_of([*ONES, *TENS])
_SCALE = any_of(SCALES)
_DIGITS = r"(?:\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,6})?|\d{1,15}(?:\.\d{1,6})?)"
_WORDED = rf"(?:{ONE_WORD}(?:[\s-]{ONE_WORD})?|an?(?=[\s-]{{1,3}}{_SCALE}\b)|half\s{{1,4}}an?|half)"
NUMBER = (
    rf"(?:{_DIGITS}(?:\s?(?:k|m|bn|mn|tn|b)\b)?(?:[\s-]{{1,3}}{_SCALE}\b){{0,2}}"
    rf"|{_WORDED}(?:[\s-]{{1,3}}(?:and[\s-])?(?:{_SCALE}|{ONE_WORD})\b){{1,5}}|{ONE_WORD}(?:-{ONE_WORD})?\b)"
)


def number(words: str) -> float:
    """The number that a NUMBER stands for: digits, words and scales mixed. Raises ValueError for anything else.

    >>> number("1.2 million"), number("half a million"), number("two hundred and five"), number("0k")
    (1200000.0, 500000.0, 205.0, 0.0)
    """
    words = words.lower().replace(",", "").strip()
    digits = re.match(r"\d+(?:\.\d+)?", words)
    current = float(digits[0]) if digits else None
    total: float | None = None  # of the scales read so far
    for word in re.findall(r"[a-z]+|[^a-z\s-]+", words[digits.end() :] if digits else words):
        if word in ONES or word in TENS:
            current = (current or 0.0) + (ONES.get(word) or TENS.get(word) or 0)
        elif word in ("a", "an", "one"):
            current = 1.0 if current is None else current
        elif word == "half":
            current = 0.5
        elif word in SCALES or word in SHORT_SCALES:
            size = SCALES.get(word) or SHORT_SCALES[word]
            current = (1.0 if current is None else current) * size
            if size >= 1000:
                total, current = (total or 0.0) + current, None
        elif word != "and":
            raise ValueError(f"not a number: {words!r}")
    if current is None and total is None:
        raise ValueError(f"not a number: {words!r}")
    return (total or 0.0) + (current or 0.0)


def scale_of(words: str) -> float:
    """The scale that a number ends with ("8 billion", "6.5bn"), 1 for none."""
    last = re.search(r"([a-z]{1,8})\s*$", words.lower())
    return (SCALES | SHORT_SCALES).get(last[1], 1.0) if last else 1.0
