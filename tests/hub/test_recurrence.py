"""Recurrences: when something takes place, on the clocks of its own zone."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sync.clock import ROME, stamp
from sync.hub.recurrence import EVERY, RuleError, happens, plan
from sync.hub.rrule import normalised

FIRST, LAST = datetime(2026, 10, 1, tzinfo=ROME), datetime(2027, 10, 1, tzinfo=ROME)
TUESDAYS = "FREQ=WEEKLY;COUNT=4"


@dataclass
class Series:
    start: str
    end: str | None = None
    rrule: str | None = None
    zone: str = "Europe/Rome"
    all_day: bool = False
    exdates: list[str] = field(default_factory=list)
    rdates: list[str] = field(default_factory=list)
    overrides: dict[str, Any] = field(default_factory=dict)


def starts(series: Series, first: datetime = FIRST, last: datetime = LAST) -> list[str]:
    return [stamp(one.start) for one in plan(series, first, last)]


def test_local_times_stay_local_when_the_clocks_change() -> None:
    planned = plan(Series("2026-10-20T18:30", "2026-10-20T20:00", "FREQ=WEEKLY;COUNT=2"), FIRST, LAST)
    assert [stamp(one.start) for one in planned] == ["2026-10-20T16:30:00Z", "2026-10-27T17:30:00Z"]
    assert [stamp(one.end) for one in planned if one.end] == ["2026-10-20T18:00:00Z", "2026-10-27T19:00:00Z"]


def test_a_night_in_which_the_clocks_change_ends_at_the_hour_that_was_said() -> None:
    (single,) = plan(Series("2026-10-24T22:00", "2026-10-25T04:00"), FIRST, LAST)
    recurring = plan(Series("2026-10-17T22:00", "2026-10-18T04:00", "FREQ=WEEKLY;COUNT=2"), FIRST, LAST)[1]
    assert single.end == recurring.end == datetime(2026, 10, 25, 3, tzinfo=UTC)


def test_a_time_that_the_clocks_skip_counts_with_the_offset_before_the_gap() -> None:
    assert starts(Series("2027-03-28T02:30")) == ["2027-03-28T01:30:00Z"]


def test_what_recurs_in_another_zone_follows_the_clocks_there() -> None:
    series = Series("2026-10-27T09:00", rrule="FREQ=WEEKLY;COUNT=2", zone="America/New_York")
    assert starts(series) == ["2026-10-27T13:00:00Z", "2026-11-03T14:00:00Z"]


def test_an_excluded_time_and_an_excluded_day_do_not_take_place() -> None:
    series = Series("2026-11-03T18:30", rrule=TUESDAYS, exdates=["2026-11-10T18:30", "2026-11-17"])
    assert starts(series) == ["2026-11-03T17:30:00Z", "2026-11-24T17:30:00Z"]
    assert starts(Series("2026-11-03T18:30", exdates=["2026-11-03"])) == []


def test_an_additional_date_takes_place_too() -> None:
    series = Series("2026-11-03T18:30", "2026-11-03T19:30", "FREQ=WEEKLY;COUNT=1", rdates=["2026-11-05T20:00"])
    assert starts(series) == ["2026-11-03T17:30:00Z", "2026-11-05T19:00:00Z"]


def test_a_moved_occurrence_keeps_its_original_start_and_its_length() -> None:
    moved = {"2026-11-10T18:30": {"start": "2026-11-11T20:00", "reason": "Sala occupata"}}
    planned = plan(Series("2026-11-03T18:30", "2026-11-03T20:00", TUESDAYS, overrides=moved), FIRST, LAST)
    one = planned[1]
    assert (stamp(one.original), stamp(one.start)) == ("2026-11-10T17:30:00Z", "2026-11-11T19:00:00Z")
    assert one.end == datetime(2026, 11, 11, 20, 30, tzinfo=UTC)
    assert one.reason == "Sala occupata"


def test_a_cancelled_occurrence_is_planned_as_cancelled_and_the_others_are_not() -> None:
    series = Series("2026-11-03T18:30", rrule=TUESDAYS, overrides={"2026-11-10T18:30": {"status": "cancelled"}})
    assert [one.status for one in plan(series, FIRST, LAST)] == ["scheduled", "cancelled", "scheduled", "scheduled"]


def test_a_series_that_is_cancelled_as_a_whole_is_cancelled_each_time() -> None:
    series = Series("2026-11-03T18:30", rrule=TUESDAYS, overrides={EVERY: {"status": "cancelled"}})
    assert {one.status for one in plan(series, FIRST, LAST)} == {"cancelled"}


def test_an_occurrence_that_was_moved_into_the_span_is_in_it_and_one_moved_out_is_not() -> None:
    overrides = {
        "2026-11-03T18:30": {"start": "2026-12-15T18:30"},
        "2026-12-08T18:30": {"start": "2027-01-20T18:30"},
    }
    series = Series("2026-11-03T18:30", rrule="FREQ=WEEKLY", overrides=overrides)
    december = datetime(2026, 12, 1, tzinfo=ROME), datetime(2026, 12, 16, tzinfo=ROME)
    originals = [stamp(one.original) for one in plan(series, *december)]
    assert originals == ["2026-12-01T17:30:00Z", "2026-11-03T17:30:00Z", "2026-12-15T17:30:00Z"]


def test_a_word_about_an_occurrence_that_the_series_does_not_have_is_ignored() -> None:
    overrides = {"2026-11-04T18:30": {"start": "2026-11-05T18:30"}}
    assert len(plan(Series("2026-11-03T18:30", rrule=TUESDAYS, overrides=overrides), FIRST, LAST)) == 4
    assert starts(Series("2026-11-03T18:30", overrides=overrides)) == ["2026-11-03T17:30:00Z"]


def test_something_that_counts_in_days_lasts_from_midnight_to_midnight() -> None:
    series = Series("2026-10-24", None, "FREQ=DAILY;COUNT=2", all_day=True)
    planned = plan(series, FIRST, LAST)
    assert [(stamp(one.start), one.end and stamp(one.end)) for one in planned] == [
        ("2026-10-23T22:00:00Z", "2026-10-24T22:00:00Z"),
        ("2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z"),
    ]


def test_a_block_of_days_that_began_before_the_span_is_in_it() -> None:
    exhibition = Series("2026-09-01T10:00", "2026-12-01T19:00")
    assert starts(exhibition) == ["2026-09-01T08:00:00Z"]
    assert starts(Series("2026-09-01T10:00", "2026-09-30T19:00")) == []


def test_an_end_that_nobody_said_stays_unknown_also_where_it_recurs() -> None:
    assert [one.end for one in plan(Series("2026-11-03T18:30", rrule=TUESDAYS), FIRST, LAST)] == [None] * 4


@given(
    start=st.datetimes(datetime(2026, 1, 1), datetime(2028, 1, 1)),  # noqa: DTZ001 - local
    minutes=st.one_of(st.none(), st.integers(1, 60 * 24 * 200)),
    all_day=st.booleans(),
    excluded=st.booleans(),
)
@settings(max_examples=80, deadline=None)
def test_what_happens_once_is_planned_as_the_library_would(
    start: datetime, minutes: int | None, all_day: bool, excluded: bool
) -> None:
    start = start.replace(second=0, microsecond=0)
    end = None if minutes is None else start + timedelta(minutes=minutes)
    texts = [None if one is None else (one.date() if all_day else one).isoformat() for one in (start, end)]
    assert texts[0] is not None
    once = Series(texts[0], texts[1], all_day=all_day, exdates=[texts[0]] if excluded else [])
    through_the_library = Series(texts[0], texts[1], "FREQ=DAILY;COUNT=1", all_day=all_day, exdates=once.exdates)
    assert plan(once, FIRST, LAST) == plan(through_the_library, FIRST, LAST)


@pytest.mark.parametrize(
    ("rule", "stored"),
    [
        ("freq=weekly;byday=tu", "FREQ=WEEKLY;BYDAY=TU"),
        ("FREQ=WEEKLY;UNTIL=20261215", "FREQ=WEEKLY;UNTIL=20261215T225959Z"),
        ("FREQ=WEEKLY;UNTIL=20261215T183000", "FREQ=WEEKLY;UNTIL=20261215T173000Z"),
        ("COUNT=3;FREQ=DAILY", "FREQ=DAILY;COUNT=3"),
    ],
)
def test_a_rule_is_stored_in_one_form(rule: str, stored: str) -> None:
    assert normalised(rule, datetime(2026, 11, 3, 18, 30), "Europe/Rome") == stored  # noqa: DTZ001 - local


def test_the_day_of_an_until_is_included() -> None:
    rule = normalised("FREQ=WEEKLY;UNTIL=20261110", datetime(2026, 11, 3, 18, 30), "Europe/Rome")  # noqa: DTZ001
    assert len(starts(Series("2026-11-03T18:30", rrule=rule))) == 2
    days = normalised("FREQ=WEEKLY;UNTIL=20261110T000000Z", date(2026, 11, 3), "Europe/Rome")
    assert days == "FREQ=WEEKLY;UNTIL=20261110"
    assert len(starts(Series("2026-11-03", rrule=days, all_day=True))) == 2


def test_an_until_in_utc_includes_the_occurrence_at_that_very_instant() -> None:
    assert len(starts(Series("2026-11-03T18:30", rrule="FREQ=WEEKLY;UNTIL=20261117T173000Z"))) == 3
    assert len(starts(Series("2026-11-03T18:30", rrule="FREQ=WEEKLY;UNTIL=20261117T172959Z"))) == 2


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY",
        "FREQ=MINUTELY;INTERVAL=30",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;COUNT=0",
        "FREQ=DAILY;COUNT=3;UNTIL=20270101",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;BYHOUR=8,9,10,11,12;BYMINUTE=0,10,20,30,40,50",
        "FREQ=DAILY;BYSETPOS=50;BYDAY=MO",
        "FREQ=FORTNIGHTLY",
        "every tuesday",
        "INTERVAL=2",
        "FREQ=WEEKLY;BYDAY=" + ",".join(["MO"] * 200),
    ],
)
def test_a_rule_that_is_absurd_or_never_happens_is_refused_with_a_reason(rule: str) -> None:
    with pytest.raises(RuleError) as refused:
        normalised(rule, datetime(2026, 11, 3, 18, 30), "Europe/Rome")  # noqa: DTZ001 - local
    assert len(str(refused.value)) > 20


@pytest.mark.parametrize(
    "series",
    [
        Series("2026-11-03T18:30", zone="Europe/Gotham"),
        Series("tomorrow"),
        Series("0026-11-03T18:30"),
        Series("2026-11-03T18:30", rrule="FREQ=HOURLY;INTERVAL=24;BYHOUR=3"),
    ],
)
def test_times_that_cannot_be_used_are_a_rule_error(series: Series) -> None:
    with pytest.raises(RuleError):
        plan(series, FIRST, LAST)


def test_whether_a_series_has_a_start_can_be_asked() -> None:
    series = Series("2026-11-03T18:30", rrule=TUESDAYS)
    assert happens(series, datetime(2026, 11, 10, 18, 30))  # noqa: DTZ001 - local
    assert not happens(series, datetime(2026, 11, 10, 19, 30))  # noqa: DTZ001 - local
