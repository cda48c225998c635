"""Who gets what: no row of another space, and nothing that names a person in public."""

from __future__ import annotations

import json

import pytest

from sync.hub.hub import Hub
from sync.hub.store.models import DropIn, Member
from sync.rows import PUBLIC, space_scope, terminal_scope
from tests.hub.programme import Sender, add_occurrence
from tests.hub.pulled import Copy, snapshot


@pytest.fixture
def everything(hub: Hub) -> tuple[Hub, Sender, Sender]:
    """Rows of every scope: both spaces, both terminals, bookings made elsewhere, members, staff, quarantined facts."""
    here, there = Sender(hub, "zoia"), Sender(hub, "omero")
    with hub.database.write() as session:
        occurrence = add_occurrence(session, hub)
        for space in ("zoia", "omero"):
            session.add(
                Member(
                    number="123456789012" if space == "zoia" else "210987654321",
                    space_id=space,
                    name="Amina Diallo",
                    language="it",
                    access=[],
                    issued="2026-11-24T14:20:00Z",
                    expires="2029-11-24T14:20:00Z",
                )
            )
            session.add(
                DropIn(
                    id=f"d-{space}",
                    space_id=space,
                    terminal=f"{space}-1",
                    at="2026-11-24T14:20:00Z",
                    void=False,
                    data={"reasons": ["chiavi"], "people": 1, "age_band": "75+"},
                )
            )
    for sender in (here, there):
        sender.state("booking", {"occurrence": occurrence, "name": "Ada Rossi"})
        sender.state("dropin_void", {"dropin": "nobody"})
        sender.taken()
    return hub, here, there


def test_no_terminal_gets_a_row_of_another_spaces_or_terminals_scope(everything: tuple[Hub, Sender, Sender]) -> None:
    hub, here, there = everything
    scopes = {}
    for sender, space in ((here, "zoia"), (there, "omero")):
        copy = Copy(hub, sender.id)
        copy.pull()
        scopes[space] = {scope for _, _, scope in copy.rows}
        assert {scope for _, _, scope in snapshot(hub, sender.id)[1]} == scopes[space]
    assert scopes["zoia"] == {PUBLIC, space_scope("zoia"), terminal_scope(here.id)}
    assert scopes["omero"] == {PUBLIC, space_scope("omero"), terminal_scope(there.id)}


def test_nothing_that_names_a_person_is_public_or_another_spaces(everything: tuple[Hub, Sender, Sender]) -> None:
    hub, _, there = everything
    copy = Copy(hub, there.id)
    copy.pull()
    entities = {entity for (entity, _, scope) in copy.rows if scope == PUBLIC}
    assert entities <= {"space", "activity", "occurrence", "key", "revocations", "notice"}
    texts = json.dumps([body for (entity, _, _), body in copy.rows.items() if entity == "booking"])
    assert "Ada" not in texts
    assert "Diallo" not in json.dumps(list(copy.rows.values()))
