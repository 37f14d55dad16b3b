"""What a no is said of: of the deed itself, or in passing, of a part of it, of how it was done.

English words stand in the tables on top.
"""

from __future__ import annotations

import re

from rashomon.actions import action
from rashomon.common_nouns import FORCE, PRESENCE
from rashomon.grammar.clauses import OBJECT_LEAVES
from rashomon.lexicon import classes
from rashomon.types import PARTICIPANTS, Document, EventMention, Span
from rashomon.values import polarity

NEAR = 48  # code points on each side of a trigger in which a word that limits it stands
PASSING = re.compile(r"\b(?:not|without|never|nor)\s+(?:\w+ly\s+)?$", re.IGNORECASE)  # before a participle
NOT_THAT = re.compile(r"\bnot\s+(?:about\s+)?(?:the|an?)\s+(?:\w+\s+){0,3}$", re.IGNORECASE)
# After what is denied, what is denied of it: "did not leave sick", "did not resign voluntarily".
HOW = re.compile(
    r"\b(?:sick|ill|drunk|sober|unarmed|unharmed|alive|empty[- ]handed|voluntarily|willingly|freely|quietly|peacefully|"
    r"intentionally|deliberately|knowingly|on purpose|in vain|by (?:accident|chance|mistake)|"
    r"of (?:his|her|its|their) own(?: free)? (?:will|accord))\b",
    re.IGNORECASE,
)
PURPOSE = re.compile(r"\s+(?:\w+ly\s+)?(?:for|because)\b", re.IGNORECASE)  # right after a trigger
LIMITED = re.compile(
    r"(?:\b|(?=n['’]t))(?:until|till|yet|so far|previously|no longer|any ?more|before (?:this|that|then|now)|"
    r"ever before|in the past|(?:this|that) way|in a way that|like (?:this|that)|"
    r"during (?:this|that) (?:time|period)|"
    r"(?:not|n['’]t) (?:only|just|simply|merely|necessarily|always|alone|fully|entirely|"
    r"completely|formally|officially)|mainly|mostly|partly|largely|"
    r"(?:not|n['’]t|never)\s+(?:\w+\s+){1,4}(?:further|again|elsewhere)|"
    r"barely|hardly|scarcely|nearly|almost|for the \w+ time|for \w+ reasons?)\b",
    re.IGNORECASE,
)
# Begins a participant that is some of those whom the other may tell of: "shot at the first officers".
SOME = re.compile(r"(?:the\s+|any\s+)?(?:first|last|second|third|others?|another|more|all|both|every)\b", re.IGNORECASE)
COMMAND = re.compile(r"(?:^|[.!?:“‘\"'])\s*(?:please\s+)?(?:do\s+not|don['’]t)\s+$", re.IGNORECASE)
UNREAL = re.compile(r"\bwould(?:\s*n['’]t|\s+(?:not|never))?\s+(?:have\s+|be\s+)?(?:\w+ly\s+)?$", re.IGNORECASE)
# The no of an earlier verb: "never woke up and died", "had not done before, caught the ball".
CROSSED = re.compile(
    r"(?:\b(?:not|never|refused|failed)\b|n['’]t\b)(?!\s*,)[^.;]*(?:\s(?:and|but)\s|,\s)(?P<rest>[^.;]*)$",
    re.IGNORECASE,
)
NONE = re.compile(r"\bno\s", re.IGNORECASE)
NO = re.compile(r"\b(?:not?|never|nor|neither|without|refused|failed)\b|n['’]t\b", re.IGNORECASE)
# Before a noun that is part of what is denied, and not denied itself: "had no meaning for the launch".
INSIDE = re.compile(
    r"\b(?:the|an?|this|that|these|those|its|their|his|her|our|of|behind|about|for|in|with|by)\s+(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
# Verbs whose "for" is what was paid or asked for, and no purpose: "has not paid for the rooms".
SEEKING = frozenset("ask call apply pay search look vote wait care provide account apologise apologize".split())
# Verbs whose "to" is what was asked or allowed, and no purpose: "never asked her to drop the case".
CONTROL = OBJECT_LEAVES | {"request"}


def in_passing(document: Document, mention: EventMention) -> bool:
    """True where the no is not said of the deed itself: of a participle or a noun ("without firing", "was not the
    raid"), in a command, of what would have been, or of a verb before it."""
    words = document.quote(mention.span).lower()
    sentence = mention.sentence or mention.span
    clause = document.text[min(sentence.begin, mention.span.begin) : mention.span.begin]
    before = document.text[max(0, mention.span.begin - NEAR) : mention.span.begin]
    said = any(polarity.denies(document.quote(e)) for e in mention.evidence)
    if COMMAND.search(before) or UNREAL.search(before):
        return True
    inside = INSIDE.search(before) and not NONE.search(before) and not mention.predicate.startswith("be ")
    if not mention.tense and (NOT_THAT.search(before) or (inside and not said)):
        return True
    crossed = CROSSED.search(clause)
    if crossed and not said and words != mention.predicate and not NO.search(crossed["rest"]):
        return True
    return words.endswith("ing") and not said and (not mention.tense or bool(PASSING.search(before)))


def limited(document: Document, mention: EventMention) -> bool:
    """True where the words limit a mention: "not yet", "not only", "barely"; a no also of some, of how or of why."""
    sentence = mention.sentence or mention.span
    begin, end = max(sentence.begin, mention.span.begin - NEAR), min(sentence.end, mention.span.end + NEAR)
    if LIMITED.search(document.text[begin:end]):
        return True
    if mention.factuality >= 0:
        return False
    if any(a.role in PARTICIPANTS and SOME.match(document.text, a.span.begin) for a in mention.arguments):
        return True
    how = HOW.search(document.text, mention.span.end, end)
    if how and not re.search(r"[,.;:]", document.text[mention.span.end : how.start()]):
        return True
    purpose = mention.predicate not in SEEKING and PURPOSE.match(document.text, mention.span.end)
    return bool(purpose) or _for_purpose(document, mention, sentence)


def _for_purpose(document: Document, mention: EventMention, sentence: Span) -> bool:
    """True for "did not fire it to start a war": a deed after "to" in its clause, past what it was done to."""
    if mention.predicate in CONTROL or of_presence(document, mention):
        return False
    for m in document.layer(EventMention).touching(sentence):
        between = document.text[mention.span.end : m.span.begin]
        if len(between.split()) > 1 and between.endswith(" to ") and not re.search(r"[,.;:]", between):
            return True
    return False


def of_presence(document: Document, mention: EventMention) -> bool:
    """True for what puts forces in a place, or needs them there."""
    return bool(classes(action(document, mention).predicate) & PRESENCE[FORCE])
