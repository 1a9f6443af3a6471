"""Where things happened."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from macros.models.base import (
    ActorId,
    Alias,
    Arabic,
    Citations,
    Record,
    Sentence,
    Slug,
    Text,
)


class Place(Record):
    """A place on the map. One that is also an actor takes its name, script and aliases from it."""

    id: Slug
    name: Text | None = None
    actor: Annotated[ActorId, Field(description="The actor that the place is.")] | None = None
    arabic: Arabic | None = None
    aliases: tuple[Alias, ...] = ()
    latitude: Annotated[float, Field(ge=-90, le=90, description="Degrees north.")]
    longitude: Annotated[float, Field(ge=-180, le=180, description="Degrees east.")]
    kind: Literal["country", "city", "site", "region", "border", "crossings"]
    position: (
        Annotated[
            Sentence, Field(description="How exact the point is, where it is not a plain one.")
        ]
        | None
    ) = None
    happened: Annotated[Sentence, Field(description="What happened there in these years.")]
    sources: Citations

    @model_validator(mode="after")
    def _one_name(self) -> Self:
        if (self.name is None) == (self.actor is None):
            message = "needs either `name` or `actor`, and not both"
            raise ValueError(message)
        if self.actor and (self.arabic or self.aliases):
            message = "takes `arabic` and `aliases` from its actor: write them there"
            raise ValueError(message)
        return self
