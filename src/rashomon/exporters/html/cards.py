"""Events as cards: what is in dispute as tables, all else as fields, and why the mentions are one event."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rashomon import headlines
from rashomon.exporters.html import axis
from rashomon.exporters.html.fields import fields
from rashomon.exporters.html.markup import OWN, Mark, chain, isolated, link, segments, several, text, words
from rashomon.exporters.html.reasons import why
from rashomon.types import Agreement, Attribution, Claim, Event, Position, Relation, Slot, Span
from rashomon.views.english import UNHEARD
from rashomon.views.events import HARD, arguable, aside, dated, laid_out, slots, undated
from rashomon.views.index import Index, layer, letters, tidy
from rashomon.views.joins import Joins
from rashomon.views.labels import ASIDE, NO_DATE, SAID, SIGNS, VERBS, labels, plural, stance
from rashomon.views.numbers import read_as
from rashomon.views.political import Codes
from rashomon.views.relations import gathered
from rashomon.views.scopes import about
from rashomon.views.titles import shown, trigger

HELD, FEW = 60, 8  # lines of one position that the page holds: in dispute, and where nothing is
OTHERS = 12  # positions that one is said to stand to
MOST = 6  # positions of a slot that are laid out; the script shows the rest, and up to two more than it lays out


def card(index: Index, codes: Codes, event: Event, key: str) -> str:
    """An event with the slots that are disputed, or on which accounts lean apart, in full; then its other fields."""
    open_slots = [s for s in slots(event) if s.contested or (not event.contested and arguable(s))]
    joins = Joins.of(event)
    tables = "".join(slot_table(index, s, joins=joins) for s in open_slots)
    return _card(index, event, key, tables + fields(index, codes, event, open_slots) + foot(index, event, open_slots))


def brief(index: Index, codes: Codes, told: Sequence[Event], keys: Mapping[str, str]) -> str:
    """Events without dispute that are *told* together: the fields of each, and every position with its words one click
    away; below the first the others."""
    first, *others = told
    beside = "".join(_beside(index, codes, e, keys[e.id]) for e in others)
    below = f'<h4 class="beside">Told in the same sentences</h4><ol>{beside}</ol>' if beside else ""
    inside = fields(index, codes, first) + foot(index, first, ()) + below
    return _card(index, first, keys[first.id], inside)


def _beside(index: Index, codes: Codes, event: Event, key: str) -> str:
    inside = fields(index, codes, event) + foot(index, event, ())
    head = f'<p class="when">{text(dated(event))}<span class="count">{index.told(event)}{here(key)}</span></p>'
    return f'<li class="told" id="{key}">{head}<p>{title(index, event)}</p>{inside}</li>'


def line(index: Index, codes: Codes, event: Event, key: str, before: Event | None) -> str:
    """An event in a list: its words and fields, and who tells it where several do. What stands on the event *before*
    it, of the same sentence, is not said again."""
    same = "" if before is None else " same"
    told, alone = index.told(event), len(index.accounts(event)) < 2
    again = alone or (before and told == index.told(before))
    several = f'<span class="count">{"" if again else told}{here(key)}</span>'
    known = before and (undated(event) or dated(event) == dated(before))
    said = dated(event)
    bare = alone and said.startswith(NO_DATE)  # it was told when its account was published, as nearly all are
    date = "" if bare or (known and again) else f'<p class="when">{text(said)}{several}</p>'
    words = "" if before else f"<p>{title(index, event)}{several if bare else ''}</p>"
    plain = fields(index, codes, event, alone=alone)
    inside = f"{date}{words}{plain}{why(index, event)}"
    return f'<li class="told{same}" id="{key}">{inside}</li>'


def _card(index: Index, event: Event, key: str, inside: str) -> str:
    return (
        f'<article class="card" id="{key}" aria-labelledby="{key}t">'
        f'<header><p class="when">{text(dated(event))}<span class="count">{index.told(event)}{here(key)}</span></p>'
        f'<h3 class="what" id="{key}t">{title(index, event)}</h3></header>{inside}</article>'
    )


def here(key: str) -> str:
    """A link to an event itself, to keep or to send; its fragment is the event's id in the tables."""
    return f' <a class="here" href="#{key}" aria-label="Link to this event">#</a>'


def title(index: Index, event: Event) -> str:
    """The words that name an event, linked to where they stand."""
    document, span = event.title
    return link(index, document, span, called(index, event), "t")


def called(index: Index, event: Event) -> str:
    """The words that name an event as HTML, with its trigger marked."""
    before, words, after = shown(index, event)
    source, found = index.documents[event.title[0]].text, trigger(index, event)
    marked = segments(source, words, [(found.span, "trigger")]) if found else ""
    return f"{before}{marked or text(tidy(source[words.begin : words.end]))}{after}"


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


def slot_table(
    index: Index, slot: Slot, heading: str = "", mark: str = "", most: int = HELD, joins: Joins | None = None
) -> str:
    """Every position of a slot: who holds it, on how many witnesses, in which words. *heading* and *mark* stand for
    what the slot asks and how its positions stand; *most* lines of a position are written; *joins* say how surely two
    that dispute each other are told of one event."""
    css, word = ("one", mark) if mark else tag(slot)
    asked = index.asked(slot) + (f": {of}" if (of := about(slot)) else "")
    told = laid_out(slot, MOST)
    picture = axis.draw(slot, [_holder(index, p) for p in slot.positions])
    body = "".join(_position(index, p, name, most, aside(slot, p)) for name, p in told[:HELD])
    if len(told) > HELD:
        left = f"and {len(told) - HELD:,} more, in the JSON Lines of this record"
        body += f'<tr><td colspan="3" class="count">{left}</td></tr>'
    return (
        f'<section class="slot"><h4>{text(tidy(heading or asked))} <span class="tag {css}">{word}</span></h4>{picture}'
        '<table><colgroup><col class="value"><col><col class="n"></colgroup>'
        '<thead class="vh"><tr><th scope="col">Position</th><th scope="col">Words and holders</th>'
        '<th scope="col">Witnesses</th></tr></thead>'
        f'<tbody data-cap="{MOST - 2}">{body}</tbody></table>{_relations(slot, joins)}</section>'
    )


def _holder(index: Index, position: Position) -> str:
    """The witnesses of a position, in the little room of a picture."""
    first = position.claims[0]
    name, *others = position.witnesses or index.chain(first.document, first.holders)[-1:]
    return f"{tidy(name)[:40]}{f' and {len(others)} more' if others else ''}"


def _position(index: Index, position: Position, name: str, most: int, beside: bool) -> str:
    families = {index.family.get(c.document, (c.document,)) for c in position.claims}
    texts = {c.document for c in position.claims}
    copied = len(texts) > len(families)
    origins = f",<br> in {plural(len(texts), 'account')}, {plural(len(families), 'text')}" if copied else ""
    head = text(name)
    if bounds := read_as(position):
        head += f"<small>read as {bounds}</small>"
    if position.value.kind == "polarity":
        how = stance(("",), position.value.low or 0.0)
        said = text(name) if position.value.form else SAID.get(how, how)  # one of two outcomes: its name
        head = f'<span class="s-{how}"><span aria-hidden="true">{SIGNS[how]}</span> {said}</span>'
    if beside:
        head += f"<small>{ASIDE}</small>"
    sure = position.value.kind == "polarity"
    told = _told(index, position.claims)
    held = "".join(_held(index, groups, sure) for groups in told[:most])
    if len(told) > most:
        held += f'<li class="count">and {len(told) - most:,} more, in the JSON Lines of this record</li>'
    voices = f"<small>{several(position.witnesses, 3)}</small>" if len(position.witnesses) > 1 or len(texts) > 1 else ""
    return (
        f'<tr><th scope="row">{head}</th><td><ul class="held" data-cap="4">{held}</ul></td>'
        f'<td class="n">{plural(len(position.witnesses), "witness", "witnesses")}{origins}{voices}</td></tr>'
    )


def _grouped(index: Index, claims: tuple[Claim, ...]) -> list[list[Claim]]:
    """Claims of one family with the same speaker and the same words stand together: the first, then its copies. Whether
    things happened stands together by its sentence, which may tell two."""
    groups: dict[object, list[Claim]] = {}
    for c in claims:
        happened = c.value.kind == "polarity"
        said = index.documents[c.document].quote(index.sentence(c)) if happened else c.words
        family = index.family.get(c.document, (c.document,))
        key = family, index.chain(c.document, c.holders)[1:], letters(said)
        groups.setdefault(key, []).append(c)
    return list(groups.values())


def _told(index: Index, claims: tuple[Claim, ...]) -> list[list[list[Claim]]]:
    """The groups of claims, those of one sentence together: "both said that it sank" has two speakers."""
    sentences: dict[tuple[str, Span], list[list[Claim]]] = {}
    for group in _grouped(index, claims):
        sentences.setdefault((group[0].document, index.sentence(group[0])), []).append(group)
    return list(sentences.values())


def _held(index: Index, groups: list[list[Claim]], sure: bool) -> str:
    """One line of a position: a sentence, and each who says so in it; unless the value is how *sure* its holders are,
    it says of those who deny or doubt it that they do."""
    held, told = [c for group in groups for c in group], index.sentence(groups[0][0])
    document = held[0].document
    here = [c for c in held if c.document == document and told.covers(c.evidence)]
    copies = {c.document: c for c in held if c.document != document}.values()
    copied = also(index, [(c.document, c.evidence) for c in copies])
    found = [mark for c in here for mark in marks(index, c)]
    chains = {index.chain(document, g[0].holders): _chain(index, g[0], sure) for g in groups}
    inside = words(index, document, told, found) + "".join(chains.values())
    return f"<li>{link(index, document, held[0].evidence, inside)}{copied}</li>"


def _chain(index: Index, claim: Claim, sure: bool) -> str:
    how = stance(claim.holders, claim.factuality)
    doubt = f' <span class="s-{how}">{SAID.get(how, how)}</span>' if not sure and how in ("denies", "doubts") else ""
    own = ", in a headline" if headlines.over(index.documents[claim.document], claim.evidence) else ""
    return chain(index, claim.document, claim.holders, after=doubt, own=own or OWN)


def also(index: Index, copies: Sequence[tuple[str, Span]]) -> str:
    """The other accounts that hold the same words, each opened at its own."""
    links = [link(index, document, span, isolated(index.outlets[document]), "also") for document, span in copies[:12]]
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


def _relations(slot: Slot, joins: Joins | None) -> str:
    """How the positions stand to each other, and whether two that differ are surely of one event."""
    items = list(dict.fromkeys(filter(None, (_outcomes if slot.name == "happened" else _values)(slot, joins))))
    if len(items) > HELD:
        more = f'<li class="count">and {len(items) - HELD:,} more, in the JSON Lines of this record</li>'
        items = [*items[:HELD], more]
    return f'<ul class="relations" data-cap="4">{"".join(items)}</ul>' if items else ""


def _values(slot: Slot, joins: Joins | None) -> Iterator[str]:
    names = labels(slot.positions)
    for s in gathered(slot, lambda r: _unsure(slot, r, joins)):
        told = list(dict.fromkeys(names[n] for n in s.others))
        more = f" and {len(told) - OTHERS:,} more" if len(told) > OTHERS else ""
        others = ", ".join(f"<b>{text(name)}</b>" for name in told[:OTHERS]) + more
        reason = f' <span class="why">{text(tidy(s.because))}</span>' if s.because else ""
        yield f"<li><b>{text(names[s.one])}</b> {VERBS[s.agreement]} {others}{reason}{_less(s.note)}</li>"


def _outcomes(slot: Slot, joins: Joins | None) -> Iterator[str]:
    """Why some say that it happened and others that it did not; who may differ, where nobody surely does."""
    hard = any(r.agreement in HARD for r in slot.relations)
    for r in sorted(slot.relations, key=lambda r: (r.agreement not in HARD, r.left, r.right)):
        sides = (several(slot.positions[n].witnesses, 3) for n in (r.left, r.right))
        told = "" if r.agreement in HARD else f"<b>{' and '.join(sides)}</b> may differ: "
        if r.because and r.agreement in (HARD if hard else (Agreement.ARGUABLE,)):
            yield f"<li>{told}{text(tidy(r.because))}{_less(_unsure(slot, r, joins))}</li>"


def _less(sure: str) -> str:
    return f' <span class="why">{sure} one event</span>' if sure else ""


def _unsure(slot: Slot, relation: Relation, joins: Joins | None) -> str:
    """How surely two positions that differ are told of one event, "" where they surely are."""
    if joins is None or relation.agreement not in (*HARD, Agreement.ARGUABLE):
        return ""
    left, right = ({c.mention for c in slot.positions[n].claims} for n in (relation.left, relation.right))
    level = joins.between(left, right)
    return "" if level == next(iter(Joins.LEVELS)) else level


def foot(index: Index, event: Event, disputed: Sequence[Slot]) -> str:
    """Who is silent, the positions that are not shown above with their words, and why these mentions are one event."""
    parts = []
    for s in disputed:
        if quiet := _silent(index, event, s):
            parts.append(f"<p><b>Silent</b> on {text(index.asked(s).lower())}: {quiet}</p>")
    if quiet := several([index.outlets[i] for i in index.silent(event)]):
        parts.append(f"<p><b>Silent</b> on all of it: {quiet}</p>")
    if unheard := several([index.outlets[i] for i in index.unheard(event)]):
        parts.append(f"<p><b>{UNHEARD}</b>: {unheard}</p>")
    rest = [s for s in slots(event) if s not in disputed and sum(len(p.claims) for p in s.positions) > 1]
    if rest:
        tables = "".join(slot_table(index, s, most=FEW) for s in rest)
        parts.append(f"<details><summary>Every position and its words</summary>{tables}</details>")
    return f'<footer class="foot">{"".join(parts)}{why(index, event)}</footer>'


def _silent(index: Index, event: Event, slot: Slot) -> str:
    mute = set(index.silent(event, slot)) - set(index.silent(event))
    return several([index.outlets[d.id] for d in index.record.documents if d.id in mute])
