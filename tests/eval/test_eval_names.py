"""Names in invented columns, with figures worked out by hand."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from eval.names import Case, baseline, decode, gold, predict, score
from rashomon.errors import ReadError

IOB2 = """\
-DOCSTART- O

Ada B-politician
Bel I-politician
met O
the O
Reds B-politicalparty
. O

Reds B-politicalparty
left O

-DOCSTART- O

Vale B-country
voted O
"""


def write(folder: Path, text: str, name: str = "town-dev.conll") -> Path:
    """The text as a file."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_sentences_join_up_to_the_start_of_a_document(tmp_path: Path) -> None:
    one, two = gold(write(tmp_path, IOB2), None)
    assert one.words == ("Ada", "Bel", "met", "the", "Reds", ".", "Reds", "left")
    assert one.starts == (True, False, False, False, False, False, True, False)
    assert one.names == {(0, 2, "person"), (4, 5, "organisation"), (6, 7, "organisation")}
    assert two.names == {(0, 1, "place")}
    assert one.kinds == {"person", "organisation", "place"}  # of the whole file


def test_runs_hold_about_a_hundred_words(tmp_path: Path) -> None:
    sentence = "".join(f"w{i} O\n" for i in range(40)) + "\n"
    assert [len(c.words) for c in gold(write(tmp_path, sentence * 5), None)] == [80, 80, 40]


def test_universal_ner(tmp_path: Path) -> None:
    text = "# newdoc id = a\n# text = In Vale\n1\tIn\tO\t-\t-\n2\tVale\tB-LOC\t-\tme\n3\t#\tO\t-\t-\n\n"
    (case,) = gold(write(tmp_path, text, "web-dev.iob2"), None)
    assert case.words == ("In", "Vale", "#")
    assert case.names == {(1, 2, "place")}


@pytest.mark.parametrize(
    ("tags", "names"),
    [
        ("I-PER I-PER O I-LOC", {(0, 2, "person"), (3, 4, "place")}),  # IOB1
        ("I-ORG B-ORG", {(0, 1, "organisation"), (1, 2, "organisation")}),
        ("B-election I-election B-Money", {(0, 2, "other")}),
        ("O O", set()),
    ],
)
def test_tags_to_spans(tags: str, names: set[tuple[int, int, str]]) -> None:
    assert set(decode(tags.split())) == names


CASE = Case(
    "a",
    ("Ada", "Bel", "met", "the", "Reds", "in", "Vale"),
    (True, *[False] * 6),
    frozenset({(0, 2, "person"), (4, 5, "organisation"), (6, 7, "place")}),
    frozenset({"person", "organisation", "place"}),
)


def test_figures_and_faults() -> None:
    said = frozenset({(0, 2, "person"), (4, 5, "place"), (5, 7, "place"), (2, 3, "other")})
    result = score([CASE], [said])
    figures = {s.name: s.value for s in result.scores}
    assert figures == {
        "person": 1.0,
        "organisation": 0.0,
        "place": 0.0,
        "names": pytest.approx(1 / 3),  # 1 of 3 and 1 of 3: the file annotates no "other", so none is scored
        "spans": pytest.approx(2 / 3),
    }
    assert {(f.begin, f.end, f.what, f.labels) for f in result.faults} == {
        (4, 5, "wrong", "organisation > place"),
        (6, 7, "missed", "place"),
        (5, 7, "spurious", "place"),
    }


def test_the_model_gets_words_only() -> None:
    def read(words: list[str], starts: list[bool] | None) -> Any:
        assert (words, starts) == (list(CASE.words), None)
        labels = {"person": "PER", "organisation": "ORG", "place": "LOC"}
        ents = [SimpleNamespace(start=b, end=e, label_=labels[kind]) for b, e, kind in CASE.names]
        return SimpleNamespace(doc=SimpleNamespace(ents=ents))

    result = score([CASE], predict([CASE], read))
    assert {s.value for s in result.scores} == {1.0}


def test_the_baseline_knows_names_of_the_training_file_and_runs_of_capitals(tmp_path: Path) -> None:
    train = write(tmp_path, "the O\nReds B-misc\n", "town-train.conll")
    assert baseline([CASE], train) == [{(0, 2, "person"), (4, 5, "other"), (6, 7, "organisation")}]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Ada B-PER\nBel\n", ":2: no tag in column 2"),
        ("Ada B-PER\nBel I-dragon\n", ":2: 'I-dragon' is not O, nor"),
        ("Ada PER\n", ":1: 'PER' is not O"),
        ("\n\n", "no sentence"),
    ],
)
def test_format_errors(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ReadError, match=message):
        gold(write(tmp_path, text), None)
