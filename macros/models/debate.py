"""What the sources argue about, and the points at which they differ."""

from collections import Counter
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from macros.models.base import Account, ActorId, Citation, Citations, Record, Sentence, Slug, Text


class Position(Record):
    """Where one voice stands in a debate."""

    id: Annotated[Slug, Field(description="What the address of its row ends with.")]
    holder: Annotated[Text, Field(description="Whose position it is, as readers see it.")]
    actor: Annotated[ActorId, Field(description="The holder, where it is an actor.")] | None = None
    says: Annotated[Sentence, Field(description="The position in one sentence of ours.")]
    step: Annotated[
        int | Literal["not placed"],
        Field(description="The step of the scale, counted from 1, or `not placed`."),
    ]
    source: Citation


class Debate(Record):
    """A question that the sources argue about, position by position."""

    id: Slug
    question: Sentence
    why: Annotated[Sentence, Field(description="Why the question matters.")]
    scale: Annotated[
        tuple[Text, ...], Field(min_length=3, max_length=5, description="Its steps, end to end.")
    ]
    positions: Annotated[tuple[Position, ...], Field(min_length=2)]

    @model_validator(mode="after")
    def _steps_are_on_the_scale(self) -> Self:
        for position in self.positions:
            if position.step != "not placed" and not 1 <= position.step <= len(self.scale):
                message = f"has {len(self.scale)} steps, but a position stands on {position.step}"
                raise ValueError(message)
        return self

    @model_validator(mode="after")
    def _no_two_positions_share_an_address(self) -> Self:
        for ident, times in Counter(position.id for position in self.positions).items():
            if times > 1:
                message = f'has {times} positions with the id "{ident}": each needs its own'
                raise ValueError(message)
        return self


class Settlement(Record):
    """What settles a dispute, from a page outside the source documents."""

    says: Sentence
    sources: Citations


class Dispute(Record):
    """A point at which the sources differ; of a forecast, the first account is the forecast."""

    id: Slug
    point: Annotated[Sentence, Field(description="The point at issue, as a question.")]
    kind: Literal["date", "number", "agency", "framing", "verdict", "forecast", "internal"]
    accounts: Annotated[tuple[Account, ...], Field(min_length=2)]
    reading: Annotated[Sentence, Field(description="What a careful reader makes of it.")] | None = (
        None
    )
    settled: Settlement | None = None
    outcome: (
        Annotated[
            Literal["borne out", "partly borne out", "not borne out", "cannot be judged"],
            Field(description="What became of a forecast, fairly judged; `reading` says why."),
        ]
        | None
    ) = None

    @model_validator(mode="after")
    def _a_forecast_is_judged(self) -> Self:
        if self.kind == "forecast" and not (self.outcome and self.reading):
            message = "is of kind forecast: it needs `outcome` and, to give the reason, `reading`"
            raise ValueError(message)
        if self.outcome and self.kind != "forecast":
            message = "has an `outcome`, which only a dispute of kind forecast has"
            raise ValueError(message)
        return self
