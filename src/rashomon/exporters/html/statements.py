"""Statements by speaker, with filters: who said what, how, and through whom it is known."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.exporters.html.bounds import rest, statements_within
from rashomon.exporters.html.cards import also
from rashomon.exporters.html.markup import Mark, attr, chain, link, text, words
from rashomon.types import Attribution, Document, Span
from rashomon.views.index import Index, tidy
from rashomon.views.labels import plural

FEW = 4  # words of a statement that say little without its sentence; such statements come last
FORMS = {"direct": "quoted", "mixed": "partly quoted"}


def statements(index: Index) -> str:
    """Statements grouped by speaker; those whose speaker is not resolved come last."""
    groups: dict[str, list[tuple[Document, Attribution]]] = {}
    for d, a in statements_within(index):
        groups.setdefault(index.speaker(d, a) or "", []).append((d, a))
    if not groups:
        return '<p class="none">No statement was found.</p>'
    left = sum(index.statements(d.id) for d in index.record.documents) - sum(map(len, groups.values()))
    order = sorted(groups, key=lambda name: (not name, -len(groups[name]), name.casefold()))
    numbers = {name: n for n, name in enumerate(order)}
    stances = sorted({_stance(a) for held in groups.values() for _, a in held})
    people = "".join(f'<option value="{numbers[name]}">{text(tidy(name))}</option>' for name in order if name)
    kinds = "".join(f'<option value="{attr(s)}">{text(s)}</option>' for s in stances)
    body = "".join(_speaker(index, name, numbers[name], groups[name]) for name in order)
    return (
        '<form id="filter" role="search" aria-label="Statements" hidden>'
        f'<label>Speaker <select id="by"><option value="">all</option>{people}</select></label>'
        f'<label>Stance <select id="stance"><option value="">all</option>{kinds}</select></label>'
        '<label>Words <input id="find" type="search" autocomplete="off"></label>'
        '<output id="found" aria-live="polite"></output></form>'
        f'<div id="speakers" data-cap="25">{body}</div>{rest(left, "statement", "rashomon show CASE statements")}'
    )


def _speaker(index: Index, name: str, number: int, held: list[tuple[Document, Attribution]]) -> str:
    copies: dict[object, list[tuple[Document, Attribution]]] = {}
    for d, a in held:
        said = " ".join(tidy(d.quote(c)).casefold() for c in a.content)
        copies.setdefault((said, a.stance, a.positive, index.family[d.id]), []).append((d, a))
    lines = "".join(_statement(index, group) for group in sorted(copies.values(), key=lambda g: _brief(*g[0])))
    outlets = len({d.id for d, _ in held})
    heading = text(tidy(name)) if name else "Speaker not resolved to a name"
    return (
        f'<section class="speaker" data-by="{number}"><h3>{heading} '
        f'<span class="count">{plural(len(held), "statement")}, {plural(outlets, "account")}</span></h3>'
        f'<ul class="held" data-cap="5">{lines}</ul></section>'
    )


def _statement(index: Index, group: list[tuple[Document, Attribution]]) -> str:
    """The first of the statements with the same words in one family, and where the others stand. One of a few words is
    shown in its sentence."""
    (d, a), *copies = group
    hedged: list[Mark] = [(a.hedge, "hedge")] if a.hedge else []
    if _brief(d, a):
        shown = words(index, d.id, index.around(d.id, _said(a)), [*((c, "ev") for c in a.content), *hedged])
    else:
        shown = " ".join(words(index, d.id, c, hedged) for c in a.content)
    kind = " · ".join((_stance(a), *_manner(d, a)))
    css = "s-denies" if a.stance == "deny" or not a.positive else "s-plain"
    source = d.quote(a.source) if a.source and not a.speaker else ""
    inside = shown + chain(index, d.id, a.holders, source, f' <span class="{css}">{text(kind)}</span>')
    elsewhere = also(index, [(other.id, _said(b)) for other, b in copies])
    return f'<li data-stance="{attr(_stance(a))}">{link(index, d.id, _said(a), inside)}{elsewhere}</li>'


def _brief(d: Document, a: Attribution) -> bool:
    return sum(len(d.quote(c).split()) for c in a.content) < FEW


def _stance(a: Attribution) -> str:
    return a.stance if a.positive else f"does not {a.stance}"


def _manner(d: Document, a: Attribution) -> Iterator[str]:
    """How it was said: in whose words, how sure, to whom, where and when."""
    if a.form != "indirect":
        yield FORMS.get(a.form, a.form)
    for before, at in (("", a.hedge), ("to ", a.addressee), ("", a.venue), ("", a.time)):
        if at:
            yield before + tidy(d.quote(at))


def _said(a: Attribution) -> Span:
    return Span(min(c.begin for c in a.content), max(c.end for c in a.content)) if a.content else a.span
