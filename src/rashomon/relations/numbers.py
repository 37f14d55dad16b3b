"""Two numbers of one scope: parts, figures that move, tolls that rise, and counts that cannot both be true."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from math import inf

from rashomon.common_nouns import FORCES, singular
from rashomon.denials import elsewhere, one_name, unlike
from rashomon.doubts import RUNS, SHARES, TOO_FAR, TWO_KINDS, WIDER
from rashomon.lexicon import COUNTED, COUNTS, LIGHT, MOVES, TURNOUT
from rashomon.relations.pair import Pair
from rashomon.tolls import OF_PEOPLE, among, one_kind
from rashomon.types import PART, Agreement, Claim, Quantity, Relation, Value
from rashomon.values.number import compare
from rashomon.voices import Voices
from rashomon.whereabouts import told_at

FROM = re.compile(r"\bfrom\s+(?:an?\s+earlier\s+)?$")
ACROSS = re.compile(
    r"\b(?:across|throughout|all over)\s+(?:the\s+)?(?:[A-Z]|country|nation|region|state|province)|\bnation-?wide\b|"
    r"\baround\s+the\s+country\b"
)
ONE = re.compile(r"an?\s+\S+\s+\S", re.IGNORECASE)  # "a British man was killed" tells of him, whoever died besides
MANY = "as many, under another noun"
# Of a crowd nobody counted.
VAGUE = re.compile(r"(?:many |several )?(?:dozens|scores|hundreds|thousands)", re.IGNORECASE)
# Nouns and verbs of games and careers, of which sentences tell parts: "blocked two shots in the last minute".
OF_PARTS = frozenset("season term year round set game match shot goal point rebound pass yard run basket seat".split())
VERBS_OF_MANY = LIGHT | frozenset("have be do get score win lose catch play throw run hit miss complete".split())
MONEY = re.compile("[A-Z]{3}")  # ISO 4217
LIST = 3  # values under one scope from which an account tells a list
YEAR = 180.0  # days within which a person has one age
FAR = 10.0  # numbers that differ by this factor count different things
LOOSELY_FAR = 3.0  # the same where no role or name says that they count one thing
CROWD = 50.0  # the same of crowds: the police and those who march often differ by more than ten
GROWS = frozenset({"killed", "injured", "missing", "displaced"})  # counts that rise with news
# Figures that are another by the hour: two of them are two states, never a dispute.
MOVING = {*MOVES, *MOVES.values()} | set(
    "price share stock rate index currency trade trading exchange value market capitalisation capitalization".split()
)
ATTENDING = "attending "
OF_ONE = {"age": "one person has one age at a time", "children": "of one person"}  # why two numbers cannot both be
# What one happening, or one person, has one number of.
SINGLE = COUNTED | OF_ONE.keys() | {"magnitude", "prison", "majority", "minority", "won"}


def relate(pair: Pair) -> Relation:
    """How two numbers that differ stand: the first of these gates that one fails says so."""
    words, asked = pair.scope.split(), pair.voices.asked
    if pair.scope.endswith(PART):
        return pair.stand(Agreement.COMPATIBLE, "parts of a total")
    if not MOVING.isdisjoint(words):
        told = pair.in_time()
        if told is None:
            return pair.stand(Agreement.ARGUABLE, RUNS)
        return told.stand(Agreement.UPDATED, "a figure that moves, told later")
    roles = {words[0], *(role for w in words for role in COUNTS.get(singular(w), ()))}
    single = not roles.isdisjoint(SINGLE)
    unit = pair.a.value.form
    if unit == "percent" and not asked and "vote" not in words[1:2] and pair.scope != TURNOUT:
        return pair.stand(Agreement.ARGUABLE, SHARES)
    if not single and _listed(pair):
        return pair.stand(Agreement.COMPATIBLE, "one account lists several")
    if not single and _one_teller(pair):
        return pair.stand(Agreement.COMPATIBLE, "one account gives both")
    if not (single or (asked and not unit) or MONEY.fullmatch(unit) or _same_things(pair)) or _loose(pair):
        far = "people" not in words and _ratio(pair) >= LOOSELY_FAR
        return pair.stand(Agreement.ARGUABLE, TOO_FAR if far else "they may measure different things")
    if pair.one_mention():
        return pair.stand(Agreement.COMPATIBLE, "one account gives both")
    if pair.scope.startswith(ATTENDING) and any(
        all(VAGUE.fullmatch(c.words) for c in p.claims) for p in (pair.a, pair.b)
    ):
        return pair.stand(Agreement.ARGUABLE, "one names no number")
    if any(all(ONE.match(c.words) for c in p.claims) for p in (pair.a, pair.b)) and not _nobody(pair):
        return pair.stand(Agreement.ARGUABLE, "one may be one of them")
    if words[0] in OF_ONE and (reason := _ages(pair, words[-1])):
        return pair.stand(Agreement.ARGUABLE, reason)
    if words[0] == "prison" and not any(one_name(x, y, pair.voices) for x, y in pair.facing()):
        return pair.stand(Agreement.ARGUABLE, "perhaps the terms of two people")
    return _dispute(pair, rises=not roles.isdisjoint(GROWS))


def _nobody(pair: Pair) -> bool:
    return any(p.value.high == 0.0 for p in (pair.a, pair.b))


def of_kinds(pair: Pair) -> Relation | None:
    """How two counts of people under two nouns stand: the soldiers may be some of the people, but are no more than
    they. None for numbers of other things, and for what the values alone say."""
    if pair.scope.split()[0] not in OF_PEOPLE:
        return None
    some, every = (p.value for p in ((pair.a, pair.b) if pair.a.value.form else (pair.b, pair.a)))
    if every.form:
        return _two_kinds(pair)
    if (some.low, some.high) == (every.low, every.high):
        return pair.stand(Agreement.AGREES, MANY)
    if (some.low or 0.0) > (inf if every.high is None else every.high):
        return relate(pair)
    return pair.stand(Agreement.COMPATIBLE, "they may be some of them")


def _two_kinds(pair: Pair) -> Relation:
    """Two counts of people, each under a noun: soldiers and servicemen are one kind, soldiers and workers are two, and
    so is what one account tells apart, or what a count of all has room for; of pilgrims and worshippers nobody
    knows."""
    both = [{p.value.form for p in pair.positions if c.document in {d.document for d in p.claims}} for c in pair.claims]
    nouns = {pair.a.value.form, pair.b.value.form}
    told_apart = any(nouns <= told for told in both)
    if one_kind(pair.a.value.form, pair.b.value.form) and not told_apart:
        same = (pair.a.value.low, pair.a.value.high) == (pair.b.value.low, pair.b.value.high)
        return pair.stand(Agreement.AGREES, MANY) if same else relate(pair)
    if any(p.value.high == 0.0 and among(q.value.form, p.value.form) for p, q in ((pair.a, pair.b), (pair.b, pair.a))):
        return relate(pair)  # "no civilians were hurt", "two children were killed"
    alike = compare(*(replace(p.value, form="") for p in (pair.a, pair.b))) is not Agreement.CONFLICTS
    least = sum(p.value.low or 0.0 for p in (pair.a, pair.b))
    room = any(not p.value.form and (p.value.low or 0.0) >= least for p in pair.positions)
    if alike or room or nouns & FORCES or told_apart:
        return pair.stand(Agreement.COMPATIBLE, "people of two kinds")
    return pair.stand(Agreement.ARGUABLE, TWO_KINDS)


def _listed(pair: Pair) -> bool:
    """True if an account behind either value gives LIST values or more: sizes of several things, prices of several."""
    given = Counter(document for p in pair.positions for document in {c.document for c in p.claims})
    return any(given[c.document] >= LIST for c in pair.claims)


def _one_teller(pair: Pair) -> bool:
    """True if one account gives both values on the word of one holder: it holds them for numbers of two things."""
    return any((x.document, x.holders) == (y.document, y.holders) for x, y in pair.facing())


def _same_things(pair: Pair) -> bool:
    """True for counts of one noun by one verb of what somebody named, a day or a place makes one deed, of which each
    account has one count: "closed 12 stations", "closed 40 stations"."""
    words, voices = pair.scope.split(), pair.voices
    if pair.a.value.form or pair.b.value.form or len(words) < 2 or words[0] in VERBS_OF_MANY or words[-1] in OF_PARTS:
        return False
    told = [{c.document for c in p.claims} for p in pair.positions]
    if any(sum(document in t for t in told) > 1 for t in told for document in t):
        return False
    return any(
        voices.tensed(x) and voices.tensed(y) and not unlike(x, y, voices) and _tied(x, y, voices)
        for x, y in pair.facing()
    )


def _tied(one: Claim, other: Claim, voices: Voices) -> bool:
    """True if the mentions of both name one participant, or their sentences one place."""
    places = {p.form for p in voices.places(one)} & {p.form for p in voices.places(other)}
    return bool(places) or one_name(one, other, voices)


def _loose(pair: Pair) -> bool:
    """True for two stretches of time of which one is told of a noun: which of its stretches, nobody says."""
    return (
        pair.scope.split()[0] == "duration"
        and not pair.voices.asked
        and not all(pair.voices.tensed(c) for c in pair.claims)
    )


def _ages(pair: Pair, surname: str) -> str:
    """Why two ages may be of two people, or of one person at two times; "" if they are neither."""
    voices = pair.voices
    aged = {voices.person(c, surname) for c in pair.claims}
    if "" in aged or len(aged) > 1:
        return "perhaps of two people"
    days = [voices.day(c.document) for c in pair.claims]
    known = [d for d in days if d is not None]
    soon = len(known) == len(days) and max(known) - min(known) < YEAR
    return "" if voices.asked or soon else "perhaps of one person at two times"


def _dispute(pair: Pair, *, rises: bool) -> Relation:
    """How two counts of one thing stand: too far apart, one after the other, of two happenings, or in dispute."""
    rising = pair.rising()
    if _ratio(pair) >= (CROWD if pair.scope.startswith(ATTENDING) else FAR):
        return pair.stand(Agreement.ARGUABLE, TOO_FAR)
    if rises and (_rose(rising) or _risen_from(rising)):
        return rising.stand(Agreement.UPDATED, "the higher count is later")
    reasons = [
        unlike(x, y, pair.voices) or elsewhere(x, y, pair.voices) or _wider(x, y, pair.voices) for x, y in pair.facing()
    ]
    reason = reasons[0] if all(reasons) else _where_told(pair)
    if reason:
        return pair.stand(Agreement.ARGUABLE, reason)
    return pair.contest(OF_ONE.get(pair.scope.split()[0], "they count the same"))


def _where_told(pair: Pair) -> str:
    """Why those claims that say where they count may count elsewhere: "total dead: 10" is of the town that the others
    who give ten name."""
    told = [(x, y) for x, y in pair.facing() if told_at(x, pair.voices) and told_at(y, pair.voices)]
    reasons = [elsewhere(x, y, pair.voices) for x, y in told]
    return reasons[0] if reasons and all(reasons) else ""


def _ratio(pair: Pair) -> float:
    """How many times the lower number the higher is; endless below zero, 1 where one is of nobody."""
    low, high = sorted(p.value.low or 0.0 for p in (pair.a, pair.b))
    return inf if low < 0 else high / low if low else 1.0


def _risen_from(rising: Pair) -> bool:
    """True if all who give the higher count give the lower as what it was before: "rose to 32 from 28"."""
    return all(_before(c, rising.a.value, rising.voices) for c in rising.b.claims)


def _before(claim: Claim, lower: Value, voices: Voices) -> bool:
    document, mention = voices.documents[claim.document], voices.mention(claim)
    near = document.layer(Quantity).touching((mention.sentence or mention.span) if mention else claim.evidence)
    earlier = (q for q in near if FROM.search(document.text, max(0, q.span.begin - 16), q.span.begin))
    return any((q.low, q.high) == (lower.low, lower.high) for q in earlier)


def _wider(one: Claim, other: Claim, voices: Voices) -> str:
    """Why two counts may be a whole and a part: one is told of all of a country, the other is not."""
    wide = set()
    for c in (one, other):
        mention = voices.mention(c)
        sentence = (mention.sentence or mention.span) if mention else c.evidence
        wide.add(bool(ACROSS.search(voices.documents[c.document].quote(sentence))))
    return WIDER if len(wide) > 1 else ""


def _rose(rising: Pair) -> bool:
    """True for a toll that rose: every claim of the higher number is later than every claim of the lower. Never where
    two named sources stand against each other."""
    told, voices = rising.in_time(0.0), rising.voices
    if told is None or told.i != rising.i:
        return False
    return not any(voices.source(x) and voices.source(y) and voices.independent(x, y) for x, y in rising.facing())
