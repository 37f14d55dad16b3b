"""Which way from its anchor a bare date points, read from the words near it; weekdays are in `rashomon.timex.weekdays`.

Figures behind the default: a bare month is past in 30 of 43 cases of TimeBank and 16 of 18 of MEANTIME.
"""

import re

FUTURE = re.compile(
    r"(?<!had )(?<!had been )\b(?:(?:will|shall|to) be (?:[a-z]{2,12}ly )?[a-z]{3,15}|will|shall|"
    r"would(?! have| not (?:say|comment|discuss|confirm|give))|"
    r"could(?! have| not| be (?:reached|located|found|seen|heard))|might(?! have)|"
    r"(?:must|should)(?! have)(?= [a-z])|(?-i:may)(?! have)(?= [a-z])|"
    r"scheduled|"
    r"(?:(?:is|are|set|due) )?to be(?: [a-z]{3,12})?|to (?:begin|close|start|join|open|meet|attend|take|hold|visit)|"
    r"expect(?:s|ed) (?:to|in|on|by|at|for)|plan(?:s|ned|ning)? to|plann(?:ed|ing) (?:for|an?|another)|"
    r"(?:set|slated|forecast) for|"
    r"(?:agreement|plan|deal|decision|offer|proposal|pact|bid|order|deadline|path) to(?= (?-i:[a-z]))|"
    r"(?:want|hope|intend|vow|pledg|threaten|promis|agre|decid|aim|prepar)(?:e|s|es|ed|ing)? to|"
    r"(?:is|are) (?:likely|planned|slated|headed)|going to|(?:is|are|set|due|ready|poised) to|due|upcoming|next|"
    r"as (?:soon|early) as|'ll|’ll)\b",
    re.IGNORECASE,
)
# Reporting verbs say when the words were said, not when the thing happened: "said" is left out.
PAST = re.compile(
    r"(?<!\bbe )(?<!\bis )(?<!\bare )\b(?:was|were|had|did|"  # "when the case is heard in May"
    r"(?<!\ba )(?<!\ban )(?<!\bthe )(?<!\bof )(?<!still )(?<!stay )(?<!remain )"  # "an unnamed date": no tense
    r"(?!(?:suc|pro|ex|con)ceed|indeed|hundred|united)(?-i:[a-z]{3,20}ed)|"
    r"became|began|bled|blew|bought|broke|brought|built|burnt|burst|came|caught|chose|dealt|drew|drove|dug|fed|fell|felt|"
    r"fled|flew|forgot|fought|found|froze|gave|got|grew|heard|held|hid|hung|kept|knew|laid|led|left|lit|lost|made|meant|"
    r"met|overthrew|overtook|paid|ran|rang|rebuilt|rode|rose|sang|sank|sat|saw|sent|shook|shot|slept|slid|sold|sought|"
    r"spent|spoke|stole|stood|struck|swam|swept|swore|taught|thought|threw|told|took|tore|understood|undertook|went|wept|"
    r"withdrew|withstood|woke|won|wrote)\b",
    re.IGNORECASE,
)
PART = re.compile(
    r"[,:()]\s|\s(?:which|who|that|and|but|as|after|while|when|since|following|because|over)\s", re.IGNORECASE
)
_PLURAL = r"(?:^(?-i:(?:[A-Z][\w’'-]{1,20} ){0,3})|\b(?:\w{2,20}s|they|we|people|both|that|which|who) )"
ARRANGED = re.compile(
    r"\b(?:(?:re)?opens|begins|starts|meets|(?:re)?convenes|resumes|expires|concludes|arrives|departs|travels|flies|goes|"
    r"becomes|decides|hears|celebrates|undergoes|"
    r"(?:takes|comes|goes|gets|kicks) (?:place|effect|office|over|into|under|off|on)|"
    r"(?:is|are) (?!being|investigating)[a-z]{2,15}ing)\b|"
    rf"{_PLURAL}(?:(?:re)?open|begin|start|launch|meet|(?:re)?convene|resume|expire|end|arrive|depart|leave|travel|fly|"
    r"go|head|face|host|vote|close|return|visit|take (?:place|effect|office|over)|come into|kick off)\b",
    re.IGNORECASE,
)
_GOVERNED = re.compile(
    r"(?:by|until|till|through|expires?|expiring|payable|effective|due|scheduled|expected|extended to|beginning|"
    r"starting|as of record|to be held|upcoming|(?:set|slated|booked|listed|pencill?ed in) for|record|ahead of|"
    r"in time for|towards?|(?:heading|headed|going) into|come|almost)"
    r"(?:\s(?:on|in|for|by|until|to|completed by|the)){0,2}\s{1,3}$",
    re.IGNORECASE,
)
_BY_THEN = re.compile(  # "By May 5, nine had died"
    r"(?:^|[.!?\n“\"]\s{0,2})(?:By|Until|Through)\s{1,3}(?:the\s{1,3})?$"
)
DONE_BY = re.compile(  # "raised $2 million by", "the fair ran until"; not "was left to run until"
    r"\b(?:had (?:[a-z]{2,12}ly )?[a-z]{2,12}(?:ed|en|wn)|"
    r"raised|reached|rose|fell|grew|lasted|ran|stayed|remained|lived|continued|worked|fought|sold|built|spent|won|lost|"
    r"killed|died|fled|became|got|took|made)\b(?!(?:\s\S{1,20}){0,12}?\sto\s[a-z])"
    r"[^.;]{0,60}\b(?:by|until|till|through)\s{1,3}(?:the\s{1,3})?$",
    re.IGNORECASE,
)
_SOON = 60  # characters
_RESOLVED = re.compile(  # "In August the party vowed to": it did so in August, whatever it is to do
    r"(?<!\bis )(?<!\bare )(?<!\bbe )\b(?:want|hop|intend|vow|pledg|threaten|promis|agre|decid|aim)ed to\b"
)
_SINCE = re.compile(r"\b(?:since|ended)\s{1,3}(?:the\s{1,3})?$", re.IGNORECASE)
_OWNER = re.compile(r"['’]s?\s$")  # "the country's July 14 deal": the verb says nothing of its date
_PLANNED = re.compile(r"\s(?:launch|release|debut|premiere|opening|start|deadline|vote|election|referendum|summit)\b")
_SAID_IN = re.compile(  # "since announcing in May that he would not"
    r"(?:\b(?:said|says)(?:\s(?:on|at|during)\s[^,.;“”\"]{2,40})?\s(?:in|on)|\b(?:since|after)\s[a-z]{3,15}ing\s(?:in|on))\s"
    r"(?:early |late |mid-)?$",
    re.IGNORECASE,
)
# What has its day set beforehand.
MEETING = (
    r"(?:vote|election|primar(?:y|ie)|caucuse?|poll|ballot|referendum|runoff|summit|meeting|talks|conference|convention|"
    r"hearing|session|debate|deadline|match|game|final|race|launch|opening|ceremony|inauguration|funeral|march|rally)"
)
_OPENS = re.compile(r"\W{0,3}(?:(?:And|But|Yet|Then)\s)?(?:In|On)\s", re.IGNORECASE)
# "In May the minister said that it would", not ", he said,".
_SAID = re.compile(r",?\s(?:[\w.’'&-]{1,20}\s){1,6}said\s")
_SENTENCE = re.compile(r"(?<![A-Z])(?<!Mr)(?<!Mrs)(?<!Ms)(?<!Dr)\. |\n")
CLAUSE = re.compile(r"[.;?!]\s|\n|\bsa(?:id|ys)\b")
_REACH = 240  # characters either side: a sentence


def of_date(text: str, begin: int, end: int) -> str:
    """past, future or "" for a month, day or season: the nearest tensed word of its sentence decides.

    >>> of_date("It is to be reviewed since May 5", 27, 32), of_date("The talks will open on May 5", 23, 28)
    ('past', 'future')
    >>> of_date("In August the party vowed to stay.", 3, 9)
    'past'
    """
    before, after = text[max(0, begin - _REACH) : begin], text[end : end + _REACH]
    if _SINCE.search(before[-12:]):
        return "past"
    if _GOVERNED.search(before[-45:]):
        over = _BY_THEN.search(before[-12:]) and PAST.search(after[:_SOON])
        return "past" if over or DONE_BY.search(before) else "future"
    if _OWNER.search(before[-4:]):
        return ""
    before, after = _SENTENCE.split(before)[-1], _SENTENCE.split(after)[0]
    if _SAID_IN.search(before) or (_OPENS.fullmatch(before) and _SAID.match(after)):
        return "past"
    found = _nearest(PART.split(before)[-1], PART.split(after)[0]) or _nearest(before, after)
    return "" if found == "past" and _PLANNED.match(after) else found


def _nearest(before: str, after: str) -> str:
    """past or future by the tensed word that stands nearest, "" for none."""
    behind, ahead = _tensed(before), _tensed(_RESOLVED.sub("did so to", after))
    clause = PART.split(before)[-1]
    behind[FUTURE] += [len(before) - len(clause) + m.start() for m in ARRANGED.finditer(clause)]
    future, past = (
        min((*(len(before) - at for at in behind[tense]), *ahead[tense]), default=_FAR) for tense in (FUTURE, PAST)
    )
    if future < past:
        return "future"
    return "past" if past < _FAR else ""


_FAR = 10 * _REACH


def _tensed(words: str) -> dict[re.Pattern[str], list[int]]:
    """Where the words of each tense begin; a participle inside a future ("to be opened", "decided to") is none."""
    futures = [m.span() for m in FUTURE.finditer(words)]
    pasts = (m.start() for m in PAST.finditer(words))
    return {
        FUTURE: [begin for begin, _ in futures],
        PAST: [at for at in pasts if not any(begin <= at < end for begin, end in futures)],
    }


def last(words: re.Pattern[str], clause: str) -> int:
    """Where the last of *words* ends in a clause, -1 for none."""
    return max((m.end() for m in words.finditer(clause)), default=-1)
