"""Make src/rashomon/linking/frequencies.tsv: in how many general news and web texts a stem occurs.

    python -m training.frequencies CORPORA

Counts single words only, over the training splits of PolNeAR, ECB+ and EWT; stems in fewer than MIN texts are
left out. The first line, with an empty stem, is the number of texts.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from rashomon.linking.sketch import count
from training import command

MIN = 8
OUT = Path(__file__).resolve().parent.parent / "src/rashomon/linking/frequencies.tsv"


def texts(corpora: Path) -> Iterator[str]:
    """The text of every background document."""
    for name in ("attribution/polnear-train.jsonl", "crossdoc/ecbplus.jsonl"):
        with (corpora / name).open(encoding="utf-8") as f:
            for d in map(json.loads, f):
                if d.get("split", "train") == "train":
                    yield d["text"]
    for part in (corpora / "syntax/ewt-train.conllu").read_text("utf-8").split("# newdoc")[1:]:
        yield " ".join(line.split("\t")[1] for line in part.splitlines() if line[:1].isdigit())


def main() -> None:
    """Count and write, most frequent first."""
    df: Counter[str] = Counter()
    n = 0
    for text in texts(command.path(__doc__, "CORPORA")):
        body, _, names = count(text)
        df.update(set(body) | set(names))
        n += 1
    rows = sorted(((k, c) for k, c in df.items() if c >= MIN and k), key=lambda kc: (-kc[1], kc[0]))
    OUT.write_text("".join(f"{k}\t{c}\n" for k, c in [("", n), *rows]), encoding="utf-8")
    print(f"{n} texts, {len(rows)} stems, {OUT.stat().st_size} bytes")


if __name__ == "__main__":
    main()
