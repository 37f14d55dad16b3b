import random

import pytest

from rashomon.linking import families
from rashomon.linking.copies import common, copies
from tests.mentions import Said, account

WORDS = (
    "river dam valley mayor market engineer council flood gate night water street school bridge guard report "
    "storm hill farmer truck rescue boat radio signal wall village north south early late heavy slow broke "
    "rose fell reached left carried opened closed warned asked moved found lost built"
).split()


def prose(seed: int) -> list[str]:
    rng = random.Random(seed)
    return [" ".join(rng.choice(WORDS) for _ in range(16)).capitalize() + "." for _ in range(14)]


def paper(outlet: str, sentences: list[str]):
    return account(outlet, *map(Said, sentences))


AGENCY = prose(1)
EDITS = {
    "framed": ["By our own reporter.", *AGENCY, "Read more about the valley here."],
    "cut to a third": AGENCY[:5],
    "spliced": AGENCY[:7] + prose(2)[:7],
    "a word in twenty": [s.replace("river", "stream") for s in AGENCY],
}


@pytest.mark.parametrize("edit", EDITS)
def test_edited_reprints_are_one_family(edit: str) -> None:
    reprint = paper("Reprint", EDITS[edit])
    other = paper("Other", prose(3))
    assert families([paper("Agency", AGENCY), other, reprint]) == (("id-Agency", "id-Reprint"), ("id-Other",))


def test_a_copy_says_how_much_and_how_long() -> None:
    (link,) = copies([paper("Agency", AGENCY), paper("Reprint", EDITS["cut to a third"])])
    assert link.kind == "family" and "words in a row" in link.because[1]


def test_two_reports_of_one_quotation_are_two_witnesses() -> None:
    quote = f"“{' '.join(AGENCY[:4])}”, the mayor said."
    a, b = paper("A", [*prose(4)[:6], quote]), paper("B", [*prose(5)[:6], quote])
    assert families([a, b]) == (("id-A",), ("id-B",))


def test_the_longest_run_needs_a_whole_shingle() -> None:
    assert common(list("abcdefgh"), list("xbcdefy")) == (1, 5)
    assert common(list("abcd"), list("abcd")) == (0, 0)
    assert common(list("abcdeabcde"), list("abcde")) == (1, 5)
