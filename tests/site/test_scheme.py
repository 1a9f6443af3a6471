"""The scheme of colours: the system's, until a reader says otherwise."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.site.driving import (
    DEEP,
    DESKTOP,
    NO_SCRIPTS,
    PALE,
    WITH_AND_WITHOUT,
    Reader,
    Window,
    kept,
    paper,
    visit,
)


def _switch(page: Page) -> Locator:
    return page.get_by_role("button", name="Dark colours")


@pytest.mark.parametrize("how", ["click", "Enter", "Space"])
def test_the_switch_changes_the_colours(reader: Reader, how: str) -> None:
    page = reader.open("about/")
    switch = _switch(page)

    expect(switch).to_have_attribute("aria-pressed", "false")
    if how == "click":
        switch.click()
    else:
        switch.press(how)
    expect(switch).to_have_attribute("aria-pressed", "true")
    expect(paper(page)).to_have_css("background-color", DEEP)


def test_the_chosen_colours_are_kept(reader: Reader) -> None:
    page = reader.open("about/")
    _switch(page).click()

    for address in ("about/", "glossary/"):
        visit(page, address)
        expect(paper(page)).to_have_css("background-color", DEEP)
        expect(_switch(page)).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize("scripts", WITH_AND_WITHOUT)
def test_a_page_follows_the_system(reader: Reader, scripts: Window) -> None:
    page = reader.open("about/", {**DESKTOP, **scripts})

    expect(paper(page)).to_have_css("background-color", PALE)
    page.emulate_media(color_scheme="dark")
    expect(paper(page)).to_have_css("background-color", DEEP)


def test_who_chooses_what_the_system_has_follows_it_again(reader: Reader) -> None:
    page = reader.open("about/")
    _switch(page).click()
    _switch(page).click()

    assert kept(page) == {}
    expect(paper(page)).to_have_css("background-color", PALE)
    page.emulate_media(color_scheme="dark")
    expect(paper(page)).to_have_css("background-color", DEEP)


def test_without_scripts_there_is_no_switch(reader: Reader) -> None:
    page = reader.open("about/", {**DESKTOP, **NO_SCRIPTS})

    expect(page.locator("ed-scheme button")).to_be_hidden()
