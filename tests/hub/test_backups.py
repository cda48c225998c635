"""Backups, and what a terminal may delete because they hold it."""

from __future__ import annotations

import pytest

from sync.errors import UsageError
from sync.hub import backups
from sync.hub.hub import Hub
from sync.hub.store.models import Backup, Terminal
from tests.hub.programme import Sender


def durable(hub: Hub, sender: Sender) -> int:
    with hub.database.read() as session:
        return backups.durable(session, session.get_one(Terminal, sender.id))


def backed_up(hub: Hub, haves: dict[str, list[int]]) -> int:
    with hub.database.write() as session:
        made = Backup(at="2026-01-01T00:00:00Z", kind="mark", epoch="e", pos=0, facts=0, haves=haves)
        session.add(made)
        session.flush()
        return made.id


def test_durable_is_what_the_oldest_of_the_last_backups_holds(hub: Hub) -> None:
    sender = Sender(hub)
    for _ in range(5):
        sender.state("dropin", {"reasons": ["chiavi"]})
    sender.taken()
    seen = []
    for have in (1, 2, 3, 4):
        backed_up(hub, {sender.id: [1, have]})
        seen.append(durable(hub, sender))
    assert seen == [0, 0, 1, 2]


def test_a_backup_that_is_gone_counts_no_longer(hub: Hub) -> None:
    sender = Sender(hub)
    sender.state("dropin", {"reasons": ["chiavi"]})
    sender.taken()
    made = [backed_up(hub, {sender.id: [1, 1]}) for _ in range(3)]
    assert durable(hub, sender) == 1
    with hub.database.write() as session:
        session.get_one(Backup, made[1]).gone = True
    assert durable(hub, sender) == 0


def test_what_a_backup_holds_of_another_incarnation_makes_nothing_durable(
    hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HUB_DURABLE_BACKUPS", "1")
    sender = Sender(hub)
    sender.state("dropin", {"reasons": ["chiavi"]})
    sender.taken()
    backed_up(hub, {sender.id: [7, 1]})
    assert durable(hub, sender) == 0
    backed_up(hub, {sender.id: [1, 9]})
    assert durable(hub, sender) == 1  # never above what the hub has


@pytest.mark.parametrize("text", ["0", "-1", "many", "1001", ""])
def test_a_number_of_backups_that_is_none_is_refused(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HUB_DURABLE_BACKUPS", text)
    with pytest.raises(UsageError, match="from 1 to 1000"):
        backups.wanted()
