"""Words with their tree are what spaCy makes of the same words, heads and tags."""

import random

import pytest
import spacy
from spacy.tokens import Doc as SpacyDoc

from rashomon.tokens import Doc

VOCAB = spacy.blank("en").vocab
SAME = (
    "i idx text lower_ lemma_ pos_ tag_ dep_ whitespace_ ent_type_ ent_iob_ is_space is_punct is_alpha is_digit "
    "is_upper is_sent_start"
).split()
WORDS = ["Ana", "left", "“", "…", "12", "U.N.", "\n\n", "e-mail", "NATO", "(", "is", "ÉTÉ"]
RELATIONS = ["nsubj", "nsubj:pass", "obj", "acl:relcl", "punct"]


def tree(chance, n):
    """Heads of sentences one after the other, without arcs that cross."""
    heads = [0] * n

    def hang(begin, end, head):
        if begin < end:
            at = chance.randrange(begin, end)
            heads[at] = at if head is None else head
            cut = chance.randrange(begin, at + 1), chance.randrange(at + 1, end + 1)
            hang(begin, cut[0], at)
            hang(cut[0], at, at)
            hang(at + 1, cut[1], at)
            hang(cut[1], end, at)

    begin = 0
    while begin < n:
        end = min(n, begin + chance.randrange(1, 12))
        hang(begin, end, None)
        begin = end
    return heads


@pytest.mark.parametrize("seed", range(20))
def test_as_spacy_has_it(seed):
    chance = random.Random(seed)
    n = chance.randrange(1, 40)
    words, spaces = chance.choices(WORDS, k=n), chance.choices([True, False], k=n)
    given = {
        "pos": chance.choices(["NOUN", "VERB"], k=n),
        "tags": chance.choices(["NN", "VBD"], k=n),
        "lemmas": chance.choices(WORDS, k=n),
        "heads": tree(chance, n),
        "deps": chance.choices(RELATIONS, k=n),
        "ents": ["O", *chance.choices(["O", "B-PER", "I-PER", "I-LOC"], k=n - 1)],
    }
    ours, theirs = Doc(words, spaces, **given), SpacyDoc(VOCAB, words=words, spaces=spaces, **given)
    assert (ours.text, len(ours)) == (theirs.text, len(theirs))
    for a, b in zip(ours, theirs, strict=True):
        assert [getattr(a, name) for name in SAME] == [getattr(b, name) for name in SAME]
        assert (a.head.i, a.left_edge.i, a.right_edge.i) == (b.head.i, b.left_edge.i, b.right_edge.i)
        for name in ("children", "lefts", "rights", "subtree", "ancestors"):
            assert [t.i for t in getattr(a, name)] == [t.i for t in getattr(b, name)], name
        assert (a.sent.start, a.sent.end, a.sent.root.i) == (b.sent.start, b.sent.end, b.sent.root.i)
        assert [(e.start, e.label_) for e in a.sent.ents] == [(e.start, e.label_) for e in b.sent.ents]
        other = chance.randrange(n)
        assert ours[other].is_ancestor(a) == theirs[other].is_ancestor(b)
    ends = [[(s.start, s.end, s.start_char, s.end_char) for s in doc.sents] for doc in (ours, theirs)]
    assert ends[0] == ends[1]
    assert [(e.start, e.end, e.label_) for e in ours.ents] == [(e.start, e.end, e.label_) for e in theirs.ents]
    for _ in range(100):
        begin = chance.randrange(-1, len(ours.text) + 2)
        end = begin + chance.randrange(8)
        found = theirs.char_span(begin, end, alignment_mode="expand") or []
        assert [t.i for t in ours.touching(begin, end)] == [t.i for t in found], (begin, end, ours.text)


def test_relations_have_their_stem():
    doc = Doc(["It", "sank"], heads=[1, 1], deps=["nsubj:pass", "root"])
    assert [t.stem for t in doc] == ["nsubj", "root"]


def test_no_words():
    doc = Doc([])
    assert (doc.text, doc.sents, doc.ents, doc.touching(0, 1)) == ("", (), (), ())


def test_arcs_that_cross():
    doc = Doc("a b c d".split(), heads=[2, 3, 2, 2])
    assert [[t.text for t in w.subtree] for w in doc] == [["a"], ["b"], ["a", "b", "c", "d"], ["b", "d"]]
    assert [(w.left_edge.text, w.right_edge.text) for w in doc][3] == ("b", "d")


def test_a_ring_of_heads_is_told_with_its_words():
    with pytest.raises(ValueError, match="'sank fast'"):
        Doc("It sank fast".split(), heads=[0, 2, 1])
