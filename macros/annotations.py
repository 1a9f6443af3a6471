"""A Markdown extension for chapters: labels annotations, and shortens repeated source labels."""

import re
from xml.etree import ElementTree as ET

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

LABELS = {"source": "Source", "context": "Context", "disputed": "Disputed"}
"""The kinds of annotation and the word that each shows."""

LOCATOR = re.compile(
    r", ((?:para|sentence|abstract|headline|standfirst|title)\b.*|(?:paras|sentences) .*)$"
)
"""The place in a source, at the end of its label."""


class _Labels(Treeprocessor):
    def run(self, root: ET.Element) -> None:
        phrases = {
            anchor.get("id", ""): "".join(anchor.itertext())
            for anchor in root.iter("a")
            if "ed-anchor" in anchor.get("class", "").split()
        }
        for aside in root.iter("aside"):
            classes = aside.get("class", "").split()
            kind = next((name for name in classes if name in LABELS), None)
            if "ed-note" in classes and kind:
                _label(aside, LABELS[kind], phrases)
        for paragraph in root.iter("p"):
            _shorten(paragraph)


def _label(aside: ET.Element, word: str, phrases: dict[str, str]) -> None:
    """Open an annotation with its kind and its phrase, linked back to where that stands."""
    anchor = aside.get("id", "").replace("note-", "anchor-", 1)
    aside.set("role", "note")
    label = ET.Element("p", {"class": "ed-note__label"})
    back = ET.SubElement(label, "a", {"href": f"#{anchor}", "class": "ed-note__back"})
    back.text = word
    if phrase := phrases.get(anchor):
        tie = ET.SubElement(label, "span", {"class": "ed-note__phrase"})
        tie.text = f" on {phrase if phrase.startswith(QUOTES) else chr(8220) + phrase + chr(8221)}"
    label.tail = "\n"
    aside.insert(0, label)


QUOTES = ('"', "\N{LEFT DOUBLE QUOTATION MARK}")


def _shorten(paragraph: ET.Element) -> None:
    """Let a source that a paragraph has just named show only the place in it."""
    last = ""
    for cite in paragraph.iter("a"):
        if "ed-cite" in cite.get("class", "").split():
            source, whole = cite.get("href", ""), cite.text or ""
            place = LOCATOR.search(whole)
            if source == last and place:
                cite.set("aria-label", whole)
                cite.text = place[1]
            last = source


class Annotations(Extension):
    """Labels `aside.ed-note` of the kinds `source`, `context` and `disputed`."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  Python-Markdown's name
        """Register the labelling after the blocks and links have been read."""
        md.treeprocessors.register(_Labels(md), "ed-annotations", 5)


def makeExtension(**options: object) -> Annotations:  # noqa: N802  Python-Markdown's name
    """Make the extension for Python-Markdown."""
    return Annotations(**options)
