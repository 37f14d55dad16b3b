"""Links -> clusters. A judgement of DIFFERENT forbids what a chain of SAMEs would join."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rashomon.name_forms import fullest, unpadded
from rashomon.types import Document, Judgement, Link, Name


def clusters(items: Iterable[str], links: Iterable[Link]) -> tuple[tuple[str, ...], ...]:
    """Groups of items joined by SAME links, strongest first; no group holds two items that a link calls DIFFERENT.

    Links with an end that is not among the items are ignored, and UNSURE ones join nothing. Items without links are
    groups of one. The order of items and links changes nothing: groups and their members come sorted.
    """
    home = {item: {item} for item in items}
    apart: dict[str, set[str]] = {item: set() for item in home}
    same = []
    for ln in links:
        if ln.left not in home or ln.right not in home:
            continue
        if ln.judgement is Judgement.DIFFERENT:
            apart[ln.left].add(ln.right)
            apart[ln.right].add(ln.left)
        elif ln.judgement is Judgement.SAME:
            same.append(ln)
    for ln in sorted(same, key=lambda ln: (-ln.score, ln.left, ln.right)):
        small, large = sorted((home[ln.left], home[ln.right]), key=lambda group: (len(group), min(group)))
        if small is large or any(not apart[item].isdisjoint(large) for item in small):
            continue
        large |= small
        for item in small:
            home[item] = large
    return tuple(sorted({tuple(sorted(group)) for group in home.values()}))


def shared_names(documents: Iterable[Document], links: Iterable[Link]) -> Mapping[str, str]:
    """{"document:entity": the fullest form of the name among those that *links* of kind "name" join it with}."""
    found = {f"{d.id}:{n.entity}": n for d in documents for n in d.layer(Name)}
    out: dict[str, str] = {}
    for group in clusters(found, links):
        forms = [found[key].entity for key in group]
        person = all(found[key].kind == "person" for key in group)
        out.update(dict.fromkeys(group, fullest(unpadded(forms) if person else forms)))
    return out
