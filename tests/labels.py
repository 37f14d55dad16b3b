"""Standoff labels of one invented article, as `eval/gold` has them."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

ARTICLE = ("newsclusters", "7")


def write(path: Path, text: str, **layers: list[dict[str, Any]]) -> Path:
    """The file *path* with the labels of *text*: events=[...], statements=[...]."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    path.write_text(json.dumps({"corpus": ARTICLE[0], "doc": ARTICLE[1], "sha256": digest, **layers}), encoding="utf-8")
    return path


def give(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """Let the corpora hold the article, with these words."""
    monkeypatch.setattr("eval.texts.texts", lambda names: {ARTICLE: text})
