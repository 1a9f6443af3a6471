"""Everything the site knows: the records of `data/`, by id, and the pages that speak of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from macros.models import (
    Actor,
    Alias,
    Background,
    Chart,
    Debate,
    Dispute,
    Event,
    Named,
    PageMatter,
    Place,
    QuestionSet,
    Record,
    Region,
    Source,
    Term,
)
from macros.models.page import ChapterMatter
from macros.pages import Page

COLLECTIONS = (
    "sources",
    "background",
    "actors",
    "events",
    "terms",
    "places",
    "debates",
    "disputes",
    "charts",
    "questions",
)
"""The fields of `Library` that hold records."""


@dataclass(frozen=True)
class Library:
    """The checked whole: each collection is a mapping from id to record, in its file's order.

    Events are in the order of their dates.
    """

    sources: Mapping[str, Source]
    background: Mapping[str, Background]
    actors: Mapping[str, Actor]
    events: Mapping[str, Event]
    terms: Mapping[str, Term]
    places: Mapping[str, Place]
    debates: Mapping[str, Debate]
    disputes: Mapping[str, Dispute]
    charts: Mapping[str, Chart]
    questions: Mapping[str, QuestionSet]
    """By the slug of the chapter."""
    region: Region
    """The base map."""
    pages: Mapping[str, Page]
    """By path relative to `docs/`."""
    matter: Mapping[str, PageMatter]
    """The front matter of each page, by the same path."""

    def records(self) -> Iterator[tuple[str, str, Record]]:
        """Give every record of `data/` with its collection and its id."""
        for collection in COLLECTIONS:
            for ident, record in getattr(self, collection).items():
                yield collection, ident, record

    def name(self, record: Named) -> str:
        """Give a term's or place's name: its own, or that of the actor that it is."""
        return record.own_name or self.actors[record.actor or ""].name

    def script(self, record: Named) -> str | None:
        """Give its Arabic script, likewise."""
        return self.actors[record.actor].arabic if record.actor else record.arabic

    def aliases(self, record: Named) -> tuple[Alias, ...]:
        """Give its other spellings, likewise."""
        return self.actors[record.actor].aliases if record.actor else record.aliases

    def chapter(self, slug: str) -> tuple[Page, ChapterMatter]:
        """Give a chapter's page and front matter."""
        path = f"chapters/{slug}.md"
        matter = self.matter[path]
        if not isinstance(matter, ChapterMatter):  # the loader reads chapters as such
            raise TypeError(path)
        return self.pages[path], matter

    @property
    def forecasts(self) -> tuple[Dispute, ...]:
        """The disputes that are forecasts."""
        return tuple(d for d in self.disputes.values() if d.kind == "forecast")

    @property
    def chapters(self) -> tuple[str, ...]:
        """The slugs of the chapters: the numbered ones in order, then the others."""
        slugs = [page.slug for page in self.pages.values() if page.folder == "chapters"]
        return tuple(sorted(slugs, key=self._place_in_the_book))

    def _place_in_the_book(self, slug: str) -> tuple[bool, int, str]:
        number = self.chapter(slug)[1].number
        return number is None, number or 0, slug
