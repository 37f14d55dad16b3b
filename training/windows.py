"""Corpora -> training windows: dicts of equal-length lists, one value a word; -100 stands for "no label here".

Words are those of the corpus (treebanks, names, factuality) or of `spacy.blank("en")` (running text), as at run
time. `par` is 1 at the first word of a paragraph. `sid` numbers the sentences of a window, from 0.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import spacy

WINDOW = 160  # words
SIZES = (224, 160, 192)  # windows of running text are cut anew each epoch, so that edges fall elsewhere
IGNORE = -100
UPOS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split()
ATTRIBUTION = ["O"] + [p + k for k in ("SOURCE", "CUE", "CONTENT") for p in ("B-", "I-")]
NAMES = ["O"] + [p + k for k in ("PER", "ORG", "LOC", "MISC") for p in ("B-", "I-")]
KEEP_SUBTYPE = ("nsubj", "aux", "obl", "acl", "nmod", "csubj")

NAME_MAPS = {
    "wikigold.conll": {"PER": "PER", "ORG": "ORG", "LOC": "LOC", "MISC": "MISC"},
    "conll2003-train.conll": {"person": "PER", "organisation": "ORG", "location": "LOC", "misc": "MISC"},
    "crossner-politics-train.conll": {
        "politician": "PER", "person": "PER", "organisation": "ORG", "politicalparty": "ORG", "location": "LOC",
        "country": "LOC", "event": "MISC", "election": "MISC", "misc": "MISC",
    },
}  # fmt: skip

Window = dict[str, list]
_NLP = spacy.blank("en")
_SENTENCE_END = re.compile(r"[.!?][\"”’')\]]*$")


def edit_script(form: str, lemma: str) -> str:
    """How to get the lemma from the form: "case|cut|add", cut counted in code points from the end.

    >>> edit_script("Studies", "study")
    'l|3|y'
    >>> edit_script("US", "US")
    'k|0|'
    """
    case = "k" if lemma != lemma.lower() or form == form.lower() else "l"
    base = form.lower() if case == "l" else form
    n = 0
    while n < min(len(base), len(lemma)) and base[n] == lemma[n]:
        n += 1
    return f"{case}|{len(base) - n}|{lemma[n:]}"


def _sentences(path: Path) -> Iterator[tuple[bool, bool, list[list[str]]]]:
    """(new document?, new paragraph?, rows of ten columns) for each sentence of a CoNLL-U file."""
    rows: list[list[str]] = []
    doc = par = False
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.startswith("# newdoc"):
            doc = True
        elif line.startswith("# newpar"):
            par = True
        elif line and line[0] != "#":
            row = line.split("\t")
            if row[0].isdigit():
                rows.append(row)
        elif not line and rows:
            yield doc, par or doc, rows
            rows, doc, par = [], False, False
    if rows:
        yield doc, par or doc, rows


def _label(deprel: str) -> str:
    return deprel if deprel.split(":")[0] in KEEP_SUBTYPE else deprel.split(":")[0]


def _entity_heads(sentences: list[list[list[str]]]) -> list[dict[int, str]]:
    """For each sentence of a GUM document: index of a mention's head word -> entity id."""
    out: list[dict[int, str]] = []
    for rows in sentences:
        heads: dict[int, str] = {}
        open_: list[tuple[str, int]] = []
        for i, row in enumerate(rows):
            m = re.search(r"(?:^|\|)Entity=([^|]*)", row[9])
            for bracket, ident, close in re.findall(r"(\()?(\d+)(?:-[^()]*)?(\))?", m[1]) if m else ():
                if bracket:
                    open_.append((ident, i))
                if close or not bracket:
                    k = next((k for k in range(len(open_) - 1, -1, -1) if open_[k][0] == ident), None)
                    if k is None:
                        continue
                    begin = open_.pop(k)[1]
                    inside = range(begin, i + 1)
                    head = next((j for j in inside if int(rows[j][6]) - 1 not in inside), begin)
                    heads.setdefault(head, ident)
        out.append(heads)
    return out


def syntax(path: Path, size: int = WINDOW) -> list[Window]:
    """Windows of whole sentences of one document, with tags, lemma scripts, tree, and (GUM) antecedents.

    `head` is an index into the window, the word itself for a root. `ante` is the index of the nearest earlier
    mention head of the same entity, the word itself for a first mention, -100 for words that head no mention.
    """
    documents: list[list[tuple[bool, list[list[str]]]]] = []
    for doc, par, rows in _sentences(path):
        if doc or not documents:
            documents.append([])
        documents[-1].append((par, rows))
    out: list[Window] = []
    for document in documents:
        marked = _entity_heads([rows for _, rows in document])
        has_entities = any(marked)
        window: Window = defaultdict(list)
        last: dict[str, int] = {}
        sid = 0
        for (par, rows), heads in zip(document, marked, strict=True):
            rows = rows[:WINDOW]
            if window["words"] and len(window["words"]) + len(rows) > size:
                out.append(dict(window))
                window, last, sid = defaultdict(list), {}, 0
            off = len(window["words"])
            for i, row in enumerate(rows):
                head = int(row[6])
                window["words"].append(row[1])
                window["upos"].append(row[3])
                window["xpos"].append(row[4])
                window["lemma"].append(edit_script(row[1], row[2]))
                window["head"].append(off + head - 1 if 0 < head <= len(rows) else off + i)
                window["dep"].append(_label(row[7]))
                window["sid"].append(sid)
                window["start"].append(int(i == 0))
                window["par"].append(int(par and i == 0))
                if has_entities:
                    ident = heads.get(i)
                    window["ante"].append(IGNORE if ident is None else last.get(ident, off + i))
                    if ident is not None:
                        last[ident] = off + i
            sid += 1
        if window["words"]:
            out.append(dict(window))
    return out


def names(path: Path) -> list[Window]:
    """Windows of consecutive sentences with BIO names of four kinds; cut at document marks where there are any."""
    mapping = NAME_MAPS[path.name.replace("-dev.", "-train.")]
    out: list[Window] = []
    window: Window = defaultdict(list)
    words: list[str] = []
    tags: list[str] = []
    for line in [*path.read_text(encoding="utf-8", errors="replace").split("\n"), ""]:
        cells = line.split("\t") if "\t" in line else line.split(" ")
        if len(cells) >= 2 and not line.startswith("-DOCSTART"):
            tag = cells[1] if path.name != "wikigold.conll" else cells[-1]
            kind = mapping.get(tag.split("-", 1)[-1])
            words.append(cells[0])
            tags.append("O" if tag == "O" or kind is None else f"{tag[0]}-{kind}")
            continue
        if words:
            tags = [
                "B" + t[1:] if t[0] == "I" and (i == 0 or tags[i - 1][2:] != t[2:]) else t for i, t in enumerate(tags)
            ]
            if window["words"] and len(window["words"]) + len(words) > WINDOW:
                out.append(dict(window))
                window = defaultdict(list)
            window["words"] += words[:WINDOW]
            window["name"] += tags[:WINDOW]
            words, tags = [], []
        if line.startswith("-DOCSTART") and window["words"]:
            out.append(dict(window))
            window = defaultdict(list)
    return [*out, dict(window)] if window["words"] else out


def running(text: str) -> tuple[list[str], list[tuple[int, int]], list[int]]:
    """Words, their [begin, end) offsets and paragraph-start flags of running text, spaces left out."""
    words, at, par, newline = [], [], [], True
    for token in _NLP.make_doc(text):
        if token.is_space:
            newline = newline or "\n" in token.text
            continue
        words.append(token.text)
        at.append((token.idx, token.idx + len(token.text)))
        par.append(int(newline))
        newline = False
    return words, at, par


def cuts(par: list[int], size: int = WINDOW) -> Iterator[tuple[int, int]]:
    """Stretches of at most *size* words, ended at a paragraph's end where one lies in their second half."""
    i = 0
    while i < len(par):
        j = min(i + size, len(par))
        if j < len(par):
            j = next((k for k in range(j, i + size // 2, -1) if par[k]), j)
        yield i, j
        i = j


def attribution(path: Path, size: int = WINDOW) -> list[Window]:
    """Windows of PolNeAR: BIO of source, cue and content, and the arcs that join them.

    `join` of the first word of a content run is the first word of its cue; of the first word of a cue, the first
    word of its source (itself when it has none).
    """
    out: list[Window] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        if not line:
            continue
        record = json.loads(line)
        words, at, par = running(record["text"])
        label = ["O"] * len(words)
        runs: list[tuple[dict[str, list[int]], dict]] = []
        for a in record["attributions"]:
            firsts: dict[str, list[int]] = {}
            for kind in ("source", "cue", "content"):
                for begin, end in a[kind]:
                    inside = [i for i, (b, e) in enumerate(at) if b < end and e > begin]
                    for n, i in enumerate(i for i in inside if label[i] == "O"):
                        label[i] = ("I-" if n else "B-") + kind.upper()
                    if inside:
                        firsts.setdefault(kind, []).append(inside[0])
            runs.append((firsts, a))
        join: list[int | None] = [None] * len(words)
        for firsts, _ in runs:
            for cue in firsts.get("cue", ()):
                join[cue] = firsts.get("source", [cue])[0]
            for content in firsts.get("content", ()):
                if firsts.get("cue"):
                    join[content] = firsts["cue"][0]
        for i, j in cuts(par, size):
            sid, n = [], 0
            for k in range(i, j):
                if k > i and (par[k] or _SENTENCE_END.search(words[k - 1])):
                    n += 1
                sid.append(n)
            target = [IGNORE if t is None else t - i if i <= t < j else k for k, t in enumerate(join[i:j])]
            out.append({"words": words[i:j], "par": par[i:j], "attr": _mend(label[i:j]), "join": target, "sid": sid})
    return out


def _mend(tags: list[str]) -> list[str]:
    """A run cut by the window's edge begins again."""
    return ["B" + t[1:] if t[0] == "I" and (i == 0 or tags[i - 1][2:] != t[2:]) else t for i, t in enumerate(tags)]


def factuality(path: Path, split: str = "train") -> list[Window]:
    """Sentences of news packed into windows: `event` 1 at annotated predicates, `fact` their value on [-3, 3]."""
    sentences: dict[tuple[str, ...], dict[int, float]] = {}
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line and (r := json.loads(line))["split"] == split:
            sentences.setdefault(tuple(r["tokens"]), {})[r["pred"] - 1] = r["factual"]  # counted from one
    out: list[Window] = []
    window: Window = defaultdict(list)
    for tokens, marks in sentences.items():
        if window["words"] and len(window["words"]) + len(tokens) > WINDOW:
            out.append(dict(window))
            window = defaultdict(list)
        for i, word in enumerate(tokens[:WINDOW]):
            window["words"].append(word)
            window["event"].append(int(i in marks))
            window["fact"].append(marks.get(i, float("nan")))
    return [*out, dict(window)] if window["words"] else out


def lemmas(paths: list[Path]) -> dict[str, dict[str, str]]:
    """{tag: {form in lower case: its most frequent lemma}} of the open classes, for forms that the treebanks hold."""
    count: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for path in paths:
        for _, _, rows in _sentences(path):
            for row in rows:
                if row[3] in ("VERB", "AUX", "NOUN", "ADJ", "ADV") and row[1].isalpha() and row[2] != "_":
                    count[row[3], row[1].lower()][row[2].lower()] += 1
    out: dict[str, dict[str, str]] = defaultdict(dict)
    for (tag, form), seen in sorted(count.items()):
        out[tag][form] = min(seen, key=lambda lemma: (-seen[lemma], lemma))
    return dict(out)


def inventory(windows: list[Window], key: str, least: int = 1) -> list[str]:
    """The labels of a key seen at least *least* times, most frequent first, ties by name."""
    count = Counter(v for w in windows for v in w[key])
    return [v for v, n in sorted(count.items(), key=lambda kv: (-kv[1], kv[0])) if n >= least]
