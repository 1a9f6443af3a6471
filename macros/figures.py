"""What an author may write in a page: the pictures, each with its words beside it."""

from collections import Counter
from collections.abc import Mapping
from itertools import groupby

from macros.backlinks import Backlinks
from macros.cast import cast
from macros.geometry import charts
from macros.geometry.world import Spot, world
from macros.library import Library
from macros.models import (
    Amounts,
    Bars,
    Chart,
    CountsAndWords,
    Lanes,
    Place,
    Spans,
)
from macros.months import MONTH_LONG, month
from macros.origins import find
from macros.problems import UnknownIdError, unknown
from macros.references import references
from macros.relations import by_words, diagram, relation_lines
from macros.render import block

AREAS = frozenset({"country", "region", "border", "crossings"})
"""The kinds of places whose point stands for an area or a line."""


class Figures:
    """The shortcodes that draw: each a picture, its caption, its sources and the same in words."""

    def __init__(self, library: Library, back: Backlinks) -> None:
        """Draw what a library holds."""
        self._library = library
        self._back = back

    def chapter_map(self, slug: str, caption: str) -> str:
        """Draw a map of the places that a chapter names, or that its events name."""
        if slug not in self._library.chapters:
            raise UnknownIdError(unknown("chapter", slug, self._library.chapters))
        page, matter = self._library.chapter(slug)
        events = [event for event in self._library.events.values() if event.chapter == slug]
        named = [call.first for call in page.calls if call.name == "place" and call.counts]
        counts = Counter(dict.fromkeys(named, 0))
        counts.update(place for event in events for place in event.places)
        return self._map(f"map-{slug}", f"Places: {matter.title}", caption, counts)

    def month_strip(self, first: str, last: str, caption: str) -> str:
        """Draw how many events began in each month from `first` to `last`, such as `2020-01`."""
        counts = Counter(event.date.machine[:MONTH_LONG] for event in self._library.events.values())
        years = range(int(first[:4]), int(last[:4]) + 1)
        idents = [f"{year}-{number:02}" for year in years for number in range(1, 13)]
        shown = [month(ident) for ident in idents if first <= ident <= last]
        by_year = groupby(shown, key=lambda found: found.id[:4])
        return block(
            "month_strip",
            lib=self._library,
            back=self._back,
            caption=caption,
            counts=counts,
            most=max(counts[found.id] for found in shown),
            years=[(year, list(found)) for year, found in by_year],
        )

    def place_map(self) -> str:
        """Draw a map of every place."""
        counts = {
            ident: len(self._back.named_by("places", ident, "events"))
            for ident in self._library.places
        }
        caption = (
            "All places of this book that lie in Iraq and around it,"
            " with the number of events that the timeline has for each."
        )
        return self._map("map-places", "The places", caption, counts)

    def relation_diagram(self, ident: str) -> str:
        """Draw an actor among those it has to do with, and list what ties it to each."""
        actor = find("actors", ident, self._library.actors)
        lines = relation_lines(actor, self._library)
        return self._block(
            "relation_diagram",
            actor=actor,
            diagram=diagram(actor, lines, self._library),
            relations=by_words(lines),
        )

    def cast_by_chapter(self) -> str:
        """Draw who is met in which chapter: a dot, and the number of sections."""
        return self._block("cast_by_chapter", rows=cast(self._library, self._back))

    def chart(self, ident: str) -> str:
        """Draw a chart of `data/charts.yaml`."""
        chart = find("charts", ident, self._library.charts)
        return self._block(
            f"chart_{chart.kind.replace('-', '_')}",
            chart=chart,
            drawn=self._drawn(chart),
            cited=_cited(chart, self._library),
        )

    def _drawn(self, chart: Chart) -> object:
        """Lay a chart out by its kind."""
        match chart:
            case Spans():
                dates = {ident: event.date for ident, event in self._library.events.items()}
                return charts.spans(chart, dates)
            case Lanes():
                return charts.lanes(chart)
            case CountsAndWords():
                return charts.counts_and_words(chart)
            case Bars():
                return charts.bars(chart)
            case Amounts():
                return charts.amounts(chart)
        raise TypeError(chart.kind)

    def _map(self, ident: str, title: str, caption: str, counts: Mapping[str, int]) -> str:
        places = [self._library.places[place] for place in counts]
        return self._block(
            "map",
            id=ident,
            title=title,
            caption=caption,
            map=world(self._library.region, map(self._spot, places)),
            counts=counts,
        )

    def _spot(self, place: Place) -> Spot:
        name = self._library.name(place)
        return Spot(
            place.id,
            name,
            place.longitude,
            place.latitude,
            area=place.kind in AREAS,
            city=place.kind == "city",
        )

    def _block(self, template: str, **context: object) -> str:
        return block(template, lib=self._library, back=self._back, **context)


def _cited(chart: Chart, library: Library) -> list[str]:
    """Give the ids of what a chart rests on, each once; spans rest on their events, too."""
    events = (
        [library.events[ident] for span in chart.spans for ident in (span.begins, span.ends)]
        if isinstance(chart, Spans)
        else []
    )
    own = [reference.id for reference in references(chart) if reference.collection == "sources"]
    return list(dict.fromkeys([*own, *(c.id for event in events for c in event.sources)]))
