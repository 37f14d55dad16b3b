"""Drafts in words become offsets, and a draft that does not fit its text says where."""

from typing import Any

import pytest

from eval.standoff import standoff
from rashomon.errors import ReadError

TEXT = "Ban said he hoped for rain. “He said no,” Tov said, “and he said it twice.”"
BARE: dict[str, Any] = {
    "source": None,
    "cue": None,
    "speaker": None,
    "kind": "person",
    "form": "indirect",
    "stance": "say",
    "positive": True,
    "hedge": None,
    "addressee": None,
    "parent": None,
}


def line(*statements: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = standoff(
        {"corpus": "c", "doc": "d", "statements": [{**BARE, **s} for s in statements]}, TEXT
    )["statements"]
    return found


def words(place: list[int]) -> str:
    return TEXT[slice(*place)]


def test_strings_outside_the_content_and_nearest_to_the_cue() -> None:
    near = TEXT[TEXT.index("“") :]
    (s,) = line({"near": near, "content": ["He said no", "and he said it twice"], "source": "Tov", "cue": "said"})
    assert s["cue"] == [TEXT.index("Tov said") + 4, TEXT.index("Tov said") + 8]
    assert [words(c) for c in s["content"]] == ["He said no", "and he said it twice"]


def test_a_numbered_occurrence_and_whole_words() -> None:
    (s,) = line({"near": TEXT, "content": ["no"], "source": "he@2", "cue": "said@4", "speaker": "Tov"})
    assert s["source"] == [TEXT.index("and he") + 4, TEXT.index("and he") + 6]
    assert s["cue"] == [TEXT.rindex("said"), TEXT.rindex("said") + 4]
    assert s["speaker"] == [TEXT.index("Tov"), TEXT.index("Tov") + 3]


def test_text_order_and_parents_that_follow() -> None:
    later = {"near": TEXT, "content": ["He said no"], "cue": "said@3"}
    inner = {"near": "he hoped for rain", "content": ["rain"], "cue": "hoped for", "parent": 2}
    outer = {"near": "Ban said he hoped for rain", "content": ["he hoped for rain"], "cue": "said"}
    found = line(later, inner, outer)
    assert [words(s["cue"]) for s in found] == ["said", "hoped for", "said"]
    assert [s["parent"] for s in found] == [None, 0, None]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"cue": "shouted"}, "statement 0: 'shouted' is not there"),
        ({"cue": "said@9"}, "'said@9' is not there"),
        ({"near": "said"}, "near must stand in the text once, not 4 times"),
        ({"stance": "mumble"}, "stance is 'mumble'"),
        ({"parent": 0}, "parent is not the index of another"),
        ({"hegde": None}, "these fields and no others"),
    ],
)
def test_a_draft_that_does_not_fit(change: dict[str, Any], message: str) -> None:
    with pytest.raises(ReadError, match=message):
        line({"near": TEXT, "content": ["no"], **change})


EVENT: dict[str, Any] = {
    "near": "Tov said, “and he said it twice.”",
    "trigger": "said@2|twice",
    "who": ["he|Tov"],
    "whom": ["it"],
    "when": [],
    "where": [],
    "number": ["twice"],
    "status": "happened",
}


def test_events_with_alternatives() -> None:
    (e,) = standoff({"corpus": "c", "doc": "d", "events": [EVENT]}, TEXT)["events"]
    assert [words(p) for p in e["trigger"]] == ["said", "twice"]
    assert e["trigger"][0][0] == TEXT.rindex("said")
    assert [[words(p) for p in head] for head in e["who"]] == [["he", "Tov"]]
    assert (e["when"], e["status"]) == ([], "happened")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"trigger": "said"}, "event 0: 'said' is there 2 times; pick one"),
        ({"whom": ["her"]}, "event 0: 'her' is not there"),
        ({"status": "rumoured"}, "status is 'rumoured'"),
        ({"near": "said"}, "near must stand in the text once, not 4 times"),
        ({"wen": []}, "these fields and no others"),
    ],
)
def test_an_event_that_does_not_fit(change: dict[str, Any], message: str) -> None:
    with pytest.raises(ReadError, match=message):
        standoff({"corpus": "c", "doc": "d", "events": [{**EVENT, **change}]}, TEXT)
