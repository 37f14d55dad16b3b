"""Names of places folded for look-up: one key for spellings that differ in accents, points, hyphens and articles."""

from __future__ import annotations

import re
import unicodedata

_LETTERS = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss"})
_SHORT = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
_KINDS = (
    r"(?:autonomous |federal )?(?:province|governorate|oblast|krai|region|state|prefecture|department|"
    r"county|district|municipality|city|division|emirate|canton|territory)"
)
_KIND_AFTER = re.compile(rf"\s+{_KINDS}$", re.IGNORECASE)
_KIND_BEFORE = re.compile(rf"^(?:city state|{_KINDS}(?:\s+of)?)\s+", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:a[dlnrstz]|a[st]h)[- ](?=\S{3})", re.IGNORECASE)


def key(name: str) -> str:
    """Lower case without accents, points and quotation marks, hyphens as spaces, "St." as "saint", no article.

    >>> key("St. Pölten"), key("Saint-Denis"), key("the Hague"), key("Sana’a")
    ('saint polten', 'saint denis', 'hague', 'sanaa')
    """
    flat = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    flat = re.sub(r"[.'’‘ʿʾʼ`´\"“”′]", "", flat.casefold().translate(_LETTERS))
    words = re.sub(r"[^\w]+", " ", flat).split()
    if len(words) > 1 and words[0] in ("the", "a"):
        words = words[1:]
    return " ".join(_SHORT.get(w, w) if i < len(words) - 1 else w for i, w in enumerate(words))


def bare(name: str) -> str:
    """A name without the word for its kind, and without an Arabic article.

    >>> bare("Al Anbar"), bare("Bursa Province"), bare("State of Berlin"), bare("Free State")
    ('Anbar', 'Bursa', 'Berlin', 'Free State')
    """
    if name.lower() in ("free state", "new territory", "capital region"):
        return name
    short = _KIND_BEFORE.sub("", _KIND_AFTER.sub("", name))
    return _ARTICLE.sub("", short) or name
