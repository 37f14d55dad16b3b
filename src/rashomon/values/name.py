"""Names of people and organisations: when two forms name one, and when they cannot.

"Putin" is a shorter form of "Vladimir Putin"; "Tehran" and "Iranian" act for Iran; "Daesh" and "ISIL" are one group.
Spelling is folded by sound, because names from other scripts are spelt in many ways (Ayatullah, Ayatollah).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise

from rashomon.aliases import GROUPS, JUNIOR, TITLES, given_names
from rashomon.countries import countries
from rashomon.types import Agreement, Value

SOUNDS = (
    *(("kh", "k"), ("gh", "g"), ("dh", "d"), ("ph", "f"), ("q", "k"), ("ck", "k"), ("y", "i"), ("ou", "u")),
    *(("oo", "u"), ("ee", "i"), ("ei", "i"), ("ai", "i"), ("ce", "se"), ("o", "u"), ("e", "i")),
)
_DETERMINER = re.compile(
    r"^(?:(?:the|an?|no|any|some|all|every|each|both|this|that|these|those)(?:\s+(?!of\b|\d+$)|$))+", re.IGNORECASE
)
_ONES = (
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|"
    r"(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?"
)
# A number before a common noun: "at least nine people", "two Ruritanian soldiers", not "Three Rivers".
_NUMBER = re.compile(
    r"^(?i:(?:(?:at )?least|up to|more than|fewer than|less than|about|around|nearly|almost|over)\s+)*"
    rf"(?i:(?:\d[\d,.]*|{_ONES}|(?:dozens|hundreds|thousands|scores) of|dozen|hundred|thousand|several|many)\s+)+"
    r"(?=[a-z]|[A-Z][a-z]+\s+[a-z])(?!(?:of|and|to|or)\b)"
)
LONGEST_ACRONYM = 6  # letters
HELD = 1 << 16  # forms whose keys are held; those of a large case have no end
_DOTTED = re.compile(r"(?:[^\W\d_]\.){2,}[^\W\d_]?")
_NUMERALS = frozenset("ii iii iv".split())  # after a name
_PARTICLES = frozenset("al el bin ibn abu abd von van de da di del la le bint".split())
_SMALL = frozenset("of the and for in on at a an his her their its our".split())
# Heads of names of bodies, by which "Interior Ministry" and "Ministry of the Interior" are one.
BODIES = frozenset(
    "ministry department police court army navy council office agency authority commission bureau parliament senate "
    "assembly committee service hospital university bank union party guard command prosecutor embassy directorate "
    "fire brigade".split()
)
# A description in small letters before a name of two words or more: "the port's harbour master Ana Oro".
_DESCRIBED = re.compile(
    r"^(?:\S+\s+){0,6}?(?!(?:of|in|at|on|for|from|to|and|or|by|with|near|between|against|the|a|an)\s)[a-z][a-z-]+\s+"
    r"(?P<name>[A-Z][\w.'’-]*(?:\s+(?:al|el|bin|von|van|de|da|di|del|la|[A-Z][\w.'’-]*)){1,4})$"
)


def parse(phrase: str) -> Value | None:
    """The name in a phrase, without leading articles and numbers, a description before it and a closing possessive;
    None where nothing is left.

    >>> parse("the Delta Ministry’s").form, parse("At least nine people").form, parse("Three Rivers").form
    ('Delta Ministry', 'people', 'Three Rivers')
    >>> parse("the Ruritanian leader Orrin Vale").form
    'Orrin Vale'
    """
    form = re.sub(r"[’']s?$", "", " ".join(phrase.split()))
    form = _NUMBER.sub("", _DETERMINER.sub("", form))
    described = _DESCRIBED.match(form)
    form = described["name"] if described else form
    return Value("name", form=form) if form else None


def compare(a: Value, b: Value) -> Agreement:
    """AGREES for one entity, whatever the order of its words ("Ministry of Works", "Works Ministry"), number or office;
    MORE_PRECISE when *a* is the fuller form of a name, or a description with more said ("two young players", "two
    players"); CONFLICTS for two persons whose given or family names exclude each other, or two states; else COMPATIBLE
    (a description may be of anybody).

    >>> compare(Value("name", form="Vladimir Putin"), Value("name", form="Putin"))
    <Agreement.MORE_PRECISE: 'more precise'>
    """
    x, y = identity(a.form), identity(b.form)
    if x == y:
        return Agreement.AGREES
    if x.startswith("=") and y.startswith("="):
        return Agreement.CONFLICTS  # two states or groups of the tables
    p, q = words(a.form), words(b.form)
    if _bag(p) == _bag(q):
        return Agreement.AGREES
    if x.startswith("=") or y.startswith("="):
        return Agreement.COMPATIBLE
    if not (is_name(a.form) and is_name(b.form)):
        return _described(p, q)
    if _same_person(p, q) or same_body(a.form, b.form):
        if len(p) == len(q):
            return Agreement.AGREES
        return Agreement.MORE_PRECISE if len(p) > len(q) else Agreement.COMPATIBLE
    if (
        len(p) > 1
        and len(q) > 1
        and p[-1] == q[-1]
        and p[0][0] != q[0][0]
        and p[-1] not in _bodies()
        and not _one_given(p[0], q[0])
    ):
        return Agreement.CONFLICTS  # one family, two given names
    return Agreement.COMPATIBLE


def _one_given(a: str, b: str) -> bool:
    """True for two given names, by sound, of which one may be short for the other ("Bill", "William")."""
    return a == b or not given(a).isdisjoint(given(b))


def given(name: str) -> frozenset[str]:
    """The given names, by sound, that a name by sound may be short for."""
    return _given().get(name, frozenset())


@cache
def _given() -> dict[str, frozenset[str]]:
    return {sound(form): frozenset(map(sound, names)) for form, names in given_names().items()}


def _bag(folded: tuple[str, ...]) -> tuple[str, ...]:
    """The words in no order, in the singular, without small words and possessives."""
    bare = (re.sub(r"'?s$", "", w.lstrip("@")) if len(w) > 3 else w for w in folded if w not in _SMALL)
    return tuple(sorted(bare)) or folded


def _described(p: tuple[str, ...], q: tuple[str, ...]) -> Agreement:
    """Two descriptions of one head: the one with all words of the other and more is the more precise."""
    return Agreement.MORE_PRECISE if p[-1:] == q[-1:] and set(_bag(p)) > set(_bag(q)) else Agreement.COMPATIBLE


def same_body(a: str, b: str) -> bool:
    """True for two forms of one ministry, court or other body: all content words of the shorter, two at least, are in
    the longer, and what is more there says only of which state or town it is.

    >>> same_body("Interior Ministry", "Ministry of the Interior of Tessaria"), same_body("Ministry", "Works Ministry")
    (True, False)
    """
    short, full = sorted((content(a), content(b)), key=len)
    if len(short) < 2 or not short < full or _bodies().isdisjoint(short):
        return False
    return full - short <= _whose(a) | _whose(b)


def content(form: str) -> frozenset[str]:
    """The words of a form by sound, in the singular, without small words and possessives."""
    return frozenset(map(sound, _bag(tuple(re.findall(r"[\w.']+", fold(form)))))) - _SMALL


def _whose(form: str) -> frozenset[str]:
    """The words of a body's name that say of which state or town it is: before a possessive, after the last "of" or
    "in", and what the table of countries knows."""
    plain = fold(form)
    last = re.search(r"\b(?:of|in)\s+(?!.*\b(?:of|in)\s)(.+)$", plain)
    owner = re.match(r"(.+?)'s?\s", plain)
    known = [w for w in plain.split() if _tables().get(w, "").startswith("=")]
    return content(" ".join([*(m[1] for m in (last, owner) if m), *known]))


def fullest(forms: Sequence[str]) -> str:
    """The form to show for a group: no people's, of most words, not shouted, the commonest, the first by alphabet.

    >>> fullest(["DELTA PROVINCE", "Delta Province"]), fullest(["Iranian", "Iran"])
    ('Delta Province', 'Iran')
    """
    return min(forms, key=lambda f: (fold(f) in _demonyms(), -len(words(f)), _shouted(f), -forms.count(f), f))


@cache
def _demonyms() -> frozenset[str]:
    return frozenset(fold(d + plural) for c in countries() for d in c.demonyms for plural in ("", "s"))


def _shouted(form: str) -> bool:
    """True for a name in a dateline's capitals, not for an acronym."""
    return form.isupper() and (" " in form or len(form) > LONGEST_ACRONYM)


@lru_cache(HELD)
def identity(form: str) -> str:
    """A key that is equal for all forms the tables know to be one ("=iran"), else the folded words.

    >>> identity("Iranian") == identity("Tehran") == identity("Iran")
    True
    >>> identity("Ministry of Defence") == identity("Defense Ministry") != identity("Interior Ministry")
    True
    """
    plain = fold(form)
    known = _tables().get(plain) or _tables().get(plain.replace(".", ""))
    if not known and _DOTTED.fullmatch(plain):
        return sound(plain.replace(".", ""))  # "D.R.U." and "DRU"
    junior = ("jr",) if is_junior(form) else ()
    return known or " ".join(_bag(words(form)) if _is_body(plain.split()) else (*words(form), *junior))


@lru_cache(HELD)
def words(form: str) -> tuple[str, ...]:
    """The words of a name by sound, without titles and particles; all of them when nothing else is left, or when it
    names a body ("Interior Ministry")."""
    every = [w for word in fold(form).replace("-", " ").split() if (w := word.strip('.,()"“”‘'))]
    if _is_body(every):
        return tuple(map(sound, every))
    bare = [w for w in every if sound(w) not in _titles() and w not in _PARTICLES] or every
    while len(bare) > 2 and bare[-1] in _NUMERALS | JUNIOR:
        bare = bare[:-1]
    return tuple(map(sound, bare))


def _is_body(folded: Sequence[str]) -> bool:
    """True for "Interior Ministry" and "Ministry of the Interior", not for "Police Chief Ana Oro"."""
    of = any(a in BODIES and b == "of" for a, b in pairwise(folded))
    return of or (bool(folded) and folded[-1] in BODIES)


def is_body(form: str) -> bool:
    """True for what is named by its kind: "Interior Ministry", "Ministry of the Interior"."""
    return _is_body(fold(form).split())


def is_junior(form: str) -> bool:
    """True for a name with "Jr." or "Sr.": it may be another person than the one without."""
    return fold(form).replace(".", "").rpartition(" ")[2] in JUNIOR and " " in form


def is_office(form: str) -> bool:
    """True for what names a post and nobody in it: "Supreme Leader"."""
    return all(sound(w) in _titles() for w in fold(form).split())


@lru_cache(HELD)
def fold(text: str) -> str:
    """Lower case without accents, with straight apostrophes, no possessive, no article.

    >>> fold("the Élysée’s")
    'elysee'
    """
    flat = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    flat = re.sub(r"[’‘ʿʾ`]", "'", flat).casefold().strip()
    flat = re.sub(r"'s?$", "", flat)
    return " ".join(re.sub(r"^(?:the|an?)\s+", "", flat).split())


@lru_cache(HELD)
def sound(word: str) -> str:
    """A key that spellings of one name from another script share; short words are left as they are.

    >>> sound("ayatullah") == sound("ayatollah"), sound("rouhani") == sound("ruhani"), sound("iran") == sound("iraq")
    (True, True, False)
    """
    if 1 < len(word) < 5 or not word.isalpha():
        return word  # an initial is heard like the name it begins
    key = word
    for spelt, heard in SOUNDS:
        key = key.replace(spelt, heard)
    key = re.sub(r"(.)\1+", r"\1", key)
    return re.sub(r"(?<=..)h$", "", key)


def _same_person(p: tuple[str, ...], q: tuple[str, ...]) -> bool:
    """One is the other shortened: the same words in order, initials allowed ("v putin", "putin", "vladimir putin")."""
    short, full = sorted((p, q), key=len)
    if len(short) == 1:
        return short[0] in (full[-1], full[0]) and len(short[0]) > 2
    if short[-1] != full[-1]:
        return len(short) < len(full) and full[: len(short)] == short  # a first part, as in "Jamal Abdel (Nasser)"
    rest = iter(full[:-1])
    if min(len(short[0]), len(full[0])) > 1 and not any(_one_given(short[0], v) for v in full[:-1]):
        return False  # "Ana Oro" is not "Luz A. Oro"
    return all(any(_one_given(w, v) or (min(len(w), len(v)) == 1 and w[0] == v[0]) for v in rest) for w in short[:-1])


def is_name(form: str) -> bool:
    """True if every long word is capitalised: "Iranian commanders" is a description, "Basij Militia" a name."""
    words = re.findall(r"[^\W\d_]+", form)
    return bool(words) and all(w[0].isupper() for w in words if len(w) > 3)


@cache
def _bodies() -> frozenset[str]:
    return frozenset(map(sound, BODIES))


@cache
def _titles() -> frozenset[str]:
    return frozenset(map(sound, TITLES))


@cache
def _tables() -> dict[str, str]:
    """{folded form: key} of states and groups."""
    out: dict[str, str] = {}
    for group in GROUPS:
        out |= dict.fromkeys(map(fold, group), f"={fold(group[0])}")
    for c in countries():
        forms = (c.name, *c.demonyms, *c.capitals, *c.others, *(f"{d}s" for d in c.demonyms))
        out |= dict.fromkeys(map(fold, forms), f"={fold(c.name)}")
    return out
