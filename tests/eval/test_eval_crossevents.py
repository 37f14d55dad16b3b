"""Invented accounts of two happenings in the format of ECB+, and groupings worked out by hand."""

import json
from pathlib import Path

import pytest

from eval import crossevents
from eval.chains import f1_scores
from eval.crossevents import Grouped, baseline, gold, predict, score
from eval.ecb import Account
from rashomon.types import Attribution, Document, EventMention, Name, Quantity, Sentence, Span, Time

LEAD = "The dam above Karsa burst and Mayor Brook of Karsa asked the capital for boats and pumps".split()
TEXTS = (
    [[*LEAD, "."], ["Mud", "killed", "9", ".", "5", "thousand", "sheep", "in", "Karsa", "."]],
    [["`", "`", *LEAD, "!", "'", "'"], "Mud killed sheep near Karsa , and Ana 's dog .".split()],
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    rows = []
    for n, sentences in enumerate(TEXTS):
        tokens = [{"t": t, "s": k} for k, words in enumerate(sentences) for t in words]
        killed = next(k for k, t in enumerate(tokens) if t["t"] == "killed")
        mention = {"kind": "event", "chain": "deaths", "tok": [killed], "selected": True}
        rows.append({"doc": f"1_{n}ecb", "topic": 1, "subtopic": "1_ecb", "split": "dev", "selected_sents": [1],
                     "tokens": tokens, "mentions": [mention, {**mention, "kind": "entity"}]})  # fmt: skip
    path = tmp_path / "ecb.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


def test_accounts_are_put_together_from_their_words(file: Path) -> None:
    first, second = gold(file, None)
    assert first.text.endswith("and pumps. Mud killed 9.5 thousand sheep in Karsa.")
    assert second.text.endswith("near Karsa, and Ana's dog.")
    for account in (first, second):
        [mention] = account.mentions
        assert account.text[mention.span.begin : mention.span.end] == "killed"
        [sentence] = account.checked
        assert account.text[sentence.begin : sentence.end].startswith("Mud killed")


def read(account: Account) -> tuple[Document, list[EventMention | None]]:
    document = account.document()
    for kind in (Name, Time, Quantity, Attribution):
        document = document.with_layer(kind, [])
    sentence = account.checked[0]
    document = document.with_layer(Sentence, [Sentence(sentence, bytes([127] * 384))])
    killed = EventMention(account.mentions[0].span, "kill", (), 3.0, sentence=sentence, tense="past", happened=3.0)
    return document.with_layer(EventMention, [killed]), [killed]


def test_one_word_in_like_sentences_is_one_event(file: Path) -> None:
    cases = gold(file, None)
    said = predict(cases, read)
    assert said[0].given == said[1].given
    assert {s.name: s.value for s in score(cases, said).scores}["LEA"] == 1


def test_the_baseline_goes_by_the_stem(file: Path) -> None:
    (one,), (other,) = (said.given for said in baseline(gold(file, None), None))
    assert one == other


def test_own_mentions_are_matched_by_touch_and_others_cost_precision(file: Path) -> None:
    cases = gold(file, None)
    spans = [case.mentions[0].span for case in cases]
    right = [Grouped((0,), {span: "e"}) for span in spans]
    assert figures(cases, right) == {"own: CoNLL": 1, "own: LEA": 1}
    more = [Grouped((0,), {span: "e", Span(0, 3): "f"}) for span in spans]
    assert figures(cases, more)["own: LEA"] < 1


def figures(cases: list[Account], said: list[Grouped]) -> dict[str, float]:
    return {s.name: s.value for s in score(cases, said).scores if s.name in ("own: CoNLL", "own: LEA")}


def test_measures_by_hand() -> None:
    """Gold {a b c} {d e} {f}; said {a b} {c d e} {f}: MUC keeps 2 of 3 links on both sides."""
    gold_labels = dict(zip("abcdef", "xxxyyz", strict=True))
    found = f1_scores(gold_labels, dict(zip("abcdef", "112223"[:2] + "2223", strict=True)))
    assert found["MUC"] == pytest.approx(2 / 3)
    assert found["B3"] == pytest.approx((4 / 3 + 1 / 3 + 2 + 1) / 6)
    assert found["CEAFe"] == pytest.approx((0.8 + 0.8 + 1) / 3)
    assert found["LEA"] == pytest.approx((3 * 1 / 3 + 2 + 1) / 6)
    alone = f1_scores(gold_labels, {m: m for m in gold_labels}, singletons=False)
    assert set(alone.values()) == {0.0}


def test_a_topic_of_another_split_is_left_out(file: Path) -> None:
    file.write_text(file.read_text().replace('"dev"', '"train"'))
    assert crossevents.gold(file, None) == []
