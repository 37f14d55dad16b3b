"""Which mentions are worth a line of a record by themselves."""

from __future__ import annotations

import pytest

from rashomon.notable import deed, led, notable, recounted
from rashomon.types import BlockKind, EventMention
from tests.mentions import Said, account

NAMES = [("Orrin Vale", "person"), ("Karsa", "place")]
BY_VALE = (("agent", "Orrin Vale"), ("patient", "the dam"))


def said(text: str, predicate: str, trigger: str, *roles: tuple[str, str], **more: object) -> Said:
    return Said(text, predicate, trigger, roles, **more)  # type: ignore[arg-type]


def opened(**more: object) -> Said:
    return said("Orrin Vale opened the dam.", "open", "opened", *BY_VALE, **more)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (opened(), True),
        (opened(factuality=-3.0), True),
        (opened(factuality=1.0), False),  # only possible
        (opened(tense="", factuality=1.4), False),  # a noun must be surer than a verb
        (opened(tense="", factuality=2.0, happened=-0.5), False),  # "will meet to open the dam"
        (opened(kind=BlockKind.BOILERPLATE), False),
        (opened(kind=BlockKind.COMMENT), True),
        (opened(kind=BlockKind.COMMENT, factuality=1.5), False),
        (said("Orrin Vale came.", "come", "came", ("agent", "Orrin Vale"), kind=BlockKind.COMMENT), False),
        (said("Orrin Vale opened this photo.", "open", "opened", ("agent", "Orrin Vale"), ("patient", "photo"),
              kind=BlockKind.CAPTION), False),
        (said("A leaf opened the gate.", "open", "opened", ("agent", "A leaf"), ("patient", "the gate")), False),
        (said("Two guards opened the gate.", "open", "opened", ("agent", "Two guards"), ("patient", "gate")), True),
        (said("A shed burned.", "burn", "burned", ("patient", "A shed")), True),  # kills
        (opened(tense="future"), False),
        (said("Orrin Vale will meet her.", "meet", "meet", ("agent", "Orrin Vale"), tense="future"), True),
        (said("Orrin Vale will meet her if she asks.", "meet", "meet", ("agent", "Orrin Vale"), tense="future",
              factuality=1.0), False),
        (Said("Orrin Vale, 44, opened the dam.", "be aged", "44", (("agent", "Orrin Vale"),), (),
              (("44", 44, 44, ""),), tense="present"), False),
        (said("Orrin Vale said no.", "say", "said", ("agent", "Orrin Vale")), False),
        (said("Orrin Vale was happy.", "be happy", "happy", ("agent", "Orrin Vale")), False),
        (said("Orrin Vale was a very dear friend.", "be friend", "friend", ("agent", "Orrin Vale")), False),
        (said("Orrin Vale was in the hospital.", "be hospital", "hospital", ("agent", "Orrin Vale")), True),
        (said("Orrin Vale was a victim.", "be victim", "victim", ("agent", "Orrin Vale")), True),
        (said("Orrin Vale has doubts.", "have", "has", ("agent", "Orrin Vale")), False),
        (said("Troops joined the fight.", "involve", "joined", ("agent", "Troops")), True),
        (said("Boats joined the fight.", "involve", "joined", ("agent", "Boats")), False),
        (said("Nitrate was kept there.", "keep", "kept", ("patient", "Nitrate")), True),
        (said("Flour was kept there.", "keep", "kept", ("patient", "Flour")), False),
    ],
)  # fmt: skip
def test_what_is_worth_a_line(told: Said, expected: bool) -> None:
    document = account("A", told, names=NAMES)
    [mention] = document.layer(EventMention)
    assert notable(document, mention) is expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (opened(), True),
        (opened(tense=""), False),
        (opened(kind=BlockKind.LINK), False),
        (said("It opened.", "open", "opened"), False),
        (said("Orrin Vale apologised.", "apologise", "apologised", ("agent", "Orrin Vale")), True),
        (said("Orrin Vale added that.", "add", "added", ("agent", "Orrin Vale")), False),
    ],
)
def test_what_is_worth_one_where_independent_accounts_tell_it(told: Said, expected: bool) -> None:
    document = account("A", told, names=NAMES)
    [mention] = document.layer(EventMention)
    assert deed(document, mention) is expected


FIRE = (("agent", "The fire"),)
SHED = (("patient", "The shed"),)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (said("The fire broke out at Karsa.", "break out", "broke", *FIRE), True),
        (said("The fire broke out at Karsa.", "break out", "broke", *FIRE, factuality=-3.0), True),
        (said("The fire broke out at Karsa.", "break out", "broke", *FIRE, factuality=2.0), False),
        (said("The fire broke out at Karsa.", "break out", "broke", *FIRE, happened=-1.0), False),
        (said("The fire breaks out at Karsa.", "break out", "breaks", *FIRE, tense="present"), False),
        (said("The shed was later towed to Karsa.", "tow", "towed", *SHED), True),
        (said("The shed located in Karsa is red.", "locate", "located", *SHED), False),
        (said("The shed is located in Karsa.", "locate", "located", *SHED), False),
        (said("The fire was at Karsa.", "be at", "at", *FIRE), False),
        (said("The fire began at Karsa.", "begin", "began", *FIRE), False),
        (said("The fire told of haste.", "tell", "told", *FIRE), False),
        (said("The fire broke out at Karsa.", "break out", "broke", *FIRE, kind=BlockKind.CAPTION), False),
        (said("The fire broke out at Karsa.", "break out", "broke", *FIRE, kind=BlockKind.COMMENT), False),
        (said("The shop will open on Monday.", "open", "open", ("agent", "The shop"), ("time", "Monday"),
              tense="future", factuality=1.9), True),
        (said("The shop will open.", "open", "open", ("agent", "The shop"), tense="future", factuality=1.9), False),
    ],
)  # fmt: skip
def test_what_is_plainly_recounted_whoever_took_part(told: Said, expected: bool) -> None:
    document = account("A", told, names=NAMES)
    [mention] = document.layer(EventMention)
    assert recounted(document, mention) is expected


def test_an_account_begins_with_its_headline_and_two_sentences() -> None:
    link = said("A shop opened.", "open", "opened", kind=BlockKind.LINK)
    headline = said("A gate opened.", "open", "opened", kind=BlockKind.HEADLINE)
    texts = [said(f"A {word} opened.", "open", "opened") for word in ("door", "hall", "well")]
    document = account("A", link, *texts, headline)
    assert [led(document, m) for m in document.layer(EventMention)] == [False, True, True, False, True]
