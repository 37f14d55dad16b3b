"""Questions that accounts answer differently: who backs a group, who is blamed for a thing, what caused a mishap, how
old somebody is and where from, and how the name is spelt.

"X funds Y" is seldom told as a happening that two accounts could be compared on: one says who gives money, another who
gives arms, a third who is to blame. What they share is the question. Answers are words of the accounts with their
holders; that two of them exclude each other is said of ages alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import chain, combinations

from rashomon import name_forms as forms
from rashomon.order import SPELLING, of_question
from rashomon.questions.answers import SLOT, Answer, answers
from rashomon.questions.causes import alike
from rashomon.questions.spellings import spellings, spelt
from rashomon.questions.wording import AGED, BACKS, BLAMED, CAUSED, CHILDREN, HOME
from rashomon.relations import relate
from rashomon.types import Agreement, Claim, Document, Position, Question, Relation, Slot, Value, digest
from rashomon.values import compare
from rashomon.voices import Voices

NAMES = (BACKS, BLAMED, CAUSED)  # relations that a name answers, or the words for a thing
NUMBERS = (AGED, CHILDREN)
RELATIONS = (*NAMES, *NUMBERS, HOME, SPELLING)
APART = frozenset({Agreement.CONFLICTS, Agreement.ARGUABLE})  # how two ages stand that are worth a line
ONE = frozenset({Agreement.AGREES, Agreement.MORE_PRECISE})  # how two places stand of which one holds the other


def questions(
    documents: Sequence[Document], names: Mapping[str, str], stories: Sequence[Sequence[str]], voices: Voices
) -> tuple[Question, ...]:
    """Every question with rival answers: two answers or more, of which two voices give different ones.

    Needs the layers Attribution, Block, EventMention, Name and Sentence; raises MissingLayer without them.
    """
    story = {d: group[0] for group in stories for d in group}
    asked: dict[tuple[str, str], list[Answer]] = defaultdict(list)
    shown: dict[tuple[str, str], list[str]] = defaultdict(list)
    by_id = {d.id: d for d in documents}
    spelled = (spellings([by_id[d] for d in group], names) for group in stories)
    for answer in chain((a for document in documents for a in answers(document)), *spelled):
        document = answer.claim.document
        about = names.get(f"{document}:{answer.about}", answer.about)
        key = story[document], forms.identity(about)
        asked[key].append(answer)
        shown[key].append(about)
    found = (_question(key[0], forms.fullest(shown[key]), told, names, voices) for key, told in asked.items())
    return tuple(sorted(filter(None, found), key=of_question))


def _question(
    story: str, about: str, told: Sequence[Answer], names: Mapping[str, str], voices: Voices
) -> Question | None:
    """None for one without rival answers."""
    slots, rival = [], False
    for relation in RELATIONS:
        given = [a for a in told if a.relation == relation]
        if not given:
            continue
        positions = _positions(given, names, voices)
        relations: tuple[Relation, ...] = ()
        if relation in NUMBERS:
            relations = relate(SLOT[relation], f"{relation} of {about.split()[-1]}", positions, voices)
            rival |= any(r.agreement in APART for r in relations)
        elif relation in (HOME, CAUSED):
            rival |= _apart(positions) if relation == HOME else _causes(positions)
        elif relation == SPELLING:
            rival |= len({p.witnesses for p in positions}) > 1
        else:
            rival |= _rival(given, names, voices)
        slots.append(Slot(SLOT.get(relation, "who"), _scope(relation, about), positions, relations))
    return Question(digest("question", story, about), about, story, tuple(slots)) if rival else None


def _scope(relation: str, about: str) -> str:
    """The scope of a slot: its relation, and of an age whose it is, as in events."""
    return f"{relation} of {about}" if relation == AGED else relation


def _positions(given: Sequence[Answer], names: Mapping[str, str], voices: Voices) -> tuple[Position, ...]:
    """The answers to one relation, each with who gives it, those of most witnesses first."""
    versions: dict[object, list[Claim]] = defaultdict(list)
    shown: dict[object, list[str]] = defaultdict(list)
    for answer in given:
        value = answer.claim.value
        written = answer.relation == SPELLING
        form = value.form if written else _shared(answer, names)
        key = spelt(form) if written else forms.identity(form) if value.kind == "name" else value
        versions[key].append(answer.claim)
        shown[key].append(form)
    ordered = sorted(versions, key=lambda key: (-len(versions[key]), _sorted_by(key)))
    positions = [
        Position(
            key if isinstance(key, Value) else Value("name", form=forms.fullest(shown[key])),
            tuple(versions[key]),
            voices.witnesses(versions[key]),
        )
        for key in ordered
    ]
    return tuple(sorted(positions, key=lambda p: -len(p.witnesses)))


def _sorted_by(key: object) -> tuple[float, str]:
    return (key.low or 0.0, key.form) if isinstance(key, Value) else (0.0, str(key).lstrip("="))


def _shared(answer: Answer, names: Mapping[str, str]) -> str:
    return names.get(f"{answer.claim.document}:{answer.claim.value.form}", answer.claim.value.form)


def _rival(given: Sequence[Answer], names: Mapping[str, str], voices: Voices) -> bool:
    """True if two voices give different answers, or one denies what another answers."""
    by_voice: dict[str, set[tuple[str, bool]]] = defaultdict(set)
    for a in given:
        answer = forms.identity(_shared(a, names)), a.claim.factuality > 0
        by_voice[forms.identity(voices.speaker(a.claim))].add(answer)
    return len({frozenset(one) for one in by_voice.values()}) > 1


def _causes(positions: Sequence[Position]) -> bool:
    """True if two voices give causes that have no word in common."""
    return any(
        not alike(a.value.form, b.value.form) and {*a.witnesses} != {*b.witnesses}
        for a, b in combinations(positions, 2)
    )


def _apart(positions: Sequence[Position]) -> bool:
    """True if two voices give places of which neither lies in the other."""
    return any(
        {compare(a.value, b.value), compare(b.value, a.value)}.isdisjoint(ONE) and {*a.witnesses} != {*b.witnesses}
        for a, b in combinations(positions, 2)
    )
