"""What a scanner's keys mean: key codes of Linux (input-event-codes.h), read as a US keyboard has them.

Scanners that type leave the factory as US keyboards. What the system makes of their keys depends on the layout that
somebody chose for this terminal: under an Italian one ``:`` arrives as ``>``, under a German one ``+`` is a dead key
and does not arrive at all. The codes of the keys say the same under every layout, so codes are read from those.

Scanners that are set to "ALT mode" hold Alt and type a character's number on the keypad, to be independent of any
layout; that is read too.
"""

from __future__ import annotations

ENTER, KEYPAD_ENTER, TAB = 28, 96, 15
ENDS = frozenset({ENTER, KEYPAD_ENTER, TAB})
"""Keys that end a code."""
SHIFTS = frozenset({42, 54})
ALTS = frozenset({56, 100})
CONTROLS = frozenset({29, 97, 125, 126})
"""Control and the key with the logo: what is pressed with them is no character."""

_ROWS = (
    (2, "1234567890-=", "!@#$%^&*()_+"),
    (16, "qwertyuiop[]", "QWERTYUIOP{}"),
    (30, "asdfghjkl;'`", 'ASDFGHJKL:"~'),
    (43, "\\zxcvbnm,./", "|ZXCVBNM<>?"),
    (57, " ", " "),
)
_PLAIN = {first + i: character for first, plain, _ in _ROWS for i, character in enumerate(plain)}
_SHIFTED = {first + i: character for first, _, shifted in _ROWS for i, character in enumerate(shifted)}
_DIGITS = {71: "7", 72: "8", 73: "9", 75: "4", 76: "5", 77: "6", 79: "1", 80: "2", 81: "3", 82: "0"}
_KEYPAD = {**_DIGITS, 55: "*", 74: "-", 78: "+", 83: ".", 98: "/"}
MAX_NUMBER_DIGITS = 5


def character(code: int, *, shift: bool) -> str:
    """The character of a key; empty where it has none."""
    return _KEYPAD.get(code) or (_SHIFTED if shift else _PLAIN).get(code, "")


def keypad(code: int) -> bool:
    """Whether a key is one of the keypad's that write: those move the focus while Num Lock is off."""
    return code in _KEYPAD


class AltNumber:
    """A character's number, typed on the keypad while Alt is held."""

    def __init__(self) -> None:
        self._digits = ""

    def key(self, code: int) -> bool:
        """A key went down with Alt held; returns whether it is part of a number."""
        digit = _DIGITS.get(code, "")
        self._digits = (self._digits + digit)[-MAX_NUMBER_DIGITS:]
        return bool(digit)

    def end(self) -> str:
        """Alt was let go: the character, if it is one that codes are made of, else nothing."""
        number = int(self._digits or "0")
        self._digits = ""
        return chr(number) if 0x20 <= number <= 0x7E else ""


class Keyboard:
    """A keyboard of its own, key by key: for a device that is read without the system's help."""

    def __init__(self) -> None:
        self._held: set[int] = set()
        self._number = AltNumber()

    def key(self, code: int, *, down: bool) -> str:
        r"""A key went down or up.

        Returns:
            The character that it writes; ``\n`` for a key that ends a code; empty for nothing.
        """
        if code in SHIFTS | ALTS | CONTROLS:
            return self._modifier(code, down=down)
        if not down or self._held & CONTROLS:
            return ""
        if self._held & ALTS:
            self._number.key(code)
            return ""
        return "\n" if code in ENDS else character(code, shift=bool(self._held & SHIFTS))

    def _modifier(self, code: int, *, down: bool) -> str:
        if down:
            self._held.add(code)
            return ""
        self._held.discard(code)
        return self._number.end() if code in ALTS else ""

    def reset(self) -> None:
        """Nothing is held any more: the device was plugged in anew, or keys were missed."""
        self._held.clear()
        self._number.end()
