"""Two actors, or two accounts of one event, side by side, in a browser."""

import re
from itertools import combinations

import pytest
from playwright.sync_api import Locator, Page, expect

from macros.comparing import sides
from macros.library import Library
from macros.relations import relation_lines
from tests.site.driving import BOTH, DESKTOP, NO_SCRIPTS, PHONE, Reader, Window, barriers, visit

ADDRESS = "compare/"
PAIR = "compare/?one=soleimani&other=muhandis"
SIDES = """[...document.querySelectorAll("[data-side]")]
  .filter((side) => [side, ...side.children].some((part) => part.getClientRects().length))
  .map(({ dataset }) => dataset.side)"""
"""A side on a phone has no box of its own: its parts stand among those of the other."""


def _sides(page: Page) -> list[str]:
    """Give what stands side by side, in the order in which it is read."""
    keys: list[str] = page.evaluate(SIDES)
    return keys


def _shared(page: Page, heading: str) -> Locator:
    label = page.locator(".ed-label").filter(has_text=heading)
    return page.locator("[data-shared] > div").filter(has=label).get_by_role("listitem")


@pytest.mark.parametrize("window", BOTH)
def test_two_actors_stand_side_by_side(reader: Reader, window: Window) -> None:
    page = reader.open(ADDRESS, window)
    assert _sides(page) == []
    page.get_by_label("One", exact=True).select_option("soleimani")
    assert _sides(page) == ["soleimani"]
    page.get_by_label("Another", exact=True).select_option("muhandis")

    assert _sides(page) == ["soleimani", "muhandis"]
    expect(page).to_have_url(re.compile(r"\?one=soleimani&other=muhandis$"))
    expect(page.locator("ed-compare [role=status]").first).to_contain_text("side by side")


def test_it_works_by_keyboard(reader: Reader) -> None:
    page = reader.open(ADDRESS)
    page.get_by_label("One", exact=True).focus()
    page.keyboard.type("Qasem S")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Another", exact=True)).to_be_focused()
    page.keyboard.type("Abu M")

    assert _sides(page) == ["soleimani", "muhandis"]


def test_the_address_is_its_own(reader: Reader) -> None:
    page = reader.open(PAIR)
    assert _sides(page) == ["soleimani", "muhandis"]
    visit(page, "compare/?one=muhandis&other=soleimani")

    assert _sides(page) == ["muhandis", "soleimani"]


def test_nobody_is_compared_with_himself(reader: Reader) -> None:
    page = reader.open(PAIR)

    expect(page.locator("#compare-other option[value='soleimani']")).to_be_disabled()
    expect(page.locator("#compare-one option[value='muhandis']")).to_be_disabled()


def test_the_parts_of_two_sides_are_level(reader: Reader) -> None:
    page = reader.open(PAIR)
    left, right = (page.locator(f"[data-side='{side}'] .ed-pair__part") for side in _sides(page))

    assert left.count() == right.count() == 5
    for one, other in zip(left.all(), right.all(), strict=True):
        boxes = one.bounding_box(), other.bounding_box()
        assert boxes[0]
        assert boxes[1]
        assert boxes[0]["y"] == pytest.approx(boxes[1]["y"], abs=1)
        assert boxes[0]["x"] + boxes[0]["width"] <= boxes[1]["x"]


def test_on_a_phone_each_part_of_one_is_followed_by_the_same_of_the_other(reader: Reader) -> None:
    page = reader.open(PAIR, PHONE)
    labels = page.locator(".ed-pair__part:visible > .ed-label")
    placed = sorted(
        (box["y"], label.inner_text())
        for label in labels.all()
        if (box := label.bounding_box()) is not None
    )
    parts = [text.split(":")[0] for _, text in placed]

    assert parts[::2] == parts[1::2]
    assert len(set(parts)) == 5


def test_what_two_actors_share_is_named(reader: Reader, library: Library) -> None:
    page = reader.open(PAIR)
    one, other = (relation_lines(library.actors[side], library) for side in _sides(page))
    between = [line for line in one if line.other == "muhandis"]
    both = {line.other for line in one} & {line.other for line in other}
    events = [
        event.headline
        for event in library.events.values()
        if {"soleimani", "muhandis"} <= set(event.actors)
    ]

    assert between
    assert events
    expect(_shared(page, "Between them")).to_have_count(len(between))
    expect(_shared(page, "Both have to do with")).to_have_count(len(both))
    expect(_shared(page, "Events of both")).to_have_count(len(events))
    link = _shared(page, "Events of both").first.get_by_role("link")
    assert re.search(r"/timeline/#[\w-]+$", link.evaluate("(a) => a.href"))


def test_what_they_do_not_share_has_no_heading(reader: Reader, library: Library) -> None:
    profiles = [actor for actor in library.actors.values() if actor.has_page]
    apart = next(
        (one, other)
        for one, other in combinations(profiles, 2)
        if not {line.other for line in relation_lines(one, library)}
        & ({line.other for line in relation_lines(other, library)} | {other.id})
        and not any({one.id, other.id} <= set(e.actors) for e in library.events.values())
    )
    page = reader.open(f"compare/?one={apart[0].id}&other={apart[1].id}")

    assert len(_sides(page)) == 2
    expect(page.locator("[data-shared]")).to_be_hidden()


def test_two_accounts_of_one_event_stand_side_by_side(reader: Reader, library: Library) -> None:
    event = next(event for event in library.events.values() if len(event.accounts) > 2)
    keys = [side.key for side in sides(event)]
    page = reader.open(ADDRESS)
    page.get_by_label("Event", exact=True).select_option(event.id)
    assert _sides(page) == keys
    page.get_by_label("First account").select_option(keys[2])
    page.get_by_label("Second account").select_option(keys[0])

    assert _sides(page) == [keys[2], keys[0]]
    address = f"?of={event.id}&first={keys[2]}&second={keys[0]}"
    assert page.url.endswith(address)
    visit(page, page.url)
    assert _sides(page) == [keys[2], keys[0]]


def test_the_timeline_leads_to_the_accounts_of_its_event(reader: Reader, library: Library) -> None:
    page = reader.open("timeline/#accounts-june-raid")
    page.locator("details:has(#accounts-june-raid)").get_by_role(
        "link", name="Side by side"
    ).click()
    page.wait_for_function("Boolean(customElements.get('ed-search'))")

    assert _sides(page) == [side.key for side in sides(library.events["june-raid"])]
    expect(page.locator("#of-june-raid")).to_be_in_viewport()


def test_a_profile_leads_to_its_side(reader: Reader) -> None:
    page = reader.open("actors/sadr/")
    page.get_by_role("link", name="Compare Muqtada al-Sadr with another").click()
    page.wait_for_function("Boolean(customElements.get('ed-search'))")

    assert _sides(page) == ["sadr"]


@pytest.mark.parametrize("address", ["compare/?one=nobody", "compare/?of=nothing&first=a"])
def test_what_is_not_there_is_no_choice(reader: Reader, address: str) -> None:
    page = reader.open(address)

    assert _sides(page) == []
    expect(page.get_by_label("One", exact=True)).to_have_value("")


def test_without_scripts_everything_stands_there(reader: Reader, library: Library) -> None:
    page = reader.open(PAIR, {**DESKTOP, **NO_SCRIPTS})
    profiles = [actor.id for actor in library.actors.values() if actor.has_page]
    accounts = [side.key for event in library.events.values() for side in sides(event)]

    expect(page.locator("[data-side]:visible")).to_have_count(len(profiles) + len(accounts))
    expect(page.get_by_role("combobox").first).to_be_hidden()


def test_paper_shows_the_two_and_no_form(reader: Reader) -> None:
    page = reader.open(PAIR)
    page.emulate_media(media="print")

    assert _sides(page)[:2] == ["soleimani", "muhandis"]
    expect(page.get_by_label("One", exact=True)).to_be_hidden()


@pytest.mark.parametrize("address", [PAIR, "compare/?of=june-raid"])
@pytest.mark.parametrize("window", BOTH)
def test_a_comparison_has_no_barriers(reader: Reader, address: str, window: Window) -> None:
    page = reader.open(address, window)

    assert barriers(page) == []


def test_it_fits_a_narrow_window(reader: Reader) -> None:
    page = reader.open(PAIR, {**PHONE, "viewport": {"width": 320, "height": 640}})

    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_each_comparison_keeps_its_part_of_the_address(reader: Reader) -> None:
    page = reader.open(PAIR)
    page.get_by_label("Event", exact=True).select_option("june-raid")
    assert page.url.endswith("?one=soleimani&other=muhandis&of=june-raid")
    page.get_by_label("Another", exact=True).select_option("")

    assert page.url.endswith("?one=soleimani&of=june-raid")


def test_an_address_cannot_compare_one_with_itself(reader: Reader) -> None:
    page = reader.open("compare/?one=iran&other=iran")

    assert _sides(page) == ["iran"]
    expect(page.get_by_label("Another", exact=True)).to_have_value("")


def test_paper_has_no_comparison_that_was_not_asked_for(reader: Reader) -> None:
    page = reader.open("compare/?of=june-raid")
    page.emulate_media(media="print")

    expect(page.locator("#actors")).to_be_hidden()
    expect(page.locator("#of-june-raid")).to_be_visible()


@pytest.mark.parametrize("window", BOTH)
def test_what_an_address_chooses_comes_into_sight(reader: Reader, window: Window) -> None:
    page = reader.open("compare/?of=june-raid", window)

    expect(page.get_by_label("Event", exact=True)).to_be_in_viewport()


def test_a_standpoint_is_that_of_the_source_and_not_of_whom_it_reports(
    reader: Reader, library: Library
) -> None:
    page = reader.open("compare/?of=kadhimi-accused")
    account = next(a for a in library.events["kadhimi-accused"].accounts if a.holder)
    (source,) = (library.sources[citation.id] for citation in account.sources)
    side = page.locator(f"[data-group='kadhimi-accused'] [data-side='{source.id}']")

    assert account.holder != source.label
    expect(side.locator(".ed-pair__part").last).to_contain_text(f"{source.label}:")
