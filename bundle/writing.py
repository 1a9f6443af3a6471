"""Writes what pages load into `docs/assets/built/`: styles, scripts, fonts, and the search."""

from collections.abc import Sequence
from pathlib import Path

from bundle.cards import cards_script
from bundle.fonts import characters_of, write_fonts
from bundle.scripts import joined_scripts
from bundle.search import search_script
from bundle.styles import joined_styles, styles_partial
from macros.cards import Cards
from macros.finding import Entry
from macros.folding import rules

TEXTS = (
    "data/**/*.yaml",
    "docs/**/*.md",
    "docs/assets/css/**/*.css",
    "docs/assets/js/*.js",
    "macros/**/*.jinja",
    "macros/*.py",
    "mkdocs.yml",
    "overrides/**/*.html",
)
"""Where the words and signs of the pages come from."""


def write_assets(root: Path, entries: Sequence[Entry], cards: Cards) -> None:
    """Make the files that a page asks for from their sources in `docs/assets/` and `fonts/`.

    What a search or a card needs is written apart: a page asks for it when somebody searches, or
    points at a link. A file whose bytes are the same stays untouched: `make serve` watches the
    folder.
    """
    assets = root / "docs" / "assets"
    built = assets / "built"
    built.mkdir(exist_ok=True)
    texts = {
        "reader.js": joined_scripts(assets / "js"),
        "finder.js": joined_scripts(assets / "js" / "search"),
        "minisearch.js": (assets / "js" / "vendor" / "minisearch.js").read_text("utf-8"),
        "search-data.js": search_script(entries, rules()),
        **{f"cards-{page}.js": cards_script(page, of_page) for page, of_page in cards.items()},
    }
    for name, text in texts.items():
        _write(built / name, text)
    styles = joined_styles(assets / "css" / "index.css")
    _write(root / "overrides" / "partials" / "styles.html", styles_partial(styles))
    characters = characters_of(file for pattern in TEXTS for file in root.glob(pattern))
    write_fonts(root / "fonts", characters, built, root / ".cache" / "fonts")


def _write(file: Path, text: str) -> None:
    content = text.encode()
    if not file.exists() or file.read_bytes() != content:
        file.write_bytes(content)
