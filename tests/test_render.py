"""Whatever stands in the data is read as it stands there: nothing in it is taken for markup.

Each sign that HTML, Markdown, Jinja or one of our extensions could act on goes into every free text
of the sound project. One page with every shortcode is then made into HTML the way the build does
it, and has to be the page that a plain word gives, but for the sign in the place of the word.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from typing import Any, NamedTuple

import markdown
import pytest
import yaml

from macros.library import COLLECTIONS, Library
from macros.loading import load
from macros.models import Record
from macros.models.base import ARABIC, CLAUSE, SENTENCE, TEXT
from macros.render import address, by_script, dashes, literal
from tests.project import ROOT, SOUND, filler
from tests.regolden import CALLS

WORD = "harmless"

SIGNS = (
    # what is dangerous anywhere, and some of it more so at the start of a line
    "<script>alert(1)</script> </div></article> <!-- a --> <https://a.example>",
    '<img src="x" onerror="y"> "quoted" \'quoted\' a < b > c',
    "&amp; &lt; &#42; &copy AT&T",
    "{{ 7 * 7 }} {% raw %} {## a ##}",
    "{# a #} { .ed-box #keeper } {: .ed-box }",
    "|a|b| c | d",
    "*em* **strong** _em_ __strong__ *[HTML]: abbreviation",
    "~~~ ~a~ ^a^ ==a==",
    "``` `code` ``code`` a ` lone one",
    "[ref]: /elsewhere/ ](/elsewhere/) [text](/elsewhere/) [text][ref] [^1] ![image](/x.png)",
    "[TOC]",
    r"\*escaped\* \\ \_",
    "سليماني (قاسم) \N{EN DASH}",
    "a  \nline\n\nand a paragraph\tand a tab",
    # what is dangerous at the start of a line
    "    four blanks",
    "# heading",
    "## heading #",
    "1. item",
    "100. item",
    "2020. A year",
    "- item",
    "+ item",
    "/// html | aside",
)

FREE = frozenset({TEXT, SENTENCE, CLAUSE, ARABIC})
"""The patterns of the fields that hold text in an author's own words."""

SORTED_BY = frozenset({"name", "sort", "term", "label"})
"""The fields that put records in order: in these the sign comes last, so that the order stays."""

COUNT = re.compile(r"\d+ words")
"""What a chapter's head says of its length, in which names count."""

NOT_PRINTED = {
    "Source.title",  # pandoc prints the citations: see test_citations
    "Source.container_title",
    "Background.title",
    "Name.family",
    "Name.given",
    "Name.literal",
    "Locators.named",  # for the checks only
    "Actor.sort",  # for the order only
}

CUT = re.compile(r'<span class="ed-(?:anchor__end|cite__at|scale__(?:name|rest))">(.*?)</span>')
"""Where a text is cut depends on the sign: a phrase before its last word, a citation before the
place in the source, a holder after the name."""

STRAIGHT = str.maketrans("\u201c\u201d\u2018\u2019", "\"\"''")
"""Which way a quotation mark is curled depends on what stands before it."""

BLOCKS = "\n\n".join(f"{{{{ {call} }}}}" for call in CALLS)

SENTENCES = """

{{ bibliography("digest") }}

{{ chapter_timeline("lamp", sign) }}

In March {{ actor("keeper") }}, {{ actor("keeper", sign) }} and {{ actor("pilots") }}
lit {{ term("lamp") }}, {{ term("lamp", sign) }}. {{ cite("log-1901", sign) }}

{{ place("head") }} {{ place("head", sign) }} {{ note("out", sign) }} it went.

- {{ event("storm") }}, {{ event("storm", sign) }}
- {{ dispute("storm-nights", sign) }} {{ cite("almanac-1901") }}

| who | what |
| --- | --- |
| {{ actor("keeper", sign) }} | {{ term("board", sign) }} |

/// html | aside#note-out.ed-note.disputed
{{ dispute("storm-nights", sign) }} {{ event("storm") }}
///
"""
"""Every shortcode that stands in a sentence, in a list, a table and an annotation, too."""


@pytest.mark.parametrize("sign", SIGNS, ids=repr)
def test_a_sign_in_the_data_is_read_as_it_stands_there(sign: str) -> None:
    expected = _put(sign, _page(WORD).pieces)

    assert _page(sign).pieces == expected


@pytest.mark.parametrize("sign", SIGNS, ids=repr)
def test_a_sign_in_a_heading_reaches_the_contents(sign: str) -> None:
    expected = _put(sign, _page(WORD).contents)

    assert _page(sign).contents == expected


@pytest.mark.parametrize("sign", SIGNS, ids=repr)
def test_a_sign_in_a_label_reaches_a_screen_reader(sign: str) -> None:
    expected = _put(sign, _page(WORD).labels)

    assert _page(sign).labels == expected


def test_the_page_shows_every_free_text_of_the_data() -> None:
    shown = " ".join(_page(WORD).pieces).replace("\N{EN DASH}", "-")

    hidden = {field for field, text in _free_texts(_with(WORD)) if text not in shown}

    assert hidden <= NOT_PRINTED, "print it, or say in NOT_PRINTED why not"


def test_a_template_cannot_make_an_address_of_a_text() -> None:
    with pytest.raises(ValueError, match="javascript"):
        address("javascript:alert(1)")


@pytest.mark.parametrize(
    ("locator", "printed"),
    [("paras 2-3, 7", "paras 2\N{EN DASH}3, 7"), ("sub-title", "sub-title"), ("a-1", "a-1")],
)
def test_only_a_hyphen_between_numbers_becomes_a_dash(locator: str, printed: str) -> None:
    assert dashes(locator) == printed


def test_what_is_escaped_once_is_not_escaped_again() -> None:
    once = literal("*a* & b")

    assert literal(once) == once


class _Reader(HTMLParser):
    """Reads HTML piece by piece: elements, their attributes, and the texts between."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = [""]
        self.labels: list[str] = []
        self.drawing = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        self.drawing += tag == "svg"
        if self.drawing:  # where things stand in it depends on how long its texts are
            named = {name: named[name] for name in ("class", "role") if name in named}
        if tag == "tspan":  # nor does it matter where a text breaks
            self.pieces[-1] += " "
            return
        self.labels += filter(None, [named.pop("aria-label", None)])
        self.pieces += [f"<{tag}>", *(f"{name}={named[name]}" for name in sorted(named)), ""]

    def handle_endtag(self, tag: str) -> None:
        self.drawing -= tag == "svg"
        if tag == "tspan":
            return
        self.pieces += [f"</{tag}>", ""]

    def handle_data(self, data: str) -> None:
        self.pieces[-1] += data.translate(STRAIGHT)

    def handle_comment(self, data: str) -> None:
        self.pieces += [f"<!--{data}-->", ""]


class _Made(NamedTuple):
    """A page as a browser gets it."""

    pieces: list[str]
    labels: list[str]
    contents: list[str]


@cache
def _page(sign: str) -> _Made:
    """Make the page with `sign` in every free text, and read it, blanks made even."""
    names, configs = _extensions()
    engine = markdown.Markdown(extensions=names, extension_configs=configs)
    reader = _Reader()
    made = engine.convert(filler(_with(sign))(BLOCKS + SENTENCES, sign=sign))
    reader.feed(CUT.sub(r"\1", made))
    reader.close()
    titles = _titles(getattr(engine, "toc_tokens"))  # noqa: B009  an extension adds it
    return _Made(
        pieces=[COUNT.sub("words", _even(piece)) for piece in reader.pieces if _even(piece)],
        labels=[_even(label) for label in reader.labels],
        contents=[_even(html.unescape(title).translate(STRAIGHT)) for title in titles],
    )


@cache
def _extensions() -> tuple[list[str], dict[str, dict[str, Any]]]:
    """Give the extensions of `mkdocs.yml` with their settings, and the one that MkDocs adds."""
    settings = yaml.load((ROOT / "mkdocs.yml").read_text("utf-8"), yaml.BaseLoader)  # noqa: S506
    configs: dict[str, dict[str, Any]] = {"fenced_code": {}}
    for entry in settings["markdown_extensions"]:
        configs |= entry if isinstance(entry, dict) else {entry: {}}
    return list(configs), configs


@cache
def _sound() -> Library:
    return load(SOUND)


def _with(sign: str) -> Library:
    """Give the sound project with `sign` in every free text of its records and front matter."""
    sound = _sound()
    return replace(
        sound,
        matter={path: _marked(matter, sign) for path, matter in sound.matter.items()},
        **{
            name: {ident: _marked(record, sign) for ident, record in getattr(sound, name).items()}
            for name in COLLECTIONS
        },
    )


def _free_texts(library: Library) -> Iterator[tuple[str, str]]:
    for _, _, record in library.records():
        yield from _texts(record)


def _texts(value: Any, field: str = "") -> Iterator[tuple[str, str]]:  # noqa: ANN401
    if isinstance(value, Record):
        for name in type(value).model_fields:
            yield from _texts(getattr(value, name), f"{type(value).__name__}.{name}")
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item, field)
    elif isinstance(value, str) and WORD in value:
        yield field, value


def _marked(value: Any, sign: str, field: str = "", *, free: bool = False) -> Any:  # noqa: ANN401
    if isinstance(value, Record):
        fields = type(value).model_fields.items()
        return value.model_copy(
            update={
                name: _marked(getattr(value, name), sign, name, free=bool(_patterns(info) & FREE))
                for name, info in fields
            }
        )
    if isinstance(value, tuple):
        return tuple(_marked(item, sign, field, free=free) for item in value)
    if isinstance(value, str) and free:
        return f"{value} {sign}" if field in SORTED_BY else f"{sign} {value}"
    return value


def _patterns(annotation: Any) -> set[str]:  # noqa: ANN401  a field, a type, or what annotates one
    """Give the patterns that a field's type names, at any depth."""
    parts = [getattr(annotation, name, ()) for name in ("metadata", "__metadata__", "__args__")]
    inside = [getattr(annotation, "annotation", None), *(x for part in parts for x in part)]
    found = {getattr(annotation, "pattern", None)} - {None}
    return found.union(*(_patterns(part) for part in inside if part is not None))


def _put(sign: str, texts: list[str]) -> list[str]:
    """Put a sign in the place of the plain word."""
    return [_even(text.replace(WORD, sign)) for text in texts]


def _titles(tokens: list[dict[str, Any]]) -> Iterator[str]:
    for token in tokens:
        yield token["name"]
        yield from _titles(token["children"])


def _even(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def test_a_text_is_split_where_its_script_changes() -> None:
    runs = by_script("<i>Lamp</i>. \u0627\u0644\u0631\u0623\u0633 - 30. 1901")

    assert [(run.text, run.arabic) for run in runs] == [
        ("<i>", False),
        ("Lamp", False),
        ("</i>", False),
        (". ", False),
        ("\u0627\u0644\u0631\u0623\u0633 - 30", True),
        (". 1901", False),
    ]


def test_an_address_in_arabic_script_stays_whole() -> None:
    tag = '<a href="https://example.org/\u0627\u0644\u0631\u0623\u0633">'

    assert [run.text for run in by_script(f"{tag}x</a>")] == [tag, "x", "</a>"]
