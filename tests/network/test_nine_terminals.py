"""Nine terminals that were alone for days meet their hub over a line that breaks."""

from __future__ import annotations

import functools
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from sync.terminal.backoff import Backoff
from tests.network import nine
from tests.network.proxy import BREAKS, FaultProxy, Faults
from tests.support.served import answering

QUICK = Faults(loss=0.3, delay=0.02, paces=(0.0, 0.0, 8e6, 1e6))
"""The line of the long form, a hundred times as fast."""


def test_all_come_together_each_fact_once_every_replica_equal_nothing_oversold(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sync.terminal.engine.Backoff", functools.partial(Backoff, base=0.02, cap=0.5))
    report = nine.run(tmp_path, seed=1, faults=QUICK)
    assert report.facts > 9 * 50
    broken = sum(report.turns[fate] for fate in BREAKS)
    assert broken > 0.15 * report.turns.total()
    assert set(report.turns) == {"whole", *BREAKS}, "some way to break was not tried"


@pytest.fixture
def line() -> Iterator[FaultProxy]:
    with answering(200, b"x" * 100_000) as address:
        proxy = FaultProxy(int(address.rpartition(":")[2]), nine.EXCELLENT, seed=1)
        proxy.start()
        yield proxy
        proxy.stop()


def ask(line: FaultProxy) -> bytes:
    """What comes back; nothing where the line broke at once."""
    try:
        with socket.create_connection(("127.0.0.1", line.port), 30) as end:
            end.sendall(b"GET / HTTP/1.0\r\n\r\n")
            found = b""
            while data := end.recv(65536):
                found += data
            return found
    except ConnectionError:
        return b""


def test_a_good_line_passes_everything_on(line: FaultProxy) -> None:
    assert ask(line).endswith(b"x" * 100_000)


def test_a_line_that_is_cut_lets_nobody_through_until_it_is_mended(line: FaultProxy) -> None:
    line.cut()
    assert ask(line) == b""
    line.cut(False)
    assert ask(line).endswith(b"x" * 100_000)


def test_a_bad_line_breaks_in_every_way(line: FaultProxy) -> None:
    line.worsen(Faults(loss=1.0, delay=0.0, paces=(0.0,)))
    lengths = [len(ask(line)) for _ in range(40)]
    assert max(lengths) < 100_000
    assert any(length > 0 for length in lengths)
    assert set(line.turns) == set(BREAKS)
