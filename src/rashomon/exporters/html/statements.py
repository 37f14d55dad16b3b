"""Statements by speaker, with filters: who said what, how, and through whom it is known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set

from rashomon.exporters.html.bounds import Bounds, rest, statements_within
from rashomon.exporters.html.cards import also
from rashomon.exporters.html.markup import Mark, attr, chain, isolated, link, text, words
from rashomon.types import Attribution, Document, EventMention, Span
from rashomon.views.index import Index, letters, tidy
from rashomon.views.labels import plural
from rashomon.views.statements import DENY, denials, denied

FEW = 4  # words of a statement that say little without its sentence; such statements come last
PLAIN = frozenset({"said", "says", "say", "saying"})
NAMED = frozenset({"person", "organisation"})  # kinds of sources
FORMS = {"direct": "quoted", "mixed": "partly quoted"}
Denials = Mapping[str, Sequence[EventMention]]
Copies = list[tuple[Document, Attribution]]  # statements with the same words and stance in one family


def statements(index: Index, within: Bounds) -> str:
    """Statements grouped by speaker; those whose speaker is not resolved come last."""
    groups: dict[str, dict[object, Copies]] = {}
    forms: dict[str, str] = {}  # "Documents" and "documents" are one
    written = list(statements_within(index))
    for d, a in written:
        said = " ".join(letters(d.quote(c)) for c in a.content)
        name = index.speaker(d, a) or ""
        same = groups.setdefault(forms.setdefault(name.casefold(), name), {})
        same.setdefault((said, a.stance, a.positive, index.family[d.id]), []).append((d, a))
    if not groups:
        return '<p class="none">No statement was found.</p>'
    left = sum(held.statements for held in index.holdings.values()) - len(written)
    order = sorted(groups, key=lambda name: (not name, -len(groups[name]), name.casefold()))
    numbers = {name: n for n, name in enumerate(order)}
    denying = denials(index, within.events)
    stances = sorted({s for d, a in written for s in _stances(a, _denied(denying, d, a))})
    named = {forms[(index.speaker(d, a) or "").casefold()] for d, a in written if a.kind in NAMED}
    kinds = sorted({a.kind for _, a in written if a.kind})
    told = {index.keys[d.id]: index.outlets[d.id] for d, _ in written}
    outlets = dict(sorted(told.items(), key=lambda t: t[1].casefold()))
    body = "".join(_speaker(index, name, numbers[name], list(groups[name].values()), denying) for name in order)
    return (
        '<form id="filter" aria-label="Statements" hidden>'
        f"{_speakers(numbers, named)}"
        f"{_choice('Stance', 'stance', dict(zip(stances, stances, strict=True)))}"
        f"{_choice('Kind of source', 'from', dict(zip(kinds, kinds, strict=True)))}"
        f"{_choice('Account', 'account', outlets)}"
        '<output id="said" aria-live="polite"></output></form>'
        f'<div id="speakers" data-cap="25">{body}</div>{rest(left, "statement", "rashomon show CASE statements")}'
    )


def _speakers(numbers: Mapping[str, int], known: Set[str]) -> str:
    """The choice of a speaker in order of name: people and bodies that are *known*, then the others ("documents")."""
    listed = sorted((name for name in numbers if name), key=str.casefold)
    groups = (("Named", [n for n in listed if n in known]), ("Others", [n for n in listed if n not in known]))
    inside = "".join(
        f'<optgroup label="{called}">{_options({str(numbers[name]): name for name in names})}</optgroup>'
        for called, names in groups
        if names
    )
    return f'<label>Speaker <select id="by"><option value="">all</option>{inside}</select></label>'


def _options(options: Mapping[str, str]) -> str:
    return "".join(f'<option value="{attr(value)}">{text(tidy(name))}</option>' for value, name in options.items())


def _choice(asked: str, key: str, options: Mapping[str, str]) -> str:
    return f'<label>{asked} <select id="{key}"><option value="">all</option>{_options(options)}</select></label>'


def _speaker(index: Index, name: str, number: int, held: Sequence[Copies], denying: Denials) -> str:
    together = sorted(_together(index, held), key=lambda groups: _brief(*groups[0][0]))
    lines = "".join(_statement(index, groups, denying) for groups in together)
    accounts = len({d.id for group in held for d, _ in group})
    heading = isolated(name) if name else "Speaker not resolved to a name"
    return (
        f'<section class="speaker" data-by="{number}"><h3>{heading} '
        f'<span class="count">{plural(len(together), "statement")}, {plural(accounts, "account")}</span></h3>'
        f'<ul class="held" data-cap="5">{lines}</ul></section>'
    )


def _together(index: Index, held: Sequence[Copies]) -> list[list[Copies]]:
    """The statements of a speaker, those of one sentence of the same accounts together, the widest first: of "he denied
    it, suggesting that she lied" the sentence is shown once."""
    out: dict[object, list[Copies]] = {}
    for group in held:
        d, a = group[0]
        here = tuple(d.id for d, _ in group), a.holders, index.around(d.id, _said(a)).begin
        out.setdefault(here, []).append(group)
    return [sorted(groups, key=lambda g: _said(g[0][1]).begin - _said(g[0][1]).end) for groups in out.values()]


def _statement(index: Index, groups: Sequence[Copies], denying: Denials) -> str:
    """The first of the statements with the same words in one family, and the other accounts in which they stand; with
    it what else its speaker says in the same sentence."""
    (d, a), *copies = groups[0]
    said = [a for ((_, a), *_) in groups]
    kinds = dict.fromkeys(_kind(d, b, _denied(denying, d, b)) for b in sorted(said, key=lambda b: b.span))
    denies = any(b.stance == DENY or not b.positive or _denied(denying, d, b) for b in said)
    how = f'<span class="{"s-denies" if denies else "s-plain"}">{text("; ".join(kinds))}</span>'
    source = d.quote(a.source) if a.source and not a.speaker else ""
    inside = _words(index, d, said) + chain(index, d.id, a.holders, source, f" {how}")
    others = {other.id: _said(b) for other, b in reversed(copies) if other.id != d.id}
    elsewhere = also(index, [(i, others[i]) for i in sorted(others, key=index.rank.__getitem__)])
    keys = " ".join(dict.fromkeys(index.keys[other.id] for other, _ in groups[0]))
    stances = ";".join(dict.fromkeys(s for b in said for s in _stances(b, _denied(denying, d, b))))
    marks = f'data-stance="{attr(stances)}" data-from="{attr(a.kind)}" data-account="{keys}"'
    return f"<li {marks}>{link(index, d.id, _said(a), inside)}{elsewhere}</li>"


def _kind(d: Document, a: Attribution, no: EventMention | None) -> str:
    """How a statement was made."""
    return " · ".join((_how(d, a), *([f"denies ({tidy(d.quote(no.span))})"] if no else ()), *_manner(d, a)))


def _words(index: Index, d: Document, said: Sequence[Attribution]) -> str:
    """What was said: a quotation by itself, with dots for the words between its parts; what is told in the words of the
    account, or in few, inside its sentence, as all is that is said in one."""
    a, *more = said
    hedged: list[Mark] = [(b.hedge, "hedge") for b in said if b.hedge]
    around = index.around(d.id, _said(a))
    apart = any(not _said(a).covers(_said(b)) and around.covers(_said(b)) for b in more)
    if around != _said(a) and (a.form != "direct" or _brief(d, a) or apart):
        contents: list[Mark] = [(c, "ev") for b in said for c in b.content]
        return f'<span class="around">{words(index, d.id, around, [*contents, *hedged])}</span>'
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
