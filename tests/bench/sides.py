"""What the sides of synchronisation have in common: who moves the same rows over the same line."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from tests.bench.line import Crossed

Row = tuple[str, str, str, str]
"""(entity, id, scope, body as JSON)."""
Fact = tuple[int, str, str, str]
"""(seq, id, kind, raw)."""


@dataclass(frozen=True, slots=True)
class Done:
    """One work of a side: its seconds at the client, what crossed the line meanwhile, and how much it moved."""

    seconds: float
    crossed: Crossed
    moved: int


class Follower(Protocol):
    """A client that has everything, in a process that stays, on a connection that stays open."""

    def change(self, rows: Sequence[Row]) -> None:
        """Some rows are others now, at the server."""

    def cycle(self) -> Done:
        """The client asks for what changed."""


class Side(Protocol):
    """A way to move rows and facts.

    Attributes:
        name, what: in a word, and in a sentence.
    """

    name: str
    what: str

    def offer(self, rows: Sequence[Row]) -> None:
        """The server has these rows."""

    def first(self) -> Done:
        """A new client takes everything in."""

    def own(self, facts: Sequence[Fact]) -> None:
        """Clients have these facts."""

    def up(self) -> Done:
        """A client sends its facts to a server that has none of them."""

    def following(self) -> AbstractContextManager[Follower]:
        """A client that took everything in, until the block is left."""


def check(what: str, moved: int, expected: int) -> None:
    """Makes sure that a side did the work.

    Raises:
        RuntimeError: it did another.
    """
    if moved != expected:
        raise RuntimeError(f"{what} moved {moved} instead of {expected}")
