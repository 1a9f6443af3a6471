"""The pages in a browser: no other host, no fault, no barrier, and nothing lost without scripts."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from scripts.ensure_browser import find
from tests.project import ROOT
from tests.site.browsing import Visit, visit_all

EXAMPLES = ("chapters/rise/", "actors/kadhimi/", "actors/pmf/", "actors/", "404.html")
"""One page of each kind of which there are many; the pages at the top are a kind each."""

ADDRESSES = sorted(
    {
        *EXAMPLES,
        *(f"{page.stem}/".removeprefix("index/") for page in ROOT.glob("docs/*.md")),
        *(f"chapters/{page.stem}/" for page in ROOT.glob("docs/chapters/*.md")),
    }
)

Visits = dict[str, Visit]


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files and does not talk about it."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """Serve the site on this machine."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="module")
def visits(address: str) -> Visits:
    """Open a page of each kind, as a phone and a desktop show it, in both schemes."""
    chromium = find()
    if chromium is None:
        pytest.fail("there is no browser; run `python scripts/ensure_browser.py`", pytrace=False)
    return visit_all(chromium, address, ADDRESSES)


@pytest.mark.parametrize("page", ADDRESSES)
def test_a_page_asks_no_other_host(visits: Visits, page: str) -> None:
    assert visits[page].strangers == []


@pytest.mark.parametrize("page", ADDRESSES)
def test_a_page_loads_without_complaint(visits: Visits, page: str) -> None:
    assert visits[page].complaints == []


@pytest.mark.parametrize("page", ADDRESSES)
def test_axe_finds_no_barrier(visits: Visits, page: str) -> None:
    found = visits[page].barriers

    assert not found, "\n".join(found)


@pytest.mark.parametrize("page", ADDRESSES)
def test_a_page_fits_the_narrowest_window(visits: Visits, page: str) -> None:
    assert visits[page].too_wide == []


@pytest.mark.parametrize("page", ADDRESSES)
def test_a_page_reads_completely_without_scripts(visits: Visits, page: str) -> None:
    blocks = visits[page].blocks

    assert blocks
    assert [text for visible, text in blocks if not visible] == []
