"""By what the timeline can be narrowed down: the values of each event, and how many share each."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple, get_args

from macros.library import Library
from macros.models import Event, EventKind


class Choice(NamedTuple):
    """A value of a facet: its id, its words, and how many events have it."""

    id: str
    words: str
    events: int


class Facet(NamedTuple):
    """What events can be chosen by: its name as an address has it, its label, its choices."""

    name: str
    label: str
    choices: list[Choice]


def facets(library: Library) -> list[Facet]:
    """Give what events can be chosen by, each with every value that some event has.

    Kinds and chapters come in their own order, the rest by name.
    """
    order = {"kind": get_args(EventKind), "chapter": library.chapters}
    named: tuple[tuple[str, str, Callable[[str], str]], ...] = (
        ("kind", "Kind", str),
        ("chapter", "Chapter", lambda ident: library.chapter(ident)[1].title),
        ("actor", "Actor", lambda ident: library.actors[ident].name),
        ("place", "Place", lambda ident: library.name(library.places[ident])),
        ("source", "Source", lambda ident: _label(library, ident)),
    )
    return [
        Facet(name, label, _choices(library, name, words, order.get(name, ())))
        for name, label, words in named
    ]


def values(event: Event) -> dict[str, list[str]]:
    """Give the ids that an event has in each facet, each once and in the event's own order."""
    cited = [*event.sources, *(source for account in event.accounts for source in account.sources)]
    return {
        "kind": [event.kind],
        "chapter": [event.chapter],
        "actor": list(event.actors),
        "place": list(event.places),
        "source": list(dict.fromkeys(citation.id for citation in cited)),
    }


def _choices(
    library: Library, facet: str, words: Callable[[str], str], order: Sequence[str]
) -> list[Choice]:
    counts = Counter(i for event in library.events.values() for i in values(event)[facet])
    choices = [Choice(ident, words(ident), count) for ident, count in counts.items()]
    if order:
        return sorted(choices, key=lambda choice: order.index(choice.id))
    return sorted(choices, key=lambda choice: choice.words.casefold())


def _label(library: Library, ident: str) -> str:
    return (library.sources.get(ident) or library.background[ident]).label
