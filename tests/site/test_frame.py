"""The frame of the pages, driven by keys, fingers and mouse, with scripts and without."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.site.driving import (
    BOTH,
    CHAPTER,
    DESKTOP,
    NO_SCRIPTS,
    PHONE,
    WITH_AND_WITHOUT,
    Reader,
    Window,
    sections,
    wheel_to,
)

TITLES = [
    "Iraq before April 2020",
    "Kadhimi\N{RIGHT SINGLE QUOTATION MARK}s rise",
    "The militia confrontation",
    "The Strategic Dialogue",
    "Regional actors",
    "What came after",
]

HOW_IT_LOOKS = """(link) => {
    const { fontWeight, textDecorationLine, borderBottomWidth, outlineStyle } =
        getComputedStyle(link);
    return [fontWeight, textDecorationLine, borderBottomWidth, outlineStyle];
}"""
"""What is left of how a link looks where the system has taken over all colours and shadows."""

CONTRAST = """(element) => {
    const channels = (colour) => colour.match(/[0-9.]+/g).slice(0, 3).map(Number);
    const linear = (c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    const light = (colour) => colour.map((c, i) => linear(c / 255) * [0.2126, 0.7152, 0.0722][i])
        .reduce((sum, c) => sum + c) + 0.05;
    const { color, opacity } = getComputedStyle(element);
    const paper = channels(getComputedStyle(document.documentElement).backgroundColor);
    const ink = channels(color).map((c, i) => c * opacity + paper[i] * (1 - opacity));
    return Math.max(light(ink) / light(paper), light(paper) / light(ink));
}"""
"""How far an element stands out from the paper. (axe passes over a text of one sign.)"""


def _menu(page: Page) -> tuple[Locator, Locator]:
    return page.get_by_role("button", name="Menu"), page.locator("#ed-menu")


def _chapters(page: Page) -> tuple[Locator, Locator]:
    return page.get_by_role("button", name="Chapters"), page.locator("#ed-menu-chapters")


@pytest.mark.parametrize("window", BOTH)
def test_the_first_stop_leads_to_the_text(reader: Reader, window: Window) -> None:
    page = reader.open(CHAPTER, window)
    link = page.get_by_role("link", name="Skip to the text")

    expect(link).not_to_be_in_viewport()
    page.keyboard.press("Tab")
    expect(link).to_be_focused()
    expect(link).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("main :focus")).to_have_count(1)


@pytest.mark.parametrize("scripts", WITH_AND_WITHOUT)
def test_on_a_phone_a_tap_opens_and_closes_the_menu(reader: Reader, scripts: Window) -> None:
    page = reader.open(CHAPTER, {**PHONE, **scripts})
    button, menu = _menu(page)

    expect(menu).to_be_hidden()
    button.tap()
    expect(menu).to_be_visible()
    button.tap()
    expect(menu).to_be_hidden()


@pytest.mark.parametrize("scripts", WITH_AND_WITHOUT)
def test_escape_closes_the_menu_and_gives_the_focus_back(reader: Reader, scripts: Window) -> None:
    page = reader.open(CHAPTER, {**PHONE, **scripts})
    button, menu = _menu(page)
    button.press("Enter")
    page.keyboard.press("Tab")

    expect(menu.locator(":focus")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(button).to_be_focused()


def test_the_chapters_come_first_in_the_menu(reader: Reader) -> None:
    page = reader.open(CHAPTER, PHONE)
    button, menu = _menu(page)
    button.tap()
    words = [words.lstrip(" 01234") for words in menu.get_by_role("link").all_inner_texts()]

    assert words[: len(TITLES)] == TITLES


def test_the_menu_leads_to_a_page(reader: Reader) -> None:
    page = reader.open(CHAPTER, {**PHONE, **NO_SCRIPTS})
    button, menu = _menu(page)
    button.tap()
    menu.get_by_role("link", name="Glossary").tap()

    expect(page.get_by_role("heading", level=1)).to_contain_text("Glossary")


@pytest.mark.parametrize("scripts", WITH_AND_WITHOUT)
def test_the_chapters_open_as_a_list(reader: Reader, scripts: Window) -> None:
    page = reader.open("about/", {**DESKTOP, **scripts})
    button, chapters = _chapters(page)

    expect(chapters).to_be_hidden()
    button.click()
    expect(chapters).to_be_visible()
    expect(chapters.get_by_role("link")).to_have_count(len(TITLES))
    button.click()
    expect(chapters).to_be_hidden()


def test_escape_closes_the_chapters_and_gives_the_focus_back(reader: Reader) -> None:
    page = reader.open("about/")
    button, chapters = _chapters(page)
    button.press("Enter")
    expect(chapters).to_be_visible()
    page.keyboard.press("Tab")

    expect(chapters.get_by_role("link").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(chapters).to_be_hidden()
    expect(button).to_be_focused()


def test_a_list_closes_when_the_keyboard_has_left_it(reader: Reader) -> None:
    page = reader.open("about/")
    button, chapters = _chapters(page)
    button.press("Enter")
    for _ in range(len(TITLES) + 1):
        page.keyboard.press("Tab")

    expect(page.get_by_role("link", name="Timeline")).to_be_focused()
    expect(chapters).to_be_hidden()


@pytest.mark.parametrize(
    ("address", "words", "current"),
    [
        (CHAPTER, TITLES[0], "page"),
        ("glossary/", "Glossary", "page"),
        ("actors/kadhimi/", "Actors", "true"),
    ],
)
def test_the_menu_marks_where_one_is(
    reader: Reader, address: str, words: str, current: str
) -> None:
    menu = reader.open(address).locator("#ed-menu")
    marked = menu.locator("[aria-current]")

    expect(marked).to_have_count(1)
    expect(marked).to_contain_text(words)
    expect(marked).to_have_attribute("aria-current", current)


def test_where_one_is_can_be_seen_without_our_colours(reader: Reader) -> None:
    menu = reader.open("about/", {**DESKTOP, "forced_colors": "active"}).locator("#ed-menu")
    here, elsewhere = (menu.get_by_role("link", name=name) for name in ("About", "Glossary"))

    assert here.evaluate(HOW_IT_LOOKS) != elsewhere.evaluate(HOW_IT_LOOKS)


def test_what_needs_scripts_is_not_shown_without(reader: Reader) -> None:
    page = reader.open(CHAPTER, {**DESKTOP, **NO_SCRIPTS})

    expect(page.locator("header button")).not_to_have_count(0)
    expect(page.locator("[data-ed-search-open]")).to_be_hidden()
    expect(page.locator("section.ed-resume")).to_be_hidden()


def test_the_contents_mark_the_section_that_is_read(reader: Reader) -> None:
    page = reader.open(CHAPTER)
    contents = page.get_by_role("navigation", name="On this page")

    for place in (4, 2):
        heading = sections(page).nth(place)
        wheel_to(page, heading)
        current = contents.locator("[aria-current]")
        expect(current).to_have_attribute("href", f"#{heading.get_attribute('id')}")


def test_the_foot_leads_on_and_back(reader: Reader) -> None:
    page = reader.open("chapters/rise/")
    foot = page.get_by_role("navigation", name="Before and after")
    title = page.get_by_role("heading", level=1)

    foot.get_by_role("link", name=TITLES[2]).click()
    expect(title).to_contain_text(TITLES[2])
    foot.get_by_role("link", name=TITLES[1]).click()
    expect(title).to_contain_text(TITLES[1])
    foot.get_by_role("link", name=TITLES[0]).click()
    expect(title).to_contain_text(TITLES[0])


def test_every_heading_links_to_itself(reader: Reader) -> None:
    headings = reader.open(CHAPTER).locator("main :is(h2, h3)").filter(visible=True)
    there = headings.evaluate_all(
        "(all) => all.map((e) => [e.id, e.querySelector('a.headerlink')?.getAttribute('href')])"
    )

    assert there
    assert [ident for ident, address in there if address != f"#{ident}"] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_without_a_mouse_these_links_can_be_seen(reader: Reader, scheme: str) -> None:
    page = reader.open(CHAPTER, {**PHONE, "color_scheme": scheme})
    link = page.locator("main h2 .headerlink").first

    assert link.evaluate(CONTRAST) >= 4.5


def test_the_page_for_lost_readers_finds_the_others(reader: Reader) -> None:
    page = reader.open("404.html")
    page.keyboard.press("Control+k")
    page.get_by_role("searchbox").fill("Kadhimi")
    page.locator(".ed-search__results a").first.click()

    expect(page).to_have_url(re.compile(r"127\.0\.0\.1:\d+/actors/kadhimi/$"))
