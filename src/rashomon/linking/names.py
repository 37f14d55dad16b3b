"""Names across the accounts of one story: which "document:entity" is which, with reasons and vetoes.

Inside an account the name annotator has given every mention its fullest form, so only these forms are compared here,
and only where they share a key: the same states and groups of the tables, the same place on earth, the same words by
sound, one end of a person's name, initials, a body's name after its town, or an office that only one person bears.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from rashomon import gazetteer
from rashomon.types import Agreement, Document, Judgement, Link, Name, Value
from rashomon.values import name as forms
from rashomon.values import place

MOST = 400  # entities with one last word that are compared with each other
OFTEN, FAR = 3, 4  # times that a bare surname is somebody's, and times as often as anybody else's, to be his elsewhere
ALIKE = 100  # names that share a word and are compared letter by letter
LONG = 5  # letters of a word that two spellings of one name may differ in
ACRONYM = re.compile(r"(?:[A-Z]\.?){2,7}")
SMALL = frozenset("of the and for in on to at & de".split())


@dataclass(frozen=True, slots=True)
class Entity:
    """One name of one account: its key "document:entity", fullest form, kind, the titles it bears there, and how often
    the account calls it by its last word alone."""

    key: str
    form: str
    kind: str
    titles: frozenset[str]
    alone: int = 0

    @property
    def identity(self) -> str:
        """Equal for forms that are surely one. A place stands for itself, not for the state it is the capital of."""
        return place.steps(self.form)[0] if self.kind == "place" else forms.identity(self.form).lstrip("=")


def name_links(documents: Sequence[Document]) -> Iterator[Link]:
    """Links of kind "name" among the accounts of one story. SAME joins, UNSURE keeps both readings open, DIFFERENT is
    said of full names that share a family name and exclude each other."""
    entities = sorted((e for d in documents for e in entities_of(d)), key=lambda e: e.key)
    people = [e for e in entities if e.kind == "person"]
    people += _taken_for_bodies(entities, people)
    bodies = [e for e in entities if e.kind in ("organisation", "other")]
    yield from _same_form(entities)
    yield from _on_earth([e for e in entities if e.kind == "place"])
    yield from _acronyms(bodies)
    yield from _of_a_town(bodies, {e.form for e in entities if e.kind == "place"})
    yield from _shortened(people)
    yield from _by_first_word(people)
    yield from _spelt(people)
    yield from _spelt(bodies)
    yield from _offices(entities)


def entities_of(document: Document) -> list[Entity]:
    """The entities of an account, each once, with all its titles; sorted by form."""
    found: dict[str, list[Name]] = defaultdict(list)
    for mention in document.layer(Name):
        found[mention.entity].append(mention)
    out = []
    for form, mentions in sorted(found.items()):
        kinds = [m.kind for m in mentions]
        kind = max(sorted(set(kinds)), key=kinds.count)
        titles = frozenset(forms.fold(t) for m in mentions for t in m.titles)
        alone = sum(document.quote(m.span) == form.split()[-1] for m in mentions) if " " in form else 0
        out.append(Entity(f"{document.id}:{form}", form, kind, titles, alone))
    return out


def _same_form(entities: Sequence[Entity]) -> Iterator[Link]:
    first: dict[tuple[str, bool], Entity] = {}
    for e in entities:
        key = (e.identity, e.kind == "person")
        if not e.identity:
            continue
        if (other := first.setdefault(key, e)) is not e:
            because = "the same form" if other.form == e.form else f"{e.form} is a form of {other.form}"
            yield Link("name", other.key, e.key, Judgement.SAME, 1.0, (because,))


def _taken_for_bodies(entities: Sequence[Entity], people: Sequence[Entity]) -> Iterator[Entity]:
    """Single words that an account takes for a body or another thing, and by which others often call a person."""
    often: Counter[str] = Counter()
    for e in people:
        often[e.form.split()[-1]] += e.alone
    for e in entities:
        if e.kind in ("organisation", "other") and " " not in e.form and often[e.form] >= OFTEN:
            yield e


def _on_earth(places: Sequence[Entity]) -> Iterator[Link]:
    """ "Kiev" and "Kyiv" are one place of the gazetteer, wherever they stand."""
    first: dict[tuple[object, ...], Entity] = {}
    for e in places:
        known = gazetteer.sure(e.form)
        if known and known.kind != "area" and (other := first.setdefault(known.id, e)).identity != e.identity:
            yield Link("name", other.key, e.key, Judgement.SAME, 0.9, (f"{e.form} and {other.form} are one place",))


def _acronyms(bodies: Sequence[Entity]) -> Iterator[Link]:
    """ "DRU" is "Delta Rowers Union" when the story has no other body with these initials."""
    full: dict[str, dict[str, Entity]] = defaultdict(dict)
    for e in bodies:
        for initials in _initials(e.form):
            full[initials].setdefault(e.identity, e)
    for e in bodies:
        short = re.sub(r"^[Tt]he\s+", "", e.form)
        if ACRONYM.fullmatch(short) and (found := full.get(short.replace(".", ""))):
            yield from _one_or_many(e, [f for _, f in sorted(found.items())], "is short for")


def _initials(form: str) -> set[str]:
    """The initials of a name of two words or more, with and without small words; none of a name in capitals."""
    words = re.findall(r"[^\W\d_][\w'’]*", form)
    if sum(len(w) > 1 and w.casefold() not in SMALL for w in words) < 2 or form.isupper():
        return set()
    every = "".join(w[0].upper() for w in words if w.casefold() != "the")
    content = "".join(w[0].upper() for w in words if w.casefold() not in SMALL)
    return {i for i in (every, content) if len(i) > 1}


def _of_a_town(bodies: Sequence[Entity], places: Collection[str]) -> Iterator[Link]:
    """ "Rowers" is "Karsa Rowers" when Karsa is a place and the story has no other Rowers."""
    full: dict[str, dict[str, Entity]] = defaultdict(dict)
    for e in bodies:
        words = e.form.split()
        for cut in range(1, len(words)):
            town = " ".join(words[:cut])
            if town in places or gazetteer.places(town) or forms.identity(town).startswith("="):
                full[" ".join(words[cut:]).casefold()].setdefault(e.identity, e)
    for e in bodies:
        found = full.get(e.form.casefold())
        if found and e.identity not in found and not forms.is_body(e.form):
            yield from _one_or_many(e, [f for _, f in sorted(found.items())], "is short for")


def _one_or_many(short: Entity, fits: Sequence[Entity], why: str) -> Iterator[Link]:
    """SAME where one entity fits, UNSURE with each of several."""
    one = len(fits) == 1
    for f in fits:
        because = f"{short.form} {why} {f.form}" if one else f"several are called {short.form}"
        yield Link(
            "name", f.key, short.key, Judgement.SAME if one else Judgement.UNSURE, 0.8 if one else 0.5, (because,)
        )


def _by_first_word(people: Sequence[Entity]) -> Iterator[Link]:
    """ "Kim" is "Kim Il-ha", "Ana" is "Ana Oro", when nobody of the story ends so and one person begins so."""
    first: dict[str, dict[str, Entity]] = defaultdict(dict)
    last = set()
    for e in people:
        words = forms.words(e.form)
        if len(words) > 1:
            first[words[0]].setdefault(e.identity, e)
            last.add(words[-1])
    for e in people:
        words = forms.words(e.form)
        if len(words) == 1 and len(words[0]) > 2 and words[0] not in last and words[0] in first:
            yield from _one_or_many(e, [f for _, f in sorted(first[words[0]].items())], "begins the name of")


def _spelt(entities: Sequence[Entity]) -> Iterator[Link]:
    """Names of two words or more that differ by one letter of one long word; an account that has both knows two."""
    blocks: dict[tuple[int, str, int], dict[str, Entity]] = defaultdict(dict)
    held: dict[str, set[str]] = defaultdict(set)
    for e in entities:
        words = forms.words(e.form)
        held[e.identity].add(_account(e))
        if len(words) > 1:
            for end in (0, -1):
                blocks[end, words[end], len(words)].setdefault(e.identity, e)
    seen = set()
    for key in sorted(blocks):
        group = [e for _, e in sorted(blocks[key].items())][:ALIKE]
        for i, a in enumerate(group):
            for b in group[i + 1 :]:
                pair = (a.key, b.key)
                if pair not in seen and held[a.identity].isdisjoint(held[b.identity]) and _one_letter(a.form, b.form):
                    seen.add(pair)
                    yield Link("name", *pair, Judgement.SAME, 0.7, (f"{a.form} and {b.form} differ by one letter",))


def _one_letter(a: str, b: str) -> bool:
    """True for two names of equal words but one, of LONG letters, with one letter more, less, other or moved."""
    differing = [(x, y) for x, y in zip(forms.words(a), forms.words(b), strict=True) if x != y]
    if len(differing) != 1:
        return False
    [(x, y)] = differing
    if min(len(x), len(y)) < LONG or x[0] != y[0] or not (x + y).isalpha():
        return False
    short, long = sorted((x, y), key=len)
    if len(short) == len(long):
        at = [i for i in range(len(x)) if x[i] != y[i]]
        moved = len(at) == 2 and at[1] == at[0] + 1 and (x[at[0]], x[at[1]]) == (y[at[1]], y[at[0]])
        return len(at) == 1 or moved
    return any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


def _shortened(people: Sequence[Entity]) -> Iterator[Link]:
    """ "Putin" is "Vladimir Putin" when the story has no other Putin."""
    by_last: dict[str, list[Entity]] = defaultdict(list)
    for e in people:
        if words := forms.words(e.form):
            by_last[words[-1]].append(e)
    for last in sorted(by_last):
        group = by_last[last][:MOST]
        whole = [e for e in group if len(forms.words(e.form)) > 1]
        full = {e.identity: e for e in reversed(whole)}
        keys = sorted(full)
        junior = [{_account(e) for e in whole if forms.is_junior(e.form) is what} for what in (True, False)]
        juniors = not junior[0].isdisjoint(junior[1])  # some account knows two
        kept = {(_account(e), e.identity) for e in group}  # an account knows which of its own names are one
        for i, a in enumerate(keys):
            for b in keys[i + 1 :]:
                yield from _full(full[a], full[b], juniors)
        for e in group:
            if e.identity in full:
                continue
            fits = [full[k] for k in keys if _value(full[k], e) is Agreement.MORE_PRECISE]
            fits = [f for f in fits if (_account(e), f.identity) not in kept]
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


def _account(e: Entity) -> str:
    return e.key[: -len(e.form) - 1]


def _value(a: Entity, b: Entity) -> Agreement:
    return forms.compare(Value("name", form=a.form), Value("name", form=b.form))


def _offices(entities: Sequence[Entity]) -> Iterator[Link]:
    """An entity that is called only by an office ("Supreme Leader") is the one person of the story who bears it."""
    bearers: dict[str, list[Entity]] = defaultdict(list)
    for e in entities:
        for title in e.titles:
            bearers[title].append(e)
    for e in entities:
        found = [b for b in bearers.get(forms.fold(e.form), ()) if b.key != e.key]
        if found and len({forms.words(b.form)[-1:] for b in found}) == 1:
            yield Link(
                "name", found[0].key, e.key, Judgement.SAME, 0.8, (f"{found[0].form} bears the office {e.form}",)
            )
