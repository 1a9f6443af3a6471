"""The same sources give the same site, byte for byte."""

import filecmp
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.project import ROOT
from tests.site.built import build, copy


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Build the project once more, and a copy of it elsewhere, without what a build has kept."""
    folder = tmp_path_factory.mktemp("rebuilt")
    again, elsewhere = folder / "again", folder / "elsewhere"
    fresh = copy(folder / "project")
    with ThreadPoolExecutor() as pool:
        builds = [
            pool.submit(build, ROOT, again, seed=1),
            pool.submit(build, fresh, elsewhere, seed=2),
        ]
    for done in builds:
        assert not done.result().returncode, done.result().stdout
    return again, elsewhere


def test_a_second_build_is_the_same(site: Path, rebuilt: tuple[Path, Path]) -> None:
    again, _ = rebuilt

    assert _differences(site, again) == []


def test_a_build_elsewhere_without_a_cache_is_the_same(
    site: Path, rebuilt: tuple[Path, Path]
) -> None:
    _, elsewhere = rebuilt

    assert _differences(site, elsewhere) == []


def _differences(one: Path, other: Path) -> list[str]:
    """Give the files that only one of two folders has, or whose bytes differ."""
    ours, theirs = _files(one), _files(other)
    common = sorted(ours & theirs)
    _, differing, unread = filecmp.cmpfiles(one, other, common, shallow=False)
    return sorted(ours ^ theirs) + differing + unread


def _files(folder: Path) -> set[str]:
    return {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}
