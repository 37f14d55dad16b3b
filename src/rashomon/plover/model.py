"""The classifier: one weighted sum a type over the features, in `weights.npz`, and a probability from them.

Features are known by the CRC-32 of "group name", so the file holds no words. Each group is weighed by how rare its
features are in training, brought to unit length, and given the group's share: `SHARES`. `training/plover.py` makes
the file; README.md beside it says of what.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from rashomon.plover.features import Features

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

WEIGHTS = Path(__file__).with_name("weights.npz")
SHARES: Mapping[str, float] = {
    "words": 1.0,
    "places": 1.0,
    "phrases": 1.0,
    "order": 0.1,
    "mentions": 1.0,
}
"""The weight of each group in the inner product of two sentences; that of the sentence vector is 1."""


def key(group: str, name: str) -> int:
    """What a feature is known by."""
    return zlib.crc32(f"{group} {name}".encode())


@dataclass(frozen=True, slots=True)
class Classifier:
    """keys: (n,) sorted uint32. rarity: (n,). weights: (n, types). mean: (384,), of sentence vectors, and spread: their
    root mean square length around it. vector: (384, types). bias: (types,). heat: what sums are multiplied by before
    they become probabilities."""

    types: tuple[str, ...]
    keys: NDArray[np.uint32]
    rarity: NDArray[np.float32]
    weights: NDArray[np.float32]
    mean: NDArray[np.float32]
    spread: float
    vector: NDArray[np.float32]
    bias: NDArray[np.float32]
    heat: float

    def sums(self, found: Features, vector: bytes) -> NDArray[np.float32]:
        """(types,): how much speaks for each type. *vector* is Sentence.vector."""
        total = self.bias.copy()
        for group, share in SHARES.items():
            places, values = self._known(group, found[group])
            length = float((values**2).sum()) ** 0.5
            if length:
                total = total + (share**0.5 / length) * (values @ self.weights[places])
        return total + self.place(vector) @ self.vector

    def probabilities(self, found: Features, vector: bytes) -> dict[str, float]:
        """{type: probability}, in the order of `types`."""
        import numpy as np

        heated = self.sums(found, vector) * self.heat
        raised = np.exp(heated - heated.max())
        return dict(zip(self.types, (raised / raised.sum()).tolist(), strict=True))

    def place(self, vector: bytes) -> NDArray[np.float32]:
        """The sentence vector on the classifier's scale; zeros for a sentence without one."""
        import numpy as np

        if not vector:
            return np.zeros_like(self.mean)
        raw = np.frombuffer(vector, dtype=np.int8).astype(np.float32)
        placed: NDArray[np.float32] = (
            raw / np.float32(max(float((raw**2).sum()) ** 0.5, 1e-9)) - self.mean
        ) / self.spread
        return placed

    def _known(self, group: str, named: Mapping[str, float]) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        import numpy as np

        keys = np.array([key(group, name) for name in named], dtype=np.uint32)
        values = np.array(list(named.values()), dtype=np.float32)
        places = np.searchsorted(self.keys, keys).clip(max=max(len(self.keys) - 1, 0))
        known = self.keys[places] == keys
        places = places[known]
        return places, values[known] * self.rarity[places]


@cache
def load(path: Path = WEIGHTS) -> Classifier:
    """The classifier in a file; weights are kept in half precision and used in single."""
    import numpy as np

    with np.load(path, allow_pickle=False) as kept:
        return Classifier(
            types=tuple(str(t) for t in kept["types"]),
            keys=kept["keys"],
            rarity=kept["rarity"].astype(np.float32),
            weights=kept["weights"].astype(np.float32),
            mean=kept["mean"].astype(np.float32),
            spread=float(kept["spread"]),
            vector=kept["vector"].astype(np.float32),
            bias=kept["bias"].astype(np.float32),
            heat=float(kept["heat"]),
        )
