"""The engine beside the screen: heard, told, started again, ended with the window."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from kiosk.shell.supervisor import MAX_LINE, Supervisor, command

HEAD = "import json, sys\nsay = lambda **m: print(json.dumps(m), flush=True)\n"
ECHO = (
    HEAD
    + "say(online=True)\nfor line in sys.stdin:\n    if line.strip() == 'quit': break\n    say(heard=line.strip())\n"
)


@pytest.fixture
def engine(qtbot: Any) -> Any:
    """Makes supervisors of small programs; ends them at the end."""
    made: list[Supervisor] = []

    def make(program: str) -> Supervisor:
        made.append(Supervisor([sys.executable, "-c", program]))
        return made[-1]

    yield make
    for one in made:
        one.stop()


def test_what_the_engine_says_is_heard_line_by_line(engine: Any, qtbot: Any) -> None:
    heard: list[dict[str, Any]] = []
    supervisor = engine(HEAD + "say(online=True, pending=2)\nsay(online=False)\nsys.stdin.read()")
    supervisor.said.connect(heard.append)
    supervisor.start()
    qtbot.waitUntil(lambda: len(heard) == 2, timeout=20_000)
    assert heard == [{"online": True, "pending": 2}, {"online": False}]


def test_the_engine_is_told_that_there_are_facts(engine: Any, qtbot: Any) -> None:
    supervisor = engine(ECHO)
    with qtbot.waitSignal(supervisor.said, timeout=20_000):
        supervisor.start()
    with qtbot.waitSignal(supervisor.said, timeout=20_000) as told:
        supervisor.facts()
    assert told.args == [{"heard": "facts"}]


def test_rubbish_and_lines_without_end_do_not_stop_it(engine: Any, qtbot: Any) -> None:
    heard: list[dict[str, Any]] = []
    program = HEAD + f"print('no json'); print('[1]'); print('x' * {3 * MAX_LINE}, end='', flush=True)\n"
    supervisor = engine(program + "print(flush=True)\nsay(online=True)\nsys.stdin.read()")
    supervisor.said.connect(heard.append)
    supervisor.start()
    qtbot.waitUntil(lambda: heard == [{"online": True}], timeout=20_000)


def test_an_engine_that_dies_is_started_again(engine: Any, qtbot: Any, tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    program = HEAD + f"from pathlib import Path\nmark = Path({str(mark)!r})\nfirst = not mark.exists()\nmark.touch()\n"
    supervisor = engine(program + "if first: sys.exit(3)\nsay(online=True)\nsys.stdin.read()")
    with qtbot.waitSignal(supervisor.ended, timeout=20_000):
        supervisor.start()
    with qtbot.waitSignal(supervisor.said, timeout=20_000):
        pass
    assert supervisor.process_id() > 0


def test_an_engine_that_is_not_there_is_tried_again_and_stops_on_demand(qtbot: Any) -> None:
    supervisor = Supervisor(["/nonexistent/engine"])
    with qtbot.waitSignal(supervisor.ended, timeout=20_000):
        supervisor.start()
    supervisor.stop()
    assert supervisor.process_id() == 0


def test_stopping_says_farewell_and_waits(engine: Any, qtbot: Any, tmp_path: Path) -> None:
    farewell = tmp_path / "farewell"
    program = HEAD + "say(online=True)\nlines = sys.stdin.read()\n"
    supervisor = engine(program + f"open({str(farewell)!r}, 'w').write(lines)")
    with qtbot.waitSignal(supervisor.said, timeout=20_000):
        supervisor.start()
    supervisor.stop()
    assert farewell.read_text() == "quit\n"
    assert supervisor.process_id() == 0


def test_a_bundled_program_is_its_own_engine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    plain = command(tmp_path, "file")
    assert plain == [sys.executable, "-m", "sync.terminal.engine", "--data", str(tmp_path), "--vault", "file"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert command(tmp_path, "file") == [sys.executable, "engine", "--data", str(tmp_path), "--vault", "file"]
