"""Words to pieces: as the tokenizer gives them for the window as a whole."""

from hypothesis import given
from hypothesis import strategies as st

from rashomon.language.model import load
from rashomon.language.pieces import LONGEST, PIECES, encoded, fits

WORDS = st.sampled_from(
    "Moreno said : “ naïve — S-300 's 1,500 U.S. ﬁre 港 [SEP] [UNK] \u0301 \u200b 😀 Überfähre".split(" ")
)


@given(st.lists(WORDS | st.text(min_size=1, max_size=12), min_size=1, max_size=30))
def test_pieces_looked_up_word_by_word_are_those_of_the_window(words):
    whole = load().tokenizer.encode(words, is_pretokenized=True)
    ids, marks, first = encoded(words, [0] * len(words))
    assert ids == whole.ids
    assert len(marks) == len(ids)
    for word, piece in enumerate(first):
        assert piece == next((p for p, owner in enumerate(whole.word_ids) if owner == word), 0)


def test_the_mark_of_a_word_stands_on_all_its_pieces():
    ids, marks, first = encoded(["Zwqx", "sank"], [1, 0])
    assert marks == [0] + [6] * (first[1] - 1) + [0] * (len(ids) - first[1])


def test_a_window_that_does_not_fit_is_known_and_its_begin_read():
    words = ["1" * LONGEST + "x"] * (PIECES // 40)
    assert fits(words[:1]) and not fits(["港" * LONGEST] * 3)
    ids, _, first = encoded(["港" * LONGEST] * 3, [0, 0, 0])
    assert len(ids) == PIECES + 2 and first == [1, LONGEST + 1, 2 * LONGEST + 1]
