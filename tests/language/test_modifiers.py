"""Gerunds before a noun that a tree takes for verbs, and halves of verbs that it takes for nouns."""

from types import SimpleNamespace

import pytest

from rashomon.language import modifiers


def columns(rows):
    words, tags, heads, deps = zip(*(row.split("/") for row in rows.split()), strict=True)
    upos = [{"VBG": "VERB", "VBD": "VERB", "NNS": "NOUN", "NN": "NOUN", "NNP": "PROPN"}.get(t, "X") for t in tags]
    heads = [int(h) for h in heads]
    spaces = [w != "-" and after != "-" for w, after in zip(words, (*words[1:], ""), strict=True)]
    ents = ["B-PER" if w in ("Oro", "Ana") else "O" for w in words]
    return SimpleNamespace(
        words=list(words), spaces=spaces, upos=upos, tags=list(tags), heads=heads, deps=list(deps), ents=ents
    )


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


@pytest.mark.parametrize(
    "rows, subject",
    [
        ("Oro/NNP/1/compound test/NN/3/obl -/HYPH/1/punct fired/VBD/3/root it/PRP/3/obj", 0),
        ("the/DT/2/det Oro/NNP/2/compound test/NN/4/nsubj -/HYPH/2/punct fired/VBD/4/root it/PRP/4/obj", 1),
    ],
)
def test_half_of_a_verb_is_no_subject_of_it(rows, subject):
    c = columns(rows)
    c.upos[subject] = "PROPN"
    modifiers.mend(c, range(len(c.words)))
    half = subject + 1
    assert (c.heads[subject], c.deps[subject]) == (half + 2, "nsubj")
    assert (c.heads[half], c.deps[half], c.upos[half]) == (half + 2, "compound", "ADV")
    assert subject == 0 or c.heads[0] == subject


def test_a_noun_before_a_participle_that_qualifies_stays():
    c = columns("the/DT/4/det gas/NN/3/compound -/HYPH/1/punct fired/VBN/4/amod plant/NN/4/root")
    modifiers.mend(c, range(len(c.words)))
    assert c.upos[1] == "NOUN" and c.deps[1] == "compound"


@pytest.mark.parametrize(
    "rows, noun, name",
    [
        ("He/PRP/1/nsubj met/VBD/1/root the/DT/3/det leader/NN/1/obj Ana/NNP/1/nsubj", (1, "obj"), (3, "appos")),
        ("He/PRP/1/nsubj met/VBD/1/root as/IN/3/case leader/NN/1/obl Ana/NNP/1/obj", (4, "nmod:desc"), (1, "obj")),
    ],
)
def test_what_somebody_is_and_his_name_are_one(rows, noun, name):
    c = columns(rows)
    modifiers.mend(c, range(len(c.words)))
    assert ((c.heads[3], c.deps[3]), (c.heads[4], c.deps[4])) == (noun, name)


def test_a_thing_and_the_name_after_it_are_two():
    c = columns("It/PRP/4/nsubj was/VBD/4/cop a/DT/3/det threat/NN/4/obl Ana/NNP/1/nsubj")
    before = list(c.heads)
    modifiers.mend(c, range(len(c.words)))
    assert c.heads == before
