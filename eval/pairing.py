"""`python -m eval.pairing DRAFT...`: drafts of labelled pairs, which quote the accounts, to lines of offsets.

A draft is one JSON file an event; `eval/gold/GUIDELINES.md` has its notation. Only the offsets are kept.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections.abc import Iterator, Mapping
from itertools import combinations
from pathlib import Path
from typing import Any

import click

from eval.corpora import json_lines
from eval.texts import CORPORA, FILES, text_of
from rashomon.errors import ReadError
from rashomon.types import Agreement

SLOTS = ("who", "whom", "when", "where", "how many", "happened")


def line(draft: Mapping[str, Any], records: Mapping[str, Mapping[str, Any]], path: str = "draft") -> dict[str, Any]:
    """The line of `eval.pairs` for a draft. *records* are those of its corpus, by id.

    Raises ReadError that names the question with words that are not there once, or a pair of versions not judged.
    """
    accounts = {letter: records[doc] for letter, doc in draft["accounts"].items()}
    texts = {letter: text_of(record) for letter, record in accounts.items()}
    order = list(accounts)
    documents = [
        {
            "corpus": draft["corpus"],
            "doc": draft["accounts"][letter],
            "sha256": hashlib.sha256(texts[letter].encode()).hexdigest(),
            "outlet": accounts[letter].get("outlet") or draft["accounts"][letter],
            "published": "" if letter in draft.get("undated", ()) else (accounts[letter].get("date") or "")[:10],
        }
        for letter in order
    ]
    questions = [_question(q, texts, order, f"{path}, {q['slot']} of {q['of']}") for q in draft["questions"]]
    return {
        "event": draft["event"],
        "exhaustive": bool(draft["exhaustive"]),
        "documents": documents,
        "questions": questions,
    }


def _question(q: Mapping[str, Any], texts: Mapping[str, str], order: list[str], where: str) -> dict[str, Any]:
    if q["slot"] not in SLOTS:
        raise ReadError(where, f"the slot is not one of {', '.join(SLOTS)}")
    claims, versions = [], []
    for version, said in q["claims"].items():
        for one in said:
            letter, words, *near = one.split("|")
            begin, end = _place(words, near[0] if near else words, texts[letter], f"{where}: {one}")
            claims.append({"document": order.index(letter), "begin": begin, "end": end, "version": version})
            versions.append(version)
    judged = dict(_judged(r, where) for r in q["relations"])
    pairs = []
    for i, j in combinations(range(len(claims)), 2):
        if claims[i]["document"] == claims[j]["document"]:
            continue
        a, b = versions[i], versions[j]
        if (a, b) in judged or (a == b):
            pairs.append([i, j, judged.get((a, b), Agreement.AGREES).value])
        elif (b, a) in judged:
            pairs.append([j, i, judged[b, a].value])
        else:
            raise ReadError(where, f"{a} and {b} are not judged")
    return {"slot": q["slot"], "of": q["of"], "claims": claims, "pairs": pairs}


def _judged(relation: str, where: str) -> tuple[tuple[str, str], Agreement]:
    a, b, named = relation.split(" ", 2)
    if named not in set(Agreement):
        raise ReadError(where, f"{named!r} is no relation")
    return (a, b), Agreement(named)


def _place(words: str, near: str, text: str, where: str) -> tuple[int, int]:
    """The first place of the words, as whole words if they are any, in the one stretch of the text that is *near*."""
    if text.count(near) != 1 and near != words:
        raise ReadError(where, f"near must stand in the text once, not {text.count(near)} times")
    begin = text.find(near)
    whole = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text[begin : begin + len(near)] if near != words else text)
    if begin < 0 or not whole:
        raise ReadError(where, "the words are not there")
    if near == words:
        return whole.start(), whole.end()
    return begin + whole.start(), begin + whole.end()


def _records(corpus: str) -> dict[str, dict[str, Any]]:
    file, key = FILES[corpus]
    return {str(record[key]): record for _, record in json_lines(CORPORA / file, None, (key,))}


def lines(paths: tuple[Path, ...]) -> Iterator[dict[str, Any]]:
    """The line of each draft."""
    for path in paths:
        draft = json.loads(path.read_text(encoding="utf-8"))
        yield line(draft, _records(draft["corpus"]), str(path))


@click.command()
@click.argument("drafts", type=click.Path(exists=True, dir_okay=False, path_type=Path), nargs=-1, required=True)
def main(drafts: tuple[Path, ...]) -> None:
    """Print one line of standoff labels for each DRAFT."""
    try:
        for found in lines(drafts):
            print(json.dumps(found, ensure_ascii=False, separators=(",", ":")))
    except ReadError as e:
        print(e, file=sys.stderr)
        raise SystemExit(1) from None


if __name__ == "__main__":
    main(prog_name="python -m eval.pairing")
