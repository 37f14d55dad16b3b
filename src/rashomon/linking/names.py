"""Names across the accounts of one story: which "document:entity" is which, with reasons and vetoes.

Inside an account the name annotator has given every mention its fullest form, so only these forms are compared here,
and only where they share a key: the same states and groups of the tables, the same words by sound, the same last word,
an acronym, or an office that only one person of the story bears.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rashomon.clusters import clusters
from rashomon.types import Agreement, Document, Judgement, Link, Name, Value
from rashomon.values import name as forms
from rashomon.values import place

MOST = 400  # entities with one last word that are compared with each other


@dataclass(frozen=True, slots=True)
class Entity:
    """One name of one account: its key "document:entity", fullest form, kind and the titles it bears there."""

    key: str
    form: str
    kind: str
    titles: frozenset[str]

    @property
    def identity(self) -> str:
        """Equal for forms that are surely one. A place stands for itself, not for the state it is the capital of."""
        return place.steps(self.form)[0] if self.kind == "place" else forms.identity(self.form).lstrip("=")


def name_links(documents: Sequence[Document]) -> Iterator[Link]:
    """Links of kind "name" among the accounts of one story. SAME joins, UNSURE keeps both readings open, DIFFERENT is
    said of full names that share a family name and exclude each other."""
    entities = sorted((e for d in documents for e in entities_of(d)), key=lambda e: e.key)
    yield from _same_form(entities)
    yield from _shortened([e for e in entities if e.kind == "person"])
    yield from _offices(entities)


def canonical(documents: Sequence[Document], links: Sequence[Link]) -> Mapping[str, str]:
    """{"document:entity": the fullest form among those it is joined with}."""
    entities = {e.key: e for d in documents for e in entities_of(d)}
    out: dict[str, str] = {}
    for group in clusters(entities, links):
        members = [entities[key].form for key in group]
        out.update(dict.fromkeys(group, forms.fullest(members)))
    return out


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
        out.append(Entity(f"{document.id}:{form}", form, kind, titles))
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


def _shortened(people: Sequence[Entity]) -> Iterator[Link]:
    """ "Putin" is "Vladimir Putin" when the story has no other Putin."""
    by_last: dict[str, list[Entity]] = defaultdict(list)
    for e in people:
        if words := forms.words(e.form):
            by_last[words[-1]].append(e)
    for last in sorted(by_last):
        group = by_last[last][:MOST]
        full = {e.identity: e for e in reversed(group) if len(forms.words(e.form)) > 1}
        keys = sorted(full)
        kept = {(_account(e), e.identity) for e in group}  # an account knows which of its own names are one
        for i, a in enumerate(keys):
            for b in keys[i + 1 :]:
                yield from _full(full[a], full[b])
        for e in group:
            if e.identity in full:
                continue
            fits = [full[k] for k in keys if _value(full[k], e) is Agreement.MORE_PRECISE]
            fits = [f for f in fits if (_account(e), f.identity) not in kept]
            judgement = Judgement.SAME if len({forms.words(f.form)[0][0] for f in fits}) == 1 else Judgement.UNSURE
            for f in fits:
                why = (
                    f"{e.form} is short for {f.form}"
                    if judgement is Judgement.SAME
                    else f"several people are called {e.form}"
                )
                yield Link("name", f.key, e.key, judgement, 0.9 if judgement is Judgement.SAME else 0.5, (why,))


def _full(a: Entity, b: Entity) -> Iterator[Link]:
    stands = _value(a, b)
    if stands is Agreement.CONFLICTS:
        yield Link("name", a.key, b.key, Judgement.DIFFERENT, 1.0, ("one family name, two given names",))
    elif Agreement.MORE_PRECISE in (stands, _value(b, a)) or stands is Agreement.AGREES:
        yield Link(
            "name", a.key, b.key, Judgement.SAME, 0.95, (f"{a.form} and {b.form} differ by a middle name or initial",)
        )


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
