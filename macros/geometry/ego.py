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
REACH = 6
"""By how much a link reaches beyond its text, above and below."""


class Tie(NamedTuple):
    """What ties an actor to another in words, and the months in which it held."""

    words: str
    spans: tuple[tuple[str, str], ...]
    """Pairs of a first and a last month, for whoever hides what did not hold; may be empty."""


class Neighbour(NamedTuple):
    """Another actor, and what ties it to the one in question."""

    id: str
    name: str
    ties: tuple[Tie, ...]
    past: bool
    """Whether all of that is over."""


class Text(NamedTuple):
    """A line of text, by its baseline."""

    text: str
    y: float


class TieLines(NamedTuple):
    """The words of a tie, line by line, and when it held."""

    lines: tuple[Text, ...]
    spans: tuple[tuple[str, str], ...]


class Target(NamedTuple):
    """What a finger has to meet: the box of a link."""

    x: float
    y: float
    width: float
    height: float


class Branch(NamedTuple):
    """A line from the trunk to a neighbour, what ties it, and the neighbour's name."""

    id: str
    y: float
    end: float
    text_x: float
    side: str
    past: bool
    ties: tuple[TieLines, ...]
    name: tuple[Text, ...]
    target: Target


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
        above = max(sum(map(len, _words(neighbour))) for neighbour in pair)
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


def _words(neighbour: Neighbour) -> list[tuple[str, ...]]:
    """Give the lines of what ties a neighbour, each tie on lines of its own."""
    return [lines(tie.words, ROOM) for tie in neighbour.ties]


def _branch(neighbour: Neighbour, side: str, baseline: float) -> Branch:
    """Hang a neighbour on the trunk: its name on a level with the branch, its words above."""
    found = _words(neighbour)
    top = baseline - sum(map(len, found)) * LINE
    ties = []
    for tie, words in zip(neighbour.ties, found, strict=True):
        ties.append(TieLines(_stacked(words, top), tie.spans))
        top += len(words) * LINE
    name = _stacked(lines(neighbour.name, ROOM), baseline)
    sign = -1 if side == "left" else 1
    text_x = TRUNK + sign * (GUTTER / 2 + TOUCH)
    across = min(ROOM, max(width(line.text) for line in name))
    return Branch(
        id=neighbour.id,
        y=baseline - 4,
        end=TRUNK + sign * GUTTER / 2,
        text_x=text_x,
        side=side,
        past=neighbour.past,
        ties=tuple(ties),
        name=name,
        target=Target(
            x=text_x - across if side == "left" else text_x,
            y=baseline - LINE - REACH,
            width=across,
            height=len(name) * LINE + 2 * REACH,
        ),
    )


def _stacked(texts: Sequence[str], baseline: float) -> tuple[Text, ...]:
    return tuple(Text(text, baseline + index * LINE) for index, text in enumerate(texts))
