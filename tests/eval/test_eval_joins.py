"""Figures of joins on invented accounts, worked out by hand; the labels that are committed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from eval.joins import Case, Pair, baseline, gold, predict, score
from eval.questions import Account, Place
from eval.texts import CORPORA
from rashomon.types import Document
from tests.mentions import Said, account

GOLD = Path(__file__).parents[2] / "eval/gold"
NAMES = [("Oro", "person"), ("Vell", "place")]
CRASH = Said("The ferry sank off Vell with Oro on board.", "sink", "sank", (("agent", "The ferry"),))
AGAIN = Said("The ferry sank off Vell, and Oro was on board.", "sink", "sank", (("agent", "The ferry"),))
OTHER = Said("Oro bought a bakery.", "buy", "bought", (("agent", "Oro"), ("patient", "a bakery")))
BOTH = [account("A", CRASH, names=NAMES), account("B", AGAIN, OTHER, names=NAMES)]


def at(k: int, word: str) -> Place:
    begin = BOTH[k].text.index(word)
    return k, begin, begin + len(word)


CASE = Case(
    "the ferry",
    tuple(Account(d.id, d.text, d.provenance.outlet, "") for d in BOTH),
    (Pair(at(0, "sank"), at(1, "sank"), True, 3.0), Pair(at(0, "sank"), at(1, "bought"), False, 1.0)),
)


def figures(*joined: bool | None) -> dict[str, tuple[float, float]]:
    return {s.name: (s.precision, s.recall) for s in score([CASE], [joined]).scores}


def annotated(accounts: Sequence[Account]) -> list[Document]:
    return BOTH


def test_one_happening_in_two_accounts_is_joined_and_another_is_not() -> None:
    assert predict([CASE], annotated) == [(True, False)]


def test_the_baseline_joins_one_stem() -> None:
    assert baseline([CASE], None) == [(True, False)]


def test_a_pair_counts_once_and_by_its_stratum() -> None:
    assert figures(True, True) == {"joined": (0.5, 1.0), "weighed": (0.75, 1.0), "found": (1.0, 1.0)}


def test_what_has_no_mention_is_not_joined() -> None:
    assert figures(None, False) == {"joined": (0.0, 0.0), "weighed": (0.0, 0.0), "found": (0.5, 0.5)}


def test_faults_say_where_both_triggers_stand() -> None:
    [fault] = score([CASE], [(False, False)]).faults
    assert (fault.what, fault.begin, fault.end) == ("missed", *at(0, "sank")[1:])
    assert "id-B 10-14" in fault.labels


def test_the_labels_hold_no_words_and_no_article_of_a_score_half() -> None:
    rows = [json.loads(line) for line in (GOLD / "joins-dev.jsonl").read_text(encoding="utf-8").splitlines()]
    assert all(set(row) == {"event", "documents", "pairs"} for row in rows)
    assert all(a != b for row in rows for a, _, _, b, *_ in row["pairs"])
    kept = {d["doc"] for row in rows for d in row["documents"]}
    for path in GOLD.glob("*-score.jsonl"):
        for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            assert not kept & {d.get("doc") for d in row.get("documents", [row])}


@pytest.mark.skipif(not CORPORA.is_dir(), reason="the corpora that the labels point into are absent")
@pytest.mark.shared
def test_the_labels_fit_the_corpora() -> None:
    cases = gold(GOLD / "joins-dev.jsonl", None)
    assert sum(len(case.pairs) for case in cases) == 425
    assert all(
        case.accounts[k].text[b:e].strip() for case in cases for p in case.pairs for k, b, e in (p.left, p.right)
    )
