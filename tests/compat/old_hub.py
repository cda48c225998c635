"""A hub of an old version, as its terminals saw it: it answers today's terminal with the answers that were recorded.

What the old program computed (how far its `have` goes, which page comes next, what it refuses) is done here by its
rules; every answer has the members that the recorded one has, and no other. It takes what the old one took: bodies
plain or as gzip, 500 facts at a time; it looks at no parameter or member that the old one did not know.
"""

from __future__ import annotations

import json
import threading
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import parse_qs, urlsplit

from sync.chain import chain, genesis
from tests.compat.exchange import Exchange, Story
from tests.compat.listening import Silent, listening

MAX_FACTS = 500
MAX_COMPRESSED_BYTES = 2 * 1024 * 1024
MAX_BYTES = 4 * 1024 * 1024

Answer = tuple[int, Any]


class OldHub:
    """Books and answers.

    Attributes:
        facts: the raw texts that it took, in order.
        asked: method and path of every request, in order.
        lose: how many of the next answers to pushes get lost on the line, after the hub did its work.
    """

    def __init__(self, story: Story) -> None:
        self.story = story
        self.facts: list[str] = []
        self.asked: list[str] = []
        self.lose = 0
        self.pages = _pages(story)
        self._hashes = [genesis(story.terminal, 1)]
        self._approved = False
        self._lock = threading.Lock()

    def rows(self) -> dict[tuple[str, str, str], Any]:
        """What a terminal holds that took all pages."""
        items = [item for page in self.pages for item in page["items"]]
        held = {(entity, row_id, scope): body for entity, row_id, scope, body in items}
        return {row: body for row, body in held.items() if body is not None}

    def approve(self) -> None:
        """The office lets the terminal in."""
        self._approved = True

    def forget(self, *, from_: int) -> None:
        """Goes back to before the fact with this sequence number."""
        del self.facts[from_ - 1 :]
        del self._hashes[from_:]

    def answer(self, method: str, target: str, headers: Any, body: bytes) -> Answer:
        """The answer to a request: status and JSON."""
        parts = urlsplit(target)
        self.asked.append(f"{method} {parts.path}")
        if parts.path == "/v1":
            return 200, self._recorded("/v1").answer
        if not headers.get("Signature-Input"):
            return 401, {"code": "unsigned", "message": "This address is for terminals, whose requests are signed."}
        work = {"/v1/enrol": self._enrol, "/v1/hello": self._hello, "/v1/push": self._push, "/v1/seats": self._seats}
        with self._lock:
            if (method, parts.path) == ("GET", "/v1/pull"):
                return self._pull({name: values[-1] for name, values in parse_qs(parts.query).items()})
            if method != "POST" or parts.path not in work:
                return 404, {"detail": "Not Found"}
            encoding = headers.get("Content-Encoding", "identity")
            if encoding not in ("identity", "gzip"):
                return 415, {"code": "bad_request", "message": "The hub reads gzip or plain bodies."}
            if len(body) > MAX_COMPRESSED_BYTES:
                return 413, {"code": "too_large", "message": "A request is at most 2097152 bytes."}
            plain = zlib.decompress(body, 16 + zlib.MAX_WBITS) if encoding == "gzip" else body
            if len(plain) > MAX_BYTES:
                return 413, {"code": "too_large", "message": "A request is at most 4194304 bytes."}
            return work[parts.path](json.loads(plain))

    def _recorded(self, path: str, place: int = -1) -> Exchange:
        return [one for one in self.story.exchanges(path) if one.status == 200][place]

    def _enrol(self, message: Any) -> Answer:
        replies = [one.answer for one in self.story.exchanges("/v1/enrol")]
        state = "approved" if self._approved else "pending"
        return 200, next(reply for reply in replies if reply["state"] == state)

    def _hello(self, message: Any) -> Answer:
        if 1 not in message["protocols"]:
            return 426, {"code": "version", "message": "Update the terminal.", "protocols": [1]}
        recorded = self._recorded("/v1/hello").answer
        epoch = message.get("epoch")
        resync = epoch is not None and epoch != recorded["epoch"]
        return 200, {**recorded, "have": len(self.facts), "incarnation": 1, "resync": resync}

    def _push(self, message: Any) -> Answer:
        facts, first, have = message["facts"], message["first"], len(self.facts)
        if len(facts) > MAX_FACTS:
            return 400, {"code": "bad_request", "message": "facts: List should have at most 500 items"}
        if message["incarnation"] != 1:
            return 409, {"code": "fork", "message": "Another incarnation.", "incarnation": 1, "have": have}
        if first > have + 1:
            return 409, {"code": "gap", "message": f"Send from {have + 1}.", "have": have}
        if bytes.fromhex(message["previous"]) != self._hashes[first - 1]:
            return 409, {"code": "fork", "message": "Another chain.", "incarnation": 2, "have": 0}
        for fact in facts[have - first + 1 :]:
            self.facts.append(fact["raw"])
            self._hashes.append(chain(self._hashes[-1], fact["raw"].encode()))
        if self.lose:
            self.lose -= 1
            return 0, None
        return 200, {**self._recorded("/v1/push").answer, "have": len(self.facts), "results": []}

    def _pull(self, query: dict[str, str]) -> Answer:
        """The page after a cursor; a cursor that this hub never gave starts from the beginning."""
        cursor = query.get("cursor", "")
        places = {"": 0} | {page["cursor"]: place + 1 for place, page in enumerate(self.pages)}
        place, resync = places.get(cursor, 0), cursor not in places
        counted = {"have": len(self.facts), "applied": len(self.facts), "incarnation": 1, "resync": resync}
        if place == len(self.pages):
            return 200, {**self.pages[-1], "items": [], "more": False, **counted}
        return 200, {**self.pages[place], "more": place + 1 < len(self.pages), **counted}

    def _seats(self, message: Any) -> Answer:
        grants = [{"occurrence": line["occurrence"], "granted": min(line["want"], 4)} for line in message["lines"]]
        return 200, {**self._recorded("/v1/seats").answer, "grants": grants}


def _pages(story: Story) -> list[Any]:
    """The pages of the story, in order, once each."""
    found = {one.answer["cursor"]: one.answer for one in story.exchanges("/v1/pull") if one.answer["items"]}
    return list(found.values())


@contextmanager
def serving(hub: OldHub) -> Iterator[str]:
    """The old hub at a loopback address."""

    class Handler(Silent):
        def do_GET(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            status, answer = hub.answer(self.command, self.path, self.headers, body)
            if not status:
                self.close_connection = True
                return
            content = json.dumps(answer).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        do_POST = do_GET  # noqa: N815 - the base class's name

    with listening(Handler) as address:
        yield address
