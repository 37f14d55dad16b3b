"""The numbers of a mention: which it governs, and what each counts or measures, so that only like is compared."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.actions import Action
from rashomon.claims.near import touching
from rashomon.lexicon import ANYONE, COUNTS, HARMED, SUBSET, singular
from rashomon.quantity.words import MEASURES
from rashomon.types import PART, PARTICIPANTS, Document, EventMention, Quantity, Span, Time, Value
from rashomon.values import number

AGES_AND_SPANS = frozenset("year month week day hour minute second".split())
AFTER_HEAD = re.compile(r"\b(?:of|in|at|from|on|with|who|that|by|for|near|to|after|since|during|under)\b|[,;(]")
NAMED_AFTER = re.compile(r"\s+[A-Z]")
NO_LENGTH_BEFORE = re.compile(
    r"\b(?:after|in|within|past|last|next|over|previous|every|than|each|per|first)\s+(?:the\s+)?$", re.IGNORECASE
)
NO_LENGTH_AFTER = re.compile(r"\s*(?:later|ago|after|before|earlier|from|prior|old)\b", re.IGNORECASE)
THAN = re.compile(r"\bthan\s+(?:the\s+)?$", re.IGNORECASE)
ONE_OF = re.compile(r"\bone\s+of\s+(?:(?:the|its|their|his|her)\s+)?$", re.IGNORECASE)
TIMES_AS = re.compile(r"\s+times\s+(?:as|more|less|the|that|\w+er)\b", re.IGNORECASE)
KNOWN = re.compile(r"\b(?:the|these|those|its|their|his|her|our)\s+$", re.IGNORECASE)
LATE = re.compile(r"\s*(?:late|delay|hold[\s-]?up)\b|\s*behind\s+schedule", re.IGNORECASE)
AGED = re.compile(r"\b(?:at|aged|age|age\s+of)\s+$", re.IGNORECASE)
# Two numbers of a game or a season, which are no range: "a 5-11 season", "a 34-6 win".
SCORE = re.compile(
    r"\d{1,3}[-–]\d{1,3}(?=\s+(?:\w+\s+)?(?:season|record|mark|finish|start|campaign|win|loss|victory|"
    r"defeat|lead|draw|tie|vote)\b)"
)
# Between an amount and the same in another unit: "7 km (4 miles)", "1,000 kilometres, or 621 miles".
CONVERSION = re.compile(r"(?:[ -](?!per\b)[a-z.]+){0,2}(?: ?\(|, or (?:about )?)", re.IGNORECASE)
UNITED = 32  # code points that it may take
OTHERS = re.compile(r"[,.;:()]|\b(?:and|but|or|while|as|than)\b")  # ends what is said of a number
DONE = re.compile(r"\b([a-z]+ed)\s+(?:(?:at least|about|some|another|more than|nearly|almost)\s+)?$")
NEAR = 36  # code points after a number where a word that narrows it stands: "four people with serious injuries"


def numbers(document: Document, mention: EventMention, told: Action) -> Iterator[tuple[Span, Value, str]]:
    """The words, the value and the scope of each number that a mention governs."""
    for q in _quantities(document, mention, told):
        if not _converted(document, q) and (scope := scope_of(document, mention, told, q)):
            yield q.span, number.of_quantity(q), scope
    for a in mention.arguments:
        if a.role == "number" and (found := _length(document, mention, a.span)):
            yield a.span, *found


def scope_of(document: Document, mention: EventMention, told: Action, quantity: Quantity) -> str:
    """The scope of a claim with this number: what it measures and whose, else what it counts; "" if unknown."""
    if not quantity.measure:
        return counted(document, mention, told, quantity)
    if quantity.measure == "age":
        return f"age of {document.quote(quantity.owner).lower()}" if quantity.owner else ""
    if quantity.role and quantity.unit:  # "paid a fine of $3 million"
        return f"{quantity.role} {quantity.unit}"
    money = len(quantity.unit) == 3 and quantity.unit.isupper()
    return f"{quantity.measure} {quantity.unit}" if money or quantity.unit == "percent" else quantity.measure


def _converted(document: Document, quantity: Quantity) -> bool:
    """True for "1,000 km" of "620 miles (1,000 km)": one amount, told again in another unit."""
    if not quantity.unit:
        return False
    before = Span(max(0, quantity.span.begin - UNITED), quantity.span.begin)
    return any(
        q.unit not in ("", quantity.unit) and CONVERSION.fullmatch(document.text, q.span.end, quantity.span.begin)
        for q in document.layer(Quantity).touching(before)
        if q.span.end < quantity.span.begin
    )


def _length(document: Document, mention: EventMention, span: Span) -> tuple[Value, str] | None:
    """How long it lasted or how late it was: "an 18-month inquiry", "left ten minutes late"."""
    if document.layer(Quantity).touching(span) or not any(
        t.type == "DURATION" and t.span == span for t in document.layer(Time).touching(span)
    ):
        return None
    before, after = document.text[max(0, span.begin - 16) : span.begin], document.text[span.end : span.end + NEAR]
    value = number.parse(document.quote(span))
    if (
        value is None
        or not value.form
        or NO_LENGTH_AFTER.search(document.quote(span).split()[-1])
        or NO_LENGTH_BEFORE.search(before)
        or NO_LENGTH_AFTER.match(after)
    ):
        return None
    return value, "delay" if LATE.match(after) else f"duration of {mention.predicate}"


def _quantities(document: Document, mention: EventMention, told: Action) -> Iterator[Quantity]:
    """Quantities that the mention governs: inside or right before one of its arguments, or with its predicate as their
    role."""
    core = [(a.span, a.head) for a in mention.arguments if a.role in PARTICIPANTS]
    own = [a.span for a in mention.arguments if a.role == "number"]
    toll = told.carrier.span if told.carrier and told.counts else None
    places = [a.span for a in mention.arguments if a.role == "place"]
    before = (Span(max(0, s.begin - 2), s.end) for s, _ in core)  # the number may stand before the argument and a space
    for q in touching(document.layer(Quantity), (*before, *own, *((mention.sentence,) if mention.sentence else ()))):
        if not told.counts and THAN.search(document.text[max(0, q.span.begin - 12) : q.span.begin]):
            continue  # "higher than the nine deaths that they announced": not its number
        if not q.measure and any(s.covers(q.span) for s in places):
            continue  # "in 20 other cities"
        near = mention.sentence is not None and mention.sentence.covers(q.span)
        if (verb := _right_before(document, mention, q)) and verb is not mention:
            continue  # "killed 2 and injured 5": the second number is not of the dead
        held = any(_governs(document, s, q) and (q.of is None or q.of.touches(head)) for s, head in core)
        free = not q.about and not _elsewhere(document, mention, q)
        tolled = toll is not None and _governs(document, toll, q)
        governed = near and q.about == mention.predicate and not (q.measure and _elsewhere(document, mention, q))
        if q.span in own or verb or tolled or governed or (held and free):
            yield q


def _right_before(document: Document, mention: EventMention, quantity: Quantity) -> EventMention | None:
    """The mention right before a number without noun, of an action that counts people: "injured 5"."""
    if quantity.of or quantity.unit or quantity.measure:
        return None
    others = document.layer(EventMention).touching(mention.sentence or mention.span)
    after = (m for m in others if m.span.end < quantity.span.begin and m.predicate in COUNTS)
    return next((m for m in after if not document.text[m.span.end : quantity.span.begin].strip()), None)


def _elsewhere(document: Document, mention: EventMention, quantity: Quantity) -> bool:
    """True if the tree gives the number to another mention of the sentence."""
    others = document.layer(EventMention).touching(mention.sentence or mention.span)
    return any(a.role == "number" and a.span == quantity.span for m in others if m is not mention for a in m.arguments)


def _governs(document: Document, span: Span, quantity: Quantity) -> bool:
    return span.touches(quantity.span) or document.text[quantity.span.end : span.begin] == " "


def counted(document: Document, mention: EventMention, told: Action, quantity: Quantity) -> str:
    """What a number counts, with its role: "killed people", "injured people", "killed soldier"; "" for ages, spans of
    time and numbers whose role is unknown. A part of a total is marked, because it cannot clash with the total."""
    if singular(quantity.unit) in AGES_AND_SPANS or SCORE.match(document.text, quantity.span.begin):
        return ""
    words = document.quote(quantity.of).lower() if quantity.of else ""
    heads = _heads(words)
    before = document.text[max(0, quantity.span.begin - NEAR) : quantity.span.begin]
    if any(h in MEASURES for h in heads) or ONE_OF.search(before) or TIMES_AS.match(document.text, quantity.span.end):
        return ""  # "hundreds of kilometres", "one of three boats", "ten times faster"
    if not heads and AGED.search(before):
        return ""  # "died at 61"
    if not heads and NAMED_AFTER.match(document.text, quantity.span.end):
        return ""  # "two Costa Rican pilots": something is counted that the tree did not tell
    own = COUNTS.get(told.predicate, frozenset())
    if quantity.role:  # "9 died, 31 were hurt": the second number is not of the dead
        own = own & {quantity.role} or frozenset({quantity.role})
    if "age" in heads:
        return ""
    others = (COUNTS.get(w, frozenset()) for w in (*heads, *_arguments(document, mention)))
    known = next((min(r) for r in (_done(before), own, *others) if r), "")
    heads = tuple(h for h in heads if h in ANYONE or known in COUNTS.get(h, {known}))
    if not known and (not heads or KNOWN.search(before)):
        return ""  # of "the two sides" their number is not what is told
    role = known or told.predicate
    if quantity.unit and quantity.unit != "percent" and role in HARMED:
        return ""  # "killed by a 12,000-pound orca" counts nobody
    if quantity.unit:
        return f"{role} {quantity.unit} {' '.join(heads)}".strip()
    people = not heads or all(h in ANYONE for h in heads)
    after = OTHERS.split(document.text[quantity.span.end : quantity.span.end + NEAR].lower())[0]
    before = document.text[max(0, quantity.span.begin - 12) : quantity.span.begin].lower()
    part = (
        re.match(r"\s+(?:of\s+(?:the|them|those|whom)|from)\b", after)  # "killed 10 from Karsa"
        or re.search(r"\b(?:including|among)\s+$", before)
        or not SUBSET.isdisjoint(re.findall(r"\w+", after))
    )
    return f"{role} {'people' if people else ' '.join(heads)}{PART if part else ''}"


def _done(before: str) -> frozenset[str]:
    """What was done to a number by the word right before it, whatever the tree: "and wounded 20 others"."""
    word = DONE.search(before)
    forms = (word[1][:-1], word[1][:-2]) if word else ()  # "injured": injure; "wounded": wound
    return next((COUNTS[f] for f in forms if f in COUNTS), frozenset())


def _arguments(document: Document, mention: EventMention) -> list[str]:
    """The head words of the participants, for "the death toll rose to 12"."""
    core = (a for a in mention.arguments if a.role in ("agent", "patient", "topic"))
    return [singular(w) for a in core for w in document.quote(a.head).lower().split()]


def _heads(words: str) -> tuple[str, ...]:
    """The nouns that a count is of: the last word before a preposition, and before each "and".

    >>> _heads("iranian commanders and fighters in the north")
    ('commander', 'fighter')
    """
    parts = [part.split() for part in re.split(r"\band\b|\bor\b", AFTER_HEAD.split(words)[0])]
    return tuple(singular(part[-1]) for part in parts if part)
