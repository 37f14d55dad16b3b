"""Factuality and commitment of invented sentences, with figures worked out by hand."""

import json

import pytest

from eval import commitment, factuality
from eval.factuality import Case, correlation
from rashomon.errors import ReadError
from tests.readings import Built

WORDS = ["The", "boat", "sank", "and", "nobody", "sang", "."]
ROWS = [
    {"id": "a-1", "tokens": WORDS, "pred": 3, "word": "sank", "factual": 3.0, "split": "dev"},
    {"id": "a-2", "tokens": WORDS, "pred": 6, "word": "sang", "factual": -3.0, "split": "dev"},
    {"id": "b-1", "tokens": ["It", "may", "sink", "."], "pred": 3, "word": "sink", "factual": 1.0, "split": "dev"},
    {"id": "c-1", "tokens": ["Gone", "."], "pred": 1, "word": "Gone", "factual": 2.0, "split": "train"},
]


def write(folder, rows, name="town.jsonl"):
    path = folder / name
    path.write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")
    return path


def figures(result):
    return {s.name: round(s.value, 3) for s in result.scores}


def test_a_predicate_counts_from_one_and_dev_is_scored(tmp_path):
    first, second = factuality.gold(write(tmp_path, ROWS), None)
    assert (first.id, first.values, first.happened) == ("a-1", ((2, 3.0), (5, -3.0)), False)
    assert [first.words[i] for i, _ in first.values] == ["sank", "sang"]
    assert second.values == ((2, 1.0),)
    assert [c.id for c in factuality.gold(write(tmp_path, ROWS), None, "train")] == ["c-1"]


def test_values_of_readers_are_put_on_the_scale(tmp_path):
    rows = [
        {**ROWS[0], "votes": [1, 1], "factual": 1.0, "sent_id": "mail-7-0002"},
        {**ROWS[1], "votes": [0], "factual": -2.1},
    ]
    [case] = factuality.gold(write(tmp_path, rows), None)
    assert case.values == ((2, 1.5), (5, -3.0))
    assert (case.happened, case.document) == (True, "mail-7")


def test_the_halves_of_the_documents_part_no_document():
    cases = [Case("x", ["Gone"], ((0, 1.0),), True, f"mail-{n}") for n in range(200)]
    assert 60 < sum(map(factuality.tuned, cases)) < 140
    assert not factuality.tuned(Case("x", ["Gone"], ((0, 1.0),), False))


def test_the_figures(tmp_path):
    cases = factuality.gold(write(tmp_path, ROWS), None)
    assert factuality.baseline(cases) == [(3.0, -3.0), (1.0,)]
    found = factuality.score(cases, [(3.0, 1.5), (1.0,)])
    assert figures(found) == {"r": 0.577, "MAE": 1.5, "sign": 0.667}
    assert [(f.document, f.begin, f.labels) for f in found.faults] == [("a-1", 5, "-3.0 > 1.5")]


def test_what_no_weight_was_fitted_on_is_told_apart():
    cases = [Case("x", ["Gone"], ((0, float(n % 3)),), True, f"mail-{n}") for n in range(40)]
    found = figures(factuality.score(cases, [(v,) for c in cases for _, v in c.values]))
    assert found["r unseen"] == found["sign unseen"] == 1.0 and found["MAE unseen"] == 0.0


def test_the_product_judges_the_annotated_word():
    made = Built(" ".join(WORDS), "boat/NOUN/nsubj/sank sank/VERB/root/sank/sink/VBD nobody/PRON/nsubj/sang "
                 "sang/VERB/conj/sank/sing/VBD")  # fmt: skip
    case = Case("a", WORDS, ((2, 3.0), (5, -3.0)), False)
    [(sank, sang)] = factuality.predict([case], lambda words, starts: made.reading)
    assert sank > 2 and sang < -2


def test_a_side_that_never_changes_has_no_correlation():
    assert correlation([(1.0, 2.0), (1.0, 3.0)]) == 0.0


@pytest.mark.parametrize("pred", [0, 8, "3"])
def test_a_place_outside_the_sentence_is_an_error(tmp_path, pred):
    with pytest.raises(ReadError, match=r"town\.jsonl:1: "):
        factuality.gold(write(tmp_path, [{**ROWS[0], "pred": pred}]), None)


# -- commitment --------------------------------------------------------------------------------------------------------

ITEMS = [
    {"id": "1", "context": "It was dark.", "target": "Ada did not know that it sank.", "verb": "know", "mean": 2.5},
    {"id": "2", "context": "", "target": "I don't think it sank.", "verb": "think", "mean": -2.0},
    {"id": "3", "context": "", "target": "Ada may say that it sank.", "verb": "say", "mean": 0.2},
    {"id": "4", "context": "", "target": "Ada never said that it sank.", "verb": "say", "mean": 1.0},
]


def test_three_classes(tmp_path):
    cases = commitment.gold(write(tmp_path, ITEMS), None)
    assert cases[0].text[cases[0].begin :] == ITEMS[0]["target"]
    assert commitment.baseline(cases) == ["true", "false", "open", "false"]
    found = figures(commitment.score(cases, commitment.baseline(cases)))
    assert found == {"macro": 0.778, "true": 0.667, "open": 1.0, "false": 0.667, "accuracy": 0.75}
    assert commitment.predict(cases, lambda text, begin, verb: -1.0) == ["false"] * 4


@pytest.mark.parametrize(
    "text, tree, verb, expected",
    [
        (
            "Ada said it sank.",
            "Ada/PROPN/nsubj/said said/VERB/root/said/say it/PRON/nsubj/sank sank/VERB/ccomp/said/sink",
            "say",
            "sank",
        ),
        (
            "It sank, I think.",
            "It/PRON/nsubj/sank sank/VERB/root/sank/sink think/VERB/parataxis/sank/think",
            "think",
            "sank",
        ),
        ("It sank.", "It/PRON/nsubj/sank sank/VERB/root/sank/sink", "say", "sank"),
    ],
)
def test_the_clause_under_the_verb(text, tree, verb, expected):
    assert commitment.clause(list(Built(text, tree).doc), verb).text == expected
