"""What the tests of the content share: all that we say in our own voice."""

import pytest

from macros.library import Library
from tests.content.reading import QUOTATION, Said, everything_said


@pytest.fixture(scope="session")
def unquoted(library: Library) -> Said:
    """Give every text in our own voice, without what it quotes."""
    return [(place, QUOTATION.sub('""', text)) for place, text in everything_said(library)]
