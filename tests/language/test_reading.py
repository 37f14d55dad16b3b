"""One pass of the packaged model: what holds whatever the weights say."""

import json
import shutil
import time

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from rashomon.errors import ModelError
from rashomon.language import read_language, read_tokens
from rashomon.language.model import FOLDER, load
from rashomon.language.words import words_of
from rashomon.types import Block, BlockKind, Span

HARD = [
    "",
    " ",
    "   \t ",
    "\n",
    "\n\n \n",
    "\0",
    "He said\0 it\0.",
    "👩‍👩‍👧 said 🇺🇸 👍🏽 left.",
    "e\u0301\u0301 \u0301 said \u0301",
    "\u202eHe said\u202c it.\u200f \u200b",
    "\ufeffHe left.",
    "他说他走了。",
    "’s ’ 's ' ''' ",
    "a\u00a0b\u2028c\u2029d\x85e\x0cf\r\ng",
]
CHARACTERS = st.text(st.characters(exclude_categories=["Cs"]), max_size=80)
WORDISH = st.text(st.sampled_from(list("aA .,\n\"“”'’-0é\u0301\u200b\u00a0(")), max_size=80)
TOKEN = st.text(st.characters(exclude_categories=["Cs", "Cc", "Z"]), min_size=1, max_size=8)
QUICK = settings(max_examples=40)


def paragraphs(text, kind=BlockKind.PARAGRAPH):
    """A block for each stretch between blank lines."""
    out, at = [], 0
    for part in text.split("\n\n"):
        if part.strip():
            out.append(Block(Span(at, at + len(part)), kind))
        at += len(part) + 2
    return out


def shown(reading, begin=0, end=None):
    """Everything a reading says of its tokens [begin, end)."""
    tokens = reading.doc[begin : len(reading.doc) if end is None else end]
    return [
        (t.text, t.pos_, t.tag_, t.dep_, t.head.i - t.i, t.lemma_, t.ent_iob_ + t.ent_type_, t.is_sent_start)
        for t in tokens
    ]


def same(a, b):
    return (
        shown(a) == shown(b)
        and a.attributions == b.attributions
        and all(
            np.array_equal(getattr(a, name), getattr(b, name))
            for name in ("antecedents", "sure", "factuality", "events", "vectors")
        )
    )


def sound(text, reading):
    """What every reading owes."""
    doc, n = reading.doc, len(reading.doc)
    assert doc.text == text
    assert all(text[t.idx : t.idx + len(t.text)] == t.text for t in doc)
    sentences = list(doc.sents) if n else []
    for s in sentences:
        assert [t.i for t in s if t.head.i == t.i] == [s.root.i]
        assert all(s.start <= t.head.i < s.end for t in s)
    assert len(reading.vectors) == len(sentences)
    assert reading.antecedents.shape == reading.factuality.shape == reading.events.shape == (n,)
    assert all(0 <= a <= i for i, a in enumerate(reading.antecedents))
    assert np.isfinite(reading.factuality).all() and (np.abs(reading.factuality) <= 3).all()
    assert (reading.events >= 0).all() and (reading.events <= 1).all()
    for parts in reading.attributions:
        for begin, end in (*parts.content, *filter(None, (parts.source, parts.cue))):
            assert 0 <= begin < end <= n


@pytest.mark.parametrize("text", HARD)
def test_hard_texts(text):
    sound(text, read_language(text, paragraphs(text)))
    sound(text, read_language(text, []))


@pytest.mark.slow
@given(CHARACTERS | WORDISH)
@example("…\n\n…")
@QUICK
def test_any_text(text):
    sound(text, read_language(text, paragraphs(text)))


@pytest.mark.slow
@given(WORDISH, st.data())
@QUICK
def test_any_blocks(text, data):
    """Blocks need not begin or end at words, and may leave text out."""
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=6)))
    kinds = st.sampled_from(list(BlockKind))
    blocks = [Block(Span(b, e), data.draw(kinds)) for b, e in zip(cuts[::2], cuts[1::2], strict=False)]
    sound(text, read_language(text, blocks))


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "x" * 10_000 + " said that he had left.",
        "http://harbour.example/" + "a/" * 5000 + " was cited.",
        '"' * 3000,
        "“" * 3000 + "It is over”, he said.",
        "(" * 3000 + ")" * 3000,
        "'" * 3000 + " " + "." * 3000,
        ("é\u0301" * 150 + " ") * 40,
    ],
    ids=["word", "address", "straight", "curly", "brackets", "marks", "accents"],
)
def test_what_no_one_writes_takes_seconds_at_most(text):
    began = time.process_time()
    sound(text, read_language(text, paragraphs(text)))
    assert time.process_time() - began < 10


@given(CHARACTERS | WORDISH | st.integers(250, 350).map("«".__mul__))
@QUICK
def test_words_join_to_the_text(text):
    words, spaces = words_of(text)
    assert "".join(w + " " * s for w, s in zip(words, spaces, strict=True)) == text
    assert all(words)


FIRST = "Officials in the harbour said on Monday that nine people had died."
SECOND = "“We will rebuild,” the mayor told reporters."


@pytest.mark.parametrize("kind", [BlockKind.BOILERPLATE, BlockKind.LINK])
def test_boilerplate_and_links_are_not_read(kind):
    text = f"{FIRST}\n\n{SECOND}\n\n{FIRST}"
    blocks = [replaced(b, kind) if i == 1 else b for i, b in enumerate(paragraphs(text))]
    reading = read_language(text, blocks)
    sound(text, reading)
    inside = [t for t in reading.doc if blocks[1].span.begin <= t.idx < blocks[1].span.end]
    assert {t.pos_ for t in inside} == {"X"}
    assert not any(t.ent_type_ for t in inside)
    assert not reading.events[[t.i for t in inside]].any()
    indices = {t.i for t in inside}
    for parts in reading.attributions:
        assert not indices & {i for b, e in parts.content for i in range(b, e)}
    # nor is unread text part of a sentence that was read
    for sentence, vector in zip(reading.doc.sents, reading.vectors, strict=True):
        assert vector.any() != any(t.i in indices for t in sentence)


def replaced(block, kind):
    return Block(block.span, kind)


def test_captions_are_read_for_names_but_not_for_statements():
    text = f"{FIRST}\n\n{SECOND}"
    reading = read_language(text, paragraphs(text, BlockKind.CAPTION))
    assert reading.attributions == ()
    assert {t.pos_ for t in reading.doc} - {"X", "SPACE"}


def test_a_sentence_keeps_to_its_paragraph():
    text = "Nine people\n\nhad died in the harbour\n\nby Monday"
    reading = read_language(text, paragraphs(text))
    assert {text.split("\n\n").index(s.text.strip()) for s in reading.doc.sents} == {0, 1, 2}


def test_the_same_text_gives_the_same_reading():
    text = f"{FIRST}\n\n{SECOND}"
    assert same(read_language(text, paragraphs(text)), read_language(text, paragraphs(text)))


def test_a_reading_does_not_depend_on_what_was_read_before():
    text = f"{FIRST}\n\n{SECOND}"
    alone = read_language(text, paragraphs(text))
    for other in (*HARD, "Strikes hit the port. " * 50):
        read_language(other, paragraphs(other))
    assert same(alone, read_language(text, paragraphs(text)))


def test_a_voice_does_not_read_anothers_words():
    """What a commenter writes changes nothing in the reading of the account above."""
    text = f"{FIRST}\n\n{SECOND}"
    article = Block(Span(0, len(FIRST)), BlockKind.PARAGRAPH)
    comment = Block(Span(len(FIRST) + 2, len(text)), BlockKind.COMMENT, voice="comment 1", entry=1)
    alone, both = read_language(FIRST, [article]), read_language(text, [article, comment])
    n = len(alone.doc)
    assert shown(both, 0, n) == shown(alone)
    assert np.array_equal(both.factuality[:n], alone.factuality)


def test_a_long_paragraph_without_stops_is_read_in_windows():
    text = "and then they left the harbour " * 100
    reading = read_language(text, paragraphs(text))
    sound(text, reading)
    assert max(len(s) for s in reading.doc.sents) < 200


def test_vectors_are_unit_and_near_for_like_sentences():
    text = f"{FIRST}\n\n{FIRST}\n\n{SECOND}"
    vectors = read_language(text, paragraphs(text)).vectors
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-3)


WORDS = "He did n't go . They said : Go home now ! Why ?".split()
STARTS = [i in (0, 5, 12) for i in range(len(WORDS))]


def test_given_sentences_are_kept():
    reading = read_tokens(WORDS, STARTS)
    assert [t.text for t in reading.doc] == WORDS
    assert [s.start for s in reading.doc.sents] == [i for i, s in enumerate(STARTS) if s]


@pytest.mark.slow
@given(st.lists(st.tuples(TOKEN, st.booleans()), min_size=1, max_size=300))
@settings(max_examples=10)
def test_any_given_sentences_are_kept(rows):
    words, starts = [w for w, _ in rows], [s or not i for i, (_, s) in enumerate(rows)]
    found = {s.start for s in read_tokens(words, starts).doc.sents}
    assert {i for i, s in enumerate(starts) if s} <= found


def test_no_words_are_an_empty_reading():
    assert len(read_tokens([]).doc) == 0


# -- the weights -------------------------------------------------------------------------------------------------------


def test_a_folder_without_a_model(tmp_path):
    with pytest.raises(ModelError, match="no model here; reinstall") as caught:
        load(tmp_path)
    assert str(tmp_path) in str(caught.value)


@pytest.fixture
def copied(tmp_path):
    return shutil.copytree(FOLDER, tmp_path / "model")


@pytest.mark.parametrize("name", sorted(json.loads((FOLDER / "manifest.json").read_text("utf-8"))["sha256"]))
def test_a_file_that_is_missing_or_changed(copied, name):
    path = copied / name
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    with pytest.raises(ModelError, match="reinstall rashomon") as caught:
        load(copied)
    assert name in str(caught.value)
    path.unlink()
    with pytest.raises(ModelError, match="reinstall rashomon"):
        load(copied)


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"version": "1", "sha256": [1]}'])
def test_a_manifest_that_is_none(copied, text):
    (copied / "manifest.json").write_text(text, "utf-8")
    with pytest.raises(ModelError, match="reinstall"):
        load(copied)


@pytest.mark.parametrize(
    "form, lemma",
    [
        ("fled", "flee"),
        ("flown", "fly"),
        ("re-elected", "re-elect"),
        ("freed", "free"),
        ("ousted", "oust"),
        ("acquitted", "acquit"),
        ("exonerated", "exonerate"),
        ("beheaded", "behead"),
        ("trafficked", "traffic"),
        ("interfered", "interfere"),
        ("rebuked", "rebuke"),
        ("Protesters", "protester"),
    ],
)
def test_lemmas_that_the_treebanks_do_not_teach(form, lemma):
    text = f"The plane had {form} from Oro."
    assert next(t for t in read_language(text, paragraphs(text)).doc if t.text == form).lemma_ == lemma


@pytest.mark.parametrize("verb", ["criticize", "outsource", "intensify"])
def test_a_verb_that_is_not_inflected_is_its_own_lemma(verb):
    text = f"They want to {verb} all of it."
    assert next(t for t in read_language(text, paragraphs(text)).doc if t.text == verb).lemma_ == verb
