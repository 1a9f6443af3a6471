"""Opens the site as readers do, each in a window of their own. For the tests beside it."""

import json
import re
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Locator, Page, sync_playwright

from scripts.ensure_browser import FLAGS, find
from tests.project import ROOT
from tests.site.browsing import AXE, EVERYTHING, LAID_OUT, RULES

Window = Mapping[str, Any]
"""What kind of window a reader has: options of a browser's context."""

PHONE: Window = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
DESKTOP: Window = {"viewport": {"width": 1440, "height": 900}}
BOTH = [pytest.param(PHONE, id="phone"), pytest.param(DESKTOP, id="desktop")]

SCRIPTS: Window = {}
NO_SCRIPTS: Window = {"java_script_enabled": False}
WITH_AND_WITHOUT = [
    pytest.param(SCRIPTS, id="scripts"),
    pytest.param(NO_SCRIPTS, id="no-scripts"),
]

PALE = re.compile(r"rgb\(2\d\d, 2\d\d, 2\d\d\)")
DEEP = re.compile(r"rgb\(\d\d?, \d\d?, \d\d?\)")
"""The colours of paper in the two schemes."""

CHAPTERS = [f"chapters/{page.stem}/" for page in sorted(ROOT.glob("docs/chapters/*.md"))]
CHAPTER = "chapters/before/"
"""The shortest one."""

AS_USUAL: Window = {"color_scheme": "light", "forced_colors": "none", "reduced_motion": "reduce"}
"""What a system says of itself unless a window says otherwise.

Less motion, as no test waits for a page that glides to its place.
"""

EMPTY = "assets/favicon.svg"
"""A page of the site on which nothing happens."""

PLACE = {
    "chapter": CHAPTER,
    "title": "Prologue",
    "id": "after-2003",
    "section": "An invasion, and offices shared out",
}
"""What the site remembers of someone who stopped there."""


class Reader:
    """Opens the site again and again, each time as someone who was never there."""

    def __init__(self, browser: Browser, base: str) -> None:
        """Read with a browser what stands at an address."""
        self.complaints: list[str] = []
        """What went wrong in the scripts of the pages."""
        self._browser = browser
        self._base = base
        self._windows: dict[str, Page] = {}

    def open(self, address: str, window: Window = DESKTOP) -> Page:
        """Open a page."""
        page = self.window(window)
        visit(page, address)
        return page

    def window(self, window: Window = DESKTOP) -> Page:
        """Give an empty window: one of its kind, without what was done in it before."""
        kind = repr([(name, window[name]) for name in sorted({*window} - {*AS_USUAL, "viewport"})])
        page = self._windows.get(kind) or self._windows.setdefault(kind, self.new_window(window))
        page.unroute_all()
        page.goto(EMPTY)
        page.evaluate("localStorage.clear()")
        page.set_viewport_size(window["viewport"])
        page.emulate_media(media="screen", **_system(window))
        page.mouse.move(0, 0)
        return page

    def new_window(self, window: Window = DESKTOP) -> Page:
        """Give a window for what cannot be undone; to make one takes as long as ten visits."""
        options = {**window, **_system(window), "base_url": self._base}
        page = self._browser.new_context(**options).new_page()
        page.on("pageerror", lambda error: self.complaints.append(f"{page.url}: {error}"))
        return page


def _system(window: Window) -> dict[str, Any]:
    return {name: window.get(name, usual) for name, usual in AS_USUAL.items()}


@contextmanager
def reading(base: str) -> Iterator[Reader]:
    """Start a browser for what stands at an address, and see in the end that no script failed."""
    chromium = find()
    if chromium is None:
        pytest.fail("there is no browser; run `python scripts/ensure_browser.py`", pytrace=False)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        reader = Reader(browser, f"{base}/")
        yield reader
        browser.close()
    assert reader.complaints == []


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files and does not talk about it."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def reading_served(site: Path) -> Iterator[Reader]:
    """Serve a folder on this machine and start a browser for it."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with reading(f"http://127.0.0.1:{server.server_port}") as reader:
            yield reader
        server.shutdown()


def visit(page: Page, address: str) -> None:
    """Go to a page, and wait until its scripts run, where they do: they come after the text."""
    page.goto(address)
    settle(page)


def settle(page: Page) -> None:
    """Wait until the scripts of a page run."""
    if page.evaluate("document.documentElement.matches('.js')"):
        page.wait_for_function("Boolean(customElements.get('ed-search'))")


def barriers(page: Page) -> list[str]:
    """Name what axe finds on a page as it stands, colours included."""
    page.add_style_tag(content=LAID_OUT)
    page.evaluate(AXE_SCRIPT)
    how = [EVERYTHING, {**AXE, "runOnly": RULES}]
    found = page.evaluate("([where, what]) => axe.run(where, what)", how)
    return [violation["help"] for violation in found["violations"]]


def phrase_and_note(page: Page) -> tuple[Locator, Locator]:
    """Give the first annotated phrase of a chapter and the note on it."""
    phrase = page.locator(".ed-anchor").first
    return phrase, page.locator(phrase.get_attribute("href") or "")


def sections(page: Page) -> Locator:
    """Give the headings of the parts of a page."""
    return page.locator("main h2").filter(visible=True)


def wheel_to(page: Page, heading: Locator) -> None:
    """Scroll with the wheel of the mouse until a heading stands near the top of the window."""
    distance = heading.evaluate("(element) => element.getBoundingClientRect().top")
    page.mouse.move(720, 450)
    page.mouse.wheel(0, distance - 150)


def paper(page: Page) -> Locator:
    """Give what has the colour of the paper, `PALE` or `DEEP`."""
    return page.locator("html")


def remember(reader: Reader, window: Window = DESKTOP) -> Page:
    """Open a window in which someone stopped at the second section of `CHAPTER`."""
    page = reader.open("about/", window)
    page.evaluate("(text) => { localStorage['ed-resume'] = text; }", json.dumps(PLACE))
    return page


def kept(page: Page) -> dict[str, str]:
    """Give all that the browser keeps for the site."""
    entries: dict[str, str] = page.evaluate("({...localStorage})")
    return entries
