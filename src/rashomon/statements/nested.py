"""Statements inside what somebody said: "Moreno said she hopes that ...", "“I think it is over,” he said".

The model is taught the outermost statement only (PolNeAR marks no others), so these are read off the tree: a verb or
adjective of saying, thinking or wanting with a subject of its own and a clause that tells what.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rashomon.grammar import clauses, cues, phrases
from rashomon.statements.drafts import Draft
from rashomon.types import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from rashomon.language import Reading

ATTITUDES = frozenset({"believe", "know", "want", "promise", "threaten"})  # stances that an infinitive may follow
ADJECTIVES = frozenset(
    """sure certain convinced confident aware afraid hopeful optimistic pessimistic sceptical skeptical worried
    concerned ready willing unwilling eager determined glad happy sorry adamant""".split()
)
THINGS = frozenset({"this", "that", "these", "those", "it", "which", "what", "there"})  # subjects that say nothing
OUTSIDE = frozenset({"punct", "cc", "mark", "discourse"})


def nested(reading: Reading, found: Sequence[Draft]) -> Iterator[Draft]:
    """The statements inside the content of those found that are not among them."""
    doc = reading.doc
    cued = {t.i for d in found if d.cue for t in phrases.inside(doc, d.cue)}
    seen: set[int] = set()
    for d in found:
        for stretch in d.content:
            for token in phrases.inside(doc, stretch):
                if token.i in cued or token.i in seen or not stretch.covers(phrases.token_span(token)):
                    continue
                seen.add(token.i)
                draft = _statement(token)
                if draft and all(stretch.covers(s) for s in (*draft.content, draft.cue) if s):
                    yield draft


def _statement(token: Token) -> Draft | None:
    clause = _told(token)
    subject = clauses.subject(token)
    if clause is None or subject is None or subject.lower_ in THINGS or subject.i in (t.i for t in clause.subtree):
        return None
    inside = sorted(t.i for t in clause.subtree)
    begin, end = inside[0], inside[-1] + 1
    if any(i in range(begin, end) for i in (token.i, subject.i)):  # the tree runs across: no stretch to show
        return None
    doc = token.doc
    while begin < end and (doc[begin].dep_ in OUTSIDE and doc[begin].lower_ in ("that", ",", ":", "“", '"')):
        begin += 1
    while end > begin and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    if end - begin < 2:
        return None
    return Draft(phrases.phrase(subject), _cue(token), (phrases.span(doc, begin, end),), "")


def _told(token: Token) -> Token | None:
    """The head of the clause that tells what is said, thought or wanted; None for any other word."""
    lemma = token.lemma_.lower()
    adjective = token.pos_ in ("ADJ", "VERB") and lemma in ADJECTIVES
    stance = cues.STANCES.get(lemma)
    if token.pos_ != "VERB" and not adjective:
        return None
    if stance is None and not adjective:
        return None
    for clause in phrases.children(token, "ccomp"):
        return clause
    if adjective or stance in ATTITUDES:
        for clause in phrases.children(token, "xcomp"):
            if any(c.lower_ == "to" and c.dep_ == "mark" for c in clause.children):
                return clause
    return None


def _cue(token: Token) -> Span:
    """The verb with its auxiliaries, negation and the adverbs between, as far as they stand together."""
    kept = {
        t.i for t in token.children if t.dep_.split(":")[0] in ("aux", "cop", "advmod", "compound") and t.pos_ != "X"
    }
    begin, end = token.i, token.i + 1
    while begin - 1 in kept:
        begin -= 1
    while end in kept and token.doc[end].pos_ == "ADP":
        end += 1
    return phrases.span(token.doc, begin, end)
