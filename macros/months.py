"""Months by name, and which events began in which."""

from calendar import month_name
from collections.abc import Iterable
from typing import NamedTuple

from macros.models import Event

MONTH_LONG = len("2020-05")


class Month(NamedTuple):
    """A month: its id as in `2020-05`, its name as in "May 2020"."""

    id: str
    name: str


def month(ident: str) -> Month:
    """Give the month of an id such as `2020-05`."""
    year, number = ident.split("-")
    return Month(ident, f"{month_name[int(number)]} {year}")


def following(ident: str) -> str:
    """Give the id of the month after one."""
    year, number = map(int, ident.split("-"))
    return f"{year + number // 12:04}-{number % 12 + 1:02}"


def by_month(events: Iterable[Event]) -> list[tuple[Month | None, list[Event]]]:
    """Put the events of a year under their months; those of which only the year is known first."""
    months: dict[Month | None, list[Event]] = {None: []}
    for event in events:
        start = event.date.machine[:MONTH_LONG]
        known = month(start) if len(start) == MONTH_LONG else None
        months.setdefault(known, []).append(event)
    return [(found, listed) for found, listed in months.items() if listed]
