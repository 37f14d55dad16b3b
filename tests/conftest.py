"""What several test files share: the bundled example, built once a session."""

from pathlib import Path

import pytest
from hypothesis import settings

import rashomon

# The same examples on every machine, however slow it is: a test that fails, fails for all.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")


@pytest.fixture(scope="session")
def example() -> Path:
    """The folder of the bundled accounts."""
    return Path(rashomon.__file__).parent / "example"


@pytest.fixture(scope="session")
def built(example, tmp_path_factory) -> Path:
    """The case of the bundled example. Only to look at: copy it before changing it."""
    case = tmp_path_factory.mktemp("built") / "case"
    rashomon.build(case, [example])
    return case
