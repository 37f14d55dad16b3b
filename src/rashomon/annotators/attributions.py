"""Statements: the model's attribution parts, joined, cleaned, and given form, stance, speaker and holders.

Needs layers Block, Name and Reference. A run of quotation that goes on in the next paragraph belongs to the speaker
who began it; content that nothing ties to a speaker is kept only if it stands in quotation marks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.grammar import cues, phrases
from rashomon.spans import Stretches
from rashomon.statements import edges, fields, quotes, stances
from rashomon.statements.chains import with_holders
from rashomon.statements.cited import with_cited
from rashomon.statements.continued import continued
from rashomon.statements.descriptions import with_descriptions
from rashomon.statements.drafts import Draft, drafts
from rashomon.statements.headlines import with_headlines
from rashomon.statements.missed import missed
from rashomon.statements.nested import nested
from rashomon.statements.signed import with_signed
from rashomon.statements.speakers import speakers
from rashomon.statements.topics import telling
from rashomon.statements.transcripts import with_transcript
from rashomon.statements.turns import with_turns
from rashomon.statements.wholes import with_wholes
from rashomon.types import Attribution, Block, Document, Name, Resolved, Span

if TYPE_CHECKING:
    from rashomon.language import Reading
    from rashomon.tokens import Token


def run(document: Document, reading: Reading) -> Iterable[Attribution]:
    """Every attribution of the account, outermost and nested, in text order."""
    kinds = {n.entity: n.kind for n in document.layer(Name)}
    text = quotes.doubled(document.text)
    found = [*with_wholes(reading, continued(document, reading.doc, drafts(document, reading)))]
    found = with_headlines(document, reading, with_signed(document, text, found))
    found = [*_telling(document, reading, found)]
    found = [*with_cited(document, reading, [*found, *_telling(document, reading, missed(document, reading, found))])]
    parts = [(_own(reading, d), True) if inner else (d, False) for d, inner in zip(found, _inner(found), strict=True)]
    parts += [(d, True) for d in _telling(document, reading, nested(reading, found))]
    every = [a for d, inner in parts for a in _finished(document, reading, d, text, kinds, inner=inner)]
    named = [*with_descriptions(document, reading, every)]
    spoken = [*with_transcript(document, [*with_turns(document, named)])]
    return with_holders(document, spoken, text)


def _telling(document: Document, reading: Reading, found: Iterable[Draft]) -> Iterator[Draft]:
    return (told for d in found if (told := telling(document, reading, d)) is not None)


def _inner(found: Sequence[Draft]) -> Iterator[bool]:
    """True for each statement with its cue in the content of another, whose quotation marks are not its own."""
    contents = [(d, c) for d in found for c in d.content]
    places = Stretches((c.begin, c.end) for _, c in contents)
    for d in found:
        around = [contents[i] for i in places.touching(d.cue.begin, d.cue.end)] if d.cue else []
        yield any(o is not d and o.cue != d.cue and d.cue is not None and c.covers(d.cue) for o, c in around)


def _own(reading: Reading, d: Draft) -> Draft:
    """A statement inside another as far as its own sentence goes."""
    content = edges.in_one_sentence(reading.doc, d.content, d.cue) if d.cue else ()
    return replace(d, content=content) if content else d


def _finished(
    document: Document, reading: Reading, d: Draft, text: str, kinds: Mapping[str, str], *, inner: bool
) -> Iterator[Attribution]:
    words = [t for t in phrases.inside(reading.doc, d.cue) if not t.is_space] if d.cue else []
    lemmas = [_lemma(t) for t in words]
    verb = phrases.head_of(words)
    beside = phrases.children(verb, "advmod") if verb is not None else []
    hedge = next((t for t in (*words, *beside) if t.lower_ in cues.HEDGES), None) or _passive_hedge(words, d)
    stance, positive = stances.stance(reading.doc, d, words, lemmas)
    block = next(iter(document.layer(Block).touching(d.content[0])), None)
    kind = block.kind if block is not None and not (d.cue and block.span.covers(d.cue)) else None
    form = quotes.form(text, d.content, kind, inner=inner)
    for source, speaker, because in speakers(document, reading, d.source):
        yield Attribution(
            span=Span(min(s.begin for s in _all(d)), max(s.end for s in _all(d))),
            source=source,
            cue=d.cue,
            content=d.content,
            form=form,
            stance=stance,
            positive=positive,
            hedge=phrases.token_span(hedge) if hedge is not None else None,
            speaker=speaker,
            because=Resolved.CONTINUED if d.continues else because,
            kind=fields.source_kind(document, reading, source, because, speaker, kinds),
            verbatim=quotes.verbatim(text, d.content, kind),
            addressee=fields.addressee(document, reading, d),
            venue=fields.venue(document, reading, d),
            time=fields.uttered(document, reading, d),
        )


def _lemma(token: Token) -> str:
    """The lemma by which a word of a cue is known; "was convinced" is a state, "convinced them" is none."""
    known = cues.lemma(token.lemma_.lower(), token.lower_)
    return token.lemma_.lower() if known == token.lower_ and phrases.children(token, "obj") else known


def _all(d: Draft) -> list[Span]:
    here = [*d.content]
    if not d.continues:  # a continued quotation has its cue in another paragraph
        here += [s for s in (d.source, d.cue) if s is not None]
    return here


def _passive_hedge(words: Sequence[Token], d: Draft) -> Token | None:
    """ "is believed to" with nobody named: the participle is the hedge."""
    if d.source is None:
        return next((t for t in words if t.lemma_.lower() in cues.PASSIVE_HEDGES and t.tag_ == "VBN"), None)
    return None
