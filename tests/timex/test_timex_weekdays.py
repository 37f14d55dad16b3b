"""Which way a weekday points: each sentence with every weekday, in an account of every day of one week."""

from datetime import date, datetime, time, timedelta

import pytest

from rashomon import timex
from rashomon.types import Interval

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONDAY = date(2031, 3, 3)
PAST = (
    "The trial opened {} in Sella.",
    "On {}, the group held a rally.",
    "{} was the deadline for bids.",
    "The vote had been set for {} but was delayed.",
    "He was flying to Sella on {} when the engine failed.",
    "She said on {} that the bridge will close.",
    "The company said {} it expects to hire 300 people.",
    "The minister, who will resign, said {} that he was tired.",
    "The minister told reporters {} that the plan will go ahead.",
    "He would not say on {} whether he will run.",
    "The report, released {}, says the dam will fail.",
    "They will look into the attack in Sella on {}.",
    "{}'s blast will be studied for years.",
    "The dam has been closed since {}.",
    "By {} morning the fire was out.",
    "He says he saw the gunman on {}.",
    "Missile launches on {} alarmed the neighbours.",
    "Peace talks on {} ended without a deal.",
    "Mourners gather outside the church in Sella on {}. Photograph: Ana Oro",
    "President Oro arrives at the palace on {}. Picture: Karsa Press",
    "The court did not rule on {}.",
    "The ministers could not be reached on {}.",
    "They will march because of the slaying in Sella on {} of a guard.",
    "“We will go,” she said at a rally in Sella on {}.",
    "As he prepared to speak in Sella on {}, a girl was hurt.",
    "The rift could fuel doubts about his claim {} that the plan failed.",
    "Vale had been scheduled to attend the march, but on {}, the party said that she stayed away.",
    "As the plan threatens to change the town, it is likely that {}'s deal may fail.",
    "She said at a {} rally in Sella that they should leave.",
    "They should gain from the win on {}, she said.",
    "After losing {}'s vote, he will resign.",
    "He noted that {} would have been her birthday.",
    "Will he leave the party? On {} the party said that it hopes he stays.",
    "The council had a plan until {}.",
    "The dam burst after {}'s vote.",
    "They fled before {}.",
    "Sales were slow ahead of {}'s vote.",
    "Ahead of {}'s vote he had met them.",
    "The plan that was to be voted on was dropped {}.",
    "They will look into {}'s blast.",
    "On {} those who fled said they will return.",
)
FUTURE = (
    "The probe launches on {} from Karsa.",
    "The ministers will meet {}.",
    "The trial opens {} in Sella.",
    "Voters go to the polls on {}.",
    "The ceasefire, which expires on {}, has held.",
    "The law comes into force on {}.",
    "The two leaders meet {} in Sella.",
    "Oro and Jan Vale meet {} in Sella.",
    "On {}, the group plans to hold a rally.",
    "On {} the president is to travel to Karsa.",
    "{} is the deadline for bids.",
    "The final is on {}.",
    "Polls close on {}.",
    "The court will give its ruling on {}.",
    "The rebels threaten to attack on {}.",
    "The vote is set for {}.",
    "A hearing is scheduled for {}.",
    "Rain is forecast for {}.",
    "He is flying to Sella on {}.",
    "The report, to be released {}, says the dam will fail.",
    "Ahead of {}'s vote, both sides met.",
    "Before {}'s summit, both sides met.",
    "He will resign after losing {}'s vote.",
    "She challenged him to talk before {}'s caucuses.",
    "The latest in the run-up to {}'s vote.",
    "{}'s vote will decide who rules.",
    "They have agreed to march on {}.",
    "The talks will be held not on land but on {}.",
    "When he speaks in Sella on {}, the guards will be there.",
    "The minister could be sworn in on {}.",
    "Minister to resign {}",
    "The vote is set for {} but may be delayed.",
    "The vote was scheduled for {}.",
    "The court will rule on {} that the plan is legal.",
    "He will make a statement on {}.",
    "Ministers who left will meet on {}, the mayor said.",
    "As the town votes on {}, the mayor said he will stay.",
    "On {} he will meet those who fled.",
    "Starting {}, buses will be free.",
    "By {} night the storm will reach the coast.",
    "The ship must leave by {}.",
    "A source says the vote is on {}.",
)


def days_off(sentence, weekday, published):
    """Days from the account to the weekday of the sentence."""
    text = sentence.format(WEEKDAYS[weekday])
    hits = timex.find(text)
    midnight = datetime.combine(published, time())
    found = timex.resolve([h.symbol for h in hits], Interval(midnight, midnight + timedelta(hours=23)))
    [value] = [
        r.value for h, r in zip(hits, found, strict=True) if WEEKDAYS[weekday] in text[h.span.begin : h.span.end]
    ]
    return (date.fromisoformat(value[:10]) - published).days


@pytest.mark.parametrize(
    ("sentence", "sign"),
    [(s, -1) for s in PAST] + [(s, 1) for s in FUTURE],
    ids=lambda x: x if x in PAST + FUTURE else "",
)
def test_the_way_a_weekday_points(sentence, sign):
    for published in (MONDAY + timedelta(days=n) for n in range(7)):
        for weekday in range(7):
            off = days_off(sentence, weekday, published)
            assert 0 <= off * sign <= 6
            assert (published + timedelta(days=off)).weekday() == weekday


@pytest.mark.parametrize(
    ("sentence", "same", "day_before"),
    [
        ("The dam burst last {}.", -7, -1),
        ("They meet again next {}.", 7, 6),
        ("This past {} the dam burst.", -7, -1),
        ("The show opens this coming {}.", 7, 6),
    ],
)
def test_last_and_next_are_never_the_day_itself(sentence, same, day_before):
    assert days_off(sentence, 1, MONDAY + timedelta(days=1)) == same
    assert days_off(sentence, 0, MONDAY + timedelta(days=1)) == day_before
