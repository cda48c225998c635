"""Property: every own fact is on screen once, whatever the order of recording, pushing, switching, beginning anew."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sync.terminal.replica import Replica
from sync.terminal.terminal import Terminal
from tests.support import alone
from tests.support.served import NOW, HandClock

STEPS = st.lists(
    st.sampled_from(["record", "record", "push", "switch", "resync", "snapshot", "incarnation", "forget"]),
    max_size=14,
)


class Hub:
    """As much of a hub as a projection can notice: the facts that it holds, by incarnation, and what it applied."""

    def __init__(self, terminal: Terminal, path: Path) -> None:
        self._terminal = terminal
        self._engine = Replica(path, terminal._folder.database_key())
        self.rows: dict[str, str] = {}

    def push(self) -> None:
        position = self._terminal.journal.position()
        for fact in self._terminal.journal.after(position.have, facts=100, size=10**6):
            at, body = json.loads(fact.raw)["at"], json.loads(fact.raw)["body"]
            row = {"id": fact.id, "space": "zoia", "terminal": "zoia-1", "at": at, **body}
            self.rows[fact.id] = json.dumps(row)
        self._terminal.journal.acknowledge(position.last, 0)

    def switch(self, *, reset: bool) -> None:
        position, stands = self._terminal.journal.position(), self._engine.standing()
        items = [("dropin", name, "space:zoia", body) for name, body in self.rows.items()]
        self._engine.switch(
            stands.cursor, items, f"c{stands.switches}", applied=position.have, incarnation=position.incarnation,
            epoch="e1", updated="now", reset=reset,
        )  # fmt: skip

    def forget(self) -> None:
        self._engine.forget()

    def close(self) -> None:
        self._engine.close()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS, looks=st.sets(st.integers(0, 14)))
def test_every_own_fact_is_on_screen_exactly_once(
    tmp_path_factory: pytest.TempPathFactory, clock: HandClock, steps: list[str], looks: set[int]
) -> None:
    terminal = Terminal(alone.alone(tmp_path_factory.mktemp("once"), clock))
    hub = Hub(terminal, terminal.replica.path)
    recorded: list[str] = []
    for number, step in enumerate(steps):
        if step == "record":
            recorded.append(terminal.log_dropin(["chiavi"]))
        elif step == "push":
            hub.push()
        elif step == "incarnation":
            terminal.journal.begin_incarnation(terminal.journal.position().incarnation + 1)
        elif step == "forget":
            hub.forget()
        else:
            hub.switch(reset=step != "switch")
        if number in looks:  # a screen looks when it likes, and the state may have moved under it
            terminal.projection.refresh()
        shown = [one.id for one in terminal.projection.dropins(NOW.date())]
        assert len(shown) == len(set(shown))
        if number in looks:
            assert sorted(shown) == sorted(recorded), steps[: number + 1]
    terminal.projection.refresh()
    assert sorted(one.id for one in terminal.projection.dropins(NOW.date())) == sorted(recorded)
    hub.close()
    terminal.close()
