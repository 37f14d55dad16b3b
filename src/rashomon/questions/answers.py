"""What one account answers: who backs a named group, who is blamed for a named thing, what caused a mishap, how old a
person is and where from.

Read from the mentions' roles, and from the words beside them where the answer has no role of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rashomon import name_forms as forms
from rashomon.questions import causes, particulars, roles, wording
from rashomon.questions.told import Told
from rashomon.questions.wording import AGED, BACKS, CHILDREN, HOME
from rashomon.types import FURNITURE, Block, Claim, Document, EventMention, Span, Value

SLOT = {AGED: "how many", CHILDREN: "how many", HOME: "where"}  # of the relations that ask for no name
CERTAIN = -roles.DENIED
COMMITTED = 1.25  # on FactBank's scale, where what may be is at 1: less is no answer
ENDED = re.compile(r"\b(?:stop|ceas|quit|end|halt|suspend|froze|freez)[a-z]*\s+(?:its\s+|all\s+)?$")  # no denial


@dataclass(frozen=True, slots=True)
class Answer:
    """A claim of who, how many or where, and to which relation of which name of its account it is the answer."""

    relation: str
    about: str
    claim: Claim


def answers(document: Document) -> Iterator[Answer]:
    """Every answer of an account, those of mentions first. Needs the layers of `questions`."""
    seen: set[tuple[object, ...]] = set()
    for answer in (*_mentioned(document), *_worded(document), *_from(document)):
        claim = answer.claim
        key = answer.relation, answer.about, claim.evidence, claim.holders, claim.factuality > 0
        if key not in seen and forms.identity(claim.value.form) != forms.identity(answer.about):
            seen.add(key)
            yield answer


def _mentioned(document: Document) -> Iterator[Answer]:
    outlet = (document.provenance.outlet or document.provenance.path,)
    for mention in document.layer(EventMention):
        if abs(mention.factuality) < COMMITTED or mention.tense == "future" or aside(document, mention.span):
            continue
        if ENDED.search(document.text, max(0, mention.span.begin - 20), mention.span.begin):
            continue
        of_all = (
            *roles.told(document, mention),
            *causes.told(document, mention),
            *particulars.numbers(document, mention),
        )
        for told in of_all:
            sign = mention.factuality if told.sign is None else told.sign
            for holders in (mention.holders or outlet, *mention.beside):
                chain = (*holders, told.by) if told.by and told.by != holders[-1] else holders
                outer = (0.0,) * len(holders) if told.by else mention.commitments
                committed = (*outer, *[sign] * len(chain))[: len(chain)]
                yield _answer(document, told, mention.span, chain, sign, committed)


def _worded(document: Document) -> Iterator[Answer]:
    found = [(at, about, name) for at, about, names in wording.qualified(document) for name in names]
    for at, about, (span, form) in (*found, *wording.apposed(document), *wording.owned(document)):
        mention = wording.mention_beside(document, at)
        if mention is None or aside(document, at):
            continue
        for chain in wording.holders(document, at):
            committed = (*[0.0] * (len(chain) - 1), CERTAIN)
            yield _answer(document, Told(BACKS, about, span, form), mention.span, chain, CERTAIN, committed)


def _from(document: Document) -> Iterator[Answer]:
    """Where people are from, on the word of those who say so."""
    for at, about, where in particulars.homes(document):
        mention = wording.mention_beside(document, at)
        if mention is not None and not aside(document, at):
            for chain in wording.holders(document, at):
                committed = (*[0.0] * (len(chain) - 1), CERTAIN)
                yield _answer(document, Told(HOME, about, at, "", value=where), mention.span, chain, CERTAIN, committed)


def _answer(
    document: Document, told: Told, at: Span, chain: tuple[str, ...], sign: float, committed: tuple[float, ...]
) -> Answer:
    value = told.value or Value("name", form=told.form)
    claim = Claim(
        document.id, f"{document.id}:{at.begin}", SLOT.get(told.relation, "who"), value, told.span,
        document.quote(told.span), chain, sign, "questions", told.relation, committed,
    )  # fmt: skip
    return Answer(told.relation, told.about, claim)


def aside(document: Document, span: Span) -> bool:
    """True for words of a block in which an account tells nothing."""
    return any(b.kind in FURNITURE for b in document.layer(Block).touching(span))
