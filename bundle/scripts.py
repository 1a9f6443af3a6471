"""Joins the scripts of the pages, one custom element a file, and shrinks them."""

from pathlib import Path

from rjsmin import jsmin


def joined_scripts(folder: Path) -> str:
    """Give the scripts of `folder` as one classic script, each in a scope of its own."""
    files = sorted(folder.glob("*.js"))
    return "".join(f"{{{jsmin(file.read_text('utf-8'))}}}\n" for file in files)
