"""Figures of attribution on invented sentences, worked out by hand."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from eval.attribution import Case, Statement, baseline, form_of, gold, predict, score
from eval.raw import alignment
from rashomon.errors import ReadError
from rashomon.types import Attribution, Document, Provenance, Span

TEXT = "Mayor Olu Ban said on Monday that “two bridges” fell. “Nobody slept,” Ira Tov added."


def at(*words: str, text: str = TEXT) -> tuple[tuple[int, int], ...]:
    """The first place of each of *words*."""
    return tuple((text.index(w), text.index(w) + len(w)) for w in words)


GOLD = (
    Statement(at("Mayor Olu Ban"), at("said"), at("that “two bridges” fell")),
    Statement(at("Ira Tov"), at("added"), at("“Nobody slept,”")),
)


def figures(predicted: Sequence[Statement], annotated: Sequence[Statement] = GOLD) -> dict[str, float]:
    result = score([Case("a", TEXT, tuple(annotated))], [predicted])
    return {s.name: round(s.value, 4) for s in result.scores}


def test_the_annotation_itself_is_perfect() -> None:
    result = score([Case("a", TEXT, GOLD)], [GOLD])
    assert {s.value for s in result.scores if s.gold} == {1.0}
    assert result.faults == ()


def test_a_dash_is_a_cue() -> None:
    """Trimmed of punctuation nothing would be left of it, and the annotation would not match itself."""
    text = "“Nobody slept.” ― Ira Tov"
    signed = Statement(at("Ira Tov", text=text), at("―", text=text), at("“Nobody slept.”", text=text))
    result = score([Case("a", text, (signed,))], [(signed,)])
    assert {s.name: s.value for s in result.scores}["relation overlap"] == 1.0


def test_nothing_predicted() -> None:
    assert set(figures([]).values()) == {0.0}


def test_a_short_source_and_a_content_without_its_end() -> None:
    f = figures([Statement(at("Olu Ban"), at("said"), at("that “two bridges"))])
    assert f["token source"] == round(
        2 * (2 / 2) * (2 / 5) / (2 / 2 + 2 / 5), 4
    )  # Olu Ban, of those and Mayor, Ira Tov
    assert f["exact source"] == 0.0
    assert f["overlap source"] == round(2 * 1 * 0.5 / 1.5, 4)  # the one prediction touches, one of two is touched
    assert f["exact cue"] == round(2 * 1 * 0.5 / 1.5, 4)
    # content: that “ two bridges = 4 of 4 right; annotated: that “ two bridges ” fell and “ Nobody slept , ” = 11
    assert f["token content"] == round(2 * 1 * (4 / 11) / (1 + 4 / 11), 4)
    assert f["relation overlap"] == round(2 * 1 * 0.5 / 1.5, 4)
    assert f["relation half"] == round(2 * 1 * 0.5 / 1.5, 4)  # content 4 of 6 tokens
    assert f["relation exact"] == 0.0
    assert (f["recall mixed"], f["recall direct"]) == (1.0, 0.0)


def test_quotation_marks_at_the_edges_do_not_count() -> None:
    f = figures([GOLD[0], Statement(at("Ira Tov"), at("added"), at("Nobody slept"))])
    assert (f["exact content"], f["relation exact"]) == (1.0, 1.0)
    assert f["token content"] < 1.0


def test_a_gap_makes_segments_but_not_another_filler() -> None:
    f = figures([Statement(at("Mayor Olu Ban"), at("said"), at("that “two", "fell"))], GOLD[:1])
    assert f["exact content"] == 0.0
    assert f["segment content"] == 0.0
    f = figures(
        [Statement(at("Mayor", "Ban"), at("said"), GOLD[0].content)],
        [Statement(at("Mayor", "Ban"), at("said"), GOLD[0].content)],
    )
    assert (f["exact source"], f["segment source"]) == (1.0, 1.0)


def test_an_attribution_matches_once() -> None:
    f = figures([GOLD[0], GOLD[0]], GOLD[:1])
    assert f["relation exact"] == round(2 * 0.5 * 1 / 1.5, 4)
    assert f["exact content"] == 1.0  # equal fillers count once


def test_sources_agree_where_both_are_absent() -> None:
    bare = Statement((), at("said"), GOLD[0].content)
    assert figures([bare], [bare])["relation overlap"] == 1.0
    assert figures([bare], [bare])["recall no source"] == 1.0
    assert figures([bare], GOLD[:1])["relation overlap"] == 0.0


def test_a_wrong_source_is_a_fault_on_both_sides() -> None:
    wrong = Statement(at("Ira Tov"), at("said"), GOLD[0].content)
    faults = score([Case("a", TEXT, GOLD[:1])], [[wrong]]).faults
    kinds = {(f.measure, f.what, f.begin, f.end) for f in faults}
    cue, source, said = at("said")[0], at("Mayor Olu Ban")[0], at("Ira Tov")[0]
    assert kinds == {
        ("relation overlap", "missed", *cue),
        ("relation overlap", "spurious", *cue),
        ("exact source", "missed", *source),
        ("exact source", "spurious", *said),
    }


@pytest.mark.parametrize(
    ("words", "form"),
    [("“Nobody slept,”", "direct"), ("that “two bridges” fell", "mixed"), ("two bridges", "indirect")],
)
def test_form(words: str, form: str) -> None:
    assert form_of(TEXT, at(words)) == form


def test_rules_find_both_orders() -> None:
    ((first, second),) = baseline([Case("a", TEXT, ())])
    assert first == GOLD[0]  # the weekday stays outside
    assert (second.source, second.cue) == (at("Ira Tov"), at("added"))


def test_predictions_go_back_to_the_given_text_without_nested_ones() -> None:
    read = "Ban said that Tov said no."
    given = "\n" + read

    def span(words: str) -> Span:
        return Span(*at(words, text=read)[0])

    outer = Attribution(span("Ban said"), span("Ban"), span("said"), (span("that Tov said no"),), "indirect", "say")
    inner = Attribution(span("Tov said"), span("Tov"), span("Tov said"), (span("no"),), "indirect", "say")
    document = Document("0", read, Provenance("a.txt", "")).with_layer(Attribution, [outer, inner])

    def annotate(texts: Sequence[str]) -> Iterator[tuple[Document, object]]:
        assert list(texts) == [given]
        yield document, alignment(read, given)

    assert predict([Case("a", given, ())], annotate) == [  # type: ignore[arg-type]
        (Statement(((1, 4),), ((5, 9),), ((10, 26),)),)
    ]


@pytest.mark.parametrize(
    ("record", "message"),
    [
        ({"id": "a", "text": "abc"}, ":1: the object has no attributions"),
        ({"id": "a", "text": "abc", "attributions": [{"cue": [[0, 9]]}]}, ":1: cue must be"),
    ],
)
def test_format_errors(tmp_path: Path, record: dict[str, object], message: str) -> None:
    file = tmp_path / "data.jsonl"
    file.write_text(json.dumps(record), encoding="utf-8")
    with pytest.raises(ReadError, match=message):
        gold(file, None)
