"""The event mentions of a record by id.

The layers of a large case are held packed, and to read one takes a millisecond or more: what is asked for again and
again, in the order of events, is kept from one pass in the order of accounts.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rashomon.lexicon import GUILTY
from rashomon.types import Document, EventMention, Span, mention_at
from rashomon.views.layers import layer

Found = tuple[Document, EventMention]


BESIDE = {"With": "instrument", "Cause": "cause"}  # what stands beside a happening without being a slot of it


def beside(role: str, found: Iterable[Found]) -> Mapping[str, tuple[Document, Span]]:
    """The arguments in a role, as these mentions say them ("drones"), each once and where it stands first."""
    out: dict[str, tuple[Document, Span]] = {}
    known: set[str] = set()
    for document, mention in found:
        for argument in (a for a in mention.arguments if a.role == role):
            words = " ".join(document.quote(argument.span).split())
            if words.casefold() not in known:
                known.add(words.casefold())
                out[words] = (document, argument.span)
    return out


def predicates(found: Iterable[Found]) -> Mapping[str, Sequence[Found]]:
    """The words for what happened, those of most mentions first, each with its mentions. The word for what is denied is
    nobody's deed: it stands only where it is the only one."""
    told: dict[str, list[Found]] = {}
    for document, mention in found:
        told.setdefault(mention.predicate, []).append((document, mention))
    if len(told) > 1:
        told.pop(GUILTY, None)
    return dict(sorted(told.items(), key=lambda t: -len(t[1])))


def only_denied(found: Iterable[Found]) -> bool:
    """True where all that is told is that somebody denies what he is accused of, and nobody tells the accusation."""
    return {mention.predicate for _, mention in found} == {GUILTY}


class Mentions(Mapping[str, Found]):
    """Event mentions by id ("document:begin"), each with its account, where it is found when asked for."""

    def __init__(self, documents: Mapping[str, Document]):
        self._documents = documents
        self._rank = {name: n for n, name in enumerate(documents)}
        self._kept: dict[str, Found] = {}

    def keep(self, keys: Iterable[str]) -> None:
        """Hold these mentions as long as this lives; each account is read once."""
        for _, wanted in self.by_account(keys):
            self._kept |= {key: found for key in wanted if (found := self.get(key))}

    def hold(self, account: str, mentions: Iterable[EventMention]) -> None:
        """Hold these mentions of an account, which is not read for them."""
        document = self._documents[account]
        self._kept |= {f"{account}:{m.span.begin}": (document, m) for m in mentions}

    def by_account(self, keys: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
        """Ids of mentions with their account, in the order of accounts; those of other accounts are left out."""
        told: dict[str, list[str]] = {}
        for key in keys:
            told.setdefault(mention_at(key)[0], []).append(key)
        return ((name, told[name]) for name in sorted(told.keys() & self._rank.keys(), key=self._rank.__getitem__))

    def __getitem__(self, key: str) -> Found:
        if key in self._kept:
            return self._kept[key]
        name, begin = mention_at(key)
        document = self._documents[name]
        mentions = layer(document, EventMention)
        at = bisect_left(mentions, begin, key=lambda m: m.span.begin)
        if at == len(mentions) or mentions[at].span.begin != begin:
            raise KeyError(key)
        return document, mentions[at]

    def __iter__(self) -> Iterator[str]:
        return (d.key(m) for d in self._documents.values() for m in layer(d, EventMention))

    def __len__(self) -> int:
        return sum(len(layer(d, EventMention)) for d in self._documents.values())
