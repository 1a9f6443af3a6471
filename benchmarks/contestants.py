"""The sites that run against each other: ours, and two others made of the same text."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import yaml

ROOT = Path(__file__).parents[1]
CACHE = ROOT / ".cache/benchmark"
CHAPTER = "chapters/militias/"

NOT_SOURCES = (".*", "site", "tests", "__pycache__")
"""What no build reads."""

STYLE = """\
body { max-width: 38em; margin: 0 auto; padding: 1em; font: 1.1em/1.5 serif; color: #222;
  overflow-wrap: anywhere }
h1, h2, h3 { line-height: 1.2 }
a { color: #0645ad }
aside { margin: 1em 0; padding-left: 1em; border-left: 3px solid #bbb }
figure { margin: 1em 0; overflow-x: auto }
table { display: block; overflow-x: auto; border-collapse: collapse }
th, td { padding: .3em .6em; border-bottom: 1px solid #ccc; text-align: left; vertical-align: top }
svg { max-width: 100%; height: auto; font: 12px sans-serif }
svg :is(rect, path, circle, line) { fill: none; stroke: #888 }
svg text { fill: #222 }
@media (prefers-color-scheme: dark) {
  body { background: #181818; color: #ddd }
  a { color: #8ab4f8 }
  svg text { fill: #ddd }
}
"""
"""What a careful hand would write to make a long text readable: at most 1.5 KB."""

FLOOR = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="icon" href="data:,">
<style>
{style}</style>
</head>
<body>
{body}
</body>
</html>
"""
"""The icon is empty so that no browser asks for one."""

VOID = frozenset({"br", "col", "hr", "img", "source", "wbr"})
"""The elements without an end."""

AROUND = frozenset(
    {"article", "div", "footer", "header", "hgroup", "main", "nav", "picture", "section", "span"}
)
"""The elements that go and leave their contents, as ours do, which have a hyphen in their names."""

CONTROLS = frozenset({"button", "dialog", "form", "input", "label", "select"})
CODE = frozenset({"link", "noscript", "script", "style", "template"})
"""These go with their contents."""


class CannotBuildError(Exception):
    """A contestant that could not be built, with what MkDocs said."""


def build_ours(folder: Path) -> None:
    """Build this site as `make build` does."""
    _build(ROOT, ["scripts/build_site.py", str(folder)])


def _build(project: Path, command: list[str]) -> None:
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    environment.pop("SITE_URL", None)  # a canonical link would lead away from the measured page
    done = subprocess.run(  # noqa: S603  our own words
        [sys.executable, *command],
        cwd=project,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        message = f"{project} does not build:\n{done.stdout}"
        raise CannotBuildError(message)


def build_stock(folder: Path) -> None:
    """Build the same pages as Material for MkDocs has them when nothing is changed."""
    with TemporaryDirectory() as temporary:
        project = shutil.copytree(
            ROOT, Path(temporary) / "project", ignore=shutil.ignore_patterns(*NOT_SOURCES)
        )
        settings = project / "mkdocs.yml"
        settings.write_text(stock_settings(settings.read_text("utf-8")), "utf-8")
        _build(project, ["-m", "mkdocs", "build", "--site-dir", str(folder)])


def write_floor(site: Path, folder: Path) -> None:
    """Write the chapter of a built site as one bare page, at the same address."""
    page = folder / CHAPTER / "index.html"
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(floor((site / CHAPTER / "index.html").read_text("utf-8")), "utf-8")


class _Loader(yaml.SafeLoader):
    """Leaves what it does not know, such as `!ENV`, as it is written."""


class _Dumper(yaml.SafeDumper):
    """Writes out what the loader left."""


_Loader.add_multi_constructor("", lambda _loader, _suffix, node: node)
_Dumper.add_multi_representer(yaml.Node, lambda _dumper, node: node)


def stock_settings(text: str) -> str:
    """Turn the settings of the project into those of the same book in the stock theme.

    No font is asked of another host: what a line to that host costs is not ours to measure.
    """
    settings: dict[str, Any] = yaml.load(text, _Loader)  # noqa: S506  a safe loader
    plugins = [plugin for plugin in settings["plugins"] if _name(plugin) != "search"]
    settings["theme"] = {"name": "material", "font": False}
    settings["plugins"] = ["search", *plugins]
    for ours in ("extra_css", "extra_javascript"):
        settings.pop(ours, None)
    return yaml.dump(settings, Dumper=_Dumper, sort_keys=False, allow_unicode=True)


def _name(plugin: str | dict[str, Any]) -> str:
    """Give the name of a plugin, which stands alone or before its options."""
    return plugin if isinstance(plugin, str) else next(iter(plugin))


def floor(page: str) -> str:
    """Turn a built page into the least that could carry its text."""
    root = html5lib.parse(page, namespaceHTMLElements=False)
    article = _article(root)
    title = article.findtext(".//h1", "")
    body = "".join(_plain(article)).strip()
    return FLOOR.format(title=escape(title), style=STYLE, body=body)


def _article(root: Element) -> Element:
    """Give the part of a page that holds its heading and its text."""
    around = [*root.iter("article"), *root.iter("main")]
    return next(element for element in around if element.find(".//h1") is not None)


def _plain(element: Element) -> Iterator[str]:
    """Give an element as plain HTML, piece by piece. Drawings keep their elements."""
    if not isinstance(element.tag, str):
        return  # a comment
    drawn, _, name = element.tag.rpartition("}")
    if name in CONTROLS | CODE and not drawn:
        return
    written = drawn or (name not in AROUND and "-" not in name)
    if written:
        yield f"<{name}{''.join(_attributes(element))}>"
    yield escape(element.text or "", quote=False)
    for child in element:
        yield from _plain(child)
        yield escape(child.tail or "", quote=False)
    if written and name not in VOID:
        yield f"</{name}>"


def _attributes(element: Element) -> Iterator[str]:
    """Give the attributes of an element that say something without a stylesheet or a script."""
    for name, value in element.items():
        plain = name.rpartition("}")[2]
        if plain not in {"class", "style"} and not plain.startswith("data-"):
            yield f' {plain}="{escape(value)}"'
