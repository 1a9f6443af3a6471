"""Dates in EDTF, the library field's standard: parsed by `edtf`, shown as an editor would.

In use are a year, a month or a day (`2020`, `2020-05`, `2020-05-07`), each of which may be
approximate (`2020-04~`), and an interval of two of them (`2020-06-24/2020-06-30`), either end of
which may be open (`2020-05-07/..`).
"""

import datetime as dt
import re
from calendar import month_name
from dataclasses import dataclass
from functools import lru_cache

from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException

OPEN = ".."
POINT = re.compile(r"(?P<year>\d{4})(-(?P<month>\d\d)(-(?P<day>\d\d))?)?(?P<about>~?)")
FORMS = "2020, 2020-05, 2020-05-07, 2020-04~ or 2020-06-24/2020-06-30"

Day = tuple[int, int, int]
FIRST_DAY: Day = (1, 1, 1)
LAST_DAY: Day = (9999, 12, 31)
FIRST_MONTH, LAST_MONTH = "0001-01", "9999-12"
"""The months of those: where an interval is open."""


class DateError(ValueError):
    """A text that is not a date we use: a wrong form, an impossible day, a reversed interval."""


@dataclass(frozen=True)
class Date:
    """An EDTF date: its text, and the first and last day (year, month, day) that it may mean."""

    text: str
    first: Day
    last: Day

    @property
    def order(self) -> tuple[Day, Day]:
        """What dates are sorted by: the earlier start first, then the earlier end."""
        return self.first, self.last

    @property
    def months(self) -> tuple[str, str]:
        """The first and the last month that it may mean, such as `2020-05`."""
        return _month(self.first), _month(self.last)

    @property
    def machine(self) -> str:
        """The value of an HTML `datetime` attribute: the start, or the end of an open one."""
        start, _, end = self.text.partition("/")
        return (end if start == OPEN else start).rstrip("~")

    def __str__(self) -> str:
        """Give the date in words: "24 to 30 June 2020", "about April 2020", "from May 2020"."""
        start, _, end = self.text.partition("/")
        if not end:
            return _in_words(start)
        if start == OPEN:
            return f"until {_in_words(end)}"
        if end == OPEN:
            return f"from {_in_words(start)}"
        return f"{_without_what_the_end_says(start, end)} to {_in_words(end)}"


@lru_cache(maxsize=4096)
def parse(text: str) -> Date:
    """Read an EDTF date, or raise `DateError`. Kept, as the library takes some 10 ms for each."""
    start, slash, end = text.partition("/")
    if not slash:
        return Date(text, *_bounds(start))
    if start == end == OPEN:
        message = "an interval needs at least one end"
        raise DateError(message)
    if start == end:
        message = f"begins and ends with {start}: write it once"
        raise DateError(message)
    first = FIRST_DAY if start == OPEN else _bounds(start)[0]
    last = LAST_DAY if end == OPEN else _bounds(end)[1]
    if OPEN not in (start, end) and (last < first or _bounds(end)[0] < first):
        message = f"ends before it begins: {text}"
        raise DateError(message)
    return Date(text, first, last)


def _bounds(point: str) -> tuple[Day, Day]:
    match = POINT.fullmatch(point)
    if match is None:
        message = f"not a date in one of our forms ({FORMS}): {point}"
        raise DateError(message)
    try:
        year, month, day = (int(part or 1) for part in match.group("year", "month", "day"))
        dt.date(year, month, day)  # `edtf` takes 29 February in any year, and 21 for spring
        parsed = parse_edtf(point)
    except (EDTFParseException, ValueError):
        message = f"no such day or month: {point}"
        raise DateError(message) from None
    low, high = parsed.lower_strict(), parsed.upper_strict()
    return (low.tm_year, low.tm_mon, low.tm_mday), (high.tm_year, high.tm_mon, high.tm_mday)


def _month(day: Day) -> str:
    return f"{day[0]:04}-{day[1]:02}"


def _in_words(point: str) -> str:
    year, month, day, about = _parts(point)
    return " ".join(filter(None, ["about" * bool(about), day, month, year]))


def _without_what_the_end_says(start: str, end: str) -> str:
    """Give the start in words, less the year and month that the end repeats ("24", "28 May")."""
    year, month, day, about = _parts(start)
    end_year, end_month, end_day, end_about = _parts(end)
    if about or end_about or year != end_year or bool(day) != bool(end_day) or not month:
        return _in_words(start)
    return day if day and month == end_month else " ".join(filter(None, [day, month]))


def _parts(point: str) -> tuple[str, str, str, str]:
    match = POINT.fullmatch(point)
    if match is None:  # only a text that `parse` has accepted gets here
        raise DateError(point)
    month = month_name[int(match["month"])] if match["month"] else ""
    day = str(int(match["day"])) if match["day"] else ""
    return match["year"], month, day, match["about"]
