import pytest

from rashomon.types import Agreement, Value
from rashomon.values import polarity


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("CT-", "CT+", Agreement.DENIES),
        ("PR-", "CT+", Agreement.DENIES),
        ("PS-", "CT+", Agreement.ARGUABLE),
        ("CT+", "PR+", Agreement.AGREES),
        ("PS+", "CT+", Agreement.COMPATIBLE),
        ("Uu", "CT-", Agreement.COMPATIBLE),
    ],
)
def test_commitments(a: str, b: str, expected: Agreement) -> None:
    x, y = polarity.parse(a), polarity.parse(b)
    assert isinstance(x, Value) and isinstance(y, Value)
    assert polarity.compare(x, y) is polarity.compare(y, x) is expected


def test_an_unknown_label_is_no_value() -> None:
    assert polarity.parse("maybe") is None
