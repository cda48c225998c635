"""What a scanner's keys and additions mean, without a window."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.devices.affixes import Affixes
from kiosk.devices.burst import Burst
from kiosk.devices.keys import Keyboard

SHIFT, ALT, CONTROL = 42, 56, 29


def strokes(*codes: int) -> str:
    """What a keyboard writes. A code is a key, down and up; a negative one goes down and stays, `up` lets it go."""
    keyboard, written = Keyboard(), ""
    for code in codes:
        if code <= -1000:
            written += keyboard.key(-code - 1000, down=False)
        elif code < 0:
            written += keyboard.key(-code, down=True)
        else:
            written += keyboard.key(code, down=True) + keyboard.key(code, down=False)
    return written


def up(code: int) -> int:
    return -1000 - code


def test_keys_write_as_on_a_us_keyboard_with_shift_held_by_either_hand() -> None:
    assert strokes(-SHIFT, 16, 46, 20, up(SHIFT), 2, -54, 39, up(54)) == "QCT1:"
    assert strokes(57, 12, 52, 53) == " -./"


def test_enter_of_either_block_and_tab_end_a_code() -> None:
    assert strokes(28, 96, 15) == "\n\n\n"


def test_the_number_of_a_character_may_be_typed_with_alt() -> None:
    assert strokes(-ALT, 82, 82, 75, 73, up(ALT), -ALT, 77, 72, up(ALT)) == "1D"


@pytest.mark.parametrize("digits", [[], [82], [79, 82], [79, 80, 71], [73] * 40])
def test_a_number_that_is_no_printable_character_writes_nothing(digits: list[int]) -> None:
    assert strokes(-ALT, *digits, up(ALT)) == ""


def test_what_is_pressed_with_control_is_no_character() -> None:
    assert strokes(-CONTROL, 30, 28, up(CONTROL), 30) == "a"


def test_after_a_reset_nothing_is_held() -> None:
    keyboard = Keyboard()
    keyboard.key(SHIFT, down=True)
    keyboard.reset()
    assert keyboard.key(30, down=True) == "a"


@given(st.lists(st.tuples(st.integers(-10, 1000), st.booleans()), max_size=200))
def test_any_keys_write_at_most_a_character_each(pressed: list[tuple[int, bool]]) -> None:
    keyboard = Keyboard()
    for code, down in pressed:
        assert len(keyboard.key(code, down=down)) <= 1


@pytest.mark.parametrize(
    ("read", "affixes"),
    [
        ("QCT1:A B", Affixes()),
        ("]Q1QCT1:A B", Affixes()),
        ("\x02QCT1:A B\x03", Affixes()),
        ("\x02]Q3QCT1:A B\r", Affixes()),
        ("LEFT>QCT1:A B<END", Affixes("LEFT>", "<END")),
        ("LEFT>]Q1QCT1:A B", Affixes("LEFT>", "<END")),
        ("QCT1:A B", Affixes("LEFT>", "<END")),
    ],
)
def test_what_a_scanner_adds_comes_off(read: str, affixes: Affixes) -> None:
    assert affixes.off(read) == "QCT1:A B"


def test_the_beginning_of_a_code_says_which_of_two_spellings_is_right() -> None:
    for keyed, written, right in (
        ("QCT1>ABC", "QCT1:ABC", "QCT1:ABC"),  # a scanner that was set to the terminal's layout
        ("QCT1:A+B", "QCT1>A`B", "QCT1:A+B"),  # one as it is sold
        ("!@#$%^&*", "12345678", "12345678"),  # a number from a scanner that was set to a French layout
        ("HTTP:^^AB", "HTTP://AB", "HTTP:^^AB"),  # no code of ours either way
    ):
        burst = Burst()
        for i, character in enumerate(keyed):
            burst.key(character, i, written[i] if i < len(written) else "")
        assert burst.end(20) == right


def test_an_enter_long_after_an_interrupted_burst_is_a_persons() -> None:
    burst = Burst()
    for i, character in enumerate("QCT1:INT"):
        burst.key(character, i)
    assert burst.running(10)
    assert not burst.running(1_000)
