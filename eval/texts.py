"""The texts that standoff labels point into: corpora whose records are put in words by one rule only.

NewsWCL50 is stored as tokens of spaCy, with the two characters backslash and n for a line's end. `text_of` joins them
as they were most likely written, and ECB+ as `eval.ecb` does. Labels are offsets of its result: a change here moves
them, and their digests tell.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from eval import ecb
from eval.corpora import json_lines
from rashomon.errors import ReadError

CORPORA = Path(__file__).resolve().parents[2] / "shared" / "corpora"
FILES = {  # name: (path below the corpora, key of the document's id)
    "newsclusters": ("crossdoc/newsclusters.jsonl", "id"),
    "newswcl50": ("crossdoc/newswcl50.jsonl", "doc"),
    "ecbplus": ("crossdoc/ecbplus.jsonl", "doc"),
    "aquaint": ("time/aquaint.jsonl", "id"),
    "timebank": ("time/timebank.jsonl", "id"),
    "gum": ("time/gum.jsonl", "id"),
    "polnear": ("attribution/polnear-dev.jsonl", "id"),
    "polnear-train": ("attribution/polnear-train.jsonl", "id"),
}

CLOSERS = re.compile(r"[,.;:!?%)\]”’…]+|[A-Za-z]*\[?[A-Za-z]*\]|n['’]t|['’][A-Za-z]+|na")
OPENERS = re.compile(r"[(\[“‘$#£€]")
LINE = "\\n"


def texts(names: Iterable[str], corpora: Path = CORPORA) -> dict[tuple[str, str], str]:
    """(corpus, id of the document) -> text, for every document of the corpora named.

    Raises ReadError for a corpus that is unknown or absent.
    """
    found: dict[tuple[str, str], str] = {}
    for name in sorted(set(names)):
        if name not in FILES:
            raise ReadError(name, f"no corpus of this name; known are {', '.join(FILES)}")
        file, key = FILES[name]
        path = corpora / file
        if not path.is_file():
            raise ReadError(str(path), "the corpus that the labels point into is absent; see eval/gold/GUIDELINES.md")
        found |= {(name, str(record[key])): text_of(record) for _, record in json_lines(path, None, (key,))}
    return found


def text_of(record: Mapping[str, Any]) -> str:
    """The text of a record: its `text`, with the agencies' `` and '' as marks, or its `tokens` ({"t": word}) joined.

    A record of ECB+ has both, but its `text` is the words with blanks between all of them: there the words are joined.

    >>> text_of({"tokens": [{"t": t} for t in ['"', "It", "'s", "over", ",", '"', "he", "said", ".", LINE, "No", "."]]})
    '"It\\'s over," he said.\\nNo.'
    """
    if "selected_sents" in record:
        return ecb.text_of(record)
    if "text" in record:
        text = str(record["text"])
        return text.replace("``", "“").replace("''", "”") if "``" in text else text
    return "\n".join(_line(words) for words in _lines([str(token["t"]) for token in record["tokens"]]))


def _lines(words: Sequence[str]) -> list[list[str]]:
    """The words of each line that has any."""
    lines: list[list[str]] = [[]]
    for word in words:
        if word.strip() == LINE:
            lines.append([])
        elif word.strip():
            lines[-1].append(word.strip())
    return [line for line in lines if line]


def _line(words: Sequence[str]) -> str:
    """The words of one line, straight marks taken for opening and closing in turn."""
    out = ""
    glued = True  # whether the next word stands close to what comes before
    inside = {'"': False, "'": False}
    for word in words:
        if word in inside:
            closes = inside[word] or (word == "'" and out.endswith("s"))  # or the genitive of a plural
            out += word if closes or glued else " " + word
            inside[word], glued = not closes, not closes
        elif word == "-":
            out, glued = out + word, True
        else:
            closes = bool(CLOSERS.fullmatch(word)) and (word != "na" or out.endswith("gon"))
            out += word if glued or closes else " " + word
            glued = bool(OPENERS.fullmatch(word))
    return out


def labelled(path: Path, limit: int | None, field: str) -> Iterator[tuple[int, dict[str, Any], str]]:
    """(line number, record, text) of each article of a file of standoff labels; *field* holds its labels.

    Raises ReadError where a corpus is absent or its text is not the one labelled.
    """
    rows = list(json_lines(path, limit, ("corpus", "doc", "sha256", field)))
    known = texts(str(record["corpus"]) for _, record in rows)
    for number, record in rows:
        text = known.get((record["corpus"], record["doc"]))
        if text is None or hashlib.sha256(text.encode()).hexdigest() != record["sha256"]:
            raise ReadError(str(path), f"{record['corpus']} has no {record['doc']} with the text labelled", number)
        yield number, record, text
