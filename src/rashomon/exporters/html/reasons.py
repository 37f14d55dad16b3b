"""Why the mentions of an event are one, how surely, and what else may be the same event."""

from __future__ import annotations

from rashomon.exporters.html.markup import isolated, link, text
from rashomon.types import Event
from rashomon.views.index import Index, tidy
from rashomon.views.joins import Joins
from rashomon.views.labels import plural

SURE = next(iter(Joins.LEVELS))


def why(index: Index, event: Event) -> str:
    """The mentions of an event, the reasons that join them, and other mentions that may tell it; nothing where there is
    one mention and no other."""
    parts = []
    if len(event.mentions) > 1:
        joins = Joins.of(event)
        lines = "".join(_mention(index, joins, m) for m in event.mentions)
        reasons = "".join(
            f"<li>{_end(index, r.left)} and {_end(index, r.right)}: {text('; '.join(r.because))} "
            f'<span class="score">({r.score:.2f})</span></li>'
            for r in event.because
        )
        parts.append(
            f'<details class="whyone"><summary>Why are these one event?{_count(joins)}</summary>'
            f'<ul class="ends" data-cap="12">{lines}</ul><ul class="relations" data-cap="8">{reasons}</ul></details>'
        )
    if other := index.unsure(event):
        lines = "".join(f"<li>{_end(index, m)}: {text('; '.join(ln.because))}</li>" for ln, m in other)
        summary = f"<summary>May be the same as {plural(len(other), 'other mention')}</summary>"
        parts.append(f'<details class="whyone">{summary}<ul class="ends" data-cap="8">{lines}</ul></details>')
    return "".join(parts)


def _count(joins: Joins) -> str:
    """How many mentions are not surely of the event."""
    weak = sum(joins.with_most(m) != SURE for m in joins.event.mentions)
    told = plural(len(joins.event.mentions), "mention")
    return f' <span class="count">{weak:,} of {told} less sure</span>' if weak else ""


def _mention(index: Index, joins: Joins, mention: str) -> str:
    level = joins.with_most(mention)
    return f"<li>{_end(index, mention)}{'' if level == SURE else f', {level}'}</li>"


def _end(index: Index, mention: str) -> str:
    found = index.mentions.get(mention)
    if not found:
        return text(mention)
    d, m = found
    return f"“{link(index, d.id, m.span, text(tidy(d.quote(m.span))), 'v')}” ({isolated(index.outlets[d.id])})"
