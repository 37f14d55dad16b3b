"""Names of people and organisations: when two forms name one, and when they cannot.

"Putin" is a shorter form of "Vladimir Putin"; what is one by the tables, or by sound: `rashomon.name_forms`.
"""

from __future__ import annotations

import re
from functools import cache

from rashomon import name_forms as forms
from rashomon.types import Agreement, Value

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
    x, y = forms.identity(a.form), forms.identity(b.form)
    if x == y:
        return Agreement.AGREES
    if x.startswith("=") and y.startswith("="):
        return Agreement.CONFLICTS  # two states or groups of the tables
    p, q = forms.words(a.form), forms.words(b.form)
    if forms.bag(p) == forms.bag(q):
        return Agreement.AGREES
    if x.startswith("=") or y.startswith("="):
        return Agreement.COMPATIBLE
    if not (forms.is_name(a.form) and forms.is_name(b.form)):
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
    return a == b or not forms.given(a).isdisjoint(forms.given(b))


def _described(p: tuple[str, ...], q: tuple[str, ...]) -> Agreement:
    """Two descriptions of one head: the one with all words of the other and more is the more precise."""
    fuller = p[-1:] == q[-1:] and set(forms.bag(p)) > set(forms.bag(q))
    return Agreement.MORE_PRECISE if fuller else Agreement.COMPATIBLE


def same_body(a: str, b: str) -> bool:
    """True for two forms of one ministry, court or other body: all content words of the shorter, two at least, are in
    the longer, and what is more there says only of which state or town it is.

    >>> same_body("Interior Ministry", "Ministry of the Interior of Tessaria"), same_body("Ministry", "Works Ministry")
    (True, False)
    """
    short, full = sorted((forms.content(a), forms.content(b)), key=len)
    if len(short) < 2 or not short < full or _bodies().isdisjoint(short):
        return False
    return full - short <= _whose(a) | _whose(b)


def _whose(form: str) -> frozenset[str]:
    """The words of a body's name that say of which state or town it is: before a possessive, after the last "of" or
    "in", and what the table of countries knows."""
    plain = forms.fold(form)
    last = re.search(r"\b(?:of|in)\s+(?!.*\b(?:of|in)\s)(.+)$", plain)
    owner = re.match(r"(.+?)'s?\s", plain)
    known = [w for w in plain.split() if forms.identity(w).startswith("=")]
    return forms.content(" ".join([*(m[1] for m in (last, owner) if m), *known]))


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


@cache
def _bodies() -> frozenset[str]:
    return frozenset(map(forms.sound, forms.BODIES))
