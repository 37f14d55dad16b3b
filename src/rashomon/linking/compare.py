"""May two mentions tell one event at all? What cannot be in one, what a denial denies.

Thresholds, here and in `events`, were chosen on ECB+ dev, the bundled example and the news clusters.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import inf

from rashomon.actions import THERE
from rashomon.cast import is_person
from rashomon.common_nouns import FORCE, PEOPLE, PRESENCE, singular
from rashomon.lexicon import AGED, GUILTY, MADE, TOGETHER, VAGUE, VICTIMS, VIOLENCE
from rashomon.linking.background import NEWS
from rashomon.linking.days import DAY, WEEK, overlap
from rashomon.linking.features import listed, one_remembered, same_place, same_time
from rashomon.linking.told import Told
from rashomon.tolls import PEOPLE as PEOPLE_KIND
from rashomon.types import Agreement, Value
from rashomon.values import compare as stand
from rashomon.values.date import is_year

PARAPHRASE = 0.7  # cosine of two sentences from which one may tell the other again
# Classes of what befalls one person once, or once in many years.
BEFALLS_ONCE = frozenset(
    ("die", "bury", "resign", "dismiss", "appoint", "elect", "sentence", "arrest", "release", "kidnap", "last seen")
)
MEASURED = "have "  # begins the predicate of a length told in passing: "a 10-yard run"
KINDRED = 5  # letters that begin two words of one stem: "collusion", "colluded"
NEXT = 400  # code points to the sentence that may still tell of what this one tells
COMMITTED = 1.5  # factuality from which a holder is nearer to "probably" than to "possibly"


def no_sign(a: Told, b: Told, cosine: float) -> bool:
    """True if what two mentions may have in common is no sign of one event: two meetings without two names, a time or
    a place in common, as one who meets many people is no sign of one meeting; and a word of many uses ("went") that
    was not done to the same one, unless in sentences much alike."""
    if a.classes & b.classes & TOGETHER and max(len(a.names), len(b.names)) > 1:
        return len(a.names & b.names) < 2 and not any(f(a, b, cosine)[0] for f in (same_time, same_place))
    if a.predicate != b.predicate or a.predicate not in VAGUE or a.classes or a.patients & b.patients:
        return False
    others = bool(a.names and b.names and not a.names & b.names)
    return cosine < PARAPHRASE or others


def clash(a: Told, b: Told) -> str:
    """Why the two cannot be in one place at one time, or "": another instance number, day or country. Of what can be
    but one happening these are in dispute."""
    if why := other_instance(a, b):
        return why
    if a.entry is not None and b.entry is not None and abs(a.entry - b.entry) > WEEK and not (a.dates and b.dates):
        return "chronologies tell them under days far apart"
    for plan, told in ((a, b), (b, a)):
        if plan.ahead is not None and told.dates and all((d.high or 0.0) < plan.ahead - NEWS for d in told.dates):
            return "one was over before the other was planned"
    apart = all(stand(x, y) is Agreement.CONFLICTS for x in a.places for y in b.places)
    if a.places and b.places and apart and not (_but_once(a, b) or _together_on_one_day(a, b)):
        return f"other places ({a.places[0].form}, {b.places[0].form})"
    return ""


def other_instance(a: Told, b: Told) -> str:
    """Why the two are of two instances, by their number or their time, or ""."""
    if a.ordinal and b.ordinal and a.ordinal != b.ordinal:
        return f"one is the {a.ordinal}, the other the {b.ordinal}"
    loosely = 1.0 if a.document != b.document else 0.0  # nobody disputes a day with himself
    loosely = inf if loosely and _but_once_ever(a, b) else WEEK if _but_once(a, b) else loosely
    if a.dates and b.dates and not any(overlap(x, y, _slack(x, y, loosely)) for x in a.dates for y in b.dates):
        return f"other times ({a.dates[0].form}, {b.dates[0].form})"
    return ""


def _but_once(a: Told, b: Told) -> bool:
    """True for what one person suffers or does but once: two reports of her death are of one, wherever it was; and for
    what one person signs: "signed the decree on Monday", "... on Wednesday"."""
    if a.classes & b.classes & BEFALLS_ONCE:
        return any(_person(key, a) for key in (a.patients & b.patients) or (a.agents & b.agents))
    signs = "sign" in a.classes & b.classes and a.patients & b.patients
    return bool(signs) and any(_person(key, a) for key in a.agents & b.agents)


def _but_once_ever(a: Told, b: Told) -> bool:
    """True for the death of one person, and for the year in which one thing was made: these have but one date."""
    made = a.predicate == b.predicate and a.predicate in MADE and a.patients & b.patients
    if made and all(map(is_year, (*a.dates, *b.dates))):
        return True
    return "die" in a.classes & b.classes and any(_person(key, a) for key in a.patients & b.patients)


def _person(key: str, told: Told) -> bool:
    return key in told.names and key.split()[-1] in told.people


def _together_on_one_day(a: Told, b: Told) -> bool:
    """True for two people who meet on one day, and for what is signed on one: that is done once, and accounts may
    dispute where."""
    others = a.agents and b.agents and not a.agents & b.agents
    signed = "sign" in a.classes & b.classes and a.patients & b.patients and not others
    together = signed or (a.classes & b.classes & TOGETHER and len(a.names & b.names) > 1)
    return bool(together) and any(is_day(x) and is_day(y) and overlap(x, y) for x in a.dates for y in b.dates)


def is_day(v: Value) -> bool:
    """True for a day or less of it."""
    return v.low is not None and v.high is not None and v.high - v.low <= DAY


def _slack(x: Value, y: Value, days: float) -> float:
    """Days between two times that may be one: two accounts may dispute a day, but the last day of a year is not in the
    next."""
    return days if days > 1.0 or (is_day(x) and is_day(y)) else 0.0


def veto(a: Told, b: Told) -> str:
    """Why the two cannot be one event, or "": a clash, or another cast."""
    if why := clash(a, b):
        return why
    if a.predicate == b.predicate == GUILTY and a.patients and b.patients and not a.patients & b.patients:
        return "each denies what he himself is accused of"
    if _strangers(a, b) and not (a.names & b.names):
        return "other participants"
    if a.classes & b.classes & VICTIMS and a.stretch != b.stretch:
        return "one adds up a stretch of time"
    if _turned_round(a, b) or _turned_round(b, a):
        return "the one who did it is whom it was done to in the other"
    beside = a.document == b.document and abs(a.sentence - b.sentence) < NEXT
    if one_remembered(a, b) and not beside and not _timeless(a, b):
        return "one was long over, and the other has no time"
    if a.patients and b.patients and (FORCE in a.patients) != (FORCE in b.patients) and not a.patients & b.patients:
        return "one was done to forces, the other was not"
    if a.predicate == b.predicate and (_to_people(a), _to_people(b)) in ((True, False), (False, True)):
        return "one was done to people, the other to a thing"
    if a.predicate == b.predicate and a.predicate.startswith(MEASURED) and _other_measures(a, b):
        return "things without a name, or two of one account, have other measures"
    if a.predicate == b.predicate == AGED and not a.agents & b.agents and _apart(a.numbers, b.numbers):
        return "nobody is in both, and their ages differ"
    if a.factuality * b.factuality < 0 and not (a.nobody or b.nobody or _same_cast(a, b) or of_kind(a, b)):
        return "one is denied, and it was done to somebody else"
    if a.factuality * b.factuality < 0 and not (a.nobody or b.nobody) and _another_deed(a, b):
        return "one is denied, and the other tells it with another word"
    if a.factuality * b.factuality < 0 and min(a, b, key=lambda t: t.factuality).stretch:
        return "it is denied for a stretch of time"
    if _other_accusation(a, b) or _other_accusation(b, a):
        return "it is another accusation that is denied"
    return ""


def other_partners(a: Told, b: Told, cast: frozenset[str], own: frozenset[str] | None = None) -> bool:
    """True if *a*, with its names or its event's *own*, tells of a meeting with somebody whom the event of *b*, with
    all its *cast*, lacks, while that has somebody whom *a* lacks."""
    mine = a.names if own is None else own
    together = a.classes & b.classes & TOGETHER
    return bool(together) and min(len(mine), len(cast)) > 1 and bool(mine - cast and cast - mine)


def denial(a: Told, b: Told) -> str:
    """Why *a*, a denial, denies what *b* tells of forces in a place, or "".

    "No Ruritanian troops were sent into Delta" denies "Ruritanian fighters joined the offensive near Karsa": the same
    country's forces, or nobody's named on either side, in an action that puts forces in a place or needs them there,
    and no clash of places. Whatever else forces did or suffered counts where its sentence names the place.
    """
    if a.factuality > -COMMITTED or b.factuality < COMMITTED or not a.classes & PRESENCE[FORCE]:
        return ""
    if FORCE not in a.participants or FORCE not in b.participants or clash(a, b):
        return ""
    if (b.predicate.startswith("be ") and b.predicate != THERE) or b.predicate == "deny":
        return ""  # what forces are puts them nowhere, nor does who denies them
    if a.holders & b.holders:  # what he says besides is no claim that he denies
        return ""
    if FORCE not in b.agents and b.patients - b.names - {FORCE}:  # "gave the fighters advice": they only got it
        return ""
    whose = (a.participants & b.participants & (a.names | b.names)) - {FORCE}
    if not whose and (a.names or b.names):
        return ""
    there = bool(a.nearby & b.nearby - whose) or (not whose and FORCE in b.agents)
    if not (there or b.classes & PRESENCE[FORCE]):
        return ""
    return f"one denies what the other tells of the forces{' of ' if whose else ''}{listed(b, whose)}"


def _timeless(a: Told, b: Told) -> bool:
    """True for a no without a time of its own, of the very names that a yes of long ago is of."""
    no = min(a, b, key=lambda t: t.factuality)
    done = a.predicate == b.predicate and a.patients & b.patients  # "the airline did not replace the brakes"
    return a.factuality * b.factuality < 0 and not no.dates and bool(a.names & b.names or done)


def _same_cast(a: Told, b: Told) -> bool:
    """Whom it was done to is the same, else who did it where neither has one, else anybody at all. "Never committed
    boots" is not about the same as "committed to dialogue": a patient on one side only is no match."""
    if one_meeting(a, b):
        return True
    if bool(a.patients) != bool(b.patients) and a.agents and b.agents:
        return one_violence(a, b)
    for x, y in ((a.patients, b.patients), (a.agents, b.agents)):
        if x and y:
            return bool(x & y or called(x, y, a, b))
    return bool(a.participants & b.participants)


def of_kind(a: Told, b: Told) -> bool:
    """True for a no of all people and a yes of some, told with one word: "no health workers were infected"."""
    no, yes = sorted((a, b), key=lambda t: t.factuality)
    if no.none != PEOPLE_KIND or not (no.predicate == yes.predicate or no.classes & yes.classes):
        return False
    whom = yes.patients or yes.agents
    return not whom or any(key in yes.persons or key == FORCE or is_person(key) for key in whom)


def _another_deed(a: Told, b: Told) -> bool:
    """True for two words of no common class, unless both have the same one do it to the same one. "Could not land" says
    no more of "arrived" than that its writer knows of it."""
    if a.predicate == b.predicate or a.stem == b.stem or a.classes & b.classes:
        return False
    return not (a.agents & b.agents and (a.patients & b.patients or one_violence(a, b)))


def called(x: frozenset[str], y: frozenset[str], a: Told, b: Told) -> frozenset[str]:
    """Of the participants *x* of *a* and *y* of *b*, those whom one names and the other calls by an office: "Stroud was
    suspended", "the captain was not suspended"."""
    return (x & b.borne if not x & a.names else frozenset()) | (y & a.borne if not y & b.names else frozenset())


def one_meeting(a: Told, b: Told) -> bool:
    """True for what the same two people do together: "he met Oro" and "Oro never received him"."""
    return bool(a.classes & b.classes & TOGETHER) and len(a.names & b.names) > 1


def one_violence(a: Told, b: Told) -> bool:
    """True if one named agent does one violence, whoever suffers it by only one of the two: "the attack, for which they
    blamed Oro's army", and "Oro's army did not shell the market"."""
    if (a.patients and b.patients) or not violent(a, b):
        return False
    who = a.agents & b.agents
    here = FORCE in who and not a.nearby.isdisjoint(b.nearby)  # "the army fired in Karsa", "fired no shot in Karsa"
    one = FORCE in who and not (a.names | b.names) and _noun(a.shown[FORCE]) == _noun(b.shown[FORCE])
    return here or one or not who.isdisjoint(a.names | b.names)


def violent(a: Told, b: Told) -> bool:
    """True for two words of violence, whichever: "opened fire", "shelled", "used firearms"."""
    return bool(a.classes & VIOLENCE and b.classes & VIOLENCE)


def _noun(words: str) -> str:
    return singular(words.lower().split()[-1])


def _strangers(a: Told, b: Told) -> bool:
    """Both sides have a named agent and a named patient."""
    return all(side & told.names for told in (a, b) for side in (told.agents, told.patients))


def _apart(ages: Mapping[str, Value], others: Mapping[str, Value]) -> bool:
    """True if no age of the one may be one of the other, whosever they are."""
    return all(stand(x, y) is Agreement.CONFLICTS for x in ages.values() for y in others.values())


def _other_measures(a: Told, b: Told) -> bool:
    """No name is shared or one account gives both, and what is measured alike differs: a run of 10 yards is not one of
    17, and what a rocket lifts to one orbit is not what it lifts to another."""
    alike = sorted(a.numbers.keys() & b.numbers.keys())
    apart = not a.names & b.names or a.document == b.document
    return apart and any(stand(a.numbers[k], b.numbers[k]) is Agreement.CONFLICTS for k in alike)


def _other_accusation(no: Told, yes: Told) -> bool:
    """True if *no* denies accusations of something of which the sentence of *yes* has no word: "denied allegations of
    collusion" says nothing of who was accused of theft."""
    if no.predicate != GUILTY or no.factuality > 0 or not no.topic:
        return False
    return not any(a[:KINDRED] == b[:KINDRED] or b.startswith(a) for a in no.topic for b in yes.words)


def _to_people(a: Told) -> bool | None:
    """True if it was done to people, False if to things alone, None where a name or nothing says to whom, or one of
    the many nouns of people that the other may have too, in words of its own: "mother" and "mum"."""
    if a.patients & a.names or not a.patients:
        return None
    if not a.patients.isdisjoint(PEOPLE | {FORCE}):
        return True
    return None if any(map(is_person, a.patients)) else False


def _turned_round(a: Told, b: Told) -> bool:
    """A named agent of *a*, who did it to somebody, is whom somebody did it to in *b*, and neither agents nor patients
    are the same. Of what two do together neither is the patient."""
    if a.classes & TOGETHER or b.classes & TOGETHER:
        return False
    if not (a.patients and b.agents):
        return False
    return bool(a.names & a.agents & b.patients) and not a.agents & b.agents and not a.patients & b.patients
