"""Facts that no honest program writes: stored as they came, kept out of the books, and never in the way of the next."""

from __future__ import annotations

import json
from typing import Any

import pytest
import sqlalchemy as sa

from sync import wire
from sync.chain import Encoded, personal_hash
from sync.hub import ledger
from sync.hub.hub import Hub
from sync.hub.store.models import Booking, DropIn, HeldFact, Member, StoredFact
from tests.hub.programme import Sender, add_occurrence

GOOD: dict[str, Any] = {
    "id": "01990000000070008000000000000001", "kind": "dropin", "v": 1, "at": "2026-11-24T14:20:00Z", "mono": 1,
    "boot": "b", "offset": None, "body": {"reasons": ["chiavi"]},
}  # fmt: skip


def stored(hub: Hub) -> list[StoredFact]:
    with hub.database.read() as session:
        return list(session.scalars(sa.select(StoredFact).order_by(StoredFact.terminal, StoredFact.seq)))


@pytest.mark.parametrize(
    "changes",
    [
        {"body": {"reasons": ["chiavi"], "a\x00b": 1}},
        {"body": {"reasons": ["chiavi"], "\ud800": 1}},
        {"kind": "dropin_amend", "body": {"dropin": "x", "changes": {"a\x00b": 1}}},
        {"kind": "dropin_amend", "body": {"dropin": "x", "changes": {"\ud800": 1}}},
        {"v": 0},
        {"v": -5},
        {"v": -(10**30)},
        {"kind": "notice", "body": {"title": "a", "text": "b", "until": "\x00"}},
        {"kind": "hold", "body": {"occurrence": "x@y", "nonce": "0123456789abcdef", "expires": "\x00"}},
        {"body": {"reasons": ["chiavi"], "x" * 2000: 1}},
    ],
)
def test_a_fact_that_no_database_takes_is_kept_aside_and_the_next_is_applied(hub: Hub, changes: dict[str, Any]) -> None:
    sender = Sender(hub)
    sender.facts.append(Encoded("x", "x", json.dumps(GOOD | changes).encode()))
    after = sender.state("dropin", {"reasons": ["ascolto"]})
    assert sender.taken().have == 2
    bad, good = stored(hub)
    assert bad.raw == sender.facts[0].raw
    assert bad.state == "quarantined" or hub.database.dialect == "sqlite"
    assert (good.state, good.id) == ("accepted", after)
    assert "\x00" not in bad.why
    assert len(bad.why) <= ledger.MAX_WHY_CHARS


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    "part",
    [
        '{"name": 5}', '{"name": NaN}', '{"name": {"a": 1}}', '{"name": "' + "x" * 500 + '"}', '{"name": ""}', "[]",
        "{",
        '{"name": "Ada", "paid": true}', '{"name": "Ada", "people": 9}', "[" * 5000, '{"contact": ["x"]}', "\x00",
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    ("kind", "body"), [("booking", {"occurrence": "?"}), ("card_issue", {"number": "123456789012"})]
)
def test_a_personal_part_that_is_none_is_kept_aside_with_its_fact(
    hub: Hub, kind: str, body: dict[str, Any], part: str
) -> None:
    sender = Sender(hub)
    with hub.database.write() as session:
        body = {**body, **({"occurrence": add_occurrence(session, hub)} if kind == "booking" else {})}
    fact = {**GOOD, "kind": kind, "body": body, "personal": personal_hash(b"salt", part.encode())}
    sent = wire.WireFact(raw=json.dumps(fact), salt=b"salt".hex(), personal=part)
    message = wire.Push(incarnation=1, first=1, previous=sender.hash_at(0).hex(), facts=[sent])
    with hub.database.write() as session:
        told = ledger.push(session, hub, sender.id, message)
    assert isinstance(told, wire.PushReply)
    (row,) = stored(hub)
    assert (told.have, row.state, row.personal, row.salt) == (1, "quarantined", part.encode(), b"salt")
    with hub.database.read() as session:
        assert session.scalars(sa.select(Booking)).all() == []
        assert session.scalars(sa.select(Member)).all() == []


def test_the_same_id_from_two_terminals_blocks_neither(hub: Hub) -> None:
    one, two = Sender(hub, "zoia"), Sender(hub, "omero")
    held = Encoded("x", "x", json.dumps(GOOD | {"kind": "dropin_void", "body": {"dropin": "nobody"}}).encode())
    for sender in (one, two):
        sender.facts.append(held)
        sender.state("dropin", {"reasons": ["chiavi"]})
        assert sender.taken().have == 2
    with hub.database.read() as session:
        assert len(session.scalars(sa.select(DropIn)).all()) == 2
        assert session.scalars(sa.select(HeldFact.terminal)).all() == [one.id]


def test_what_an_amendment_says_is_stored_in_its_own_type(hub: Hub) -> None:
    sender = Sender(hub)
    dropin = sender.state("dropin", {"reasons": ["chiavi"]})
    sender.state("dropin_amend", {"dropin": dropin, "changes": {"people": "3", "mediation": "yes", "minutes": 5.0}})
    sender.taken()
    with hub.database.read() as session:
        data = session.get_one(DropIn, dropin).data
    assert (data["people"], data["mediation"], data["minutes"], data["reasons"]) == (3, True, 5, ["chiavi"])
    assert [type(data[name]) for name in ("people", "mediation", "minutes")] == [int, bool, int]
