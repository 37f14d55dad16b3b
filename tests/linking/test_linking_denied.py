"""A denial meets what it denies: who denies what is plain from the actors and the action, not from the sentences."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from rashomon.common_nouns import FORCE
from rashomon.linking.denied import denial_links, denies
from rashomon.linking.likeness import Likeness
from rashomon.linking.told import Told
from rashomon.types import Judgement, Link

NONE: frozenset[str] = frozenset()
ORO, VALE, BROOK = (frozenset({name}) for name in ("oro", "vale", "brook"))
THEFT = frozenset({"theft"})
YES = Told("a:1", "a", 0, 0, "attack", 3.0, VALE, ORO, VALE | ORO, NONE, (), (), {}, holders=ORO)
NO = Told("b:1", "b", 0, 1, "assault", -3.0, NONE, ORO, ORO, NONE, (), (), {}, holders=frozenset({"lawyer"}))


@pytest.mark.parametrize(
    ("no", "yes", "answers"),
    [
        (NO, YES, True),
        (replace(NO, patients=BROOK, names=BROOK), YES, False),  # done to another
        (replace(NO, agents=BROOK), YES, False),  # by another
        (replace(NO, predicate="dismiss"), YES, False),
        (replace(NO, holders=ORO), YES, False),  # her own word
        (replace(NO, factuality=-1.0), YES, False),  # only doubted
        (NO, replace(YES, factuality=1.0), False),
        (NO, replace(YES, patients=NONE, names=VALE), False),  # it does not say to whom
        (replace(NO, agents=VALE, names=VALE | ORO), replace(YES, patients=NONE, names=VALE), True),  # nor need it
        (replace(NO, predicate="harass"), replace(YES, predicate="assault"), False),  # a like word, and nobody says who
        (replace(NO, predicate="harass", agents=VALE, names=VALE | ORO), replace(YES, predicate="assault"), True),
    ],
)
def test_a_denial_answers_who_tells_the_same_of_the_same(no: Told, yes: Told, answers: bool) -> None:
    assert bool(denies(no, yes)) == answers


@pytest.mark.parametrize(
    ("topic", "words", "answers"),
    [
        (NONE, THEFT, True),  # "denied the allegations"
        (THEFT, THEFT | {"accus"}, True),  # "denied allegations of theft"
        (THEFT, frozenset({"thefts"}), True),
        (THEFT, frozenset({"accus", "fraud"}), False),
    ],
)
def test_a_denial_of_all_answers_what_its_one_is_accused_of(topic, words, answers) -> None:
    denied = replace(NO, predicate="be guilty", topic=topic, holders=ORO)
    accused = replace(YES, predicate="accuse", words=words, holders=VALE)
    assert bool(denies(denied, accused)) == answers
    assert not denies(denied, replace(accused, predicate="arrest"))


def test_a_denial_joins_what_it_denies_though_the_sentences_are_unlike() -> None:
    unlike = Likeness([0, 1], np.eye(2, 384, dtype=np.float32) * 127)
    read = np.ones(64, dtype=np.float32)
    [found] = denial_links([replace(YES, context=read), replace(NO, context=read)], [], unlike)
    assert (found.left, found.right) == ("a:1", "b:1")
    assert found.because == ("one denies what the other tells of oro",)
    joined = Link("event", "a:1", "b:1", Judgement.SAME, 0.9, ("told alike",))
    second = replace(YES, id="c:1", document="c", row=2, context=read)
    told = [replace(YES, context=read), replace(NO, context=read), second]
    likeness = Likeness([0, 1, 2], np.eye(3, 384, dtype=np.float32) * 127)
    assert not list(denial_links(told, [joined], likeness))  # it has what it denies


def test_of_all_that_a_denial_of_forces_may_deny_one_is_sure_and_what_puts_them_there() -> None:
    cast = {"names": frozenset({"ruritania"}), "nearby": frozenset({"delta"})}
    ours = frozenset({FORCE, "ruritania"})
    no = replace(NO, predicate="send", patients=ours, **cast)
    fought, advised, sent = (
        replace(YES, id=f"{doc}:1", document=doc, predicate=word, agents=ours, patients=NONE, **cast)
        for doc, word in (("c", "fight"), ("d", "advise"), ("e", "deploy"))
    )
    found = denial_links([no, fought, advised, sent], [], Likeness([0] * 4, np.eye(1, 384, dtype=np.float32) * 127))
    judged = {link.left: link.judgement for link in found}
    assert judged == {"c:1": Judgement.SAME, "d:1": Judgement.UNSURE, "e:1": Judgement.SAME}
