"""Writes what the search knows as a script: a page opened as a file may load nothing else."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import fields
from itertools import pairwise

from macros.finding import KINDS, Entry
from macros.typography import as_printed

LINE_ENDS = {"\u2028": "\\u2028", "\u2029": "\\u2029"}
"""What ends a line for some readers of scripts, but not for JSON."""

SHOWN = ("title", "about", "text")
"""What a result shows as it stands."""


def search_script(records: Sequence[Entry], rules: Mapping[str, object]) -> str:
    """Give the entries, a row each, and the rules of folding as a script that keeps them.

    Where a row means other entries, or words of `vocabulary`, it has their places in those lists;
    of words the first place, and from each the step to the next: small numbers pack well.
    """
    columns = [field.name for field in fields(Entry)]
    entries = {entry.address: place for place, entry in enumerate(records)}
    counts = Counter(sorted(word for entry in records for word in entry.more))
    vocabulary = {word: place for place, (word, _) in enumerate(counts.most_common())}

    def row(entry: Entry) -> list[object]:
        packed = {
            "kind": KINDS.index(entry.kind),
            "more": _steps(sorted(vocabulary[word] for word in entry.more)),
            **{column: as_printed(getattr(entry, column)) for column in SHOWN},
            "names": [as_printed(name) for name in entry.names],
            "told": sorted({entries[address] for address in entry.told if address in entries}),
        }
        cells = [packed.get(column, getattr(entry, column)) for column in columns]
        while not cells[-1]:  # a row ends with its last cell that has something in it
            cells.pop()
        return cells

    data = {
        "kinds": KINDS,
        "columns": columns,
        "rules": rules,
        "vocabulary": " ".join(vocabulary),
        "records": [row(entry) for entry in records],
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign, escaped in LINE_ENDS.items():
        text = text.replace(sign, escaped)
    return f"window.readerSearchData={text};\n"


def _steps(places: Sequence[int]) -> list[int]:
    return [place - before for before, place in pairwise([0, *places])]
