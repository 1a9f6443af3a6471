"""The JSON Schemas that editors use: current, and named by every file of `data/`."""

import json
from os.path import relpath
from pathlib import Path
from typing import Any

import pytest

from macros.loading import FILES
from macros.schema import FOLDER, schemas
from tests.project import ROOT

STEMS = [stem for stem, _ in FILES.values()]
SCHEMA_OF = {f"data/{stem}.yaml": stem for stem in STEMS} | {
    path.relative_to(ROOT).as_posix(): "actor" for path in sorted(ROOT.glob("data/actors/*.yaml"))
}


def test_the_committed_schemas_are_current() -> None:
    committed = {
        path.relative_to(ROOT): path.read_text("utf-8") for path in (ROOT / FOLDER).iterdir()
    }

    assert committed == schemas(), "run python -m macros.schema (and delete what it leaves alone)"


@pytest.mark.parametrize("path", SCHEMA_OF, ids=str)
def test_a_data_file_names_its_schema_on_its_first_line(path: str) -> None:
    schema = relpath(ROOT / FOLDER / f"{SCHEMA_OF[path]}.json", (ROOT / path).parent)
    wanted = f"# yaml-language-server: $schema={Path(schema).as_posix()}"

    first = (ROOT / path).read_text("utf-8").splitlines()[0]

    assert first == wanted, f"begin {path} with: {wanted}"


def test_every_file_of_data_has_a_schema() -> None:
    files = {path.relative_to(ROOT).as_posix() for path in ROOT.glob("data/**/*.yaml")}

    assert files == SCHEMA_OF.keys()


@pytest.mark.parametrize(
    ("stem", "field"), [("timeline", "date"), ("sources", "issued"), ("sources", "number")]
)
def test_an_editor_may_take_bare_digits_for_a_number(stem: str, field: str) -> None:
    schema = json.loads(schemas()[FOLDER / f"{stem}.json"])

    allowed = _types(schema["items"]["properties"][field])

    assert "string" in allowed
    assert allowed & {"integer", "number"}, "our models read text, an editor reads a number"


def _types(schema: dict[str, Any]) -> set[str]:
    """Give the types that a field's schema allows, in any of its branches."""
    types = schema.get("type", [])
    found = {types} if isinstance(types, str) else set(types)
    return found.union(*(_types(branch) for branch in schema.get("anyOf", ())))
