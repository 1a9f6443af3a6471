"""Checks the shape of one YAML text against a model and words what is wrong with it."""

import re
from difflib import get_close_matches
from typing import Any, TypeVar, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from macros.models.base import MEANING, Record
from macros.problems import Problem
from macros.yamlfile import Steps, YamlText

R = TypeVar("R", bound=Record)

WORDING = {
    "extra_forbidden": "{field} is not a field here{hint}",
    "missing": "{field} is missing",
    "string_type": "{field} must be text, not {got}",
    "int_parsing": '{field} must be a whole number{or_else}, not "{input}"',
    "float_parsing": '{field} must be a number, not "{input}"',
    "bool_parsing": '{field} must be true or false, not "{input}"',
    "literal_error": '{field} must be {expected}, not "{input}"',
    "string_pattern_mismatch": '{field} must be {meaning}, not "{input}"',
    "string_too_long": "{field} must be at most {max_length} characters, not {length}",
    "too_short": "{field} needs at least {min_length}, not {actual_length}",
    "too_long": "{field} takes at most {max_length}, not {actual_length}",
    "tuple_type": "{field} must be a list, not {got}",
    "model_type": "{field} must be a mapping of fields, not {got}{hint}",
    "greater_than_equal": "{field} must be at least {ge}, not {input}",
    "less_than_equal": "{field} must be at most {le}, not {input}",
    "value_error": "{field} {error}",
}
"""What a contributor reads for each kind of error that pydantic finds."""

UNION_BRANCH = re.compile(r"int|literal\[.*\]")
"""What pydantic adds to the way to a value that may be of two types: no key of the file."""


def check(
    text: YamlText, path: str, model: type[R], way: Steps = ()
) -> tuple[R | None, list[Problem]]:
    """Give what the value at `way` says, typed (or nothing), and all that is wrong with it."""
    value = text.value
    for step in way:
        value = value[step]
    problems: list[Problem] = []
    try:
        return model.model_validate(value), problems
    except ValidationError as error:
        for steps, detail in _one_a_value(error).items():
            place = text.place((*way, *steps), key=detail["type"] == "extra_forbidden")
            problems.append(Problem(path, *place, _message(detail, steps, model)))
        return None, problems


def duplicate_keys(text: YamlText, path: str) -> list[Problem]:
    """Find the keys that stand twice in one mapping: YAML would keep the last without a word."""
    return [
        Problem(path, *place, f"`{key}` stands here a second time")
        for place, key in text.duplicates()
    ]


def _one_a_value(error: ValidationError) -> dict[Steps, ErrorDetails]:
    """Keep one error a value.

    A union reports its every branch; a list says that it is too short beside its faulty items.
    """
    found: dict[Steps, ErrorDetails] = {}
    for detail in error.errors(include_url=False):
        steps = tuple(s for s in detail["loc"] if not UNION_BRANCH.fullmatch(str(s)))
        if detail["type"] == "literal_error" and steps in found:
            found[steps].setdefault("ctx", {})["or_else"] = detail["ctx"]["expected"]
        found.setdefault(steps, detail)
    return {
        steps: detail
        for steps, detail in found.items()
        if detail["type"] != "too_short"
        or not any(other != steps and other[: len(steps)] == steps for other in found)
    }


def _message(detail: ErrorDetails, steps: Steps, model: type[Record]) -> str:
    field = next((s for s in reversed(steps) if isinstance(s, str)), "")
    context = detail.get("ctx", {})
    wording = WORDING.get(detail["type"], f"{{field}} {detail['msg']}")
    length = len(detail["input"]) if isinstance(detail["input"], str) else 0
    values = {
        **context,
        "field": f"`{field}`" if field else "this record",
        "or_else": f" or {context['or_else']}" if "or_else" in context else "",
        "input": detail["input"],
        "length": length,
        "got": _kind(detail["input"]),
        "meaning": MEANING.get(context.get("pattern", ""), f"of the form {context.get('pattern')}"),
        "hint": _hint(detail, field, steps, model),
    }
    return wording.format_map(values)


def _kind(value: object) -> str:
    match value:
        case dict():
            return "a mapping"
        case list():
            return "a list"
        case "" | None:
            return "empty"
    return f'"{value}"'


def _hint(detail: ErrorDetails, field: str, steps: Steps, model: type[Record]) -> str:
    """Give the likely fix: the field that was meant, or the form of a record by its id."""
    if detail["type"] == "extra_forbidden":
        close = get_close_matches(field, _fields(_model_at(model, steps[:-1])), n=1)
        return f"; did you mean `{close[0]}`?" if close else ""
    by_id = isinstance(detail["input"], str) and "id" in _fields(_model_at(model, steps))
    return f": write `id: {detail['input']}`" if by_id and detail["input"] else ""


def _fields(model: type[Record]) -> dict[str, Any]:
    """Give the fields of a record by the names that files use, with their types."""
    return {f.alias or name: f.annotation for name, f in model.model_fields.items()}


def _model_at(model: type[Record], steps: Steps) -> type[Record]:
    """Give the kind of record at `steps` inside a record of kind `model`."""
    for step in steps:
        if isinstance(step, str):
            model = _record_in(_fields(model).get(step)) or model
    return model


def _record_in(annotation: Any) -> type[Record] | None:  # noqa: ANN401  any type
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next(filter(None, map(_record_in, get_args(annotation))), None)
