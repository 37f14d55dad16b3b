"""Events as cards: what is in dispute as tables, what is agreed in a line, and why the mentions are one event."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.exporters.html import axis
from rashomon.exporters.html.markup import Mark, chain, link, plural, several, text, words
from rashomon.types import Agreement, Attribution, Claim, Event, Position, Slot, Span
from rashomon.views.index import Index, layer, slots, tidy, when
from rashomon.views.labels import SIGNS, label, labels, stance, stretch

QUESTIONS = {
    "happened": "Did it happen",
    "how many": "How many",
    "who": "Who",
    "whom": "To whom",
    "where": "Where",
    "when": "When",
}
HARD = (Agreement.CONFLICTS, Agreement.DENIES)
VERBS = {
    Agreement.AGREES: "agrees with",
    Agreement.COMPATIBLE: "is compatible with",
    Agreement.MORE_PRECISE: "is more precise than",
    Agreement.UPDATED: "updates",
    Agreement.ARGUABLE: "may differ from",
    Agreement.CONFLICTS: "conflicts with",
    Agreement.DENIES: "denies",
}


def card(index: Index, event: Event, key: str) -> str:
    """A contested event: its disputed slots in full, then the rest in one foot."""
    disputed = "".join(slot_table(index, s) for s in slots(event) if s.contested)
    return (
        f'<article class="card" id="{key}" aria-labelledby="{key}t">'
        f'<header><p class="when">{text(stretch(*when(event)))}<span class="count">{_told(index, event)}</span></p>'
        f'<h3 class="what" id="{key}t">{title(index, event)}</h3></header>'
        f"{disputed}{foot(index, event)}</article>"
    )


def title(index: Index, event: Event) -> str:
    """The words that name an event, linked to where they stand."""
    document, span = event.title
    return link(index, document, span, text(tidy(index.documents[document].quote(span))), "t")


def _told(index: Index, event: Event) -> str:
    told = index.accounts(event)
    return plural(len(told), "account") + (f", {index.independent(told)} independent" if len(told) > 1 else "")


def tag(slot: Slot) -> tuple[str, str]:
    """The class and the word that say how the positions of a slot stand."""
    found = {r.agreement for r in slot.relations}
    for agreement, css, word in (
        (Agreement.CONFLICTS, "conflict", "conflict"),
        (Agreement.DENIES, "deny", "denied"),
        (Agreement.ARGUABLE, "one", "may differ"),
        (Agreement.UPDATED, "agree", "updated"),
    ):
        if agreement in found:
            return css, word
    if len(slot.positions) > 1:
        return "agree", "compatible"
    several = slot.positions and len(slot.positions[0].witnesses) > 1
    return ("agree", "agreed") if several else ("one", "one witness")


def slot_table(index: Index, slot: Slot) -> str:
    """Every position of a slot: who holds it, on how many witnesses, in which words."""
    css, word = tag(slot)
    name = QUESTIONS.get(slot.name, slot.name) + (f": {slot.scope}" if slot.scope else "")
    picture = axis.draw(slot, [_holder(index, p) for p in slot.positions])
    names = labels([p.value for p in slot.positions])
    body = "".join(_position(index, p, name) for p, name in zip(slot.positions, names, strict=True))
    return (
        f'<section class="slot"><h4>{text(tidy(name))} <span class="tag {css}">{word}</span></h4>{picture}'
        '<table><thead class="vh"><tr><th scope="col">Position</th><th scope="col">Words and holders</th>'
        '<th scope="col">Witnesses</th></tr></thead>'
        f"<tbody>{body}</tbody></table>{_relations(slot)}</section>"
    )


def _holder(index: Index, position: Position) -> str:
    first = position.claims[0]
    others = len({index.chain(c.document, c.holders)[1:] or c.document for c in position.claims}) - 1
    name = tidy(index.chain(first.document, first.holders)[-1])
    return f"{name[:40]}{f' and {others} more' if others else ''}"


def _position(index: Index, position: Position, name: str) -> str:
    families = {index.family.get(c.document, (c.document,)) for c in position.claims}
    texts = {c.document for c in position.claims}
    origins = (
        f",<br> {plural(len(texts), 'text')}, {plural(len(families), 'origin')}" if len(texts) > len(families) else ""
    )
    head = text(name)
    if position.value.kind == "polarity":
        how = stance(("",), position.value.low or 0.0)
        head = f'<span class="s-{how}"><span aria-hidden="true">{SIGNS[how]}</span> {how}</span>'
    held = "".join(_held(index, group) for group in _grouped(index, position.claims))
    return (
        f'<tr><th scope="row">{head}</th><td><ul class="held" data-cap="4">{held}</ul></td>'
        f'<td class="n">{plural(len(position.witnesses), "witness", "witnesses")}{origins}</td></tr>'
    )


def _grouped(index: Index, claims: tuple[Claim, ...]) -> list[list[Claim]]:
    """Claims of one family with the same speaker and the same words stand together: the first, then its copies."""
    groups: dict[object, list[Claim]] = {}
    for c in claims:
        key = (
            index.family.get(c.document, (c.document,)),
            index.chain(c.document, c.holders)[1:],
            tidy(c.words).casefold(),
        )
        groups.setdefault(key, []).append(c)
    return list(groups.values())


def _held(index: Index, group: list[Claim]) -> str:
    first, *copies = group
    copied = also(index, [(c.document, c.evidence) for c in copies])
    inside = words(index, first.document, index.sentence(first), marks(index, first)) + chain(
        index, first.document, first.holders
    )
    return f"<li>{link(index, first.document, first.evidence, inside)}{copied}</li>"


def also(index: Index, copies: Sequence[tuple[str, Span]]) -> str:
    """The other accounts that hold the same words, each opened at its own."""
    links = [link(index, document, span, text(index.outlets[document]), "also") for document, span in copies[:12]]
    rest = f" and {len(copies) - 12:,} more" if len(copies) > 12 else ""
    return f'<span class="copies">the same words in {", ".join(links)}{rest}</span>' if links else ""


def marks(index: Index, claim: Claim) -> list[Mark]:
    """The evidence of a claim, and the words that weaken or negate it."""
    out: list[Mark] = [(claim.evidence, "ev")]
    document, mention = index.mentions.get(claim.mention, (None, None))
    if document and mention:
        out += [(e, "no" if mention.factuality < 0 else "hedge") for e in mention.evidence]
        out += [
            (a.hedge, "hedge")
            for a in layer(document, Attribution)
            if a.hedge and any(c.covers(claim.evidence) for c in a.content)
        ]
    return out


def _relations(slot: Slot) -> str:
    names = labels([p.value for p in slot.positions])

    def line(left: int, right: int, agreement: Agreement, because: str) -> str:
        if slot.positions[left].value.kind == "polarity":
            return f"<li>{text(tidy(because))}</li>" if because else ""
        reason = f' <span class="why">{text(tidy(because))}</span>' if because else ""
        return f"<li><b>{text(names[left])}</b> {VERBS[agreement]} <b>{text(names[right])}</b>{reason}</li>"

    ranked = sorted(slot.relations, key=lambda r: (r.agreement not in HARD, r.left, r.right))
    items = [line(r.left, r.right, r.agreement, r.because) for r in ranked]
    return f'<ul class="relations" data-cap="4">{"".join(items)}</ul>' if items else ""


def foot(index: Index, event: Event) -> str:
    """What is agreed or compatible, who is silent, and why these mentions are one event."""
    parts = [_agreed(index, s) for s in slots(event) if not s.contested and s.positions]
    for s in slots(event):
        if s.contested and (quiet := _silent(index, event, s)):
            parts.append(f"<li><b>Silent</b> on {text(QUESTIONS.get(s.name, s.name).lower())}: {quiet}</li>")
    if quiet := several([index.outlets[i] for i in index.silent(event)]):
        parts.append(f"<li><b>Silent</b> on all of it: {quiet}</li>")
    return f'<footer class="foot"><ul data-cap="8">{"".join(parts)}</ul>{why(index, event)}</footer>'


def _silent(index: Index, event: Event, slot: Slot) -> str:
    mute = set(index.silent(event, slot)) - set(index.silent(event))
    return several([index.outlets[d.id] for d in index.record.documents if d.id in mute])


def _agreed(index: Index, slot: Slot) -> str:
    _, word = tag(slot)
    values = []
    for p in slot.positions:
        c = p.claims[0]
        told = tuple(dict.fromkeys(c.document for c in p.claims))
        count = (
            f" ({plural(len(told), 'account')}, {index.independent(told)} independent)"
            if len(told) > 1
            else f" ({text(index.outlets[told[0]])})"
        )
        values.append(link(index, c.document, c.evidence, text(label(p.value)), "v") + count)
    scope = f", {text(tidy(slot.scope))}" if slot.scope else ""
    name = text(QUESTIONS.get(slot.name, slot.name).lower())
    return f"<li><b>{word.capitalize()}</b> {name}{scope}: {'; '.join(values)}</li>"


def why(index: Index, event: Event) -> str:
    """The mentions of an event and the reasons that join them; nothing for an event of one mention."""
    if len(event.mentions) < 2:
        return ""
    lines = [f"<li>{_end(index, m)}</li>" for m in event.mentions]
    reasons = "".join(
        f"<li>{_end(index, r.left)} and {_end(index, r.right)}: {text('; '.join(r.because))} "
        f'<span class="score">({r.score:.2f})</span></li>'
        for r in event.because
    )
    return (
        '<details class="whyone"><summary>Why are these one event?</summary>'
        f'<ul class="ends" data-cap="12">{"".join(lines)}</ul>'
        f'<ul class="relations" data-cap="8">{reasons}</ul></details>'
    )


def _end(index: Index, mention: str) -> str:
    if mention not in index.mentions:
        return text(mention)
    d, m = index.mentions[mention]
    return f"“{link(index, d.id, m.span, text(tidy(d.quote(m.span))), 'v')}” ({text(index.outlets[d.id])})"
