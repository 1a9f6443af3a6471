"""Dates: what they may look like, how they read, what they cover and how they are sorted."""

from itertools import permutations

import pytest

from macros.dates import (
    FIRST_DAY,
    FIRST_MONTH,
    LAST_DAY,
    LAST_MONTH,
    DateError,
    Day,
    parse,
)

IN_WORDS = {
    "2020": "2020",
    "2020-05": "May 2020",
    "2020-05-07": "7 May 2020",
    "2020~": "about 2020",
    "2020-04~": "about April 2020",
    "2020-05-07~": "about 7 May 2020",
    # both days in one month, in one year, and across years
    "2020-06-24/2020-06-30": "24 to 30 June 2020",
    "2020-05-28/2020-06-03": "28 May to 3 June 2020",
    "2019-12-30/2020-01-05": "30 December 2019 to 5 January 2020",
    # months
    "2020-04/2020-06": "April to June 2020",
    "2019-10/2020-05": "October 2019 to May 2020",
    # years
    "2016/2020": "2016 to 2020",
    # two precisions: nothing of the start goes without saying
    "2020-06-24/2020-07": "24 June 2020 to July 2020",
    "2020-05/2020-06-03": "May 2020 to 3 June 2020",
    "2020/2020-06": "2020 to June 2020",
    # open ends
    "2020-05-07/..": "from 7 May 2020",
    "2016/..": "from 2016",
    "../2020-05": "until May 2020",
    # approximate ends
    "2020-04~/2020-06": "about April 2020 to June 2020",
    "2016/2020~": "2016 to about 2020",
    "2020-04~/..": "from about April 2020",
    "../2020~": "until about 2020",
}

COVERED: dict[str, tuple[Day, Day]] = {
    "2020": ((2020, 1, 1), (2020, 12, 31)),
    "2020-02": ((2020, 2, 1), (2020, 2, 29)),
    "2021-02": ((2021, 2, 1), (2021, 2, 28)),
    "2020-05-07": ((2020, 5, 7), (2020, 5, 7)),
    "2020-04~": ((2020, 4, 1), (2020, 4, 30)),
    "2020-06-24/2020-07": ((2020, 6, 24), (2020, 7, 31)),
    "2016/2020": ((2016, 1, 1), (2020, 12, 31)),
    "2020-05-07/..": ((2020, 5, 7), LAST_DAY),
    "../2020-05": (FIRST_DAY, (2020, 5, 31)),
}

WRONG_FORMS = (
    "",
    "May 2020",
    "7 May 2020",
    "07.05.2020",
    "2020-5",
    "2020-05-7",
    "20-05-07",
    "2020-05-07T12:00",
    "2020?",  # EDTF that we do not use
    "2020%",
    "202X",
    "2020-05..2020-06",
    "2020/",
    "/2020",
    "2020/2021/2022",
    "2020 / 2021",
    "2020-05-07\n",
)

IMPOSSIBLE = (
    "2020-00",
    "2020-13",
    "2020-05-00",
    "2020-05-32",
    "2020-04-31",
    "2020-02-30",
    "2020-01-01/2020-04-31",
    "2021-02-29",
    "2020-21",  # a season in EDTF
)

REVERSED = (
    "2021/2020",
    "2020-06/2020-05",
    "2020-06-30/2020-06-24",
    "2020-06-24/2020-05",
    "2020-06-24/2020-06",  # the month began before the day
    "2020-06/2020",
)

IN_ORDER = (
    "../2019",
    "2019",
    "2019-12-31",
    "2020-05-01/2020-05-03",
    "2020-05",
    "2020-05-02",
    "2020-05-02/..",
    "2020-06~",
    "2021",
)
"""Dates of mixed precision as a timeline shows them."""


@pytest.mark.parametrize(("text", "words"), IN_WORDS.items())
def test_a_date_reads_as_an_editor_would_write_it(text: str, words: str) -> None:
    assert str(parse(text)) == words


@pytest.mark.parametrize(("text", "days"), COVERED.items())
def test_a_date_covers_all_days_that_it_may_mean(text: str, days: tuple[Day, Day]) -> None:
    date = parse(text)

    assert (date.first, date.last) == days


@pytest.mark.parametrize(
    ("text", "machine"),
    [
        ("2020", "2020"),
        ("2020-04~", "2020-04"),
        ("2020-05-07", "2020-05-07"),
        ("2020-06-24/2020-06-30", "2020-06-24"),
        ("2016~/..", "2016"),
    ],
)
def test_a_machine_reads_the_start(text: str, machine: str) -> None:
    assert parse(text).machine == machine


@pytest.mark.parametrize("text", WRONG_FORMS, ids=repr)
def test_another_form_is_refused_and_ours_are_shown(text: str) -> None:
    with pytest.raises(DateError, match=r"not a date in one of our forms .* 2020-05-07, "):
        parse(text)


@pytest.mark.parametrize("text", IMPOSSIBLE)
def test_a_day_that_no_calendar_has_is_refused(text: str) -> None:
    with pytest.raises(DateError, match="no such day or month: 20"):
        parse(text)


@pytest.mark.parametrize("text", REVERSED)
def test_an_interval_that_ends_before_it_begins_is_refused(text: str) -> None:
    with pytest.raises(DateError, match=f"ends before it begins: {text}"):
        parse(text)


def test_an_interval_with_no_end_at_all_is_refused() -> None:
    with pytest.raises(DateError, match="an interval needs at least one end"):
        parse("../..")


def test_dates_of_mixed_precision_are_sorted_by_their_start() -> None:
    dates = [parse(text) for text in reversed(IN_ORDER)]

    found = sorted(dates, key=lambda date: date.order)

    assert [date.text for date in found] == list(IN_ORDER)


def test_of_dates_that_start_together_the_shorter_comes_first() -> None:
    same_start = [parse(text) for text in ("2020-01-01", "2020-01", "2020", "2020-01-01/..")]

    orders = [sorted(mixed, key=lambda date: date.order) for mixed in permutations(same_start)]

    assert all(found == same_start for found in orders)


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [
        ("2020-06-25", "2020-06", "2020-06"),
        ("2020-06-30/2020-07-02", "2020-06", "2020-07"),
        ("2014", "2014-01", "2014-12"),
        ("2020-05-07/..", "2020-05", LAST_MONTH),
        ("../2020-05-07", FIRST_MONTH, "2020-05"),
    ],
)
def test_a_date_spans_all_months_that_it_may_mean(date: str, first: str, last: str) -> None:
    assert parse(date).months == (first, last)
