"""Names, and which of them are one person, body or place inside the account.

A short form stands for the nearest longer form that it is part of ("Putin", "Mr Putin" for "Vladimir Putin"; "the
Guards" is a description, not a name), but not for a relative: "Lindt's son Jan Lindt" is another Lindt. Titles beside
a name are kept, so that "the Supreme Leader" can be resolved.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from rashomon import gazetteer
from rashomon.aliases import JUNIOR
from rashomon.countries import countries
from rashomon.grammar import forms, gender, name_words, people, phrases
from rashomon.grammar.abbreviations import introduced
from rashomon.grammar.name_kinds import settled
from rashomon.name_forms import LONG, but_one, identity
from rashomon.types import SITE, Block, Document, Name, Span

if TYPE_CHECKING:
    from rashomon.language import Reading
    from rashomon.tokens import Token

KINDS = {"PER": "person", "ORG": "organisation", "LOC": "place", "MISC": "other"}
UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))  # marks of hyphenation and of no width
POSSESSIVE = re.compile(r"(?:['’‘]s|['’])$")  # of "Oro‘s" too, whose mark an editor turned round
LONGEST_TITLE = 6  # words
RARE = 2  # times that the tags may take a surname for a body or place where they never take it for a person's
HYPHENS = frozenset("-‐‑–")  # a given name goes on after one ("Jae-in"), but "Oro-led" does not; both halves are short
HYPHENED = re.compile(r"-(?!(?:led|era|run|like|held|born|aged|free|only|style|type|based)\b)[a-z]{2,6}\b(?!-)")
PARTY = re.compile(r"[DRI]-[A-Z][A-Za-z.]+$")  # "R-Ky." after a senator's name
_Found = tuple[str, str, Span, tuple[str, ...]]  # kind, form, span, titles beside it
_Short = tuple[int, int, int, str]  # as `abbreviations.introduced` has it


def run(document: Document, reading: Reading) -> Iterable[Name]:
    """Every name of the model's spans: kind, fullest form, and the titles found beside any of its mentions."""
    shorts = list(introduced(document.text))
    found = _surnames(reading, _agreed(list(_shortened(_whole_towns(document.text, _found(document, reading))))))
    found = _everywhere(document, reading, found, dict(_full(found, shorts)))
    known = forms.Known(_relatives(reading, found))
    owner: list[forms.Entity] = []
    # Full forms first: an account may lead with the surname and give the full name below.
    order = sorted(range(len(found)), key=lambda i: (-len(forms.words(found[i][1])), i))
    for i in order:
        kind, form, _, _ = found[i]
        if len(forms.words(form)) > 1 and not known.match(kind, form):
            known.add(kind, form)
    for short, (kind, full) in _full(found, shorts):
        known.call(known.match(kind, full) or known.add(kind, full), short)
    for form, near in _misspelt(found):
        if len(bearers := {known.match("person", full) for full in near}) == 1 and (bearer := bearers.pop()):
            known.call(bearer, form)
    for kind, form, _, titles in found:
        entity = known.match(kind, form) or known.add(kind, form)
        known.see(entity, form)
        if entity.full.isupper() and not form.isupper() and forms.words(form) == entity.words:
            entity.full = form  # "KARSA" is how a dateline writes it
        entity.titles |= dict.fromkeys(titles)
        owner.append(entity)
    for (_, _, span, _), entity in zip(found, owner, strict=True):
        yield Name(span, entity.kind, entity.full, tuple(entity.titles))


def _whole_towns(text: str, found: Iterable[_Found]) -> list[_Found]:
    """What was found, a place with the words before it that make it the name of a town: "Salaam" of "Dar es Salaam"."""
    out: list[_Found] = []
    for kind, form, span, titles in found:
        if kind == "place" and (begin := name_words.town(text, span)) < span.begin:
            span = Span(begin, span.end)
            form, out = " ".join(text[begin : span.end].split()), [name for name in out if name[2].end <= begin]
        out.append((kind, form, span, titles))
    return out


def _agreed(found: list[_Found]) -> list[_Found]:
    """What was found, each form with the kind that it has most often: the model may take one "Kim" for a place."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for kind, form, _, _ in found:
        seen[form][kind] += 1
    best = {form: max(kinds, key=lambda k: (kinds[k], -list(kinds).index(k))) for form, kinds in seen.items()}
    return [(best[form], form, span, titles) for _, form, span, titles in found]


def _shortened(found: list[_Found]) -> Iterator[_Found]:
    """What was found, without what a title in capitals adds to a name: "Ana Oro Wins" where "Ana Oro" stands elsewhere
    and is called "Oro", but nobody "Wins"."""
    persons = {form for kind, form, _, _ in found if kind == "person"}
    for kind, form, span, titles in found:
        name, _, last = form.rpartition(" ")
        alone = {name, name.rpartition(" ")[2]} <= persons and last not in persons and " " in name
        if kind == "person" and alone and not JUNIOR.issuperset(forms.words(last)):
            form, span = name, Span(span.begin, span.end - len(last) - 1)
        yield kind, form, span, titles


def _surnames(reading: Reading, found: list[_Found]) -> list[_Found]:
    """What was found, and a name that the account uses alone for a person is that person wherever it stands."""
    full = {form.split()[end] for kind, form, _, _ in found if kind == "person" and " " in form for end in (0, -1)}
    alone = Counter(form for kind, form, _, _ in found if kind == "person" and form in full)
    other = Counter(form for kind, form, _, _ in found if kind != "person" and form in full)
    known = {f for f in full if alone[f] > other[f] or (alone[f] == 0 < other[f] <= RARE and not gazetteer.places(f))}
    out = [("person" if form in known else kind, form, span, titles) for kind, form, span, titles in found]
    taken = {span.begin for _, _, span, _ in out}
    inside = {i for _, _, span, _ in out for i in range(span.begin, span.end)}
    for t in reading.doc:
        if t.text in known and t.idx not in taken and t.idx not in inside:
            out.append(("person", t.text, phrases.token_span(t), ()))
    return sorted(out, key=lambda f: f[2])


def _full(found: Iterable[_Found], shorts: Iterable[_Short]) -> Iterator[tuple[str, tuple[str, str]]]:
    """(short form, (kind, full form)) of the names that the account introduces a short form for."""
    every = list(found)
    for begin, end, _, short in shorts:
        # "An Oro-funded group (AOG)" is no Oro: the name is all that stands before.
        ending = ((kind, form) for kind, form, span, _ in every if span.end == end and span.touches(Span(begin, end)))
        full = next(ending, None)
        if full is not None and full[1] != short:
            yield short, full


def _misspelt(found: Iterable[_Found]) -> Iterator[tuple[str, list[str]]]:
    """(surname, full names) where the account gives nobody that surname, and theirs are a letter off."""
    persons = dict.fromkeys(form for kind, form, _, _ in found if kind == "person")
    full = [form for form in persons if " " in form]
    parts = {word.lower() for form in full for word in form.split()}
    like: dict[str, list[str]] = defaultdict(list)  # full names by what is left of a surname without a letter
    for form in full:
        for left in but_one(form.split()[-1]):
            like[left].append(form)
    for form in persons:
        if " " not in form and len(form) >= LONG and not {form.lower(), form.lower().removesuffix("s")} & parts:
            yield form, [name for left in sorted(but_one(form)) for name in like[left]]


def _everywhere(
    document: Document, reading: Reading, found: list[_Found], shorts: Mapping[str, tuple[str, str]]
) -> list[_Found]:
    """What was found, and what is a body's, place's or other thing's name once is so wherever the account writes it."""
    inside = {i for _, _, span, _ in found for i in range(span.begin, span.end)}
    for block in document.layer(Block):
        if block.kind in SITE:
            inside.update(range(block.span.begin, block.span.end))
    known = {tuple(form.split()): kind for kind, form, _, _ in reversed(found) if kind != "person"}
    known |= {(short,): kind for short, (kind, _) in shorts.items()}
    small = {t.text for t in reading.doc if t.text.islower()} | people.HONORIFICS
    longest = defaultdict(list)
    for words in sorted(known, key=lambda w: (-len(w), w)):
        if words[0].lower().strip(".") not in small and len(words[0]) > 1:
            longest[words[0]].append(words)
    more: list[_Found] = []
    for t in reading.doc:
        if t.text not in longest or t.idx in inside:
            continue
        for words in longest[t.text]:
            there = reading.doc[t.i : t.i + len(words)]
            if [w.text for w in there] == [*words] and inside.isdisjoint(w.idx for w in there) and _whole(there):
                more.append((known[words], " ".join(words), phrases.span(reading.doc, t.i, t.i + len(words)), ()))
                inside.update(w.idx for w in there)
                break
    return sorted([*found, *more], key=lambda f: f[2])


def _whole(words: Sequence[Token]) -> bool:
    """True if the words are tagged as a name, or look like initials, and are no part of a longer one."""
    doc = words[0].doc
    beside = [doc[i] for i in (words[0].i - 1, words[-1].i + 1) if 0 <= i < len(doc)]
    if any(t.text in HYPHENS for t in beside):
        return False
    initials = len(words) == 1 and any(map(str.isupper, words[0].text[1:]))
    return initials or (words[0].pos_ == "PROPN" and all(t.pos_ != "PROPN" for t in beside))


def _relatives(reading: Reading, found: Iterable[_Found]) -> frozenset[forms.Apart]:
    """(surname, full name) that are two people: "Lindt's only son, Jan Lindt"."""
    full = {forms.words(form) for kind, form, _, _ in found if kind == "person" and " " in form}
    addressed = [(forms.words(form), gender.gender("", titles)) for kind, form, _, titles in found if kind == "person"]
    apart = set(gender.apart(addressed, full))
    shared = Counter(end for words in full for end in {words[:1], words[-1:]})
    alone = {form.lower(): span.begin for _, form, span, _ in reversed(list(found)) if " " not in form}
    for kind, form, span, _ in found:
        words = phrases.inside(reading.doc, span)
        if kind != "person" or " " not in form or not words:
            continue
        name = forms.words(form)
        before = reading.doc[max(0, words[0].i - LONGEST_TITLE) : words[0].i]
        kin = [t.i for t in before if t.lemma_.lower() in people.KIN]
        owner = [t.i for t in before if t.lower_ in ("'s", "’s", "'", "’") and kin and t.i < kin[-1]]
        if owner and owner[-1] > 0 and reading.doc[owner[-1] - 1].lower_ == name[-1]:
            apart.add((name[-1:], name))
        if kin and kin[-1] == words[0].i - 1:  # "his father Oro Jan" beside "Oro Ana": "Oro" is the other
            apart |= {(end, name) for end in (name[:1], name[-1:]) if shared[end] > 1}
        beside = [t.lower_ for t in before][-2:]
        spouse = beside == ["first", "lady"] or (kin and kin[-1] == words[0].i - 1) or beside == [name[-1], "and"]
        if spouse and alone.get(name[-1], span.begin) < span.begin:  # "Oro and first lady Ana Oro"
            apart.add((name[-1:], name))
    return frozenset(apart)


def _found(document: Document, reading: Reading) -> Iterator[_Found]:
    """(kind, form, span, titles beside it) of each name, titles and possessive cut off the form."""
    named = [*settled(name_words.named(reading.doc))]
    owners = {t.lower_: "PER" for words, kind in named if kind == "PER" for t in (words[0], words[-1])}
    owners |= {form.casefold(): "LOC" for c in countries() for form in (c.name, *c.others)}
    alone = {" ".join(t.lower_ for t in ent): ent.label_ for ent in reversed(reading.doc.ents)}
    for ent, kind in named:
        whole = list(takewhile(lambda t: "\n" not in t.text, (t for t in ent if not t.is_space or "\n" in t.text)))
        if kind == "MISC" and len(whole) > 1 and owners.get(whole[-1].lower_) == "PER":
            kind = "PER"  # whoever the account calls by this surname: of "Race Against Oro" Oro
            whole = whole[max((i + 1 for i, t in enumerate(whole) if t.tag_ == "IN"), default=0) :]
        if len(whole) > 1 and whole[0].lower_.strip(".") in people.ADDRESS:
            kind = "PER"  # "Kestrel's Mr. Lindt"
        if kind == "ORG" and [owners.get(t.lower_) for t in whole[1:]] == ["PER"] and whole[0].lower_ in gender.GIVEN:
            kind = "PER"  # of "Ana Oro supporters" Ana Oro
        words = [t.lower_ if t.is_sent_start and t.lower_ in name_words.COUNTS else t.text for t in whole]
        for begin, end, label in name_words.parts(words, kind, owners, alone):
            yield from _name(document, reading, label, whole[begin:end], [t.text for t in whole[:begin]])


def _name(document: Document, reading: Reading, label: str, words: list[Token], before: list[str]) -> Iterator[_Found]:
    """The name in a stretch of words, if it is one; *before* are titles right before it."""
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
    form = POSSESSIVE.sub("", " ".join(document.quote(span).translate(UNSEEN).split()))
    span = Span(span.begin, span.begin + len(POSSESSIVE.sub("", document.quote(span)).rstrip("'’")))
    if not any(c.isupper() for c in form) or _describes(form) or PARTY.match(form):
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
        if t.lower_ == "of" and begin > 1 and _has_field(doc[begin - 2], doc.text[t.idx + 2 : doc[first].idx].strip()):
            begin -= 2  # "Secretary of State Ana Oro"
            continue
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


def _describes(form: str) -> bool:
    """True for an office alone, of whatever state: "the Supreme Leader", "US Secretary"."""
    state, _, office = form.rpartition(" ")
    return people.is_office(form) or (identity(state).startswith("=") and people.is_office(office))


def _no_name(token: Token, label: str) -> bool:
    """True for a pronoun, and for a form of address that stands alone: "He", "Sheikh". "US" is neither."""
    word = token.lower_.strip(".")
    if word in people.PRONOUNS and not (len(word) > 1 and token.text.isupper()):
        return True
    return label == "PER" and word in people.HONORIFICS


def _has_field(office: Token, field: str) -> bool:
    """True for an office "of" what is no office itself: whoever is told of beside "the brother of President Oro" is
    not the brother."""
    return _is_office(office.text) and office.lower_ not in people.KIN and bool(field) and not _is_office(field)


def _is_office(title: str) -> bool:
    last = next(reversed(title.lower().partition(" of ")[0].split()), "").strip(".")
    return last in people.OFFICES or last in people.HONORIFICS
