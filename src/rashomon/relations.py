"""How the versions of a slot stand to each other, with the gates before a conflict is called one.

Most differences between accounts are no contradiction: a part of a total, an older toll, a planned day, one more
participant. `rashomon.values` says what two values allow; here the holders, families and dates decide what may be said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from rashomon.lexicon import COUNTED
from rashomon.timex.calendar import days_of, granularity
from rashomon.types import Agreement, Block, Claim, Document, Position, Relation
from rashomon.values import compare, date
from rashomon.values import name as forms

MONEY = re.compile("[A-Z]{3}")  # ISO 4217
NAMED = 4  # deniers whom a reason names
DAY = 1.01  # longest interval, in days, that may clash as a day
DISPUTED = 7.0  # days within which accounts may dispute when one event was; farther apart they tell of two
AROUND = 24  # code points on each side of a trigger
FAR = 10.0  # numbers that differ by this factor count different things
GROWS = frozenset({"killed", "injured", "missing", "displaced"})  # counts that rise with news


class Voices:
    """Who stands behind a claim, and whether two are independent."""

    def __init__(self, documents: Mapping[str, Document], names: Mapping[str, str], families: Sequence[Sequence[str]]):
        self.documents = documents
        self._names = names
        self._family = {d: group[0] for group in families for d in group}
        self._clocks: dict[str, dict[int, str]] = {}

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
        """One for each named source, whoever quotes it, and one for each family that speaks for itself."""
        named = {forms.identity(source): source for c in reversed(claims) if (source := self.source(c))}
        families: dict[str, str] = {}
        for c in claims:
            if not self.source(c):
                families.setdefault(f"{self.family(c)} {self._commenter(c)}", c.holders[0])
        return tuple(sorted({*named.values(), *families.values()}))  # an outlet's two articles are one voice

    def independent(self, a: Claim, b: Claim) -> bool:
        """True for the words of two speakers."""
        x, y = (set(forms.identity(self.speaker(c)).lstrip("=").split()) - {"of"} for c in (a, b))
        return not (x <= y or y <= x)  # "the Ministry" is a short form of "the Ministry of Works"

    def repeats(self, a: Claim, b: Claim) -> bool:
        """True if both stand in the same words: one quotation, printed twice, contradicts nobody."""
        return self._around(a) == self._around(b)

    def day(self, document: str) -> float | None:
        """When an account was published, in days; None when unknown."""
        date = self.documents[document].date
        low = date.interval.low if date and date.interval else None
        return days_of(low) if low else None

    def moment(self, claim: Claim) -> float | None:
        """When a claim was published: the account's day and the clock of its update."""
        day = self.day(claim.document)
        here = self.documents[claim.document].layer(Block).touching(claim.evidence)
        entry = next((b.entry for b in here if b.span.covers(claim.evidence)), 0)
        time = re.match(r"(\d{1,2})[:.h]?(\d{2})", self._clock(claim.document, entry))
        return (day or 0.0) + (int(time[1]) * 60 + int(time[2])) / 1440 if time else day

    def _clock(self, document: str, entry: int) -> str:
        """The clock of an update, "" for other blocks."""
        if document not in self._clocks:
            clocks: dict[int, str] = {}
            for b in self.documents[document].layer(Block):
                if b.clock and b.entry:
                    clocks.setdefault(b.entry, b.clock)
            self._clocks[document] = clocks
        return self._clocks[document].get(entry, "")

    def _around(self, claim: Claim) -> str:
        """The letters round the trigger of a claim's mention."""
        at = int(claim.mention.rpartition(":")[2])
        return re.sub(r"\W+", " ", self.documents[claim.document].text[max(0, at - AROUND) : at + AROUND]).casefold()

    def _joined(self, claim: Claim, holder: str) -> str:
        return self._names.get(f"{claim.document}:{holder}", holder)

    def _commenter(self, claim: Claim) -> str:
        outlet = self.documents[claim.document].provenance.outlet
        return "" if claim.holders[0] == outlet else claim.holders[0]


def relate(slot: str, scope: str, positions: Sequence[Position], voices: Voices) -> tuple[Relation, ...]:
    """One relation for each pair of positions."""
    return tuple(_relation(slot, scope, positions, i, j, voices) for i, j in combinations(range(len(positions)), 2))


def _relation(slot: str, scope: str, positions: Sequence[Position], i: int, j: int, voices: Voices) -> Relation:
    a, b = positions[i], positions[j]
    stands = compare(a.value, b.value)
    if stands is Agreement.COMPATIBLE and compare(b.value, a.value) is Agreement.MORE_PRECISE:
        return Relation(j, i, Agreement.MORE_PRECISE, "the first is more exact")
    if stands is Agreement.MORE_PRECISE:
        return Relation(i, j, stands, "the first is more exact")
    if stands in (Agreement.CONFLICTS, Agreement.DENIES):
        left, right, stands, because = GATES[slot](scope, positions, i, j, voices)
        return Relation(left, right, stands, because)
    return Relation(i, j, stands, REASONS[stands])


REASONS = {
    Agreement.AGREES: "the same",
    Agreement.COMPATIBLE: "both can be true",
    Agreement.ARGUABLE: "they lean apart",
    Agreement.UPDATED: "the second is later",
}
Verdict = tuple[int, int, Agreement, str]


def _number(scope: str, positions: Sequence[Position], i: int, j: int, voices: Voices) -> Verdict:
    a, b = positions[i], positions[j]
    if scope.endswith("(part)"):
        return i, j, Agreement.COMPATIBLE, "parts of a total"
    if scope.split()[0] not in COUNTED and not MONEY.fullmatch(a.value.form):
        return i, j, Agreement.ARGUABLE, "measures of what may differ"
    small, large = sorted(p.value.low or 0.0 for p in (a, b))
    if small <= 0 or large / small >= FAR:
        return i, j, Agreement.ARGUABLE, "too far apart to count the same"
    if scope.split()[0] in GROWS and (later := _later(positions, i, j, voices)):
        return later
    return _gated(positions, i, j, voices, f"both count {scope}")


def _later(positions: Sequence[Position], i: int, j: int, voices: Voices) -> Verdict | None:
    """A toll that rose: every claim of the higher number is later than every claim of the lower. Never where two named
    sources stand against each other."""
    low, high = sorted((i, j), key=lambda k: positions[k].value.low or 0.0)
    before = [voices.moment(c) for c in positions[low].claims]
    after = [voices.moment(c) for c in positions[high].claims]
    known = [m for m in before if m is not None], [m for m in after if m is not None]
    if len(known[0]) < len(before) or len(known[1]) < len(after) or max(known[0]) >= min(known[1]):
        return None
    for x, y in _pairs(positions[low], positions[high]):
        if voices.source(x) and voices.source(y) and voices.independent(x, y):
            return None
    return low, high, Agreement.UPDATED, "the higher count is later"


def _date(scope: str, positions: Sequence[Position], i: int, j: int, voices: Voices) -> Verdict:
    values = date.on_one_day(positions[i].value, positions[j].value)
    if scope or any(v.low is None or v.high is None or v.high - v.low > DAY for v in values):
        return i, j, Agreement.ARGUABLE, "not both name a day"
    if _one_mention(positions[i], positions[j]):
        return i, j, Agreement.COMPATIBLE, "one account names both"
    low, high = sorted(v.low or 0.0 for v in values)
    if high - low > DISPUTED:
        return i, j, Agreement.ARGUABLE, "too far apart for one event"
    clocks = all(granularity(v.form) == "minute" for v in values)
    return _gated(positions, i, j, voices, f"each names a {'clock time' if clocks else 'day'} for it")


def _place(scope: str, positions: Sequence[Position], i: int, j: int, voices: Voices) -> Verdict:
    if scope or _one_mention(positions[i], positions[j]):
        return i, j, Agreement.COMPATIBLE, "it may have more than one place"
    return _gated(positions, i, j, voices, "neither place lies in the other")


def _name(scope: str, positions: Sequence[Position], i: int, j: int, voices: Voices) -> Verdict:
    """Two names are no contradiction, because more may have taken part; where nobody names both it may be one."""
    if _one_mention(positions[i], positions[j]):
        return i, j, Agreement.COMPATIBLE, "one account names both"
    return i, j, Agreement.ARGUABLE, "each names another; more may have taken part"


def _polarity(scope: str, positions: Sequence[Position], i: int, j: int, voices: Voices) -> Verdict:
    no, yes = sorted((i, j), key=lambda k: positions[k].value.low or 0.0)
    pairs = _pairs(positions[no], positions[yes])
    against = [(a, b) for a, b in pairs if voices.independent(a, b) and not voices.repeats(a, b)]
    if against:
        deniers, others = (_listed(voices.speaker(c) for c in side) for side in zip(*against, strict=True))
        verb = "deny" if " and " in deniers else "denies"
        return no, yes, Agreement.DENIES, f"{deniers} {verb} what {others} told"
    return no, yes, Agreement.ARGUABLE, "one voice says both, or the words are the same"


def _listed(speakers: Iterable[str]) -> str:
    """Speakers in a row, each once: "A, B and C"; beyond NAMED, how many more."""
    names = list(dict.fromkeys(speakers))
    if len(names) > NAMED:
        names = [*names[:NAMED], f"{len(names) - NAMED} more"]
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


GATES = {"how many": _number, "when": _date, "where": _place, "who": _name, "whom": _name, "happened": _polarity}


def _gated(positions: Sequence[Position], i: int, j: int, voices: Voices, because: str) -> Verdict:
    """CONFLICTS if two independent voices are committed to the two versions and no voice holds both."""
    a, b = positions[i], positions[j]
    both = {forms.identity(voices.speaker(c)) for c in a.claims} & {forms.identity(voices.speaker(c)) for c in b.claims}
    for x, y in _pairs(a, b):
        sure = min(x.factuality, y.factuality) >= 1
        apart = voices.family(x) != voices.family(y) or voices.source(x) or voices.source(y)
        if sure and apart and voices.independent(x, y):
            if both:
                return i, j, Agreement.ARGUABLE, f"{sorted(both)[0]} gives both"
            return i, j, Agreement.CONFLICTS, because
    return i, j, Agreement.ARGUABLE, "one voice gives both, or not as a fact"


def _pairs(a: Position, b: Position) -> Iterator[tuple[Claim, Claim]]:
    return ((x, y) for x in a.claims for y in b.claims)


def _one_mention(a: Position, b: Position) -> bool:
    return bool({c.mention for c in a.claims} & {c.mention for c in b.claims})
