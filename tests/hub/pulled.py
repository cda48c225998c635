"""Copies that are pulled, for tests."""

from __future__ import annotations

import json
from typing import Any

from sync import digest, lines, wire
from sync.hub import pull, snapshots
from sync.hub.hub import Hub
from sync.hub.store.feed import encode

Rows = dict[tuple[str, str, str], dict[str, Any]]


def sum_of(rows: Rows) -> str:
    """What rows add up to, as a terminal reckons it."""
    return digest.text(sum(digest.of_row(*key, encode(body)) for key, body in rows.items()))


def read(content: bytes) -> tuple[wire.PullReply, Rows]:
    """A snapshot that was not compressed: its head, and its rows."""
    head, *rows, end = content.decode().splitlines()
    found: Rows = {}
    for entity, row_id, scope, body in map(lines.read, rows):
        if body is None:
            found.pop((entity, row_id, scope), None)
        else:
            found[entity, row_id, scope] = json.loads(body)
    assert json.loads(end) == {"end": len(rows)}
    reply = wire.PullReply.model_validate_json(head)
    assert reply.digest == sum_of(found)
    return reply, found


def snapshot(hub: Hub, terminal: str) -> tuple[wire.PullReply, Rows]:
    """A snapshot as the terminal reads it."""
    return read(snapshots.of(hub).make(terminal, pull.Ask(), "identity").content)


def asked(hub: Hub, terminal: str, ask: pull.Ask) -> pull.Page:
    """The page that a terminal gets, whose place nobody has looked up yet."""
    return pull.page(hub, pull.wanted(hub, terminal, "", ask), ask)


class Copy:
    """A replica reduced to what it is about: rows, the cursor, and what is staged."""

    def __init__(self, hub: Hub, terminal: str) -> None:
        self.hub, self.terminal = hub, terminal
        self.rows: Rows = {}
        self.cursor: str | None = None
        self.stale = False
        self._staged: list[Any] = []
        self._reset = False

    def page(self) -> wire.PullReply:
        """Takes one page."""
        text = asked(self.hub, self.terminal, pull.Ask(self.cursor or "")).text
        reply = wire.PullReply.model_validate_json(text)
        if reply.resync:
            self._staged, self._reset = [], True
        self._staged += reply.items
        self.cursor = reply.cursor
        if not reply.more:
            if self._reset:
                self.rows = {}
            for entity, row_id, scope, body in self._staged:
                if body is None:
                    self.rows.pop((entity, row_id, scope), None)
                else:
                    self.rows[entity, row_id, scope] = body
            self._staged, self._reset = [], False
            assert self.stale or reply.digest == sum_of(self.rows)
        return reply

    def pull(self) -> list[wire.PullReply]:
        """Takes pages to the end."""
        pages = [self.page()]
        while pages[-1].more:
            pages.append(self.page())
        return pages
