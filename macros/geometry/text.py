"""How much room a text takes, and where it breaks: estimates, and wide ones, since fonts differ."""

from textwrap import wrap

CANVAS = 360
"""The width of every picture, in units."""

LINE = 14
"""From one line of text to the next, in units."""

CHARACTER = 7
"""The width of a character of 12 units, on average and with something to spare."""


def width(text: str) -> float:
    """Give the width that a text may take on one line."""
    return len(text) * CHARACTER


def lines(text: str, room: float) -> tuple[str, ...]:
    """Break a text between words, so that its lines fit into `room` where words allow it."""
    fitting = max(1, int(room // CHARACTER))
    return tuple(wrap(text, fitting, break_long_words=False, break_on_hyphens=False))
