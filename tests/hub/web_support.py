"""A hub with a programme, looked at through a browser that speaks HTTP: what the tests of site and office share."""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass
from datetime import datetime, timedelta
from html.parser import HTMLParser
from typing import Any

import pytest
import sqlalchemy as sa
from argon2 import PasswordHasher

from sync import card
from sync.clock import ROME
from sync.hub import audit, catalogue, staff
from sync.hub.api.app import create_app
from sync.hub.hub import Hub
from sync.hub.store.models import Activity, Audit, Booking, Feed, Occurrence, Space
from sync.ids import occurrence_id
from tests.hub.programme import Sender

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # Starlette would rather have a client that is not in the lock yet
    from starlette.testclient import TestClient

NOW = datetime(2026, 11, 24, 15, 20, tzinfo=ROME)
"""A Tuesday afternoon."""
PASSWORD = "tre parole qualunque"
MARKUP = "<img src=x onerror=alert(1)>\"'&</script><script>alert(2)</script>"
"""What must come out as text wherever it was typed in."""
on_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
"""For tests of what does not depend on the database."""


class FixedClock:
    """Time that moves when a test says so."""

    def __init__(self, now: datetime = NOW) -> None:
        self.wall, self.ms = now, 1_000_000

    def now(self) -> datetime:
        return self.wall

    def monotonic_ms(self) -> int:
        return self.ms

    def boot_id(self) -> str:
        return "test"

    def pass_time(self, seconds: float) -> None:
        self.wall += timedelta(seconds=seconds)
        self.ms += int(seconds * 1000)


def at_noon(hub: Hub) -> FixedClock:
    """Gives the hub a clock that a test moves."""
    clock = FixedClock()
    hub.clock = clock
    return clock


def add_activity(
    hub: Hub, name: str, *, space: str = "zoia", start: str = "2026-11-24T18:30", end: str | None = "2026-11-24T20:00",
    rrule: str | None = None, capacity: int | None = None, **more: Any,
) -> str:  # fmt: skip
    """An activity with its occurrences, as the office would make it; returns the id of the first occurrence."""
    values = {"title": {"it": name.capitalize()}, "all_day": False, **more}
    with hub.database.write() as session:
        activity = Activity(
            id=name, space_id=space, start=start, end=end, rrule=rrule, capacity=capacity, signup=capacity is not None,
            **values,
        )  # fmt: skip
        session.add(activity)
        session.flush()
        catalogue.expand(session, activity, hub.clock.now())
    local = datetime.fromisoformat(start).replace(tzinfo=ROME)
    return occurrence_id(name, (local - local.utcoffset()).strftime("%Y-%m-%dT%H:%M:%SZ"))  # type: ignore[operator]


def change(hub: Hub, occurrence: str, **changes: Any) -> None:
    """What the office decides about one occurrence."""
    with hub.database.write() as session:
        catalogue.change_occurrence(session, session.get_one(Occurrence, occurrence), hub.clock.now(), **changes)


def add_space(hub: Hub, space: str, **values: Any) -> None:
    """One more space."""
    with hub.database.write() as session:
        session.add(Space(**({"id": space, "name": space.capitalize(), "area": 1} | values)))


def browser(hub: Hub, *, fresh: bool = False) -> TestClient:
    """A browser that does not follow redirects by itself. `fresh`: the hub has just been started again."""
    if fresh or not hasattr(hub, "application"):
        hub.application = create_app(hub)  # type: ignore[attr-defined]
    return TestClient(hub.application, base_url="http://hub.test", follow_redirects=False)  # type: ignore[attr-defined]


def quick_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    """Argon2id with less work: for tests that are not about passwords."""
    monkeypatch.setattr(staff, "_HASHER", PasswordHasher(time_cost=1, memory_cost=64, parallelism=1))
    staff._nobodys_password.cache_clear()


@dataclass
class Offer:
    """A sign-up ticket as a terminal shows it. `address`: what the QR opens."""

    sender: Sender
    ticket: card.Ticket
    address: str


def offer(
    hub: Hub, occurrence: str, *, sender: Sender | None = None, held: bool = False, nonce: str = "00000000000000aa",
    people: int = 1, space: str = "zoia",
) -> Offer:  # fmt: skip
    """A ticket that an approved terminal signed now."""
    terminal = sender or Sender(hub, space)
    now = int(hub.clock.now().timestamp())
    ticket = card.Ticket(terminal.id, 1, occurrence, nonce, people, now, now + card.TICKET_SECONDS, held)
    code = card.encode(ticket, card.Signer.of(terminal.key))
    return Offer(terminal, ticket, f"/i/{card.to_url(code)}")


WISH = {"name": "Ada Rossi", "card": "", "people": "1", "contact": "", "language": "it", "consent": "yes"}
"""A form that is filled in well."""


def token_in(page: str) -> str:
    """The token of the forms on a page of the office."""
    found = re.search(r'name="token" value="([0-9a-f]{64})"', page)
    assert found, "this page has no form with a token"
    return found[1]


def signed_in(hub: Hub, role: str = "comune", space: str | None = None) -> tuple[TestClient, str]:
    """A browser in which a new member of staff has just chosen a password, and the staff id."""
    made = staff.add(hub, role, "Carla Bianchi", space)
    client = browser(hub)
    path = made.link[made.link.index("/office/") :]
    page = client.get(path)
    assert page.status_code == 200, page.text
    values = {"token": token_in(page.text), "password": PASSWORD, "again": PASSWORD}
    assert client.post(path, data=values).status_code == 303
    return client, made.staff


def post(client: TestClient, page: str, action: str, **fields: str) -> Any:
    """Sends a form of a page with its token."""
    return client.post(action, data={"token": token_in(client.get(page).text), **fields})


class Outline(HTMLParser):
    """What a page holds: its elements with their attributes, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self._texts: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self._texts.append(data)

    @property
    def text(self) -> str:
        """All text, with single spaces."""
        return " ".join(" ".join(self._texts).split())

    def all(self, tag: str) -> list[dict[str, str]]:
        """The attributes of each element of a kind."""
        return [attributes for name, attributes in self.elements if name == tag]


def bookings(hub: Hub) -> list[Booking]:
    with hub.database.read() as session:
        found = list(session.scalars(sa.select(Booking).order_by(Booking.id)))
        session.expunge_all()
        return found


def sent(hub: Hub, ticket: Offer, **changes: str) -> str:
    """Sends a form that is taken; returns the address of the person's own page."""
    response = browser(hub).post(ticket.address, data=WISH | changes)
    assert response.status_code == 303, Outline(response.text).text
    return str(response.headers["location"])


def seen(hub: Hub, address: str, status: int = 200) -> str:
    response = browser(hub).get(address)
    assert response.status_code == status, response.text
    return Outline(response.text).text


def audited(hub: Hub) -> list[tuple[str, str, str]]:
    with hub.database.read() as session:
        assert audit.verify(session) is None
        rows = session.scalars(sa.select(Audit).where(Audit.what.not_like("staff.%")).order_by(Audit.id))
        return [(row.who, row.what, row.subject) for row in rows]


def told(hub: Hub, entity: str, row: str) -> str:
    """What the terminals are told of a row."""
    with hub.database.read() as session:
        return str(session.scalar(sa.select(Feed.body).where(Feed.entity == entity, Feed.id == row)))


def text(response: Any) -> str:
    return Outline(response.text).text
