"""Everything the site knows: the records of `data/`, by id, and the pages that speak of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from macros.models import (
    Actor,
    Alias,
    Background,
    Citation,
    Debate,
    Dispute,
    Event,
    PageMatter,
    Place,
    QuestionSet,
    Record,
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
    questions: Mapping[str, QuestionSet]
    """By the slug of the chapter."""
    pages: Mapping[str, Page]
    """By path relative to `docs/`."""
    matter: Mapping[str, PageMatter]
    """The front matter of each page, by the same path."""

    def records(self) -> Iterator[tuple[str, str, Record]]:
        """Give every record of `data/` with its collection and its id."""
        for collection in COLLECTIONS:
            for ident, record in getattr(self, collection).items():
                yield collection, ident, record

    def term_name(self, term: Term) -> str:
        """Give a term's name: its own, or that of the actor that it is."""
        return term.term or self.actors[term.actor or ""].name

    def term_aliases(self, term: Term) -> tuple[Alias, ...]:
        """Give a term's other spellings: its own, or those of the actor that it is."""
        return self.actors[term.actor].aliases if term.actor else term.aliases

    def term_arabic(self, term: Term) -> str | None:
        """Give a term's Arabic script: its own, or that of the actor that it is."""
        return self.actors[term.actor].arabic if term.actor else term.arabic

    def place_name(self, place: Place) -> str:
        """Give a place's name: its own, or that of the actor that it is."""
        return place.name or self.actors[place.actor or ""].name

    def place_arabic(self, place: Place) -> str | None:
        """Give a place's Arabic script: its own, or that of the actor that it is."""
        return self.actors[place.actor].arabic if place.actor else place.arabic

    def place_aliases(self, place: Place) -> tuple[Alias, ...]:
        """Give a place's other spellings: its own, or those of the actor that it is."""
        return self.actors[place.actor].aliases if place.actor else place.aliases

    def cited(self, citation: Citation) -> Source | Background:
        """Give the source or background page that a citation names."""
        return self.sources.get(citation.id) or self.background[citation.id]

    def chapter(self, slug: str) -> tuple[Page, ChapterMatter]:
        """Give a chapter's page and front matter."""
        path = f"chapters/{slug}.md"
        matter = self.matter[path]
        if not isinstance(matter, ChapterMatter):  # the loader reads chapters as such
            raise TypeError(path)
        return self.pages[path], matter

    @property
    def chapters(self) -> tuple[str, ...]:
        """The slugs of the chapters: the numbered ones in order, then the others."""
        slugs = [page.slug for page in self.pages.values() if page.folder == "chapters"]
        return tuple(sorted(slugs, key=lambda s: (self.chapter(s)[1].number or 99, s)))
