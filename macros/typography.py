"""A Markdown extension for every page: curly quotation marks, and dashes between numbers.

Libraries do this to Markdown or to escaped text; this one also reaches what templates print, reads
across tags, and changes nothing but these signs.
"""

import re

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor

PIECE = re.compile(r"(<[^>]+>)")
INLINE = re.compile(r"</?(?:a|abbr|b|cite|em|i|small|span|strong|sub|sup|time|tspan)\b")
CODE = re.compile(r"<(/?)(?:code|pre|kbd)\b")
MARK = re.compile(r"""&#34;|&quot;|&#39;|["']""")
RANGE = re.compile(r"(?<![\w/.:-])(\d{1,4})-(?=\d{1,4}(?![\w/:-]))")
"""Two numbers and a hyphen that stand alone: no part of an address, a name or an ISO date."""
OPENS_AFTER = re.compile(r"[\s(\[{/\N{EN DASH}\N{EM DASH}\N{LEFT DOUBLE QUOTATION MARK}-]$")


class _Quotes(Postprocessor):
    def run(self, text: str) -> str:
        return signs_set(text)


def signs_set(html: str) -> str:
    """Set the signs of HTML, but for those in code and in tags."""
    before, in_code = "", False
    parts = PIECE.split(html)
    for index, part in enumerate(parts):
        if index % 2:
            code = CODE.match(part)
            in_code = not code[1] if code else in_code
            before = before if INLINE.match(part) else ""
        elif part:
            parts[index] = part if in_code else as_printed(part, before)
            before = part[-1]
    return "".join(parts)


def as_printed(text: str, before: str = "") -> str:
    """Set the signs of a text that goes on after `before`, the last sign ahead of it."""

    def curl(match: re.Match[str]) -> str:
        ahead = text[: match.start()] or before
        opens = not ahead or OPENS_AFTER.search(ahead)
        if match[0] in {"'", "&#39;"}:
            return "\N{LEFT SINGLE QUOTATION MARK}" if opens else "\N{RIGHT SINGLE QUOTATION MARK}"
        return "\N{LEFT DOUBLE QUOTATION MARK}" if opens else "\N{RIGHT DOUBLE QUOTATION MARK}"

    return RANGE.sub("\\1\N{EN DASH}", MARK.sub(curl, text))


class Typography(Extension):
    """Sets the signs of a page, those of its raw HTML included, as a printer would."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  Python-Markdown's name
        """Register the work after raw HTML has come back to its place."""
        md.postprocessors.register(_Quotes(md), "ed-typography", 5)


def makeExtension(**options: object) -> Typography:  # noqa: N802  Python-Markdown's name
    """Make the extension for Python-Markdown."""
    return Typography(**options)
