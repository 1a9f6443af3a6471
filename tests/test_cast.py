"""Who is met in which chapter: sections that link to an actor, and events it has a part in."""

from dataclasses import replace
from math import sqrt

import pytest

from macros.backlinks import backlinks
from macros.cast import RADIUS, cast
from macros.library import Library


def test_sections_and_events_are_counted(sound: Library) -> None:
    (keeper,) = cast(sound, backlinks(sound))

    assert keeper.id == "keeper"
    assert [met.times for met in keeper.met] == [3]  # the top of the chapter, and two events


def test_a_section_that_names_the_term_counts_for_its_actor(sound: Library) -> None:
    term = sound.terms["lamp"].model_copy(update={"actor": "harbour-board", "term": None})

    rows = cast(replace(sound, terms={"lamp": term}), backlinks(sound))

    assert {row.id: row.met[0].times for row in rows}["harbour-board"] == 1


def test_who_has_no_profile_is_left_out(library: Library) -> None:
    rows = cast(library, backlinks(library))

    assert all(library.actors[row.id].has_page for row in rows)


def test_the_most_often_named_come_first(library: Library) -> None:
    totals = [sum(m.times for m in row.met) for row in cast(library, backlinks(library))]

    assert totals == sorted(totals, reverse=True)


def test_a_dot_grows_in_area_with_its_number(library: Library) -> None:
    found = [met for row in cast(library, backlinks(library)) for met in row.met]
    most = max(met.times for met in found)

    assert all(
        met.radius == pytest.approx(RADIUS * sqrt(met.times / most), abs=0.051) for met in found
    )
