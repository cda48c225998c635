"""Two hub processes on one PostgreSQL, as behind a proxy: who waits at one hears of a commit at the other."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from sync.clock import SystemClock
from sync.hub.api.waiting import Waiting
from sync.hub.news import Waits
from sync.hub.pull import Page
from sync.terminal.syncer import Tally
from tests.support.pair import Machine, enrolled
from tests.support.platform import HubSite
from tests.support.served import ServedHub

FAR = 3600.0
"""Seconds that nobody waits here: what ends such a wait was news."""
PATIENCE = 60.0


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Set when somebody waits for news at a hub of this process."""
    begun = threading.Event()
    wait = Waiting.wait

    async def noted(self: Waiting, stands: Waits, seconds: float, seen: int) -> Page | None:
        begun.set()
        return await wait(self, stands, seconds, seen)

    monkeypatch.setattr(Waiting, "wait", noted)
    return begun


@pytest.fixture
def here(
    postgres_database: Callable[[], str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[ServedHub, str]]:
    """A hub that serves in this process, where waits have no end, and its database's address."""
    monkeypatch.setattr("sync.hub.api.v1.MAX_WAIT_SECONDS", FAR)
    url = postgres_database()
    served = ServedHub.made(tmp_path / "hub", SystemClock(), url)
    served.start()
    yield served, url
    served.close()


def test_a_terminal_that_waits_at_one_hub_hears_of_a_commit_at_the_other(
    here: tuple[ServedHub, str], waits: threading.Event, tmp_path: Path
) -> None:
    served, url = here
    waiting = Machine(enrolled(served, tmp_path / "one", SystemClock()))
    acting = Machine(enrolled(served, tmp_path / "two", SystemClock()))
    there = HubSite(served.folder, database=url)
    with there.serving(), ThreadPoolExecutor(1) as pool:
        acting = _at(acting, there.address)
        for machine in (waiting, acting, waiting):  # what each has to tell the other is told
            machine.syncer.introduce()
            machine.sync()
        waits.clear()
        heard = pool.submit(waiting.syncer.pull, FAR)
        assert waits.wait(PATIENCE)
        assert not heard.done()
        made = acting.dropin()
        acting.syncer.push()
        tally: Tally = heard.result(PATIENCE)
    assert tally.switched
    with waiting.replica.engine.connect() as connection:
        known = connection.exec_driver_sql("SELECT id FROM item WHERE entity = 'dropin'").scalars().all()
        connection.rollback()
    assert known == [made]
    waiting.close()
    acting.close()


def _at(machine: Machine, address: str) -> Machine:
    """The terminal's program, begun again with another hub's address."""
    machine.journal.relocate(replace(machine.terminal.identity, hub=address))
    machine.close()
    return Machine(machine.folder)
