"""The search in a browser, on a page opened as a file: its cost, its keys, and what it finds."""

import gzip
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile
from typing import Any, NamedTuple
from urllib.parse import unquote

import pytest
from jinja2 import Environment, FileSystemLoader
from playwright.sync_api import Browser, Page, expect, sync_playwright

from benchmarks.queries import queries
from bundle.scripts import joined_scripts
from bundle.search import search_script
from macros.backlinks import backlinks
from macros.finding import search_records
from macros.folding import fold, rules, sound, stem
from macros.library import Library
from scripts.ensure_browser import FLAGS, find
from tests.project import ROOT
from tests.site.driving import barriers

ASSETS = ROOT / "docs/assets"
QUERIES = queries(ROOT / "tests/search_queries.txt")
HELD_OUT = queries(ROOT / "tests/search_held_out.txt")

HELD_OUT_FLOOR = 0.9
"""The share of the queries nobody mended the search by that find their page first all the same."""

DATA_LIMIT = 160_000
"""In bytes, packed as a server would: it is loaded once, by readers who search."""

NAMED = {"actor", "term", "place", "event", "source"}
"""The kinds whose titles are names, and no questions or headings."""

LOADED = ["minisearch.js", "finder.js", "search-data.js"]

PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>A page</title>
<link rel="stylesheet" href="../assets/css/tokens.css">
<link rel="stylesheet" href="../assets/css/base.css">
<link rel="stylesheet" href="../assets/css/components/search.css">
<script src="../assets/js/search.js" defer></script>
</head>
<body>
<main>
<h1>A page</h1>
<button type="button" data-ed-search-open hidden>Search</button>
<p><label>Elsewhere <input></label></p>
</main>
<!-- the search -->
</body>
</html>
"""


class Opened(NamedTuple):
    """A page with the search on it, and the names of the files that it asked for."""

    page: Page
    asked: list[str]

    def open(self) -> None:
        """Open the search and wait until it can find something."""
        self.page.get_by_role("button", name="Search").click()
        self.page.wait_for_function("document.querySelector('ed-search').finder?.complete")

    def type(self, query: str) -> None:
        """Type a query, and do not wait for the list to follow."""
        self.page.get_by_role("searchbox").fill(query)
        self.page.evaluate("document.querySelector('ed-search').show()")

    @property
    def results(self) -> list[str]:
        """The addresses of the results, relative to the site."""
        links: list[str] = self.page.evaluate(
            "[...document.querySelectorAll('.ed-search__title')].map((a) => a.href)"
        )
        return [unquote(link).partition("/site/")[2] for link in links]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, library: Library) -> Path:
    """Put a page of plain files into a folder, with the search of the real book."""
    site = tmp_path_factory.mktemp("search") / "site"
    environment = Environment(loader=FileSystemLoader(ROOT / "overrides/partials"), autoescape=True)
    environment.filters["url"] = "../{}".format
    for name, use_directory_urls in (("rise.html", False), ("folders.html", True)):
        partial = environment.get_template("search.html").render(
            base_url="..", config={"use_directory_urls": use_directory_urls}
        )
        _write(site / "chapters" / name, PAGE.replace("<!-- the search -->", partial))
    _write(site / "actors/kadhimi.html", "<!doctype html><title>Mustafa al-Kadhimi</title>")
    data = search_script(search_records(library, backlinks(library)), rules())
    _write(site / "assets/built/search-data.js", data)
    _write(site / "assets/built/finder.js", joined_scripts(ASSETS / "js/search"))
    copies = {
        "js/vendor/minisearch.js": "built/minisearch.js",
        **{name: name for name in ("js/search.js", "css/tokens.css", "css/base.css")},
        "css/components/search.css": "css/components/search.css",
    }
    for source, target in copies.items():
        (site / "assets" / target).parent.mkdir(parents=True, exist_ok=True)
        copyfile(ASSETS / source, site / "assets" / target)
    return site


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Start a browser."""
    chromium = find()
    if chromium is None:
        pytest.fail("there is no browser; run `python scripts/ensure_browser.py`", pytrace=False)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield browser
        browser.close()


def _open(browser: Browser, file: Path, **options: Any) -> Iterator[Opened]:  # noqa: ANN401
    context = browser.new_context(reduced_motion="reduce", **options)
    page = context.new_page()
    complaints: list[str] = []
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda said: complaints.append(said.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(file.as_uri())
    yield Opened(page, asked)
    context.close()
    assert complaints == []
    assert [url for url in asked if not url.startswith("file:")] == []


@pytest.fixture
def opened(browser: Browser, folder: Path) -> Iterator[Opened]:
    """Open the page as a file, and see that nothing goes wrong on it."""
    yield from _open(browser, folder / "chapters/rise.html")


@pytest.fixture
def phone(browser: Browser, folder: Path) -> Iterator[Opened]:
    """Open it on a phone."""
    small = {"width": 360, "height": 640}
    yield from _open(browser, folder / "chapters/rise.html", viewport=small, has_touch=True)


@pytest.fixture(scope="module")
def finding(browser: Browser, folder: Path) -> Iterator[Opened]:
    """Open it once for all queries."""
    for opened in _open(browser, folder / "chapters/rise.html"):
        opened.open()
        yield opened


def test_nothing_is_loaded_until_it_is_opened(opened: Opened) -> None:
    opened.page.wait_for_load_state("networkidle")
    before = [name for name in LOADED if any(url.endswith(name) for url in opened.asked)]

    opened.open()

    assert before == []
    assert [url.rpartition("/")[2] for url in opened.asked][-3:] == LOADED


def test_what_is_loaded_is_loaded_once(opened: Opened) -> None:
    for _ in range(2):
        opened.open()
        opened.page.keyboard.press("Escape")

    assert [url.rpartition("/")[2] for url in opened.asked].count(LOADED[-1]) == 1


def test_the_data_stay_small(folder: Path) -> None:
    packed = gzip.compress((folder / "assets/built/search-data.js").read_bytes(), 9)

    assert len(packed) <= DATA_LIMIT


@pytest.mark.parametrize("keys", ["Control+k", "Meta+k"])
def test_a_key_opens_it(opened: Opened, keys: str) -> None:
    opened.page.keyboard.press(keys)

    expect(opened.page.get_by_role("dialog", name="Search")).to_be_visible()
    expect(opened.page.get_by_role("searchbox", name="Search the reader")).to_be_focused()
    expect(opened.page.get_by_role("searchbox")).to_have_value("")


@pytest.mark.parametrize("keys", ["/", "k", "Control+Alt+k"])
def test_other_keys_do_not(opened: Opened, keys: str) -> None:
    opened.page.keyboard.press(keys)

    expect(opened.page.get_by_role("dialog")).to_be_hidden()


@pytest.mark.parametrize("typed", ["", "hashd"])
def test_escape_closes_it_and_gives_the_focus_back(opened: Opened, typed: str) -> None:
    opened.open()
    opened.type(typed)
    opened.page.keyboard.press("Escape")

    expect(opened.page.get_by_role("dialog")).to_be_hidden()
    expect(opened.page.get_by_role("button", name="Search")).to_be_focused()


def test_a_press_outside_closes_it(opened: Opened) -> None:
    opened.open()
    opened.page.mouse.click(5, 5)

    expect(opened.page.get_by_role("dialog")).to_be_hidden()


def test_a_press_that_slips_off_does_not(opened: Opened) -> None:
    opened.open()
    box = opened.page.get_by_role("searchbox").bounding_box()
    assert box
    opened.page.mouse.move(box["x"] + 10, box["y"] + 10)
    opened.page.mouse.down()
    opened.page.mouse.move(5, 5)
    opened.page.mouse.up()

    expect(opened.page.get_by_role("dialog")).to_be_visible()


def test_a_button_closes_it(opened: Opened) -> None:
    opened.open()
    opened.page.get_by_role("button", name="Close").click()

    expect(opened.page.get_by_role("dialog")).to_be_hidden()


def test_results_appear_while_typing(opened: Opened) -> None:
    opened.open()
    opened.page.keyboard.type("suleim")
    first = opened.page.locator(".ed-search__result").first

    expect(first.get_by_role("link", name="Qasem Soleimani")).to_be_visible()
    expect(first).to_contain_text("Actor \N{MIDDLE DOT} person")
    expect(first).to_contain_text("Also written Qassem Suleimani")


def test_a_line_of_context_marks_what_was_found(opened: Opened) -> None:
    opened.open()
    opened.type("ballistic")

    marks = opened.page.locator(".ed-search__context mark")
    expect(marks.first).to_have_text("ballistic")


def test_arabic_is_marked_as_such(opened: Opened) -> None:
    opened.open()
    opened.type("القدس")

    expect(opened.page.locator(".ed-search__also bdi").first).to_have_attribute("lang", "ar")


def test_a_title_is_described_by_what_stands_around_it(opened: Opened) -> None:
    opened.open()
    opened.type("khadimi")

    link = opened.page.get_by_role("link", name="Mustafa al-Kadhimi").first
    expect(link).to_have_accessible_description(
        "Actor \N{MIDDLE DOT} person Also written Khadimi Head of Iraqi intelligence from 2016 and "
        "prime minister from May 2020, who promised early elections and set out to curb the armed "
        "groups that Iran supports."
    )


def test_it_says_how_much_was_found(opened: Opened) -> None:
    opened.open()
    status = opened.page.get_by_role("status")

    opened.type("ballistic")
    expect(status).to_have_text("2 results.")
    opened.type("Iran")
    expect(status).to_contain_text("the first 20 shown.")
    opened.type("")
    expect(status).to_have_text("")


def test_some_of_the_words_are_better_than_none(opened: Opened) -> None:
    opened.open()
    opened.type("ballistic muhasasa")

    expect(opened.page.get_by_role("status")).to_contain_text("Nothing has all of these words.")
    assert opened.results


def test_where_nothing_is_found_it_leads_to_the_lists(opened: Opened) -> None:
    opened.open()
    opened.type("qwrtpsdfg")

    expect(opened.page.get_by_role("status")).to_have_text("Nothing found.")
    links = opened.page.locator(".ed-search__elsewhere").get_by_role("link")
    expect(links).to_have_text(["Actors", "Glossary", "Timeline"])
    expect(links.first).to_have_attribute("href", "../actors/index.html")


def test_an_example_can_be_tried(opened: Opened) -> None:
    opened.open()
    opened.page.get_by_role("button", name="June raid").click()

    expect(opened.page.get_by_role("searchbox")).to_have_value("June raid")
    expect(opened.page.get_by_role("searchbox")).to_be_focused()
    expect(opened.page.get_by_role("button", name="June raid")).to_be_hidden()
    assert opened.results[0] == "timeline.html#june-raid"


def test_arrows_move_and_a_letter_goes_back_to_the_field(opened: Opened) -> None:
    opened.open()
    opened.type("hashimi")
    keyboard, links = opened.page.keyboard, opened.page.locator(".ed-search__title")
    field = opened.page.get_by_role("searchbox")

    for key, focused in (
        ("ArrowUp", field),
        ("ArrowDown", links.nth(0)),
        ("ArrowDown", links.nth(1)),
        ("ArrowUp", links.nth(0)),
        ("ArrowUp", field),
        ("ArrowDown", links.nth(0)),
        ("End", links.last),
        ("ArrowDown", links.last),
        ("Home", links.nth(0)),
    ):
        keyboard.press(key)
        expect(focused).to_be_focused()
    field.evaluate("(field) => field.setSelectionRange(7, 7)")
    links.first.focus()
    keyboard.press("x")

    expect(field).to_be_focused()
    expect(field).to_have_value("hashimix")


@pytest.mark.parametrize("keys", [["Enter"], ["ArrowDown", "Enter"]])
def test_enter_follows(opened: Opened, keys: list[str]) -> None:
    opened.open()
    opened.page.keyboard.type("khadimi")
    for key in keys:
        if key == "ArrowDown":
            opened.page.wait_for_selector(".ed-search__title")
        opened.page.keyboard.press(key)
    opened.page.wait_for_url("**/actors/kadhimi.html")

    expect(opened.page).to_have_title("Mustafa al-Kadhimi")


def test_it_closes_when_a_result_is_followed(opened: Opened) -> None:
    opened.open()
    opened.type("whose choice")
    assert opened.results[0] == "chapters/rise.html#whose-man"
    opened.page.keyboard.press("Enter")

    opened.page.wait_for_url("**/chapters/rise.html#whose-man")
    expect(opened.page.get_by_role("dialog")).to_be_hidden()


def test_pages_may_be_folders(browser: Browser, folder: Path) -> None:
    for opened in _open(browser, folder / "chapters/folders.html"):
        opened.open()
        opened.type("Khazali")
        assert opened.results[0] == "actors/#khazali"
        opened.type("militia")
        assert opened.results[0] == "glossary/#militia"
        opened.type("The Kadhimi Reader")
        assert opened.results[0] == ""


def test_it_says_when_it_cannot_be_loaded(browser: Browser, folder: Path) -> None:
    page = browser.new_page()
    page.route("**/finder.js", lambda route: route.abort())
    page.goto((folder / "chapters/rise.html").as_uri())
    page.keyboard.press("Control+k")

    expect(page.get_by_role("status")).to_have_text("The search could not be loaded.")
    expect(page.get_by_role("link", name="Glossary")).to_be_visible()
    page.unroute("**/finder.js")
    page.keyboard.press("Escape")
    page.keyboard.press("Control+k")
    page.keyboard.type("hashd")

    expect(page.locator(".ed-search__title").first).to_have_text("Popular Mobilization Forces")
    page.close()


def test_on_a_phone_everything_can_be_touched(phone: Opened) -> None:
    phone.open()
    small = """() => [...document.querySelectorAll("dialog :is(button, li, input)")]
        .filter((e) => e.checkVisibility())
        .map((e) => [e.textContent, e.getBoundingClientRect().height])
        .filter(([, height]) => height < 44)"""

    assert phone.page.evaluate(small) == []
    phone.type("khadimi")
    assert phone.page.evaluate(small) == []
    box = phone.page.get_by_role("dialog").bounding_box()
    assert box == {"x": 0, "y": 0, "width": 360, "height": 640}
    wide = "document.querySelector('dialog').scrollWidth > 360"
    assert not phone.page.evaluate(wide)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("query", ["", "khadimi", "qwrtpsdfg"])
def test_axe_finds_no_barrier_in_it(opened: Opened, scheme: Any, query: str) -> None:  # noqa: ANN401
    opened.page.emulate_media(color_scheme=scheme)
    opened.open()
    opened.type(query)

    assert barriers(opened.page) == []


def test_without_scripts_there_is_no_button(browser: Browser, folder: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((folder / "chapters/rise.html").as_uri())

    expect(page.locator("[data-ed-search-open]")).to_be_hidden()
    expect(page.locator("dialog")).to_be_hidden()
    context.close()


def test_both_languages_fold_alike(finding: Opened, library: Library) -> None:
    entries = search_records(library, backlinks(library))
    texts = [text for e in entries for text in (e.title, *e.names, *e.phrases, e.text)]
    texts += [query for query, _ in (*QUERIES, *HELD_OUT)]
    script = """([rules, texts]) => {
        const { folds, sounds, stems } = window.readerFolding(rules);
        const folded = folds(texts);
        return [folded, sounds(folded), stems(folded)];
    }"""

    theirs = finding.page.evaluate(script, [rules(), texts])

    ours = [[way(text) for text in texts] for way in (fold, sound, stem)]
    for mine, other in zip(ours, theirs, strict=True):
        assert [pair for pair in zip(texts, mine, other, strict=True) if pair[1] != pair[2]] == []


def test_there_are_enough_queries() -> None:
    assert len(QUERIES) >= 130
    assert len(HELD_OUT) >= 60
    assert not {query for query, _ in QUERIES} & {query for query, _ in HELD_OUT}


def _first(finding: Opened, texts: list[str]) -> list[str]:
    """Give the source path of what comes first for each of some queries."""
    script = """(queries) => {
        const { finder } = document.querySelector("ed-search");
        return queries.map((query) => finder.find(query, 1).found[0]?.address ?? "");
    }"""
    first: list[str] = finding.page.evaluate(script, texts)
    return first


def _misses(finding: Opened, wanted: list[tuple[str, str]]) -> list[str]:
    """Say which queries find something else first."""
    found = zip(wanted, _first(finding, [query for query, _ in wanted]), strict=True)
    return [
        f"{query}: {first or 'nothing'} instead of {want}"
        for (query, want), first in found
        if first != want
    ]


def test_the_right_page_comes_first(finding: Opened) -> None:
    misses = _misses(finding, QUERIES)

    assert misses == [], "\n".join(misses)


def test_so_it_does_for_queries_that_it_was_not_mended_by(finding: Opened) -> None:
    misses = _misses(finding, HELD_OUT)

    share = 1 - len(misses) / len(HELD_OUT)
    assert share >= HELD_OUT_FLOOR, f"{share:.0%} come first. Not:\n" + "\n".join(misses)


def test_every_name_finds_its_bearer_first(finding: Opened, library: Library) -> None:
    """Of several records of one name, one of them."""
    named = [e for e in search_records(library, backlinks(library)) if e.kind in NAMED]
    bearers: defaultdict[str, set[str]] = defaultdict(set)
    for entry in named:
        for name in (entry.title, *entry.names):
            bearers[fold(name)].add(entry.address)
    names = list(dict.fromkeys(name for e in named for name in (e.title, *e.names)))

    found = zip(names, _first(finding, names), strict=True)

    assert [pair for pair in found if pair[1] not in bearers[fold(pair[0])]] == []


@pytest.mark.parametrize(
    ("query", "bearer"),
    [("khadimi", "actors/kadhimi.html"), ("muhasasa", "glossary.html#muhasasa")],
)
def test_sections_that_mention_a_name_come_after_its_bearer(
    opened: Opened, query: str, bearer: str
) -> None:
    opened.open()
    opened.type(query)

    assert opened.results[0] == bearer
    assert [found for found in opened.results[1:] if found.startswith("chapters/") and "#" in found]


def test_names_are_found_before_the_texts_are_read(opened: Opened) -> None:
    opened.open()
    script = """() => {
        const finder = new window.ReaderFinder(window.readerSearchData);
        const first = (query) => finder.find(query)?.found[0].address ?? null;
        return ["Suleimani", "ballistic", "raid"].map(first);
    }"""

    assert opened.page.evaluate(script) == ["actors/soleimani.md", None, None]


def test_the_focus_stays_on_a_result_when_the_list_is_drawn_again(opened: Opened) -> None:
    opened.open()
    opened.type("hashimi")
    second = opened.page.locator(".ed-search__title").nth(1)
    second.focus()
    opened.page.evaluate("document.querySelector('ed-search').show()")

    expect(second).to_be_focused()
