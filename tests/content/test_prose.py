"""How much we say: the lengths of chapters, profiles, paragraphs and sentences, and the notes."""

from collections import Counter
from statistics import mean

import pytest

from macros.library import Library
from macros.page_checks import NOTE_KINDS
from macros.prose import count_words, prose, sentences
from tests.content.reading import (
    CHAPTERS,
    PAGES,
    PROFILES,
    Block,
    blocks,
    said_in,
    said_in_data,
)

SHORTEST_PARAGRAPH, LONGEST_PARAGRAPH = 25, 160
LONGEST_SENTENCE = 45
MEAN_SENTENCE = (14, 22)
PROFILE = {"full": (150, 250), "short": (60, 100)}
NUMBERED_CHAPTER = (2_200, 3_200)
PROLOGUE_OR_AFTERWORD = (900, 1_300)
NOTES, NOTES_OF_A_KIND = 8, 2
READING_NOTE = (100, 150)


@pytest.mark.parametrize("path", [*CHAPTERS, *PROFILES])
def test_no_paragraph_is_too_long(library: Library, path: str) -> None:
    long = [
        f"{block.words} words: {block.start} …"
        for block in blocks(library.pages[path], library)
        if block.words > LONGEST_PARAGRAPH
    ]

    assert not long, f"more than {LONGEST_PARAGRAPH} words; divide:\n" + "\n".join(long)


@pytest.mark.parametrize("path", [*CHAPTERS, *PROFILES])
def test_a_short_paragraph_leads_to_something(library: Library, path: str) -> None:
    found = blocks(library.pages[path], library)
    short = [
        f"{block.words} words: {block.start} …"
        for index, block in enumerate(found)
        if 0 < block.words < SHORTEST_PARAGRAPH and not _leads_on(found[index + 1 :])
    ]

    assert not short, (
        f"fewer than {SHORTEST_PARAGRAPH} words, and no block, list or figure after it:\n"
        + "\n".join(short)
    )


def _leads_on(after: list[Block]) -> bool:
    """Whether the next thing, below a heading of its own perhaps, is no running prose."""
    rest = [block for block in after if block.level <= 2]
    return bool(rest) and not rest[0].text and not rest[0].level


@pytest.mark.parametrize("path", PAGES)
def test_no_sentence_of_a_page_is_too_long(library: Library, path: str) -> None:
    long = [
        f"{count_words(sentence)} words: {sentence}"
        for text in said_in(library.pages[path], library)
        for sentence in sentences(text)
        if count_words(sentence) > LONGEST_SENTENCE
    ]

    assert not long, f"more than {LONGEST_SENTENCE} words; divide:\n" + "\n".join(long)


def test_no_sentence_in_the_data_is_too_long(library: Library) -> None:
    long = [
        f"{place}: {count_words(sentence)} words: {sentence}"
        for place, text in said_in_data(library)
        for sentence in sentences(text)
        if count_words(sentence) > LONGEST_SENTENCE
    ]

    assert not long, f"more than {LONGEST_SENTENCE} words; divide:\n" + "\n".join(long)


@pytest.mark.parametrize("path", CHAPTERS)
def test_the_sentences_of_a_chapter_are_neither_long_nor_short(library: Library, path: str) -> None:
    low, high = MEAN_SENTENCE
    paragraphs = prose(library.pages[path], library).paragraphs
    found = mean(count_words(s) for paragraph in paragraphs for s in sentences(paragraph))

    assert low <= found <= high, f"{found:.1f} words on average, not {low} to {high}"


@pytest.mark.parametrize("path", CHAPTERS)
def test_a_chapter_has_its_length(library: Library, path: str) -> None:
    _, matter = library.chapter(library.pages[path].slug)
    low, high = PROLOGUE_OR_AFTERWORD if matter.frames_the_book else NUMBERED_CHAPTER
    words = prose(library.pages[path], library).words

    assert low <= words <= high, f"{words} words of running prose, not {low} to {high}"


@pytest.mark.parametrize("path", PROFILES)
def test_a_profile_has_its_length(library: Library, path: str) -> None:
    page = library.pages[path]
    low, high = PROFILE[library.actors[page.slug].tier]
    words = prose(page, library).words

    assert low <= words <= high, f"{words} words of running prose, not {low} to {high}"


@pytest.mark.parametrize("path", CHAPTERS)
def test_a_chapter_has_notes_of_each_kind(library: Library, path: str) -> None:
    page, matter = library.chapter(library.pages[path].slug)
    if matter.frames_the_book:
        pytest.skip("the prologue and the afterword annotate as they need")
    kinds = Counter(note.kind for note in page.notes)

    assert kinds.total() >= NOTES, f"{kinds.total()} annotations, fewer than {NOTES}"
    assert all(kinds[kind] >= NOTES_OF_A_KIND for kind in NOTE_KINDS), f"too few of a kind: {kinds}"


def test_the_reading_note_of_a_source_has_its_length(library: Library) -> None:
    low, high = READING_NOTE
    notes = {
        source.id: f"{source.standpoint} {source.good_for} {source.caution} {source.leaves_out}"
        for source in library.sources.values()
    }
    counted = {ident: count_words(note) for ident, note in notes.items()}
    wrong = [f"{ident}: {words}" for ident, words in counted.items() if not low <= words <= high]

    assert not wrong, f"words of the four fields, not {low} to {high}:\n" + "\n".join(wrong)
