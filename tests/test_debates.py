"""A debate along its scale: who stands where, in which order, and at which address."""

import pytest

from macros.debates import Laid, laid
from macros.models import Debate

HOLDERS = (
    ("late", "The pilots", 3, "log-1901"),
    ("gazette-march", "The Gazette, in March", 1, "gazette-1901"),
    ("silent", "The town", "not placed", "gazette-1901"),
    ("gazette-may", "The Gazette, in May", 1, "gazette-1901"),
    ("nobody", "A letter (no author named)", 1, "letter-1901"),
)


@pytest.fixture(scope="module")
def who_pays() -> Laid:
    positions = [
        {
            "id": ident,
            "holder": holder,
            "says": "It should.",
            "step": step,
            "source": {"id": source},
        }
        for ident, holder, step, source in HOLDERS
    ]
    debate = {
        "id": "who-pays",
        "question": "Who should pay?",
        "why": "It goes out.",
        "scale": ["the town", "both", "the ships"],
        "positions": positions,
    }
    return laid(Debate.model_validate(debate))


def test_holders_stand_at_their_steps_in_the_order_of_the_data(who_pays: Laid) -> None:
    standing = {step.label: [s.position.id for s in step.standing] for step in who_pays.steps}

    assert standing == {
        "the town": ["gazette-march", "gazette-may", "nobody"],
        "both": [],
        "the ships": ["late"],
    }


def test_steps_count_from_one(who_pays: Laid) -> None:
    assert [step.number for step in who_pays.steps] == [1, 2, 3]


def test_the_table_follows_the_scale_and_ends_with_those_not_placed(who_pays: Laid) -> None:
    assert [one.row for one in who_pays.ordered] == [
        "who-pays-gazette-march",
        "who-pays-gazette-may",
        "who-pays-nobody",
        "who-pays-late",
        "who-pays-silent",
    ]


def test_a_holder_is_cut_after_the_name(who_pays: Laid) -> None:
    parts = [(one.name, one.rest) for one in who_pays.ordered]

    assert parts == [
        ("The Gazette", ", in March"),
        ("The Gazette", ", in May"),
        ("A letter", " (no author named)"),
        ("The pilots", ""),
        ("The town", ""),
    ]


def test_a_source_of_several_positions_is_named_once(who_pays: Laid) -> None:
    assert who_pays.cited == ["gazette-1901", "letter-1901", "log-1901"]
