"""Records to export, and a headless Chromium to open their pages in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import extremes
import pytest
import synthetic

from rashomon.exporters import export
from rashomon.types import Record

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def bridge() -> Record:
    return synthetic.bridge()


@pytest.fixture(scope="session")
def hostile() -> Record:
    return extremes.hostile()


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    if not CHROMIUM.exists():
        pytest.skip(f"{CHROMIUM} is not installed")
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as p:
        started = p.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield started
        started.close()


@pytest.fixture
def visit(browser: Any, tmp_path: Path) -> Iterator[Any]:
    """Open a record's page; `page.trouble` lists what the console, the script or the network did."""
    contexts = []

    def open_page(record: Record, fragment: str = "", **options: Any) -> Any:
        path = tmp_path / "record.html"
        export(record, path)
        context = browser.new_context(**{"viewport": {"width": 1440, "height": 900}, **options})
        contexts.append(context)
        page = context.new_page()
        page.trouble = trouble = []
        page.on("console", lambda m: trouble.append(m.text))
        page.on("pageerror", lambda e: trouble.append(str(e)))
        page.on("dialog", lambda d: trouble.append(d.message))
        page.on("request", lambda r: None if r.url.startswith(path.as_uri()) else trouble.append(r.url))
        page.goto(path.as_uri() + fragment)
        return page

    yield open_page
    for context in contexts:
        context.close()
