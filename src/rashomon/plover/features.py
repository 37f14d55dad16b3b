"""What the classifier is shown of a sentence and two actors in it, as named numbers in groups.

words: runs of one to three stems, the actors replaced by marks. places: stems before, between and after the actors.
phrases: types of `phrases.txt` by place. order: who stands first and how far apart. mentions: what the events annotator
says the actors do, in which roles.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rashomon.plover.phrases import WORD, match, stem
from rashomon.types import EventMention, Span

AGENT, RECIPIENT = "_S", "_T"
NEGATIONS = frozenset(map(stem, "not no without neither nor".split()))
NEAR = 7  # words after the second actor that are near

Features = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence as stems with its actors as one mark each; the place of either, and whether the agent stands first."""

    stems: tuple[str, ...]
    agent: int
    recipient: int
    trigger: int | None = None

    @property
    def order(self) -> str:
        """st where the agent (source) stands before the recipient (target), else ts."""
        return "st" if self.agent < self.recipient else "ts"

    def zone(self, i: int) -> str:
        """b before both actors, m between, a shortly after, z later."""
        first, last = sorted((self.agent, self.recipient))
        return "b" if i < first else "m" if i < last else "a" if i < last + NEAR else "z"


def affirmed(seen: Scene) -> Scene:
    """The sentence without its negations: what is said not to have been done."""
    kept = [i for i, word in enumerate(seen.stems) if word not in NEGATIONS]
    moved = {i: at for at, i in enumerate(kept)}
    trigger = None if seen.trigger is None else moved.get(seen.trigger)
    last = max(len(kept) - 1, 0)
    return Scene(tuple(seen.stems[i] for i in kept), moved.get(seen.agent, 0), moved.get(seen.recipient, last), trigger)


def scene(text: str, sentence: Span, agent: Span | None, recipient: Span | None, trigger: Span | None = None) -> Scene:
    """The sentence as the classifier sees it; all spans in code points of *text*. An actor that is not in the sentence
    is taken to stand at its edge."""
    stems: list[str] = []
    places: dict[str, int] = {}
    at = None
    last = ""
    for word in WORD.finditer(text, sentence.begin, sentence.end):
        here = Span(*word.span())
        mark = RECIPIENT if recipient and recipient.touches(here) else AGENT if agent and agent.touches(here) else ""
        if trigger and trigger.touches(here) and at is None:
            at, mark = len(stems), ""
        if mark and mark == last:
            continue
        if mark:
            places.setdefault(mark, len(stems))
        stems.append(mark or stem(word[0]))
        last = mark
    return Scene(tuple(stems), places.get(AGENT, 0), places.get(RECIPIENT, max(len(stems) - 1, 0)), at)


def features(seen: Scene, agent: Span | None, recipient: Span | None, mentions: Iterable[EventMention]) -> Features:
    """The groups of named numbers: see the module."""
    return {
        "words": _words(seen),
        "places": _places(seen),
        "phrases": _phrases(seen),
        "order": _order(seen),
        "mentions": _mentions(agent, recipient, mentions),
    }


def _words(seen: Scene) -> dict[str, float]:
    n = len(seen.stems)
    return {" ".join(seen.stems[i : i + k]): 1.0 for k in (1, 2, 3) for i in range(n - k + 1)}


def _places(seen: Scene) -> dict[str, float]:
    found = {}
    for i, word in enumerate(seen.stems):
        if word in (AGENT, RECIPIENT):
            continue
        found[f"{seen.zone(i)}:{word}"] = 1.0
        if seen.zone(i) == "m" and seen.order == "st" and i + 1 < len(seen.stems):
            found[f"m2:{word} {seen.stems[i + 1]}"] = 1.0
    return found


def _phrases(seen: Scene) -> dict[str, float]:
    found: dict[str, float] = {}

    def add(name: str, value: float = 1.0) -> None:
        found[name] = found.get(name, 0.0) + value

    phrases, order = match(seen.stems), seen.order
    for p in phrases:
        add(f"{seen.zone(p.begin)}{order}:{p.type}")
        add(p.type, 0.5)
        add(f"{p.type} {p.mode}", 0.5)
    after = [p for p in phrases if p.begin > seen.agent]
    for k, p in enumerate(after[:3]):
        add(f"n{k}{order}:{p.type}", 0.7 if k else 1.5)
    if after:
        add(f"long:{max(after, key=lambda p: (p.length, -p.begin)).type}", 1.5)
    return found


def _order(seen: Scene) -> dict[str, float]:
    gap = min(abs(seen.recipient - seen.agent), 12) // 3
    return {f"o:{seen.order}": 1.0, f"gap:{gap}": 1.0}


def _mentions(agent: Span | None, recipient: Span | None, mentions: Iterable[EventMention]) -> dict[str, float]:
    found: dict[str, float] = {}
    for m in mentions:
        mine, theirs = _role(m, agent), _role(m, recipient)
        if not (mine or theirs) or any(span and span.touches(m.span) for span in (agent, recipient)):
            continue
        predicate = " ".join(stem(w) for w in m.predicate.split())
        found[f"p:{predicate}"] = found[f"p:{predicate}:{mine}:{theirs}"] = 1.0
    return found


def _role(mention: EventMention, actor: Span | None) -> str:
    return next((a.role for a in mention.arguments if actor and actor.touches(a.head)), "")
