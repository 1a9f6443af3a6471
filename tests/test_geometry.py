"""Where things stand in a picture: to scale, within the canvas, and not over one another."""

from itertools import combinations, pairwise

import pytest

from macros.dates import parse
from macros.figures import AREAS
from macros.geometry import charts
from macros.geometry.ego import COLUMN, Branch, Ego, Neighbour, Text, Tie, ego
from macros.geometry.text import CANVAS, LINE, lines, width
from macros.geometry.world import MARGIN, PILL, Box, Map, Spot, projection, world
from macros.library import Library
from macros.models import Amounts, Bars, CountsAndWords, Lanes, Spans

FINGER = 24
"""In units, which are pixels on a phone: the least that a link needs."""

FRAME = (34.0, 23.0, 54.0, 39.0)


def _spot(name: str, longitude: float, latitude: float, *, area: bool = False) -> Spot:
    return Spot(name.casefold(), name, longitude, latitude, area)


def _boxes(drawn: Map) -> list[Box]:
    return [
        Box(m.x - m.width / 2, m.y - PILL / 2, m.x + m.width / 2, m.y + PILL / 2)
        for m in drawn.markers
    ]


@pytest.fixture(scope="module")
def everywhere(library: Library) -> Map:
    """Give the map of all places of the book."""
    spots = [
        Spot(p.id, library.name(p), p.longitude, p.latitude, p.kind in AREAS)
        for p in library.places.values()
    ]
    return world(library.region, spots)


def test_a_text_breaks_between_words_only() -> None:
    assert lines("Counterterrorism Service", width("Service")) == ("Counterterrorism", "Service")


def test_a_text_that_fits_stays_on_one_line() -> None:
    assert lines("Hikma party", width("Hikma party")) == ("Hikma party",)


def test_the_corners_of_the_frame_are_those_of_the_canvas() -> None:
    to = projection(FRAME)

    assert to.point(34, 39) == (0, 0)
    assert to.point(54, 23) == (CANVAS, to.height)


def test_a_degree_of_longitude_is_shorter_than_one_of_latitude() -> None:
    to = projection(FRAME)

    assert to.across / to.down == pytest.approx(0.857, abs=0.001)  # the cosine of 31 degrees


def test_a_place_at_the_edge_is_beyond_the_frame() -> None:
    to = projection(FRAME)

    assert not to.shows(to.point(34, 30))
    assert to.shows(to.point(35, 30))


def test_places_far_from_each_other_have_a_marker_each(sound: Library) -> None:
    drawn = world(sound.region, [_spot("A", -3.5, 52), _spot("B", -2.5, 51)])

    assert [(m.first, m.last) for m in drawn.markers] == [(1, 1), (2, 2)]
    assert drawn.inside == ("a", "b")


def test_places_close_to_each_other_share_a_marker(sound: Library) -> None:
    spots = [_spot("B", -2.5, 51), _spot("A", -2.5, 51.001), _spot("C", -3.5, 52)]

    drawn = world(sound.region, spots)

    assert [(m.first, m.last) for m in drawn.markers] == [(1, 1), (2, 3)]
    assert drawn.inside == ("c", "a", "b")


def test_a_marker_stands_for_an_area_if_all_its_places_do(sound: Library) -> None:
    area, point = _spot("A", -2.5, 51, area=True), _spot("B", -2.5, 51)

    assert [m.area for m in world(sound.region, [area]).markers] == [True]
    assert [m.area for m in world(sound.region, [area, point]).markers] == [False]


def test_a_country_is_marked_above_its_name(sound: Library) -> None:
    drawn = world(sound.region, [_spot("The Coast", -3.9, 50.6, area=True)])

    (name,), (marker,) = drawn.names, drawn.markers
    assert marker.x == name.x
    assert marker.y + PILL / 2 <= name.y - LINE / 2


def test_a_place_beyond_the_frame_is_named_apart(sound: Library) -> None:
    drawn = world(sound.region, [_spot("Far", 100, 10), _spot("Near", -2, 51)])

    assert (drawn.inside, drawn.outside) == (("near",), ("far",))


def test_what_lies_beyond_the_frame_is_not_drawn(sound: Library) -> None:
    assert [shape.name for shape in world(sound.region, []).countries] == ["The Coast"]


def test_outlines_end_soon_after_the_frame(everywhere: Map) -> None:
    points = [p for s in everywhere.countries for outline in s.outlines for p in outline]

    assert all(-MARGIN <= x <= CANVAS + MARGIN for x, _ in points)
    assert all(-MARGIN <= y <= everywhere.height + MARGIN for _, y in points)


def test_no_marker_covers_another(everywhere: Map) -> None:
    pairs = combinations(_boxes(everywhere), 2)

    assert not [pair for pair in pairs if pair[0].overlaps(pair[1])]


def test_no_name_covers_a_marker_or_another_name(everywhere: Map) -> None:
    names = [
        Box(n.x - width(n.text) / 2, n.y - LINE / 2, n.x + width(n.text) / 2, n.y + LINE / 2)
        for n in everywhere.names
    ]
    pairs = [*combinations(names, 2), *((n, m) for n in names for m in _boxes(everywhere))]

    assert not [pair for pair in pairs if pair[0].overlaps(pair[1])], "move its label in the map"


def test_the_numbers_of_markers_run_on(everywhere: Map) -> None:
    numbers = [n for m in everywhere.markers for n in range(m.first, m.last + 1)]

    assert numbers == list(range(1, len(everywhere.inside) + 1))


def _neighbour(name: str, *ties: str) -> Neighbour:
    return Neighbour(name.casefold(), name, tuple(Tie(words, ()) for words in ties), past=True)


def _words(branch: Branch) -> list[Text]:
    return [line for tie in branch.ties for line in tie.lines]


@pytest.fixture(scope="module")
def drawn_ego() -> Ego:
    """Give an actor among five others."""
    others = [
        _neighbour("Popular Mobilization Forces", "led"),
        _neighbour("Iran", "in talks with", "was backed by"),
        _neighbour("Hikma", "was backed by"),
        _neighbour("Iraqi National Intelligence Service", "led"),
        _neighbour("Haider al-Abadi", "appointed by"),
    ]
    return ego("Mustafa al-Kadhimi", others)


def test_the_branches_of_a_row_are_level(drawn_ego: Ego) -> None:
    left, right = drawn_ego.branches[:2]

    assert (left.side, right.side) == ("left", "right")
    assert left.y == right.y


def test_each_tie_has_a_line_of_its_own(drawn_ego: Ego) -> None:
    assert [[line.text for line in tie.lines] for tie in drawn_ego.branches[1].ties] == [
        ["in talks with"],
        ["was backed by"],
    ]


def test_a_name_has_room_for_a_finger_and_none_for_another(drawn_ego: Ego) -> None:
    targets = [branch.target for branch in drawn_ego.branches]

    assert min(target.height for target in targets) >= FINGER
    for one, other in combinations(targets, 2):
        boxes = [Box(t.x, t.y, t.x + t.width, t.y + t.height) for t in (one, other)]
        assert not boxes[0].overlaps(boxes[1])


@pytest.mark.parametrize("side", ["left", "right"])
def test_the_texts_of_a_side_stand_below_one_another(drawn_ego: Ego, side: str) -> None:
    found = [b for b in drawn_ego.branches if b.side == side]
    levels = [line.y for branch in found for line in (*_words(branch), *branch.name)]

    assert all(b - a >= LINE for a, b in pairwise(levels))
    assert levels[-1] < drawn_ego.height


def test_the_texts_of_a_diagram_fit_their_column(drawn_ego: Ego) -> None:
    texts = [line.text for b in drawn_ego.branches for line in (*_words(b), *b.name)]

    assert max(map(width, texts)) <= COLUMN


def test_the_trunk_ends_at_its_last_branch(drawn_ego: Ego) -> None:
    assert drawn_ego.foot == drawn_ego.branches[-1].y


def test_an_actor_without_others_stands_alone() -> None:
    assert ego("Mustafa al-Kadhimi", []).branches == ()


def test_spans_are_as_long_as_they_last(library: Library) -> None:
    chart = library.charts["nominees"]
    assert isinstance(chart, Spans)
    dates = {ident: event.date for ident, event in library.events.items()}

    found = charts.spans(chart, dates)

    assert [s.days for s in found.stretches] == [29, 23, 28]
    scales = [s.width / s.days for s in found.stretches]
    assert max(scales) == pytest.approx(min(scales), abs=0.01)
    assert [tick.lines for tick in found.ticks] == [
        ("Feb 2020",),
        ("Mar 2020",),
        ("Apr 2020",),
        ("May 2020",),
    ]


def test_a_span_between_inexact_dates_covers_both(sound: Library) -> None:
    chart = sound.charts["lamp-and-storm"]
    assert isinstance(chart, Spans)
    dates = {"lamp-lit": parse("1901-03"), "storm": parse("1901-03-04/1901-03-06")}

    assert [s.days for s in charts.spans(chart, dates).stretches] == [5, 5]


def test_the_marks_of_a_lane_do_not_cover_one_another(library: Library) -> None:
    chart = library.charts["raid-hours"]
    assert isinstance(chart, Lanes)
    found = charts.lanes(chart)
    cells = [
        Box(c.x, c.y, c.x + c.width, c.y + found.cell) for row in found.rows for c in row.cells
    ]

    assert not [pair for pair in combinations(cells, 2) if pair[0].overlaps(pair[1])]
    assert max(cell.bottom for cell in cells) < found.height
    assert [c.number for row in found.rows for c in row.cells] == list(range(1, len(cells) + 1))


def test_every_counted_thing_is_drawn(library: Library) -> None:
    chart = library.charts["week-of-attacks"]
    assert isinstance(chart, CountsAndWords)

    assert [len(row.marks) for row in charts.counts_and_words(chart).counts] == [5, 5]


def test_bars_of_all_columns_share_a_scale(library: Library) -> None:
    chart = library.charts["militia-nouns"]
    assert isinstance(chart, Bars)
    bars = [bar for row in charts.bars(chart).rows for bar in row.bars if bar.total]

    scales = [(bar.own + bar.quoted) / bar.total for bar in bars]

    assert max(scales) == pytest.approx(min(scales), abs=0.06)  # lengths are to a tenth
    assert max(bar.x + bar.own + bar.quoted for bar in bars) < CANVAS


def test_only_sums_that_are_known_are_to_scale(library: Library) -> None:
    chart = library.charts["money"]
    assert isinstance(chart, Amounts)
    sums = [item for group in charts.amounts(chart).groups for item in group.sums]

    known = {item.millions: item.width for item in sums if item.exact}

    assert known[600] / known[120] == pytest.approx(5, abs=0.01)
    assert len({item.width for item in sums if not item.exact}) == 1
