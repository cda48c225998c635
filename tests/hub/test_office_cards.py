"""The office's pages of members' cards."""

from __future__ import annotations

import re

import pytest
import sqlalchemy as sa

from sync.hub import members
from sync.hub.hub import Hub
from sync.hub.store.models import Member
from sync.number import grouped
from tests.hub.web_support import (
    MARKUP,
    FixedClock,
    Outline,
    at_noon,
    audited,
    on_sqlite,
    post,
    quick_passwords,
    signed_in,
    text,
)


@pytest.fixture
def clock(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> FixedClock:
    quick_passwords(monkeypatch)
    return at_noon(hub)


def test_a_card_is_issued_shown_as_a_code_and_printed_again(hub: Hub, clock: FixedClock) -> None:
    client, me = signed_in(hub, "portiere", "zoia")
    done = post(client, "/office/cards", "/office/cards", name=MARKUP, language="ar", contact="ada@example.org",
                access_speech="yes")  # fmt: skip
    page = client.get(done.headers["location"])
    with hub.database.read() as session:
        member = session.scalars(sa.select(Member)).one()
        session.expunge(member)
    assert (member.name, member.contact) == (MARKUP, "ada@example.org")
    assert (member.language, member.access) == ("ar", ["speech"])
    assert grouped(member.number) in text(page)
    assert MARKUP in text(page)
    assert not Outline(page.text).all("img")
    assert Outline(page.text).all("svg")[0]["role"] == "img"
    assert "La tessera è pronta" in text(page)
    assert audited(hub) == [(me, "card.issue", member.number)]
    assert re.findall(r'<path d="([^"]+)"', client.get(f"/office/cards/{member.number}").text)[0] in page.text


@on_sqlite
def test_names_and_contacts_are_shown_in_the_own_space_alone(hub: Hub, clock: FixedClock) -> None:
    number = members.issue_card(hub, "zoia", "Ada Rossi", "it", "ada@example.org").number
    here, _ = signed_in(hub, "portiere", "zoia")
    comune, _ = signed_in(hub, "comune")
    for path in ("/office/cards", f"/office/cards/{number}"):
        assert "Ada Rossi" in text(here.get(path))
        page = text(comune.get(path))
        assert grouped(number) in page
        assert "Ada" not in page
        assert "example.org" not in page


def test_a_card_is_found_by_its_number_and_taken_out_of_use_after_asking(hub: Hub, clock: FixedClock) -> None:
    number = members.issue_card(hub, "zoia", "Ada Rossi", "it").number
    client, me = signed_in(hub, "operator", "zoia")
    missing = post(client, "/office/cards", "/office/cards/find", number="123")
    assert missing.status_code == 422
    assert "Non c'è una tessera con questo numero" in text(missing)
    found = post(client, "/office/cards", "/office/cards/find", number=f" {grouped(number)} ")
    address = found.headers["location"]
    assert post(client, address, f"{address}/revoke").status_code == 422
    done = post(client, address, f"{address}/revoke", sure="yes")
    page = client.get(done.headers["location"])
    assert "Questa tessera non è attiva." in text(page)
    assert not Outline(page.text).all("svg"), "a card that is out of use is not printed"
    assert audited(hub) == [(audited(hub)[0][0], "card.issue", number), (me, "card.revoke", number)]


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"name": " "}, "Scrivi il nome"),
        ({"name": "x" * 121}, "Scrivi il nome"),
        ({"contact": "x"}, "Il contatto ha da 3 a 200 caratteri"),
        ({"language": "xx"}, "Scegli una lingua."),
    ],
)
@on_sqlite
def test_a_card_form_that_will_not_do_says_why_and_keeps_what_was_typed(
    hub: Hub, clock: FixedClock, fields: dict[str, str], sentence: str
) -> None:
    client, _ = signed_in(hub, "portiere", "zoia")
    wanted = {"name": "Ada Rossi", "language": "it", "contact": "", "access_speech": "yes"} | fields
    response = post(client, "/office/cards", "/office/cards", **wanted)
    assert response.status_code == 422
    assert sentence in text(response)
    (speech,) = [one for one in Outline(response.text).all("input") if one.get("name") == "access_speech"]
    assert "checked" in speech
    with hub.database.read() as session:
        assert session.scalars(sa.select(Member)).all() == []
