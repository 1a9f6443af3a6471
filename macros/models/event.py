"""What happened, and when."""

from typing import Annotated, Literal

from pydantic import Field

from macros.models.base import (
    Account,
    ActorId,
    ChapterId,
    Citations,
    Clause,
    DisputeId,
    EdtfDate,
    PlaceId,
    Record,
    Sentence,
    Slug,
)

EventKind = Literal[
    "politics",
    "protest",
    "violence",
    "military",
    "diplomacy",
    "economy",
    "publication",
    "plan",
]


class Event(Record):
    """An entry of the timeline."""

    id: Slug
    date: EdtfDate
    headline: Annotated[Clause, Field(description="A full clause in the past tense, no stop.")]
    detail: Annotated[Sentence, Field(description="What a reader needs to know of it.")]
    kind: EventKind
    chapter: Annotated[ChapterId, Field(description="The chapter in whose timeline it stands.")]
    actors: tuple[ActorId, ...] = ()
    places: tuple[PlaceId, ...] = ()
    sources: Citations
    accounts: Annotated[
        tuple[Account, ...],
        Field(min_length=2, description="Who says what, where the sources differ."),
    ] = ()
    disputes: Annotated[
        tuple[DisputeId, ...], Field(description="The records of disputes.yaml that belong to it.")
    ] = ()
