"""Accounts by those who take part: a ministry, a union, a firm that publishes what it did and did not do."""

from __future__ import annotations

import re

from rashomon.aliases import GROUPS
from rashomon.grammar import people
from rashomon.grammar.gender import GIVEN
from rashomon.types import Attribution, Document, Span

PRESS = frozenset(
    "agency broadcaster channel magazine media network newspaper press publisher station tabloid website".split()
)

OURS = re.compile(r"\b(?:we|ours|our(?!\s+(?:correspondent|editor|newspaper|readers?|reporters?)))\b", re.IGNORECASE)


def by_party(document: Document) -> bool:
    """True for an account by a body that takes part: by its name, or since it speaks of "our troops" outside what
    others say. Needs the layer Attribution."""
    said = document.layer(Attribution)
    own = (m for m in OURS.finditer(document.text) if not said.touching(Span(m.start(), m.end())))
    return is_party(document.provenance.outlet or "") or any(own)


def is_person(outlet: str) -> bool:
    """True for somebody who publishes under a name with a known first name.

    >>> is_person("Ana Oro"), is_person("Karsa Daily")
    (True, False)
    """
    words = outlet.split()
    return 1 < len(words) < 4 and words[0].lower() in GIVEN and all(w[0].isupper() for w in words)


def is_party(outlet: str) -> bool:
    """True for a body that does what is told, by its name: "we" of a newspaper are its readers, or whom it quotes.

    >>> is_party("Works Ministry"), is_party("Karsa Daily"), is_party("Press Agency")
    (True, False, False)
    """
    named = any(outlet.lower() == name.lower() for group in GROUPS for name in group)
    return named or not (people.BODIES - PRESS).isdisjoint(outlet.lower().split())
