"""Every layer on arbitrary text, with the packaged model: nothing fails, and every span stands in one block."""

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rashomon
from rashomon.annotators import ANNOTATORS, annotate
from rashomon.errors import MissingLayer, ReadError
from rashomon.readers import document, read
from rashomon.types import (
    ASIDE,
    SITE,
    Annotation,
    Attribution,
    Block,
    BlockKind,
    Document,
    EventMention,
    Name,
    Quantity,
    Reference,
    Sentence,
    Span,
    Time,
)
from tests.cost import is_linear

EXAMPLE = Path(rashomon.__file__).parent / "example"
LAYERS = (Sentence, Name, Reference, Time, Quantity, Attribution, EventMention)
PIECES = st.sampled_from(
    [
        "Ana Moreno", "Mr", "said", "denied", "that", "he", "the president", "not", "no", "sank", "killed", "nine",
        "at least 60", "on Monday", "Sella", "“", "”", '"', "'", "’s", ":", ",", ".", "?", "…", "—", "\n", "\n\n",
        "\u200b", "\u202e", "\u0301", "👩‍👩‍👧", "1530 GMT", "Comments", "(", ")", "http://a.example/b?c",
        "-", "&amp;", "<b>", "他说", "\u00a0",
    ]
)  # fmt: skip


def spans(annotation: Annotation) -> list[Span]:
    """Every span that an annotation holds but the whole of an attribution, whose parts may stand in two paragraphs."""
    out = [] if isinstance(annotation, Attribution) else [annotation.span]
    if isinstance(annotation, Attribution):
        out += [*annotation.content, *filter(None, (annotation.source, annotation.cue, annotation.hedge))]
    elif isinstance(annotation, EventMention):
        out += [*annotation.evidence, *(s for a in annotation.arguments for s in (a.span, a.head))]
        out += [annotation.sentence] if annotation.sentence else []
    elif isinstance(annotation, Quantity) and annotation.of:
        out.append(annotation.of)
    return out


def sound(made: Document) -> None:
    """What every annotated document owes."""
    blocks = made.layer(Block)
    for layer in LAYERS:
        for annotation in made.layer(layer):
            for span in (annotation.span, *spans(annotation)):
                assert 0 <= span.begin < span.end <= len(made.text), annotation
            for span in spans(annotation):
                home = [b for b in blocks if b.span.covers(span)]
                assert home, (annotation, made.quote(span))
                if layer in (Attribution, EventMention, Name):
                    assert home[0].kind not in SITE, annotation
    for event in made.layer(EventMention):
        assert -3 <= event.factuality <= 3
        assert event.holders
        assert event.predicate.strip()
    for attribution in made.layer(Attribution):
        assert attribution.content
        kinds = {b.kind for b in blocks for c in attribution.content if b.span.touches(c)}
        assert not kinds & ASIDE
        assert attribution.holders


def annotated(text: str) -> Document | None:
    """The text as an account with its layers; None for what no reader takes."""
    try:
        made = document(text, outlet="The Herald")
    except ReadError:
        return None
    return next(rashomon.annotate([made]))


def test_a_table_may_be_shorter_but_never_out_of_order():
    (made,) = rashomon.annotate([document("Ana Moreno left on Monday.")], ANNOTATORS[:2])
    assert {*made.layers} == {Block, *(a.produces for a in ANNOTATORS[:2])}
    with pytest.raises(MissingLayer, match=r"EventMention needs .*'Attribution'.* before it"):
        rashomon.annotate([], ANNOTATORS[-1:])  # before any account is read


@pytest.mark.parametrize("space", ["  ", " \n ", "\u00a0 ", " \x85 "])
def test_white_space_between_words_is_no_word(space):
    told = "The chief of police of Ana Oro in Sella said on 5 May that at least nine people of Karsa had been killed ."
    for at in range(1, len(words := told.split())):
        sound(annotated(f"{' '.join(words[:at])}{space}{' '.join(words[at:])}"))


@pytest.mark.slow
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=120))
@settings(max_examples=100)
def test_any_text(text):
    made = annotated(text)
    if made is not None:
        sound(made)


@pytest.mark.slow
@given(st.lists(PIECES, max_size=60), st.sampled_from([" ", ""]))
@settings(max_examples=150)
def test_any_words_of_accounts(pieces, between):
    made = annotated(between.join(pieces))
    if made is not None:
        sound(made)


@pytest.mark.slow
@given(st.lists(PIECES, min_size=1, max_size=40), st.data())
@settings(max_examples=100)
def test_any_kinds_of_blocks(pieces, data):
    """Kinds, voices and entries that no reader would give."""
    try:
        made = document(" ".join(pieces), outlet="The Herald")
    except ReadError:
        return
    kinds, voices = st.sampled_from(list(BlockKind)), st.sampled_from([None, "comment 1", "comment 1.1"])
    blocks = [
        Block(b.span, data.draw(kinds), data.draw(voices), entry=data.draw(st.integers(0, 2)))
        for b in made.layer(Block)
    ]
    sound(next(rashomon.annotate([made.with_layer(Block, blocks)])))


@pytest.mark.slow
@pytest.mark.parametrize("unit", ["$1 ", "5 km ", "on Monday ", "May 1 ", "Ana Oro, ", '"a" ', "he said ", "( "])
def test_time_is_linear_in_hostile_text(unit):
    assert is_linear(lambda text: annotated(f"The mayor spoke. {text} The end came."), unit, 2_000, least=0.3)


@pytest.mark.parametrize("path", sorted(EXAMPLE.iterdir()), ids=lambda p: p.name)
def test_the_bundled_accounts(path):
    for made in rashomon.annotate(read(path)):
        sound(made)


@pytest.mark.slow
@pytest.mark.parametrize("path", sorted(EXAMPLE.iterdir()), ids=lambda p: p.name)
@pytest.mark.parametrize("seed", [1, 2])
def test_damaged_accounts(path, seed, tmp_path):
    """Bytes cut out, doubled and overwritten with marks: read as an account or refused, never a failure."""
    chance, data = random.Random(seed), bytearray(path.read_bytes())
    for _ in range(30):
        at = chance.randrange(len(data))
        match chance.randrange(3):
            case 0:
                del data[at : at + chance.randrange(40)]
            case 1:
                data[at:at] = data[at : at + chance.randrange(80)]
            case _:
                data[at:at] = chance.choice(
                    ["“", "”", '"', "\n\n", "\n", " ", "’", ":", "\u202e", "<p>", "</div>"]
                ).encode()
    damaged = tmp_path / path.name
    damaged.write_bytes(data)
    try:
        found = list(read(damaged))
    except ReadError:
        return
    for made in rashomon.annotate(found):
        sound(made)


def test_the_marks_of_notes_are_read_as_blanks_and_stay_in_the_text():
    text = "Shells hit Karsa.[1][a] At least 41 people were wounded,[12] Ana Oro said[citation needed] on Monday."
    account = next(annotate([document(text)]))
    assert account.text == text
    assert [account.quote(q.span) for q in account.layer(Quantity)] == ["At least 41"]
    assert account.quote(account.layer(Sentence)[0].span) == "Shells hit Karsa."
    assert "Ana Oro" in {n.entity for n in account.layer(Name)}


def test_brackets_that_are_no_notes_are_read():
    text = "The [41] guards of Karsa said the boat[s] sank in [2031]."
    account = next(annotate([document(text)]))
    assert "41" in {account.quote(q.span) for q in account.layer(Quantity)}
