"""Names across invented accounts: what is given, what is asked, and what the figures say."""

import json

import pytest

from eval import joining
from rashomon.readers import document
from rashomon.types import Name, Span

SAID = ("Ana Oro met the Rowers .", "Oro left .", "The Rowers saw Ana Brook .")
MENTIONS = (
    [([0, 1], "HUMAN_PART_PER", "oro"), ([3, 4], "HUMAN_PART_ORG", "rowers")],
    [([0], "HUMAN_PART_PER", "oro"), ([1], "ACTION_OCCURRENCE", "leave")],
    [([0, 1], "HUMAN_PART_ORG", "rowers"), ([3, 4], "HUMAN_PART_PER", "brook")],
)


@pytest.fixture
def cases(tmp_path):
    path = tmp_path / "ecb.jsonl"
    rows = []
    for n, (said, mentions) in enumerate(zip(SAID, MENTIONS, strict=True)):
        found = [{"tok": tok, "tag": tag, "chain": chain, "selected": True} for tok, tag, chain in mentions]
        row = {"doc": str(n), "subtopic": "s", "tokens": [{"t": t, "s": 0} for t in said.split()], "mentions": found}
        rows.append(row)
    path.write_text("".join(json.dumps(r) + "\n" for r in rows))
    return joining.gold(path, None)


def annotate(texts):
    forms = {"Ana Oro": "Ana Oro", "Oro": "Oro", "Rowers": "Rowers", "Ana Brook": "Ana Brook"}
    for text in texts:
        names, taken = [], set()
        for form, entity in forms.items():
            at = text.find(form)
            if at >= 0 and at not in taken and not any(at in range(n.span.begin, n.span.end) for n in names):
                names.append(Name(Span(at, at + len(form)), "organisation" if form == "Rowers" else "person", entity))
        yield document(text).with_layer(Name, names), lambda span: span


def test_only_names_are_asked_without_the_words_before_them(cases):
    [case] = cases
    asked = [[a.text[s.begin : s.end] for s, _ in a.names] for a in case.accounts]
    assert asked == [["Ana Oro", "Rowers"], ["Oro"], ["The Rowers", "Ana Brook"]]


def test_the_surname_is_joined_and_the_baseline_misses_it(cases):
    figures = {s.name: s.value for s in joining.score(cases, joining.predict(cases, annotate)).scores}
    assert figures["B3"] == figures["B3 shared"] == 1
    simple = {s.name: s.value for s in joining.score(cases, joining.baseline(cases, None)).scores}
    assert simple["B3 precision"] == 1
    assert simple["B3 recall"] == pytest.approx((0.5 + 1 + 0.5 + 1 + 1) / 5)


def test_a_name_that_was_not_found_is_alone_and_a_fault(cases):
    said = [("x", "", "x", "r", "b")]
    result = joining.score(cases, said)
    assert [(f.what, f.labels) for f in result.faults] == [("missed", "rowers")]
