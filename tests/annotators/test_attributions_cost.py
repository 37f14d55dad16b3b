"""What the statements of an account cost as it grows: threads and transcripts hold thousands."""

from dataclasses import replace

import pytest

from rashomon.annotators import attributions
from rashomon.language.decode import Parts
from rashomon.statements import quotes
from tests.cost import is_linear
from tests.readings import Built

WORDS = "Oro said it sank."


def test_the_time_of_quotations_that_nothing_closes_is_linear_in_their_number():
    def read(text: str) -> None:
        assert not any(quotes.closed(text, i) for i, mark in enumerate(text) if mark == "“")

    assert is_linear(read, "“He said ", 12_000)


@pytest.mark.slow
@pytest.mark.parametrize("between, contents", [(" ", ((2, 4),)), ("\n\n", ())], ids=["told", "nothing told"])
def test_the_time_of_statements_is_linear_in_their_number(between, contents):
    def read(text: str) -> None:
        made = Built(text)
        starts = [t.i for t in made.reading.doc if t.text == "Oro"]
        found = (Parts((i, i + 1), (i + 1, i + 2), tuple((i + a, i + b) for a, b in contents), -0.1) for i in starts)
        reading = replace(made.reading, attributions=tuple(found))
        assert len(list(attributions.run(made.document, reading))) >= len(starts) * len(contents)

    assert is_linear(read, WORDS + between, 6_000, least=0.3)
