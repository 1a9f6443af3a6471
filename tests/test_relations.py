"""How an actor stands to others: seen from both ends, and drawn no firmer than it is recorded."""

from macros.library import Library
from macros.relations import NOTED, neighbours, relation_lines


def test_a_tie_with_a_note_carries_a_star_in_the_picture(sound: Library) -> None:
    for actor in sound.actors.values():
        lines = relation_lines(actor, sound)
        noted = {(sound.actors[line.other].name, line.words) for line in lines if line.note}
        starred = {
            (neighbour.name, words.removesuffix(NOTED))
            for neighbour in neighbours(lines, sound)
            for words in neighbour.words
            if words.endswith(NOTED)
        }

        assert starred == noted


def test_the_sound_project_has_ties_with_a_note_and_without(sound: Library) -> None:
    notes = [line.note for a in sound.actors.values() for line in relation_lines(a, sound)]

    assert any(notes)
    assert not all(notes)
