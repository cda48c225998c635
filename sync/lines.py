"""How a snapshot is written: lines in frames, pure.

A snapshot is everything that one terminal may see, at one position of the feed. Decompressed it is UTF-8 text in lines:

    {"cursor": …, "applied": …, …}             the head: a `sync.wire.PullReply` without items, with `digest`
    entity ⇥ id ⇥ scope ⇥ body                 a row; the body is its JSON text, in which ⇥ and line ends are escaped
    entity ⇥ id ⇥ scope ⇥                      a row that an earlier line gave and that is gone since
    {"end": number of row lines}               the last line

Where a row comes several times, the last counts. The text is cut at line ends into frames of at most
`MAX_FRAME_BYTES`, each compressed by itself (a zstd frame or a gzip member); the frames one after the other are the
body. So a reader can go on after any whole frame (``Range`` with ``If-Range``), and holds no more than one in memory.
The first frame holds the head and nothing else.
"""

from __future__ import annotations

MEDIA_TYPE = "application/vnd.quartieri-connessi.snapshot"
MAX_FRAME_BYTES = 1024 * 1024
"""Of a frame's text. A single longer row has a frame of its own (`sync.terminal.replica` bounds rows)."""
MAX_SNAPSHOT_BYTES = 256 * 1024 * 1024
"""Of a snapshot as it crosses the line: far beyond any programme; a terminal takes no more."""

Row = tuple[str, str, str, str | None]
"""(entity, id, scope, body as JSON text or None where the row is gone)."""


def write(row: Row) -> str:
    """A row as a line, without its line end.

    Raises:
        ValueError: a text holds a tab or a line end, which no entity, id, scope or JSON text does.
    """
    entity, row_id, scope, body = row
    line = f"{entity}\t{row_id}\t{scope}\t{body or ''}"
    if "\n" in line or line.count("\t") != 3:
        raise ValueError(f"not a row: {line[:80]!r}")
    return line


def read(line: str) -> Row:
    """The row of a line.

    Raises:
        ValueError: the line is none of a row.
    """
    entity, row_id, scope, body = line.split("\t")
    return entity, row_id, scope, body or None


def is_row(line: str) -> bool:
    """Whether a line is one of a row: head and end are JSON objects."""
    return not line.startswith("{")
