"""Events: who did what to whom, when and where, on our own standoff labels (`eval/gold`, with GUIDELINES.md).

Data: JSON Lines with `corpus`, `doc`, `sha256` of the text, and `events`. The text itself is read from the corpus. A
sample of the events of an article is labelled, so a mention at an unlabelled trigger is neither right nor wrong.

    triggers        recall; of a trigger's alternatives ("held talks") the first that is a mention is the one compared
    core arguments  F1 of who and whom over all events: those of a missed trigger are missed
    found: ...      the same over the triggers found: core, who, whom, when, where; either: who and whom taken as one
    sign            accuracy over the triggers found: factuality above 0 if it happened, below 0 if denied, nearer to
                    0 than 1.5 if it is planned or hypothetical
    took place      accuracy over the triggers found: `happened` above 0 for what happened, and not for the rest

An argument is right if its head shares a token with the head that is labelled, or with one of its alternatives.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval.corpora import spans
from eval.fillers import Fragments, Tokens
from eval.metrics import Fault, Result, Score, accuracy, recall, total
from eval.raw import Annotate, annotated
from eval.rules import sentences
from eval.texts import labelled
from rashomon.errors import ReadError
from rashomon.types import EventMention

ROLES = {"agent": "who", "patient": "whom", "recipient": "whom", "time": "when", "place": "where"}
SCORED = ("who", "whom", "when", "where")
LABELLED = (*SCORED, "number")
CORE = ("who", "whom")
STATUSES = ("happened", "planned", "denied", "hypothetical")
OPEN = 1.5  # factuality nearer to 0 than this leaves open whether it is so

Arguments = Mapping[str, tuple[Fragments, ...]]  # role -> heads, each with its alternatives


@dataclass(frozen=True, slots=True)
class Happening:
    """A labelled event: the alternatives of its trigger, the heads in each role, and whether it took place."""

    trigger: Fragments
    arguments: Arguments
    status: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A predicted event; each head stands alone."""

    trigger: tuple[int, int]
    arguments: Arguments
    factuality: float
    happened: float


@dataclass(frozen=True, slots=True)
class Case:
    """One article and the sample of its events that is labelled."""

    id: str
    text: str
    events: tuple[Happening, ...]


def gold(path: Path, limit: int | None) -> list[Case]:
    """The labelled articles. Raises ReadError where a corpus is absent or its text is not the one labelled."""
    cases = []
    for number, record, text in labelled(path, limit, "events"):
        events = tuple(_labelled(e, len(text), path, number) for e in record["events"])
        cases.append(Case(f"{record['corpus']}/{record['doc']}", text, events))
    return cases


def _labelled(label: Any, length: int, path: Path, number: int) -> Happening:
    if not isinstance(label, dict) or any(field not in label for field in ("trigger", *LABELLED, "status")):
        raise ReadError(str(path), f"an event needs trigger, {', '.join(LABELLED)}, status", number)
    if label["status"] not in STATUSES:
        raise ReadError(str(path), f"no status: {label['status']}", number)
    heads = {role: tuple(spans(head, length, path, number, role) for head in label[role]) for role in LABELLED}
    return Happening(spans(label["trigger"], length, path, number, "trigger"), heads, label["status"])


# -- predictions -------------------------------------------------------------------------------------------------------


def predict(cases: Sequence[Case], annotate: Annotate = annotated) -> list[tuple[Mention, ...]]:
    """The event mentions of the pipeline."""
    out = []
    for _, (document, back) in zip(cases, annotate([case.text for case in cases]), strict=True):
        found = []
        for m in document.layer(EventMention):
            heads: dict[str, set[tuple[int, int]]] = {role: set() for role in SCORED}
            for a in m.arguments:
                if a.role in ROLES:
                    place = back(a.head)
                    heads[ROLES[a.role]].add((place.begin, place.end))
            trigger = back(m.span)
            arguments = {role: tuple((h,) for h in sorted(places)) for role, places in heads.items()}
            found.append(Mention((trigger.begin, trigger.end), arguments, m.factuality, m.happened))
        out.append(tuple(found))
    return out


TIME = re.compile(
    r"\b(?:[A-Z][a-z]+day|today|tonight|yesterday|tomorrow|(?:last|next|this) (?:week|month|year|night)|[12]\d{3}"
    r"|May|June?|July?|(?:Jan|Febr)(?:uary)?|Feb|Mar(?:ch)?|Apr(?:il)?|Aug(?:ust)?|(?:Sept?|Oct|Nov|Dec)(?:(?:em|o)?ber)?)\b"
)
PLACE = re.compile(r"\b(?:in|at|over|near|from|to) (?:the )?([A-Z]\w+(?: [A-Z]\w+)*)")
WORD = re.compile(r"[^\W\d_][\w.’'-]*\w|[A-Z]")
FUNCTION = frozenset(
    """a an the this that these those some any no every each all both and or but nor so yet if when while as than
    because of in on at to for from with by over into after before under about against between through during
    near up out off down is are was were be been being am has have had do does did will would can could may
    might shall should must not which who whom whose what where how there also just only then now more most
    very its his her their our my your""".split()
)


def baseline(cases: Sequence[Case], train: Path | None = None) -> list[tuple[Mention, ...]]:
    """The triggers as labelled, and around each, in its sentence, the nearest word that may be a noun on either side.

    The nearest time and place by pattern. Everything happened. *train* is not used.
    """
    return [tuple(beside(case.text, e.trigger[0]) for e in case.events) for case in cases]


def beside(text: str, trigger: tuple[int, int]) -> Mention:
    """What stands around a trigger: the baseline's mention of it."""
    begin, end = next(((b, e) for b, e in sentences(text) if b <= trigger[0] < e), (0, len(text)))
    words = [
        m.span()
        for m in WORD.finditer(text, begin, end)
        if m[0].lower() not in FUNCTION and not re.search(r"(?:ed|ing|ly)$", m[0])
    ]
    before, after = [w for w in words if w[1] <= trigger[0]], [w for w in words if w[0] >= trigger[1]]

    def nearest(pattern: re.Pattern[str], group: int) -> tuple[Fragments, ...]:
        found = [m.span(group) for m in pattern.finditer(text, begin, end)]
        return ((min(found, key=lambda p: abs(p[0] - trigger[0])),),) if found else ()

    heads = {
        "who": ((before[-1],),) if before else (),
        "whom": ((after[0],),) if after else (),
        "when": nearest(TIME, 0),
        "where": nearest(PLACE, 1),
    }
    return Mention(trigger, heads, 3.0, 3.0)


# -- scores ------------------------------------------------------------------------------------------------------------


def score(cases: Sequence[Case], predictions: Sequence[Sequence[Mention]]) -> Result:
    """The figures that the head of this file names."""
    scores: list[Score] = []
    faults: list[Fault] = []
    for case, predicted in zip(cases, predictions, strict=True):
        toks = Tokens.of(case.text)
        for event in case.events:
            mention = _mention(toks, event, predicted)
            scores.append(recall("triggers", mention is not None, 1))
            scores += _arguments(toks, event, mention)
            if mention is not None:
                scores.append(accuracy("sign", _right_sign(event.status, mention.factuality), 1))
                scores.append(accuracy("took place", (mention.happened > 0) == (event.status == "happened"), 1))
            faults += _faults(case, toks, event, mention)
    order = ("triggers", "core arguments", "found: core", *(f"found: {r}" for r in SCORED), "found: either")
    summed = {s.name: s for s in total(scores)}
    return Result(tuple(summed[name] for name in (*order, "sign", "took place") if name in summed), tuple(faults))


def _mention(toks: Tokens, event: Happening, predicted: Sequence[Mention]) -> Mention | None:
    """The mention at the first of the trigger's alternatives that has one."""
    for alternative in event.trigger:
        at = toks.covered([alternative])
        for mention in predicted:
            if at & toks.covered([mention.trigger]):
                return mention
    return None


def _right_sign(status: str, value: float) -> bool:
    return {"happened": value > 0, "denied": value < 0}.get(status, abs(value) < OPEN)


def _arguments(toks: Tokens, event: Happening, mention: Mention | None) -> Iterator[Score]:
    core = [_agreement(toks, "", event, mention, (role,)) for role in CORE]
    yield from total(core, "core arguments")
    if mention is None:
        return
    yield from total(core, "found: core")
    for role in SCORED:
        yield _agreement(toks, f"found: {role}", event, mention, (role,))
    yield _agreement(toks, "found: either", event, mention, CORE)


def _agreement(toks: Tokens, name: str, event: Happening, mention: Mention | None, roles: Sequence[str]) -> Score:
    """Heads of these roles, taken as one, that agree."""
    labelled = [head for role in roles for head in event.arguments[role]]
    said = [head for role in roles for head in _heads(toks, event, mention, role)] if mention else []
    found = sum(any(_same(toks, s, g) for g in labelled) for s in said)
    matched = sum(any(_same(toks, s, g) for s in said) for g in labelled)
    return Score(name, found, len(said), matched, len(labelled))


def _heads(toks: Tokens, event: Happening, mention: Mention, role: str) -> list[Fragments]:
    """The heads predicted in a role, without the trigger's other words: "talks" of "held talks" takes no part in it."""
    return [head for head in mention.arguments[role] if not _same(toks, head, event.trigger)]


def _same(toks: Tokens, said: Fragments, labelled: Fragments) -> bool:
    return bool(toks.covered(said) & toks.covered(labelled))


def _faults(case: Case, toks: Tokens, event: Happening, mention: Mention | None) -> Iterator[Fault]:
    """Labels of a missed argument are "its role > the role that its head was given", where it was given another."""
    if mention is None:
        yield Fault(case.id, "triggers", *event.trigger[0], "missed", event.status)
        return
    for role in SCORED:
        for head in event.arguments[role]:
            given = [r for r in SCORED if any(_same(toks, s, head) for s in _heads(toks, event, mention, r))]
            if role not in given:
                yield Fault(case.id, role, *head[0], "missed", f"{role} > {given[0]}" if given else role)
        for said in _heads(toks, event, mention, role):
            if not any(_same(toks, said, g) for g in event.arguments[role]):
                yield Fault(case.id, role, *said[0], "spurious", role)
    if not _right_sign(event.status, mention.factuality):
        yield Fault(case.id, "sign", *mention.trigger, "wrong", f"{event.status} > {mention.factuality:+.1f}")
