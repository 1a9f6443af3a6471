"""Records that nothing refers to: nobody would ever find them."""

from collections.abc import Iterator

from macros.library import Library
from macros.origins import NOUNS, Origins
from macros.page_checks import NAMES
from macros.problems import Problem
from macros.references import references

EXEMPT = frozenset({"sources", "questions"})
"""Not asked for: sources until the whole book is there; questions, which a chapter shows whole."""


def check_orphans(library: Library, origins: Origins) -> list[Problem]:
    """Find the records that no page and no other record names; its own page is no witness."""
    named = set(_named(library))
    return [
        origins.problem(collection, ident, ("id",), f"nothing refers to this {NOUNS[collection]}")
        for collection, ident, _ in library.records()
        if collection not in EXEMPT and (collection, ident) not in named
    ]


def _named(library: Library) -> Iterator[tuple[str, str]]:
    for collection, ident, record in library.records():
        for reference in references(record):
            if (reference.collection, reference.id) != (collection, ident):
                yield _kept_in(reference.collection, reference.id, library), reference.id
    for page in library.pages.values():
        own = page.slug if page.folder == "actors" else None
        for call in page.calls:
            collection = NAMES.get(call.name, "")
            if call.counts and not (collection == "actors" and call.first == own):
                yield _kept_in(collection, call.first, library), call.first
            if call.counts and call.name == "chapter_timeline":
                events = library.events.values()
                yield from (("events", e.id) for e in events if e.chapter == call.first)
    for matter in library.matter.values():
        for reference in references(matter):
            yield reference.collection, reference.id


def _kept_in(collection: str, ident: str, library: Library) -> str:
    """Give the collection that keeps a record: what is cited may be a background page."""
    return "background" if collection == "sources" and ident in library.background else collection
