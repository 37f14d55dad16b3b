"""Main events of an invented account, and how many have a line."""

import pytest

from eval import lines
from rashomon.types import Span
from tests import labels

TEXT = "Rain fell. Ana Oro opened the dam, flooding Vell. She likes tea."
OPENED, FLOODING, LIKES = (Span(TEXT.index(w), TEXT.index(w) + len(w)) for w in ("opened", "flooding", "likes"))


@pytest.fixture
def cases(tmp_path, monkeypatch):
    labels.give(monkeypatch, TEXT)
    flooding = [FLOODING.begin, FLOODING.end]
    events = [{"trigger": [[OPENED.begin, OPENED.end]]}, {"trigger": [[0, 4], flooding]}]
    return lines.gold(labels.write(tmp_path / "lines.jsonl", TEXT, events=events), None)


def figures(cases, *told):
    [score] = lines.score(cases, [told]).scores
    return score.precision, score.recall


def test_a_line_counts_by_any_of_its_mentions_and_an_event_by_any_of_its_triggers(cases):
    assert figures(cases, (LIKES, OPENED), (FLOODING,)) == (1.0, 1.0)
    assert figures(cases, (OPENED,), (LIKES,)) == (0.5, 0.5)
    assert figures(cases) == (0.0, 0.0)


def test_what_is_missed_is_shown_by_its_first_trigger(cases):
    faults = lines.score(cases, [((OPENED,),)]).faults
    assert [(f.begin, f.what) for f in faults] == [(0, "missed")]


def test_the_baseline_takes_early_words_in_ed(cases):
    assert lines.baseline(cases, None) == [((OPENED,),)]
