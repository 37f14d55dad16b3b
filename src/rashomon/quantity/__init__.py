"""Quantities in English text: number, unit and approximator as the interval of values that the words allow."""

from rashomon.quantity.find import Amount, find

__all__ = ["Amount", "find"]
