"""The modules of `macros/` and which of the others each may use: imports point down.

From the top:

1. `wiring` puts the parts together for `main.py`; `schema` is a command.
2. `shortcodes`, `blocks` and `figures` are what pages call; `finding` is what the search finds.
3. `backlinks`, `prose`, `citations`, `comparing`, `debates`, `relations`, `cast`, `facets`,
   `months` and `render` work out what those print, and `geometry.*` where it stands in a picture.
4. `loading` reads everything.
5. `checks`, `orphans` and `page_checks` look for mistakes between records and pages.
6. `library` holds the whole; `references`, `locators`, `origins` and `shapes` serve the checks.
7. `pages` and `models` say what a page and a record are.
8. `models.*` are the records, kind by kind, made of the types in `models.base`.
9. `dates`, `folding`, `problems` and `yamlfile` know nothing of this book; nor do `annotations`,
   `source_labels` and `typography`, which Python-Markdown loads.

A module imports from lower layers only, or from one further down in its own.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.project import ROOT

MAY_IMPORT = {
    "wiring": {
        "cards",
        "shortcodes",
        "blocks",
        "figures",
        "backlinks",
        "citations",
        "finding",
        "loading",
        "models",
    },
    "schema": {"loading", "models"},
    "blocks": {
        "backlinks",
        "comparing",
        "debates",
        "facets",
        "months",
        "shares",
        "prose",
        "relations",
        "render",
        "library",
        "origins",
        "pages",
        "models",
        "models.page",
        "problems",
    },
    "shares": {"library", "models"},
    "figures": {
        "backlinks",
        "months",
        "references",
        "relations",
        "cast",
        "geometry.charts",
        "geometry.world",
        "render",
        "library",
        "origins",
        "models",
        "problems",
    },
    "shortcodes": {"backlinks", "render", "library", "origins"},
    "cards": {"render", "typography", "library", "models"},
    "finding": {
        "backlinks",
        "folding",
        "prose",
        "page_checks",
        "library",
        "pages",
        "models",
    },
    "comparing": {"models"},
    "debates": {"models"},
    "facets": {"library", "models"},
    "prose": {"page_checks", "library", "pages"},
    "cast": {"backlinks", "library", "models"},
    "relations": {"geometry.ego", "library", "models", "months", "dates"},
    "months": {"models"},
    "geometry": set(),
    "geometry.charts": {"geometry.text", "models", "dates"},
    "geometry.ego": {"geometry.text"},
    "geometry.world": {"geometry.text", "models", "models.region"},
    "geometry.text": set(),
    "backlinks": {"page_checks", "library", "references", "pages"},
    "citations": {"models", "dates"},
    "render": set(),
    "loading": {
        "orphans",
        "page_checks",
        "checks",
        "library",
        "shapes",
        "origins",
        "pages",
        "models",
        "problems",
        "yamlfile",
    },
    "orphans": {"page_checks", "library", "references", "origins", "pages", "problems"},
    "page_checks": {
        "library",
        "references",
        "locators",
        "origins",
        "pages",
        "models",
        "problems",
    },
    "checks": {"library", "references", "locators", "origins", "models", "problems", "yamlfile"},
    "library": {"pages", "models", "models.page"},
    "references": {"models", "models.base", "yamlfile"},
    "locators": {"models"},
    "origins": {"problems", "yamlfile"},
    "shapes": {"models.base", "problems", "yamlfile"},
    "pages": {"problems"},
    "models": {
        "models.actor",
        "models.chart",
        "models.debate",
        "models.event",
        "models.page",
        "models.place",
        "models.question",
        "models.region",
        "models.source",
        "models.term",
        "models.base",
    },
    "models.actor": {"models.base"},
    "models.chart": {"models.base"},
    "models.debate": {"models.base"},
    "models.event": {"models.base"},
    "models.page": {"models.base"},
    "models.place": {"models.base"},
    "models.question": {"models.base"},
    "models.region": {"models.base"},
    "models.source": {"models.base"},
    "models.term": {"models.base"},
    "models.base": {"dates"},
    "dates": set(),
    "folding": set(),
    "problems": set(),
    "yamlfile": set(),
    "annotations": set(),
    "source_labels": set(),
    "typography": set(),
}
"""Every module, from the top down, and what it imports: no more, no less."""

ENGINES = ("mkdocs", "mkdocs_macros", "material", "zensical")
KNOWS_THE_ENGINE = {"main.py"}


def _modules() -> dict[str, Path]:
    """Give the file of each module of `macros/`, by its dotted name below the package."""
    files = {file.relative_to(ROOT / "macros").with_suffix(""): file for file in _python("macros")}
    names = {".".join(path.parts).removesuffix("__init__").strip("."): path for path in files}
    return {name: files[path] for name, path in names.items() if name}


def _python(folder: str) -> list[Path]:
    return sorted((ROOT / folder).rglob("*.py"))


def _imported(file: Path) -> Iterator[str]:
    """Give the full name of everything that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            yield from (f"{module}.{alias.name}" for alias in node.names)


def _ours(file: Path) -> set[str]:
    """Give the modules of `macros/` that a file imports, by way of what it takes from them."""
    modules = _modules()
    names = [n.removeprefix("macros.") for n in _imported(file) if n.startswith("macros.")]
    return {name if name in modules else name.rpartition(".")[0] for name in names}


def test_the_table_names_every_module() -> None:
    assert sorted(MAY_IMPORT) == sorted(_modules()), "bring MAY_IMPORT up to date"


def test_the_table_points_down() -> None:
    order = list(MAY_IMPORT)

    upward = [
        f"{module} -> {other}"
        for module, others in MAY_IMPORT.items()
        for other in others
        if order.index(other) <= order.index(module)
    ]

    assert not upward


@pytest.mark.parametrize("module", _modules())
def test_a_module_imports_what_the_table_says(module: str) -> None:
    imported = _ours(_modules()[module])

    assert imported == MAY_IMPORT.get(module, set()), f"{module}: is the import needed, and down?"


def test_imports_are_absolute() -> None:
    relative = [f for f in _python("macros") if any(n.startswith(".") for n in _imported(f))]

    assert not relative


def test_only_main_knows_the_engine() -> None:
    files = [*ROOT.glob("*.py"), *_python("macros"), *_python("scripts")]

    knowing = {
        file.relative_to(ROOT).as_posix()
        for file in files
        if any(name.split(".")[0] in ENGINES for name in _imported(file))
    }

    assert knowing == KNOWS_THE_ENGINE
