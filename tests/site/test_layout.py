"""What a page does to the eye and the finger: it stands still, fits, can be hit and followed."""

import pytest
from playwright.sync_api import Page, Route, expect

from tests.site.browsing import LAID_OUT, NARROWEST, TOO_WIDE
from tests.site.driving import (
    BOTH,
    CHAPTER,
    DESKTOP,
    PHONE,
    Reader,
    Window,
    barriers,
    paper,
    remember,
    visit,
)

LATE = 800
"""In ms: by when the letters of a slow connection come."""

STOPS = 60

SHIFTS = """() => new Promise((resolve) => {
    const shifts = [];
    new PerformanceObserver((list) => shifts.push(...list.getEntries()))
        .observe({ type: "layout-shift", buffered: true });
    setTimeout(() => resolve(shifts.map(({ value, sources }) =>
        [value, sources.map(({ node }) => node?.nodeName).join(" ")])), 100);
})"""
"""How much of the window moved each time, and what."""

LETTERS = """() => document.fonts.ready.then(() => [
    [...document.querySelectorAll("link[rel=preload][as=font]")]
        .map((link) => link.href.replace(/.*\\//, "")),
    [...document.fonts].filter((face) => face.status === "loaded")
        .map(({ family, style }) => family.replaceAll('"', "") + " " + style),
])"""
"""The fonts that a page asks for at once, and those in which its text is set."""

FILES = {
    "Kadhimi Serif normal": "serif.woff2",
    "Kadhimi Serif italic": "serif-italic.woff2",
    "Kadhimi Naskh normal": "naskh.woff2",
}

ASKED_AND_DRAWN = """() => [
    performance.getEntriesByType("resource")
        .find(({ name }) => name.endsWith("reader.js")).startTime,
    performance.getEntriesByName("first-contentful-paint")[0].startTime,
]"""
"""When, in ms, a page asks for its scripts, and when its first words are on the screen."""

CUT_OFF = """() => [...document.querySelectorAll("body *")]
    .filter((e) => e.checkVisibility({ visibilityProperty: true }))
    .filter((e) => {
        const { clipPath, overflowX, overflowY } = getComputedStyle(e);
        const cuts = (overflow) => overflow === "hidden" || overflow === "clip";
        return clipPath === "none" && (
            (cuts(overflowX) && e.scrollWidth > e.clientWidth + 1) ||
            (cuts(overflowY) && e.scrollHeight > e.clientHeight + 1));
    })
    .map((e) => `cut off: <${e.localName} class="${e.className}">`)"""
"""What hides a part of itself, but for what only screen readers see."""

HARD_TO_HIT = r"""() => {
    const size = 24;
    const block = "p, li, dt, dd, td, th, h1, h2, h3, h4, summary, figcaption, div";
    const targets = "a[href], button, summary, input";
    const words = (e) => [...e.childNodes].map((node) =>
        node.nodeType === Node.TEXT_NODE ? node.data
            : node.nodeType === Node.ELEMENT_NODE && !node.matches(targets) ? words(node) : "")
        .join("");
    const inSentence = (e) => getComputedStyle(e).display === "inline"
        && /\p{L}/u.test(words(e.parentElement.closest(block)));
    const all = [...document.querySelectorAll(targets)]
        .filter((e) => e.checkVisibility({ visibilityProperty: true }))
        .map((e) => ({ e, box: e.getBoundingClientRect() }))
        .filter(({ box }) => box.width && box.height)
        .map(({ e, box: { left, right, top, bottom, width, height } }) => ({
            e, left, right, top, bottom, x: left + width / 2, y: top + height / 2,
            small: width < size || height < size,
        }));
    const within = (a, b) => b.small
        ? Math.hypot(a.x - b.x, a.y - b.y) < size
        : Math.hypot(Math.max(b.left - a.x, 0, a.x - b.right),
            Math.max(b.top - a.y, 0, a.y - b.bottom)) < size / 2;
    return all
        .filter((one) => one.small && !inSentence(one.e))
        .filter((one) => all.some((other) => other !== one && within(one, other)))
        .map(({ e }) => e.outerHTML.slice(0, 120));
}"""
"""The targets below 24 px that touch another one with a circle of 24 px around their middle.

So says WCAG 2.5.8, which leaves out those in a sentence. In a circle the neighbour may stand with
its own circle, if it is small too, and otherwise as it is.
"""

COVERED = """() => new Promise((resolve) => requestAnimationFrame(() => {
    const focused = document.activeElement;
    const box = focused.getClientRects()[0];
    const there = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    const seen = there && (focused.contains(there) || there.contains(focused));
    const whole = box.top >= -1 && box.left >= -1
        && box.bottom <= innerHeight + 1 && box.right <= innerWidth + 1;
    const left = focused === document.body;
    resolve([left, left || (seen && whole) ? "" : focused.outerHTML.slice(0, 120)]);
}))"""
"""Whether the focus has left the page, and what has it and cannot be seen."""

MOVES = """() => document.getAnimations()
    .filter((animation) => animation.timeline instanceof DocumentTimeline)
    .map(({ animationName, transitionProperty }) => animationName ?? transitionProperty)"""
"""What moves by itself; the line that shows how far one is moves as one scrolls."""


def _covered(page: Page) -> list[str]:
    """Go from stop to stop and give those that cannot be seen."""
    hidden = []
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        left, covered = page.evaluate(COVERED)
        if left:
            break
        hidden += [covered] if covered else []
    return hidden


@pytest.mark.parametrize("window", BOTH)
@pytest.mark.parametrize("address", ["", CHAPTER])
def test_nothing_moves_while_a_page_loads(reader: Reader, address: str, window: Window) -> None:
    page = reader.window(window)
    page.route("**", lambda route: route.continue_())  # which also turns the cache off
    page.goto(address)

    assert page.evaluate(SHIFTS) == []


@pytest.mark.parametrize("window", BOTH)
@pytest.mark.parametrize("address", ["", "chapters/rise/", "actors/kadhimi/"])
def test_nothing_moves_when_the_letters_come_late(
    reader: Reader, address: str, window: Window
) -> None:
    page = reader.window(window)
    held: list[Route] = []
    page.route("**/*.woff2", lambda route: held.append(route))  # noqa: PLW0108  has to be ours
    page.goto(address, wait_until="domcontentloaded")
    page.wait_for_timeout(LATE)
    for route in held:
        route.continue_()
    page.evaluate("document.fonts.ready.then(() => null)")

    assert held
    assert page.evaluate(SHIFTS) == []


@pytest.mark.parametrize("address", ["", CHAPTER, "actors/kadhimi/", "glossary/", "timeline/"])
def test_a_page_asks_at_once_for_its_letters_and_no_others(reader: Reader, address: str) -> None:
    at_once, set_in = reader.open(address, PHONE).evaluate(LETTERS)

    assert set(at_once) == {FILES[face] for face in set_in if face in FILES}


def test_the_text_comes_before_the_scripts(reader: Reader) -> None:
    page = reader.open(CHAPTER)
    asked, drawn = page.evaluate(ASKED_AND_DRAWN)

    assert asked >= drawn


@pytest.mark.parametrize(
    "address", ["", CHAPTER, "actors/kadhimi/", "glossary/", "debates/", "sources/"]
)
def test_a_page_flows_into_any_window(reader: Reader, address: str) -> None:
    page = reader.open(address)
    lost = []
    for width, size in ((NARROWEST, 100), (1280, 200), (640, 200)):
        page.set_viewport_size({"width": width, "height": 800})
        page.add_style_tag(content=f"html {{ font-size: {size}% }}")
        faults = page.evaluate(TOO_WIDE) + page.evaluate(CUT_OFF)
        lost += [f"{width} px, letters of {size} %: {fault}" for fault in faults]

    assert not lost, "\n".join(lost)


def test_a_page_follows_the_letters_that_a_browser_is_set_to(reader: Reader) -> None:
    page = reader.new_window()
    sizes = {"fontSizes": {"standard": 32, "fixed": 26}}
    page.context.new_cdp_session(page).send("Page.setFontSizes", sizes)
    visit(page, CHAPTER)

    expect(paper(page)).to_have_css("font-size", "32px")
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(TOO_WIDE) + page.evaluate(CUT_OFF) == []


@pytest.mark.parametrize(
    "address",
    [
        "",
        CHAPTER,
        "actors/kadhimi/",
        "timeline/",
        "glossary/",
        "debates/",
        "disagreements/",
        "sources/",
    ],
)
def test_a_finger_hits_what_it_means(reader: Reader, address: str) -> None:
    page = reader.open(address, PHONE)
    page.add_style_tag(content=LAID_OUT)
    hard = page.evaluate(HARD_TO_HIT)

    assert not hard, f"{len(hard)}, as in\n" + "\n".join(hard[:5])


@pytest.mark.parametrize("window", BOTH)
def test_what_has_the_focus_can_be_seen(reader: Reader, window: Window) -> None:
    page = reader.open(CHAPTER, window)

    assert _covered(page) == []


def test_the_remembered_place_covers_nothing_that_has_the_focus(reader: Reader) -> None:
    page = remember(reader, PHONE)
    visit(page, "")

    expect(page.get_by_role("region", name="Where you stopped")).to_be_visible()
    assert _covered(page) == []


@pytest.mark.parametrize("address", ["", CHAPTER])
def test_without_our_colours_axe_finds_no_barrier(reader: Reader, address: str) -> None:
    page = reader.open(address, {**DESKTOP, "forced_colors": "active"})

    assert barriers(page) == []


def test_without_our_colours_focus_and_edges_can_be_seen(reader: Reader) -> None:
    page = reader.open(CHAPTER, {**DESKTOP, "forced_colors": "active"})
    for _ in range(2):
        page.keyboard.press("Tab")

    expect(page.locator(":focus")).to_have_css("outline-style", "solid")
    expect(page.locator("header")).to_have_css("border-bottom-style", "solid")
    expect(page.locator(".ed-note").first).to_have_css("border-left-style", "solid")


def test_who_asked_for_less_motion_gets_none(reader: Reader) -> None:
    page = reader.open(CHAPTER, {**DESKTOP, "reduced_motion": "reduce"})
    moving = page.evaluate(
        f"() => {{ document.querySelector('ed-scheme button').click(); return ({MOVES})(); }}"
    )

    assert moving == []
