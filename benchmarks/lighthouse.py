"""Runs Lighthouse, which plays a phone on a slow line, and reads what it reports."""

import json
import os
import shutil
import subprocess
from filecmp import cmp
from pathlib import Path

from pydantic import BaseModel, Field

from scripts.ensure_browser import FLAGS

HERE = Path(__file__).parent
PACKAGE = ("package.json", "package-lock.json")
VERSION: str = json.loads((HERE / "package.json").read_text("utf-8"))["dependencies"]["lighthouse"]

PAINT = "largest-contentful-paint"
CATEGORIES = {
    "performance": "performance",
    "accessibility": "accessibility",
    "best-practices": "best practices",
    "seo": "SEO",
}

NO_NODE = """\
There is no {program}: Lighthouse, which the benchmark runs, needs Node.js 18.16 or newer with npm.
Get them and try again: sudo apt install nodejs npm (Debian 12 or newer), or see Node's own site.
The weight alone needs neither: .venv/bin/python -m benchmarks --only weight"""

NOT_INSTALLED = """\
npm cannot install Lighthouse: see above. Is there a network?
The weight alone does without it: .venv/bin/python -m benchmarks --only weight"""


class LighthouseError(Exception):
    """Why there is no result, in words for whoever runs the benchmark."""


class Audit(BaseModel):
    """One thing that Lighthouse looks at."""

    score: float | None
    value: float | None = Field(None, alias="numericValue")


class Reference(BaseModel):
    """How much an audit counts in a category."""

    id: str
    weight: float


class Category(BaseModel):
    """Audits under one score."""

    score: float | None
    audits: list[Reference] = Field(alias="auditRefs")


class Trouble(BaseModel):
    """Why a run came to nothing."""

    message: str


class Report(BaseModel):
    """What Lighthouse says of one page."""

    audits: dict[str, Audit]
    categories: dict[str, Category]
    trouble: Trouble | None = Field(None, alias="runtimeError")

    def value(self, audit: str) -> float:
        """Give what an audit measured."""
        value = self.audits[audit].value
        if value is None:
            message = f"Lighthouse has no {audit}"
            raise LighthouseError(message)
        return value

    def scores(self) -> dict[str, int]:
        """Give the score of each category, of 100."""
        return {name: round(100 * (c.score or 0)) for name, c in self.categories.items()}

    def faults(self) -> set[str]:
        """Name the audits that cost points, but for those of speed, of which no page has all."""
        return {
            reference.id
            for name, category in self.categories.items()
            if name != "performance"
            for reference in category.audits
            if reference.weight and (self.audits[reference.id].score or 0) < 1
        }


class Lighthouse:
    """Lighthouse, installed in a folder of its own."""

    def __init__(self, folder: Path, chromium: str) -> None:
        """Install what the lock pins, unless it is there."""
        self.node = _program("node")
        self.folder = folder
        self.chromium = chromium
        if not _is_installed(folder):
            _install(folder)

    def paint(self, address: str) -> float:
        """Give the ms until the largest part of a page's first screen stands."""
        return self._run(address, f"--only-audits={PAINT}").value(PAINT)

    def judge(self, address: str) -> Report:
        """Look at everything that Lighthouse looks at."""
        return self._run(address, f"--only-categories={','.join(CATEGORIES)}")

    def _run(self, address: str, *options: str) -> Report:
        command = [
            self.node,
            str(self.folder / "node_modules/lighthouse/cli/index.js"),
            address,
            "--output=json",
            "--quiet",
            "--no-enable-error-reporting",
            f"--chrome-flags={' '.join(['--headless=new', *FLAGS])}",
            *options,
        ]
        environment = {**os.environ, "CHROME_PATH": self.chromium}
        done = subprocess.run(  # noqa: S603  our own words
            command, env=environment, capture_output=True, text=True, check=False
        )
        if not done.stdout:
            message = f"Lighthouse cannot look at {address}:\n{done.stderr}"
            raise LighthouseError(message)
        report = Report.model_validate_json(done.stdout)
        if report.trouble:
            raise LighthouseError(report.trouble.message)
        return report


def _is_installed(folder: Path) -> bool:
    """Say whether a folder holds what the lock pins now."""
    copies = [(HERE / name, folder / name) for name in PACKAGE]
    there = (folder / "node_modules/lighthouse").exists()
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
        raise LighthouseError(NOT_INSTALLED)


def _program(name: str) -> str:
    path = shutil.which(name)
    if not path:
        raise LighthouseError(NO_NODE.format(program=name))
    return path
