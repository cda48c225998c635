"""A card's code, from the text that the scanner delivered until the terminal knows whose it is and that it is good.

The yardstick is what nobody can leave out: one Ed25519 verification of the same bytes by the library.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable

from base45 import b45decode
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync.card import Signer
from sync.terminal.folder import open_folder
from sync.terminal.terminal import Terminal
from tests.bench.measure import Tell, Turns, interleave
from tests.bench.report import Result, Target
from tests.bench.world import World

NAME = "reading"
TARGET = Target("seconds", 0.005)
AT_ONCE = 50
"""Readings in one sample: one alone is near what a clock can tell."""


def run(world: World, turns: Turns, tell: Tell) -> Result:
    """Reads the portiere's badge, in turns with the bare verification."""
    folder = world.copy(world.synced)
    load = os.getloadavg()[0]
    opened = open_folder(folder, "file")
    terminal = Terminal(opened)
    try:
        began = time.perf_counter()
        if terminal.read_code(world.badge).badge is None:
            raise RuntimeError("the badge was not read as one")
        first = time.perf_counter() - began
        signer = Signer.of(Ed25519PrivateKey.generate())
        message = bytes(b45decode(world.badge[5:]))[:-64]
        signature, public = signer.private.sign(message), signer.private.public_key()
        sides = {
            "terminal": lambda: _each(lambda: terminal.read_code(world.badge)),
            "bare verification": lambda: _each(lambda: public.verify(signature, message)),
        }
        samples = interleave(sides, turns, tell)
    finally:
        terminal.close()
    return Result(
        NAME, "a code of a badge, from its text to whose it is", samples,
        {
            "terminal": "`Terminal.read_code`: Base45, COSE, Ed25519, claims, revocation list, the row in the replica",
            "bare verification": "one Ed25519 verification of as many bytes by `cryptography`",
        },
        (TARGET,), {"first_ms": round(first * 1000, 2), "characters": len(world.badge)}, load,
    )  # fmt: skip


def _each(work: Callable[[], object]) -> float:
    """Seconds of one of several."""
    began = time.perf_counter()
    for _ in range(AT_ONCE):
        work()
    return (time.perf_counter() - began) / AT_ONCE
