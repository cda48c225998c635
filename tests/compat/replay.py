"""An old terminal, played from its recorded story against the hub of today.

Each request is sent as it was recorded: path, query and body as shipped, compressed where it was. Only what a hub makes
up anew is put in place of what the old hub had made up: cursors and epochs, as the hub of today told them, and the
signature with its nonce.
"""

from __future__ import annotations

import http.client
import json
import secrets
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync.signing import Message, sign
from tests.compat.exchange import Act, Exchange, Story, packed, readable, unpacked
from tests.compat.hubside import HubSide
from tests.compat.schema import Schemas
from tests.support.served import HandClock, ServedHub

MAX_PAGES = 200
MESSAGES = {
    "/v1/enrol": "EnrolReply", "/v1/hello": "HelloReply", "/v1/push": "PushReply", "/v1/pull": "PullReply",
    "/v1/seats": "SeatsReply",
}  # fmt: skip
SAME = {
    "/v1/enrol": ("state", "terminal", "incarnation", "have"),
    "/v1/hello": ("protocol", "incarnation", "have"),
    "/v1/push": ("have", "results"),
    "/v1/pull": ("have", "applied", "incarnation"),
    "/v1/seats": (),
}
"""Members whose values an old terminal's story depends on."""

Row = tuple[str, str, str]


def _known(recorded: list[Any], told: list[Any]) -> list[Any]:
    """The recorded results; where today's hub knows a fact again that the old one did not, it may say so."""
    again = {result["seq"] for result in told if result["state"] == "duplicate"}
    return [{"seq": result["seq"], "state": "duplicate"} if result["seq"] in again else result for result in recorded]


class Replay:
    """A story in play.

    Attributes:
        rows: what the terminal would hold by now, as its version puts pages together.
    """

    def __init__(self, story: Story, schemas: Schemas, place: Path) -> None:
        self.story, self._schemas = story, schemas
        self.clock = HandClock()
        assert self.clock.now().isoformat() == story.starts
        self.hub = ServedHub.made(place / "hub", self.clock)
        self.hub.start()
        self._side = HubSide(self.hub, self.clock, place)
        self._now_called: dict[str, str] = {}
        self._nonces: dict[str, str] = {}
        self.rows: dict[Row, Any] = {}
        self._staged: dict[Row, Any] = {}
        self._reset = True
        self.cursor = ""

    def close(self) -> None:
        """Ends the hub."""
        self.hub.close()

    def play(self) -> None:
        """Plays all steps; each answer must be one that the old terminal goes on with as it did."""
        for step in self.story.steps:
            if isinstance(step, Act):
                self._side.act(step.do, step.args)
            else:
                self._turn(step)

    def settle(self) -> None:
        """Goes on pulling until nothing is new, as the old terminal would."""
        last = next(one for one in reversed(list(self.story.exchanges("/v1/pull"))) if one.status == 200)
        self._follow(last)

    def _turn(self, step: Exchange) -> None:
        status, answer = self.send(step)
        what = f"{step.method} {step.target[:60]} ({step.body[:80]}): {json.dumps(answer)[:300]}"
        assert status == step.status, f"status {status} instead of {step.status}: {what}"
        if status != 200:
            assert self._schemas.problems("Problem", answer) == [], what
            for member in ("code", "have", "incarnation", "protocols"):
                assert answer.get(member) == step.answer.get(member), what
            return
        if step.path == "/v1/snapshot":
            self._take_whole(step, answer)
        if step.path not in MESSAGES:
            return
        assert self._schemas.problems(MESSAGES[step.path], answer) == [], what
        for member in SAME[step.path]:
            recorded, told = step.answer.get(member), answer.get(member)
            if member == "results":
                recorded = _known(recorded, told)
            assert told == recorded, f"{member} was {recorded}: {what}"
        self._learn(step.answer, answer)
        if step.path == "/v1/pull":
            self._take(answer)
            if answer.get("more") and not step.answer.get("more"):
                self._follow(step)

    def _learn(self, recorded: Any, answer: Any) -> None:
        """What today's hub calls what the old one had named; where it repeats nothing, its last word stands."""
        for member in ("cursor", "seen", "epoch"):
            if recorded.get(member):
                self._now_called[recorded[member]] = answer.get(member) or (self.cursor if member == "cursor" else "")

    def _follow(self, step: Exchange) -> None:
        """Further pages, which the old hub did not have."""
        for _ in range(MAX_PAGES):
            query = dict(parse_qsl(step.target.partition("?")[2], keep_blank_values=True))
            target = f"{step.path}?{urlencode(query | {'cursor': self.cursor, 'wait': '0'})}"
            status, answer = self.send(replace(step, target=target))
            assert status == 200, answer
            self._take(answer)
            if not answer.get("more"):
                return
        raise AssertionError("the hub sends pages without end")

    def _take_whole(self, step: Exchange, lines: list[Any]) -> None:
        """A snapshot: the head, the rows, the end."""
        head, *rows, end = lines
        assert self._schemas.problems("PullReply", head) == []
        assert end == {"end": len(rows)}
        self._learn(step.answer[0], head)
        self._staged, self._reset = {}, True
        self._take({**head, "items": rows, "resync": True, "more": False})

    def _take(self, page: Any) -> None:
        """A page: staged until the one without `more`."""
        if page.get("resync"):
            self._staged, self._reset = {}, True
        for entity, row_id, scope, body in page.get("items", []):
            self._staged[entity, row_id, scope] = body
        self.cursor = page.get("cursor") or self.cursor
        if page.get("more"):
            return
        self.rows = {} if self._reset else self.rows
        self.rows.update(self._staged)
        self.rows = {row: body for row, body in self.rows.items() if body is not None}
        self._staged, self._reset = {}, False

    # the line

    def send(self, step: Exchange) -> tuple[int, Any]:
        """Sends a recorded request; returns the answer's status and JSON."""
        body = self._of_today(step.body).encode()
        headers = {name: value for name, value in step.headers.items() if name not in ("keyid", "nonce")}
        if step.packed:
            body, headers["content-encoding"] = packed(body, step.packed), step.packed
        message = Message(step.method, self.hub.address + self._of_today(step.target), headers, body)
        if "keyid" in step.headers:
            key = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(self.story.keys[step.headers["keyid"]]))
            created = int(self.clock.now().timestamp()) + step.ahead
            sign(message, key=key, keyid=step.headers["keyid"], created=created, nonce=self._nonce(step))
        return self._exchange(message, body + b" " if step.altered else body, step.told)

    def _nonce(self, step: Exchange) -> str:
        """A fresh one, of the form that was shipped; the same again where the story sends a request twice."""
        fresh = secrets.token_hex(len(step.headers["nonce"]) // 2)
        known = self._nonces.setdefault(step.headers["nonce"], fresh)
        replayed = step.status == 401 and step.answer["code"] == "replayed"
        return known if replayed or known == fresh else fresh

    def _of_today(self, text: str) -> str:
        for recorded, told in self._now_called.items():
            text = text.replace(recorded, quote(told))
        return text

    def _exchange(self, message: Message[dict[str, str]], body: bytes, told: dict[str, str]) -> tuple[int, Any]:
        line = http.client.HTTPConnection("127.0.0.1", self.hub.port, timeout=60)
        try:
            target = message.url.removeprefix(self.hub.address)
            line.request(message.method, target, body, message.headers)
            answer = line.getresponse()
            content = answer.read()
            encoding = answer.getheader("Content-Encoding") or ""
            assert encoding in ("", *message.headers.get("accept-encoding", "").split(", ")), encoding
            kind = (answer.getheader("Content-Type") or "").partition(";")[0]
            assert kind == told.get("content-type", "").partition(";")[0], kind
            return answer.status, readable(unpacked(content, encoding))
        finally:
            line.close()
