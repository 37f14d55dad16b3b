"""Do two mentions tell one event? One short function for each feature, each with its reason; then the vetoes.

The score is the logistic of a weighted sum of features in [0, 1]. Thresholds, here and in `events`, were chosen on ECB+
dev, the bundled example and the news clusters.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from rashomon.lexicon import ONCE, PEOPLE, PRESENCE, VICTIMS, classes
from rashomon.types import Agreement, Value
from rashomon.values import compare as stand

# Cosine of two sentences from which predicates that are not related, and ones that are, may tell one event.
PARAPHRASE, ALIKE = 0.7, 0.45
TOGETHER = frozenset({"meet", "talk", "marry", "sign"})  # what two do is another event with another partner
OFTEN = frozenset({"attack", "bomb", "shoot", "die"})  # what a war has many of
NEXT = 400  # code points to the sentence that may still tell of what this one tells
NEWS = 14.0  # days; what happened longer before an account is its background
COMMITTED = 1.5  # factuality from which a holder is nearer to "probably" than to "possibly"
FORCES = "#forces"  # what every noun for armed people is folded to


@dataclass(frozen=True, slots=True)
class Told:
    """What one mention tells, ready to be compared: joined names, folded nouns, values, the sentence vector's row."""

    id: str
    document: str
    sentence: int  # begin of its sentence
    row: int  # of the story's matrix of unit sentence vectors, -1 without one
    predicate: str
    factuality: float
    agents: frozenset[str]
    patients: frozenset[str]
    names: frozenset[str]  # those of the participants that are names
    nearby: frozenset[str]  # names anywhere in the sentence
    dates: tuple[Value, ...]
    places: tuple[Value, ...]
    numbers: Mapping[str, Value]
    ordinal: str = ""  # "third" of "the third meeting"
    past: bool = False  # it names a time long before its account: background
    stretch: bool = False  # it speaks of the time since or until a moment
    ahead: float | None = None  # the day of the account that tells it beforehand
    holders: frozenset[str] = frozenset()  # identities of those whose word it is

    @property
    def participants(self) -> frozenset[str]:
        """Agents and patients."""
        return self.agents | self.patients


Feature = Callable[[Told, Told, float], tuple[float, str]]


def same_word(a: Told, b: Told, cosine: float) -> tuple[float, str]:
    """1 for one predicate lemma."""
    return (1.0, f"both say {a.predicate!r}") if a.predicate == b.predicate else (0.0, "")


def same_action(a: Told, b: Told, cosine: float) -> tuple[float, str]:
    """1 for two predicates of one class, .5 for one stem ("assassinate", "assassination")."""
    if a.predicate == b.predicate:
        return 0.0, ""
    if classes(a.predicate) & classes(b.predicate):
        return 1.0, f"{a.predicate!r} and {b.predicate!r} tell one action"
    if min(len(a.predicate), len(b.predicate)) > 4 and a.predicate[:5] == b.predicate[:5]:
        return 0.5, f"{a.predicate!r} and {b.predicate!r} share a stem"
    return 0.0, ""


def participants(a: Told, b: Told, cosine: float) -> tuple[float, str]:
    """Share of the smaller side's participants that both have."""
    shared = a.participants & b.participants
    smaller = min(len(a.participants), len(b.participants))
    return (len(shared) / smaller, f"both name {', '.join(sorted(shared))}") if shared else (0.0, "")


def same_names(a: Told, b: Told, cosine: float) -> tuple[float, str]:
    """Names among the participants that both have, two of them count fully."""
    shared = a.names & b.names
    return (min(1.0, len(shared) / 2), "") if shared else (0.0, "")


def other_people(a: Told, b: Told, cosine: float) -> tuple[float, str]:
    """1 when both have named participants and share none, .5 when each also names one that the other does not."""
    if not (a.names and b.names):
        return 0.0, ""
    return (0.5 if a.names - b.names and b.names - a.names else 0.0) if a.names & b.names else 1.0, ""


def around(a: Told, b: Told, cosine: float) -> tuple[float, str]:
    """Share of names in the two sentences that both have."""
    shared, every = a.nearby & b.nearby, a.nearby | b.nearby
    return (len(shared) / len(every), "") if shared else (0.0, "")


def wording(a: Told, b: Told, cosine: float) -> tuple[float, str]:
    """Similarity of the two sentences."""
    return max(0.0, cosine), (f"sentences alike ({cosine:.2f})" if cosine >= 0.5 else "")


def same_time(a: Told, b: Told, cosine: float) -> tuple[float, str]:
    """1 when two times overlap."""
    for x in a.dates:
        for y in b.dates:
            if _overlap(x, y):
                return 1.0, f"times fit ({x.form}, {y.form})"
    return 0.0, ""


def background(a: Told, b: Told, cosine: float) -> tuple[float, str]:
    """1 when only one is dated long before its account: what an account gives no time for is its news."""
    return float(a.past != b.past and not (a.dates and b.dates)), ""


def same_place(a: Told, b: Told, cosine: float) -> tuple[float, str]:
    """1 when the places are one or one lies in the other."""
    for x in a.places:
        for y in b.places:
            if {stand(x, y), stand(y, x)} & {Agreement.AGREES, Agreement.MORE_PRECISE}:
                return 1.0, f"places fit ({x.form}, {y.form})"
    return 0.0, ""


def same_number(a: Told, b: Told, cosine: float) -> tuple[float, str]:
    """1 when both count one thing."""
    shared = sorted(a.numbers.keys() & b.numbers.keys())
    return (1.0, f"both count {shared[0]}") if shared else (0.0, "")


def one_sentence(a: Told, b: Told, cosine: float) -> tuple[float, str]:
    """1 for two mentions in one sentence: writers rarely tell an event twice there."""
    return float(a.document == b.document and a.sentence == b.sentence), ""


def one_account(a: Told, b: Told, cosine: float) -> tuple[float, str]:
    """1 for two mentions of one account."""
    return float(a.document == b.document), ""


# Fitted on the 341,706 pairs of ECB+ train by training/event_pairs.py, with gold mentions. ECB+ has no roles, so what
# participants weigh is raised by hand, and it has no resolved times and counts, so their weights are set by hand. Its
# dev topics, joined at .35, in stories of one pass: CoNLL 71.9, LEA 58.5 (same lemma in a story: 74.1, 61.4).
BIAS = -5.2
WEIGHTS: tuple[tuple[Feature, float], ...] = (
    (same_word, 3.8),
    (same_action, 3.1),
    (participants, 1.5),
    (same_names, 0.5),
    (other_people, -0.8),
    (around, 0.3),
    (wording, 2.4),
    (same_time, 0.9),
    (background, -4.5),
    (same_place, 0.7),
    (same_number, 0.8),
    (one_sentence, -3.0),
    (one_account, 0.3),
)


def score(a: Told, b: Told, cosine: float) -> tuple[float, tuple[str, ...]]:
    """Probability that the two tell one event, with the reasons that speak for it."""
    total, reasons = BIAS, []
    for feature, weight in WEIGHTS:
        value, reason = feature(a, b, cosine)
        total += weight * value
        if reason:
            reasons.append(reason)
    return 1 / (1 + math.exp(-total)), tuple(reasons)


def related(a: Told, b: Told, cosine: float) -> bool:
    """True if the two tell one action and have a participant, a time, a place or a count in common, or if their
    sentences are so alike that they may paraphrase, or tell one action somewhat alike.

    Attacks come often: like sentences alone never make two of them one, and neither do they where each names others.
    """
    same = bool(same_word(a, b, cosine)[0] or same_action(a, b, cosine)[0])
    shared = (participants, same_time, same_place, same_number)
    if classes(a.predicate) & classes(b.predicate) & TOGETHER and max(len(a.names), len(b.names)) > 1:
        # one who meets many people is no sign of one meeting
        return len(a.names & b.names) > 1 or any(f(a, b, cosine)[0] for f in (same_time, same_place))
    if same and any(feature(a, b, cosine)[0] for feature in shared):
        return True
    if classes(a.predicate) & classes(b.predicate) & OFTEN and not {a.predicate, b.predicate} & ONCE:
        return False
    if a.names and b.names and not a.names & b.names:
        return False
    return cosine >= (ALIKE if same else PARAPHRASE)


def clash(a: Told, b: Told) -> str:
    """Why the two cannot be in one place at one time, or "": another instance number, day or country."""
    if a.ordinal and b.ordinal and a.ordinal != b.ordinal:
        return f"one is the {a.ordinal}, the other the {b.ordinal}"
    if a.dates and b.dates and not any(_overlap(x, y, slack=1.0) for x in a.dates for y in b.dates):
        return f"other times ({a.dates[0].form}, {b.dates[0].form})"
    for plan, told in ((a, b), (b, a)):
        if plan.ahead is not None and told.dates and all((d.high or 0.0) < plan.ahead - NEWS for d in told.dates):
            return "one was over before the other was planned"
    if a.places and b.places and all(stand(x, y) is Agreement.CONFLICTS for x in a.places for y in b.places):
        return f"other places ({a.places[0].form}, {b.places[0].form})"
    return ""


def veto(a: Told, b: Told) -> str:
    """Why the two cannot be one event, or "": a clash, or another cast."""
    if why := clash(a, b):
        return why
    if _strangers(a, b) and not (a.names & b.names):
        return "other participants"
    if classes(a.predicate) & classes(b.predicate) & VICTIMS and a.stretch != b.stretch:
        return "one adds up a stretch of time"
    if _turned_round(a, b) or _turned_round(b, a):
        return "the one who did it is whom it was done to in the other"
    if a.past != b.past and not (a.document == b.document and abs(a.sentence - b.sentence) < NEXT):
        return "one was long over, and the other has no time"
    if a.patients and b.patients and (FORCES in a.patients) != (FORCES in b.patients) and not a.patients & b.patients:
        return "one was done to forces, the other was not"
    if a.predicate == b.predicate and (_to_people(a), _to_people(b)) in ((True, False), (False, True)):
        return "one was done to people, the other to a thing"
    if a.factuality * b.factuality < 0 and not _same_cast(a, b):
        return "one is denied, and it was done to somebody else"
    if a.factuality * b.factuality < 0 and min(a, b, key=lambda t: t.factuality).stretch:
        return "it is denied for a stretch of time"
    return ""


def other_partners(a: Told, b: Told, cast: frozenset[str], own: frozenset[str] | None = None) -> bool:
    """True if *a*, with its names or its event's *own*, tells of a meeting with somebody whom the event of *b*, with
    all its *cast*, lacks, while that has somebody whom *a* lacks."""
    mine = a.names if own is None else own
    together = classes(a.predicate) & classes(b.predicate) & TOGETHER
    return bool(together) and min(len(mine), len(cast)) > 1 and bool(mine - cast and cast - mine)


def denial(a: Told, b: Told) -> str:
    """Why *a*, a denial, denies what *b* tells of forces in a place, or "".

    "No Ruritanian troops were sent into Delta" denies "Ruritanian fighters joined the offensive near Karsa": the same
    country's forces, or nobody's named on either side, in an action that puts forces in a place or needs them there,
    and no clash of places. Whatever else forces did or suffered counts where its sentence names the place.
    """
    if a.factuality > -COMMITTED or b.factuality < COMMITTED or not classes(a.predicate) & PRESENCE:
        return ""
    if FORCES not in a.participants or FORCES not in b.participants or clash(a, b):
        return ""
    if a.holders & b.holders:  # what he says besides is no claim that he denies
        return ""
    if FORCES not in b.agents and b.patients - b.names - {FORCES}:  # "gave the fighters advice": they only got it
        return ""
    whose = (a.participants & b.participants & (a.names | b.names)) - {FORCES}
    if not whose and (a.names or b.names):
        return ""
    there = bool(a.nearby & b.nearby - whose) or (not whose and FORCES in b.agents)
    if not (there or classes(b.predicate) & PRESENCE):
        return ""
    return f"one denies what the other tells of the forces{' of ' if whose else ''}{', '.join(sorted(whose))}"


def _same_cast(a: Told, b: Told) -> bool:
    """Whom it was done to is the same, else who did it where neither has one, else anybody at all. "Never committed
    boots" is not about the same as "committed to dialogue": a patient on one side only is no match."""
    if bool(a.patients) != bool(b.patients) and a.agents and b.agents:
        return False
    for x, y in ((a.patients, b.patients), (a.agents, b.agents)):
        if x and y:
            return bool(x & y)
    return bool(a.participants & b.participants)


def _strangers(a: Told, b: Told) -> bool:
    """Both sides have a named agent and a named patient."""
    return all(side & told.names for told in (a, b) for side in (told.agents, told.patients))


def _to_people(a: Told) -> bool | None:
    """True if it was done to people, False if to things alone, None where a name or nothing says to whom."""
    if a.patients & a.names or not a.patients:
        return None
    return not a.patients.isdisjoint(PEOPLE | {FORCES})


def _turned_round(a: Told, b: Told) -> bool:
    """A named agent of *a* is a patient of *b*, and neither agents nor patients are the same. Of what two do together
    neither is the patient."""
    if classes(a.predicate) & TOGETHER or classes(b.predicate) & TOGETHER:
        return False
    return bool(a.names & a.agents & b.patients) and not a.agents & b.agents and not a.patients & b.patients


def _overlap(x: Value, y: Value, slack: float = 0.0) -> bool:
    if x.low is None or x.high is None or y.low is None or y.high is None:
        return True
    return x.low <= y.high + slack and y.low <= x.high + slack
