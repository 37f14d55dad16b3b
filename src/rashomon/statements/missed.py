"""Statements that the tree shows and the model leaves out: "according to X", "reportedly", "X denied that ..."."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from typing import TYPE_CHECKING

from rashomon.grammar import clauses, cues, phrases
from rashomon.statements import quotes
from rashomon.statements.drafts import Draft
from rashomon.statements.edges import DANGLING
from rashomon.statements.nested import statement
from rashomon.statements.parts import ADJECTIVES, speaks, whole
from rashomon.statements.tellers import APART, RAISING, raised, undergone
from rashomon.statements.told_nouns import lightly, owned
from rashomon.statements.wholes import at_the_end
from rashomon.types import ASIDE, Block, Document, Span

if TYPE_CHECKING:
    from rashomon.language import Reading
    from rashomon.tokens import Token

# A finite verb of a spoken stance with a clause and a subject is a statement wherever it stands; so is an intention.
DECIDING = frozenset("decide hope intend plan".split())
HEARSAY = frozenset("reportedly allegedly supposedly purportedly".split())
# What stands before who tells the rest of the sentence.
OPENERS = tuple(
    tuple(words.split())
    for words in ("according to", "in the words of", "in the view of", "in the opinion of", "in the eyes of", "per")
)
OPENING = frozenset(words[0] for words in OPENERS)
LEFT = DANGLING | {"flat"}  # what stands before its noun
OPENED = (*quotes.OPENING, quotes.STRAIGHT)


def missed(document: Document, reading: Reading, found: Sequence[Draft]) -> Iterator[Draft]:
    """The statements outside the words of those found, or around all of one; "according to X" may tell what somebody
    said too."""
    doc = reading.doc
    cued = {t.i for d in found for s in (d.source, d.cue) if s for t in phrases.inside(doc, s)}
    cued |= {t.i for b in document.layer(Block) if b.kind in ASIDE for t in phrases.inside(doc, b.span)}
    wholes = [{t.i for s in (d.source, d.cue, *d.content) if s for t in phrases.inside(doc, s)} for d in found]
    inside = cued | {t.i for d in found for s in d.content for t in phrases.inside(doc, s)}
    for token in doc:
        draft = _sourced(token) if token.i not in cued else None
        if draft is None and token.i not in inside:
            draft = _hearsay(token, cued) or _going_round(token) or _told(token) or _lightly(token)
            if draft is not None:
                words = {t.i for s in draft.content for t in phrases.inside(doc, s)}
                draft = draft if all(words >= whole or words.isdisjoint(whole) for whole in wholes) else None
        if draft is not None:
            wholes.append({t.i for s in (draft.cue, *draft.content) if s for t in phrases.inside(doc, s)})
            inside |= wholes[-1]
            yield draft


def _told(token: Token) -> Draft | None:
    if token.pos_ == "ADJ" or token.lower_ in ADJECTIVES:  # "we are convinced it sank"
        return statement(token) if phrases.children(token, "cop", "aux") and phrases.children(token, "ccomp") else None
    if token.pos_ != "VERB":
        return None
    lemma = cues.lemma(token.lemma_.lower(), token.lower_)
    known = cues.STANCES.get(lemma) in cues.SPOKEN or lemma in DECIDING
    about = raised(token) is not None or phrases.children(token, "ccomp", "csubj")
    if not known and not (about and undergone(token) and token.lemma_.lower() in RAISING):
        return None
    finite = token.tag_ in phrases.FINITE_TAGS or phrases.children(token, "aux")
    subject = clauses.subject(token)
    reader = subject is not None and subject.lower_ == "you"
    return (at_the_end(token) or statement(token)) if finite and not reader else None


def _lightly(token: Token) -> Draft | None:
    """ "Sent signals that it sank", "filed a motion to unseal it"."""
    finite = token.pos_ == "VERB" and (token.tag_ in phrases.FINITE_TAGS or phrases.children(token, "aux"))
    return lightly(token) if finite else None


def _sourced(token: Token) -> Draft | None:
    """ "According to officials, two are missing": whoever stands after it tells the rest of the sentence."""
    if token.lower_ not in OPENING:
        return None
    sentence, doc = token.sent, token.doc
    opener = next((o for o in OPENERS if tuple(t.lower_ for t in doc[token.i : token.i + len(o)]) == o), None)
    first = token.i + len(opener or ())
    if opener is None or first >= sentence.end or (len(opener) == 1 and token.i != sentence.start):
        return None
    noun = doc[first]
    while noun.dep_ in LEFT and noun.i < noun.head.i < sentence.end:
        noun = noun.head
    end = max(phrases.phrase(noun, APART).end, noun.idx + len(noun))
    source = Span(doc[first].idx, _named_on(noun, end))
    at = Span(token.idx, source.end)
    opened = token.i > sentence.start and token.nbor(-1).text in OPENED  # it begins a quotation of its own
    before = [] if opened else [t for t in sentence if t.idx < at.begin]
    rest = (*whole(before), *whole([t for t in sentence if t.idx >= at.end]))
    return Draft(source, phrases.span(doc, token.i, first), rest) if rest and speaks(noun) else None


def _named_on(noun: Token, end: int) -> int:
    """The end of a source with the name right after its noun: "engineer Ana Oro"."""
    last = noun
    for t in noun.doc[noun.i + 1 : noun.sent.end]:
        if t.idx < end:
            last = t
        elif t.ent_type_ == "PER" and t.i == last.i + 1:
            last, end = t, t.idx + len(t)
        else:
            break
    return end


def _hearsay(token: Token, cued: Set[int]) -> Draft | None:
    """ "The mayor reportedly fled": the clause of its verb, without the word; a verb that is a cue itself is hedged."""
    verb = token.head
    if verb.i in cued:
        return None
    if token.lower_ not in HEARSAY or token.dep_ != "advmod" or verb.pos_ != "VERB" or clauses.subject(verb) is None:
        return None
    words = sorted(verb.subtree)
    parts = [t for t in words if t.i < token.i], [t for t in words if t.i > token.i]
    told = tuple(s for part in parts for s in whole(part))
    return Draft(None, phrases.token_span(token), told) if told else None


def _going_round(token: Token) -> Draft | None:
    """ "There are reports that it fell": a noun of hearsay that nobody owns, with a clause."""
    draft = owned(token) if token.pos_ == "NOUN" else None
    return draft if draft is not None and draft.source is None else None
