"""Calendar entries for phones: read back by another reader of RFC 5545, whatever they are about."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.agenda.calendar_entry import CUT, LINE_OCTETS, calendar_entry
from kiosk.controls.qr import matrix
from sync.clock import ROME
from tests.kiosk.world import LONG_TITLE

START, END = datetime(2026, 11, 24, 18, 30, tzinfo=ROME), datetime(2026, 11, 24, 20, tzinfo=ROME)
words = st.text(st.characters(codec="utf-8"), max_size=120)


def read(entry: str) -> icalendar.Event:
    (event,) = icalendar.Event.from_ical(entry, multiple=True)
    return event


def test_an_entry_says_what_when_and_where() -> None:
    event = read(calendar_entry("Italiano, livello A1; per chi arriva", START, END, place="Sala piccola"))
    assert event["summary"] == "Italiano, livello A1; per chi arriva"
    assert event["location"] == "Sala piccola"
    assert event.decoded("dtstart") == datetime(2026, 11, 24, 17, 30, tzinfo=UTC)
    assert event.decoded("dtend") == datetime(2026, 11, 24, 19, tzinfo=UTC)


def test_the_clocks_that_change_in_spring_and_autumn_change_no_instant() -> None:
    start = datetime(2026, 10, 25, 1, 30, tzinfo=ROME)
    event = read(calendar_entry("Notte", start, start.astimezone(UTC) + timedelta(hours=2)))
    assert event.decoded("dtend") - event.decoded("dtstart") == timedelta(hours=2)


def test_whole_days_are_dates_and_end_before_their_end() -> None:
    start, end = datetime(2026, 11, 24, tzinfo=ROME), datetime(2026, 11, 27, tzinfo=ROME)
    event = read(calendar_entry("Mostra", start, end, all_day=True))
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (date(2026, 11, 24), date(2026, 11, 27))
    alone = read(calendar_entry("Festa", start, None, all_day=True))
    assert alone.decoded("dtend") == date(2026, 11, 25)


@pytest.mark.parametrize("end", [None, START, START - timedelta(hours=1)])
def test_an_end_that_nobody_said_or_that_is_none_is_left_out(end: datetime | None) -> None:
    assert "dtend" not in read(calendar_entry("Coro", START, end))


def test_what_is_too_long_is_cut_between_words_signs_and_letters() -> None:
    entry = calendar_entry(LONG_TITLE, START, END, place="à" * 90)
    event = read(entry)
    title = str(event["summary"])
    assert title.endswith(CUT)
    assert LONG_TITLE.startswith(title.removesuffix(CUT))
    assert str(event["location"]) == "à" * ((LINE_OCTETS - len("LOCATION:") - len(CUT.encode())) // 2) + CUT


@given(title=words, place=words)
def test_whatever_it_is_called_lines_are_short_and_nothing_gets_out_of_its_line(title: str, place: str) -> None:
    entry = calendar_entry(title, START, END, place=place)
    lines = entry.split("\r\n")
    assert all(len(line.encode()) <= LINE_OCTETS for line in lines)
    assert not any(ord(character) < 32 for line in lines for character in line)
    assert [line.split(":")[0] for line in lines[:4]] == ["BEGIN", "SUMMARY", "DTSTART", "DTEND"]
    event = read(entry)
    plain = " ".join(title.split())
    if event["summary"] and not str(event["summary"]).endswith(CUT) and title.isprintable():
        assert event["summary"] == plain


def test_the_longest_entry_is_a_code_that_phones_read() -> None:
    entry = calendar_entry("\\" * 300, START, END, place=";" * 300)
    assert len(entry.encode()) < 260
    assert len(matrix(entry)) - 8 <= 61  # version 11: 2.5 mm a module on the smallest screen
