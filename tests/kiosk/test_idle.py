"""Whether somebody is still there: the arithmetic."""

from __future__ import annotations

from kiosk.shell.idle import ASK_S, Idle


def test_the_question_comes_after_the_screens_time_and_not_before() -> None:
    idle = Idle(0, 60)
    assert idle.phase(59_999) == "here"
    assert idle.phase(60_000) == "asking"


def test_the_question_stays_at_least_twenty_seconds() -> None:
    idle = Idle(0, 30)
    assert ASK_S >= 20
    assert idle.phase(30_000 + ASK_S * 1000 - 1) == "asking"
    assert idle.phase(30_000 + ASK_S * 1000) == "gone"


def test_the_seconds_that_are_left_count_down_to_zero() -> None:
    idle = Idle(0, 30)
    assert [idle.left_s(ms) for ms in (29_000, 30_000, 30_001, 49_001, 60_000)] == [20, 20, 20, 1, 0]


def test_more_time_can_be_had_ten_times_and_more() -> None:
    idle, now = Idle(0, 30), 0
    for _ in range(25):
        now += 45_000
        assert idle.phase(now) == "asking"
        idle.touched(now)
        assert idle.phase(now) == "here"


def test_another_screen_brings_its_own_time() -> None:
    idle = Idle(0, 60)
    idle.limit(30)
    assert idle.phase(30_000) == "asking"
    idle.limit(120)
    assert idle.phase(30_000) == "here"
