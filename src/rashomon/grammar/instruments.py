"""What a deed was done with: "bombed with drones", "cut the rope using a saw"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rashomon.common_nouns import ARMS
from rashomon.grammar import clauses, coordination, phrases

if TYPE_CHECKING:
    from rashomon.tokens import Token

# Nouns for weapons, vehicles and tools; other things after "with" are manner or company ("with pride", "with ease").
TOOLS = ARMS | frozenset(
    "gun rifle pistol revolver firearm machinegun knife blade machete axe sword club stick stone rock brick "
    "bottle bullet artillery mortar howitzer cannon tank drone aircraft plane helicopter jet warplane gunship "
    "submarine torpedo truck lorry car van vehicle bulldozer excavator boat hammer saw drill crowbar rope "
    "wire chain cable whip baton truncheon acid petrol dynamite firework flare laser camera telescope "
    "satellite radar sonar net ladder hose fist hand foot".split()
)
USING = frozenset({"use", "employ"})


def instruments(verb: Token) -> Iterator[Token]:
    """The tools of a verb: after "with", or what it was done by using."""
    for noun in phrases.children(verb, "obl"):
        if clauses.case(noun) == "with" and noun.lemma_.lower() in TOOLS:
            yield from coordination.coordinated(noun)
    for clause in phrases.children(verb, "advcl"):
        if clause.lemma_.lower() in USING and clause.lower_.endswith("ing") and clause.i > verb.i:
            for noun in phrases.children(clause, "obj"):
                yield from coordination.coordinated(noun)
