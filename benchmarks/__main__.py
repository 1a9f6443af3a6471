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
    CannotBuildError,
    build_ours,
    build_stock,
    write_floor,
)
from benchmarks.lighthouse import VERSION, Lighthouse, LighthouseError
from benchmarks.results import FLOOR, OURS, STOCK, Judgement, Paints, Results, judgement
from benchmarks.serving import Server, served
from benchmarks.tables import markdown
from benchmarks.weight import MiscountedError, weigh
from scripts.ensure_browser import FLAGS, MISSING, find

WEIGHT, PAINT, SCORES = "weight", "paint", "scores"

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
    except (CannotBuildError, LighthouseError, MiscountedError) as error:
        _say(str(error))
        return 1
    sys.stdout.write(markdown(results, _made_by(chromium)))
    return 0


def _arguments() -> Namespace:
    parser = ArgumentParser(prog="benchmarks", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--site", type=Path, metavar="DIR", help="a built site, instead of a build")
    parser.add_argument("--only", choices=[WEIGHT, PAINT, SCORES], help="measure nothing else")
    parser.add_argument("--runs", type=int, default=7, help="of each site, for the largest paint")
    parser.add_argument("--score-runs", type=int, default=3, help="of each page, for the scores")
    wanted = parser.parse_args()
    if wanted.site and not (wanted.site / CHAPTER / "index.html").exists():
        parser.error(f"{wanted.site} holds no built site with a page {CHAPTER}")
    return wanted


def _measure(wanted: Namespace, chromium: str) -> Results:
    parts = {wanted.only} if wanted.only else {WEIGHT, PAINT, SCORES}
    # Before anything that takes long: it may be missing.
    lighthouse = Lighthouse(CACHE / "npm", chromium) if parts - {WEIGHT} else None
    folders = _folders(wanted.site, alone=parts == {SCORES})
    results = Results()
    with ExitStack() as stack:
        servers = {name: stack.enter_context(served(at)) for name, at in folders.items()}
        if WEIGHT in parts:
            for name, server in servers.items():
                _say(f"weighing {name}")
                results.weights[name] = weigh(chromium, server, CHAPTER, FLAGS)
        if lighthouse and PAINT in parts:
            results.paints = _paints(lighthouse, servers, wanted.runs)
        if lighthouse and SCORES in parts:
            results.judgements = _judgements(lighthouse, servers[OURS], wanted.score_runs)
    return results


def _folders(site: Path | None, *, alone: bool) -> dict[str, Path]:
    """Make the sites that run, each in a folder of its own; `alone` there is only ours."""
    if not site:
        site = CACHE / "site"
        _say("building this site")
        build_ours(site)
    if alone:
        return {OURS: site}
    floor, stock = CACHE / FLOOR, CACHE / STOCK
    write_floor(site, floor)
    _say("building the stock theme's")
    build_stock(stock)
    return {FLOOR: floor, OURS: site, STOCK: stock}


def _paints(lighthouse: Lighthouse, servers: dict[str, Server], runs: int) -> Paints:
    """Let the sites run in turn, so that what slows the machine slows all."""
    lighthouse.paint(servers[FLOOR].base + CHAPTER)  # the first run warms the machine for the rest
    times: dict[str, list[float]] = {name: [] for name in servers}
    for run in range(runs):
        for name, server in servers.items():
            times[name].append(lighthouse.paint(server.base + CHAPTER))
            _say(f"largest paint, run {run + 1} of {runs}: {name} {times[name][-1]:.0f} ms")
    return Paints(times)


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
        f"Lighthouse {VERSION} (its default phone and slow line) and Material for MkDocs "
        f"{version('mkdocs-material')}; every site was served from the machine itself, "
        "compressed with gzip. 1 KB is 1,000 bytes."
    )


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")


if __name__ == "__main__":
    sys.exit(main())
