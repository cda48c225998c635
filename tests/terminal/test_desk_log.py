"""The desk's log and the board: drop-ins and notices as this terminal knows them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from sync import rows
from sync.clock import local, stamp
from sync.facts import parse
from sync.rows import space_scope, terminal_scope
from sync.terminal.fresh import Item
from sync.terminal.terminal import Terminal
from sync.terminal.views import DropInView
from tests.support import alone
from tests.support.alone import item, tell
from tests.support.served import NOW, HandClock

TODAY = NOW.date()
HERE, MINE = space_scope("zoia"), terminal_scope("zoia-1")


@pytest.fixture
def terminal(tmp_path: Path, clock: HandClock) -> Iterator[Terminal]:
    made = Terminal(alone.alone(tmp_path, clock))
    yield made
    made.close()


def hear(terminal: Terminal, *items: Item, applied: int = 0) -> None:
    tell(terminal.replica, *items, applied=applied)
    terminal.projection.touch()
    terminal.projection.refresh()


def log(terminal: Terminal) -> list[tuple[str, int, bool]]:
    return [(one.id, one.people, one.pending) for one in terminal.projection.dropins(TODAY)]


def dropin(name: str, people: int = 1, *, at: str = stamp(NOW), **values: object) -> rows.DropIn:
    return rows.DropIn(name, "zoia", "zoia-1", at, ["chiavi"], people, **values)  # type: ignore[arg-type]


def test_a_drop_in_is_shown_at_once_as_waiting_to_be_sent(terminal: Terminal) -> None:
    first = terminal.log_dropin(["chiavi", "ascolto"], people=2)
    (view,) = terminal.projection.dropins(TODAY)
    assert view == DropInView(first, local(NOW), ("chiavi", "ascolto"), 2, "non_rilevata", pending=True)


def test_it_waits_no_more_once_the_hub_has_it_and_is_never_shown_twice(terminal: Terminal) -> None:
    first = terminal.log_dropin(["chiavi"])
    terminal.journal.acknowledge(1, 0)
    terminal.projection.touch()
    terminal.projection.refresh()
    assert log(terminal) == [(first, 1, False)]
    hear(terminal, item(dropin(first), HERE))
    assert log(terminal) == [(first, 1, False)]
    hear(terminal, applied=1)
    assert log(terminal) == [(first, 1, False)]


def test_changes_show_at_once_whether_the_hub_has_the_drop_in_or_not(terminal: Terminal) -> None:
    here = terminal.log_dropin(["chiavi"])
    hear(terminal, item(dropin("there"), HERE))
    for one in (here, "there"):
        terminal.amend_dropin(one, {"people": 3, "reasons": ["ascolto"], "age_band": "65-74"})
        terminal.amend_dropin(one, {"people": 4})
    for view in terminal.projection.dropins(TODAY):
        assert (view.people, view.reasons, view.age_band, view.pending) == (4, ("ascolto",), "65-74", True)


def test_what_else_is_said_of_a_drop_in_shows_at_once_and_what_is_unsaid_is_left_out(terminal: Terminal) -> None:
    here = terminal.log_dropin(["chiavi"])
    hear(terminal, item(dropin("there", details={"gender": "f", "minutes": 5}), HERE))
    for one in (here, "there"):
        terminal.amend_dropin(one, {"gender": "m", "first_visit": "si"})
        terminal.amend_dropin(one, {"first_visit": "non_noto", "people": 2})
    found = {view.id: dict(view.details) for view in terminal.projection.dropins(TODAY)}
    assert found == {here: {"gender": "m"}, "there": {"gender": "m", "minutes": 5}}


def test_a_voided_drop_in_is_gone_at_once(terminal: Terminal) -> None:
    here = terminal.log_dropin(["chiavi"])
    hear(terminal, item(dropin("there"), HERE), item(dropin("void", void=True), HERE))
    for one in (here, "there"):
        terminal.void_dropin(one)
    assert log(terminal) == []


def test_changes_of_what_is_not_in_the_log_disturb_nothing(terminal: Terminal) -> None:
    here = terminal.log_dropin(["chiavi"])
    terminal.amend_dropin("nobody", {"people": 3})
    terminal.void_dropin("nobody")
    assert log(terminal) == [(here, 1, True)]


def test_a_log_is_of_one_day_and_one_space_the_newest_first(terminal: Terminal, clock: HandClock) -> None:
    yesterday = stamp(NOW - timedelta(days=1))
    other = rows.DropIn("elsewhere", "omero", "omero-1", stamp(NOW), ["chiavi"])
    hear(terminal, item(dropin("old", at=yesterday), HERE), item(other, space_scope("omero")), item(dropin("a"), HERE))
    clock.move(minutes=5)
    mine = terminal.log_dropin(["chiavi"])
    assert [name for name, _, _ in log(terminal)] == [mine, "a"]
    clock.move(days=1)
    terminal.log_dropin(["chiavi"])
    assert [name for name, _, _ in log(terminal)] == [mine, "a"]


def test_what_the_hub_could_not_apply_stays_in_the_log(terminal: Terminal) -> None:
    here = terminal.log_dropin(["chiavi"])
    held = rows.Held(here, 1, "dropin", "why")
    terminal.journal.acknowledge(1, 0)
    hear(terminal, item(held, MINE), applied=1)
    assert log(terminal) == [(here, 1, False)]
    hear(terminal, alone.gone(held, MINE), item(dropin(here), HERE), applied=1)
    assert log(terminal) == [(here, 1, False)]


def notice(name: str, **values: object) -> rows.Notice:
    texts = {"title": {"it": name}, "text": {"it": "…"}, "at": stamp(NOW)}
    return rows.Notice(**{"id": name, "space": "zoia", **texts, **values})  # type: ignore[arg-type]


def board(terminal: Terminal) -> list[str]:
    return [one.title["it"] for one in terminal.projection.notices()]


def test_the_board_shows_what_is_urgent_first_then_what_is_new(terminal: Terminal, clock: HandClock) -> None:
    old = stamp(NOW - timedelta(days=1))
    hear(
        terminal,
        item(notice("old", at=old), HERE),
        item(notice("new")),
        item(notice("urgent", at=old, urgent=True), HERE),
    )
    clock.move(minutes=1)
    terminal.record(parse("notice", {"title": "ours", "text": "…"}))
    assert board(terminal) == ["urgent", "ours", "new", "old"]


def test_a_notice_is_taken_down_when_its_time_is_over_sent_or_not(terminal: Terminal, clock: HandClock) -> None:
    soon = stamp(NOW + timedelta(minutes=10))
    hear(terminal, item(notice("theirs", until=soon), HERE), item(notice("lasting"), HERE))
    terminal.record(parse("notice", {"title": "ours", "text": "…", "until": soon}))
    assert sorted(board(terminal)) == ["lasting", "ours", "theirs"]
    clock.move(minutes=11)
    assert board(terminal) == ["lasting"]


def test_a_notice_of_this_space_is_taken_down_at_once_sent_or_not(terminal: Terminal) -> None:
    hear(terminal, item(notice("theirs"), HERE), item(notice("everybodys", space=None)))
    ours = terminal.record(parse("notice", {"title": "ours", "text": "…"}))[0]
    assert {one.title["it"]: one.own for one in terminal.projection.notices()} == {
        "ours": True, "theirs": True, "everybodys": False,
    }  # fmt: skip
    for one in (ours, "theirs"):
        terminal.record(parse("notice_remove", {"notice": one}))
    assert board(terminal) == ["everybodys"]
