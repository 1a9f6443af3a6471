"""Links run both ways: a record knows which sections mention it and which records name it."""

from pathlib import Path

import pytest

from macros.backlinks import Backlinks, Mention, backlinks
from macros.library import Library
from macros.loading import load
from tests.project import Replace, edited, filler

CHAPTER = "docs/chapters/lamp.md"
TOP = Mention("chapters/lamp.md", "The lamp", "", "")
STORM = Mention("chapters/lamp.md", "The lamp", "storm", "The storm")
KEEPER = Mention("actors/keeper.md", "Ada Marsh", "", "")
BOARD = Mention("actors/harbour-board.md", "Harbour Board", "", "")


@pytest.fixture(scope="module")
def back(sound: Library) -> Backlinks:
    """Give the backlinks of the sound project."""
    return backlinks(sound)


def _with(folder: Path, *edits: Replace) -> Backlinks:
    return backlinks(load(edited(folder, replace=edits)))


def test_a_mention_names_its_page_and_section(back: Backlinks) -> None:
    assert back.mentioned("places", "head") == (STORM,)


def test_above_the_first_section_the_page_is_named_alone(back: Backlinks) -> None:
    assert back.mentioned("terms", "lamp") == (TOP,)


def test_a_mention_in_an_annotation_counts_for_its_section(back: Backlinks) -> None:
    assert back.mentioned("disputes", "storm-nights") == (STORM,)


def test_chapters_come_before_other_pages(back: Backlinks) -> None:
    assert back.mentioned("sources", "log-1901") == (TOP, STORM, KEEPER)


def test_background_pages_are_cited_like_sources(back: Backlinks) -> None:
    assert back.mentioned("sources", "almanac-1901") == (BOARD,)


def test_an_actors_own_page_is_no_mention(back: Backlinks) -> None:
    assert back.mentioned("actors", "keeper") == (TOP, BOARD)


def test_what_a_block_or_front_matter_names_is_no_mention(back: Backlinks) -> None:
    assert back.mentioned("actors", "harbour-board") == ()


def test_a_section_is_listed_once_however_often_it_names_a_record(tmp_path: Path) -> None:
    edit = Replace(CHAPTER, "At {{", 'The {{ place("head") }}, the {{ place("head") }}!\n\nAt {{')

    back = _with(tmp_path, edit)

    assert back.mentioned("places", "head") == (STORM,)


def test_each_section_that_names_a_record_is_listed(tmp_path: Path) -> None:
    edit = Replace(CHAPTER, "## Questions {#questions}", '## Why {#why}\n\n{{ place("head") }}')

    back = _with(tmp_path, edit)

    why = Mention("chapters/lamp.md", "The lamp", "why", "Why")
    assert back.mentioned("places", "head") == (STORM, why)


@pytest.mark.parametrize(
    "code", ["`{}`", "``{}``", "\n\n```\n{}\n```\n\n", "\n\n~~~ text\n{}\n~~~\n\n"]
)
def test_a_shortcode_in_code_is_no_mention(tmp_path: Path, code: str) -> None:
    edit = Replace(CHAPTER, "In March", code.format('{{ place("head") }}') + " In March")

    back = _with(tmp_path, edit)

    assert back.mentioned("places", "head") == (STORM,)


def test_a_record_knows_which_records_name_it(back: Backlinks) -> None:
    named = {
        by: back.named_by("sources", "almanac-1901", by)
        for by in ("actors", "events", "terms", "places", "disputes", "charts")
    }

    assert named == {
        "actors": ("harbour-board",),
        "events": (),
        "terms": (),
        "places": ("head",),
        "disputes": ("storm-nights",),
        "charts": (),
    }


def test_events_that_name_a_record_come_in_the_order_of_their_dates(back: Backlinks) -> None:
    assert back.named_by("actors", "keeper", "events") == ("lamp-lit", "storm")


def test_a_record_that_nobody_names_has_no_backlinks(back: Backlinks) -> None:
    assert back.mentioned("debates", "nobody") == back.named_by("debates", "nobody", "events") == ()


def test_every_event_stands_on_the_profiles_of_its_actors(library: Library) -> None:
    fill = filler(library)
    profiles = {
        ident: fill(f'{{{{ appearances("{ident}") }}}}')
        for ident, actor in library.actors.items()
        if actor.has_page
    }

    missing = [
        (event.id, actor)
        for event in library.events.values()
        for actor in event.actors
        if actor in profiles and f"(/timeline.md#{event.id})" not in profiles[actor]
    ]

    assert missing == []


def test_every_citation_in_a_page_stands_under_its_source(library: Library) -> None:
    back = backlinks(library)

    missing = [
        (page.path, call.line)
        for page in library.pages.values()
        for call in page.calls
        if call.name == "cite"
        and page.path not in {mention.path for mention in back.mentioned("sources", call.first)}
    ]

    assert missing == []
