"""What a number with a unit measures, by the tree: the price offered, the height reached, the age of a person.

A measure is a short key that is equal for numbers that can be compared: "deal per share", "fall to", "age",
"distance from erimo". What is measured is told apart from what happened to it, which is `Quantity.role`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rashomon.common_nouns import singular
from rashomon.grammar import clauses, phrases
from rashomon.grammar.ages import Measure
from rashomon.lexicon import MOVES, PRICES
from rashomon.quantity.words import MEASURES as UNITS
from rashomon.types import Span

if TYPE_CHECKING:
    from rashomon.tokens import Doc, Token

DIMENSIONS = {
    "weight": "tonne kilogram pound_weight gram ounce",
    "length": "kilometre mile metre foot inch yard light_year nautical_mile",
    "area": "hectare acre square_kilometre square_mile square_metre",
    "volume": "litre barrel gallon",
    "power": "megawatt gigawatt",
    "data": "gigabyte megabyte terabyte",
    "temperature": "degree",
    "speed": "kilometre_per_hour mile_per_hour metre_per_second",
}
DIMENSION = {unit.replace("_", " "): name for name, units in DIMENSIONS.items() for unit in units.split()}
# Nouns and adjectives for one measure of a thing.
MEASURE = {
    "altitude": "height", "elevation": "height", "height": "height", "tall": "height", "high": "height",
    "deep": "depth", "depth": "depth", "wide": "width", "width": "width", "long": "length", "length": "length",
    "weigh": "weight", "weight": "weight", "range": "range", "distance": "distance", "radius": "radius",
    "temperature": "temperature", "speed": "speed", "cost": "price", "worth": "price", "price": "price",
    "value": "price",
}  # fmt: skip
EQUALS = frozenset("be represent total amount equal weigh cost measure stand value reach average estimate".split())
VOTES = frozenset("ballot election plebiscite poll polling referendum vote voting".split())
PUT = frozenset({"estimate", "put"})  # what is put at a number has it
STEADY = frozenset("capped fixed flat stable steady unchanged".split())
UNTOLD = frozenset("hear see know think say consist mean".split())  # they do not tell what
TO = {"to": "to", "from": "from", "below": "to", "above": "to", "under": "to", "less": "to", "at": "to"}
EARLIER = frozenset("first initial original previous earlier last old former prior".split())
PER = re.compile(
    r"[\s-]*(?:per|an?|each)[\s-]+(?:[A-Z][\w.]*\s+)?(share|year|month|week|day|barrel|ounce|person|head|hour|night)\b"
)
ANNUAL = frozenset({"annual", "yearly"})
AWAY = re.compile(
    r"\s*(?:\([^)]{1,24}\)\s*)?(?:(?:to\s+the\s+)?(?:due\s+)?(?:(?:north|south|east|west)[\w-]*|away|off|out|outside|inland|behind|beyond)\b[\s,]*)+"
    r"(?:off|of|from|to)?|\s*(?:\([^)]{1,24}\)\s*)?from\b",
    re.IGNORECASE,
)
STOP = re.compile(r"[–—.;:!?)]|\s-\s")
ABOVE = re.compile(r"\s*above\b")
LATITUDE = re.compile(r"\s*(?:north|south|east|west|latitude|longitude)", re.IGNORECASE)
IN_KIND = re.compile(r"\s+in\s+(?:cash|stock)\b")
BEFORE = re.compile(r"(?:\b(\w+)\s+)?(\w+),?\s+(?:of|to|at|for|from|worth)\s+$")
LIGHT_YEAR = re.compile(r"[\s-]*(?:light|square|nautical|cubic)[\s-]\w+", re.IGNORECASE)
OFFERED = re.compile(r"\b(?:offer(?:s|ed|ing)?|bids?|bidding)\s+$", re.IGNORECASE)
IN_PRICED = re.compile(r"\s+in\s+(?:[a-z]+\s+)?([a-z]+)\b")
ON_TO = re.compile(r"\s+to\s+(?:US|HK|NZ)?[$£€]?\d")
PRICED = re.compile(r"[\s-]+(\w+)\b")
WORTH = re.compile(r"\bworth\s+$", re.IGNORECASE)
RATED = frozenset("share year month week day barrel ounce person head hour night".split())
# "down 29 percent", "as low as $5,900"
MOVED = re.compile(
    r"\b(?:(down|up)\s+(?:by\s+)?|(?:as|record|\w+-\w+)\s+(low|high)(?:\s+(?:as|of|at))?\s+)$", re.IGNORECASE
)
QUAKES = r"(?:(?:earth)?quake|aftershock|temblor|tremor)"
MAGNITUDE = re.compile(rf"(?:magnitude(?:\s+of)?[\s-]+(?:an?\s+|about\s+)?|\b{QUAKES}s?\s+of\s+)$", re.IGNORECASE)
AFTER_MAGNITUDE = re.compile(
    rf"[\s-]*magnitude\b|\s+on\s+the\s+Richter\b|[\s-]+(?:strength|degree)\s+{QUAKES}\b", re.IGNORECASE
)
# The preposition right before a number, which the tree may hang on the other end of "from 3 to 5 percent".
PREPOSITION = re.compile(r"\b(to|from|at|by|below|above|under)\s+(?:the\s+)?$", re.IGNORECASE)
ENDS = frozenset({"percent", "%", "cent"})
REACH = 60  # code points after a distance in which the name of what it is counted from begins


def measure(token: Token, unit: str, at: Span) -> Measure:
    """What a number with a unit measures; "" where the tree does not say."""
    doc, text = token.doc, token.doc.text
    if (not unit and MAGNITUDE.search(text[max(0, at.begin - 24) : at.begin])) or AFTER_MAGNITUDE.match(text, at.end):
        return Measure("magnitude")
    if not unit:
        return _figure(token, at)
    node, end = _whole(token, unit, at)
    if unit == "degree" and LATITUDE.match(text, end):
        return Measure("")
    if DIMENSION.get(unit) == "length" and (place := _from(doc, end)):
        return Measure(f"distance from {place}")
    if DIMENSION.get(unit) == "length" and ABOVE.match(text, end):
        return Measure("height")
    moved = MOVED.search(text[max(0, at.begin - 40) : at.begin])
    if moved and unit not in DIMENSION:
        return Measure(f"{MOVES[(moved[1] or moved[2]).lower()]} {'to' if moved[2] else 'by'}")
    if unit in DIMENSION and (stuff := _stuff(node)):
        return Measure(f"{DIMENSION[unit]} of {stuff}")
    money = len(unit) == 3 and unit.isupper()
    lost = IN_PRICED.match(text, end) if money else None
    if lost and lost[1] in PRICES:  # "caused $40 million in damage"
        return Measure(PRICES[lost[1]])
    on_to = unit == "percent" and not _before(token, at) and ON_TO.match(text, end)
    if on_to and (move := _move(token)):  # "rose 6% to $61", hung on the $
        return Measure(f"{move} by")
    in_kind = IN_KIND.match(text, end)
    found = Measure("cash") if in_kind else _put(node, unit, at) or _of_noun(node, unit) or _of_verb(node, unit, at)
    rate = PER.match(text, end)
    priced = PRICED.match(text, rate.end() if rate else end) if money and not in_kind else None
    if priced and priced[1].lower() in PRICES and not found.name.endswith(PRICES[priced[1].lower()]):
        found = Measure(PRICES[priced[1].lower()])  # "made its $38 billion bid", whatever the tree
    if money and not found.name and OFFERED.search(text, max(0, at.begin - 12), at.begin):
        found = Measure(PRICES["offer"])
    before = BEFORE.search(text[max(0, at.begin - 40) : at.begin])
    if not found.name and before and before[2].lower() in PRICES:
        earlier = "earlier " if (before[1] or "").lower() in EARLIER else ""
        found = Measure(earlier + PRICES[before[2].lower()])
    if money and not found.name.endswith(tuple(PRICES.values())) and WORTH.search(text, max(0, at.begin - 8), at.begin):
        found = Measure("price")
    return Measure(f"{found.name} per {rate[1]}", found.owner) if found.name and rate else found


def _whole(token: Token, unit: str, at: Span) -> tuple[Token, int]:
    """The word that stands for number and unit in the tree ("km" of "770 km"), and where the two end."""
    node, end = token, at.end
    after = [t for t in token.doc[token.i + 1 : token.i + 4] if t.idx >= at.end and not t.is_punct]
    last = re.split(r"[\s\d-]", token.doc.text[at.begin : at.end])[-1].lower()
    written = singular(last) in (*UNITS, "pound") or last in UNITS or (len(unit) == 3 and unit.isupper())
    if after and not written and unit != "percent":
        node = after[0] if after[0].head.i != token.i or token.head.i == after[0].i else token
        compound = LIGHT_YEAR.match(token.doc.text, at.end)
        end = compound.end() if compound else after[0].idx + len(after[0])
    if node.head.i != node.i and (node.head.lower_ in RATED | ENDS or at.begin <= node.head.idx < end):
        node = node.head  # "$70 a share" under the share
    return node, end


def _stuff(node: Token) -> str:
    """What there is so much of: "3,000 tonnes of *wheat*"."""
    after = (c for c in phrases.children(node, "nmod") if c.i > node.i and c.pos_ == "NOUN")
    return next((singular(c.lower_) for c in after if clauses.case(c) == "of"), "")


def _figure(token: Token, at: Span) -> Measure:
    """Where a bare number came to: "the index fell to 7,265"."""
    move, case = _move(token), _before(token, at)
    return Measure(f"{move} {case}" if move and case in ("to", "from") else "")


def _move(token: Token) -> str:
    """Which way the verb over a number moves it, "" if it does not."""
    verb = next((t for t in token.ancestors if t.pos_ in ("VERB", "AUX")), None)
    return MOVES.get(verb.lemma_.lower(), "") if verb is not None else ""


def _before(node: Token, at: Span) -> str:
    """The preposition of a number: the word right before it, else what the tree gives it."""
    word = PREPOSITION.search(node.doc.text[max(0, at.begin - 16) : at.begin])
    return word[1].lower() if word else clauses.case(node)


def _from(doc: Doc, end: int) -> str:
    """The last word of the name that a distance is counted from, "here" without one; "" if it is no such distance."""
    text = doc.text
    away = AWAY.match(text, end)
    if not away:
        return ""
    stop = STOP.search(text, away.end(), away.end() + REACH)
    near = phrases.inside(doc, Span(end, stop.start() if stop else min(len(text), away.end() + REACH)))
    names = [t for t in near if t.idx >= away.end() and t.ent_type_ and t.pos_ == "PROPN" and t.sent == near[0].sent]
    if not names:
        return "here"
    last = names[0]
    while last.i + 1 < len(doc) and doc[last.i + 1].ent_iob_ == "I" and doc[last.i + 1].ent_type_:
        last = doc[last.i + 1]
    return str(last.lower_)


def _put(node: Token, unit: str, at: Span) -> Measure | None:
    """ "Put the turnout in Oro *at 40 percent*", whichever noun of what is put there the number hangs on."""
    verb = next((t for t in node.ancestors if t.pos_ == "VERB"), None)
    if (
        verb is None
        or verb.lemma_.lower() not in PUT
        or _before(node, at) != "at"
        or node.stem not in ("nmod", "obj", "obl")
    ):
        return None
    noun = next(iter(phrases.children(verb, "obj", "nsubj:pass")), None)
    found = _named(noun, unit) if noun is not None and noun.i < node.i else None
    return found if found and found.name else None


def _of_noun(node: Token, unit: str) -> Measure | None:
    """ "a $121 billion bid", "losses of $3 million", "an altitude of 770 km", "an 8-tonne truck"."""
    head, kind, case = node.head, node.stem, clauses.case(node)
    if head.i == node.i:
        return None
    if head.pos_ not in ("NOUN", "PROPN") or (len(unit) == 3 and unit.isupper() and head.pos_ == "PROPN"):
        return None  # "$14 billion for its rival Corvo" measures no Corvo
    attributive = kind in ("compound", "nummod", "amod") and head.i > node.i
    if not attributive and not (
        kind == "nmod" and case in ("of", "for", "at", "to", "from", "below", "above", "worth")
    ):
        return None
    lemma = singular(head.lower_)
    if unit in DIMENSION:
        if attributive:
            return Measure(DIMENSION[unit], head)
        return Measure(MEASURE.get(lemma, f"{lemma} {DIMENSION[unit]}"), head) if case == "of" else None
    passed = lemma in RATED or (lemma not in PRICES and case in ("at", "to"))
    if passed and head.dep_ == "obj" and head.head.pos_ == "VERB":
        return Measure(PRICES.get(head.head.lemma_.lower(), ""), head)  # "valued the maker at $121 billion"
    name = PRICES.get(lemma, MOVES.get(lemma, lemma))
    if name in MOVES.values():
        return Measure(f"{name} {'to' if lemma in ('low', 'high', 'peak') else 'by'}")
    return Measure(_qualified(head, name), head)


def _qualified(noun: Token, name: str) -> str:
    """A first offer is not the last one, nor a yearly loss a loss."""
    words = {c.lower_ for c in noun.children if c.i < noun.i}
    earlier = "earlier " if words & EARLIER else ""
    return f"{earlier}{name}{' per year' if words & ANNUAL else ''}"


def _of_verb(node: Token, unit: str, at: Span) -> Measure:
    """ "fell 14 % to $5,920", "raised its bid to $82", "weighs 9 tonnes", "fined £5,000", "flew 2,700 km"."""
    while node.stem == "conj" and node.head.pos_ in (*phrases.NOUNS, "NUM", "SYM"):
        node = node.head  # "fell 300 points, or 2 percent"
    head, kind, case = node.head, node.stem, _before(node, at)
    if phrases.children(node, "cop"):  # "the fine was $20"
        return _subject(node, unit)
    lemma = head.lemma_.lower()
    if lemma in UNTOLD or head.i == node.i or kind not in ("obl", "obj", "nsubj", "advmod", "xcomp", "nmod"):
        return Measure("")
    if head.lower_ in STEADY and case == "at":  # "the price was unchanged at $60"
        return _subject(head, unit)
    if head.pos_ == "ADJ":
        own = _subject(head, unit) if head.lower_ == "worth" else Measure("")  # "the deal is worth $3 billion"
        return own if own.name else Measure(MEASURE.get(head.lower_, MOVES.get(head.lower_, "")))
    move = MOVES.get(lemma) or MOVES.get(head.lower_)
    if _stuff(node) not in ("", "value", "worth"):
        move = None  # "recovered 80 percent of the loot"
    if head.pos_ != "VERB" and not move:
        return Measure("")
    if lemma in EQUALS and kind in ("obj", "obl") and case in ("", "to", "at", "around"):
        if kept := {"weigh": "weight", "cost": "price"}.get(lemma):
            return Measure(kept, next(iter(phrases.children(head, "nsubj")), None))
        told = _subject(head, unit)
        return told if told.name or lemma != "value" else Measure(PRICES[lemma])  # "a firm valued at $3 billion"
    things = [c for c in phrases.children(head, "obj") if c.i != node.i and singular(c.lower_) in PRICES]
    if case in ("to", "from", "at", "by") and things:  # "raised its bid to $82 from $70"
        price = PRICES[singular(things[0].lower_)]
        return Measure(_qualified(things[0], f"earlier {price}" if case == "from" else price), things[0])
    if move:
        return Measure(f"{move} {TO.get(case, 'by')}")
    if unit in DIMENSION:
        if DIMENSION[unit] == "speed":
            return Measure("speed")
        return Measure(f"{DIMENSION[unit]} {lemma}") if kind in ("obj", "obl", "advmod") and not case else Measure("")
    name = lemma if unit == "percent" and lemma == "damage" else str(PRICES.get(lemma, lemma))
    return Measure(f"{name} {case}".strip() if case in ("at", "by", "to") else name)


def _subject(predicate: Token, unit: str) -> Measure:
    """The measure that the subject names: "the altitude was 5 km", "the new bid represents $82"."""
    subject = next(iter(phrases.children(predicate, "nsubj")), None)
    return _named(subject, unit) if subject is not None else Measure("")


def _share(noun: Token, lemma: str) -> str:
    """The key of a share that a noun names, with what it is limited to: "turnout among *voters* under 30"."""
    beside = (*phrases.children(noun, "nmod"), *phrases.children(noun.head, "nmod", "obl"))
    limits = (singular(c.text) for c in beside if c.pos_ == "NOUN" and c.text.islower() and c.text not in ENDS)
    return " ".join((lemma, *(limit for limit in limits if limit not in VOTES)))


def _named(noun: Token, unit: str) -> Measure:
    """The measure that a noun names."""
    if noun.pos_ not in ("NOUN", "PROPN"):
        return Measure("")
    lemma = singular(noun.lower_)
    own = f"{lemma} {DIMENSION[unit]}" if unit in DIMENSION else _share(noun, lemma) if unit == "percent" else ""
    name = MEASURE.get(lemma) or PRICES.get(lemma) or own
    return Measure(_qualified(noun, name), noun) if name else Measure("")
