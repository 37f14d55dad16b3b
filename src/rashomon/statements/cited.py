"""Whom a teller cites: of "nine died, the paper reported, citing officials" the officials say the same, and of "the
paper quoted Oro as saying that nine died" Oro does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.grammar import clauses, cues, phrases
from rashomon.statements.drafts import Draft, stripped
from rashomon.statements.parts import cue, speaks, stretches, teller
from rashomon.statements.tellers import agent
from rashomon.types import Document, Span

if TYPE_CHECKING:
    from rashomon.language import Reading
    from rashomon.tokens import Token

CITING = frozenset({"cite", "quote"})
THAT = "that "
PRINTED = frozenset({"by", "in", "on"})  # before who quotes: "was quoted in the Herald as saying"


def with_cited(document: Document, reading: Reading, found: Sequence[Draft]) -> Iterator[Draft]:
    """The statements found; one whose cue cites somebody is that one's, with the words of the statement it hangs on."""
    found = [*_with_quoted(document, reading, found)]
    heads = [(d, _head(reading, d)) for d in found]
    for d, verb in heads:
        whom = phrases.head_of(phrases.inside(reading.doc, d.content[0])) if len(d.content) == 1 else None
        if verb is None or whom is None or verb.lemma_.lower() not in CITING or verb.tag_ != "VBG":
            yield d
            continue
        outer = next((o for o, other in heads if other is not None and _teller(verb, other)), None)
        named = whom.pos_ in ("NOUN", "PROPN") and speaks(whom) and not phrases.children(whom, "acl", "ccomp")
        yield replace(d, source=d.content[0], content=outer.content) if outer is not None and named else d


def _teller(citing: Token, verb: Token) -> bool:
    """True if who cites is the subject of a verb: "the paper said, citing Oro", "the paper, citing Oro, said"."""
    return citing.head == verb or citing.head in phrases.children(verb, "nsubj")


def _with_quoted(document: Document, reading: Reading, found: Sequence[Draft]) -> Iterator[Draft]:
    """The statements found, those of "quoted Oro as saying" told apart: what is said is Oro's, and who quotes it tells
    the same."""
    rest = [*found]
    for verb in reading.doc:
        saying = _as_saying(verb)
        whom = _quoted(verb) if saying is not None else None
        if saying is None or whom is None:
            continue
        of_these = [d for d in rest if (head := _head(reading, d)) is not None and head in (verb, saying)]
        content = _after(document, saying, of_these) or _before(verb, of_these)
        if not content:
            continue
        rest = [d for d in rest if d not in of_these]
        if (quoter := _quoter(verb)) is not None:
            yield Draft(teller(quoter), cue(verb), content)
        yield Draft(teller(whom), phrases.token_span(saying), content)
    yield from rest


def _as_saying(verb: Token) -> Token | None:
    """ "Saying" of "quoted Oro as saying"."""
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in CITING:
        return None
    hung = (c for c in phrases.children(verb, "advcl", "xcomp", "acl") if c.i > verb.i and c.pos_ == "VERB")
    told = (c for c in hung if any(m.lower_ == "as" for m in phrases.children(c, "mark", "case")))
    return next((c for c in told if cues.lemma(c.lemma_.lower(), c.lower_) in cues.STANCES), None)


def _quoted(verb: Token) -> Token | None:
    """Who is quoted: the object of a verb, the subject of a passive, the noun of "an officer quoted as saying"."""
    if clauses.passive(verb):
        return clauses.subject(verb)
    after = [c for c in phrases.children(verb, "obj") if c.i > verb.i]
    return after[0] if after else verb.head if verb.stem == "acl" else None


def _quoter(verb: Token) -> Token | None:
    """Who quotes: the subject of a verb; of a passive who stands after "by", or the paper it is "quoted in"."""
    if not clauses.passive(verb) and phrases.children(verb, "obj"):
        own = phrases.children(verb, "nsubj")
        return own[0] if own else None
    where = (n for n in phrases.children(verb, "obl") if clauses.case(n) in PRINTED and n.ent_type_ in ("ORG", "MISC"))
    return agent(verb) or next(where, None)


def _after(document: Document, saying: Token, found: Sequence[Draft]) -> tuple[Span, ...]:
    """What is told after "saying": as far as a statement found goes, else its clause."""
    told_to = max((phrases.phrase(n).end for n in phrases.children(saying, "iobj")), default=0)
    begin = max(told_to, saying.idx + len(saying))
    parts = [Span(max(c.begin, begin), c.end) for d in found for c in d.content if c.end > begin]
    end = max((c.end for c in parts), default=0)
    own = [c for c in parts if c.end == end][:1]
    told = (s for c in own if (s := stripped(document, c)) is not None)
    bare = tuple(Span(s.begin + len(THAT), s.end) if document.text.startswith(THAT, s.begin) else s for s in told)
    return bare or stretches(saying, sorted(t.i for t in saying.subtree if t.i > saying.i))


def _before(verb: Token, found: Sequence[Draft]) -> tuple[Span, ...]:
    """What is told before who quotes it: "“It sank,” the paper quoted Oro as saying"."""
    return next((kept for d in found if (kept := tuple(c for c in d.content if c.end <= verb.idx))), ())


def _head(reading: Reading, d: Draft) -> Token | None:
    return phrases.head_of([t for t in phrases.inside(reading.doc, d.cue) if not t.is_space]) if d.cue else None
