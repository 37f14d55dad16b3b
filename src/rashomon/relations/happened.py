"""Whether it happened: a plan and its outcome, what was awaited and came, and the no of one voice to another's yes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from rashomon.common_nouns import are_many
from rashomon.denials import apart, objection, undated
from rashomon.doubts import BEFOREHAND, FAINT, TO_COME, TWO_TIMES
from rashomon.outcomes import may_follow, opposed
from rashomon.parties import by_party
from rashomon.relations.pair import Pair
from rashomon.types import Agreement, Claim, Document, EventMention, Position, Relation
from rashomon.values import polarity
from rashomon.voices import Voices

PLANNED = 1.0  # factuality from which a plan is told as one
DAYS = 7.0  # after which a no may be a change of mind
OF_TIME = frozenset({BEFOREHAND, TWO_TIMES})
NAMED = 4  # deniers whom a reason names
# What is told as not done until it is: a first "has not commented" and a later "commented" are two states.
AWAITED = frozenset(
    "respond answer comment reply react speak identify name find recover arrest charge release confirm announce decide "
    "agree sign return resume reopen arrive".split()
)


PLAN = re.compile(r"\b(?:aim|intend|plan|prepar|seek)", re.IGNORECASE)
WOULD = re.compile(r"\bwould\b|['’]d\b", re.IGNORECASE)
UNWILLING = re.compile(r"refus|declin|fail|unwilling|reluctan", re.IGNORECASE)


def relate(pair: Pair) -> Relation:
    """How a no stands to a yes: it denies it where nothing speaks against that, between two voices at least."""
    if pair.a.value.form and pair.b.value.form and opposed(pair.a.value.form, pair.b.value.form):
        return _outcomes(pair)
    pair, voices = pair.rising(), pair.voices  # the no first
    facing = [(a, b) for a, b in pair.facing() if voices.independent(a, b) and not _repeated(a, b, voices)]
    objections = [objection(a, b, voices) for a, b in facing]
    # A headline has the day of what its account tells below it.
    dated = {(a.document, b.document) for (a, b), reason in zip(facing, objections, strict=True) if reason in OF_TIME}
    against = [
        (a, b)
        for (a, b), reason in zip(facing, objections, strict=True)
        if not reason and not ((a.document, b.document) in dated and undated(b, voices))
    ]
    if against:
        deniers, others = (_listed(voices.speakers(side)) for side in zip(*against, strict=True))
        verb = "deny" if " and " in deniers or are_many(deniers) else "denies"
        return pair.stand(Agreement.DENIES, f"{deniers} {verb} what {others} told")
    reason = next(filter(None, objections), "one voice says both, or the words are the same")
    return pair.stand(Agreement.ARGUABLE, reason)


def _outcomes(pair: Pair) -> Relation:
    """Two ends of one thing that cannot both be: the later may be the next state; else they are in dispute."""
    told = pair.in_time()
    if told is not None and may_follow(told.a.value.form, told.b.value.form):
        return told.stand(Agreement.UPDATED, "the second is later")
    return pair.contest(f"{pair.a.value.form} or {pair.b.value.form}: it cannot be both")


def _repeated(no: Claim, yes: Claim, voices: Voices) -> bool:
    """True for one sentence printed twice; who calls a report untrue says again what it said."""
    return no.mention != yes.mention and voices.repeats(no, yes) and not polarity.denies(no.words)


def leaning(pair: Pair) -> Relation | None:
    """How a no stands to what somebody is not sure of, where it hardly speaks of it; None else."""
    rising, voices = pair.rising(), pair.voices
    reasons = {objection(a, b, voices) for a, b in rising.facing()}
    return pair.stand(Agreement.ARGUABLE, min(reasons)) if reasons and reasons <= FAINT else None


def staged(pair: Pair) -> Relation | None:
    """A plan that somebody says no to; else a plan and its outcome, or what was awaited and has come: two states of one
    line, if told in that order."""
    return _plan_denied(pair.rising()) or _stage(pair) or _stage(pair.swapped())


def _plan_denied(pair: Pair) -> Relation | None:
    """ "It plans to close the plant, the union said", and "we will not close it"; "it will be closed", and "there is no
    plan to close it": a no before anything is done, within days."""
    no, yes, voices = pair.a, pair.b, pair.voices
    if not all(voices.ahead(c) for c in yes.claims):
        return None
    for a in no.claims:
        mention, of_plan = voices.mention(a), a.factuality < 0 and PLAN.search(a.words)
        to_come = mention is not None and (mention.tense == "future" or WOULD.search(a.words))
        days = [day for c in (a, *yes.claims) if (day := voices.day(c.document)) is not None]
        done = mention is None or mention.tense == "past" or (days and max(days) - min(days) > DAYS)
        flat = of_plan or (no.value.low or 0.0) <= -polarity.SURE
        for b in sorted(yes.claims, key=lambda c: not voices.source(c)) if flat and not done else ():
            told = of_plan or (voices.source(b) and (to_come or PLAN.search(b.words)))
            if told and b.factuality >= PLANNED and voices.independent(a, b) and not apart(a, b, voices):
                who = voices.speaker(a)
                verb = "deny" if are_many(who) else "denies"
                return pair.stand(Agreement.DENIES, f"{who} {verb} the plan that {voices.speaker(b)} told of")
    return None


def _stage(pair: Pair) -> Relation | None:
    """The same, with the earlier state first."""
    first, second, voices = pair.a, pair.b, pair.voices
    done = _yes(second)
    told = pair.in_time()
    in_order = told is not None and told.i == pair.i
    plans = _yes(first) and all(voices.ahead(c) for c in first.claims)
    if plans and not any(voices.ahead(c) for c in second.claims):
        if in_order:
            return pair.stand(Agreement.UPDATED, "planned, then told as it came")
        if done:
            stands = Agreement.COMPATIBLE if told is None else Agreement.ARGUABLE
            return pair.stand(stands, TO_COME)
    if done and (in_order or told is None) and _awaited(first, voices):
        if told is None and not (_by_parties(first, voices) and _by_parties(second, voices)):
            return pair.stand(Agreement.ARGUABLE, BEFOREHAND)
        if told is not None:
            return pair.stand(Agreement.UPDATED, "not yet done, then told as done")
    return None


def _yes(position: Position) -> bool:
    return (position.value.low or 0.0) > 0


def _awaited(position: Position, voices: Voices) -> bool:
    """True if outlets alone say that something awaited was not done, or if all tell what somebody would not do."""
    if (position.value.low or 0.0) >= 0:
        return False
    mentions = [voices.mention(c) for c in position.claims]
    if all(_unwilling(voices.documents[c.document], m) for c, m in zip(position.claims, mentions, strict=True)):
        return True
    outlets = not any(voices.source(c) for c in position.claims) and not _by_parties(position, voices)
    return outlets and all(m is not None and m.predicate in AWAITED for m in mentions)


def _by_parties(position: Position, voices: Voices) -> bool:
    """True if all who tell it take part: a ministry knows on the day whether its minister signed."""
    documents = voices.documents
    return all(
        voices.source(c) or voices.once(("party", c.document), partial(by_party, documents[c.document]))
        for c in position.claims
    )


def _unwilling(document: Document, mention: EventMention | None) -> bool:
    """True for "refuses to step down" and "will not step down": it may come to it."""
    if mention is None:
        return False
    return mention.tense == "future" or any(UNWILLING.match(document.quote(word)) for word in mention.evidence)


def _listed(names: Sequence[str]) -> str:
    """Speakers in a row: "A, B and C"; beyond NAMED, how many more."""
    if len(names) > NAMED:
        names = [*names[:NAMED], f"{len(names) - NAMED} more"]
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
