"""Where statements come from: the citation field's standard (CSL), and how each is to be read."""

from typing import Annotated, Literal, Self

from pydantic import ConfigDict, Field, model_validator

from macros.models.base import WEB_ADDRESS, EdtfDate, Record, Scalar, Sentence, Slug, Text

CslType = Literal[
    "article-magazine",
    "article-newspaper",
    "book",
    "broadcast",
    "interview",
    "motion_picture",
    "post-weblog",
    "report",
    "song",
    "speech",
    "webpage",
]
"""The CSL types in use. Not `article`: citeproc prints that as a preprint."""


class Name(Record):
    """A CSL name: a person's parts, or a body's name whole."""

    family: Text | None = None
    given: Text | None = None
    suffix: Text | None = None
    literal: Text | None = None

    @model_validator(mode="after")
    def _one_form(self) -> Self:
        if (self.family is None) == (self.literal is None):
            message = "needs either `family` or `literal`, and not both"
            raise ValueError(message)
        return self


class Csl(Record):
    """The fields of CSL-YAML that we use, under their own names."""

    id: Slug
    type: CslType
    title: Text
    author: tuple[Name, ...] = ()
    interviewer: tuple[Name, ...] = ()
    container_title: Text | None = None
    collection_title: Text | None = None
    number: Scalar | None = None
    publisher: Text | None = None
    genre: Text | None = None
    language: Annotated[
        Literal["fr"] | None, Field(description="That of the title, where it is not English.")
    ] = None
    issued: EdtfDate | None = None
    url: Annotated[str | None, Field(alias="URL", pattern=WEB_ADDRESS)] = None


class Locators(Record):
    """How a place in a source is named, and which places there are."""

    unit: Literal["para.", "sentence"]
    last: Annotated[int, Field(ge=1, description="The number of the last one.")]
    named: Annotated[
        tuple[Text, ...], Field(description='Places without a number, as "abstract".')
    ] = ()


class Source(Csl):
    """One of the texts inside the source documents."""

    label: Annotated[Text, Field(description='What readers see in the text: "Schneider 2020".')]
    called: Annotated[
        tuple[Text, ...], Field(description='What our prose calls it besides: "the August essay".')
    ] = ()
    document: Literal["digest", "reports", "essay", "analysis", "brief"]
    locators: Locators
    standpoint: Annotated[Sentence, Field(description="Who says this, and to what end.")]
    good_for: Annotated[Sentence, Field(description="What it is worth reading for.")]
    caution: Annotated[Sentence, Field(description="What to be wary of.")]
    leaves_out: Annotated[
        Sentence, Field(description="Whose voice, which events and which evidence are missing.")
    ]
    provenance: Annotated[
        Sentence,
        Field(description="What the document states, what a second page confirms, what is open."),
    ]


class Background(Csl):
    """A page that vouches for a fact which the source documents do not give."""

    model_config = ConfigDict(title="Background page")

    label: Annotated[Text, Field(description='What readers see in the text: "AP, 9 April 2020".')]
