"""Debates in a browser: who stands where on the scale, and the way from there to the table."""

import pytest
from playwright.sync_api import Page, expect

from macros.debates import laid
from macros.library import Library
from macros.loading import load
from tests.project import ROOT
from tests.site.browsing import NARROWEST, TOO_WIDE
from tests.site.driving import DESKTOP, NO_SCRIPTS, PHONE, Reader

DEBATES = "debates/"
IN_A_CHAPTER = "chapters/rise/"

SCALES = """() => Object.fromEntries([...document.querySelectorAll(".ed-stands")].map((figure) => {
    const rows = (part) => [...part.querySelectorAll(".ed-scale__link")]
        .map((link) => link.getAttribute("href").slice(1));
    const steps = [...figure.querySelectorAll(".ed-scale__step")];
    const rest = figure.querySelector(".ed-scale__unplaced");
    return [figure.id.replace("scale-", ""), {
        steps: steps.map((step) => [
            step.querySelector(".ed-scale__label").textContent.replaceAll("’", "'"), rows(step),
        ]),
        unplaced: rest ? rows(rest) : [],
        table: [...figure.querySelectorAll("tbody tr")].map((row) => row.id),
    }];
}))"""
"""Every scale as the page shows it: who stands where, and the rows of its table."""

EDGES = """() => [...document.querySelectorAll(".ed-scale ol")].map((scale) =>
    [...scale.children].map((step) => {
        const { left, top } = step.getBoundingClientRect();
        return [Math.round(left), Math.round(top)];
    }))"""
"""Where each step of each scale begins."""


@pytest.fixture(scope="module")
def library() -> Library:
    return load(ROOT)


@pytest.mark.parametrize("address", [DEBATES, IN_A_CHAPTER])
def test_a_scale_shows_who_stands_where_in_the_data(
    reader: Reader, library: Library, address: str
) -> None:
    shown = reader.open(address, {**DESKTOP, **NO_SCRIPTS}).evaluate(SCALES)

    expected = {
        ident: {
            "steps": [[step.label, [one.row for one in step.standing]] for step in found.steps],
            "unplaced": [one.row for one in found.unplaced],
            "table": [one.row for one in found.ordered],
        }
        for ident, found in ((ident, laid(debate)) for ident, debate in library.debates.items())
        if address == DEBATES or ident in shown
    }
    assert shown == expected


@pytest.mark.parametrize("address", [DEBATES, IN_A_CHAPTER])
def test_a_name_on_the_scale_leads_to_its_row(reader: Reader, address: str) -> None:
    page = reader.open(address, PHONE)
    figure = page.locator(".ed-stands").last
    name = figure.locator(".ed-scale__link").last
    said = name.inner_text()

    name.tap()

    row = figure.locator("tr:target")
    expect(row).to_be_in_viewport()
    expect(row.locator("th")).to_have_text(said)


@pytest.mark.parametrize("address", [DEBATES, IN_A_CHAPTER])
def test_steps_stand_side_by_side_where_there_is_room(reader: Reader, address: str) -> None:
    for steps in _edges(reader.open(address)):
        lefts, tops = zip(*steps, strict=True)

        assert len(set(tops)) == 1
        assert sorted(set(lefts)) == list(lefts)


@pytest.mark.parametrize("address", [DEBATES, IN_A_CHAPTER])
def test_steps_stand_below_one_another_in_the_narrowest_window(
    reader: Reader, address: str
) -> None:
    page = reader.open(address, {"viewport": {"width": NARROWEST, "height": 800}})

    for steps in _edges(page):
        lefts, tops = zip(*steps, strict=True)
        assert len(set(lefts)) == 1
        assert sorted(set(tops)) == list(tops)
    assert page.evaluate(TOO_WIDE) == []


def test_paper_has_the_scale_in_columns_and_no_list_of_links(reader: Reader) -> None:
    page = reader.open(DEBATES, {"viewport": {"width": 642, "height": 900}})
    page.emulate_media(media="print")

    assert all(len({top for _, top in steps}) == 1 for steps in _edges(page))
    expect(page.get_by_role("navigation", name="The questions")).to_be_hidden()


def _edges(page: Page) -> list[list[tuple[int, int]]]:
    edges: list[list[tuple[int, int]]] = page.evaluate(EDGES)
    assert edges
    return edges
