"""On whom a chapter leans: the voice with the largest share, where that is large and many count."""

import pytest

from macros.library import Library
from macros.shares import ENOUGH, REPORTS, Lean, Share, leans_on, shares_of


def test_a_share_is_the_part_of_the_citations_of_sources(sound: Library) -> None:
    cited = {"log-1901": 3, "gazette-1901": 1, "almanac-1901": 9}

    found = shares_of(sound, cited)

    assert [(s.source.id, s.times, s.percent) for s in found] == [
        ("log-1901", 3, 75),
        ("gazette-1901", 1, 25),
    ]


@pytest.mark.parametrize(
    ("times", "leans"),
    [((ENOUGH, 1), True), ((ENOUGH // 2, ENOUGH // 2), True), ((2, 1), False), ((0, 0), False)],
)
def test_a_chapter_leans_on_a_voice_only_where_it_cites_enough(
    sound: Library, times: tuple[int, int], *, leans: bool
) -> None:
    log, gazette = sound.sources["log-1901"], sound.sources["gazette-1901"]
    shares = [Share(log, times[0], 0), Share(gazette, times[1], 0)]

    assert (leans_on(shares) is not None) is leans


def test_an_even_choir_leans_on_nobody(sound: Library) -> None:
    log = sound.sources["log-1901"]
    choir = [Share(log.model_copy(update={"label": f"Voice {n}"}), 10, 0) for n in range(4)]

    assert leans_on(choir) is None


def test_weekly_reports_are_one_voice(sound: Library) -> None:
    report = sound.sources["gazette-1901"].model_copy(update={"document": "reports"})
    weeks = [Share(report.model_copy(update={"label": f"Week {n}"}), 5, 0) for n in range(4)]

    assert leans_on(weeks) == Lean(REPORTS, 100)
