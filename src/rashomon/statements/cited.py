"""Whom a teller cites: of "nine died, the paper reported, citing officials" the officials say the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.grammar import phrases
from rashomon.statements.drafts import Draft
from rashomon.statements.parts import speaks

if TYPE_CHECKING:
    from spacy.tokens import Token

    from rashomon.language import Reading

CITING = frozenset({"cite", "quote"})


def with_cited(reading: Reading, found: Sequence[Draft]) -> Iterator[Draft]:
    """The statements found; one whose cue cites somebody is that one's, with the words of the statement it hangs on."""
    cues = [(d, _head(reading, d)) for d in found]
    for d, verb in cues:
        whom = phrases.head_of(phrases.inside(reading.doc, d.content[0])) if len(d.content) == 1 else None
        if verb is None or whom is None or verb.lemma_.lower() not in CITING or verb.tag_ != "VBG":
            yield d
            continue
        teller = next((o for o, other in cues if other is not None and other == verb.head), None)
        named = whom.pos_ in ("NOUN", "PROPN") and speaks(whom) and not phrases.children(whom, "acl", "ccomp")
        yield replace(d, source=d.content[0], content=teller.content) if teller is not None and named else d


def _head(reading: Reading, d: Draft) -> Token | None:
    return phrases.head_of(t for t in phrases.inside(reading.doc, d.cue) if not t.is_space) if d.cue else None
