"""Joins the stylesheets that an index imports, in its order, and makes a part of pages of them."""

import re
from pathlib import Path

from rcssmin import cssmin

IMPORT = re.compile(r'@import "([^"]+)";\n')
FILE = re.compile(r'url\("?([\w.-]+)"?\)')
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
WHEN = '{% endraw %}{{ "optional" if config.use_directory_urls else "swap" }}{% raw %}'


def joined_styles(index: Path) -> str:
    """Give the stylesheets that `index` imports as one, without comments and blanks.

    Raises `ValueError` where the index holds anything but imports, `OSError` for a missing file.
    """
    text = COMMENT.sub("", index.read_text("utf-8")).lstrip()
    if rest := IMPORT.sub("", text).strip():
        message = f"{index.name} holds only lines of the form @import, and not: {rest}"
        raise ValueError(message)
    parts = [(index.parent / name).read_text("utf-8") for name in IMPORT.findall(text)]
    return f"{cssmin(''.join(parts))}\n"


def styles_partial(styles: str) -> str:
    """Give a template that puts styles into the head of a page and finds their files from there.

    In a page opened from a folder a font may come at any time: such a page cannot ask for it before
    its styles do, and would never have it soon enough.
    """
    text = FILE.sub(r'url("{% endraw %}{{ "assets/built/\1" | url }}{% raw %}")', styles.strip())
    text = text.replace("font-display:optional", f"font-display:{WHEN}")
    note = "{#- Made from docs/assets/css/ by bundle/styles.py: edit there. -#}"
    return f"{note}\n<style>{{% raw %}}{text}{{% endraw %}}</style>\n"
