"""One actor and those it has to do with: a trunk, and a branch to each on either side."""

from collections.abc import Sequence
from typing import NamedTuple

from macros.geometry.text import CANVAS, LINE, lines, width

GUTTER = 44
"""The room between the two columns, which the trunk divides."""

TRUNK = CANVAS / 2
COLUMN = (CANVAS - GUTTER) / 2
TOP = 2.0
PAD = 10
GAP = 14
"""Between one row and the next."""
TOUCH = 7
"""Between the end of a branch and the text."""
ROOM = COLUMN - TOUCH


class Neighbour(NamedTuple):
    """Another actor, and the words for what ties it to the one in question."""

    name: str
    words: tuple[str, ...]
    past: bool
    """Whether all of that is over."""


class Text(NamedTuple):
    """A line of text, by its baseline."""

    text: str
    y: float


class Branch(NamedTuple):
    """A line from the trunk to a neighbour, the words on it, and the neighbour's name."""

    y: float
    end: float
    text_x: float
    side: str
    past: bool
    words: tuple[Text, ...]
    name: tuple[Text, ...]


class Ego(NamedTuple):
    """The whole diagram."""

    width: int
    height: float
    trunk: float
    foot: float
    box_x: float
    box_y: float
    box_width: float
    box_height: float
    centre: tuple[Text, ...]
    branches: tuple[Branch, ...]


def ego(name: str, neighbours: Sequence[Neighbour]) -> Ego:
    """Lay out an actor and its neighbours, in the order given, from left to right and down."""
    centre = lines(name, CANVAS - 8 * PAD)
    box_width = max(map(width, centre), default=0) * 1.1 + 2 * PAD  # it is set in bold
    box_height = len(centre) * LINE + PAD
    y = TOP + box_height + GAP + PAD
    branches: list[Branch] = []
    foot = TOP + box_height
    for index in range(0, len(neighbours), 2):
        pair = neighbours[index : index + 2]
        above = max(len(_words(neighbour)) for neighbour in pair)
        level = y + above * LINE
        row = [_branch(n, side, level) for n, side in zip(pair, ("left", "right"), strict=False)]
        branches += row
        foot = row[0].y
        y = max(branch.name[-1].y for branch in row) + GAP + LINE
    return Ego(
        width=CANVAS,
        height=max((b.name[-1].y for b in branches), default=box_height) + PAD,
        trunk=TRUNK,
        foot=foot,
        box_x=TRUNK - box_width / 2,
        box_y=TOP,
        box_width=box_width,
        box_height=box_height,
        centre=_stacked(centre, TOP + PAD / 2 + LINE - 3),
        branches=tuple(branches),
    )


def _words(neighbour: Neighbour) -> tuple[str, ...]:
    """Give what ties a neighbour, each tie on a line of its own."""
    *others, last = neighbour.words
    return tuple(
        line for words in (*(f"{o};" for o in others), last) for line in lines(words, ROOM)
    )


def _branch(neighbour: Neighbour, side: str, baseline: float) -> Branch:
    """Hang a neighbour on the trunk: its name on a level with the branch, its words above."""
    found = _words(neighbour)
    words = _stacked(found, baseline - len(found) * LINE)
    name = _stacked(lines(neighbour.name, ROOM), baseline)
    sign = -1 if side == "left" else 1
    return Branch(
        y=baseline - 4,
        end=TRUNK + sign * GUTTER / 2,
        text_x=TRUNK + sign * (GUTTER / 2 + TOUCH),
        side=side,
        past=neighbour.past,
        words=words,
        name=name,
    )


def _stacked(texts: Sequence[str], baseline: float) -> tuple[Text, ...]:
    return tuple(Text(text, baseline + index * LINE) for index, text in enumerate(texts))
