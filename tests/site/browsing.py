"""Opens pages in a real browser and notes what it sees. For the tests beside it."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any, Literal

from axe_playwright_python.base import AXE_SCRIPT
from playwright.async_api import (
    Browser,
    ConsoleMessage,
    Request,
    Response,
    ViewportSize,
    async_playwright,
)

from scripts.ensure_browser import FLAGS

Scheme = Literal["light", "dark"]
NARROWEST = 320
HEIGHT = 800

AXE = {
    "resultTypes": ["violations"],
    "selectors": False,  # slow, and the HTML of an element says more
    "preload": False,  # only a rule that we do not run looks into stylesheets
}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ABOUT_COLOUR = ["color-contrast", "link-in-text-block"]
"""Two of these rules, which take nearly all the time."""

COLOURS = {**AXE, "runOnly": ABOUT_COLOUR}
THE_REST = {**AXE, "runOnly": RULES, "rules": {rule: {"enabled": False} for rule in ABOUT_COLOUR}}

EVERYTHING = {"include": ["html"]}
AROUND_THE_TEXT = {"exclude": [".ed-text"]}
BUT_FOR_REPETITION = {
    "exclude": [".ed-entry:nth-of-type(n + 13)", "[data-period]:nth-of-type(n + 4)"]
}
"""Long lists go on as they begin."""

PHONE, DESKTOP = 390, 1280

LOOKS = {
    "light": [
        (PHONE, EVERYTHING, THE_REST),
        (PHONE, BUT_FOR_REPETITION, COLOURS),
        (DESKTOP, EVERYTHING, THE_REST),
        (DESKTOP, AROUND_THE_TEXT, COLOURS),
    ],
    "dark": [
        (PHONE, BUT_FOR_REPETITION, COLOURS),
        (DESKTOP, AROUND_THE_TEXT, COLOURS),
    ],
}
"""How wide, where and for what axe looks in each scheme.

The colours of the text do not depend on the width, and the rest does not depend on the scheme;
around the text there is more to see on a desktop.
"""

LAID_OUT = "* { content-visibility: visible !important }"
"""A style under which all of a page stands where it does when a reader comes to it.

What is far from the window is not laid out before: by its measures it overlaps what follows.
"""

TOO_WIDE = """() => {
    const root = document.documentElement;
    const scrolls = (e) => /auto|scroll/.test(getComputedStyle(e).overflowX);
    const boxed = (e) => e && e !== document.body && (scrolls(e) || boxed(e.parentElement));
    const wide = [...document.querySelectorAll("body *")].filter((e) =>
        e.getBoundingClientRect().right > root.clientWidth + 1 && !boxed(e.parentElement));
    const page = root.scrollWidth > root.clientWidth ? [`the page: ${root.scrollWidth} px`] : [];
    return page.concat(wide.map((e) => `<${e.localName} class="${e.className}">`));
}"""
"""What is wider than the window and does not scroll in a box of its own."""

BLOCKS = """() => {
    const all = "h1, h2, h3, h4, p, li, dt, dd, th, td, figcaption, summary";
    const folded = "details:not([open]) > :not(summary)";
    return [...document.querySelector(".ed-text").querySelectorAll(all)]
        .filter((e) => e.textContent.trim() && !e.closest(folded))
        .filter((e) => !e.closest("form, dialog, .ed-paper-only"))
        .map((e) => [
            e.checkVisibility({checkOpacity: true, checkVisibilityCSS: true}),
            e.textContent.trim().slice(0, 80),
        ]);
}"""
"""The pieces of text of a page: whether each can be seen, and how it begins.

Left out are the controls, which need scripts, what a reader can unfold without them, and what
stands on paper only.
"""


@dataclass
class Visit:
    """What a browser saw of one page."""

    strangers: list[str] = field(default_factory=list)
    """Requests to another host."""
    complaints: list[str] = field(default_factory=list)
    """Errors and warnings on the console, and requests that failed."""
    barriers: list[str] = field(default_factory=list)
    """What axe finds at any width, in either scheme."""
    too_wide: list[str] = field(default_factory=list)
    """What does not fit the narrowest window."""
    blocks: list[tuple[bool, str]] = field(default_factory=list)
    """The pieces of its text, without scripts: whether each can be seen, and how it begins."""


def visit_all(chromium: str, base: str, addresses: Sequence[str]) -> dict[str, Visit]:
    """Open every address below `base` in each way and give what was seen, by address."""
    return asyncio.run(_visit_all(chromium, base, addresses))


async def _visit_all(chromium: str, base: str, addresses: Sequence[str]) -> dict[str, Visit]:
    visits = {address: Visit() for address in addresses}
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        await asyncio.gather(
            _look(browser, base, visits, "light"),
            _look(browser, base, visits, "dark"),
            _read_without_scripts(browser, base, visits),
        )
        await browser.close()
    return visits


LEFT = "net::ERR_ABORTED"
"""What becomes of a request when the reader goes on to the next page."""


async def _look(browser: Browser, base: str, visits: dict[str, Visit], scheme: Scheme) -> None:
    """Go from page to page as one reader does, with a cache that fills."""
    context = await browser.new_context(color_scheme=scheme, reduced_motion="reduce")
    page = await context.new_page()
    for address, visit in visits.items():
        listeners = _listeners(base, visit)
        for event, listener in listeners.items():
            page.on(event, listener)
        await page.goto(base + address)
        await page.wait_for_function("Boolean(customElements.get('ed-search'))")
        await page.add_style_tag(content=LAID_OUT)
        await page.evaluate(AXE_SCRIPT)
        for width, where, what in LOOKS[scheme]:
            await page.set_viewport_size({"width": width, "height": HEIGHT})
            found = await page.evaluate("([where, what]) => axe.run(where, what)", [where, what])
            for barrier in found["violations"]:
                examples = "".join(f"\n    {node['html']}" for node in barrier["nodes"][:3])
                visit.barriers.append(
                    f"{width} px, {scheme}: {barrier['id']}: {barrier['help']}, "
                    f"{len(barrier['nodes'])} times, as in{examples}"
                )
        await page.set_viewport_size({"width": NARROWEST, "height": HEIGHT})
        visit.too_wide += await page.evaluate(TOO_WIDE)
        for event, listener in listeners.items():
            page.remove_listener(event, listener)


async def _read_without_scripts(browser: Browser, base: str, visits: dict[str, Visit]) -> None:
    """Read as on a phone, where a chapter's own contents stand above it."""
    phone: ViewportSize = {"width": 390, "height": HEIGHT}
    context = await browser.new_context(java_script_enabled=False, viewport=phone)
    page = await context.new_page()
    for address, visit in visits.items():
        await page.goto(base + address)
        visit.blocks += await page.evaluate(BLOCKS)


def _listeners(base: str, visit: Visit) -> dict[Any, Callable[[Any], None]]:
    """Give what notes all that a page asks for and all that goes wrong on it, by event."""

    def asked(request: Request) -> None:
        if not request.url.startswith((base, "data:", "blob:")):
            visit.strangers.append(request.url)

    def answered(response: Response) -> None:
        if response.status >= HTTPStatus.BAD_REQUEST:
            visit.complaints.append(f"{response.status} for {response.url}")

    def said(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            visit.complaints.append(f"console: {message.text}")

    def failed(request: Request) -> None:
        if request.failure != LEFT:
            visit.complaints.append(f"failed: {request.url}")

    return {
        "request": asked,
        "response": answered,
        "requestfailed": failed,
        "console": said,
        "pageerror": lambda error: visit.complaints.append(f"script: {error}"),
    }
