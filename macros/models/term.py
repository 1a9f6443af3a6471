"""The words that a reader has to learn."""

from typing import Annotated, ClassVar

from pydantic import Field

from macros.models.base import Citations, Named, Sentence, Slug, TermId, Text


class Term(Named):
    """A glossary entry. One that is also an actor takes its name, script and aliases from it."""

    name_key: ClassVar[str] = "term"

    id: Slug
    term: Text | None = None
    abbreviation: Text | None = None
    definition: Annotated[
        Sentence,
        Field(description="What it is; why it matters here; what is disputed about it, if at all."),
    ]
    see_also: tuple[TermId, ...] = ()
    sources: Citations
