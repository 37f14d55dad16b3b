"""Two real accounts that the product must handle before all others: what an analyst needs to find in their record."""

from __future__ import annotations

from pathlib import Path

import pytest

import rashomon
from rashomon.claims import extract
from rashomon.dating import date_accounts
from rashomon.linking import link
from rashomon.linking.stories import stories
from rashomon.record import assemble
from rashomon.types import Agreement, Record

SEEDS = Path(__file__).parents[1] / "../shared/seeds"


@pytest.fixture(scope="module")
def record() -> Record:
    files = sorted(SEEDS.glob("*.txt"))
    if not files:
        pytest.skip("needs ../shared/seeds")
    documents = list(rashomon.annotate([d for f in files for d in rashomon.read(f)]))
    documents = list(date_accounts(documents, stories(documents)))
    claims = list(extract(documents))
    return assemble(documents, claims, link(documents, claims))


def test_three_deny_that_troops_were_sent(record: Record) -> None:
    denied = [
        (slot, r)
        for event in record.events
        for slot in event.slots
        for r in slot.relations
        if r.agreement is Agreement.DENIES
    ]
    told = {c.holders[-1] for slot, r in denied for c in slot.positions[r.left].claims + slot.positions[r.right].claims}
    assert {"Mohammad Reza Naqdi", "Ali Shamkhani", "Hossein Salami"} <= told


def test_who_backs_and_who_is_blamed_for_the_islamic_state_have_rival_answers(record: Record) -> None:
    [question] = [q for q in record.questions if q.about == "Islamic State"]
    answers = {p.value.form for slot in question.slots for p in slot.positions}
    assert {"United States", "Saudi Arabia", "French Government"} <= answers
    holders = {c.holders[-1] for slot in question.slots for p in slot.positions for c in p.claims}
    assert not any("information" in holder for holder in holders)  # "information that we have" is the Leader's word


def test_both_tell_of_the_visit_and_its_meetings(record: Record) -> None:
    agreed = [e for e in record.events if len({m.rsplit(":", 1)[0] for m in e.mentions}) > 1]
    whom = {p.value.form for e in agreed for s in e.slots if s.name == "whom" for p in s.positions}
    assert {"Iran", "Hassan Rouhani", "Ali Khamenei"} <= whom
