"""Days that desks closed, at the hub."""

from __future__ import annotations

from datetime import date

import pytest

from sync.hub import days
from sync.hub.hub import Hub
from tests.hub.programme import Sender
from tests.hub.web_support import at_noon, on_sqlite, quick_passwords, signed_in, text

DAY = "2026-10-09"


def test_the_last_close_of_a_day_counts_and_what_came_after_it_is_seen(hub: Hub) -> None:
    desk, other = Sender(hub), Sender(hub, "omero")
    desk.state("dropin", {"reasons": ["chiavi"], "people": 2, "age_band": "75+"}, at="2026-10-09T08:00:00Z")
    desk.state("dropin", {"reasons": ["chiavi"]}, at="2026-10-09T22:30:00Z")  # past midnight in Milano
    other.state("dropin", {"reasons": ["chiavi"]}, at="2026-10-09T08:00:00Z")
    desk.state("day_close", {"day": DAY, "totals": {"people": 1}}, at="2026-10-09T16:00:00Z")
    desk.state("day_close", {"day": DAY, "totals": {"people": 2, "dropins": 1}}, at="2026-10-09T17:00:00Z")
    desk.taken()
    other.taken()
    with hub.database.read() as session:
        found = days.totals(session, "zoia", date.fromisoformat(DAY))
        (one,) = days.closed(session, None, limit=9)
    assert (found.people, found.ages, found.reasons) == (2, {"75+": 2}, {"chiavi": 1})
    assert (one.space, one.at, one.then, one.changed) == (
        "zoia", "2026-10-09T17:00:00Z", {"people": 2, "dropins": 1}, False,
    )  # fmt: skip


def test_what_is_no_day_is_put_aside(hub: Hub) -> None:
    desk = Sender(hub)
    desk.state("day_close", {"day": "2026-13-45", "totals": {}})
    assert [one.state for one in desk.taken().results] == ["quarantined"]


@on_sqlite
def test_the_office_shows_the_days_of_its_own_space_with_what_changed_since(
    hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    quick_passwords(monkeypatch)
    at_noon(hub)
    desk, other = Sender(hub), Sender(hub, "omero")
    for one in (desk, other):
        one.state("dropin", {"reasons": ["chiavi"], "people": 7})
        one.state("day_close", {"day": DAY, "totals": {"people": 7 if one is other else 5}})
        one.taken()
    mine = text(signed_in(hub, "portiere", "zoia")[0].get("/office/days"))
    assert "09/10/2026" in mine
    assert "alla chiusura 5" in mine
    assert mine.count("09/10/2026") == 1
    everywhere = text(signed_in(hub, "comune")[0].get("/office/days"))
    assert everywhere.count("09/10/2026") == 2
    assert signed_in(hub, "technician")[0].get("/office/days").status_code == 403
