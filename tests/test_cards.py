"""Every record has a card, under the address to which links of the book lead."""

import json
from typing import Any

import pytest

from bundle.cards import cards_script
from macros.backlinks import backlinks
from macros.cards import Cards, cards
from macros.finding import search_records
from macros.library import Library

RECORDS = {"actor", "term", "place", "event", "source", "background", "debate", "dispute"}


@pytest.fixture(scope="module")
def found(sound: Library) -> Cards:
    """Give the cards of the sound project."""
    return cards(sound)


def test_all_that_can_be_found_has_a_card(library: Library) -> None:
    whole = cards(library)
    places = {f"{page}{rest}" for page, of_page in whole.items() for rest in of_page}
    entries = search_records(library, backlinks(library))
    addresses = {
        entry.address.replace("/index.md", "").replace(".md", "")
        for entry in entries
        if entry.kind in RECORDS
    }

    assert places == addresses


def test_an_actor_shows_who_it_is_and_who_says_so(found: Cards) -> None:
    card = found["actors"]["/keeper"]

    assert '<p class="ed-card__kind">Person <span class="ed-arabic" lang="ar" dir="rtl">' in card
    assert '<p class="ed-card__name">Ada Marsh</p>' in card
    assert "<p>Keeper of the harbour light.</p>" in card
    assert '<p class="ed-card__says">' in card
    assert '<p class="ed-card__go"><a>Profile</a></p>' in card


def test_a_source_says_first_where_it_stands(found: Cards, sound: Library) -> None:
    for source in sound.sources.values():
        card = found["sources"][f"#{source.id}"]

        assert card.index("Be wary") > card.index("ed-card__name")
        assert ("No author named" in card) == (not source.author)


def test_what_is_in_dispute_stands_side_by_side(found: Cards, sound: Library) -> None:
    for dispute in sound.disputes.values():
        assert found["disagreements"][f"#{dispute.id}"].count("<li>") == len(dispute.accounts)


def test_a_card_holds_no_markup_of_the_data(library: Library) -> None:
    sly = library.terms["pmf"].model_copy(update={"definition": '<b>A</b> & "B".'})
    card = cards(
        Library(**{**vars(library), "terms": {**library.terms, "pmf": sly}}),
    )["glossary"]["#pmf"]

    assert "<b>A</b>" not in card
    assert "&#60;b&#62;A&#60;/b&#62; &#38; " in card


def test_the_script_adds_to_what_is_there() -> None:
    script = cards_script("map", {"#a": "<p>“x”</p>"})
    before, _, after = script.partition("=" + '{"')
    data: dict[str, Any] = json.loads('{"' + after.strip().removesuffix(";"))

    assert before == '(window.readerCards??={})["map"]'
    assert data == {"#a": "<p>“x”</p>"}
