"""Gerunds before a noun that a tree takes for verbs."""

from types import SimpleNamespace

import pytest

from rashomon.language import modifiers


def columns(rows):
    words, tags, heads, deps = zip(*(row.split("/") for row in rows.split()), strict=True)
    upos = [{"VBG": "VERB", "VBD": "VERB", "NNS": "NOUN", "NN": "NOUN"}.get(t, "X") for t in tags]
    heads = [int(h) for h in heads]
    return SimpleNamespace(words=list(words), upos=upos, tags=list(tags), heads=heads, deps=list(deps))


@pytest.mark.parametrize(
    "rows, gerund, noun",
    [
        ("Oro/NNP/1/nsubj met/VBD/1/root with/IN/3/mark bombing/VBG/1/advcl victims/NNS/3/obj", 3, (1, "obl")),
        ("Oro/NNP/1/nsubj met/VBD/1/root with/IN/3/mark bombing/VBG/1/advcl victims/NNS/1/obl", 3, (1, "obl")),
        ("the/DT/1/det bombing/VBG/3/csubj suspects/NNS/1/obj fled/VBD/3/root", 1, (3, "nsubj")),
    ],
)
def test_the_noun_takes_the_place_of_the_gerund(rows, gerund, noun):
    c = columns(rows)
    modifiers.mend(c, range(len(c.words)))
    assert (c.heads[gerund], c.deps[gerund], c.upos[gerund]) == (gerund + 1, "compound", "NOUN")
    assert (c.heads[gerund + 1], c.deps[gerund + 1]) == noun
    assert c.heads[gerund - 1] in (gerund, gerund + 1) and c.deps[gerund - 1] in ("case", "det")


@pytest.mark.parametrize(
    "rows",
    [
        "Oro/NNP/1/nsubj left/VBD/1/root after/IN/3/mark bombing/VBG/1/advcl towns/NNS/3/obj",
        "Oro/NNP/1/nsubj left/VBD/1/root after/IN/3/mark eating/VBG/1/advcl victims/NNS/3/obj",
    ],
)
def test_a_gerund_of_its_own_stays(rows):
    c = columns(rows)
    modifiers.mend(c, range(len(c.words)))
    assert c.tags[3] == "VBG" and c.heads[4] == 3
