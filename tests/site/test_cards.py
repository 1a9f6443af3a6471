"""What a link leads to is shown beside it: to the mouse, the keyboard and the finger."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.site.driving import (
    BOTH,
    CHAPTER,
    DESKTOP,
    NO_SCRIPTS,
    PHONE,
    Reader,
    Window,
    barriers,
    settle,
)

KINDS = [
    ("actor", "Profile"),
    ("term", "In the glossary"),
    ("place", "On the map"),
    ("event", "In the timeline"),
    ("dispute", "Among the disagreements"),
    ("cite", "Among the sources"),
]
"""A kind of link, and what the card says of where it leads."""

WAITS = 600
"""In ms: longer than a card waits until it comes or goes."""


def _card(page: Page) -> Locator:
    return page.locator("#ed-card")


def _link(page: Page, kind: str = "actor") -> Locator:
    """Give a link of the text that stands alone on its line, as far as there is one."""
    return page.locator(f"main p > a.ed-{kind}").filter(visible=True).first


def _follow(page: Page) -> None:
    settle(page)
    expect(_card(page)).to_be_hidden()


@pytest.mark.parametrize("window", BOTH)
@pytest.mark.parametrize(("kind", "leads"), KINDS)
def test_every_kind_of_link_has_a_card(
    reader: Reader, kind: str, leads: str, window: Window
) -> None:
    page = reader.open("chapters/militias/", window)
    link = page.locator(f"main a.ed-{kind}").filter(visible=True).first
    link.scroll_into_view_if_needed()
    link.tap() if window is PHONE else link.hover()

    expect(_card(page)).to_be_visible()
    go = _card(page).get_by_role("link")
    expect(go).to_have_text(leads)
    assert go.evaluate("(a) => a.href") == link.evaluate("(a) => a.href")


@pytest.mark.parametrize("window", BOTH)
@pytest.mark.parametrize("edge", [120, -60])
def test_a_card_covers_no_part_of_its_link_and_stays_in_the_window(
    reader: Reader, window: Window, edge: int
) -> None:
    page = reader.open("chapters/militias/", window)
    link = _link(page)
    # Near the top, then near the bottom of the window.
    link.evaluate(
        "(a, y) => scrollBy(0, a.getBoundingClientRect().top - (y + innerHeight) % innerHeight)",
        edge,
    )
    link.tap() if window is PHONE else link.hover()
    expect(_card(page)).to_be_visible()
    around, beside = link.bounding_box(), _card(page).bounding_box()

    assert around
    assert beside
    below = beside["y"] >= around["y"] + around["height"]
    above = beside["y"] + beside["height"] <= around["y"]
    assert below or above
    assert beside["y"] >= 0
    assert beside["y"] + beside["height"] <= window["viewport"]["height"]
    assert 0 <= beside["x"] <= beside["x"] + beside["width"] <= window["viewport"]["width"]


def test_the_mouse_may_enter_the_card_and_leaving_closes_it(reader: Reader) -> None:
    page = reader.open(CHAPTER)
    _link(page).hover()
    expect(_card(page)).to_be_visible()
    _card(page).hover()
    page.wait_for_timeout(WAITS)

    expect(_card(page)).to_be_visible()
    page.mouse.move(5, 5)
    expect(_card(page)).to_be_hidden()


def test_who_passes_over_a_link_sees_no_card(reader: Reader) -> None:
    page = reader.open(CHAPTER)
    _link(page).hover()
    page.mouse.move(5, 5)
    page.wait_for_timeout(WAITS)

    expect(_card(page)).to_be_hidden()


def test_the_focus_shows_it_and_escape_closes_it(reader: Reader) -> None:
    page = reader.open(CHAPTER)
    link = _link(page)
    page.keyboard.press("Tab")
    link.focus()

    expect(_card(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(_card(page)).to_be_hidden()
    expect(link).to_be_focused()
    page.wait_for_timeout(WAITS)
    expect(_card(page)).to_be_hidden()


def test_the_keyboard_reaches_the_link_in_the_card_and_goes_on(reader: Reader) -> None:
    page = reader.open(CHAPTER)
    link = _link(page)
    page.keyboard.press("Tab")
    link.focus()
    expect(_card(page)).to_be_visible()
    page.keyboard.press("Tab")

    expect(_card(page).get_by_role("link")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("main a:focus")).to_have_count(1)
    expect(link).not_to_be_focused()


def test_the_first_tap_shows_it_the_second_follows(reader: Reader) -> None:
    page = reader.open(CHAPTER, PHONE)
    link = _link(page)
    address = link.evaluate("(a) => a.href")
    link.tap()

    expect(_card(page)).to_be_visible()
    assert page.url != address
    link.tap()
    expect(page).to_have_url(address)
    _follow(page)


def test_a_tap_beside_it_closes_it(reader: Reader) -> None:
    page = reader.open(CHAPTER, PHONE)
    _link(page).tap()
    expect(_card(page)).to_be_visible()
    page.locator("h1").tap()

    expect(_card(page)).to_be_hidden()


def test_a_tap_follows_where_no_card_can_be_loaded(reader: Reader) -> None:
    page = reader.window(PHONE)
    page.route("**/cards-*.js", lambda route: route.abort())
    page.goto(CHAPTER)
    settle(page)
    link = _link(page)
    address = link.evaluate("(a) => a.href")
    link.tap()

    expect(page).to_have_url(address)


def test_without_scripts_a_tap_follows(reader: Reader) -> None:
    page = reader.open(CHAPTER, {**PHONE, **NO_SCRIPTS})
    link = _link(page)
    address = link.evaluate("(a) => a.href")
    link.tap()

    expect(page).to_have_url(address)


def test_nothing_is_loaded_until_a_card_is_wanted(reader: Reader) -> None:
    page = reader.window(DESKTOP)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(CHAPTER)
    settle(page)

    assert not [url for url in asked if "cards-" in url]
    _link(page).hover()
    expect(_card(page)).to_be_visible()
    assert len([url for url in asked if "cards-" in url]) == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_card_has_no_barriers(reader: Reader, scheme: str) -> None:
    page = reader.open("chapters/militias/", {**DESKTOP, "color_scheme": scheme})
    page.locator("main a.ed-dispute").filter(visible=True).first.hover()
    expect(_card(page)).to_be_visible()

    assert barriers(page) == []
