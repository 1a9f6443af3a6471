"""Reads what we have written, page by page and record by record. For the tests beside it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.library import Library
from macros.loading import FILES
from macros.models import Alias, Citation, Name, Record
from macros.models.source import Csl
from macros.pages import FENCE, Page, read_page
from macros.prose import NOTE, count_words, prose
from tests.project import ROOT

DOCS = ROOT / "docs"

PAGES = sorted(path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md"))
CHAPTERS = [path for path in PAGES if path.startswith("chapters/")]
PROFILES = [path for path in PAGES if path.startswith("actors/") and path != "actors/index.md"]

HEADING = re.compile(r"(?P<level>#+)\s")
QUOTATION = re.compile(r'"[^"]*"')


Said = list[tuple[str, str]]
"""Texts of ours, each with the place where it stands."""


@dataclass(frozen=True)
class Block:
    """What stands between two empty lines of a page, annotations left out."""

    section: str
    """The id of the section of the second level that it stands in."""
    level: int
    """The level of a heading; 0 of anything else."""
    source: str
    text: str
    """A paragraph as a reader reads it; empty for headings, lists, figures and blocks."""

    @property
    def words(self) -> int:
        """Count the words of running prose."""
        return count_words(self.text)

    @property
    def start(self) -> str:
        """Give its first words, to find it by."""
        return " ".join(self.text.split()[:8])


def blocks(page: Page, library: Library) -> list[Block]:
    """Take a page apart."""
    found: list[Block] = []
    section = ""
    for source in re.split(r"\n\s*\n", FENCE.sub("", NOTE.sub("", page.text))):
        part = read_page(page.path, source.strip())
        heading = HEADING.match(part.text)
        level = len(heading["level"]) if heading else 0
        if 1 <= level <= 2:
            section = part.sections[0].id if level > 1 else ""
        if part.text:
            text = " ".join(prose(part, library).paragraphs)
            found.append(Block(section, level, part.text, text))
    return found


def said_in(page: Page, library: Library) -> Iterator[str]:
    """Give every text of ours on a page as plain words."""
    matter = library.matter[page.path]
    yield matter.title
    yield matter.description
    yield getattr(matter, "content_note", None) or ""
    yield from (section.title for section in page.sections)
    shown = prose(page, library)
    yield from (*shown.paragraphs, *shown.items, *shown.notes)


def said_in_data(library: Library) -> Iterator[tuple[str, str]]:
    """Give every text of ours in `data/`, with the place where it stands."""
    for collection, ident, record in library.records():
        for field, text in _texts(record):
            yield f"{collection} {ident}: {field}", text


def _texts(value: object, field: str = "") -> Iterator[tuple[str, str]]:
    """Give the texts of a record that are ours: no other spelling, no author's name, no title."""
    if isinstance(value, Record) and not isinstance(value, Alias | Citation | Name):
        theirs = Csl.model_fields if isinstance(value, Csl) else ()
        for name in type(value).model_fields:
            if name not in theirs:
                yield from _texts(getattr(value, name), name)
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item, field)
    elif isinstance(value, str) and " " in value:
        yield field, value


def everything_said(library: Library) -> Iterator[tuple[str, str]]:
    """Give every text of ours, on pages and in data, with the place where it stands."""
    for path, page in library.pages.items():
        for text in said_in(page, library):
            yield f"docs/{path}", text
    yield from said_in_data(library)


def line_of(place: str, words: str) -> str:
    """Give the file and line where words of ours stand: `docs/about.md:7`, `data/timeline.yaml:12`.

    `place` is as the texts above have it; words that a line break divides are found by the first.
    """
    if place.startswith("docs/"):
        path, start = place, 0
    else:
        collection, ident = place.partition(": ")[0].split(" ", 1)
        path = (
            f"data/{FILES[collection][0]}.yaml"
            if collection in FILES
            else f"data/actors/{ident}.yaml"
        )
        record = re.compile(rf"^(?:- )?(?:id|chapter): {re.escape(ident)}$", re.MULTILINE)
        found = record.search((ROOT / path).read_text("utf-8"))
        start = found.start() if found else 0
    text = (ROOT / path).read_text("utf-8")
    at = text.find(words, start)
    if at < 0:
        at = text.find(words.split(maxsplit=1)[0], start)
    return f"{path}:{text.count(chr(10), 0, max(at, start)) + 1}"


def exceptions(name: str) -> list[str]:
    """Read a list of exceptions that stands beside the tests: one a line, `#` opens a reason."""
    lines = Path(__file__).with_name(name).read_text("utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]
