"""By what the timeline can be narrowed down: every value that some event has, and no other."""

from typing import get_args

import pytest

from macros.facets import facets, values
from macros.library import Library
from macros.models import EventKind
from macros.render import TEMPLATES

NAMES = ["kind", "chapter", "actor", "place", "source"]


def test_every_value_of_every_event_can_be_chosen(library: Library) -> None:
    choices = {facet.name: {choice.id for choice in facet.choices} for facet in facets(library)}
    events = library.events.values()

    assert list(choices) == NAMES
    for name in NAMES:
        assert choices[name] == {ident for event in events for ident in values(event)[name]}


def test_a_choice_says_how_many_events_have_it(library: Library) -> None:
    kinds = facets(library)[0].choices
    events = list(library.events.values())

    assert sum(choice.events for choice in kinds) == len(events)
    for choice in kinds:
        assert choice.events == len([event for event in events if event.kind == choice.id])


def test_an_event_counts_once_for_a_source_that_it_cites_twice(library: Library) -> None:
    sources = next(facet for facet in facets(library) if facet.name == "source")

    assert all(choice.events <= len(library.events) for choice in sources.choices)
    for event in library.events.values():
        cited = values(event)["source"]
        assert len(cited) == len(set(cited))


def test_who_gives_an_account_is_among_the_sources(sound: Library) -> None:
    event = next(event for event in sound.events.values() if event.accounts)
    accounts = {source.id for account in event.accounts for source in account.sources}

    assert accounts <= set(values(event)["source"])


def test_kinds_and_chapters_keep_their_order_and_names_are_sorted(library: Library) -> None:
    kinds, chapters, actors, *_ = ([c.id for c in f.choices] for f in facets(library))
    words = [choice.words.casefold() for choice in facets(library)[2].choices]

    assert kinds == [kind for kind in get_args(EventKind) if kind in kinds]
    assert chapters == [slug for slug in library.chapters if slug in chapters]
    assert len(actors) == len(words)
    assert words == sorted(words)


@pytest.mark.parametrize("kind", get_args(EventKind))
def test_every_kind_of_event_has_a_sign(kind: str) -> None:
    signs = vars(TEMPLATES.get_template("_kinds.md.jinja").module)["signs"]

    assert signs[kind]
    assert list(signs.values()).count(signs[kind]) == 1
