"""What all tests share: the library of the real project, and that of the small sound one."""

import pytest

from macros.library import Library
from macros.loading import load
from tests.project import ROOT, SOUND


@pytest.fixture(scope="session")
def library() -> Library:
    """Everything that the real `data/` and `docs/` say, read and checked."""
    return load(ROOT)


@pytest.fixture(scope="session")
def sound() -> Library:
    """Everything that `tests/sound` says."""
    return load(SOUND)
