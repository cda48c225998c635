"""The office's pages of terminals and of the facts that they stated."""

from __future__ import annotations

import re

import pytest
import sqlalchemy as sa

from sync import wire
from sync.hub import recovery, terminals
from sync.hub.hub import Hub, set_setting
from sync.hub.store.models import Booking, Enrolment, Loss, StoredFact, Terminal
from tests.hub.programme import Sender
from tests.hub.web_support import (
    MARKUP,
    PASSWORD,
    FixedClock,
    Outline,
    add_activity,
    at_noon,
    audited,
    post,
    quick_passwords,
    signed_in,
    text,
    token_in,
)


@pytest.fixture
def clock(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> FixedClock:
    quick_passwords(monkeypatch)
    return at_noon(hub)


def waiting_terminal(hub: Hub, space: str = "omero") -> str:
    with hub.database.write() as session:
        terminals.enrol(session, hub, wire.EnrolRequest(public="ab" * 32, space=space, version="0.1.0"))
        return session.scalars(sa.select(Enrolment)).one().code


def test_a_technician_lets_a_terminal_in_by_the_code_that_it_shows(hub: Hub, clock: FixedClock) -> None:
    code = waiting_terminal(hub)
    client, me = signed_in(hub, "technician")
    assert "1 terminale aspetta di essere ammesso" in text(client.get("/office"))
    shown = f"{code[:4]}-{code[4:]}"
    assert f"Ammetti {shown}" in text(client.get("/office/terminals"))
    wrong = post(client, "/office/terminals", "/office/terminals/approve", code="ZZZZ-ZZZZ")
    assert wrong.status_code == 422
    assert "Nessun terminale aspetta con questo codice" in text(wrong)
    done = post(client, "/office/terminals", "/office/terminals/approve", code=shown.lower())
    assert "Il terminale è ammesso." in text(client.get(done.headers["location"]))
    with hub.database.read() as session:
        terminal = session.scalars(sa.select(Terminal)).one()
        assert (terminal.id, terminal.state, terminal.approved_by) == ("omero-1", "active", me)
    assert audited(hub) == [(me, "terminal.approve", "omero-1")]


def test_the_list_says_how_terminals_are_and_a_silent_one_needs_attention(hub: Hub, clock: FixedClock) -> None:
    sender = Sender(hub)
    sender.state("dropin", {"reasons": ["chiavi"]})
    sender.taken()
    with hub.database.write() as session:
        terminal = session.get_one(Terminal, sender.id)
        terminal.last, terminal.last_seen, terminal.version = 4, "2026-11-24T14:10:00Z", "0.9.1"
        terminal.health = {"disk": MARKUP}
    client, _ = signed_in(hub, "technician")
    assert f"{sender.id} Via Fratelli Zoia attivo mar 24 nov, 15:10 3 1 0.9.1" in text(client.get("/office/terminals"))
    page = client.get(f"/office/terminals/{sender.id}")
    assert MARKUP in text(page)
    assert not Outline(page.text).all("img")
    assert "Tutto in ordine." in text(client.get("/office"))
    clock.pass_time(25 * 3600)
    _, staff_id = signed_in(hub, "technician")
    post(client, "/office/login", "/office/login", staff=staff_id, password=PASSWORD)
    assert "1 terminale non si fa sentire da più di un giorno" in text(client.get("/office"))


def test_a_terminal_is_revoked_after_asking(hub: Hub, clock: FixedClock) -> None:
    sender = Sender(hub)
    client, me = signed_in(hub, "technician")
    page = f"/office/terminals/{sender.id}"
    assert post(client, page, f"{page}/revoke").status_code == 422
    assert post(client, page, f"{page}/revoke", sure="yes").status_code == 303
    with hub.database.read() as session:
        assert session.get_one(Terminal, sender.id).state == "revoked"
    assert audited(hub) == [(me, "terminal.revoke", sender.id)]
    assert client.post("/office/terminals/nope/revoke", data={"token": token_in(client.get("/office").text),
                                                              "sure": "yes"}).status_code == 404  # fmt: skip


def test_a_terminal_that_is_to_erase_itself_is_listed_as_such(hub: Hub, clock: FixedClock) -> None:
    sender = Sender(hub)
    client, me = signed_in(hub, "technician")
    page = f"/office/terminals/{sender.id}"
    assert post(client, page, f"{page}/revoke", sure="yes", erase="yes").status_code == 303
    with hub.database.read() as session:
        assert session.get_one(Terminal, sender.id).state == "erasing"
    assert audited(hub) == [(me, "terminal.erase", sender.id)]
    assert "escluso, si cancella" in text(client.get(page))


def test_the_notice_of_a_lost_witness_goes_when_somebody_has_seen_it(hub: Hub, clock: FixedClock) -> None:
    with hub.database.write() as session:
        set_setting(session, recovery.TROUBLE, "2026-11-24T08:00:00Z The witness is gone.")
    operator, _ = signed_in(hub, "operator", "zoia")
    assert "The witness is gone." not in text(operator.get("/office/facts"))
    assert post(operator, "/office/facts", "/office/facts/seen").status_code == 404
    client, me = signed_in(hub, "technician")
    assert "il testimone mancava" in text(client.get("/office"))
    assert "The witness is gone." in text(client.get("/office/facts"))
    done = post(client, "/office/facts", "/office/facts/seen")
    assert "L'avviso è tolto." in text(client.get(done.headers["location"]))
    assert "The witness is gone." not in text(client.get("/office/facts"))
    assert "il testimone mancava" not in text(client.get("/office"))
    assert audited(hub) == [(me, "witness.seen", "2026-11-24T08:00:00Z")]


def test_a_quarantined_fact_is_shown_with_why_and_replayed_once_its_cause_is_mended(
    hub: Hub, clock: FixedClock
) -> None:
    sender = Sender(hub)
    sender.state("booking", {"occurrence": "cucito@20261124T173000Z", "name": "Ada Rossi", "paid": True})
    sender.state("dropin", {"reasons": ["chiavi"]})
    sender.taken()
    client, me = signed_in(hub, "operator", "zoia")
    assert "1 registrazione non si è potuta applicare" in text(client.get("/office"))
    with hub.database.write() as session:
        session.add(Loss(terminal=sender.id, incarnation=1, first=7, last=9, at="2026-10-09T08:00:00Z"))
    held = text(client.get("/office/facts?state=held"))
    assert "Perdute dopo un ripristino" in held
    assert "1:7–9" in held
    assert "1 perdita di registrazioni dopo un ripristino" in text(client.get("/office"))
    assert "in quarantena" in held
    assert "There is no occurrence" in held
    assert "dropin" not in held
    assert "Ada Rossi" not in text(client.get("/office/facts")), "the personal part is nobody's business here"
    replay = {"terminal": sender.id, "incarnation": "1", "seq": "1"}
    still = post(client, "/office/facts?state=held", "/office/facts/replay", **replay)
    assert "non si può ancora applicare" in text(client.get(still.headers["location"]))
    add_activity(hub, "cucito", capacity=5)
    done = post(client, "/office/facts?state=held", "/office/facts/replay", **replay)
    assert "La registrazione è stata applicata." in text(client.get(done.headers["location"]))
    with hub.database.read() as session:
        assert session.get_one(StoredFact, (sender.id, 1, 1)).state == "accepted"
        assert session.scalars(sa.select(Booking)).one().name == "Ada Rossi"
    assert [one[:2] for one in audited(hub)] == [(me, "fact.replay")] * 2
    token = token_in(client.get("/office").text)
    assert client.post("/office/facts/replay", data={"token": token, **replay}).status_code == 409
    wrong = {"terminal": sender.id, "incarnation": "x", "seq": "9" * 50}
    assert client.post("/office/facts/replay", data={"token": token, **wrong}).status_code == 404


def test_facts_come_newest_first_page_by_page_and_by_terminal(hub: Hub, clock: FixedClock) -> None:
    sender, other = Sender(hub), Sender(hub, "omero")
    for _ in range(60):
        sender.state("dropin", {"reasons": ["chiavi"]})
    sender.taken()
    other.state("dropin", {"reasons": ["altro"]})
    other.taken()
    client, _ = signed_in(hub)

    def places(query: str) -> list[str]:
        return re.findall(r"(?:zoia|omero)-1 (1:\d+)", text(client.get(f"/office/facts?{query}")))

    assert places(f"terminal={sender.id}") == [f"1:{seq}" for seq in range(60, 10, -1)]
    assert places(f"terminal={sender.id}&page=1") == [f"1:{seq}" for seq in range(10, 0, -1)]
    assert places(f"terminal={other.id}") == ["1:1"]
    assert places("page=99999999999999") == []
    assert len(places("terminal=nope&state=nope&page=-1")) == 50


def test_markup_in_a_fact_comes_out_as_text(hub: Hub, clock: FixedClock) -> None:
    sender = Sender(hub)
    sender.state("notice", {"title": MARKUP, "text": MARKUP})
    sender.taken()
    client, _ = signed_in(hub)
    page = client.get("/office/facts")
    assert "onerror=alert(1)" in text(page)
    assert not Outline(page.text).all("img")
