"""How accounts spell the name of one person: "Latoya Oro", "LaTonya Oro".

One of them is wrong, or they write another script in two ways; a reader who looks for the person needs both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import combinations

from rashomon import name_forms as forms
from rashomon.aliases import given_names
from rashomon.order import SPELLING
from rashomon.questions.answers import CERTAIN, Answer, aside
from rashomon.questions.wording import mention_beside
from rashomon.types import Claim, Document, Name, Value

ALIKE = 0.7  # of the letters of two words that may be one, spelt in two ways
SHORTEST = 3  # letters of a word that is more than an initial


def spellings(documents: Sequence[Document], names: Mapping[str, str]) -> Iterator[Answer]:
    """A claim of each account for each spelling of a person whose name accounts spell otherwise than others. *names*
    are joined across accounts. Needs the layers Block, EventMention and Name."""
    told: dict[str, dict[str, list[tuple[Document, Name]]]] = defaultdict(lambda: defaultdict(list))
    for document in documents:
        known: set[tuple[str, str]] = set()
        for name in document.layer(Name):
            joined = names.get(f"{document.id}:{name.entity}", name.entity)
            spelling = spelt(document.quote(name.span))
            person = name.kind == "person" and " " in spelling
            if person and (joined, spelling) not in known and not aside(document, name.span):
                known.add((joined, spelling))
                told[joined][spelling].append((document, name))
    for by_spelling in told.values():
        apart = {s for pair in combinations(by_spelling, 2) if misspelt(*pair) for s in pair}
        for spelling in sorted(apart):
            yield from (a for document, name in by_spelling[spelling] if (a := _answer(document, name)))


def spelt(name: str) -> str:
    """The letters of a name, without case, accents, dots and quotation marks."""
    return " ".join(word for w in forms.fold(name).replace("-", " ").split() if (word := w.strip(".,\"“”'()")))


def misspelt(one: str, other: str) -> bool:
    """True for two names of as many words, one of which is spelt otherwise: not shorter, and no other form of a first
    name ("Bill", "William")."""
    left, right = one.split(), other.split()
    apart = [(a, b) for a, b in zip(left, right, strict=False) if a != b]
    if len(left) != len(right) or len(apart) != 1:
        return False
    a, b = apart[0]
    short = min(len(a), len(b)) < SHORTEST or a.startswith(b) or b.startswith(a)
    known = given_names()
    alike = SequenceMatcher(None, a, b, autojunk=False).ratio() > ALIKE
    return alike and not short and known.get(a, frozenset({a})).isdisjoint(known.get(b, frozenset({b})))


def _answer(document: Document, name: Name) -> Answer | None:
    """None for a name without an event in its sentence, with which its claim could be kept."""
    mention = mention_beside(document, name.span)
    if mention is None:
        return None
    form = " ".join(document.quote(name.span).split())
    holder = (document.provenance.outlet or document.provenance.path,)
    claim = Claim(
        document.id, document.key(mention), "who", Value("name", form=form), name.span, form, holder, CERTAIN,
        "questions", SPELLING, (CERTAIN,),
    )  # fmt: skip
    return Answer(SPELLING, name.entity, claim)
