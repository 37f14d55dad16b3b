"""Words of a phrase, and spans without the marks at their edges."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.grammar.phrases import EDGE, head_of, inside, phrase, trimmed
from rashomon.types import Span
from tests.readings import Built


@pytest.mark.parametrize(
    "text, words",
    [
        (" “no, never.” ", "no, never"),
        ("'s", "s"),
        ("(the pier)", "the pier"),
        ("\u00a0pier\n\n", "pier"),
        ("pier", "pier"),
        ("“”", None),
        ("\u2009\u202f", None),
        (" … ", "…"),
        ("", None),
    ],
)
def test_trimmed(text, words):
    found = trimmed(text, Span(0, len(text)))
    assert (found and text[found.begin : found.end]) == words


@given(st.text(st.sampled_from([*EDGE, *" \n\u00a0ab…"])))
def test_trimmed_leaves_no_mark_at_the_edges(text):
    found = trimmed(text, Span(0, len(text)))
    if found is None:
        assert all(c in EDGE or c.isspace() for c in text)
    else:
        assert not {text[found.begin], text[found.end - 1]} & set(" \n\u00a0")
        assert text[found.begin] not in EDGE and (text[found.end - 1] not in EDGE or text[found.end - 1] in ")]”».")


TEXT = "The old pier of Sella, which fell, and the boats sank."
TREE = (
    "The/DET/det/pier old/ADJ/amod/pier pier/NOUN/nsubj/sank of/ADP/case/Sella Sella/PROPN/nmod/pier "
    "which/PRON/nsubj/fell fell/VERB/acl:relcl/pier and/CCONJ/cc/boats boats/NOUN/conj/pier sank/VERB/root/sank"
)


@pytest.mark.parametrize("head, words", [("pier", "The old pier of Sella"), ("Sella", "Sella"), ("boats", "boats")])
def test_a_phrase_leaves_out_clauses_and_what_is_coordinated(head, words):
    made = Built(TEXT, TREE)
    [token] = [t for t in made.doc if t.text == head]
    assert made.quote(phrase(token)) == words


def test_the_head_of_a_stretch_and_its_tokens():
    made = Built(TEXT, TREE)
    words = inside(made.doc, Span(4, 21))
    assert [t.text for t in words] == ["old", "pier", "of", "Sella"]
    assert head_of(words).text == "pier"
    assert head_of([]) is None
    assert inside(made.doc, Span(6, 9))[0].text == "old"  # a span that cuts words takes them whole
