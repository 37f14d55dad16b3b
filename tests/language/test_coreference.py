"""What words refer back to across windows."""

import numpy as np
import pytest

from rashomon.language.coreference import across, arcs


@pytest.mark.parametrize(
    "text, tags, found",
    [
        ("pier burns . the pier fell", {"pier": "NOUN"}, {"pier": 0}),
        ("pier burns . a pier fell", {"pier": "NOUN"}, {}),
        ("she left . then her boat sank", {}, {"her": 0}),
        ("she left . then his boat sank", {}, {}),
        ("I left . then my boat sank", {}, {"my": 0}),
        ("“ I left ” , he said . “ my boat sank ”", {}, {}),
        ("I heard “ he left ” and my boat sank", {}, {"my": 0}),
        ('I heard " he left " and " my boat sank "', {}, {}),
    ],
)
def test_words_that_come_again(text, tags, found):
    words = text.split()
    antecedents = np.arange(len(words), dtype=np.int32)
    new = {i for i, w in enumerate(words) if i and words[i - 1] == "a"}
    across(range(len(words)), words, [tags.get(w, "X") for w in words], new, antecedents)
    assert {words[i]: int(a) for i, a in enumerate(antecedents) if a != i} == found


def test_a_pronoun_stays_where_its_window_ties_it():
    words = "she left . Moreno and her boat".split()
    antecedents = np.array([0, 1, 2, 3, 4, 3, 6], dtype=np.int32)
    across(range(7), words, ["X"] * 7, (), antecedents)
    assert antecedents[5] == 3


def test_a_pronoun_takes_an_arc_that_other_words_would_not():
    scores = np.array([[0, 0], [1, 2]], dtype=np.float32)  # each word scores itself, "none", highest
    assert arcs(scores, ["Moreno", "she"]) == [0, 0]
    assert arcs(scores, ["Moreno", "pier"]) == [0, 1]
