"""How an actor stands to others: seen from both ends, and drawn no firmer than it is recorded."""

from collections.abc import Iterator

import pytest

from macros.dates import LAST_MONTH, parse
from macros.library import Library
from macros.models import DEEDS, Actor
from macros.relations import (
    NOTED,
    RelationLine,
    diagram,
    neighbours,
    relation_lines,
    sources_drawn,
    turning_points,
)


def _all_lines(library: Library) -> Iterator[tuple[Actor, list[RelationLine]]]:
    for actor in library.actors.values():
        yield actor, relation_lines(actor, library)


def test_a_tie_with_a_note_carries_a_star_in_the_picture(sound: Library) -> None:
    for _, lines in _all_lines(sound):
        noted = {(line.other, line.words) for line in lines if line.note}
        starred = {
            (neighbour.id, tie.words.partition(NOTED)[0])
            for neighbour in neighbours(lines, sound)
            for tie in neighbour.ties
            if NOTED in tie.words
        }

        assert starred == noted


def test_the_sound_project_has_ties_with_a_note_and_without(sound: Library) -> None:
    notes = [line.note for _, lines in _all_lines(sound) for line in lines]

    assert any(notes)
    assert not all(notes)


def test_every_tie_names_all_its_sources_by_number(library: Library) -> None:
    for actor, lines in _all_lines(library):
        drawn = diagram(actor, lines, library)
        for neighbour in neighbours(lines, library):
            for tie in neighbour.ties:
                words, _, numbers = tie.words.removesuffix("]").partition(" [")
                named = {drawn.cited[int(number) - 1] for number in numbers.split(",")}

                assert named == {
                    source.id
                    for line in lines
                    if line.other == neighbour.id and line.words == words.removesuffix(NOTED)
                    for source in line.sources
                }


def test_sources_are_numbered_as_the_picture_comes_to_them(library: Library) -> None:
    for _, lines in _all_lines(library):
        ties = [tie.words for n in neighbours(lines, library) for tie in n.ties]
        numbers = [int(n) for words in ties for n in words.partition(" [")[2][:-1].split(",")]
        new = [number for at, number in enumerate(numbers) if number not in numbers[:at]]

        assert sorted(new) == list(range(1, len(sources_drawn(lines)) + 1))


def test_what_was_done_stays_done_and_what_was_ends(library: Library) -> None:
    for actor in library.actors.values():
        own = relation_lines(actor, library)
        for relation, line in zip(actor.relations, own, strict=False):
            if relation.dates is None:
                assert line.months is None
            elif relation.type in DEEDS:
                assert line.months == (relation.dates.months[0], LAST_MONTH)
            else:
                assert line.months == relation.dates.months


def test_no_designation_or_sanction_has_an_end(library: Library) -> None:
    """One that has is no longer what stays done: see `DEEDS`."""
    ended = [
        (actor.id, relation.type, relation.target)
        for actor in library.actors.values()
        for relation in actor.relations
        if relation.type in {"sanctions", "designates-terrorist"}
        and relation.dates
        and "/" in relation.dates.text
        and not relation.dates.text.endswith("/..")
    ]

    assert not ended


@pytest.mark.parametrize(
    ("dates", "turns"),
    [
        ("2020-05-07/..", ["2020-05"]),
        ("2019-10/2020-04", ["2019-10", "2020-05"]),
        ("../2020-12", ["2021-01"]),
        (None, []),
    ],
)
def test_it_can_be_read_at_each_beginning_and_after_each_end(
    sound: Library, dates: str | None, turns: list[str]
) -> None:
    line = next(line for _, lines in _all_lines(sound) for line in lines)
    at = parse(dates) if dates else None
    changed = line._replace(dates=at, months=at.months if at else None)

    assert [month.id for month in turning_points([changed])] == turns


def test_a_tie_of_which_one_part_is_undated_holds_at_every_time(sound: Library) -> None:
    line = next(line for _, lines in _all_lines(sound) for line in lines)
    dated, undated = line._replace(months=("2020-01", "2020-02")), line._replace(months=None)

    ((tie,),) = (n.ties for n in neighbours([dated, dated], sound))
    assert tie.spans == (("2020-01", "2020-02"),) * 2
    ((tie,),) = (n.ties for n in neighbours([dated, undated], sound))
    assert tie.spans == ()
