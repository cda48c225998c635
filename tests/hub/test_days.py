"""Days that desks closed, at the hub."""

from __future__ import annotations

from datetime import date

from sync.hub import days
from sync.hub.hub import Hub
from tests.hub.programme import Sender

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
