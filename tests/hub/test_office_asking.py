"""The office's pages of services, requests and the neighbours' board."""

from __future__ import annotations

from typing import Any

import pytest
import sqlalchemy as sa

from sync import rows
from sync.hub import members, requests
from sync.hub.hub import Hub
from sync.hub.store.models import Feed, Offer, Service, ServiceRequest
from tests.hub.programme import Sender
from tests.hub.test_requests import add_service
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


def only(hub: Hub, kind: type[Any]) -> Any:
    with hub.database.read() as session:
        found = session.scalars(sa.select(kind)).one()
        session.expunge_all()
        return found


def stated(hub: Hub, kind: str, space: str = "zoia", **body: Any) -> str:
    sender = Sender(hub, space)
    made = sender.state(kind, body)
    sender.taken()
    return made


NEW = {"kind": "opening", "title_it": "Aiuto cuoco", "ask": "yes", "active": "yes"}


def test_a_service_is_made_told_to_terminals_changed_and_taken_away(hub: Hub, clock: FixedClock) -> None:
    client, me = signed_in(hub, "operator", "zoia")
    fields = NEW | {
        "places": "3",
        "until": "2026-12-31",
        "hours_it": "lun – ven",
        "price_it": "600 €",
        "contact": "a@b.it",
    }
    done = post(client, "/office/services/new?kind=opening", "/office/services", space="omero", **fields)
    assert done.status_code == 303
    made = only(hub, Service)
    assert (made.space_id, made.kind, made.places, made.until) == ("zoia", "opening", 3, "2026-12-31T23:00:00Z")
    address = done.headers["location"].partition("?")[0]
    page = client.get(done.headers["location"])
    assert "Salvato." in text(page)
    assert 'value="2026-12-31"' in page.text
    post(client, address, address, **(fields | {"active": "", "title_en": "Kitchen help"}))
    assert only(hub, Service).title == {"it": "Aiuto cuoco", "en": "Kitchen help"}
    with hub.database.read() as session:
        assert session.scalar(sa.select(Feed.body).where(Feed.entity == "service")) is None
    assert "tolto" in text(client.get("/office/services"))
    assert [what for _, what, _ in audited(hub)] == ["service.add", "service.change"]
    assert {who for who, _, _ in audited(hub)} == {me}


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("title_it", " ", "Scrivi il titolo in italiano."), ("title_en", "x" * 121, "troppo lungo"),
        ("text_it", "x" * 2_001, "troppo lungo"), ("contact", "x" * 201, "troppo lungo"),
        ("kind", "teleport", "Scegli che cos'è."), ("places", "0", "Scrivi quanti posti"),
        ("places", "٣", "Scrivi quanti posti"), ("until", "domani", "Questa data non va."),
        ("until", "9999-12-31", "Questa data non va."),
    ],
)  # fmt: skip
@on_sqlite
def test_what_will_not_do_is_said_next_to_its_field_and_nothing_is_stored(
    hub: Hub, clock: FixedClock, field: str, value: str, sentence: str
) -> None:
    client, _ = signed_in(hub, "operator", "zoia")
    done = post(client, "/office/services/new", "/office/services", **(NEW | {field: value}))
    assert done.status_code == 422
    assert sentence in text(done)
    assert f'id="{field}-error"' in done.text
    with hub.database.read() as session:
        assert session.scalars(sa.select(Service)).all() == []


@on_sqlite
def test_a_space_has_no_more_services_than_terminals_can_hold(
    hub: Hub, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sync.hub.office.services.MAX_SERVICES", 1)
    add_service(hub)
    client, _ = signed_in(hub, "operator", "zoia")
    assert post(client, "/office/services/new", "/office/services", **NEW).status_code == 409


def test_an_application_is_followed_from_its_receipt_to_the_placement(hub: Hub, clock: FixedClock) -> None:
    add_service(hub, "cuoco", kind="opening")
    number = members.issue_card(hub, "zoia", "Ada Rossi", "it", "ada@example.org").number
    made = stated(hub, "request", service="cuoco", card=number)
    client, _ = signed_in(hub, "portiere", "zoia")
    assert "Cuoco" in text(client.get("/office/requests"))
    address = f"/office/requests/{made}"
    page = text(client.get(address))
    for words in ("Ada Rossi", "ada@example.org", "Ricevuta", "In lettura", "Colloquio", "Prova"):
        assert words in page
    for stage in ("reading", "interview", "trial"):
        assert post(client, address, address, stage=stage).status_code == 303
    assert post(client, address, address, stage="received").status_code == 409
    assert post(client, address, address, stage="closed", outcome="risolto").status_code == 409
    assert post(client, address, address, stage="closed", outcome="inserito").status_code == 303
    assert "Chiusa: Inserimento riuscito" in text(client.get(address))
    assert "Cuoco" not in text(client.get("/office/requests"))
    assert "Inserimento riuscito" in text(client.get("/office/requests?state=closed&kind=opening"))
    assert post(client, address, address, stage="trial").status_code == 303
    assert only(hub, ServiceRequest).stage == "trial"


def test_a_note_waits_is_corrected_approved_and_taken_down(hub: Hub, clock: FixedClock) -> None:
    made = stated(hub, "offer", what="offro", title="Ada cuce, 333 1234567", name="Ada Rossi", contact="333 1234567")
    client, _ = signed_in(hub, "operator", "zoia")
    assert "biglietto per la bacheca aspetta di essere letto" in text(client.get("/office"))
    page = text(client.get("/office/board"))
    assert "Ada Rossi · 333 1234567" in page
    done = post(
        client, "/office/board", f"/office/board/{made}/approve", title="Cucito", text="Orli", until="2026-12-01"
    )
    assert done.status_code == 303
    offer = only(hub, Offer)
    assert (offer.state, offer.title, offer.text, offer.until) == (
        "approved", {"it": "Cucito"}, {"it": "Orli"}, "2026-12-01T23:00:00Z",
    )  # fmt: skip
    with hub.database.read() as session:
        (row,) = session.execute(sa.select(Feed.scope, Feed.body).where(Feed.entity == "offer")).all()
        assert row.scope == rows.space_scope("zoia")
        assert "333" not in row.body
    assert post(client, "/office/board", f"/office/board/{made}/refuse", why="tardi").status_code == 409
    assert post(client, "/office/board", f"/office/board/{made}/withdraw").status_code == 303
    assert only(hub, Offer).state == "withdrawn"
    assert [what for _, what, _ in audited(hub) if what.startswith("offer")] == ["offer.approve", "offer.withdraw"]


def test_a_note_is_refused_with_a_reason_and_never_without_words(hub: Hub, clock: FixedClock) -> None:
    made = stated(hub, "offer", what="cerco", title="Vendo auto", card="100000000001")
    client, _ = signed_in(hub, "comune")
    assert post(client, "/office/board", f"/office/board/{made}/approve", title=" ").status_code == 422
    assert post(client, "/office/board", f"/office/board/{made}/refuse", why=" ").status_code == 422
    assert post(client, "/office/board", f"/office/board/{made}/refuse", why="È pubblicità").status_code == 303
    assert (only(hub, Offer).state, only(hub, Offer).why) == ("refused", "È pubblicità")
    assert "rifiutato: È pubblicità" in text(client.get("/office/board"))


def test_names_are_shown_to_those_who_work_in_the_space_alone(hub: Hub, clock: FixedClock) -> None:
    made = stated(hub, "request", service="chiavi", name="Fatima Bensalem", text="Le chiavi della cantina")
    stated(hub, "offer", what="offro", title="Torte", name="Fatima Bensalem", contact="333 1234567")
    addresses = ("/office/requests", f"/office/requests/{made}", "/office/board")
    own, _ = signed_in(hub, "operator", "zoia")
    assert all("Fatima Bensalem" in text(own.get(address)) for address in addresses)
    city, _ = signed_in(hub, "comune")
    for address in addresses:
        page = text(city.get(address))
        assert not [word for word in ("Fatima", "cantina", "333") if word in page], address


def test_another_space_neither_sees_nor_changes_any_of_it(hub: Hub, clock: FixedClock) -> None:
    add_service(hub, "forno", space="omero", kind="product")
    asked = stated(hub, "request", "omero", service="forno", name="Ada")
    note = stated(hub, "offer", "omero", what="offro", title="Torte di mele", name="Ada")
    client, _ = signed_in(hub, "operator", "zoia")
    for address in ("/office/services", "/office/requests", "/office/board", "/office"):
        page = text(client.get(address))
        assert "Forno" not in page, address
        assert "Torte" not in page, address
    assert "Tutto in ordine." in text(client.get("/office"))
    for address in ("/office/services/forno", f"/office/requests/{asked}"):
        assert client.get(address).status_code == 404
    for address, fields in (
        ("/office/services/forno", NEW), (f"/office/requests/{asked}", {"stage": "working"}),
        (f"/office/board/{note}/approve", {"title": "Mio"}), (f"/office/board/{note}/refuse", {"why": "no"}),
        (f"/office/board/{note}/withdraw", {}),
    ):  # fmt: skip
        assert post(client, "/office/services/new", address, **fields).status_code == 404, address
    assert only(hub, Offer).state == "new"


@on_sqlite
def test_markup_in_any_field_is_shown_as_text(hub: Hub, clock: FixedClock) -> None:
    client, _ = signed_in(hub, "operator", "zoia")
    fields = {f"{name}_it": MARKUP for name in ("text", "hours", "who")} | {"contact": MARKUP}
    short = {f"{name}_it": MARKUP[:60] for name in ("title", "group", "price")}
    done = post(client, "/office/services/new", "/office/services", **(NEW | fields | short))
    made = stated(hub, "request", service=only(hub, Service).id, name=MARKUP, text=MARKUP)
    stated(hub, "offer", what="offro", title=MARKUP, text=MARKUP, name=MARKUP, contact=MARKUP)
    for address in (done.headers["location"], f"/office/requests/{made}", "/office/requests", "/office/board",
                    "/office/services", "/spaces/zoia/services"):  # fmt: skip
        page = client.get(address)
        assert page.status_code == 200, address
        outline = Outline(page.text)
        assert not outline.all("img"), address
        assert not outline.all("script"), address
        assert "<img src=x" in outline.text or "<img src=x" in str(outline.elements), address


@on_sqlite
def test_lists_are_paged(hub: Hub, clock: FixedClock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sync.hub.office.requests.PAGE", 2)
    sender = Sender(hub)
    for name in "ABC":
        sender.state("request", {"service": f"cosa_{name.lower()}", "name": name})
    sender.taken()
    client, _ = signed_in(hub, "portiere", "zoia")
    first, second = (text(client.get(f"/office/requests?page={n}")) for n in ("0", "1"))
    assert [name in first for name in ("cosa_a", "cosa_b", "cosa_c")].count(True) == 2
    assert [name in second for name in ("cosa_a", "cosa_b", "cosa_c")].count(True) == 1
    assert client.get("/office/requests?page=x&kind=nothing").status_code == 200


def test_approving_without_a_last_day_uses_the_usual_one(hub: Hub, clock: FixedClock) -> None:
    made = stated(hub, "offer", what="offro", title="Sedie", name="Ada")
    client, _ = signed_in(hub, "operator", "zoia")
    post(client, "/office/board", f"/office/board/{made}/approve", title="Sedie", until="2020-01-01")
    assert only(hub, Offer).until[:10] == (clock.now() + requests.ON_BOARD).date().isoformat()
