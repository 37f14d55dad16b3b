"""What words refer back to: who speaks, and which mentions a mention may refer to."""

import numpy as np
import pytest

from rashomon.language import coreference
from rashomon.language.antecedents import SEEN, TRAITS, resolve
from rashomon.language.coreference import FEATURES, SORTS, Mentions, Words, across, arcs, strongest


@pytest.mark.parametrize(
    "text, found",
    [
        ("I left . then my boat sank", {"my": 0}),
        ("“ I left ” , he said . “ my boat sank ”", {}),
        ("I heard “ he left ” and my boat sank", {"my": 0}),
        ('I heard " he left " and " my boat sank "', {}),
        ("she left . then her boat sank", {"her": 0}),
        ("she left . then his boat sank", {}),
        ("it left . then its boat sank", {}),
    ],
)
def test_who_speaks_is_the_last_of_its_kind_in_the_same_words(text, found):
    words = text.split()
    antecedents = np.arange(len(words), dtype=np.int32)
    across(range(len(words)), words, antecedents)
    assert {words[i]: int(a) for i, a in enumerate(antecedents) if a != i} == found


def test_a_pronoun_stays_where_its_window_ties_it():
    antecedents = np.array([0, 1, 2, 3, 4, 3, 6], dtype=np.int32)
    across(range(7), "she left . Moreno and her boat".split(), antecedents)
    assert antecedents[5] == 3


def test_a_pronoun_takes_an_arc_that_other_words_would_not():
    scores = np.array([[0, 0], [1, 2]], dtype=np.float32)  # each word scores itself, "none", highest
    assert strongest(scores, ["Moreno", "she"]) == [0, 0]
    assert strongest(scores, ["Moreno", "pier"]) == [0, 1]


def test_arcs_lead_to_earlier_words_only():
    scores = np.array([[0, 9, 9], [1, 1, 9], [0, 0, 0]], dtype=np.float32)
    told = np.exp(arcs(scores, 2))
    assert told[0].round(4).tolist() == [1, 0]
    assert told[1].tolist() == [0.5, 0.5]


def mentions(tagged, **more):
    """Mentions of "word/UPOS" and "word/UPOS/KIND of name", each a root, sentences ended by a stop."""
    parts = [(*each.split("/"), "O")[:3] for each in tagged.split()]
    words, upos, ents = zip(*parts, strict=True)
    n = len(words)
    sentences = np.cumsum([0, *(w == "." for w in words[:-1])]).tolist()
    lemmas = [w.lower().removesuffix("s") for w in words]
    tags = ["NNS" if w.endswith("s") and u == "NOUN" else u for w, u in zip(words, upos, strict=True)]
    held = more.get("vectors", np.ones((n, 384), dtype=np.float16))
    text = Words(words, upos, tags, lemmas, list(range(n)), ["root"] * n, ents, sentences, held)
    return Mentions(text, range(n), [(range(n), np.zeros((n, n), dtype=np.float32))])


def test_nouns_names_and_pronouns_are_mentions():
    made = mentions("Ana/PROPN/B-PER saw/VERB boats/NOUN ./PUNCT They/PRON sank/VERB")
    assert made.heads.tolist() == [0, 2, 4]
    assert made.sorts.tolist() == [coreference.PERSON, coreference.NOUNS, 2]


def test_a_far_mention_is_a_candidate_where_a_word_comes_again():
    made = mentions("harbour/NOUN " + "boat/NOUN " * 60 + "harbour/NOUN pier/NOUN")
    later, earlier = made.candidates()
    last = {k: set(earlier[later == k].tolist()) for k in (61, 62)}
    assert 0 in last[61] and 0 not in last[62]
    assert len(last[62]) == coreference.NEAR


def test_a_name_and_a_pronoun_of_another_gender_clash():
    made = mentions("Ana/PROPN/B-PER came/VERB ./PUNCT Ivan/PROPN/B-PER slept/VERB ./PUNCT She/PRON left/VERB")
    seen = made.compared(np.array([2, 2]), np.array([0, 1]))
    assert seen[:, 23].tolist() == [1, 0] and seen[:, 24].tolist() == [0, 1]


def weights(**some):
    """Weights that tell nothing, but for the given ones of `straight`, by feature."""
    kinds = SORTS * (SORTS + 1)
    out = {f"{side}_words": np.zeros((384, 2)) for side in ("child", "parent")}
    out |= {f"{side}_traits": np.zeros((TRAITS, 2)) for side in ("child", "parent")}
    out |= {name: np.zeros((2, 2)) for name in ("child", "parent", "both")}
    out |= {"seen": np.zeros((SEEN, 2)), "kinds": np.zeros((kinds, 2)), "hidden": np.zeros(2)}
    straight = np.zeros(SEEN)
    for place, weight in some.items():
        straight[int(place[1:])] = weight
    return out | {"sorts": np.zeros(kinds), "straight": straight}


def resolved(made, by):
    n = len(made.order)
    antecedents, sure = np.arange(n, dtype=np.int32), np.ones(n, dtype=np.float32)
    resolve(made, by, antecedents, sure)
    return antecedents.tolist(), sure


def test_a_mention_refers_to_what_weighs_most_and_says_how_surely():
    made = mentions("boat/NOUN ./PUNCT boat/NOUN")
    found, sure = resolved(made, weights(f9=np.log(4)))  # the same word: 4 to 1
    assert found[2] == 0
    assert sure[2] == pytest.approx(0.8)


def test_the_mentions_of_one_entity_weigh_together():
    made = mentions("boat/NOUN pier/NOUN boat/NOUN it/PRON")
    by = weights(f9=5.0, f6=-0.5)  # the same word; far back
    found, sure = resolved(made, by)
    assert found[2:] == [0, 2]
    assert sure[3] > 0.5


def test_what_nothing_speaks_for_refers_to_nothing():
    made = mentions("boat/NOUN pier/NOUN")
    found, sure = resolved(made, weights(f0=-3.0))
    assert found == [0, 1]
    assert sure[1] > 0.9


def test_a_text_without_mentions_is_left_as_it_is():
    assert resolved(mentions("go/VERB"), weights())[0] == [0]


def test_features_have_their_places():
    made = mentions("boat/NOUN pier/NOUN")
    assert made.compared(np.array([1]), np.array([0])).shape == (1, FEATURES)
