"""Weighted mean of checkpoints: python -m training.average OUT WEIGHT CHECKPOINT [WEIGHT CHECKPOINT ...]

Runs that began with the same weights lie in one basin, and their mean is better than each (Wortsman et al. 2022,
"model soups"). A parameter that only some checkpoints have is averaged over those.
"""

from __future__ import annotations

import sys
from pathlib import Path

import torch
from torch import Tensor


def mean(parts: list[tuple[float, dict[str, Tensor]]]) -> dict[str, Tensor]:
    """The weighted mean of each floating-point parameter; others are those of the last checkpoint."""
    out = dict(parts[-1][1])
    for name, value in out.items():
        if value.is_floating_point():
            have = [(w, net[name]) for w, net in parts if name in net]
            out[name] = sum(w * v for w, v in have) / sum(w for w, _ in have)
    return out


def main() -> None:
    out, *rest = sys.argv[1:]
    pairs = zip(rest[::2], rest[1::2], strict=True)
    parts = [(float(weight), torch.load(path)["net"]) for weight, path in pairs]
    Path(out).mkdir(parents=True, exist_ok=True)
    torch.save({"net": mean(parts)}, Path(out) / "checkpoint.pt")


if __name__ == "__main__":
    main()
