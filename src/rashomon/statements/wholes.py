"""What is told of a telling, whole: of "Oro had told them to leave, the mayor said" the model, which is taught the
outermost statements only, gives the mayor what stands before "told", or nothing at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.grammar import phrases
from rashomon.statements.cited import CITING
from rashomon.statements.drafts import Draft
from rashomon.statements.fields import TELLING
from rashomon.statements.nested import statement
from rashomon.statements.parts import cue, speaks, teller, whole
from rashomon.statements.quotes import CLOSING, OPENING, STRAIGHT, doubled
from rashomon.statements.tellers import when
from rashomon.types import Span

if TYPE_CHECKING:
    from rashomon.language import Reading
    from rashomon.tokens import Token

ENDED = frozenset({",", "”", '"', "?", "!", "’", "'"})  # what parts all that is told from who tells it


def with_wholes(reading: Reading, found: Sequence[Draft]) -> Iterator[Draft]:
    """The statements found; one whose content stops short of the verb of what is told has all of it by the tree."""
    for d in found:
        told = _told(reading, d) if d.cue and d.source else None
        yield replace(d, content=_with(d.content, told)) if told is not None and _broken(reading, d, told) else d


def _broken(reading: Reading, d: Draft, told: Span) -> bool:
    """True if a statement has some of what is told, but not its verb."""
    verb = phrases.head_of(phrases.inside(reading.doc, told))
    apart = not any(told.touches(s) for s in (d.source, d.cue) if s)
    some = any(c.touches(told) for c in d.content)
    return verb is not None and apart and some and not any(c.touches(phrases.token_span(verb)) for c in d.content)


def _with(content: Sequence[Span], told: Span) -> tuple[Span, ...]:
    return tuple(sorted((*(c for c in content if not c.touches(told)), told)))


def _told(reading: Reading, d: Draft) -> Span | None:
    """What stands after the cue of a statement, or before who tells it at the end of its sentence, as one stretch."""
    words = [t for t in phrases.inside(reading.doc, d.cue) if not t.is_space] if d.cue else []
    verb = phrases.head_of(words)
    if d.cue is None or verb is None or verb.pos_ != "VERB":
        return None
    found = at_the_end(verb) if all(c < d.cue for c in d.content) else statement(verb)
    return found.content[0] if found is not None and len(found.content) == 1 else None


def at_the_end(verb: Token) -> Draft | None:
    """ "It sank, the captain maintains.", "It sank, officials told reporters on Monday.": all that stands before who
    tells, if nothing that is told comes after."""
    subjects = [c for c in phrases.children(verb, "nsubj") if c.i < verb.i]
    subjects = [c for c in subjects if not any(t.is_punct for t in verb.doc[c.i : subjects[-1].i])]
    heard = () if verb.lemma_.lower() in TELLING else ("obj",)
    if not subjects or not speaks(subjects[-1], verb) or phrases.children(verb, "xcomp", *heard):
        return None
    after = [t for t in verb.doc[verb.i + 1 : verb.sent.end] if not (t.is_punct or t.is_space)]
    hung = [c for c in phrases.children(verb, "advcl") if c.tag_ == "VBG" and c.lemma_.lower() in CITING]
    cited = {t.i for c in hung for t in c.subtree}  # ", citing officials"
    beside = {t.i for c in phrases.children(verb, "obl", "advmod", "obj", "iobj") for t in c.subtree}
    if any(t.i not in cited and (t.i not in beside or t.tag_ in phrases.FINITE_TAGS) for t in after):
        return None
    who = Span(teller(subjects[0], verb).begin, teller(subjects[-1], verb).end)
    before = _before(verb, who)
    clause = any(t.tag_ in phrases.FINITE_TAGS for t in before)
    told = whole(before) if before and before[-1].text in ENDED and clause and not when(verb, before) else ()
    return Draft(who, cue(verb), told) if told else None


def _before(verb: Token, who: Span) -> list[Token]:
    """The words of a sentence before who tells it; where the reading has begun a sentence with who tells, of the one
    before."""
    first = verb.sent.start
    if verb.doc[first].idx >= who.begin and first and verb.doc[first - 1].text in ENDED:
        first = verb.doc[first - 1].sent.start
    words = [t for t in verb.doc[first : verb.i] if t.idx < who.begin and not t.is_space]
    said = doubled(verb.doc.text)[words[0].idx : who.begin] if words else ""
    within = sum(c in OPENING for c in said) > sum(c in CLOSING for c in said) or said.count(STRAIGHT) % 2
    return [] if within else words  # who tells stands in a quotation that begins before
