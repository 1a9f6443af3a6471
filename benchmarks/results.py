"""Holds what was measured and compares it with what the site is to reach."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from statistics import median
from typing import NamedTuple

from benchmarks.lighthouse import Report
from benchmarks.searching import Search
from benchmarks.weight import Weight

FLOOR, OURS, STOCK, PAGEFIND = "floor", "ours", "stock", "pagefind"

MOST_BYTES = 150_000
MOST_REQUESTS = 12
MOST_TIMES_THE_FLOOR = 1.5
MOST_TIMES_PAGEFIND = 1.2
LEAST_SCORES = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}


@dataclass(frozen=True)
class Times:
    """How long something took in ms, run by run: the n-th run of each site belong together."""

    runs: dict[str, list[float]]
    least: str
    """The site that the others are compared with."""

    def median(self, name: str) -> float:
        """Give the time of a site."""
        return median(self.runs[name])

    def ratios(self, name: str) -> list[float]:
        """Give how many times as long a site took as the least, pair by pair, in order of size.

        One machine is quick now and slow then; two runs next to each other share that.
        """
        return sorted(
            time / least for time, least in zip(self.runs[name], self.runs[self.least], strict=True)
        )

    def ratio(self, name: str) -> float:
        """Give the ratio in the middle."""
        return median(self.ratios(name))


@dataclass(frozen=True)
class Judgement:
    """What Lighthouse says of one page in several runs."""

    scores: dict[str, float]
    """The median by category."""
    shift: float
    """The largest layout shift: one that comes now and then is one."""
    faults: set[str]


def judgement(reports: list[Report]) -> Judgement:
    """Sum up the reports on one page."""
    scores = [report.scores() for report in reports]
    return Judgement(
        {name: median(run[name] for run in scores) for name in scores[0]},
        max(report.value("cumulative-layout-shift") for report in reports),
        set().union(*(report.faults() for report in reports)),
    )


class Verdict(NamedTuple):
    """A target, what was measured, and whether that meets it."""

    target: str
    measured: str
    met: bool


@dataclass
class Results:
    """All that was measured; what was not asked for is empty."""

    weights: dict[str, Weight] = field(default_factory=dict)
    paints: Times | None = None
    judgements: dict[str, Judgement] = field(default_factory=dict)
    searches: dict[str, Search] = field(default_factory=dict)
    queries: int = 0
    """How many queries the list of the search has."""

    def first_results(self) -> Times:
        """Give how long the searches took, beside Pagefind's."""
        return Times({name: search.times for name, search in self.searches.items()}, PAGEFIND)

    def verdicts(self) -> Iterator[Verdict]:
        """Hold what was measured against the targets."""
        if self.weights:
            yield _weight(self.weights[OURS])
        if self.paints:
            yield _paint(self.paints.ratio(OURS))
        if self.searches:
            yield _first_result(self.first_results().ratio(OURS))
            yield _answers(self.searches[OURS], self.queries)
        if self.judgements:
            yield from _scores([*self.judgements.values()])


def _weight(ours: Weight) -> Verdict:
    return Verdict(
        f"a chapter's first view: at most {MOST_BYTES / 1000:.0f} KB in {MOST_REQUESTS} requests",
        f"{ours.total / 1000:.1f} KB in {ours.requests}",
        ours.total <= MOST_BYTES and ours.requests <= MOST_REQUESTS,
    )


def _paint(ratio: float) -> Verdict:
    return Verdict(
        f"its largest paint: at most {MOST_TIMES_THE_FLOOR} times the floor's",
        f"{ratio:.2f} times",
        ratio <= MOST_TIMES_THE_FLOOR,
    )


def _first_result(ratio: float) -> Verdict:
    return Verdict(
        f"a search's first result: at most {MOST_TIMES_PAGEFIND} times Pagefind's in a bare page",
        f"{ratio:.2f} times",
        ratio <= MOST_TIMES_PAGEFIND,
    )


def _answers(ours: Search, queries: int) -> Verdict:
    return Verdict(
        "every query of the list finds its answer first",
        f"{ours.first} of {queries}",
        ours.first == queries,
    )


def _scores(judgements: list[Judgement]) -> Iterator[Verdict]:
    """Hold the worst page against the targets."""
    shift = max(judgement.shift for judgement in judgements)
    yield Verdict("layout shift on every page: 0", f"{shift:.3f}", shift == 0)
    worst = {name: min(j.scores[name] for j in judgements) for name in LEAST_SCORES}
    yield Verdict(
        f"scores of every page: at least {_row(LEAST_SCORES)}",
        _row(worst),
        all(worst[name] >= least for name, least in LEAST_SCORES.items()),
    )


def _row(scores: Mapping[str, float]) -> str:
    return " / ".join(f"{score:.0f}" for score in scores.values())
