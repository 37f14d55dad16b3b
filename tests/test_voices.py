"""Who counts as one witness: forms of one body, a headline's description, an outlet that is its own source."""

from __future__ import annotations

import pytest

from rashomon.readers import document
from rashomon.types import Attribution, Block, BlockKind, Claim, Document, EventMention, Name, Span, Value
from rashomon.voices import Voices, distinct

BODY = "The commander of Delta's river fleet, Ana Oro, insisted that no ship left the port. The mayor agreed."


def account(outlet: str, headline: str = "") -> Document:
    """An account in which Ana Oro speaks, perhaps under a *headline* that gives her words to an office."""
    text = f"{headline}\n{BODY} ({outlet})" if headline else f"{BODY} ({outlet})"
    begin = text.index(BODY)
    oro = Span(text.index("Ana Oro"), text.index("Ana Oro") + 7)
    source = Span(begin, oro.end)
    attributions = [Attribution(source, source, None, (), "indirect", "insist", speaker="Ana Oro")]
    blocks = [Block(Span(begin, len(text)), BlockKind.PARAGRAPH)]
    if headline:
        end = headline.index(":")
        blocks.append(Block(Span(0, len(headline)), BlockKind.HEADLINE))
        attributions.append(
            Attribution(
                Span(0, end), Span(0, end), None, (), "direct", "say", speaker=headline[:end], holders=(outlet,)
            )
        )
    made = document(text, outlet=outlet).with_layer(Block, blocks).with_layer(Attribution, attributions)
    return made.with_layer(Name, [Name(oro, "person", "Ana Oro")]).with_layer(EventMention, [])


def claim(of: Document, *sources: str) -> Claim:
    holders = (of.provenance.outlet, *sources)
    return Claim(of.id, f"{of.id}:0", "happened", Value("polarity", 3, 3), Span(0, 1), "T", holders, 3.0, "events")


def witnesses(*told: tuple[Document, tuple[str, ...]]) -> tuple[str, ...]:
    documents = {d.id: d for d, _ in told}
    voices = Voices(documents, {}, [(d,) for d in documents])
    return voices.witnesses([claim(d, *sources) for d, sources in told])


A, B, MINISTRY = account("Courier"), account("Ledger"), account("Ministry of the Interior of Ruritania")


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ([(A, ()), (B, ())], ("Courier", "Ledger")),
        ([(A, ("Ana Oro",)), (B, ("Ana Oro",))], ("Ana Oro",)),
        ([(A, ("Ana Oro",)), (B, ())], ("Ana Oro", "Ledger")),
        ([(A, ("Interior Ministry",)), (B, ("Ministry of the Interior of Ruritania",))], (MINISTRY.provenance.outlet,)),
        ([(A, ("Interior Ministry",)), (MINISTRY, ())], (MINISTRY.provenance.outlet,)),
        ([(A, ("Interior Ministry",)), (B, ("Defence Ministry",))], ("Defence Ministry", "Interior Ministry")),
        (  # which of the two "the Ministry" is, nobody says
            [(A, ("Interior Ministry",)), (A, ("Defence Ministry",)), (B, ("Ministry",))],
            ("Defence Ministry", "Interior Ministry", "Ministry"),
        ),
    ],
)
def test_witnesses(told: list[tuple[Document, tuple[str, ...]]], expected: tuple[str, ...]) -> None:
    assert witnesses(*told) == expected


def test_a_headline_gives_an_office_to_whom_the_text_names() -> None:
    headed = account("Courier", "Head of Delta's Fleet: no ship left the port")
    assert witnesses((headed, ("Head of Delta's Fleet",)), (headed, ("Ana Oro",))) == ("Ana Oro",)
    other = account("Courier", "Head of the Navy: no ship left the port")
    assert witnesses((other, ("Head of the Navy",)), (other, ("Ana Oro",))) == ("Ana Oro", "Head of the Navy")


def test_a_short_form_of_one_body_is_that_body_whatever_other_forms_it_has() -> None:
    works = "the Ministry of Works", "the Ministry of Works of Oro"
    assert distinct(("the ministry", *works)) == works[1:]
    assert set(distinct(("the ministry", *works, "the Ministry of Trade"))) == {
        "the ministry",
        works[1],
        "the Ministry of Trade",
    }


def test_two_names_of_the_same_words_are_one_source_and_not_none() -> None:
    assert distinct(("Ana Oro", "Oro Ana")) == ("Ana Oro",)
    assert len(distinct(("the Ministry of Works", "the Works Ministry"))) == 1


def test_one_quotation_is_of_one_source_whatever_it_is_called() -> None:
    said = "“The charges against my client are false,”"
    quote, trigger = Span(0, said.index("”") + 1), Span(said.index("are"), said.index("are") + 3)
    after = {"Courier": "said the lawyer.", "Ledger": "a spokeswoman wrote.", "Herald": "a lawyer of hers said."}
    told = [document(f"{said} {who}", outlet=outlet) for outlet, who in after.items()]
    told = [
        d.with_layer(Block, [Block(Span(0, len(d.text)), BlockKind.PARAGRAPH)])
        .with_layer(Name, [])
        .with_layer(EventMention, [EventMention(trigger, "be", -3.0, ())])
        .with_layer(Attribution, [Attribution(quote, None, None, (quote,), "direct", "say", verbatim=verbatim)])
        for d, verbatim in zip(told, ((quote,), (quote,), ()), strict=True)
    ]
    voices = Voices({d.id: d for d in told}, {}, [(d.id,) for d in told])
    sources = ("Holly Oro", "a spokeswoman", "a lawyer of hers")
    claims = [
        Claim(d.id, f"{d.id}:{trigger.begin}", "happened", Value("polarity", -3, -3), trigger, "are",
              (d.provenance.outlet, source), -3.0, "events")
        for d, source in zip(told, sources, strict=True)
    ]  # fmt: skip
    assert voices.witnesses(claims[:2]) == ("Holly Oro",)
    assert voices.witnesses(claims) == ("Holly Oro", "a lawyer of hers")  # in no quotation marks: words that many use


def test_a_headline_right_over_the_word_of_somebody_is_no_witness_of_its_own() -> None:
    lead, far = "Nine people died, the ministry said.", "It rained. " * 60
    text = f"Nine dead in fire\n\n{lead} {far}A nurse said that nine had died."
    d = document(text, outlet="Courier")
    d = d.with_layer(Block, [Block(Span(0, 17), BlockKind.HEADLINE), Block(Span(19, len(text)), BlockKind.PARAGRAPH)])
    d = d.with_layer(Attribution, []).with_layer(Name, []).with_layer(EventMention, [])

    def killed(at: int, *sources: str) -> Claim:
        return Claim(d.id, f"{d.id}:{at}", "how many", Value("number", 9, 9), Span(at, at + 4), "nine",
                     ("Courier", *sources), 3.0, "events", scope="killed")  # fmt: skip

    headline, told = killed(0), killed(19, "ministry")
    later, own = killed(text.index("nine had"), "nurse"), killed(text.index("It rained"))
    voices = Voices({d.id: d}, {}, [(d.id,)])
    assert voices.witnesses([headline, told]) == ("ministry",)
    assert voices.witnesses([headline, told, own]) == ("Courier", "ministry")
    assert voices.witnesses([headline, later]) == ("Courier", "nurse")
