"""Reads the lists of queries: what a reader types, and what has to come first."""

from pathlib import Path


def queries(file: Path) -> list[tuple[str, str]]:
    """Give the queries of a list, each with the source path of its answer."""
    lines = file.read_text("utf-8").splitlines()
    pairs = (line.partition("\t") for line in lines if not line.startswith("# "))
    return [(query, answer) for query, _, answer in pairs]
