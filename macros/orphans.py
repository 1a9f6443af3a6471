"""Records that nothing refers to: nobody would ever find them."""

from collections.abc import Iterator

from macros.library import Library
from macros.origins import NOUNS, Origins
from macros.page_checks import NAMES
from macros.pages import Call, Page
from macros.problems import Problem
from macros.references import references

EXEMPT = frozenset({"questions"})
"""Not asked for: a chapter shows its questions whole."""

SAID = {"disputes": "no chapter, event or table of forecasts meets this dispute"}
"""How it is said where "nothing refers to this …" would send a contributor the wrong way."""


def check_orphans(library: Library, origins: Origins) -> list[Problem]:
    """Find the records that no page and no other record names; its own page is no witness.

    A dispute is met where the story is told: in a chapter, not on a profile alone.
    """
    named = set(_named(library))
    return [
        origins.problem(
            collection,
            ident,
            ("id",),
            SAID.get(collection, f"nothing refers to this {NOUNS[collection]}"),
        )
        for collection, ident, _ in library.records()
        if collection not in EXEMPT and (collection, ident) not in named
    ]


def _named(library: Library) -> Iterator[tuple[str, str]]:
    for collection, ident, record in library.records():
        for reference in references(record):
            if (reference.collection, reference.id) != (collection, ident):
                yield _kept_in(reference.collection, reference.id, library), reference.id
    for page in library.pages.values():
        for call in page.calls:
            if call.counts:
                yield from _named_by_call(page, call, library)
    for matter in library.matter.values():
        for reference in references(matter):
            yield reference.collection, reference.id


def _named_by_call(page: Page, call: Call, library: Library) -> Iterator[tuple[str, str]]:
    collection = NAMES.get(call.name, "")
    own = page.folder == "actors" and (collection, call.first) == ("actors", page.slug)
    untold = collection == "disputes" and page.folder != "chapters"
    if not own and not untold:
        yield _kept_in(collection, call.first, library), call.first
    if call.name == "chapter_timeline":
        events = library.events.values()
        yield from (("events", event.id) for event in events if event.chapter == call.first)
    if call.name == "forecast_table":
        yield from (("disputes", forecast.id) for forecast in library.forecasts)


def _kept_in(collection: str, ident: str, library: Library) -> str:
    """Give the collection that keeps a record: what is cited may be a background page."""
    return "background" if collection == "sources" and ident in library.background else collection
