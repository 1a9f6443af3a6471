r"""Names as they are compared: one folded form for each, and a coarser one for how it sounds.

The rules are data, because the script of the search applies the same to what a reader types. A
pair is a pattern and what takes its place, everywhere, in a text with a blank at either end. Both
languages have to read a pattern alike, so it names no class (`\w`, `\b`) and refers to no group in
its replacement; a look behind has a fixed width.
"""

import re
from collections.abc import Iterable
from unicodedata import normalize

Pair = tuple[str, str]

MARKS = (
    r"[\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8"
    r"\u06ea-\u06ed\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+"
)
"""Accents, vowel signs, the tatweel, and what nobody sees."""

SIGNS = (
    r"[\u0000-\u001f!-/:-@\[-`{-\u00bf\u00d7\u00f7\u2000-\u200a\u2016-\u2029\u202f-\u205f"
    r"\u20a0-\u20cf\u2190-\u2bff\u3000-\u303f\u060c\u061b\u061f\u066a-\u066d\u06d4]+"
)
"""Blanks, and the signs that part words."""

FOLD: tuple[Pair, ...] = (
    # Normalizing makes a blank and an accent of an acute accent that stands for an apostrophe.
    (r" \u0301", "'"),
    (MARKS, ""),
    # Whatever is written for ayn and hamza, or for an apostrophe; a genitive goes, sign and all
    (r"[`\u2018\u2019\u201b\u2032\u02b9\u02bb-\u02bf\u02c8]", "'"),
    (r"'s(?=[^a-z'])", ""),
    (r"'", ""),
    (r"[\u2010-\u2015\u2212]", "-"),
    # U.S., USA and US
    (r"(?<=[ .][a-z])\.(?=[a-z])", ""),
    (r" usa(?=[^a-z])", " us"),
    # Abdul-Mahdi, Abd al-Mahdi, Abdulmahdi
    (r" abd[ -]?[aeiou](?:[dlnrstz]|dh|sh|th)[ -]?(?=[a-z])", " abdul "),
    # The article, whatever it is assimilated to: as-Sadr, but not "as"
    (r"[ -](?:[aeu]l|a[dnrstz]|a[dst]h)-(?=[^ -])", " "),
    (SIGNS, " "),
    (r" (?:al|el)(?= [a-z])", ""),
    # Arabic letters that are written for one another, and the article
    (r"\u0621", ""),
    (r"\u0671", "\u0627"),
    (r"[\u0649\u06cc]", "\u064a"),
    (r"\u0629", "\u0647"),
    (r"\u06a9", "\u0643"),
    (r" \u0627\u0644(?=[\u0622-\u064a]{3})", " "),
    (r" +", " "),
)
"""How names are folded once they are normalized (NFKD) and in lower case."""

SOUND: tuple[Pair, ...] = (
    # Mobilisation and Mobilization; defence and defense
    (r"is(?=(?:ations?|e[ds]?|ers?|ing) )", "iz"),
    (r"c(?=[eiy])", "s"),
    # The plural
    (r"(?<=[a-z]{3})s(?= )", ""),
    # Qaani, Ghaani; Khadimi, Kadhimi, Kazimi; Chiite, Shiite
    (r"[gk]h|ck|q", "k"),
    (r"[cs]h", "x"),
    (r"c", "k"),
    (r"dh|z", "d"),
    (r"th", "t"),
    (r"ph", "f"),
    # Kawtharani, Kautharani; Hikma, Hikmah
    (r"w(?=[^aeiouy])", "u"),
    (r"h(?= )", ""),
    # A vowel is a vowel: Suleimani, Soleimani, Sulaymani; and a letter counts once
    (r"[aeiouy]+", "a"),
    (r"([a-z])(?=\1)", ""),
)
"""What joins the ways of writing an Arabic or Persian name in Latin letters, once it is folded."""

STEM: tuple[Pair, ...] = (
    # Kidnapping, kidnapped; resigns, resignation; protests, protesters
    (r"(?<=[a-z]{4})(?:ations?|ions?|ings?|ers?|ed|e?s)(?= )", ""),
    # A letter counts once
    (r"([a-z])(?=\1)", ""),
    # A death, whichever noun or verb the reader and the book choose
    (r" (?:kil|asasin(?:at)?|murd(?:er)?|dea(?:d|th))(?= )", " killing"),
)
"""What joins the forms of an English word, once it is folded."""

_COMMON = (
    "a about after an and are as at be been before but by can could did do does for from had has"
    " have he her his how i in into is it its me of on or she should so than that the their them"
    " there they this to was were what when where which who whom whose why will with would you your"
)

COMMON = frozenset(_COMMON.split())
"""The words that no search is for while there are others."""


_KINDS = (
    "alliance ayatollah base bloc brigade brigades city commander country faction fighters force"
    " forces general group groups king leader leaders militia minister movement organization"
    " organisation paramilitary party premier president prime province region river secretary"
    " senator sheikh state town"
)

KINDS = frozenset(_KINDS.split())
"""The words beside a name that say of what kind its bearer is."""


def fold(text: str) -> str:
    """Give the folded form of a name or a text."""
    return _apply(_FOLD, normalize("NFKD", text).lower())


def sound(text: str) -> str:
    """Give what a name or a text sounds like, roughly: other spellings come to the same."""
    return _apply(_SOUND, fold(text))


def stem(text: str) -> str:
    """Give a text with the endings of its words cut off, roughly."""
    return _apply(_STEM, fold(text))


def words(text: str) -> frozenset[str]:
    """Give the words of a text, folded, without the common ones."""
    return frozenset(fold(text).split()) - COMMON


def rules() -> dict[str, list[list[str]] | list[str]]:
    """Give all of this as what JSON can hold."""
    return {
        "fold": [list(pair) for pair in FOLD],
        "sound": [list(pair) for pair in SOUND],
        "stem": [list(pair) for pair in STEM],
        "common": sorted(COMMON),
        "kinds": sorted(KINDS),
    }


def _apply(pairs: Iterable[tuple[re.Pattern[str], str]], text: str) -> str:
    padded = f" {text} "
    for pattern, replacement in pairs:
        padded = pattern.sub(replacement, padded)
    return padded.strip()


_FOLD = tuple((re.compile(pattern), replacement) for pattern, replacement in FOLD)
_SOUND = tuple((re.compile(pattern), replacement) for pattern, replacement in SOUND)
_STEM = tuple((re.compile(pattern), replacement) for pattern, replacement in STEM)
