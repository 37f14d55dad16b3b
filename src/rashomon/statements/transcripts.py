"""Transcripts: interviews, briefings and hearings, in which a name and a colon stand before each turn.

"THE MINISTER: Our forces crossed the river." What follows the colon, and the paragraphs up to the next name, are the
exact words of who is named there, whatever marks stand in them. Word lists are English; a second language is a second
module of the same names.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rashomon.grammar import people
from rashomon.types import BODY, Attribution, Block, BlockKind, Document, Name, Resolved, Span

LEAST = 3  # turns of a transcript
INITIALS = 4  # letters at most
_WORD = r"[A-Z][\w.'’-]*"
LABEL = re.compile(
    rf"(?P<name>{_WORD}(?: (?:{_WORD}|of|the|de|al|bin|van|von)){{0,5}})(?: ?\([^()\n]{{1,60}}\))?(?P<colon>:)\s+(?=\S)"
)
ASKING = frozenset("q question reporter interviewer journalist moderator host presenter".split())
ANSWER = frozenset({"a", "answer"})
ANSWERING = ANSWER | frozenset("respondent interviewee witness court judge prosecution defence defense counsel".split())
PARTS = ASKING | ANSWERING
SPEAKERS = PARTS | people.OFFICES | people.PERSONS
NO_NAME = frozenset("note update source photo caption video related more read watch warning correction".split())


@dataclass(frozen=True, slots=True)
class Turn:
    """Who speaks, as printed and by name ("" where none fits), the colon, and the words of each of its paragraphs."""

    label: Span
    name: str
    colon: Span
    words: tuple[Span, ...]


def with_transcript(document: Document, found: Sequence[Attribution]) -> Iterator[Attribution]:
    """The statements, in text order, with one for each paragraph of each turn of a transcript; what was found with a
    label of a turn as its source is said by these."""
    spoken = list(turns(document))
    own = [a for t in spoken for a in _said(document, t)]
    kept = (a for a in found if a.source is None or not any(t.label.touches(a.source) for t in spoken))
    yield from sorted((*kept, *own), key=lambda a: a.span)


def turns(document: Document) -> Iterator[Turn]:
    """The turns of an account; none where fewer than two speak, or nobody twice. Needs the layers Block and Name."""
    blocks = [b for b in document.layer(Block) if b.kind in BODY and b.voice is None]
    found = ((i, m) for i, b in enumerate(blocks) if (m := LABEL.match(document.text, b.span.begin, b.span.end)))
    heads = [(i, m) for i, m in found if _speaks(document, m)]
    names = _names(document) if len(heads) >= LEAST else {}
    guest = _guest(document, heads[0][1].start()) if names else ""
    who = [_named(m["name"], names) or (guest if m["name"].lower() in ANSWER else "") for _, m in heads]
    times = Counter(name or m["name"].lower() for name, (_, m) in zip(who, heads, strict=True))
    if len(heads) < LEAST or len(times) < 2 or max(times.values()) < 2:
        return
    ends = [*(i for i, _ in heads[1:]), heads[-1][0] + 1]  # what follows the last turn may be the outlet's again
    for (i, m), name, end in zip(heads, who, ends, strict=True):
        rest = (b.span for b in blocks[i + 1 : end])
        yield Turn(Span(*m.span("name")), name, Span(*m.span("colon")), (Span(m.end(), blocks[i].span.end), *rest))


def _speaks(document: Document, label: re.Match[str]) -> bool:
    """True for a label that is a person's name or initials, an office, a part in a conversation, or in capitals."""
    words = _words(label["name"])
    if not NO_NAME.isdisjoint(words):
        return False
    if label["name"].isupper() or not SPEAKERS.isdisjoint(words):
        return True
    return any(n.kind == "person" for n in document.layer(Name).touching(Span(*label.span("name"))))


def _names(document: Document) -> Mapping[str, str]:
    """The people of an account by full name, last name and initials, in lower case; of what two share, none."""
    known: dict[str, set[str]] = {}
    for entity in {n.entity for n in document.layer(Name) if n.kind == "person"}:
        words = entity.lower().split()
        if len(words) == 1 and len(entity) <= INITIALS and entity.isupper():
            continue  # "JF" itself
        for key in {" ".join(words), words[-1], "".join(w[0] for w in words)}:
            known.setdefault(key, set()).add(entity)
    return {key: min(entities) for key, entities in known.items() if len(entities) == 1}


def _guest(document: Document, begin: int) -> str:
    """Who answers: the one person whom the headline, or else all that stands before the first turn, names; else ""."""
    people_before = [n for n in document.layer(Name) if n.kind == "person" and n.span.end <= begin]
    top = next((b.span for b in document.layer(Block) if b.kind is BlockKind.HEADLINE), None)
    for there in ([n for n in people_before if top and top.covers(n.span)], people_before):
        if len(found := {n.entity for n in there}) == 1:
            return min(found)
    return ""


def _named(label: str, names: Mapping[str, str]) -> str:
    """The person whom a label names by a form, a last name or initials, else ""."""
    words = [w for w in _words(label) if w not in people.HONORIFICS]
    return names.get(" ".join(words)) or names.get(words[-1], "") if words else ""


def _words(label: str) -> list[str]:
    return label.lower().replace(".", "").split()


def _said(document: Document, turn: Turn) -> Iterator[Attribution]:
    label = document.quote(turn.label)
    words = _words(label)
    office = not people.OFFICES.isdisjoint(words)
    unnamed = "role" if office else "anonymous" if not PARTS.isdisjoint(words) else "person"
    for span in turn.words:
        said = document.quote(span)
        asks = not ASKING.isdisjoint(words) or (said.endswith("?") and said.count("?") >= said.count("."))
        yield Attribution(
            span=Span(turn.label.begin if span == turn.words[0] else span.begin, span.end),
            source=turn.label,
            cue=turn.colon,
            content=(span,),
            form="direct",
            stance="ask" if asks else "say",
            speaker=turn.name or label,
            because=Resolved.NAME if turn.name else Resolved.DESCRIBED,
            kind="person" if turn.name else unnamed,
            verbatim=(span,),
        )
