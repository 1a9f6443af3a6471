"""Cuts the fonts of `fonts/` down to the characters that the pages use, and packs them as WOFF2.

Measured on this book, in bytes of WOFF2, before deciding:

- Outlines: TrueType ones take no more than CFF2 ones (26,032 and 25,924 for the roman). TrueType it
  is, which every browser draws alike, old Windows included.
- Hints would add 4,400 to the roman and 1,900 to the italic in CFF; the TrueType fonts have none.
  Screens on which they show are few, and smooth the letters as `gasp` tells them to.
- Weights: one file from 400 to 700 takes 28,000, up to 600 it takes 1,300 less; two files of one
  weight each take 30,000. The italic of one weight takes 12,500, of all of them 21,900.
- Kerning: that of one weight for all saves 4,000 of the roman; `fonts/cut.py` says what it costs.
"""

import html
import re
from collections.abc import Iterable
from hashlib import sha256
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

RECIPE = 1
"""Goes up when the same characters of the same source should give other bytes."""
ARABIC = re.compile(r"[\u0600-\u06FF\u200C-\u200F]")
"""Arabic script, and the joiners and marks of direction that have to be of the same font."""
CSS_ESCAPE = re.compile(r"\\([0-9A-Fa-f]{4})(?![0-9A-Fa-f])")
ALWAYS = frozenset(map(chr, range(0x20, 0x7F))) | frozenset(
    "\u00a0\u00b7\u00d7\u2009\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u202f\u2212"
)
"""What code may write without naming it in a file of text: ASCII, and the signs of typography."""
LICENCES = ("OFL-serif.txt", "OFL-naskh.txt")


class Face(NamedTuple):
    """A font of the pages: the file it is cut from and made into, and what it may do."""

    file: str
    arabic: bool
    features: tuple[str, ...]


FIGURES = ("onum", "lnum", "pnum", "tnum")
FACES = (
    Face("serif.woff2", arabic=False, features=("kern", "liga", "smcp", "c2sc", *FIGURES)),
    Face("serif-italic.woff2", arabic=False, features=("kern", "liga", *FIGURES)),
    Face(
        "naskh.woff2",
        arabic=True,
        features=("ccmp", "init", "medi", "fina", "liga", "rlig", "mark", "mkmk"),
    ),
)


def characters_of(files: Iterable[Path]) -> frozenset[str]:
    r"""Give every printable character of some text files, also those that they write by number.

    `&rarr;` and `&#8594;` are how HTML does that, `\2192` how CSS does.
    """
    found: set[str] = set()
    for file in files:
        text = file.read_text("utf-8")
        found.update(text, html.unescape(text))
        found.update(chr(int(code, 16)) for code in CSS_ESCAPE.findall(text))
    return frozenset(filter(str.isprintable, found)) | frozenset(filter(ARABIC.match, found))


def lacking(sources: Path, characters: frozenset[str]) -> frozenset[str]:
    """Give the characters that a font which should have them does not have."""
    return frozenset().union(*(_lacks(sources / face.file, face, characters) for face in FACES))


def write_fonts(sources: Path, characters: frozenset[str], into: Path, cache: Path) -> None:
    """Write the fonts and their licences into a folder; a file that holds the same stays untouched.

    What was cut is kept in the folder `cache`, under a name made from the source, the characters
    and all else that decides over the bytes.
    """
    into.mkdir(parents=True, exist_ok=True)
    for face in FACES:
        _put(into / face.file, _kept(sources / face.file, face, characters, cache))
    for name in LICENCES:
        _put(into / name, (sources / name).read_bytes())


def _put(file: Path, content: bytes) -> None:
    if not file.exists() or file.read_bytes() != content:
        file.write_bytes(content)


def _kept(source: Path, face: Face, characters: frozenset[str], cache: Path) -> bytes:
    text = "".join(sorted(_wanted(face, characters)))
    recipe = f"{RECIPE} {face} {version('fonttools')} {version('brotli')} {text}"
    key = sha256(source.read_bytes() + recipe.encode()).hexdigest()
    kept = cache / f"font-{key}.woff2"
    if not kept.exists():
        cache.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(_cut(source, face.features, text))
    return kept.read_bytes()


def _wanted(face: Face, characters: frozenset[str]) -> frozenset[str]:
    arabic = frozenset(filter(ARABIC.match, characters))
    return arabic if face.arabic else characters - arabic | ALWAYS


def _lacks(source: Path, face: Face, characters: frozenset[str]) -> frozenset[str]:
    return _wanted(face, characters) - frozenset(map(chr, TTFont(source).getBestCmap()))


def _cut(source: Path, features: tuple[str, ...], text: str) -> bytes:
    """Pack what of a font is needed to set a text; the same always gives the same bytes."""
    options = Options()
    options.layout_features = list(features)
    options.hinting = False
    options.notdef_outline = True  # a blank in its place would hide that a character is missing
    subsetter = Subsetter(options)
    subsetter.populate(text=text)
    font = TTFont(source, recalcTimestamp=False)
    subsetter.subset(font)
    packed = BytesIO()
    font.save(packed)
    return packed.getvalue()
