"""Weighs a first view: what a browser with an empty cache fetches for one page on a phone."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from playwright.sync_api import Request, ViewportSize, sync_playwright

from benchmarks.serving import Server

PHONE: ViewportSize = {"width": 412, "height": 823}
DENSITY = 1.75
"""The phone that Lighthouse plays."""

IDLE = 1000
"""How many ms a page stays open after all is still: what it fetches later is no first view."""

TYPES = {"document": "HTML", "stylesheet": "CSS", "script": "script", "font": "fonts"}
OTHER = "other"
COLUMNS = (*TYPES.values(), OTHER)


@dataclass(frozen=True)
class Weight:
    """What a first view costs the reader's line."""

    sizes: Counter[str]
    """Bytes with their heads, by type."""
    requests: int

    @property
    def total(self) -> int:
        """Give all its bytes."""
        return self.sizes.total()


class MiscountedError(Exception):
    """The browser fetched more than its record has, and would be weighed too lightly."""


def weigh(chromium: str, server: Server, address: str, flags: Sequence[str]) -> Weight:
    """Open a page of a site as its first reader, without scrolling, and weigh it."""
    requests: list[Request] = []

    def note(request: Request) -> None:
        requests.append(request)

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=flags)
        context = browser.new_context(
            viewport=PHONE, device_scale_factor=DENSITY, is_mobile=True, has_touch=True
        )
        context.on("requestfinished", note)  # not the page's: what workers fetch counts as well
        page = context.new_page()
        server.asked.clear()
        page.goto(server.base + address, wait_until="networkidle")
        page.wait_for_timeout(IDLE)
        fetched = [r for r in requests if not r.url.startswith(("data:", "blob:"))]
        sizes: Counter[str] = Counter()
        for request in fetched:
            sizes[TYPES.get(request.resource_type, OTHER)] += size(request)
        browser.close()
    _compare([request.url for request in fetched], server)
    return Weight(sizes, len(fetched))


def _compare(recorded: list[str], server: Server) -> None:
    """Make sure that the browser recorded all that it asked of the server."""
    unseen = Counter(server.base + path[1:] for path in server.asked) - Counter(recorded)
    if unseen:
        message = f"The browser's record lacks {', '.join(unseen)}"
        raise MiscountedError(message)


def size(request: Request) -> int:
    """Give the bytes of an answer. Of a worker's script the browser records the head alone."""
    sizes = request.sizes()
    response = request.response()
    announced = int((response and response.header_value("content-length")) or 0)
    return sizes["responseHeadersSize"] + max(sizes["responseBodySize"], announced)
