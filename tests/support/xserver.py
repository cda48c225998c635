"""An X server without a screen, and keys pressed on it as a keyboard does (XTest)."""

from __future__ import annotations

import contextlib
import os
import subprocess
import time
from collections.abc import Iterator
from types import TracebackType
from typing import Self

from Xlib import XK, X
from Xlib.display import Display
from Xlib.ext import xtest


@contextlib.contextmanager
def x_server(size: tuple[int, int] = (640, 480)) -> Iterator[str]:
    """A server of its own with a screen of so many pixels; the name of its display."""
    read, write = os.pipe()
    process = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{size[0]}x{size[1]}x24", "-nolisten", "tcp", "-noreset"],
        pass_fds=(write,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(write)
    try:
        with os.fdopen(read) as pipe:
            number = pipe.readline().strip()
        assert number, "Xvfb did not start"
        yield f":{number}"
    finally:
        process.terminate()
        process.wait(timeout=10)


class Keyboard:
    """A keyboard that is plugged into an X server. It types as a US keyboard does, whatever layout the server has.

    Args:
        display: the server's name.
    """

    def __init__(self, display: str) -> None:
        self._name = display
        self.layout("us")
        self._display = Display(display)
        self._keys = self._printed()
        self._shift = self._display.keysym_to_keycode(XK.XK_Shift_L)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self._display.close()

    def _printed(self) -> dict[str, tuple[int, bool]]:
        """The key of each character, and whether Shift goes with it, as the server's layout of the moment has them."""
        keys = {chr(keysym): self._display.keysym_to_keycode(keysym) for keysym in range(0x20, 0x7F)}
        first = self._display.keycode_to_keysym
        return {one: (code, first(code, 0) != ord(one)) for one, code in keys.items() if code}

    def layout(self, name: str) -> None:
        """Sets the layout of the whole server."""
        command = ["setxkbmap", "-display", self._name, "-rules", "evdev", "-model", "pc105", "-layout", name]
        subprocess.run(command, check=True, capture_output=True)

    @contextlib.contextmanager
    def typing_as(self, layout: str) -> Iterator[Self]:
        """A scanner that was set to a layout: it uses the keys that have its characters there."""
        before = self._keys
        self._name, display = self._name, Display(self._name)
        try:
            self.layout(layout)
            own, self._display = self._display, display
            self._keys = self._printed()
            self._display = own
            yield self
        finally:
            self._keys = before
            display.close()

    def tap(self, key: str) -> None:
        """One key, by its name in X11."""
        self.press(self._display.keysym_to_keycode(XK.string_to_keysym(key)))
        self._display.sync()

    def focus(self, window: int) -> None:
        """Gives a window the keys."""
        self._display.create_resource_object("window", window).set_input_focus(X.RevertToParent, X.CurrentTime)
        self._display.sync()

    def press(self, code: int) -> None:
        """One key, down and up, by its code."""
        xtest.fake_input(self._display, X.KeyPress, code)
        xtest.fake_input(self._display, X.KeyRelease, code)

    def burst(self, text: str, end: str = "Return", *, pause_s: float = 0.0, after_s: float = 0.0) -> None:
        """What a scanner does: the keys of a text, Shift down and up around each that needs it, and the end.

        Args:
            text: what it has read.
            end: the name of the last key; empty for a scanner that was unplugged.
            pause_s: how long a person needs from key to key; nothing for a scanner.
            after_s: how long nothing came before.
        """
        time.sleep(after_s)
        for character in text:
            code, shifted = self._keys[character]
            if shifted:
                xtest.fake_input(self._display, X.KeyPress, self._shift)
            self.press(code)
            if shifted:
                xtest.fake_input(self._display, X.KeyRelease, self._shift)
            if pause_s:
                self._display.sync()
                time.sleep(pause_s)
        if end:
            self.tap(end)
        self._display.sync()

    def alt_numbers(self, text: str) -> None:
        """What a scanner in ALT mode does: the number of each character on the keypad, Alt held."""
        alt = self._display.keysym_to_keycode(XK.XK_Alt_L)
        for character in text:
            xtest.fake_input(self._display, X.KeyPress, alt)
            for digit in f"{ord(character):04}":
                self.press(self._display.keysym_to_keycode(XK.string_to_keysym(f"KP_{digit}")))
            xtest.fake_input(self._display, X.KeyRelease, alt)
        self.press(self._display.keysym_to_keycode(XK.XK_Return))
        self._display.sync()
