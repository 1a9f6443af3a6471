"""Measure the weight and the speed of a first view: `make benchmark`.

Tables go to the standard output, what is under way to the standard error. A missed target is no
failure: this is a measurement. Only a measurement that could not be made is.
"""

import re
import subprocess
import sys
from argparse import ArgumentParser, Namespace
from contextlib import ExitStack
from importlib.metadata import version
from pathlib import Path

from benchmarks.contestants import (
    CACHE,
    CHAPTER,
    ROOT,
    CannotBuildError,
    build_ours,
    build_stock,
    write_floor,
)
from benchmarks.lighthouse import Lighthouse, LighthouseError
from benchmarks.npm import VERSIONS, NotInstalledError, Packages
from benchmarks.pagefind import PagefindError, write_pagefind
from benchmarks.queries import queries
from benchmarks.results import FLOOR, OURS, PAGEFIND, STOCK, Judgement, Results, Times, judgement
from benchmarks.searching import OURS_SCRIPT, PAGEFIND_SCRIPT, Engine, Search, timer
from benchmarks.serving import Server, served
from benchmarks.tables import markdown
from benchmarks.weight import MiscountedError, weigh
from scripts.ensure_browser import FLAGS, MISSING, find

PARTS = WEIGHT, PAINT, SEARCH, SCORES = "weight", "paint", "search", "scores"

CANNOT = (
    CannotBuildError,
    NotInstalledError,
    LighthouseError,
    PagefindError,
    MiscountedError,
)
"""Why there may be no figures."""

ENGINES = {OURS: Engine(CHAPTER, OURS_SCRIPT), PAGEFIND: Engine("", PAGEFIND_SCRIPT)}

PAGES = {
    "home": "",
    "a chapter": CHAPTER,
    "a profile": "actors/kadhimi/",
    "the timeline": "timeline/",
    "the glossary": "glossary/",
}


def main() -> int:
    """Build, measure, print, and give the exit code."""
    wanted = _arguments()
    chromium = find()
    if not chromium:
        _say(MISSING)
        return 1
    try:
        results = _measure(wanted, chromium)
    except CANNOT as error:
        _say(str(error))
        return 1
    sys.stdout.write(markdown(results, _made_by(chromium)))
    return 0


def _arguments() -> Namespace:
    parser = ArgumentParser(prog="benchmarks", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--site", type=Path, metavar="DIR", help="a built site, instead of a build")
    parser.add_argument(
        "--only", choices=[WEIGHT, PAINT, SEARCH, SCORES], help="measure nothing else"
    )
    parser.add_argument("--runs", type=int, default=7, help="of each site, for what is timed")
    parser.add_argument("--score-runs", type=int, default=3, help="of each page, for the scores")
    wanted = parser.parse_args()
    if wanted.site and not (wanted.site / CHAPTER / "index.html").exists():
        parser.error(f"{wanted.site} holds no built site with a page {CHAPTER}")
    return wanted


def _measure(wanted: Namespace, chromium: str) -> Results:
    parts = {wanted.only} if wanted.only else set(PARTS)
    # Before anything that takes long: they may be missing.
    packages = Packages(CACHE / "npm") if parts - {WEIGHT} else None
    site = _ours(wanted.site)
    results = Results()
    with ExitStack() as stack:
        servers = {OURS: stack.enter_context(served(site))}
        if parts & {WEIGHT, PAINT}:
            others = _others(site).items()
            servers |= {name: stack.enter_context(served(at)) for name, at in others}
        if WEIGHT in parts:
            for name in (FLOOR, OURS, STOCK):
                _say(f"weighing {name}")
                results.weights[name] = weigh(chromium, servers[name], CHAPTER, FLAGS)
        if packages and SEARCH in parts:
            write_pagefind(packages, site, CACHE / PAGEFIND)
            servers[PAGEFIND] = stack.enter_context(served(CACHE / PAGEFIND))
            asked = dict(queries(ROOT / "tests/search_queries.txt"))
            results.queries = len(asked)
            results.searches = _searches(chromium, servers, wanted.runs, asked)
        lighthouse = Lighthouse(packages, chromium) if packages else None
        if lighthouse and PAINT in parts:
            results.paints = _paints(lighthouse, servers, wanted.runs)
        if lighthouse and SCORES in parts:
            results.judgements = _judgements(lighthouse, servers[OURS], wanted.score_runs)
    return results


def _ours(site: Path | None) -> Path:
    """Build the site, unless one was given."""
    if site:
        return site
    _say("building this site")
    build_ours(CACHE / "site")
    return CACHE / "site"


def _others(site: Path) -> dict[str, Path]:
    """Make the sites that ours runs against, each in a folder of its own."""
    floor, stock = CACHE / FLOOR, CACHE / STOCK
    write_floor(site, floor)
    _say("building the stock theme's")
    build_stock(stock)
    return {FLOOR: floor, STOCK: stock}


def _searches(
    chromium: str, servers: dict[str, Server], runs: int, asked: dict[str, str]
) -> dict[str, Search]:
    """Ask both engines the whole list, and let them search in turn on a slow phone."""
    with timer(chromium, FLAGS) as timing:
        found = {name: timing.ask(servers[name], engine, asked) for name, engine in ENGINES.items()}
        for name, engine in ENGINES.items():  # the first run warms the machine for the rest
            timing.time(servers[name], engine, Search())
        for run in range(runs):
            for name, engine in ENGINES.items():
                timing.time(servers[name], engine, found[name])
                ms = found[name].times[-1]
                _say(f"first result, run {run + 1} of {runs}: {name} {ms:.0f} ms")
    return found


def _paints(lighthouse: Lighthouse, servers: dict[str, Server], runs: int) -> Times:
    """Let the sites run in turn, so that what slows the machine slows all."""
    lighthouse.paint(servers[FLOOR].base + CHAPTER)  # the first run warms the machine for the rest
    times: dict[str, list[float]] = {name: [] for name in (FLOOR, OURS, STOCK)}
    for run in range(runs):
        for name, found in times.items():
            found.append(lighthouse.paint(servers[name].base + CHAPTER))
            _say(f"largest paint, run {run + 1} of {runs}: {name} {found[-1]:.0f} ms")
    return Times(times, FLOOR)


def _judgements(lighthouse: Lighthouse, server: Server, runs: int) -> dict[str, Judgement]:
    found = {}
    for page, address in PAGES.items():
        found[page] = judgement([lighthouse.judge(server.base + address) for _ in range(runs)])
        scores = " / ".join(f"{score:.0f}" for score in found[page].scores.values())
        _say(f"scores of {page}: {scores}")
    return found


def _made_by(chromium: str) -> str:
    """Say with what this was measured, and nothing that changes by itself."""
    said = subprocess.run([chromium, "--version"], capture_output=True, text=True, check=True)  # noqa: S603  the browser of all the rest
    browser = re.search(r"[\d.]+", said.stdout)
    return (
        f"Measured by `make benchmark` with Chromium {browser.group() if browser else '?'}, "
        f"Lighthouse {VERSIONS['lighthouse']} (its default phone and slow line), "
        f"Pagefind {VERSIONS['pagefind']} and Material for MkDocs {version('mkdocs-material')}; "
        "every site was served from the machine itself, compressed with gzip. 1 KB is 1,000 bytes."
    )


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")


if __name__ == "__main__":
    sys.exit(main())
