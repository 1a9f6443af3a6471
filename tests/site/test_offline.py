"""The folder edition, read from files without a network: every page is there and works."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.project import ROOT
from tests.site.browsing import LEFT
from tests.site.built import build
from tests.site.driving import DEEP, PHONE, Reader, paper, phrase_and_note, reading, sections, visit

FROM_HERE = ("file:", "data:")

LINKS = """[...document.querySelectorAll("a[href]")].map(
  (link) => new URL(link.getAttribute("href"), document.baseURI).href
)"""
"""Drawn ones as well, whose `href` is no text."""


@dataclass
class Walk:
    """What someone saw who followed every link there is, from the first page on."""

    reached: list[Path] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    """Links that lead to no file, each with its page."""
    folders: list[str] = field(default_factory=list)
    """Links that end in a folder: without a server nothing shows its page."""
    asked: list[str] = field(default_factory=list)
    """All that was asked for, wherever it is."""
    failed: list[tuple[str | None, str]] = field(default_factory=list)
    """What did not come, each with the reason."""
    complaints: list[str] = field(default_factory=list)
    """What the browser and the scripts said."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the folder edition without a warning."""
    folder = tmp_path_factory.mktemp("built") / "folder"
    done = build(ROOT, folder, "--offline")
    if done.returncode or "WARNING" in done.stdout:
        pytest.fail(f"`make offline` is not clean:\n{done.stdout}", pytrace=False)
    return folder


@pytest.fixture(scope="module")
def reader(folder: Path) -> Iterator[Reader]:
    """Give a reader of the folder."""
    with reading(folder.as_uri()) as reader:
        yield reader


@pytest.fixture(scope="module")
def walk(reader: Reader, folder: Path) -> Walk:
    """Follow every link, page by page, breadth first."""
    walk = Walk(reached=[folder / "index.html"])
    page = reader.new_window()
    page.context.set_offline(offline=True)
    _listen(page, walk)
    for file in walk.reached:
        page.goto(file.as_uri())
        for link in page.evaluate(LINKS):
            _follow(link, file, walk)
    page.context.close()
    return walk


def _follow(link: str, page: Path, walk: Walk) -> None:
    """Note where a link on a page leads, unless that is out of the folder."""
    address = urlsplit(urldefrag(link).url)
    target = Path(unquote(address.path))
    if address.scheme != "file":
        return
    if address.path.endswith("/"):
        walk.folders.append(f"{page.name}: {link}")
    elif not target.is_file():
        walk.missing.append(f"{page.name}: {link}")
    elif target not in walk.reached:
        walk.reached.append(target)


def _listen(page: Page, walk: Walk) -> None:
    """Note all that a page asks for and all that goes wrong on it."""
    page.on("request", lambda request: walk.asked.append(request.url))
    page.on("requestfailed", lambda request: walk.failed.append((request.failure, request.url)))
    page.on("console", lambda message: walk.complaints.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: walk.complaints.append(f"script: {error}"))


def test_every_page_can_be_reached(walk: Walk, folder: Path) -> None:
    assert sorted(walk.reached) == sorted(folder.rglob("*.html"))


def test_every_link_leads_to_a_file(walk: Walk) -> None:
    assert walk.missing == []


def test_no_link_leads_to_a_folder(walk: Walk) -> None:
    assert walk.folders == []


def test_nothing_is_asked_of_a_network(walk: Walk) -> None:
    assert walk.asked
    assert [url for url in walk.asked if not url.startswith(FROM_HERE)] == []


def test_nothing_goes_wrong(walk: Walk) -> None:
    assert walk.complaints == []
    assert [url for reason, url in walk.failed if reason != LEFT] == []


def test_the_text_is_set_in_our_letters(reader: Reader) -> None:
    page = reader.open("chapters/before.html")
    page.evaluate("document.fonts.ready.then(() => null)")
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    query = {"nodeId": root, "selector": ".ed-head__summary"}
    node = session.send("DOM.querySelector", query)["nodeId"]
    fonts = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]

    assert fonts
    assert all(font["isCustomFont"] for font in fonts), fonts


@pytest.mark.parametrize(
    ("address", "leads"),
    [
        ("actors/kadhimi.html", "Profile"),
        ("actors/index.html#", "In the list of actors"),
        ("glossary.html#", "In the glossary"),
        ("sources.html#", "Among the sources"),
    ],
)
def test_a_link_shows_what_it_leads_to(reader: Reader, address: str, leads: str) -> None:
    page = reader.open("chapters/region.html")
    page.locator(f"main p > a[href*='{address}']").filter(visible=True).first.hover()

    expect(page.locator("#ed-card").get_by_role("link")).to_have_text(leads)


def test_events_are_chosen_and_the_address_keeps_it(reader: Reader) -> None:
    page = reader.open("timeline.html")
    page.get_by_role("checkbox", name="violence").check()
    status = page.locator("ed-filter").get_by_role("status")

    expect(status).to_contain_text("events: violence.")
    visit(page, page.url)
    expect(status).to_contain_text("events: violence.")


def test_two_actors_stand_side_by_side_with_the_events_of_both(reader: Reader) -> None:
    page = reader.open("compare.html?one=soleimani&other=muhandis")
    expect(page.locator("[data-timeline] li").first).to_be_visible()
    address = page.locator("[data-timeline] li a").first.evaluate("(link) => link.href")
    visit(page, address)

    expect(page.locator(":target")).to_be_in_viewport()


def test_a_profile_is_read_as_of_a_month(reader: Reader) -> None:
    page = reader.open("actors/kadhimi.html?as-of=2020-05")

    expect(page.locator("ed-as-of [role=status]")).to_contain_text("in May 2020")


def test_the_colours_can_be_switched_and_are_kept(reader: Reader) -> None:
    page = reader.open("about.html")
    page.get_by_role("button", name="Dark colours").click()

    expect(paper(page)).to_have_css("background-color", DEEP)
    visit(page, "glossary.html")
    expect(paper(page)).to_have_css("background-color", DEEP)


def test_a_note_unfolds(reader: Reader) -> None:
    phrase, note = phrase_and_note(reader.open("chapters/before.html", PHONE))

    expect(note).to_be_hidden()
    phrase.tap()
    expect(note).to_be_visible()


def test_the_remembered_place_leads_to_its_page(reader: Reader) -> None:
    page = reader.open("chapters/before.html")
    page.keyboard.press("End")
    page.wait_for_function("localStorage['ed-resume']", timeout=5000)
    visit(page, "index.html")
    page.get_by_role("region", name="Where you stopped").get_by_role("link").click()

    expect(sections(page).last).to_be_in_viewport()
