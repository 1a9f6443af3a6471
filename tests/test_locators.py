"""Places in a source: which locators fit. How a misfit is told: `tests/bad_data/locator-*`."""

import pytest

from macros.library import Library
from macros.locators import fault


@pytest.mark.parametrize(
    ("source", "locator"),
    [
        ("log-1901", "para. 1"),
        ("log-1901", "para. 4"),
        ("log-1901", "paras 2-4"),
        ("log-1901", "paras 1, 3"),
        ("log-1901", "paras 1-2, 4"),
        ("log-1901", "title"),
        ("gazette-1901", "sentence 3"),
        ("gazette-1901", "sentences 1-2"),
        ("gazette-1901", None),
    ],
)
def test_a_place_that_the_source_has_is_accepted(
    sound: Library, source: str, locator: str | None
) -> None:
    assert fault(sound.sources[source], locator) is None


@pytest.mark.parametrize(
    "locator", ["para. 5", "paras 4-5", "para. 0", "para. 2-3", "paras 2", "para 2", "p. 2", "2"]
)
def test_any_other_place_is_refused(sound: Library, locator: str) -> None:
    assert fault(sound.sources["log-1901"], locator)


@pytest.mark.parametrize("locator", ["paras 3-2", "paras 2, 2", "paras 2-3-4", "paras 2,3"])
def test_numbers_out_of_order_are_refused(sound: Library, locator: str) -> None:
    assert fault(sound.sources["log-1901"], locator)


def test_one_paragraph_needs_no_locator(sound: Library) -> None:
    long = sound.sources["log-1901"]
    places = long.locators.model_copy(update={"last": 1})

    short = long.model_copy(update={"locators": places})

    assert fault(short, None) is None


def test_a_background_page_has_no_locators(sound: Library) -> None:
    page = sound.background["almanac-1901"]

    assert (fault(page, None), bool(fault(page, "para. 1"))) == (None, True)
