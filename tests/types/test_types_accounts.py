"""What an account and its layers promise."""

import pytest

from rashomon.errors import MissingLayer
from rashomon.types import Document, Name, Provenance, Sentence, Span, mention_at

DOCUMENT = Document("d", "Oro sank.", Provenance("a.txt", "The Herald"))


@pytest.mark.parametrize("span", [Span(-1, 3), Span(0, 10), Span(4, 4), Span(5, 3)])
def test_no_annotation_lies_outside_the_text_or_is_empty(span: Span) -> None:
    with pytest.raises(ValueError, match=r"lies outside a\.txt"):
        DOCUMENT.with_layer(Sentence, [Sentence(span)])


def test_a_layer_is_in_text_order_and_one_that_was_not_made_says_so() -> None:
    late, early = Sentence(Span(4, 9)), Sentence(Span(0, 3))
    found = DOCUMENT.with_layer(Sentence, [late, early])
    assert found.layer(Sentence) == (early, late)
    assert found.layer(Sentence).touching(Span(3, 5)) == [late]
    with pytest.raises(MissingLayer, match=r"no Name layer; run rashomon\.annotate first"):
        found.layer(Name)


def test_spans_end_before_their_end() -> None:
    assert Span(0, 3).touches(Span(2, 5)) and not Span(0, 3).touches(Span(3, 5))
    assert Span(0, 3).covers(Span(1, 3)) and not Span(0, 3).covers(Span(1, 4))
    assert mention_at("9f#2:40") == ("9f#2", 40)
