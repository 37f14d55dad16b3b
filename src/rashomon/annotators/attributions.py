"""Statements: the model's attribution parts, joined, cleaned, and given form, stance, speaker and holders.

Needs layers Block, Name and Reference. A run of quotation that goes on in the next paragraph belongs to the speaker
who began it; content that nothing ties to a speaker is kept only if it stands in quotation marks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.grammar import cues, people, phrases
from rashomon.spans import Stretches
from rashomon.statements import fields, quotes
from rashomon.statements.drafts import Draft, drafts
from rashomon.statements.nested import nested
from rashomon.statements.signed import with_signed
from rashomon.statements.speakers import described, speakers
from rashomon.types import Attribution, Block, Document, Name, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from rashomon.language import Reading


def run(document: Document, reading: Reading) -> Iterable[Attribution]:
    """Every attribution of the account, outermost and nested, in text order."""
    kinds = {n.entity: n.kind for n in document.layer(Name)}
    text = quotes.doubled(document.text)
    found = with_signed(document, text, drafts(document, reading))
    return _with_holders(
        document, [a for d in (*found, *nested(reading, found)) for a in _finished(document, reading, d, text, kinds)]
    )


def _finished(
    document: Document, reading: Reading, d: Draft, text: str, kinds: Mapping[str, str]
) -> Iterator[Attribution]:
    words = [t for t in phrases.inside(reading.doc, d.cue) if not t.is_space] if d.cue else []
    lemmas = [cues.lemma(t.lemma_.lower(), t.lower_) for t in words]
    hedge = next((t for t in words if t.lower_ in cues.HEDGES), None) or _passive_hedge(words, d)
    block = next(iter(document.layer(Block).touching(d.content[0])), None)
    kind = block.kind if block is not None and not (d.cue and block.span.covers(d.cue)) else None
    form = quotes.form(text, d.content, kind)
    for source, speaker, because in speakers(document, reading, d.source):
        yield Attribution(
            span=Span(min(s.begin for s in _all(d)), max(s.end for s in _all(d))),
            source=source,
            cue=d.cue,
            content=d.content,
            form=form,
            stance=cues.stance(lemmas),
            positive=not cues.negated(lemmas),
            hedge=phrases.token_span(hedge) if hedge is not None else None,
            speaker=speaker,
            because=d.because or because,
            kind=fields.source_kind(document, reading, source, because, speaker, kinds),
            verbatim=quotes.verbatim(text, d.content, kind),
            addressee=fields.addressee(document, reading, d),
            venue=fields.venue(document, reading, d),
            time=fields.uttered(document, reading, d),
        )


def _all(d: Draft) -> list[Span]:
    here = [*d.content]
    if not d.because:  # a continued quotation has its cue in another paragraph
        here += [s for s in (d.source, d.cue) if s is not None]
    return here


def _passive_hedge(words: Sequence[Token], d: Draft) -> Token | None:
    """ "is believed to" with nobody named: the participle is the hedge."""
    if d.source is None:
        return next((t for t in words if t.lemma_.lower() in cues.PASSIVE_HEDGES and t.tag_ == "VBN"), None)
    return None


# -- who stands behind it ----------------------------------------------------------------------------------------------


def _with_holders(document: Document, found: Sequence[Attribution]) -> Iterator[Attribution]:
    """Holders, outermost first: the outlet or commenter, the speakers whose content this stands in, this speaker.

    First persons inside a quotation are its speaker.
    """
    outlet = document.provenance.outlet or document.provenance.path
    contents = [(c, i) for i, o in enumerate(found) for c in o.content]
    places = Stretches((c.begin, c.end) for c, _ in contents)
    for a in found:
        key = a.cue or a.content[0]
        near = (contents[k] for k in places.touching(key.begin, key.end))
        around = (found[i] for i in sorted({i for c, i in near if c.covers(key)}))
        outer = [o for o in around if o is not a and not (o.cue and any(c.covers(o.cue) for c in a.content))]
        outer.sort(key=lambda o: -sum(c.end - c.begin for c in o.content))
        speaker, because = a.speaker, a.because
        if speaker is None and a.source is not None and document.quote(a.source).lower() in people.FIRST and outer:
            speaker, because = outer[-1].speaker, "first person"
            outer = outer[:-1] if speaker else outer
        if outer and a.because in ("nearest", "unresolved") and _same_pronoun(document, a, outer[-1]):
            speaker, because = _label(document, outer[-1]), "speaks of itself"  # "Moreno said she hopes"
        block = next(iter(document.layer(Block).touching(a.content[0])), None)
        voice = block.voice if block is not None and block.voice else outlet
        if speaker is None and a.source is not None and document.quote(a.source).lower() in ("i", "me"):
            speaker, because = voice, "first person"
        if speaker is None and voice != outlet and a.source is not None and document.quote(a.source).lower() == "you":
            speaker, because = _addressed(voice, outlet), "second person"
        chain = [voice, *(_label(document, o) for o in outer), _label(document, replace(a, speaker=speaker))]
        holders = tuple(h for i, h in enumerate(chain) if not i or h != chain[i - 1])
        yield replace(a, speaker=speaker, because=because, holders=holders)


def _same_pronoun(document: Document, inner: Attribution, outer: Attribution) -> bool:
    """True for a third-person pronoun that fits the speaker around it: one person, or a body or group."""
    word = document.quote(inner.source).lower() if inner.source else ""
    single = outer.kind in ("person", "role", "anonymous")
    return outer.source is not None and word in (people.SINGULAR if single else people.PLURAL | people.ORGANISED)


def _addressed(voice: str, outlet: str) -> str | None:
    """Whom a comment speaks to: the account, unless it answers another comment ("comment 1.1")."""
    return outlet if "." not in voice else None


def _label(document: Document, a: Attribution) -> str:
    if a.speaker:
        return a.speaker
    return described(document, a.source) if a.source else "unnamed"
