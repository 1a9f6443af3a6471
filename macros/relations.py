"""How an actor stands to others, as both ends record it: for its list and its diagram."""

from collections import defaultdict
from typing import NamedTuple

from macros.dates import Date
from macros.geometry.ego import Neighbour
from macros.library import Library
from macros.models import RELATION_WORDS, Actor, Citation, Relation

NOTED = "*"
"""Stands behind a tie that the list has a note on: a picture must not say it as plain fact."""


class RelationLine(NamedTuple):
    """A relation as a profile words it, seen from either end."""

    words: str
    other: str
    past: bool
    dates: Date | None
    note: str | None
    sources: tuple[Citation, ...]


def relation_lines(actor: Actor, library: Library) -> list[RelationLine]:
    """Give an actor's relations, its own first, then those that others record to it."""
    own = [_line(relation, relation.target, own=True) for relation in actor.relations]
    others = [
        _line(relation, other.id, own=False)
        for other in library.actors.values()
        for relation in other.relations
        if relation.target == actor.id
    ]
    return own + others


def by_words(lines: list[RelationLine]) -> dict[str, list[RelationLine]]:
    """Put relations under the words that they share."""
    found: defaultdict[str, list[RelationLine]] = defaultdict(list)
    for line in lines:
        found[line.words].append(line)
    return dict(found)


def neighbours(lines: list[RelationLine], library: Library) -> list[Neighbour]:
    """Gather all that ties an actor to each other one; past where all of it is.

    Words of a tie that has a note end in a star.
    """
    found: defaultdict[str, list[RelationLine]] = defaultdict(list)
    for line in lines:
        found[line.other].append(line)
    return [
        Neighbour(
            name=library.actors[other].name,
            words=tuple(
                words + NOTED * any(line.note for line in same)
                for words, same in by_words(ties).items()
            ),
            past=all(line.past for line in ties),
        )
        for other, ties in found.items()
    ]


def _line(relation: Relation, other: str, *, own: bool) -> RelationLine:
    """Word a relation from either end, in the past tense where its dates have an end."""
    kind = RELATION_WORDS[relation.type]
    over = relation.dates is not None and not relation.dates.text.endswith("/..")
    present, past = (kind.present, kind.past) if own else (kind.inverse, kind.inverse_past)
    words = past if over else present
    return RelationLine(words, other, over, relation.dates, relation.note, relation.sources)
