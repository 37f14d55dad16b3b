"""PLOVER codes of political events: type, mode, quad class, auxiliary modes, and who the actors are."""

from rashomon.plover.code import Coder
from rashomon.plover.ontology import Party, Plover

__all__ = ["Coder", "Party", "Plover"]
