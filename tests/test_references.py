"""Which records a record names: every id, and the way to it, as the file has it."""

from macros.library import Library
from macros.references import Reference, references


def test_an_event_names_what_it_rests_on_and_whom_it_is_about(sound: Library) -> None:
    assert list(references(sound.events["storm"])) == [
        Reference("chapters", "lamp", ("chapter",)),
        Reference("actors", "keeper", ("actors", 0)),
        Reference("actors", "pilots", ("actors", 1)),
        Reference("places", "head", ("places", 0)),
        Reference("sources", "log-1901", ("sources", 0, "id")),
        Reference("sources", "gazette-1901", ("sources", 1, "id")),
        Reference("sources", "gazette-1901", ("accounts", 0, "sources", 0, "id")),
        Reference("sources", "log-1901", ("accounts", 1, "sources", 0, "id")),
        Reference("disputes", "storm-nights", ("disputes", 0)),
    ]


def test_an_actor_names_others_in_aliases_roles_and_relations(sound: Library) -> None:
    assert list(references(sound.actors["keeper"])) == [
        Reference("sources", "gazette-1901", ("aliases", 0, "sources", 0)),
        Reference("actors", "harbour-board", ("roles", 0, "body")),
        Reference("sources", "log-1901", ("roles", 0, "sources", 0, "id")),
        Reference("actors", "pilots", ("relations", 0, "target")),
        Reference("sources", "log-1901", ("relations", 0, "sources", 0, "id")),
        Reference("sources", "log-1901", ("sources", 0, "id")),
    ]


def test_a_field_of_two_words_is_named_as_in_the_file(sound: Library) -> None:
    found = [r for r in references(sound.terms["lamp"]) if r.collection == "terms"]

    assert found == [Reference("terms", "board", ("see-also", 0))]


def test_one_record_inside_another_is_searched(sound: Library) -> None:
    debate = list(references(sound.debates["who-pays"]))
    dispute = list(references(sound.disputes["storm-nights"]))

    assert Reference("sources", "log-1901", ("positions", 2, "source", "id")) in debate
    assert Reference("sources", "almanac-1901", ("settled", "sources", 0, "id")) in dispute


def test_front_matter_names_actors_and_terms(sound: Library) -> None:
    assert list(references(sound.matter["chapters/lamp.md"])) == [
        Reference("actors", "keeper", ("actors", 0)),
        Reference("actors", "harbour-board", ("actors", 1)),
        Reference("terms", "lamp", ("terms", 0)),
    ]


def test_a_set_of_questions_names_its_chapter_and_the_sources_of_its_exercise(
    sound: Library,
) -> None:
    assert list(references(sound.questions["lamp"])) == [
        Reference("chapters", "lamp", ("chapter",)),
        Reference("sources", "log-1901", ("exercise", "sources", 0)),
        Reference("sources", "gazette-1901", ("exercise", "sources", 1)),
    ]


def test_a_field_left_empty_names_nothing(sound: Library) -> None:
    assert list(references(sound.background["almanac-1901"])) == []
