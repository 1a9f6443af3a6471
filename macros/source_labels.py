"""A Markdown extension for every page: labels of sources, shortened, kept whole, and joined."""

import re
from xml.etree import ElementTree as ET

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

LOCATOR = re.compile(
    r"(?:^|(?<=, ))"
    r"(?P<place>(?:para|sentence|abstract|headline|standfirst|title)\b.*|(?:paras|sentences) .*)$"
)
"""The place in a source, at the end of its label."""

SHORT = 24
"""The longest place, in characters, that is kept on one line."""


class _Labels(Treeprocessor):
    def run(self, root: ET.Element) -> None:
        for paragraph in root.iter("p"):
            _shorten(paragraph)
        for label in filter(_is_label, root.iter("a")):
            _keep_whole(label)
        for parent in list(root.iter()):
            _join(parent)


def _is_label(element: ET.Element) -> bool:
    return element.tag == "a" and "ed-cite" in element.get("class", "").split()


def _shorten(paragraph: ET.Element) -> None:
    """Let a source that a paragraph has just named show only the place in it."""
    last = ""
    for label in filter(_is_label, paragraph.iter("a")):
        source, whole = label.get("href", ""), label.text or ""
        place = LOCATOR.search(whole)
        if source == last and place:
            label.set("aria-label", whole)
            label.text = place["place"]
        last = source


def _keep_whole(label: ET.Element) -> None:
    """Mark a short place in a source, so that it can be kept on one line."""
    text = label.text or ""
    found = LOCATOR.search(text)
    if found and len(found["place"]) <= SHORT:
        label.text = text[: found.start()]
        place = ET.SubElement(label, "span", {"class": "ed-cite__at"})
        place.text = found["place"]


def _join(parent: ET.Element) -> None:
    """Put labels that nothing but blanks part into one `span`, to be read as one bracket."""
    run: list[ET.Element] = []
    for child in [*parent, None]:
        if child is not None and _is_label(child):
            run.append(child)
            if not (child.tail or "").strip():
                continue
        if len(run) > 1:
            _wrap(parent, run)
        run = []


def _wrap(parent: ET.Element, run: list[ET.Element]) -> None:
    row = ET.Element("span", {"class": "ed-cites"})
    row.tail, run[-1].tail = run[-1].tail, ""
    parent.insert(list(parent).index(run[0]), row)
    for label in run:
        parent.remove(label)
        row.append(label)


class SourceLabels(Extension):
    """Shortens the labels of sources that are named again, and joins those in a row."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  Python-Markdown's name
        """Register the work after links have been read, and annotations gathered."""
        md.treeprocessors.register(_Labels(md), "ed-source-labels", 4)


def makeExtension(**options: object) -> SourceLabels:  # noqa: N802  Python-Markdown's name
    """Make the extension for Python-Markdown."""
    return SourceLabels(**options)
