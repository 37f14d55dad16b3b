"""The fields of an event: who, did, to whom, when, where, how many, and how sure each holder is that it happened."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from rashomon.exporters.html.markup import isolated, link, text
from rashomon.types import Agreement, Claim, Event, Position, Slot
from rashomon.views.events import denied, most, ranked, slots
from rashomon.views.index import Index, tidy
from rashomon.views.labels import ACCUSED, HOW_OLD, QUESTIONS, SAID, SIGNS, plural, stance
from rashomon.views.mentions import BESIDE, beside, only_denied, predicates
from rashomon.views.political import Codes
from rashomon.views.scopes import AGE, lead, scope

if TYPE_CHECKING:
    from rashomon.plover import Party

NAMES = {"who": "Who", "whom": "Whom, what", "when": "When", "where": "Where"}
NUMBERS = QUESTIONS["how many"], QUESTIONS["how much"], HOW_OLD
MOST = 6  # values, or holders, of one field in the line; the table below it has all
QUADS = {1: "verbal cooperation", 2: "material cooperation", 3: "verbal conflict", 4: "material conflict"}


def fields(index: Index, codes: Codes, event: Event, without: Collection[Slot] = (), alone: bool = False) -> str:
    """The fields as a list of terms; *without* are slots that are shown in full beside it. Where one account tells it
    *alone*, under its name, that this account itself states it goes without saying."""
    kept = [s for s in slots(event) if s not in without and s.positions]
    accused = only_denied(index.mentioned(event))
    rows = []
    for name in ("who", "did", *list(NAMES)[1:]):
        if name == "did":
            rows += [
                ("Did", "" if accused else _did(index, codes, event)),
                *((name, _beside(index, event, role)) for name, role in BESIDE.items()),
            ]
        if found := [s for s in kept if s.name == name]:
            rows.append((ACCUSED if accused and name == "whom" else NAMES[name], _values(index, found)))
    numbers = [s for s in kept if s.name == "how many"]
    rows += [(asked, _values(index, [s for s in numbers if index.asked(s) == asked])) for asked in NUMBERS]
    rows += [("Held by", _holders(index, s, denied(event), alone)) for s in kept if s.name == "happened"]
    return f'<dl class="fields">{"".join(f"<div><dt>{k}</dt><dd>{v}</dd></div>" for k, v in rows if v)}</dl>'


def _values(index: Index, found: Sequence[Slot]) -> str:
    """The slots of one name on one line, that with most witnesses first."""
    order = sorted(found, key=lambda s: -most(s))
    more = f" and {len(order) - MOST:,} more" if len(order) > MOST else ""
    return "; ".join(_slot(index, s) for s in order[:MOST]) + more


def _slot(index: Index, slot: Slot) -> str:
    """Its values, those with most witnesses first; a scope ("since", "people killed:") stands before them."""
    told = ranked(slot)
    values = "; ".join(_value(index, p, name) for name, p in told[:MOST])
    more = f" and {len(told) - MOST:,} more" if len(told) > MOST else ""
    about = f'<span class="scope">{text(lead(slot).removeprefix(AGE))}</span> ' if scope(slot) else ""
    return f"{about}{values}{more}{_differ(slot)}"


def _value(index: Index, position: Position, name: str) -> str:
    c = position.claims[0]
    voices = len(position.witnesses)
    count = f' <span class="count">({plural(voices, "witness", "witnesses")})</span>' if voices > 1 else ""
    return link(index, c.document, c.evidence, text(name), "v") + count


def _differ(slot: Slot) -> str:
    found = {r.agreement for r in slot.relations}
    word = "may differ" if Agreement.ARGUABLE in found else "updated" if Agreement.UPDATED in found else ""
    return f' <span class="tag one">{word}</span>' if word else ""


def _did(index: Index, codes: Codes, event: Event) -> str:
    """The predicates, those of most mentions first, each opened at a trigger, and the PLOVER type of what one political
    party did to another: a type that words alone suggest, as of a storm that kills, would mislead."""
    most = list(predicates(index.mentioned(event)).values())[:MOST]
    names = ", ".join(link(index, d.id, m.span, text(tidy(m.predicate)), "v") for (d, m), *_ in most)
    code = codes.event(index, event)
    if not code or not code.quad or not all(map(any, (_parties(code.agents), _parties(code.recipients)))):
        return names
    mode = f", {code.mode}" if code.mode else ""
    auxiliary = f", {', '.join(code.auxiliary)}" if code.auxiliary else ""
    said = f"{code.type}{mode}{auxiliary}: {QUADS[code.quad]}"
    return f'{names} <span class="plover" title="PLOVER type">{text(said)}</span>'


def _beside(index: Index, event: Event, role: str) -> str:
    found = list(beside(role, index.mentioned(event)).items())
    more = f" and {len(found) - MOST:,} more" if len(found) > MOST else ""
    return "; ".join(link(index, d.id, span, text(words), "v") for words, (d, span) in found[:MOST]) + more


def _parties(side: Sequence[Party]) -> list[bool]:
    return [bool(p.country or p.sectors) for p in side]


def _holders(index: Index, slot: Slot, nobody: bool, alone: bool) -> str:
    """Who states, reports, doubts and denies it: each chain once, opened at its words. Where *nobody* says that it
    happened, an account that says it did not denies nothing; "" where one account states it *alone*."""
    groups: dict[str, dict[tuple[str, ...], Claim]] = {}
    for c in (c for p in slot.positions for c in p.claims):
        how = stance(c.holders, c.factuality)
        groups.setdefault(how, {}).setdefault(index.chain(c.document, c.holders), c)
    if alone and list(groups) == ["states"]:
        return ""
    order = sorted(groups, key=tuple(SIGNS).index)
    own = all(len(chain) < 2 for chain in groups.get("denies", ()))
    names = {**SAID, **({"denies": "says it did not happen"} if nobody and own else {})}
    return " ".join(_held(index, how, names.get(how, how), groups[how]) for how in order)


def _held(index: Index, how: str, name: str, held: dict[tuple[str, ...], Claim]) -> str:
    lines = "; ".join(
        link(index, c.document, c.evidence, " › ".join(map(isolated, names)), "v")
        for names, c in list(held.items())[:MOST]
    )
    more = f" and {len(held) - MOST:,} more" if len(held) > MOST else ""
    sign = f'<span class="s-{how}"><span aria-hidden="true">{SIGNS[how]}</span> {name}</span>'
    return f'<span class="how">{sign} {lines}{more}</span>'
