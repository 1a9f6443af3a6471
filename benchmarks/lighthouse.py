"""Runs Lighthouse, which plays a phone on a slow line, and reads what it reports."""

import os
import subprocess

from pydantic import BaseModel, Field

from benchmarks.npm import Packages
from scripts.ensure_browser import FLAGS

PAINT = "largest-contentful-paint"
CATEGORIES = {
    "performance": "performance",
    "accessibility": "accessibility",
    "best-practices": "best practices",
    "seo": "SEO",
}


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
    """Lighthouse, with the browser that it is to run."""

    def __init__(self, packages: Packages, chromium: str) -> None:
        """Remember both."""
        self._command = packages.command("lighthouse/cli/index.js")
        self._chromium = chromium

    def paint(self, address: str) -> float:
        """Give the ms until the largest part of a page's first screen stands."""
        return self._run(address, f"--only-audits={PAINT}").value(PAINT)

    def judge(self, address: str) -> Report:
        """Look at everything that Lighthouse looks at."""
        return self._run(address, f"--only-categories={','.join(CATEGORIES)}")

    def _run(self, address: str, *options: str) -> Report:
        command = [
            *self._command,
            address,
            "--output=json",
            "--quiet",
            "--no-enable-error-reporting",
            f"--chrome-flags={' '.join(['--headless=new', *FLAGS])}",
            *options,
        ]
        environment = {**os.environ, "CHROME_PATH": self._chromium}
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
