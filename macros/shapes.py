"""Checks the shape of one YAML text against a model and words what is wrong with it."""

import re
from difflib import get_close_matches
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from macros.models.base import MEANING, Record
from macros.problems import Problem
from macros.yamlfile import Steps, YamlText

T = TypeVar("T")

WORDING = {
    "extra_forbidden": "`{field}` is not a field here{hint}",
    "missing": "`{field}` is missing",
    "string_type": "`{field}` must be text, not {got}",
    "int_parsing": '`{field}` must be a whole number, not "{input}"',
    "float_parsing": '`{field}` must be a number, not "{input}"',
    "bool_parsing": '`{field}` must be true or false, not "{input}"',
    "literal_error": '`{field}` must be {expected}, not "{input}"',
    "string_pattern_mismatch": '`{field}` must be {meaning}, not "{input}"',
    "string_too_long": "`{field}` must be at most {max_length} characters, not {length}",
    "too_short": "`{field}` needs at least {min_length}, not {actual_length}",
    "too_long": "`{field}` takes at most {max_length}, not {actual_length}",
    "tuple_type": "`{field}` must be a list, not {got}",
    "model_type": "`{field}` must be a mapping of fields, not {got}",
    "greater_than_equal": "`{field}` must be at least {ge}, not {input}",
    "less_than_equal": "`{field}` must be at most {le}, not {input}",
    "value_error": "`{field}` {error}",
}
"""What a contributor reads for each kind of error that pydantic finds."""

UNION_BRANCH = re.compile(r"int|literal\[.*\]")
"""What pydantic adds to the way to a value that may be of two types: no key of the file."""


def check(
    text: YamlText, path: str, shape: TypeAdapter[T], way: Steps = ()
) -> tuple[T | None, list[Problem]]:
    """Give what the value at `way` says, typed (or nothing), and all that is wrong with it."""
    value = text.value
    for step in way:
        value = value[step]
    problems: list[Problem] = []
    try:
        return shape.validate_python(value), problems
    except ValidationError as error:
        seen: set[Steps] = set()
        for detail in error.errors(include_url=False):
            steps = tuple(s for s in detail["loc"] if not UNION_BRANCH.fullmatch(str(s)))
            if steps not in seen:  # one error a value, though a union reports its every branch
                seen.add(steps)
                place = text.place((*way, *steps), key=detail["type"] == "extra_forbidden")
                problems.append(Problem(path, *place, _message(detail, steps)))
        return None, problems


def duplicate_keys(text: YamlText, path: str) -> list[Problem]:
    """Find the keys that stand twice in one mapping: YAML would keep the last without a word."""
    return [
        Problem(path, *place, f"`{key}` stands here a second time")
        for place, key in text.duplicates()
    ]


def _message(detail: ErrorDetails, steps: Steps) -> str:
    field = next((s for s in reversed(steps) if isinstance(s, str)), "record")
    context = detail.get("ctx", {})
    wording = WORDING.get(detail["type"], f"`{{field}}` {detail['msg']}")
    length = len(detail["input"]) if isinstance(detail["input"], str) else 0
    values = {
        **context,
        "field": field,
        "input": detail["input"],
        "length": length,
        "got": _kind(detail["input"]),
        "meaning": MEANING.get(context.get("pattern", ""), f"of the form {context.get('pattern')}"),
        "hint": _hint(field) if detail["type"] == "extra_forbidden" else "",
    }
    return wording.format_map(values)


def _kind(value: object) -> str:
    match value:
        case dict():
            return "a mapping"
        case list():
            return "a list"
        case "":
            return "empty"
    return f'"{value}"'


def _hint(field: str) -> str:
    known = {f.alias or name for m in _records() for name, f in m.model_fields.items()}
    close = get_close_matches(field, sorted(known), n=1)
    return f"; did you mean `{close[0]}`?" if close else ""


def _records() -> list[type[Record]]:
    found: list[type[Record]] = [Record]
    for record in found:
        found += record.__subclasses__()
    return found
