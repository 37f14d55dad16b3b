"""Checkpoint -> the model folder of the package: python -m training.export BASE RUN OUT

Writes model.onnx (encoder int8 per channel, heads fp32), heads.npz (labels of tree arcs, sentence vector),
labels.json, lemmas.json, tokenizer.json and manifest.json with their digests.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import logging
import shutil
import tempfile
from pathlib import Path

import numpy as np

from training.model import Network
from training.pytorch import F, Tensor, nn, torch
from training.windows import lemmas

OUTPUTS = [
    "upos",
    "xpos",
    "lemma",
    "start",
    "name",
    "attr",
    "event",
    "fact",
    "tree",
    "join",
    "ante",
    "child",
    "parent",
    "words",
]


class Whole(nn.Module):
    """One window: pieces (1, P), first-piece indices (1, W) -> the outputs named in OUTPUTS, batch axis dropped.

    upos, xpos, lemma are label indices (W); start, event probabilities (W); name, attr log-probabilities (W, labels);
    fact (W); tree, join, ante scores (W, W); child, parent (W, 64) for relation labels; words (W, 384).
    """

    def __init__(self, net: Network):
        super().__init__()
        self.net = net

    def forward(self, ids: Tensor, marks: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        n = self.net
        x = n.words(ids, marks, torch.ones_like(ids), first)
        best = [n.tags[k](x)[0].argmax(-1) for k in ("upos", "xpos", "lemma")]
        start, event = (n.tags[k](x)[0].softmax(-1)[:, 1] for k in ("start", "event"))
        name, attr = (n.tags[k](x)[0].log_softmax(-1) for k in ("name", "attr"))
        arcs = [head(x)[0] for head in (n.tree, n.join, n.ante)]
        relation = [F.gelu(layer(x))[0] for layer in (n.dep.child, n.dep.parent)]
        return (*best, start, name, attr, event, n.fact(x)[0, :, 0], *arcs, *relation, x[0])


def graph(net: Network, path: Path) -> None:
    """Write the network as an ONNX graph, with the encoder's weights in eight bits."""
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic

    example = (
        torch.randint(1000, 2000, (1, 40)),
        torch.ones(1, 40, dtype=torch.long),
        torch.arange(1, 31).unsqueeze(0),
    )
    with tempfile.TemporaryDirectory() as tmp:
        plain = Path(tmp) / "plain.onnx"
        torch.onnx.export(
            Whole(net), example, plain, input_names=["ids", "marks", "first"], output_names=OUTPUTS, opset_version=17,
            dynamo=False, dynamic_axes={"ids": {1: "P"}, "marks": {1: "P"}, "first": {1: "W"}},
        )  # fmt: skip
        heads = [
            node.name
            for node in onnx.load(plain).graph.node
            if not node.name.startswith(("/encoder/encoder/", "/encoder/embeddings/word"))
        ]
        quantize_dynamic(
            plain, path, weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=["MatMul", "Gather"],
            nodes_to_exclude=heads,
        )  # fmt: skip
    made = onnx.load(path)
    for node in made.graph.node:
        node.doc_string = ""  # the exporter leaves source paths there
    onnx.save(made, path)


def heads(net: Network, path: Path) -> None:
    """Write what is computed outside the graph, in half precision."""
    arrays = {
        "bilinear": net.dep.bilinear,
        "linear": net.dep.linear.weight,
        "bias": net.dep.linear.bias,
        "vector": net.vector.weight,
        "vector_bias": net.vector.bias,
        "links": net.links,
    }
    np.savez(path, **{k: v.detach().numpy().astype(np.float16) for k, v in arrays.items()})


def arguments() -> argparse.Namespace:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("base", type=Path)
    p.add_argument("run", type=Path)
    p.add_argument("out", type=Path)
    p.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    p.add_argument("--version", default="1")
    return p.parse_args()


def main() -> None:
    a = arguments()
    logging.disable(logging.WARNING)
    labels = json.loads((a.run / "labels.json").read_text())
    net = Network(str(a.base), {k: len(v) for k, v in labels.items()})
    net.load_state_dict(torch.load(a.run / "checkpoint.pt")["net"])
    net.eval()
    a.out.mkdir(parents=True, exist_ok=True)
    graph(net, a.out / "model.onnx")
    heads(net, a.out / "heads.npz")
    (a.out / "labels.json").write_text(json.dumps(labels, ensure_ascii=False, separators=(",", ":")) + "\n")
    trees = [a.corpora / f"syntax/{name}-train.conllu" for name in ("ewt", "gum")]
    (a.out / "lemmas.json").write_text(json.dumps(lemmas(trees), separators=(",", ":")) + "\n")
    shutil.copy(a.base / "tokenizer.json", a.out / "tokenizer.json")
    names = ["heads.npz", "labels.json", "lemmas.json", "model.onnx", "tokenizer.json"]
    digests = {n: hashlib.sha256((a.out / n).read_bytes()).hexdigest() for n in names}
    manifest = {"version": a.version, "base": "sentence-transformers/all-MiniLM-L6-v2", "sha256": digests}
    (a.out / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n")


if __name__ == "__main__":
    main()
