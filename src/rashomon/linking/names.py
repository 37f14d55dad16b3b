"""Names across the accounts of one story: which "document:entity" is which, with reasons and vetoes.

Inside an account the name annotator has given every mention its fullest form, so only these forms are compared here,
and only where they share a key: the same states and groups of the tables, the same place on earth, the same words by
sound, one end of a person's name, initials, a body's name after its town, or an office that only one person bears.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from rashomon import gazetteer
from rashomon import name_forms as forms
from rashomon.linking.bodies import acronyms, called_shorter
from rashomon.linking.entities import Entity, entities_of
from rashomon.linking.people import by_another_name, shortened, taken_for_bodies
from rashomon.types import Document, Judgement, Link

ALIKE = 100  # names that share a word and are compared letter by letter
LONG = 5  # letters of a word that two spellings of one name may differ in


def name_links(documents: Sequence[Document]) -> Iterator[Link]:
    """Links of kind "name" among the accounts of one story. SAME joins, UNSURE keeps both readings open, DIFFERENT is
    said of full names that share a family name and exclude each other."""
    entities = sorted((e for d in documents for e in entities_of(d)), key=lambda e: e.key)
    people = [e for e in entities if e.kind == "person"]
    people += taken_for_bodies(entities, people)
    places = [e for e in entities if e.kind == "place"]
    bodies = [e for e in entities if e.kind in ("organisation", "other")]
    yield from _same_form(entities)
    yield from _on_earth(places)
    yield from acronyms(bodies)
    yield from acronyms(places)
    yield from called_shorter(bodies, places)
    yield from shortened(people)
    yield from by_another_name(people)
    yield from _spelt(people)
    yield from _spelt(bodies)
    yield from _offices(entities)


def _same_form(entities: Sequence[Entity]) -> Iterator[Link]:
    first: dict[tuple[str, bool], Entity] = {}
    for e in entities:
        key = (e.identity, e.kind == "person")
        if not e.identity:
            continue
        if (other := first.setdefault(key, e)) is not e:
            because = "the same form" if other.form == e.form else f"{e.form} is a form of {other.form}"
            yield Link("name", other.key, e.key, Judgement.SAME, 1.0, (because,))


def _on_earth(places: Sequence[Entity]) -> Iterator[Link]:
    """ "Kiev" and "Kyiv" are one place of the gazetteer, wherever they stand."""
    first: dict[tuple[object, ...], Entity] = {}
    for e in places:
        known = None if gazetteer.is_site(e.form) else gazetteer.sure(e.form)
        if known and known.kind != "area" and (other := first.setdefault(known.id, e)).identity != e.identity:
            yield Link("name", other.key, e.key, Judgement.SAME, 0.9, (f"{e.form} and {other.form} are one place",))


def _spelt(entities: Sequence[Entity]) -> Iterator[Link]:
    """Names of two words or more that differ by one letter of one long word; an account that has both knows two."""
    blocks: dict[tuple[int, str, int], dict[str, Entity]] = defaultdict(dict)
    held: dict[str, set[str]] = defaultdict(set)
    for e in entities:
        words = forms.words(e.form)
        held[e.identity].add(e.account)
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
