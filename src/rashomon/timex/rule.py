"""What a rule of the grammar is."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from rashomon.timex.symbol import Symbol
from rashomon.timex.words import pattern


@dataclass(frozen=True, slots=True)
class Rule:
    """A named pattern and the function that reads its match, or refuses it with None.

    A match holds a word of at least one of the trigger classes (see `rashomon.timex.find`), else it is not tried.
    `read` may look at the text around the match (`match.string`), and nowhere else.
    """

    name: str
    triggers: tuple[str, ...]
    words: str
    read: Callable[[re.Match[str]], Symbol | None]

    @property
    def pattern(self) -> re.Pattern[str]:
        """Its words in the pattern language of `rashomon.timex.words`, compiled once it is asked for: to compile all
        takes longer than most commands."""
        return pattern(self.words)


def before(match: re.Match[str], reach: int) -> str:
    """The *reach* characters before a match, in lower case, white space as single blanks."""
    return re.sub(r"\s{1,4}", " ", match.string[max(0, match.start() - reach) : match.start()].lower())


def after(match: re.Match[str], reach: int) -> str:
    """The *reach* characters after a match, white space as single blanks."""
    return re.sub(r"\s{1,4}", " ", match.string[match.end() : match.end() + reach])


def rule(name: str, triggers: str, read: Callable[[re.Match[str]], Symbol | None], *parts: str) -> Rule:
    """A rule from the parts of its pattern, in the pattern language of `rashomon.timex.words`."""
    return Rule(name, tuple(triggers.split(",")), "".join(parts), read)
