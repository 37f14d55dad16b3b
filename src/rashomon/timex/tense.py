"""Which way from its anchor a bare date points, read from the words near it.

Figures behind the default: a bare weekday is the same day or within the past six in 114 of 125 cases of TimeBank,
157 of 172 of AQUAINT and 40 of 43 of MEANTIME; a bare month is past in 30 of 43 and 16 of 18.
"""

import re

_FUTURE = re.compile(
    r"\b(?:will|shall|scheduled|(?:(?:is|are|set|due) )?to be(?: [a-z]{3,12})?|to (?:begin|close|start)|"
    r"expect(?:s|ed) to|plans? to|going to|(?:is|are|set|due) to|due|upcoming|next|'ll)\b",
    re.IGNORECASE,
)
# Reporting verbs say when the words were said, not when the thing happened: "said" is left out.
_PAST = re.compile(
    r"\b(?:was|were|had|did|[a-z]{3,20}ed|took|made|came|went|began|told|left|won|lost|fell|rose|got|found|held|met|"
    r"sent|struck)\b",
    re.IGNORECASE,
)
_GOVERNED = re.compile(
    r"(?:by|until|till|through|expires?|expiring|payable|effective|due|scheduled|expected|extended to|beginning|"
    r"starting|as of record|to be held|upcoming|set for|record)"
    r"(?:\s(?:on|in|for|by|until|to|completed by|the)){0,2}\s{1,3}$",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\b(?:since|ended)\s{1,3}(?:the\s{1,3})?$", re.IGNORECASE)
_OWNER = re.compile(r"['’]s?\s$")  # "the country's July 14 deal": the verb says nothing of its date
_CLAUSE = re.compile(r"[.;]\s|\n|\bsa(?:id|ys)\b")
_BEFORE_WEEKDAY = re.compile(r"\b(?:by|until|next|coming)\s{1,3}$", re.IGNORECASE)
_AFTER_WEEKDAY = re.compile(r"\s{1,3}(?:will|would|to be)\b", re.IGNORECASE)
_REACH = 240  # characters either side: a sentence


def of_date(text: str, begin: int, end: int) -> str:
    """past, future or "" for a month, day or season: the nearest tensed word of its sentence decides.

    >>> of_date("It is to be reviewed since May 5", 27, 32), of_date("The talks will open on May 5", 23, 28)
    ('past', 'future')
    """
    before, after = text[max(0, begin - _REACH) : begin], text[end : end + _REACH]
    if _SINCE.search(before[-12:]):
        return "past"
    if _GOVERNED.search(before[-45:]):
        return "future"
    if _OWNER.search(before[-4:]):
        return ""
    before = re.split(r"\. |\n", before)[-1]
    after = re.split(r"\. |\n", after)[0]
    future, past = _distance(_FUTURE, before, after), _distance(_PAST, before, after)
    if future < past:
        return "future"
    return "past" if past < _FAR else ""


def of_weekday(text: str, begin: int, end: int) -> str:
    """past or future for a bare weekday: past unless its own clause points ahead."""
    clause = _CLAUSE.split(text[max(0, begin - 160) : begin])[-1]
    future, past = _last(_FUTURE, clause), _last(_PAST, clause)
    if _BEFORE_WEEKDAY.search(clause) or (future >= past and future >= 0):  # "to be held" is no past
        return "future"
    if past < 0 and _AFTER_WEEKDAY.match(text, end):
        return "future"
    return "past"


_FAR = 10 * _REACH


def _distance(words: re.Pattern[str], before: str, after: str) -> int:
    """Characters from the expression to the beginning of the nearest of *words*."""
    behind = min((len(before) - m.start() for m in words.finditer(before)), default=_FAR)
    ahead = min((m.start() for m in words.finditer(after)), default=_FAR)
    return min(behind, ahead)


def _last(words: re.Pattern[str], clause: str) -> int:
    return max((m.end() for m in words.finditer(clause)), default=-1)
