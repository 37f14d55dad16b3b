"""The Quantity layer: what is counted, by which predicate, and which numbers are none."""

import math
from types import SimpleNamespace

from rashomon.annotators import quantities
from rashomon.tokens import Doc
from rashomon.types import Block, BlockKind, Document, Interval, Name, Provenance, Span, Time


def reading(rows, ents=()):
    """A tree from (word, tag, dependency, head index, lemma); ents are (first, last + 1, label)."""
    words, tags, deps, heads, lemmas = zip(*rows, strict=True)
    named = ["O"] * len(rows)
    for begin, end, kind in ents:
        named[begin:end] = [f"B-{kind}", *[f"I-{kind}"] * (end - begin - 1)]
    return SimpleNamespace(doc=Doc(words, pos=tags, deps=deps, heads=heads, lemmas=lemmas, ents=named))


def layer_of(read, times=()):
    text = read.doc.text
    block = Block(Span(0, len(text)), BlockKind.PARAGRAPH)
    document = Document("d", text, Provenance("a", "A")).with_layer(Block, [block])
    document = document.with_layer(Name, []).with_layer(Time, times)
    found = document.with_layer(type(SOME), quantities.run(document, read)).layer(type(SOME))
    return [(document.quote(q.span), q.low, q.high, q.unit, q.of and document.quote(q.of), q.about) for q in found]


SOME = quantities.Quantity(Span(0, 1), 1, 1, "", None)


def test_subject_of_a_passive_with_joined_nouns():
    read = reading(
        [
            ("At", "ADP", "case", 1, "at"),
            ("least", "ADJ", "advmod", 2, "least"),
            ("60", "NUM", "nummod", 4, "60"),
            ("northern", "ADJ", "amod", 4, "northern"),
            ("captains", "NOUN", "nsubj:pass", 9, "captain"),
            ("and", "CCONJ", "cc", 6, "and"),
            ("sailors", "NOUN", "conj", 4, "sailor"),
            ("have", "AUX", "aux", 9, "have"),
            ("been", "AUX", "aux:pass", 9, "be"),
            ("killed", "VERB", "ROOT", 9, "kill"),
        ]
    )
    assert layer_of(read) == [("At least 60", 60, math.inf, "", "northern captains and sailors", "kill")]


def test_object():
    read = reading(
        [
            ("Shells", "NOUN", "nsubj", 1, "shell"),
            ("killed", "VERB", "ROOT", 1, "kill"),
            ("about", "ADV", "advmod", 3, "about"),
            ("200", "NUM", "nummod", 4, "200"),
            ("people", "NOUN", "obj", 1, "people"),
        ]
    )
    [(words, _, _, _, of, about)] = layer_of(read)
    assert (words, of, about) == ("about 200", "people", "kill")


def test_a_number_that_stands_alone_and_a_vague_one():
    alone = reading(
        [
            ("62", "NUM", "nsubj:pass", 2, "62"),
            ("were", "AUX", "aux:pass", 2, "be"),
            ("arrested", "VERB", "ROOT", 2, "arrest"),
        ]
    )
    assert layer_of(alone) == [("62", 62, 62, "", None, "arrest")]
    vague = reading(
        [
            ("Dozens", "NOUN", "nsubj", 3, "dozen"),
            ("of", "ADP", "case", 2, "of"),
            ("boats", "NOUN", "nmod", 0, "boat"),
            ("sank", "VERB", "ROOT", 3, "sink"),
        ]
    )
    assert layer_of(vague) == [("Dozens of", 24, 99, "", "boats", "sink")]


def test_what_a_toll_came_to():
    read = reading(
        [
            ("The", "DET", "det", 1, "the"),
            ("toll", "NOUN", "nsubj", 2, "toll"),
            ("rose", "VERB", "ROOT", 2, "rise"),
            ("to", "ADP", "case", 4, "to"),
            ("62", "NUM", "obl", 2, "62"),
        ]
    )
    assert layer_of(read) == [("62", 62, 62, "", None, "rise")]


def test_numbers_inside_times_and_names_are_none():
    read = reading(
        [
            ("Flight", "PROPN", "nsubj", 3, "Flight"),
            ("of", "ADP", "case", 0, "of"),
            ("40", "NUM", "nummod", 0, "40"),
            ("left", "VERB", "ROOT", 3, "leave"),
            ("at", "ADP", "case", 5, "at"),
            ("12:30", "NUM", "obl", 3, "12:30"),
            ("with", "ADP", "case", 8, "with"),
            ("nine", "NUM", "nummod", 8, "nine"),
            ("pilots", "NOUN", "obl", 3, "pilot"),
            ("in", "ADP", "case", 10, "in"),
            ("2014", "NUM", "obl", 3, "2014"),
        ],
        ents=[(0, 3, "OTHER")],
    )
    begin = read.doc.text.index("2014")
    year = Time(Span(begin, begin + 4), "DATE", "2014", Interval(None, None), "none", "year")
    assert [(q[0], q[4]) for q in layer_of(read, [year])] == [("nine", "pilots")]


def roles_of(read):
    text = read.doc.text
    block = Block(Span(0, len(text)), BlockKind.PARAGRAPH)
    document = Document("d", text, Provenance("a", "A")).with_layer(Block, [block])
    document = document.with_layer(Name, []).with_layer(Time, ())
    found = document.with_layer(type(SOME), quantities.run(document, read)).layer(type(SOME))
    return [(document.quote(q.span), q.role) for q in found]


def test_those_who_act_have_no_role_and_those_it_is_done_to_have():
    read = reading(
        [
            ("Two", "NUM", "nummod", 1, "two"),
            ("rebels", "NOUN", "nsubj", 2, "rebel"),
            ("killed", "VERB", "ROOT", 2, "kill"),
            ("12", "NUM", "nummod", 4, "12"),
            ("guards", "NOUN", "obj", 2, "guard"),
        ]
    )
    assert roles_of(read) == [("Two", ""), ("12", "killed")]


def test_the_role_of_a_toll_and_of_the_dead():
    toll = reading(
        [
            ("The", "DET", "det", 2, "the"),
            ("death", "NOUN", "compound", 2, "death"),
            ("toll", "NOUN", "nsubj", 3, "toll"),
            ("rose", "VERB", "ROOT", 3, "rise"),
            ("to", "ADP", "case", 5, "to"),
            ("62", "NUM", "obl", 3, "62"),
        ]
    )
    assert roles_of(toll) == [("62", "killed")]
    left = reading(
        [
            ("It", "PRON", "nsubj", 1, "it"),
            ("left", "VERB", "ROOT", 1, "leave"),
            ("31", "NUM", "obj", 1, "31"),
            ("injured", "ADJ", "amod", 2, "injured"),
        ]
    )
    assert roles_of(left) == [("31", "injured")]


def test_money_has_no_role_but_that_it_is_paid():
    rows = [
        ("They", "PRON", "nsubj", 1, "they"),
        ("paid", "VERB", "ROOT", 1, "pay"),
        ("300", "NUM", "nummod", 3, "300"),
        ("dollars", "NOUN", "obj", 1, "dollar"),
    ]
    assert roles_of(reading(rows)) == [("300 dollars", "paid")]
    assert roles_of(reading([rows[0], ("seized", "VERB", "ROOT", 1, "seize"), *rows[2:]])) == [("300 dollars", "")]
