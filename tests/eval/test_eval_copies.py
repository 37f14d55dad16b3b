"""Copies made of invented articles, with figures worked out by hand."""

import json
import random
from pathlib import Path

import pytest

from eval.articles import read
from eval.copies import EDITS, Case, baseline, gold, predict, score
from rashomon.errors import ReadError

WORDS = (
    "river dam valley mayor market engineer council flood gate night water street school bridge guard report "
    "storm hill farmer truck rescue boat radio signal wall village north south early late heavy slow broke "
    "rose fell reached left carried opened closed warned asked moved found lost built"
).split()


def prose(seed: int) -> str:
    """Twenty sentences of fifteen words that no other seed has."""
    rng = random.Random(seed)
    return "\n".join(f"{' '.join(rng.choice(WORDS) for _ in range(15)).capitalize()}." for _ in range(20))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    rows = [{"id": f"a{n}", "event_id": n // 2, "text": prose(n), "date": "2031-03-06T00:00:00"} for n in range(6)]
    path = tmp_path / "articles.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


def test_both_formats_give_sentences(file: Path, tmp_path: Path) -> None:
    article = read(file, 1)[0]
    assert (article.id, article.story, article.published, len(article.sentences)) == ("a0", "0", "2031-03-06", 20)
    tokens = [{"t": t, "s": s} for s, said in enumerate(["http : x", "The `` dam '' broke .", "It fell ."])
              for t in said.split()]  # fmt: skip
    other = tmp_path / "ecb.jsonl"
    other.write_text(json.dumps({"doc": "1_2ecbplus", "subtopic": "1_plus", "tokens": tokens, "split": "dev"}))
    (article,) = read(other, None)
    assert article.sentences == ("The “ dam ” broke .", "It fell .")  # the page's address is left out
    assert (article.story, article.split) == ("1_plus", "dev")


def test_another_format_is_named(tmp_path: Path) -> None:
    (path := tmp_path / "x.jsonl").write_text('{"words": "x"}')
    with pytest.raises(ReadError, match=r"x\.jsonl:1: neither"):
        read(path, None)


def test_each_original_is_edited_in_every_way_and_twice_the_same(file: Path) -> None:
    cases = gold(file, None)
    assert cases == gold(file, None)
    made = [c for c in cases if c.edit]
    assert {c.edit for c in made} == {*EDITS, "quoted"}
    assert sum(c.edit == "cut to 30%" for c in made) == 6
    half = next(c for c in made if c.article.id == "a0@cut to 50%")
    assert len(half.article.sentences) == 10 + 3  # and a line before, two after
    assert all(len(c.origins) == 2 for c in made if c.edit == "spliced")


def test_rashomon_finds_what_near_duplicates_miss(file: Path) -> None:
    cases = gold(file, None)
    ours = {s.name: s.value for s in score(cases, predict(cases)).scores}
    plain = {s.name: s.value for s in score(cases, baseline(cases, None)).scores}
    assert ours["cut to 30%"] == ours["spliced"] == ours["quotation apart"] == ours["precision"] == 1
    assert plain["cut to 30%"] == 0
    assert plain["6% of words"] > 0


def test_a_pair_of_strangers_costs_precision(file: Path) -> None:
    cases = [c for c in gold(file, None) if c.edit in ("", "cut to 50%")]
    right = [frozenset({"a0", "a0@cut to 50%"}), frozenset({"a1", "a1@cut to 50%"})]
    wrong = [frozenset({"a0", "a1"})]
    said = [frozenset([*right, *wrong]) if i == 0 else frozenset() for i in range(len(cases))]
    result = score(cases, said)
    figures = {s.name: (s.found, s.predicted) for s in result.scores}
    assert figures["precision"] == (2, 3)
    assert figures["cut to 50%"] == (2, 6)
    assert figures["unrelated apart"] == (2, 3)
    assert [f.document for f in result.faults if f.measure == "precision"] == ["a1"]
    assert isinstance(cases[0], Case)
