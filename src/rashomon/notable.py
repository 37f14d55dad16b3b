"""Whether a mention is worth a line of a record by itself.

More is claimed than has a line: what is told only in passing is kept as claims, because another account may dispute it,
and shows when one does. Of what is claimed (`rashomon.claims.claimed`, which does not ask here) a line needs what is
likely to be a main event of its account: `rashomon.notability`.
"""

from __future__ import annotations

from collections.abc import Container, Iterable

from rashomon.actions import action
from rashomon.common_nouns import PEOPLE, PRONOUNS, singular
from rashomon.lexicon import SPEECH, SPOKEN_ACTS, STATES
from rashomon.name_forms import is_name
from rashomon.types import PARTICIPANTS, Block, Document, EventMention, Slot

COMMITTED = 1.25  # from here on a holder says that it happened, or that it did not; FactBank's "possible" is 1
LOOSE = 1.5  # the same for infinitives and nouns, which tell more often what was meant than what was done
LIKELY = 0.3  # of being a main event of the account; about the best F1 of lines, by folds and on other articles


def notable(mention: EventMention) -> bool:
    """True if what the mention claims is worth a line: likely a main event, and done, denied or planned for a time."""
    if mention.notability < LIKELY or not committed(mention) or ahead(mention):
        return False
    return mention.tense != "future" or mention.first("time") is not None  # not "success will depend on it"


def deed(document: Document, mention: EventMention) -> bool:
    """True if the mention tells as fact what somebody did, speech that is an act included ("apologised to them").

    Where independent accounts tell it, what is claimed is worth a line though it is not `notable` by itself.
    """
    predicate = action(document, mention).predicate
    if predicate in STATES or predicate.startswith("be "):
        return False
    if predicate in SPEECH and predicate not in SPOKEN_ACTS:
        return False
    return committed(mention) and bool(mention.tense) and mention.first("agent") is not None


def committed(mention: EventMention) -> bool:
    """True if its holder says that it happened, or that it did not."""
    return abs(mention.factuality) >= (COMMITTED if mention.tense else LOOSE)


def ahead(mention: EventMention) -> bool:
    """True for a noun or infinitive of what has not taken place: "a war would follow", "will meet to discuss it"."""
    return not mention.tense and mention.factuality > 0 > mention.happened


def acted(document: Document, mention: EventMention) -> bool:
    """True if somebody took part: a participant has a name, or a noun for people as its head."""
    return any(
        a.role in PARTICIPANTS
        and ((a.name and is_proper(a.name)) or singular(document.quote(a.head).lower()) in PEOPLE)
        for a in mention.arguments
    )


def is_proper(name: str) -> bool:
    """True for a name: "He" and "Iranian commanders" are none."""
    return (name == "US" or name.lower() not in PRONOUNS) and is_name(name)


def block_of(document: Document, mention: EventMention) -> Block | None:
    """The block that a mention stands in."""
    return next((b for b in document.layer(Block).touching(mention.span) if b.span.covers(mention.span)), None)


def tolled(slots: Iterable[Slot], roles: Container[str]) -> bool:
    """True if the slots of an event count who or what it did something to, in one of these *roles* ("killed")."""
    return any(s.name == "how many" and s.scope.partition(" ")[0] in roles for s in slots)
