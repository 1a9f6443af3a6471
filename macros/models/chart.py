"""Pictures made of numbers, spans and words: what each shows, and who says so.

The kinds are a closed union: `CHARTS` names the record of each.
"""

from typing import Annotated, Literal, Self

from pydantic import ConfigDict, Field, model_validator

from macros.models.base import ActorId, Citations, EventId, Record, Sentence, Slug, Text

ChartKind = Literal["spans", "lanes", "counts-and-words", "bars", "amounts"]


class Chart(Record):
    """What every chart has: the record of each kind adds what is drawn."""

    id: Slug
    kind: ChartKind
    title: Annotated[Text, Field(description="What it is, in a few words: its name.")]
    caption: Annotated[Sentence, Field(description="What to see in it, and how it was counted.")]


class OfNoKind(Chart):
    """A chart whose kind is none of ours: only that is wrong with it, whatever else it says."""

    model_config = ConfigDict(extra="ignore")


class Span(Record):
    """A stretch of time between two events; their dates stand in the timeline only."""

    label: Text
    actor: Annotated[ActorId, Field(description="The label, where it is an actor.")] | None = None
    begins: Annotated[EventId, Field(description="The event with which it begins.")]
    ends: Annotated[EventId, Field(description="The event with which it ends.")]
    outcome: Annotated[Text, Field(description='How it ended: "withdrew".')]
    sources: Citations


class Spans(Chart):
    """Stretches of time, one below the other."""

    kind: Literal["spans"]
    spans: Annotated[tuple[Span, ...], Field(min_length=2)]


class Mark(Record):
    """What a source puts into one column, or leaves open between several."""

    first: Annotated[int, Field(ge=1, description="Its first column, counted from 1.")]
    last: (
        Annotated[int, Field(ge=1, description="Its last column, where it has several.")] | None
    ) = None
    dated: Annotated[bool, Field(description="Whether the source gives the day.")] = False
    says: Annotated[Sentence, Field(description="What the source says, in our words.")]
    sources: Citations


class Lane(Record):
    """What one source tells, column by column."""

    label: Annotated[Text, Field(description="Whose lane it is, as readers see it.")]
    marks: Annotated[tuple[Mark, ...], Field(min_length=1)]


class Lanes(Chart):
    """Sources side by side: a lane each, over columns of time."""

    kind: Literal["lanes"]
    columns: Annotated[tuple[Text, ...], Field(min_length=2, max_length=5)]
    lanes: Annotated[tuple[Lane, ...], Field(min_length=2)]

    @model_validator(mode="after")
    def _marks_stand_in_columns(self) -> Self:
        for mark in (mark for lane in self.lanes for mark in lane.marks):
            last = mark.last or mark.first
            if not mark.first <= last <= len(self.columns):
                message = (
                    f"has {len(self.columns)} columns, but a mark goes from {mark.first} to {last}"
                )
                raise ValueError(message)
        return self


class Count(Record):
    """A number that a source gives."""

    label: Annotated[Text, Field(description="What is counted.")]
    count: Annotated[int, Field(ge=1, le=12, description="How many: each is drawn.")]
    says: Annotated[Sentence, Field(description="Who counts, and what.")]
    sources: Citations


class Wording(Record):
    """A word that stands in a source where a number could."""

    label: Annotated[Text, Field(description="Whose word it is.")]
    word: Annotated[Text, Field(description="The word itself, without quotation marks.")]
    says: Annotated[Sentence, Field(description="What it is said of, in our words.")]
    sources: Citations


class CountsAndWords(Chart):
    """The numbers that there are, beside the words that stand for one."""

    kind: Literal["counts-and-words"]
    counts: Annotated[tuple[Count, ...], Field(min_length=1)]
    words: Annotated[tuple[Wording, ...], Field(min_length=1)]


class Tally(Record):
    """How often a thing was counted."""

    own: Annotated[int, Field(ge=0, description="In the author's own voice.")]
    quoted: Annotated[int, Field(ge=0, description="In the words of others that it quotes.")] = 0


class BarRow(Record):
    """One source, and what was counted in it."""

    label: Text
    words: Annotated[int, Field(ge=1, description="Its length in words, for comparison.")]
    tallies: Annotated[tuple[Tally, ...], Field(description="In the order of `measures`.")]
    sources: Citations


class Bars(Chart):
    """Counts, source by source, as bars in columns."""

    kind: Literal["bars"]
    measures: Annotated[
        tuple[Text, ...], Field(min_length=1, max_length=3, description="What was counted.")
    ]
    rows: Annotated[tuple[BarRow, ...], Field(min_length=2)]

    @model_validator(mode="after")
    def _every_measure_has_its_tally(self) -> Self:
        for row in self.rows:
            if len(row.tallies) != len(self.measures):
                found = f"tallies for {row.label}: {len(row.tallies)}"
                message = f"has {len(self.measures)} measures, but {found}"
                raise ValueError(message)
        return self


class Amount(Record):
    """A sum of money, or a mention of money without a sum."""

    label: Text
    millions: (
        Annotated[int, Field(ge=1, description="In millions of dollars; drawn to scale.")] | None
    ) = None
    more: Annotated[bool, Field(description="Whether the source says `more than`.")] = False
    says: Annotated[Sentence, Field(description="What the source says of it, in our words.")]
    sources: Citations


class AmountGroup(Record):
    """Money of one kind."""

    label: Text
    amounts: Annotated[tuple[Amount, ...], Field(min_length=1)]


class Amounts(Chart):
    """Kinds of money that must not be added up."""

    kind: Literal["amounts"]
    groups: Annotated[tuple[AmountGroup, ...], Field(min_length=2)]

    @model_validator(mode="after")
    def _something_is_to_scale(self) -> Self:
        if not any(amount.millions for group in self.groups for amount in group.amounts):
            message = "has no amount in `millions`: there is nothing to draw to scale"
            raise ValueError(message)
        return self


CHARTS: dict[str, type[Chart]] = {
    "spans": Spans,
    "lanes": Lanes,
    "counts-and-words": CountsAndWords,
    "bars": Bars,
    "amounts": Amounts,
}
"""The record of each kind."""

AnyChart = Annotated[Spans | Lanes | CountsAndWords | Bars | Amounts, Field(discriminator="kind")]
"""The closed union, for the schema that editors read."""
