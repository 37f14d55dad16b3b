import random
from collections.abc import Iterable
from itertools import permutations

import pytest

from rashomon.linking import stories
from rashomon.linking.sketch import count, frequencies, represent
from rashomon.linking.stories import Sparse, Spread, assign
from tests.mentions import Said, account

DAM = [
    ("A", "The dam above Karsa burst at night. Mud buried the market of Karsa, and Mayor Brook called for boats."),
    ("B", "Mud from the burst dam lies in the market of Karsa. Mayor Brook asked the capital for boats and pumps."),
    ("C", "Rescue workers at Karsa dig below the burst dam. The mud is deep, Mayor Brook says, and pumps are few."),
]
CUP = [
    ("D", "Orlen won the cup final against Harlow after penalties. Goalkeeper Finch saved two shots for Orlen."),
    ("E", "Goalkeeper Finch was the hero of the cup final: two saved penalties gave Orlen the win over Harlow."),
]


def test_accounts_of_two_happenings_are_two_stories_in_any_order() -> None:
    documents = [account(outlet, Said(text)) for outlet, text in (*DAM, *CUP)]
    expected = (("id-A", "id-B", "id-C"), ("id-D", "id-E"))
    assert stories(documents) == stories(documents[::-1]) == expected


def test_two_accounts_of_a_case_are_one_story_though_each_tells_mostly_of_other_things() -> None:
    rng, words = random.Random(1), sorted(k for k in frequencies() if k.isalpha() and len(k) > 3)
    texts = []
    for _, text in (DAM[0], DAM[1], CUP[0]):
        own = (w.title() if n % 8 == 0 else w for n, w in enumerate(rng.sample(words, 100), 1))
        texts.append(f"{' '.join(own)}. {text}")
    assert assign([count(text) for text in texts[:2]]) == [0, 0]
    assert assign([count(text) for text in texts]) == [0, 0, 1]


def test_two_sides_who_share_few_words_are_one_story_of_a_small_case() -> None:
    report = (
        "SERBIA BUYS LORRIES. The minister Goran Vukovic announced at an arms fair on Wednesday that Serbia has bought "
        "forty armoured lorries of the maker Paraveld. The minister said that the first ten were due in spring, and "
        "crews would be trained in Limpopo."
    )
    reply = (
        "Shares of Paraveld fell six percent in Johannesburg. Nothing has been concluded with Belgrade, chief "
        "executive Riana Steen told investors of the vehicle maker. Talks on money go on, she said in a notice to the "
        "exchange."
    )
    assert assign([count(report), count(reply)]) == [0, 0]
    assert assign([count(text) for text in (report, reply, CUP[0][1])]) == [0, 0, 1]


def test_every_order_of_arrival_gives_the_same_stories() -> None:
    counted = [count(text) for _, text in (*DAM, *CUP)]
    for order in permutations(range(len(counted))):
        story = dict(zip(order, assign([counted[i] for i in order]), strict=True))
        assert story[0] == story[1] == story[2] != story[3] == story[4]


def test_a_large_case_may_tell_one_story() -> None:
    """What all accounts of a case name still joins them, though each goes on about other things."""
    rng, common = random.Random(1), sorted(k for k in frequencies() if k.isalpha())
    texts = [f"{DAM[k % 3][1]} {' '.join(rng.choice(common) for _ in range(100))}." for k in range(300)]
    assert len(set(assign([count(text) for text in texts]))) <= 2


@pytest.mark.slow
def test_an_account_is_compared_with_a_few_others_however_large_the_case(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of one happening and of many: the products of vectors for an account do not grow with the case."""

    one, many, products = Sparse.dot, Spread.products, 0

    def dot(self: Sparse, other: Sparse) -> float:
        nonlocal products
        products += 1
        return one(self, other)

    def spread(self: Spread, v: Sparse, others: Iterable[Sparse]) -> list[float]:
        nonlocal products
        products += len(found := many(self, v, others))
        return found

    monkeypatch.setattr(Sparse, "dot", dot)
    monkeypatch.setattr(Spread, "products", spread)
    rng, words = random.Random(1), [k for k in sorted(frequencies()) if k.isalpha() and len(k) > 3]
    for told in (1000, 5):  # accounts of one happening
        spent = []
        for size in (200, 600):
            topics = [rng.sample(words, 12) for _ in range(-(-size // told))]
            texts = [" ".join(topics[k % len(topics)] + rng.sample(words, 60)) for k in range(size)]
            products = 0
            assign([count(text) for text in texts])
            spent.append(products / size)
        assert spent[1] < 1.2 * spent[0]


def test_a_text_that_many_print_stays_with_its_story() -> None:
    agency, *others = (text for _, text in DAM)
    reprints = [f"{agency} Our reporters add line {k} of their own here." for k in range(8)]
    assert len(set(assign([count(text) for text in (*reprints, *others, *(text for _, text in CUP))]))) == 2


def test_function_words_count_for_nothing_and_names_are_known_inside_sentences() -> None:
    body, _, names = count("The mayor of Karsa left. She will return.")
    assert set(body) == {"mayor", "karsa", "left", "return"}
    assert set(names) == {"karsa"}


def test_who_speaks_of_itself_is_among_those_whom_its_account_is_about() -> None:
    own = account("Kolm Leather", Said("We treat all waste water. Our plant was inspected in June."))
    press = account("Kolm Daily", Said("The plant was inspected in June. Waste water is treated."))
    assert {"kolm", "leather"} <= represent(own)[2].keys()
    assert "kolm" not in represent(press)[2]


def test_an_empty_case_has_no_stories() -> None:
    assert stories([]) == ()
