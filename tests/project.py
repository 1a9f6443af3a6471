"""The projects that the tests look at: the real one, and a small sound one that they may spoil."""

import shutil
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from macros.backlinks import backlinks
from macros.blocks import Blocks
from macros.figures import Figures
from macros.library import Library
from macros.pages import MARKDOWN
from macros.shortcodes import Shortcodes

ROOT = Path(__file__).parents[1]

SOUND = ROOT / "tests/sound"
"""Data and pages without a mistake: as few as there can be with every kind of record in them."""


class Replace(NamedTuple):
    """An edit: in `file`, `new` takes the place of `old`, which has to stand there exactly once."""

    file: str
    old: str
    new: str


def edited(
    folder: Path, files: Mapping[str, str | None] | None = None, replace: Iterable[Replace] = ()
) -> Path:
    """Copy the sound project into `folder` with some files new (or gone) and some text edited."""
    root = folder / "project"
    shutil.copytree(SOUND, root)
    for path, text in (files or {}).items():
        if text is None:
            (root / path).unlink()
        else:
            (root / path).write_text(text, "utf-8")
    for file, old, new in replace:
        text = (root / file).read_text("utf-8")
        if text.count(old) != 1:
            message = f"{file} has {text.count(old)} times, not once: {old}"
            raise ValueError(message)
        (root / file).write_text(text.replace(old, new), "utf-8")
    return root


def filler(library: Library) -> Callable[..., str]:
    """Give what fills in the shortcodes of a page as the build does, with citations cut short."""
    back = backlinks(library)
    citations = {ident: f"<i>{ident}</i>" for ident in (*library.sources, *library.background)}
    functions = {
        name: getattr(part, name)
        for part in (
            Shortcodes(library, back),
            Blocks(library, back, citations),
            Figures(library, back),
        )
        for name in dir(part)
        if not name.startswith("_")
    }

    def fill(text: str, **words: str) -> str:
        return MARKDOWN.from_string(text).render(functions | words)

    return fill
