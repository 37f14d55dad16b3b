"""The place and the time of a mention for which the grammar finds none: chosen among those of its sentence.

A logistic regression weighs each candidate: the path between the two in the tree, what stands between them, which
mentions have the candidate by the grammar, its preposition and kind, and the model's vectors of both heads. The weights
are in `circumstances.tsv` (signs) and `circumstances.npy` (vectors), fitted by `training/circumstances.py`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rashomon.grammar import anchors, clauses, phrases, places
from rashomon.grammar.role_words import ELSEWHERE
from rashomon.lexicon import SPEECH, STATES, THOUGHTS
from rashomon.types import Argument, EventMention, Time

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from rashomon.language import Reading
    from rashomon.tokens import Token

WEIGHTS = Path(__file__).with_name("circumstances.tsv")
VECTOR_WEIGHTS = WEIGHTS.with_suffix(".npy")
SURE = 0.75  # the probability that a candidate must have
ROLES = ("place", "time")
NO_DEEDS = SPEECH | STATES | THOUGHTS
CASES = places.PLACES | {"by", "of", "to"}  # before what may be a place
SHORT = 3  # arcs of a path that is told whole
STEPS = (0, 1, 2, 3, 5, 8, 12, 20)  # words between two, in steps
ALWAYS = "always"

Signs = dict[str, float]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place or a time: its head, its first and last token, and the argument that it would be."""

    head: Token
    first: int
    last: int
    time: Time | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """What is known of the words of an account: the kinds and entities of names, times, when and where something was
    `said`, vectors (tokens, 384); its mentions by the grammar, each with its head; `place` makes an argument of the
    head of a place."""

    kinds: Mapping[int, str]
    entities: Mapping[int, str]
    times: Mapping[int, Time]
    said: Set[int]
    vectors: Any
    mentions: Sequence[tuple[Token, EventMention]]
    triggers: set[int]
    owners: Mapping[tuple[str, int], Sequence[Token]]
    place: Callable[[Token], Argument]
    _places: dict[int, list[Token]] = field(default_factory=dict, init=False)  # by the first token of a sentence
    _weighed: dict[int, NDArray[Any]] = field(default_factory=dict, init=False)  # by token

    @classmethod
    def of(
        cls,
        reading: Reading,
        kinds: Mapping[int, str],
        entities: Mapping[int, str],
        times: Mapping[int, Time],
        said: Set[int],
        mentions: Iterable[EventMention],
        place: Callable[[Token], Argument],
    ) -> Account:
        """The account of these mentions."""
        headed = [(h, m) for m in mentions if (h := phrases.head_of(phrases.inside(reading.doc, m.span))) is not None]
        owners: dict[tuple[str, int], list[Token]] = {}
        for trigger, mention in headed:
            for a in mention.arguments:
                for t in phrases.inside(reading.doc, a.span if a.role == "time" else a.head):
                    owners.setdefault((a.role, t.i), []).append(trigger)
        return cls(kinds, entities, times, said, reading.words, headed, {t.i for t, _ in headed}, owners, place)

    def completed(self) -> Iterator[EventMention]:
        """The mentions, each with the likeliest place and time of its sentence where it has none."""
        for trigger, mention in self.mentions:
            added = []
            for role in ROLES if _happens(mention) else ():
                if all(a.role != role for a in mention.arguments):
                    found = self.likeliest(trigger, mention, role)
                    if found is not None and found.time is not None:
                        added.append(Argument(role, found.time.span, phrases.token_span(found.head)))
                    elif found is not None:
                        added.append(self.place(found.head))
            if added:
                arguments = sorted({*mention.arguments, *added}, key=lambda a: (a.span, a.role))
                mention = replace(mention, arguments=tuple(arguments))
            yield mention

    def likeliest(self, trigger: Token, mention: EventMention, role: str) -> Candidate | None:
        """The candidate that is sure enough to be the mention's place or time, and surest; None for a trigger that the
        model did not read."""
        if not self.vectors[trigger.i].any():
            return None
        column = ROLES.index(role)
        best, least = None, math.log(SURE / (1 - SURE))
        for candidate in self.candidates(trigger, role):
            table = weights()
            signs = self.signs(trigger, mention, candidate, role)
            score = sum(table[s][column] * v for s, v in signs.items() if s in table)
            score += float(self._weigh(trigger)[column, 0] + self._weigh(candidate.head)[column, 1])
            if score > least:
                best, least = candidate, score
        return best

    def pair(self, trigger: Token, head: Token) -> NDArray[Any]:
        """(768): the unit vectors of the two."""
        import numpy as np

        both = np.asarray(self.vectors[[trigger.i, head.i]], dtype=np.float64)
        unit: NDArray[Any] = (both / np.linalg.norm(both, axis=1, keepdims=True).clip(1e-9)).ravel()
        return unit

    def _weigh(self, token: Token) -> NDArray[Any]:
        """(ROLES, 2): what the unit vector of a token weighs as the first of a pair, and as the second."""
        found = self._weighed.get(token.i)
        if found is None:
            vector = self.vectors[token.i].astype(float)
            weighed = vector_weights().reshape(-1, len(vector)) @ vector / max(math.sqrt(vector @ vector), 1e-9)
            found = self._weighed[token.i] = weighed.reshape(len(ROLES), 2)
        return found

    # -- candidates ----------------------------------------------------------------------------------------------------

    def candidates(self, trigger: Token, role: str) -> Iterator[Candidate]:
        """What may be the place or the time of what its sentence tells."""
        if role == "time":
            yield from self._dates(trigger)
            return
        first = trigger.sent.start
        if first not in self._places:
            told = (t for t in trigger.sent if t.i not in self.times and t.i not in self.said)
            self._places[first] = [t for t in told if self._is_place(t)]
        yield from (Candidate(t, t.i, t.i) for t in self._places[first] if t is not trigger)

    def _dates(self, trigger: Token) -> Iterator[Candidate]:
        for time in dict.fromkeys(self.times[t.i] for t in trigger.sent if t.i in self.times):
            words = phrases.inside(trigger.doc, time.span)
            head = phrases.head_of(words)
            dated = time.type in ("DATE", "TIME") or (
                time.type == "DURATION" and anchors.apart(trigger.doc.text, time.span)
            )
            told = head is not None and head.i not in self.said and not anchors.due(head)
            if head is not None and told and dated and head.sent == trigger.sent:
                yield Candidate(head, words[0].i, words[-1].i, time)

    def _is_place(self, t: Token) -> bool:
        if t.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM", "X"):
            return t.lower_ in ELSEWHERE
        if t.dep_ in ("flat", "fixed", "goeswith"):
            return False
        inner = t.stem == "compound" and t.i in self.entities and self.entities[t.i] == self.entities.get(t.head.i)
        named = self.kinds.get(t.i) == "place"
        return not inner and (named or clauses.case(t) in CASES or (t.pos_ != "ADJ" and places.site(t)))

    # -- signs ---------------------------------------------------------------------------------------------------------

    def signs(self, trigger: Token, mention: EventMention, candidate: Candidate, role: str) -> Signs:
        """The signs for or against a candidate, by their names, and always "always"."""
        found = {ALWAYS, *self._along(trigger, candidate), *self._owned(trigger, candidate, role)}
        found.update(self._of_trigger(trigger, candidate), self._of_candidate(candidate))
        for a in mention.arguments:
            if a.role not in (*ROLES, "number"):
                heads = {t.i for t in phrases.inside(trigger.doc, a.head)}
                if candidate.head.i in heads:
                    found.add(f"taken {a.role}")
                elif not heads.isdisjoint(t.i for t in candidate.head.ancestors):
                    found.add(f"under {a.role}")
        return dict.fromkeys(sorted(found), 1.0)

    def _along(self, trigger: Token, candidate: Candidate) -> Iterator[str]:
        """The path in the tree, and how far the two stand from each other in the sentence."""
        up, down = _path(trigger, candidate.head)
        if len(up) + len(down) <= SHORT:
            yield f"path {_arcs(up)}|{_arcs(down)}"
        yield f"steps {min(len(up), 4)} {min(len(down), 4)}"
        yield from (f"up {t.stem}" for t in up)
        yield f"last {down[-1].stem if down else '-'}"
        if len(down) > 1:
            yield f"first {down[0].stem} {clauses.case(down[0]) or '-'}"
        elif down and not up:
            yield f"direct {clauses.case(candidate.head) or '-'}"
        before = candidate.last < trigger.i
        between = (candidate.last + 1, trigger.i) if before else (trigger.i + 1, candidate.first)
        side = "before" if before else "after"
        words = max(between[1] - between[0], 0)
        yield f"{side} {next((n for n in STEPS if words <= n), 'far')}"
        yield f"{side} triggers {min(sum(i in self.triggers for i in range(*between)), 3)}"

    def _owned(self, trigger: Token, candidate: Candidate, role: str) -> Iterator[str]:
        """Which other mention has it by the grammar, the nearest in the tree."""
        owners = [t for t in self.owners.get((role, candidate.first), ()) if t.i != trigger.i]
        if not owners:
            yield "owned by none"
            return
        paths = [(_path(trigger, t), t) for t in owners]
        (up, down), owner = min(paths, key=lambda p: len(p[0][0]) + len(p[0][1]))
        if len(up) + len(down) < SHORT:
            yield f"owned {_arcs(up)}|{_arcs(down)}"
        yield f"owned at {min(len(up) + len(down), 5)}"
        yield f"owned {'before' if owner.i < trigger.i else 'after'}"
        if owner.lemma_.lower() in SPEECH:
            yield "owned by speech"
        if owner.tag_ == trigger.tag_:
            yield "owned by the same tag"

    def _of_trigger(self, trigger: Token, candidate: Candidate) -> Iterator[str]:
        kind = trigger.pos_ if trigger.pos_ == "VERB" else "noun"
        yield f"event {kind} {'before' if candidate.last < trigger.i else 'after'}"
        yield f"event {trigger.tag_}"

    def _of_candidate(self, candidate: Candidate) -> Iterator[str]:
        head, case = candidate.head, clauses.case(candidate.head) or "-"
        yield f"case {case}"
        if candidate.time is not None:
            yield f"kind {candidate.time.type}"
            return
        kind = self.kinds.get(head.i)
        if kind != "place":
            kind = "site" if places.site(head) else kind or head.pos_
        yield from (f"kind {kind}", f"{kind} {case}", f"{kind} as {head.stem}", f"tag {head.tag_}")


def _happens(mention: EventMention) -> bool:
    """True for what is no state and no thought, nor speech, whose place and time the attributions tell."""
    return not mention.predicate.startswith("be ") and mention.predicate not in NO_DEEDS


def _path(one: Token, other: Token) -> tuple[list[Token], list[Token]]:
    """The tokens that a path climbs from, and those that it then goes down to, in turn."""
    up, down = [one, *one.ancestors], [other, *other.ancestors]
    at = {t.i: n for n, t in enumerate(down)}
    n = next((n for n, t in enumerate(up) if t.i in at), None)
    return (up, down[::-1]) if n is None else (up[:n], down[: at[up[n].i]][::-1])


def _arcs(tokens: Iterable[Token]) -> str:
    return ">".join("relcl" if t.dep_ == "acl:relcl" else t.stem for t in tokens)


@cache
def weights(path: Path = WEIGHTS) -> Mapping[str, tuple[float, ...]]:
    """{sign: its weight for each of ROLES}."""
    rows = (line.split("\t") for line in path.read_text("utf-8").splitlines()[1:])
    return {sign: tuple(map(float, values)) for sign, *values in rows}


@cache
def vector_weights(path: Path = VECTOR_WEIGHTS) -> NDArray[Any]:
    """(ROLES, 768): what `Account.pair` weighs for each of ROLES."""
    import numpy as np

    return np.asarray(np.load(path), dtype=np.float64)
