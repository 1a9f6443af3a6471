"""A mistake in the content stops the build: nobody publishes it by accident."""

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from tests.site.built import build, copy

PAGE = "docs/about.md"
DATA = "data/timeline.yaml"
YESTERDAY = "index.html"

Mistake = Callable[[Path], int]
"""Makes a mistake in a copy of the project and gives its line."""


def _append(text: str) -> Mistake:
    def make(project: Path) -> int:
        with (project / PAGE).open("a", encoding="utf-8") as page:
            page.write(f"\n{text}\n")
        return (project / PAGE).read_text("utf-8").count("\n")

    return make


def _name_nobody(project: Path) -> int:
    """Let the last event that names a source name one that is not there."""
    file = project / DATA
    head, found, tail = file.read_text("utf-8").rpartition("id: isw-2020-")
    assert found, "no event rests on a report of 2020 any more: choose another source here"
    file.write_text(f"{head}id: wsi-2020-{tail}", "utf-8")
    return head.count("\n") + 1


MISTAKES: dict[str, Mistake] = {
    "a link to a missing page": _append("[Nowhere](chapters/nowhere.md)"),
    "a link to a missing section": _append("[Nowhere](sources.md#nowhere)"),
    "an unknown shortcode": _append('{{ acter("kadhimi") }}'),
    "an unknown id in a page": _append('{{ actor("khadimi") }}'),
    "an unknown id in data": _name_nobody,
}

Broken = dict[str, tuple[int, CompletedProcess[str], Path]]


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Broken:
    """Make each mistake in a copy of its own and build that into a folder with an older site."""

    def attempt(name: str) -> tuple[int, CompletedProcess[str], Path]:
        folder = tmp_path_factory.mktemp("broken")
        line = MISTAKES[name](copy(folder / "project"))
        (folder / "site").mkdir()
        (folder / "site" / YESTERDAY).write_text("yesterday's", "utf-8")
        return line, build(folder / "project", folder / "site"), folder / "site"

    with ThreadPoolExecutor(max_workers=2) as pool:
        return dict(zip(MISTAKES, pool.map(attempt, MISTAKES), strict=True))


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_fails_the_build(broken: Broken, name: str) -> None:
    _, done, _ = broken[name]

    assert done.returncode == 1, done.stdout


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("a link to a missing page", "'about.md' contains a link 'chapters/nowhere.md'"),
        ("a link to a missing section", "'about.md' contains a link 'sources.md#nowhere'"),
        ("an unknown shortcode", f'{PAGE}:LINE: no shortcode "acter"; did you mean "actor"'),
        ("an unknown id in a page", f'{PAGE}:LINE: no actor "khadimi"; did you mean "kadhimi"'),
        ("an unknown id in data", rf'{DATA}:LINE:\d+: no source "wsi-2020-[\d-]+"; did you mean'),
    ],
)
def test_the_message_says_what_is_wrong_and_where(broken: Broken, name: str, message: str) -> None:
    line, done, _ = broken[name]

    assert re.search(message.replace("LINE", str(line)), done.stdout)


@pytest.mark.parametrize(
    "name", ["an unknown shortcode", "an unknown id in a page", "an unknown id in data"]
)
def test_a_mistake_found_before_the_build_leaves_the_last_site_alone(
    broken: Broken, name: str
) -> None:
    _, _, site = broken[name]

    assert [file.read_text("utf-8") for file in site.iterdir()] == ["yesterday's"]
