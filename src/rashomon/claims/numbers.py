"""The numbers of a mention: which it governs, with their values."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.actions import Action, action
from rashomon.claims.near import touching
from rashomon.claims.scopes import relative, scope_of
from rashomon.claims.votes import WON, tally, votes
from rashomon.lexicon import ABOARD, COUNTS, HARMED
from rashomon.types import PART, PARTICIPANTS, Document, EventMention, Quantity, Span, Time, Value
from rashomon.values import number

NO_LENGTH_BEFORE = re.compile(
    r"\b(?:after|in|within|past|last|next|over|previous|every|than|each|per|first)\s+(?:the\s+)?$", re.IGNORECASE
)
WITHIN = re.compile(r"\b(?:within|in\s+less\s+than|in\s+under)\s+(?:its\s+\w+\s+of\s+)?$", re.IGNORECASE)
TERM = re.compile(
    r"\s*(?:to\s+life\s+)?(?:in\s+(?:prison|jail|custody)|behind\s+bars|jail|prison|sentence)\b", re.IGNORECASE
)
JAILED, DELAYED = frozenset({"sentence", "jail", "imprison"}), frozenset({"delay", "postpone", "late"})
NO_LENGTH_AFTER = re.compile(r"\s*(?:later|ago|after|before|earlier|from|prior|old)\b", re.IGNORECASE)
WITHIN_PLACES = re.compile(r"\b(?:in|across|throughout|around)\s+$", re.IGNORECASE)
THAN = re.compile(r"\bthan\s+(?:the\s+)?$", re.IGNORECASE)
LATE = re.compile(r"\s*(?:late|delay|hold[\s-]?up)\b|\s*behind\s+schedule", re.IGNORECASE)
# Between an amount and the same in another unit: "7 km (4 miles)", "1,000 kilometres, or 621 miles".
CONVERSION = re.compile(r"(?:[ -](?!per\b)[a-z.]+){0,2}(?: ?\(|, or (?:about )?)", re.IGNORECASE)
# From a toll to its number, whatever the tree has made of its verb: "the toll from the quake in Vell stands at 28".
STANDS = re.compile(r"[^.;:,]{0,64}\b(?:stands|stood|stand)\s+(?:now\s+)?at\s+$")
# After a number that there are several of: "two were killed at each location", "three died in each", "two each".
OF_EACH = re.compile(
    r"(?:\s[\w’'-]+){0,4}?\s(?:(?:at|in|on|from|per|for|by)\s)?(?:each\b|apiece\b)(?!\sother)", re.IGNORECASE
)
IN_PLACE = re.compile(r"\s(?:in|at|near|outside)\s(?:the\s)?[A-Z]")
# Verbs of contests, and what stands between the numbers of the two sides.
SIDES = WON | {"beat", "defeat", "have", "lead", "trail", "hold"}
AGAINST = re.compile(
    r"(?:\s?(?:%|per\s?cent))?(?:\sof\s(?:the\s)?votes?)?,?\s(?:to|against|versus|vs\.?|compared (?:to|with))\s"
    r"(?:[A-Z]\S+\s)?"
)
UNITED = 48  # code points that it may take
NEAR = 36  # code points after a length of time in which words that say what it measures stand


def numbers(document: Document, mention: EventMention, told: Action) -> Iterator[tuple[Span, Value, str]]:
    """The words, the value and the scope of each number that a mention governs."""
    counted = tally(document, mention)
    yield from votes(document, mention)
    found = [
        (q, scope)
        for q in _quantities(document, mention, told)
        if not (counted and counted.span.touches(q.span))
        if not _converted(document, q) and not _earlier(document, told, q)
        if (scope := scope_of(document, mention, told, q))
    ]
    if any(
        scope.split()[0] in HARMED for _, scope in found
    ):  # nor what a toll was before, where the tree has hidden it
        found = [(q, scope) for q, scope in found if not scope.endswith(" from")]
    placed = Counter(scope for q, scope in found if _placed(document, q))
    for q, scope in found:
        # "killed 15 people in Vell and nine in Karsa", "two at each place": neither is all
        each = scope.split()[0] in HARMED and OF_EACH.match(document.text, (q.of or q.span).end)
        part = PART if (each or placed[scope] > 1) and not scope.endswith(PART) else ""
        yield q.span, number.of_quantity(q), f"{scope}{part}"
    for a in mention.arguments:
        if a.role == "number" and (length := _length(document, mention, a.span)):
            yield a.span, *length


def _placed(document: Document, quantity: Quantity) -> bool:
    """True for a number of one place: "nine in Karsa"."""
    end = quantity.of.end if quantity.of and quantity.of.begin >= quantity.span.begin else quantity.span.end
    return not quantity.unit and bool(IN_PLACE.match(document.text, end))


def _earlier(document: Document, told: Action, quantity: Quantity) -> bool:
    """True for what a toll was before: "rose to 32 *from 28*"."""
    at = quantity.span.begin
    return told.counts and document.text[max(0, at - 5) : at].lower() == "from "


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
    if value is None or not value.form or NO_LENGTH_AFTER.search(document.quote(span).split()[-1]):
        return None
    if WITHIN.search(before) and not NO_LENGTH_AFTER.match(after):
        return replace(value, low=0.0), f"time to {mention.predicate}"
    ahead = document.text[mention.span.end : span.begin].strip()  # none in "will last 22 days"
    if (ahead and NO_LENGTH_BEFORE.search(before)) or NO_LENGTH_AFTER.match(after):
        return None
    if TERM.match(after) or mention.predicate in JAILED:
        return value, "prison term"
    return value, "delay" if LATE.match(after) or mention.predicate in DELAYED else f"duration of {mention.predicate}"


def _quantities(document: Document, mention: EventMention, told: Action) -> Iterator[Quantity]:
    """Quantities that the mention governs: inside or right before one of its arguments, or with its predicate as their
    role."""
    core = [(a.span, a.head) for a in mention.arguments if a.role in PARTICIPANTS]
    own = [a.span for a in mention.arguments if a.role == "number"]
    places = [a.span for a in mention.arguments if a.role == "place"]
    before = (Span(max(0, s.begin - 2), s.end) for s, _ in core)  # the number may stand before the argument and a space
    for q in touching(document.layer(Quantity), (*before, *own, *((mention.sentence,) if mention.sentence else ()))):
        if not told.counts and THAN.search(document.text[max(0, q.span.begin - 12) : q.span.begin]):
            continue  # "higher than the nine deaths that they announced": not its number
        within = WITHIN_PLACES.search(document.text, max(0, q.span.begin - 12), q.span.begin)
        if within and not q.measure and any(s.covers(q.span) for s in places):
            continue  # "killed in 20 other cities"
        if mention.predicate in SIDES and _of_the_other(document, q):
            continue  # "leads Vale 45 percent to 38 percent": the second is Vale's
        verb = _right_before(document, mention, q)
        if verb is not None and verb is not mention:
            continue  # "killed 2 and injured 5": the second number is not of the dead
        if q.span in own or verb is mention or _is_told(document, mention, told, q, core):
            yield q


def _is_told(
    document: Document, mention: EventMention, told: Action, quantity: Quantity, core: Sequence[tuple[Span, Span]]
) -> bool:
    """True for a number of what the mention tells: of one who takes part (*core*, each with its head), of its toll, or
    with its predicate as what is told of the number."""
    end = (quantity.of or quantity.span).end
    if quantity.role and ABOARD.match(document.text, end) and any(s.covers(quantity.span) for s, _ in core):
        return True  # "a bus with 60 people on board crashed"
    free = not _elsewhere(document, mention, quantity) or relative(document, mention, quantity)
    if free and any(
        _governs(document, s, quantity) and (quantity.of is None or quantity.of.touches(head)) for s, head in core
    ):
        return True
    if quantity.measure and not free:
        return False
    if told.carrier and told.counts and _governs(document, told.carrier.span, quantity):
        return True
    near = mention.sentence is not None and mention.sentence.covers(quantity.span)
    if near and mention.predicate == "toll" and STANDS.fullmatch(document.text, mention.span.end, quantity.span.begin):
        return True
    return near and quantity.about == mention.predicate and not _of_a_second(document, mention, quantity)


def _right_before(document: Document, mention: EventMention, quantity: Quantity) -> EventMention | None:
    """The mention right before a number without noun, of an action that counts people: "injured 5"."""
    if quantity.of or quantity.unit or quantity.measure:
        return None
    others = document.layer(EventMention).touching(mention.sentence or mention.span)
    after = (m for m in others if m.span.end < quantity.span.begin and m.predicate in COUNTS)
    return next((m for m in after if not document.text[m.span.end : quantity.span.begin].strip()), None)


def _elsewhere(document: Document, mention: EventMention, quantity: Quantity) -> bool:
    """True if the number is another's: the tree gives it to one of the sentence, or it says that it is about one. Who
    takes part in a march marches."""
    others = document.layer(EventMention).touching(mention.sentence or mention.span)
    theirs = [
        m
        for m in others
        if m is not mention and any(a.role == "number" and a.span == quantity.span for a in m.arguments)
    ]
    return any(action(document, m).predicate != "take part" for m in theirs) or bool(quantity.about and not theirs)


def _of_the_other(document: Document, quantity: Quantity) -> bool:
    """True for the second of two shares, which is of the other side: "52 percent of the vote against 47 percent"."""
    before = Span(max(0, quantity.span.begin - UNITED), quantity.span.begin)
    shares = (q for q in document.layer(Quantity).touching(before) if q.unit == quantity.unit)
    return any(AGAINST.fullmatch(document.text, q.span.end, quantity.span.begin) for q in shares)


def _of_a_second(document: Document, mention: EventMention, quantity: Quantity) -> bool:
    """True for the number of another mention of the same predicate: "1,000 are *housed* and 300 wait to be housed"."""
    beside = document.layer(EventMention).touching(mention.sentence or mention.span)
    others = (m for m in beside if m is not mention and m.predicate == mention.predicate)
    return any(a.role == "number" and a.span == quantity.span for m in others for a in m.arguments)


def _governs(document: Document, span: Span, quantity: Quantity) -> bool:
    return span.touches(quantity.span) or document.text[quantity.span.end : span.begin] == " "
