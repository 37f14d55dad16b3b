"""Words of an account as one line or one cell can show them."""

from __future__ import annotations

import unicodedata

QUOTES = tuple("\"“”„«»‘’'")


def tidy(text: str) -> str:
    """Words on one line."""
    return " ".join(text.split())


def quoted(text: str) -> str:
    """Words in quotation marks, unless they begin or end with one.

    >>> quoted("It fell"), quoted("“It fell,” they said"), quoted('They said: "It fell"')
    ('“It fell”', '“It fell,” they said', 'They said: "It fell"')
    """
    return text if text[:1] in QUOTES or text[-1:] in QUOTES else f"“{text}”"


def letters(text: str) -> str:
    """What words are the same by, however they are set: with straight quotation marks or curly ones, in capitals.

    >>> letters("The ferry’s SINKING") == letters("the ferry's sinking")
    True
    """
    return "".join(c for c in text.casefold() if c.isalnum())


def printable(text: str) -> str:
    """Text with every control and bidirectional character spelled out, as a terminal or a cell can show it.

    >>> printable("a\\u202eb\\x1b[0m")
    'a[U+202E]b[U+001B][0m'
    """
    return "".join(f"[U+{ord(c):04X}]" if hidden(c) else c for c in text)


def hidden(c: str) -> bool:
    """True for a control or format character that could change how text looks; what parts letters or pages stays.

    >>> hidden("\u202e"), hidden("\u200b")
    (True, False)
    """
    return c not in "\n\t\f\u200b\u200c\u200d\u2060\u00ad\ufeff" and unicodedata.category(c) in ("Cc", "Cf", "Cs")
