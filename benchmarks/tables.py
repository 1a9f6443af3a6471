"""Words the results as Markdown, for the README."""

from collections.abc import Iterable, Iterator

from benchmarks.lighthouse import CATEGORIES
from benchmarks.results import FLOOR, OURS, PAGEFIND, STOCK, Judgement, Results, Times
from benchmarks.searching import CLOSE, TYPED
from benchmarks.weight import COLUMNS, Weight

NUMBERS = {5: "five"}

NAMES = {
    FLOOR: "the floor: the same text as one bare page",
    OURS: "this site",
    STOCK: "the same pages, Material for MkDocs as it comes",
    PAGEFIND: "Pagefind over the same pages, in a bare page",
}


def markdown(results: Results, made_by: str) -> str:
    """Give everything that was measured, one table a question."""
    parts = []
    if results.weights:
        parts += [_weights(results.weights)]
    if results.paints:
        parts += [_paints(results.paints)]
    if results.searches:
        parts += [_searches(results), _counted(results.queries)]
    if results.judgements:
        parts += [_judgements(results.judgements), *_faults(results.judgements)]
    verdicts = ((v.target, v.measured, "yes" if v.met else "no") for v in results.verdicts())
    parts += [_table(("target", "measured", "met"), verdicts), made_by]
    return "\n\n".join(parts) + "\n"


def _weights(weights: dict[str, Weight]) -> str:
    return _table(
        ("first view of a chapter, KB", *COLUMNS, "all", "requests"),
        (
            (
                NAMES[name],
                *(f"{weight.sizes[column] / 1000:.1f}" for column in COLUMNS),
                f"{weight.total / 1000:.1f}",
                str(weight.requests),
            )
            for name, weight in weights.items()
        ),
    )


def _paints(paints: Times) -> str:
    return _table(
        ("largest paint of a chapter", "ms", "times the floor", "lowest to highest"),
        (
            (
                NAMES[name],
                f"{paints.median(name):,.0f}",
                f"{paints.ratio(name):.2f}",
                f"{paints.ratios(name)[0]:.2f} to {paints.ratios(name)[-1]:.2f}",
            )
            for name in paints.runs
        ),
    )


def _searches(results: Results) -> str:
    times = results.first_results()
    return _table(
        (
            "a search, from opening to first result",
            "KB",
            "requests",
            "ms",
            "times Pagefind's",
            "lowest to highest",
            "answer first",
            f"in the first {NUMBERS[CLOSE]}",
        ),
        (
            (
                NAMES[name],
                f"{search.bytes / 1000:.1f}",
                str(search.requests),
                f"{times.median(name):,.0f}",
                f"{times.ratio(name):.2f}",
                f"{times.ratios(name)[0]:.2f} to {times.ratios(name)[-1]:.2f}",
                f"{search.first / results.queries:.0%}",
                f"{search.close / results.queries:.0%}",
            )
            for name, search in results.searches.items()
        ),
    )


def _counted(queries: int) -> str:
    """Say what was timed, and when an answer counts: generously where an engine finds pages."""
    return (
        f"Timed on Lighthouse's phone and line, from the opening until `{TYPED}` has its first "
        f"result in the page. Answers are those to the {queries} queries of "
        "`tests/search_queries.txt`; where that is a part of a page, Pagefind's result counts if "
        "any of the parts that it offers is the one."
    )


def _judgements(judgements: dict[str, Judgement]) -> str:
    return _table(
        ("Lighthouse's scores of this site", *CATEGORIES.values(), "layout shift"),
        (
            (
                page,
                *(f"{judgement.scores[category]:.0f}" for category in CATEGORIES),
                f"{judgement.shift:.3f}",
            )
            for page, judgement in judgements.items()
        ),
    )


def _faults(judgements: dict[str, Judgement]) -> Iterator[str]:
    """Name what costs points, where something does."""
    costly = [
        f"{page}: {', '.join(sorted(judgement.faults))}"
        for page, judgement in judgements.items()
        if judgement.faults
    ]
    if costly:
        yield f"What costs points, speed apart: {'; '.join(costly)}."


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """Lay out a table: words to the left, all other columns to the right."""
    rule = ("---", *("---:" for _ in head[1:]))
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, rule, *rows))
