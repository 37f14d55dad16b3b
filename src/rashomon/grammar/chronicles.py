"""What an entry of a chronology tells of its own day: its main clause, and what that clause says went with it.

"Loyalists open fire, killing 52" is all of that day; "as mourners bury those shot on the square" is of it but for the
shots. Word lists are English; a second language is a second module of the same names.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rashomon.grammar import clauses, phrases
from rashomon.lexicon import LIGHT
from rashomon.timex.chronology import Entry
from rashomon.types import Span

if TYPE_CHECKING:
    from rashomon.tokens import Doc, Token

TOGETHER = frozenset("although as though when where while".split())  # what begins a clause of the same time
BESIDE = ("conj", "parataxis", "advcl")
DEEP = 6  # clauses between a trigger and the main one


class Days:
    """The days of the entries of a chronology, for the words of each."""

    def __init__(self, doc: Doc, entries: Iterable[Entry]):
        told = list(entries)
        self._day = {t.i: e.date for e in told for t in phrases.inside(doc, e.span)}
        self._dates = {t.i for e in told for t in phrases.inside(doc, e.date)}

    def of(self, token: Token) -> Span | None:
        """The words of the day on which the deed of *token* was done; None where it is neither of the main clause of a
        sentence of an entry nor of one that is told as of the same time."""
        return self._day.get(token.i) if self._day and self._on_its_day(token) else None

    def _on_its_day(self, token: Token) -> bool:
        for _ in range(DEEP):
            link = token.stem
            if link == "root" or token.head.i in self._dates:  # the tree may hang the sentence on its date
                return True
            inside = link == "obl" and clauses.case(token) == "in"  # "is wounded in an attack"
            done = link == "obj" and token.head.lemma_.lower() in LIGHT  # "hold talks"
            short = link == "acl" and token.head.dep_ == "root"  # "Four people killed in clashes"
            if not (inside or done or short) and not (link in BESIDE and _together(token)):
                return False
            token = token.head
        return False


def _together(clause: Token) -> bool:
    return all(m.lower_ in TOGETHER for m in phrases.children(clause, "mark"))
