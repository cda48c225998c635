"""All randomness of a run from its seed: while it is installed, `secrets` draws from a seeded generator.

Ids, nonces, salts, tags and epochs all come from `secrets`, so nothing in the product knows of this. Keys that
OpenSSL makes are not touched: they are made once, for the template.
"""

from __future__ import annotations

import base64
import secrets
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from random import Random
from typing import Any, TypeVar
from unittest.mock import patch

T = TypeVar("T")


class Entropy:
    """A seeded stand-in for the functions of `secrets`."""

    def __init__(self, seed: object) -> None:
        self._random = Random(f"entropy:{seed}")

    def token_bytes(self, size: int | None = None) -> bytes:
        return self._random.randbytes(32 if size is None else size)

    def token_hex(self, size: int | None = None) -> str:
        return self.token_bytes(size).hex()

    def token_urlsafe(self, size: int | None = None) -> str:
        return base64.urlsafe_b64encode(self.token_bytes(size)).rstrip(b"=").decode()

    def randbits(self, bits: int) -> int:
        return self._random.getrandbits(bits)

    def randbelow(self, limit: int) -> int:
        return self._random.randrange(limit)

    def choice(self, values: Sequence[T]) -> T:
        return self._random.choice(values)

    @contextmanager
    def installed(self) -> Iterator[None]:
        """Until the block is left, `secrets` draws from here."""
        names = ("token_bytes", "token_hex", "token_urlsafe", "randbits", "randbelow", "choice")
        replaced: dict[str, Callable[..., Any]] = {name: getattr(self, name) for name in names}
        with patch.multiple(secrets, **replaced):  # type: ignore[call-overload]
            yield
