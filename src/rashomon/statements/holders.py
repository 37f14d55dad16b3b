"""What each holder of a statement is committed to: the speaker in its words, and those who report it.

Reporting commits nobody but the one who is reported ("X claimed that ..." leaves the outlet at 0), unless the cue
presupposes what it introduces (factives: know, realise, reveal, admit). After FactBank (Sauri and Pustejovsky 2009).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rashomon.grammar.bounds import background
from rashomon.grammar.commitment import denied
from rashomon.grammar.phrases import children, head_of, inside, token_span
from rashomon.grammar.refusals import declined, presupposed, refused
from rashomon.grammar.replies import answers_before
from rashomon.grammar.sign_words import AMAZED, FACTIVE, MOVED, NOBODY, PROJECTING, RAISING, UNTOLD_FACTS
from rashomon.types import Attribution, Span

if TYPE_CHECKING:
    from rashomon.tokens import Doc, Token

PLANNING = frozenset("aim intend plan prepare seek".split())  # what another may say of somebody, who may deny it
DOUBTING = frozenset({"doubt"})
OPEN = frozenset({"ask", "want", "suggest"})  # stances that leave it open
PROBABLE, POSSIBLE = 2.0, 1.0  # FactBank's PR and PS
UNSAID = 0.5  # nearest to Uu: who did not say so may hold it or not
HEDGED = 1.5  # between them: "reportedly", "is believed to"


def by_token(doc: Doc, found: Sequence[Attribution]) -> dict[int, list[Attribution]]:
    """The attributions whose content holds each token, but not a claim that the one around denies or calls untrue: of
    "Oro denied Vale's claim that it sank" Oro says no, and Vale is no holder of that; nor what an answer is given to:
    "the militia left, which Vale denies"; nor a plan of whom another speaks of: "Oro plans to close it, the union said"
    is the union's word."""
    out: dict[int, list[Attribution]] = {}
    contradicted = [c for a in found if a.stance == "deny" and a.positive for c in a.content]
    for a in found:
        noun = head_of(inside(doc, a.cue)) if a.cue else None
        claim = a.cue if noun is not None and noun.pos_ == "NOUN" else None
        cue = inside(doc, a.cue) if a.cue else []
        if cue and any(t.lemma_.lower() in PLANNING for t in cue) and _told_by_another(a, found):
            continue
        if any(answers_before(t) for t in cue):
            continue
        if claim and noun is not None and (refused(noun) or any(c.covers(claim) for c in contradicted)):
            continue
        for c in a.content:
            for t in inside(doc, c):
                out.setdefault(t.i, []).append(a)
    return out


def _told_by_another(a: Attribution, found: Sequence[Attribution]) -> bool:
    return a.cue is not None and any(
        b.holders[-1] != a.holders[-1] and any(c.covers(a.cue) for c in b.content) for b in found if b is not a
    )


def commitments(doc: Doc, chain: Sequence[str], around: Sequence[Attribution], value: float) -> tuple[float, ...]:
    """For each holder of *chain* (outermost first) its commitment to an event whose words alone give *value*.

    *around* are the attributions whose content the event stands in.
    """
    of = {a.holders: a for a in around}
    supposed = {h: all(_presupposes(doc, a) for a in around if a.holders == h) for h in of}  # "we know", he said
    values = []
    for n in range(len(chain), 0, -1):
        statement = of.get(tuple(chain[:n]))
        values.append(held(doc, statement, value)[0] if statement else value)
        value = value if statement is None or supposed[statement.holders] else 0.0
    by_holder = dict(zip(chain, reversed(values), strict=True))  # of one who comes twice the inner, its own words
    return tuple(by_holder[holder] for holder in chain)


def bearing(token: Token, around: Sequence[Attribution]) -> list[Attribution]:
    """Those of the attributions around an event that say how sure it is: no denial that takes the event for granted,
    and none whose cue tells a deed that the event's own words weigh already ("declined to")."""
    granted, deed = presupposed(token), declined(token)
    out = []
    for a in around:
        refusing = a.stance == "deny" or not a.positive
        told = deed is not None and a.cue is not None and a.cue.covers(token_span(deed))
        if not told and not (refusing and (granted or background(token, a.content))):
            out.append(a)
    return out


def held(doc: Doc, statement: Attribution, value: float) -> tuple[float, tuple[Span, ...]]:
    """The speaker's own commitment to an event in the words of a statement, and the words of the cue that change it."""
    lemmas = _lemmas(doc, statement)
    nobody = [t for t in inside(doc, statement.source) if t.lower_ in NOBODY] if statement.source else []
    cue = tuple(token_span(t) for t in nobody[:1]) + ((statement.cue,) if statement.cue else ())
    if statement.positive and statement.stance == "deny":
        return denied(value), cue
    if not statement.positive and lemmas & (AMAZED | MOVED | UNTOLD_FACTS) and _presupposes(doc, statement):
        return value, ()
    if (statement.positive and lemmas & DOUBTING) or (not statement.positive and lemmas & RAISING):
        return (-PROBABLE if lemmas & RAISING else -POSSIBLE) if value >= 0.5 else min(value, 0.0), cue
    if not statement.positive and _unwilling(doc, statement):
        return min(value, -POSSIBLE), cue
    if not statement.positive:
        open_to = _within(value, UNSAID)
        return abs(open_to) if "deny" in lemmas else open_to, cue  # "did not deny it" is no no
    if statement.stance in OPEN:
        return _within(value, POSSIBLE), cue
    if statement.hedge is not None:
        return _within(value, HEDGED), (statement.hedge,)
    if statement.stance == "believe":
        return _within(value, PROBABLE), cue
    return value, ()


def _unwilling(doc: Doc, statement: Attribution) -> bool:
    """True for "I do not know that it sank", "we cannot say that it sank": who says so now rather thinks it did not."""
    source = [t.lower_ for t in inside(doc, statement.source)] if statement.source else []
    cue = inside(doc, statement.cue) if statement.cue else []
    return source in (["i"], ["we"]) and not any(t.tag_ == "VBD" for t in cue) and statement.stance in ("say", "know")


def _presupposes(doc: Doc, statement: Attribution) -> bool:
    lemmas = _lemmas(doc, statement)
    able, told = bool(lemmas & {"can", "could"}), statement.addressee is not None
    if statement.positive:
        return bool(lemmas & FACTIVE) or (able and not told and "tell" in lemmas)  # "could tell that it sank": saw it
    held_true = bool(lemmas & (PROJECTING | UNTOLD_FACTS)) or (able and bool(lemmas & AMAZED))
    return held_true and not _unwilling(doc, statement)


def _lemmas(doc: Doc, statement: Attribution) -> set[str]:
    """Those of the cue and of its auxiliaries."""
    cue = inside(doc, statement.cue) if statement.cue else []
    return {t.lemma_.lower() for t in cue} | {c.lemma_.lower() for t in cue for c in children(t, "aux")}


def _within(value: float, most: float) -> float:
    return max(-most, min(most, value))
