"""Recorded exchanges: what crossed the line between a terminal and a hub of one version, as JSON lines.

A story is a file. Its first line names the version, the moment at which it begins and the terminal's keys (made for the
recording, of no use elsewhere); each other line is a step:

    {"do": "approve"}                                  something was done at the hub, or time went on (`hubside`)
    {"method", "target", "headers", ..., "answer"}     a request and its answer

Bodies are kept as the exact text before compression, answers as JSON; a snapshot's answer is the list of its lines,
each row's with its four parts.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import zstandard

FIXTURES = Path(__file__).parent / "fixtures"


@dataclass(frozen=True, slots=True)
class Exchange:
    """A request and its answer.

    Attributes:
        headers: of the request, those that matter: accept, accept-encoding, content-type; and keyid and nonce of its
            signature, where it was signed.
        body: the exact text, before compression; `packed` says how it was compressed: gzip, zstd or not at all.
        ahead: seconds by which the signature's time was ahead of the hub's clock.
        altered: the body was changed after it was signed.
        answer: the JSON of the answer; `told` its headers that matter.
    """

    method: str
    target: str
    headers: dict[str, str]
    body: str = ""
    packed: str = ""
    ahead: int = 0
    altered: bool = False
    status: int = 200
    told: dict[str, str] = field(default_factory=dict)
    answer: Any = None

    @property
    def path(self) -> str:
        """The target without its query."""
        return self.target.partition("?")[0]

    @property
    def request(self) -> Any:
        """The body as JSON; None where there is none."""
        return json.loads(self.body) if self.body else None

    @property
    def facts(self) -> list[Mapping[str, Any]]:
        """What a push carries."""
        return list(self.request["facts"]) if self.path == "/v1/push" else []


@dataclass(frozen=True, slots=True)
class Act:
    """Something done at the hub between two exchanges: a name of `hubside`, and its arguments."""

    do: str
    args: dict[str, Any] = field(default_factory=dict)


Step = Exchange | Act


@dataclass(frozen=True, slots=True)
class Story:
    """A whole recording.

    Attributes:
        version: of the program that was recorded.
        starts: the hub's clock at the first step, ISO 8601.
        keys: private Ed25519 keys by the key ids that requests were signed with, hexadecimal.
        terminal: the terminal's id.
    """

    version: str
    starts: str
    terminal: str
    keys: dict[str, str]
    steps: list[Step]

    def exchanges(self, path: str = "") -> Iterator[Exchange]:
        """The exchanges with a path, or all, in order."""
        for step in self.steps:
            if isinstance(step, Exchange) and path in ("", step.path):
                yield step


def write(story: Story, path: Path) -> None:
    """Writes a story, one step a line."""
    head = {"version": story.version, "starts": story.starts, "terminal": story.terminal, "keys": story.keys}
    lines = [head, *({k: v for k, v in asdict(step).items() if v or k == "status"} for step in story.steps)]
    path.parent.mkdir(parents=True, exist_ok=True)
    text = "".join(json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n" for line in lines)
    path.write_text(text, encoding="utf-8")


def read(path: Path) -> Story:
    """Reads a story."""
    head, *steps = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    return Story(**head, steps=[Act(**step) if "do" in step else Exchange(**step) for step in steps])


def stories(version: str) -> dict[str, Story]:
    """All stories of a version, by name."""
    return {path.stem: read(path) for path in sorted((FIXTURES / version).glob("*.jsonl"))}


def versions() -> list[str]:
    """The versions that were recorded, the oldest first."""
    return sorted(
        (path.name for path in FIXTURES.iterdir() if path.is_dir()), key=lambda name: tuple(map(int, name.split(".")))
    )


def packed(content: bytes, encoding: str) -> bytes:
    """A body compressed as it was."""
    if encoding == "gzip":
        return gzip.compress(content, mtime=0)
    return zstandard.compress(content) if encoding == "zstd" else content


def unpacked(content: bytes, encoding: str) -> bytes:
    """A body without its compression; of several frames one after the other, all."""
    if encoding == "gzip":
        return gzip.decompress(content)
    if encoding == "zstd":
        return zstandard.ZstdDecompressor().stream_reader(content, read_across_frames=True).read()
    return content


def readable(content: bytes) -> Any:
    """An answer as JSON; the lines of a snapshot as a list."""
    try:
        return json.loads(content)
    except ValueError:
        return [_line(line) for line in content.decode().splitlines()]


def _line(line: str) -> Any:
    if line.startswith(("{", "[")):
        return json.loads(line)
    entity, row_id, scope, body = line.split("\t")
    return [entity, row_id, scope, json.loads(body) if body else None]
