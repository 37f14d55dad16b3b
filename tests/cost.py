"""What reading costs as a hostile text grows."""

import time
from collections.abc import Callable

TRIES = 3


def is_linear(read: Callable[[str], object], unit: str, size: int = 50_000, least: float = 0.05) -> bool:
    """True if a text of *unit* over and over takes at most twice its share of the time of one a quarter as long, which
    is *size* characters. Times below *least* seconds are noise."""

    def seconds(length: int) -> float:
        text = unit * (length // len(unit))
        start = time.process_time()
        read(text)
        return time.process_time() - start

    # A busy machine adds to one measure or another; time with the square of the length fails every time.
    return any(seconds(4 * size) < 8 * max(seconds(size), least) for _ in range(TRIES))
