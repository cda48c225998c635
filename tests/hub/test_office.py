"""The office: who comes in, and who may do what."""

from __future__ import annotations

import re

import pytest
import sqlalchemy as sa

from sync.hub import members, staff
from sync.hub.hub import Hub
from sync.hub.store.models import Member
from sync.number import grouped
from tests.hub.programme import Sender
from tests.hub.web_support import (
    PASSWORD,
    FixedClock,
    Outline,
    add_activity,
    at_noon,
    audited,
    browser,
    on_sqlite,
    post,
    quick_passwords,
    signed_in,
    text,
    token_in,
)

PAGES = (
    "/office", "/office/terminals", "/office/facts", "/office/cards", "/office/activities", "/office/services",
    "/office/requests", "/office/board", "/office/parcels", "/office/handovers",
)  # fmt: skip
REGISTERS = {"/office/parcels", "/office/handovers"}
OFFERING = {"/office/services", "/office/requests", "/office/board"} | REGISTERS


@pytest.fixture
def clock(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> FixedClock:
    quick_passwords(monkeypatch)
    return at_noon(hub)


@pytest.mark.parametrize("path", [*PAGES, "/office/terminals/x", "/office/cards/123456789012", "/office/occurrences/x"])
@on_sqlite
def test_whoever_is_not_in_is_led_to_the_login(hub: Hub, path: str) -> None:
    response = browser(hub).get(path)
    assert (response.status_code, response.headers["location"]) == (303, "/office/login")


@on_sqlite
def test_the_one_time_link_leads_in_and_works_once(hub: Hub, clock: FixedClock) -> None:
    made = staff.add(hub, "portiere", "Luca Verdi", "zoia")
    path, client = made.link[made.link.index("/office/") :], browser(hub)
    assert made.staff in text(client.get(path))
    response = post(client, path, path, password=PASSWORD, again=PASSWORD)
    assert (response.status_code, response.headers["location"]) == (303, "/office")
    assert "Luca Verdi" in text(client.get("/office"))
    assert "già stato usato o è troppo vecchio" in text(browser(hub).get(path))
    assert browser(hub).get(path).status_code == 410


@pytest.mark.parametrize(
    ("password", "again", "sentence"),
    [
        ("corta", "corta", "almeno 10 caratteri"),
        ("x" * 201, "x" * 201, "al massimo 200"),
        ("portineria2026", "portineria2026", "tra le prime"),
        (PASSWORD, PASSWORD + "!", "Le due password sono diverse"),
    ],
)
@on_sqlite
def test_a_password_that_will_not_do_is_said_next_to_its_field(
    hub: Hub, clock: FixedClock, password: str, again: str, sentence: str
) -> None:
    made = staff.add(hub, "portiere", "Luca Verdi", "zoia")
    path, client = made.link[made.link.index("/office/") :], browser(hub)
    response = post(client, path, path, password=password, again=again)
    assert response.status_code == 422
    assert sentence in text(response)
    assert password not in response.text
    assert client.get(path).status_code == 200


def test_id_and_password_lead_in_until_the_session_ends(hub: Hub, clock: FixedClock) -> None:
    _, staff_id = signed_in(hub)
    client = browser(hub)
    response = post(client, "/office/login", "/office/login", staff=staff_id.upper(), password=PASSWORD)
    assert (response.status_code, response.headers["location"]) == (303, "/office")
    assert client.get("/office").status_code == 200
    clock.pass_time(10 * 3600)
    assert client.get("/office").status_code == 303


@on_sqlite
def test_cookies_are_unreadable_for_scripts_and_not_sent_by_other_sites(hub: Hub, clock: FixedClock) -> None:
    _, staff_id = signed_in(hub)
    client = browser(hub)
    response = post(client, "/office/login", "/office/login", staff=staff_id, password=PASSWORD)
    cookies = response.headers.get_list("set-cookie")
    assert cookies
    assert all("HttpOnly" in one and "SameSite=lax" in one and "Path=/office" in one for one in cookies)
    assert not any("Secure" in one for one in cookies)
    client.base_url = "https://hub.test"
    page = client.get("/office/login")
    secure = client.post("/office/login", data={"token": token_in(page.text), "staff": staff_id, "password": PASSWORD})
    assert secure.status_code == 303
    assert all("Secure" in one for one in secure.headers.get_list("set-cookie"))


@on_sqlite
def test_a_wrong_password_and_an_unknown_name_get_the_same_answer(hub: Hub, clock: FixedClock) -> None:
    _, staff_id = signed_in(hub)
    answers = []
    for name in (staff_id, "nessuno2"):
        response = post(browser(hub), "/office/login", "/office/login", staff=name, password="sbagliata ma lunga")
        assert response.status_code == 401
        answers.append(re.sub(r'value="[^"]*"', "", response.text))
    assert answers[0] == answers[1]
    assert "Codice o password non sono giusti" in answers[0]


@on_sqlite
def test_guessing_is_stopped_but_does_not_lock_out_the_browser_that_the_person_uses(
    hub: Hub, clock: FixedClock
) -> None:
    known, staff_id = signed_in(hub)
    assert post(known, "/office", "/office/logout").status_code == 303
    stranger = browser(hub)
    wrong = {"staff": staff_id, "password": "sbagliata ma lunga"}
    statuses = [post(stranger, "/office/login", "/office/login", **wrong).status_code for _ in range(10)]
    assert statuses == [401] * 8 + [429] * 2
    right = {"staff": staff_id, "password": PASSWORD}
    assert post(browser(hub), "/office/login", "/office/login", **right).status_code == 429, "from anywhere"
    assert post(stranger, "/office/login", "/office/login", **right).status_code == 429
    assert known.cookies.get("qc_known")
    stranger.cookies.set("qc_known", str(known.cookies.get("qc_known")), domain="hub.test", path="/office")
    assert post(stranger, "/office/login", "/office/login", **right).status_code == 303
    clock.pass_time(300)
    stranger.cookies.clear()
    assert post(stranger, "/office/login", "/office/login", **right).status_code == 303


@on_sqlite
def test_one_address_that_tries_many_names_is_stopped(hub: Hub, clock: FixedClock) -> None:
    client = browser(hub)
    statuses = [
        post(client, "/office/login", "/office/login", staff=f"nome{number}", password="x").status_code
        for number in range(32)
    ]
    assert statuses == [401] * 30 + [429] * 2


@on_sqlite
def test_going_out_a_reset_and_leaving_end_the_session(hub: Hub, clock: FixedClock) -> None:
    client, _ = signed_in(hub)
    assert post(client, "/office", "/office/logout").status_code == 303
    assert client.get("/office").status_code == 303
    second, staff_id = signed_in(hub)
    staff.reset(hub, staff_id)
    assert second.get("/office").status_code == 303
    third, other = signed_in(hub)
    with hub.database.write() as session:
        session.get_one(staff.Staff, other).active = False
    assert third.get("/office").status_code == 303


@on_sqlite
def test_a_cookie_that_somebody_made_up_or_altered_opens_nothing(hub: Hub, clock: FixedClock) -> None:
    client, _ = signed_in(hub)
    good = str(client.cookies.get("qc_office"))
    for cookie in ("x", good[:-1], good[:5] + "A" + good[6:], str(client.cookies.get("qc_known"))):
        stranger = browser(hub)
        stranger.cookies.set("qc_office", cookie, domain="hub.test", path="/office")
        assert stranger.get("/office").status_code == 303


FORMS = {
    "/office/logout": {},
    "/office/terminals/approve": {"code": "BCDFGHJK"},
    "/office/terminals/zoia-1/revoke": {"sure": "yes"},
    "/office/terminals/zoia-1/write-off": {"occurrence": "cucito@20261124T173000Z"},
    "/office/facts/replay": {"terminal": "zoia-1", "incarnation": "1", "seq": "1"},
    "/office/cards": {"name": "Ada", "language": "it", "space": "zoia"},
    "/office/cards/find": {"number": "1"},
    "/office/activities/cucito": {"title_it": "Altro", "active": "yes", "start": "2026-11-24T18:30"},
    "/office/occurrences/cucito@20261124T173000Z/cancel": {"reason": "x"},
    "/office/occurrences/cucito@20261124T173000Z/restore": {},
    "/office/occurrences/cucito@20261124T173000Z/move": {"start": "2026-11-24T19:30"},
}


@on_sqlite
def test_no_form_changes_anything_without_the_token_of_its_own_session(hub: Hub, clock: FixedClock) -> None:
    add_activity(hub, "cucito", capacity=5)
    Sender(hub)
    client, _ = signed_in(hub)
    other, _ = signed_in(hub)
    foreign = token_in(other.get("/office").text)
    before = audited(hub)
    for path, fields in FORMS.items():
        for token in ({}, {"token": ""}, {"token": "0" * 64}, {"token": foreign}):
            response = client.post(path, data={"x": "1", **fields, **token})
            assert response.status_code == 403, path
            assert "rimasta aperta troppo a lungo" in text(response)
    assert audited(hub) == before
    assert client.get("/office").status_code == 200


@on_sqlite
def test_login_and_welcome_forms_need_their_token_too(hub: Hub, clock: FixedClock) -> None:
    _, staff_id = signed_in(hub)
    client = browser(hub)
    client.get("/office/login")
    assert client.post("/office/login", data={"staff": staff_id, "password": PASSWORD}).status_code == 403
    made = staff.add(hub, "portiere", "Luca Verdi", "zoia")
    path = made.link[made.link.index("/office/") :]
    assert client.post(path, data={"password": PASSWORD, "again": PASSWORD}).status_code == 403


@pytest.mark.parametrize(
    ("role", "space", "allowed"),
    [
        (
            "comune",
            None,
            {"/office", "/office/terminals", "/office/facts", "/office/cards", "/office/activities"} | OFFERING,
        ),
        ("technician", None, {"/office", "/office/terminals", "/office/facts"}),
        (
            "operator",
            "zoia",
            {"/office", "/office/terminals", "/office/facts", "/office/cards", "/office/activities"} | OFFERING,
        ),
        ("portiere", "zoia", {"/office", "/office/cards", "/office/activities", "/office/requests"} | REGISTERS),
    ],
)
@on_sqlite
def test_each_role_sees_its_pages_and_is_told_when_a_page_is_not_for_it(
    hub: Hub, clock: FixedClock, role: str, space: str | None, allowed: set[str]
) -> None:
    client, _ = signed_in(hub, role, space)
    assert {path for path in PAGES if client.get(path).status_code == 200} == allowed
    for path in set(PAGES) - allowed:
        response = client.get(path)
        assert response.status_code == 403
        assert "non è per il tuo ruolo" in text(response)
    links = {link["href"] for link in Outline(client.get("/office").text).all("a") if link["href"] in PAGES}
    assert links == allowed


def test_people_of_one_space_neither_see_nor_change_what_belongs_to_another(hub: Hub, clock: FixedClock) -> None:
    occurrence = add_activity(hub, "coro", space="omero", capacity=5)
    sender = Sender(hub, "omero")
    sender.state("dropin_void", {"dropin": "0" * 32})
    sender.taken()
    number = members.issue_card(hub, "omero", "Ada Rossi", "it").number
    client, _ = signed_in(hub, "operator", "zoia")
    for path in (f"/office/terminals/{sender.id}", f"/office/cards/{number}", "/office/activities/coro",
                 f"/office/occurrences/{occurrence}"):  # fmt: skip
        assert client.get(path).status_code == 404, path
    for path in PAGES:
        page = client.get(path).text
        assert sender.id not in page
        assert grouped(number) not in page
        assert "Coro" not in page
    token = token_in(client.get("/office").text)
    before = audited(hub)
    for path, fields in (
        (f"/office/terminals/{sender.id}/write-off", {"occurrence": occurrence}),
        ("/office/facts/replay", {"terminal": sender.id, "incarnation": "1", "seq": "1"}),
        (f"/office/cards/{number}/revoke", {"sure": "yes"}),
        ("/office/activities/coro", {"title_it": "Mio", "start": "2026-11-24T18:30"}),
        (f"/office/occurrences/{occurrence}/cancel", {}),
        (f"/office/occurrences/{occurrence}/move", {"start": "2026-11-24T19:30"}),
    ):
        assert client.post(path, data={"token": token, **fields}).status_code == 404, path
    assert client.post(f"/office/terminals/{sender.id}/revoke", data={"token": token, "sure": "yes"}).status_code == 403
    assert audited(hub) == before


def test_a_card_is_made_in_the_own_space_whatever_the_form_says(hub: Hub, clock: FixedClock) -> None:
    client, _ = signed_in(hub, "portiere", "zoia")
    response = post(client, "/office/cards", "/office/cards", name="Ada", language="it", space="omero")
    assert response.status_code == 303
    with hub.database.read() as session:
        assert session.scalars(sa.select(Member)).one().space_id == "zoia"


@on_sqlite
def test_when_too_many_come_in_at_once_the_next_one_is_told_to_try_again(
    hub: Hub, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, staff_id = signed_in(hub)
    client = browser(hub)
    monkeypatch.setattr(staff, "HASHING_WAIT_SECONDS", 0.01)
    busy = [staff._HASHING.acquire(blocking=False) for _ in range(staff.MAX_HASHING)]
    assert all(busy)
    right = {"staff": staff_id, "password": PASSWORD}
    try:
        response = post(client, "/office/login", "/office/login", **right)
        assert response.status_code == 503
        assert "Riprova tra un minuto." in text(response)
    finally:
        for _ in busy:
            staff._HASHING.release()
    assert post(client, "/office/login", "/office/login", **right).status_code == 303
