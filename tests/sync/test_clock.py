"""Time is handed in; where a variable sets it, it does so for demonstrations alone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.clock import ROME, SystemClock, clock_from_environment, instant, local, stamp
from sync.errors import UsageError

INSTANTS = st.datetimes(datetime(1000, 1, 2), datetime(9998, 12, 30), timezones=st.just(UTC))  # noqa: DTZ001 - hypothesis wants them naive


@given(INSTANTS)
def test_a_stamp_reads_back_to_the_second(value: datetime) -> None:
    assert instant(stamp(value)) == value.replace(microsecond=0)


@given(INSTANTS, INSTANTS)
def test_stamps_sort_as_their_instants_do(one: datetime, other: datetime) -> None:
    one, other = one.replace(microsecond=0), other.replace(microsecond=0)
    assert (stamp(one) < stamp(other)) == (one < other)


@given(INSTANTS, st.integers(-14 * 60, 14 * 60))
def test_a_stamp_is_the_same_in_every_zone(value: datetime, minutes: int) -> None:
    assert stamp(value.astimezone(timezone(timedelta(minutes=minutes)))) == stamp(value)


@pytest.mark.parametrize("text", ["2026-11-24T14:20:00", "2026-11-24", "yesterday", "", "2026-13-01T00:00:00Z"])
def test_a_text_without_a_zone_is_no_instant(text: str) -> None:
    with pytest.raises(ValueError, match=r"zone|isoformat|month"):
        instant(text)


@pytest.mark.parametrize(
    ("utc", "clock"),
    [
        ("2026-07-01T10:00:00Z", "12:00"),
        ("2026-01-01T10:00:00Z", "11:00"),
        ("2026-10-25T00:30:00Z", "02:30"),
        ("2026-10-25T01:30:00Z", "02:30"),
        ("2026-03-29T01:00:00Z", "03:00"),
    ],
)
def test_milanos_clocks_show_an_instant(utc: str, clock: str) -> None:
    assert f"{local(utc):%H:%M}" == clock
    assert local(utc).astimezone(UTC) == instant(utc) == local(instant(utc)).astimezone(UTC)


def shown(text: str | None, monkeypatch: pytest.MonkeyPatch, *, demonstration: bool = True) -> SystemClock:
    if text is None:
        monkeypatch.delenv("QC_NOW", raising=False)
    else:
        monkeypatch.setenv("QC_NOW", text)
    return clock_from_environment(demonstration=demonstration)


@pytest.mark.parametrize("text", [None, ""])
@pytest.mark.parametrize("demonstration", [False, True])
def test_without_the_variable_it_is_the_machines_time(
    monkeypatch: pytest.MonkeyPatch, text: str | None, demonstration: bool
) -> None:
    before = datetime.now(UTC)
    now = shown(text, monkeypatch, demonstration=demonstration).now()
    assert before <= now <= datetime.now(UTC)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2026-10-09T10:00", "2026-10-09T08:00:00Z"),
        ("2026-01-09T10:00", "2026-01-09T09:00:00Z"),
        ("2026-10-09T10:00:30+00:00", "2026-10-09T10:00:30Z"),
        ("2026-10-09T10:00Z", "2026-10-09T10:00:00Z"),
        ("2026-10-09", "2026-10-08T22:00:00Z"),
    ],
)
def test_the_variable_sets_the_time_of_a_demonstration_and_it_runs_on(
    monkeypatch: pytest.MonkeyPatch, text: str, wanted: str
) -> None:
    began = datetime.now(UTC)
    clock = shown(text, monkeypatch)
    first, second = clock.now(), clock.now()
    passed = datetime.now(UTC) - began
    assert instant(wanted) <= first <= second <= instant(wanted) + passed
    assert first.tzinfo is UTC


def test_where_keys_are_real_the_variable_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UsageError, match="QC_NOW is for demonstrations and tests"):
        shown("2026-10-09T10:00", monkeypatch, demonstration=False)


@pytest.mark.parametrize("text", ["tomorrow", "10:00", "2026-13-09", "\x7f"])
def test_a_variable_that_is_no_time_is_refused_with_how_to_write_it(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    with pytest.raises(UsageError, match=r"is no time\. Write it like 2026-10-09T10:00"):
        shown(text, monkeypatch)


def test_monotonic_time_only_grows_and_belongs_to_a_boot() -> None:
    clock = SystemClock(timedelta(days=-4000))
    times = [clock.monotonic_ms() for _ in range(1000)]
    assert times == sorted(times)
    assert times[0] > 0
    assert clock.boot_id() == SystemClock().boot_id() != ""


def test_the_spaces_live_in_milano() -> None:
    assert ROME.key == "Europe/Rome"
