"""Where mkdocs-macros looks for the macros; the only module that knows the engine."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from mkdocs.exceptions import PluginError

ROOT = Path(__file__).parent
PACKAGES = ("bundle", "macros")
sys.path.insert(0, str(ROOT))


def _forget_changed_modules() -> None:
    """Let a running `make serve` see edits to our packages: Python keeps what it has imported."""
    loaded = getattr(sys.modules.get("macros"), "LOADED", None)
    files = [file for package in PACKAGES for file in ROOT.glob(f"{package}/**/*.py")]
    changed = max(file.stat().st_mtime for file in files)
    if loaded and changed > loaded:
        for name in [name for name in sys.modules if name.split(".")[0] in PACKAGES]:
            del sys.modules[name]


_forget_changed_modules()

from bundle.writing import write_assets  # noqa: E402
from macros.problems import ContentError  # noqa: E402
from macros.wiring import read  # noqa: E402


class Env(Protocol):
    """The part of mkdocs-macros that we use."""

    def macro(self, function: Callable[..., str], /) -> object:
        """Let pages call `function` by its name."""


def define_env(env: Env) -> None:
    """Read and check `data/` and `docs/`, register the shortcodes, write what pages load.

    Before every build.
    """
    try:
        reader = read(ROOT)
    except ContentError as error:
        raise PluginError(str(error)) from None
    write_assets(ROOT, reader.entries, reader.cards)
    for function in reader.shortcodes:
        env.macro(function)
