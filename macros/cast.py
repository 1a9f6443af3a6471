"""Who is met in which chapter, and how often: in its sections and among its events."""

from collections.abc import Iterator
from math import sqrt
from typing import NamedTuple

from macros.backlinks import Backlinks
from macros.library import Library
from macros.models import Actor

RADIUS = 11
"""That of the largest dot, in units of its own little canvas."""


class Met(NamedTuple):
    """How often a chapter names an actor, and the radius of the dot that says so."""

    times: int
    radius: float


class CastLine(NamedTuple):
    """An actor, and how often each chapter meets it, in the order of the chapters."""

    id: str
    met: tuple[Met, ...]


def cast(library: Library, back: Backlinks) -> list[CastLine]:
    """Give the actors with a profile whom a chapter names, the most often named first.

    Dots grow in area with what they count.
    """
    counted = {
        actor.id: tuple(_times(actor, slug, library, back) for slug in library.chapters)
        for actor in sorted(library.actors.values(), key=lambda actor: actor.order)
        if actor.has_page
    }
    named = [ident for ident, counts in counted.items() if any(counts)]
    most = max((count for counts in counted.values() for count in counts), default=0) or 1
    return [
        CastLine(
            ident,
            tuple(Met(count, round(RADIUS * sqrt(count / most), 1)) for count in counted[ident]),
        )
        for ident in sorted(named, key=lambda ident: -sum(counted[ident]))
    ]


def _times(actor: Actor, slug: str, library: Library, back: Backlinks) -> int:
    """Count the sections of a chapter and the events of its timeline that name an actor."""
    events = [e for e in library.events.values() if e.chapter == slug and actor.id in e.actors]
    return len(_sections(actor, slug, library, back)) + len(events)


def _sections(actor: Actor, slug: str, library: Library, back: Backlinks) -> set[str]:
    """Give the sections of a chapter that name an actor, or the term or place that it is."""
    path = f"chapters/{slug}.md"
    return {
        mention.section
        for collection, ident in _guises(actor, library)
        for mention in back.mentioned(collection, ident)
        if mention.path == path
    }


def _guises(actor: Actor, library: Library) -> Iterator[tuple[str, str]]:
    yield "actors", actor.id
    yield from (("terms", term.id) for term in library.terms.values() if term.actor == actor.id)
    yield from (("places", p.id) for p in library.places.values() if p.actor == actor.id)
