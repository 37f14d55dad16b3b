"""The weights: found beside this file, checked against their manifest, loaded once, never downloaded."""

from __future__ import annotations

import hashlib
import json
import math
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rashomon.errors import ModelError

FOLDER = Path(__file__).parent / "model"


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """An ONNX Runtime session on one thread, the tokenizer, label lists, and the heads applied outside the graph."""

    session: Any
    tokenizer: Any
    labels: dict[str, list[str]]
    heads: dict[str, NDArray[np.float32]]
    coreference: dict[str, NDArray[np.float32]]  # of `rashomon.language.antecedents`
    vocabulary: dict[str, frozenset[str]]  # tag -> the lemmas of that table
    ranks: dict[str, int]  # whole words among the tokenizer's pieces, commonest first
    lemmas: dict[str, dict[str, str]]  # tag -> lower-case form -> lemma: forms that the treebanks hold

    def run(self, ids: list[int], marks: list[int], first: list[int]) -> dict[str, NDArray[Any]]:
        """One window, unpadded: outputs as `training.export.Whole` names them. A window never meets another's
        activations, so a document's reading does not depend on its neighbours in a batch."""
        feed = {k: np.array([v], dtype=np.int64) for k, v in (("ids", ids), ("marks", marks), ("first", first))}
        return dict(zip((o.name for o in self.session.get_outputs()), self.session.run(None, feed), strict=True))

    def relations(self, child: NDArray[np.float32], parent: NDArray[np.float32]) -> NDArray[np.intp]:
        """Labels of arcs: child vectors and those of their chosen heads, (words, 64) each -> label indices (words)."""
        size = child.shape[1]
        pair = np.einsum("wlr,wr->wl", (child @ self.heads["bilinear"]).reshape(len(child), -1, size), parent)
        scores = pair + np.concatenate([child, parent], 1) @ self.heads["linear"].T + self.heads["bias"]
        return np.asarray(scores.argmax(1))

    def vector(self, words: NDArray[np.float32]) -> NDArray[np.float32]:
        """Unit vector (384) of a sentence from the vectors of its words (words, 384)."""
        mean = np.add.reduce(words, 0) / np.float32(len(words))
        return _unit(self.heads["vector"] @ mean + self.heads["vector_bias"])

    def context(self, word: NDArray[Any]) -> NDArray[np.float32]:
        """Unit vector (64) of a trigger from that of its word in its sentence (384): alike for two of one event."""
        return _unit(self.heads["event"] @ _unit(word.astype(np.float32)) + self.heads["event_bias"])


def _unit(vector: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.asarray(vector / max(math.sqrt(vector.dot(vector)), 1e-9), dtype=np.float32)


@cache
def load(folder: Path = FOLDER) -> Model:
    """Load the model folder. Raises ModelError when a file is missing or is not the one the manifest names."""
    import onnxruntime as ort
    from tokenizers import Tokenizer

    try:
        manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        version, digests = manifest["version"], dict(manifest["sha256"])
    except FileNotFoundError:
        raise ModelError(f"{folder}: no model here; reinstall rashomon, or run training/export.py") from None
    except (ValueError, TypeError, KeyError):
        raise ModelError(f"{folder / 'manifest.json'}: not a model's manifest; reinstall rashomon") from None
    for name, digest in digests.items():
        path = folder / name
        if not path.exists() or hashlib.sha256(path.read_bytes()).hexdigest() != digest:
            raise ModelError(f"{path}: missing or not the file of model {version}; reinstall rashomon")
    options = ort.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1  # one core a process: jobs use more
    options.log_severity_level = 3
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    lemmas = json.loads((folder / "lemmas.json").read_text(encoding="utf-8"))
    return Model(
        session=ort.InferenceSession(str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"]),
        tokenizer=tokenizer,
        lemmas=lemmas,
        ranks={w: i for w, i in tokenizer.get_vocab().items() if w.isalpha() and len(w) > 2},
        vocabulary={tag: frozenset(forms.values()) for tag, forms in lemmas.items()},
        labels=json.loads((folder / "labels.json").read_text(encoding="utf-8")),
        heads=_arrays(folder / "heads.npz"),
        coreference=_arrays(folder / "coreference.npz"),
    )


def _arrays(path: Path) -> dict[str, NDArray[np.float32]]:
    """What a file holds, nothing where it has not been trained yet."""
    held = np.load(path) if path.exists() else {}
    return {name: held[name].astype(np.float32) for name in sorted(held)}
