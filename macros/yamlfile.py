"""YAML that remembers where each value stood. Every scalar is text: the models give it a type."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from yaml import BaseLoader as Loader
else:  # the same loader in C, where PyYAML was built with it
    Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

HINTS = {
    "mapping values are not allowed": ': put a text with ": " in it between quotes',
    "cannot start any token": ": indent with spaces; quote a text that begins with a sign",
}
"""What the parser says of common slips, and the likely fix."""

Place = tuple[int, int]
"""A line and a column, both counted from 1."""

Steps = tuple[int | str, ...]
"""The way to a value: keys of mappings and indexes of lists."""


class NotYamlError(ValueError):
    """A text that is not YAML: where reading stopped, and why."""

    def __init__(self, place: Place, reason: str) -> None:
        """Keep the place and the parser's reason."""
        super().__init__(reason)
        self.place = place


@dataclass(frozen=True)
class YamlText:
    """A parsed text: its value, and its tree of nodes with their places."""

    value: Any
    root: yaml.Node | None
    line_offset: int = 0

    def place(self, steps: Steps = (), *, key: bool = False) -> Place:
        """Give the place of the value at `steps`, or of its nearest parent that is there.

        With `key`, that of the mapping key before the value.
        """
        node, mark = self.root, self.root.start_mark if self.root else None
        for step in steps:
            found = _child(node, step)
            if found is None:
                break
            name, node = found
            mark = name.start_mark if key and name else node.start_mark
        return (mark.line + 1 + self.line_offset, mark.column + 1) if mark else (1, 1)

    def duplicates(self) -> Iterator[tuple[Place, str]]:
        """Find the mapping keys that stand twice: the place of the second, and the key."""
        nodes = [self.root] if self.root else []
        while nodes:
            node = nodes.pop()
            if isinstance(node, yaml.SequenceNode):
                nodes.extend(node.value)
            elif isinstance(node, yaml.MappingNode):
                seen: set[str] = set()
                for name, value in node.value:
                    if name.value in seen:
                        mark = name.start_mark
                        yield (mark.line + 1 + self.line_offset, mark.column + 1), name.value
                    seen.add(name.value)
                    nodes.append(value)


def read(path: Path) -> YamlText:
    """Parse a file, or raise `NotYamlError`."""
    try:
        return parse(path.read_text("utf-8"))
    except UnicodeDecodeError as error:
        line = path.read_bytes().count(b"\n", 0, error.start) + 1
        raise NotYamlError((line, 1), "it is not saved as UTF-8") from None


def parse(text: str, line_offset: int = 0) -> YamlText:
    """Parse a text that begins `line_offset` lines into its file, or raise `NotYamlError`."""
    try:
        root = yaml.compose(text, Loader)
        value = yaml.load(text, Loader)  # noqa: S506  this loader builds nothing but text
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = (mark.line + 1 + line_offset, mark.column + 1) if mark else (1 + line_offset, 1)
        reason = error.problem or "cannot be read"
        hint = next((fix for part, fix in HINTS.items() if part in reason), "")
        raise NotYamlError(place, reason + hint) from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1 + line_offset
        raise NotYamlError((line, 1), error.reason) from None
    return YamlText(value, root, line_offset)


def _child(node: yaml.Node | None, step: int | str) -> tuple[yaml.Node | None, yaml.Node] | None:
    match node, step:
        case yaml.MappingNode(), str():
            return next(((k, v) for k, v in node.value if k.value == step), None)
        case yaml.SequenceNode(), int() if step < len(node.value):
            return None, node.value[step]
    return None
