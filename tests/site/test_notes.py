"""Notes on a phrase: folded on a phone, in the margin where there is one, last on paper."""

from itertools import pairwise
from typing import NamedTuple
from urllib.parse import quote

import pytest
from playwright.sync_api import FloatRect, Locator, Page, expect

from tests.site.driving import (
    CHAPTER,
    CHAPTERS,
    DESKTOP,
    NO_SCRIPTS,
    PHONE,
    WITH_AND_WITHOUT,
    Reader,
    Window,
    phrase_and_note,
)

WIDTHS = (1000, 1280, 1440)

SLACK = 3
"""In px: how far a note may stand above or below the line of its phrase."""

GAP = 24
"""In px: the most that is left empty between a note and one that had to make room for it."""

IN_THE_MARGIN = """() => {
    const text = [...document.querySelectorAll(".ed-text > *, .ed-noted > p, .ed-foot")]
        .filter((block) => !block.matches(".ed-noted"))
        .map((block) => block.getBoundingClientRect())
        .filter((box) => box.width);
    return [...document.querySelectorAll(".ed-head__beside, .ed-note")].map((note) => {
        const phrase = document.querySelector(`.ed-anchor[href="#${note.id}"]`) ?? note;
        const { top, bottom, left, right } = note.getBoundingClientRect();
        const under = text.filter((box) => box.top < bottom && box.bottom > top)
            .filter((box) => box.left < right && box.right > left);
        const name = note.id || note.className;
        return [name, phrase.getClientRects()[0].top, top, bottom, right, under.length];
    });
}"""
"""What is in the margin, as `Placed`."""

ON_PAPER = """() => {
    const bottoms = [...document.querySelectorAll(".ed-text > *, .ed-noted > *")]
        .filter((block) => !block.matches(".ed-noted, .ed-note, .ed-colophon"))
        .map((block) => block.getBoundingClientRect().bottom);
    const end = Math.max(...bottoms);
    return [...document.querySelectorAll(".ed-note")].filter((note) =>
        note.getBoundingClientRect().top < end || note.getBoundingClientRect().height < 20
        || !note.lastElementChild.checkVisibility({ contentVisibilityAuto: true })
    ).map((note) => note.id);
}"""
"""The notes that are not there on paper, or not at its end."""

FRAMES = """() => new Promise((done) =>
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 0))))"""
"""Let the browser draw: what hangs on anchors, or was folded, moves only then."""

ORDER = """() => [
    [...document.querySelectorAll(".ed-anchor")].map((phrase) => phrase.hash.slice(1)),
    [...document.querySelectorAll(".ed-note")].map((note) => note.id),
]"""
"""The notes as their phrases come, and as they come themselves: both are numbered so."""


class Placed(NamedTuple):
    """Where a note and its phrase stand, in px from the top of the window."""

    ident: str
    phrase: float
    top: float
    bottom: float
    right: float
    under: int
    """How many pieces of text it stands upon."""


def _misplaced(page: Page) -> list[str]:
    """Give the notes in the margin that are not beside their phrase, or in the way."""
    width = page.evaluate("document.documentElement.clientWidth")
    notes = [Placed(*place) for place in page.evaluate(IN_THE_MARGIN)]
    wrong = [f"{n.ident} leaves the window" for n in notes if n.right > width]
    wrong += [f"{n.ident} is over the text" for n in notes if n.under]
    wrong += [f"{b.ident} is over {a.ident}" for a, b in pairwise(notes) if b.top < a.bottom]
    for before, note in pairwise([notes[0]._replace(bottom=float("-inf")), *notes]):
        below = note.top - note.phrase
        in_the_way = note.top - before.bottom <= GAP
        if abs(below) > SLACK and not (below > 0 and in_the_way):
            wrong.append(f"{note.ident} is {below:.0f} px below its phrase")
    return wrong


def _box(element: Locator) -> FloatRect:
    box = element.bounding_box()
    assert box
    return box


def test_on_a_phone_a_note_is_folded_and_its_phrase_a_button(reader: Reader) -> None:
    page = reader.open(CHAPTER, PHONE)
    phrase, note = phrase_and_note(page)

    expect(note).to_be_hidden()
    expect(phrase).to_have_role("button")
    expect(phrase).to_have_attribute("aria-expanded", "false")
    expect(phrase).to_have_attribute("aria-controls", note.get_attribute("id") or "no id")


def test_a_tap_opens_a_note_below_its_paragraph_and_folds_it(reader: Reader) -> None:
    page = reader.open(CHAPTER, PHONE)
    phrase, note = phrase_and_note(page)
    phrase.scroll_into_view_if_needed()
    before = _box(phrase)
    phrase.tap()

    expect(note).to_be_visible()
    expect(phrase).to_have_attribute("aria-expanded", "true")
    assert _box(phrase) == before
    paragraph = _box(page.locator(".ed-noted > p").first)
    assert 0 <= _box(note)["y"] - paragraph["y"] - paragraph["height"] <= GAP
    phrase.tap()
    expect(note).to_be_hidden()
    expect(phrase).to_have_attribute("aria-expanded", "false")


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_key_opens_a_note_and_folds_it(reader: Reader, key: str) -> None:
    page = reader.open(CHAPTER, PHONE)
    phrase, note = phrase_and_note(page)
    phrase.focus()
    before = page.evaluate("scrollY")

    page.keyboard.press(key)
    expect(note).to_be_visible()
    page.keyboard.press(key)
    expect(note).to_be_hidden()
    assert page.evaluate("scrollY") == before


def test_escape_folds_a_note_and_gives_the_focus_back(reader: Reader) -> None:
    page = reader.open(CHAPTER, PHONE)
    phrase, note = phrase_and_note(page)
    phrase.press("Enter")
    note.get_by_role("link").first.focus()
    page.keyboard.press("Escape")

    expect(note).to_be_hidden()
    expect(phrase).to_be_focused()


def test_a_note_opens_in_sight(reader: Reader) -> None:
    page = reader.open(CHAPTER, PHONE)
    phrase, note = phrase_and_note(page)
    height = PHONE["viewport"]["height"]
    phrase.evaluate(f"(e) => scrollBy(0, e.getBoundingClientRect().bottom - {height - 20})")
    phrase.tap()

    expect(note).to_be_in_viewport(ratio=1)


def test_the_address_of_a_note_opens_it(reader: Reader) -> None:
    address = phrase_and_note(reader.open(CHAPTER, PHONE))[0].get_attribute("href")
    phrase, note = phrase_and_note(reader.open(f"{CHAPTER}{address}", PHONE))

    expect(note).to_be_in_viewport()
    expect(phrase).to_have_attribute("aria-expanded", "true")


def test_what_is_folded_can_be_found(reader: Reader) -> None:
    note = phrase_and_note(reader.open(CHAPTER, PHONE))[1]
    words = " ".join((note.locator("p").last.text_content() or "").split()[:5])
    phrase, note = phrase_and_note(reader.open(f"{CHAPTER}#:~:text={quote(words)}", PHONE))

    expect(note).to_be_in_viewport()
    expect(phrase).to_have_attribute("aria-expanded", "true")


def test_a_wider_window_unfolds_the_notes(reader: Reader) -> None:
    page = reader.open(CHAPTER, PHONE)
    phrase, note = phrase_and_note(page)
    page.set_viewport_size({"width": 1280, "height": 800})

    expect(note).to_be_visible()
    expect(phrase).to_have_role("link")
    expect(phrase).not_to_have_attribute("aria-expanded", "false")


def test_a_note_names_its_phrase_in_one_pair_of_marks(reader: Reader) -> None:
    page = reader.open("chapters/rise/")
    phrases = page.locator(".ed-anchor").all_text_contents()
    named = page.locator(".ed-note__phrase").all_text_contents()

    marks = "\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}"
    assert named == [f" on {marks[0]}{phrase.strip(marks)}{marks[1]}" for phrase in phrases]


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_notes_stand_in_the_margin_beside_their_phrase(reader: Reader, chapter: str) -> None:
    page = reader.open(chapter, DESKTOP)
    wrong = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate(FRAMES)
        wrong += [f"{width} px: {fault}" for fault in _misplaced(page)]

    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("scripts", WITH_AND_WITHOUT)
def test_in_the_margin_a_phrase_leads_to_its_note(reader: Reader, scripts: Window) -> None:
    page = reader.open(CHAPTER, {**DESKTOP, **scripts})
    phrase, note = phrase_and_note(page)
    before = note.evaluate("(note) => getComputedStyle(note).backgroundColor")
    phrase.click()

    expect(note).to_be_in_viewport()
    expect(note).not_to_have_css("background-color", before)


def test_without_scripts_they_stand_in_the_margin_too(reader: Reader) -> None:
    page = reader.open(CHAPTER, {**DESKTOP, **NO_SCRIPTS})

    assert _misplaced(page) == []


def test_without_scripts_a_phone_shows_each_below_its_paragraph(reader: Reader) -> None:
    page = reader.open(CHAPTER, {**PHONE, **NO_SCRIPTS})
    notes = page.locator(".ed-note").all()

    assert notes
    for note in notes:
        above = note.locator("xpath=preceding-sibling::*[1]")
        expect(note).to_be_visible()
        assert 0 <= _box(note)["y"] - _box(above)["y"] - _box(above)["height"] <= GAP


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_on_paper_notes_stand_at_the_end_in_order(reader: Reader, chapter: str) -> None:
    page = reader.open(chapter, PHONE)
    page.emulate_media(media="print")
    page.evaluate(FRAMES)
    phrases, notes = page.evaluate(ORDER)

    assert page.evaluate(ON_PAPER) == []
    assert notes
    assert notes == phrases
