"""What tells nothing: a topic that was talked of, a thing that "threatens" or "sees", a row of hashtags."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.grammar import clauses, cues, phrases
from rashomon.statements.drafts import Draft
from rashomon.statements.fields import DOCUMENTS
from rashomon.statements.parts import speaks
from rashomon.statements.quotes import doubled, quoted, verbatim
from rashomon.statements.speakers import relative
from rashomon.statements.tellers import NAMING, SEEMING
from rashomon.types import Document, Span

if TYPE_CHECKING:
    from rashomon.language import Reading
    from rashomon.tokens import Token

OF_THINGS = frozenset("concern face need see threaten witness".split())  # verbs of minds that things take too
TALKING = frozenset("chat converse confer consult debate discuss explain talk".split())  # their object is a topic
TALKS = frozenset("chat conversation debate discussion talk".split())
ASKING = frozenset("ask inform query question quiz tell".split())  # with "about", their object is a topic
GIVING = frozenset("announce confirm disclose give know publish release reveal share tell".split())
# Nouns for what has a value: "revealed the name" does not tell it.
ATTRIBUTES = frozenset(
    """address age amount cause content date detail fate gender identity location motive name number outcome price
    result sex size text title venue whereabouts winner""".split()
)
ABOUT = frozenset({"about", "against", "of", "on", "over"})
THEME = frozenset({"about", "concerning", "of", "on", "regarding"})
TAKING_SIDES = frozenset({"endorse", "oppose", "want"})  # "criticism of the mayor" tells that much
TOPIC = 4  # words of a topic; a longer noun phrase tells something of it
NOTHING = frozenset("against another anything each everything one other something".split())  # what tells nothing
POSSIBLE = frozenset({"can", "could", "may", "might"})
LITTLE = 3  # words of what somebody is "concerned about" that tell nothing
VERBAL = frozenset({"MD", "VB", "VBD", "VBP", "VBZ"})
_TAGS = re.compile(r"[\s“”\"'‘’.,…!-]*(?:(?:[#@]\w+|https?://\S+)[\s“”\"'‘’.,…!-]*)+")


def telling(document: Document, reading: Reading, d: Draft) -> Draft | None:
    """A statement without what tells nothing in it, None if that is all."""
    content = tuple(c for c in d.content if not _TAGS.fullmatch(document.quote(c)))
    content = _without_theme(document, reading, d, content)
    words = [t for t in phrases.inside(reading.doc, d.cue) if not t.is_space] if d.cue else []
    told = [t for c in content for t in phrases.inside(reading.doc, c) if not t.is_space]
    if all(t.lower_ in NOTHING for t in told) or (words and _idle(reading, d, words, told)):
        return None
    if words and not _clause(document, content, told) and _topic(d, words, told):
        return None
    if words and _not_yet(words):
        return None
    return d if content == d.content else replace(d, content=content)


def _without_theme(document: Document, reading: Reading, d: Draft, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """ "Of the fire, she said, “It was old”": content without what the words that are quoted are on."""
    text = doubled(document.text)
    first, rest = content[:1], content[1:]
    if not rest or d.cue is None or first[0].end > d.cue.begin or not all(quoted(text, c) for c in rest):
        return content
    begin = phrases.inside(reading.doc, first[0])[0]
    on = begin.lower_ in THEME and begin.dep_ == "case" and begin.is_sent_start and begin.head.i > begin.i
    return rest if on and not any(t.tag_ in VERBAL for t in phrases.inside(reading.doc, first[0])) else content


def _idle(reading: Reading, d: Draft, words: Sequence[Token], told: Sequence[Token]) -> bool:
    """True for a cue that tells no mind: "the port has seen a fire", "she seems to have left", "known as"."""
    verb = phrases.head_of(words)
    lemma = verb.lemma_.lower() if verb is not None else ""
    if verb is None or verb.pos_ != "VERB":
        return False
    if lemma in SEEMING and d.source is None and not phrases.children(verb, "ccomp", "csubj", "xcomp"):
        return True  # "seemed too risky", not "it seems that"
    if lemma in SEEMING and d.source is not None and d.source.begin < verb.idx:  # not "it seems to me"
        minds = (*words, *told[:2])  # "seems to think", "appears" with "to show", "eager to"
        return not any(cues.lemma(t.lemma_.lower(), t.lower_) in cues.STANCES for t in minds)
    if lemma in NAMING and words[-1].lower_ == "as":
        return clauses.passive(verb)
    return lemma in OF_THINGS and _thing(reading, d, verb)


def _not_yet(words: Sequence[Token]) -> bool:
    """True for what somebody could or may yet say or want: "they could ask for it"; not "we may have thought"."""
    forms = {t.lower_ for t in words}
    return not POSSIBLE.isdisjoint(forms) and "have" not in forms and not cues.negated([*forms])


def _thing(reading: Reading, d: Draft, verb: Token) -> bool:
    """True if no mind is the source of a verb; of "threaten" its own subject: a program that threatens a town."""
    own = clauses.subject(verb) if verb.lemma_.lower() == "threaten" else None
    words = phrases.inside(reading.doc, d.source) if d.source else []
    head = own if own is not None else phrases.head_of([t for t in words if not t.is_space])
    if own is not None and (whom := relative(own)) is not None:
        head = phrases.head_of(phrases.inside(reading.doc, whom))
    return head is not None and not speaks(head)


def _clause(document: Document, content: Sequence[Span], told: Sequence[Token]) -> bool:
    """True for content with a finite verb, an infinitive, or anything quoted."""
    text = doubled(document.text)
    marked = verbatim(text, content, None) or any(quoted(text, c) for c in content)
    return any(t.tag_ in VERBAL for t in told) or bool(marked)


def _topic(d: Draft, words: Sequence[Token], told: Sequence[Token]) -> bool:
    """True if a noun phrase only names what was talked of, asked about, given away or feared: "discussed trade",
    "revealed the name", "was concerned about the road", "fears of a flood"; *words* are those of the cue."""
    cue, head, last = phrases.head_of(words), phrases.head_of(told), words[-1].lower_
    if cue is None or head is None or head.pos_ not in phrases.NOMINAL:
        return False
    nobody = d.source is None
    if cue.pos_ == "NOUN":
        return nobody and last in ABOUT and cues.STANCES.get(cue.lemma_.lower()) not in TAKING_SIDES
    if cues.negated([t.lemma_ for t in words]):
        return False  # "would not reveal the name" tells that much
    verb = next((t for t in reversed(words) if t.pos_ == "VERB"), cue)
    lemma = verb.lemma_.lower()
    stance = cues.STANCES.get(cues.lemma(lemma, verb.lower_))
    talks = lemma in TALKING or (last in ABOUT and any(t.lemma_.lower() in TALKS for t in words))
    if talks or (lemma in ASKING and last == "about"):
        return len(told) <= TOPIC
    if last == "about" and cues.stance([t.lemma_ for t in words]) == "believe":
        return len(told) <= LITTLE
    writes = last in ABOUT and any(t.lemma_.lower() in DOCUMENTS and t.pos_ == "NOUN" for t in words)
    given = lemma in GIVING and head.lemma_.lower() in ATTRIBUTES
    untold = nobody and stance is None and clauses.passive(cue) and all(c.end <= cue.idx for c in d.content)
    return writes or given or untold
