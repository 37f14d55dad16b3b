"""The classifier: what it is shown, and what training gives back."""

from collections import Counter

import numpy as np
import pytest

from rashomon.plover.features import affirmed, features, scene
from rashomon.plover.model import load
from rashomon.plover.phrases import match, stem
from rashomon.types import Span
from training.linear import fit, heat_of
from training.plover import write


def shown(text, agent, recipient):
    whole = Span(0, len(text))
    a, b = (Span(text.index(w), text.index(w) + len(w)) for w in (agent, recipient))
    return features(scene(text, whole, a, b), a, b, ())


@pytest.mark.parametrize(
    ("words", "types"),
    [
        ("they imposed a strict curfew on", {("COERCE", "curfew")}),
        ("will not lift", {("REJECT", "yield")}),
        ("fired tear gas at", {("ASSAULT", "crowd-control")}),
        ("ate an apple", set()),
    ],
)
def test_phrases(words, types):
    found = match([stem(w) for w in words.split()])
    assert types <= {(p.type, p.mode) for p in found}
    assert found or not types


def test_who_does_it_to_whom_can_be_told_apart():
    text = "Arland condemned Borland."
    one, other = shown(text, "Arland", "Borland"), shown(text, "Borland", "Arland")
    assert "n0st:ACCUSE" in one["phrases"] and "n0st:ACCUSE" not in other["phrases"]
    assert one["order"] != other["order"]


def test_what_is_denied_is_read_as_if_it_were_told():
    text, agent, recipient = "Arland did not condemn Borland.", Span(0, 6), Span(23, 30)
    seen = affirmed(scene(text, Span(0, len(text)), agent, recipient, Span(15, 22)))
    assert seen.stems == ("_S", "do", "condemn", "_T", ".")
    assert (seen.stems[seen.trigger], seen.stems[seen.recipient]) == ("condemn", "_T")


SENTENCES = [("A struck B .", "HIT"), ("A met B .", "MEET"), ("A has struck B .", "HIT"), ("A has met B .", "MEET")] * 3


def test_training_learns_and_the_file_gives_it_back(tmp_path):
    rng = np.random.default_rng(5)
    found = [shown(text, "A", "B") for text, _ in SENTENCES]
    vectors = [rng.integers(-20, 20, 384).astype(np.int8).tobytes() for _ in SENTENCES]
    labels = [label for _, label in SENTENCES]
    path = tmp_path / "weights.npz"
    write(fit(found, vectors, labels), path)
    before = path.read_bytes()
    write(fit(found, vectors, labels), path)
    assert path.read_bytes() == before
    trained = load(path)
    said = [trained.probabilities(f, v) for f, v in zip(found, vectors, strict=True)]
    assert [max(p, key=lambda t: p[t]) for p in said] == labels
    assert all(abs(sum(p.values()) - 1) < 1e-6 for p in said)


def test_words_never_seen_leave_the_bias(tmp_path):
    trained = load()
    empty = {group: {"no such feature": 1.0} for group in ("words", "places", "phrases", "order", "mentions")}
    assert np.allclose(trained.sums(empty, b""), trained.bias)


def test_heat_is_low_where_sums_mislead():
    sums = [np.array([2.0, -2.0], dtype=np.float32)] * 10
    assert heat_of(sums, [0] * 10) > heat_of(sums, [0] * 6 + [1] * 4)


def test_the_shipped_classifier_knows_every_type():
    assert len(load().types) == 15 and Counter(load().types).most_common(1)[0][1] == 1
