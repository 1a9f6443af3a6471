"""Remembers in which file, and where in it, each record stood, so that a check can say so."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from macros.problems import Problem, UnknownIdError, unknown
from macros.yamlfile import Steps, YamlText

T = TypeVar("T")

NOUNS = {
    "actors": "actor",
    "background": "background page",
    "chapters": "chapter",
    "charts": "chart",
    "debates": "debate",
    "disputes": "dispute",
    "documents": "document",
    "events": "event",
    "places": "place",
    "questions": "set of questions",
    "sources": "source",
    "terms": "term",
}
"""What one record of each collection is called in messages."""


def find(collection: str, ident: str, known: Mapping[str, T]) -> T:
    """Give what a shortcode names, or raise `UnknownIdError` with what was perhaps meant."""
    if ident not in known:
        raise UnknownIdError(unknown(NOUNS[collection], ident, known.keys()))
    return known[ident]


@dataclass
class Origins:
    """The parsed files, and the way to each record in them, faulty records included."""

    texts: dict[str, YamlText] = field(default_factory=dict)
    records: dict[tuple[str, str], tuple[str, Steps]] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)
    """The collections whose files could not be read: nobody knows what they hold."""

    def add(self, collection: str, ident: str, path: str, steps: Steps) -> None:
        """Note that the record `ident` of `collection` stands at `steps` in `path`."""
        self.records[collection, ident] = path, steps

    def ids(self, collection: str) -> set[str]:
        """Give the ids of a collection; those of `sources` include the background pages."""
        wanted = {"sources", "background"} if collection == "sources" else {collection}
        return {ident for name, ident in self.records if name in wanted}

    def lacks(self, collection: str, ident: str) -> bool:
        """Say whether a record is known not to be there."""
        unread = {"sources", "background"} if collection == "sources" else {collection}
        return not unread & self.unread and ident not in self.ids(collection)

    def problem(self, collection: str, ident: str, steps: Steps, message: str) -> Problem:
        """Make a problem that points at the value at `steps` inside a record."""
        path, way = self.records[collection, ident]
        return Problem(path, *self.texts[path].place((*way, *steps)), message)
