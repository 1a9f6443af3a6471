"""The types that all records are made of."""

from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from macros import dates

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
SENTENCE = r"""[.!?]['")]?$"""
CLAUSE = r"[^.]$"
TEXT = r"^\S(.*\S)?$"
ARABIC = r"^[\u0600-\u06FF\u200C\u200F ()/،]+$"
WEB_ADDRESS = r"^https?://\S+$"

MEANING = {
    SLUG: 'kebab-case: lower-case words and digits joined by single hyphens ("kataib-hezbollah")',
    SENTENCE: "a sentence with its full stop",
    CLAUSE: "a clause without a full stop",
    TEXT: "text on one line, without blanks at its ends",
    ARABIC: "in Arabic script",
    WEB_ADDRESS: "a web address (https://…)",
}
"""Each pattern in words, for error messages."""


@dataclass(frozen=True)
class Ref:
    """Marks a field as the id of a record of another collection (see `macros.references`)."""

    collection: str


Slug = Annotated[str, Field(pattern=SLUG)]
ActorId = Annotated[Slug, Ref("actors")]
EventId = Annotated[Slug, Ref("events")]
TermId = Annotated[Slug, Ref("terms")]
PlaceId = Annotated[Slug, Ref("places")]
DisputeId = Annotated[Slug, Ref("disputes")]
ChapterId = Annotated[Slug, Ref("chapters")]
SourceId = Annotated[Slug, Ref("sources")]
"""A source, or a background page."""
Text = Annotated[str, Field(pattern=TEXT)]
Sentence = Annotated[str, Field(pattern=SENTENCE)]
"""One or more sentences of our own prose, as plain text: it may hold no markup."""
Clause = Annotated[str, Field(pattern=CLAUSE)]
Arabic = Annotated[str, Field(pattern=ARABIC)]
Scalar = Annotated[str, WithJsonSchema({"type": ["string", "number"]})]
"""Text that an editor may take for a number (we read every scalar as text)."""


def _as_date(value: Any) -> Any:  # noqa: ANN401  pydantic hands over whatever stood in the file
    if isinstance(value, str):
        return dates.parse(value)
    raise PydanticCustomError("string_type", "not text")  # noqa: EM101  pydantic's own name for it


EdtfDate = Annotated[
    dates.Date,
    BeforeValidator(_as_date),
    Field(description=f"A date in EDTF: {dates.FORMS}."),
    WithJsonSchema({"type": ["string", "integer"]}),
]


class Record(BaseModel):
    """Anything read from `data/`: closed to unknown fields, fixed once read, keys in kebab-case."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        arbitrary_types_allowed=True,
        alias_generator=lambda name: name.replace("_", "-"),
    )


class Citation(Record):
    """Where a statement comes from: a source and, in a long one, the place in it."""

    id: Annotated[SourceId, Field(description="A source of sources.yaml or background.yaml.")]
    locator: Annotated[Text, Field(description='As in "para. 7", "paras 7-9".')] | None = None


Citations = Annotated[tuple[Citation, ...], Field(min_length=1)]
"""The sources of a statement: at least one."""


class Alias(Record):
    """Another way of writing a name."""

    form: Text
    sources: Annotated[
        tuple[SourceId, ...],
        Field(description="The sources that write it so; none for a spelling that readers try."),
    ] = ()


class Named(Record):
    """A record that has a name of its own, or is an actor and takes name and script from it."""

    name_key: ClassVar[str]
    """The field that holds the name of its own."""

    actor: Annotated[ActorId, Field(description="The actor that it is.")] | None = None
    arabic: Arabic | None = None
    aliases: tuple[Alias, ...] = ()

    @property
    def own_name(self) -> str | None:
        """The name in the record itself."""
        return getattr(self, self.name_key) or None

    @model_validator(mode="after")
    def _one_name(self) -> Self:
        if bool(self.own_name) == bool(self.actor):
            message = f"needs either `{self.name_key}` or `actor`, and not both"
            raise ValueError(message)
        if self.actor and (self.arabic or self.aliases):
            message = "takes `arabic` and `aliases` from its actor: write them there"
            raise ValueError(message)
        return self


class Account(Record):
    """What one side says of a thing on which the sources differ."""

    holder: (
        Annotated[
            Text, Field(description="Whose account it is, where that is not the source itself.")
        ]
        | None
    ) = None
    says: Sentence
    sources: Citations
