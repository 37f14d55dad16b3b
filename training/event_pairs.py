"""Fit the weights of `rashomon.linking.compare` on ECB+ train and score the linker on its dev topics.

    python -m training.event_pairs CORPORA VECTORS

CORPORA holds crossdoc/ecbplus.jsonl and syntax/*.conllu (for lemmas); VECTORS is an .npz with `keys`
("document#sentence") and `v`, the sentence vectors of the base encoder as signed bytes. Needs scikit-learn and scipy.
Gold mentions in curated sentences; participants are the nearest gold entities before and after the trigger, because
ECB+ has no roles. ECB+ has no resolved times or counts either: the weights of these features are set by hand.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path

import numpy as np

from rashomon.clusters import clusters
from rashomon.linking.compare import WEIGHTS, Told
from rashomon.linking.events import Linker
from rashomon.linking.sketch import count
from rashomon.linking.stories import assign
from rashomon.linking.told import folded
from rashomon.values import name as forms
from rashomon.values import place
from training.coref import line

REACH = 10  # tokens from the trigger to a participant
LEARNT = frozenset(
    "same_word same_action participants same_names other_people around wording one_sentence one_account".split()
)


def lemmas(corpora: Path) -> dict[str, str]:
    """Form -> lemma of the verbs and nouns of the treebanks."""
    out: dict[str, str] = {}
    for path in sorted((corpora / "syntax").glob("*-train.conllu")):
        for row in path.read_text("utf-8").splitlines():
            cells = row.split("\t")
            if len(cells) > 4 and cells[3] in ("VERB", "NOUN"):
                out.setdefault(cells[1].lower(), cells[2].lower())
    return out


def told(doc: dict, lemma: Callable[[str], str], rows: dict[str, int]) -> Iterator[tuple[Told, str, str]]:
    """(mention, gold chain, topic) of a document."""
    words = [t["t"] for t in doc["tokens"]]
    entities = [m for m in doc["mentions"] if m["kind"] == "entity"]
    for m in doc["mentions"]:
        if m["kind"] != "event" or not m["selected"]:
            continue
        near = sorted((e for e in entities if e["sent"] == m["sent"]), key=lambda e: abs(e["tok"][0] - m["tok"][0]))
        sides: dict[str, list[tuple[str, bool]]] = {"agent": [], "patient": []}
        places = []
        for e in near:
            if abs(e["tok"][0] - m["tok"][0]) > REACH:
                continue
            if "HUMAN" in e["tag"]:
                side = "agent" if e["tok"][0] < m["tok"][0] else "patient"
                if not sides[side]:
                    sides[side] = list(folded(e["text"]))
            elif "LOC" in e["tag"] and (where := place.parse(e["text"])):
                places.append(where)
        both = sides["agent"] + sides["patient"]
        named = {forms.identity(e["text"]).lstrip("=") for e in near if words[e["tok"][0]][:1].isupper()}
        yield (
            Told(
                id=f"{doc['doc']}:{m['tok'][0]}",
                document=doc["doc"],
                sentence=m["sent"],
                row=rows[f"{doc['doc']}#{m['sent']}"],
                predicate=lemma(next((words[k] for k in m["tok"] if words[k].isalpha()), words[m["tok"][0]]).lower()),
                factuality=0.0,
                agents=frozenset(w for w, _ in sides["agent"]),
                patients=frozenset(w for w, _ in sides["patient"]),
                names=frozenset(w for w, is_name in both if is_name),
                nearby=frozenset(named),
                dates=(),
                places=tuple(places[:1]),
                numbers={},
            ),
            m["chain"],
            str(doc["topic"]),
        )


def fit(mentions: list[tuple[Told, str, str]], vectors: np.ndarray) -> None:
    """Print the intercept and the learnt weights."""
    from sklearn.linear_model import LogisticRegression

    topics = defaultdict(list)
    for m in mentions:
        topics[m[2]].append(m)
    x, y = [], []
    for group in topics.values():
        for (a, chain, _), (b, other, _) in combinations(group, 2):
            cosine = float(vectors[a.row] @ vectors[b.row])
            x.append([f(a, b, cosine)[0] for f, _ in WEIGHTS if f.__name__ in LEARNT])
            y.append(chain == other)
    model = LogisticRegression(C=1.0, max_iter=500).fit(np.array(x), np.array(y))
    print(f"{len(y)} pairs, {sum(y)} coreferent; bias {model.intercept_[0]:.2f}")
    for name, w in zip((f.__name__ for f, _ in WEIGHTS if f.__name__ in LEARNT), model.coef_[0], strict=True):
        print(f"    {name:14s} {w:.2f}")


def evaluate(docs: list[dict], mentions: list[tuple[Told, str, str]], vectors: np.ndarray) -> None:
    """Print CoNLL and LEA of the linker inside predicted stories and inside gold subtopics."""
    texts = [count(" ".join(t["t"] for t in d["tokens"] if not ("plus" in d["doc"] and t["s"] == 0))) for d in docs]
    predicted = dict(zip((d["doc"] for d in docs), assign(texts), strict=True))
    key = {m.id: chain for m, chain, _ in mentions}
    for name, story in (("predicted stories", predicted), ("gold subtopics", {d["doc"]: d["subtopic"] for d in docs})):
        groups = defaultdict(list)
        for m, _, _ in mentions:
            groups[story[m.document]].append(m)
        links = [ln for g in groups.values() for ln in Linker(g, vectors).links()]
        answer = {m: k for k, group in enumerate(clusters(key, links)) for m in group}
        print(f"{name}: {line(key, answer)}")


def main() -> None:
    """Fit on train, score on dev."""
    corpora, stored = Path(sys.argv[1]), np.load(sys.argv[2])
    rows = {k: i for i, k in enumerate(stored["keys"].tolist())}
    vectors = stored["v"].astype(np.float32)
    vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1)
    known = lemmas(corpora)
    with (corpora / "crossdoc/ecbplus.jsonl").open(encoding="utf-8") as f:
        docs = [json.loads(row) for row in f]
    split = {s: [d for d in docs if d["split"] == s] for s in ("train", "dev")}
    said = {s: [m for d in ds for m in told(d, lambda w: known.get(w, w), rows)] for s, ds in split.items()}
    fit(said["train"], vectors)
    evaluate(split["dev"], said["dev"], vectors)


if __name__ == "__main__":
    main()
