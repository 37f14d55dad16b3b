"""What the number of a mention counts or measures: its scope, equal for numbers that can be compared."""

from __future__ import annotations

import re

from rashomon.actions import Action, action
from rashomon.claims.votes import share
from rashomon.common_nouns import ANYONE, PRONOUNS, SUBSET, singular
from rashomon.grammar.ages import OLDEST
from rashomon.grammar.measures import EQUALS
from rashomon.lexicon import COUNTS, FINDS, HARMED
from rashomon.quantity.words import MEASURES
from rashomon.tolls import FLED, is_people
from rashomon.types import PART, Document, EventMention, Quantity, Span

COMES_TO = FINDS | EQUALS  # verbs that say how many there are
AGES_AND_SPANS = frozenset("year month week day hour minute second".split())
AFTER_HEAD = re.compile(r"\b(?:of|in|at|from|on|with|who|that|by|for|near|to|after|since|during|under)\b|[,;(]")
NAMED_AFTER = re.compile(r"\s+[A-Z]")
SOME = r"\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|half|most|some|many|several|none|few"
ONE_OF = re.compile(rf"\b(?:{SOME})\s+of\s+(?:(?:the|its|their|his|her)\s+)?$", re.IGNORECASE)
TIMES_AS = re.compile(r"\s+times\s+(?:as|more|less|the|that|\w+er)\b", re.IGNORECASE)
AWAY = re.compile(r"\s+(?:away|apart|ahead|behind)\b")
# Before a number that says which one it was, not how many: "in shaft *four*", "at gate *3*".
LABELLED = re.compile(
    r"\b(?:at|from|in|inside|into|near|on|through|to)\s+(?:the\s+)?"
    r"(?:block|bus|car|carriage|cell|channel|corridor|deck|flight|floor|gate|hall|lane|level|line|mile|mine|page|pier|"
    r"pit|platform|reactor|room|route|sector|shaft|stage|tower|track|train|unit|ward|wing|zone)\s+$",
    re.IGNORECASE,
)
KNOWN = re.compile(r"\b(?:the|these|those|its|their|his|her|our)\s+$", re.IGNORECASE)
AGED = re.compile(r"\b(?:at|aged|age|age\s+of)\s+$", re.IGNORECASE)
OTHERS = re.compile(r"[,.;:()]|\b(?:and|but|or|while|as|than)\b")  # ends what is said of a number
# "and wounded 20 others", "and wound scores", "displacement of 2.3 million": what was done stands before the number
DONE = re.compile(
    r"\b([a-z]+(?:ed|ing)|kill|wound|injure|hurt|arrest|detain|abduct|displace|[a-z]+(?=\s+of\b))\s+(?:of\s+)?"
    r"(?:(?:at least|about|some|another|more than|nearly|almost)\s+)?$"
)
# Two numbers of a game or a season, which are no range: "a 5-11 season", "a 34-6 win".
SCORE = re.compile(
    r"\d{1,3}[-–]\d{1,3}(?=\s+(?:\w+\s+)?(?:season|record|mark|finish|start|campaign|win|loss|victory|"
    r"defeat|lead|draw|tie|vote)\b)"
)
# "killed 10 from Karsa", "ten of them"; not "rose to 32 from 28"
OUT_OF = re.compile(r"\s+(?:of\s+(?:the|them|those|whom|its|their|his|her)\b|from\s+(?=[a-zA-Z]))")
AMONG = re.compile(
    r"\bamong\s+(?:the\s+)?(?:(?:at\s+least|about|nearly|more\s+than)\s+)?(?:\d|dead\b|killed\b|victims\b)"
)
THEM = re.compile(
    r"\s+of\s+(?:them|whom|those|the\s+(?:dead|killed|injured|wounded|victims))\s+(?:(?:are|were|was|is)\s+)?([a-z]+)"
)
# Roles of people that verbs also give to things -> these verbs.
TAKEN = {
    "displaced": frozenset({"evacuate", "evacuation"}),
    "missing": frozenset({"miss"}),
    "arrested": frozenset({"seize", "capture", "detain"}),
    "freed": frozenset({"free", "release", "liberate"}),
}
# Fewer who flee have got away from somewhere, but households have left their homes.
MANY, HOMES = 10, frozenset({"family", "household"})
# After a number that leaves its noun out, and before it.
BARE = re.compile(r"\s*(?:[.,;]|(?:are|were|had|have|was|is|and|including|or|wait\w*)\b)")
JOINED = re.compile(r"\b(?:and|but|while|whereas)\b")
CLOSED = re.compile(r"[.;:?!]\s|\b(?:in|at|by|on|of|to|from|than)\s$")
ROW = 100  # code points before such a number in which that before it stands
NEAR = 36  # code points after a number where a word that narrows it stands: "four people with serious injuries"


def scope_of(document: Document, mention: EventMention, told: Action, quantity: Quantity) -> str:
    """The scope of a claim with this number: what it measures and whose, else what it counts; "" if unknown."""
    if voted := share(document, mention, quantity):
        return f"{voted} {quantity.unit}"
    if not quantity.measure or (told.counts and not quantity.unit):  # "the toll rose to 62"
        return counted(document, mention, told, quantity)
    if quantity.measure == "age":
        owner = document.quote(quantity.owner) if quantity.owner else ""
        if owner.lower() in PRONOUNS:  # "he was 75"
            who = mention.first("agent")
            owner = who.name.split()[-1] if who is not None and who.name else ""
        common = is_people(singular(owner.lower()))  # "Girls aged 12"; a name keeps its capital
        return f"age of {owner.lower() if common else owner.title() if owner.isupper() else owner}" if owner else ""
    if quantity.role and quantity.unit:  # "paid a fine of $3 million"
        return f"{quantity.role} {quantity.unit}"
    if quantity.unit == "percent":  # "70 percent of the houses"
        done = min(COUNTS.get(quantity.measure, {quantity.measure}))
        return " ".join((done, quantity.unit, *_nouns(document, quantity)))
    money = len(quantity.unit) == 3 and quantity.unit.isupper()
    return f"{quantity.measure} {quantity.unit}" if money else quantity.measure


def counted(document: Document, mention: EventMention, told: Action, quantity: Quantity) -> str:
    """What a number counts, with its role: "killed people", "injured people", "killed soldier"; "" for ages, spans of
    time and numbers whose role is unknown. A part of a total is marked, because it cannot clash with the total."""
    heads = _nouns(document, quantity) or _subject(document, mention, told, quantity) or _again(document, quantity)
    before = document.text[max(0, quantity.span.begin - NEAR) : quantity.span.begin]
    if relative(document, mention, quantity):
        before = ""
    if _uncounted(document, quantity, heads, before, mention.predicate in COMES_TO | {"toll"}):
        return ""
    known, predicate = _role(document, mention, told, quantity, heads, before)
    heads = tuple(h for h in heads if h in ANYONE or known in COUNTS.get(h, {known}))
    if known in HARMED and quantity.of and quantity.of.end <= quantity.span.begin:
        heads = ()  # "a family of five"
    if not known and (not heads or KNOWN.search(before)):
        return ""  # of "the two sides" their number is not what is told
    role = known or predicate
    if quantity.unit and quantity.unit != "percent" and role in HARMED:
        return ""  # "killed by a 12,000-pound orca" counts nobody
    if quantity.unit:
        return f"{role} {quantity.unit} {' '.join(heads)}".strip()
    itself = quantity.of and document.quote(quantity.of).lower() == mention.predicate  # "three die"; not "86 arrests"
    people = all(h in ANYONE for h in heads) or (itself and known in HARMED)
    return f"{role} {'people' if people else ' '.join(heads)}{PART if _part(document, quantity) else ''}"


def _role(
    document: Document, mention: EventMention, told: Action, quantity: Quantity, heads: tuple[str, ...], before: str
) -> tuple[str, str]:
    """What was done to those counted ("killed", "arrested"), "" where that is no such role; and the predicate that
    tells it."""
    struck = told.carrier is not None and told.carrier.role == "agent" and not told.counts  # "the quake jolted"
    predicate = mention.predicate.lower() if struck else told.predicate
    own = COUNTS.get(predicate, frozenset())
    if quantity.role:  # "9 died, 31 were hurt": the second number is not of the dead
        own = own & {quantity.role} or frozenset({quantity.role})
    others = (COUNTS.get(w, frozenset()) for w in (*heads, *_arguments(document, mention)))
    known = next((min(r) for r in (_done(before), own, *others) if r), "")
    thing = predicate in TAKEN.get(known, ()) and any(h not in ANYONE and not is_people(h) for h in heads)
    if predicate == "flee" and quantity.high < MANY and HOMES.isdisjoint(heads):
        return FLED, predicate  # "two gunmen fled"
    return "" if thing or heads == ("time",) else known, predicate  # "evacuated several buildings", "held four times"


def relative(document: Document, mention: EventMention, quantity: Quantity) -> bool:
    """True for a number of those of whom a participle right after them tells, "many of the 52 people *gunned down*",
    or of whom a clause says that they died: "the five people who lost their lives"."""
    of, at = quantity.of, quantity.span.begin
    if of is None:
        return False
    told, between = action(document, mention).predicate, document.text[max(at, of.end) : mention.span.begin]
    role = "agent" if between in (" who ", " that ") and told == "die" else "patient" if between == " " else ""
    return not HARMED.isdisjoint(COUNTS.get(told, ())) and any(
        at - len("the ") <= a.span.begin <= at for a in mention.arguments if a.role == role
    )


def _uncounted(document: Document, quantity: Quantity, heads: tuple[str, ...], before: str, told: bool) -> bool:
    """True for a number that counts nothing: an age, a span of time, a score, "hundreds of kilometres", "one of three
    boats", "ten times faster", "five buildings away"; "died at 61", where no verb *told* that so many there were."""
    text, end = document.text, quantity.span.end
    if singular(quantity.unit) in AGES_AND_SPANS or SCORE.match(text, quantity.span.begin) or "age" in heads:
        return True
    whole = ONE_OF.search(before) and all(h not in COUNTS for h in heads)  # but "30 of the 80 wounded" has 80
    if whole or any(h in MEASURES for h in heads) or TIMES_AS.match(text, end):
        return True
    if (
        quantity.of is None
        and not quantity.unit
        and LABELLED.search(text, max(0, quantity.span.begin - NEAR), quantity.span.begin)
    ):
        return True  # "in shaft four", "at gate 3"
    if quantity.of:
        return bool(AWAY.match(text, quantity.of.end))
    aged = quantity.low <= OLDEST and AGED.search(before) and not told
    # "two Costa Rican pilots": something is counted that the tree did not tell
    return bool(aged or (not heads and NAMED_AFTER.match(text, end)))


def _part(document: Document, quantity: Quantity) -> bool:
    """True for a number that is part of another, or on top of it: "two of them", "including 12 guards"."""
    text, at = document.text, quantity.span
    after = OTHERS.split(text[at.end : at.end + NEAR].lower())[0]
    more = document.quote(at).lower().startswith("another ")  # "10,000 in Karsa and another 1,000 in Vell"
    among = re.search(r"\b(?:including|among)\s+$", text[max(0, at.begin - 12) : at.begin].lower())
    return bool(OUT_OF.match(after) or AMONG.search(after) or among or more) or not SUBSET.isdisjoint(
        re.findall(r"\w+", after)
    )


def _subject(document: Document, mention: EventMention, told: Action, quantity: Quantity) -> tuple[str, ...]:
    """What has a number without noun: "the *crowd* was estimated at 5,000"."""
    if mention.predicate not in COMES_TO or quantity.unit:
        return ()
    roles = ("agent", "patient") if mention.predicate in EQUALS else ("patient",)  # "officials put the crowd at 5,000"
    has = (a for a in mention.arguments if a.role in roles and a is not told.carrier)  # not the part of "take part"
    nouns = (document.quote(a.head) for a in has if not a.name and not a.span.touches(quantity.span))
    return next(((singular(n),) for n in nouns if n.islower() and n not in PRONOUNS), ())


def _again(document: Document, quantity: Quantity) -> tuple[str, ...]:
    """The noun of the number before, of one that leaves it out: "Oro added 16 *points* and Vale had 14", "1,000
    *people* are housed and another 2,000 wait"."""
    if quantity.unit or quantity.of or quantity.role or not BARE.match(document.text, quantity.span.end):
        return ()
    near = Span(max(0, quantity.span.begin - ROW), quantity.span.begin)
    before = [q for q in document.layer(Quantity).touching(near) if q.span.end < quantity.span.begin]
    last = before[-1] if before else None
    if last is None or last.of is None or last.unit or last.of.begin < last.span.end:
        return ()
    between = document.text[last.of.end : quantity.span.begin]
    return _nouns(document, last) if JOINED.search(between) and not CLOSED.search(between) else ()


def _nouns(document: Document, quantity: Quantity) -> tuple[str, ...]:
    """The nouns that a number counts, in the singular; of "five of them children" the children."""
    kind = THEM.match(document.text, quantity.span.end)
    if kind and is_people(singular(kind[1].lower())):
        return (singular(kind[1].lower()),)
    return _heads(document.quote(quantity.of)) if quantity.of else ()


def _done(before: str) -> frozenset[str]:
    """What was done to a number by the word right before it, whatever the tree."""
    word = DONE.search(before)
    if word is None or word[1] == "body":  # "a body of 12 experts"
        return frozenset()
    said = word[1]
    # "injured": injure; "wounded": wound; "killing": kill; "injuring": injure; "deaths": death
    forms = (said, said[:-1], said[:-2], said[:-3], f"{said[:-3]}e", singular(said))
    return next((COUNTS[f] for f in forms if f in COUNTS), frozenset())


def _arguments(document: Document, mention: EventMention) -> list[str]:
    """The head words of the participants, for "the death toll rose to 12"; what somebody has is no number of them."""
    if mention.predicate == "have":
        return []
    core = (a for a in mention.arguments if a.role in ("agent", "patient", "topic"))
    return [singular(w) for a in core for w in document.quote(a.head).lower().split()]


def _heads(words: str) -> tuple[str, ...]:
    """The nouns that a count is of: the last word before a preposition, and before each "and"; that before the names of
    those who are counted.

    >>> _heads("Iranian commanders and fighters in the north"), _heads("players Jo Vale and Ana Oro"), _heads("U.S.")
    (('commander', 'fighter'), ('player',), ())
    """
    parts = [part.split() for part in re.split(r"\band\b|\bor\b", AFTER_HEAD.split(words)[0])]
    first = parts[0] if parts else []
    called = next((w for w in reversed(first) if w.islower()), "") if first and first[-1].istitle() else ""
    if called and is_people(singular(called)):
        return (singular(called),)
    return tuple(singular(part[-1].lower()) for part in parts if part and "." not in part[-1])  # "10 U.S."
