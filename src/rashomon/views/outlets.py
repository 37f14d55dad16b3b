"""What an account is called beside all others, and which share its text: known from the names of all accounts and their
families, without any being read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeAlias

from rashomon.views.words import printable

Row: TypeAlias = "dict[str, str | int]"


@dataclass(frozen=True)
class Outlets:
    """The accounts of a record in its order: *own* is document id to outlet, *copied* are the families of several."""

    own: Mapping[str, str]
    copied: Sequence[tuple[str, ...]] = field(default=())

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Document id to a name that tells the account from all others: the outlet, numbered where it has several."""
        total, seen, out = Counter(self.own.values()), Counter[str](), {}
        for document, name in self.own.items():
            seen[name] += 1
            out[document] = name if total[name] == 1 else f"{name} ({seen[name]})"
        return out

    @cached_property
    def families(self) -> tuple[tuple[str, ...], ...]:
        """Families of accounts; an account that copies nobody is a family of its own."""
        grouped = {i for family in self.copied for i in family}
        return tuple(f for f in self.copied if f) + tuple((i,) for i in self.own if i not in grouped)

    @cached_property
    def family(self) -> Mapping[str, tuple[str, ...]]:
        """Document id to the family it belongs to."""
        return {i: family for family in self.families for i in family}

    def named(self, row: Row) -> Row:
        """A row with the names of the accounts that it stands on. What a view makes of a story depends on the accounts
        of this story alone, and has their ids there, or nothing."""
        document = str(row.get("document"))
        if "outlet" in row:
            row["outlet"] = printable(self.names[document])
        if "outlets" in row:
            row["outlets"] = printable(", ".join(self.names[i] for i in str(row["outlets"]).split()))
        if "holders" in row:
            row["holders"] = " › ".join((printable(self.names[document]), *filter(None, (str(row["holders"]),))))
        if "copies" in row:
            row["copies"] = printable(", ".join(self.names[i] for i in self.family[document] if i != document))
        return row
