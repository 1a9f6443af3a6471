"""JSON Schemas for editors, made from the models: `python -m macros.schema` rewrites them."""

import json
import sys
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from macros.loading import FILES
from macros.models import Actor, AnyChart, Chart, Record

FOLDER = Path("data/schema")


def schemas() -> dict[Path, str]:
    """Give the text of every schema file, by path below the project."""
    shapes = {"actor": Actor.model_json_schema()}
    shapes |= {stem: _list_of(model) for stem, model in FILES.values()}
    return {
        FOLDER / f"{name}.json": json.dumps(schema, indent=2) + "\n"
        for name, schema in shapes.items()
    }


def _list_of(model: type[Record]) -> dict[str, Any]:
    """Give the schema of a file that is a list of records, the record's own definitions on top."""
    shape = TypeAdapter[Any](AnyChart) if model is Chart else TypeAdapter[Any](model)
    item = shape.json_schema()
    definitions = item.pop("$defs", {})
    schema = {"type": "array", "items": item}
    return schema | ({"$defs": definitions} if definitions else {})


if __name__ == "__main__":
    root = Path(sys.argv[1]) if len(sys.argv) > 1 else Path()
    for path, text in schemas().items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
