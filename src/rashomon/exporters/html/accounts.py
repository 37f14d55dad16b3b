"""The accounts as stored: each text once, block by block, and the layers that the page draws over it."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from urllib.parse import urlsplit

from rashomon.exporters.html import bounds
from rashomon.exporters.html.bounds import by_weight, rest
from rashomon.exporters.html.markup import attr, isolated, leftward, text
from rashomon.types import (
    ASIDE,
    Annotation,
    Attribution,
    Block,
    BlockKind,
    Document,
    EventMention,
    Quantity,
    Sentence,
    Span,
    Time,
)
from rashomon.views.english import FOREIGN, foreign
from rashomon.views.index import Index, heading, layer, tidy
from rashomon.views.labels import plural, timex
from rashomon.views.numbers import number

TAGS = {BlockKind.HEADLINE: "h3", BlockKind.HEADING: "h4", BlockKind.QUOTATION: "blockquote"}
Item = list[int | str]
SHA = 64  # hexadecimal digits of the name under which the case keeps a file; accounts of one file add a number
FEW = 8  # accounts that are named at the head of the page
PAGE = "\f"  # stands where a page of a PDF ends
HEAD = 40  # code points of a line that can head an entry


def legend(index: Index) -> str:
    """What the names of few accounts stand for, each linked to its account; nothing where there are many."""
    documents, names = index.record.documents, index.outlets
    lines = (
        f'<li><a href="#{index.keys[d.id]}"><b>{isolated(names[d.id])}</b> {_day(d)} · '
        f"{f'{FOREIGN} · ' if foreign(d) else ''}{isolated(heading(d))}</a></li>"
        for d in documents
    )
    return f'<ul class="key">{"".join(lines)}</ul>' if len(documents) <= FEW else ""


def accounts(index: Index, cited: Mapping[str, Sequence[Span]], room: int) -> tuple[str, str]:
    """Every account, closed, and the layers drawn over them, as JSON that is safe inside a script element: key -> kind
    -> [begin, end, label?].

    *cited* are the spans of each that links point to. Accounts are written whole, in the order of their weight, until
    *room* characters are used; of the others stand the sentences that links point to.
    """
    ranked = by_weight(index)
    listed = {d.id for d in ranked[: bounds.ACCOUNTS]} | cited.keys()
    entries: dict[str, str] = {}
    drawn: dict[str, str] = {}
    for d in (d for d in ranked if d.id in listed):
        if room > 0:
            inside = _blocks(index.keys[d.id], d, cited.get(d.id, ()))
            drawn[d.id] = _json({kind: found for kind, of in LAYERS.items() if (found := list(of(d)))})
            room -= len(inside) + len(drawn[d.id])
        else:
            inside = _excerpt(index, d, cited.get(d.id, ()))
        entries[d.id] = _account(index, d, inside)
    out = [entries[d.id] for d in index.record.documents if d.id in listed]
    left = len(listed) - len(drawn)
    note = (
        f"{bounds.REST}Of {plural(left, 'account')} only the sentences that this page points to are written; their "
        "whole texts lie in the case folder, under the names that they state.</p>"
        if left
        else ""
    )
    layers = (f"{_json(index.keys[d.id])}:{drawn[d.id]}" for d in index.record.documents if d.id in drawn)
    more = rest(len(ranked) - len(listed), "account", "rashomon show CASE accounts")
    return f'{note}<div data-cap="60">{"".join(out)}</div>{more}', f"{{{','.join(layers)}}}"


def _json(value: object) -> str:
    return json.dumps(value, separators=(",", ":")).replace("<", "\\u003c").replace("&", "\\u0026")


def _excerpt(index: Index, d: Document, cited: Sequence[Span]) -> str:
    """The sentences that links point to, and where the whole text lies."""
    file = f"<code>accounts/{text(d.id[:SHA])}</code> of the case folder"
    shown: dict[Span, None] = {}
    for c in sorted(cited):
        around = index.around(d.id, c)
        shown[Span(around.begin, max(around.end, c.end))] = None
    key, done, out = index.keys[d.id], 0, []
    for span in shown:
        new = Span(max(span.begin, done), max(span.end, done))
        out.append(_loose(key, d, new, sorted(cited)))
        done = new.end
    told = "Only the sentences that this page points to stand here" if out else "This page points to no words of it"
    return f'<p class="meta">{told}. The whole text lies in {file}.</p>{"".join(out)}'


def _account(index: Index, d: Document, inside: str) -> str:
    key = index.keys[d.id]
    p = d.provenance
    copies = [isolated(index.outlets[i]) for i in index.family[d.id] if i != d.id]
    facts = [
        *((f"by {text(tidy(p.author))}",) if p.author else ()),
        _dated(d),
        *((f"<b>{FOREIGN}</b>: little is found in it",) if foreign(d) else ()),
        *((f"shares its text with {', '.join(copies)}",) if copies else ()),
        *((_page(p.url),) if p.url else ()),
        *((f"captured {text(tidy(p.captured))}",) if p.captured else ()),
        f"file {text(tidy(p.path))}",
        f"SHA-256 <code>{text(d.id)}</code>",
    ]
    held = index.holdings[d.id]
    about = f"{plural(held.statements, 'statement')}, {plural(held.mentions, 'event mention')}"
    turned = ' dir="rtl"' if leftward(d.text) else ""
    return (
        f'<details class="account" id="{key}" data-cite="{attr(_citation(index, d))}"><summary>'
        f'<b>{isolated(index.outlets[d.id])}</b> <span class="called">{isolated(heading(d))}</span> '
        f'<span class="count">{_day(d)} · {about}</span></summary><article class="doc" '
        f'aria-label="{attr(index.outlets[d.id])}"{turned}><p class="meta" dir="ltr">{" · ".join(facts)}</p>'
        f"{inside}</article></details>"
    )


def _citation(index: Index, d: Document) -> str:
    """What a reader who cites words of an account needs: who published them, when and where, and the file kept."""
    p = d.provenance
    facts = (p.author, f"“{p.title}”" if p.title else "", timex(d.date.value) if d.date else "", p.url)
    return f"{', '.join((index.outlets[d.id], *filter(None, facts)))}. File {p.path}, SHA-256 {d.id}"


def _day(d: Document) -> str:
    return text(timex(d.date.value)) if d.date and d.date.value else "no date"


def _dated(d: Document) -> str:
    if not d.date:
        return "not dated"
    because = f": {text(tidy(d.date.because))}" if d.date.because else ""
    if d.date.precision == "unknown":
        return f"not dated{because}"
    return (
        f"dated {_day(d)} by {text(d.date.how)} ({text(d.date.confidence)}, to the {text(d.date.precision)}){because}"
    )


def _page(url: str) -> str:
    try:
        safe = urlsplit(url).scheme in ("http", "https")
    except ValueError:
        safe = False
    return (
        f'<a href="{attr(url)}" rel="noopener noreferrer nofollow" referrerpolicy="no-referrer">{text(url)}</a>'
        if safe
        else text(tidy(url))
    )


def _blocks(key: str, d: Document, cited: Sequence[Span]) -> str:
    """The whole text in order: blocks by their kind, and what lies between them as plain paragraphs."""
    starts = sorted(set(cited))
    blocks = layer(d, Block)
    out, done, entry, headed, page = [], 0, 0, "", 0 if PAGE in d.text else 1
    for b, after in zip(blocks, (*blocks[1:], None), strict=True):
        out.append(_loose(key, d, Span(done, b.span.begin), starts))
        if (here := d.text.count(PAGE, 0, b.span.begin) + 1) > page:
            page = here
            out.append(f'<p class="voice" data-page="{page}">Page {page}</p>')
        inside, done = _anchored(key, d, b.span, starts), b.span.end
        if _heads(b, after):
            out.append(f'<p class="voice" data-b="{b.span.begin}">{inside}</p>')
            headed, entry = d.quote(b.span).casefold(), 0
            continue
        if b.entry != entry and (name := _entry(b)) and name.casefold().split(", ")[-1] not in headed:
            out.append(f'<p class="voice">{text(tidy(name))}</p>')
        entry, headed = b.entry, ""
        tag = TAGS.get(b.kind, "p")
        isolated = f' data-kind="{b.kind.value}"' if b.kind in ASIDE else ""
        css = f"b-{b.kind.value}" + (" b-voice" if b.voice else "")
        out.append(f'<{tag} class="{css}"{isolated} data-b="{b.span.begin}">{inside}</{tag}>')
    out.append(_loose(key, d, Span(done, len(d.text)), starts))
    return "".join(out)


def _heads(b: Block, after: Block | None) -> bool:
    """True for the short line that an entry begins with: its clock, "Original entry", the number of a comment."""
    if b.kind is not BlockKind.BOILERPLATE or after is None or not after.entry:
        return False
    return after.entry != b.entry and b.span.end - b.span.begin <= HEAD


def _entry(b: Block) -> str:
    """What an entry of a live blog or a comment is headed by."""
    if b.voice:
        return f"Comment by {b.voice}"
    if b.clock:
        return f"Update, {b.clock}"
    return "Original entry" if b.kind is BlockKind.ORIGINAL else ""


def _loose(key: str, d: Document, span: Span, starts: Sequence[Span]) -> str:
    if not d.quote(span).strip():
        return ""
    return f'<p data-b="{span.begin}">{_anchored(key, d, span, starts)}</p>'


def _anchored(key: str, d: Document, span: Span, cited: Sequence[Span]) -> str:
    """Text with an empty anchor where each cited span begins, in text order: links work without a script."""
    out, at = [], span.begin
    first, last = (bisect_left(cited, edge, key=lambda c: c.begin) for edge in (span.begin, span.end))
    for c in cited[first:last]:
        out.append(text(d.text[at : c.begin]) + f'<a id="{key}-{c.begin}-{c.end}"></a>')
        at = c.begin
    return "".join(out) + text(d.text[at : span.end])


def _spans(items: Iterable[Span | None]) -> Iterable[Item]:
    return ([s.begin, s.end] for s in items if s)


def _labelled(items: Iterable[tuple[Annotation, str]]) -> Iterable[Item]:
    return ([a.span.begin, a.span.end, said] for a, said in items)


LAYERS: Mapping[str, Callable[[Document], Iterable[Item]]] = {
    "source": lambda d: _spans(a.source for a in layer(d, Attribution)),
    "cue": lambda d: _spans(a.cue for a in layer(d, Attribution)),
    "content": lambda d: _spans(c for a in layer(d, Attribution) for c in a.content),
    "sentence": lambda d: _spans(s.span for s in layer(d, Sentence)),  # not drawn: a citation quotes whole ones
    "event": lambda d: _spans(m.span for m in layer(d, EventMention)),
    "time": lambda d: _labelled((t, timex(t.value)) for t in layer(d, Time)),
    "quantity": lambda d: _labelled((q, number(q.low, q.high, q.unit)) for q in layer(d, Quantity)),
}
