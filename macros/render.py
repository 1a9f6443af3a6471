"""Turns records into Markdown with the templates in `templates/`; the only place that does.

All that a template prints from data comes out as the text it is: what HTML or Markdown would take
for markup is written as character references. Only the templates' own text is markup.
"""

import re
from pathlib import Path
from typing import NamedTuple, cast

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

MARKUP = re.compile(r"""["&<>\[\]{}\\`*_|~^#]|^[-+=/:!]|^\d+[.)](?=\s|$)""")
"""The signs that HTML or Markdown would take for markup where they stand."""
ARABIC = re.compile(r"([\u0600-\u06FF](?:[\u0600-\u06FF\d\s-]*[\u0600-\u06FF\d])?)")
"""A run of Arabic script, with the blanks and numbers inside it."""
TAG = re.compile(r"(<[^>]+>)")
ADDRESS = re.compile(r"[\w/.#-]+")


class Run(NamedTuple):
    """A piece of text in one script."""

    text: str
    arabic: bool


def literal(value: object) -> Markup:
    """Give a value as it is to be read: on one line, nothing in it taken for markup.

    A number holds none; one with a fraction is a length in a picture, to a tenth of a unit.
    """
    if isinstance(value, Markup):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return Markup(f"{value:.1f}".removesuffix(".0"))  # noqa: S704  nothing but digits
    line = re.sub(r"\s+", " ", str(value))
    return Markup(MARKUP.sub(_as_references, line))  # noqa: S704  nothing of it is markup now


def address(value: str) -> Markup:
    """Give an address of our own for a Markdown link, or raise `ValueError`: ids hold no signs."""
    if not ADDRESS.fullmatch(value):
        raise ValueError(value)
    return Markup(value)  # noqa: S704  see the pattern


def label(value: object) -> Markup:
    """Give a value for an attribute of an element that Markdown reads, and so decodes once."""
    return Markup(str(literal(value)).replace("&#38;", "&#38;#38;"))  # noqa: S704  escaped above


def dashes(locator: str) -> str:
    """Give a locator as it is printed: the hyphen between numbers as an en dash."""
    return re.sub(r"(?<=\d)-(?=\d)", "\N{EN DASH}", locator)


def by_script(text: str) -> list[Run]:
    """Split HTML where its text goes from Arabic script to another or back; tags stay whole."""
    runs = []
    for piece in TAG.split(text):
        parts = [piece] if TAG.fullmatch(piece) else ARABIC.split(piece)
        runs += [Run(part, bool(index % 2)) for index, part in enumerate(parts) if part]
    return runs


def _as_references(match: re.Match[str]) -> str:
    return "".join(sign if sign.isdigit() else f"&#{ord(sign)};" for sign in match[0])


TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).with_name("templates")),
    autoescape=True,
    finalize=literal,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=False,
)
TEMPLATES.filters["address"] = address
TEMPLATES.filters["by_script"] = by_script
TEMPLATES.filters["dashes"] = dashes
TEMPLATES.filters["label"] = label


def block(template: str, **context: object) -> str:
    """Fill in `templates/<template>.md.jinja`. A variable that it lacks is an error, no blank."""
    return TEMPLATES.get_template(f"{template}.md.jinja").render(context).strip()


def card(kind: str, record: object, **context: object) -> str:
    """Fill in the card of a kind of record, of `templates/cards.html.jinja`, on one line."""
    kinds = TEMPLATES.get_template("cards.html.jinja").make_module(context)
    return " ".join(cast("str", getattr(kinds, kind)(record)).split())


def inline(shortcode: str, *args: object, **context: object) -> str:
    """Fill in one of the links of `templates/_links.md.jinja`, on one line."""
    links = TEMPLATES.get_template("_links.md.jinja").make_module(context)
    return " ".join(cast("str", getattr(links, shortcode)(*args)).split())
