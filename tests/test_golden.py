"""The record of the bundled example, in short. `python tests/test_golden.py` writes it anew after a change."""

import json
import tempfile
from pathlib import Path

import pytest

import rashomon
from rashomon.types import Attribution, Record, Value

GOLDEN = Path(__file__).parent / "golden" / "example.json"


def short(value: Value) -> str:
    bounds = "" if value.low is None else f"[{value.low:g}, {value.high:g}]"
    return f"{value.kind} {value.form} {bounds}".replace("  ", " ").strip()


def summary(record: Record) -> dict[str, object]:
    """What a reader of the page would notice first, without hashes, so that a change reads well as a diff."""
    outlets = {d.id: d.provenance.outlet for d in record.documents}
    documents = {d.id: d for d in record.documents}
    return {
        "accounts": sorted(
            f"{d.provenance.outlet}: {d.date.value if d.date else ''} by {d.date.how if d.date else 'nothing'}"
            for d in record.documents
        ),
        "families": sorted(sorted(outlets[i] for i in family) for family in record.families if len(family) > 1),
        "stories": sorted(sorted(outlets[i] for i in story) for story in record.stories),
        "speakers": {
            outlets[d.id]: sorted({a.speaker for a in d.layer(Attribution) if a.speaker}) for d in record.documents
        },
        "contested": sorted(
            (
                {
                    "event": documents[event.title[0]].quote(event.title[1]),
                    "slot": f"{slot.name} {slot.scope}".strip(),
                    "positions": [
                        {"value": short(p.value), "holders": sorted({" > ".join(c.holders) for c in p.claims})}
                        for p in slot.positions
                    ],
                    "relations": sorted(
                        f"{short(slot.positions[r.left].value)} {r.agreement} {short(slot.positions[r.right].value)}"
                        for r in slot.relations
                    ),
                }
                for event in record.events
                for slot in event.slots
                if slot.contested
            ),
            key=lambda found: json.dumps(found),
        ),
    }


@pytest.fixture(scope="module")
def found(built):
    return json.loads(json.dumps(summary(rashomon.build(built))))


@pytest.mark.parametrize("part", ["accounts", "families", "stories", "speakers", "contested"])
def test_the_example_gives_its_golden_record(found, part):
    assert found[part] == json.loads(GOLDEN.read_text("utf-8"))[part]


def write() -> None:
    with tempfile.TemporaryDirectory() as folder:
        record = rashomon.build(Path(folder) / "case", [Path(rashomon.__file__).parent / "example"])
    GOLDEN.parent.mkdir(exist_ok=True)
    GOLDEN.write_text(json.dumps(summary(record), ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    write()
