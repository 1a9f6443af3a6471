"""Finds which records a record names: every id and the way to it, by the marks in the models."""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple, get_args

from macros.models import Record
from macros.models.base import Ref
from macros.yamlfile import Steps


class Reference(NamedTuple):
    """An id that names a record of another collection, and the way to it inside its own record."""

    collection: str
    id: str
    steps: Steps


def references(record: Record, way: Steps = ()) -> Iterator[Reference]:
    """Give every reference in `record`, nested records included."""
    for name, key, mark in _fields(type(record)):
        yield from _within(getattr(record, name), mark, (*way, key))


@cache
def _fields(model: type[Record]) -> list[tuple[str, str, Ref | None]]:
    """Give the name, the key and the mark of each field: found once, since they do not change."""
    return [
        (name, f.alias or name, next(filter(None, map(_mark, (*f.metadata, f.annotation))), None))
        for name, f in model.model_fields.items()
    ]


def _within(value: object, mark: Ref | None, way: Steps) -> Iterator[Reference]:
    if isinstance(value, Record):
        yield from references(value, way)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _within(item, mark, (*way, index))
    elif mark and isinstance(value, str):
        yield Reference(mark.collection, value, way)


def _mark(annotation: Any) -> Ref | None:  # noqa: ANN401  a type, or what annotates one
    if isinstance(annotation, Ref):
        return annotation
    inside = (*getattr(annotation, "__metadata__", ()), *get_args(annotation))
    return next(filter(None, map(_mark, inside)), None)
