"""Each account of an event has a key of its own, by which an address can name it."""

import pytest

from macros.comparing import sides
from macros.library import Library


def test_a_key_names_one_account_of_its_event(library: Library) -> None:
    for event in library.events.values():
        keys = [side.key for side in sides(event)]

        assert len(keys) == len(event.accounts)
        assert len(set(keys)) == len(keys)


def test_a_key_is_the_source_that_is_cited_first(sound: Library) -> None:
    event = next(event for event in sound.events.values() if event.accounts)

    assert [s.key for s in sides(event)] == [a.sources[0].id for a in event.accounts]


@pytest.mark.parametrize("count", [2, 3])
def test_a_second_account_from_one_source_is_told_apart(sound: Library, count: int) -> None:
    event = next(event for event in sound.events.values() if event.accounts)
    same = event.model_copy(update={"accounts": event.accounts[:1] * count})
    source = event.accounts[0].sources[0].id

    assert [s.key for s in sides(same)] == [source, f"{source}-2", f"{source}-3"][:count]
