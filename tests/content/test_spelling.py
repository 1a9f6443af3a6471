"""How we spell: British, with -ize as in the Oxford style, and names as `data/` has them."""

import gc
import re
import warnings
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest
from spylls.hunspell import Dictionary

from macros.library import Library
from macros.models.source import Csl
from tests.content.reading import Said, exceptions, line_of

WORDS = "words.txt"

WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
NOT_PROSE = re.compile(r"https?://\S+|`[^`]*`|\S+\.(?:md|yaml|py|org|com)\b|[\u0600-\u06FF]+")
OXFORD = re.compile(r"(?i)i[sz](?=(?:e[drs]?|ers|ing|ations?|ational|able)$)")
"""Where the Oxford style has a z that other British spelling has not: organize, organization."""


@pytest.fixture(scope="session")
def names(library: Library) -> set[str]:
    """Give the words of every name, other spelling, author, outlet and title in the data."""
    texts: set[str] = set()
    for _, _, record in library.records():
        for field in ("name", "sort", "term", "abbreviation", "label"):
            texts.add(str(getattr(record, field, None) or ""))
        texts.update(alias.form for alias in getattr(record, "aliases", ()))
        if isinstance(record, Csl):
            texts |= {record.title, record.container_title or "", record.publisher or ""}
            for author in record.author:
                texts |= {author.family or "", author.given or "", author.literal or ""}
    return {word.casefold() for text in texts for word in WORD.findall(text)}


def test_every_word_is_a_british_word_or_a_name(unquoted: Said, names: set[str]) -> None:
    allowed = names | {word.casefold() for word in exceptions(WORDS)}
    found = {
        f"{line_of(place, word)}: {word}"
        for place, text in unquoted
        for word in _words(text)
        if _stem(word).casefold() not in allowed and not _british(word)
    }

    assert not found, (
        f"misspelt? British, with -ize; a word that no dictionary has may go into {WORDS}:\n"
        + "\n".join(sorted(found))
    )


def test_the_list_of_words_holds_no_more_than_it_must(unquoted: Said, names: set[str]) -> None:
    used = {_stem(word).casefold() for _, text in unquoted for word in _words(text)}
    idle = [
        word
        for word in exceptions(WORDS)
        if word.casefold() not in used or word.casefold() in names or _british(word)
    ]

    assert not idle, f"take these out of {WORDS}; nothing needs them: {idle}"


@pytest.mark.parametrize(
    ("word", "good"),
    [
        ("organization", True),
        ("organisation", False),
        ("criticizing", True),
        ("criticising", False),
        ("advise", True),
        ("exercised", True),
        ("programme", True),
        ("defence", True),
        ("defense", False),
        ("color", False),
        ("protester's", True),
        ("teh", False),
    ],
)
def test_oxford_spelling_is_told_from_other_spelling(*, word: str, good: bool) -> None:
    assert _british(word) is good


def _words(text: str) -> Iterator[str]:
    for word in WORD.findall(NOT_PROSE.sub(" ", text)):
        if not word.isupper():  # abbreviations are names
            yield word


def _stem(word: str) -> str:
    return word.removesuffix("'s").removesuffix("'")


@cache
def _british(word: str) -> bool:
    stem = _stem(word)
    if oxford := OXFORD.search(stem):
        with_z = f"{stem[: oxford.start()]}iz{stem[oxford.end() :]}"
        with_s = f"{stem[: oxford.start()]}is{stem[oxford.end() :]}"
        if _in("american", with_z) and not _in("american", with_s):
            return stem == with_z and (_in("british", with_s) or _in("british", with_z))
    return _in("british", stem)


@cache
def _in(dictionary: str, word: str) -> bool:
    return bool(_dictionaries()[dictionary].lookup(word))


@cache
def _dictionaries() -> dict[str, Dictionary]:
    """Read the British dictionary that stands beside the tests, and the American one of spylls."""
    american = files("spylls.hunspell") / "data" / "en" / "en_US"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # spylls leaves its files to the collector
        read = {
            "british": Dictionary.from_files(str(Path(__file__).parent / "dictionary" / "en_GB")),
            "american": Dictionary.from_files(str(american)),
        }
        gc.collect()
    return read
