"""A Markdown extension for chapters: ties annotations to their phrases."""

from xml.etree import ElementTree as ET

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, HTML_PLACEHOLDER_RE

LABELS = {"source": "Source", "context": "Context", "disputed": "Disputed"}
"""The kinds of annotation and the word that each shows."""

QUOTES = ('"', "&#34;", "\N{LEFT DOUBLE QUOTATION MARK}")
"""How a phrase begins that is quoted already; the second is what a call makes of the first."""


class _Annotations(Treeprocessor):
    def run(self, root: ET.Element) -> None:
        phrases = {a.get("id", ""): a for a in root.iter("a") if "ed-anchor" in _classes(a)}
        for aside in root.iter("aside"):
            kind = next((name for name in _classes(aside) if name in LABELS), None)
            if "ed-note" in _classes(aside) and kind:
                phrase = phrases.get(aside.get("id", "").replace("note-", "anchor-", 1))
                _label(aside, LABELS[kind], phrase, self._words(phrase))
                if phrase is not None:
                    phrase.set("class", f"ed-anchor {kind}")
                    _end(phrase)
        _gather(root)

    def _words(self, phrase: ET.Element | None) -> str:
        """Give the words of a phrase; what Markdown keeps for later stands in them already."""
        words = "" if phrase is None else "".join(phrase.itertext())
        kept = self.md.htmlStash.rawHtmlBlocks
        words = HTML_PLACEHOLDER_RE.sub(lambda found: str(kept[int(found[1])]), words)
        return words.replace(AMP_SUBSTITUTE, "&")


def _classes(element: ET.Element) -> list[str]:
    return element.get("class", "").split()


def _label(aside: ET.Element, word: str, phrase: ET.Element | None, words: str) -> None:
    """Open an annotation with its kind and its phrase, linked back to where that stands."""
    aside.set("role", "note")
    label = ET.Element("p", {"class": "ed-note__label"})
    anchor = aside.get("id", "").replace("note-", "anchor-", 1)
    back = ET.SubElement(label, "a", {"href": f"#{anchor}", "class": "ed-note__back"})
    back.text = word
    if phrase is not None:
        tie = ET.SubElement(label, "span", {"class": "ed-note__phrase"})
        told = "".join(phrase.itertext())
        tie.text = f" on {told if words.startswith(QUOTES) else chr(8220) + told + chr(8221)}"
    label.tail = "\n"
    aside.insert(0, label)


def _end(phrase: ET.Element) -> None:
    """Mark the last word of a phrase: the sign of its kind hangs on it."""
    end = ET.Element("span", {"class": "ed-anchor__end"})
    last = phrase[-1] if len(phrase) else None
    text = (phrase.text if last is None else last.tail) or ""
    ahead, blank, end.text = text.rpartition(" ")
    if last is None:
        phrase.text = ahead + blank
    elif text:
        last.tail = ahead + blank
    else:
        phrase.remove(last)
        end.append(last)
    phrase.append(end)


def _gather(root: ET.Element) -> None:
    """Put a paragraph and the annotations after it into one `ed-noted`, which sets them out."""
    noted: ET.Element | None = None
    for child in list(root):
        if child.tag == "aside" and "ed-note" in _classes(child):
            if noted is None:
                continue
            if len(noted) == 0:
                noted.append(root[place := list(root).index(child) - 1])
                root[place] = noted
            root.remove(child)
            noted.append(child)
        else:
            noted = ET.Element("ed-noted", {"class": "ed-noted"}) if child.tag == "p" else None


class Annotations(Extension):
    """Ties each `aside.ed-note` to its phrase: labels both by kind, and gathers them."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  Python-Markdown's name
        """Register the work after the blocks and links have been read."""
        md.treeprocessors.register(_Annotations(md), "ed-annotations", 5)


def makeExtension(**options: object) -> Annotations:  # noqa: N802  Python-Markdown's name
    """Make the extension for Python-Markdown."""
    return Annotations(**options)
