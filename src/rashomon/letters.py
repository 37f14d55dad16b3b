"""Letters that patterns take for English ones when they ignore case, and that no list of English words holds."""

from __future__ import annotations

# Turkish i without and with its dot, the long s of old print, the sign of kelvins.
LOOKALIKES = {"ı": "i", "İ": "I", "ſ": "s", "\u212a": "K"}


def plain_letters(text: str) -> str:
    """The text, code point for code point, with the English letter for each of its lookalikes.

    >>> plain_letters("ſıx mılES")
    'six milES'
    """
    for letter, plain in LOOKALIKES.items():
        text = text.replace(letter, plain)
    return text
