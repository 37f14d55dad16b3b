"""Questions that accounts answer with different names: who backs a group, who is blamed for a thing.

"X funds Y" is seldom told as a happening that two accounts could be compared on: one says who gives money, another who
gives arms, a third who is to blame. What they share is the question. Answers are words of the accounts with their
holders; that two of them exclude each other is not said.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from rashomon import name_forms as forms
from rashomon.order import of_question
from rashomon.questions.answers import Answer, answers
from rashomon.questions.wording import BACKS, BLAMED
from rashomon.types import Claim, Document, Position, Question, Slot, Value, digest
from rashomon.voices import Voices


def questions(
    documents: Sequence[Document], names: Mapping[str, str], stories: Sequence[Sequence[str]], voices: Voices
) -> tuple[Question, ...]:
    """Every question with rival answers: two answers or more, of which two voices give different ones.

    Needs the layers Attribution, Block, EventMention, Name and Sentence; raises MissingLayer without them.
    """
    story = {d: group[0] for group in stories for d in group}
    asked: dict[tuple[str, str], list[Answer]] = defaultdict(list)
    shown: dict[tuple[str, str], list[str]] = defaultdict(list)
    for document in documents:
        for answer in answers(document):
            about = names.get(f"{document.id}:{answer.about}", answer.about)
            key = story[document.id], forms.identity(about)
            asked[key].append(answer)
            shown[key].append(about)
    rivals = [key for key, told in asked.items() if _rival(told, names, voices)]
    found = (_question(key[0], forms.fullest(shown[key]), asked[key], names, voices) for key in rivals)
    return tuple(sorted(found, key=of_question))


def _question(story: str, about: str, told: Sequence[Answer], names: Mapping[str, str], voices: Voices) -> Question:
    slots = []
    for relation in (BACKS, BLAMED):
        versions: dict[str, list[Claim]] = defaultdict(list)
        shown: dict[str, list[str]] = defaultdict(list)
        for answer in told:
            if answer.relation == relation:
                form = _shared(answer, names)
                versions[forms.identity(form)].append(answer.claim)
                shown[forms.identity(form)].append(form)
        positions = [
            Position(Value("name", form=forms.fullest(shown[key])), tuple(held), voices.witnesses(held))
            for key, held in sorted(versions.items(), key=lambda v: (-len(v[1]), v[0].lstrip("=")))
        ]
        if positions:
            positions.sort(key=lambda p: -len(p.witnesses))
            slots.append(Slot("who", relation, tuple(positions), ()))
    return Question(digest("question", story, about), about, story, tuple(slots))


def _shared(answer: Answer, names: Mapping[str, str]) -> str:
    return names.get(f"{answer.claim.document}:{answer.claim.value.form}", answer.claim.value.form)


def _rival(told: Sequence[Answer], names: Mapping[str, str], voices: Voices) -> bool:
    """True if two voices give different answers to one relation, or one denies what another answers."""
    given: dict[str, dict[str, set[tuple[str, bool]]]] = {BACKS: defaultdict(set), BLAMED: defaultdict(set)}
    for a in told:
        answer = forms.identity(_shared(a, names)), a.claim.factuality > 0
        given[a.relation][forms.identity(voices.speaker(a.claim))].add(answer)
    return any(len({frozenset(one) for one in by.values()}) > 1 for by in given.values())
