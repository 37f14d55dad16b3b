"""Who stands behind the claims of a record, and which of them are independent."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from rashomon import headlines
from rashomon import name_forms as forms
from rashomon.aliases import JUNIOR
from rashomon.grammar import people
from rashomon.grammar.forms import words
from rashomon.rulings import fixes
from rashomon.timex.calendar import days_of
from rashomon.timex.layer import EntryDays
from rashomon.types import (
    Attribution,
    Block,
    Claim,
    Document,
    EventMention,
    Interval,
    Name,
    Span,
    Time,
    Value,
    mention_at,
)
from rashomon.values import place

AROUND = 24  # code points on each side of a trigger
LEAD = 500  # code points below a headline in which it is said whose word it is
MOUTHPIECES = people.MOUTHPIECES | frozenset("statement report release tweet post letter document".split())
T = TypeVar("T")


class Voices:
    """Who stands behind a claim, and whether two are independent.

    `asked` is True where somebody has settled that the claims answer one question; else two mentions that were joined
    may still be of two happenings.
    """

    def __init__(
        self,
        documents: Mapping[str, Document],
        names: Mapping[str, str],
        families: Sequence[Sequence[str]],
        *,
        asked: bool = False,
    ):
        self.documents, self.asked, self._names = documents, asked, names
        self._family = {d: group[0] for group in families for d in group}
        self._clocks: dict[str, dict[int, str]] = {}
        self._days: dict[str, EntryDays] = {}
        self._described: dict[str, Mapping[str, str]] = {}
        self._made: dict[tuple[str, ...], Any] = {}

    def family(self, claim: Claim) -> str:
        """The family of the claim's account."""
        return self._family[claim.document]

    def source(self, claim: Claim) -> str:
        """The outermost voice that is not the outlet's, as joined across accounts; "" when the outlet speaks itself."""
        return self._joined(claim, claim.holders[1]) if len(claim.holders) > 1 else ""

    def speaker(self, claim: Claim) -> str:
        """The innermost voice: whose word it is."""
        return self._joined(claim, claim.holders[-1])

    def witnesses(self, claims: Sequence[Claim]) -> tuple[str, ...]:
        """One for each named source, whoever quotes it, and one for each family that speaks for itself: a ministry's
        own statement and those who quote the ministry are one voice, and so are an outlet's two articles. One quotation
        is of one source, whatever its accounts call it: "Holly Oro", "a spokeswoman". A headline says in short what
        the text says: right over somebody's word for it, it is no voice of its own."""
        told = [(source, self._quoted(c)) for c in claims if (source := self.source(c))]
        quoted = {words: source for source, words in sorted(told, key=_rank, reverse=True) if words}
        named = {forms.identity(form): form for source, words in reversed(told) for form in [quoted.get(words, source)]}
        families: dict[str, str] = {}
        for c in claims:
            if not self.source(c) and not self._cites(c, claims):
                families.setdefault(f"{self.family(c)} {self._commenter(c)}", c.holders[0])
        alone = {forms.identity(outlet): outlet for outlet in families.values()}
        return tuple(sorted(_merged(named | alone)))

    def _quoted(self, claim: Claim) -> str:
        """The letters round the trigger of a claim told in quotation marks, inside these; "" for another."""
        mention = self.mention(claim)
        if mention is None:
            return ""
        layer, at = self.documents[claim.document].layer(Attribution), mention.span
        marked = (v for a in layer.touching(at) for v in a.verbatim if v.covers(at))
        return next((self._around(claim, v) for v in marked), "")

    def _cites(self, claim: Claim, claims: Sequence[Claim]) -> bool:
        """True for a claim of a headline, or of a heading, with the word of somebody for it right below."""
        if not headlines.over(self.documents[claim.document], claim.evidence):
            return False
        below = (c for c in claims if c.document == claim.document and self.source(c))
        return any(0 < c.evidence.begin - claim.evidence.end <= LEAD for c in below)

    def speakers(self, claims: Iterable[Claim]) -> list[str]:
        """Whose word the claims are, each once."""
        return list(distinct(map(self.speaker, claims)))

    def independent(self, a: Claim, b: Claim) -> bool:
        """True for the words of two speakers; "the Ministry" is a short form of "the Ministry of Works", and whose
        mouthpiece "a spokesman" or "a statement" is, nobody knows."""
        x, y = self.speaker(a), self.speaker(b)
        mouthpieces = [bool(MOUTHPIECES & set(v.lower().split()[-1:])) for v in (x, y)]
        if all(mouthpieces) or (any(mouthpieces) and a.document == b.document):
            return False
        return not (within(forms.identity(x), forms.identity(y)) or within(forms.identity(y), forms.identity(x)))

    def repeats(self, a: Claim, b: Claim) -> bool:
        """True if both stand in the same words: one quotation, printed twice, contradicts nobody."""
        return self._around(a) == self._around(b)

    def day(self, document: str) -> float | None:
        """When an account was published, in days; None when unknown."""
        return day_of(self.documents[document])

    def moment(self, claim: Claim) -> float | None:
        """When a claim was published: the account's day and the clock of its update, or the day of the entry of a
        chronology."""
        own = self.entry(claim.document, mention_at(claim.mention)[1])
        day = self.day(claim.document) if own is None else own
        here = self.documents[claim.document].layer(Block).touching(claim.evidence)
        entry = next((b.entry for b in here if b.span.covers(claim.evidence)), 0)
        time = re.match(r"(\d{1,2})[:.h]?(\d{2})", self._clock(claim.document, entry))
        return (day or 0.0) + (int(time[1]) * 60 + int(time[2])) / 1440 if time else day

    def entry(self, document: str, at: int) -> float | None:
        """The day of the entry of a chronology in which a code point stands; None in other accounts."""
        if document not in self._days:
            account = self.documents[document]
            self._days[document] = EntryDays(account.layer(Time), account.layer(Block))
        return self._days[document].at(at)

    def _clock(self, document: str, entry: int) -> str:
        """The clock of an update, "" for other blocks."""
        if document not in self._clocks:
            clocks: dict[int, str] = {}
            for b in self.documents[document].layer(Block):
                if b.clock and b.entry:
                    clocks.setdefault(b.entry, b.clock)
            self._clocks[document] = clocks
        return self._clocks[document].get(entry, "")

    def _around(self, claim: Claim, within: Span | None = None) -> str:
        """The letters round the trigger of a claim's mention."""
        at, text = mention_at(claim.mention)[1], self.documents[claim.document].text
        begin, end = (within.begin, within.end) if within else (0, len(text))
        return re.sub(r"\W+", " ", text[max(begin, at - AROUND) : min(end, at + AROUND)]).strip().casefold()

    def joined(self, document: str, entity: str) -> str:
        """The form that a name of an account has across accounts."""
        return self._names.get(f"{document}:{entity}", entity)

    def mention(self, claim: Claim) -> EventMention | None:
        """The event mention that the claim is a slot of."""

        def find() -> EventMention | None:
            begin = mention_at(claim.mention)[1]
            at = self.documents[claim.document].layer(EventMention).touching(Span(begin, begin + 1))
            return next((m for m in at if m.span.begin == begin), None)

        return self.once(("mention", claim.mention), find)

    def once(self, key: tuple[str, ...], make: Callable[[], T]) -> T:
        """What *make* makes, kept under *key*: an event of n mentions asks for each of them n times."""
        if key not in self._made:
            self._made[key] = make()
        made: T = self._made[key]
        return made

    def places(self, claim: Claim) -> tuple[Value, ...]:
        """The places named in the sentence of the claim's mention."""
        mention = self.mention(claim)
        if mention is None:
            return ()
        document = self.documents[claim.document]
        named = document.layer(Name).touching(mention.sentence or mention.span)
        return tuple(v for n in named if n.kind == "place" and (v := place.parse(document.quote(n.span))))

    def all_places(self, document: str) -> tuple[Value, ...]:
        """The places that an account names anywhere."""
        named = (n for n in self.documents[document].layer(Name) if n.kind == "place")
        forms_of = dict.fromkeys(n.entity for n in named)
        return tuple(v for form in forms_of if (v := place.parse(form)))

    def tensed(self, claim: Claim) -> bool:
        """True for a claim of a verb, not of a noun: "was sentenced" against "a sentence"."""
        mention = self.mention(claim)
        return bool(mention and mention.tense)

    def ahead(self, claim: Claim) -> bool:
        """True for what was still to come when it was told: a plan, or a time after the account's own day."""
        mention = self.mention(claim)
        if mention and (mention.tense == "future" or (mention.happened < 0 < mention.factuality)):
            return True
        published = self._published(claim.document)
        low, day = claim.value.low, published.high if published else None
        return claim.value.kind == "date" and low is not None and day is not None and low > days_of(day)

    def fixed(self, claim: Claim) -> bool:
        """True for an amount that is fixed by being pronounced: a fine, what a court orders somebody to pay."""
        mention = self.mention(claim) if claim.slot == "how many" and claim.value.form else None
        return mention is not None and fixes(self.documents[claim.document], mention)

    def person(self, claim: Claim, surname: str) -> str:
        """The one person of the claim's account whose name ends in *surname*, as joined; "" for none or several."""
        names = (n.entity for n in self.documents[claim.document].layer(Name) if n.kind == "person")
        last = ((e, [w for w in words(e) if w not in JUNIOR][-1:]) for e in names)
        found = {self.joined(claim.document, e) for e, word in last if word == [surname.lower()]}
        return found.pop() if len(found) == 1 else ""

    def guessed(self, claim: Claim) -> bool:
        """True if the date of the claim's account is no better than a guess."""
        date = self.documents[claim.document].date
        return date is None or date.confidence == "guess"

    def _published(self, document: str) -> Interval | None:
        date = self.documents[document].date
        return date.interval if date else None

    def _joined(self, claim: Claim, holder: str) -> str:
        return self.joined(claim.document, self._speakers(claim.document).get(holder, holder))

    def _speakers(self, document: str) -> Mapping[str, str]:
        """{a headline's description of a speaker: the speaker whom the account below describes alike}."""
        if document not in self._described:
            self._described[document] = dict(headlines.described(self.documents[document]))
        return self._described[document]

    def _commenter(self, claim: Claim) -> str:
        outlet = self.documents[claim.document].provenance.outlet
        return "" if claim.holders[0] == outlet else claim.holders[0]


def day_of(document: Document) -> float | None:
    """When an account was published, in days; None when unknown."""
    low = document.date.interval.low if document.date and document.date.interval else None
    return days_of(low) if low else None


def distinct(sources: Iterable[str]) -> tuple[str, ...]:
    """The sources, each once: a short form of exactly one other is that other."""
    return tuple(_merged({forms.identity(s): s for s in sources}))


def _rank(told: tuple[str, str]) -> tuple[bool, int, str]:
    """Names before descriptions, long ones first."""
    source, _ = told
    return not forms.is_name(source), -len(source), source


def _merged(sources: Mapping[str, str]) -> Iterator[str]:
    """The sources, {identity: form}, without the short forms of exactly one other, whatever other short forms that has
    ("the ministry", "the Ministry of Works", "the Ministry of Works of Oro"); of two with the same words the first by
    its identity."""
    words = {key: _words(key) for key in sources}
    holding: dict[str, list[str]] = defaultdict(list)
    for key in sources:
        for word in words[key]:
            holding[word].append(key)
    for key, form in sources.items():
        short = words[key] - {"of"}
        near = min((holding[w] for w in short), key=len, default=list(sources))
        longer = [other for other in near if short <= words[other] and (other < key or words[other] - {"of"} != short)]
        fullest = max(longer, key=lambda other: len(words[other]), default="")
        if not longer or not all(words[other] <= words[fullest] for other in longer):
            yield form


def within(short: str, long: str) -> bool:
    """True if the words of one identity are all in the other."""
    return _words(short) - {"of"} <= _words(long)


def _words(identity: str) -> set[str]:
    return set(identity.lstrip("=").split())
