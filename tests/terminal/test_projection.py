"""The projection: the hub's state and what was recorded here since, together; nothing twice, nothing missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from sync import rows
from sync.clock import ROME, stamp
from sync.errors import UsageError
from sync.facts import parse
from sync.rows import space_scope, terminal_scope
from sync.terminal.fresh import Item
from sync.terminal.replica import Replica
from sync.terminal.terminal import Terminal
from sync.terminal.views import BookingView, OccurrenceView, SeatsView
from tests.support import alone
from tests.support.alone import item, occurrence, programme, tell
from tests.support.served import NOW, HandClock

TODAY = NOW.date()
HERE, MINE = space_scope("zoia"), terminal_scope("zoia-1")


@pytest.fixture
def terminal(tmp_path: Path, clock: HandClock) -> Iterator[Terminal]:
    made = Terminal(alone.alone(tmp_path, clock))
    yield made
    made.close()


def hear(terminal: Terminal, *items: Item, applied: int = 0) -> None:
    """What the hub tells, through another connection, as the engine's process does."""
    replica = Replica(terminal.replica.path, terminal._folder.database_key())
    tell(replica, *items, applied=applied)
    replica.close()
    terminal.projection.refresh()


def at(hour: int, minute: int = 0, day: date = TODAY) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=ROME)


def ids(views: tuple[OccurrenceView, ...]) -> list[str]:
    return [view.id for view in views]


# the programme


def test_a_day_shows_what_touches_it_by_start_and_nothing_else(terminal: Terminal) -> None:
    yesterday, tomorrow = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
    ended_at_midnight = occurrence(at(22, day=yesterday), "cinema")
    over_midnight = occurrence(at(23, day=yesterday), "veglia")
    second, first = occurrence(at(18)), occurrence(at(9), "ginnastica")
    next_day = occurrence(at(0, day=tomorrow), "alba")
    several_days = occurrence(at(8, day=yesterday), "mostra", lasts=timedelta(days=5))
    open_end = occurrence(at(10), "ascolto", lasts=None)
    hear(terminal, *programme(ended_at_midnight, over_midnight, second, first, next_day, several_days, open_end))
    shown = ids(terminal.projection.agenda(TODAY, TODAY))
    assert shown == [several_days.id, over_midnight.id, first.id, open_end.id, second.id]
    assert ids(terminal.projection.agenda(tomorrow, tomorrow)) == [several_days.id, next_day.id]


def test_something_without_an_end_is_of_the_day_on_which_it_starts_even_at_midnight(terminal: Terminal) -> None:
    midnight = occurrence(at(0), lasts=None)
    hear(terminal, *programme(midnight))
    assert ids(terminal.projection.agenda(TODAY, TODAY)) == [midnight.id]
    assert terminal.projection.agenda(TODAY - timedelta(days=1), TODAY - timedelta(days=1)) == ()


@pytest.mark.parametrize("day", [date(2026, 10, 25), date(2026, 3, 29)])
def test_days_on_which_the_clocks_change_are_whole(terminal: Terminal, day: date) -> None:
    before, after = day - timedelta(days=1), day + timedelta(days=1)
    first, last = occurrence(at(0, 15, day), "prima", lasts=None), occurrence(at(23, 45, day), "ultima", lasts=None)
    others = [occurrence(at(23, 45, before), "ieri", lasts=None), occurrence(at(0, 15, after), "domani", lasts=None)]
    hear(terminal, *programme(first, last, *others))
    assert ids(terminal.projection.agenda(day, day)) == [first.id, last.id]
    (view, _) = terminal.projection.agenda(day, day)
    assert (view.start.hour, view.start.minute) == (0, 15)


def test_something_that_lasts_the_whole_day_is_of_that_day_alone(terminal: Terminal) -> None:
    whole = occurrence(at(0), "festa", lasts=timedelta(days=1), all_day=True)
    hear(terminal, *programme(whole))
    (view,) = terminal.projection.agenda(TODAY, TODAY)
    assert view.all_day
    for other in (TODAY - timedelta(days=1), TODAY + timedelta(days=1)):
        assert terminal.projection.agenda(other, other) == ()


def test_other_spaces_are_shown_when_asked_for(terminal: Terminal) -> None:
    here, there = occurrence(at(18)), occurrence(at(9), "yoga", at="omero")
    hear(terminal, *programme(here, there))
    show = terminal.projection
    assert ids(show.agenda(TODAY, TODAY)) == [here.id]
    assert ids(show.agenda(TODAY, TODAY, space="omero")) == [there.id]
    assert ids(show.agenda(TODAY, TODAY, all_spaces=True)) == [there.id, here.id]
    assert show.counts(TODAY, TODAY) == {"zoia": 1, "omero": 1}
    assert [one.id for one in show.spaces()] == ["omero", "zoia"]
    with pytest.raises(UsageError, match="Known spaces: omero, zoia"):
        show.space("atlantide")


def test_what_is_coming_begins_after_now_and_is_limited(terminal: Terminal) -> None:
    times = [occurrence(NOW + timedelta(hours=hours)) for hours in (-1, 0, 1, 2, 3)]
    hear(terminal, *programme(*times))
    assert ids(terminal.projection.coming(NOW, limit=2)) == [times[2].id, times[3].id]
    assert ids(terminal.projection.series("cucito", NOW)) == [one.id for one in times[2:]]
    assert terminal.projection.coming(NOW, space="omero") == ()


def test_what_is_called_off_here_shows_at_once_and_counts_no_more(terminal: Terminal) -> None:
    sewing, gym = occurrence(at(18)), occurrence(at(9), "ginnastica")
    hear(terminal, *programme(sewing, gym))
    assert terminal.projection.counts(TODAY, TODAY)["zoia"] == 2
    terminal.record(parse("occurrence_cancel", {"occurrence": sewing.id, "reason": "Il sarto è malato"}))
    view = terminal.projection.occurrence(sewing.id)
    assert view is not None
    assert (view.cancelled, view.reason) == (True, "Il sarto è malato")
    assert terminal.projection.counts(TODAY, TODAY)["zoia"] == 1


def test_what_is_taken_back_takes_place_again_though_the_hub_still_says_otherwise(terminal: Terminal) -> None:
    sewing = occurrence(at(18))
    hear(terminal, *programme(replace(sewing, status="cancelled", reason="Sala chiusa")))
    terminal.record(parse("occurrence_restore", {"occurrence": sewing.id}))
    view = terminal.projection.occurrence(sewing.id)
    assert view is not None
    assert (view.cancelled, view.reason) == (False, "")


def test_an_occurrence_without_its_activity_is_not_shown_and_disturbs_nothing(terminal: Terminal) -> None:
    orphan, whole = occurrence(at(9), "orfana"), occurrence(at(18))
    hear(terminal, *programme(whole), item(orphan))
    assert ids(terminal.projection.agenda(TODAY, TODAY)) == [whole.id]
    assert terminal.projection.occurrence(orphan.id) is None
    assert terminal.projection.occurrence("nothing@x") is None


# seats


def seats(terminal: Terminal, occurrence_id: str) -> SeatsView | None:
    view = terminal.projection.occurrence(occurrence_id)
    assert view is not None
    return view.seats


def test_seats_left_are_the_hubs_count_less_what_was_booked_here_since(terminal: Terminal) -> None:
    sewing = occurrence(at(18), capacity=10, sold=3)
    hear(terminal, *programme(sewing))
    assert seats(terminal, sewing.id) == SeatsView(10, 7, 0)
    terminal.sign_up(sewing.id, name="Ada Rossi", people=2)
    assert seats(terminal, sewing.id) == SeatsView(10, 5, 0)
    hear(terminal, item(rows.Occurrence(**{**rows.dump(sewing), "sold": 5})), applied=1)
    assert seats(terminal, sewing.id) == SeatsView(10, 5, 0)


def test_a_right_to_confirm_counts_as_left_even_when_the_hub_has_sold_everything_else(terminal: Terminal) -> None:
    sewing = occurrence(at(18), capacity=10, sold=10)
    terminal.journal.take_grants([(sewing.id, 2)])
    terminal.projection.touch()
    hear(terminal, *programme(sewing))
    assert seats(terminal, sewing.id) == SeatsView(10, 2, 2)


def test_seats_left_are_never_negative(terminal: Terminal) -> None:
    sewing = occurrence(at(18), capacity=2, sold=5)
    hear(terminal, *programme(sewing))
    assert seats(terminal, sewing.id) == SeatsView(2, 0, 0)


def test_whoever_is_checked_in_before_the_hub_knows_still_takes_a_seat(terminal: Terminal) -> None:
    sewing = occurrence(at(18), capacity=10)
    hear(terminal, *programme(sewing))
    booked = terminal.sign_up(sewing.id, name="Ada Rossi")
    terminal.check_in(booking=booked.booking)
    assert seats(terminal, sewing.id) == SeatsView(10, 9, 0)


def test_where_one_just_comes_there_are_no_seats(terminal: Terminal) -> None:
    free = occurrence(at(18), "ascolto", capacity=5)
    hear(terminal, *programme(free), item(alone.activity("ascolto", signup=False)))
    assert seats(terminal, free.id) is None


# sign-ups


def booked(booking: str, state: str = "final", **values: object) -> rows.Booking:
    return rows.Booking(**{"id": booking, "occurrence": "cucito@x", "people": 1, "state": state, **values})  # type: ignore[arg-type]


def states(terminal: Terminal) -> dict[str, str]:
    return {one.id: one.state for one in terminal.projection.bookings()}


def test_a_sign_up_is_listed_once_with_the_name_that_the_space_may_know(terminal: Terminal) -> None:
    hear(terminal, item(booked("b1"), MINE), item(booked("b1", name="Ada R."), HERE))
    one = BookingView("b1", "cucito@x", 1, "final", None, "Ada R.", pending=False, told=False)
    assert terminal.projection.bookings() == (one,)
    assert terminal.projection.booking("b1") == one
    assert terminal.projection.booking("b2") is None
    assert terminal.projection.bookings("other@x") == ()


@pytest.mark.parametrize("state", ["final", "waiting", "refused", "cancelled", "checked_in"])
def test_the_hubs_word_on_a_sign_up_replaces_ours_when_the_replica_includes_it(terminal: Terminal, state: str) -> None:
    sewing = occurrence(at(18), capacity=10)
    hear(terminal, *programme(sewing))
    mine = terminal.sign_up(sewing.id, name="Ada Rossi").booking
    assert states(terminal) == {mine: "provisional"}
    hear(terminal, item(booked(mine, state, occurrence=sewing.id), MINE))
    assert states(terminal) == {mine: "provisional"}
    hear(terminal, applied=1)
    assert states(terminal) == {mine: state}


def test_a_cancellation_shows_at_once(terminal: Terminal) -> None:
    hear(terminal, item(booked("b1"), HERE), item(booked("b2"), HERE))
    terminal.cancel_booking("b1")
    assert states(terminal) == {"b1": "cancelled", "b2": "final"}
    found = terminal.projection.booking("b1")
    assert found is not None
    assert found.state == "cancelled"


def test_who_was_ticked_off_by_mistake_is_to_be_told_again_and_reached_as_before(terminal: Terminal) -> None:
    hear(terminal, item(booked("b1", contact="333 1234567"), HERE))
    for told in (terminal.tell, terminal.untell, terminal.tell, terminal.untell):
        told("b1")
        (one,) = terminal.projection.bookings()
        assert (one.told, one.contact) == ((True, "") if told == terminal.tell else (False, "333 1234567"))


def test_a_place_at_the_same_hour_elsewhere_is_listed_until_it_is_said_or_the_programme_parts_the_two(
    terminal: Terminal,
) -> None:
    sewing, chess = occurrence(at(18)), replace(occurrence(at(18), "scacchi"), space="omero")
    one = booked("b1", occurrence=sewing.id, told=True, clash=chess.id)
    hear(terminal, *programme(sewing, chess), item(one, HERE))
    (found,) = terminal.to_tell()
    assert (found.booking.id, found.what, found.clash and found.clash.id) == ("b1", "", chess.id)
    terminal.tell("b1")
    assert terminal.to_tell() == ()
    terminal.untell("b1")
    assert [one.clash and one.clash.id for one in terminal.to_tell()] == [chess.id]
    later = replace(chess, start=stamp(at(22)), end=stamp(at(23)))
    hear(terminal, item(later))
    assert [one.clash for one in terminal.to_tell()] == [None], "what is left is that the person was not told"


def test_a_check_in_shows_at_once_and_its_undoing_too(terminal: Terminal) -> None:
    hear(terminal, item(booked("b1"), HERE), item(booked("b2", "waiting"), HERE))
    first, second = terminal.check_in(booking="b1"), terminal.check_in(booking="b2")
    assert states(terminal) == {"b1": "checked_in", "b2": "checked_in"}
    terminal.record(parse("checkin_undo", {"checkin": first}))
    terminal.record(parse("checkin_undo", {"checkin": second}))
    assert states(terminal) == {"b1": "final", "b2": "waiting"}


def test_undoing_a_check_in_that_the_hub_knows_shows_at_once(terminal: Terminal) -> None:
    checkin = rows.CheckIn("c1", "zoia", stamp(NOW), booking="b1")
    hear(terminal, item(booked("b1", "checked_in"), HERE), item(checkin, HERE))
    terminal.record(parse("checkin_undo", {"checkin": "c1"}))
    assert states(terminal) == {"b1": "final"}


def test_a_check_in_by_card_is_the_check_in_of_the_cards_sign_up(terminal: Terminal) -> None:
    hear(terminal, item(booked("b1", card="123456789012"), HERE), item(booked("b2", card="999999999999"), HERE))
    terminal.check_in(card="123456789012", occurrence="cucito@x")
    assert states(terminal) == {"b1": "checked_in", "b2": "final"}


def test_a_card_has_one_sign_up_for_an_occurrence_unless_it_was_refused_or_cancelled(terminal: Terminal) -> None:
    card = "123456789012"
    hear(terminal, item(booked("b1", "cancelled", card=card), HERE), item(booked("b2", "refused", card=card), HERE))
    assert terminal.projection.booking_of_card("cucito@x", card) is None
    hear(terminal, item(booked("b3", "waiting", card=card), HERE))
    found = terminal.projection.booking_of_card("cucito@x", card)
    assert found is not None
    assert found.id == "b3"
    assert terminal.projection.booking_of_card("other@x", card) is None


def test_a_phones_sign_up_is_found_by_its_ticket(terminal: Terminal) -> None:
    hear(terminal, item(booked("b1", nonce="00000000000000aa"), HERE))
    found = terminal.projection.ticket_booking("00000000000000aa")
    assert found is not None
    assert found.id == "b1"
    assert terminal.projection.ticket_booking("00000000000000bb") is None


# keeping up


def test_a_refresh_says_whether_anything_changed(terminal: Terminal) -> None:
    assert not terminal.projection.refresh()
    replica = Replica(terminal.replica.path, terminal._folder.database_key())
    tell(replica, item(alone.space()))
    replica.close()
    assert terminal.projection.refresh()
    assert not terminal.projection.refresh()


def test_facts_of_an_incarnation_that_the_replica_does_not_know_are_all_shown(terminal: Terminal) -> None:
    terminal.log_dropin(["chiavi"])
    hear(terminal, applied=1)
    assert terminal.projection.dropins(TODAY) == ()
    terminal.journal.begin_incarnation(2)
    terminal.projection.touch()
    terminal.projection.refresh()
    assert len(terminal.projection.dropins(TODAY)) == 1
