"""What an account tells as long over, read with the model from sentences of our own."""

from __future__ import annotations

from collections import defaultdict

import pytest

from rashomon.annotators import annotate
from rashomon.claims import extract
from rashomon.dating import date_accounts
from rashomon.linking.background import Background
from rashomon.readers import document
from rashomon.timex.calendar import days_of
from rashomon.types import Claim, EventMention


@pytest.mark.parametrize(
    ("text", "word", "form"),
    [
        ("A quake killed 600 people in Oro in December 2013.", "quake", "2013-12"),  # as the killing that it did
        ("In February, a strong quake struck Karsa, killing 600 people.", "quake", "2015-02"),
        ("In February, a strong quake struck Karsa, killing 600 people.", "killing", "2015-02"),
        ("They recalled the disaster in December 2013, in which 600 people were killed.", "killed", "2013-12"),
        ("Vale returned after a visit to Oro for the fair last year.", "visit", "2014"),
        ("Vale announced last year that the quake had killed 600 people.", "killed", ""),
        ("In January the agency announced plans to launch two probes.", "launch", ""),  # those may lie ahead
        ("Since January the quake has killed 600 people.", "killed", ""),
        ("On Sunday a quake struck Karsa, as one did in December 2013.", "quake", ""),  # also of this week
    ],
)
def test_the_days_that_a_sentence_tells_a_mention_under(text: str, word: str, form: str) -> None:
    background, mention, today = _read(text, word)
    days = background.days(mention, today)
    assert [d.form for d in days if today and (d.high or today) < today - 14] == ([form] if form else [])
    assert background.long_over(mention, days, today) is bool(form)


@pytest.mark.parametrize(
    ("text", "word", "past"),
    [
        ("Two years after the quake, survivors still wait for homes.", "quake", True),
        ("Two years after the quake, survivors still wait for homes.", "wait", False),
        ("Crowds marked the tenth anniversary of the massacre.", "massacre", True),
        ("Crowds fled after the massacre.", "massacre", False),
        ("Two years after robbers attacked crowds on Friday, few came.", "attacked", True),  # of no last Friday
    ],
)
def test_what_is_remembered_is_long_over(text: str, word: str, past: bool) -> None:
    background, mention, today = _read(text, word)
    assert background.long_over(mention, background.days(mention, today), today) is past


def test_without_a_date_of_the_account_nothing_is_known_to_be_over() -> None:
    background, mention, _ = _read("A quake killed 600 people in Oro in December 2013.", "quake")
    assert not background.long_over(mention, background.days(mention, None), None)


def _read(text: str, word: str) -> tuple[Background, EventMention, float]:
    read = annotate([document(text, outlet="The Herald", published="2015-11-28")])
    [account] = date_accounts(list(read), [])
    assert account.date and account.date.interval and account.date.interval.low
    claims: dict[str, list[Claim]] = defaultdict(list)
    for claim in extract([account]):
        claims[claim.mention].append(claim)
    mention = next(m for m in account.layer(EventMention) if account.quote(m.span) == word)
    return Background(account, claims), mention, days_of(account.date.interval.low)
