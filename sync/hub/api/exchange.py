"""A request and its answer without a web server: what everything behind the web framework works with.

So the same code answers over a socket, in a test, and in the simulation.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import pydantic

from sync.wire import MEDIA_TYPE, Problem


@dataclass(frozen=True, slots=True)
class Incoming:
    """A request as it was received.

    Attributes:
        method: in capitals.
        path, query: as they stood on the line, percent-encoded; the query without its question mark.
        headers: looked up by lower-case names; its `items` lists every line, repeated ones included, where the mapping
            can hold them.
        body: the bytes as they came, compressed or not.
        origin: the address by which the sender reached the hub, without a slash at its end.
    """

    method: str
    path: str
    query: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    origin: str = "http://hub"

    def header(self, name: str) -> str:
        """A header's value; "" where there is none. `name` in lower case."""
        return self.headers.get(name) or ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What is sent back."""

    status: int
    headers: Mapping[str, str]
    content: bytes


class Refused(Exception):
    """An answer that ends the request.

    Args:
        details: further members of the `Problem`.
    """

    def __init__(self, status: int, code: str, message: str, **details: object) -> None:
        super().__init__(message)
        self.status = status
        self.problem = Problem.model_validate({"code": code, "message": message, **details})

    @classmethod
    def of(cls, status: int, problem: Problem) -> Refused:
        """A refusal whose problem is made already."""
        refused = cls(status, problem.code, problem.message)
        refused.problem = problem
        return refused

    def answer(self, headers: Mapping[str, str] | None = None) -> Answer:
        """The refusal as it is sent."""
        text = self.problem.model_dump_json(exclude_none=True, exclude_defaults=True)
        return Answer(self.status, {"content-type": MEDIA_TYPE, **(headers or {})}, text.encode())


def answer(message: pydantic.BaseModel) -> Answer:
    """A message as JSON."""
    return Answer(200, {"content-type": MEDIA_TYPE}, message.model_dump_json(exclude_none=True).encode())
