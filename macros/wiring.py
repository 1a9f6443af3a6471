"""Puts the parts together: reads everything, then gives what the engine and the build need."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from macros.backlinks import backlinks
from macros.blocks import Blocks
from macros.cards import Cards, cards
from macros.citations import format_citations
from macros.figures import Figures
from macros.finding import Entry, search_records
from macros.loading import load
from macros.models import Background, Source
from macros.shortcodes import Shortcodes


class Reader(NamedTuple):
    """The whole book, checked: what pages may call, a search may find, and links may show."""

    shortcodes: list[Callable[..., str]]
    """Each under its own name."""
    entries: tuple[Entry, ...]
    cards: Cards


def read(root: Path) -> Reader:
    """Read `data/` and `docs/`, or raise `ContentError` with all mistakes."""
    library = load(root)
    back = backlinks(library)
    cited: list[Source | Background] = [*library.sources.values(), *library.background.values()]
    citations = format_citations(cited, root / ".cache")
    parts = (
        Shortcodes(library, back),
        Blocks(library, back, citations),
        Figures(library, back),
    )
    shortcodes = [
        getattr(part, name)
        for part in parts
        for name in vars(type(part))
        if not name.startswith("_")
    ]
    return Reader(shortcodes, search_records(library, back), cards(library))
