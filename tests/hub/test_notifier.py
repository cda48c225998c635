"""News: whoever waits hears of a commit at once, wherever it was made, and nobody is cut off when the hub ends."""

from __future__ import annotations

import asyncio
import queue
import threading
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from sync import wire
from sync.hub import pull
from sync.hub.api.notifier import Notifier
from sync.hub.api.waiting import Waiting
from sync.hub.hub import Hub, set_setting
from sync.hub.news import Waits
from sync.hub.store import feed
from sync.hub.store.database import Database
from sync.hub.store.models import Notice
from sync.terminal.transport import Transport
from tests.hub.programme import Sender
from tests.support.served import HandClock, ServedHub

FAR = 3600.0
"""Seconds that nobody waits here: what ends such a wait was news."""
PATIENCE = 30.0
"""Seconds after which a test gives up."""


def commit_here(hub: Hub, number: int = 1) -> None:
    """A commit of the serving process."""
    with hub.database.write() as session:
        session.add(notice(number))


def commit_elsewhere(hub: Hub, number: int = 1) -> None:
    """A commit as another process makes it: a connection of its own, and none of this process's events."""
    other = Database(hub.database.url)
    with Session(other.engine) as session:
        if not other.postgresql:  # else each statement would be a commit, and the head be seen before its rows
            session.execute(sa.text("BEGIN IMMEDIATE"))
        feed.stamp(session, [("notice", f"n{number}", "public", '{"id":"x"}')])
        session.commit()
    other.dispose()


def notice(number: int) -> Notice:
    texts = {"title": {"it": "x"}, "text": {"it": "x"}}
    return Notice(id=f"n{number}", space_id=None, at="2026-11-24T14:20:00Z", urgent=False, **texts)


def run(hub: Hub, work: Callable[[Notifier], Coroutine[Any, Any, None]]) -> None:
    """Runs something beside a notifier that has heard of everything until now."""

    async def main() -> None:
        notifier = Notifier(hub.database)
        await notifier.start()
        await asyncio.wait_for(notifier.wait(0, FAR), PATIENCE)  # it says once that it listens
        try:
            await work(notifier)
        finally:
            await notifier.stop()

    asyncio.run(main())


@pytest.mark.parametrize("commit", [commit_here, commit_elsewhere])
def test_everybody_who_waits_hears_of_a_commit(hub: Hub, commit: Callable[[Hub], None]) -> None:
    async def work(notifier: Notifier) -> None:
        seen = notifier.version
        waiting = [asyncio.create_task(notifier.wait(seen, FAR)) for _ in range(20)]
        await asyncio.to_thread(commit, hub)
        await asyncio.wait_for(asyncio.gather(*waiting), PATIENCE)
        assert notifier.version > seen

    run(hub, work)


def test_news_between_looking_and_waiting_are_not_missed(hub: Hub) -> None:
    async def work(notifier: Notifier) -> None:
        seen = notifier.version
        await asyncio.to_thread(commit_here, hub)
        await asyncio.wait_for(notifier.wait(seen, FAR), PATIENCE)

    run(hub, work)


def test_a_wait_ends_after_its_time_and_a_wait_of_nothing_does_not_begin(hub: Hub) -> None:
    async def work(notifier: Notifier) -> None:
        await asyncio.wait_for(notifier.wait(notifier.version, 0.01), PATIENCE)
        await asyncio.wait_for(notifier.wait(notifier.version, 0), PATIENCE)
        await asyncio.wait_for(notifier.wait(notifier.version, -1), PATIENCE)

    run(hub, work)


def test_what_is_rolled_back_or_changes_nothing_that_terminals_hold_wakes_nobody(hub: Hub) -> None:
    def roll_back() -> None:
        with hub.database.write() as session:
            session.add(notice(1))
            session.flush()
            session.rollback()

    def set_something() -> None:
        with hub.database.write() as session:
            set_setting(session, "a", "b")

    async def work(notifier: Notifier) -> None:
        seen = notifier.version
        for commit in (roll_back, set_something):
            await asyncio.to_thread(commit)
            await asyncio.sleep(0)  # lets in what was called from that thread
        assert notifier.version == seen

    run(hub, work)


def test_whoever_waits_is_let_go_when_the_hub_is_about_to_end(hub: Hub) -> None:
    async def work(notifier: Notifier) -> None:
        waiting = asyncio.create_task(notifier.wait(notifier.version, FAR))
        await asyncio.sleep(0)
        notifier.release()
        await asyncio.wait_for(waiting, PATIENCE)
        assert notifier.closing

    run(hub, work)


def test_a_commit_after_the_end_disturbs_nobody(hub: Hub) -> None:
    async def work(notifier: Notifier) -> None:
        notifiers.append(notifier)

    notifiers: list[Notifier] = []
    run(hub, work)
    notifiers[0].poke()
    commit_here(hub)


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_a_listener_whose_connection_was_ended_listens_again(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sync.hub.api.notifier.LISTEN_RETRY_SECONDS", 0.01)

    def end_listener() -> None:
        with hub.database.engine.connect() as connection:
            found = connection.execute(
                sa.text(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                    "WHERE query LIKE 'LISTEN%' AND datname = current_database()"
                )
            )
            assert [row[0] for row in found] == [True]

    async def work(notifier: Notifier) -> None:
        for number in (1, 2):
            seen = notifier.version
            await asyncio.to_thread(end_listener)
            await asyncio.wait_for(notifier.wait(seen, FAR), PATIENCE)  # it says that it listens again
            seen = notifier.version
            await asyncio.to_thread(commit_elsewhere, hub, number)
            await asyncio.wait_for(notifier.wait(seen, FAR), PATIENCE)

    run(hub, work)


# the long poll over HTTP


class Poll:
    """A terminal that waits at a hub that serves."""

    def __init__(self, served: ServedHub, sender: Sender) -> None:
        self._line = Transport(served.address, sender.id, sender.key, served.clock)
        self.cursor = self.ask("", 0.0).cursor
        self._answer: queue.SimpleQueue[wire.PullReply | Exception] = queue.SimpleQueue()

    def ask(self, cursor: str, wait: float) -> wire.PullReply:
        """A page."""
        query = {"cursor": cursor, "wait": f"{wait:g}", "have": "0"}
        return self._line.get("/v1/pull", query, wire.PullReply, wait=wait)

    def begin(self) -> None:
        """Waits for news, in a thread."""

        def wait() -> None:
            try:
                self._answer.put(self.ask(self.cursor, FAR))
            except Exception as error:
                self._answer.put(error)
            finally:
                self._line.close()

        threading.Thread(target=wait, daemon=True).start()

    def answer(self) -> wire.PullReply:
        """What it heard."""
        found = self._answer.get(timeout=PATIENCE)
        assert isinstance(found, wire.PullReply), found
        return found


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> threading.Semaphore:
    """Released each time that somebody begins to wait at the hub, as long as they like."""
    began = threading.Semaphore(0)
    real = Waiting.wait

    async def wait(self: Waiting, waits: Waits, seconds: float, seen: int) -> pull.Page | None:
        began.release()
        return await real(self, waits, seconds, seen)

    monkeypatch.setattr(Waiting, "wait", wait)
    monkeypatch.setattr("sync.hub.api.v1.MAX_WAIT_SECONDS", FAR)
    return began


@pytest.fixture
def served(database_url: str, tmp_path: Path) -> Iterator[ServedHub]:
    made = ServedHub.made(tmp_path, HandClock(), database_url)
    made.start()
    yield made
    made.close()


@pytest.mark.parametrize("commit", [commit_here, commit_elsewhere])
def test_a_terminal_that_waits_gets_what_was_committed(
    served: ServedHub, waits: threading.Semaphore, commit: Callable[[Hub], None]
) -> None:
    poll = Poll(served, Sender(served.hub))
    poll.begin()
    assert waits.acquire(timeout=PATIENCE)
    commit(served.hub)
    assert [item[1] for item in poll.answer().items] == ["n1"]


def test_news_for_other_spaces_let_a_terminal_wait_on(served: ServedHub, waits: threading.Semaphore) -> None:
    poll = Poll(served, Sender(served.hub))
    poll.begin()
    assert waits.acquire(timeout=PATIENCE)
    with served.hub.database.write() as session:
        session.add(Notice(**{**notice_values("theirs"), "space_id": "omero"}))
    with served.hub.database.write() as session:
        session.add(Notice(**{**notice_values("ours"), "space_id": "zoia"}))
    assert [item[1] for item in poll.answer().items] == ["ours"]


def notice_values(name: str) -> dict[str, Any]:
    return {"id": name, "title": {"it": "x"}, "text": {"it": "x"}, "at": "2026-11-24T14:20:00Z", "urgent": False}


def test_facts_of_its_own_that_the_hub_took_are_news(served: ServedHub, waits: threading.Semaphore) -> None:
    sender = Sender(served.hub)
    poll = Poll(served, sender)
    poll.begin()
    assert waits.acquire(timeout=PATIENCE)
    sender.state("dropin", {"reasons": ["chiavi"]})
    sender.taken()
    answer = poll.answer()
    assert (answer.have, answer.applied) == (1, 1)
    assert [item[0] for item in answer.items] == ["dropin"]


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_terminals_that_wait_are_answered_when_the_hub_ends(served: ServedHub, waits: threading.Semaphore) -> None:
    senders = [Sender(served.hub) for _ in range(5)]
    polls = [Poll(served, sender) for sender in senders]
    for poll in polls:
        poll.begin()
    for _ in polls:
        assert waits.acquire(timeout=PATIENCE)
    served.stop()
    for poll in polls:
        answer = poll.answer()
        assert (answer.items, answer.cursor, answer.resync) == ([], poll.cursor, False)
