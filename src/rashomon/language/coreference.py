"""What words refer back to: the model's arcs inside a window, and words that come again across the account."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np
from numpy.typing import NDArray

# -- words of English --------------------------------------------------------------------------------------------------

THIRD = (
    frozenset({"he", "him", "his", "himself"}),
    frozenset({"she", "her", "hers", "herself"}),
    frozenset({"they", "them", "their", "theirs", "themselves"}),
    frozenset({"it", "its", "itself"}),
)
SPEAKING = (
    frozenset({"i", "me", "my", "mine", "myself"}),
    frozenset({"we", "us", "our", "ours", "ourselves"}),
    frozenset({"you", "your", "yours", "yourself", "yourselves"}),
)
FAMILY = {word: n for n, family in enumerate((*SPEAKING, *THIRD)) for word in family}
OPENING, CLOSING, STRAIGHT = frozenset({"“", "``", "«"}), frozenset({"”", "''", "»"}), '"'

# The model says "none" too often for a pronoun, as most words of its training refer to nothing: taken off that score.
# "It" may stand for nothing. Chosen on GUM dev, where any cost from 1 to 10 gives the same figures within .01.
COST = {**{word: 2.0 for family in THIRD for word in family}, **dict.fromkeys(THIRD[3], 1.0)}
REACH = 80  # words that a pronoun without an antecedent in its window looks back for its like

Floats = NDArray[np.float32]


def arcs(scores: Floats, words: Sequence[str]) -> list[int]:
    """For each word of a window the word it refers back to, itself for none; scores (word, earlier word or itself)."""
    n = len(words)
    earlier = np.where(np.tri(n, dtype=bool), scores[:n, :n], -np.inf)
    earlier[range(n), range(n)] -= [COST.get(word.lower(), 0.0) for word in words]
    found: list[int] = earlier.argmax(1).tolist()
    return found


def across(
    order: Sequence[int],
    words: Sequence[str],
    tags: Sequence[str],
    new: Collection[int],
    antecedents: NDArray[np.int32],
) -> None:
    """Complete *antecedents* in place with what windows do not see, for the tokens *order* of one voice.

    A noun refers to the same noun before, unless it is in *new* ("a boat"); "I", "we" and "you" to the last of their
    kind in the same quotation, or outside of any; a third person without an antecedent to its last like.
    """
    last: dict[object, int] = {}
    inside, quotation = False, 0
    for i in order:
        word = words[i].lower()
        opens = word in OPENING or (word == STRAIGHT and not inside)
        inside, quotation = (opens or inside) and word not in CLOSING and (word != STRAIGHT or opens), quotation + opens
        family = FAMILY.get(word)
        if family is not None and family < len(SPEAKING):
            key: object = (family, quotation if inside else 0)
            antecedents[i] = last.get(key, antecedents[i])
        elif family is not None:
            key = family
            if antecedents[i] == i and i - last.get(key, i) < REACH:
                antecedents[i] = last.get(key, i)
        elif tags[i] in ("NOUN", "PROPN"):
            key = word
            antecedents[i] = i if i in new else last.get(key, antecedents[i])
        else:
            continue
        last[key] = i
