"""Parts of a statement by the tree: who tells, the words of the cue, the words of what is told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rashomon.common_nouns import PEOPLE
from rashomon.grammar import cues, people, phrases
from rashomon.statements import fields
from rashomon.statements.edges import HANGING
from rashomon.statements.speakers import WHOEVER
from rashomon.statements.tellers import APART
from rashomon.types import Span

if TYPE_CHECKING:
    from rashomon.tokens import Doc, Token

ADJECTIVES = frozenset(
    """sure certain convinced confident aware afraid hopeful optimistic pessimistic sceptical skeptical worried
    concerned ready willing unwilling eager determined glad happy sorry adamant encouraged pleased disappointed
    surprised proud grateful committed prepared reluctant unaware keen anxious fearful wary""".split()
)
# Subjects that say nothing.
THINGS = frozenset(
    """this that these those which what there one any anything everything nothing something anyone anybody god
    ’s 's""".split()
)
SHOWING = frozenset("conclude confirm imply indicate mean prove reveal show suggest".split())  # what a thing does too
SPEAKING = people.OFFICES | people.BODIES | PEOPLE | fields.DOCUMENTS | fields.HEARERS | fields.NAMELESS
SPEAKING |= frozenset("capital country regime side state".split())
SAYING = frozenset({"say", "tell", "note", "explain", "report", "write", "mention"})
MINDS = frozenset({"believe", "know", "want"})  # stances that "you" in a quotation stands for anybody with
PLAIN = frozenset({"certain", "sure"})  # "it is sure that" is nobody's mind
PERSONAL = ("er", "or", "ist", "ian", "man", "woman", "ee", "ant", "crat", "ive")  # ends of words for persons
OUTSIDE = frozenset({"punct", "cc", "mark", "discourse"})
LEAST = 2  # words of what is told
STOPS = ",;:.!?–—-"
AGAIN = frozenset({"to", "do", "so", "it", "that", "this"})  # "has no plans to do so" tells nothing new
BEFORE = frozenset({"that", "of", ",", ":", "“", '"', "is", "was"})  # what of that stands before the words of a clause


def speaks(subject: Token, verb: Token | None = None) -> bool:
    """True for a name, a pronoun, or a noun for somebody or for a text: "the safety zones imply" is no statement. With
    *verb*, for whatever noun is the subject of a verb that nothing else takes: "the radio says"."""
    lemma = subject.lemma_.lower()
    if subject.pos_ != "NOUN" or (verb is not None and verb.lemma_.lower() in SAYING):
        return True
    return lemma in SPEAKING or subject.lower_ in SPEAKING or lemma.endswith(PERSONAL)


def empty(token: Token, subject: Token) -> bool:
    """True for a subject that says nothing: "it is sure that", "God knows", "let’s say"; not of "it hopes to"."""
    word = subject.lower_
    thing = subject.dep_ == "expl" or token.lower_ in PLAIN or token.lemma_.lower() in SHOWING
    anybody = word == "you" and cues.STANCES.get(cues.lemma(token.lemma_.lower(), token.lower_)) in MINDS
    relative = token.dep_ == "acl:relcl"
    asked = subject.tag_ == "WP" and not relative  # "who says that it sank?"
    some = (relative and word in WHOEVER) or (word == "one" and subject.i > 0 and subject.nbor(-1).lower_ == "no")
    return (word in THINGS and not some) or anybody or asked or (word == "it" and thing)


def teller(subject: Token, verb: Token | None = None) -> Span:
    """A subject with what explains it and who is joined to it: "the captain, Ana Oro"; "who" of a relative one."""
    if verb is not None and verb.dep_ == "acl:relcl":
        relative = (c for c in phrases.children(verb, "nsubj") if phrases.is_wh(c))
        if (who := next(relative, None)) is not None:
            return phrases.token_span(who)
    whole = phrases.phrase(subject, APART)
    return phrases.trimmed(subject.doc.text, whole) or whole


def cue(token: Token) -> Span:
    """The verb with its auxiliaries, negation and the adverbs between, as far as they stand together."""
    beside = [t for t in token.children if t.stem in ("aux", "cop", "advmod", "compound") and t.pos_ != "X"]
    kept = {t.i for t in beside} | {c.i for t in beside if t.pos_ == "ADV" for c in t.children}  # "no longer"
    begin, end = token.i, token.i + 1
    while begin - 1 in kept:
        begin -= 1
    while end in kept and (token.doc[end].pos_ == "ADP" or token.doc[end].lower_ == "not"):
        end += 1
    return phrases.span(token.doc, begin, end)


def stretches(token: Token, inside: Sequence[int]) -> tuple[Span, ...]:
    """The words of a clause without what brings it in: all after *token* or all before it, or both of "Prices, she
    thinks, will fall"; nothing of "what I think is that" but what comes after."""
    before, after = [i for i in inside if i < token.i], [i for i in inside if i > token.i]
    if after and all(phrases.is_wh(token.doc[i]) or token.doc[i].is_punct for i in before):
        before = []
    least = 1 if before and after else LEAST
    found = tuple(s for part in (before, after) if part and (s := _stretch(token.doc, part, least)))
    return found if any(t.lower_ not in AGAIN for s in found for t in phrases.inside(token.doc, s)) else ()


def _stretch(doc: Doc, inside: Sequence[int], least: int) -> Span | None:
    """The words from first to last without what brings a clause in, None if fewer than *least* are left."""
    begin, end = inside[0], inside[-1] + 1
    while begin < end and _opens(doc[begin]):
        begin += 1
    while end > begin and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    return phrases.span(doc, begin, end) if end - begin >= least else None


def _opens(word: Token) -> bool:
    """True for what stands before a clause: its mark, a comma or quotation mark, and "is that" of a cleft."""
    return word.lower_ in BEFORE and (
        word.dep_ in OUTSIDE or (word.i + 1 < len(word.doc) and word.nbor(1).dep_ == "mark")
    )


def _hangs(first: Token) -> bool:
    return first.dep_ in HANGING and not (first.is_sent_start and first.dep_ == "mark" and first.lower_ != "that")


def whole(words: Sequence[Token]) -> tuple[Span, ...]:
    """Words as one stretch without what hangs at its edges, but with what a sentence begins with, "After"; nothing if
    words are missing inside."""
    while words and (_hangs(words[0]) or words[0].is_space or words[0].text in STOPS):
        words = words[1:]
    while words and (words[-1].is_space or words[-1].text in STOPS):
        words = words[:-1]
    if not words or words[-1].i - words[0].i != len(words) - 1:
        return ()
    return (phrases.span(words[0].doc, words[0].i, words[-1].i + 1),)
