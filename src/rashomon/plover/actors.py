"""The country and sectors of an actor, from the words that name it and, for a name, from what the account calls it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from rashomon.common_nouns import singular
from rashomon.plover.ontology import Party
from rashomon.plover.table import OFFICES, Table, default
from rashomon.types import Document, Name, Reference, Span

T = TypeVar("T")
WORDS = 5  # of the longest name of the table
CAPITALS = 3  # letters of a name in capitals that may be an abbreviation
BESIDE = 60  # code points before a name in which its office may stand
_WORD = re.compile(r"(?:[A-Z]\.){2,}|\w[\w’'-]*(?<![’'])")
_POSSESSIVE = re.compile(r"[’']s?$")
_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
# A phrase's own words end here: "police in Kabul" are police, "critics of the government" are critics.
_TAIL = re.compile(r"\b(?:of|in|from|at|on|for|with|who|which|that|by|against|near|to|over|led)\b|[,:;(]")
_FORMER = re.compile(r"\b(?:former|ex|ousted|deposed|exiled|late)\b", re.IGNORECASE)
# "The head of the police", "a group of rebels": what follows says what they are.
POSTS = frozenset(
    "chairman chairwoman chair chief director head member spokesman spokeswoman spokesperson "
    "bunch couple dozen group handful hundred number pair score team thousand".split()
)
SUFFERERS = frozenset("victim hostage captive survivor prisoner critic opponent".split())  # of whom they are named for
TITLES = frozenset("mr mr. mrs mrs. ms ms. dr dr. sir former ex".split())


def party(phrase: str, table: Table | None = None, day: str = "") -> Party:
    """What the words of a phrase say of who it is, on a day (ISO 8601, "" for one unknown).

    >>> party("Iranian Foreign Minister Javad Zarif"), party("the Kremlin").sectors, party("Tehran")
    (Party(country='IRN', sectors=('GOV',)), ('GOV',), Party(country='IRN', sectors=('GOV',)))
    """
    table = table or default()
    alone = _alone(phrase)
    for form in (alone, _POSSESSIVE.sub("", phrase.strip())):
        if form in table.names:
            return table.holder(form, day)
    if alone in table.bare:
        return Party(table.bare[alone], ("GOV",))
    head, mark, rest = _parted(phrase, table)
    last = singular(next((w[0].lower() for w in reversed(list(_WORD.finditer(head)))), ""))
    country, sectors = _of_head(head, last, table, day)
    if not country and mark not in ("to", "against"):  # "his envoy to Chile" is not Chile's
        inside = _name(rest, table)
        whose = table.holder(inside.name, day) if inside else Party()
        country = _country(rest, table) or whose.country
        sectors = sectors or whose.sectors  # "the wrath of the Taliban"
    if not sectors and last in POSTS and mark == "of":
        sectors = party(rest[len(mark) :].strip(), table, day).sectors
    return Party(country, _ranked(head, sectors))


def _parted(phrase: str, table: Table) -> tuple[str, str, str]:
    """The words that say who it is, the word or mark that ends them, and what stands from there on."""
    whole = next((run for _, run in _runs(phrase) if " of " in run and run in table.countries), "")
    tail = _TAIL.search(phrase, max(1, phrase.find(whole) + len(whole)))  # "the Republic of Korea" is one name
    head = phrase[: tail.start()] if tail else phrase
    if head.strip().lower() in ("", "the", "a", "some"):
        head = phrase
    return head, tail[0] if tail else "", phrase[len(head) :]


def _of_head(head: str, last: str, table: Table, day: str) -> tuple[str, tuple[str, ...]]:
    """Country and sectors by the words of a head, *last* its noun, and by who bears a name in it."""
    named = _name(head, table)
    sectors = tuple(dict.fromkeys(_sectors(head, table, named.places if named else ())))
    country = _country(head, table)
    if named is None:
        return country, sectors
    who = table.holder(named.name, day)
    if who.sectors == ("JRN",) and (set(sectors) - {"JRN"} or country):
        who = Party()  # a photograph's credit before a caption: "AP Prime Minister"
    if last in SUFFERERS:
        who = Party(who.country)  # "Boko Haram victims"
    if not (sectors and table.is_person(named.name)):
        sectors = tuple(dict.fromkeys((*who.sectors, *sectors)))
    return who.country or country, sectors


def _ranked(head: str, sectors: tuple[str, ...]) -> tuple[str, ...]:
    """The sectors of a head, the most telling first; who has an office no more is of the elite."""
    if _FORMER.search(head) and OFFICES & set(sectors):
        sectors = ("ELI", *(s for s in sectors if s not in OFFICES))
    if "GOV" in sectors and len(sectors) > 1 and set(sectors) & {"MIL", "LEG", "JUD", "COP", "SPY", "OPP"}:
        return tuple(sorted(sectors, key=lambda s: s == "GOV"))  # "army spokesman": the army
    return sectors


def is_actor(phrase: str, table: Table | None = None) -> bool:
    """True for words whose last are a kind of actor: "minister", "the main opposition groups"."""
    table = table or default()
    words = [m[0].lower() for m in _WORD.finditer(phrase)]
    ends = (words[-size:] for size in range(1, min(WORDS, len(words)) + 1))
    return any(" ".join((*end[:-1], singular(end[-1]))) in table.sectors for end in ends)


def is_country(phrase: str, table: Table | None = None) -> bool:
    """True for what stands for a government when alone: a country, or its capital."""
    table = table or default()
    alone = _alone(phrase)
    return alone in table.bare or any(s.party.country and not s.party.sectors for s in table.names.get(alone, ()))


def _alone(phrase: str) -> str:
    return _ARTICLE.sub("", _POSSESSIVE.sub("", phrase.strip())).replace("’", "'")


def _runs(phrase: str) -> Iterator[tuple[int, str]]:
    """Runs of words, longest first, then by place, without a possessive ending: (place of the first word, words)."""
    words = [m[0].replace("’", "'") for m in _WORD.finditer(phrase)]
    for size in range(min(WORDS, len(words)), 0, -1):
        for i in range(len(words) - size + 1):
            yield i, _POSSESSIVE.sub("", " ".join(words[i : i + size]))


@dataclass(frozen=True, slots=True)
class _Found:
    name: str
    places: range


def _name(phrase: str, table: Table) -> _Found | None:
    """The longest name of the table in a phrase. A surname alone is not the one known after another's first name."""
    words = [_POSSESSIVE.sub("", m[0]) for m in _WORD.finditer(phrase)]
    for i, written in _runs(phrase):
        shouted = " " in written and any(len(word) > CAPITALS and word.isupper() for word in written.split())
        run = written.title() if shouted and written not in table.names else written  # "VLADIMIR Putin"
        if run not in table.names:
            continue
        before = words[i - 1] if i else ""
        known = not before[:1].isupper() or before.lower() in TITLES or before in table.countries
        if " " in run or not table.is_person(run) or known or singular(before.lower()) in table.sectors:
            return _Found(run, range(i, i + run.count(" ") + 1))
    return None


def _country(phrase: str, table: Table) -> str:
    """The code of the first country or people named, a longer name before a shorter one at its place."""
    found = [(i, -len(p), table.countries[p]) for i, p in _runs(phrase) if p in table.countries]
    capitals = [(i, -len(p), table.bare[p]) for i, p in _runs(phrase) if p in table.bare]
    return min(found or capitals, default=(0, 0, ""))[2]


def _sectors(phrase: str, table: Table, named: Iterable[int]) -> Iterator[str]:
    """Sectors of the phrase's words, from its end: the head says most. A word inside a longer term counts once, one
    inside a name of the table not at all."""
    taken = set(named)
    hits = []
    for i, words in _runs(phrase):
        places = set(range(i, i + words.count(" ") + 1))
        if " " in words and words in table.countries:
            taken |= places
        first, _, last = words.lower().rpartition(" ")
        for form in (words.lower(), f"{first} {singular(last)}".strip()):
            if form in table.sectors and not places & taken:
                taken |= places
                hits.append((-i, table.sectors[form]))
                break
    yield from (sector for _, sector in sorted(hits))


class Cast:
    """Who is who in one account: what it calls each name, looked up once."""

    def __init__(self, document: Document, table: Table | None = None) -> None:
        self._document = document
        self._table = table or default()
        date = document.date
        self._day = date.interval.low.date().isoformat() if date and date.interval and date.interval.low else ""
        self._names: dict[str, list[Name]] = {}
        self._known: dict[str, Party] = {}
        for name in document.layer(Name) if Name in document.layers else ():
            self._names.setdefault(name.entity, []).append(name)

    def party(self, phrase: Span, name: str | None) -> Party:
        """Who takes part: by the words of the phrase; where they are silent and it has a name, by the name, by the
        words of title before any mention of it, and by the titles that the account gives it. Where no country is
        known, by whoever else the phrase names: "Abe's government", "his ministers"."""
        quoted = self._document.quote(phrase)
        alone = _alone(quoted)
        part = name is not None and " " in name and alone in name.split()  # "Obama" may be Michelle Obama
        words = Party() if part else party(quoted, self._table, self._day)
        if name is not None and not (words.country and words.sectors) and (part or alone not in self._table.names):
            known = self.of(name)
            words = Party(words.country or known.country, words.sectors or known.sectors)
        if words.sectors and not words.country:
            inside = (self.of(entity).country for entity in self._inside(phrase, name))
            words = Party(next((c for c in inside if c), ""), words.sectors)
        return words

    def of(self, name: str) -> Party:
        """Who a name of the account is."""
        if name not in self._known:
            self._known[name] = Party()  # while it is looked up
            self._known[name] = self._named(name)
        return self._known[name]

    def _inside(self, phrase: Span, but: str | None) -> Iterator[str]:
        """Those whom a phrase names or refers to besides the one it stands for."""
        held = self._document.layers
        found = [(n.span, n.entity) for n in (self._document.layer(Name).touching(phrase) if Name in held else [])]
        if Reference in held:
            found += [(r.span, r.entity) for r in self._document.layer(Reference).touching(phrase)]
        yield from (entity for span, entity in found if entity != but and span != phrase)

    def _named(self, name: str) -> Party:
        """By the table, else by what most mentions call it."""
        plain = party(name, self._table, self._day)
        if (plain.country and plain.sectors) or _alone(name) in self._table.names:
            return plain
        mentions = self._names.get(name, [])
        called = [
            *(_called(self._document, n, self._table) for n in mentions),
            *(t for n in mentions for t in n.titles),
        ]
        parties = [party(words, self._table, self._day) for words in called]
        return Party(
            plain.country or _commonest(p.country for p in parties if p.country) or "",
            plain.sectors or _commonest(p.sectors for p in parties if p.sectors) or (),
        )


def _commonest(items: Iterable[T]) -> T | None:
    """The commonest, the first of several; None of none."""
    return next((item for item, _ in Counter(items).most_common(1)), None)


def _called(document: Document, name: Name, table: Table) -> str:
    """The full name with the words that stand before a mention of it as its title: back to a stop, a line's end or a
    word that is no part of a title."""
    before = document.text[max(0, name.span.begin - BESIDE) : name.span.begin]
    before = before[before.rfind("\n") + 1 :]
    kept = len(before)
    for word in reversed(list(re.finditer(r"\S+", before))):
        bare = word[0].strip("’'“”\"")
        if word[0].endswith((",", ".", ";", ":", "?", "!", '"', "”")) and bare not in table.countries:
            break
        if bare in table.names and table.holder(bare, "").sectors == ("JRN",):
            break
        if not (bare[:1].isupper() or singular(bare.lower()) in table.sectors or bare.lower() in ("former", "deputy")):
            break
        kept = word.start()
    return before[kept:] + name.entity
