"""The remembered place: offered where a reader comes back, kept in the browser and nowhere else."""

import json

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.site.driving import (
    CHAPTER,
    DEEP,
    DESKTOP,
    PHONE,
    PLACE,
    Reader,
    kept,
    paper,
    phrase_and_note,
    remember,
    sections,
    settle,
    visit,
    wheel_to,
)

OURS = {"ed-scheme", "ed-resume"}
"""The names of all that the site may keep."""

KEEPS_NOTHING = """Object.defineProperty(window, "localStorage", {
    get() { throw new DOMException("not here", "SecurityError"); },
});"""
"""A browser that refuses, as some do in a private window."""

ELSEWHERE = """async () => [
    ...Object.keys(sessionStorage),
    ...(await indexedDB.databases()).map((base) => base.name),
    ...(await caches.keys()),
    ...(await navigator.serviceWorker.getRegistrations()).map((worker) => worker.scope),
]"""
"""What a site may keep beside cookies and the local storage."""


def _offer(page: Page) -> Locator:
    return page.get_by_role("region", name="Where you stopped")


def _words(heading: Locator) -> str:
    words: str = heading.evaluate("(element) => element.firstChild.textContent")
    return words


def _read_on(page: Page, place: int = 2, *, with_keys: bool = False) -> Locator:
    """Read on to a section, the last one with keys; wait until it is kept and give its heading."""
    heading = sections(page).nth(-1 if with_keys else place)
    if with_keys:
        page.keyboard.press("End")
    else:
        wheel_to(page, heading)
    page.wait_for_function(
        "(id) => (localStorage['ed-resume'] ?? '').includes(`\"${id}\"`)",
        arg=heading.get_attribute("id"),
        timeout=5000,
    )
    return heading


@pytest.mark.parametrize("with_keys", [False, True], ids=["wheel", "keys"])
def test_a_chapter_offers_the_section_where_one_stopped(reader: Reader, *, with_keys: bool) -> None:
    page = reader.open(CHAPTER)
    heading = _read_on(page, with_keys=with_keys)
    visit(page, CHAPTER)
    link = _offer(page).get_by_role("link", name=_words(heading), exact=True)

    expect(heading).not_to_be_in_viewport()
    expect(link).to_be_in_viewport()
    link.click()
    expect(heading).to_be_in_viewport()
    expect(_offer(page)).to_be_hidden()


def test_the_front_page_offers_it_with_its_chapter(reader: Reader) -> None:
    page = reader.open("chapters/rise/")
    heading = _read_on(page)
    name = f"Chapter 1: {_words(heading)}"
    visit(page, "")
    _offer(page).get_by_role("link", name=name, exact=True).click()

    expect(page.get_by_role("heading", level=1)).to_contain_text("rise")
    expect(heading).to_be_in_viewport()


@pytest.mark.parametrize("address", ["chapters/after/", f"{CHAPTER}#questions", "about/"])
def test_nothing_is_offered_elsewhere(reader: Reader, address: str) -> None:
    page = remember(reader)
    visit(page, address)

    expect(page.locator("main")).to_be_visible()
    expect(_offer(page)).to_be_hidden()


def test_nothing_is_offered_on_the_first_visit(reader: Reader) -> None:
    page = reader.open("")

    expect(_offer(page)).to_be_hidden()
    visit(page, CHAPTER)
    expect(_offer(page)).to_be_hidden()


def test_who_reads_on_without_it_is_left_alone(reader: Reader) -> None:
    page = remember(reader)
    visit(page, CHAPTER)

    expect(_offer(page)).to_be_visible()
    _read_on(page, 3)
    expect(_offer(page)).to_be_hidden()


def test_it_can_be_forgotten(reader: Reader) -> None:
    page = remember(reader)
    visit(page, "")
    _offer(page).get_by_role("button", name="Forget it").click()

    expect(_offer(page)).to_be_hidden()
    assert kept(page) == {}
    page.reload()
    settle(page)
    expect(_offer(page)).to_be_hidden()


def test_it_is_the_place_and_nothing_about_the_reader(reader: Reader) -> None:
    page = reader.open(CHAPTER)
    _read_on(page, 1)

    assert json.loads(kept(page)["ed-resume"]) == PLACE


def test_nothing_else_is_kept(reader: Reader) -> None:
    page = reader.open(CHAPTER, PHONE)
    page.get_by_role("button", name="Dark colours").tap()
    phrase_and_note(page)[0].tap()
    _read_on(page, with_keys=True)
    for address in ("", "glossary/", "chapters/rise/"):
        visit(page, address)

    assert set(kept(page)) == OURS
    assert page.context.cookies() == []
    assert page.evaluate(ELSEWHERE) == []


def test_a_browser_that_keeps_nothing_reads_as_well(reader: Reader) -> None:
    page = reader.new_window(DESKTOP)
    page.add_init_script(KEEPS_NOTHING)
    visit(page, CHAPTER)
    page.get_by_role("button", name="Dark colours").click()

    expect(paper(page)).to_have_css("background-color", DEEP)
    page.keyboard.press("End")
    contents = page.get_by_role("navigation", name="On this page")
    expect(contents.get_by_role("link").last).to_have_attribute("aria-current", "true")
    visit(page, "")
    expect(_offer(page)).to_be_hidden()
    assert reader.complaints == []


@pytest.mark.parametrize("nonsense", ["{", '{"chapter":"chapters/rise/"}'])
def test_what_makes_no_sense_is_not_offered(reader: Reader, nonsense: str) -> None:
    page = reader.open("about/")
    page.evaluate("(text) => { localStorage['ed-resume'] = text; }", nonsense)
    visit(page, "")

    expect(page.locator("main")).to_be_visible()
    expect(_offer(page)).to_be_hidden()
