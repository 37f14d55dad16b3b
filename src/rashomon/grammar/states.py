"""States that a clause or a phrase tells: "the inquiry is over", "her claims are untrue", "the 77-tonne truck"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rashomon.grammar import clauses, phrases
from rashomon.grammar.ages import CHILDREN
from rashomon.grammar.measures import DIMENSION
from rashomon.lexicon import AGED, COUNTS, HARMED, classes
from rashomon.types import Quantity

if TYPE_CHECKING:
    from rashomon.tokens import Doc, Token

# What denies its subject -> what it denies of it: "her claims are untrue" tells that they are not true.
DENIED = {
    **dict.fromkeys("untrue false wrong baseless unfounded groundless fabricated fake incorrect bogus".split(), "true"),
    **dict.fromkeys("lie fiction hoax invention fabrication".split(), "true"),
    "impossible": "possible", "improbable": "likely", "unlikely": "likely", "unable": "able", "unclear": "clear",
    "unknown": "known", "innocent": "guilty", "unharmed": "hurt", "unhurt": "hurt", "illegal": "legal",
    "unlawful": "legal", "unsafe": "safe", "unaware": "aware", "unprepared": "prepared", "uninvolved": "involved",
    "inaccurate": "true", "unacceptable": "acceptable", "unnecessary": "necessary",
}  # fmt: skip
# Prepositions without which a state is another one: "out of control" is no "in control".
TURNING = frozenset({"out", "off", "without", "against", "under", "behind", "beyond"})
WEIGHS = "weigh"  # the verb has the same predicate: "it weighed 77 tonnes"


def predicative(token: Token) -> bool:
    """True for the complement of a copula that has a subject, its own or the one that a verb lends it: "the inquiry is
    *over*", "the offer was said to be 50 percent *higher*"."""
    if not phrases.children(token, "cop"):
        return False
    subject = clauses.subject(token) if token.dep_ == "xcomp" else None
    lent = subject is not None and subject.lower_ != "what"
    return lent or any(c.i < token.i for c in phrases.children(token, "nsubj"))


def predicate(complement: Token) -> str:
    """What a copula and its complement tell: "be over", "be out of control", and "be true" of what is called untrue."""
    lemma = complement.lemma_.lower()
    before = [c.lower_ for c in complement.children if c.dep_ == "case" and c.i < complement.i]
    case = before if before and before[0] in TURNING else ()
    if classes(lemma):
        return lemma  # "were dead", "were in custody"
    return " ".join(("be", *case, DENIED.get(lemma, lemma)))


def denies(complement: Token) -> bool:
    """True for a complement that says no of its subject."""
    return complement.lemma_.lower() in DENIED


def measured(quantity: Quantity) -> str:
    """The predicate of a measure that is told in passing, of a person beside it or a thing after it; "" for others."""
    if quantity.owner is None:
        return ""
    if quantity.measure == "age":
        return AGED
    if quantity.measure == CHILDREN:
        return f"have {CHILDREN}"
    if quantity.measure == DIMENSION.get(quantity.unit) and quantity.owner.begin >= quantity.span.end:
        return WEIGHS if quantity.measure == "weight" else f"have {quantity.measure}"
    return ""


def tolls(doc: Doc, quantities: Iterable[Quantity]) -> Iterator[Token]:
    """What tells each toll of these: "3 *dead* after a blast", "18 were injured and 12 *arrested*"."""
    for q in quantities:
        if q.role not in HARMED or q.unit:
            continue
        number, counted = phrases.inside(doc, q.span), phrases.inside(doc, q.of) if q.of else []
        heads = [head.head for words in (number, counted) if (head := phrases.head_of(words)) is not None]
        near = (t for t in (*counted, *heads) if t.pos_ in ("ADJ", "VERB"))
        yield from [t for t in near if q.role in COUNTS.get(t.lemma_.lower(), ())][:1]
