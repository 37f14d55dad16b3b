"""Scores to labels: trees are trees, lemmas undo their scripts, runs keep to their paragraphs, parts are joined."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from rashomon.language.decode import Parts, join, runs, tree
from rashomon.language.lemmas import undone
from rashomon.language.projective import crosses
from training.windows import edit_script

SCORES = st.floats(-30, 30, width=32)
LABELS = ["O", "B-SOURCE", "I-SOURCE", "B-CONTENT", "I-CONTENT"]


def is_tree(heads):
    """One root, and every word reaches it."""
    roots = [w for w, h in enumerate(heads) if w == h]
    if len(roots) != 1:
        return False
    for at in range(len(heads)):
        for _ in heads:
            at = heads[at]
        if at != roots[0]:
            return False
    return True


@given(st.integers(1, 12).flatmap(lambda n: arrays(np.float32, (n, n), elements=SCORES)))
def test_any_scores_give_a_tree(score):
    assert is_tree(tree(score))


@given(st.integers(1, 6).flatmap(lambda n: arrays(np.float32, (n, n), elements=SCORES, unique=True)))
def test_the_best_heads_stay_where_they_are_a_tree_without_crossing_arcs(score):
    best = score.argmax(1).tolist()
    if is_tree(best) and not crosses(best):
        assert tree(score) == best


@given(st.lists(st.integers(0, 400), min_size=2, max_size=60))
def test_a_tree_that_scores_mark_clearly_is_found(draws):
    heads, open_ = [0], [0]
    for w, d in enumerate(draws, 1):  # every word hangs on the one before it, or on one that this one hangs on
        open_ = open_[: d % len(open_) + 1]
        heads.append(open_[-1])
        open_.append(w)
    score = np.full((len(heads), len(heads)), -5, dtype=np.float32)
    score[range(len(heads)), heads] = 5
    assert tree(score) == heads


def test_a_cycle_is_broken_at_its_cheapest_arc():
    score = np.array(
        [
            [9, -9, -9],  # root
            [1, -9, 5],  # 1 and 2 prefer each other; 2 loses less by hanging on the root
            [4, 5, -9],
        ],
        dtype=np.float32,
    )
    assert tree(score) == [0, 2, 0]


def test_scores_are_not_changed():
    score = np.ones((4, 4), dtype=np.float32)
    tree(score)
    assert (score == 1).all()


@pytest.mark.parametrize(
    "form, expected",
    [
        ("Studies", "study"),
        ("went", "go"),
        ("US", "US"),
        ("Putin", "Putin"),
        ("n't", "not"),
        ("BETTER", "good"),
        ("|", "|"),
        ("a|b", "a|c"),
        ("was", "be"),
        ("İstanbul", "istanbul"),
        ("ẞ", "ss"),
        ("x", ""),
    ],
)
def test_lemma_undoes_the_script_of_training(form, expected):
    assert undone(form, edit_script(form, expected)) == expected


@given(st.text(max_size=12), st.text(max_size=12))
def test_lemma_undoes_any_script(form, expected):
    assert undone(form, edit_script(form, expected)) == expected


def test_a_script_longer_than_the_word_keeps_it():
    assert undone("is", "l|4|y") == "isy"


@given(st.data(), st.integers(1, 20))
def test_runs_lie_in_order_and_cross_no_break(data, n):
    scores = data.draw(arrays(np.float32, (n, len(LABELS)), elements=SCORES))
    breaks = data.draw(st.lists(st.booleans(), min_size=n, max_size=n))
    at = 0
    for begin, end, kind in runs(scores, LABELS, breaks):
        assert at <= begin < end <= n
        assert kind in ("SOURCE", "CONTENT")
        assert not any(breaks[begin + 1 : end])
        at = end


def path(*tags):
    """Scores that clearly prefer these tags."""
    scores = np.full((len(tags), len(LABELS)), -6, dtype=np.float32)
    scores[range(len(tags)), [LABELS.index(t) for t in tags]] = 0
    return scores


@pytest.mark.parametrize(
    "tags, breaks, expected",
    [
        (["B-SOURCE", "I-SOURCE", "O"], "000", [(0, 2, "SOURCE")]),
        (["B-SOURCE", "B-SOURCE"], "00", [(0, 1, "SOURCE"), (1, 2, "SOURCE")]),
        (["B-CONTENT", "I-CONTENT", "I-CONTENT", "I-CONTENT"], "0010", [(0, 2, "CONTENT"), (2, 4, "CONTENT")]),
    ],
)
def test_runs(tags, breaks, expected):
    assert runs(path(*tags), LABELS, [b == "1" for b in breaks]) == expected


def test_a_stray_inside_tag_begins_a_run_or_none():
    found = runs(path("O", "I-CONTENT", "I-CONTENT", "O"), LABELS, [False] * 4)
    assert found in ([(1, 3, "CONTENT")], [(0, 3, "CONTENT")])


@given(arrays(np.float32, (4, 5), elements=SCORES), arrays(np.float32, (5, 5), elements=SCORES), st.booleans())
def test_no_legal_path_is_better(scores, links, broken):
    def worth(path):
        steps = sum(float(links[a, b]) for a, b in itertools.pairwise(path))
        return sum(float(scores[i, tag]) for i, tag in enumerate(path)) + steps

    def legal(path):
        before = [0, *path]
        return all(
            tag not in (2, 4) or (before[i] in (tag - 1, tag) and not (broken and i == 2)) for i, tag in enumerate(path)
        )

    tags = [0] * 4
    for begin, end, kind in runs(scores, LABELS, [False, False, broken, False], links=links):
        first = LABELS.index(f"B-{kind}")
        tags[begin:end] = [first] + [first + 1] * (end - begin - 1)
    best = max(worth(path) for path in itertools.product(range(5), repeat=4) if legal(path))
    assert legal(tags) and worth(tags) == pytest.approx(best)


def test_a_bias_moves_the_balance():
    scores = np.array([[0.0, -1.0, -9.0, -9.0, -9.0]], dtype=np.float32)
    bias = np.array([0, 2, 0, 0, 0], dtype=np.float32)
    assert runs(scores, LABELS, [False]) == []
    assert runs(scores, LABELS, [False], bias) == [(0, 1, "SOURCE")]


def test_no_words_no_runs():
    assert runs(np.zeros((0, 5), dtype=np.float32), LABELS, []) == []


def arcs(n, *pairs):
    """Arc scores (from, to) that clearly prefer these; any other word points at itself."""
    out = np.full((n, n), -8, dtype=np.float32)
    np.fill_diagonal(out, 0)
    for at, to in pairs:
        out[at, to] = 8
    return out


SOURCE, CUE, FIRST, SECOND = (0, 2, "SOURCE"), (2, 3, "CUE"), (3, 6, "CONTENT"), (8, 10, "CONTENT")


def shown(parts: list[Parts]):
    return [(p.source, p.cue, p.content) for p in parts]


def test_content_finds_its_cue_and_the_cue_its_source():
    assert shown(join([SOURCE, CUE, FIRST], arcs(10, (3, 2), (2, 0)))) == [((0, 2), (2, 3), ((3, 6),))]


def test_two_stretches_of_one_cue_are_one_attribution():
    found = join([SOURCE, CUE, FIRST, SECOND], arcs(10, (3, 2), (8, 2), (2, 0)))
    assert shown(found) == [((0, 2), (2, 3), ((3, 6), (8, 10)))]


def test_content_that_points_at_no_cue_stands_alone_and_so_does_the_cue():
    assert shown(join([CUE, FIRST], arcs(10))) == [(None, (2, 3), ()), (None, None, ((3, 6),))]


def test_content_without_a_cue_takes_the_source_just_before_it_that_no_other_has():
    near, far = (0, 3, "SOURCE"), (30, 33, "CONTENT")
    assert shown(join([near, FIRST], arcs(10))) == [((0, 3), None, ((3, 6),))]
    assert shown(join([near, far], arcs(40))) == [(None, None, ((30, 33),))]


def test_a_source_that_no_cue_chose_goes_to_the_cue_that_has_none():
    assert shown(join([SOURCE, CUE, FIRST], arcs(10, (3, 2)))) == [((0, 2), (2, 3), ((3, 6),))]


def test_a_cue_needs_no_source():
    assert shown(join([CUE, FIRST], arcs(10, (3, 2)))) == [(None, (2, 3), ((3, 6),))]


def test_a_score_is_a_log_probability():
    found = join([SOURCE, CUE, FIRST, SECOND], arcs(10, (3, 2), (2, 0)))
    assert all(p.score <= 0 for p in found)
    assert max(p.score for p in found) > -0.1


def test_trained_links_between_tags_may_turn_a_close_call():
    labels = ["O", "B-CUE", "I-CUE"]
    scores = np.log(np.array([[0.1, 0.8, 0.1], [0.45, 0.15, 0.4]], dtype=np.float32))
    links = np.zeros((3, 3), dtype=np.float32)
    assert runs(scores, labels, [True, False]) == [(0, 1, "CUE")]
    links[1, 2] = 1.0
    assert runs(scores, labels, [True, False], links=links) == [(0, 2, "CUE")]
    links[0, 2] = 9.0  # no link makes up for a begin that is not there
    assert runs(scores[[1, 1]], labels, [True, False], links=links) == []
