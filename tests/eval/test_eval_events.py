"""Figures of events on invented sentences, worked out by hand; the labels that are committed."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from eval.events import SCORED, Case, Happening, Mention, baseline, gold, predict, score
from eval.texts import CORPORA
from rashomon.errors import ReadError
from rashomon.types import Argument, Document, EventMention, Provenance, Span
from tests import labels

GOLD = Path(__file__).parents[2] / "eval" / "gold"
TEXT = "Rebels held talks with Mayor Ana Oro in Vell on Monday. The guards did not shoot them."
NONE: dict[str, Any] = dict.fromkeys((*SCORED, "number"), ())


def at(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


def heads(*words: str) -> tuple[tuple[tuple[int, int], ...], ...]:
    return tuple(tuple(at(w) for w in one.split("|")) for one in words)


TALKS = Happening(
    (at("talks"), at("held")),
    {**NONE, "who": heads("Rebels"), "whom": heads("Mayor Ana Oro"), "when": heads("Monday"), "where": heads("Vell")},
    "happened",
)

SHOOT = Happening((at("shoot"),), {**NONE, "who": heads("guards"), "whom": heads("them|Rebels")}, "denied")
SAID_TALKS = Mention(at("talks"), dict(TALKS.arguments), 3.0, 2.0)
SAID_SHOOT = Mention(at("shoot"), dict(SHOOT.arguments), -3.0, -2.0)


def figures(*predicted: Mention) -> dict[str, float]:
    result = score([Case("a", TEXT, (TALKS, SHOOT))], [predicted])
    return {s.name: round(s.value, 4) for s in result.scores}


def test_the_labels_themselves_are_perfect() -> None:
    result = score([Case("a", TEXT, (TALKS, SHOOT))], [(SAID_TALKS, SAID_SHOOT)])
    assert {s.value for s in result.scores} == {1.0}
    assert result.faults == ()


def test_arguments_of_a_missed_trigger_are_missed() -> None:
    f = figures(SAID_SHOOT)
    assert f["triggers"] == 0.5
    assert f["core arguments"] == 0.6667  # two of two said, two of four labelled
    assert f["found: core"] == 1.0


def test_mentions_that_nothing_is_labelled_at_do_not_count() -> None:
    other = Mention(at("not"), {**NONE, "who": heads("Monday")}, 3.0, 3.0)
    assert figures(SAID_TALKS, SAID_SHOOT, other) == figures(SAID_TALKS, SAID_SHOOT)


def test_the_first_alternative_of_a_trigger_is_compared() -> None:
    verb = replace(SAID_TALKS, trigger=at("held"), arguments={**NONE, "who": heads("Vell")})
    assert figures(SAID_SHOOT, verb, SAID_TALKS)["found: who"] == 1.0
    assert figures(SAID_SHOOT, verb)["found: who"] == 0.5


def test_words_of_the_trigger_take_no_part_in_it() -> None:
    verb = replace(SAID_TALKS, trigger=at("held"), arguments={**TALKS.arguments, "whom": heads("talks", "Oro")})
    assert figures(SAID_SHOOT, verb)["found: core"] == 1.0


def test_a_head_needs_one_token_of_the_name_or_of_an_alternative() -> None:
    part = {**SAID_TALKS.arguments, "whom": heads("Oro")}
    rebels = {**SAID_SHOOT.arguments, "whom": heads("Rebels")}
    f = figures(replace(SAID_TALKS, arguments=part), replace(SAID_SHOOT, arguments=rebels))
    assert f["found: whom"] == 1.0


def test_swapped_roles_are_wrong_until_taken_as_one() -> None:
    swapped = {**NONE, "who": heads("them"), "whom": heads("guards")}
    f = figures(SAID_TALKS, replace(SAID_SHOOT, arguments=swapped))
    assert (f["found: who"], f["found: core"], f["found: either"]) == (0.5, 0.5, 1.0)
    faults = score([Case("a", TEXT, (SHOOT,))], [(replace(SAID_SHOOT, arguments=swapped),)]).faults
    assert {(f.measure, f.what, f.labels) for f in faults} == {
        ("who", "missed", "who > whom"),
        ("whom", "missed", "whom > who"),
        ("who", "spurious", "who"),
        ("whom", "spurious", "whom"),
    }


@pytest.mark.parametrize(
    ("status", "factuality", "happened", "sign", "took"),
    [
        ("happened", 0.4, 0.4, 1.0, 1.0),
        ("happened", -0.4, -0.4, 0.0, 0.0),
        ("denied", -2.0, -2.0, 1.0, 1.0),
        ("planned", 1.4, -1.0, 1.0, 1.0),
        ("planned", 1.6, 1.0, 0.0, 0.0),
        ("hypothetical", -1.6, 0.0, 0.0, 1.0),
    ],
)
def test_status(status: str, factuality: float, happened: float, sign: float, took: float) -> None:
    said = replace(SAID_SHOOT, factuality=factuality, happened=happened)
    result = score([Case("a", TEXT, (replace(SHOOT, status=status),))], [(said,)])
    f = {s.name: s.value for s in result.scores}
    assert (f["sign"], f["took place"]) == (sign, took)


def test_mentions_of_the_pipeline_in_our_roles() -> None:
    def argument(role: str, words: str) -> Argument:
        return Argument(role, Span(*at(words)), Span(*at(words)))

    arguments = (argument("agent", "guards"), argument("recipient", "them"), argument("topic", "Vell"))
    mention = EventMention(Span(*at("shoot")), "shoot", arguments, -3.0, happened=-2.0)
    document = Document("0", TEXT, Provenance("a.txt", "")).with_layer(EventMention, [mention])

    def annotate(given: Sequence[str]) -> Iterator[tuple[Document, Any]]:
        assert list(given) == [TEXT]
        yield document, lambda s: s

    ((said,),) = predict([Case("a", TEXT, ())], annotate)
    assert said.trigger == at("shoot")
    assert {role: [TEXT[slice(*h[0])] for h in said.arguments[role]] for role in SCORED} == {
        "who": ["guards"],
        "whom": ["them"],
        "when": [],
        "where": [],
    }


def test_rules_take_the_words_beside_the_trigger() -> None:
    ((said, _),) = baseline([Case("a", TEXT, (TALKS, SHOOT))])
    assert [TEXT[slice(*said.arguments[r][0][0])] for r in SCORED] == ["held", "Mayor", "Monday", "Vell"]


def label(**change: Any) -> dict[str, Any]:
    fields: dict[str, Any] = {"trigger": [list(at("shoot"))], "who": [[list(at("guards"))]], "status": "denied"}
    return {**fields, "whom": [], "when": [], "where": [], "number": [], **change}


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    labels.give(monkeypatch, TEXT)


@pytest.mark.usefixtures("known")
def test_labels_are_read(tmp_path: Path) -> None:
    (case,) = gold(labels.write(tmp_path / "a.jsonl", TEXT, events=[label()]), None)
    event = Happening((at("shoot"),), {**NONE, "who": heads("guards")}, "denied")
    assert case == Case("newsclusters/7", TEXT, (event,))


@pytest.mark.usefixtures("known")
@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"who": [[[0, 999]]]}, ":1: who must be"),
        ({"status": "rumoured"}, ":1: no status: rumoured"),
        ({"trigger": 5}, ":1: trigger must be"),
    ],
)
def test_format_errors(tmp_path: Path, change: dict[str, Any], message: str) -> None:
    with pytest.raises(ReadError, match=message):
        gold(labels.write(tmp_path / "a.jsonl", TEXT, events=[label(**change)]), None)


@pytest.mark.shared
@pytest.mark.skipif(not CORPORA.is_dir(), reason="the corpora are not beside the repository")
def test_the_committed_labels_fit_their_texts() -> None:
    dev, held = (gold(GOLD / f"events-{half}.jsonl", None) for half in ("dev", "score"))
    assert len(dev) == len(held) == 20
    assert not {c.id for c in dev} & {c.id for c in held}
    for case in (*dev, *held):
        for event in case.events:
            every = [place for role in event.arguments.values() for head in role for place in head]
            parts = [case.text[b:e] for b, e in (*event.trigger, *every)]
            assert all(part == part.strip() and part for part in parts), case.id
