"""Puts the parts together: reads everything, then gives the functions that pages may call."""

from collections.abc import Callable
from pathlib import Path

from macros.backlinks import backlinks
from macros.blocks import Blocks
from macros.citations import format_citations
from macros.figures import Figures
from macros.loading import load
from macros.models import Background, Source
from macros.shortcodes import Shortcodes


def shortcode_functions(root: Path) -> list[Callable[..., str]]:
    """Give the shortcodes, each under its own name, or raise `ContentError` with all mistakes."""
    library = load(root)
    back = backlinks(library)
    cited: list[Source | Background] = [*library.sources.values(), *library.background.values()]
    citations = format_citations(cited, root / ".cache")
    parts = (
        Shortcodes(library, back),
        Blocks(library, back, citations),
        Figures(library, back),
    )
    return [
        getattr(part, name)
        for part in parts
        for name in vars(type(part))
        if not name.startswith("_")
    ]
