"""The words that a reader has to learn."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from macros.models.base import (
    ActorId,
    Alias,
    Arabic,
    Citations,
    Record,
    Sentence,
    Slug,
    TermId,
    Text,
)


class Term(Record):
    """A glossary entry. One that is also an actor takes its name, script and aliases from it."""

    id: Slug
    term: Text | None = None
    actor: Annotated[ActorId, Field(description="The actor that the term names.")] | None = None
    abbreviation: Text | None = None
    arabic: Arabic | None = None
    aliases: tuple[Alias, ...] = ()
    definition: Annotated[
        Sentence,
        Field(description="What it is; why it matters here; what is disputed about it, if at all."),
    ]
    see_also: tuple[TermId, ...] = ()
    sources: Citations

    @model_validator(mode="after")
    def _one_name(self) -> Self:
        if (self.term is None) == (self.actor is None):
            message = "needs either `term` or `actor`, and not both"
            raise ValueError(message)
        if self.actor and (self.arabic or self.aliases):
            message = "takes `arabic` and `aliases` from its actor: write them there"
            raise ValueError(message)
        return self
