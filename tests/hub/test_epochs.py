"""Epochs: ordered names, rotated once by whoever is first."""

from __future__ import annotations

import threading

import sqlalchemy as sa

from sync.hub import epochs
from sync.hub.hub import Hub
from sync.hub.store import history
from sync.hub.store.models import Audit, FeedHead, Terminal
from tests.hub.programme import Sender


def in_force(hub: Hub) -> str:
    with hub.database.read() as session:
        return session.get_one(FeedHead, 1).epoch


def rotate(hub: Hub, expected: str | None, *, attested: bool = True) -> str:
    with hub.database.write() as session:
        return epochs.rotate(session, hub, expected, "test", attested=attested)


def test_epochs_are_ordered_and_those_of_the_first_release_come_before_all() -> None:
    first = history.following()
    second = history.following(first)
    assert [history.order(name) for name in ("9f3a5c7e9b2d4f60", first, second)] == [0, 1, 2]
    assert history.order(history.following("9f3a5c7e9b2d4f60")) == 1
    assert history.order(history.following(first, second)) == 3
    assert len(history.following("99999999999999-9f3a5c7e9b2d4f60")) <= 32


def test_a_rotation_is_newer_and_a_lost_race_rotates_nothing(hub: Hub) -> None:
    before = in_force(hub)
    after = rotate(hub, before)
    assert history.order(after) == history.order(before) + 1
    assert rotate(hub, before) == after
    assert in_force(hub) == after
    assert rotate(hub, None) == in_force(hub) != after
    with hub.database.read() as session:
        assert session.scalar(sa.select(sa.func.count()).where(Audit.what == "epoch.rotate")) == 2


def test_of_many_that_found_out_at_the_same_time_one_rotates(hub: Hub) -> None:
    before, results = in_force(hub), []
    threads = [threading.Thread(target=lambda: results.append(rotate(hub, before))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [in_force(hub)] * 4


def test_only_a_rotation_that_lost_sight_of_the_seats_asks_the_terminals_to_attest(hub: Hub) -> None:
    sender = Sender(hub)

    def attested() -> bool:
        with hub.database.read() as session:
            return session.get_one(Terminal, sender.id).attested

    rotate(hub, None)
    assert attested()
    rotate(hub, None, attested=False)
    assert not attested()
