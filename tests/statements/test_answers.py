"""Who says yes or no to what an account told before, in words that only point at it."""

from __future__ import annotations

import pytest

import rashomon
from rashomon.claims import extract
from rashomon.types import Attribution, Document, EventMention


def read(text: str) -> Document:
    return next(iter(rashomon.annotate([rashomon.document(text, outlet="Herald", published="2018-05-10")])))


def answers(document: Document) -> dict[str, list[tuple[str, float]]]:
    """{trigger: [(who answers, inside whose words, and the sign)]} of the mentions that have an answer."""
    mentions = document.layer(EventMention)
    return {
        document.quote(m.span): [(" > ".join(a.holders[1:]), a.commitments[-1]) for a in m.answers]
        for m in mentions
        if m.answers
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels said the army shelled the hospital in Vell. The army denied this.", {"shelled": [("army", -3.0)]}),
        ("Prosecutors said Oro bribed two judges. He rejects the allegations.", {"bribed": [("Oro", -3.0)]}),
        ("The ministry said the Vale Company dumped oil into the river, a claim the company denies.",
         {"dumped": [("Vale Company", -3.0)]}),
        ("Ukraine says Russia bombed the school, which Moscow denies.", {"bombed": [("Moscow", -3.0)]}),
        ("The opposition accused the government of killing 40 protesters. The government dismissed the accusation "
         "as lies.", {"killing": [("government", -3.0)]}),
        ("The Herald reported that Oro had sold the firm. A spokesman said this was not true.",
         {"sold": [("spokesman", -3.0)]}),
        ("“Oro took the money,” Vale said. “That is a lie,” Oro said.", {"took": [("Oro", -3.0)]}),
        ("Oro attacked the guard, police said. Oro called it a fabrication.", {"attacked": [("Oro", -3.0)]}),
        ("Iran says it shot down a drone, although the United States disputes that.",
         {"shot": [("United States", -3.0)]}),
        ("Oro killed his wife in June, prosecutors said, a charge he denies.", {"killed": [("Oro", -3.0)]}),
        ("The union said 300 workers were dismissed. The company confirmed the report.",
         {"dismissed": [("company", 3.0)]}),
        ("Oro said the army shelled a hospital. He said nine patients were killed. The army rejected his claims.",
         {"shelled": [("army", -3.0)], "killed": [("army", -3.0)]}),
    ],
)  # fmt: skip
def test_an_answer_goes_to_what_was_told_before(text: str, expected: dict[str, list[tuple[str, float]]]) -> None:
    assert answers(read(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The paper said the minister had fled the country. The minister did not deny the report.",
        "The paper said the minister had fled the country. His office declined to confirm the report.",
        "The paper said the minister had fled the country. His office could neither confirm nor deny the report.",
        "Oro said the union offered him a job. He rejected it on Monday.",
        "Police shot a man, witnesses said. “This is wrong,” Oro said.",
        "The ministry said the matter was being discussed. Vale's officials disputed the news media reports.",
        "Rebels said the army shelled the hospital. The army denied claims that it had attacked a school.",
        "The army shelled the hospital, the army said. It denied this on Monday.",  # to its own words
        "Rebels said the army shelled the hospital. Rain fell. Nobody came. The army denied this.",  # too far away
    ],
)
def test_what_is_no_answer_to_what_was_told(text: str) -> None:
    assert answers(read(text)) == {}


def test_the_clause_that_is_denied_stays_the_word_of_who_tells_it() -> None:
    document = read("The militia has seized the bridge, which the government denies.")
    [seized] = [m for m in document.layer(EventMention) if document.quote(m.span) == "seized"]
    assert seized.holders == ("Herald",) and seized.factuality > 1
    assert answers(document) == {"seized": [("government", -3.0)]}


def test_an_answer_is_a_claim_of_the_event_and_no_event_of_its_own() -> None:
    document = read("Rebels said the army shelled the hospital in Vell. The army denied this.")
    claims = [c for c in extract([document]) if c.slot == "happened"]
    assert len({c.mention for c in claims}) == 1
    told = [(c.words, c.holders[-1], round(c.value.low)) for c in claims]
    assert told == [("shelled", "Rebels", 3), ("The army denied this", "army", -3)]


def test_it_that_goes_on_is_the_body_that_spoke_last() -> None:
    text = (
        "The air force destroyed a depot near Haddan, the general staff said. Twelve terrorists were killed. The "
        "general staff said no civilians were hurt. It dismissed reports of an attack on a market as propaganda. The "
        "operation took place at dawn, it said."
    )
    assert {a.speaker for a in read(text).layer(Attribution)} == {"general staff"}
