"""Pairs of sentences: which are kept, what the baseline calls a contradiction, and the figures."""

import json
from pathlib import Path

from eval import contradictions
from eval.contradictions import Case

ROWS = [
    {"source": "negation-nli/MNLI", "premise": "He came.", "hypothesis": "He did not come.", "label": "contradiction"},
    {"source": "negation-nli/SNLI", "premise": "He came.", "hypothesis": "He never left.", "label": "neutral"},
    {"source": "negation-nli/RTE", "premise": "He came.", "hypothesis": "He did not.", "label": "not_entailment"},
    {
        "source": "breaking-nli",
        "premise": "2 men",
        "hypothesis": "3 men",
        "label": "contradiction",
        "category": "cardinals",
    },
    {"source": "breaking-nli", "premise": "tea", "hypothesis": "wine", "label": "contradiction", "category": "drinks"},
    {
        "source": "anli/r1",
        "premise": "In 1998.",
        "hypothesis": "In 1999.",
        "label": "contradiction",
        "tags": "['Numerical']",
    },
    {
        "source": "anli/r1",
        "premise": "In May.",
        "hypothesis": "In June.",
        "label": "contradiction",
        "tags": "['Basic']",
    },
]


def test_three_parts_are_kept_and_dealt_in_turn(tmp_path: Path) -> None:
    path = tmp_path / "pairs.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in ROWS))
    cases = contradictions.gold(path, None)
    assert [(c.part, c.hypothesis) for c in cases] == [
        ("negation", "He did not come."),
        ("cardinals", "3 men"),
        ("reasoning", "In 1999."),
        ("negation", "He never left."),
    ]
    assert contradictions.baseline(cases) == [True, True, True, True]
    assert [c.id for c in contradictions.gold(path, 2)] == [c.id for c in cases[:2]]


def test_figures() -> None:
    cases = [
        Case("1", "negation", "", "", True),
        Case("2", "negation", "", "", False),
        Case("3", "cardinals", "", "", True),
    ]
    found = {s.name: (s.precision, s.recall) for s in contradictions.score(cases, [True, True, False]).scores}
    assert found == {"contradictions": (0.5, 0.5), "negation": (0.5, 1.0), "cardinals": (0.0, 0.0)}
