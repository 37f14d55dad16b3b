"""The matrix of accounts and events: who says what, and who is silent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from rashomon.exporters.html import bounds
from rashomon.exporters.html.bounds import Bounds, rest
from rashomon.exporters.html.cards import called
from rashomon.exporters.html.markup import address, isolated
from rashomon.types import Event, Span
from rashomon.views.index import Index
from rashomon.views.labels import SIGNS

TURNED = 4  # accounts beyond which their names stand upright
MEANING = {
    "states": "states", "reports": "reports another's words", "doubts": "leaves open",
    "denies": "denies, or says it did not happen", "both": "its voices differ", "silent": "silent",
    "unread": "not read, not being in English",
}  # fmt: skip


def matrix(index: Index, within: Bounds) -> str:
    """For each story, its events with more than one account, and what is contested inside one, against its accounts."""
    by_story: dict[tuple[str, ...], list[Event]] = {}
    for e in (e for part in within.parts.values() for e in part):
        told = index.accounts(e)
        story = tuple(dict.fromkeys(i for t in told for i in index.story.get(t, (t,))))
        if len(told) > 1 or (e.contested and len(story) > 1):
            by_story.setdefault(story, []).append(e)
    tables = "".join(_table(index, story, events, within.keys) for story, events in by_story.items())
    if not tables:
        return '<p class="none">No event is told by more than one account.</p>'
    legend = "".join(
        f'<li><span class="s-{k}" aria-hidden="true">{SIGNS[k]}</span> {v}</li>'
        for k, v in MEANING.items()
        if f'class="s-{k}"' in tables
    )
    return f'<ul class="legend">{legend}</ul><div data-cap="6">{tables}</div>'


def _table(index: Index, story: tuple[str, ...], events: list[Event], keys: Mapping[str, str]) -> str:
    known = told = [i for i in story if i in index.documents]
    if len(known) > bounds.COLUMNS:
        most = Counter(i for e in events[: bounds.ROWS] for i in index.accounts(e))
        known = sorted(sorted(told, key=lambda i: -most[i])[: bounds.COLUMNS], key=told.index)
    left = rest(len(told) - len(known), "account", "rashomon show CASE accounts")
    left += rest(len(events) - bounds.ROWS, "event", "rashomon show CASE timeline")
    heads = "".join(f'<th scope="col"><span>{isolated(index.outlets[i])}</span></th>' for i in known)
    rows = []
    for e in events[: bounds.ROWS]:
        how = index.stances(e)
        first = {d.id: m.span for d, m in reversed(index.mentioned(e))}
        cells = "".join(_cell(index, i, first.get(i), how.get(i, "silent")) for i in known)
        css = ' class="disputed"' if e.contested else ""
        name = f'<a class="t" href="#{keys[e.id]}">{called(index, e)}</a>'
        count = f'<span class="count">{len(how)} of {len(told)}</span>'
        rows.append(f'<tr><th scope="row"{css}>{name} {count}</th>{cells}</tr>')
    many = " many" if len(known) > TURNED else ""
    body = f'<tbody data-cap="30">{"".join(rows)}</tbody>'
    return (
        f'<div class="matrix card{many}" tabindex="0" role="region" aria-label="Accounts by events">'
        f"<table><thead><tr><td></td>{heads}</tr></thead>{body}</table>{left}</div>"
    )


def _cell(index: Index, document: str, span: Span | None, how: str) -> str:
    if span is None:  # its sign, and its name for a screen reader, stand in the style
        return f'<td class="s-{"unread" if document in index.unread else "silent"}"></td>'
    target = address(index, document, span)
    return f'<td class="s-{how}"><a class="sign" href="#{target}" aria-label="{MEANING[how]}">{SIGNS[how]}</a></td>'
