"""The base map: countries, rivers and lakes as GeoJSON has them."""

from typing import Annotated, Literal

from pydantic import Field

from macros.models.base import Record, Text

Point = tuple[float, float]
"""Degrees east, degrees north: the order of GeoJSON."""
Line = tuple[Point, ...]


class Properties(Record):
    """What a feature is."""

    kind: Literal["country", "lake", "river"]
    name: Text
    focus: Annotated[
        Literal["subject", "neighbour", "region"],
        Field(description="How near it is to what the book is about."),
    ] = "region"
    label: Annotated[Point, Field(description="Where its name is written.")] | None = None


class Areas(Record):
    """Polygons: for each its outline, then its holes."""

    type: Literal["MultiPolygon"]
    coordinates: tuple[tuple[Line, ...], ...]


class Lines(Record):
    """Lines, as of a river."""

    type: Literal["MultiLineString"]
    coordinates: tuple[Line, ...]


class Feature(Record):
    """One country, lake or river."""

    type: Literal["Feature"]
    properties: Properties
    geometry: Annotated[Areas | Lines, Field(discriminator="type")]


class Region(Record):
    """The whole file, and the frame of every map."""

    type: Literal["FeatureCollection"]
    bbox: Annotated[
        tuple[float, float, float, float], Field(description="The frame: west, south, east, north.")
    ]
    source: Text
    features: tuple[Feature, ...]
