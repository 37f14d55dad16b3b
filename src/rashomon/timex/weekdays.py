"""Which way from its account a bare weekday points: past unless the words of its own clause point ahead.

A bare weekday is the same day or within the past six in 114 of 125 cases of TimeBank, 157 of 172 of AQUAINT and 40 of
43 of MEANTIME. What points ahead is a future before it ("will meet on Friday"), the present tense of what is arranged
("the trial opens Tuesday"), or a future that follows where no tense comes before ("on Friday the court will hear").
"""

import re

from rashomon.timex.tense import ARRANGED, CLAUSE, DONE_BY, FUTURE, MEETING, PART, PAST, last

_REACH = 160  # characters either side: a clause
_DEADLINE = re.compile(r"\b(?:by|until|next|coming)\s{1,3}$", re.IGNORECASE)
_SAID_ON = re.compile(  # the weekday of the words themselves
    r"\b(?:say|saying|said|says|comment|discuss|confirm)(?: (?:at|during|from|in) [^,.]{1,40})?\s(?:late |early )?"
    r"(?:on )?$",
    re.IGNORECASE,
)
_HAD = re.compile(r"\bhad(?: not)? [a-z]", re.IGNORECASE)
_RIGHT_AHEAD = re.compile(  # "ahead of Friday's vote", "the final is on Sunday", "Come Monday, the road ..."
    r"(?:\b(?:ahead of|prior to|in time for|(?:lead|run)[ -]?up to|starting|beginning|effective|(?-i:Come))|"
    r"(?<!\bit )\b(?:is|are)(?: on)?)\s{1,3}$",
    re.IGNORECASE,
)
_WAS_DUE = re.compile(
    r"\b(?:was|were|had been) (?:due|set|scheduled|supposed|expected|slated|meant|planned)\b", re.IGNORECASE
)
_BUT = re.compile(r",? but\b")
_BEFORE = re.compile(r"\bbefore\s{1,3}$", re.IGNORECASE)
_WAS = re.compile(r"\b(?:was|were|had)\b", re.IGNORECASE)
# Nobody plans these: "will look into the attack on Friday" and "Friday's crash will" are of a day that is past.
_MISHAP = (
    r"(?:attack|blast|bombing|explosion|shooting|killing|slaying|murder|assault|stabbing|massacre|crash|collapse|"
    r"derailment|accident|disaster|earthquake|quake|fire|raid|clash|violence|riot|shelling|ambush|death|arrest|defeat|"
    r"victory|win)(?:e?s)?"
)
_AFTER_MISHAP = re.compile(
    rf"(?<!\bto )(?<!\bwill )(?<!\bcould )(?<!\bmay )(?<!\bmight )\b{_MISHAP}"
    r"(?:\s(?:in|at|near|outside)(?:\s[\w’'.-]{2,15}){1,3})?\s(?:on\s)?(?:late |early )?$",
    re.IGNORECASE,
)
_OWNS_MISHAP = re.compile(rf"['’]s?(?:\s[a-z-]{{2,15}})?\s{_MISHAP}\b", re.IGNORECASE)
_OWNS_MEETING = re.compile(
    rf"['’]s?(?:\s[a-z-]{{2,15}}){{0,2}}\s{MEETING}s?\b",
    re.IGNORECASE,
)
_ARRANGED_OR_THINGS = re.compile(  # verbs that are plural nouns too: "the probe launches", "missile launches"
    r"(?<!\bthe )(?<!\ba )(?<!\bof )(?<!\bon )(?<!\bto )\b"
    r"(?:launches|ends|leaves|heads|faces|hosts|votes|returns|visits|turns|closes|airs|premieres|debuts|marks)\b",
    re.IGNORECASE,
)
_OPENS_CLAUSE = re.compile(r"\W{0,4}(?:On\s)?", re.IGNORECASE)
_AFRESH = re.compile(r"\b(?:(?:but|that|because|although)(?: on)?|and on)\s$", re.IGNORECASE)  # another clause begins
_ASSERTED = re.compile(  # "his claim on Friday that the talks would fail"
    r"\b(?:assertion|announcement|statement|claim|admission|remark|comment|news|revelation)s?\s(?:on\s)?$"
)
# "As he rose to speak Friday, they left".
_WHILE = re.compile(r"\W{0,4}(?:as|when|while)\s(?!soon|early)", re.IGNORECASE)
_HAVING = re.compile(r"\bafter [a-z]{3,15}ing\b[^,]*$", re.IGNORECASE)  # "After losing Friday's vote, he will resign"
_MAIN = re.compile(r"[^,]{0,60},\s")  # to the clause after that
_IS_NEXT = re.compile(r"\s{1,3}(?:is|are|will|would(?! have)|to be)\b", re.IGNORECASE)
_TITLE = re.compile(r"(?:[\w.’'-]{1,20} ){1,5}to [a-z]{3,15} (?:[\w’'-]{1,15} ){0,5}$")  # "Minister to resign Friday"
_CREDIT = re.compile(r"\b(?:photo(?:graph)?|picture|image|credit|reuters|getty|afp|epa)\b", re.IGNORECASE)


def direction(text: str, begin: int, end: int) -> str:
    """past or future for a bare weekday, or a weekday and part of the day, at [begin, end).

    >>> direction("The trial opens Tuesday in Sella.", 16, 23), direction("It began on Tuesday.", 12, 19)
    ('future', 'past')
    """
    before, after = text[max(0, begin - _REACH) : begin], text[end : end + _REACH]
    clause, rest = CLAUSE.split(before)[-1], CLAUSE.split(after)[0]
    if _AFRESH.search(clause) and (_first(rest) or after.startswith("said", len(rest))):
        clause = ""
    if _is_over(before, clause, rest):
        return "past"
    if _DEADLINE.search(clause):
        return "past" if _HAD.search(clause) or DONE_BY.search(clause) or _first(rest) == "past" else "future"
    if _RIGHT_AHEAD.search(clause) or (_BEFORE.search(clause) and _OWNS_MEETING.match(rest)):
        return "past" if _WAS.search(clause) or _HAD.search(rest) else "future"
    if _WAS_DUE.search(clause) and _BUT.match(rest):
        return "past"
    future, past = last(FUTURE, clause), last(PAST, clause)
    if future >= past and future >= 0:  # "to be held" is no past
        return "future"
    if _is_arranged(PART.split(clause)[-1], PART.split(rest)[0]):
        return "past" if _CREDIT.search(after) else "future"  # pictures are told in the present
    if past >= 0:
        return "past"
    if _IS_NEXT.match(rest) or (begin <= _REACH and _TITLE.fullmatch(before)):
        return "future"
    if _OPENS_CLAUSE.fullmatch(clause) and _is_arranged(rest, "") and not PAST.search(rest):
        return "future"
    owns = rest[:1] in ("'", "’") and not _OWNS_MEETING.match(rest)
    return "future" if _first(rest) == "future" and not owns else "past"


def _is_over(before: str, clause: str, rest: str) -> bool:
    """True if the words around a weekday say that it is past, whatever tense stands nearest."""
    asserted = _ASSERTED.search(clause) and rest.startswith(" that ")
    main = _MAIN.match(rest) if _WHILE.match(clause) and PAST.search(clause) else None
    told = main and _first(rest[main.end() :]) == "past"
    mishap = _AFTER_MISHAP.search(clause) or _OWNS_MISHAP.match(rest)
    having = _HAVING.search(clause) and not FUTURE.search(clause)
    return bool(_SAID_ON.search(before) or mishap or asserted or told or having)


def _first(words: str) -> str:
    """future or past by the first word of *words* that has a tense, "" if none has."""
    ahead, behind = FUTURE.search(words), PAST.search(words)
    if ahead and (not behind or ahead.start() <= behind.start()):
        return "future"
    return "past" if behind else ""


def _is_arranged(before: str, after: str) -> bool:
    """True if the verb of the weekday's own part of the sentence is the present of what is arranged."""
    told = last(PAST, before)
    if last(ARRANGED, before) > told:
        return True
    return told < 0 and not PAST.search(after) and last(_ARRANGED_OR_THINGS, before) >= 0
