"""When a no answers a yes: of one action, one set of participants and one time, and said as more than an aside."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rashomon.denials import borrowed, objection, unlike
from rashomon.types import Claim, Document, EventMention, Span, Time, Value
from rashomon.voices import Voices
from tests.mentions import Said, account

PASSING = "one says so only in passing"
PART, OTHERS = "one says so of a part, or of a time", "they may be of other participants"
NAMES = [("Orrin Vale", "person"), ("Ana Oro", "person"), ("Karsa", "place")]
ROLES = (("agent", "Orrin Vale"), ("patient", "the dam"))
YES = Said("Orrin Vale opened the dam at Karsa.", "open", "opened", ROLES)


def claim(of: Document) -> Claim:
    [mention] = of.layer(EventMention)
    value = Value("polarity", mention.factuality, mention.factuality)
    key = f"{of.id}:{mention.span.begin}"
    return Claim(of.id, key, "happened", value, Span(0, 1), "x", mention.holders, mention.factuality, "events")


def why(no: Said, yes: Said = YES) -> str:
    left, right = (account(o, s, names=NAMES, day="2015-03-15") for o, s in (("A", no), ("B", yes)))
    documents = {d.id: d for d in (left, right)}
    return objection(claim(left), claim(right), Voices(documents, {}, [(d,) for d in documents]))


def no(text: str, trigger: str = "opened", roles: tuple[tuple[str, str], ...] = ROLES, **more: object) -> Said:
    return Said(text, "open", trigger, roles, factuality=-3, **more)  # type: ignore[arg-type]  # fields of Said


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        (no("Orrin Vale never opened the dam."), ""),
        (no("Orrin Vale has not yet opened the dam."), PART),
        (no("Orrin Vale not only opened the dam, he broke it."), PART),
        (no("Orrin Vale left without opening the dam.", "opening", tense=""), PASSING),
        (
            no("Ana Oro never opened the dam.", roles=(("agent", "Ana Oro"), ("patient", "the dam"))),
            OTHERS,
        ),
        (
            no("Ana Oro never opened the gate.", roles=(("agent", "Ana Oro"), ("patient", "the gate"))),
            OTHERS,
        ),
        (no("It never opened.", roles=()), "one names nobody"),
        (no("Do not open the dam.", "open", (("patient", "the dam"),), tense="present"), PASSING),
        (no("Orrin Vale would not have opened the dam."), PASSING),
        (no("Orrin Vale never slept and opened the dam."), PASSING),
        (no("Orrin Vale never came or opened the dam."), ""),
        (no("He did not see what Orrin Vale meant by the open dam.", "open", ROLES[:1], tense=""), PASSING),
        (no("Orrin Vale barely opened the dam."), PART),
        (no("Orrin Vale never opened the dam deliberately."), PART),
        (no("Orrin Vale never opened the dam, and left quietly."), ""),
        (no("Orrin Vale has not formally opened the dam."), PART),
        (no("Orrin Vale nearly opened the dam."), PART),
        (no("Luckily the dam didn't open further.", "open", ROLES[1:]), PART),
        (no("Orrin Vale did not open the dam any further.", "open"), PART),
        (no("Orrin Vale hasn't only opened the dam, he broke it."), PART),
        (no("Orrin Vale never opened the last dam.", roles=(ROLES[0], ("patient", "the last dam"))), PART),
        (no("Orrin Vale spoke with Ana Oro, but never opened the dam."), ""),
        (no("The owner spoke with Ana Oro, but never opened the dam.", roles=ROLES[1:]), OTHERS),
        (no("Orrin Vale will not open the dam.", "open", tense="future"), "one tells it as still to come"),
        (no("Orrin Vale never opened the dam on Monday.", times=(("Monday", "2015-03-09"),)), ""),
        (no("Orrin Vale never opened the dam in 2012.", times=(("2012", "2012-06-01"),)), "they may be of two times"),
    ],
)
def test_what_speaks_against_a_denial(said: Said, reason: str) -> None:
    assert why(said) == reason


@pytest.mark.parametrize(
    ("day", "reason"), [("2015-01-15", "one may have been told before it was done"), ("2015-04-10", "")]
)
def test_a_no_of_january_denies_nothing_of_april(day: str, reason: str) -> None:
    before = account("A", no("Orrin Vale never opened the dam."), names=NAMES, day=day)
    yes = Said("Orrin Vale opened the dam on 6 April.", "open", "opened", ROLES, times=(("6 April", "2015-04-06"),))
    after = account("B", yes, names=NAMES, day="2015-04-17")
    voices = Voices({d.id: d for d in (before, after)}, {}, [("A",), ("B",)])
    assert objection(claim(before), claim(after), voices) == reason


@pytest.mark.parametrize(
    ("words", "reason"),
    [("hoped to get the opening", PASSING), ("got the opening", ""), ("called any brief opening", PASSING)],
)
def test_what_is_only_hoped_for_is_no_yes(words: str, reason: str) -> None:
    text = f"Orrin Vale {words} of the dam."
    hoped = Said(text, "open", "opening", (("agent", "Orrin Vale"), ("patient", "the dam")), tense="")
    assert why(no("Orrin Vale never opened the dam."), hoped) == reason


def test_what_nobody_is_sure_of_is_no_yes() -> None:
    unsure = replace(YES, factuality=1.0)
    assert why(no("Orrin Vale never opened the dam."), unsure) == "the other is not sure of it"


def test_another_action_is_not_denied() -> None:
    painted = Said("Orrin Vale painted the dam.", "paint", "painted", ROLES)
    assert why(no("Orrin Vale never opened the dam."), painted) == "they may tell two actions"


def test_who_says_no_of_what_he_did_answers_whenever_he_is_said_to_have_done_it() -> None:
    before = replace(YES, text="Orrin Vale opened the dam in 2012.", times=(("2012", "2012-06-01"),))
    assert why(no("I did not open the dam, said Orrin Vale.", "open", by="Orrin Vale"), before) == ""
    assert why(no("Orrin Vale did not open the dam.", "open"), before) == "they may be of two times"
    assert why(no("Orrin Vale did not open the dam.", "open", by="Ana Oro"), before) == "they may be of two times"


def test_two_words_of_one_deed_are_one_action_of_the_same_two() -> None:
    roles = (("agent", "Orrin Vale"), ("patient", "Ana Oro"))
    coerced = Said("Orrin Vale coerced Ana Oro into leaving.", "coerce", "coerced", roles)
    forced = Said("Orrin Vale did not force Ana Oro to leave.", "force", "force", roles, factuality=-3)
    assert why(forced, coerced) == ""
    assert why(replace(forced, roles=roles[:1]), coerced) == "they may tell two actions"


def test_forces_that_were_never_sent_took_no_part() -> None:
    sent = Said("No troops were sent to Karsa.", "send", "sent", (("patient", "No troops"),), factuality=-3)
    seen = Said("Fighters shelled the town.", "shell", "shelled", (("agent", "Fighters"),))
    assert why(sent, seen) == ""


def test_a_purpose_that_is_denied_leaves_the_deed() -> None:
    text = "Orrin Vale never opened the dam to flood Karsa."
    denied = account("A", no(text), names=NAMES, day="2015-03-15")
    flood = Said(text, "flood", "flood", (("patient", "Karsa"),), factuality=0, tense="")
    [mention] = account("A", flood, names=NAMES).layer(EventMention)
    document = denied.with_layer(EventMention, (*denied.layer(EventMention), mention))
    other = account("B", YES, names=NAMES, day="2015-03-15")
    voices = Voices({d.id: d for d in (document, other)}, {}, [(document.id,), (other.id,)])
    assert objection(claim(denied), claim(other), voices) == PART


def test_who_denies_that_he_did_it_does_not_deny_that_it_was_done() -> None:
    done = Said("The dam was opened at Karsa.", "open", "opened", (("patient", "The dam"),))
    assert why(no("Orrin Vale never opened the dam."), done) == "the other names nobody who did it"


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (YES, Said("Orrin Vale opened a dam.", "open", "opened", (("agent", "Orrin Vale"),)), ""),
        (
            YES,
            Said("Ana Oro opened a dam.", "open", "opened", (("agent", "Ana Oro"),)),
            OTHERS,
        ),
        (
            Said("Orrin Vale opened it on Monday.", "open", "opened", ROLES[:1], times=(("Monday", "2015-03-09"),)),
            Said("Orrin Vale opened it in 2012.", "open", "opened", ROLES[:1], times=(("2012", "2012-06-01"),)),
            "they may be of two times",
        ),
        (YES, Said("Orrin Vale opened it since May.", "open", "opened", ROLES[:1]), "one counts from a day on"),
    ],
)
def test_what_sets_two_numbers_apart(one: Said, other: Said, reason: str) -> None:
    left, right = (account(o, s, names=NAMES, day="2015-03-15") for o, s in (("A", one), ("B", other)))
    voices = Voices({d.id: d for d in (left, right)}, {}, [(left.id,), (right.id,)])
    assert unlike(claim(left), claim(right), voices) == reason


@pytest.mark.parametrize(("scope", "reason"), [("deal USD", OTHERS), ("killed", "")])
def test_a_sum_is_of_those_whom_its_sentence_names(scope: str, reason: str) -> None:
    bought = account("A", Said("Orrin Vale bought it.", "buy", "bought", ROLES[:1]), names=NAMES, day="2015-03-15")
    deal = account("B", Said("The largest deal: Ana Oro's.", "deal", "deal"), names=NAMES, day="2015-03-15")
    left, right = (replace(claim(d), slot="how many", scope=scope) for d in (bought, deal))
    voices = Voices({d.id: d for d in (bought, deal)}, {}, [(bought.id,), (deal.id,)])
    assert unlike(left, right, voices) == reason


def test_two_sums_of_which_nobody_is_the_subject_are_of_those_beside_them() -> None:
    vale = account("A", Said("The deal that Orrin Vale got.", "deal", "deal"), names=NAMES, day="2015-03-15")
    oro = account("B", Said("The largest deal: Ana Oro's.", "deal", "deal"), names=NAMES, day="2015-03-15")
    left, right = (replace(claim(d), slot="how many", scope="deal USD") for d in (vale, oro))
    voices = Voices({d.id: d for d in (vale, oro)}, {}, [(vale.id,), (oro.id,)])
    assert unlike(left, right, voices) == OTHERS


def test_a_noun_in_what_another_did_may_have_borrowed_its_day() -> None:
    text = "Ana Oro showed a film of the opening on Monday."
    shown = account(
        "A", Said(text, "show", "showed", (("agent", "Ana Oro"), ("patient", "a film of the opening"))), names=NAMES
    )
    [noun] = account("A", Said(text, "open", "opening", tense="")).layer(EventMention)
    document = shown.with_layer(EventMention, (*shown.layer(EventMention), noun))
    voices = Voices({document.id: document}, {}, [(document.id,)])
    value = Value("date", 0, 1)
    at = [
        Claim(document.id, f"{document.id}:{text.index(w)}", "when", value, Span(0, 1), "x", ("A",), 3, "t")
        for w in ("showed", "opening")
    ]
    assert [borrowed(c, voices) for c in at] == [False, True]


def test_in_accounts_of_no_day_a_month_is_the_past_of_another_event() -> None:
    def told(outlet: str, value: str) -> Document:
        made = account(outlet, Said("Orrin Vale opened it in May.", "open", "opened", ROLES[:1]), names=NAMES)
        span = Span(24, 27)
        return made.with_layer(Time, (Time(span, "DATE", value, None, "none", "test"),))

    month, day, other = told("A", "XXXX-05"), told("B", "XXXX-WXX-7"), told("C", "XXXX-05")
    voices = Voices({d.id: d for d in (month, day, other)}, {}, [(d,) for d in ("id-A", "id-B", "id-C")])
    assert unlike(claim(month), claim(day), voices) == "they may be of two times"
    assert unlike(claim(month), claim(other), voices) == ""
