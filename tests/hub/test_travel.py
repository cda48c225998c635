"""A hub that went back in time finds out at the first contact of a terminal that is ahead of it, ends its epoch once,
and answers as any hub of a new epoch. What proves nothing ends nothing.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from sync import wire
from sync.chain import genesis
from sync.clock import stamp
from sync.hub import audit, epochs, travel
from sync.hub.cursor import Cursor, mark_of_epoch, mark_of_scopes, seal, unseal
from sync.hub.hub import CURSOR, Hub
from sync.hub.store import history
from sync.hub.store.feed import Stamp
from sync.hub.store.models import FeedHead, Loss, Terminal
from tests.hub.programme import add_occurrence
from tests.support.signed import Caller, problem, reply

LATER = "000009-00112233445566ff"


@dataclass(frozen=True)
class Stands:
    """Where the hub stands."""

    epoch: str
    pos: int
    tag: str


def stands(hub: Hub) -> Stands:
    with hub.database.read() as session:
        head = session.get_one(FeedHead, 1)
        return Stands(head.epoch, head.pos, head.tag)


def position(hub: Hub, caller: Caller, **changes: Any) -> str:
    """Where the hub stands, sealed for a terminal, with something in it changed."""
    at = stands(hub)
    scopes = mark_of_scopes(travel.scope_name(caller.id, caller.id.rpartition("-")[0]))
    cursor = Cursor(mark_of_epoch(at.epoch), scopes, at.pos, at.tag)
    return seal(replace(cursor, **changes), hub.secret(CURSOR))


@pytest.fixture
def caller(hub: Hub) -> Caller:
    """A terminal that pushed three facts."""
    made = Caller(hub)
    for _ in range(3):
        made.state("dropin", {"reasons": ["chiavi"]})
    made.taken()
    return made


def attested(hub: Hub) -> set[bool]:
    with hub.database.read() as session:
        return set(session.scalars(sa.select(Terminal.attested)))


AHEAD = [
    {"pos": 10**9}, {"tag": "00112233445566ff"}, {"tag": ""}, {"pos": 1, "tag": "00112233445566ff"},
    {"epoch": mark_of_epoch(LATER)},
    {"scopes": mark_of_scopes("space:omero|terminal:omero-1"), "pos": 10**9},
]  # fmt: skip


@pytest.mark.parametrize("changes", AHEAD)
def test_a_position_that_this_feed_never_had_ends_the_epoch(hub: Hub, caller: Caller, changes: dict[str, Any]) -> None:
    before = stands(hub)
    text = position(hub, caller, **changes)
    page = caller.pull(text)
    after = stands(hub)
    assert page.resync
    assert page.epoch == after.epoch
    assert mark_of_epoch(after.epoch) > mark_of_epoch(before.epoch)
    assert attested(hub) == {False}
    again = caller.pull(text)
    assert again.resync
    assert stands(hub).epoch == after.epoch or "epoch" in changes
    assert caller.pull(page.cursor).resync is False


def test_a_later_epoch_is_left_behind(hub: Hub, caller: Caller) -> None:
    caller.pull(position(hub, caller, epoch=mark_of_epoch(LATER)))
    now = stands(hub).epoch
    assert mark_of_epoch(now) > mark_of_epoch(LATER)
    caller.pull(position(hub, caller, epoch=mark_of_epoch(LATER)))
    assert stands(hub).epoch == now


def test_the_name_of_a_later_epoch_proves_it_up_to_a_bound_on_every_way(
    hub: Hub, caller: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(epochs, "MAX_CLAIMS", 100)

    def named(ahead: int) -> str:
        return f"{history.order(stands(hub).epoch) + ahead:06d}-00112233445566ff"

    def pulled(epoch: str) -> None:
        caller.get(f"/v1/pull?cursor={position(hub, caller)}&told=3&inc=1&epoch={epoch}")

    def pushed(epoch: str) -> None:
        caller.post("/v1/push", caller.message(1).model_copy(update={"epoch": epoch}))

    def seated(epoch: str) -> None:
        caller.post("/v1/seats", wire.Seats(incarnation=1, lines=[], epoch=epoch))

    def greeted(epoch: str) -> None:
        caller.hello(epoch=epoch, have=3, last=3)

    for way in (pulled, pushed, seated, greeted):
        for ahead in (1, travel.MAX_AHEAD):
            told, before = named(ahead), stands(hub).epoch
            way(told)
            assert history.order(stands(hub).epoch) > history.order(told)
            after = stands(hub)
            way(told)
            way(before)
            way(named(0))
            way(named(travel.MAX_AHEAD + 1))
            way("999999999999999-00112233445566ff")
            way(named(1)[:-1])
            assert stands(hub).epoch == after.epoch


def test_a_terminal_that_ends_epochs_by_its_bare_word_is_stopped_until_it_is_approved(hub: Hub, caller: Caller) -> None:
    other = Caller(hub, caller.client, "omero")

    def seated(epoch: str) -> int:
        return caller.post("/v1/seats", wire.Seats(incarnation=1, lines=[], epoch=epoch)).status_code

    def claim() -> int:
        before = stands(hub).epoch
        return seated(history.following(before, ""))

    for _ in range(epochs.MAX_CLAIMS):
        before = stands(hub).epoch
        assert claim() == 200
        assert stands(hub).epoch != before
    at = stands(hub)
    assert claim() == 403
    assert stands(hub) == at
    with hub.database.read() as session:
        assert session.get_one(Terminal, caller.id).state == "stopped"
        assert audit.verify(session) is None
    assert seated(at.epoch) == 403
    assert other.pull().epoch == at.epoch  # the others go on
    other.pull(position(hub, other, pos=10**9))  # and a sealed proof counts as often as it comes
    assert stands(hub).epoch != at.epoch
    with hub.database.write() as session:
        known = session.get_one(Terminal, caller.id)
        known.state, known.approved_at = "active", stamp(hub.clock.now() + timedelta(seconds=1))
    before = stands(hub).epoch
    assert claim() == 200
    assert stands(hub).epoch != before


def test_what_was_told_with_grants_proves_it_on_every_way(hub: Hub, caller: Caller) -> None:
    def seen() -> str:
        return position(hub, caller, pos=10**9)

    def pulled(epoch: str) -> str:
        cursor = position(hub, caller)
        told = reply(caller.get(f"/v1/pull?cursor={cursor}&seen={seen()}&told=3&inc=1&epoch={epoch}"), wire.PullReply)
        assert told.resync
        return told.epoch

    def pushed(epoch: str) -> str:
        caller.state("dropin", {"reasons": ["chiavi"]})
        message = caller.message(len(caller.facts)).model_copy(update={"seen": seen(), "epoch": epoch})
        told = reply(caller.post("/v1/push", message), wire.PushReply)
        assert told.have == len(caller.facts)
        return told.epoch

    def seated(epoch: str) -> str:
        message = wire.Seats(incarnation=1, lines=[], seen=seen(), epoch=epoch)
        return reply(caller.post("/v1/seats", message), wire.SeatsReply).epoch

    def greeted(epoch: str) -> str:
        told = caller.hello(seen=seen(), epoch=epoch, have=len(caller.facts), last=len(caller.facts))
        assert told.resync
        return told.epoch

    for way in (pulled, pushed, seated, greeted):
        before = stands(hub).epoch
        told = way(before)
        assert told == stands(hub).epoch != before


def test_a_have_an_incarnation_or_a_push_above_the_books_proves_it(
    hub: Hub, caller: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(epochs, "MAX_CLAIMS", 100)

    def pull(**said: object) -> None:
        query = "&".join(f"{name}={value}" for name, value in said.items())
        caller.get(f"/v1/pull?cursor={position(hub, caller)}&{query}")

    def push(epoch: str) -> None:
        message = wire.Push(incarnation=1, first=5, previous="00" * 32, facts=[], epoch=epoch)
        refused = caller.post("/v1/push", message)
        assert (refused.status_code, problem(refused).code, problem(refused).have) == (409, "gap", 3)

    for way in (
        lambda epoch: pull(told=4, inc=1, epoch=epoch),
        lambda epoch: pull(told=0, inc=2, epoch=epoch),
        lambda epoch: caller.hello(epoch=epoch, have=4, last=4),
        push,
        lambda epoch: caller.hello(epoch=epoch, incarnation=2),
    ):
        before = stands(hub).epoch
        way(before)
        assert stands(hub).epoch != before


def test_what_proves_nothing_ends_nothing(hub: Hub, caller: Caller) -> None:
    before = stands(hub)
    good = position(hub, caller)
    forged = seal(Cursor(mark_of_epoch(before.epoch), bytes(8), 10**9, ""), bytes(32))
    for query in (
        f"cursor={good}&told=3&inc=1&epoch={before.epoch}", "told=99&inc=1&epoch=another", "told=99&inc=1",
        f"told=99&inc=0&epoch={before.epoch}", f"cursor={forged}&seen={forged}", "cursor=x&seen=%00",
        f"cursor={position(hub, caller, pos=1, tag='')[:-4]}AAAA",
        f"cursor={position(hub, caller, epoch=mark_of_epoch('another'), pos=10**9)}",
    ):  # fmt: skip
        reply(caller.get(f"/v1/pull?{query}"), wire.PullReply)
    caller.hello(have=9, last=9)
    caller.hello(have=9, last=9, epoch="another")
    caller.post("/v1/push", wire.Push(incarnation=1, first=9, previous="00", facts=[]))
    assert stands(hub) == before
    assert attested(hub) == {True}


def test_of_many_who_find_out_one_ends_the_epoch(hub: Hub, caller: Caller) -> None:
    text = position(hub, caller, pos=10**9)
    heard: list[str] = []
    callers = [caller, *(Caller(hub) for _ in range(3))]

    def ask(one: Caller) -> None:
        heard.append(one.pull(text).epoch)

    threads = [threading.Thread(target=ask, args=(one,)) for one in callers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(heard) == {stands(hub).epoch}
    assert mark_of_epoch(stands(hub).epoch)[0] == 2


def test_seats_are_told_with_where_the_hub_stood_after_them(hub: Hub, caller: Caller) -> None:
    with hub.database.write() as session:
        occurrence = add_occurrence(session, hub)
    before = stands(hub)
    line = wire.SeatLine(occurrence=occurrence, want=2)
    told = reply(caller.post("/v1/seats", wire.Seats(incarnation=1, lines=[line])), wire.SeatsReply)
    at = stands(hub)
    found = unseal(told.seen, hub.secret(CURSOR))
    assert found is not None
    assert (found.pos, found.tag) == (at.pos, at.tag)
    assert at.pos > before.pos
    quiet = wire.SeatLine(occurrence=occurrence, granted=2)
    again = reply(caller.post("/v1/seats", wire.Seats(incarnation=1, lines=[quiet])), wire.SeatsReply)
    assert again.seen == told.seen == travel.sealed(hub, caller.id, "zoia", Stamp(at.epoch, at.pos, at.tag))


# facts that were deleted as durable and are lost


def test_facts_that_the_terminal_deleted_and_this_hub_lost_are_noted_and_passed_over(hub: Hub, caller: Caller) -> None:
    for _ in range(4):
        caller.state("dropin", {"reasons": ["chiavi"]})
    described = {
        "floor": 6, "last": 7, "have": 7, "base_hash": caller.hash_at(5).hex(), "floor_hash": caller.hash_at(6).hex(),
    }  # fmt: skip
    told = caller.hello(**described)
    assert (told.have, told.incarnation) == (5, 1)
    assert caller.hello(**described).have == 5
    with hub.database.read() as session:
        losses = [(one.terminal, one.first, one.last) for one in session.scalars(sa.select(Loss))]
        assert losses == [(caller.id, 4, 5)]
    assert reply(caller.post("/v1/push", caller.message(6)), wire.PushReply).have == 7


@pytest.mark.parametrize(
    "described",
    [
        {"floor": 4, "last": 7},  # it still holds the next one
        {"floor": 6, "last": 5},  # it holds nothing
        {"floor": 6, "last": 7, "base_hash": "no hash"},
        {"floor": 6, "last": 10**30},
        {"floor": 6, "last": 7, "incarnation": 7},
    ],
)
def test_no_loss_is_noted_where_none_is_certain(hub: Hub, caller: Caller, described: dict[str, Any]) -> None:
    values = {"base_hash": genesis("x", 1).hex(), **described}
    if described["last"] > 2**63:
        values["floor"] = 2**63 + 5
    caller.hello(**values)
    with hub.database.read() as session:
        assert session.scalars(sa.select(Loss)).all() == []


def test_where_the_deleted_facts_differ_from_ours_the_journal_forked(hub: Hub, caller: Caller) -> None:
    assert caller.hello(floor=3, last=5, base_hash="77" * 32).incarnation == 2


# the short answer


def test_a_terminal_that_says_what_it_was_told_is_not_told_it_again(hub: Hub, caller: Caller) -> None:
    other = Caller(hub, caller.client, "omero")
    first = caller.pull()
    query = f"cursor={first.cursor}&have=3&told=3&inc=1&epoch={first.epoch}"
    quiet = caller.get(f"/v1/pull?{query}").json()
    assert set(quiet) == {"have", "durable", "applied", "incarnation", "time", "digest"}
    assert (quiet["have"], quiet["applied"], quiet["incarnation"], quiet["digest"]) == (3, 3, 1, first.digest)
    other.state("dropin", {"reasons": ["chiavi"]})
    other.taken()
    moved = caller.get(f"/v1/pull?{query}").json()
    assert set(moved) == {*quiet, "cursor"}
    caller.state("dropin", {"reasons": ["chiavi"]})
    caller.taken(4)
    news = caller.get(f"/v1/pull?{query}").json()
    assert set(news) == {*moved, "items"}


def test_where_nothing_is_new_a_turn_is_under_a_kilobyte_both_ways(hub: Hub, caller: Caller) -> None:
    first = caller.pull()
    query = f"cursor={first.cursor}&wait=0&have=3&told=3&inc=1&epoch={first.epoch}&seen={first.cursor}"
    message = caller.prepared("GET", f"/v1/pull?{query}", nonce="0123456789abcdef")
    up = len(f"GET /v1/pull?{query} HTTP/1.1\r\n") + sum(len(f"{a}: {b}\r\n") for a, b in message.headers.items())
    response = caller.send(message)
    down = len(response.content) + sum(len(f"{a}: {b}\r\n") for a, b in response.headers.items())
    assert up + down < 1000
