"""Statements by speaker, with filters: who said what, how, and through whom it is known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rashomon.exporters.html.bounds import Bounds, rest, statements_within
from rashomon.exporters.html.cards import also
from rashomon.exporters.html.markup import Mark, attr, chain, isolated, link, text, words
from rashomon.types import Attribution, Document, EventMention, Span
from rashomon.views.index import Index, letters, tidy
from rashomon.views.labels import plural
from rashomon.views.statements import DENY, denials, denied

FEW = 4  # words of a statement that say little without its sentence; such statements come last
PLAIN = frozenset({"said", "says", "say", "saying"})
FORMS = {"direct": "quoted", "mixed": "partly quoted"}
Denials = Mapping[str, Sequence[EventMention]]
Copies = list[tuple[Document, Attribution]]  # statements with the same words and stance in one family


def statements(index: Index, within: Bounds) -> str:
    """Statements grouped by speaker; those whose speaker is not resolved come last."""
    groups: dict[str, dict[object, Copies]] = {}
    written = list(statements_within(index))
    for d, a in written:
        said = " ".join(letters(d.quote(c)) for c in a.content)
        same = groups.setdefault(index.speaker(d, a) or "", {})
        same.setdefault((said, a.stance, a.positive, index.family[d.id]), []).append((d, a))
    if not groups:
        return '<p class="none">No statement was found.</p>'
    left = sum(held.statements for held in index.holdings.values()) - len(written)
    order = sorted(groups, key=lambda name: (not name, -len(groups[name]), name.casefold()))
    numbers = {name: n for n, name in enumerate(order)}
    denying = denials(index, within.events)
    stances = sorted({s for d, a in written for s in _stances(a, _denied(denying, d, a))})
    people = {str(numbers[name]): name for name in order if name}
    kinds = sorted({a.kind for _, a in written if a.kind})
    told = {index.keys[d.id]: index.outlets[d.id] for d, _ in written}
    outlets = dict(sorted(told.items(), key=lambda t: t[1].casefold()))
    body = "".join(_speaker(index, name, numbers[name], list(groups[name].values()), denying) for name in order)
    return (
        '<form id="filter" aria-label="Statements" hidden>'
        f"{_choice('Speaker', 'by', people)}"
        f"{_choice('Stance', 'stance', dict(zip(stances, stances, strict=True)))}"
        f"{_choice('Kind of source', 'from', dict(zip(kinds, kinds, strict=True)))}"
        f"{_choice('Account', 'account', outlets)}"
        '<output id="said" aria-live="polite"></output></form>'
        f'<div id="speakers" data-cap="25">{body}</div>{rest(left, "statement", "rashomon show CASE statements")}'
    )


def _choice(asked: str, key: str, options: Mapping[str, str]) -> str:
    listed = "".join(f'<option value="{attr(value)}">{text(tidy(name))}</option>' for value, name in options.items())
    return f'<label>{asked} <select id="{key}"><option value="">all</option>{listed}</select></label>'


def _speaker(index: Index, name: str, number: int, held: Sequence[Copies], denying: Denials) -> str:
    lines = "".join(_statement(index, group, denying) for group in sorted(held, key=lambda g: _brief(*g[0])))
    accounts = len({d.id for group in held for d, _ in group})
    heading = isolated(name) if name else "Speaker not resolved to a name"
    return (
        f'<section class="speaker" data-by="{number}"><h3>{heading} '
        f'<span class="count">{plural(len(held), "statement")}, {plural(accounts, "account")}</span></h3>'
        f'<ul class="held" data-cap="5">{lines}</ul></section>'
    )


def _statement(index: Index, group: Copies, denying: Denials) -> str:
    """The first of the statements with the same words in one family, and the other accounts in which they stand."""
    (d, a), *copies = group
    no = _denied(denying, d, a)
    kind = " · ".join((_how(d, a), *([f"denies ({tidy(d.quote(no.span))})"] if no else ()), *_manner(d, a)))
    css = "s-denies" if a.stance == DENY or no or not a.positive else "s-plain"
    source = d.quote(a.source) if a.source and not a.speaker else ""
    inside = _words(index, d, a) + chain(index, d.id, a.holders, source, f' <span class="{css}">{text(kind)}</span>')
    others = {other.id: _said(b) for other, b in reversed(copies) if other.id != d.id}
    elsewhere = also(index, [(i, others[i]) for i in sorted(others, key=index.rank.__getitem__)])
    keys = " ".join(dict.fromkeys(index.keys[other.id] for other, _ in group))
    stances = ";".join(_stances(a, no))
    marks = f'data-stance="{attr(stances)}" data-from="{attr(a.kind)}" data-account="{keys}"'
    return f"<li {marks}>{link(index, d.id, _said(a), inside)}{elsewhere}</li>"


def _words(index: Index, d: Document, a: Attribution) -> str:
    """What was said: a quotation by itself, with dots for the words between its parts; what is told in the words of the
    account, or in few, inside its sentence."""
    hedged: list[Mark] = [(a.hedge, "hedge")] if a.hedge else []
    around = index.around(d.id, _said(a))
    if around != _said(a) and (a.form != "direct" or _brief(d, a)):
        return f'<span class="around">{words(index, d.id, around, [*((c, "ev") for c in a.content), *hedged])}</span>'
    return " … ".join(words(index, d.id, c, hedged) for c in _joined(d, a.content))


def _joined(d: Document, content: Sequence[Span]) -> list[Span]:
    """The parts of a content, those between which nothing stands as one."""
    out: list[Span] = []
    for part in content:
        if out and not d.text[out[-1].end : part.begin].strip():
            part = Span(out.pop().begin, part.end)
        out.append(part)
    return out


def _denied(denying: Denials, d: Document, a: Attribution) -> EventMention | None:
    return denied(a, denying.get(d.id, ()))


def _brief(d: Document, a: Attribution) -> bool:
    return sum(len(d.quote(c).split()) for c in a.content) < FEW


def _stance(a: Attribution) -> str:
    return a.stance if a.positive else f"does not {a.stance}"


def _stances(a: Attribution, no: EventMention | None) -> list[str]:
    """What a statement is picked by: its stance, and that it denies an event."""
    return [_stance(a), *([DENY] if no else ())]


def _how(d: Document, a: Attribution) -> str:
    """The stance, with the words that show it where they say more: "say (identified)"; of what is not said these words
    come first: "declined (does not promise)"."""
    cue = tidy(d.quote(a.cue)) if a.cue else ""
    if not cue or cue.casefold() in PLAIN:
        return _stance(a)
    return f"{_stance(a)} ({cue})" if a.positive else f"{cue} ({_stance(a)})"


def _manner(d: Document, a: Attribution) -> Iterator[str]:
    """How it was said: in whose words, how sure, to whom, where and when."""
    if a.form != "indirect":
        yield FORMS.get(a.form, a.form)
    for before, at in (("", a.hedge), ("to ", a.addressee), ("", a.venue), ("", a.time)):
        if at:
            yield before + tidy(d.quote(at))


def _said(a: Attribution) -> Span:
    return Span(min(c.begin for c in a.content), max(c.end for c in a.content)) if a.content else a.span
