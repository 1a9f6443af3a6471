"""Cut the upstream fonts down to what a reader in English with Arabic names may ever need.

Run by hand, when an upstream font changes; `README.md` says where its arguments come from:

    .venv/bin/python fonts/cut.py ROMAN.ttf ITALIC.ttf NASKH.woff2
"""  # noqa: INP001  a command: nothing imports it

import sys
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable
from fontTools.varLib.instancer import OverlapMode, instantiateVariableFont

HERE = Path(__file__).parent
OPTICAL_SIZE = 16
"""Sturdier than the text cut (20) at the 13 to 15 px of notes, not yet coarse in a heading."""
LIGHTEST, BOLDEST = 400, 700

LATIN = (
    *range(0x20, 0x7F),  # ASCII
    *range(0xA0, 0x180),  # Latin-1 and Extended-A: Europe's names, and ā ī ū š ġ
    *map(ord, "ǦǧʼʾʿḌḍḎḏḤḥḪḫṢṣṬṭṮṯẒẓ"),  # transliterated Arabic
    *range(0x2009, 0x200B),  # thin spaces
    *range(0x2010, 0x2045),  # dashes, quotation marks, daggers, primes
    *map(ord, "\u202f⁰⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉€№™⅓⅔⅛⅜⅝⅞"),
    *range(0x2190, 0x219A),  # arrows
    *map(ord, "\u2212√∞≈≠≤≥"),
)
ARABIC = (
    0x20,
    0xA0,
    *range(0x600, 0x700),
    *range(0x200C, 0x2010),  # joiners and marks of direction
)
FIGURES = ("onum", "lnum", "pnum", "tnum")
TEXT = ("kern", "liga", *FIGURES, "case", "frac", "sups")
NASKH = ("ccmp", "init", "medi", "fina", "liga", "rlig", "mark", "mkmk")


class Cut(NamedTuple):
    """What is left of a font, and what it is called."""

    family: str
    style: str
    characters: Iterable[int]
    features: tuple[str, ...]


def main(roman: str, italic: str, naskh: str) -> None:
    """Write the three source fonts beside this file."""
    serif = Cut("Kadhimi Serif", "Regular", LATIN, (*TEXT, "smcp", "c2sc"))
    _write(_between_weights(roman), serif, "serif")
    # One weight: all of them would take half as much again as the page may load for italics.
    pinned = _pinned(italic, LIGHTEST)
    _write(pinned, serif._replace(style="Italic", features=TEXT), "serif-italic")
    _write(TTFont(naskh), Cut("Kadhimi Naskh", "Regular", ARABIC, NASKH), "naskh")


def _between_weights(file: str) -> TTFont:
    """Leave the weights from regular to bold, all spaced with the kerning of the regular one.

    The kerning of the others is rarely more than 15 thousandths of an em away from it, and would
    take 4 KB of what every reader loads.
    """
    font = instantiateVariableFont(
        TTFont(file, recalcTimestamp=False),
        {"opsz": OPTICAL_SIZE, "wght": (LIGHTEST, BOLDEST)},
        overlap=OverlapMode.KEEP_AND_SET_FLAGS,
    )
    pinned = _pinned(file, LIGHTEST)
    font["GPOS"], font["GDEF"] = pinned["GPOS"], pinned["GDEF"]
    font["fvar"].instances = []
    del font["MVAR"]
    # Written and read again, so that `gvar` has an entry for glyphs that do not vary, too.
    whole = BytesIO()
    font.save(whole)
    return TTFont(whole)


def _pinned(file: str, weight: int) -> TTFont:
    return instantiateVariableFont(
        TTFont(file, recalcTimestamp=False),
        {"opsz": OPTICAL_SIZE, "wght": weight},
        overlap=OverlapMode.KEEP_AND_SET_FLAGS,
    )


def _write(font: TTFont, cut: Cut, name: str) -> None:
    font.recalcTimestamp = False
    options = Options()
    options.layout_features = list(cut.features)
    options.hinting = False
    options.notdef_outline = True
    options.drop_tables += ["BASE", "STAT"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=cut.characters)
    subsetter.subset(font)
    _rename(font, cut)
    _smooth(font)
    font.flavor = "woff2"
    font.save(HERE / f"{name}.woff2")


def _rename(font: TTFont, cut: Cut) -> None:
    """Give the font its own name: the licence of the serif reserves that of the original."""
    table = font["name"]
    notice = table.getDebugName(0).partition(", with Reserved")[0]
    version = table.getDebugName(5).partition(";")[0]
    full, script = f"{cut.family} {cut.style}", f"{cut.family}-{cut.style}".replace(" ", "")
    font["name"] = table = newTable("name")
    table.names = []
    names = {
        0: notice,
        1: cut.family,
        2: cut.style,
        3: f"{version};{script}",
        4: full,
        5: version,
        6: script,
        13: "SIL Open Font License, Version 1.1",
        14: "https://openfontlicense.org",
    }
    for ident, text in names.items():
        table.setName(text, ident, 3, 1, 0x409)
    for axis in font["fvar"].axes if "fvar" in font else ():
        axis.axisNameID = table.addMultilingualName({"en": "Weight"}, font, mac=False)


def _smooth(font: TTFont) -> None:
    """Have Windows smooth the font at every size, as it does not hint itself."""
    font["gasp"] = newTable("gasp")
    font["gasp"].gaspRange = {0xFFFF: 0x000A}


if __name__ == "__main__":
    main(*sys.argv[1:])
