"""Every kind of mistake in `data/` and `docs/` is told by file, line, rule and likely fix.

Each file of `tests/bad_data/` says how it differs from the sound project (`files`: whole texts, or
nothing for a file that is gone; `replace`: edits) and, line by line, what a contributor reads.
"""

import re
from pathlib import Path

import pytest
import yaml
from mkdocs.exceptions import PluginError

import main
from macros.loading import load
from macros.problems import ContentError, Problem
from tests.project import ROOT, SOUND, Replace, edited

CASES = sorted((ROOT / "tests/bad_data").glob("*.yaml"))


def _problems(root: Path) -> list[str]:
    with pytest.raises(ContentError) as caught:
        load(root)
    return [str(problem) for problem in caught.value.problems]


def test_the_sound_project_has_no_mistakes() -> None:
    library = load(SOUND)

    assert all(getattr(library, name) for name in ("sources", "actors", "events", "pages"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_mistake_is_told_exactly(case: Path, tmp_path: Path) -> None:
    told = yaml.safe_load(case.read_text("utf-8"))
    expected = told.pop("problems").splitlines()
    edits = [Replace(**edit) for edit in told.pop("replace", ())]

    found = _problems(edited(tmp_path, replace=edits, **told))

    assert found == expected


def test_an_actor_whom_another_page_names_is_no_orphan(tmp_path: Path) -> None:
    cat = """\
id: cat
name: The cat
kind: group
tier: entry
summary: It kept the keeper company.
sources:
  - id: almanac-1901
"""
    edit = Replace("docs/actors/keeper.md", "She wrote", '{{ actor("cat") }} slept. She wrote')

    library = load(edited(tmp_path, {"data/actors/cat.yaml": cat}, [edit]))

    assert "cat" in library.actors


@pytest.mark.parametrize("path", ["data/timeline.yaml", "docs/timeline.md"])
def test_a_file_that_is_not_utf_8_is_told(path: str, tmp_path: Path) -> None:
    root = edited(tmp_path)
    (root / path).write_bytes((root / path).read_bytes() + b"# caf\xe9\n")

    (found,) = _problems(root)

    assert re.fullmatch(rf"{path}:\d+(:1)?: .*not saved as UTF-8", found)


def test_an_argument_may_be_named(tmp_path: Path) -> None:
    edit = Replace(
        "docs/chapters/lamp.md", '"log-1901", "para. 2"', '"log-1901", locator="para. 2"'
    )

    assert load(edited(tmp_path, replace=[edit]))


def test_problems_are_sorted_by_file_and_line_and_told_once() -> None:
    late, early = Problem("b.yaml", 1, 1, "late"), Problem("a.yaml", 10, 1, "early")
    earlier = Problem("a.yaml", 9, 1, "earlier")

    error = ContentError([late, early, earlier, early])

    assert error.problems == [earlier, early, late]


@pytest.mark.parametrize(
    ("lines", "summary"),
    [([1], "1 problem in data/ and docs/"), ([1, 2], "2 problems in data/ and docs/")],
)
def test_the_summary_counts_the_problems(lines: list[int], summary: str) -> None:
    error = ContentError(Problem("a.yaml", line, 1, "wrong") for line in lines)

    assert str(error).splitlines()[0] == summary


def test_the_build_stops_with_the_whole_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit = Replace("data/timeline.yaml", "- head", "- haed")
    monkeypatch.setattr(main, "ROOT", edited(tmp_path, replace=[edit]))

    with pytest.raises(PluginError, match='no place "haed"; did you mean "head"') as caught:
        main.define_env(_NoEnv())

    assert str(caught.value).startswith("1 problem in data/ and docs/\n")


class _NoEnv:
    """Stands for the engine, which must not hear of any macro."""

    def macro(self, function: object, /) -> object:
        pytest.fail(f"{function} was registered though the content is wrong")
