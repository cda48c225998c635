"""The audit log: whoever alters it is found out."""

from __future__ import annotations

import contextlib
import threading

import pytest
import sqlalchemy as sa

from sync.hub import audit, members, staff
from sync.hub.hub import Hub
from sync.hub.store.models import Audit
from tests.hub.web_support import at_noon, on_sqlite


def verified(hub: Hub) -> int | None:
    with hub.database.read() as session:
        return audit.verify(session)


def fill(hub: Hub, count: int = 5) -> list[int]:
    ids = []
    for number in range(count):
        with hub.database.write() as session:
            ids.append(audit.record(session, hub, "4k7m2x9q", "test.done", f"thing-{number}").id)
    return ids


def test_an_untouched_log_verifies_and_an_empty_one_too(hub: Hub) -> None:
    assert verified(hub) is None
    fill(hub)
    assert verified(hub) is None


@on_sqlite
@pytest.mark.parametrize("column", ["at", "who", "what", "subject", "hash"])
def test_an_altered_row_is_found(hub: Hub, column: str) -> None:
    at_noon(hub)
    ids = fill(hub)
    with hub.database.write() as session:
        session.execute(sa.update(Audit).where(Audit.id == ids[2]).values({column: "another"}))
    assert verified(hub) == ids[2]


def test_a_removed_row_and_two_that_changed_places_are_found(hub: Hub) -> None:
    ids = fill(hub)
    with hub.database.write() as session:
        session.execute(sa.delete(Audit).where(Audit.id == ids[1]))
    assert verified(hub) == ids[2]


def test_what_was_rolled_back_leaves_no_trace_and_the_chain_goes_on(hub: Hub) -> None:
    fill(hub, 2)

    class ChangedMindError(Exception):
        pass

    with contextlib.suppress(ChangedMindError), hub.database.write() as session:
        audit.record(session, hub, "x", "test.undone")
        raise ChangedMindError
    fill(hub, 2)
    assert verified(hub) is None


def test_writers_at_the_same_time_make_one_chain(hub: Hub) -> None:
    writers = [threading.Thread(target=fill, args=(hub, 10)) for _ in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert verified(hub) is None
    with hub.database.read() as session:
        assert session.scalar(sa.select(sa.func.count()).select_from(Audit)) == 40


def test_changes_are_recorded_by_ids_without_anything_personal(hub: Hub) -> None:
    made = staff.add(hub, "portiere", "Luca Verdi", "zoia")
    card = members.issue_card(hub, "zoia", "Ada Rossi", "it", "ada@example.org", by=made.staff)
    members.revoke_card(hub, card.number, by=made.staff)
    staff.reset(hub, made.staff)
    with hub.database.read() as session:
        rows = [(row.who, row.what, row.subject) for row in session.scalars(sa.select(Audit).order_by(Audit.id))]
    assert rows == [
        (audit.COMMAND_LINE, "staff.add", made.staff),
        (made.staff, "card.issue", card.number),
        (made.staff, "card.revoke", card.number),
        (audit.COMMAND_LINE, "staff.reset", made.staff),
    ]
    assert verified(hub) is None
