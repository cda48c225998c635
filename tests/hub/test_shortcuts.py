"""What is kept in memory or put into one statement, on both databases: nothing that the long way refuses comes through,
and what comes out is the same.
"""

from __future__ import annotations

from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync import wire
from sync.hub import terminals
from sync.hub.hub import Hub
from sync.hub.store.models import Terminal
from tests.hub.test_pull import add, notice
from tests.support.signed import CLOCK, Caller, problem, reply

HELLO = wire.Hello(incarnation=1, clock=CLOCK).model_dump_json(exclude_none=True).encode()


@pytest.fixture
def caller(hub: Hub) -> Caller:
    """A terminal whose key the hub has in memory."""
    made = Caller(hub)
    assert made.hello().incarnation == 1
    return made


def ways(caller: Caller) -> list[Any]:
    """Every way into the hub, with a nonce."""
    caller.state("dropin", {"reasons": ["chiavi"]})
    seats = wire.Seats(incarnation=1, lines=[])
    return [
        lambda **how: caller.post("/v1/hello", HELLO, **how),
        lambda **how: caller.get("/v1/pull", **how),
        lambda **how: caller.get("/v1/snapshot", **how),
        lambda **how: caller.post("/v1/push", caller.message(1), **how),
        lambda **how: caller.post("/v1/seats", seats, **how),
    ]


def test_a_nonce_is_used_up_whatever_the_request_was(caller: Caller) -> None:
    for number, first in enumerate(ways(caller)):
        nonce = f"0123456789abcde{number}"
        assert first(nonce=nonce).status_code == 200
        for again in ways(caller):
            assert problem(again(nonce=nonce)).code == "replayed"


def test_a_revoked_terminal_is_refused_at_once_though_its_key_is_kept(hub: Hub, caller: Caller) -> None:
    with hub.database.write() as session:
        terminals.revoke(session, caller.id)
    for way in ways(caller):
        assert problem(way()).code == "revoked"


def test_a_terminal_that_the_database_no_longer_has_is_unknown_though_its_key_is_kept(hub: Hub, caller: Caller) -> None:
    with hub.database.write() as session:
        session.delete(session.get_one(Terminal, caller.id))
    for way in ways(caller):
        assert problem(way()).code == "unknown_terminal"


def test_a_terminal_whose_key_was_exchanged_is_known_by_the_new_one_alone(hub: Hub, caller: Caller) -> None:
    fresh = Ed25519PrivateKey.generate()
    with hub.database.write() as session:
        session.get_one(Terminal, caller.id).public = fresh.public_key().public_bytes_raw().hex()
    for way in ways(caller):
        assert problem(way()).code in ("unknown_terminal", "unsigned")
        assert way(key=fresh).status_code == 200


def test_a_terminal_that_was_moved_gets_the_rows_of_its_new_space_and_no_other(hub: Hub, caller: Caller) -> None:
    add(hub, notice(1, "zoia"))
    add(hub, notice(2, "omero"))
    for space in ("omero", "zoia"):
        assert caller.pull().items
        caller.move(space)
        scopes = {item[2] for item in caller.pull().items}
        assert {scope for scope in scopes if scope.startswith("space:")} == {f"space:{space}"}


def test_a_push_of_drop_ins_and_a_hello_of_a_known_journal_take_the_short_way(
    hub: Hub, caller: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the long way")

    monkeypatch.setattr("sync.hub.ledger.push", refuse)
    monkeypatch.setattr("sync.hub.ledger.greet", refuse)
    epoch = caller.pull().epoch
    for number in (1, 2):
        caller.state("dropin", {"reasons": ["chiavi"]})
        message = caller.message(number).model_copy(update={"epoch": epoch})
        assert reply(caller.post("/v1/push", message), wire.PushReply).have == number
        ends = {"last": number, "have": number, "have_hash": caller.hash_at(number).hex(), "floor": 1}
        assert caller.hello(epoch=epoch, version=f"v{number}", health={"disk": number}, **ends).have == number
        with hub.database.read() as session:
            known = session.get_one(Terminal, caller.id)
            assert (known.version, known.last, known.health) == (f"v{number}", number, {"disk": number})
