"""Figures of statements on invented sentences, worked out by hand; the labels that are committed."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from eval.statements import Case, Said, baseline, gold, predict, same_name, score
from eval.texts import CORPORA
from rashomon.errors import ReadError
from rashomon.types import Attribution, Document, Provenance, Span
from tests import labels

GOLD = Path(__file__).parents[2] / "eval" / "gold"
TEXT = "Olu Ban said Ira Tov denied it had snowed. “It rained,” he said. “All night.”"


def at(*words: str, of: str = TEXT) -> tuple[tuple[int, int], ...]:
    return tuple((of.index(w), of.index(w) + len(w)) for w in words)


OUTER = Said(at("Olu Ban"), at("said"), at("Ira Tov denied it had snowed"), ("Olu Ban",))
INNER = Said(at("Ira Tov"), at("denied"), at("it had snowed"), ("Ira Tov",), "indirect", "deny", parent=0)
SAID = (TEXT.rindex("said"), TEXT.rindex("said") + 4)
QUOTED = Said(at("he"), (SAID,), at("It rained"), ("Olu Ban",), "direct")
GOES_ON = Said((), (), at("All night"), ("Olu Ban",), "direct")
LABELS = (OUTER, INNER, QUOTED, GOES_ON)


def figures(*predicted: Said, labels: Sequence[Said] = LABELS) -> dict[str, float]:
    return {s.name: round(s.value, 4) for s in score([Case("a", TEXT, tuple(labels))], [predicted]).scores}


def test_the_labels_themselves_are_perfect() -> None:
    result = score([Case("a", TEXT, LABELS)], [LABELS])
    assert {s.value for s in result.scores if s.gold} == {1.0}
    assert result.faults == ()


def test_nothing_predicted() -> None:
    f = figures()
    assert (f["statements"], f["recall direct"], f["nesting"]) == (0.0, 0.0, 0.0)


def test_a_quotation_that_goes_on_may_be_joined_to_what_came_before() -> None:
    joined = replace(QUOTED, content=at("“It rained,”", "“All night.”"))
    assert figures(OUTER, INNER, joined)["statements"] == 1.0
    assert figures(QUOTED, GOES_ON, labels=[joined])["statements"] == 1.0


def test_half_of_a_quotation_without_cue_must_be_there() -> None:
    assert figures(replace(QUOTED, content=at("It rained", "night")), labels=[GOES_ON])["statements"] == 1.0
    assert figures(QUOTED, labels=[GOES_ON])["statements"] == 0.0


def test_speakers_are_asked_of_what_is_found_only() -> None:
    f = figures(OUTER, replace(QUOTED, speakers=("Tov",)))
    assert f["speaker"] == 0.5
    assert f["resolved"] == 0.0  # "he" is no name; the other source is
    assert figures(OUTER, replace(QUOTED, speakers=("President Ban",)))["resolved"] == 1.0


def test_nobody_named_is_a_wrong_speaker() -> None:
    assert figures(replace(OUTER, speakers=()))["speaker"] == 0.0


def test_stance_is_a_mean_over_classes() -> None:
    f = figures(OUTER, replace(INNER, stance="say"), QUOTED)
    assert f["stance say"] == 0.8  # two right of three said to be "say"
    assert f["stance deny"] == 0.0
    assert f["stance"] == 0.4


def test_form_and_polarity() -> None:
    f = figures(replace(OUTER, form="mixed", positive=False), QUOTED)
    assert (f["form"], f["polarity"]) == (0.5, 0.5)


def test_nesting_needs_both_ends() -> None:
    assert figures(OUTER, INNER)["nesting"] == 1.0
    assert figures(OUTER, replace(INNER, parent=None))["nesting"] == 0.0
    assert figures(OUTER, replace(QUOTED, parent=0))["nesting"] == 0.0


def test_faults_have_no_words() -> None:
    faults = score([Case("a", TEXT, LABELS)], [(replace(OUTER, speakers=("Tov",), form="direct"),)]).faults
    assert {(f.measure, f.what, f.labels) for f in faults if f.begin == TEXT.index("said")} == {
        ("speaker", "wrong", ""),
        ("form", "wrong", "indirect > direct"),
    }
    assert sum(f.what == "missed" for f in faults) == 3


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Prime Minister Ana Oro", "Oro", True),
        ("Ana Oro", "Ira Oro", False),
        ("the president", "Ana Oro", False),
        ("the President", "President", True),
        ("The Vell Port Office", "the V.P.O.", True),
        ("Ana Oro", "AP", False),
        ("Vell's Police Department", "vell police", True),
    ],
)
def test_names(a: str, b: str, same: bool) -> None:
    assert same_name(a, b) is same


def test_rules_take_the_name_before_a_pronoun() -> None:
    text = "Olu Ban came. She said that “all” is lost today."
    ((said,),) = baseline([Case("a", text, ())])
    assert (said.speakers, said.form, said.stance) == (("Olu Ban",), "mixed", "say")


def test_predictions_nest_and_coordinated_speakers_are_one() -> None:
    text = "Ban and Oro said Tov said no."

    def span(words: str) -> Span:
        return Span(*at(words, of=text)[0])

    found = [
        Attribution(span(text), span(who), span("said"), (span("Tov said no"),), "indirect", "say", speaker=who)
        for who in ("Ban", "Oro")
    ]
    found.append(Attribution(span("Tov said no"), span("Tov"), Span(21, 25), (span("no."),), "indirect", "say"))
    document = Document("0", text, Provenance("a.txt", "")).with_layer(Attribution, found)

    def annotate(given: Sequence[str]) -> Iterator[tuple[Document, Any]]:
        assert list(given) == [text]
        yield document, lambda s: s

    ((outer, inner),) = predict([Case("a", text, ())], annotate)
    assert outer.speakers == ("Ban", "Oro")
    assert (inner.speakers, inner.parent, outer.parent) == (("Tov",), 0, None)


def label(**change: Any) -> dict[str, Any]:
    fields = {"source": [0, 7], "cue": [8, 12], "content": [[13, 41]], "speaker": [0, 7], "kind": "person"}
    rest = {"form": "indirect", "stance": "say", "positive": True, "hedge": None, "addressee": None, "parent": None}
    return {**fields, **rest, **change}


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    labels.give(monkeypatch, TEXT)


@pytest.mark.usefixtures("known")
def test_labels_are_read(tmp_path: Path) -> None:
    (case,) = gold(labels.write(tmp_path / "a.jsonl", TEXT, statements=[label()]), None)
    assert case == Case("newsclusters/7", TEXT, (OUTER,))


@pytest.mark.usefixtures("known")
def test_a_document_may_be_called_by_its_own_words(tmp_path: Path) -> None:
    (case,) = gold(
        labels.write(tmp_path / "a.jsonl", TEXT, statements=[label(kind="document", speaker=[13, 20])]), None
    )
    assert case.statements[0].speakers == ("Ira Tov", "Olu Ban")


@pytest.mark.usefixtures("known")
@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"cue": [8, 999]}, ":1: cue must be"),
        ({"stance": "mumble"}, ":1: no form or stance"),
        ({"parent": 3}, ":1: a parent is not the index"),
    ],
)
def test_format_errors(tmp_path: Path, change: dict[str, Any], message: str) -> None:
    with pytest.raises(ReadError, match=message):
        gold(labels.write(tmp_path / "a.jsonl", TEXT, statements=[label(**change)]), None)


@pytest.mark.shared
@pytest.mark.skipif(not CORPORA.is_dir(), reason="the corpora are not beside the repository")
def test_the_committed_labels_fit_their_texts() -> None:
    halves = [gold(GOLD / f"statements-{half}.jsonl", None) for half in ("dev", "score", "fresh")]
    assert sum(map(len, halves)) >= 40
    assert len({c.id for half in halves for c in half}) == sum(map(len, halves))
    for case in chain.from_iterable(halves):
        for s in case.statements:
            parts = [case.text[b:e] for b, e in (*s.source, *s.cue, *s.content)]
            assert all(part == part.strip() and part for part in parts), case.id
