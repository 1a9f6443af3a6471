"""Who stands where in a debate: its positions, set out along its scale."""

import re
from typing import NamedTuple

from macros.models import Debate, Position

REST = re.compile(r",| \(")
"""Where a holder's name ends and what is said about it begins: `Kadhimi, as ISW reads him`."""


class Standing(NamedTuple):
    """A position, the id of its row, and its holder in two parts: the name and what follows it."""

    row: str
    name: str
    rest: str
    position: Position


class Step(NamedTuple):
    """A step of a scale, counted from 1, and who stands on it, in the order of the data."""

    number: int
    label: str
    standing: list[Standing]


class Laid(NamedTuple):
    """A debate along its scale."""

    debate: Debate
    steps: list[Step]
    unplaced: list[Standing]
    cited: list[str]
    """The ids of the sources of its positions, in the order of the scale, each once."""

    @property
    def ordered(self) -> list[Standing]:
        """Every position: in the order of the scale, those not placed last."""
        return [*(one for step in self.steps for one in step.standing), *self.unplaced]


def laid(debate: Debate) -> Laid:
    """Set the positions of a debate out along its scale."""

    def at(step: int | str) -> list[Standing]:
        return [_standing(debate, p) for p in debate.positions if p.step == step]

    steps = [Step(n, label, at(n)) for n, label in enumerate(debate.scale, 1)]
    whole = Laid(debate, steps, at("not placed"), [])
    cited = dict.fromkeys(one.position.source.id for one in whole.ordered)
    return whole._replace(cited=list(cited))


def _standing(debate: Debate, position: Position) -> Standing:
    end = REST.search(position.holder)
    cut = end.start() if end else len(position.holder)
    row = f"{debate.id}-{position.id}"
    return Standing(row, position.holder[:cut], position.holder[cut:], position)
