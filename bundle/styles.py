"""Joins the stylesheets that an index imports, in its order, and shrinks them."""

import re
from pathlib import Path

from rcssmin import cssmin

IMPORT = re.compile(r'@import "([^"]+)";\n')
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


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
