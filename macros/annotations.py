"""A Markdown extension: gives each annotation its label in words and a way back to its phrase."""

from xml.etree import ElementTree as ET

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

LABELS = {"source": "Source", "context": "Context", "disputed": "Disputed"}
"""The kinds of annotation and the word that each shows."""


class _Labels(Treeprocessor):
    def run(self, root: ET.Element) -> None:
        for aside in root.iter("aside"):
            classes = aside.get("class", "").split()
            kind = next((name for name in classes if name in LABELS), None)
            if "ed-note" in classes and kind:
                _label(aside, LABELS[kind])


def _label(aside: ET.Element, word: str) -> None:
    """Open an annotation with its kind, linked back to the phrase it stands for."""
    anchor = aside.get("id", "").replace("note-", "anchor-", 1)
    aside.set("role", "note")
    label = ET.Element("p", {"class": "ed-note__label"})
    back = ET.SubElement(label, "a", {"href": f"#{anchor}", "class": "ed-note__back"})
    back.text = word
    label.tail = "\n"
    aside.insert(0, label)


class Annotations(Extension):
    """Labels `aside.ed-note.source`, `.context` and `.disputed`."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  Python-Markdown's name
        """Register the labelling after the blocks have been read."""
        md.treeprocessors.register(_Labels(md), "ed-annotations", 5)


def makeExtension(**options: object) -> Annotations:  # noqa: N802  Python-Markdown's name
    """Make the extension for Python-Markdown."""
    return Annotations(**options)
