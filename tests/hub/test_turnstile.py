"""The turnstile: whoever passes at the same time passes together, each with what becomes of them alone."""

from __future__ import annotations

import threading
from collections.abc import Sequence

import pytest

from sync.hub.api.turnstile import Turnstile

PATIENCE = 30.0


class Crowd:
    """People at a turnstile that lets the first party through when it is told to."""

    def __init__(self) -> None:
        self.parties: list[list[int]] = []
        self.opened, self.stands = threading.Event(), threading.Event()
        self.turnstile = Turnstile(self._together)
        self.came_out: dict[int, str] = {}
        self._threads: list[threading.Thread] = []

    def _together(self, people: Sequence[int]) -> list[Exception | None]:
        self.parties.append(list(people))
        self.stands.set()
        assert self.opened.wait(PATIENCE)
        if 13 in people:
            raise RuntimeError("for all")
        return [ValueError(f"{one}") if one % 5 == 0 else None for one in people]

    def come(self, one: int) -> None:
        def passes() -> None:
            try:
                self.turnstile.pass_through(one)
            except (ValueError, RuntimeError) as error:
                self.came_out[one] = str(error)
            else:
                self.came_out[one] = ""

        thread = threading.Thread(target=passes)
        thread.start()
        self._threads.append(thread)

    def until(self, waiting: int) -> None:
        ends = threading.Event()
        for _ in range(int(PATIENCE * 200)):
            if len(self.turnstile._queue) == waiting:
                return
            ends.wait(0.005)
        raise AssertionError("they did not come")

    def all_out(self) -> None:
        self.opened.set()
        for thread in self._threads:
            thread.join(PATIENCE)
            assert not thread.is_alive()


def test_who_comes_while_one_passes_passes_together_after_it() -> None:
    crowd = Crowd()
    crowd.come(1)
    assert crowd.stands.wait(PATIENCE)
    for one in range(2, 8):
        crowd.come(one)
    crowd.until(6)
    crowd.all_out()
    assert [sorted(party) for party in crowd.parties] == [[1], [2, 3, 4, 5, 6, 7]]
    assert crowd.came_out == {1: "", 2: "", 3: "", 4: "", 5: "5", 6: "", 7: ""}


def test_what_fails_for_all_fails_for_those_who_stood_there_and_nobody_else() -> None:
    crowd = Crowd()
    crowd.come(1)
    assert crowd.stands.wait(PATIENCE)
    crowd.come(13)
    crowd.come(14)
    crowd.until(2)
    crowd.all_out()
    assert crowd.came_out == {1: "", 13: "for all", 14: "for all"}
    crowd.turnstile.pass_through(2)


def test_alone_one_passes_at_once() -> None:
    turnstile: Turnstile[int] = Turnstile(lambda people: [None if one else ValueError("no") for one in people])
    turnstile.pass_through(1)
    with pytest.raises(ValueError, match="no"):
        turnstile.pass_through(0)
    turnstile.pass_through(2)
