"""What each sentence claims, for whom, in which exact words."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from rashomon.annotators import annotate
from rashomon.claims import extract
from rashomon.errors import MissingLayer
from rashomon.readers import document
from rashomon.types import BlockKind, Claim, Document, EventMention, Provenance, Quantity, Span
from tests.mentions import Said, account

NAMES = [("Karsa", "place"), ("Orrin Vale", "person")]


def claims(*said: Said) -> list[Claim]:
    """What is claimed of mentions that are no main events."""
    told = [replace(s, notability=0.0) for s in said]
    return list(extract([account("Courier", *told, names=NAMES)]))


def test_a_live_blog_takes_time_linear_in_its_length() -> None:
    def seconds(count: int) -> float:
        text = "Orrin Vale killed 12 people at Karsa on Monday."
        roles = (("agent", "Orrin Vale"), ("patient", "12 people"), ("place", "Karsa"))
        said = Said(text, "kill", "killed", roles, (("Monday", "2015-03-16"),), (("12", 12, 12, "people"),))
        document = account("Courier", *[said] * count, names=NAMES)
        begun = time.process_time()
        assert len(list(extract([document]))) == 6 * count
        return time.process_time() - begun

    seconds(10)  # word lists are loaded
    assert seconds(2400) < 20 * seconds(300)  # eight times the text; a scan for each mention takes 64 times as long


def scopes(*said: Said) -> list[str]:
    return [c.scope for c in claims(*said) if c.slot == "how many"]


def test_every_slot_with_its_words_and_holders() -> None:
    text = "Orrin Vale killed 12 people at Karsa on Monday, the mayor said."
    roles = (("agent", "Orrin Vale"), ("patient", "12 people"), ("place", "Karsa"))
    said = Said(text, "kill", "killed", roles, (("Monday", "2015-03-16"),), (("12", 12, 12, "people"),), by="the mayor")
    found = {c.slot: c for c in claims(said)}
    assert set(found) == {"who", "whom", "where", "when", "how many", "happened"}
    assert found["who"].value.form == "Orrin Vale"
    assert found["when"].value.form == "2015-03-16"
    assert (found["how many"].value.low, found["how many"].scope) == (12, "killed people")
    for c in found.values():
        assert c.holders == ("Courier", "the mayor")
        assert text[c.evidence.begin : c.evidence.end] == c.words


@pytest.mark.parametrize(
    ("text", "predicate", "words", "of", "roles", "expected"),
    [
        ("12 people were killed.", "kill", "12", "people", (("patient", "12 people"),), "killed people"),
        ("12 victims died.", "die", "12", "victims", (("agent", "12 victims"),), "killed people"),
        ("The death toll rose to 12.", "rise", "12", "", (("agent", "The death toll"),), "killed people"),
        ("12 soldiers were killed.", "kill", "12", "soldiers", (("patient", "12 soldiers"),), "killed soldier"),
        ("12 people were hurt.", "hurt", "12", "people", (("patient", "12 people"),), "injured people"),
        ("12 other people were killed.", "kill", "12", "other people", (("patient", "12 other people"),),
         "killed people (part)"),
        ("12 people with serious wounds were hurt.", "hurt", "12", "people", (("patient", "12 people"),),
         "injured people (part)"),
        ("A family of 5 among 12 killed.", "kill", "5", "", (("patient", "A family of 5"),), "killed people (part)"),
        ("A fire killed 12 from Karsa.", "kill", "12", "", (("patient", "12"),), "killed people (part)"),
        ("12 of the people were killed.", "kill", "12", "people", (("patient", "12 of the people"),),
         "killed people (part)"),
        ("60 commanders and fighters were killed.", "kill", "60", "commanders and fighters",
         (("patient", "60 commanders and fighters"),), "killed commander fighter"),
    ],
)  # fmt: skip
def test_what_a_number_counts(text, predicate, words, of, roles, expected) -> None:
    trigger = {"kill": "killed", "die": "died", "rise": "rose"}.get(predicate, predicate)
    assert scopes(Said(text, predicate, trigger, roles, (), ((words, 12, 12, of),))) == [expected]


def test_who_holds_others_in_it_does_nothing() -> None:
    def who(verb: str, agent: str) -> list[str]:
        said = Said(f"{agent} {verb}d Orrin Vale.", verb, f"{verb}d", (("agent", agent), ("patient", "Orrin Vale")))
        return [c.value.form for c in claims(said) if c.slot == "who"]

    assert who("include", "The offensive") == [] and who("praise", "The offensive") == ["offensive"]


def test_an_age_counts_nobody_whatever_became_of_whom_it_is_told() -> None:
    roles = (("patient", "Orrin Vale"), ("number", "51"))
    made = account("Herald", Said("Orrin Vale, 51, was killed.", "kill", "killed", roles), names=[("Vale", "person")])
    owner, words = Span(6, 10), Span(12, 14)
    age = Quantity(words, 51, 51, "year", None, "kill", "killed", "age", owner)
    assert [c.scope for c in extract([made.with_layer(Quantity, [age])]) if c.slot == "how many"] == ["age of Vale"]


@pytest.mark.parametrize("predicate", ["say", "be", "have", "want"])
def test_speech_and_states_are_no_happenings(predicate: str) -> None:
    said = Said(
        f"Orrin Vale {predicate} the mayor at Karsa.", predicate, "", (("agent", "Orrin Vale"), ("place", "Karsa"))
    )
    assert claims(said) == []


def test_a_landing_at_a_time_a_plan_and_a_denial_can_be_disputed() -> None:
    time = (("Monday", "2015-03-16"),)
    landed = Said("Flights landed on Monday.", "land", "landed", (("agent", "Flights"),), time)
    plan = Said("Flights will land.", "land", "land", (("agent", "Flights"),), tense="future", factuality=0.5)
    denied = Said("Flights did not land.", "land", "land", (("agent", "Flights"),), factuality=-3.0)
    assert {c.slot for c in claims(landed)} == {"who", "when", "happened"}
    assert {c.slot for c in claims(plan)} == {c.slot for c in claims(denied)} == {"who", "happened"}


@pytest.mark.parametrize(
    ("text", "predicate", "words", "of", "roles"),
    [
        ("The two sides talked.", "talk", "two", "sides", (("agent", "The two sides"),)),
        ("They are more than the 12 deaths.", "be more", "12", "deaths", (("agent", "the 12 deaths"),)),
        ("One of three boats sank.", "sink", "three", "boats", (("patient", "three boats"),)),
        ("Boats go ten times faster.", "go", "ten", "times", (("patient", "ten times"),)),
        ("Karsa lost a 5-11 season.", "lose", "5-11", "season", (("patient", "a 5-11 season"),)),
        ("The men left hundreds of miles.", "leave", "hundreds", "miles", (("patient", "hundreds of miles"),)),
    ],
)
def test_what_only_looks_like_a_count_gives_none(text, predicate, words, of, roles) -> None:
    trigger = {"talk": "talked", "be more": "are", "sink": "sank", "go": "go", "leave": "left", "lose": "lost"}[
        predicate
    ]
    assert scopes(Said(text, predicate, trigger, roles, (), ((words, 12, 12, of),))) == []


@pytest.mark.parametrize(("tense", "told"), [("past", True), ("future", True), ("present", False), ("", False)])
def test_a_caption_tells_what_happened_and_not_what_its_picture_shows(tense: str, told: bool) -> None:
    roles = (("agent", "Orrin Vale"), ("patient", "the dam"))
    said = Said("Orrin Vale opens the dam.", "open", "opens", roles, tense=tense, kind=BlockKind.CAPTION)
    assert bool(claims(said)) == told


def test_a_state_told_as_fact_is_claimed_so_that_its_denial_has_something_to_deny():
    roles = (("agent", "The station"),)
    held = Said("The station is out of control.", "be out of control", "control", roles, tense="present")
    denied = Said("The station is not safe.", "be safe", "safe", roles, tense="present", factuality=-3.0)
    assert [c.slot for c in claims(held)] == [c.slot for c in claims(denied)] == ["happened", "who"]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (Said("The talks might fail.", "fail", "fail", (("agent", "The talks"),), factuality=1.0), []),
        (Said("Orrin Vale lost his seat.", "lose", "lost", (("agent", "Orrin Vale"),), factuality=1.0, happened=1.0),
         ["Orrin Vale"]),
        (Said("The inquiry is still pending.", "pend", "pending", (("agent", "The inquiry"),), tense="present"),
         ["The inquiry"]),
        (Said("Only two boats sank.", "sink", "sank", (("patient", "two boats"),), (), (("two", 2, 2, "boats"),)),
         ["two boats"]),
        (Said("Pipes rust.", "rust", "rust", (("patient", "Pipes"),), tense="present"), []),
        (Said("The men were asked to leave.", "ask", "asked", (("patient", "The men"),)), ["The men"]),
        (Said("The men were asked about it.", "ask", "asked", (("patient", "The men"),)), []),
        (Said("Orrin Vale did not speak with them.", "speak", "speak",
              (("agent", "Orrin Vale"), ("recipient", "them")), factuality=-2.5), ["Orrin Vale"]),
        (Said("Orrin Vale spoke.", "speak", "spoke", (("agent", "Orrin Vale"),)), []),
    ],
)  # fmt: skip
def test_what_may_have_been_what_goes_on_and_what_was_asked_of_somebody(said: Said, expected: list[str]) -> None:
    assert [c.words for c in claims(said) if c.slot in ("who", "whom")] == expected


def marked(said: Said, *evidence: str, measure: str = "", name: str | None = None) -> list[Claim]:
    """Claims of an account whose one mention is bent by the words of *evidence*, whose quantities are a *measure*
    and whose places stand for a *name*."""
    made = account("Courier", said, Said("It may rain."), names=NAMES)
    (mention,) = made.layer(EventMention)
    begins = [made.text.index(words) for words in evidence]
    arguments = [replace(a, name=name) if a.role == "place" else a for a in mention.arguments]
    bent = tuple(Span(b, b + len(words)) for b, words in zip(begins, evidence, strict=True))
    made = made.with_layer(EventMention, [replace(mention, evidence=bent, arguments=tuple(arguments))])
    return list(extract([made.with_layer(Quantity, [replace(q, measure=measure) for q in made.layer(Quantity)])]))


def test_what_a_hedge_bends_is_claimed_of_somebody_and_what_nothing_bends_is_a_question() -> None:
    roles = (("agent", "Orrin Vale"),)
    said = Said("Orrin Vale perhaps lost.", "lose", "lost", roles, tense="", factuality=1.0)
    assert {c.slot for c in marked(said, "perhaps")} == {"happened", "who"}
    assert marked(said) == marked(said, "Orrin") == []


def test_a_measure_is_claimed_however_unsure_it_is() -> None:
    roles, numbers = (("agent", "The wave"), ("number", "30 metres")), (("30 metres", 30, 30, ""),)
    said = Said("The wave may reach 30 metres.", "reach", "reach", roles, (), numbers, factuality=0.3)
    assert {"happened", "who"} <= {c.slot for c in marked(said, measure="height")}
    assert marked(said) == []


def test_a_state_that_lasts_is_no_happening() -> None:
    roles = (("agent", "Orrin Vale"), ("patient", "the dam"))
    lasting, over = (
        Said(f"Orrin Vale {w} the dam.", "own", w, roles, tense=t) for w, t in (("owns", "present"), ("owned", "past"))
    )
    assert claims(lasting) == []
    assert {c.slot for c in claims(over)} == {"happened", "who", "whom"}


def test_the_words_that_decide_stand_in_the_sentence_of_the_event() -> None:
    said = Said("Orrin Vale has not lost.", "lose", "lost", (("agent", "Orrin Vale"),), factuality=-3.0)
    words = [next(c.words for c in marked(said, w) if c.slot == "happened") for w in ("not", "may")]
    assert words == ["not lost", "lost"]


def test_a_place_of_many_words_without_a_name_is_the_one_that_it_stands_for() -> None:
    words = "a small checkpoint in the old quarter of the town"
    said = Said(f"Orrin Vale was killed at {words}.", "kill", "killed", (("patient", "Orrin Vale"), ("place", words)))
    assert [c.value.form for c in marked(said, name="Karsa") if c.slot == "where"] == ["Karsa"]
    assert [c for c in marked(said) if c.slot == "where"] == []


def test_a_known_happening_with_a_time_needs_nobody_who_takes_part() -> None:
    time = (("in May", "2015-05-01"),)
    assert {c.slot for c in claims(Said("The talks are in May.", "talk", "talks", (), time, tense=""))} == {
        "when",
        "happened",
    }
    assert claims(Said("The budget is in May.", "budget", "budget", (), time, tense="")) == []


def test_an_offer_alone_is_told_by_what_became_of_it() -> None:
    roles = (("agent", "Orrin Vale"),)
    assert claims(Said("Orrin Vale raised his offer.", "offer", "offer", roles, tense="")) == []
    priced = Said("Orrin Vale made an offer in May.", "offer", "offer", roles, (("in May", "2015-05-01"),), tense="")
    assert {c.slot for c in claims(priced)} == {"who", "when", "happened"}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("his home in Karsa", "Karsa"),
        ("a small checkpoint in the old quarter of Karsa", "Karsa"),
        ("the gate of Karsa", "gate of Karsa"),
        ("his country", None),
    ],
)
def test_a_place_of_many_words_or_of_somebody_is_told_by_its_name(words: str, expected: str | None) -> None:
    said = Said(f"Orrin Vale was killed at {words}.", "kill", "killed", (("patient", "Orrin Vale"), ("place", words)))
    assert next((c.value.form for c in claims(said) if c.slot == "where"), None) == expected


def test_a_number_of_places_counts_nobody() -> None:
    roles = (("patient", "The march"), ("place", "20 other cities"))
    assert (
        scopes(Said("The march was held in 20 other cities.", "hold", "held", roles, (), (("20", 20, 20, "cities"),)))
        == []
    )


def test_who_leaves_a_place_tells_where_from() -> None:
    roles = (("agent", "Orrin Vale"), ("patient", "Karsa"))
    found = claims(Said("Orrin Vale left Karsa.", "leave", "left", roles))
    assert [(c.value.form, c.scope) for c in found if c.slot == "where"] == [("Karsa", "from")]


def test_an_amount_in_another_unit_in_brackets_is_told_once() -> None:
    text = "Orrin Vale paid 620 crowns (1,000 marks)."
    numbers = (("620 crowns", 620, 620, ""), ("1,000 marks", 1000, 1000, ""))
    said = Said(text, "pay", "paid", (("agent", "Orrin Vale"), ("patient", "620 crowns (1,000 marks)")), (), numbers)
    document = account("Courier", said, names=NAMES)
    crowns, marks = document.layer(Quantity)
    document = document.with_layer(Quantity, [replace(crowns, unit="CZK"), replace(marks, unit="BAM")])
    assert [c.words for c in extract([document]) if c.slot == "how many"] == ["620 crowns"]


@pytest.mark.parametrize(
    ("text", "predicate", "roles"),
    [
        ("Relations reached rock bottom.", "reach", (("agent", "Relations"), ("patient", "rock bottom"))),
        ("The article mentioned his desire.", "mention", (("agent", "The article"), ("patient", "his desire"))),
        ("Speed reduces the risk.", "reduce", (("agent", "Speed"), ("patient", "the risk"))),
    ],
)
def test_what_nobody_did_or_suffered_is_no_happening(text, predicate, roles) -> None:
    trigger = {"reach": "reached", "mention": "mentioned", "reduce": "reduces"}[predicate]
    assert claims(Said(text, predicate, trigger, roles)) == []


def test_when_a_toll_is_announced_is_not_when_they_died() -> None:
    roles = (("agent", "Orrin Vale"), ("patient", "12 deaths"))
    counts = (("12", 12, 12, "deaths"),)
    text = "Orrin Vale announced 12 deaths on Monday."
    said = Said(text, "announce", "announced", roles, (("Monday", "2015-03-16"),), counts)
    assert {c.slot for c in claims(said)} == {"happened", "how many"}


def test_a_confirmed_toll_is_the_word_of_who_confirms_it() -> None:
    roles = (("agent", "Orrin Vale"), ("patient", "12 deaths"))
    said = Said("Orrin Vale confirmed 12 deaths.", "confirm", "confirmed", roles, (), (("12", 12, 12, "deaths"),))
    (toll,) = [c for c in claims(said) if c.slot == "how many"]
    assert (toll.scope, toll.holders) == ("killed people", ("Courier", "Orrin Vale"))


def test_an_accusation_is_the_word_of_who_accuses() -> None:
    said = Said("The rebels blamed the army.", "blame", "blamed", (("agent", "The rebels"), ("patient", "the army")))
    assert {c.holders for c in extract([account("Courier", said)])} == {("Courier", "rebels")}


def test_pronouns_fill_no_slot() -> None:
    said = Said(
        "They shelled it at Karsa.", "shell", "shelled", (("agent", "They"), ("patient", "it"), ("place", "Karsa"))
    )
    assert {c.slot for c in claims(said)} == {"where", "happened"}


def test_an_outcome_was_where_its_deed_was() -> None:
    text = "A bus left the road at Karsa, killing 12 people."
    said = Said(text, "kill", "killing", (("agent", "A bus"), ("patient", "12 people"), ("scene", "Karsa")))
    assert [c.value.form for c in claims(said) if c.slot == "where"] == ["Karsa"]


def test_a_plan_counts_and_a_wish_does_not() -> None:
    roles = (("agent", "Orrin Vale"), ("patient", "the mayor"))
    plan = Said("Orrin Vale will meet the mayor.", "meet", "meet", roles, factuality=0.2, tense="future")
    wish = Said("Orrin Vale may leave the mayor.", "leave", "leave", roles, factuality=0.2, tense="")
    assert {c.slot for c in claims(plan)} == {"who", "whom", "happened"}
    assert claims(wish) == []


def test_links_and_bylines_claim_nothing_and_comments_speak_for_their_author() -> None:
    roles = (("agent", "Orrin Vale"), ("patient", "the dam"))
    text = "Orrin Vale opened the dam."
    assert claims(Said(text, "open", "opened", roles, kind=BlockKind.LINK)) == []
    posted = Said(text, "open", "opened", roles, kind=BlockKind.COMMENT, voice="comment 1")
    assert {c.holders for c in claims(posted)} == {("comment 1",)}
    assert claims(replace(posted, factuality=1.5)) == []  # argument and irony: only what is told flatly,
    assert claims(Said("Orrin Vale came.", "come", "came", roles[:1], kind=BlockKind.COMMENT)) == []  # in full


def test_what_is_claimed_does_not_depend_on_the_worth_of_a_line() -> None:
    troops = Said("It includes troops.", "include", "includes", (("patient", "troops"),), tense="present")
    aside = Said("Orrin Vale opened the dam.", "open", "opened", (("agent", "Orrin Vale"), ("patient", "the dam")))
    nobody = Said("Speed reduced risks.", "reduce", "reduced", (("agent", "Speed"), ("patient", "risks")))
    for told, slots in ((troops, {"whom", "happened"}), (aside, {"who", "whom", "happened"}), (nobody, set())):
        for weight in (0.0, 1.0):
            found = extract([account("Courier", replace(told, notability=weight), names=NAMES)])
            assert {c.slot for c in found} == slots


def test_layers_that_nobody_made_are_missed_aloud() -> None:
    with pytest.raises(MissingLayer):
        list(extract([Document("id", "text", Provenance("a.txt", "A"))]))


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The army said it had not carried out any strikes.", ["army"]),
        ("The army said that it would close the base.", ["army"]),
        ("The army said it exploded at noon.", []),  # something else did
        ("The mayor said it had hit the bridge.", []),  # a person is no "it"
        ("The army said, as it had hit the bridge before, that it was ready.", []),
    ],
)
def test_a_body_that_says_it_did_something_did_it_by_its_own_word(text: str, who: list[str]) -> None:
    told = extract(annotate([document(text)]))
    assert [c.value.form for c in told if c.slot == "who" and c.words == "it"] == who


def test_we_outside_what_others_say_are_who_publishes_and_i_who_wrote_it() -> None:
    text = "We attacked the bridge at Vell on Monday. I visited the bridge on Tuesday. “We left the town,” Vale said."
    read = document(text, outlet="Oro Army", published="2018-05-10")
    read = replace(read, provenance=replace(read.provenance, author="Ana Brook"))
    found = extract(annotate([read]))
    assert [(c.words, c.value.form) for c in found if c.slot == "who"] == [("We", "Oro Army"), ("I", "Ana Brook")]


def test_we_of_a_newspaper_are_not_the_newspaper() -> None:
    for outlet in ("Oro Courier", "Oro Press"):
        read = document("The bank collapsed. We soon learned that on Monday.", outlet=outlet, published="2018-05-10")
        assert not [c for c in extract(annotate([read])) if c.value.form == outlet]
