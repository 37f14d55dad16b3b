"""The country and sectors of an actor, from the words that name it and, for a name, from what the account calls it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rashomon.countries import countries
from rashomon.lexicon import singular
from rashomon.plover.ontology import Party
from rashomon.types import Document, Name, Span

TABLE = Path(__file__).with_name("actors.txt")
WORDS = 5  # of the longest name of the table
BESIDE = 60  # code points before a name in which its office may stand
_WORD = re.compile(r"(?:[A-Z]\.){2,}|\w[\w’'-]*(?<![’'])")
_POSSESSIVE = re.compile(r"[’']s?$")
# A phrase's own words end here: "police in Kabul" are police, "critics of the government" are critics.
_TAIL = re.compile(r"\b(?:of|in|from|at|on|for|with|who|which|that|by|against|near|to|over|led)\b|[,:;(]")
_FORMER = re.compile(r"\b(?:former|ex|ousted|deposed|exiled|late)\b", re.IGNORECASE)
OFFICES = frozenset({"GOV", "LEG", "MIL", "JUD"})  # what a former holder no longer is


@dataclass(frozen=True, slots=True)
class _Tables:
    sectors: Mapping[str, str]  # by lemma, in lower case
    names: Mapping[str, Party]
    countries: Mapping[str, str]  # code by name and demonym, as written
    bare: Mapping[str, str]  # code by what stands for a government when alone: names and capitals


@cache
def _tables(path: Path = TABLE) -> _Tables:
    sectors: dict[str, str] = {}
    names: dict[str, Party] = {}
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        if " = " in line:
            written, _, codes = line.partition(" = ")
            country, *kinds = codes.split()
            party = Party("" if country == "-" else country, tuple(kinds))
            names.update((name.strip(), party) for name in written.split(";"))
        else:
            code, _, words = line.partition(":")
            sectors.update((word.strip(), code) for word in words.split(";"))
    known: dict[str, str] = {}
    bare: dict[str, str] = {}
    for c in countries():
        known.update((form, c.code) for form in (c.name, *c.others, *c.demonyms))
        known.update((form + "s", c.code) for form in c.demonyms if not form.endswith(("s", "sh", "ch", "se")))
        bare.update((form, c.code) for form in (c.name, *c.others, *c.capitals))
    return _Tables(sectors, names, known, bare)


def party(phrase: str) -> Party:
    """What the words of a phrase say of who it is.

    >>> party("Iranian Foreign Minister Javad Zarif"), party("the Kremlin").sectors, party("Tehran")
    (Party(country='IRN', sectors=('GOV',)), ('GOV',), Party(country='IRN', sectors=('GOV',)))
    """
    tables = _tables()
    alone = re.sub(r"^the\s+", "", _POSSESSIVE.sub("", phrase.strip()), flags=re.IGNORECASE)
    if alone in tables.names:
        return tables.names[alone]
    if alone in tables.bare:
        return Party(tables.bare[alone], ("GOV",))
    tail = _TAIL.search(phrase, 1)
    head = phrase[: tail.start()] if tail else phrase
    if head.strip().lower() in ("", "the", "a", "some"):
        head = phrase
    country = _country(head) or _country(phrase)
    sectors = dict.fromkeys(_sectors(head))
    found = next((tables.names[p] for _, p in _runs(head) if p in tables.names), None)
    if found:
        country = country if country and not found.country else found.country
        sectors = dict.fromkeys((*(sectors if sectors and not found.sectors else found.sectors), *sectors))
    if _FORMER.search(head) and OFFICES & set(sectors):
        sectors = dict.fromkeys(("ELI", *(s for s in sectors if s not in OFFICES)))
    if "GOV" in sectors and len(sectors) > 1 and set(sectors) & {"MIL", "LEG", "JUD", "COP", "SPY", "OPP"}:
        sectors = dict.fromkeys(sorted(sectors, key=lambda s: s == "GOV"))  # "army spokesman": the army
    return Party(country, tuple(sectors))


def is_actor(head: str) -> bool:
    """True for a noun that names a kind of actor: "minister", "Rebels"."""
    return singular(head.lower()) in _tables().sectors


def is_country(phrase: str) -> bool:
    """True for what stands for a government when alone: a country, or its capital."""
    return re.sub(r"^the\s+", "", phrase.strip(), flags=re.IGNORECASE) in _tables().bare


def _runs(phrase: str) -> Iterator[tuple[int, str]]:
    """Runs of words, longest first, then by place; possessives bare: (place of the first word, words)."""
    words = [_POSSESSIVE.sub("", m[0]) for m in _WORD.finditer(phrase)]
    for size in range(min(WORDS, len(words)), 0, -1):
        for i in range(len(words) - size + 1):
            yield i, " ".join(words[i : i + size])


def _country(phrase: str) -> str:
    """The code of the first country or people named, a longer name before a shorter one at its place."""
    tables = _tables()
    found = [(i, -len(p), tables.countries[p]) for i, p in _runs(phrase) if p in tables.countries]
    capitals = [(i, -len(p), tables.bare[p]) for i, p in _runs(phrase) if p in tables.bare]
    return min(found or capitals, default=(0, 0, ""))[2]


def _sectors(phrase: str) -> Iterator[str]:
    """Sectors of the phrase's words, from its end: the head says most. A word inside a longer term counts once."""
    tables, taken = _tables(), set[int]()
    hits = []
    for i, words in _runs(phrase):
        places = set(range(i, i + words.count(" ") + 1))
        first, _, last = words.lower().rpartition(" ")
        for form in (words.lower(), f"{first} {singular(last)}".strip()):
            if form in tables.sectors and not places & taken:
                taken |= places
                hits.append((-i, tables.sectors[form]))
                break
    yield from (sector for _, sector in sorted(hits))


class Cast:
    """Who is who in one account: what it calls each name, looked up once."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._names: dict[str, list[Name]] = {}
        self._known: dict[str, Party] = {}
        for name in document.layer(Name) if Name in document.layers else ():
            self._names.setdefault(name.entity, []).append(name)

    def party(self, phrase: Span, name: str | None) -> Party:
        """Who takes part: by the words of the phrase; where they are silent and it has a name, by the name, by the
        words of title before any mention of it, and by the titles that the account gives it."""
        words = party(self._document.quote(phrase))
        if name is None or (words.country and words.sectors):
            return words
        if name not in self._known:
            self._known[name] = self._named(name)
        known = self._known[name]
        return Party(words.country or known.country, words.sectors or known.sectors)

    def _named(self, name: str) -> Party:
        mentions = self._names.get(name, [])
        called = [name, *(_called(self._document, n) for n in mentions), *(t for n in mentions for t in n.titles)]
        parties = [party(words) for words in dict.fromkeys(called)]
        return Party(
            next((p.country for p in parties if p.country), ""), next((p.sectors for p in parties if p.sectors), ())
        )


def _called(document: Document, name: Name) -> str:
    """The name with the words before it that belong to it: back to a stop, or to a word that is no part of a title."""
    before = document.text[max(0, name.span.begin - BESIDE) : name.span.begin]
    kept = len(before)
    tables = _tables()
    for word in reversed(list(re.finditer(r"\S+", before))):
        bare = word[0].strip("’'“”\"")
        if word[0].endswith((",", ".", ";", ":", "?", "!")) and bare not in tables.countries:
            break
        if not (bare[:1].isupper() or singular(bare.lower()) in tables.sectors or bare.lower() in ("former", "deputy")):
            break
        kept = word.start()
    return before[kept:] + document.quote(name.span)
