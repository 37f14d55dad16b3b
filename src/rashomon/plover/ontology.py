"""The names of PLOVER: types with their quad class, auxiliary modes, and what coding a mention gives.

Open Event Data Alliance, PLOVER Manual, draft 2.0 (CC BY-SA 4.0). The quad of SANCTION is 4, as in its section and
summary; the manual's quad table prints 3.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

OTHER = "OTHER"
QUADS: Mapping[str, int] = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "CONCEDE"), 1),
    **dict.fromkeys(("COOPERATE", "AID", "RETREAT"), 2),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), 3),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), 4),
}
"""1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict."""
YIELD = "YIELD"  # CONCEDE and RETREAT, which the training data do not tell apart
PROSPECTIVE = frozenset({"AGREE", "CONCEDE", "REQUEST", "THREATEN"})
"""Types that speak of what is to come: their future is in the type."""
AUXILIARY = ("historical", "future", "hypothetical", "negation")


@dataclass(frozen=True, slots=True)
class Party:
    """Who acts or is acted on: PLOVER's country (ISO 3166 alpha-3, or IGO, UNO, EUR, NGO, IMG, MNC) and sectors, the
    most telling first; "" and () where the words do not say."""

    country: str = ""
    sectors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plover:
    """A coded mention. OTHER has no quad (0) and stands for the mention's own predicate. `confidence` mixes
    the classifier's probability of the type with what the trigger's own phrase tells."""

    type: str
    mode: str = ""
    quad: int = 0
    auxiliary: tuple[str, ...] = ()
    confidence: float = 0.0
    agents: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()

    @property
    def agent(self) -> Party:
        """The first of those who act and of whom the words say who they are."""
        return self.agents[0] if self.agents else Party()

    @property
    def recipient(self) -> Party:
        """The first of those who are acted on and of whom the words say who they are."""
        return self.recipients[0] if self.recipients else Party()
