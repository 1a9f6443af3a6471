"""Formats the bibliography with pandoc's citeproc, in the style of `reader.csl`."""

import hashlib
import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pypandoc

from macros.dates import OPEN, Date
from macros.models import Background, Name, Source

CSL_FIELDS = {
    "id": "id",
    "type": "type",
    "title": "title",
    "author": "author",
    "interviewer": "interviewer",
    "container_title": "container-title",
    "collection_title": "collection-title",
    "number": "number",
    "publisher": "publisher",
    "genre": "genre",
    "language": "language",  # which AS_WRITTEN then takes the place of
    "issued": "issued",
    "url": "URL",
}
AS_WRITTEN = "zxx"
"""A language that has no title case: titles stay as their authors wrote them."""
STYLE = Path(__file__).with_name("reader.csl")
ENTRY = re.compile(r'<div id="ref-(?P<id>[^"]+)"[^>]*>(?P<html>.*?)</div>', re.DOTALL)


def format_citations(records: Iterable[Source | Background], cache: Path) -> dict[str, str]:
    """Give the full citation of each record as inline HTML, by id.

    Pandoc runs once for all; what it printed is kept in the folder `cache` under a name made from
    the records, the style and pandoc's version.
    """
    items = json.dumps([_csl(record) for record in records], ensure_ascii=False, sort_keys=True)
    version = pypandoc.get_pandoc_version()
    key = hashlib.sha256(f"{version}\n{STYLE.read_text('utf-8')}\n{items}".encode()).hexdigest()
    kept = cache / f"citations-{key}.html"
    if kept.exists():
        html = kept.read_text("utf-8")
    else:
        arguments = ["--citeproc", "--wrap=none", f"--csl={STYLE}"]
        html = pypandoc.convert_text(items, "html", format="csljson", extra_args=arguments)
        cache.mkdir(parents=True, exist_ok=True)
        kept.write_text(html, "utf-8")
    return {match["id"]: " ".join(match["html"].split()) for match in ENTRY.finditer(html)}


def _csl(record: Source | Background) -> dict[str, Any]:
    """Give a record as CSL-JSON, the fields that it has."""
    values = {csl: getattr(record, name) for name, csl in CSL_FIELDS.items()}
    return {csl: _plain(value) for csl, value in values.items() if value} | {"language": AS_WRITTEN}


def _plain(value: object) -> object:
    match value:
        case Date():
            return _date(value)
        case tuple():
            return [n.model_dump(exclude_none=True) for n in value if isinstance(n, Name)]
    return value


def _date(date: Date) -> dict[str, object]:
    """Give a date as CSL has it: the ends that are known, and whether they are approximate."""
    ends = [end for end in date.text.split("/") if end != OPEN]
    parts = [[int(part) for part in end.rstrip("~").split("-")] for end in ends]
    circa = {"circa": True} if "~" in date.text else {}
    return {"date-parts": parts, **circa}
