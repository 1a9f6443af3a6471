"""People and bodies, what they were and how they stand to one another."""

from typing import Annotated, Literal, NamedTuple

from pydantic import Field

from macros.models.base import (
    ActorId,
    Alias,
    Arabic,
    Citations,
    EdtfDate,
    Record,
    Sentence,
    Slug,
    Text,
)


class RelationWords(NamedTuple):
    """How a kind of relation is worded from its own end and from its target's, now and past."""

    present: str
    past: str
    inverse: str
    inverse_past: str


RELATION_WORDS = {
    "leads": RelationWords("leads", "led", "led by", "once led by"),
    "member-of": RelationWords(
        "member of", "was a member of", "has as a member", "had as a member"
    ),
    "part-of": RelationWords("part of", "was part of", "includes", "included"),
    "founded": RelationWords("founded", "founded", "founded by", "founded by"),
    "appointed": RelationWords("appointed", "appointed", "appointed by", "appointed by"),
    "succeeded": RelationWords("succeeded", "succeeded", "succeeded by", "succeeded by"),
    "advises": RelationWords("advises", "advised", "advised by", "was advised by"),
    "backs": RelationWords("backs", "backed", "backed by", "was backed by"),
    "opposes": RelationWords("opposes", "opposed", "opposed by", "was opposed by"),
    "allied-with": RelationWords(
        "allied with", "was allied with", "allied with", "was allied with"
    ),
    "negotiates-with": RelationWords(
        "in talks with", "held talks with", "in talks with", "held talks with"
    ),
    "mediates-for": RelationWords(
        "mediates for", "mediated for", "has as a mediator", "had as a mediator"
    ),
    "accuses": RelationWords("accuses", "accused", "accused by", "was accused by"),
    "attacked": RelationWords("attacked", "attacked", "attacked by", "attacked by"),
    "killed": RelationWords("killed", "killed", "killed by", "killed by"),
    "suspected-of-killing": RelationWords(
        "suspected of killing",
        "suspected of killing",
        "murdered; the suspicion fell on",
        "murdered; the suspicion fell on",
    ),
    "sanctions": RelationWords("sanctions", "sanctioned", "sanctioned by", "was sanctioned by"),
    "designates-terrorist": RelationWords(
        "designates as terrorist",
        "designated as terrorist",
        "designated as terrorist by",
        "was designated as terrorist by",
    ),
}
"""The closed vocabulary of relations. Each is stored in one direction; the other is computed."""

DEEDS = frozenset(
    {
        "founded",
        "appointed",
        "succeeded",
        "attacked",
        "killed",
        "suspected-of-killing",
        "sanctions",
        "designates-terrorist",
    }
)
"""The relations that are what somebody did, or is suspected of: once done, it stays done, unlike
what one is. Designations and sanctions count as such, since none on record here has an end."""

RelationType = Literal[
    "leads",
    "member-of",
    "part-of",
    "founded",
    "appointed",
    "succeeded",
    "advises",
    "backs",
    "opposes",
    "allied-with",
    "negotiates-with",
    "mediates-for",
    "accuses",
    "attacked",
    "killed",
    "suspected-of-killing",
    "sanctions",
    "designates-terrorist",
]


class Role(Record):
    """An office or part that an actor held."""

    role: Text
    body: Annotated[ActorId, Field(description="The actor in which it was held.")] | None = None
    dates: EdtfDate | None = None
    sources: Citations


class Relation(Record):
    """How this actor stands to another."""

    type: RelationType
    target: Annotated[ActorId, Field(description="The other actor.")]
    dates: EdtfDate | None = None
    note: (
        Annotated[
            Text, Field(description="Who says so, and how firmly, where it is not a plain fact.")
        ]
        | None
    ) = None
    sources: Citations


class Actor(Record):
    """A person or body. Tiers `full` and `short` have a page, `entry` a line in the index."""

    id: Slug
    name: Annotated[Text, Field(description="The one spelling that our own prose uses.")]
    sort: (
        Annotated[
            Text, Field(description='What it is sorted under in the index: "Kadhimi, Mustafa al-".')
        ]
        | None
    ) = None
    arabic: Arabic | None = None
    kind: Literal["person", "armed-group", "party", "alliance", "institution", "group", "state"]
    tier: Literal["full", "short", "entry"]
    summary: Annotated[Sentence, Field(description="Who this is in one sentence.", max_length=220)]
    aliases: tuple[Alias, ...] = ()
    roles: tuple[Role, ...] = ()
    relations: tuple[Relation, ...] = ()
    sources: Citations

    @property
    def order(self) -> str:
        """What it is sorted by."""
        return (self.sort or self.name).casefold()

    @property
    def has_page(self) -> bool:
        """Whether there is a profile at `/actors/<id>/`."""
        return self.tier != "entry"
