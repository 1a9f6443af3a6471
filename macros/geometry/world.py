"""A map: degrees made into units, and markers, names and numbers that do not cover one another."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from math import cos, radians
from typing import NamedTuple

from macros.geometry.text import CANVAS, CHARACTER, LINE, width
from macros.models import Region
from macros.models.region import Areas, Line, Lines

Point = tuple[float, float]

MARGIN = 12
"""How far outlines run on beyond the frame, in units, so that no border seems to follow it."""

PILL = 16
"""The height of a marker, and the width of one with a single number."""

ABOVE = LINE + 2
"""From a country's name up to its marker."""

LINE_BY_LINE = (0, LINE, -LINE, 2 * LINE, -2 * LINE, 3 * LINE, -3 * LINE)
"""How far down or up a country's name may move to stand clear."""


class Spot(NamedTuple):
    """A place to be marked."""

    id: str
    name: str
    longitude: float
    latitude: float
    area: bool
    """Whether its point stands for an area."""
    city: bool = False
    """Whether its name is written on the map."""


class Shape(NamedTuple):
    """A country, a lake or a river: the rings or lines it is drawn with."""

    name: str
    focus: str
    outlines: tuple[tuple[Point, ...], ...]


class Name(NamedTuple):
    """A country's name, by the middle of its line."""

    text: str
    x: float
    y: float
    focus: str


class Marker(NamedTuple):
    """A marker with the number of a place, or with the first and last of several."""

    x: float
    y: float
    width: float
    first: int
    last: int
    area: bool
    city: str
    """The city that it stands for, or the first of several; empty where there is none."""


class Map(NamedTuple):
    """All that is drawn, and the ids of the places in the order of their numbers."""

    width: int
    height: float
    countries: tuple[Shape, ...]
    lakes: tuple[Shape, ...]
    rivers: tuple[Shape, ...]
    names: tuple[Name, ...]
    dots: tuple[Point, ...]
    markers: tuple[Marker, ...]
    inside: tuple[str, ...]
    outside: tuple[str, ...]


class Box(NamedTuple):
    """What something covers."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Box") -> bool:
        """Whether two boxes share more than an edge."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


class Projection(NamedTuple):
    """Equirectangular: a degree of longitude shrunk by the cosine of the middle latitude."""

    west: float
    north: float
    across: float
    """Units in a degree of longitude."""
    down: float
    """Units in a degree of latitude."""
    height: float

    def point(self, longitude: float, latitude: float) -> Point:
        """Give where a point of the earth stands on the canvas."""
        x, y = (longitude - self.west) * self.across, (self.north - latitude) * self.down
        return round(x, 1), round(y, 1)

    def shows(self, point: Point) -> bool:
        """Whether a marker at a point stands whole within the frame."""
        half = PILL / 2
        across = half <= point[0] <= CANVAS - half
        return across and half <= point[1] <= self.height - half


def projection(frame: tuple[float, float, float, float]) -> Projection:
    """Fit a frame (west, south, east, north) to the width of the canvas."""
    west, south, east, north = frame
    across = CANVAS / (east - west)
    down = across / cos(radians((south + north) / 2))
    return Projection(west, north, across, down, round((north - south) * down))


def world(region: Region, spots: Iterable[Spot]) -> Map:
    """Lay out a map of the region with the places that lie inside its frame."""
    to = projection(region.bbox)
    shapes = {kind: tuple(_shapes(region, kind, to)) for kind in ("country", "lake", "river")}
    at = {
        feature.properties.name: to.point(*feature.properties.label)
        for feature in region.features
        if feature.properties.label
    }
    found = sorted(spots, key=lambda spot: spot.name.casefold())
    points = {spot.id: _stand(spot, at, to) for spot in found}
    inside = [spot for spot in found if to.shows(points[spot.id])]
    clusters = _ordered(_clusters([[spot] for spot in inside], points), points)
    markers = tuple(_markers(clusters, points))
    return Map(
        width=CANVAS,
        height=to.height,
        countries=shapes["country"],
        lakes=shapes["lake"],
        rivers=shapes["river"],
        names=tuple(_names(region, at, markers, to.height)),
        dots=tuple(points[spot.id] for spot in inside if not spot.area),
        markers=markers,
        inside=tuple(spot.id for cluster in clusters for spot in cluster),
        outside=tuple(spot.id for spot in found if spot not in inside),
    )


def _stand(spot: Spot, names: Mapping[str, Point], to: Projection) -> Point:
    """Give where a place is marked: a country above its name, where that is written."""
    if spot.area and spot.name in names:
        x, y = names[spot.name]
        return x, round(y - ABOVE, 1)
    return to.point(spot.longitude, spot.latitude)


def _shapes(region: Region, kind: str, to: Projection) -> Iterator[Shape]:
    for feature in region.features:
        properties = feature.properties
        outlines = tuple(_outlines(feature.geometry, to))
        if properties.kind == kind and outlines:
            yield Shape(properties.name, properties.focus, outlines)


def _outlines(geometry: Areas | Lines, to: Projection) -> Iterator[tuple[Point, ...]]:
    if isinstance(geometry, Lines):
        yield from (_even([to.point(*p) for p in line]) for line in geometry.coordinates)
        return
    for polygon in geometry.coordinates:
        for ring in polygon:
            clipped = _even(_clip(ring, to))
            if len(clipped) > 2:  # noqa: PLR2004  no area has fewer corners
                yield clipped


def _even(points: Iterable[Point]) -> tuple[Point, ...]:
    """Leave out points that stand where the one before them does."""
    found = list(points)
    return tuple(found[:1] + [b for a, b in pairwise(found) if a != b])


def _clip(ring: Line, to: Projection) -> list[Point]:
    """Cut a ring along the frame and its margin, side by side (Sutherland and Hodgman's way)."""
    points = [to.point(*p) for p in ring]
    sides = (
        (0, -MARGIN, 1),
        (0, CANVAS + MARGIN, -1),
        (1, -MARGIN, 1),
        (1, to.height + MARGIN, -1),
    )
    for axis, limit, sign in sides:
        cut: list[Point] = []
        for a, b in zip([*points[-1:], *points], points, strict=False):
            a_in, b_in = ((p[axis] - limit) * sign >= 0 for p in (a, b))
            if a_in != b_in:
                share = (limit - a[axis]) / (b[axis] - a[axis])
                x, y = (a[i] + share * (b[i] - a[i]) for i in (0, 1))
                cut.append((round(x, 1), round(y, 1)))
            if b_in:
                cut.append(b)
        points = cut
    return points


def _clusters(clusters: list[list[Spot]], points: Mapping[str, Point]) -> list[list[Spot]]:
    """Join the places whose markers would cover one another, until none does."""
    for one, other in combinations(clusters, 2):
        if _box(one, points).overlaps(_box(other, points)):
            rest = [cluster for cluster in clusters if cluster not in (one, other)]
            return _clusters([*rest, one + other], points)
    return clusters


def _middle(cluster: Sequence[Spot], points: Mapping[str, Point]) -> Point:
    xs, ys = zip(*(points[spot.id] for spot in cluster), strict=True)
    return round(sum(xs) / len(xs), 1), round(sum(ys) / len(ys), 1)


def _room(count: int) -> float:
    """Give the width of a marker of so many places: two figures each, and a dash between."""
    return PILL + CHARACTER * (4 if count > 1 else 0)


def _box(cluster: Sequence[Spot], points: Mapping[str, Point]) -> Box:
    (x, y), half = _middle(cluster, points), _room(len(cluster)) / 2
    return Box(x - half, y - PILL / 2, x + half, y + PILL / 2)


def _ordered(clusters: list[list[Spot]], points: Mapping[str, Point]) -> list[list[Spot]]:
    """Put clusters in the order of reading: line by line from the top, each from the left."""

    def place(cluster: list[Spot]) -> tuple[int, float]:
        x, y = _middle(cluster, points)
        return int(y // PILL), x

    by_name = [sorted(cluster, key=lambda spot: spot.name.casefold()) for cluster in clusters]
    return sorted(by_name, key=place)


def _markers(clusters: list[list[Spot]], points: Mapping[str, Point]) -> Iterator[Marker]:
    first = 1
    for cluster in clusters:
        last = first + len(cluster) - 1
        figures = len(str(first)) + (len(str(last)) + 1 if last > first else 0)
        area = all(spot.area for spot in cluster)
        room = PILL + CHARACTER * max(0, figures - 2)
        city = next((spot.name for spot in cluster if spot.city), "")
        yield Marker(*_middle(cluster, points), room, first, last, area, city)
        first = last + 1


def _covered(marker: Marker) -> Box:
    """Give what a marker covers, with the name of its city under it."""
    half = max(marker.width, width(marker.city)) / 2
    below = PILL / 2 + (LINE if marker.city else 0)
    return Box(marker.x - half, marker.y - PILL / 2, marker.x + half, marker.y + below)


def _names(
    region: Region, at: Mapping[str, Point], markers: Iterable[Marker], height: float
) -> Iterator[Name]:
    """Place the names where they cover no marker and no other name, or else where they belong."""
    taken = [_covered(marker) for marker in markers]
    for feature in region.features:
        properties = feature.properties
        if properties.name in at:
            x, y = at[properties.name]
            half = width(properties.name) / 2
            x = round(min(max(x, half), CANVAS - half), 1)
            boxes = {
                y + shift: Box(x - half, y + shift - LINE / 2, x + half, y + shift + LINE / 2)
                for shift in LINE_BY_LINE
                if 0 < y + shift < height
            }
            free = (y for y, box in boxes.items() if not any(map(box.overlaps, taken)))
            y = next(free, y)
            taken.append(boxes[y])
            yield Name(properties.name, x, round(y, 1), properties.focus)
