"""Where mkdocs-macros looks for the macros; the only module that knows the engine."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from mkdocs.exceptions import PluginError

ROOT = Path(__file__).parent
sys.path.insert(0, str(ROOT))


def _forget_changed_modules() -> None:
    """Let a running `make serve` see edits to `macros/`: Python keeps what it has imported."""
    loaded = getattr(sys.modules.get("macros"), "LOADED", None)
    changed = max(file.stat().st_mtime for file in ROOT.glob("macros/**/*.py"))
    if loaded and changed > loaded:
        for name in [name for name in sys.modules if name.split(".")[0] == "macros"]:
            del sys.modules[name]


_forget_changed_modules()

from macros.problems import ContentError  # noqa: E402
from macros.wiring import shortcode_functions  # noqa: E402


class Env(Protocol):
    """The part of mkdocs-macros that we use."""

    def macro(self, function: Callable[..., str], /) -> object:
        """Let pages call `function` by its name."""


def define_env(env: Env) -> None:
    """Read and check `data/` and `docs/` and register the shortcodes, before every build."""
    try:
        functions = shortcode_functions(ROOT)
    except ContentError as error:
        raise PluginError(str(error)) from None
    for function in functions:
        env.macro(function)
