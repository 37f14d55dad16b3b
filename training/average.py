"""Weighted mean of checkpoints: python -m training.average OUT WEIGHT CHECKPOINT [WEIGHT CHECKPOINT ...]

Runs that began with the same weights lie in one basin, and their mean is better than each (Wortsman et al. 2022,
"model soups"). A parameter that only some checkpoints have is averaged over those; parameters whose
names begin with one of those after --last are those of the last checkpoint.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from training.pytorch import Tensor, torch


def mean(parts: list[tuple[float, dict[str, Tensor]]], last: tuple[str, ...] = ()) -> dict[str, Tensor]:
    """The weighted mean of each floating-point parameter; others, and those that begin with one of *last*, are those of
    the last checkpoint."""
    out = dict(parts[-1][1])
    for name, value in out.items():
        if value.is_floating_point() and not name.startswith(last):
            have = [(w, net[name]) for w, net in parts if name in net]
            out[name] = sum(w * v for w, v in have) / sum(w for w, _ in have)
    return out


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("out", type=Path)
    p.add_argument("parts", nargs="+", help="WEIGHT CHECKPOINT, in turn")
    p.add_argument("--last", nargs="*", default=())
    a = p.parse_args()
    pairs = zip(a.parts[::2], a.parts[1::2], strict=True)
    parts = [(float(weight), torch.load(path)["net"]) for weight, path in pairs]
    a.out.mkdir(parents=True, exist_ok=True)
    torch.save({"net": mean(parts, tuple(a.last))}, a.out / "checkpoint.pt")


if __name__ == "__main__":
    main()
