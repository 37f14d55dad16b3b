"""`python -m eval.standoff DRAFT...`: drafts of labels, which quote the text, to lines of offsets, which do not.

A draft is easy to write and to check by eye; `eval/gold/GUIDELINES.md` has its notation. Only the offsets are kept.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from eval.events import LABELLED, STATUSES
from eval.statements import FORMS, STANCES
from eval.texts import texts
from rashomon.errors import ReadError

KINDS = ("person", "organisation", "role", "anonymous", "collective", "document", "implicit")
FIELDS = tuple("source cue content near speaker kind form stance positive hedge addressee parent".split())
Place = list[int]  # [begin, end) code points


def standoff(draft: Mapping[str, Any], text: str, path: str = "draft") -> dict[str, Any]:
    """The line of `eval.statements` for a draft, or of `eval.events` if that is what it holds, in text order.

    Raises ReadError that names the first statement or event with a field that is missing, unknown or not in the text.
    """
    head = {"corpus": draft["corpus"], "doc": draft["doc"], "sha256": hashlib.sha256(text.encode()).hexdigest()}
    if "events" in draft:
        found = [_event(e, text, f"{path}, event {n}") for n, e in enumerate(draft["events"])]
        return {**head, "events": sorted(found, key=lambda e: e["trigger"])}
    return {**head, "checked": bool(draft.get("checked")), "statements": _statements(draft, text, path)}


def _statements(draft: Mapping[str, Any], text: str, path: str) -> list[dict[str, Any]]:
    labels = [_located(s, text, f"{path}, statement {n}") for n, s in enumerate(draft["statements"])]
    order = sorted(range(len(labels)), key=lambda n: min([*labels[n]["content"], *filter(None, [labels[n]["cue"]])]))
    place = {old: new for new, old in enumerate(order)}
    for n, label in enumerate(labels):
        if label["parent"] is not None and (label["parent"] not in place or label["parent"] == n):
            raise ReadError(f"{path}, statement {n}", "parent is not the index of another statement")
        label["parent"] = place.get(label["parent"])
    return [labels[n] for n in order]


def _event(e: Mapping[str, Any], text: str, where: str) -> dict[str, Any]:
    """The place of each alternative ("attack|launched") of the trigger, and of each head, nearest to the trigger."""
    if set(e) != {"near", "trigger", *LABELLED, "status"}:
        raise ReadError(where, f"needs these fields and no others: near, trigger, {', '.join(LABELLED)}, status")
    if e["status"] not in STATUSES:
        raise ReadError(where, f"status is {e['status']!r}, not one of {', '.join(STATUSES)}")
    stretch = _stretch(e["near"], text, where)
    trigger = []
    for words in e["trigger"].split("|"):
        places, which = _places(words, text, stretch, where)
        if which is None and len(places) > 1:
            raise ReadError(where, f"{words!r} is there {len(places)} times; pick one with @N")
        trigger.append(places[which or 0])
    heads = {
        role: [[_nearest(w, text, stretch, trigger[0], where) for w in words.split("|")] for words in e[role]]
        for role in LABELLED
    }
    return {"trigger": trigger, **heads, "status": e["status"]}


def _nearest(words: str, text: str, stretch: tuple[int, int], trigger: Place, where: str) -> Place:
    places, which = _places(words, text, stretch, where)
    return places[which] if which is not None else min(places, key=lambda p: abs(p[0] - trigger[0]))


def _stretch(near: str, text: str, where: str) -> tuple[int, int]:
    """Where the words around a label stand. Raises ReadError unless that is in one place."""
    if text.count(near) != 1:
        raise ReadError(where, f"near must stand in the text once, not {text.count(near)} times")
    begin = text.index(near)
    return begin, begin + len(near)


def _located(s: Mapping[str, Any], text: str, where: str) -> dict[str, Any]:
    if set(s) != set(FIELDS):
        raise ReadError(where, f"needs these fields and no others: {', '.join(FIELDS)}")
    for field, known in (("kind", KINDS), ("form", FORMS), ("stance", STANCES)):
        if s[field] not in known:
            raise ReadError(where, f"{field} is {s[field]!r}, not one of {', '.join(known)}")
    stretch = _stretch(s["near"], text, where)
    content: list[Place] = []
    for words in s["content"]:
        places, which = _places(words, text, stretch, where)
        after = [p for p in places if not content or p[0] >= content[-1][1]]
        content.append(places[which] if which is not None else (after or places)[0])
    found: dict[str, Any] = {"content": content}
    for field in ("cue", "source", "hedge", "addressee"):
        found[field] = _beside(s[field], text, stretch, content, found.get("cue"), where) if s[field] else None
    found["speaker"] = _places(s["speaker"], text, (0, len(text)), where)[0][0] if s["speaker"] else None
    rest = {field: s[field] for field in ("kind", "form", "stance", "positive", "parent")}
    return {field: (found | rest)[field] for field in FIELDS if field != "near"}


def _beside(
    words: str, text: str, stretch: tuple[int, int], content: list[Place], cue: Place | None, where: str
) -> Place:
    """The place of a string that @N picks, or the one nearest to the cue, better outside the content than inside."""
    places, which = _places(words, text, stretch, where)
    if which is not None:
        return places[which]
    anchor = (cue or (content or [list(stretch)])[0])[0]
    return min(places, key=lambda p: (any(b < p[1] and p[0] < e for b, e in content), abs(p[0] - anchor)))


def _places(words: str, text: str, stretch: tuple[int, int], where: str) -> tuple[list[Place], int | None]:
    """Where a string stands in a stretch of the text, as whole words if it does so at all, and which one "@N" picks."""
    picked = re.fullmatch(r"(.*)@(\d+)", words, re.S)
    bare = picked[1] if picked else words
    every = [m.start() for m in re.finditer(f"(?={re.escape(bare)})", text[slice(*stretch)])] if bare else []
    spans = [[stretch[0] + i, stretch[0] + i + len(bare)] for i in every]
    whole = [[b, e] for b, e in spans if not (_joined(text, b) or _joined(text, e))] or spans
    which = int(picked[2]) - 1 if picked else None
    if not whole or (which is not None and not 0 <= which < len(whole)):
        raise ReadError(where, f"{words!r} is not there")
    return whole, which


def _joined(text: str, at: int) -> bool:
    """True if the characters on both sides of a place belong to one word."""
    return text[max(at - 1, 0) : at].isalnum() and text[at : at + 1].isalnum()


@click.command()
@click.argument("drafts", type=click.Path(exists=True, dir_okay=False, path_type=Path), nargs=-1, required=True)
def main(drafts: tuple[Path, ...]) -> None:
    """Print one line of standoff labels for each DRAFT."""
    try:
        read = [(path, json.loads(path.read_text(encoding="utf-8"))) for path in drafts]
        known = texts(draft["corpus"] for _, draft in read)
        for path, draft in read:
            line = standoff(draft, known[draft["corpus"], draft["doc"]], str(path))
            print(json.dumps(line, separators=(",", ":")))
    except ReadError as e:
        print(e, file=sys.stderr)
        raise SystemExit(1) from None


if __name__ == "__main__":
    main(prog_name="python -m eval.standoff")
