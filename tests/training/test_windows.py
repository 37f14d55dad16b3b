"""Corpora to training windows: each format from a few lines, and what every window owes."""

import json
import math

import pytest

from training.windows import (
    IGNORE,
    WINDOW,
    attribution,
    cuts,
    factuality,
    inventory,
    names,
    running,
    syntax,
)


def row(i, form, lemma, upos, head, dep, entity="_"):
    return "\t".join([str(i), form, lemma, upos, upos[:2], "_", str(head), dep, "_", entity])


TREEBANK = "\n".join(
    [
        "# newdoc id = a",
        "# newpar",
        "# text = Pilots didn't stop.",
        row(1, "Pilots", "pilot", "NOUN", 4, "nsubj", "Entity=(1-person)"),
        "2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_",
        row(2, "did", "do", "AUX", 4, "aux"),
        row(3, "n't", "not", "PART", 4, "advmod:neg"),
        row(4, "stop", "stop", "VERB", 0, "root"),
        "4.1\tempty\t_\t_\t_\t_\t_\t_\t_\t_",
        row(5, ".", ".", "PUNCT", 4, "punct"),
        "",
        "# newpar",
        row(1, "The", "the", "DET", 2, "det", "Entity=(2-boat(1-person"),
        row(2, "pilots", "pilot", "NOUN", 3, "nmod:poss", "Entity=1)"),
        row(3, "boat", "boat", "NOUN", 4, "nsubj:pass", "Entity=2)"),
        row(4, "sank", "sink", "VERB", 0, "root"),
        "",
        "# newdoc id = b",
        row(1, "They", "they", "PRON", 2, "nsubj", "Entity=(1-person)"),
        row(2, "left", "leave", "VERB", 0, "root"),
        "",
    ]
)


@pytest.fixture
def treebank(tmp_path):
    path = tmp_path / "tiny.conllu"
    path.write_text(TREEBANK, "utf-8")
    return syntax(path)


def test_a_treebank_gives_a_window_a_document(treebank):
    assert [" ".join(w["words"]) for w in treebank] == ["Pilots did n't stop . The pilots boat sank", "They left"]
    assert all(len({len(v) for v in w.values()}) == 1 for w in treebank)


def test_trees_point_inside_the_window_and_at_themselves_for_roots(treebank):
    assert treebank[0]["head"] == [3, 3, 3, 3, 3, 6, 7, 8, 8]
    assert treebank[0]["sid"] == [0] * 5 + [1] * 4
    assert treebank[0]["start"] == [1, 0, 0, 0, 0, 1, 0, 0, 0]
    assert treebank[0]["par"] == [1, 0, 0, 0, 0, 1, 0, 0, 0]


def test_subtypes_are_kept_only_where_the_model_is_taught_them(treebank):
    assert treebank[0]["dep"][:3] == ["nsubj", "aux", "advmod"]
    assert treebank[0]["dep"][6:8] == ["nmod:poss", "nsubj:pass"]


def test_an_antecedent_is_the_last_head_of_the_same_entity_in_the_document(treebank):
    # "pilots" (6) goes back to "Pilots" (0); a first mention is its own; entity 1 of another document is another
    assert treebank[0]["ante"] == [0, IGNORE, IGNORE, IGNORE, IGNORE, IGNORE, 0, 7, IGNORE]
    assert treebank[1]["ante"] == [0, IGNORE]


def test_a_treebank_without_entities_has_no_antecedents(tmp_path):
    path = tmp_path / "plain.conllu"
    path.write_text(row(1, "Go", "go", "VERB", 0, "root") + "\n", "utf-8")  # nor a blank line at its end
    [window] = syntax(path)
    assert window["words"] == ["Go"]
    assert "ante" not in window


def test_sentences_are_not_split_between_windows(tmp_path):
    sentence = "\n".join(row(i, "a", "a", "X", i - 1, "dep") for i in range(1, 61)) + "\n\n"
    path = tmp_path / "long.conllu"
    path.write_text("# newdoc id = a\n" + sentence * 5, "utf-8")
    assert [len(w["words"]) for w in syntax(path)] == [120, 120, 60]
    for w in syntax(path):
        assert all(w["sid"][h] == w["sid"][i] for i, h in enumerate(w["head"]))
        assert all(0 <= h < len(w["words"]) for h in w["head"])


@pytest.mark.parametrize(
    "file, lines, expected",
    [
        (
            "conll2003-train.conll",
            ["-DOCSTART- O", "", "Ana B-person", "Moreno I-person", "in O", "Sella B-location", ""],
            ["B-PER", "I-PER", "O", "B-LOC"],
        ),
        ("conll2003-dev.conll", ["Sella\tB-location", "boats\tB-vessel"], ["B-LOC", "O"]),
        ("wikigold.conll", ["Ana I-PER", "Moreno I-PER", "HPU I-ORG", ""], ["B-PER", "I-PER", "B-ORG"]),
        ("crossner-politics-train.conll", ["Ana\tB-politician", "HPU\tB-politicalparty"], ["B-PER", "B-ORG"]),
    ],
)
def test_names_of_each_corpus(tmp_path, file, lines, expected):
    (tmp_path / file).write_text("\n".join(lines), "utf-8")
    [window] = names(tmp_path / file)
    assert window["name"] == expected
    assert len(window["words"]) == len(expected)


def test_names_are_cut_at_documents(tmp_path):
    path = tmp_path / "conll2003-train.conll"
    path.write_text("Ana B-person\n\n-DOCSTART- O\n\nLuz B-person\n", "utf-8")
    assert [w["words"] for w in names(path)] == [["Ana"], ["Luz"]]


def test_running_text():
    words, at, par = running("Ana didn't go.\n\n  She stayed.")
    assert words == ["Ana", "did", "n't", "go", ".", "She", "stayed", "."]
    assert par == [1, 0, 0, 0, 0, 1, 0, 0]
    assert at[5] == (18, 21)


def polnear(tmp_path, text, *attributions):
    """A file of one text; parts are given by their words."""

    def found(words):
        return [[text.index(w), text.index(w) + len(w)] for w in words]

    rows = [{k: found(v) for k, v in zip(("source", "cue", "content"), a, strict=True)} for a in attributions]
    path = tmp_path / "polnear.jsonl"
    path.write_text(json.dumps({"text": text, "attributions": rows}) + "\n", "utf-8")
    return attribution(path)


def test_attributions_have_tags_and_joins(tmp_path):
    text = "“It fell,” Ana Moreno said, “in May.”"
    [window] = polnear(tmp_path, text, (["Ana Moreno"], ["said"], ["“It fell,”", "“in May.”"]))
    tagged = dict(zip(window["words"], window["attr"], strict=True))
    assert [tagged[w] for w in ("It", "Ana", "Moreno", "said", "May", ".")] == [
        "I-CONTENT", "B-SOURCE", "I-SOURCE", "B-CUE", "I-CONTENT", "I-CONTENT",
    ]  # fmt: skip
    assert window["attr"].count("B-CONTENT") == 2
    source, cue = window["words"].index("Ana"), window["words"].index("said")
    first, second = (i for i, t in enumerate(window["attr"]) if t == "B-CONTENT")
    assert (window["join"][first], window["join"][second], window["join"][cue]) == (cue, cue, source)
    rest = set(range(len(window["words"]))) - {first, second, cue}
    assert {window["join"][i] for i in rest} == {IGNORE}


def test_a_cue_without_a_source_joins_itself(tmp_path):
    [window] = polnear(tmp_path, "It reportedly fell.", ([], ["reportedly"], ["fell"]))
    assert window["join"][:3] == [IGNORE, 1, 1]


def test_parts_that_overlap_keep_the_first_label(tmp_path):
    text = "Ana said Luz said it fell."
    outer, inner = (["Ana"], ["said"], ["Luz said it fell"]), (["Luz"], ["said it"], ["fell"])
    [window] = polnear(tmp_path, text, outer, inner)
    assert window["attr"] == ["B-SOURCE", "B-CUE", "B-CONTENT", "I-CONTENT", "I-CONTENT", "I-CONTENT", "O"]


def test_a_run_cut_by_a_window_begins_again_and_its_join_points_at_itself(tmp_path):
    text = "Ana said " + "it fell " * 100 + "."
    windows = polnear(tmp_path, text, (["Ana"], ["said"], ["it fell " * 100]))
    assert [len(w["words"]) for w in windows] == [WINDOW, 203 - WINDOW]
    assert windows[1]["attr"][:2] == ["B-CONTENT", "I-CONTENT"]
    for w in windows:
        assert all(t == IGNORE or 0 <= t < len(w["words"]) for t in w["join"])


@pytest.mark.parametrize(
    "paragraphs, expected",
    [
        ([1] + [0] * 9, [(0, 10)]),
        ([1] + [0] * 199, [(0, 160), (160, 200)]),
        ([1] + [0] * 99 + [1] + [0] * 99, [(0, 100), (100, 200)]),
        ([1] + [0] * 49 + [1] + [0] * 149, [(0, 160), (160, 200)]),
        ([], []),
    ],
)
def test_cuts(paragraphs, expected):
    assert list(cuts(paragraphs)) == expected


def test_factuality_counts_predicates_from_one(tmp_path):
    tokens = ["It", "may", "sink", "."]
    rows = [
        {"split": "train", "tokens": tokens, "pred": 3, "factual": 1.0},
        {"split": "train", "tokens": tokens, "pred": 2, "factual": -0.5},
        {"split": "dev", "tokens": ["Gone"], "pred": 1, "factual": 3.0},
    ]
    path = tmp_path / "facts.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)) + "\n", "utf-8")
    [window] = factuality(path)
    assert (window["words"], window["event"]) == (tokens, [0, 1, 1, 0])
    assert window["fact"][1:3] == [-0.5, 1.0]
    assert math.isnan(window["fact"][0])
    assert factuality(path, "dev")[0]["words"] == ["Gone"]


def test_an_inventory_is_ordered_by_count_then_name():
    assert inventory([{"k": ["b", "a", "c", "c"]}], "k") == ["c", "a", "b"]
    assert inventory([{"k": ["b", "a", "c", "c"]}], "k", 2) == ["c"]


def test_windows_of_another_size_are_cut_elsewhere():
    par = [int(i % 7 == 0) for i in range(100)]
    assert [j - i for i, j in cuts(par, 20)] != [j - i for i, j in cuts(par, 30)]
    assert all(j - i <= 20 for i, j in cuts(par, 20))
