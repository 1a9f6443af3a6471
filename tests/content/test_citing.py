"""Every statement says where it comes from, and no section rests on one voice."""

from collections import defaultdict
from collections.abc import Iterator

import pytest

from macros.library import Library
from macros.models import ChapterMatter
from macros.pages import Page
from tests.content.reading import CHAPTERS, PROFILES, Block, blocks, exceptions
from tests.content.test_prose import SHORTEST_PARAGRAPH

UNCITED = "uncited.txt"


@pytest.mark.parametrize("path", [*CHAPTERS, *PROFILES])
def test_every_paragraph_cites(library: Library, path: str) -> None:
    allowed = _allowed(path)
    uncited = [
        block.start
        for block in _without_citation(library.pages[path], library)
        if not any(block.text.startswith(start) for start in allowed)
    ]

    assert not uncited, (
        f"cite the source, or, where nothing is stated, list the paragraph in {UNCITED}:\n"
        + "\n".join(f"{path}: {start}" for start in uncited)
    )


def test_the_list_of_uncited_paragraphs_holds_no_more_than_it_must(library: Library) -> None:
    idle = [line for line in exceptions(UNCITED) if not _excuses_something(line, library)]

    assert not idle, f"take these out of {UNCITED}; they fit no paragraph without a source: {idle}"


@pytest.mark.parametrize("path", CHAPTERS)
def test_every_section_hears_two_sources(library: Library, path: str) -> None:
    page, matter = library.chapter(library.pages[path].slug)
    counted = _counted(library, matter)
    found = blocks(page, library)
    cited = _cited_by_section(page)
    prosaic = {b.section for b in found if b.section and b.words >= SHORTEST_PARAGRAPH}
    thin = {
        section: sorted(cited[section] & counted)
        for section in prosaic - set(matter.single_source)
        if len(cited[section] & counted) < 2
    }

    assert not thin, f"sections with fewer than two sources; name them in single-source: {thin}"


@pytest.mark.parametrize("path", CHAPTERS)
def test_a_section_excused_from_two_sources_needs_it(library: Library, path: str) -> None:
    page, matter = library.chapter(library.pages[path].slug)
    cited, counted = _cited_by_section(page), _counted(library, matter)
    idle = [section for section in matter.single_source if len(cited[section] & counted) > 1]

    assert not idle, f"take these out of single-source: {idle}"


def _counted(library: Library, matter: ChapterMatter) -> set[str]:
    """Give the ids that count as sources: background pages outside the numbered chapters only."""
    return {*library.sources, *(library.background if matter.frames_the_book else ())}


def _without_citation(page: Page, library: Library) -> Iterator[Block]:
    for block in blocks(page, library):
        if block.words >= SHORTEST_PARAGRAPH and "{{ cite(" not in block.source:
            yield block


def _allowed(path: str) -> list[str]:
    lines = [line.partition(": ") for line in exceptions(UNCITED)]
    return [start for page, _, start in lines if page == path]


def _excuses_something(line: str, library: Library) -> bool:
    path, _, start = line.partition(": ")
    page = library.pages.get(path)
    return page is not None and any(
        block.text.startswith(start) for block in _without_citation(page, library)
    )


def _cited_by_section(page: Page) -> defaultdict[str, set[str]]:
    """Give the ids cited in each section of the second level, its subsections included."""
    above = {section.id: "" for section in page.sections}
    top = ""
    for section in page.sections:
        if section.level <= 2:
            top = section.id
        above[section.id] = top
    cited: defaultdict[str, set[str]] = defaultdict(set)
    for call in page.calls:
        if call.name == "cite" and call.counts:
            cited[above.get(call.section, "")].add(call.first)
    return cited
