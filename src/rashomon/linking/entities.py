"""What an account names: each name once, with all that other accounts may know it by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon import name_forms as forms
from rashomon.types import Document, Judgement, Link, Name
from rashomon.values import place


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
    def account(self) -> str:
        """The id of its account."""
        return self.key[: -len(self.form) - 1]

    @property
    def identity(self) -> str:
        """Equal for forms that are surely one. A place stands for itself, not for the state it is the capital of."""
        return place.steps(self.form)[0] if self.kind == "place" else forms.identity(self.form).lstrip("=")


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


def one_or_many(short: Entity, fits: Sequence[Entity], why: str) -> Iterator[Link]:
    """SAME where one entity fits, UNSURE with each of several."""
    one = len(fits) == 1
    for f in fits:
        because = f"{short.form} {why} {f.form}" if one else f"several are called {short.form}"
        yield Link(
            "name", f.key, short.key, Judgement.SAME if one else Judgement.UNSURE, 0.8 if one else 0.5, (because,)
        )
