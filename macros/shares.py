"""What part of a chapter's citations each source has, and on whom a chapter leans."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from macros.library import Library
from macros.models import Source

LEANING = 30
"""From this share of the citations on, in per cent, a chapter says that it leans on one voice."""
ENOUGH = 20
"""With fewer citations than these a share says little."""
REPORTS = "ISW's weekly reports"
"""What the voice is called that speaks in all of the situation reports."""


class Share(NamedTuple):
    """How often a chapter cites a source, and what part of its citations that is, in per cent."""

    source: Source
    times: int
    percent: int


class Lean(NamedTuple):
    """The voice that a chapter cites most, and its part of the citations, in per cent."""

    name: str
    percent: int


def shares_of(library: Library, cited: Mapping[str, int]) -> list[Share]:
    """Give the sources among what is cited, each with its share; background pages do not count."""
    times = {ident: n for ident, n in cited.items() if ident in library.sources}
    whole = sum(times.values())
    return [Share(library.sources[i], n, round(100 * n / whole)) for i, n in times.items()]


def leans_on(shares: Iterable[Share]) -> Lean | None:
    """Give the voice that a chapter leans on, or nothing; weekly reports are one voice."""
    voices: Counter[str] = Counter()
    for share in shares:
        weekly = share.source.document == "reports"
        voices[REPORTS if weekly else share.source.label] += share.times
    if voices.total() < ENOUGH:
        return None
    name, times = voices.most_common(1)[0]
    percent = round(100 * times / voices.total())
    return Lean(name, percent) if percent >= LEANING else None
