"""News told from memory: the page that a terminal would have got by asking the database itself, for exactly those whom
it concerns.
"""

from __future__ import annotations

import asyncio
import random

import pytest
from sqlalchemy.orm import Session

from sync.hub import news, pull, terminals
from sync.hub.api.notifier import Notifier
from sync.hub.api.waiting import Waiting
from sync.hub.hub import Hub
from sync.hub.news import Waits
from sync.hub.store.feed import Stamp
from sync.hub.store.models import Terminal
from tests.hub.programme import Sender
from tests.hub.test_pull import add, asked, notice, random_change
from tests.support.served import HandClock

PATIENCE = 30.0


def waits(hub: Hub, sender: Sender, *, short: bool = False) -> Waits:
    """A terminal that has heard of everything until now."""
    first = asked(hub, sender.id, pull.Ask())
    while '"more":true' in first.text:
        first = asked(hub, sender.id, pull.Ask(_cursor(first)))
    at, standing = first.at, first.standing
    told = standing.have if short else None
    return Waits(pull.Ask(_cursor(first), standing.have, told, standing.incarnation, at.epoch), standing, at)


def _cursor(page: pull.Page) -> str:
    return page.text.partition('"cursor":"')[2].partition('"')[0]


def read(session: Session, hub: Hub, waiting: list[Waits]) -> news.News:
    after = min((one.at for one in waiting), key=lambda at: at.pos)
    return news.read(session, hub, after, waiting)


@pytest.fixture
def crowd(hub: Hub) -> list[Sender]:
    hub.clock = HandClock()
    return [Sender(hub, space) for space in ("zoia", "omero", "zoia", "omero")]


@pytest.mark.parametrize("seed", range(3))
def test_a_page_from_memory_is_the_page_from_the_database(hub: Hub, crowd: list[Sender], seed: int) -> None:
    rng = random.Random(seed)
    waiting: dict[str, Waits] = {}
    told = 0
    for _ in range(15):
        for sender in crowd:
            if sender.id not in waiting or rng.random() < 0.2:
                waiting[sender.id] = waits(hub, sender, short=rng.random() < 0.5)
        if rng.random() < 0.7:
            random_change(hub, rng)
        else:
            sender = rng.choice(crowd)
            sender.state("dropin", {"reasons": ["chiavi"]})
            sender.taken(len(sender.facts))
        some = list(waiting.values())
        with hub.database.read() as session:
            found = read(session, hub, some)
            for index, one in enumerate(some):
                by_itself = asked(hub, one.standing.terminal, one.ask)
                page = found.pages.get(index)
                assert (page is not None) == by_itself.news
                if page is not None:
                    told += 1
                    assert (page.text, page.at, page.standing) == (by_itself.text, by_itself.at, by_itself.standing)
                    del waiting[one.standing.terminal]
    assert told > 10


def test_only_those_whom_it_concerns_are_told(hub: Hub, crowd: list[Sender]) -> None:
    waiting = [waits(hub, sender) for sender in crowd]
    add(hub, notice(1, "zoia"))
    with hub.database.read() as session:
        assert set(read(session, hub, waiting).pages) == {0, 2}
    add(hub, notice(2, None))
    with hub.database.read() as session:
        assert set(read(session, hub, waiting).pages) == {0, 1, 2, 3}


def test_what_memory_cannot_tell_is_left_to_the_database(
    hub: Hub, crowd: list[Sender], monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting = [waits(hub, sender) for sender in crowd]

    def pages() -> dict[int, bool]:
        with hub.database.read() as session:
            return {index: page is not None for index, page in read(session, hub, waiting).pages.items()}

    with hub.database.write() as session:
        terminals.revoke(session, crowd[0].id)
        session.get_one(Terminal, crowd[1].id).incarnation = 2
        session.get_one(Terminal, crowd[2].id).space_id = "omero"
    assert pages() == {0: False, 1: False, 2: False, 3: True}
    monkeypatch.setattr("sync.hub.news.MAX_PAGE_BYTES", 1)
    assert pages()[3] is False
    monkeypatch.undo()
    monkeypatch.setattr("sync.hub.news.MAX_PAGE_ITEMS", 0)
    assert pages() == dict.fromkeys(range(4), False)
    monkeypatch.undo()
    waiting = [Waits(one.ask, one.standing, Stamp("another", one.at.pos, one.at.tag)) for one in waiting]
    assert pages() == dict.fromkeys(range(4), False)


def run_waiting(hub: Hub, work: object) -> None:
    async def main() -> None:
        notifier = Notifier(hub.database)
        waiting = Waiting(hub, notifier)
        await notifier.start()
        await waiting.start()
        try:
            await work(waiting, notifier)  # type: ignore[operator]
        finally:
            await waiting.stop()
            await notifier.stop()

    asyncio.run(main())


def test_everybody_whom_it_concerns_is_told_and_the_others_sleep_on(hub: Hub, crowd: list[Sender]) -> None:
    async def work(waiting: Waiting, _notifier: Notifier) -> None:
        some = [await asyncio.to_thread(waits, hub, sender) for sender in crowd for _ in range(5)]
        tasks = [asyncio.create_task(waiting.wait(one, PATIENCE, waiting.version)) for one in some]
        await asyncio.sleep(0)
        await asyncio.to_thread(add, hub, notice(1, "zoia"))
        done, sleep = await asyncio.wait(tasks, timeout=PATIENCE, return_when=asyncio.FIRST_COMPLETED)
        await asyncio.sleep(0)
        ours = [task for task, one in zip(tasks, some, strict=True) if one.standing.space == "zoia"]
        pages = await asyncio.wait_for(asyncio.gather(*ours), PATIENCE)
        assert all(page is not None and "n00001" in page.text for page in pages)
        theirs = [task for task in tasks if task not in ours]
        assert not any(task.done() for task in theirs)
        await asyncio.to_thread(add, hub, notice(2, "omero"))
        pages = await asyncio.wait_for(asyncio.gather(*theirs), PATIENCE)
        assert all(page is not None and "n00002" in page.text and "n00001" not in page.text for page in pages)
        assert done | sleep == set(tasks)

    run_waiting(hub, work)


def test_who_missed_something_on_the_way_in_looks_again(hub: Hub, crowd: list[Sender]) -> None:
    async def work(waiting: Waiting, notifier: Notifier) -> None:
        early = await asyncio.to_thread(waits, hub, crowd[0])
        late = await asyncio.to_thread(waits, hub, crowd[2])
        first = asyncio.create_task(waiting.wait(early, PATIENCE, waiting.version))
        other = asyncio.create_task(
            waiting.wait(await asyncio.to_thread(waits, hub, crowd[1]), PATIENCE, waiting.version)
        )
        await asyncio.sleep(0)
        await asyncio.to_thread(add, hub, notice(1, "zoia"))
        assert await asyncio.wait_for(first, PATIENCE) is not None
        assert await asyncio.wait_for(waiting.wait(late, PATIENCE, waiting.version), PATIENCE) is None
        notifier.release()
        assert await asyncio.wait_for(other, PATIENCE) is None
        assert await asyncio.wait_for(waiting.wait(early, PATIENCE, waiting.version), PATIENCE) is None

    run_waiting(hub, work)


def test_news_that_came_while_nobody_waited_are_not_slept_through(hub: Hub, crowd: list[Sender]) -> None:
    async def work(waiting: Waiting, notifier: Notifier) -> None:
        seen = waiting.version
        alone = await asyncio.to_thread(waits, hub, crowd[0])
        await asyncio.to_thread(add, hub, notice(1, "zoia"))
        while waiting.version == seen:
            await asyncio.wait_for(notifier.wait(seen, PATIENCE), PATIENCE)
        await asyncio.sleep(0)
        assert await asyncio.wait_for(waiting.wait(alone, 10 * PATIENCE, seen), PATIENCE) is None

    run_waiting(hub, work)
