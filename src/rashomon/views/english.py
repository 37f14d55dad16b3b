"""Whether an account reads as English, the one language that is read: in others hardly anything is found, and to
find nothing is not to be silent."""

from __future__ import annotations

import re
from collections.abc import Mapping

from rashomon.types import SITE, Block, Document
from rashomon.views.layers import layer

# Words that stand often in English and hardly in other languages ("in", "is" and "had" are Dutch too).
COMMON = frozenset("the and that with from they said were have which this by for his are".split())
SHARE, LEAST = 0.05, 50  # of the words of an account, and words, or letters of another script, from which one can tell
READ = 4000  # code points
FOREIGN = "does not read as English"
UNHEARD = "Not read, not being in English"  # before the accounts of which nobody knows whether they are silent
_WORD = re.compile(r"[^\W\d_]+")


def foreign(document: Document) -> bool:
    """True for an account whose own words do not read as English, whatever its site says around them."""
    blocks = layer(document, Block)
    own = (document.quote(b.span) for b in blocks if b.kind not in SITE) if blocks else (document.text,)
    return _is_foreign("\n".join(own)[:READ])


def _is_foreign(text: str) -> bool:
    """True for a text that does not read as English.

    >>> _is_foreign("La police a confirmé que trois personnes ont été tuées. " * 9)
    True
    >>> _is_foreign("Police confirmed that three people were killed by the blast. " * 9), _is_foreign("Trois morts")
    (False, False)
    >>> _is_foreign("Η αστυνομία επιβεβαίωσε ότι τρεις άνθρωποι σκοτώθηκαν από την έκρηξη.")
    True
    """
    letters = [c for c in text if c.isalpha()]
    if len(letters) >= LEAST and sum(map(str.isascii, letters)) < len(letters) / 2:
        return True
    words = _WORD.findall(text.lower())
    return len(words) >= LEAST and sum(w in COMMON for w in words) < SHARE * len(words)


class Unread:
    """The ids of *documents* that do not read as English; each text is looked at once, when it is asked for."""

    def __init__(self, documents: Mapping[str, Document]):
        self._documents = documents
        self._known: dict[str, bool] = {}

    def __contains__(self, document: str) -> bool:
        if document not in self._known:
            self._known[document] = foreign(self._documents[document])
        return self._known[document]
