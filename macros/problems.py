"""Mistakes in `data/` and `docs/`, told so that an editor can jump to them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake. Printed as `path:line:column: message`, the form that editors link."""

    path: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        """Give the line that the contributor sees; a page's problems carry no column."""
        place = f"{self.path}:{self.line}" + (f":{self.column}" if self.column else "")
        return f"{place}: {self.message}"


class ContentError(Exception):
    """Every mistake found in one reading of `data/` and `docs/`."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems in the order of files and lines, each once."""
        self.problems = sorted(set(problems))
        count = len(self.problems)
        summary = f"{count} problem{'s' * (count != 1)} in data/ and docs/"
        super().__init__("\n".join([summary, *map(str, self.problems)]))


class UnknownIdError(LookupError):
    """A shortcode names something that `data/` does not have."""


def unknown(kind: str, ident: str, known: Collection[str]) -> str:
    """Say that there is no such thing, and what was perhaps meant."""
    close = get_close_matches(ident, sorted(known), n=1)
    return f'no {kind} "{ident}"' + (f'; did you mean "{close[0]}"?' if close else "")
