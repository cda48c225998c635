"""What is held of a person, and how long."""

from __future__ import annotations

from datetime import timedelta

import pytest
import sqlalchemy as sa

from sync.clock import stamp
from sync.errors import UsageError
from sync.hub import erasure, members
from sync.hub.hub import Hub
from sync.hub.store.models import StoredFact
from tests.hub.programme import Sender, add_occurrence


def signed_up(hub: Hub) -> tuple[Sender, str]:
    number = members.issue_card(hub, "zoia", "Bea Neri", "it", "bea@example.org").number
    with hub.database.write() as session:
        occurrence = add_occurrence(session, hub)
    sender = Sender(hub)
    sender.state("booking", {"occurrence": occurrence, "card": number, "contact": "bea@example.org"})
    sender.state("booking", {"occurrence": "nothing@20261124T173000Z", "name": "Eva"})
    sender.taken()
    return sender, number


def personal(hub: Hub) -> list[bool]:
    with hub.database.read() as session:
        parts = session.scalars(sa.select(StoredFact.personal).order_by(StoredFact.seq))
        return [one is not None for one in parts]


def test_all_that_is_held_of_a_person_is_told_and_then_forgotten(hub: Hub) -> None:
    _, number = signed_up(hub)
    found = erasure.export(hub, number)
    assert found["member"]["name"] == "Bea Neri"
    assert [one["contact"] for one in found["bookings"]] == ["bea@example.org"]
    assert [one["personal"] for one in found["facts"]] == [{"contact": "bea@example.org"}]
    assert erasure.erase(hub, number)["facts"] == 1
    assert "bea@example.org" not in str(erasure.export(hub, number))
    assert erasure.erase(hub, number) == {"number": number, "facts": 0, "bookings": 0}
    assert personal(hub) == [False, True]


@pytest.mark.parametrize("number", ["12", "123456789012"])
def test_a_number_of_nobody_is_said_to_be_one(hub: Hub, number: str) -> None:
    with pytest.raises(UsageError):
        erasure.erase(hub, number)


def test_personal_parts_go_when_their_time_is_over_but_for_what_waits(
    hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    signed_up(hub)
    assert erasure.expire(hub) == 0
    with hub.database.write() as session:
        for fact in session.scalars(sa.select(StoredFact)):
            fact.received = stamp(hub.clock.now() - timedelta(days=91))
    monkeypatch.setenv("HUB_PERSONAL_DAYS", "92")
    assert erasure.expire(hub) == 0
    monkeypatch.delenv("HUB_PERSONAL_DAYS")
    assert erasure.expire(hub) == 1
    assert personal(hub) == [False, True]  # the second is in quarantine
    monkeypatch.setenv("HUB_PERSONAL_DAYS", "never")
    with pytest.raises(UsageError, match="number of days"):
        erasure.expire(hub)
