"""The views after the cards: chronology, statements by speaker, and the matrix of accounts and events."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rashomon.exporters.html import axis
from rashomon.exporters.html.cards import also, card, foot, slot_table, tag, title
from rashomon.exporters.html.markup import address, attr, chain, link, plural, text, words
from rashomon.types import Attribution, Document, Event, Slot, Span
from rashomon.views import chronology
from rashomon.views.index import Index, layer, slots, tidy, when
from rashomon.views.labels import MONTHS, SIGNS, moment, stretch

FORMS = {"direct": "quoted", "mixed": "partly quoted"}
MEANING = {
    "states": "states", "reports": "reports another's words", "doubts": "doubts", "denies": "denies",
    "both": "its voices differ", "silent": "silent",
}  # fmt: skip


def contested(index: Index, keys: Mapping[str, str]) -> str:
    """Events in dispute, those with most accounts first."""
    events = sorted(
        (e for e in index.record.events if e.contested),
        key=lambda e: (-index.independent(index.accounts(e)), -len(index.accounts(e)), keys[e.id]),
    )
    cards = "".join(card(index, e, keys[e.id]) for e in events)
    none = '<p class="none">No two accounts, and no two speakers, contradict each other on what could be joined.</p>'
    return f'<div data-cap="20">{cards}</div>' if cards else none


def timeline(index: Index, keys: Mapping[str, str]) -> str:
    """Events by month, or by year where no month is said; events without a date stand at the end."""
    groups: dict[tuple[int, int], list[str]] = {}
    for event in chronology(index.record):
        period = _period(event)
        groups.setdefault(period, []).append(_entry(index, event, period, keys[event.id]))
    out = []
    for (year, month), entries in sorted(groups.items()):
        name = (
            "No date"
            if year > 9999
            else f"{MONTHS[month - 1]} {year}"
            if month > 0
            else f"{year}, no month said"
            if month == 0
            else f"{year} and after"
        )
        out.append(
            f'<section class="period"><h3>{name}</h3><ol class="chron" data-cap="60">{"".join(entries)}</ol></section>'
        )
    return f'<div data-cap="60">{"".join(out)}</div>' if out else '<p class="none">No event was found.</p>'


def _period(event: Event) -> tuple[int, int]:
    low, high = when(event)
    if low is None or high is None:
        return 10000, 0
    first, last = moment(low), moment(high)
    if first.year != last.year:
        return first.year, -1
    return first.year, first.month if first.month == last.month else 0


def _entry(index: Index, event: Event, period: tuple[int, int], key: str) -> str:
    dated = [(p.value.low, p.value.high) for s in event.slots if s.name == "when" for p in s.positions]
    spans = [(low, high) for low, high in dated if low is not None and high is not None]
    bar = axis.calendar_bar(spans, *period) if spans and period[1] >= 0 else ""
    told = index.accounts(event)
    tags = "".join(
        f'<a class="tag {css}" href="#{key}">{word}{_of(s)}</a>'
        for s in slots(event)
        if s.contested
        for css, word in [tag(s)]
    )
    if len(told) > 1:
        held = f'<span class="chain">{plural(len(told), "account")}, {index.independent(told)} independent</span>'
    else:
        _, first = index.mentions.get(event.mentions[0], (None, None))
        held = chain(index, event.title[0], first.holders if first else ())
    more = ""
    if not event.contested and len(told) > 1 and event.slots:
        tables = "".join(slot_table(index, s) for s in slots(event) if len(s.positions) > 1)
        more = f"<details><summary>Positions and words</summary>{tables}{foot(index, event)}</details>"
    here = "" if event.contested else f' id="{key}"'
    css = "contested" if event.contested else "vague" if _vague(event) else "sure"
    date = f'<p class="time">{text(stretch(*when(event)))}{bar}</p>'
    return f'<li class="{css}"{here}>{date}<div><p>{title(index, event)} {tags}</p>{held}{more}</div></li>'


def _of(slot: Slot) -> str:
    return "" if slot.name == "happened" else f": {text(slot.name)}"


def _vague(event: Event) -> bool:
    low, high = when(event)
    return low is None or high is None or high - low > 1


def statements(index: Index) -> str:
    """Every statement, grouped by speaker; those whose speaker is not resolved come last."""
    groups: dict[str, list[tuple[Document, Attribution]]] = {}
    for d in index.record.documents:
        for a in layer(d, Attribution):
            groups.setdefault(index.speaker(d, a) or "", []).append((d, a))
    if not groups:
        return '<p class="none">No statement was found.</p>'
    order = sorted(groups, key=lambda name: (not name, -len(groups[name]), name.casefold()))
    numbers = {name: n for n, name in enumerate(order)}
    stances = sorted({a.stance for held in groups.values() for _, a in held})
    people = "".join(f'<option value="{numbers[name]}">{text(tidy(name))}</option>' for name in order if name)
    kinds = "".join(f'<option value="{attr(s)}">{text(s)}</option>' for s in stances)
    body = "".join(_speaker(index, name, numbers[name], groups[name]) for name in order)
    return (
        '<form id="filter" role="search" aria-label="Statements" hidden>'
        f'<label>Speaker <select id="by"><option value="">all</option>{people}</select></label>'
        f'<label>Stance <select id="stance"><option value="">all</option>{kinds}</select></label>'
        '<label>Words <input id="find" type="search" autocomplete="off"></label>'
        '<output id="found" aria-live="polite"></output></form>'
        f'<div id="speakers" data-cap="25">{body}</div>'
    )


def _speaker(index: Index, name: str, number: int, held: list[tuple[Document, Attribution]]) -> str:
    copies: dict[object, list[tuple[Document, Attribution]]] = {}
    for d, a in held:
        said = " ".join(tidy(d.quote(c)).casefold() for c in a.content)
        copies.setdefault((said, a.stance, a.positive, index.family[d.id]), []).append((d, a))
    lines = "".join(_statement(index, group) for group in copies.values())
    outlets = len({d.id for d, _ in held})
    heading = text(tidy(name)) if name else "Speaker not resolved to a name"
    return (
        f'<section class="speaker" data-by="{number}"><h3>{heading} '
        f'<span class="count">{plural(len(held), "statement")}, {plural(outlets, "account")}</span></h3>'
        f'<ul class="held" data-cap="5">{lines}</ul></section>'
    )


def _statement(index: Index, group: list[tuple[Document, Attribution]]) -> str:
    """The first of the statements with the same words in one family, and where the others stand."""
    (d, a), *copies = group
    shown = " ".join(words(index, d.id, c, [(a.hedge, "hedge")] if a.hedge else []) for c in a.content)
    kind = " · ".join((a.stance if a.positive else f"does not {a.stance}", *_manner(d, a)))
    css = "s-denies" if a.stance == "deny" or not a.positive else "s-plain"
    source = d.quote(a.source) if a.source and not a.speaker else ""
    inside = shown + chain(index, d.id, a.holders, source, f' <span class="{css}">{text(kind)}</span>')
    elsewhere = also(index, [(other.id, _said(b)) for other, b in copies])
    return f'<li data-stance="{attr(a.stance)}">{link(index, d.id, _said(a), inside)}{elsewhere}</li>'


def _manner(d: Document, a: Attribution) -> Iterator[str]:
    """How it was said: in whose words, how sure, to whom, where and when."""
    if a.form != "indirect":
        yield FORMS.get(a.form, a.form)
    for before, at in (("", a.hedge), ("to ", a.addressee), ("", a.venue), ("", a.time)):
        if at:
            yield before + tidy(d.quote(at))


def _said(a: Attribution) -> Span:
    return Span(min(c.begin for c in a.content), max(c.end for c in a.content)) if a.content else a.span


def matrix(index: Index, keys: Mapping[str, str]) -> str:
    """For each story, its events with more than one account against its accounts."""
    by_story: dict[tuple[str, ...], list[Event]] = {}
    for e in chronology(index.record):
        told = index.accounts(e)
        if len(told) > 1:
            story = tuple(dict.fromkeys(i for t in told for i in index.story.get(t, (t,))))
            by_story.setdefault(story, []).append(e)
    tables = "".join(_table(index, story, events, keys) for story, events in by_story.items())
    if not tables:
        return '<p class="none">No event is told by more than one account.</p>'
    legend = "".join(
        f'<li><span class="s-{k}" aria-hidden="true">{SIGNS[k]}</span> {v}</li>' for k, v in MEANING.items()
    )
    return f'<ul class="legend">{legend}</ul><div data-cap="6">{tables}</div>'


def _table(index: Index, story: tuple[str, ...], events: list[Event], keys: Mapping[str, str]) -> str:
    known = [i for i in story if i in index.documents]
    heads = "".join(f'<th scope="col"><span>{text(tidy(index.outlets[i]))}</span></th>' for i in known)
    rows = []
    for e in events:
        how = index.stances(e)
        first = {
            index.mentions[m][0].id: index.mentions[m][1].span for m in reversed(e.mentions) if m in index.mentions
        }
        cells = "".join(_cell(index, i, first.get(i), how.get(i, "silent")) for i in known)
        rows.append(
            f'<tr><th scope="row"><a class="t" href="#{keys[e.id]}">{text(index.title(e)[:90])}</a></th>{cells}</tr>'
        )
    many = " many" if len(known) > 8 else ""
    return (
        f'<div class="matrix card{many}" tabindex="0" role="region" aria-label="Accounts by events">'
        f'<table><thead><tr><td></td>{heads}</tr></thead><tbody data-cap="30">{"".join(rows)}</tbody></table></div>'
    )


def _cell(index: Index, document: str, span: Span | None, how: str) -> str:
    if span is None:
        return f'<td class="s-silent">{SIGNS["silent"]}</td>'
    target = address(index, document, span)
    return f'<td class="s-{how}"><a class="sign" href="#{target}" aria-label="{MEANING[how]}">{SIGNS[how]}</a></td>'
