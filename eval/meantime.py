"""Events and who takes part in them in MEANTIME: Wikinews with PropBank roles, its first six sentences.

Data: JSON Lines with `doc`, `tokens` (t, the word; s, its sentence), `mentions` (id, kind, tok) and `relations` of type
HAS_PARTICIPANT (src, tgt, sem_role: Arg0, Arg1, Argm-LOC ... or none). A text is put together from its words, title and
date on a line each.

    triggers      F1; one is found if it shares a word with a mention's trigger
    participants  F1 of pairs of a trigger and who or what takes part in it, in any role; those of a missed trigger are
                  missed, those of a mention that is not annotated are wrong; events take no part here, as they are
                  linked in another way in the data
    roles         the same for who (Arg0), whom (Arg1) and where (Argm-LOC), with the role; what is annotated in another
                  role is neither right nor wrong
    found: ...    who, whom and where, over the triggers found

A participant is right if the head of the argument stands in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from eval import events
from eval.corpora import json_lines
from eval.events import Mention
from eval.metrics import Fault, Result, Score, total
from eval.raw import Annotate, annotated
from eval.texts import text_of
from rashomon.errors import ReadError
from rashomon.lexicon import classes

ANNOTATED = 6  # sentences of each text
ROLES = {"Arg0": "who", "Arg1": "whom", "Argm-LOC": "where"}
CORE = ("who", "whom", "where")
LONGEST = 3  # words of a trigger: longer ones are phrases that stand for an event
QUOTES = {"``": '"', "''": '"'}

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Case:
    """The annotated part of a text: triggers, and for each who takes part: (role, "" for another; place)."""

    id: str
    text: str
    triggers: tuple[Place, ...]
    participants: tuple[tuple[tuple[str, Place], ...], ...]


def gold(path: Path, limit: int | None) -> list[Case]:
    """The texts of the file. Raises ReadError for words that are not all in the text put together from them."""
    fields = ("doc", "tokens", "mentions", "relations")
    return [_case(record, path, number) for number, record in json_lines(path, limit, fields)]


def _case(record: Mapping[str, Any], path: Path, number: int) -> Case:
    words = [t for t in record["tokens"] if t["s"] < ANNOTATED]
    text, places = joined([(QUOTES.get(t["t"], t["t"]), t["s"]) for t in words])
    if len(places) < len(words):
        raise ReadError(str(path), f"no place in the text for {words[len(places)]['t']!r}", number)
    mentions = {m["id"]: m for m in record["mentions"] if m["tok"] and m["tok"][-1] < len(words)}
    triggers = {i: m["tok"] for i, m in mentions.items() if m["kind"] == "EVENT_MENTION" and _whole(m["tok"])}
    taking: dict[str, list[tuple[str, Place]]] = {i: [] for i in triggers}
    for r in record["relations"]:
        if r["type"] == "HAS_PARTICIPANT" and r["src"] in triggers and r["tgt"] in mentions:
            at = mentions[r["tgt"]]["tok"]
            taking[r["src"]].append((ROLES.get(r.get("sem_role"), ""), (places[at[0]][0], places[at[-1]][1])))
    spans = tuple((places[at[0]][0], places[at[-1]][1]) for at in triggers.values())
    return Case(record["doc"], text, spans, tuple(tuple(t) for t in taking.values()))


def _whole(at: Sequence[int]) -> bool:
    return len(at) <= LONGEST and list(at) == list(range(at[0], at[0] + len(at)))


def joined(words: Sequence[tuple[str, int]]) -> tuple[str, list[Place]]:
    """The text of words with their sentences, and the place of each word; the first two sentences are lines."""
    lines = [[w for w, s in words if s == n] for n in (0, 1)] + [[w for w, s in words if s > 1]]
    text = "\n".join(text_of({"tokens": [{"t": w} for w in line]}) for line in lines)
    places, at = [], 0
    for word, _ in words:
        found = re.compile('["“”]' if word == '"' else "['‘’]" if word == "'" else re.escape(word)).search(text, at)
        if found is None:
            break
        places.append(found.span())
        at = found.end()
    return text, places


def predict(cases: Sequence[Case], annotate: Annotate = annotated) -> list[tuple[Mention, ...]]:
    """The event mentions of the pipeline."""
    return events.predict([events.Case(c.id, c.text, ()) for c in cases], annotate)


def baseline(cases: Sequence[Case], train: Path | None = None) -> list[tuple[Mention, ...]]:
    """A mention at every word in -ed and every word of the lexicon of actions, with the words that stand around it.
    *train* is not used."""
    out = []
    for case in cases:
        words = [m.span() for m in events.WORD.finditer(case.text) if _acts(m[0].lower())]
        out.append(tuple(events.beside(case.text, at) for at in words))
    return out


def _acts(word: str) -> bool:
    return word.endswith("ed") or bool(classes(word) or classes(word.removesuffix("s")))


def score(cases: Sequence[Case], predictions: Sequence[Sequence[Mention]]) -> Result:
    """The figures that the head of this file names."""
    scores: list[Score] = []
    faults: list[Fault] = []
    for case, predicted in zip(cases, predictions, strict=True):
        of = [next((m for m in predicted if _meet(m.trigger, t)), None) for t in case.triggers]
        right = sum(any(_meet(m.trigger, t) for t in case.triggers) for m in predicted)
        found = sum(m is not None for m in of)
        scores.append(Score("triggers", right, len(predicted), found, len(case.triggers)))
        known = {m.trigger for m in of if m is not None}
        scores += _stray([_things(m, case) for m in predicted if m.trigger not in known])
        for at, taking, found_mention in zip(case.triggers, case.participants, of, strict=True):
            mention = _things(found_mention, case) if found_mention else None
            scores += _participants(taking, mention)
            faults += _faults(case, at, taking, mention)
    summed = {s.name: s for s in total(scores)}
    order = ("triggers", "participants", "roles", *(f"found: {role}" for role in CORE))
    return Result(tuple(summed[name] for name in order if name in summed), tuple(faults))


def _things(mention: Mention, case: Case) -> Mention:
    """The mention without what takes part in it as an event."""
    kept = {
        r: tuple(h for h in hs if not any(_meet(h[0], t) for t in case.triggers)) for r, hs in mention.arguments.items()
    }
    return replace(mention, arguments=kept)


def _heads(mention: Mention, role: str) -> list[Place]:
    return [place for head in mention.arguments[role] for place in head]


def _stray(mentions: Sequence[Mention]) -> Iterator[Score]:
    """What takes part in mentions that are not annotated is wrong."""
    n = sum(len(_heads(m, role)) for m in mentions for role in CORE)
    yield from (Score(name, 0, n, 0, 0) for name in ("participants", "roles"))


def _participants(taking: Sequence[tuple[str, Place]], mention: Mention | None) -> Iterator[Score]:
    said = [(role, head) for role in CORE for head in _heads(mention, role)] if mention else []
    right = sum(any(_meet(h, place) for _, place in taking) for _, h in said)
    found = sum(any(_meet(h, place) for _, h in said) for _, place in taking)
    yield Score("participants", right, len(said), found, len(taking))
    for role in CORE:
        labelled = [place for r, place in taking if r == role]
        own = [h for r, h in said if r == role and not any(not r2 and _meet(h, place) for r2, place in taking)]
        hits = sum(any(_meet(h, place) for place in labelled) for h in own)
        met = sum(any(_meet(h, place) for h in own) for place in labelled)
        yield Score("roles", hits, len(own), met, len(labelled))
        if mention is not None:
            yield Score(f"found: {role}", hits, len(own), met, len(labelled))


def _faults(case: Case, at: Place, taking: Sequence[tuple[str, Place]], mention: Mention | None) -> Iterator[Fault]:
    if mention is None:
        yield Fault(case.id, "triggers", *at, "missed", "")
        return
    for role, place in taking:
        given = [r for r in CORE if any(_meet(h, place) for h in _heads(mention, r))]
        if role and role not in given:
            yield Fault(case.id, role, *place, "missed", f"{role} > {given[0]}" if given else role)
    for role in CORE:
        for h in _heads(mention, role):
            if not any(_meet(h, place) for _, place in taking):
                yield Fault(case.id, role, *h, "spurious", role)


def _meet(one: Place, other: Place) -> bool:
    return one[0] < other[1] and other[0] < one[1]
