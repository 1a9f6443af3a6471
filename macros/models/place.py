"""Where things happened."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from macros.models.base import Citations, Named, Sentence, Slug, Text


class Place(Named):
    """A place on the map. One that is also an actor takes its name, script and aliases from it."""

    name_key: ClassVar[str] = "name"

    id: Slug
    name: Text | None = None
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
