"""What people ask for and what neighbours offer, from the fact to what terminals are told; and how it is forgotten."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from sync import rows
from sync.clock import stamp
from sync.hub import erasure, members, parked, requests
from sync.hub.apply import HANDLERS
from sync.hub.hub import Hub
from sync.hub.store.models import Feed, HeldFact, Offer, Service, ServiceRequest, StoredFact
from sync.stages import CLOSED, StageError
from tests.hub.programme import Sender
from tests.hub.web_support import FixedClock, at_noon


@pytest.fixture
def clock(hub: Hub) -> FixedClock:
    return at_noon(hub)


def add_service(hub: Hub, name: str = "chiavi", *, space: str = "zoia", kind: str = "service", **more: Any) -> str:
    with hub.database.write() as session:
        session.add(Service(id=name, space_id=space, kind=kind, title={"it": name.capitalize()}, **more))
    return name


def told(hub: Hub, entity: str) -> dict[str, dict[str, Any]]:
    """What each scope holds of an entity's one row."""
    with hub.database.read() as session:
        found = session.execute(sa.select(Feed.scope, Feed.body).where(Feed.entity == entity, Feed.body.is_not(None)))
        return {scope: json.loads(body) for scope, body in found}


def request(hub: Hub) -> ServiceRequest:
    with hub.database.read() as session:
        return session.scalars(sa.select(ServiceRequest)).one()


def offer(hub: Hub) -> Offer:
    with hub.database.read() as session:
        return session.scalars(sa.select(Offer)).one()


def states(hub: Hub) -> list[str]:
    with hub.database.read() as session:
        return list(session.scalars(sa.select(StoredFact.state).order_by(StoredFact.terminal, StoredFact.seq)))


def test_a_request_goes_to_the_space_that_answers_it_and_its_maker_gets_no_name(hub: Hub) -> None:
    add_service(hub, "sartoria", space="omero", kind="product")
    sender = Sender(hub)
    asked = sender.state("request", {"service": "sartoria", "name": "Amina Diallo", "text": "Un orlo, entro sabato"})
    sender.taken()
    scopes = told(hub, "request")
    assert set(scopes) == {rows.space_scope("omero"), rows.terminal_scope(sender.id)}
    ours = rows.load(rows.Request, scopes[rows.space_scope("omero")])
    assert (ours.id, ours.kind, ours.stage, ours.name, ours.text) == (
        asked, "product", "received", "Amina D.", "Un orlo, entro sabato",
    )  # fmt: skip
    assert not {"name", "text", "card"} & set(scopes[rows.terminal_scope(sender.id)])


def test_what_nobody_knows_here_is_a_service_of_the_space_where_it_was_asked_for(hub: Hub) -> None:
    sender = Sender(hub)
    sender.state("request", {"service": "prestito_oggetti", "card": "100000000001"})
    sender.taken()
    assert (request(hub).space_id, request(hub).kind, request(hub).service_id) == (
        "zoia", "service", "prestito_oggetti",
    )  # fmt: skip


def test_a_request_is_closed_at_the_desk_once_and_twice_is_no_harm(hub: Hub) -> None:
    here, there = Sender(hub), Sender(hub)
    asked = here.state("request", {"service": "chiavi", "name": "Ada"})
    here.taken()
    for sender in (here, there):
        sender.state("request_close", {"request": asked, "outcome": "risolto" if sender is here else "ritirata"})
        sender.taken(len(sender.facts))
    assert (request(hub).stage, request(hub).outcome) == (CLOSED, "risolto")
    assert [one.stage for one in request(hub).taken()] == ["received", CLOSED]
    assert states(hub) == ["accepted"] * 3


def test_whoever_made_a_request_may_take_it_back_and_a_third_space_may_not(hub: Hub) -> None:
    add_service(hub, "sartoria", space="omero", kind="product")
    maker, other = Sender(hub), Sender(hub)
    first = maker.state("request", {"service": "sartoria", "name": "Ada"})
    maker.taken()
    other.state("request_close", {"request": first, "outcome": "risolto"})
    other.taken()
    assert request(hub).stage == "received"
    maker.state("request_close", {"request": first, "outcome": "ritirata"})
    maker.taken(2)
    assert (request(hub).stage, request(hub).outcome) == (CLOSED, "ritirata")
    assert states(hub).count("quarantined") == 1


def test_a_close_of_nothing_is_put_aside_and_the_next_fact_is_applied(hub: Hub) -> None:
    sender = Sender(hub)
    sender.state("request_close", {"request": "none", "outcome": "risolto"})
    sender.state("request", {"service": "chiavi", "name": "Ada"})
    assert sender.taken().have == 2
    assert states(hub) == ["quarantined", "accepted"]


def test_the_office_takes_a_request_stage_by_stage_and_only_where_it_can_go(hub: Hub, clock: FixedClock) -> None:
    add_service(hub, "aiuto-cuoco", kind="opening", places=2)
    sender = Sender(hub)
    asked = sender.state("request", {"service": "aiuto-cuoco", "card": "100000000001"})
    sender.taken()
    with hub.database.write() as session:
        for stage in ("reading", "interview", "trial"):
            requests.step(session, hub, asked, stage, "carla")
        requests.step(session, hub, asked, CLOSED, "carla", "inserito")
        with pytest.raises(StageError):
            requests.step(session, hub, asked, "reading", "carla")
        with pytest.raises(StageError):
            requests.step(session, hub, "none", "reading", "carla")
    found = request(hub)
    assert [one.stage for one in found.taken()] == ["received", "reading", "interview", "trial", CLOSED]
    assert (found.outcome, found.closed) == ("inserito", stamp(clock.now()))
    assert rows.load(rows.Request, told(hub, "request")[rows.space_scope("zoia")]).outcome == "inserito"


def test_an_offer_is_on_no_screen_before_the_office_approved_it_and_never_says_whose_it_is(
    hub: Hub, clock: FixedClock
) -> None:
    sender = Sender(hub)
    body = {"what": "offro", "title": "Ripetizioni di matematica", "name": "Ada Rossi", "contact": "333 1234567"}
    made = sender.state("offer", body)
    sender.taken()
    assert told(hub, "offer") == {}
    assert (offer(hub).state, offer(hub).contact) == ("new", "333 1234567")
    with hub.database.write() as session:
        requests.approve(session.get_one(Offer, made), clock.now())
    shown = told(hub, "offer")
    assert set(shown) == {rows.space_scope("zoia")}
    assert "Ada" not in str(shown)
    assert "333" not in str(shown)
    row = rows.load(rows.Offer, shown[rows.space_scope("zoia")])
    assert (row.title, row.until) == ({"it": "Ripetizioni di matematica"}, stamp(clock.now() + requests.ON_BOARD))
    with hub.database.write() as session:
        requests.refuse(session.get_one(Offer, made), clock.now(), "Pubblicità")
    assert told(hub, "offer") == {}


def test_who_answers_an_offer_asks_the_space_of_its_board(hub: Hub) -> None:
    maker = Sender(hub, "omero")
    made = maker.state("offer", {"what": "cerco", "title": "Una scala", "card": "100000000001"})
    maker.taken()
    maker.state("request", {"service": made, "name": "Ugo"})
    maker.taken(2)
    assert (request(hub).kind, request(hub).space_id) == ("offer", "omero")


def test_an_offer_leaves_the_board_when_its_time_is_over(hub: Hub, clock: FixedClock) -> None:
    sender = Sender(hub)
    made = sender.state("offer", {"what": "offro", "title": "Un tavolo", "name": "Ada", "contact": "ada@example.org"})
    sender.taken()
    with hub.database.write() as session:
        requests.approve(session.get_one(Offer, made), clock.now())
    clock.pass_time((requests.ON_BOARD + timedelta(hours=1)).total_seconds())
    erasure.expire(hub)
    assert (offer(hub).state, offer(hub).name) == ("withdrawn", "Ada")
    assert told(hub, "offer") == {}
    clock.pass_time(timedelta(days=91).total_seconds())
    erasure.expire(hub)
    assert (offer(hub).name, offer(hub).contact) == (None, None)


def test_who_was_behind_a_request_is_forgotten_when_it_has_been_closed_for_long(hub: Hub, clock: FixedClock) -> None:
    sender = Sender(hub)
    asked = sender.state("request", {"service": "chiavi", "name": "Ada Rossi", "text": "Scala B"})
    open_one = sender.state("request", {"service": "chiavi", "name": "Eva Neri"})
    sender.taken()
    with hub.database.write() as session:
        requests.step(session, hub, asked, CLOSED, "carla", "risolto")
    clock.pass_time(timedelta(days=91).total_seconds())
    erasure.expire(hub)
    with hub.database.read() as session:
        done, waits = session.get_one(ServiceRequest, asked), session.get_one(ServiceRequest, open_one)
        assert (done.name, done.text, done.outcome) == (None, None, "risolto")
        assert waits.name == "Eva Neri"


def test_a_person_who_is_erased_leaves_no_word_in_requests_and_offers(hub: Hub, clock: FixedClock) -> None:
    number = members.issue_card(hub, "zoia", "Bea Neri", "it").number
    sender = Sender(hub)
    sender.state("request", {"service": "chiavi", "card": number, "text": "Citofono Neri"})
    made = sender.state("offer", {"what": "offro", "title": "Bea cuce", "card": number, "contact": "333 7654321"})
    sender.taken()
    with hub.database.write() as session:
        requests.approve(session.get_one(Offer, made), clock.now())
    held = erasure.export(hub, number)
    assert [one["text"] for one in held["requests"]] == ["Citofono Neri"]
    assert [one["contact"] for one in held["offers"]] == ["333 7654321"]
    assert {one["kind"] for one in held["facts"]} == {"request", "offer"}
    assert erasure.erase(hub, number)["facts"] == 2
    left = str(erasure.export(hub, number))
    assert not [word for word in ("Citofono", "Bea", "333 76") if word in left]
    assert told(hub, "offer") == {}
    assert rows.terminal_scope(sender.id) in told(hub, "erasure")


def test_what_an_older_hub_parked_is_applied_once_this_one_knows_how(
    hub: Hub, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    sender = Sender(hub)
    with monkeypatch.context() as older:
        for kind in ("request", "request_close"):
            older.delitem(HANDLERS, kind)
        asked = sender.state("request", {"service": "chiavi", "name": "Ada", "text": "Scala B"})
        sender.state("request_close", {"request": asked, "outcome": "risolto"})
        sender.taken()
        assert states(hub) == ["parked", "parked"]
        assert parked.replay(hub) == 0
    assert parked.replay(hub) == 2
    assert states(hub) == ["accepted", "accepted"]
    assert (request(hub).name, request(hub).outcome) == ("Ada", "risolto")
    with hub.database.read() as session:
        assert session.scalars(sa.select(HeldFact)).all() == []
    assert parked.replay(hub) == 0


def test_parked_facts_are_tried_in_their_order_chunk_by_chunk(
    hub: Hub, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    senders = [Sender(hub), Sender(hub, "omero")]
    with monkeypatch.context() as older:
        older.delitem(HANDLERS, "request")
        older.delitem(HANDLERS, "request_close")
        for sender in senders:
            for _ in range(3):
                asked = sender.state("request", {"service": "chiavi", "name": "Ada"})
                sender.state("request_close", {"request": asked, "outcome": "risolto"})
            sender.taken()
    monkeypatch.setattr(parked, "CHUNK", 5)
    assert parked.replay(hub) == 12
    assert set(states(hub)) == {"accepted"}


def test_the_id_of_another_terminals_request_is_no_way_into_it(hub: Hub) -> None:
    first, second = Sender(hub), Sender(hub)
    for kind, body in (
        ("request", {"service": "chiavi", "name": "Ada"}),
        ("offer", {"what": "offro", "title": "Sedie", "name": "Ada"}),
    ):
        first.state(kind, body)
    second.facts = list(first.facts)
    first.taken()
    second.taken()
    assert states(hub) == ["accepted", "accepted", "quarantined", "quarantined"]
