"""The front matter of pages."""

from typing import Annotated, Literal

from pydantic import Field

from macros.models.base import ActorId, Record, Sentence, Slug, TermId, Text


class PageMatter(Record):
    """What any page says of itself above its text."""

    title: Text
    description: Annotated[Sentence, Field(description="One sentence for readers and robots.")]
    also: Annotated[
        tuple[Text, ...], Field(description="What else readers may look for it by.")
    ] = ()
    hide: tuple[Literal["navigation", "toc", "footer"], ...] = ()


class ChapterMatter(PageMatter):
    """What a chapter says of itself: `description` is its one-sentence summary."""

    number: (
        Annotated[int, Field(ge=0, description="Its place in the book: 0 is the prologue's.")]
        | None
    ) = None
    label: (
        Annotated[Text, Field(description='What readers see in place of the number: "Prologue".')]
        | None
    ) = None
    content_note: Sentence | None = None
    actors: Annotated[tuple[ActorId, ...], Field(description="The actors to know.")] = ()
    terms: Annotated[tuple[TermId, ...], Field(description="The terms to know.")] = ()
    single_source: Annotated[
        tuple[Slug, ...], Field(description="Sections that may rest on one source.")
    ] = ()

    @property
    def frames_the_book(self) -> bool:
        """Whether it is a prologue or an afterword, shorter than the numbered chapters."""
        return self.label is not None
