"""What pages, templates and stylesheets owe one another: titles, classes, escaping."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from macros.library import Library
from tests.content.reading import DOCS, PAGES
from tests.project import ROOT

TEMPLATES = sorted(ROOT.glob("macros/templates/*.jinja"))
STYLESHEETS = sorted(DOCS.glob("assets/css/**/*.css"))

CLASS = re.compile(r"(?<![\w-])ed-[a-z]+(?:-[a-z]+)*(?:__[a-z]+(?:-[a-z]+)*)?(?:--[a-z]+)?")
"""One of our classes: `ed-block`, `ed-block__part` or `ed-block--kind`."""

CLASSES_IN_HTML = re.compile(r'class="(?P<names>[^"]*)"|\{:?(?P<list>[^{}%]*\.ed-[^{}%]*)[{}]')
CLASSES_IN_PYTHON = re.compile(r'"class": "(?P<names>[^"]*)"|"(?P<list>ed-[\w-]+)" in classes')
CLASSES_OF_BLOCKS = re.compile(r"^/// html \| (?P<names>\S+)(?P<list>)$", re.MULTILINE)
SELECTOR = re.compile(rf"\.({CLASS.pattern})")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)

OF_A_SHEET = re.compile(r"@page \{.*?^\}", re.DOTALL | re.MULTILINE)
"""What stands at the edge of a printed sheet, which knows no named properties."""
RAW = re.compile(
    r"#[0-9a-f]{3,8}\b|\brgb\(|(?:font-size|--ed-size-[a-z-]+):\s*[\d.]+(?:px|rem|pt)",
    re.IGNORECASE,
)
"""A colour, or a size of letters, without a name."""

SAFE = re.compile(r"\|\s*safe\b|autoescape\s+false|Markup\(")
FORMATTED_CITATION = re.compile(r"\{% else %\}\{\{ run\.text \| safe \}\}")
"""Made by citeproc from text that it has escaped."""


@pytest.mark.parametrize("path", PAGES)
def test_a_page_has_one_main_heading_and_that_is_its_title(library: Library, path: str) -> None:
    headings = [s.title for s in library.pages[path].sections if s.level == 1]

    assert headings == [library.matter[path].title]


def test_every_class_we_give_has_a_rule() -> None:
    missing = _given() - _styled()

    assert not missing, f"no stylesheet in docs/assets/css knows these: {sorted(missing)}"


def test_every_class_we_style_is_given() -> None:
    templates = set(ROOT.glob("overrides/**/*.html")) - {ROOT / "overrides/partials/styles.html"}
    read = [*ROOT.glob("docs/assets/js/**/*.js"), *templates]
    elsewhere = {name for file in read for name in CLASS.findall(file.read_text("utf-8"))}
    idle = _styled() - _given() - elsewhere

    assert not idle, f"nothing has these classes; drop their rules: {sorted(idle)}"


@pytest.mark.parametrize(
    "stylesheet",
    [file for file in STYLESHEETS if file.name != "tokens.css"],
    ids=lambda file: file.name,
)
def test_colours_and_sizes_of_letters_have_names(stylesheet: Path) -> None:
    text = COMMENT.sub("", OF_A_SHEET.sub("", stylesheet.read_text("utf-8")))

    assert not RAW.findall(text), "name it in docs/assets/css/tokens.css"


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda file: file.name)
def test_a_template_escapes_what_it_prints(template: Path) -> None:
    text = FORMATTED_CITATION.sub("", template.read_text("utf-8"))

    assert not SAFE.findall(text), "only the formatted citation may be printed as it is"


def _given() -> set[str]:
    """Give the classes that templates, the annotations and the pages themselves hand out."""
    extensions = [ROOT / "macros" / f"{name}.py" for name in ("annotations", "source_labels")]
    pages = list(DOCS.rglob("*.md"))
    return {
        *_classes([*TEMPLATES, *pages], CLASSES_IN_HTML),
        *_classes(extensions, CLASSES_IN_PYTHON),
        *_classes(pages, CLASSES_OF_BLOCKS),
    }


def _classes(files: Iterable[Path], where: re.Pattern[str]) -> Iterator[str]:
    for file in files:
        for match in where.finditer(file.read_text("utf-8")):
            names = match["names"] or match["list"] or ""
            yield from CLASS.findall(names.replace(".", " "))


def _styled() -> set[str]:
    """Give the classes that a stylesheet has a rule for."""
    texts = [COMMENT.sub("", file.read_text("utf-8")) for file in STYLESHEETS]
    return {name for text in texts for name in SELECTOR.findall(text)}
