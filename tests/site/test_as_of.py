"""A profile's diagram, and the list of the same, read as of a month."""

import pytest
from playwright.sync_api import Locator, Page, expect

from macros.library import Library
from macros.relations import relation_lines, turning_points
from tests.site.driving import (
    BOTH,
    DESKTOP,
    NO_SCRIPTS,
    PHONE,
    Reader,
    Window,
    barriers,
    settle,
    visit,
)

ADDRESS = "actors/kadhimi/"
ACTOR = "kadhimi"


def _slider(page: Page) -> Locator:
    return page.get_by_role("slider")


def _others(page: Page) -> list[str]:
    """Give the names that the diagram shows, as they are read out."""
    texts = page.locator(".ed-drawing__link:visible").all()
    return [" ".join((link.text_content() or "").split()) for link in texts]


def _listed(page: Page) -> Locator:
    return page.locator("#relation-list li[data-tie]:visible")


def _holding(library: Library, month: str) -> int:
    """Count the relations that may have held in a month, or that have no date."""
    lines = relation_lines(library.actors[ACTOR], library)
    return sum(not line.months or line.months[0] <= month <= line.months[1] for line in lines)


@pytest.mark.parametrize("month", ["2016-06", "2020-05", "2020-07", "2021-06"])
def test_the_diagram_and_the_list_show_what_held(
    reader: Reader, library: Library, month: str
) -> None:
    page = reader.open(f"{ADDRESS}?as-of={month}")
    count = _holding(library, month)

    expect(_listed(page)).to_have_count(count)
    names = page.locator("#relation-list li[data-tie]:visible > a:first-child").all_text_contents()
    drawn = {name.replace(" ", "").replace("-", "") for name in _others(page)}
    assert drawn == {name.replace(" ", "").replace("-", "") for name in names}
    expect(page.locator("ed-as-of [role=status]")).to_contain_text(f"{count} of ")


def test_the_keyboard_moves_it_and_the_address_keeps_it(reader: Reader, library: Library) -> None:
    page = reader.open(ADDRESS)
    turns = turning_points(relation_lines(library.actors[ACTOR], library))
    _slider(page).focus()
    page.keyboard.press("End")

    expect(_slider(page)).to_have_attribute("aria-valuetext", turns[-1].name)
    page.keyboard.press("ArrowLeft")
    expect(_slider(page)).to_have_attribute("aria-valuetext", turns[-2].name)
    assert page.url.endswith(f"?as-of={turns[-2].id}")
    before = _others(page)
    visit(page, page.url)
    assert _others(page) == before

    _slider(page).focus()
    page.keyboard.press("Home")
    expect(_slider(page)).to_have_attribute("aria-valuetext", "any time")
    expect(_listed(page)).to_have_count(len(relation_lines(library.actors[ACTOR], library)))
    assert page.url.endswith(ADDRESS)


@pytest.mark.parametrize("window", BOTH)
def test_a_press_on_it_moves_it(reader: Reader, window: Window) -> None:
    page = reader.open(ADDRESS, window)
    before = len(_others(page))
    box = _slider(page).bounding_box()
    assert box
    middle = {"x": box["width"] * 0.3, "y": box["height"] / 2}
    _slider(page).tap(position=middle) if window is PHONE else _slider(page).click(position=middle)

    expect(_slider(page)).not_to_have_value("0")
    assert 0 < len(_others(page)) < before


def test_a_month_without_a_change_is_read_as_the_last_change_before(reader: Reader) -> None:
    page = reader.open(f"{ADDRESS}?as-of=1990-01")

    expect(_slider(page)).to_have_attribute("aria-valuetext", "January 1985")


def test_without_scripts_there_is_no_slider_and_all_of_it(reader: Reader, library: Library) -> None:
    page = reader.open(f"{ADDRESS}?as-of=2020-05", {**DESKTOP, **NO_SCRIPTS})

    expect(_slider(page)).to_be_hidden()
    expect(_listed(page)).to_have_count(len(relation_lines(library.actors[ACTOR], library)))


def test_paper_says_as_of_when(reader: Reader) -> None:
    page = reader.open(f"{ADDRESS}?as-of=2020-05")
    page.emulate_media(media="print")

    expect(_slider(page)).to_be_hidden()
    expect(page.locator("ed-as-of b")).to_have_text("May 2020")
    expect(page.locator("ed-as-of b")).to_be_visible()


@pytest.mark.parametrize("window", BOTH)
def test_a_drawn_name_shows_its_card_beside_it(reader: Reader, window: Window) -> None:
    page = reader.open(ADDRESS, window)
    link = page.locator(".ed-drawing__link").nth(4)
    link.scroll_into_view_if_needed()
    link.tap() if window is PHONE else link.hover()
    card = page.locator("#ed-card")
    expect(card).to_be_visible()
    around, beside = link.bounding_box(), card.bounding_box()

    assert around
    assert beside
    gaps = (
        beside["y"] - around["y"] - around["height"],
        around["y"] - beside["y"] - beside["height"],
    )
    assert 0 <= max(gaps) <= 40
    address = link.evaluate("(a) => new URL(a.getAttribute('href'), document.baseURI).href")
    assert card.get_by_role("link").evaluate("(a) => a.href") == address


@pytest.mark.parametrize("scripts", [{}, NO_SCRIPTS])
def test_a_drawn_name_leads_to_the_profile(reader: Reader, scripts: Window) -> None:
    page = reader.open(ADDRESS, {**DESKTOP, **scripts})
    link = page.locator(".ed-drawing__link[href*='soleimani'], .ed-drawing__link").first
    address = link.evaluate("(a) => new URL(a.getAttribute('href'), document.baseURI).href")
    link.focus()
    page.keyboard.press("Enter")

    expect(page).to_have_url(address)
    settle(page)


def test_a_marker_of_several_places_shows_the_card_of_each(
    reader: Reader, library: Library
) -> None:
    page = reader.open("map/")
    marker = page.locator(".ed-map__link[data-also]").first
    names = (marker.get_attribute("aria-label") or "").split(", ")
    marker.hover()
    card = page.locator("#ed-card")
    expect(card).to_be_visible()

    assert len(names) > 1
    assert card.locator(".ed-card__name").all_text_contents() == names
    leads = card.get_by_role("link").evaluate_all("(all) => all.map((a) => a.hash.slice(1))")
    assert [library.name(library.places[ident]) for ident in leads] == [
        name.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'") for name in names
    ]


@pytest.mark.parametrize("address", [f"{ADDRESS}?as-of=2020-05", "map/"])
@pytest.mark.parametrize("window", BOTH)
def test_drawn_links_have_no_barriers(reader: Reader, address: str, window: Window) -> None:
    page = reader.open(address, window)

    assert barriers(page) == []


def test_what_is_shown_as_of_a_month_is_not_drawn_as_past(reader: Reader) -> None:
    page = reader.open(f"{ADDRESS}?as-of=2020-06")
    shown = page.locator("[data-ties]:not([data-off]) > .ed-drawing__line[data-past='yes']").first

    expect(shown).to_have_css("stroke-dasharray", "none")
    visit(page, ADDRESS)
    expect(shown).not_to_have_css("stroke-dasharray", "none")
