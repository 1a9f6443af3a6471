"""Rewrites `tests/golden/`: `python -m tests.regolden` prints every block of the sound project.

Read the difference before you commit it: the golden files are what the tests hold the blocks to.
"""

import re
from pathlib import Path

from macros.loading import load
from tests.project import ROOT, SOUND, filler

GOLDEN = ROOT / "tests/golden"

CALLS = (
    'chapter_head("lamp")',
    "chapter_list()",
    'chapter_timeline("lamp", "A month")',
    'debate("who-pays")',
    'questions("lamp")',
    'sources_read("lamp")',
    'fact_box("keeper")',
    'fact_box("harbour-board")',
    'appearances("keeper")',
    'appearances("harbour-board")',
    'appearances("pilots")',
    "timeline()",
    "glossary()",
    'bibliography("essay")',
    'bibliography("background")',
    "actor_index()",
    "place_list()",
    "dispute_list()",
    "debate_list()",
    "compare_actors()",
    "compare_accounts()",
    "forecast_table()",
    'chapter_map("lamp", "Where it burned")',
    'month_strip("1901-03", "1901-12", "A bar a month.")',
    "place_map()",
    'relation_diagram("keeper")',
    "cast_by_chapter()",
    'chart("lamp-and-storm")',
    'chart("night-by-night")',
    'chart("how-many-ships")',
    'chart("lamp-or-light")',
    'chart("what-it-cost")',
)
"""Every block, as an author calls it."""


def golden_file(call: str) -> Path:
    """Give the golden file of a call: `debate("who-pays")` is in `debate-who-pays.md`."""
    return GOLDEN / ("-".join(re.findall(r"[\w-]+", call)) + ".md")


def printed() -> dict[Path, str]:
    """Give what every call prints, by its golden file."""
    fill = filler(load(SOUND))
    return {golden_file(call): fill(f"{{{{ {call} }}}}") + "\n" for call in CALLS}


if __name__ == "__main__":
    texts = printed()
    for left_over in set(GOLDEN.glob("*.md")) - texts.keys():
        left_over.unlink()
    for file, text in texts.items():
        file.write_text(text, "utf-8")
