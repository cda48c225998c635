"""Terminals as they were shipped, against the hub of today: what they say is taken, what they are told is enough."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from sync.hub.store.models import Booking, DropIn, Feed, StoredFact
from tests.compat import hubside
from tests.compat.exchange import FIXTURES, Story, stories, versions
from tests.compat.replay import Replay
from tests.compat.schema import Schemas

UNREADABLE = "?"
"""What 0.1.0's hub and later ones call a fact whose bytes they cannot read; it is known by its place, not by an id."""
STORIES = [(version, name) for version in versions() for name in stories(version)]


@pytest.fixture(autouse=True)
def _small_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    hubside.small_pages(monkeypatch.setattr)


@pytest.fixture
def played(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Replay]:
    """A story, played to its end."""
    version, name = request.param
    replay = Replay(stories(version)[name], Schemas(FIXTURES / version / "replies.json"), tmp_path)
    try:
        replay.play()
        yield replay
    finally:
        replay.close()


def stated(story: Story) -> list[dict[str, Any]]:
    """The facts that the terminal stated, once each, in order."""
    found = [json.loads(fact["raw"]) for one in story.exchanges("/v1/push") for fact in one.facts if one.status == 200]
    return list({fact["id"]: fact for fact in found}.values())


def stored(replay: Replay) -> dict[str, str]:
    """What became of each fact at the hub, by the id in its bytes; a fact that is there twice fails."""
    with replay.hub.hub.database.read() as session:
        rows = [row for row in session.scalars(sa.select(StoredFact)) if row.raw is not None]
    readable = Counter(row.id for row in rows if row.kind != UNREADABLE)
    assert [name for name, count in readable.items() if count > 1] == []
    return {json.loads(row.raw or b"")["id"]: row.state for row in rows}


def of_the_hub(replay: Replay) -> dict[tuple[str, str, str], Any]:
    """What the terminal shall hold."""
    with replay.hub.hub.database.read() as session:
        mine = ("public", "space:zoia", f"terminal:{replay.story.terminal}")
        rows = session.execute(
            sa.select(Feed.entity, Feed.id, Feed.scope, Feed.body).where(Feed.scope.in_(mine), Feed.body.is_not(None))
        )
        return {(row.entity, row.id, row.scope): json.loads(row.body) for row in rows}


def ids(replay: Replay, model: Any) -> set[str]:
    with replay.hub.hub.database.read() as session:
        return set(session.scalars(sa.select(model.id)))


@pytest.mark.parametrize("played", STORIES, indirect=True, ids="-".join)
def test_its_facts_are_there_once_each_and_it_holds_what_the_hub_holds(played: Replay) -> None:
    facts = stated(played.story)
    assert set(stored(played)) == {fact["id"] for fact in facts}
    assert ids(played, DropIn) == {f["id"] for f in facts if f["kind"] == "dropin" and f["v"] == 1}
    if played.hub.terminal().state == "active":
        played.settle()
        assert played.rows == of_the_hub(played)
        assert len(played.rows) > 3 * hubside.SMALL_PAGE


@pytest.mark.parametrize("played", [(version, "first_day") for version in versions()], indirect=True)
def test_its_bookings_stand(played: Replay) -> None:
    paid = {fact["id"] for fact in stated(played.story) if fact["kind"] == "booking" and fact["body"].get("paid")}
    assert paid
    with played.hub.hub.database.read() as session:
        found = {row.id: row.state for row in session.scalars(sa.select(Booking).where(Booking.id.in_(paid)))}
    assert found.keys() == paid
    assert set(found.values()) <= {"final", "checked_in", "cancelled"}


@pytest.mark.parametrize("played", [(version, "trouble") for version in versions()], indirect=True)
def test_what_the_hub_cannot_use_is_kept_and_blocks_nothing(played: Replay) -> None:
    states = stored(played)
    by_kind = {fact["id"]: (fact["kind"], fact["v"]) for fact in stated(played.story)}
    odd = {by_kind[name]: state for name, state in states.items() if state != "accepted"}
    assert odd[("telepathy", 1)] == odd[("dropin", 99)] == "parked"
    assert odd[("dropin", -1)] == "quarantined"
    assert played.hub.terminal().incarnation == 2
