"""What a failing test of the content says: the file and the line."""

import pytest

from macros.library import Library
from tests.content.reading import line_of, said_in, said_in_data
from tests.project import ROOT


def test_a_text_of_the_data_is_found_in_its_file(library: Library) -> None:
    for place, text in said_in_data(library):
        assert _shown_by(line_of(place, text)), place


@pytest.mark.parametrize("path", ["about.md", "chapters/rise.md"])
def test_a_text_of_a_page_is_found_in_its_file(library: Library, path: str) -> None:
    texts = [text for text in said_in(library.pages[path], library) if text]

    assert all(_shown_by(line_of(f"docs/{path}", text)) for text in texts)


def _shown_by(place: str) -> bool:
    """Whether there is such a line, with something in it."""
    file, _, line = place.rpartition(":")
    return bool((ROOT / file).read_text("utf-8").splitlines()[int(line) - 1].strip())


def test_a_word_of_an_event_is_found_in_its_record(library: Library) -> None:
    event = library.events["hashimi-killed"]
    file, _, line = line_of("events hashimi-killed: headline", event.headline).rpartition(":")

    assert event.headline.split()[0] in (ROOT / file).read_text("utf-8").splitlines()[int(line) - 1]
