"""The second direction of every link: where a record is mentioned, and what rests on it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from macros.library import Library
from macros.page_checks import NAMES
from macros.pages import Page
from macros.references import references

Key = tuple[str, str]
"""A collection and an id in it; background pages stand under `sources`."""


class Mention(NamedTuple):
    """A section of a page in which a record is named."""

    path: str
    title: str
    section: str
    section_title: str


class Backlinks(NamedTuple):
    """Who mentions a record, section by section, and which records name it, by collection."""

    mentions: Mapping[Key, tuple[Mention, ...]]
    records: Mapping[Key, Mapping[str, tuple[str, ...]]]

    def mentioned(self, collection: str, ident: str) -> tuple[Mention, ...]:
        """Give the sections that mention a record: chapters first, then the other pages."""
        return self.mentions.get((collection, ident), ())

    def named_by(self, collection: str, ident: str, by: str) -> tuple[str, ...]:
        """Give the ids of the records of collection `by` that name a record."""
        return self.records.get((collection, ident), {}).get(by, ())


def backlinks(library: Library) -> Backlinks:
    """Read the links of all pages and records backwards."""
    mentions: defaultdict[Key, dict[tuple[str, str], Mention]] = defaultdict(dict)
    for page in _in_reading_order(library):
        for call in page.calls:
            collection = NAMES.get(call.name, "")
            own = page.folder == "actors" and (collection, call.first) == ("actors", page.slug)
            if collection and call.counts and not own:
                mention = _mention(library, page, call.section)
                mentions[collection, call.first].setdefault((page.path, call.section), mention)
            if call.name == "forecast_table" and call.counts:
                mention = _mention(library, page, call.section)
                for forecast in library.forecasts:
                    mentions["disputes", forecast.id].setdefault((page.path, call.section), mention)
    records: defaultdict[Key, defaultdict[str, dict[str, None]]] = defaultdict(
        lambda: defaultdict(dict)
    )
    for collection, ident, record in library.records():
        for reference in references(record):
            records[reference.collection, reference.id][collection][ident] = None
    return Backlinks(
        {key: tuple(found.values()) for key, found in mentions.items()},
        {key: {by: tuple(ids) for by, ids in found.items()} for key, found in records.items()},
    )


def _in_reading_order(library: Library) -> Iterable[Page]:
    chapters = [library.chapter(slug)[0] for slug in library.chapters]
    return [*chapters, *(p for p in library.pages.values() if p.folder != "chapters")]


def _mention(library: Library, page: Page, section: str) -> Mention:
    found = page.section(section)
    top = found is None or found.level == 1
    title = library.matter[page.path].title
    return Mention(
        page.path, title, "" if top else section, "" if top or not found else found.title
    )
