"""Installs what the benchmark takes from npm, as the lock pins it, into a folder of its own."""

import json
import shutil
import subprocess
from filecmp import cmp
from pathlib import Path

HERE = Path(__file__).parent
PACKAGE = ("package.json", "package-lock.json")
VERSIONS: dict[str, str] = json.loads((HERE / "package.json").read_text("utf-8"))["dependencies"]

NO_NODE = """\
There is no {program}: Lighthouse and Pagefind, which the benchmark runs, need Node.js 18.16 or newer with npm.
Get them and try again: sudo apt install nodejs npm (Debian 12 or newer), or see Node's own site.
The weight alone needs neither: .venv/bin/python -m benchmarks --only weight"""  # noqa: E501  as it is read

NOT_INSTALLED = """\
npm cannot install Lighthouse and Pagefind: see above. Is there a network?
The weight alone does without them: .venv/bin/python -m benchmarks --only weight"""


class NotInstalledError(Exception):
    """What is missing, and how to get it."""


class Packages:
    """The packages of the lock, installed."""

    def __init__(self, folder: Path) -> None:
        """Install them, unless they are there."""
        self._node = _program("node")
        self._modules = folder / "node_modules"
        if not _is_installed(folder):
            _install(folder)

    def command(self, script: str) -> list[str]:
        """Give the words that run a script of a package: `lighthouse/cli/index.js`."""
        return [self._node, str(self._modules / script)]


def _is_installed(folder: Path) -> bool:
    """Say whether a folder holds what the lock pins now."""
    copies = [(HERE / name, folder / name) for name in PACKAGE]
    there = all((folder / "node_modules" / name).exists() for name in VERSIONS)
    return there and all(copy.exists() and cmp(own, copy) for own, copy in copies)


def _install(folder: Path) -> None:
    """Install what the lock pins, and run none of its scripts."""
    npm = _program("npm")
    folder.mkdir(parents=True, exist_ok=True)
    for name in PACKAGE:
        shutil.copy(HERE / name, folder)
    done = subprocess.run(  # noqa: S603  our own words
        [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        check=False,
    )
    if done.returncode:
        shutil.rmtree(folder)
        raise NotInstalledError(NOT_INSTALLED)


def _program(name: str) -> str:
    path = shutil.which(name)
    if not path:
        raise NotInstalledError(NO_NODE.format(program=name))
    return path
