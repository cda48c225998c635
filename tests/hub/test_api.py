"""The terminals' endpoints: what they answer, and that nothing anybody sends makes them fail or stop."""

from __future__ import annotations

import gzip
import json
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sync import lines, wire
from sync.chain import Encoded, personal_hash
from sync.facts import KINDS
from sync.hub import ledger, seating
from sync.hub.hub import Hub
from sync.hub.store.models import DropIn, FeedHead, Occurrence, StoredFact, Terminal
from sync.ids import uuid7
from sync.terminal.recording import EXAMPLES
from tests.hub.programme import add_occurrence
from tests.support.served import NOW
from tests.support.signed import CLOCK, Caller, problem, reply

EXAMPLES_EACH = 60
fuzz = settings(
    max_examples=EXAMPLES_EACH,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
TEXTS = st.text(max_size=12) | st.sampled_from(["\x00", "a\x00b", "\ud800", "x" * 5000, "1e999", "../../etc", "ò"])
NUMBERS = st.integers() | st.sampled_from([2**31, 2**63, -(2**63) - 1, 10**400]) | st.floats()
JSONS = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)


@pytest.fixture
def caller(hub: Hub) -> Caller:
    return Caller(hub)


def dump(value: Any) -> bytes:
    """JSON as somebody might write it: NaN, infinities and halves of characters included."""
    return json.dumps(value).encode()


# hello


def test_an_introduction_is_answered_with_where_the_hub_stands(hub: Hub, caller: Caller) -> None:
    caller.state("dropin", {"reasons": ["chiavi"]})
    caller.taken()
    told = caller.hello(have=1, have_hash=caller.hash_at(1).hex(), last=1, version="9.9", health={"disk": "low"})
    assert (told.protocol, told.have, told.durable, told.incarnation, told.resync) == (1, 1, 0, 1, False)
    assert told.limits == wire.HUB_LIMITS
    assert caller.hello(epoch="another", have=1, last=1).resync
    with hub.database.read() as session:
        row = session.get_one(Terminal, caller.id)
        assert (row.last, row.health) == (1, {})
    assert not caller.hello(epoch=told.epoch, last=1).resync


def test_a_program_of_another_version_is_told_so(caller: Caller) -> None:
    response = caller.post("/v1/hello", wire.Hello(incarnation=1, clock=CLOCK, protocols=[99]))
    assert (response.status_code, problem(response).code, problem(response).protocols) == (426, "version", [1])


@pytest.mark.parametrize(
    ("held", "incarnation"),
    [
        ({"last": 3, "have": 3, "have_hash": 3}, 1),
        ({"last": 5, "have": 2, "have_hash": 2}, 1),  # an answer was lost
        ({"last": 3, "have": 3, "last_hash": 3}, 1),
        ({"last": 0, "have": 0, "have_hash": 0}, 2),  # everything is lost
        ({"last": 2, "have": 2, "have_hash": 2}, 2),  # put back to an older state
        ({"last": 3, "have": 3, "have_hash": -1}, 2),  # another history
        ({"last": 5, "have": 2, "have_hash": -1}, 2),
        ({"last": 3, "have": 2, "have_hash": 2, "last_hash": -1}, 2),
        ({"last": 9, "have": 9, "have_hash": -1}, 1),  # the hub is the one that went back: its push will show
    ],
)
def test_a_journal_that_does_not_hold_what_the_hub_holds_gets_a_new_incarnation(
    caller: Caller, held: dict[str, int], incarnation: int
) -> None:
    for _ in range(3):
        caller.state("dropin", {"reasons": ["chiavi"]})
    caller.taken()
    values: dict[str, Any] = {
        name: (caller.hash_at(value).hex() if value >= 0 else "77" * 32) if name.endswith("_hash") else value
        for name, value in held.items()
    }
    assert caller.hello(**values).incarnation == incarnation
    assert caller.hello(**values).incarnation == incarnation


@pytest.mark.parametrize("incarnation", [-1, 0, 2**31, 10**30])
def test_an_incarnation_that_no_hub_gave_changes_nothing(hub: Hub, caller: Caller, incarnation: int) -> None:
    assert caller.hello(incarnation=incarnation).incarnation == 1
    response = caller.post("/v1/push", wire.Push(incarnation=incarnation, first=1, previous="00", facts=[]))
    assert problem(response).code == "bad_request"
    with hub.database.read() as session:
        assert session.get_one(Terminal, caller.id).forks == 0


def test_whatever_a_terminal_says_of_itself_can_be_kept(hub: Hub, caller: Caller) -> None:
    for last in (0, 2**63, 10**30):
        assert caller.hello(last=last).incarnation == 1
    body = {"incarnation": 1, "clock": CLOCK.model_dump(), "health": {"load": float("nan")}}
    reply(caller.post("/v1/hello", dump(body)), wire.HelloReply)
    caller.hello(health={"log": "x" * 10_000})
    with hub.database.read() as session:
        row = session.get_one(Terminal, caller.id)
        assert (row.last, row.health) == (0, {})
    caller.hello(health={"disk_free_mb": 812})
    with hub.database.read() as session:
        assert session.get_one(Terminal, caller.id).health == {"disk_free_mb": 812}


# push


def test_a_push_is_answered_with_what_became_of_each_fact(hub: Hub, caller: Caller) -> None:
    caller.state("dropin", {"reasons": ["chiavi"]})
    caller.state("dropin_void", {"dropin": "nobody"})
    told = reply(caller.post("/v1/push", caller.message(1)), wire.PushReply)
    assert (told.have, told.durable) == (2, 0)
    assert told.results == [wire.Result(seq=2, state="quarantined")]
    assert told.epoch == caller.hello(last=2).epoch


def test_a_gap_and_a_fork_are_refused_with_where_to_go_on(caller: Caller) -> None:
    for _ in range(3):
        caller.state("dropin", {"reasons": ["chiavi"]})
    refused = caller.post("/v1/push", caller.message(3))
    assert (refused.status_code, problem(refused).code, problem(refused).have) == (409, "gap", 0)
    caller.taken(1, 2)
    caller.facts = []
    caller.state("dropin", {"reasons": ["ascolto"]})
    forked = caller.post("/v1/push", caller.message(1))
    assert (forked.status_code, problem(forked).code, problem(forked).incarnation) == (409, "fork", 2)
    caller.incarnation = 2
    assert reply(caller.post("/v1/push", caller.message(1)), wire.PushReply).have == 1


def test_more_facts_than_a_push_may_hold_are_refused(caller: Caller) -> None:
    for _ in range(wire.MAX_PUSH_FACTS + 1):
        caller.state("dropin", {"reasons": ["chiavi"]})
    one = caller.message(1, 1)
    many = json.loads(one.model_dump_json()) | {"facts": [one.facts[0].model_dump()] * (wire.MAX_PUSH_FACTS + 1)}
    assert "facts" in problem(caller.post("/v1/push", dump(many))).message
    assert (
        reply(caller.post("/v1/push", caller.message(1, wire.MAX_PUSH_FACTS)), wire.PushReply).have
        == wire.MAX_PUSH_FACTS
    )


def test_a_second_fork_stops_the_terminal_at_once(hub: Hub, caller: Caller) -> None:
    with hub.database.write() as session:
        row = session.get_one(Terminal, caller.id)
        ledger.fork(row)
        ledger.fork(row)
    assert problem(caller.get("/v1/pull")).code == "stopped"


# seats


def test_seats_are_granted_in_one_answer_and_unknown_occurrences_left_out(hub: Hub, caller: Caller) -> None:
    with hub.database.write() as session:
        first, second = add_occurrence(session, hub), add_occurrence(session, hub, activity="yoga", capacity=5)
    lines = [wire.SeatLine(occurrence=one, want=2) for one in (second, "nothing@x", first)]
    told = reply(caller.post("/v1/seats", wire.Seats(incarnation=1, lines=lines)), wire.SeatsReply)
    assert {(one.occurrence, one.granted) for one in told.grants} == {(first, 2), (second, 2)}
    with hub.database.read() as session:
        assert seating.state(session, session.get_one(Occurrence, first)).granted == 2


def test_counters_of_another_incarnation_are_not_taken(caller: Caller) -> None:
    refused = caller.post("/v1/seats", wire.Seats(incarnation=7, lines=[]))
    assert (refused.status_code, problem(refused).code, problem(refused).incarnation) == (409, "fork", 1)


def test_counters_beyond_what_was_granted_change_no_books(hub: Hub, caller: Caller) -> None:
    with hub.database.write() as session:
        occurrence = add_occurrence(session, hub)
    line = wire.SeatLine(occurrence=occurrence, want=3, granted=10**12, returned=10**12, spent=10**12)
    for _ in range(2):
        told = reply(caller.post("/v1/seats", wire.Seats(incarnation=1, lines=[line])), wire.SeatsReply)
        assert told.grants == []
    with hub.database.read() as session:
        found = seating.state(session, session.get_one(Occurrence, occurrence))
        assert (found.granted, found.free) == (0, 10)


def test_counters_ahead_of_the_books_begin_a_new_epoch_in_which_the_terminal_is_believed(
    hub: Hub, caller: Caller
) -> None:
    with hub.database.write() as session:
        occurrence = add_occurrence(session, hub)
    line = wire.SeatLine(occurrence=occurrence, granted=3)
    before = caller.hello(last=0).epoch
    told = reply(caller.post("/v1/seats", wire.Seats(incarnation=1, lines=[line])), wire.SeatsReply)
    with hub.database.read() as session:
        epoch = session.get_one(FeedHead, 1).epoch
        assert not session.get_one(Terminal, caller.id).attested
    assert told.epoch == epoch != before
    message = wire.Seats(incarnation=1, lines=[line], complete=True, epoch=epoch)
    again = reply(caller.post("/v1/seats", message), wire.SeatsReply)
    assert (again.grants, again.epoch) == ([wire.Grant(occurrence=occurrence, granted=3)], epoch)
    with hub.database.read() as session:
        assert seating.state(session, session.get_one(Occurrence, occurrence)).free == 7


# state down


def test_a_page_comes_compressed_where_it_is_worth_it(caller: Caller) -> None:
    first = caller.get("/v1/pull", headers={"Accept-Encoding": "gzip"})
    assert first.headers["content-encoding"] == "gzip"
    cursor = reply(first, wire.PullReply).cursor
    second = caller.get(f"/v1/pull?cursor={cursor}&have=0", headers={"Accept-Encoding": "gzip"})
    assert "content-encoding" not in second.headers
    third = caller.get("/v1/pull", headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in third.headers


def test_a_snapshot_is_answered_with_its_name(caller: Caller) -> None:
    response = caller.get("/v1/snapshot", headers={"Accept-Encoding": "gzip"})
    assert (response.status_code, response.headers["content-encoding"]) == (200, "gzip")
    assert response.headers["content-type"] == lines.MEDIA_TYPE
    assert response.headers["etag"].strip('"')
    head = response.text.splitlines()[0]
    assert wire.PullReply.model_validate_json(head).cursor == caller.pull().cursor


def test_a_cursor_of_any_kind_is_answered(caller: Caller) -> None:
    for cursor in ("%00", "%F0%9F%8D%95", "x" * 5000, "..%2F", "%ff"):
        assert reply(caller.get(f"/v1/pull?cursor={cursor}"), wire.PullReply).resync


# whatever anybody sends


def well(caller: Caller) -> None:
    """The hub works, and this terminal's stream is not stopped."""
    with caller.hub.database.read() as session:
        row = session.get_one(Terminal, caller.id)
        first = row.have + 1
    caller.facts += [Encoded("lost", "lost", b"")] * (first - 1 - len(caller.facts))
    fact = caller.state("dropin", {"reasons": ["chiavi"]})
    message = caller.message(first).model_copy(update={"previous": row.have_hash, "incarnation": row.incarnation})
    assert reply(caller.post("/v1/push", message), wire.PushReply).have == first
    with caller.hub.database.read() as session:
        assert session.get(DropIn, fact) is not None


FIELDS = st.sampled_from(
    sorted({name for model in (wire.Hello, wire.Push, wire.Seats, wire.SeatLine) for name in model.model_fields})
)
GOOD: dict[str, dict[str, Any]] = {
    "hello": {"incarnation": 1, "clock": {"at": "x", "mono": 1, "boot": "b"}},
    "push": {"incarnation": 1, "first": 1, "previous": "00", "facts": []},
    "seats": {"incarnation": 1, "lines": [{"occurrence": "cucito@x", "want": 1}]},
}


@pytest.mark.parametrize("path", GOOD)
def test_no_message_makes_the_hub_fail(caller: Caller, path: str) -> None:
    lines = st.lists(
        st.dictionaries(st.sampled_from(sorted(wire.SeatLine.model_fields)), JSONS, max_size=5), max_size=2
    )
    facts = st.lists(st.dictionaries(st.sampled_from(["raw", "salt", "personal"]), JSONS, max_size=3), max_size=2)

    @fuzz
    @given(st.dictionaries(FIELDS, JSONS | lines | facts, max_size=4) | JSONS)
    def fuzzed(changes: Any) -> None:
        body = {**GOOD[path], **changes} if isinstance(changes, dict) else changes
        response = caller.post(f"/v1/{path}", dump(body))
        if response.status_code != 200:
            problem(response)

    fuzzed()
    with (
        caller.hub.database.write() as session
    ):  # what was sent may have forked its journal: that is not the point here
        row = session.get_one(Terminal, caller.id)
        row.state = "active"
    well(caller)


@pytest.mark.parametrize("compressed", [False, True])
def test_no_bytes_make_the_hub_fail(caller: Caller, compressed: bool) -> None:
    @fuzz
    @given(path=st.sampled_from(["hello", "push", "seats", "enrol"]), body=st.binary(max_size=300))
    def fuzzed(path: str, body: bytes) -> None:
        content = gzip.compress(body) if compressed else body
        headers = {"Content-Encoding": "gzip"} if compressed else {}
        problem(caller.post(f"/v1/{path}", content, headers=headers))

    fuzzed()
    well(caller)


TIMES = st.sampled_from(["0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "2026-11-24T14:20:00"])
ENVELOPE = st.fixed_dictionaries(
    {},
    optional={
        "id": TEXTS, "kind": TEXTS, "v": JSONS, "at": JSONS | TIMES,
        "mono": JSONS, "boot": JSONS, "offset": JSONS, "by": JSONS, "personal": JSONS, "body": JSONS,
    },
)  # fmt: skip
MEMBERS = st.sampled_from(
    sorted({field.alias or name for model in KINDS.values() for name, field in model.model_fields.items()})
)
PARTS = (
    st.none() | JSONS | st.dictionaries(st.sampled_from(["name", "contact", "text", "for", "other"]), JSONS, max_size=3)
)


def test_no_fact_makes_the_hub_fail_or_blocks_what_comes_after_it(hub: Hub, caller: Caller) -> None:
    with hub.database.write() as session:
        occurrence = add_occurrence(session, hub)

    @fuzz
    @given(
        kind=st.sampled_from(sorted(KINDS)),
        changes=st.dictionaries(MEMBERS, JSONS | st.just(occurrence), max_size=3),
        envelope=st.just({}) | ENVELOPE,
        part=PARTS,
    )
    def fuzzed(kind: str, changes: dict[str, Any], envelope: dict[str, Any], part: Any) -> None:
        body = {name: value for name, value in EXAMPLES[kind].items() if name not in personal_names(kind)}
        fact: dict[str, Any] = {"id": uuid7(NOW), "kind": kind, "v": 1, "at": "2026-11-24T14:20:00Z", "mono": 1}
        fact |= {"boot": "b", "offset": None, "body": {**body, **changes}}
        text = dump(part)
        if part is not None:
            fact["personal"] = personal_hash(b"salt", text)
        with hub.database.read() as session:
            row = session.get_one(Terminal, caller.id)
        sent = wire.WireFact(
            raw=dump({**fact, **envelope}).decode(),
            salt=b"salt".hex(),
            personal=None if part is None else text.decode(),
        )
        good = dump({**fact, "id": uuid7(NOW), "kind": "dropin", "body": {"reasons": ["chiavi"]}, "personal": None})
        facts = [sent, wire.WireFact(raw=good.decode())]
        message = wire.Push(incarnation=1, first=row.have + 1, previous=row.have_hash, facts=facts)
        told = reply(caller.post("/v1/push", message), wire.PushReply)
        assert told.have == row.have + 2
        assert row.have + 2 not in [one.seq for one in told.results]
        pulled = caller.pull(have=told.have)
        assert pulled.applied == told.have

    fuzzed()
    with hub.database.read() as reader:
        states = set(reader.scalars(sa.select(StoredFact.state)))
        assert {"accepted", "quarantined"} <= states


def personal_names(kind: str) -> set[str]:
    return {KINDS[kind].model_fields[name].alias or name for name in KINDS[kind].personal_fields()}


@pytest.mark.parametrize("space", ["zoia", "\x00", "atlantide", "x" * 65, "ò"])
def test_no_enrolment_makes_the_hub_fail(caller: Caller, space: str) -> None:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    key = Ed25519PrivateKey.generate()
    public = key.public_key().public_bytes_raw().hex()
    body = dump({"public": public, "space": space, "version": "v"})
    response = caller.post("/v1/enrol", body, key=key, keyid=public)
    if space == "zoia":
        assert reply(response, wire.EnrolReply).state == "pending"
    else:
        problem(response)


def test_an_enrolment_that_somebody_else_signed_is_refused(caller: Caller) -> None:
    body = dump({"public": "00" * 32, "space": "zoia"})
    assert problem(caller.post("/v1/enrol", body, keyid="00" * 32)).code == "unsigned"
    assert problem(caller.post("/v1/enrol", body)).code == "unknown_terminal"
