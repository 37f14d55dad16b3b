"""Events across accounts: which mentions in the articles of a file tell one event?

Data: ECB+ (`eval.ecb`), the articles of dev. Mentions are given by their words, or are those that claims are about;
stories are found, never given. The figures of given mentions are CoNLL and LEA, over all, and over chains of
more than one mention on either side; those of our own are over the sentences that were checked, where
one that touches a marked mention counts as that.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.chains import Labels, f1_scores
from eval.ecb import Account, read
from eval.metrics import Result, figure
from rashomon.clusters import clusters, shared_names
from rashomon.linking.sketch import stem
from rashomon.linking.stories import stories
from rashomon.types import Claim, Document, EventMention, Link, Span

FIGURES = ("CoNLL", "LEA")
PREPOSITIONS = frozenset("in on at to of for from with by up down out off over into away back about as".split())


@dataclass(frozen=True, slots=True)
class Grouped:
    """The event of each marked mention of an account, and of each own mention in a sentence that was checked."""

    given: tuple[Hashable, ...]
    own: Mapping[Span, Hashable]


def gold(path: Path, limit: int | None) -> list[Account]:
    """The articles of dev. Raises ReadError for another format."""
    return read(path, limit, "dev")


# -- Rashomon ----------------------------------------------------------------------------------------------------------

Annotate = Callable[[Account], tuple[Document, list[EventMention | None]]]


def annotated(account: Account) -> tuple[Document, list[EventMention | None]]:
    """The account with every layer, as far as it has marked mentions, and a mention of the model's at each of these."""
    from rashomon.annotators import ANNOTATORS
    from rashomon.annotators.events import mentions_at
    from rashomon.language import read_language
    from rashomon.types import Block

    document = account.beginning()
    reading = read_language(document.text, document.layer(Block))
    for a in ANNOTATORS:
        document = document.with_layer(a.produces, a.run(document, reading))
    return document, mentions_at(document, reading, [m.span for m in account.mentions])


def predict(cases: Sequence[Account], annotate: Annotate = annotated) -> list[Grouped]:
    """What the linker joins: the mentions given, with the participants that the model finds; then those of a record."""
    from rashomon.claims import extract

    read = [annotate(case) for case in cases]
    groups = stories([case.document() for case in cases])
    documents = [document for document, _ in read]
    marked = [with_mentions(document, mentions) for document, mentions in read]
    given = joined(marked, groups, claimed(marked))
    by_mention = defaultdict(list)
    for claim in extract(documents):
        by_mention[claim.mention].append(claim)
    own = joined(documents, groups, by_mention)
    return [
        _grouped(case, document, mentions, given, own) for case, (document, mentions) in zip(cases, read, strict=True)
    ]


def _grouped(
    case: Account,
    document: Document,
    mentions: Sequence[EventMention | None],
    given: Mapping[str, Hashable],
    own: Mapping[str, Hashable],
) -> Grouped:
    labels = [(case.id, k) if m is None else given[document.key(m)] for k, m in enumerate(mentions)]
    kept = {m.span: document.key(m) for m in document.layer(EventMention)}
    checked = {s: own[key] for s, key in kept.items() if key in own and any(c.covers(s) for c in case.checked)}
    return Grouped(tuple(labels), checked)


def with_mentions(document: Document, mentions: Iterable[EventMention | None]) -> Document:
    """The document with these mentions of events, one a word."""
    return document.with_layer(EventMention, {m.span: m for m in mentions if m is not None}.values())


def claimed(documents: Iterable[Document]) -> dict[str, list[Claim]]:
    """The claims of every mention by its id."""
    from rashomon.claims import claims_of

    mentions = ((d, m) for d in documents for m in d.layer(EventMention))
    return {d.key(m): list(claims_of(d, m)) for d, m in mentions}


def joined(
    documents: Iterable[Document], groups: Iterable[Sequence[str]], claims: Mapping[str, Sequence[Claim]]
) -> dict[str, Hashable]:
    """The event of each mention that has claims, found story by story."""
    from rashomon.linking.events import event_links
    from rashomon.linking.names import name_links

    by_id = {d.id: d for d in documents}
    links: list[Link] = []
    for group in groups:
        members = [by_id[key] for key in group]
        links += event_links(members, claims, shared_names(members, tuple(name_links(members))))
    return {mention: k for k, group in enumerate(clusters(claims, links)) for mention in group}


# -- baseline ----------------------------------------------------------------------------------------------------------


def baseline(cases: Sequence[Account], train: Path | None) -> list[Grouped]:
    """Mentions whose head words have one stem are one event in a story that is found. *train* is not used."""
    story = {key: k for k, group in enumerate(stories([case.document() for case in cases])) for key in group}
    return [
        Grouped(tuple((story[case.id], _stem(case.text[m.span.begin : m.span.end])) for m in case.mentions), {})
        for case in cases
    ]


def _stem(words: str) -> str:
    """Of the last content word before a preposition, so that "took over" gives "took"."""
    parts = re.findall(r"\w+", words.lower()) or [words.lower()]
    stop = next((k for k, w in enumerate(parts) if k and w in PREPOSITIONS), len(parts))
    return stem(parts[stop - 1]) or parts[stop - 1]


# -- scores ------------------------------------------------------------------------------------------------------------


def score(cases: Sequence[Account], predictions: Sequence[Grouped]) -> Result:
    """The figures that the head of this file names."""
    both = list(zip(cases, predictions, strict=True))
    key: Labels = {(case.id, k): m.chain for case in cases for k, m in enumerate(case.mentions)}
    given: Labels = {(case.id, k): event for case, said in both for k, event in enumerate(said.given)}
    own: Labels = {place: event for case, said in both for place, event in _own(case, said.own)}
    pairs = [("", given, True), ("without singletons: ", given, False)]
    if own:
        pairs += [("own: ", own, True), ("own without singletons: ", own, False)]
    scores = []
    for prefix, said, singletons in pairs:
        found = f1_scores(key, said, singletons)
        scores += [figure(prefix + name, found[name], len(key)) for name in FIGURES]
    return Result(tuple(scores))


def _own(case: Account, own: Mapping[Span, Hashable]) -> Iterator[tuple[Hashable, Hashable]]:
    """Each own mention under the number of the first marked one that it alone touches, else by itself."""
    taken: set[int] = set()
    for span, event in own.items():
        touched = (k for k, m in enumerate(case.mentions) if k not in taken and any(w.touches(span) for w in m.words))
        k = next(touched, None)
        if k is not None:
            taken.add(k)
        yield (case.id, span if k is None else k), event
