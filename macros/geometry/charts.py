"""The kinds of charts: from what they say to where their marks stand."""

import datetime as dt
from collections.abc import Iterator, Mapping
from itertools import count
from typing import NamedTuple

from macros.dates import Date, Day
from macros.geometry.text import CANVAS, LINE, lines
from macros.models import Amounts, Bars, CountsAndWords, Lanes, Spans

BAR = 12
ROW = 54
"""A span with the lines above and below it."""
AXIS = 20
UNIT = 20
"""From one counted thing to the next."""
LABEL = 118
"""The column of labels beside bars."""
FIGURES = 24
"""Room for the figure after a bar."""
EDGE = 4


class Tick(NamedTuple):
    """A division of an axis or a table, and its words."""

    x: float
    lines: tuple[str, ...]


class Stretch(NamedTuple):
    """A span of time: its bar, and where the words that go with it hang."""

    x: float
    y: float
    width: float
    days: int
    text_x: float
    side: str


class SpanChart(NamedTuple):
    """Spans over an axis of months."""

    width: int
    height: float
    foot: float
    ticks: tuple[Tick, ...]
    stretches: tuple[Stretch, ...]


def spans(chart: Spans, dates: Mapping[str, Date]) -> SpanChart:
    """Lay out spans; `dates` gives those of the events."""
    ends = [(_day(dates[span.begins].first), _day(dates[span.ends].last)) for span in chart.spans]
    first = min(start for start, _ in ends).replace(day=1)
    last = _next_month(max(end for _, end in ends))
    scale = CANVAS / (last - first).days

    def x(day: dt.date) -> float:
        return round((day - first).days * scale, 1)

    stretches = []
    for index, (start, end) in enumerate(ends):
        left, right = x(start), x(end)
        side = "left" if left + right < CANVAS else "right"
        stretches.append(
            Stretch(
                x=left,
                y=index * ROW + LINE + EDGE,
                width=max(round(right - left, 1), 2),
                days=(end - start).days,
                text_x=left if side == "left" else right,
                side=side,
            )
        )
    foot = len(ends) * ROW
    ticks = tuple(Tick(x(month) + EDGE, (f"{month:%b %Y}",)) for month in _months(first, last))
    return SpanChart(CANVAS, foot + AXIS, foot, ticks, tuple(stretches))


def _day(day: Day) -> dt.date:
    return dt.date(*day)


def _next_month(day: dt.date) -> dt.date:
    return (day.replace(day=1) + dt.timedelta(days=32)).replace(day=1)


def _months(first: dt.date, end: dt.date) -> Iterator[dt.date]:
    month = first
    while month < end:
        yield month
        month = _next_month(month)


class Cell(NamedTuple):
    """A mark over one column or several, with its number."""

    x: float
    y: float
    width: float
    number: int
    dated: bool


class LaneRow(NamedTuple):
    """A lane: its label, and its marks, which share it or stand one below the other."""

    label: str
    y: float
    cells: tuple[Cell, ...]


class LaneChart(NamedTuple):
    """Lanes over columns."""

    width: int
    height: float
    head: float
    columns: tuple[Tick, ...]
    rules: tuple[float, ...]
    rows: tuple[LaneRow, ...]
    cell: float


CELL = 20


def lanes(chart: Lanes) -> LaneChart:
    """Lay out lanes; their marks are numbered from the first lane to the last."""
    room = CANVAS / len(chart.columns)
    heads = [lines(column, room - EDGE) for column in chart.columns]
    y = max(map(len, heads)) * LINE + EDGE
    head = y
    numbers = count(1)
    rows = []
    for lane in chart.lanes:
        label_y = y + LINE
        level, free = 0, 0
        cells = []
        for mark in lane.marks:
            last = mark.last or mark.first
            level += mark.first <= free  # it would cover the one before it
            free = last
            cells.append(
                Cell(
                    x=(mark.first - 1) * room + 2,
                    y=label_y + EDGE + level * (CELL + EDGE),
                    width=(last - mark.first + 1) * room - 4,
                    number=next(numbers),
                    dated=mark.dated,
                )
            )
        rows.append(LaneRow(lane.label, label_y, tuple(cells)))
        y = label_y + EDGE + (level + 1) * (CELL + EDGE) + EDGE
    return LaneChart(
        width=CANVAS,
        height=y,
        head=head,
        columns=tuple(Tick((i + 0.5) * room, text) for i, text in enumerate(heads)),
        rules=tuple(i * room for i in range(1, len(heads))),
        rows=tuple(rows),
        cell=CELL,
    )


class CountRow(NamedTuple):
    """A count: a mark for each thing, and the figure after them."""

    label: str
    y: float
    marks: tuple[float, ...]
    figure: str
    figure_x: float


class WordRow(NamedTuple):
    """A word in place of a count, in a frame without a scale."""

    label: str
    y: float
    word: str


class CountChart(NamedTuple):
    """Counts above, words below."""

    width: int
    height: float
    counts: tuple[CountRow, ...]
    words: tuple[WordRow, ...]
    rule: float


PAIR = 48
"""A label and what stands below it."""


def counts_and_words(chart: CountsAndWords) -> CountChart:
    """Lay out counts mark by mark, and words in frames of one length."""
    counts = tuple(
        CountRow(
            label=item.label,
            y=index * PAIR + LINE,
            marks=tuple(8 + UNIT * n for n in range(item.count)),
            figure=str(item.count),
            figure_x=8 + UNIT * item.count,
        )
        for index, item in enumerate(chart.counts)
    )
    rule = len(counts) * PAIR + EDGE
    words = tuple(
        WordRow(item.label, rule + index * PAIR + LINE + EDGE, item.word)
        for index, item in enumerate(chart.words)
    )
    return CountChart(CANVAS, rule + len(words) * PAIR + EDGE, counts, words, rule)


class Bar(NamedTuple):
    """A bar in its column: what is the author's own, and after it what is quoted."""

    x: float
    own: float
    quoted: float
    total: int
    figure_x: float


class BarLine(NamedTuple):
    """A row of bars with its label."""

    label: tuple[str, ...]
    y: float
    bars: tuple[Bar, ...]


class BarChart(NamedTuple):
    """Bars in columns, one scale for all."""

    width: int
    height: float
    head: float
    columns: tuple[Tick, ...]
    rows: tuple[BarLine, ...]
    thickness: float


BAR_ROW = 34


def bars(chart: Bars) -> BarChart:
    """Lay out bars: a column for each measure, a row for each source."""
    room = (CANVAS - LABEL) / len(chart.measures)
    most = max(t.own + t.quoted for row in chart.rows for t in row.tallies) or 1
    scale = (room - FIGURES) / most
    head = LINE + EDGE
    rows = []
    for index, row in enumerate(chart.rows):
        found = []
        for column, tally in enumerate(row.tallies):
            x = LABEL + column * room
            own, quoted = round(tally.own * scale, 1), round(tally.quoted * scale, 1)
            found.append(Bar(x, own, quoted, tally.own + tally.quoted, x + own + quoted + EDGE))
        label = lines(row.label, LABEL - EDGE)
        rows.append(BarLine(label, head + index * BAR_ROW + LINE + EDGE, tuple(found)))
    columns = tuple(
        Tick(LABEL + index * room, (text,)) for index, text in enumerate(chart.measures)
    )
    height = head + len(rows) * BAR_ROW + EDGE
    return BarChart(CANVAS, height, head, columns, tuple(rows), BAR)


class Sum(NamedTuple):
    """An amount: a bar to scale, or a frame for a sum that nobody names."""

    label: tuple[str, ...]
    y: float
    bar_y: float
    width: float
    exact: bool
    more: bool
    millions: int


class SumGroup(NamedTuple):
    """Money of one kind under its heading."""

    label: str
    y: float
    sums: tuple[Sum, ...]


class AmountChart(NamedTuple):
    """Kinds of money, one below the other; one scale for the sums that are known."""

    width: int
    height: float
    groups: tuple[SumGroup, ...]
    thickness: float


OPEN_END = 166
"""Room after the longest bar, for its open end and its figure."""


def amounts(chart: Amounts) -> AmountChart:
    """Lay out amounts group by group."""
    known = [a.millions for group in chart.groups for a in group.amounts if a.millions]
    scale = (CANVAS - OPEN_END) / max(known)
    y = 0.0
    groups = []
    for group in chart.groups:
        heading = y + LINE
        y = heading + EDGE
        sums = []
        for amount in group.amounts:
            label = lines(amount.label, CANVAS)
            bar_y = y + len(label) * LINE + EDGE
            sums.append(
                Sum(
                    label=label,
                    y=y + LINE - 2,
                    bar_y=bar_y,
                    width=round((amount.millions or max(known)) * scale, 1),
                    exact=amount.millions is not None,
                    more=amount.more,
                    millions=amount.millions or 0,
                )
            )
            y = bar_y + BAR + EDGE
        groups.append(SumGroup(group.label, heading, tuple(sums)))
        y += LINE
    return AmountChart(CANVAS, y - LINE + EDGE, tuple(groups), BAR)
