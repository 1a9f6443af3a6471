"""What a link shows of its record before one follows it: a card for everything with an address."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from macros.library import Library
from macros.models import Record
from macros.render import card
from macros.typography import signs_set

Cards = Mapping[str, Mapping[str, str]]
"""HTML by where the record stands: the first word of its address, then the rest of it.

`actors` has `/kadhimi`, whose profile is a page, and `#trump`, who is in the list of actors;
`glossary` has `#pmf`. A reader loads what is under one word at a time.
"""


def cards(library: Library) -> Cards:
    """Give the cards of all records, as the pages print text."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for page, rest, kind, record in _addresses(library):
        found[page][rest] = signs_set(card(kind, record, lib=library))
    return found


def _addresses(library: Library) -> Iterator[tuple[str, str, str, Record]]:
    """Give each record with its kind and its address in two parts (see `_links.md.jinja`)."""
    for actor in library.actors.values():
        yield "actors", f"{'/' if actor.has_page else '#'}{actor.id}", "actor", actor
    listed: tuple[tuple[str, str, Mapping[str, Record]], ...] = (
        ("glossary", "term", library.terms),
        ("map", "place", library.places),
        ("timeline", "event", library.events),
        ("disagreements", "dispute", library.disputes),
        ("debates", "debate", library.debates),
        ("sources", "source", library.sources),
        ("sources", "background", library.background),
    )
    for page, kind, records in listed:
        for ident, record in records.items():
            yield page, f"#{ident}", kind, record
