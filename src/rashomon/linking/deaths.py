"""Deaths, injuries and their cause: "nine people died", "14 bodies were found" and "the warehouse exploded" are one
happening wherever a story has one disaster that they can belong to.

A writer seldom says again what killed them, so these mentions have few words in common, and the comparison of pairs
leaves them apart. Here each joins the cause that its own sentence names, else the story's main one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from rashomon import name_forms as forms
from rashomon.clusters import clusters
from rashomon.common_nouns import PRONOUNS
from rashomon.lexicon import DEADLY, FINDS, ONCE, VICTIMS
from rashomon.linking.compare import COMMITTED, clash
from rashomon.linking.told import Told
from rashomon.types import Judgement, Link

TOLLED = frozenset({"killed", "injured", "missing"})  # scopes of numbers that count the victims of a disaster
# Disasters that somebody also does to a thing in a figure of speech, and what does them in earnest.
ELEMENTS = frozenset({"flood", "storm", "burn", "collapse"})
_NATURE = (
    "water rain rainfall river sea ocean lake wave tide dam storm hurricane typhoon cyclone monsoon surge tsunami snow "
    "mud wind fire blaze flame lightning quake earthquake explosion blast lava".split()
)
NATURE = frozenset(_NATURE) | {forms.sound(w) for w in _NATURE}  # as a name, where it opens a sentence
KNOWN = 20  # mentions of an event that are asked whether they clash
SCORE = 0.5  # below what the comparison of pairs is sure of, so that its links and vetoes come first


def death_links(told: Sequence[Told], links: Sequence[Link]) -> Iterator[Link]:
    """Links of kind "event" from a cause to the deaths, injuries and other tellings of it that *links* left apart."""
    by_id = {t.id: t for t in told}
    groups = clusters(by_id, links)
    home = {key: group for group in groups for key in group}
    retold = {t.document for t in told if t.past and t.lead and _happened(t) and _is_cause(t)}  # reports, looks back
    news = [t for t in told if (_happened(t) or t.nobody) and (not t.past or t.document in retold)]
    causes = [t for t in news if _is_cause(t) and not t.nobody]
    beside = {(c.document, c.sentence): c for c in reversed(causes)}  # the first of its sentence
    rows = {(t.document, t.sentence): t for t in reversed(news) if not t.nobody and any(map(_tolled, t.numbers))}
    several = {kind for t in news for kind, one in _kinds(t) if not one}
    accounts = len({t.document for t in told})
    main = _main(causes, home, by_id, accounts)
    of_one_day = main is None
    if main is None and len({t.document for t in news if _is_toll(t)}) > 1:
        main = _of_one_day(causes, home, by_id)
    for t in news:
        tells = main and t.predicate in ONCE and bool(t.classes & main.classes)
        if _is_toll(t):
            if all(one and kind not in several for kind, one in _kinds(t)):
                continue  # the death of one is told by itself, unless somebody counts more
            near = beside.get((t.document, t.sentence))
            row = rows.get((t.document, t.sentence))  # "left 43 dead and 70 injured"
            near = near or (row if row and row is not t and t.agents and row.agents == t.agents else None)
            cause, why = (near, "one sentence tells both") if near else (main, "the disaster of its story")
        elif tells or (main and of_one_day and _is_cause(t) and _near(t, main)):
            cause, why = main, "the disaster of its story"
        else:
            continue
        if cause and home[t.id] is not home[cause.id] and not _clash(home[t.id], home[cause.id], by_id):
            yield Link("event", cause.id, t.id, Judgement.SAME, SCORE, (why,))
    if main:
        yield from _denied(main, told, home, by_id)


def _denied(
    main: Told, told: Sequence[Told], home: Mapping[str, tuple[str, ...]], by_id: Mapping[str, Told]
) -> Iterator[Link]:
    """Links from the main cause to each denial of a like deed, done to what it was done to: "denied hitting the market"
    denies the strike on a market that the story is about."""
    group = home[main.id]
    struck = frozenset(key for g in group for key in by_id[g].patients)
    for t in told:
        like = t.classes & main.classes or t.deeds & main.deeds
        denies = t.factuality <= -COMMITTED and like and t.patients and t.patients <= struck
        if denies and not t.stretch and t.id not in group and not _clash(home[t.id], group, by_id):
            yield Link("event", main.id, t.id, Judgement.SAME, SCORE, ("it denies the disaster of its story",))


def _main(
    causes: Sequence[Told], home: dict[str, tuple[str, ...]], by_id: dict[str, Told], accounts: int
) -> Told | None:
    """The first mention of the cause that most accounts tell. None where a death could be of another: where fewer than
    half of the accounts tell of it, where a second cause that cannot be the same is told by as many, or where the story
    has several attacks and no single disaster."""
    tellings: dict[tuple[str, ...], Told] = {}
    for c in sorted(causes, key=lambda c: c.predicate not in ONCE):
        tellings.setdefault(home[c.id], c)
    if not tellings:
        return None
    reach = {group: len({by_id[key].document for key in group}) for group in tellings}
    once = {group: any(by_id[key].predicate in ONCE for key in group) for group in tellings}
    first = max(tellings, key=lambda group: (once[group], reach[group], len(group)))
    rivals = [
        g for g in tellings if g is not first and once[g] and reach[g] >= reach[first] and _clash(g, first, by_id)
    ]
    leads = {by_id[key].document for key in first if by_id[key].lead}  # of all accounts: it is what they are about
    alone = (once[first] or len(tellings) == 1 or 1 < accounts == len(leads)) and 2 * reach[first] >= accounts
    return tellings[first] if alone and not rivals else None


def _of_one_day(causes: Sequence[Told], home: Mapping[str, tuple[str, ...]], by_id: Mapping[str, Told]) -> Told | None:
    """The first cause that has a day, if half of the accounts that tell a cause have one and no two causes clash:
    "shells hit the market", "the attack" and "the market was shelled" are one where all are of Tuesday."""
    groups = list(dict.fromkeys(home[c.id] for c in causes))
    dated = [by_id[key] for group in groups for key in group if by_id[key].dates]
    exact = all((v.high or 0.0) - (v.low or 0.0) <= 1.0 for t in dated for v in t.dates)
    told_by = len({t.document for t in dated})
    if not exact or told_by < 2 or 2 * told_by < len({c.document for c in causes}):
        return None
    if any(_clash(g, h, by_id) for g, h in combinations(groups, 2)):
        return None
    return next(c for c in causes if any(by_id[key].dates for key in home[c.id]))


def _is_toll(told: Told) -> bool:
    hurt = told.nobody or bool(told.classes & VICTIMS) or told.predicate in FINDS or told.predicate == "toll"
    return hurt and not _is_cause(told) and any(_tolled(scope) for scope in told.numbers)


def _kinds(told: Told) -> Iterator[tuple[str, bool]]:
    """Each kind of victims that is counted, and whether it is one: ("killed", True)."""
    for scope, v in told.numbers.items():
        if _tolled(scope):
            yield scope.split()[0], (v.low, v.high) == (1.0, 1.0)


def _near(told: Told, main: Told) -> bool:
    """True where a day, a name or its account ties a cause to the main one."""
    return bool(told.dates) or told.document == main.document or bool(told.nearby & main.nearby)


def _is_cause(told: Told) -> bool:
    """True for a happening that kills. "Dancers flooded the field" is none, as "water flooded the field" is."""
    deadly = told.classes & DEADLY
    if deadly and deadly <= ELEMENTS and told.agents and told.patients:
        return not told.agents.isdisjoint(NATURE)
    return bool(deadly)


def _tolled(scope: str) -> bool:
    """True for a count of victims; "died 4 him" counts nobody."""
    first, *counted = scope.split()
    return first in TOLLED and PRONOUNS.isdisjoint(counted)


def _happened(told: Told) -> bool:
    return told.factuality > 0 and not told.stretch and told.ahead is None


def _clash(group: Sequence[str], other: Sequence[str], by_id: Mapping[str, Told]) -> bool:
    return any(clash(by_id[a], by_id[b]) for a in group[:KNOWN] for b in other[:KNOWN])
