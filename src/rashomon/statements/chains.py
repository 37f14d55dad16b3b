"""Who stands behind a statement: the outlet or commenter, the speakers whose words it stands in, its own speaker."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from rashomon.grammar import people
from rashomon.grammar.gender import gender
from rashomon.lexicon import UNNAMED
from rashomon.spans import Stretches
from rashomon.statements.quotes import OPENING, STRAIGHT, inside_marks
from rashomon.statements.speakers import described
from rashomon.types import Attribution, Block, Document, Name, Resolved, Span

THAT = "that "  # what may stand before the first word of what is said
AS = "as "
CITING = frozenset({"citing", "quoting"})
SINGLE = frozenset({"person", "role", "anonymous"})  # kinds of sources that "he" and "she" fit


def with_holders(document: Document, found: Sequence[Attribution], text: str) -> Iterator[Attribution]:
    """Each statement with its holders, outermost first, and its speaker where only those around it tell who it is.

    *text* is the account's, with single quotation marks made double ones.
    """
    genders = {n.entity: gender(n.entity, n.titles) for n in document.layer(Name)}
    around = _around(document, found)
    done: dict[int, Attribution] = {}
    for i in sorted(range(len(found)), key=lambda i: len(around[i])):  # what stands around another comes first
        outer = [done[o] for o in around[i] if o in done]  # of two that hold each other the later is the inner one
        done[i] = _held(document, found[i], outer, text, genders)
    yield from (done[i] for i in range(len(found)))


def _around(document: Document, found: Sequence[Attribution]) -> list[list[int]]:
    """For each statement those whose content holds it, the widest first; of "the paper reported, citing officials" and
    "the paper quoted officials as saying" the paper's."""
    contents = [(c, i) for i, o in enumerate(found) for c in o.content]
    places = Stretches((c.begin, c.end) for c, _ in contents)
    same: dict[tuple[Span, ...], list[int]] = defaultdict(list)
    for i, a in enumerate(found):
        same[a.content].append(i)
    out = []
    for a in found:
        key = a.cue or a.content[0]
        near = (contents[k] for k in places.touching(key.begin, key.end))
        around = {i for c, i in near if c.covers(key)}
        if _as_saying(document, a) or (a.cue is not None and document.quote(a.cue).lower() in CITING):
            around |= {i for i in same[a.content] if not _as_saying(document, found[i])}
        outer = [i for i in around if found[i] is not a and not _holds(a, found[i])]
        out.append(sorted(outer, key=lambda i: (-sum(c.end - c.begin for c in found[i].content), i)))
    return out


def _as_saying(document: Document, a: Attribution) -> bool:
    """True for who is quoted "as saying" something, which is what the quoter's statement tells too."""
    return a.cue is not None and document.text.endswith(AS, max(0, a.cue.begin - len(AS)), a.cue.begin)


def _holds(a: Attribution, other: Attribution) -> bool:
    return other.cue is not None and any(c.covers(other.cue) for c in a.content)


def _held(
    document: Document, a: Attribution, outer: Sequence[Attribution], text: str, genders: Mapping[str, str]
) -> Attribution:
    outlet = document.provenance.outlet or document.provenance.path
    block = next(iter(document.layer(Block).touching(a.content[0])), None)
    voice = block.voice if block is not None and block.voice else outlet
    word = document.quote(a.source).lower() if a.source else ""
    quoted = bool(outer) and _in_words_of(a, outer[-1])
    if quoted and a.speaker == outer[-1].speaker and word in people.SINGULAR:
        a = replace(a, speaker=None, because=Resolved.UNRESOLVED)  # who is quoted says "I"
    label = a.speaker or _described(document, a)
    if a.speaker is None and word in people.FIRST and outer:
        teller = next((o for o in reversed(outer) if o.form != "indirect"), outer[-1])  # who is quoted
        a = replace(a, speaker=teller.speaker, because=Resolved.FIRST_PERSON, kind=teller.kind)
        label = teller.holders[-1]
    elif outer and not quoted and _doubtful(document, a, outer[-1]) and _same_pronoun(word, outer[-1], genders):
        label = outer[-1].holders[-1]  # "Moreno said she hopes"
        a = replace(a, speaker=label, because=Resolved.ITSELF, kind=outer[-1].kind)
    elif a.speaker is None and word in people.FIRST and a.source and not inside_marks(document, a.source, text):
        a, label = replace(a, speaker=voice, because=Resolved.FIRST_PERSON), voice
    elif a.speaker is None and word == "you" and voice != outlet and "." not in voice:
        a, label = replace(a, speaker=outlet, because=Resolved.SECOND_PERSON), outlet  # it answers no other comment
    chain = [voice, *(o.holders[-1] for o in outer), label]
    return replace(a, holders=tuple(h for i, h in enumerate(chain) if not i or h != chain[i - 1]))


def _in_words_of(a: Attribution, outer: Attribution) -> bool:
    """True for a source that stands in the exact words of who tells."""
    return a.source is not None and any(v.covers(a.source) for v in outer.verbatim)


def _doubtful(document: Document, a: Attribution, outer: Attribution) -> bool:
    """True if nothing but nearness tells whom a pronoun stands for, if it stands for words of the source around it, or
    if it goes on with who is reported: "Oro said he would", "she said she would"."""
    if a.source is None or outer.source is None or a.because in (Resolved.NEAREST, Resolved.UNRESOLVED):
        return a.source is not None
    own = a.because is Resolved.ANTECEDENT and (a.speaker or "") in document.quote(outer.source)
    return own or (outer.form != "direct" and outer.kind in SINGLE and _goes_on(document, a.source, outer))


def _goes_on(document: Document, pronoun: Span, outer: Attribution) -> bool:
    """True for a pronoun at the begin of what is reported, outside quotation marks, or equal to the source's."""
    same = outer.source is not None and document.quote(pronoun).lower() == document.quote(outer.source).lower()
    begins = (c for c in outer.content if document.text[c.begin] not in OPENING + STRAIGHT)
    return same or any(0 <= pronoun.begin - c.begin <= len(THAT) for c in begins)


def _same_pronoun(word: str, outer: Attribution, genders: Mapping[str, str]) -> bool:
    """True for a third-person pronoun that fits the speaker around it: one person, or a body or group."""
    if outer.source is None or outer.kind not in SINGLE:
        group = outer.kind == "collective"  # "its" is a body's, "their" a group's too
        return outer.source is not None and word in people.PLURAL | (frozenset() if group else people.ORGANISED)
    return word in people.SINGULAR and fits(word, outer.holders[-1], genders)


def fits(word: str, speaker: str, genders: Mapping[str, str]) -> bool:
    """True if "he" or "she" can be who is so named or described."""
    known = genders[speaker] if speaker in genders else gender("", [speaker])
    return known != ("m" if word in people.FEMALE else "f")


def _described(document: Document, a: Attribution) -> str:
    nobody = a.source is None or document.quote(a.source).lower() in people.FIRST
    return UNNAMED if a.source is None or nobody else described(document, a.source)
