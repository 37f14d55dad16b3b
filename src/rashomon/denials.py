"""When the no of one voice answers the yes of another.

Few negations deny: "without firing a shot", "has not yet been found", "she did not die for this". Two mentions of one
event may still tell of two times, or of two participants. What speaks against a denial is named, so that it is shown
as arguable with its reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rashomon import cast, whereabouts
from rashomon import name_forms as forms
from rashomon.actions import action
from rashomon.asides import NEAR, in_passing, limited, of_presence
from rashomon.common_nouns import FORCE
from rashomon.deeds import deeds
from rashomon.doubts import BEFOREHAND, IN_PART, IN_PASSING, MORE_PLACES, NOBODY, OTHERS, TO_COME, TWO_PLACES, TWO_TIMES
from rashomon.lexicon import BOUNDS, COUNTED, TOGETHER, VAGUE, VIOLENCE, classes
from rashomon.notable import COMMITTED
from rashomon.timex.calendar import days_of
from rashomon.types import PARTICIPANTS, Attribution, Claim, Document, EventMention, Time
from rashomon.values import polarity
from rashomon.voices import Voices

NEVER = re.compile(r"\bn(?:ever|ot ever)\b|n['’]t ever\b", re.IGNORECASE)
UP_TO = re.compile(r"\b(?:as of|by|till|until)\s+$", re.IGNORECASE)
SINCE = re.compile(r"\bsince\s", re.IGNORECASE)
# Before a noun that is told as no fact: "hoped to take the" lead, "said that any" victory.
UNTOLD = re.compile(r"\b(?:to\s+\w+\s+(?:(?:the|an?|its|their|his|her)\s+)?|any\s+(?:[\w-]+\s+){0,2})$", re.IGNORECASE)
THOUGHT = frozenset({"believe", "think", "expect", "suppose", "assume"})
ONE = re.compile(r"(?:an?|another|one|some)\s", re.IGNORECASE)  # "a doctor" may be any, "no bribes" are all
KINDS = ("person", "organisation")  # of names that take part
WITHIN = 7.0  # days between two times that may be one
ZONES = 1.5  # days by which a happening may lie ahead of an account of it, of another zone
OLD = 31.0  # days before an account from which a time is its background
BOUND = re.compile(rf"\b(?:{'|'.join(sorted(BOUNDS))})\s+$", re.IGNORECASE)
MONTH_OR_YEAR = re.compile(r"[\dX]{4}(?:-\d\d)?")  # TIMEX3


def objection(no: Claim, yes: Claim, voices: Voices) -> str:
    """Why *no* may not deny what *yes* tells; "" where nothing speaks against it. Needs the layers EventMention, Name
    and Time."""
    a, b = voices.mention(no), voices.mention(yes)
    if a is None or b is None or voices.asked or no.mention == yes.mention:  # who answers means just this
        return ""
    x, y = voices.documents[no.document], voices.documents[yes.document]
    if in_passing(x, a):
        return IN_PASSING
    if {a.predicate, b.predicate} & THOUGHT:
        return "one tells what is thought"
    if voices.ahead(no) != voices.ahead(yes):
        return TO_COME
    if yes.factuality < COMMITTED:
        return "the other is not sure of it"
    if not b.tense and UNTOLD.search(y.text[max(0, b.span.begin - NEAR) : b.span.begin]):
        return IN_PASSING
    if limited(x, a) or limited(y, b):
        return IN_PART
    if _beforehand(no, y, b, voices):
        return BEFOREHAND
    if not (cast.participants(x, a, voices) and cast.participants(y, b, voices)):
        return NOBODY
    if reason := apart(no, yes, voices):
        return reason
    present = of_presence(x, a)
    if not present and _of_others(no, yes, voices):
        return OTHERS
    done = {"agent", "patient"} <= _roles(a) and not cast.none_of(x, a)  # "nobody fired me" is of all who might
    if not present and done and "patient" in _roles(b) and "agent" not in _roles(b):
        return "the other names nobody who did it"
    never = NEVER.search(x.quote(a.sentence or a.span)) or any(polarity.denies(x.quote(e)) for e in a.evidence)
    # "he has never met her" is of all times, "I did not force her" of whatever he is said to have done
    timeless = (never or _of_himself(no, x, a, voices)) and not any(_times(x, a))
    return "" if timeless or _one_time(x, a, y, b, voices) else TWO_TIMES


def _beforehand(no: Claim, document: Document, mention: EventMention, voices: Voices) -> bool:
    """True where *no* was told before all days that the sentence of the other names: "she will not come", in January,
    and "she came on 6 April"."""
    told = _said(no, voices) or (None if voices.guessed(no) else voices.moment(no))
    days = _days(document, mention, voices)
    return told is not None and bool(days) and min(days)[0] > told + ZONES


def undated(claim: Claim, voices: Voices) -> bool:
    """True if the sentence of a claim names no day."""
    mention = voices.mention(claim)
    return mention is not None and not _days(voices.documents[claim.document], mention, voices)


def _of_himself(no: Claim, document: Document, mention: EventMention, voices: Voices) -> bool:
    """True where the one who says no is who did not do it."""
    himself = forms.identity(voices.speaker(no)).lstrip("=").split()[-1:]
    doers = (a for a in cast.core(document, mention) if a.role == "agent")
    return any(key in himself for a in doers for key in cast.named(document, a, voices))


def apart(one: Claim, other: Claim, voices: Voices) -> str:
    """Why two claims may be of two happenings, by who takes part and by what is done; "" where nothing says so."""
    a, b = voices.mention(one), voices.mention(other)
    if a is None or b is None or voices.asked:
        return ""
    x, y = voices.documents[one.document], voices.documents[other.document]
    doers, others = cast.participants(x, a, voices), cast.participants(y, b, voices)
    shared = doers & others | doers & cast.borne(y, b) | others & cast.borne(x, a)
    if doers and others and not shared and not cast.of_kind(x, a, y, b):
        return OTHERS
    present = FORCE in shared and of_presence(x, a)
    whom = (g for g in a.arguments if g.role == "patient")
    alike = len(shared) > 1 and any(g.name or not ONE.match(x.quote(g.span)) for g in whom)
    if not present and not _one_action(x, a, y, b, alike):
        return "they may tell two actions"
    mutual = len(shared) > 1 and _classes(x, a) & _classes(y, b) & TOGETHER  # "met Oro", "Oro never received him"
    if not (present or mutual or cast.of_kind(x, a, y, b)) and cast.clash(x, a, y, b, voices):
        return OTHERS
    return ""


def _of_others(no: Claim, yes: Claim, voices: Voices) -> bool:
    """True where the yes is of somebody whom the sentence of the no, which names others, does not name: "spoke with
    Vale, but made no offer" says nothing of an offer to Oro."""
    a, b = voices.mention(no), voices.mention(yes)
    if a is None or b is None:
        return False
    x, y = voices.documents[no.document], voices.documents[yes.document]
    near, others = (cast.beside(d, m, voices, "person") for d, m in ((x, a), (y, b)))
    near -= set(forms.identity(voices.speaker(no)).lstrip("=").split())
    told = others | {key for g in cast.core(y, b) for key in cast.named(y, g, voices)}
    return bool(near and others) and near.isdisjoint(told)


def unlike(one: Claim, other: Claim, voices: Voices) -> str:
    """Why two numbers, or two places, may be of two happenings: no name is shared, or their times differ; "" where
    nothing says so."""
    a, b = voices.mention(one), voices.mention(other)
    if a is None or b is None or voices.asked:
        return ""
    x, y = voices.documents[one.document], voices.documents[other.document]
    left, right = ({k for g in cast.core(d, m) for k in cast.named(d, g, voices) if k} for d, m in ((x, a), (y, b)))
    if one.slot == "how many" and COUNTED.isdisjoint(one.scope.split()):
        # "the largest deal to date: Vale's for Oro, at $65 billion"
        left, right = left or cast.beside(x, a, voices, *KINDS), right or cast.beside(y, b, voices, *KINDS)
    if left and right and left.isdisjoint(right):
        return OTHERS
    if not _one_time(x, a, y, b, voices):
        return TWO_TIMES
    # "nobody has died since it opened" is of all times
    nobody = any(c.slot == "how many" and c.value.high == 0.0 for c in (one, other))
    if not nobody and len({bool(SINCE.search(d.quote(m.sentence or m.span))) for d, m in ((x, a), (y, b))}) > 1:
        return "one counts from a day on"
    if _up_to(x, a) != _up_to(y, b):
        return "one counts up to a time"
    return ""


def _up_to(document: Document, mention: EventMention) -> bool:
    """True where its sentence names the time up to which it tells: "by noon"."""
    times = document.layer(Time).touching(mention.sentence or mention.span)
    return any(UP_TO.search(document.text, max(0, t.span.begin - 12), t.span.begin) for t in times)


def one_name(one: Claim, other: Claim, voices: Voices) -> bool:
    """True if somebody named takes part in the mentions of both."""
    named = []
    for c in (one, other):
        document, mention = voices.documents[c.document], voices.mention(c)
        parts = cast.core(document, mention) if mention else ()
        named.append({key for a in parts for key in cast.named(document, a, voices) if key})
    return not named[0].isdisjoint(named[1])


def elsewhere(one: Claim, other: Claim, voices: Voices) -> str:
    """Why two numbers may be of two places: they are told of places, and none that fit; where one is told of none, its
    whole account names places, and none that fits the other's. Or one of two counts goes beyond the place of the other:
    both towns, and one."""
    here, there = whereabouts.told_at(one, voices), whereabouts.told_at(other, voices)
    if voices.asked or not (here or there):
        return ""
    none = 0.0 in (one.value.high, other.value.high)  # who says that nobody was hurt means of all
    if not none and not COUNTED.isdisjoint(one.scope.split()) and _beyond(one, other, voices):
        return MORE_PLACES
    here, there = here or voices.all_places(one.document), there or voices.all_places(other.document)
    return TWO_PLACES if here and there and whereabouts.apart(here, there) else ""


def _beyond(one: Claim, other: Claim, voices: Voices) -> bool:
    """True where one of two counts has a place that the sentence of the other does not name, or is the only one of two
    in an account that has a place at all: "1,643 were wounded there", and 1,700 in all."""
    here, there = whereabouts.told_at(one, voices), whereabouts.told_at(other, voices)
    if not (here and there):
        return one.document == other.document
    # "there" stands for a place of another sentence
    near, far = (*voices.places(one), *here), (*voices.places(other), *there)
    return whereabouts.more(here, far) != whereabouts.more(there, near)


def borrowed(claim: Claim, voices: Voices) -> bool:
    """True if the mention is a noun in what another did, who may have done that at the time: "showed a film of the
    launch on Monday"."""
    mention = voices.mention(claim)
    if mention is None or mention.tense or voices.asked:
        return False
    layer = voices.documents[claim.document].layer(EventMention).touching(mention.sentence or mention.span)
    return any(
        m.tense and a.role in PARTICIPANTS and a.span.covers(mention.span)
        for m in layer
        if m is not mention
        for a in m.arguments
    )


def _classes(document: Document, mention: EventMention) -> frozenset[str]:
    return classes(action(document, mention).predicate)


def _one_action(x: Document, a: EventMention, y: Document, b: EventMention, alike: bool) -> bool:
    """True for one word, or two of one class; where two participants are *alike* in both, for words that may be one
    deed: "fled the country", "have not left the country"."""
    told, other = action(x, a).predicate, action(y, b).predicate
    may = alike and not deeds(told).isdisjoint(deeds(other))
    may = may or bool(classes(told) & VIOLENCE and classes(other) & VIOLENCE)  # "opened fire", "used no firearms"
    return may or (told == other and told not in VAGUE) or not classes(told).isdisjoint(classes(other))


def _roles(mention: EventMention) -> set[str]:
    return {a.role for a in mention.arguments}


def _one_time(x: Document, a: EventMention, y: Document, b: EventMention, voices: Voices) -> bool:
    """True if no times in their sentences set them apart: two that cannot be one, or one long before the other
    account."""
    left, right = _days(x, a, voices), _days(y, b, voices)
    if left and right:
        return any(p[0] - WITHIN <= q[1] and q[0] - WITHIN <= p[1] for p in left for q in right)
    named, other = (left, y) if left else (right, x)
    day = voices.day(other.id)
    if day is None and _background(x, a) ^ _background(y, b):
        return False
    return not named or day is None or max(high for _, high in named) >= day - OLD


def _days(document: Document, mention: EventMention, voices: Voices) -> list[tuple[float, float]]:
    """The days that its sentence names, else that of the entry of a chronology in which it stands."""
    entry = voices.entry(document.id, mention.span.begin)
    return list(_times(document, mention)) or ([(entry, entry + 1)] if entry is not None else [])


def _background(document: Document, mention: EventMention) -> bool:
    """True where the sentence names a month or a year, as news does of what is long over; for accounts of no day."""
    return any(t.type == "DATE" and MONTH_OR_YEAR.fullmatch(t.value) for t in _dated(document, mention))


def _said(claim: Claim, voices: Voices) -> float | None:
    """The end of the day on which somebody said it, by its sentence: "said on Monday that he did not"; else None."""
    mention, document = voices.mention(claim), voices.documents[claim.document]
    if mention is None:
        return None
    own = set(_dated(document, mention))
    beside = [t for t in document.layer(Time).touching(mention.sentence or mention.span) if t not in own]
    return max((high for _, high in _placed(document, beside)), default=None)


def _dated(document: Document, mention: EventMention) -> Iterator[Time]:
    """The times of its sentence, and its own beyond that: the date of an entry of a chronology. Not when somebody said
    it: "said on Monday that he did not"."""
    sentence = mention.sentence or mention.span
    within = [c for a in document.layer(Attribution).touching(sentence) for c in a.content if c.covers(mention.span)]
    for t in document.layer(Time).touching(sentence):
        if not within or any(c.covers(t.span) for c in within):
            yield t
    for a in mention.arguments:
        if a.role == "time" and not sentence.covers(a.span):
            yield from document.layer(Time).touching(a.span)


def _times(document: Document, mention: EventMention) -> Iterator[tuple[float, float]]:
    """The days that its sentence names."""
    return _placed(document, _dated(document, mention))


def _placed(document: Document, times: Iterable[Time]) -> Iterator[tuple[float, float]]:
    """The days of times that have a place on the calendar; "since January" names no day."""
    for t in times:
        bound = BOUND.search(document.text[max(0, t.span.begin - 12) : t.span.begin])
        if t.type in ("DATE", "TIME") and not bound and t.interval and t.interval.low and t.interval.high:
            yield days_of(t.interval.low), days_of(t.interval.high)
