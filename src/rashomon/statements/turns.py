"""Whose turn it is: a pronoun that the account leaves open is whoever spoke last, if it fits.

“..., he said” goes on with the last speaker, whoever the sentences before tell of; "it said" goes on with the body or
document that spoke, and not with a thing that never does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from rashomon.grammar import people
from rashomon.grammar.gender import gender
from rashomon.spans import Stretches
from rashomon.statements.chains import SINGLE, fits
from rashomon.types import Attribution, Block, Document, Name, Resolved, Sentence, Span

REACH = 2  # sentences that may stand between two turns
SPEAKING = {  # pronouns -> kinds of sources that they go on with
    **dict.fromkeys(people.SINGULAR, SINGLE),
    **dict.fromkeys(people.ORGANISED, frozenset({"organisation", "document"})),
    **dict.fromkeys(people.PLURAL, frozenset({"organisation", "collective"})),
}


def with_turns(document: Document, found: Sequence[Attribution]) -> Iterator[Attribution]:
    """Each statement, a pronoun that is open or doubtful given to the speaker of the statement before it."""
    genders = {n.entity: gender(n.entity, n.titles) for n in document.layer(Name)}
    named = {a.speaker for a in found if a.because in (Resolved.NAME, Resolved.DESCRIBED)}
    inner = _inner(found)
    last: Attribution | None = None
    turns: dict[Span | None, Attribution] = {}  # by source: "he said, pointing out"
    for i in sorted(set(range(len(found))) - inner, key=lambda i: _key(found[i])):
        a = found[i]
        if last is not None and _open(document, a, named, genders) and _fits(document, a, last, genders):
            a = turns[a.source] = replace(a, speaker=last.speaker, kind=last.kind, because=Resolved.SPOKE_LAST)
        if a.speaker is not None:
            last = a
    for a in found:
        turn = turns.get(a.source)
        yield replace(a, speaker=turn.speaker, kind=turn.kind, because=turn.because) if turn else a


def _inner(found: Sequence[Attribution]) -> set[int]:
    """Those that stand in the content of another."""
    places = Stretches((c.begin, c.end) for a in found for c in a.content)
    contents = [(i, c) for i, a in enumerate(found) for c in a.content]
    out = set()
    for i, a in enumerate(found):
        key = _key(a)
        if any(contents[k][0] != i and contents[k][1].covers(key) for k in places.touching(key.begin, key.end)):
            out.add(i)
    return out


def _key(a: Attribution) -> Span:
    return a.cue or a.content[0]


def _open(document: Document, a: Attribution, named: set[str | None], genders: Mapping[str, str]) -> bool:
    """True for a pronoun without a name, or with one that tells neither sex, and after what is said, as "..., he said"
    begins no new topic."""
    word = document.quote(a.source).lower() if a.source else ""
    if word not in SPEAKING or a.source is None:
        return False
    guessed = a.because in (Resolved.ANTECEDENT, Resolved.NEAREST)
    after = a.content[0] < a.source and guessed
    untold = guessed and word in people.SINGULAR and not genders.get(a.speaker or "") and a.speaker not in named
    return a.speaker is None or untold or (after and (word in people.SINGULAR or a.speaker not in named))


def _fits(document: Document, a: Attribution, last: Attribution, genders: Mapping[str, str]) -> bool:
    word = document.quote(a.source).lower() if a.source else ""
    if last.kind not in SPEAKING[word] or last.speaker in (None, a.speaker):
        return False
    if word in people.SINGULAR and not _is_who(word, a, last.speaker, genders):
        return False
    blocks = [next(iter(document.layer(Block).touching(_key(x))), None) for x in (last, a)]
    if len({(b.entry, b.voice) for b in blocks if b}) != 1:
        return False
    between = Span(last.span.end, max(a.span.begin, last.span.end))
    return sum(between.covers(s.span) for s in document.layer(Sentence).touching(between)) <= REACH


def _is_who(word: str, a: Attribution, last: str, genders: Mapping[str, str]) -> bool:
    """True if "he" or "she" can be who spoke last: nobody of the other sex, no thing, and no bare surname where the
    pronoun has a name that tells."""
    if last not in genders and people.OFFICES.isdisjoint(last.lower().split()):
        return False
    surname = not genders.get(last) and " " not in last
    return fits(word, last, genders) and not (surname and a.speaker and genders.get(a.speaker))
