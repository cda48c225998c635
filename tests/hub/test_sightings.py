"""A card that was shown in two spaces at once is flagged, whatever order the facts arrive in, until somebody looked."""

from __future__ import annotations

import json
import random
from datetime import timedelta

import pytest
import sqlalchemy as sa

from sync import rows
from sync.chain import Encoded
from sync.envelope import Moment, encode
from sync.errors import UsageError
from sync.facts import parse
from sync.hub import erasure, members, sightings
from sync.hub.hub import Hub
from sync.hub.store.models import Member, Sighting, Space
from sync.ids import uuid7
from sync.number import with_check_digit
from tests.hub.programme import Sender, add_occurrence
from tests.hub.web_support import FixedClock, at_noon, audited, on_sqlite, post, quick_passwords, signed_in, text, told

ZOIA, OMERO = (45.474, 9.106), (45.438, 9.222)  # some ten kilometres: a quarter of an hour


@pytest.fixture
def clock(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> FixedClock:
    quick_passwords(monkeypatch)
    with hub.database.write() as session:
        for space, (lat, lon) in (("zoia", ZOIA), ("omero", OMERO)):
            place = session.get_one(Space, space)
            place.lat, place.lon = lat, lon
    return at_noon(hub)


def card(hub: Hub) -> str:
    return members.issue_card(hub, "zoia", "Bea Neri", "it").number


def shown(hub: Hub, number: str, minute: int, *, measured: bool = True) -> Encoded:
    """The fact of a terminal that a card was shown there, so many minutes past ten."""
    body = {"card": number, "occurrence": "cucito@20261124T173000Z"}
    moment = Moment(f"2026-11-24T10:{minute:02}:00Z", 1, "boot", 0 if measured else None)
    return encode(parse("checkin", body), uuid7(hub.clock.now()), moment)


def doubled(hub: Hub, number: str) -> bool:
    with hub.database.read() as session:
        return session.get_one(Member, number).doubled


def sent(sender: Sender, *facts: Encoded) -> None:
    first = len(sender.facts) + 1
    sender.facts += facts
    assert all(one.state == "accepted" for one in sender.taken(first).results)


def test_a_card_that_was_shown_in_two_spaces_at_once_is_flagged_and_nobody_is_turned_away(
    hub: Hub, clock: FixedClock
) -> None:
    number = card(hub)
    here, there = Sender(hub), Sender(hub, "omero")
    sent(here, shown(hub, number, 0))
    assert not doubled(hub, number)
    sent(there, shown(hub, number, 10))
    assert doubled(hub, number)


@pytest.mark.parametrize(("minutes", "flagged"), [(0, True), (10, True), (14, True), (16, False), (45, False)])
def test_what_the_way_takes_decides(hub: Hub, clock: FixedClock, minutes: int, flagged: bool) -> None:
    number = card(hub)
    sent(Sender(hub, "omero"), shown(hub, number, minutes))
    sent(Sender(hub), shown(hub, number, 0))
    assert doubled(hub, number) is flagged


@pytest.mark.parametrize(("lat", "minutes", "flagged"), [(None, 4, True), (None, 6, False), (45.4741, 1, True)])
@on_sqlite
def test_the_way_has_bounds_where_a_space_has_no_place_or_is_next_door(
    hub: Hub, clock: FixedClock, lat: float | None, minutes: int, flagged: bool
) -> None:
    number = card(hub)
    with hub.database.write() as session:
        omero = session.get_one(Space, "omero")
        omero.lat, omero.lon = lat, ZOIA[1]
    sent(Sender(hub), shown(hub, number, 0))
    sent(Sender(hub, "omero"), shown(hub, number, minutes))
    assert doubled(hub, number) is flagged


@on_sqlite
def test_two_terminals_of_one_space_and_a_time_that_nobody_knows_flag_nothing(hub: Hub, clock: FixedClock) -> None:
    number = card(hub)
    sent(Sender(hub), shown(hub, number, 0))
    sent(Sender(hub), shown(hub, number, 0))
    sent(Sender(hub, "omero"), shown(hub, number, 0, measured=False))
    assert not doubled(hub, number)


@pytest.mark.parametrize(
    ("kind", "by", "flagged"), [("booking", None, True), ("booking", "giulia", False), ("checkin", "giulia", True)]
)
@on_sqlite
def test_a_sign_up_at_the_desk_shows_no_card(
    hub: Hub, clock: FixedClock, kind: str, by: str | None, flagged: bool
) -> None:
    number = card(hub)
    with hub.database.write() as session:
        occurrence = add_occurrence(session, hub)
    sent(Sender(hub), shown(hub, number, 0))
    there = Sender(hub, "omero")
    body = {"occurrence": occurrence, "card": number}
    moment = Moment("2026-11-24T10:05:00Z", 1, "boot", 0)
    sent(there, encode(parse(kind, body), uuid7(hub.clock.now()), moment, by=by))
    assert doubled(hub, number) is flagged


@pytest.mark.parametrize("seed", range(6))
@on_sqlite
def test_the_flag_is_the_same_in_whatever_order_facts_arrive_and_however_often(
    hub: Hub, clock: FixedClock, seed: int
) -> None:
    rng = random.Random(seed)
    numbers = [card(hub) for _ in range(4)]
    senders = {"zoia": Sender(hub), "omero": Sender(hub, "omero")}
    plan = [(rng.choice(numbers), rng.choice(["zoia", "omero"]), rng.randrange(60)) for _ in range(14)]
    expected = {
        number: any(
            one == other == number and space != place and abs(minute - later) < 15
            for one, space, minute in plan
            for other, place, later in plan
        )
        for number in numbers
    }
    for number, space, minute in plan:
        sent(senders[space], shown(hub, number, minute))
        senders[space].taken()  # and all of it again
    assert {number: doubled(hub, number) for number in numbers} == expected


def test_a_card_of_which_the_hub_hears_late_is_flagged_all_the_same(hub: Hub, clock: FixedClock) -> None:
    there, here = Sender(hub, "omero"), Sender(hub)
    number = with_check_digit("91111000001")
    sent(there, shown(hub, number, 3))
    sent(here, shown(hub, number, 1))
    here.state("card_issue", {"name": "Ugo Blu", "language": "it", "access": [], "number": number})
    here.taken(2)
    assert doubled(hub, number)


def test_the_desk_of_the_own_space_is_told_and_the_office_settles_it(hub: Hub, clock: FixedClock) -> None:
    number = card(hub)
    here, there = Sender(hub), Sender(hub, "omero")
    sent(here, shown(hub, number, 0))
    sent(there, shown(hub, number, 5))
    assert desk_knows(hub, number)
    client, me = signed_in(hub, "portiere", "zoia")
    assert "tessera usata in due spazi insieme" in text(client.get("/office"))
    assert "Usate in due spazi insieme" in text(client.get("/office/cards"))
    page = f"/office/cards/{number}"
    shows = text(client.get(page))
    assert "Usata in due spazi insieme" in shows
    assert "mar 24 nov, 11:00 Via Fratelli Zoia – mar 24 nov, 11:05 Viale Omero" in shows
    post(client, page, f"{page}/looked")
    assert not doubled(hub, number)
    assert not desk_knows(hub, number)
    assert audited(hub)[-1] == (me, "card.doubled", number)
    assert "due spazi" not in text(client.get(page))
    sent(there, shown(hub, number, 6))
    assert doubled(hub, number), "what nobody has looked at is flagged again"


def desk_knows(hub: Hub, number: str) -> bool:
    """What the terminals of the card's own space hold."""
    return rows.load(rows.Member, json.loads(told(hub, "member", number))).doubled


@on_sqlite
def test_those_of_another_space_neither_see_nor_settle_it(hub: Hub, clock: FixedClock) -> None:
    number = card(hub)
    sent(Sender(hub), shown(hub, number, 0))
    sent(Sender(hub, "omero"), shown(hub, number, 0))
    client, _ = signed_in(hub, "operator", "omero")
    assert "due spazi" not in text(client.get("/office"))
    assert "due spazi" not in text(client.get("/office/cards"))
    assert post(client, "/office/cards", f"/office/cards/{number}/looked").status_code == 404
    assert doubled(hub, number)


def test_sightings_go_after_their_time_and_the_flag_with_them(hub: Hub, clock: FixedClock) -> None:
    number, other = card(hub), card(hub)
    sent(Sender(hub), shown(hub, number, 0), shown(hub, other, 0))
    sent(Sender(hub, "omero"), shown(hub, number, 0))
    assert sightings.expire(hub) == 0
    clock.wall += sightings.KEPT + timedelta(days=1)
    assert sightings.expire(hub) == 3
    assert not doubled(hub, number)


def test_who_is_forgotten_leaves_no_sighting_and_is_told_of_them_before(hub: Hub, clock: FixedClock) -> None:
    number = card(hub)
    sent(Sender(hub), shown(hub, number, 0))
    sent(Sender(hub, "omero"), shown(hub, number, 1))
    assert [one["space_id"] for one in erasure.export(hub, number)["sightings"]] == ["zoia", "omero"]
    erasure.erase(hub, number)
    with hub.database.read() as session:
        assert session.scalars(sa.select(Sighting)).all() == []
    assert not doubled(hub, number)


@on_sqlite
def test_a_card_of_nobody_cannot_be_settled(hub: Hub) -> None:
    with pytest.raises(UsageError, match="There is no card"):
        sightings.look_at(hub, "123456789012", by="test")
