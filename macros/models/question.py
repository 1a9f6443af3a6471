"""What a reader of a chapter should be able to do, and how to find out."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from macros.models.base import ChapterId, Record, Sentence, Slug, SourceId, Text


class Objective(Record):
    """Something that the reader can do afterwards, and that can be checked."""

    id: Slug
    text: Annotated[Text, Field(description='Completes "When you have read it you can …".')]


class Option(Record):
    """One of the answers to choose from."""

    text: Text
    correct: bool = False
    why: Annotated[Sentence, Field(description="Why it is right or wrong.")]


class Check(Record):
    """A self-check question: options to choose from, or a model answer."""

    id: Slug
    objective: Slug
    question: Sentence
    options: tuple[Option, ...] = ()
    answer: Sentence | None = None
    section: Annotated[Slug, Field(description="The id of the section that answers it.")]

    @model_validator(mode="after")
    def _can_be_answered(self) -> Self:
        if bool(self.options) == bool(self.answer):
            message = "needs either `options` or `answer`, and not both"
            raise ValueError(message)
        if self.options and sum(option.correct for option in self.options) != 1:
            message = "needs exactly one option that is `correct: true`"
            raise ValueError(message)
        return self


class Exercise(Record):
    """A task in reading a source critically."""

    title: Text
    task: Sentence
    sources: Annotated[tuple[SourceId, ...], Field(min_length=1)]


class QuestionSet(Record):
    """All that is asked about one chapter."""

    chapter: ChapterId
    objectives: Annotated[tuple[Objective, ...], Field(min_length=3, max_length=4)]
    checks: Annotated[tuple[Check, ...], Field(min_length=3)]
    discussion: Annotated[tuple[Sentence, ...], Field(min_length=2)]
    exercise: Exercise
