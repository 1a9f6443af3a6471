"""Measures running prose: what a reader reads of a page when shortcodes show their words."""

import re
from dataclasses import dataclass
from math import ceil

from macros.library import Library
from macros.page_checks import NAMES, PLAIN
from macros.pages import FENCE, MARKDOWN, Page

WORDS_A_MINUTE = 220

NOTE = re.compile(r"^/// html \| aside#note-.*?$(?P<text>.*?)^///\s*$", re.DOTALL | re.MULTILINE)
LEFT_OUT = re.compile(r"^(#|///|\||<|!\[)")
"""Headings, block markers, tables and HTML are no running prose."""
MARKUP = re.compile(r"\[(?P<text>[^\]]*)\]\([^)]*\)|\{[ :][^}]*\}|[*_`]")
WORD = re.compile(r"\w+(?:['.,/\u2019\u2013-]\w+)*")
SENTENCE_END = re.compile(r"(?<=[.!?])['\")]?\s+(?=['\"(]?[A-Z0-9])")
ITEM = re.compile(r"^(?:[-*]|\d+\.)\s+")


@dataclass(frozen=True)
class Prose:
    """The running prose of a page as plain text: its paragraphs, list items, and annotations."""

    paragraphs: tuple[str, ...]
    items: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def words(self) -> int:
        """The number of words in running prose, annotations left out."""
        return sum(map(count_words, (*self.paragraphs, *self.items)))

    @property
    def minutes(self) -> int:
        """The reading time in minutes, annotations included, rounded up."""
        return ceil((self.words + sum(map(count_words, self.notes))) / WORDS_A_MINUTE)


def count_words(text: str) -> int:
    """Count the words of a plain text; a hyphenated word is one."""
    return len(WORD.findall(text))


def sentences(text: str) -> list[str]:
    """Split a plain text into sentences."""
    return [part for part in SENTENCE_END.split(text) if part]


def prose(page: Page, library: Library) -> Prose:
    """Give the running prose of a page: a link as the words that it shows, a block as nothing."""
    shown = MARKDOWN.from_string(page.text).render(_plain_words(library))
    shown = FENCE.sub("", shown)
    notes = tuple(_flat(match["text"]) for match in NOTE.finditer(shown))
    blocks = [b.strip() for b in re.split(r"\n\s*\n", NOTE.sub("", shown)) if b.strip()]
    running = [block for block in blocks if not LEFT_OUT.match(block)]
    return Prose(
        paragraphs=tuple(_flat(block) for block in running if not ITEM.match(block)),
        items=tuple(
            _flat(ITEM.sub("", line))
            for block in running
            if ITEM.match(block)
            for line in block.splitlines()
        ),
        notes=notes,
    )


def _flat(text: str) -> str:
    plain = MARKUP.sub(lambda match: match["text"] or "", text)
    return re.sub(r"\s+([.,;:])", r"\1", re.sub(r"\s+", " ", plain)).strip()


def _plain_words(library: Library) -> dict[str, object]:
    words: dict[str, object] = {
        "actor": lambda ident, text="": text or library.actors[ident].name,
        "term": lambda ident, text="": text or library.name(library.terms[ident]),
        "event": lambda ident, text="": text or library.events[ident].headline,
        "place": lambda ident, text="": text or library.name(library.places[ident]),
        "dispute": lambda _, text="": text,
        "note": lambda _, text: text,
    }
    return {**dict.fromkeys(NAMES.keys() | PLAIN, _nothing), **words}


def _nothing(*_: object) -> str:
    return ""
