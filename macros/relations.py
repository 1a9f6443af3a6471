"""How an actor stands to others, as both ends record it: for its list and its diagram."""

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from macros.dates import FIRST_MONTH, LAST_MONTH, Date
from macros.geometry.ego import Ego, Neighbour, Tie, ego
from macros.library import Library
from macros.models import DEEDS, RELATION_WORDS, Actor, Citation, Relation
from macros.months import Month, following, month

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
    months: tuple[str, str] | None
    """The first and the last month in which it may have held, such as `2020-05`; none undated.

    What was done stays done: it has no last month.
    """


class Diagram(NamedTuple):
    """An actor among others: the drawing, the ids of its sources, the months to read it at."""

    ego: Ego
    cited: list[str]
    """In the order of the numbers that the drawing has for them."""
    turns: list[Month]


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


def diagram(actor: Actor, lines: list[RelationLine], library: Library) -> Diagram:
    """Draw an actor among those that its relations name."""
    return Diagram(
        ego=ego(actor.name, neighbours(lines, library)),
        cited=sources_drawn(lines),
        turns=turning_points(lines),
    )


def by_words(lines: list[RelationLine]) -> dict[str, list[RelationLine]]:
    """Put relations under the words that they share."""
    found: defaultdict[str, list[RelationLine]] = defaultdict(list)
    for line in lines:
        found[line.words].append(line)
    return dict(found)


def neighbours(lines: list[RelationLine], library: Library) -> list[Neighbour]:
    """Gather all that ties an actor to each other one; past where all of it is.

    Each tie names its sources by their numbers in `sources_drawn`; one that has a note has a star.
    """
    numbers = {ident: at for at, ident in enumerate(sources_drawn(lines), start=1)}
    return [
        Neighbour(
            id=other,
            name=library.actors[other].name,
            ties=tuple(_tie(words, same, numbers) for words, same in by_words(ties).items()),
            past=all(line.past for line in ties),
        )
        for other, ties in _by_neighbour(lines).items()
    ]


def sources_drawn(lines: list[RelationLine]) -> list[str]:
    """Give the ids of the sources of relations, each once, as a diagram comes to them."""
    drawn = [tie for ties in _by_neighbour(lines).values() for tie in ties]
    return list(dict.fromkeys(source.id for line in drawn for source in line.sources))


def turning_points(lines: list[RelationLine]) -> list[Month]:
    """Give the months in which a relation began, or in which one had just ended, in order."""
    spans = [line.months for line in lines if line.months]
    begun = {first for first, _ in spans} - {FIRST_MONTH}
    over = {following(last) for _, last in spans if last != LAST_MONTH}
    return [month(ident) for ident in sorted(begun | over)]


def _by_neighbour(lines: list[RelationLine]) -> dict[str, list[RelationLine]]:
    found: defaultdict[str, list[RelationLine]] = defaultdict(list)
    for line in lines:
        found[line.other].append(line)
    return dict(found)


def _tie(words: str, lines: list[RelationLine], numbers: Mapping[str, int]) -> Tie:
    """Word what several relations share: a star for a note, the numbers of their sources."""
    star = NOTED * any(line.note for line in lines)
    cited = sorted({numbers[source.id] for line in lines for source in line.sources})
    spans = [line.months for line in lines if line.months]
    return Tie(
        words=f"{words}{star} [{','.join(map(str, cited))}]",
        spans=tuple(spans) if len(spans) == len(lines) else (),
    )


def _line(relation: Relation, other: str, *, own: bool) -> RelationLine:
    """Word a relation from either end, in the past tense where its dates have an end."""
    kind = RELATION_WORDS[relation.type]
    dates = relation.dates
    over = dates is not None and not dates.text.endswith("/..")
    present, past = (kind.present, kind.past) if own else (kind.inverse, kind.inverse_past)
    first, last = dates.months if dates else (FIRST_MONTH, LAST_MONTH)
    return RelationLine(
        words=past if over else present,
        other=other,
        past=over,
        dates=dates,
        note=relation.note,
        sources=relation.sources,
        months=(first, LAST_MONTH if relation.type in DEEDS else last) if dates else None,
    )
