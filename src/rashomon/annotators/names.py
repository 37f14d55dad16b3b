"""Names, and which of them are one person, body or place inside the account.

A short form stands for the nearest longer form that it is part of ("Putin", "Mr Putin" for "Vladimir Putin"; "the
Guards" is a description, not a name), but not for a relative: "Lindt's son Jan Lindt" is another Lindt. Titles beside
a name are kept, so that "the Supreme Leader" can be resolved.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import chain, islice, takewhile
from typing import TYPE_CHECKING

from rashomon.countries import countries
from rashomon.grammar import gender, name_words, people, phrases
from rashomon.types import SITE, Block, Document, Name, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from rashomon.language import Reading

KINDS = {"PER": "person", "ORG": "organisation", "LOC": "place", "MISC": "other"}
POSSESSIVE = re.compile(r"(?:['’]s|['’])$")
LOWER_PARTICLES = frozenset("al el bin ibn abu von van de der den di da la le du dos".split())
LONGEST_TITLE = 6  # words
JUNIOR = frozenset({"jr", "sr"})
ACRONYM = re.compile(r"(?:[A-Z]\.?){2,6}|[A-Z][a-z]+[A-Z][a-z]+")  # "DRU", "D.R.U.", "DeltaRow"
# A given name goes on after a hyphen ("Jae-in"), but "Oro-led" does not; both halves of one are short.
HYPHENED = re.compile(r"-(?!(?:led|era|run|like|held|born|aged|free|only|style|type|based)\b)[a-z]{2,6}\b(?!-)")
_Found = tuple[str, str, Span, tuple[str, ...]]  # kind, form, span, titles beside it
_Apart = tuple[tuple[str, ...], tuple[str, ...]]  # words of a short form and of a full one that it is not short for
_Key = tuple[str, str, str]  # kind, "first" or "last" or "initials", and the word


class _Entity:
    """Forms of one thing while the account is read. `seen` counts up: the thing named last has the highest."""

    __slots__ = ("full", "kind", "order", "seen", "titles", "words")

    def __init__(self, kind: str, full: str, order: int):
        self.kind, self.full, self.words, self.order, self.seen = kind, full, _words(full), order, 0
        self.titles: dict[str, None] = {}


class _Known:
    """The entities of an account, found by their words in time that does not grow with the account."""

    def __init__(self, apart: Collection[_Apart]):
        self._apart, self._clock = apart, 0
        self._exact: dict[tuple[str, ...], _Entity] = {}
        self._unseen: dict[_Key, dict[_Entity, None]] = defaultdict(dict)  # oldest first
        self._seen: dict[_Key, dict[_Entity, None]] = defaultdict(dict)  # last seen last

    def add(self, kind: str, form: str) -> _Entity:
        """A new entity."""
        entity = _Entity(kind, form, len(self._exact))
        self._exact[entity.words] = entity
        for key in _keys(kind, entity.words):
            self._unseen[key][entity] = None
        return entity

    def see(self, entity: _Entity) -> None:
        """Make it the one that was named last."""
        self._clock += 1
        entity.seen = self._clock
        for key in _keys(entity.kind, entity.words):
            self._unseen[key].pop(entity, None)
            self._seen[key].pop(entity, None)
            self._seen[key][entity] = None

    def match(self, kind: str, form: str) -> _Entity | None:
        """What a form stands for: the entity of equal words, else one of its kind that contains them, those named last
        first, then in the order of arrival."""
        words = _words(form)
        if words in self._exact:
            return self._exact[words]
        fits: list[_Entity] = []
        for key in _short_keys(kind, words):
            ahead = (e for e in self._unseen.get(key, ()) if key[:2] != ("person", "first") or len(e.words) > 2)
            found = chain(
                reversed(self._seen.get(key, {})), ahead
            )  # "Kim" may stand before "Kim Jong Un", not "Kim Oro"
            fits += islice((e for e in found if self._part(words, e)), 1)
        return max(fits, key=lambda e: (e.seen, -e.order), default=None)

    def _part(self, words: tuple[str, ...], entity: _Entity) -> bool:
        longer = len(words) < len(entity.words) and not (entity.words[-1] in JUNIOR and entity.words[:-1] == words)
        return longer and _part(words, entity.words, entity.kind) and (words, entity.words) not in self._apart


def run(document: Document, reading: Reading) -> Iterable[Name]:
    """Every name of the model's spans: kind, fullest form, and the titles found beside any of its mentions."""
    found = _everywhere(document, reading, _surnames(reading, _agreed(list(_found(document, reading)))))
    apart = _relatives(reading, found)
    known = _Known(apart)
    owner: list[_Entity] = []
    # Full forms first: an account may lead with the surname and give the full name below.
    order = sorted(range(len(found)), key=lambda i: (-len(_words(found[i][1])), i))
    for i in order:
        kind, form, _, _ = found[i]
        if len(_words(form)) > 1 and not known.match(kind, form):
            known.add(kind, form)
    for kind, form, _, titles in found:
        entity = known.match(kind, form) or known.add(kind, form)
        known.see(entity)
        if entity.full.isupper() and not form.isupper() and _words(form) == entity.words:
            entity.full = form  # "KARSA" is how a dateline writes it
        entity.titles |= dict.fromkeys(titles)
        owner.append(entity)
    for (_, _, span, _), entity in zip(found, owner, strict=True):
        yield Name(span, entity.kind, entity.full, tuple(entity.titles))


def _agreed(found: list[_Found]) -> list[_Found]:
    """What was found, each form with the kind that it has most often: the model may take one "Kim" for a place."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for kind, form, _, _ in found:
        seen[form][kind] += 1
    best = {form: max(kinds, key=lambda k: (kinds[k], -list(kinds).index(k))) for form, kinds in seen.items()}
    return [(best[form], form, span, titles) for _, form, span, titles in found]


def _surnames(reading: Reading, found: list[_Found]) -> list[_Found]:
    """What was found, and a name that the account uses alone for a person is that person wherever it stands."""
    full = {form.split()[end] for kind, form, _, _ in found if kind == "person" and " " in form for end in (0, -1)}
    alone = Counter(form for kind, form, _, _ in found if kind == "person" and form in full)
    other = Counter(form for kind, form, _, _ in found if kind != "person" and form in full)
    known = {form for form in full if alone[form] > other[form]}
    out = [("person" if form in known else kind, form, span, titles) for kind, form, span, titles in found]
    taken = {span.begin for _, _, span, _ in out}
    inside = {i for _, _, span, _ in out for i in range(span.begin, span.end)}
    for t in reading.doc:
        if t.text in known and t.idx not in taken and t.idx not in inside:
            out.append(("person", t.text, phrases.token_span(t), ()))
    return sorted(out, key=lambda f: f[2])


def _everywhere(document: Document, reading: Reading, found: list[_Found]) -> list[_Found]:
    """What was found, and an acronym that is a body's or place's once is so wherever the account writes it."""
    known = {form: kind for kind, form, _, _ in reversed(found) if kind != "person" and ACRONYM.fullmatch(form)}
    inside = {i for _, _, span, _ in found for i in range(span.begin, span.end)}
    for block in document.layer(Block):
        if block.kind in SITE:
            inside.update(range(block.span.begin, block.span.end))
    more = [t for t in reading.doc if t.text in known and t.idx not in inside]
    return sorted([*found, *((known[t.text], t.text, phrases.token_span(t), ()) for t in more)], key=lambda f: f[2])


def _relatives(reading: Reading, found: Iterable[_Found]) -> frozenset[_Apart]:
    """(surname, full name) that are two people: "Lindt's only son, Jan Lindt"."""
    full = {_words(form) for kind, form, _, _ in found if kind == "person" and " " in form}
    addressed = [(_words(form), gender.gender("", titles)) for kind, form, _, titles in found if kind == "person"]
    apart = set(gender.apart(addressed, full))
    shared = Counter(end for words in full for end in {words[:1], words[-1:]})
    alone = {form.lower(): span.begin for _, form, span, _ in reversed(list(found)) if " " not in form}
    for kind, form, span, _ in found:
        words = phrases.inside(reading.doc, span)
        if kind != "person" or " " not in form or not words:
            continue
        before = reading.doc[max(0, words[0].i - LONGEST_TITLE) : words[0].i]
        kin = [t.i for t in before if t.lemma_.lower() in people.KIN]
        owner = [t.i for t in before if t.lower_ in ("'s", "’s", "'", "’") and kin and t.i < kin[-1]]
        if owner and owner[-1] > 0 and reading.doc[owner[-1] - 1].lower_ == _words(form)[-1]:
            apart.add((_words(form)[-1:], _words(form)))
        if kin and kin[-1] == words[0].i - 1:  # "his father Oro Jan" beside "Oro Ana": "Oro" is the other
            apart |= {(end, _words(form)) for end in (_words(form)[:1], _words(form)[-1:]) if shared[end] > 1}
        last = _words(form)[-1]
        beside = [t.lower_ for t in before][-2:]
        spouse = beside == ["first", "lady"] or (kin and kin[-1] == words[0].i - 1) or beside == [last, "and"]
        if spouse and alone.get(last, span.begin) < span.begin:  # "Oro and first lady Ana Oro"
            apart.add(((last,), _words(form)))
    return frozenset(apart)


def _found(document: Document, reading: Reading) -> Iterator[_Found]:
    """(kind, form, span, titles beside it) of each name, titles and possessive cut off the form."""
    owners = {t.lower_: "PER" for ent in reading.doc.ents if ent.label_ == "PER" for t in (ent[0], ent[-1])}
    owners |= {form.casefold(): "LOC" for c in countries() for form in (c.name, *c.others)}
    for ent, kind in name_words.named(reading.doc):
        whole = list(takewhile(lambda t: "\n" not in t.text, (t for t in ent if not t.is_space or "\n" in t.text)))
        if kind == "MISC" and len(whole) > 1 and owners.get(whole[-1].lower_) == "PER":
            kind = "PER"  # whoever the account calls by this surname
        for begin, end, label in name_words.parts([t.text for t in whole], kind, owners):
            yield from _name(document, reading, label, whole[begin:end], [t.text for t in whole[:begin]])


def _name(document: Document, reading: Reading, label: str, words: list[Token], before: list[str]) -> Iterator[_Found]:
    """The name in a stretch of words, if it is one; *before* are titles right before it."""
    if label == "PER":
        while len(words) > 1 and words[0].lower_.strip(".") in people.HONORIFICS:
            before.append(words.pop(0).text)
    while words and (words[-1].lower_ in ("'s", "’s", "'", "’") or not any(c.isalnum() for c in words[-1].text)):
        words.pop()
    while label == "PER" and len(words) > 1 and words[-1].text.islower():  # "Lindt srved": no name ends so
        words.pop()
    while words and not any(c.isalnum() for c in words[0].text):
        words.pop(0)
    if not words or all(_no_name(t, label) for t in words):
        return
    span = phrases.span(reading.doc, words[0].i, words[-1].i + 1)
    hyphen = span.end - document.quote(span).endswith("-")
    if label == "PER" and len(words) > 1 and (more := HYPHENED.match(document.text, hyphen)):
        span = Span(span.begin, more.end())
    form = POSSESSIVE.sub("", " ".join(document.quote(span).split()))
    span = Span(span.begin, span.begin + len(document.quote(span).rstrip("'’")))
    if not any(c.isupper() for c in form) or people.is_office(form):  # "the rebels", "the Supreme Leader" describe
        return
    titles = tuple(_titles(document, words, before)) if label == "PER" else ()
    yield KINDS[label], form, span, titles


def _titles(document: Document, words: list[Token], inside: list[str]) -> Iterator[str]:
    """Offices beside a person's name: words before it ("judiciary spokesman"), and appositions either way."""
    doc = words[0].doc
    first = words[0].i - len(inside)
    begin = first
    while begin > 0 and begin > first - LONGEST_TITLE:
        t = doc[begin - 1]
        if t.pos_ not in ("NOUN", "PROPN", "ADJ") or t.is_space or t.sent != words[0].sent:
            break
        if t.ent_type_ == "PER" and t.lower_.strip(".") not in people.HONORIFICS:
            break
        begin -= 1
    before = " ".join(t.text for t in doc[begin:first])
    for title in (before, *inside):
        if title and _is_office(title):
            yield title
    head = phrases.head_of(words)
    if head is None:
        return
    beside = [c for c in head.children if c.dep_ == "appos"] + ([head.head] if head.dep_ == "appos" else [])
    for noun in beside:
        if noun.pos_ == "NOUN" and noun.lemma_.lower() in people.OFFICES:
            at = phrases.phrase(noun)
            if not at.touches(Span(words[0].idx, words[-1].idx + 1)):
                yield " ".join(document.quote(at).split())


def _no_name(token: Token, label: str) -> bool:
    """True for a pronoun, and for a form of address that stands alone: "He", "Sheikh". "US" is neither."""
    word = token.lower_.strip(".")
    if word in people.PRONOUNS and not (len(word) > 1 and token.text.isupper()):
        return True
    return label == "PER" and word in people.HONORIFICS


def _is_office(title: str) -> bool:
    last = title.lower().split()[-1].strip(".")
    return last in people.OFFICES or last in people.HONORIFICS


def _words(form: str) -> tuple[str, ...]:
    words = (w.strip(".,'’\"“”()").lower() for w in form.replace("-", " ").split())
    return tuple(w for w in words if w)


def _keys(kind: str, full: tuple[str, ...]) -> Iterator[_Key]:
    """Where a full form is looked for: by its ends, and an organisation by its initials."""
    if full and kind in ("person", "organisation"):
        yield kind, "first", full[0]
        yield kind, "last", full[-1]
        if kind == "organisation":
            yield kind, "initials", _initials(full)


def _short_keys(kind: str, short: tuple[str, ...]) -> Iterator[_Key]:
    """Where the full forms of a short one are found; see `_part`."""
    if kind == "organisation" and len(short) == 1:
        yield kind, "initials", short[0]
    elif short:
        yield kind, "first", short[0]
        yield kind, "last", short[-1]


def _part(short: tuple[str, ...], full: tuple[str, ...], kind: str) -> bool:
    """True if a form may be short for a full one of its kind.

    A person's short form must end or begin the full one, so that "Ali" is not every Ali in the middle of a name.
    """
    n = len(short)
    if kind == "person":
        plain = short[1:] if len(short) > 1 and short[0] in LOWER_PARTICLES else short
        ends = full[-n:] == short or full[-len(plain) :] == plain
        given_and_last = n > 1 and short[0] == full[0] and short[-1] == full[-1]
        return ends or full[:n] == short or given_and_last
    if kind == "organisation":
        acronym = n == 1 and len(short[0]) > 1 and short[0] == _initials(full)
        return acronym or (n > 1 and short in (full[-n:], full[:n]))
    return False


def _initials(full: tuple[str, ...]) -> str:
    return "".join(w[0] for w in full if w not in ("of", "the", "and", "for", "in"))
