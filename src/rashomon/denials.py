"""When the no of one voice answers the yes of another.

Few negations deny: "without firing a shot", "has not yet been found", "she did not die for this". Two mentions of one
event may still tell of two times, or of two participants. What speaks against a denial is named, so that it is shown
as arguable with its reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.actions import action
from rashomon.lexicon import ARMS, BOUNDS, FORCES, PRESENCE, classes, singular
from rashomon.timex.calendar import days_of
from rashomon.types import PARTICIPANTS, Argument, Claim, Document, EventMention, Name, Span, Time
from rashomon.values import name as forms
from rashomon.values import polarity
from rashomon.voices import Voices

NEAR = 48  # code points on each side of a trigger in which a word that limits it stands
PASSING = re.compile(r"\b(?:not|without|never|nor)\s+(?:\w+ly\s+)?$", re.IGNORECASE)  # before a participle
NOT_THAT = re.compile(r"\bnot\s+(?:about\s+)?(?:the|an?)\s+(?:\w+\s+){0,3}$", re.IGNORECASE)
PURPOSE = re.compile(r"\s+(?:\w+ly\s+)?(?:for|because)\b", re.IGNORECASE)  # right after a trigger
LIMITED = re.compile(
    r"\b(?:until|till|yet|so far|previously|no longer|any ?more|before (?:this|that|then|now)|ever before|in the past|"
    r"(?:not|n['’]t) (?:only|just|simply|merely|necessarily|always|alone)|mainly|mostly|partly|largely|"
    r"for the \w+ time|for \w+ reasons?)\b",
    re.IGNORECASE,
)
WITHIN = 7.0  # days between two times that may be one
OLD = 31.0  # days before an account from which a time is its background
BOUND = re.compile(rf"\b(?:{'|'.join(sorted(BOUNDS))})\s+$", re.IGNORECASE)
FORCE, ARM = "#forces", "#arms"


def objection(no: Claim, yes: Claim, voices: Voices) -> str:
    """Why *no* may not deny what *yes* tells; "" where nothing speaks against it. Needs the layers EventMention, Name
    and Time."""
    a, b = voices.mention(no), voices.mention(yes)
    if a is None or b is None or voices.asked:
        return ""
    x, y = voices.documents[no.document], voices.documents[yes.document]
    if _in_passing(x, a):
        return "one says so only in passing"
    if _limited(x, a) or _limited(y, b):
        return "one says so of a part, or of a time"
    if not (_participants(x, a, voices) and _participants(y, b, voices)):
        return "one names nobody"
    return apart(no, yes, voices) or ("" if _one_time(x, a, y, b, voices) else "they may be of two times")


def apart(one: Claim, other: Claim, voices: Voices) -> str:
    """Why two claims may be of two happenings, by who takes part and by what is done; "" where nothing says so."""
    a, b = voices.mention(one), voices.mention(other)
    if a is None or b is None or voices.asked:
        return ""
    x, y = voices.documents[one.document], voices.documents[other.document]
    doers, others = _participants(x, a, voices), _participants(y, b, voices)
    shared = doers & others
    if doers and others and not shared:
        return "they may be of other participants"
    present = FORCE in shared and not PRESENCE.isdisjoint(classes(action(x, a).predicate))
    if not present and not _one_action(x, a, y, b):
        return "they may tell two actions"
    if not present and _clash(x, a, y, b, voices):
        return "they may be of other participants"
    return ""


def _in_passing(document: Document, mention: EventMention) -> bool:
    """True for a participle or a noun: "without firing", "not paying would have been ...", "was not the raid"."""
    words = document.quote(mention.span).lower()
    before = document.text[max(0, mention.span.begin - NEAR) : mention.span.begin]
    said = any(polarity.denies(document.quote(e)) for e in mention.evidence)
    if not mention.tense and NOT_THAT.search(before):
        return True
    return words.endswith("ing") and not said and (not mention.tense or bool(PASSING.search(before)))


def _limited(document: Document, mention: EventMention) -> bool:
    sentence = mention.sentence or mention.span
    begin, end = max(sentence.begin, mention.span.begin - NEAR), min(sentence.end, mention.span.end + NEAR)
    purpose = PURPOSE.match(document.text, mention.span.end) if mention.factuality < 0 else None
    return bool(purpose or LIMITED.search(document.text[begin:end]))


def _one_action(x: Document, a: EventMention, y: Document, b: EventMention) -> bool:
    told, other = action(x, a).predicate, action(y, b).predicate
    return told == other or not classes(told).isdisjoint(classes(other))


def _participants(document: Document, mention: EventMention, voices: Voices) -> frozenset[str]:
    carrier = action(document, mention).carrier  # "the explosion occurred": it takes no part in itself
    core = (a for a in mention.arguments if a.role in PARTICIPANTS and a is not carrier)
    return frozenset(key for a in core for key in _keys(document, a, voices))


def _keys(document: Document, argument: Argument, voices: Voices) -> Iterator[str]:
    """By what a participant is known: the last word of its name, the names up to its head, and its head noun."""
    head = singular(document.quote(argument.head).lower())
    # "Iranian troops" are Iran's; "Ana Oro's father" and "an adviser to Ana Oro" are not she.
    near = Span(argument.span.begin, argument.head.end) if head in FORCES else argument.head
    names = [n.entity for n in document.layer(Name).touching(near) if argument.span.covers(n.span)]
    if argument.name:
        names.append(argument.name)
    for entity in names:
        identity = forms.identity(voices.joined(document.id, entity)).lstrip("=").split()
        yield identity[-1] if identity else head
    if head in FORCES:
        yield FORCE
    elif any(singular(w) in ARMS for w in re.findall(r"\w+", document.quote(argument.span).lower())):
        yield ARM
    elif not names:
        yield head


def _clash(x: Document, a: EventMention, y: Document, b: EventMention, voices: Voices) -> bool:
    """True if both name who is acted upon, and nobody is named by both; or both name who acts, and the same."""
    for roles in (("agent",), ("patient", "recipient")):
        left, right = (
            {key for g in m.arguments if g.role in roles for key in _keys(d, g, voices)} for d, m in ((x, a), (y, b))
        )
        if left and right and left.isdisjoint(right):
            return True
    return False


def _one_time(x: Document, a: EventMention, y: Document, b: EventMention, voices: Voices) -> bool:
    """True if no times in their sentences set them apart: two that cannot be one, or one long before the other
    account."""
    left, right = list(_times(x, a)), list(_times(y, b))
    if left and right:
        return any(p[0] - WITHIN <= q[1] and q[0] - WITHIN <= p[1] for p in left for q in right)
    named, other = (left, y) if left else (right, x)
    day = voices.day(other.id)
    return not named or day is None or max(high for _, high in named) >= day - OLD


def _times(document: Document, mention: EventMention) -> Iterator[tuple[float, float]]:
    """The days that its sentence names; "since January" names no day."""
    for t in document.layer(Time).touching(mention.sentence or Span(mention.span.begin, mention.span.end)):
        bound = BOUND.search(document.text[max(0, t.span.begin - 12) : t.span.begin])
        if t.type in ("DATE", "TIME") and not bound and t.interval and t.interval.low and t.interval.high:
            yield days_of(t.interval.low), days_of(t.interval.high)
