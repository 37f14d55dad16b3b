"""Posts that pages embed are the words of those who posted them."""

import pytest

from rashomon.types import BlockKind
from tests.readings import Built

QUOTED = (BlockKind.PARAGRAPH, BlockKind.QUOTATION, BlockKind.QUOTATION)
BEFORE = "The pier is shut.\n\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("We sail tonight. — Sund Port (@sundport) March 6, 2031", [("Sund Port", ("We sail tonight.",))]),
        ("We sail pic.twitter.com/ab12 — Sund Port (@sundport) 6 March 2031", [("Sund Port", ("We sail",))]),
        ("We sail https://t.co/ab12\n\n— Sund Port (@sundport) March 6, 2031", [("Sund Port", ("We sail",))]),
        ("We sail tonight.\n\nSund Port (@sundport) said so.", []),
        ("— Sund Port (@sundport) March 6, 2031", []),  # of a picture
    ],
)
def test_a_post_is_said_by_who_signs_it(text: str, said: list[tuple[str, tuple[str, ...]]]) -> None:
    made = Built(BEFORE + text, names={"Sund Port": "ORG"}, kinds=QUOTED)
    assert made.said() == said


def test_a_post_in_a_paragraph_of_the_account_is_left_to_the_model() -> None:
    assert Built("We sail tonight. — Sund Port (@sundport) March 6, 2031", names={"Sund Port": "ORG"}).said() == []
