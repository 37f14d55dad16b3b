"""Nouns survive the way to JSON and back, and nobody changes them without saying so."""

import math
import pickle
from dataclasses import dataclass
from datetime import datetime

import pytest

from rashomon.codec import SCHEMA, dumps, loads, pack, schema_hash, unpack
from rashomon.errors import DamageError, MissingLayer
from rashomon.types import (
    AccountDate,
    Agreement,
    Annotation,
    Argument,
    Attribution,
    Block,
    BlockKind,
    Claim,
    Document,
    Event,
    EventMention,
    Interval,
    Judgement,
    Link,
    Name,
    Position,
    Provenance,
    Quantity,
    Question,
    Record,
    Reference,
    Relation,
    Sentence,
    Slot,
    Span,
    Time,
    Value,
)

HASHES = {1: "0367f15c963f"}

S = Span(0, 4)
LAYERS = {
    Block: (Block(S, BlockKind.UPDATE, "comment 1", "1530 GMT", 2),),
    Sentence: (Sentence(S, bytes(range(256))),),
    Name: (Name(S, "person", "Ana Oro", ("General",)),),
    Time: (Time(S, "DATE", "2015-11-23", Interval(datetime(2015, 11, 23), None), "account", "weekday"),),
    Quantity: (
        Quantity(S, 60.0, math.inf, "", Span(1, 2), "kill", "killed"),
        Quantity(S, -math.inf, 0.1 + 0.2, "percent", None),
    ),
    Attribution: (Attribution(S, None, Span(0, 1), (Span(1, 2), Span(3, 4)), "direct", "say", holders=("a", "b")),),
    EventMention: (
        EventMention(S, "kill", (Argument("agent", S, S),), -3.0, (Span(0, 1),), "past", S, ("a",), vector=b"\x01\xff"),
    ),
}
DOCUMENT = Document(
    "d" * 64,
    "a\u0000é\U0001f600\u2028\ufffd",
    Provenance("a.html", "The “Herald”", published="2015-11-23"),
    ((0, 0, 2), (2, 5, 5)),
    AccountDate("2015-11-23", Interval(None, None), "day", "header", "sure", Span(0, 1), "the header says so"),
    LAYERS,
)
CLAIM = Claim("d", "d:0", "how many", Value("number", 60.0, math.inf), S, "a\u0000é\U0001f600", ("Herald",), 3.0, "q")
LINK = Link("event", "d:0", "e:1", Judgement.UNSURE, 0.5, ("same day",))
SLOT = Slot(
    "how many",
    "person",
    (Position(CLAIM.value, (CLAIM,), ("Herald",)),),
    (Relation(0, 0, Agreement.MORE_PRECISE, "x"),),
)
RECORD = Record(
    (DOCUMENT,),
    (Event("e", ("d:0",), ("d", S), (SLOT,), "s", (LINK,)),),
    (("d",),),
    (("d",),),
    {"d:Oro": "Ana Oro"},
    (LINK,),
    (Question("q", "the Guard", "d", (SLOT,)),),
)


@pytest.mark.parametrize("noun", [DOCUMENT, CLAIM, LINK, SLOT, RECORD], ids=lambda n: type(n).__name__)
def test_a_noun_comes_back_as_it_was(noun):
    line = dumps(noun)
    again = loads(type(noun), line)
    assert again == noun
    assert dumps(again) == line
    assert line.isascii() and "\n" not in line


def test_words_that_many_nouns_share_are_held_once():
    line = dumps(Value("name", form="Orrin Vale"))
    assert loads(Value, line).form is loads(Value, line).form


def test_layers_come_back_with_their_classes():
    assert loads(Document, dumps(DOCUMENT)).layers == LAYERS  # Document.__eq__ leaves the layers out


def test_whole_numbers_in_float_fields_are_written_as_floats():
    assert dumps(Value("number", 3, 3)) == dumps(Value("number", 3.0, 3.0))


def test_a_layer_that_someone_added_elsewhere_is_kept():
    @dataclass(frozen=True, slots=True)
    class Stance(Annotation):
        word: str

    document = Document("d", "text", Provenance("p", "o")).with_layer(Stance, [Stance(Span(0, 4), "for")])
    assert loads(Document, dumps(document)).layer(Stance) == (Stance(Span(0, 4), "for"),)


def test_a_stored_name_imports_nothing():
    line = dumps(DOCUMENT).replace('"Sentence"', '"antigravity.Sentence"')
    with pytest.raises(ValueError, match=r"no annotation class antigravity\.Sentence"):
        loads(Document, line)


@pytest.mark.parametrize("line", ["", "[]", "{}", "null", '{"kind": 1}', "[" * 100_000])
def test_what_is_no_noun_is_damage(line):
    with pytest.raises(DamageError):
        loads(Claim, line)


def test_the_schema_has_not_changed_unnoticed():
    assert schema_hash() == HASHES.get(SCHEMA), (
        f"a noun of rashomon.types has changed its fields. Raise SCHEMA in codec.py to {SCHEMA + 1}, add {SCHEMA + 1}: "
        f'"{schema_hash()}" to HASHES here, and say what changed under Schema in CHANGELOG.md.'
    )


def test_a_packed_document_is_the_same_document():
    again = unpack(*pack(DOCUMENT))
    assert again == DOCUMENT
    assert dict(again.layers) == LAYERS
    assert dumps(pickle.loads(pickle.dumps(again))) == dumps(DOCUMENT)


def test_a_packed_layer_is_read_only_when_it_is_asked_for():
    line, packs = pack(DOCUMENT)
    document = unpack(line, {**packs, "Name": b"damaged"})
    assert document.layer(Block) == LAYERS[Block]
    with pytest.raises(ValueError, match="not a list of Name"):
        document.layer(Name)
    with pytest.raises(MissingLayer):
        document.layer(Reference)
