"""When a space is open, and when its screen sleeps."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from kiosk.controls.opening import asleep, door, known, spans
from sync.clock import ROME

WEEK = {str(day): [["09:00", "12:30"], ["14:00", "18:00"]] for day in range(1, 6)}


def at(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=ROME)


@pytest.mark.parametrize(
    ("now", "open_until", "opens"),
    [
        (at(24, 10), at(24, 12, 30), None),
        (at(24, 12, 30), None, at(24, 14)),
        (at(24, 18), None, at(25, 9)),
        (at(27, 20), None, at(30, 9)),  # from Friday to Monday
        (at(24, 6), None, at(24, 9)),
    ],
)
def test_a_door_is_open_until_or_opens_at(now: datetime, open_until: datetime | None, opens: datetime | None) -> None:
    found = door(WEEK, now)
    assert (found.open_until, found.opens) == (open_until, opens)


def test_a_span_past_midnight_belongs_to_the_day_that_it_began_on() -> None:
    hours = {"2": [["20:00", "02:00"]]}
    assert door(hours, at(25, 1)).open_until == at(25, 2)
    assert door(hours, at(25, 2)).open_until is None


def test_twenty_four_hours_end_the_day() -> None:
    assert spans({"2": [["08:00", "24:00"]]}, at(24, 0).date()) == [(at(24, 8), at(25, 0))]


@pytest.mark.parametrize(
    "hours", [{}, {"2": []}, {"2": [["nove", "dieci"]]}, {"2": [["09:00"]]}, {"9": [["09:00", "10:00"]]}]
)
def test_hours_that_say_nothing_never_close_the_space(hours: dict[str, list[list[str]]]) -> None:
    assert not known(hours)
    assert not asleep(hours, at(24, 3), [])
    assert door(hours, at(24, 3)).opens is None


@pytest.mark.parametrize(
    ("now", "sleeps"),
    [
        (at(24, 8, 29), True),
        (at(24, 8, 30), False),
        (at(24, 13), False),  # closed at midday, which is no night
        (at(24, 18, 29), False),
        (at(24, 18, 30), True),
        (at(24, 23, 59), True),
        (at(25, 0), True),
        (at(29, 12), True),  # a Sunday
    ],
)
def test_the_screen_sleeps_from_the_last_closing_to_the_first_opening(now: datetime, sleeps: bool) -> None:
    assert asleep(WEEK, now, []) is sleeps


def test_the_screen_is_awake_for_what_takes_place_in_the_evening_past_midnight_too() -> None:
    film = (at(24, 23, 30), at(25, 0, 30))
    assert asleep(WEEK, at(24, 22, 29), [film])
    assert not asleep(WEEK, at(24, 22, 30), [film])
    assert not asleep(WEEK, at(25, 0, 59), [film])
    assert asleep(WEEK, at(25, 1), [film])


@pytest.mark.parametrize(("month", "day"), [(3, 29), (10, 25)])
def test_hours_are_of_the_wall_on_the_nights_on_which_the_clocks_change(month: int, day: int) -> None:
    hours = {"7": [["08:00", "18:00"]]}
    opened, closed = spans(hours, datetime(2026, month, day, tzinfo=ROME).date())[0]
    assert (opened.hour, closed.hour) == (8, 18)
    before = datetime(2026, month, day, 7, 29, tzinfo=ROME)
    assert asleep(hours, before, [])
    assert not asleep(hours, before + timedelta(minutes=1), [])
