"""Opening the desk with a PIN: right ones open it, wrong ones are counted whatever happens in between."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher, Type

from sync import pin, rows
from sync.rows import space_scope
from sync.terminal.desk import MAX_PIN_FAILURES, PinError
from sync.terminal.folder import PEPPER
from sync.terminal.terminal import Terminal
from sync.terminal.views import StaffView
from tests.support import alone
from tests.support.alone import item, tell
from tests.support.served import HandClock

HERE = space_scope("zoia")
PIN, WRONG = "314159", "271828"


@pytest.fixture(autouse=True)
def cheap_hashing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Argon2id with little work: what is proven here is counting."""
    monkeypatch.setattr(pin, "_HASHER", PasswordHasher(time_cost=1, memory_cost=64, parallelism=1, type=Type.ID))


@pytest.fixture
def terminal(tmp_path: Path, clock: HandClock) -> Iterator[Terminal]:
    made = Terminal(alone.alone(tmp_path, clock))
    hear(made)
    yield made
    made.close()


def hear(terminal: Terminal, *, epoch: int = 0, active: bool = True) -> None:
    pepper = terminal._folder.vault.get(PEPPER)
    assert pepper is not None
    ada = rows.Staff("ada", "Ada", "portiere", pin.make_verifier(pepper, PIN), epoch=epoch, active=active)
    eva = rows.Staff("eva", "Eva", "operator", pin.make_verifier(pepper, WRONG))
    tell(terminal.replica, item(ada, HERE), item(eva, HERE))


def attempt(terminal: Terminal, text: str = WRONG, staff: str = "ada") -> tuple[str, int]:
    with pytest.raises(PinError) as refused:
        terminal.verify_pin(staff, text)
    return refused.value.reason, refused.value.left


def failures(terminal: Terminal, epoch: int = 0) -> int:
    return terminal.journal.pin_failures("ada", epoch)


def test_the_right_pin_opens_the_desk(terminal: Terminal) -> None:
    assert terminal.verify_pin("ada", PIN) == StaffView("ada", "Ada", "portiere")
    assert [one.id for one in terminal.staff()] == ["ada", "eva"]
    assert failures(terminal) == 0


def test_five_wrong_pins_lock_the_person_and_nobody_else(terminal: Terminal) -> None:
    told = [attempt(terminal) for _ in range(MAX_PIN_FAILURES)]
    assert told == [("wrong", 4), ("wrong", 3), ("wrong", 2), ("wrong", 1), ("locked", 0)]
    assert attempt(terminal, PIN) == ("locked", 0)
    assert failures(terminal) == MAX_PIN_FAILURES
    assert terminal.verify_pin("eva", WRONG).id == "eva"


def test_the_right_pin_forgives_what_was_mistyped_before(terminal: Terminal) -> None:
    for _ in range(MAX_PIN_FAILURES - 1):
        attempt(terminal)
    terminal.verify_pin("ada", PIN)
    assert attempt(terminal) == ("wrong", 4)


def test_a_lock_survives_closing_and_opening(terminal: Terminal) -> None:
    for _ in range(MAX_PIN_FAILURES):
        attempt(terminal)
    again = Terminal(terminal._folder)
    assert attempt(again, PIN) == ("locked", 0)
    again.close()


def test_the_office_unlocks_a_person_by_a_new_epoch(terminal: Terminal) -> None:
    for _ in range(MAX_PIN_FAILURES):
        attempt(terminal)
    hear(terminal, epoch=1)
    assert terminal.verify_pin("ada", PIN).id == "ada"
    assert attempt(terminal) == ("wrong", 4)
    assert failures(terminal, epoch=1) == 1


def test_hearing_the_same_again_unlocks_nobody(terminal: Terminal) -> None:
    for _ in range(MAX_PIN_FAILURES):
        attempt(terminal)
    hear(terminal)
    assert attempt(terminal, PIN) == ("locked", 0)


def test_an_attempt_is_counted_before_it_is_checked(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    counted: list[int] = []

    def look(_verifier: str, _pepper: bytes, _pin: str) -> bool:
        other = Terminal(terminal._folder)  # what is committed is what another connection sees
        counted.append(other.journal.pin_failures("ada", 0))
        other.close()
        return False

    monkeypatch.setattr(pin, "matches", look)
    attempt(terminal)
    attempt(terminal)
    assert counted == [1, 2]


def test_pulling_the_plug_during_the_check_resets_nothing(terminal: Terminal) -> None:
    program = (
        "import os, signal, sys; from pathlib import Path\n"
        "from sync import pin; from sync.terminal.terminal import Terminal\n"
        "pin.matches = lambda *_: os.kill(os.getpid(), signal.SIGKILL)\n"
        "Terminal.open(Path(sys.argv[1]), vault='file').verify_pin('ada', '314159')"
    )
    command, checked = [sys.executable, "-c", program, str(terminal.folder)], 0
    for tried in range(1, MAX_PIN_FAILURES + 3):
        done = subprocess.run(command, check=False, env=dict(os.environ), capture_output=True)
        checked += done.returncode == -signal.SIGKILL  # at the check itself, which so was reached
        assert failures(terminal) == min(tried, MAX_PIN_FAILURES)
    assert checked == MAX_PIN_FAILURES


def test_a_colleague_unlocks_a_person_and_nobody_themselves(terminal: Terminal) -> None:
    for _ in range(MAX_PIN_FAILURES):
        attempt(terminal)
    assert [one.id for one in terminal.locked_out()] == ["ada"]
    with pytest.raises(PinError, match="Too many wrong PINs"):
        terminal.unlock_pin("ada", by="ada")
    with pytest.raises(PinError, match="may not open the desk here"):
        terminal.unlock_pin("ada", by="nobody")
    assert attempt(terminal, PIN) == ("locked", 0)
    terminal.unlock_pin("ada", by="eva")
    assert terminal.locked_out() == ()
    assert terminal.verify_pin("ada", PIN).id == "ada"


def test_two_checks_at_once_are_no_sixth_try(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(MAX_PIN_FAILURES):
        attempt(terminal)
    monkeypatch.setattr(type(terminal.journal), "pin_failures", lambda *_: MAX_PIN_FAILURES - 1)  # read too early
    assert attempt(terminal, PIN) == ("locked", 0)


@pytest.mark.parametrize("text", ["", "31415", "3141599", "abcdef", "٣١٤١٥٩", "314159\n", "\ud800"])
def test_what_is_no_pin_is_wrong_and_counted(terminal: Terminal, text: str) -> None:
    assert attempt(terminal, text) == ("wrong", 4)


def test_whoever_does_not_work_here_opens_nothing_and_is_not_counted(terminal: Terminal) -> None:
    assert attempt(terminal, PIN, "nobody") == ("unknown", 0)
    hear(terminal, active=False)
    assert attempt(terminal, PIN) == ("unknown", 0)
    assert failures(terminal) == 0
