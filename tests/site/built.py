"""Builds the project into a folder and reads the pages that came out. For the tests beside it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree.ElementTree import Element

import html5lib

from tests.project import ROOT

NOT_SOURCES = (".venv", ".git", ".cache", "site", "tests", "__pycache__", ".*_cache")
"""What no build reads."""

COMMIT_DATE = "1700000000"
"""Stands for the date of the last commit, which dates the sitemap."""

UNSEEN = frozenset({"script", "style", "template"})
"""The elements whose text is for programs."""


@dataclass(frozen=True)
class Page:
    """A built page. `path` is relative to the site, with forward slashes."""

    path: str
    text: str
    root: Element
    faults: tuple[str, ...]
    """What a strict parser would stop at, each with its line."""

    @property
    def elements(self) -> Iterator[Element]:
        """Give its elements; comments, which the tree holds too, have no name."""
        return (element for element in self.root.iter() if isinstance(element.tag, str))

    @cached_property
    def ids(self) -> frozenset[str]:
        """The anchors that a link may lead to."""
        return frozenset(filter(None, (element.get("id") for element in self.elements)))

    @property
    def content(self) -> Element:
        """The part that the pages themselves hold; around it stands the frame."""
        found = (e for e in self.elements if "ed-text" in e.get("class", "").split())
        return next(found)

    def leads_to(self, address: str) -> tuple[str, str]:
        """Give the file of the site, and the anchor in it, that an address on this page means."""
        target = urlsplit(urljoin(f"/{self.path}", address))
        path = unquote(target.path).removeprefix("/")
        if not path or path.endswith("/"):
            path += "index.html"
        return path, unquote(target.fragment)


def build(
    project: Path, folder: Path, *options: str, seed: int = 0
) -> subprocess.CompletedProcess[str]:
    """Build a project strictly into a folder. Sets are ordered anew with each `seed`."""
    environment = {
        **os.environ,
        "NO_MKDOCS_2_WARNING": "1",
        "SOURCE_DATE_EPOCH": COMMIT_DATE,
        "PYTHONHASHSEED": str(seed),
    }
    environment.pop("SITE_URL", None)  # the tests look for the address that it stands in for
    return subprocess.run(  # noqa: S603  our own words
        [sys.executable, "scripts/build_site.py", str(folder), *options],
        cwd=project,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )


def copy(project: Path) -> Path:
    """Copy what the site is made from into a new folder `project`, and nothing made from it."""
    return shutil.copytree(ROOT, project, ignore=shutil.ignore_patterns(*NOT_SOURCES))


def read_site(folder: Path) -> dict[str, Page]:
    """Parse every page of a built site."""
    files = {file.relative_to(folder).as_posix(): file for file in sorted(folder.rglob("*.html"))}
    return {path: read(path, file.read_text("utf-8")) for path, file in files.items()}


def read(path: str, text: str) -> Page:
    """Parse a page."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    root = parser.parse(text)
    faults = tuple(f"line {line}: {code} {about or ''}" for (line, _), code, about in parser.errors)
    return Page(path, text, root, faults)


def texts(element: Element, unseen: frozenset[str] = UNSEEN) -> Iterator[str]:
    """Give the texts in an element, piece by piece, as a reader may come to see them."""
    if element.tag not in unseen and isinstance(element.tag, str):
        yield element.text or ""
        for child in element:
            yield from texts(child, unseen)
            yield child.tail or ""
