"""Every picture has a caption, a line of sources and the same in words, and no style of its own."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, tostring

import pytest

from tests.site.built import Page, texts

LARGEST_MAP = 27_500
"""In bytes: a chapter stays light on a slow connection."""

IN_WORDS = frozenset({"table", "ol", "ul"})

Figures = list[tuple[str, Page, Element]]


@pytest.fixture(scope="module")
def figures(pages: dict[str, Page]) -> Figures:
    """Give every picture of the site, with its page and its address."""
    return [
        (f"{page.path}#{element.get('id')}", page, element)
        for page in pages.values()
        for element in page.elements
        if element.tag == "figure" and _has(element, "ed-figure")
    ]


def test_there_are_pictures(figures: Figures) -> None:
    assert figures


def test_every_picture_has_an_address(figures: Figures) -> None:
    nameless = [address for address, _, figure in figures if not figure.get("id")]

    assert not nameless


def test_every_picture_has_a_caption(figures: Figures) -> None:
    mute = [
        address
        for address, _, figure in figures
        if not any("".join(texts(caption)).strip() for caption in figure.iter("figcaption"))
    ]

    assert not mute


def test_every_picture_names_its_sources_with_a_link(figures: Figures) -> None:
    unsourced = [
        address
        for address, _, figure in figures
        if not any(_has(p, "ed-figure__source") and list(p.iter("a")) for p in figure.iter("p"))
    ]

    assert not unsourced


def test_every_picture_says_the_same_in_words(figures: Figures) -> None:
    wordless = [
        address
        for address, page, figure in figures
        if not any(e.tag in IN_WORDS for e in figure.iter()) and not _points_at_words(page, figure)
    ]

    assert not wordless, "put a table or a list into the figure, or link to one on the page"


def test_every_drawing_is_named_by_its_caption(figures: Figures) -> None:
    """And is one image, unless it has links in it, which a single image would hide."""
    unnamed = [
        address
        for address, page, figure in figures
        for drawing in _drawings(figure)
        if drawing.get("aria-hidden") != "true"
        and (
            drawing.get("role") != _role(drawing) or drawing.get("aria-labelledby") not in page.ids
        )
    ]

    assert not unnamed


def test_nothing_in_a_drawing_has_a_style_or_a_script(figures: Figures) -> None:
    styled = [
        address
        for address, _, figure in figures
        for drawing in _drawings(figure)
        for element in drawing.iter()
        if element.get("style") or _tag(element) in {"style", "script", "foreignObject"}
    ]

    assert not styled


def test_no_map_is_too_large(figures: Figures) -> None:
    sizes = {
        address: sum(len(tostring(drawing)) for drawing in _drawings(figure))
        for address, _, figure in figures
        if _has(figure, "ed-map")
    }
    large = {address: size for address, size in sizes.items() if size > LARGEST_MAP}

    assert not large, "simplify the base map"


def _drawings(figure: Element) -> Iterator[Element]:
    return (e for e in figure.iter() if isinstance(e.tag, str) and _tag(e) == "svg")


def _role(drawing: Element) -> str:
    return "group" if any(_tag(e) == "a" for e in drawing.iter()) else "img"


def _tag(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _has(element: Element, name: str) -> bool:
    return name in element.get("class", "").split()


def _points_at_words(page: Page, figure: Element) -> bool:
    """Whether a picture leads to a list or a table that stands elsewhere on its page."""
    targets = {(a.get("href") or "").removeprefix("#") for a in figure.iter("a")} - {""}
    return any(
        any(e.tag in IN_WORDS for e in element.iter())
        for element in page.elements
        if element.get("id") in targets
    )
