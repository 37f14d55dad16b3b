"""What one mention answers, before it is known whose word it is."""

from __future__ import annotations

from typing import NamedTuple

from rashomon.types import Span, Value


class Told(NamedTuple):
    """An answer without its holders: of which relation, about which name, its words, and the name that they are, or the
    number or place."""

    relation: str
    about: str
    span: Span
    form: str
    by: str | None = None  # who says so, inside the holders of the mention
    sign: float | None = None  # where it is not the mention's
    value: Value | None = None  # where it is no name
