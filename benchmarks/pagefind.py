"""Pagefind, the search that ours is measured against, on a page that holds nothing else."""

import shutil
import subprocess
from pathlib import Path

from benchmarks.npm import Packages

BUNDLE = "pagefind"
MAIN = "main"
"""The part of our pages that holds their text."""

BARE = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Search</title>
<link rel="icon" href="data:,">
<script type="module">
const field = document.querySelector("input");
let pagefind;
field.addEventListener("focus", () => {
  pagefind ??= import("./pagefind/pagefind.js").then(async (loaded) => {
    await loaded.init();
    return loaded;
  });
});
field.addEventListener("input", async () => {
  const { results } = await (await pagefind).search(field.value);
  const first = await results[0]?.data();
  document.querySelector("p").textContent = first?.meta.title ?? "";
});
</script>
</head>
<body>
<input type="search" aria-label="Search">
<p></p>
</body>
</html>
"""
"""It begins to load when its field gets the focus, as our dialog does when it opens, and shows the
title of the first result as soon as it can."""


class PagefindError(Exception):
    """A site that could not be indexed, with what Pagefind said."""


def write_pagefind(packages: Packages, site: Path, folder: Path) -> None:
    """Index a built site, as Pagefind does unless told, and put the bare page beside the index."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / "index.html").write_text(BARE, "utf-8")
    command = [
        *packages.command("pagefind/lib/runner/bin.cjs"),
        *("--site", str(site)),
        *("--output-path", str(folder / BUNDLE)),
        *("--root-selector", MAIN),
    ]
    done = subprocess.run(  # noqa: S603  our own words
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        message = f"Pagefind cannot index {site}:\n{done.stdout}"
        raise PagefindError(message)
