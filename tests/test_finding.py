"""Everything with an address can be found, by all that it is called."""

import json
from dataclasses import replace
from typing import Any

import pytest

from bundle.search import search_script
from macros.backlinks import backlinks
from macros.finding import KINDS, Entry, search_records
from macros.folding import rules
from macros.library import Library
from tests.project import ROOT

Entries = dict[str, Entry]


@pytest.fixture(scope="module")
def found(sound: Library) -> Entries:
    """Give the entries of the sound project, by address."""
    return {entry.address: entry for entry in search_records(sound, backlinks(sound))}


@pytest.fixture(scope="module")
def whole_book(library: Library) -> Entries:
    """Give those of the book."""
    return {entry.address: entry for entry in search_records(library, backlinks(library))}


def test_an_actor_is_found_by_every_spelling(found: Entries) -> None:
    entry = found["actors/keeper.md"]

    assert (entry.kind, entry.title, entry.about) == ("actor", "Ada Marsh", "person")
    assert entry.text == "Keeper of the harbour light."
    assert entry.names == ("A. Marsh", "Ada the keeper", "حارسة")
    assert entry.phrases == ("keeper of the light", "keeper")


def test_an_actor_without_a_page_stands_in_the_index(found: Entries) -> None:
    assert found["actors/index.md#pilots"].title == "the pilots"


def test_the_words_of_a_profile_are_there_without_those_that_are_shown(found: Entries) -> None:
    more = found["actors/keeper.md"].more

    assert {"log", "wrote"} <= set(more)
    assert list(more) == sorted(set(more))
    assert not {"harbour", "the"} & set(more)


def test_a_term_that_is_an_actor_has_its_names(whole_book: Entries) -> None:
    entry = whole_book["glossary.md#pmf"]

    assert entry.title == "Popular Mobilization Forces"
    assert {"PMF", "al-Hashd al-Shaabi", "الحشد الشعبي"} <= set(entry.names)


def test_an_actor_has_the_abbreviation_of_its_term(whole_book: Entries) -> None:
    assert "IS" in whole_book["actors/islamic-state.md"].names


def test_a_place_has_its_script(found: Entries) -> None:
    assert found["map.md#head"].names == ("the Point", "الرأس")


def test_an_event_goes_by_its_id_its_date_and_the_words_of_links(whole_book: Entries) -> None:
    entry = whole_book["timeline.md#june-raid"]

    assert {"june raid", "25 June 2020", "2020-06-25"} <= set(entry.phrases)
    assert entry.about == "25 June 2020"
    assert "secret deal" in whole_book["timeline.md#secret-deal-reported"].phrases


@pytest.mark.parametrize(
    ("address", "initials"),
    [
        ("actors/index.md#asaib-ahl-al-haq", "AAH"),
        ("actors/index.md#kataib-sayyid-al-shuhada", "KSS"),
        ("actors/pmf.md", "PMU"),
        ("actors/index.md#united-kingdom", "UK"),
    ],
)
def test_a_body_goes_by_its_initials(whole_book: Entries, address: str, initials: str) -> None:
    assert initials in whole_book[address].phrases


def test_a_person_has_no_initials_but_offices(whole_book: Entries) -> None:
    phrases = whole_book["actors/kadhimi.md"].phrases

    assert "prime minister of Iraq" in phrases
    assert [phrase for phrase in phrases if phrase.isupper()] == []


def test_an_office_of_one_word_says_too_little(whole_book: Entries) -> None:
    assert "speaker" not in whole_book["actors/index.md#halbousi"].phrases


def test_a_chapter_goes_by_its_number_in_figures_and_in_words(whole_book: Entries) -> None:
    assert whole_book["chapters/militias.md"].phrases[:2] == ("Chapter 2", "Chapter two")
    assert whole_book["chapters/before.md"].phrases[:1] == ("Prologue",)


def test_a_page_goes_by_its_address_and_what_it_says_of_itself(whole_book: Entries) -> None:
    assert "about" in whole_book["about.md"].phrases
    assert "Bibliography" in whole_book["sources.md"].names


def test_no_phrase_is_a_name_of_something_else(whole_book: Entries) -> None:
    wrong = [e.address for e in whole_book.values() if {"Baghdad", "Tehran"} & set(e.phrases)]

    assert wrong == []


def test_a_source_is_found_by_its_title(found: Entries) -> None:
    entry = found["sources.md#gazette-1901"]

    assert entry.phrases == ("A Storm at the Head", "The Gazette")
    assert entry.text.startswith("A Storm at the Head. ")


def test_a_section_has_its_running_text_down_to_the_next(found: Entries) -> None:
    entry = found["chapters/lamp.md#storm"]

    assert (entry.kind, entry.title, entry.about) == ("section", "The storm", "The lamp")
    assert entry.text == "At The Head it went out. For two nights, or three?"


def test_an_entry_knows_the_sections_that_tell_of_it(found: Entries) -> None:
    assert found["map.md#head"].told == ("chapters/lamp.md#storm",)


def test_every_record_page_and_section_is_there(library: Library, whole_book: Entries) -> None:
    wanted = [
        *(f"actors/{a.id}.md" for a in library.actors.values() if a.has_page),
        *(f"actors/index.md#{a.id}" for a in library.actors.values() if not a.has_page),
        *(f"glossary.md#{ident}" for ident in library.terms),
        *(f"map.md#{ident}" for ident in library.places),
        *(f"timeline.md#{ident}" for ident in library.events),
        *(f"sources.md#{ident}" for ident in (*library.sources, *library.background)),
        *(f"debates.md#{ident}" for ident in library.debates),
        *(f"disagreements.md#{ident}" for ident in library.disputes),
        *(path for path in library.pages if not path.startswith("actors/")),
        *(
            f"{page.path}#{section.id}"
            for page in library.pages.values()
            for section in page.sections
            if page.folder == "chapters" and section.id and section.level > 1
        ),
    ]

    assert set(wanted) <= set(whole_book)


def test_no_address_is_there_twice(library: Library, whole_book: Entries) -> None:
    assert len(whole_book) == len(search_records(library, backlinks(library)))


def test_nothing_of_the_markup_is_left(whole_book: Entries) -> None:
    marked = [
        e.address
        for e in whole_book.values()
        if any(sign in e.text for sign in ("{{", "](", "///"))
    ]

    assert marked == []


def _data(records: tuple[Entry, ...]) -> dict[str, Any]:
    script = search_script(records, rules())
    assert script.startswith("window.readerSearchData=")
    data: dict[str, Any] = json.loads(script.split("=", 1)[1].strip().removesuffix(";"))
    return data


LAMP = Entry("term", "Lamp", "glossary.md#lamp", text="What burns.", told=("a.md#b", "gone.md"))
SECTION = Entry("section", "Out", "a.md#b", more=("night", "oil"))


def test_the_script_holds_a_row_for_each_entry() -> None:
    data = _data((LAMP, SECTION))

    assert data["columns"][:3] == ["kind", "title", "address"]
    assert data["records"] == [
        [KINDS.index("term"), "Lamp", "glossary.md#lamp", "", "What burns.", [], [], [], [1]],
        [KINDS.index("section"), "Out", "a.md#b", "", "", [], [], [0, 1]],
    ]


def test_what_a_result_shows_is_set_as_on_a_page() -> None:
    entry = replace(LAMP, title="The keeper's lamp", text='"Out" on 7-9 June.', names=("Kata'ib",))
    row = _data((entry,))["records"][0]

    assert row[1] == "The keeper\N{RIGHT SINGLE QUOTATION MARK}s lamp"
    assert row[4] == (
        "\N{LEFT DOUBLE QUOTATION MARK}Out\N{RIGHT DOUBLE QUOTATION MARK} on 7\N{EN DASH}9 June."
    )
    assert row[5] == ["Kata\N{RIGHT SINGLE QUOTATION MARK}ib"]


def test_words_are_places_in_one_list_the_most_frequent_first() -> None:
    data = _data((replace(LAMP, more=("oil",)), SECTION))

    assert data["vocabulary"] == "oil night"


def test_what_would_end_a_line_is_escaped() -> None:
    script = search_script((replace(LAMP, text="a\u2028b"),), {})

    assert "\u2028" not in script
    assert r"a\u2028b" in script


def test_the_script_is_the_same_every_time(library: Library) -> None:
    records = search_records(library, backlinks(library))

    assert search_script(records, rules()) == search_script(records, rules())


def test_the_engine_names_itself_and_its_licence() -> None:
    engine = (ROOT / "docs/assets/js/vendor/minisearch.js").read_text("utf-8")

    assert (
        engine.splitlines()[0] == "/*! MiniSearch 7.2.0 | MIT Licence | Copyright 2022 Luca Ongaro"
    )
