"""Names of people across accounts: short forms, first names, spellings, and who is surely another."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from rashomon import name_forms as forms
from rashomon.grammar import gender
from rashomon.linking.entities import Entity, one_or_many
from rashomon.types import Agreement, Judgement, Link, Value
from rashomon.values import name

MOST = 400  # entities with one last word that are compared with each other
OFTEN, FAR = 3, 4  # times that a bare surname is somebody's, and times as often as anybody else's, to be his elsewhere


def taken_for_bodies(entities: Sequence[Entity], people: Sequence[Entity]) -> Iterator[Entity]:
    """Single words that an account takes for a body or another thing, and by which others often call a person."""
    often: Counter[str] = Counter()
    for e in people:
        often[e.form.split()[-1]] += e.alone
    for e in entities:
        if e.kind in ("organisation", "other") and " " not in e.form and often[e.form] >= OFTEN:
            yield e


def shortened(people: Sequence[Entity]) -> Iterator[Link]:
    """ "Putin" is "Vladimir Putin" when the story has no other Putin."""
    by_last: dict[str, list[Entity]] = defaultdict(list)
    for e in people:
        if (words := forms.words(e.form)) and not forms.identity(e.form).startswith("="):
            by_last[words[-1]].append(e)
    for last in sorted(by_last):
        group = by_last[last][:MOST]
        whole = [e for e in group if len(forms.words(e.form)) > 1]
        full = {e.identity: e for e in reversed(whole)}
        keys = sorted(full)
        junior = [{e.account for e in whole if forms.is_junior(e.form) is what} for what in (True, False)]
        juniors = not junior[0].isdisjoint(junior[1])  # some account knows two
        kept = {(e.account, e.identity) for e in group}  # an account knows which of its own names are one
        for i, a in enumerate(keys):
            for b in keys[i + 1 :]:
                yield from _full(full[a], full[b], juniors)
        for e in group:
            if e.identity in full:
                continue
            fits = [full[k] for k in keys if _value(full[k], e) is Agreement.MORE_PRECISE]
            fits = [f for f in fits if (e.account, f.identity) not in kept]
            usual = _usual(fits, group)
            one = len({forms.words(f.form)[0][0] for f in fits}) == 1
            for f in fits:
                same = f.identity == usual if usual else one
                why = f"{e.form} is short for {f.form}" if same else f"several people are called {e.form}"
                judgement, score = (Judgement.SAME, 0.9 if one else 0.8) if same else (Judgement.UNSURE, 0.5)
                yield Link("name", f.key, e.key, judgement, score, (why,))


def _usual(fits: Sequence[Entity], group: Sequence[Entity]) -> str | None:
    """Whom accounts that know the full names mean by the surname alone, if that is surely one of them; else None."""
    often: Counter[str] = Counter()
    for e in group:
        often[e.identity] += e.alone
    (best, most), *rest = sorted(((f.identity, often[f.identity]) for f in fits), key=lambda item: -item[1]) or [
        ("", 0)
    ]
    return best if rest and most >= max(OFTEN, FAR * rest[0][1]) else None


def _full(a: Entity, b: Entity, juniors: bool) -> Iterator[Link]:
    """How two full names of one last word stand; *juniors* if some account tells a junior from another."""
    stands = _value(a, b)
    if juniors and forms.is_junior(a.form) != forms.is_junior(b.form):
        yield Link("name", a.key, b.key, Judgement.DIFFERENT, 1.0, ("one is junior to the other",))
        return
    if stands is Agreement.CONFLICTS:
        yield Link("name", a.key, b.key, Judgement.DIFFERENT, 1.0, ("one family name, two given names",))
    elif Agreement.MORE_PRECISE in (stands, _value(b, a)) or stands is Agreement.AGREES:
        yield Link("name", a.key, b.key, Judgement.SAME, 0.95, (f"{a.form} and {b.form} are forms of one name",))


def by_another_name(people: Sequence[Entity]) -> Iterator[Link]:
    """Those called by one name that no other of the story ends with: "Ana" is "Ana Oro", "Kim" is "Kim Il-ha", "Tom" is
    "Thomas Oro", "Vale" is "Ana Vale Oro"; and "Ana Vale" is "Ana Vale Oro", who has a second surname."""
    called: dict[tuple[str, ...], dict[str, Entity]] = defaultdict(dict)
    last = set()
    for e in people:
        words = forms.words(e.form)
        if len(words) > 1:
            last.add(words[-1])
            called[words[:1]].setdefault(e.identity, e)
        if len(words) > 2:
            called[words[:-1]].setdefault(e.identity, e)
            if not forms.given(words[-2]) and words[-2] not in _given_names():
                called[words[-2:-1]].setdefault(e.identity, e)
    for e in people:
        words = forms.words(e.form)
        if len(words) == 1 and (len(words[0]) < 3 or words[0] in last):
            continue
        keys = {words, *((name,) for name in forms.given(words[0]) if len(words) == 1)}
        every = {f.identity: f for key in sorted(keys) for f in called.get(key, {}).values()}
        full = [f for f in every.values() if f.account != e.account and f.identity != e.identity]
        if full:
            yield from _one_person(e, sorted(full, key=lambda f: f.key))


@cache
def _given_names() -> frozenset[str]:
    return frozenset(map(forms.sound, gender.GIVEN))


def _one_person(e: Entity, full: Sequence[Entity]) -> Iterator[Link]:
    """As `one_or_many`, where several forms of one name are one."""
    longest = max(full, key=lambda f: (len(forms.words(f.form)), f.key))
    one = all(_value(longest, f) in (Agreement.AGREES, Agreement.MORE_PRECISE) for f in full)
    yield from one_or_many(e, [longest] if one else full, "is another form of")


def _value(a: Entity, b: Entity) -> Agreement:
    return name.compare(Value("name", form=a.form), Value("name", form=b.form))
