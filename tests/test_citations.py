"""Full citations: pandoc makes them in our style, once for each state of the data."""

from pathlib import Path
from typing import Any

import pypandoc
import pytest

from macros.citations import format_citations
from macros.library import Library
from macros.models import Background

RECORDS: dict[str, dict[str, Any]] = {
    "plain": {
        "type": "article-newspaper",
        "title": "A Storm at the Head",
        "author": [{"family": "Marsh", "given": "Ada"}],
        "container-title": "The Gazette",
        "issued": "1901-03-07",
        "URL": "https://gazette.example/storm",
    },
    "month": {"type": "book", "issued": "1901-03"},
    "about": {"issued": "1901~"},
    "undated": {},
    "undated-body": {"author": [{"literal": "Harbour Board"}]},
    "undated-too": {"author": [{"literal": "Harbour Board"}]},
    "body": {"author": [{"literal": "Harbour Board"}], "issued": "1901"},
    "arabic": {"author": [{"family": "سليماني", "given": "قاسم"}], "issued": "1901"},
    "signs": {
        "title": "A <script>x</script> & *b* _c_ `d` {{ 7 }} | e ](f) [g]{.h} # 1. $x$",
        "author": [{"literal": "<b>Who & Co"}],
        "issued": "1901",
    },
    "address": {"URL": "https://a.example/?a=1&b=%22<script>", "issued": "1901"},
}


def _record(ident: str = "basic", **fields: Any) -> Background:  # noqa: ANN401
    basic = {"id": ident, "type": "webpage", "title": f"The {ident}", "label": ident}
    return Background(**(basic | fields))


@pytest.fixture(scope="module")
def citations(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Give the citations of all records above, from one run of pandoc."""
    records = [_record(ident, **fields) for ident, fields in RECORDS.items()]
    return format_citations(records, tmp_path_factory.mktemp("cache"))


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give a list that grows with each run of a stand-in for pandoc."""
    texts: list[str] = []

    def convert_text(text: str, *_: object, **__: object) -> str:
        texts.append(text)
        return '<div id="ref-basic" class="csl-entry">\nA Storm.\n</div>'

    monkeypatch.setattr(pypandoc, "convert_text", convert_text)
    return texts


def test_every_record_gets_its_citation(citations: dict[str, str]) -> None:
    assert citations.keys() == RECORDS.keys()


def test_a_citation_names_author_title_place_and_day(citations: dict[str, str]) -> None:
    address = "https://gazette.example/storm"

    assert citations["plain"] == (
        "Marsh, Ada. <span>\N{LEFT DOUBLE QUOTATION MARK}A Storm at the Head."
        "\N{RIGHT DOUBLE QUOTATION MARK}</span> <em>The Gazette</em>, 7 March 1901. "
        f'<a href="{address}">{address}</a>.'
    )


@pytest.mark.parametrize(
    ("ident", "date"),
    [
        ("plain", ", 7 March 1901."),
        ("month", "</em>. March 1901."),
        ("about", " about 1901."),
        ("undated", " undated."),
    ],
)
def test_a_date_is_as_exact_as_the_record(citations: dict[str, str], ident: str, date: str) -> None:
    assert date in citations[ident]


@pytest.mark.parametrize("ident", ["undated-body", "undated-too"])
def test_works_of_one_author_without_a_date_get_no_letters(
    citations: dict[str, str], ident: str
) -> None:
    assert citations[ident].endswith("</span> undated.")


@pytest.mark.parametrize(("ident", "author"), [("body", "Harbour Board."), ("arabic", "سليماني, ")])
def test_an_author_is_a_body_or_a_person(
    citations: dict[str, str], ident: str, author: str
) -> None:
    assert citations[ident].startswith(author)


@pytest.mark.parametrize(
    ("sign", "html"),
    [
        ("<script>", "&lt;script&gt;x&lt;/script&gt;"),
        ("&", " &amp; "),
        ("*", "*b* _c_"),
        ("`", "`d`"),
        ("{{", "{{ 7 }} | e ](f) [g]{.h} # 1. $x$"),
        ("<b>", "&lt;b&gt;who &amp; co"),
    ],
)
def test_a_sign_in_a_citation_is_read_as_it_stands(
    citations: dict[str, str], sign: str, html: str
) -> None:
    assert html in citations["signs"].lower(), sign


def test_a_link_cannot_break_out_of_its_address(citations: dict[str, str]) -> None:
    assert "<script" not in citations["address"]


def test_pandoc_runs_once_for_all_records(runs: list[str], tmp_path: Path) -> None:
    format_citations([_record("a"), _record("b"), _record()], tmp_path)

    assert len(runs) == 1


def test_what_pandoc_printed_is_kept(runs: list[str], tmp_path: Path) -> None:
    first = format_citations([_record()], tmp_path / "cache")
    second = format_citations([_record()], tmp_path / "cache")

    assert first == second == {"basic": "A Storm."}
    assert len(runs) == 1, "the second time pandoc need not run"


@pytest.mark.parametrize(
    "field",
    [
        {"title": "A Gale"},
        {"issued": "1901"},
        {"issued": "1901~"},
        {"author": [{"literal": "Harbour Board"}]},
        {"URL": "https://gazette.example/"},
    ],
    ids=str,
)
def test_when_a_record_changes_pandoc_runs_again(
    runs: list[str], tmp_path: Path, field: dict[str, Any]
) -> None:
    format_citations([_record()], tmp_path)
    format_citations([_record(**field)], tmp_path)

    assert len(runs) == 2


def test_with_another_pandoc_it_runs_again(
    runs: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    format_citations([_record()], tmp_path)
    monkeypatch.setattr(pypandoc, "get_pandoc_version", lambda: "0.1")
    format_citations([_record()], tmp_path)

    assert len(runs) == 2


@pytest.mark.usefixtures("runs")
def test_an_open_start_is_no_accident(tmp_path: Path) -> None:
    assert format_citations([_record(issued="../1901")], tmp_path)


def test_an_interval_keeps_its_end(runs: list[str], tmp_path: Path) -> None:
    format_citations([_record(issued="1901-03-04/1901-03-06")], tmp_path)

    assert '"date-parts": [[1901, 3, 4], [1901, 3, 6]]' in runs[0]


def test_labels_and_judgements_are_no_part_of_a_citation(
    runs: list[str], tmp_path: Path, sound: Library
) -> None:
    source = sound.sources["log-1901"]

    format_citations([source], tmp_path)

    assert source.title in runs[0]
    assert source.standpoint not in runs[0]
