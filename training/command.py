"""The command of a script that takes one path."""

from __future__ import annotations

import argparse
from pathlib import Path


def path(about: str, name: str) -> Path:
    """The one argument of a script, called *name* in its usage. Ends with 2 and a line that says what is wrong, where
    it was not given or is not there."""
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path, metavar=name)
    found: Path = parser.parse_args().path
    if not found.exists():
        parser.error(f"{found} is not there")
    return found
