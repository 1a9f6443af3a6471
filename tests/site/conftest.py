"""What the tests of the built site share: the site, as readers get it, and its pages, parsed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.project import ROOT
from tests.site.built import Page, build, read_site
from tests.site.driving import Reader, reading_served


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site strictly and without a warning."""
    folder = tmp_path_factory.mktemp("built") / "site"
    done = build(ROOT, folder)
    if done.returncode or "WARNING" in done.stdout:
        pytest.fail(f"`make build` is not clean:\n{done.stdout}", pytrace=False)
    return folder


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, Page]:
    """Give every page of the site, by its path."""
    return read_site(site)


@pytest.fixture(scope="module")
def reader(site: Path) -> Iterator[Reader]:
    """Give a reader of the site, in a browser that ends with the module: one may not outlast it."""
    with reading_served(site) as reader:
        yield reader
