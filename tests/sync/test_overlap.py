"""Whether two things take place at the same time."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from sync.overlap import meet


def at(hour: float) -> datetime:
    return datetime(2026, 11, 24, int(hour), round(hour % 1 * 60), tzinfo=UTC)


@pytest.mark.parametrize(
    ("one", "other", "met"),
    [
        ((at(16), at(18)), (at(17), at(19)), True),
        ((at(16), at(18)), (at(16.5), at(17)), True),
        ((at(16), at(18)), (at(18), at(19)), False),
        ((at(16), None), (at(16.5), None), True),
        ((at(16), None), (at(17), None), False),
        ((at(8), at(21)), (at(17), at(18)), False),  # open all day: one comes at some time
    ],
)
def test_two_things_meet_when_they_share_more_than_an_instant(
    one: tuple[datetime, datetime | None], other: tuple[datetime, datetime | None], *, met: bool
) -> None:
    assert meet(one, other) is met
    assert meet(other, one) is met
