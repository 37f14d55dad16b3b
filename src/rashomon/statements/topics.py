"""What tells nothing: a topic that was talked of, a thing that "threatens" or "sees", a row of hashtags."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.grammar import clauses, cues, phrases
from rashomon.statements.drafts import Draft
from rashomon.statements.fields import DOCUMENTS
from rashomon.statements.parts import speaks
from rashomon.statements.quotes import doubled, quoted, verbatim
from rashomon.statements.speakers import relative
from rashomon.types import Document

if TYPE_CHECKING:
    from spacy.tokens import Token

    from rashomon.language import Reading

OF_THINGS = frozenset("concern face need see threaten witness".split())  # verbs of minds that things take too
TALKING = frozenset("chat converse confer consult debate discuss explain talk".split())  # their object is a topic
ASKING = frozenset("ask query question quiz".split())
GIVING = frozenset("announce confirm disclose give know publish release reveal share tell".split())
# Nouns for what has a value: "revealed the name" does not tell it.
ATTRIBUTES = frozenset(
    """address age amount cause content date detail fate gender identity location motive name number outcome price
    result sex size text title venue whereabouts winner""".split()
)
ABOUT = frozenset({"about", "against", "of", "on", "over"})
TAKING_SIDES = frozenset({"endorse", "oppose", "want"})  # "criticism of the mayor" tells that much
TOPIC = 4  # words of a topic; a longer noun phrase tells something of it
ONE_ANOTHER = frozenset({"each", "other", "one", "another", "against"})
LITTLE = 3  # words of what somebody is "concerned about" that tell nothing
VERBAL = frozenset({"MD", "VB", "VBD", "VBP", "VBZ"})
_TAGS = re.compile(r"[\s“”\"'‘’.,…!-]*(?:(?:[#@]\w+|https?://\S+)[\s“”\"'‘’.,…!-]*)+")


def telling(document: Document, reading: Reading, d: Draft) -> Draft | None:
    """A statement without what tells nothing in it, None if that is all."""
    content = tuple(c for c in d.content if not _TAGS.fullmatch(document.quote(c)))
    if not content or _mindless(reading, d) or _topic(document, reading, d):
        return None
    return d if content == d.content else replace(d, content=content)


def _mindless(reading: Reading, d: Draft) -> bool:
    """True for a thing that sees, needs or threatens: "the port has seen a fire" tells no mind."""
    verb = _cue(reading, d)
    if verb is None or verb.lemma_.lower() not in OF_THINGS or verb.pos_ != "VERB":
        return False
    own = clauses.subject(verb) if verb.lemma_.lower() == "threaten" else None  # a program that threatens a town
    words = phrases.inside(reading.doc, d.source) if d.source else []
    head = own if own is not None else phrases.head_of(t for t in words if not t.is_space)
    if head is not None and own is not None and (whom := relative(own)) is not None:
        head = phrases.head_of(phrases.inside(reading.doc, whom))
    return head is not None and not speaks(head)


def _topic(document: Document, reading: Reading, d: Draft) -> bool:
    """True if all that is told is a noun for what was talked of, asked about, given away or feared: "discussed trade",
    "revealed the name", "was concerned about the road", "fears of a flood"."""
    cue, text = _cue(reading, d), doubled(document.text)
    words = [t for c in d.content for t in phrases.inside(reading.doc, c) if not t.is_space]
    told = (
        any(t.tag_ in VERBAL for t in words)
        or verbatim(text, d.content, None)
        or any(quoted(text, c) for c in d.content)
    )
    head = phrases.head_of(phrases.inside(reading.doc, d.content[0]))
    if words and all(t.lower_ in ONE_ANOTHER for t in words):
        return True
    if cue is None or told or head is None or head.pos_ not in phrases.NOMINAL:
        return False
    last = phrases.inside(reading.doc, d.cue)[-1].lower_ if d.cue else ""
    verbs = [t for t in phrases.inside(reading.doc, d.cue) if t.pos_ == "VERB"] if d.cue else []
    lemma, nobody = (verbs[-1] if verbs else cue).lemma_.lower(), d.source is None
    if cue.pos_ == "NOUN":
        return nobody and last in ABOUT and cues.STANCES.get(cue.lemma_.lower()) not in TAKING_SIDES
    if cues.negated([t.lemma_ for t in phrases.inside(reading.doc, d.cue)] if d.cue else ()):
        return False  # "would not reveal the name" tells that much
    if lemma in TALKING or (lemma in ASKING and last == "about"):
        return len(words) <= TOPIC
    if last in ABOUT and any(t.lemma_.lower() in DOCUMENTS and t.pos_ == "NOUN" for t in phrases.children(cue, "obj")):
        return True
    if lemma in GIVING and head.lemma_.lower() in ATTRIBUTES:
        return True
    if last == "about" and cues.STANCES.get(cues.lemma(lemma, cue.lower_)) == "believe":
        return len(words) <= LITTLE
    known = cues.STANCES.get(cues.lemma(lemma, cue.lower_))
    return nobody and not known and clauses.passive(cue) and all(c.end <= cue.idx for c in d.content)


def _cue(reading: Reading, d: Draft) -> Token | None:
    return phrases.head_of(t for t in phrases.inside(reading.doc, d.cue) if not t.is_space) if d.cue else None
