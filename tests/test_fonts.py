"""The fonts that pages load: cut from `fonts/` to what the pages use, under names of their own."""

import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from bundle.fonts import FACES, characters_of, lacking, write_fonts
from tests.project import ROOT

SOURCES = ROOT / "fonts"
LARGEST = {"serif.woff2": 30_000, "serif-italic.woff2": 16_000, "naskh.woff2": 12_000}
"""In bytes: what a page may take for its letters."""
FOLDERS = ("data", "docs", "macros/templates", "overrides")
TEXTS = {".css", ".html", ".jinja", ".js", ".md", ".yaml"}
CSS = (ROOT / "docs/assets/css/fonts.css").read_text("utf-8")
STAND_IN = re.compile(r"@font-face \{[^}]*ascent-override[^}]*\}")


@pytest.fixture(scope="module")
def characters() -> frozenset[str]:
    """Give every character of the book."""
    files = (file for folder in FOLDERS for file in (ROOT / folder).rglob("*"))
    return characters_of(file for file in files if file.suffix in TEXTS)


@pytest.fixture(scope="module")
def shipped(characters: frozenset[str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder that a first build writes the fonts into."""
    folder = tmp_path_factory.mktemp("first")
    write_fonts(SOURCES, characters, folder / "built", folder / "cache")
    return folder / "built"


def _bytes(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def _glyphs(font: TTFont, feature: str) -> set[str]:
    """Give the glyphs that a feature puts others in place of."""
    table = font["GSUB"].table
    lookups = {
        index
        for record in table.FeatureList.FeatureRecord
        if record.FeatureTag == feature
        for index in record.Feature.LookupListIndex
    }
    tables = (part for index in lookups for part in table.LookupList.Lookup[index].SubTable)
    return {glyph for part in tables for glyph in getattr(part, "ExtSubTable", part).mapping}


def _per_cent(face: str, descriptor: str) -> float:
    found = re.search(rf"{descriptor}: ([\d.]+)%", face)
    assert found, f"no {descriptor} in {face}"
    return float(found[1]) / 100


def test_every_character_of_the_book_is_in_a_font(characters: frozenset[str]) -> None:
    assert not lacking(SOURCES, characters)


def test_a_character_that_no_font_has_is_named() -> None:
    assert lacking(SOURCES, frozenset("aü≠ب\N{SNOWMAN}")) == {"\N{SNOWMAN}"}


def test_characters_are_found_however_they_are_written(tmp_path: Path) -> None:
    page, style = tmp_path / "page.html", tmp_path / "style.css"
    page.write_text("<b>ب&rarr;&#189;&#x2020;</b>\n\t\u200c", "utf-8")
    style.write_text(r'b::before { content: "\2191\a0"; }', "utf-8")

    found = characters_of([page, style])

    assert set("ب→½†↑\u200c<") <= found
    assert not {"\n", "\t"} & found


def test_the_licences_are_shipped_with_the_fonts(shipped: Path) -> None:
    serif = (shipped / "OFL-serif.txt").read_text("utf-8")
    naskh = (shipped / "OFL-naskh.txt").read_text("utf-8")

    assert serif.startswith("Copyright 2014 - 2023 Adobe")
    assert "Reserved Font Name" in serif
    assert naskh.startswith("Copyright 2022 The Noto Project Authors")
    assert all("SIL OPEN FONT LICENSE Version 1.1" in text for text in (serif, naskh))


@pytest.mark.parametrize("name", LARGEST)
def test_no_font_goes_by_a_name_that_its_licence_reserves(shipped: Path, name: str) -> None:
    for folder in (SOURCES, shipped):
        names = [entry.toUnicode() for entry in TTFont(folder / name)["name"].names]

        assert names
        assert not [text for text in names if "source" in text.lower()]


@pytest.mark.parametrize("name", LARGEST)
def test_a_font_is_as_small_as_it_was_meant_to_be(shipped: Path, name: str) -> None:
    assert (shipped / name).stat().st_size <= LARGEST[name]


def test_two_builds_give_the_same_bytes(
    characters: frozenset[str], shipped: Path, tmp_path: Path
) -> None:
    write_fonts(SOURCES, characters, tmp_path / "built", tmp_path / "cache")

    assert _bytes(tmp_path / "built") == _bytes(shipped)


def test_a_second_build_cuts_nothing_and_touches_nothing(
    characters: frozenset[str], shipped: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bundle.fonts._cut", None)
    before = {file: file.stat().st_mtime_ns for file in shipped.iterdir()}

    write_fonts(SOURCES, characters, shipped, shipped.parent / "cache")

    assert {file: file.stat().st_mtime_ns for file in shipped.iterdir()} == before


def test_another_character_makes_another_font(
    characters: frozenset[str], shipped: Path, tmp_path: Path
) -> None:
    write_fonts(SOURCES, characters | {"ẓ"}, tmp_path, shipped.parent / "cache")

    before, after = _bytes(shipped), _bytes(tmp_path)

    assert {name for name in after if after[name] != before[name]} == {
        "serif.woff2",
        "serif-italic.woff2",
    }


def test_the_roman_has_small_capitals_and_every_kind_of_figure(shipped: Path) -> None:
    font = TTFont(shipped / "serif.woff2")
    glyphs = font.getBestCmap()
    small = {glyphs[ord(letter)] for letter in "abcdefghijklmnopqrstuvwxyzü"}
    capital = {glyphs[ord(letter)] for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
    figures = {glyphs[ord(figure)] for figure in "0123456789"}

    assert small <= _glyphs(font, "smcp")
    assert capital <= _glyphs(font, "c2sc")
    assert figures <= _glyphs(font, "onum")
    assert figures <= _glyphs(font, "pnum")
    assert _glyphs(font, "tnum")


def test_the_italic_has_figures_that_go_with_those_of_the_roman(shipped: Path) -> None:
    font = TTFont(shipped / "serif-italic.woff2")
    figures = {font.getBestCmap()[ord(figure)] for figure in "0123456789"}

    assert figures <= _glyphs(font, "onum")
    assert figures <= _glyphs(font, "pnum")


def test_the_roman_has_the_weights_that_the_stylesheet_promises(shipped: Path) -> None:
    (axis,) = TTFont(shipped / "serif.woff2")["fvar"].axes

    assert (axis.axisTag, axis.minValue, axis.maxValue) == ("wght", 400, 700)
    assert "font-weight: 400 700;" in CSS


def test_every_font_is_named_by_the_stylesheet() -> None:
    assert re.findall(r'url\("([^"]+)"\)', CSS) == [face.file for face in FACES]


@pytest.mark.parametrize("face", STAND_IN.findall(CSS))
def test_what_stands_in_for_a_font_has_lines_as_high(shipped: Path, face: str) -> None:
    font = TTFont(shipped / "serif.woff2")
    em, heights = font["head"].unitsPerEm, font["hhea"]
    size = _per_cent(face, "size-adjust")

    assert _per_cent(face, "ascent-override") * size == pytest.approx(heights.ascent / em, abs=1e-3)
    assert _per_cent(face, "descent-override") * size == pytest.approx(
        -heights.descent / em, abs=1e-3
    )
    assert _per_cent(face, "line-gap-override") == heights.lineGap == 0
