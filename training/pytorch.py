"""torch, or one line on where to get it."""

from __future__ import annotations

try:
    import torch
    import torch.nn.functional as F
    from torch import Tensor, nn
except ModuleNotFoundError as e:
    raise SystemExit(f"{e.name} is not installed: pip install '.[train]'") from None

__all__ = ["F", "Tensor", "nn", "torch"]
