"""A day's occurrences in the order in which a person needs them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from kiosk.agenda.arrange import arrange, is_long, last_day
from sync.clock import ROME
from sync.terminal.views import OccurrenceView

TUESDAY = date(2026, 11, 24)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=ROME)


def occurrence(key: str, start: datetime, end: datetime | None, **more: Any) -> OccurrenceView:
    values: dict[str, Any] = {
        "activity": key, "space": "zoia", "space_name": "Via Fratelli Zoia", "title": {"it": key}, "summary": {},
        "description": {}, "category": "", "audience": {}, "venue": "", "address": "", "access": {}, "cost": "",
        "free": None, "languages": (), "rrule": None, "all_day": False, "cancelled": False, "reason": "",
        "moved_from": None, "signup": False, "seats": None, "url": None,
    }  # fmt: skip
    return OccurrenceView(id=key, start=start, end=end, **{**values, **more})


def keys(found: tuple[OccurrenceView, ...]) -> list[str]:
    return [one.id for one in found]


def test_now_later_and_over_are_told_apart() -> None:
    found = [
        occurrence("over", at(24, 9), at(24, 11)),
        occurrence("now", at(24, 15), at(24, 17)),
        occurrence("tonight", at(24, 20), at(24, 22)),
        occurrence("soon", at(24, 16), at(24, 17)),
    ]
    plan = arrange(found, TUESDAY, at(24, 15, 20))
    assert (keys(plan.now), keys(plan.later), keys(plan.over)) == (["now"], ["soon", "tonight"], ["over"])


def test_what_began_last_is_the_first_of_what_is_under_way() -> None:
    found = [occurrence("long morning", at(24, 9), at(24, 18)), occurrence("just begun", at(24, 15), at(24, 17))]
    assert keys(arrange(found, TUESDAY, at(24, 15, 20)).now) == ["just begun", "long morning"]


def test_a_block_of_ten_days_stands_after_the_days_own_activities() -> None:
    found = [occurrence("exhibition", at(19, 10), at(29, 19)), occurrence("film", at(24, 21), at(24, 23))]
    plan = arrange(found, TUESDAY, at(24, 15))
    assert (keys(plan.now), keys(plan.later), keys(plan.long)) == ([], ["film"], ["exhibition"])


def test_the_block_that_ends_first_is_the_first_of_the_blocks() -> None:
    found = [occurrence("until Sunday", at(20, 10), at(29, 19)), occurrence("until Friday", at(22, 10), at(27, 19))]
    assert keys(arrange(found, TUESDAY, at(24, 15)).long) == ["until Friday", "until Sunday"]


def test_a_night_that_ends_after_midnight_belongs_to_its_evening() -> None:
    night = occurrence("night", at(24, 22), at(25, 2))
    assert not is_long(night)
    assert keys(arrange([night], TUESDAY, at(24, 15)).later) == ["night"]
    assert arrange([night], date(2026, 11, 25), None).ahead == 0
    assert keys(arrange([night], date(2026, 11, 25), at(25, 1)).now) == ["night"]


def test_one_that_ends_at_midnight_does_not_touch_the_next_day() -> None:
    whole_day = occurrence("day", at(24, 0), at(25, 0), all_day=True)
    assert last_day(whole_day) == TUESDAY
    assert keys(arrange([whole_day], TUESDAY, at(24, 15)).all_day) == ["day"]
    assert arrange([whole_day], date(2026, 11, 25), None).ahead == 0


def test_one_without_an_end_is_over_an_hour_after_its_start() -> None:
    found = [occurrence("no end", at(24, 15), None)]
    assert keys(arrange(found, TUESDAY, at(24, 15, 59)).now) == ["no end"]
    assert keys(arrange(found, TUESDAY, at(24, 16)).over) == ["no end"]


def test_a_cancelled_one_is_never_under_way_and_stays_among_what_was_to_come() -> None:
    found = [occurrence("cancelled", at(24, 15), at(24, 17), cancelled=True)]
    plan = arrange(found, TUESDAY, at(24, 15, 20))
    assert (keys(plan.now), keys(plan.later)) == ([], ["cancelled"])


def test_without_a_clock_to_trust_nothing_is_now_and_nothing_is_over() -> None:
    found = [occurrence("morning", at(24, 9), at(24, 11)), occurrence("afternoon", at(24, 15), at(24, 17))]
    plan = arrange(found, TUESDAY, None)
    assert (keys(plan.now), keys(plan.over), keys(plan.later)) == ([], [], ["morning", "afternoon"])


@pytest.mark.parametrize("hour", range(24))
def test_no_hour_of_the_day_loses_or_doubles_an_occurrence(hour: int) -> None:
    found = [occurrence(str(start), at(24, start), at(24, start, 50)) for start in range(24)]
    found += [occurrence("block", at(20, 8), at(28, 8)), occurrence("day", at(24, 0), at(25, 0), all_day=True)]
    plan = arrange(found, TUESDAY, at(24, hour, 10))
    shown = keys(plan.now) + keys(plan.later) + keys(plan.all_day) + keys(plan.long) + keys(plan.over)
    assert sorted(shown) == sorted(one.id for one in found)


def test_the_night_when_the_clocks_go_back_keeps_its_order() -> None:
    before = datetime(2026, 10, 25, 2, 30, tzinfo=ROME, fold=0)
    after = datetime(2026, 10, 25, 2, 30, tzinfo=ROME, fold=1)
    found = [occurrence("after", after, None), occurrence("before", before, None)]
    plan = arrange(found, date(2026, 10, 25), None)
    assert sorted(keys(plan.later)) == ["after", "before"]
    assert plan.ahead == 2
