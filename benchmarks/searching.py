"""Times a search from its opening to its first result, and counts what a list of queries finds."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Browser, Page, Request, sync_playwright

from benchmarks.serving import Server
from benchmarks.weight import DENSITY, PHONE, size

TYPED = "suleimani"
"""What the reader of a timed search types."""

SLOW_LINE = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1_638_400 / 8,
    "uploadThroughput": 768_000 / 8,
}
SLOWER = 4
"""The slow line and the phone that Lighthouse plays: round trip in ms, bytes a second, and how many
times slower than this machine the phone is."""

CLOSE = 5
"""How many results a reader looks over."""

SETTLED = 300
"""How many ms a page rests before its search is opened."""

TIMED = """async ([typed, engine]) => {
  const { open, first } = (0, eval)(engine);
  const shown = new Promise((resolve) => {
    const look = () => first()?.textContent && resolve(performance.now());
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
  });
  const begun = performance.now();
  const field = open();
  field.value = typed;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  return await shown - begun;
}"""
"""Opens a search, types, and gives the ms until the text of a first result stands in the page."""

FOUND = """async ([queries, engine]) => {
  const find = await (0, eval)(engine).find();
  const found = [];
  for (const query of queries) found.push(await find(query));
  return found;
}"""
"""Gives, of each query, the addresses of its first results."""


@dataclass(frozen=True)
class Engine:
    """A search, and how to use it on its page."""

    address: str
    """The page, relative to its site."""
    script: str
    """JavaScript for an object: `open` opens the search and gives its field, `first` gives the
    first result or nothing, and `find` a function that gives a query's first results: of each its
    addresses, relative to the site, the first its own, the others those of parts that it offers."""


OURS_SCRIPT = """({
  open() {
    document.querySelector("[data-ed-search-open]").click();
    return document.querySelector("ed-search input");
  },
  first: () => document.querySelector(".ed-search__title"),
  async find() {
    this.open();
    const search = document.querySelector("ed-search");
    const base = new URL(search.dataset.base, location).pathname;
    while (!search.finder?.complete) await new Promise((resolve) => setTimeout(resolve, 20));
    return (query) => search.finder.find(query, CLOSE).found.map(({ address }) =>
      [new URL(search.address(address), location).href.split("/").slice(3).join("/")]);
  },
})""".replace("CLOSE", str(CLOSE))

PAGEFIND_SCRIPT = """({
  open() {
    const field = document.querySelector("input");
    field.focus();
    return field;
  },
  first: () => document.querySelector("p"),
  async find() {
    const pagefind = await import("./pagefind/pagefind.js");
    return async (query) => {
      const { results } = await pagefind.search(query);
      const pages = await Promise.all(results.slice(0, CLOSE).map((result) => result.data()));
      return pages.map(({ url, sub_results }) =>
        [url, ...sub_results.map((part) => part.url)].map((found) => found.slice(1)));
    };
  },
})""".replace("CLOSE", str(CLOSE))


@dataclass
class Search:
    """What one engine cost and gave."""

    bytes: int = 0
    requests: int = 0
    times: list[float] = field(default_factory=list)
    """From the opening to the first result, in ms, run by run."""
    first: int = 0
    """How many queries found their answer first, and among the first five."""
    close: int = 0


def address(path: str) -> str:
    """Give where a source path stands in the site: `glossary.md#pmf` at `glossary/#pmf`."""
    page, sign, anchor = path.partition("#")
    folder = page.removesuffix(".md").removesuffix("index")
    return (f"{folder.rstrip('/')}/" if folder else "") + sign + anchor


def place(answer: str, results: Sequence[Sequence[str]]) -> int | None:
    """Say which result a query's answer is, or offers as one of its parts; none has no place."""
    wanted = address(answer)
    return next((at for at, parts in enumerate(results) if wanted in parts), None)


def count(search: Search, answers: Sequence[str], found: Sequence[Sequence[Sequence[str]]]) -> None:
    """Count which answers came first, and which among those that a reader looks over."""
    places = [place(*pair) for pair in zip(answers, found, strict=True)]
    search.first = places.count(0)
    search.close = sum(at is not None for at in places)


@dataclass
class Timer:
    """Opens pages in one browser, each as its first reader's."""

    browser: Browser

    @contextmanager
    def opened(self, server: Server, engine: Engine) -> Iterator[Page]:
        """Open the page of an engine on a phone with an empty cache."""
        context = self.browser.new_context(
            viewport=PHONE, device_scale_factor=DENSITY, is_mobile=True, has_touch=True
        )
        page = context.new_page()
        page.goto(server.base + engine.address, wait_until="networkidle")
        page.wait_for_timeout(SETTLED)
        yield page
        context.close()

    def time(self, server: Server, engine: Engine, search: Search) -> None:
        """Search once on a slow phone, and note how long it took and what it fetched."""
        fetched: list[Request] = []

        def note(request: Request) -> None:
            fetched.append(request)

        with self.opened(server, engine) as page:
            page.context.on("requestfinished", note)  # not the page's: a worker fetches as well
            session = page.context.new_cdp_session(page)
            session.send("Network.emulateNetworkConditions", SLOW_LINE)
            session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
            search.times.append(page.evaluate(TIMED, [TYPED, engine.script]))
            session.send("Emulation.setCPUThrottlingRate", {"rate": 1})
            search.bytes = sum(map(size, fetched))
            search.requests = len(fetched)

    def ask(self, server: Server, engine: Engine, queries: Mapping[str, str]) -> Search:
        """Put a list of queries, each with its answer, to an engine."""
        search = Search()
        with self.opened(server, engine) as page:
            found = page.evaluate(FOUND, [list(queries), engine.script])
        count(search, list(queries.values()), found)
        return search


@contextmanager
def timer(chromium: str, flags: Sequence[str]) -> Iterator[Timer]:
    """Start a browser for as long as it is needed."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=flags)
        yield Timer(browser)
        browser.close()
