"""Events are chosen by kind, chapter, actor, place, source and period: in a browser."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from macros.facets import values
from macros.library import Library
from macros.models import Event
from tests.site.driving import (
    BOTH,
    DESKTOP,
    NO_SCRIPTS,
    PHONE,
    WITH_AND_WITHOUT,
    Reader,
    Window,
    barriers,
    settle,
    visit,
)

ADDRESS = "timeline/"
FULL = "timeline/?kind=violence&kind=military&actor=kataib-hezbollah&from=2020-05&to=2020-08"


def _entries(page: Page) -> Locator:
    return page.locator(".ed-happened").filter(visible=True)


def _shown(page: Page) -> list[str]:
    """Give the ids of the events that are shown."""
    ids: list[str] = (
        _entries(page)
        .locator(".ed-happened__what")
        .evaluate_all("(headings) => headings.map(({ id }) => id)")
    )
    return ids


def _with(library: Library, *wanted: tuple[str, str]) -> list[str]:
    """Give the ids of the events that have a value in each facet named."""
    events = library.events.values()
    return [e.id for e in events if all(value in values(e)[name] for name, value in wanted)]


def _status(page: Page) -> Locator:
    return page.locator("ed-filter").get_by_role("status")


def _kind(page: Page, name: str) -> Locator:
    return page.get_by_role("checkbox", name=re.compile(f"^{name}"))


def _unfold(page: Page) -> None:
    page.get_by_text("By chapter, actor, place, source or period").click()


@pytest.mark.parametrize("window", BOTH)
def test_a_kind_is_chosen_by_mouse_and_finger(
    reader: Reader, library: Library, window: Window
) -> None:
    page = reader.open(ADDRESS, window)
    chip = page.locator(".ed-filter__kind").filter(has_text="violence")
    chip.tap() if window is PHONE else chip.click()

    assert _shown(page) == _with(library, ("kind", "violence"))
    expect(page).to_have_url(re.compile(r"timeline/\?kind=violence$"))


def test_all_of_it_works_by_keyboard(reader: Reader, library: Library) -> None:
    page = reader.open(ADDRESS)
    _kind(page, "politics").focus()
    page.keyboard.press("Space")
    assert _shown(page) == _with(library, ("kind", "politics"))

    for _ in range(len({e.kind for e in library.events.values()})):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Chapter", exact=True)).to_be_focused()
    page.keyboard.press("ArrowDown")
    first = page.get_by_label("Chapter", exact=True).input_value()
    assert first
    assert _shown(page) == _with(library, ("kind", "politics"), ("chapter", first))

    page.get_by_role("button", name="Show all again").focus()
    page.keyboard.press("Enter")
    assert _shown(page) == list(library.events)
    expect(_kind(page, "politics")).to_be_focused()


@pytest.mark.parametrize("name", ["chapter", "actor", "place", "source"])
def test_every_facet_shows_what_has_the_value(reader: Reader, library: Library, name: str) -> None:
    counts = [ident for event in library.events.values() for ident in values(event)[name]]
    most = max(sorted(set(counts)), key=counts.count)
    page = reader.open(ADDRESS)
    _unfold(page)
    page.locator(f"#filter-{name}").select_option(most)

    assert _shown(page) == _with(library, (name, most))
    expect(page.locator(f"#filter-{name} option:checked")).to_have_text(
        re.compile(rf" \({counts.count(most)}\)$")
    )


def test_values_combine_and_kinds_add_up(reader: Reader, library: Library) -> None:
    page = reader.open(FULL)

    def fits(event: Event) -> bool:
        first, last = event.date.months
        return (
            event.kind in {"violence", "military"}
            and "kataib-hezbollah" in event.actors
            and last >= "2020-05"
            and first <= "2020-08"
        )

    wanted = [event.id for event in library.events.values() if fits(event)]
    assert wanted
    assert _shown(page) == wanted
    expect(_status(page)).to_have_text(
        f"{len(wanted)} of {len(library.events)} events: violence or military;"
        " Kata’ib Hezbollah; from May 2020; to August 2020."
    )


def test_only_what_is_told_in_two_ways(reader: Reader, library: Library) -> None:
    page = reader.open(ADDRESS)
    _unfold(page)
    page.get_by_label("Only where accounts differ").check()

    assert _shown(page) == [event.id for event in library.events.values() if event.accounts]


def test_counts_say_what_each_value_would_show(reader: Reader, library: Library) -> None:
    page = reader.open("timeline/?kind=violence")
    for option in page.locator("#filter-actor option").all()[1:]:
        ident, text = option.get_attribute("value") or "", option.text_content() or ""
        count = len(_with(library, ("kind", "violence"), ("actor", ident)))

        assert text.endswith(f" ({count})")
        assert option.is_disabled() == (count == 0)


def test_a_change_is_announced(reader: Reader, library: Library) -> None:
    page = reader.open(ADDRESS)
    expect(_status(page)).to_have_text(f"All {len(library.events)} events.")
    _kind(page, "protest").check()
    count = len(_with(library, ("kind", "protest")))

    expect(_status(page)).to_have_text(f"{count} of {len(library.events)} events: protest.")
    expect(_status(page)).to_have_attribute("role", "status")  # read out when it changes


def test_headings_without_events_go_with_them(reader: Reader, library: Library) -> None:
    page = reader.open("timeline/?kind=protest")
    years = {event.date.machine[:4] for event in library.events.values() if event.kind == "protest"}
    headings = page.locator("main h2").filter(visible=True)
    links = page.locator(".ed-toc a").filter(visible=True)

    assert {(text[:4]) for text in headings.all_text_contents()} == years
    assert {text.strip() for text in links.all_text_contents()} == years


def test_the_strip_follows(reader: Reader, library: Library) -> None:
    page = reader.open("timeline/?kind=violence")
    counts = [
        int(text) for text in page.locator("#figure-months .ed-months__count").all_text_contents()
    ]
    months = page.locator("[data-month]").evaluate_all("(all) => all.map((m) => m.dataset.month)")
    began = [e.date.machine[:7] for e in library.events.values() if e.kind == "violence"]

    assert counts == [began.count(month) for month in months]
    heights = page.locator("#figure-months rect").evaluate_all(
        "(all) => all.map((bar) => Number(bar.getAttribute('height')))"
    )
    assert heights == counts
    empty = page.locator(f"[data-month='{months[counts.index(0)]}']")
    expect(empty.get_by_role("link")).to_have_count(0)


def test_a_month_of_the_strip_leads_to_its_events(reader: Reader) -> None:
    page = reader.open("timeline/?kind=violence")
    page.locator("#figure-months").get_by_role("link").first.click()

    expect(page.locator("h3:target")).to_be_in_viewport()
    expect(page).to_have_url(re.compile(r"\?kind=violence#month-"))


def test_the_choice_outlives_a_reload_and_the_way_back(reader: Reader) -> None:
    page = reader.open(FULL)
    before = _shown(page)
    visit(page, page.url)
    assert _shown(page) == before

    visit(page, "about/")
    page.go_back()
    settle(page)
    assert _shown(page) == before


def test_what_an_address_asks_for_and_we_do_not_know_is_passed_over(
    reader: Reader, library: Library
) -> None:
    page = reader.open("timeline/?actor=nobody&colour=red&kind=plan")

    assert _shown(page) == _with(library, ("kind", "plan"))


@pytest.mark.parametrize("address", ["timeline/?kind=plan#june-raid", "timeline/#june-raid"])
def test_a_link_to_an_event_shows_it(reader: Reader, library: Library, address: str) -> None:
    page = reader.open(address)

    expect(page.locator("#june-raid")).to_be_in_viewport()
    assert _shown(page) == list(library.events)


@pytest.mark.parametrize("scripts", WITH_AND_WITHOUT)
def test_accounts_differ_opens_the_accounts(reader: Reader, scripts: Window) -> None:
    page = reader.open("chapters/militias/", {**DESKTOP, **scripts})
    page.get_by_role("link", name=re.compile("^Accounts differ")).first.click()
    settle(page)

    accounts = page.locator(page.evaluate("location.hash"))
    expect(accounts).to_be_in_viewport()


def test_accounts_unfold_by_keyboard(reader: Reader) -> None:
    page = reader.open(ADDRESS)
    accounts = page.locator("details.ed-accounts").first
    accounts.locator("summary").focus()
    expect(accounts.locator("ul")).to_be_hidden()
    page.keyboard.press("Enter")

    expect(accounts.locator("ul")).to_be_visible()


def test_without_scripts_the_whole_list_stands_there(reader: Reader, library: Library) -> None:
    page = reader.open("timeline/?kind=violence", {**PHONE, **NO_SCRIPTS})

    assert _shown(page) == list(library.events)
    expect(page.locator(".ed-filter")).to_be_hidden()


def test_paper_shows_what_was_chosen_and_says_so(reader: Reader) -> None:
    page = reader.open("timeline/?kind=violence")
    page.emulate_media(media="print")

    expect(_status(page)).to_be_visible()
    expect(page.locator(".ed-filter__form")).to_be_hidden()
    assert len(_shown(page)) < page.locator(".ed-happened").count()
    expect(page.locator("details.ed-accounts:visible ul").first).to_be_visible()

    page = reader.open(ADDRESS)
    page.emulate_media(media="print")
    expect(page.locator(".ed-filter")).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("window", BOTH)
def test_the_form_has_no_barriers(reader: Reader, window: Window, scheme: str) -> None:
    page = reader.open(FULL, {**window, "color_scheme": scheme})

    assert barriers(page) == []


def test_the_form_fits_a_narrow_window(reader: Reader) -> None:
    page = reader.open(FULL, {**PHONE, "viewport": {"width": 320, "height": 640}})

    assert page.evaluate("document.documentElement.scrollWidth") == 320
    for control in page.locator("ed-filter").locator("select, label, button, summary").all():
        box = control.bounding_box()
        if box and control.evaluate("(e) => e.matches(':not(.ed-filter__part label)')"):
            assert box["height"] >= 24


@pytest.mark.parametrize("ident", ["june-raid", "mosul-falls", "house-attacked"])
@pytest.mark.parametrize("window", BOTH)
def test_a_link_lands_on_its_event_however_far_down(
    reader: Reader, window: Window, ident: str
) -> None:
    """Though a phone lays out what is above only when it comes near the window."""
    page = reader.open(f"{ADDRESS}#{ident}", window)
    top = page.locator(f"#{ident}").evaluate("(e) => e.getBoundingClientRect().top")

    assert 0 < top < window["viewport"]["height"] / 3


@pytest.mark.parametrize(
    ("asked", "understood"),
    [
        ("from=2021-09", "from=2021-11"),
        ("from=2020-06-15", "from=2020-06"),
        ("to=2021-09", "to=2021-08"),
        ("kind=bogus", ""),
    ],
)
def test_the_address_says_what_was_understood(reader: Reader, asked: str, understood: str) -> None:
    page = reader.open(f"{ADDRESS}?{asked}")

    assert page.url.partition("?")[2] == understood


@pytest.mark.parametrize("window", BOTH)
@pytest.mark.parametrize("anchor", ["june-raid", "accounts-june-raid"])
def test_whoever_lands_on_an_event_sees_its_date(
    reader: Reader, window: Window, anchor: str
) -> None:
    page = reader.open(f"{ADDRESS}#{anchor}", window)
    above = "summary" if anchor.startswith("accounts") else "time"
    line = page.locator(f".ed-entry:has(#{anchor}) {above}").first.bounding_box()
    bar = page.locator("header").first.bounding_box()

    assert line
    assert bar
    assert line["y"] >= bar["y"] + bar["height"]


def test_a_chosen_address_opens_at_its_form(reader: Reader) -> None:
    page = reader.open(FULL, PHONE)

    expect(page.get_by_role("group", name="Kinds")).to_be_in_viewport()
