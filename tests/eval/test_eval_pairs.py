"""Figures of pairs on invented accounts, worked out by hand; drafts to offsets; the labels that are committed."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from eval import pairs
from eval.pairing import line
from eval.pairs import Verdict, baseline, gold, predict, score
from eval.questions import MOST, Account, Case, Place, Question
from eval.shown import Shown
from eval.texts import CORPORA
from rashomon.errors import ReadError
from rashomon.readers import document
from rashomon.types import (
    Agreement,
    Attribution,
    Document,
    EventMention,
    Name,
    Quantity,
    Reference,
    Sentence,
    Time,
)

GOLD = Path(__file__).parents[2] / "eval" / "gold"
TEXTS = (
    "The great wooden dam broke on 3 May 2031. It cost $40 million. Ten houses fell.",
    "The great wooden dam broke on 5 May 2031. It cost $45 million. The mayor denied that the great wooden dam broke.",
)
ACCOUNTS = tuple(Account(f"c/{n}", text, f"Paper {n}", "2031-05-06") for n, text in enumerate(TEXTS))
LAYERS = (Attribution, EventMention, Name, Quantity, Reference, Sentence, Time)


def at(account: int, words: str) -> Place:
    begin = TEXTS[account].index(words)
    return (account, begin, begin + len(words))


WHEN = Question(
    "when", "the break", (at(0, "3 May 2031"), at(1, "5 May 2031")), ("A", "B"), ((0, 1, Agreement.CONFLICTS),)
)
COST = Question(
    "how many", "the cost", (at(0, "$40 million"), at(1, "$45 million")), ("A", "B"), ((1, 0, Agreement.ARGUABLE),)
)
BROKE = Question(
    "happened",
    "the break",
    (at(0, "dam broke"), at(1, "dam broke"), at(1, "denied that the great wooden dam broke")),
    ("A", "A", "B"),
    ((0, 1, Agreement.AGREES), (2, 0, Agreement.DENIES)),
)
CASE = Case("a dam", ACCOUNTS, (WHEN, COST, BROKE))
RIGHT = (("conflicts",), ("arguable",), ("agrees", "conflicts"))


def figures(verdict: Verdict) -> dict[str, tuple[float, float, float]]:
    return {s.name: (s.value, s.precision, s.recall) for s in score([CASE], [verdict]).scores}


def shown(q: Question, i: int, j: int) -> Shown:
    return Shown(q.slot, (q.claims[i],), (q.claims[j],))


def test_the_labels_themselves_are_perfect() -> None:
    events = (WHEN.claims, COST.claims, BROKE.claims)
    said = tuple((q.slot, place) for q in CASE.questions for place in q.claims)
    result = score([CASE], [Verdict(RIGHT, (shown(WHEN, 0, 1), shown(BROKE, 2, 0)), events, said)])
    assert {s.value for s in result.scores if s.gold} == {1.0}
    assert result.faults == ()


def test_what_is_not_read_is_wrong_but_counts_for_no_class() -> None:
    f = figures(Verdict((("",), ("arguable",), ("agrees", "agrees")), ()))
    assert f["relation"][0] == 0.5
    assert f["relation agrees"][1:] == (0.5, 1.0)  # one of two said to agree does
    assert f["relation conflicts"][0] == 0.0


def test_conflicts_shown_are_right_arguable_or_wrong() -> None:
    wrong = Shown("where", (at(0, "The great"),), (at(1, "The mayor"),))
    f = figures(Verdict(RIGHT, (shown(WHEN, 1, 0), shown(COST, 0, 1), wrong)))
    assert f["shown"][1:] == (1 / 3, 0.5)  # one of three is labelled a conflict, one of two disputes is met
    assert f["or arguable"][0] == 2 / 3


def test_words_need_only_overlap_and_two_of_one_account_are_no_pair() -> None:
    begin = WHEN.claims[0][1]
    wide = Shown("when", ((0, begin - 8, begin + 2),), (WHEN.claims[1],))
    assert figures(Verdict(RIGHT, (wide,)))["shown"][1] == 1.0
    within = Shown("happened", (BROKE.claims[1],), (BROKE.claims[2],))
    assert figures(Verdict(RIGHT, (within,)))["shown"][1] == 0.0


def test_a_dispute_may_be_told_and_not_joined() -> None:
    apart = (WHEN.claims[:1], WHEN.claims[1:], BROKE.claims[:1])  # nobody told of the denial
    f = figures(Verdict(RIGHT, (), apart))
    assert (f["told"][0], f["joined"][0]) == (0.5, 0.0)
    one = figures(Verdict(RIGHT, (), (WHEN.claims,)))
    assert (one["joined"][0], one["pairs joined"][0]) == (0.5, 0.25)


def test_a_claim_counts_in_its_own_slot_only() -> None:
    said = (("when", WHEN.claims[0]), ("who", WHEN.claims[1]), ("happened", BROKE.claims[0]))
    f = figures(Verdict(RIGHT, (), (), said))
    assert (f["claims when"][0], f["claims how many"][0], f["claims happened"][0]) == (0.5, 0.0, 1 / 3)
    assert f["claims"][0] == 2 / 7


def test_a_line_that_all_quote_counts_a_few_times_only() -> None:
    claims = tuple((n % 9, n, n + 1) for n in range(9))
    every = tuple((i, j, Agreement.AGREES) for i in range(9) for j in range(i + 1, 9))
    assert len(Question("who", "x", claims, ("A",) * 9, every).judged()) == MOST


def test_the_baseline_calls_every_difference_a_conflict() -> None:
    (verdict,) = baseline([CASE], None)
    assert verdict.relations == (("conflicts",), ("conflicts",), ("agrees", "conflicts"))
    assert [s.slot for s in verdict.shown] == ["how many", "when", "happened"]


def bare(accounts: Sequence[Account]) -> list[Document]:
    out = []
    for a in accounts:
        found = document(a.text, outlet=a.outlet, published=a.published)
        for layer in LAYERS:
            found = found.with_layer(layer, [])
        out.append(found)
    return out


def test_given_the_words_values_and_gates_decide() -> None:
    (verdict,) = predict([CASE], bare)
    assert verdict.relations == (("conflicts",), ("conflicts",), ("agrees", "arguable"))  # by words alone
    assert (verdict.shown, verdict.events) == ((), ())


def test_offsets_that_reading_would_move_are_refused() -> None:
    other = replace(ACCOUNTS[0], text=ACCOUNTS[0].text.replace(" It", "\r\nIt"))
    with pytest.raises(ValueError, match="changed a text"):
        predict([replace(CASE, accounts=(other, ACCOUNTS[1]))], bare)


# -- drafts ------------------------------------------------------------------------------------------------------------

RECORDS = {
    "x": {"text": TEXTS[0], "outlet": "Paper 0", "date": "2031-05-06T07:00:00"},
    "y": {"text": TEXTS[1], "outlet": "Paper 1", "date": "2031-05-09T07:00:00"},
}


def draft(**question: Any) -> dict[str, Any]:
    bare = {"slot": "when", "of": "the break", "relations": ["B A conflicts"]}
    said = {"A": ["x|3 May 2031"], "B": ["y|5 May 2031"]}
    accounts = {"x": "x", "y": "y"}
    rest = {"event": "a dam", "corpus": "c", "accounts": accounts, "undated": ["y"], "exhaustive": True}
    return {**rest, "questions": [{"claims": said, **bare, **question}]}


def test_a_draft_becomes_offsets_without_words() -> None:
    found = line(draft(), RECORDS)
    (q,) = found["questions"]
    assert [TEXTS[c["document"]][c["begin"] : c["end"]] for c in q["claims"]] == ["3 May 2031", "5 May 2031"]
    assert q["pairs"] == [[1, 0, "conflicts"]]  # in the order of the judgement
    assert [d["published"] for d in found["documents"]] == ["2031-05-06", ""]
    assert found["documents"][0]["sha256"] == hashlib.sha256(TEXTS[0].encode()).hexdigest()
    assert "May" not in json.dumps(found)


def test_claims_of_one_version_agree_unless_judged() -> None:
    said = {"A": ["x|dam broke", "y|dam broke|dam broke on"]}
    assert line(draft(claims=said, relations=[]), RECORDS)["questions"][0]["pairs"] == [[0, 1, "agrees"]]
    judged = line(draft(claims=said, relations=["A A compatible"]), RECORDS)
    assert judged["questions"][0]["pairs"] == [[0, 1, "compatible"]]


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ({"slot": "why"}, "slot"),
        ({"relations": []}, "A and B are not judged"),
        ({"relations": ["A B quarrels"]}, "no relation"),
        ({"claims": {"A": ["x|7 May"]}}, "not there"),
        ({"claims": {"A": ["y|broke|dam broke"]}}, "once, not 2 times"),
    ],
)
def test_a_draft_that_does_not_fit_says_where(question: dict[str, Any], reason: str) -> None:
    with pytest.raises(ReadError, match=reason):
        line(draft(**question), RECORDS)


# -- what is committed -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("half", ["dev", "score"])
def test_the_labels_hold_no_words_of_the_accounts_and_pairs_are_between_accounts(half: str) -> None:
    for row in map(json.loads, (GOLD / f"pairs-{half}.jsonl").read_text(encoding="utf-8").splitlines()):
        assert set(row) == {"event", "exhaustive", "documents", "questions"}
        for q in row["questions"]:
            assert all(set(c) == {"document", "begin", "end", "version"} for c in q["claims"])
            assert all(q["claims"][i]["document"] != q["claims"][j]["document"] for i, j, _ in q["pairs"])


def test_no_event_is_told_in_both_halves() -> None:
    halves = [(GOLD / f"pairs-{half}.jsonl").read_text(encoding="utf-8").splitlines() for half in ("dev", "score")]
    dev, scored = ({d["doc"] for row in map(json.loads, rows) for d in row["documents"]} for rows in halves)
    assert not dev & scored


@pytest.mark.skipif(not CORPORA.is_dir(), reason="the corpora that the labels point into are absent")
@pytest.mark.shared
def test_the_labels_fit_the_corpora() -> None:
    cases = gold(GOLD / "pairs-dev.jsonl", None) + gold(GOLD / "pairs-score.jsonl", None)
    assert sum(len(q.pairs) for c in cases for q in c.questions) >= 300
    assert all(c.accounts[k].text[b:e].strip() for c in cases for q in c.questions for k, b, e in q.claims)


def test_another_text_than_the_one_labelled_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (path := tmp_path / "p.jsonl").write_text(json.dumps(line(draft(), RECORDS)))
    monkeypatch.setattr("eval.questions.texts", lambda names: {("c", "x"): TEXTS[0], ("c", "y"): "other"})
    with pytest.raises(ReadError, match="c has no y with the text labelled"):
        gold(path, None)
    monkeypatch.setattr("eval.questions.texts", lambda names: {("c", "x"): TEXTS[0], ("c", "y"): TEXTS[1]})
    assert gold(path, None)[0].questions[0].pairs == ((1, 0, Agreement.CONFLICTS),)
    assert pairs.gold(path, 1)[0].accounts[1].outlet == "Paper 1"
