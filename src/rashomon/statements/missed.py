"""Statements that the tree shows and the model leaves out: "according to X", "reportedly", "it emerged that", "X denied
that ..."."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rashomon.grammar import clauses, cues, phrases
from rashomon.statements.drafts import Draft
from rashomon.statements.nested import statement
from rashomon.statements.tellers import APART, FINITE
from rashomon.types import ASIDE, Block, Document, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from rashomon.language import Reading

# Stances of which a finite verb with a clause and a subject is a statement wherever it stands.
TOLD = frozenset("say claim insist deny admit ask warn promise suggest endorse oppose threaten".split())
COMING_OUT = frozenset("emerge transpire".split())  # "it emerged that"
HEARSAY = frozenset("reportedly allegedly supposedly purportedly".split())
LEFT = frozenset({"amod", "compound", "det", "flat", "nmod:poss", "nummod", "case"})  # what stands before its noun
HANGING = frozenset({"cc", "mark"})
STOPS = ",;:.!?–—-"


def missed(document: Document, reading: Reading, found: Sequence[Draft]) -> Iterator[Draft]:
    """The statements outside the words of those found; "according to X" may tell what somebody said too."""
    doc = reading.doc
    cued = {t.i for d in found for s in (d.source, d.cue) if s for t in phrases.inside(doc, s)}
    cued |= {t.i for b in document.layer(Block) if b.kind in ASIDE for t in phrases.inside(doc, b.span)}
    taken = cued | {t.i for d in found for s in d.content for t in phrases.inside(doc, s)}
    for token in doc:
        draft = _according(token) if token.i not in cued else None
        if draft is None and token.i not in taken:
            draft = _hearsay(token) or _emerged(token) or _told(token)
            words = {t.i for s in draft.content for t in phrases.inside(doc, s)} if draft else set()
            draft = draft if words.isdisjoint(taken) else None
        if draft is not None:
            taken |= {t.i for s in (draft.cue, *draft.content) if s for t in phrases.inside(doc, s)}
            yield draft


def _told(token: Token) -> Draft | None:
    known = cues.STANCES.get(cues.lemma(token.lemma_.lower(), token.lower_)) in TOLD and token.pos_ == "VERB"
    finite = token.tag_ in FINITE or phrases.children(token, "aux")
    clause = phrases.children(token, "ccomp", "xcomp")
    subject = clauses.subject(token)
    reader = subject is not None and subject.lower_ == "you"
    return statement(token) if known and finite and clause and not reader else None


def _according(token: Token) -> Draft | None:
    """ "According to officials, two are missing": whoever stands after it tells the rest of the sentence."""
    sentence = token.sent
    if token.lower_ != "according" or token.i + 2 >= sentence.end or token.nbor(1).lower_ != "to":
        return None
    noun = token.nbor(2)
    while noun.dep_ in LEFT and noun.i < noun.head.i < sentence.end:
        noun = noun.head
    source = phrases.phrase(noun, APART)
    source = Span(token.nbor(2).idx, max(source.end, noun.idx + len(noun)))
    at = Span(token.idx, source.end)
    rest = (*_whole([t for t in sentence if t.idx < at.begin]), *_whole([t for t in sentence if t.idx >= at.end]))
    return Draft(source, phrases.span(token.doc, token.i, token.i + 2), rest) if rest else None


def _hearsay(token: Token) -> Draft | None:
    """ "The mayor reportedly fled": the clause of its verb, without the word."""
    verb = token.head
    if token.lower_ not in HEARSAY or token.dep_ != "advmod" or verb.pos_ != "VERB" or clauses.subject(verb) is None:
        return None
    words = sorted(verb.subtree)
    parts = [t for t in words if t.i < token.i], [t for t in words if t.i > token.i]
    return Draft(None, phrases.token_span(token), tuple(s for part in parts for s in _whole(part)))


def _emerged(token: Token) -> Draft | None:
    subject = clauses.subject(token) if token.lemma_.lower() in COMING_OUT else None
    if subject is None or subject.lower_ != "it":
        return None
    clause = next(iter(phrases.children(token, "ccomp", "csubj", "advcl")), None)
    told = _whole(sorted(clause.subtree)) if clause is not None else ()
    return Draft(None, phrases.token_span(token), told) if told else None


def _whole(words: list[Token]) -> tuple[Span, ...]:
    """Words as one stretch without what hangs at its edges; nothing if words are missing inside."""
    while words and (words[0].dep_ in HANGING or words[0].is_space or words[0].text in STOPS):
        words = words[1:]
    while words and (words[-1].is_space or words[-1].text in STOPS):
        words = words[:-1]
    if not words or words[-1].i - words[0].i != len(words) - 1:
        return ()
    return (phrases.span(words[0].doc, words[0].i, words[-1].i + 1),)
