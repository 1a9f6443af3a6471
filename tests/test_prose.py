"""Running prose: what is counted, what is left out, and how long it takes to read."""

import pytest

from macros.library import Library
from macros.pages import read_page
from macros.prose import WORDS_A_MINUTE, Prose, count_words, prose, sentences


def _prose(library: Library, text: str) -> Prose:
    return prose(read_page("chapters/lamp.md", text), library)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("Out of sight.", 3),
        ("a twice-told tale", 3),
        ("Kadhimi's office isn't his", 4),
        ("Kata\N{RIGHT SINGLE QUOTATION MARK}ib Hezbollah", 2),
        ("7,500 men, 1.10 each", 4),
        ("2020\N{EN DASH}2021", 1),
        ("before \N{EN DASH} after", 2),
        ("and/or", 1),
        ("قاسم سليماني", 2),
    ],
)
def test_words_are_counted_as_a_reader_would(text: str, words: int) -> None:
    assert count_words(text) == words


def test_a_link_counts_as_the_words_that_it_shows(sound: Library) -> None:
    text = '{{ actor("keeper") }} lit the {{ term("lamp", "old lamp") }} at {{ place("head") }}.'

    assert _prose(sound, text).paragraphs == ("Ada Marsh lit the old lamp at The Head.",)


def test_an_event_and_a_noted_phrase_show_their_words(sound: Library) -> None:
    text = '{{ event("storm") }}: it {{ note("out", "went out") }}.'

    assert _prose(sound, text).paragraphs == ("A storm put out the lamp: it went out.",)


def test_citations_and_marks_of_dispute_are_no_words(sound: Library) -> None:
    text = 'It went out {{ cite("log-1901", "para. 3") }}. {{ dispute("storm-nights") }}'

    assert _prose(sound, text).paragraphs == ("It went out.",)


def test_markup_is_no_text(sound: Library) -> None:
    text = "A *short* [guide](/about.md) to the **`lamp`**.\n{ .ed-standfirst }\n"

    assert _prose(sound, text).paragraphs == ("A short guide to the lamp.",)


def test_a_paragraph_over_several_lines_is_one(sound: Library) -> None:
    assert _prose(sound, "It burned\nall night.\n\nThen not.\n").paragraphs == (
        "It burned all night.",
        "Then not.",
    )


def test_list_items_stand_apart(sound: Library) -> None:
    found = _prose(sound, "It had:\n\n- a wick\n- a glass\n\n1. oil\n")

    assert (found.paragraphs, found.items) == (("It had:",), ("a wick", "a glass", "oil"))
    assert found.words == 7


@pytest.mark.parametrize(
    "left_out",
    [
        "# A heading",
        "## A heading {#with-id}",
        "| a | table |\n| --- | --- |\n| of | words |",
        "<p>HTML</p>",
        "![a picture](/lamp.svg)",
        "```\na fence of code\n```",
        '{{ chapter_head("lamp") }}',
        '{{ debate("who-pays") }}',
        "{{ timeline() }}",
    ],
)
def test_what_is_no_running_prose_is_left_out(sound: Library, left_out: str) -> None:
    found = _prose(sound, f"It burned.\n\n{left_out}\n\nThen not.\n")

    assert (found.paragraphs, found.words) == (("It burned.", "Then not."), 4)


def test_front_matter_is_left_out(sound: Library) -> None:
    assert _prose(sound, "---\ntitle: The lamp\n---\n\nIt burned.\n").words == 2


def test_annotations_stand_apart_and_are_not_counted(sound: Library) -> None:
    note = "/// html | aside#note-out.ed-note.source\nSo she says.\n\nTwice.\n///"

    found = _prose(sound, f"It burned.\n\n{note}\n\nThen not.\n")

    assert (found.words, found.notes) == (4, ("So she says. Twice.",))


@pytest.mark.parametrize(
    ("running", "noted", "minutes"),
    [
        (1, 0, 1),
        (WORDS_A_MINUTE, 0, 1),
        (WORDS_A_MINUTE + 1, 0, 2),
        (WORDS_A_MINUTE, 1, 2),
        (10 * WORDS_A_MINUTE - 5, 5, 10),
    ],
)
def test_reading_takes_whole_minutes_rounded_up_and_annotations_count(
    running: int, noted: int, minutes: int
) -> None:
    text = Prose(("word " * running,), (), ("word " * noted,))

    assert text.minutes == minutes


def test_a_text_is_split_into_sentences() -> None:
    text = 'He left on 9 April. "Why?" she asked. Nobody (so far) knew! 15 stayed.'

    assert sentences(text) == [
        "He left on 9 April.",
        '"Why?" she asked.',
        "Nobody (so far) knew!",
        "15 stayed.",
    ]


def test_the_chapters_of_the_book_are_long_enough_to_be_read(library: Library) -> None:
    short = [
        slug for slug in library.chapters if prose(library.chapter(slug)[0], library).minutes < 2
    ]

    assert not short, "is their prose counted at all?"
