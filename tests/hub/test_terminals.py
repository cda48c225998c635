"""Letting terminals in and out: by a code that a person approves, and at once out again."""

from __future__ import annotations

from datetime import timedelta

import pytest
import sqlalchemy as sa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync import wire
from sync.card import key_id
from sync.chain import genesis
from sync.errors import UsageError
from sync.hub import ledger, terminals
from sync.hub.hub import Hub
from sync.hub.store.models import Enrolment, Key, Terminal
from sync.hub.terminals import CODE_ALPHABET, CODE_LENGTH, CODE_LIFE, MAX_WAITING
from tests.hub.programme import Sender
from tests.support.served import HandClock


@pytest.fixture
def clock(hub: Hub) -> HandClock:
    made = HandClock()
    hub.clock = made
    return made


def public() -> str:
    return Ed25519PrivateKey.generate().public_key().public_bytes_raw().hex()


def ask(hub: Hub, key: str, space: str = "zoia") -> wire.EnrolReply:
    with hub.database.write() as session:
        return terminals.enrol(session, hub, wire.EnrolRequest(public=key, space=space, version="1.0"))


def approve(hub: Hub, code: str) -> Terminal:
    with hub.database.write() as session:
        return terminals.approve(session, hub, code, "tina")


def key_of(hub: Hub, key: str) -> Key | None:
    with hub.database.read() as session:
        return session.get(Key, key_id(bytes.fromhex(key)))


def test_a_code_has_no_vowels_and_no_digits_and_stays_until_it_expires(hub: Hub, clock: HandClock) -> None:
    key = public()
    code = ask(hub, key).code
    assert len(code.replace("-", "")) == CODE_LENGTH
    assert set(code) <= {*CODE_ALPHABET, "-"}
    assert not set(CODE_ALPHABET) & set("AEIOUY0123456789")
    clock.move(seconds=(CODE_LIFE - timedelta(seconds=1)).total_seconds())
    assert ask(hub, key).code == code
    clock.move(seconds=2)
    assert ask(hub, key).code != code
    with pytest.raises(UsageError, match="No terminal waits with the code"):
        approve(hub, code)


def test_an_approved_terminal_is_named_after_its_space_and_starts_at_nothing(hub: Hub, clock: HandClock) -> None:
    keys = [public() for _ in range(3)]
    made = [approve(hub, ask(hub, key).code) for key in keys]
    assert [one.id for one in made] == ["zoia-1", "zoia-2", "zoia-3"]
    first = made[0]
    assert (first.incarnation, first.have, first.have_hash) == (1, 0, genesis("zoia-1", 1).hex())
    assert (first.approved_by, first.version, first.state) == ("tina", "1.0", "active")
    told = ask(hub, keys[0])
    assert (told.state, told.terminal, told.incarnation, told.have) == ("approved", "zoia-1", 1, 0)
    assert bytes.fromhex(told.pepper or "") == hub.pepper("zoia")
    with hub.database.read() as session:
        assert session.scalars(sa.select(Enrolment)).all() == []


def test_everybody_can_verify_what_an_approved_terminal_signs(hub: Hub, clock: HandClock) -> None:
    key = public()
    approve(hub, ask(hub, key).code)
    published = key_of(hub, key)
    assert published is not None
    assert (published.public, published.kinds, published.terminal) == (key, ["ticket", "booking"], "zoia-1")


def test_a_revoked_terminal_is_told_so_and_its_signature_counts_no_more(hub: Hub, clock: HandClock) -> None:
    key = public()
    approve(hub, ask(hub, key).code)
    with hub.database.write() as session:
        terminals.revoke(session, "zoia-1")
    assert ask(hub, key).state == "pending"
    assert key_of(hub, key) is None
    with pytest.raises(UsageError, match="There is no terminal 'zoia-9'"), hub.database.write() as session:
        terminals.revoke(session, "zoia-9")


def test_a_revoked_terminal_can_be_approved_again_and_goes_on_where_it_was(hub: Hub, clock: HandClock) -> None:
    sender = Sender(hub)
    sender.state("dropin", {"reasons": ["chiavi"]})
    sender.taken()
    key = sender.key.public_key().public_bytes_raw().hex()
    with hub.database.write() as session:
        terminals.revoke(session, sender.id)
    again = approve(hub, ask(hub, key).code)
    assert (again.id, again.state, again.have) == (sender.id, "active", 1)
    assert key_of(hub, key) is not None
    sender.state("dropin", {"reasons": ["chiavi"]})
    assert sender.taken().have == 2


def test_a_terminal_that_erases_itself_is_let_in_no_more(hub: Hub, clock: HandClock) -> None:
    key = public()
    approve(hub, ask(hub, key).code)
    with hub.database.write() as session:
        terminals.revoke(session, "zoia-1", erase=True)
    assert ask(hub, key).state == "refused"


def test_a_terminal_that_moves_waits_for_approval_and_keeps_its_name_and_its_facts(hub: Hub, clock: HandClock) -> None:
    sender = Sender(hub)
    sender.state("dropin", {"reasons": ["chiavi"]})
    sender.taken()
    key = sender.key.public_key().public_bytes_raw().hex()
    asked = ask(hub, key, "omero")
    assert asked.state == "pending"
    moved = approve(hub, asked.code)
    assert (moved.id, moved.space_id, moved.have) == ("zoia-1", "omero", 1)
    assert ask(hub, key, "omero").state == "approved"
    published = key_of(hub, key)
    assert published is not None
    assert published.spaces == ["omero"]


def test_a_stopped_terminal_waits_for_a_technician_and_goes_on_where_it_was(hub: Hub, clock: HandClock) -> None:
    sender = Sender(hub)
    with hub.database.write() as session:
        row = session.get_one(Terminal, sender.id)
        ledger.fork(row)
        ledger.fork(row)
        assert row.state == "stopped"
    key = sender.key.public_key().public_bytes_raw().hex()
    asked = ask(hub, key)
    assert asked.state == "pending"
    again = approve(hub, asked.code)
    assert (again.id, again.state, again.incarnation) == ("zoia-1", "active", 3)
    assert ask(hub, key).incarnation == 3


def test_only_so_many_may_wait_and_expired_ones_make_room(hub: Hub, clock: HandClock) -> None:
    with hub.database.write() as session:
        for _ in range(MAX_WAITING):
            terminals.enrol(session, hub, wire.EnrolRequest(public=public(), space="zoia"))
        session.flush()
        assert len(terminals.pending(session, hub.clock.now())) == MAX_WAITING
    with pytest.raises(UsageError, match="Too many terminals wait"):
        ask(hub, public())
    clock.move(minutes=31)
    assert ask(hub, public()).state == "pending"
    with hub.database.read() as session:
        assert len(terminals.pending(session, hub.clock.now())) == 1


def test_an_unknown_space_is_said_with_those_that_are(hub: Hub, clock: HandClock) -> None:
    with pytest.raises(UsageError, match=r"There is no space 'atlantide'\. The spaces are: omero, zoia\."):
        ask(hub, public(), "atlantide")
