"""Parcels and notes to the next shift at the hub: from the fact to what terminals are told, and how they end."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any, TypeVar

import pytest
import sqlalchemy as sa

from sync import rows
from sync.chain import Encoded, personal_hash
from sync.clock import stamp
from sync.errors import FactError
from sync.hub import erasure, members, parked
from sync.hub.apply import HANDLERS
from sync.hub.hub import Hub
from sync.hub.store.models import Erased, Handover, Parcel, StoredFact
from tests.hub.programme import Sender
from tests.hub.test_hostile_facts import GOOD
from tests.hub.test_requests import states, told
from tests.hub.web_support import FixedClock, at_noon

T = TypeVar("T", Parcel, Handover)
ZOIA, OMERO = rows.space_scope("zoia"), rows.space_scope("omero")


@pytest.fixture
def clock(hub: Hub) -> FixedClock:
    return at_noon(hub)


def only(hub: Hub, kind: type[T]) -> T:
    with hub.database.read() as session:
        return session.scalars(sa.select(kind)).one()


def parcel(hub: Hub) -> rows.Parcel:
    return rows.load(rows.Parcel, told(hub, "parcel")[ZOIA])


def test_a_parcel_is_told_to_its_own_space_until_it_is_handed_over_and_after(hub: Hub, clock: FixedClock) -> None:
    sender = Sender(hub)
    made = sender.state("parcel", {"for": "Famiglia Conti", "code": "A17"})
    sender.taken()
    assert set(told(hub, "parcel")) == {ZOIA}
    assert (parcel(hub).code, parcel(hub).name, parcel(hub).outs, parcel(hub).out) == (
        "A17",
        "Famiglia Conti",
        [],
        None,
    )
    out = sender.state("parcel_out", {"parcel": made}, at="2026-11-24T14:00:00Z")
    sender.taken(2)
    assert (parcel(hub).outs, parcel(hub).out) == ([out], "2026-11-24T14:00:00Z")
    assert only(hub, Parcel).gone == stamp(clock.now())


def test_two_who_handed_it_over_agree_and_it_is_back_when_both_took_it_back(hub: Hub) -> None:
    here, beside = Sender(hub), Sender(hub)
    made = here.state("parcel", {"for": "Ada", "code": "A17"})
    here.taken()
    outs = [one.state("parcel_out", {"parcel": made}) for one in (here, beside)]
    here.state("parcel_back", {"parcel": made, "out": outs[0]})
    here.taken(2)
    assert (parcel(hub).outs, only(hub, Parcel).gone) == ([], None)
    beside.taken()
    assert parcel(hub).outs == [outs[1]]
    beside.state("parcel_back", {"parcel": made, "out": outs[1]})
    beside.taken(2)
    assert (parcel(hub).outs, parcel(hub).out) == ([], None)
    assert set(states(hub)) == {"accepted"}


def test_no_terminal_touches_the_parcels_and_notes_of_another_space(hub: Hub) -> None:
    here, elsewhere = Sender(hub), Sender(hub, "omero")
    made = here.state("parcel", {"for": "Ada", "code": "A17"})
    note = here.state("handover", {"text": "Il furgone passa alle 17"})
    here.taken()
    elsewhere.state("parcel_out", {"parcel": made})
    elsewhere.state("handover_done", {"handover": note})
    elsewhere.state("handover_done", {"handover": "nothing"})
    elsewhere.state("handover_undo", {"handover": note})
    elsewhere.facts += here.facts[:2]  # and the id of another's is no way into it
    elsewhere.taken()
    with hub.database.read() as session:
        mine = sa.select(StoredFact.state).where(StoredFact.terminal == elsewhere.id)
        assert set(session.scalars(mine)) == {"quarantined"}
    assert (parcel(hub).outs, only(hub, Handover).done) == ([], {})


def test_a_note_stays_in_its_space_or_goes_to_every_desk_which_ticks_it_off_for_itself(
    hub: Hub, clock: FixedClock
) -> None:
    here, elsewhere = Sender(hub), Sender(hub, "omero")
    ours = here.state("handover", {"text": "Il furgone passa alle 17"})
    here.taken()
    assert set(told(hub, "handover")) == {ZOIA}
    here.state("handover_done", {"handover": ours}, at="2026-11-24T14:00:00Z")
    here.state("handover_done", {"handover": ours}, at="2026-11-24T15:00:00Z")
    here.taken(2)
    assert only(hub, Handover).done == {"zoia": "2026-11-24T14:00:00Z"}
    with hub.database.write() as session:
        session.delete(session.get_one(Handover, ours))
    shared = here.state("handover", {"text": "Domani niente corriere", "to": "all"})
    here.taken(4)
    elsewhere.state("handover_done", {"handover": shared})
    elsewhere.taken()
    found = rows.load(rows.Handover, told(hub, "handover")[rows.PUBLIC])
    assert (set(told(hub, "handover")), found.text, found.space) == ({rows.PUBLIC}, "Domani niente corriere", "zoia")
    assert set(found.done) == {"omero"}
    here.state("handover_undo", {"handover": shared})
    here.taken(5)
    assert set(only(hub, Handover).done) == {"omero"}, "what another desk did stays done"
    elsewhere.state("handover_undo", {"handover": shared})
    elsewhere.taken(2)
    assert only(hub, Handover).done == {}
    assert set(states(hub)) == {"accepted"}


def personal(hub: Hub) -> list[str]:
    with hub.database.read() as session:
        found = session.scalars(sa.select(StoredFact.personal).where(StoredFact.personal.is_not(None)))
        return [part.decode() for part in found]


def test_what_was_handed_over_and_what_was_noted_is_gone_after_its_days_with_its_names(
    hub: Hub, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    sender = Sender(hub)
    made = sender.state("parcel", {"for": "Ada", "code": "A17"}, at="2016-01-01T00:00:00Z")
    sender.state("parcel", {"for": "Eva", "code": "F20"}, at="2016-01-01T00:00:00Z")  # a clock ten years off
    sender.state("parcel_out", {"parcel": made}, at="2016-01-01T00:00:00Z")
    sender.state("handover", {"text": "Scala B: citofono rotto"}, at="2016-01-01T00:00:00Z")
    sender.taken()
    assert erasure.expire(hub) == 0
    clock.pass_time(timedelta(days=31).total_seconds())
    with monkeypatch.context() as longer:
        longer.setenv("HUB_PARCEL_DAYS", "40")
        longer.setenv("HUB_HANDOVER_DAYS", "40")
        assert erasure.expire(hub) == 0
    assert erasure.expire(hub) == 2
    assert (only(hub, Parcel).code, personal(hub)) == ("F20", ['{"for":"Eva"}'])
    assert (told(hub, "handover"), parcel(hub).name) == ({}, "Eva")
    with hub.database.read() as session:
        assert set(session.scalars(sa.select(Erased.terminal))) == {sender.id}
    clock.pass_time(timedelta(days=300).total_seconds())
    erasure.expire(hub)
    assert only(hub, Parcel).name == "Eva", "it was not collected yet"


def test_a_person_who_is_erased_leaves_no_name_on_parcels_and_sees_before_what_is_held(hub: Hub) -> None:
    number = members.issue_card(hub, "zoia", "Bea Neri", "it").number
    sender = Sender(hub)
    made = sender.state("parcel", {"for": "Neri, scala B", "card": number, "code": "A17"})
    sender.state("parcel_out", {"parcel": made})
    sender.taken()
    held = erasure.export(hub, number)
    assert [one["name"] for one in held["parcels"]] == ["Neri, scala B"]
    assert [one["kind"] for one in held["facts"]] == ["parcel", "parcel_out"]
    erasure.erase(hub, number)
    assert (parcel(hub).name, personal(hub)) == (None, [])
    assert "Neri" not in json.dumps(erasure.export(hub, number))


def test_parcels_that_an_older_hub_parked_are_kept_once_this_one_knows_how(
    hub: Hub, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    sender = Sender(hub)
    with monkeypatch.context() as older:
        for kind in ("parcel", "parcel_out"):
            older.delitem(HANDLERS, kind)
        made = sender.state("parcel", {"for": "Famiglia Conti", "code": "A17"})
        sender.state("parcel_out", {"parcel": made})
        sender.taken()
        assert (states(hub), parked.replay(hub)) == (["parked", "parked"], 0)
    assert (parked.replay(hub), states(hub)) == (2, ["accepted", "accepted"])
    assert (parcel(hub).name, len(parcel(hub).outs)) == ("Famiglia Conti", 1)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("kind", "body", "part"),
    [
        ("parcel", {"code": "A17"}, '{"for": 5}'), ("parcel", {"code": "A17"}, '{"name": "Ada"}'),
        ("parcel", {"code": "A17"}, '{"for": "' + "x" * 500 + '"}'), ("handover", {}, '{"text": ["x"]}'),
        ("handover", {}, '{"text": "' + "x" * 501 + '"}'), ("handover", {}, '{"text": "a", "to": "all"}'),
    ],
)  # fmt: skip
def test_a_personal_part_that_is_none_is_kept_aside_and_the_next_fact_is_applied(
    hub: Hub, kind: str, body: dict[str, Any], part: str
) -> None:
    sender = Sender(hub)
    fact = {**GOOD, "kind": kind, "body": body, "personal": personal_hash(b"salt", part.encode())}
    sender.facts.append(Encoded("x", kind, json.dumps(fact).encode(), b"salt", part.encode()))
    sender.state("parcel", {"for": "Ada", "code": "F20"})
    assert sender.taken().have == 2
    assert states(hub) == ["quarantined", "accepted"]
    assert (only(hub, Parcel).code, told(hub, "handover")) == ("F20", {})


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_what_one_parcel_remembers_is_bounded(hub: Hub) -> None:
    sender = Sender(hub)
    made = sender.state("parcel", {"for": "Ada", "code": "A17"})
    for _ in range(30):
        sender.state("parcel_out", {"parcel": made})
    sender.taken()
    assert (len(parcel(hub).outs), set(states(hub))) == (20, {"accepted"})


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("parcel", {"code": "A17"}), ("parcel", {"for": "Ada", "code": "a17"}),
        ("parcel", {"for": "Ada", "code": "A" * 13}), ("parcel", {"for": "x" * 121, "code": "A17"}),
        ("parcel", {"card": "12", "code": "A17"}), ("parcel_back", {"parcel": "x"}),
        ("handover", {"text": ""}), ("handover", {"text": "x" * 501}), ("handover", {"text": "a", "to": "omero"}),
        ("handover_done", {}), ("handover_undo", {}),
    ],
)  # fmt: skip
def test_what_is_out_of_bounds_is_not_stated(hub: Hub, kind: str, body: dict[str, Any]) -> None:
    with pytest.raises(FactError):
        Sender(hub).state(kind, body)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_parcel_of_the_first_version_is_kept_as_one_of_today(hub: Hub) -> None:
    sender = Sender(hub)
    part = b'{"for":"Famiglia Conti"}'
    fact = {**GOOD, "kind": "parcel", "v": 1, "body": {"code": "A17"}, "personal": personal_hash(b"salt", part)}
    sender.facts.append(Encoded("x", "parcel", json.dumps(fact).encode(), b"salt", part))
    sender.taken()
    assert (parcel(hub).code, parcel(hub).name) == ("A17", "Famiglia Conti")
