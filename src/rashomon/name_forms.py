"""Forms of names: the words of a form by their sound, and the key that is equal for all forms of one name.

"Tehran" and "Iranian" act for Iran; "Daesh" and "ISIL" are one group. Spelling is folded by sound, because names from
other scripts are spelt in many ways (Ayatullah, Ayatollah). How two names stand to each other: `rashomon.values.name`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise

from rashomon.aliases import GROUPS, JUNIOR, TITLES, given_names
from rashomon.countries import countries

SOUNDS = (
    *(("kh", "k"), ("gh", "g"), ("dh", "d"), ("ph", "f"), ("q", "k"), ("ck", "k"), ("y", "i"), ("ou", "u")),
    *(("oo", "u"), ("ee", "i"), ("ei", "i"), ("ai", "i"), ("ce", "se"), ("o", "u"), ("e", "i")),
)
LONGEST_ACRONYM = 6  # letters
COMMON = 2
LONG = 6  # letters of a name of which one may be wrong
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
    return known or " ".join(bag(words(form)) if _is_body(plain.split()) else (*words(form), *junior))


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


def given(name: str) -> frozenset[str]:
    """The given names, by sound, that a name by sound may be short for."""
    return _given().get(name, frozenset())


@cache
def _given() -> dict[str, frozenset[str]]:
    return {sound(form): frozenset(map(sound, names)) for form, names in given_names().items()}


@lru_cache(HELD)
def bag(folded: tuple[str, ...]) -> tuple[str, ...]:
    """Folded words in no order, in the singular, without small words and possessives."""
    bare = (re.sub(r"'?s$", "", w.lstrip("@")) if len(w) > 3 else w for w in folded if w not in _SMALL)
    return tuple(sorted(bare)) or folded


@lru_cache(HELD)
def content(form: str) -> frozenset[str]:
    """The words of a form by sound, in the singular, without small words and possessives."""
    return frozenset(map(sound, bag(tuple(re.findall(r"[\w.']+", fold(form)))))) - _SMALL


def fullest(forms: Sequence[str]) -> str:
    """The form to show for a group: no people's, the usual name of a state, of most words, not shouted, the commonest,
    the first by alphabet.

    >>> fullest(["DELTA PROVINCE", "Delta Province"]), fullest(["Iranian", "Iran"]), fullest(["Republic of Korea"])
    ('Delta Province', 'Iran', 'Republic of Korea')
    """
    return min(
        forms, key=lambda f: (fold(f) in _demonyms(), not _usual(f), -len(words(f)), _shouted(f), -forms.count(f), f)
    )


def _usual(form: str) -> bool:
    """True for "South Korea", which the tables have first of all names of that state."""
    return identity(form) == f"={fold(form)}"


def unpadded(forms: Sequence[str]) -> Sequence[str]:
    """The forms of a person's name without those that only add words before or after one that is COMMON times as
    common: what one account writes there is his trade or party, or a name that nobody calls him by.

    >>> unpadded(["Sculptor Ana Oro", "Ana Oro", "Ana Oro"]), unpadded(["Ana Maria Oro", "Ana Oro", "Ana Oro"])
    (['Ana Oro', 'Ana Oro'], ['Ana Maria Oro', 'Ana Oro', 'Ana Oro'])
    """
    return [f for f in forms if not _padded(f, forms)]


def _padded(form: str, forms: Sequence[str]) -> bool:
    every, times = fold(form).split(), forms.count(form)
    shorter = (w for f in set(forms) if forms.count(f) >= COMMON * times and 1 < len(w := fold(f).split()) < len(every))
    return any(w in (every[: len(w)], every[-len(w) :]) for w in shorter)


@cache
def _demonyms() -> frozenset[str]:
    return frozenset(fold(d + plural) for c in countries() for d in c.demonyms for plural in ("", "s"))


def _shouted(form: str) -> bool:
    """True for a name in a dateline's capitals, not for an acronym."""
    return form.isupper() and (" " in form or len(form) > LONGEST_ACRONYM)


@lru_cache(HELD)
def is_name(form: str) -> bool:
    """True if every long word is capitalised: "Iranian commanders" is a description, "Basij Militia" a name."""
    words = re.findall(r"[^\W\d_]+", form)
    return bool(words) and all(w[0].isupper() for w in words if len(w) > 3)


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


def but_one(word: str) -> frozenset[str]:
    """A word in small letters, and what is left of a long one without any one letter: slips of one name share some.

    >>> bool(but_one("Lindvist") & but_one("Lindqvist")), bool(but_one("Lindqivst") & but_one("Lindqvist"))
    (True, True)
    >>> bool(but_one("Linn") & but_one("Lind"))
    False
    """
    plain = word.lower().replace("’", "'")
    return frozenset([plain, *(plain[:i] + plain[i + 1 :] for i in range(len(plain)) if len(plain) >= LONG)])
