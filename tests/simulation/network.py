"""The line between terminals and hub: requests as the real transport makes them, and what becomes of them.

lost_request   it never arrives                     lost_reply   the hub did it, nobody hears of it
twice          it arrives twice, one answer lost    late         a copy arrives again later, or for the first time
torn           the answer breaks off, or is cut     storm        429 and 5xx by something in front of the hub
portal         something else answers: a sign-in page, rubbish
maimed         a page of a pull lost a row (no line does that; a mistake of the hub would)
"""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from random import Random
from typing import TYPE_CHECKING, Any

import requests
import urllib3
from requests.adapters import HTTPAdapter

from sync.hub.api.endpoints import Answer, Incoming
from tests.simulation.history import Violation

if TYPE_CHECKING:
    from tests.simulation.machine import Machine
    from tests.simulation.world import World

MAX_REQUESTS = 400
"""Of one turn of a terminal; far more than any backlog of a run needs."""
UNSAID = ("message", "time", "cursor", "seen", "limits", "digest", "pepper", "hub_key")
"""Members of answers that a history does not need."""
LATE_MS = (1_000, 60_000, 280_000, 400_000, 3_600_000)


class Line(HTTPAdapter):
    """What a terminal's transport sends through (an adapter of `requests`)."""

    def __init__(self, world: World, machine: Machine) -> None:
        super().__init__()
        self._world, self._machine = world, machine

    def send(self, request: requests.PreparedRequest, *_: Any, **__: Any) -> requests.Response:
        found = self._world.network.carry(self._machine, request)
        raw = urllib3.HTTPResponse(
            body=io.BytesIO(found.content), headers=dict(found.headers), status=found.status, preload_content=False,
            request_method=request.method, enforce_content_length=True,
        )  # fmt: skip
        return self.build_response(request, raw)

    def close(self) -> None:
        """Nothing is open."""


class Network:
    """Carries requests, with the faults that the step's randomness and the swarm ask for."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.healed = False
        self.carried = 0
        self.late: list[tuple[int, Incoming, str, str]] = []
        self.apart: dict[str, int] = {}
        """By machine: cut off until this time (ms)."""

    def carry(self, machine: Machine, request: requests.PreparedRequest) -> Answer:
        """A request and its answer, or how that fails."""
        world, random, born = self._world, self._world.random, machine.life
        self.carried += 1
        machine.requests += 1
        if machine.requests > MAX_REQUESTS:
            raise Violation(13, f"{machine.name} sends more than {MAX_REQUESTS} requests in one turn")
        incoming, label = _incoming(request), _label(request)
        if world.time.ms < self.apart.get(machine.name, 0) and not self.healed:
            raise self._failed(machine, label, "no network")
        fault = self._fault(random)
        instead = self._instead(machine, label, fault)
        if instead is not None:
            return instead
        if fault == "late":
            due = world.time.ms + random.choice(LATE_MS)
            self.late.append((due, incoming, label, machine.name))
            if random.random() < 0.5:
                raise self._failed(machine, label, "held up on its way")
        world.meanwhile(machine)
        answer = self._deliver(machine, incoming, label)
        if fault == "twice":
            second = self._deliver(machine, incoming, f"{label} again")
            if answer.status == second.status == 200 and incoming.path != "/v1":
                raise Violation(3, f"{label} of {machine.name} is taken a second time")
            answer = random.choice((answer, second))
        world.meanwhile(machine)
        if machine.life != born:
            raise machine.crash()
        if fault == "lost_reply":
            raise self._failed(machine, label, "the answer is lost")
        if fault == "torn" and answer.content:
            at = random.randrange(len(answer.content))
            world.history.say(machine.name, f"{label}: the answer breaks off at {at} of {len(answer.content)}")
            declared = len(answer.content) if random.random() < 0.5 else at
            return Answer(answer.status, {**answer.headers, "content-length": str(declared)}, answer.content[:at])
        answer = self._maimed(machine, incoming, answer) if fault == "maimed" else answer
        world.checks.told(machine, incoming, answer)
        return Answer(answer.status, {**answer.headers, "content-length": str(len(answer.content))}, answer.content)

    def deliver_late(self) -> None:
        """Delivers what was held up and is due; nobody waits for the answers."""
        due = [one for one in self.late if one[0] <= self._world.time.ms]
        self.late = [one for one in self.late if one[0] > self._world.time.ms]
        for _, incoming, label, name in due:
            answer = self._world.hub.answer(incoming)
            status = "the hub is away" if answer is None else f"{answer.status} {_words(answer)}"
            self._world.history.say(name, f"late {label}: {status}")

    def _deliver(self, machine: Machine, incoming: Incoming, label: str) -> Answer:
        proof = self._world.checks.proof(machine, incoming)
        answer = self._world.hub.answer(incoming)
        if answer is None:
            raise self._failed(machine, label, "the hub is away")
        self._world.history.say(machine.name, f"{label}: {answer.status} {_words(answer)}")
        if answer.status >= 500:
            raise Violation(13, f"{label} of {machine.name}: the hub fails: {self._world.hub.trouble.last}")
        self._world.checks.shown(machine, proof, answer)
        return answer

    def _instead(self, machine: Machine, label: str, fault: str | None) -> Answer | None:
        """What answers in the hub's place, where a fault has the request not arrive."""
        world, random = self._world, self._world.random
        if fault == "lost_request":
            raise self._failed(machine, label, "lost on its way")
        if fault == "storm":
            status = random.choice((429, 500, 502, 503, 504))
            world.history.say(machine.name, f"{label}: {status} by a storm")
            headers = {"retry-after": str(random.choice((1, 5, 120)))} if random.random() < 0.7 else {}
            return _answer(status, headers, b"<html>busy</html>")
        if fault == "portal":
            world.history.say(machine.name, f"{label}: a sign-in page answers")
            status, kind = random.choice(((200, "text/html"), (302, "text/html"), (200, "application/json")))
            return _answer(status, {"content-type": kind}, random.choice((b"<html>", b"{}", b"[1", b"\xff\x00")))
        return None

    def _maimed(self, machine: Machine, incoming: Incoming, answer: Answer) -> Answer:
        """The answer without one of its rows, where it has some."""
        if incoming.path != "/v1/pull" or answer.status != 200 or answer.headers.get("content-encoding"):
            return answer
        values = json.loads(answer.content)
        if not values.get("items"):
            return answer
        gone = values["items"].pop(self._world.random.randrange(len(values["items"])))
        self._world.history.say(machine.name, f"the page lost {gone[:3]}")
        return Answer(answer.status, answer.headers, json.dumps(values, separators=(",", ":")).encode())

    def _fault(self, random: Random) -> str | None:
        if self.healed:
            return None
        for name, probability in self._world.swarm.line.items():
            if random.random() < probability:
                return name
        return None

    def _failed(self, machine: Machine, label: str, why: str) -> Exception:
        self._world.history.say(machine.name, f"{label}: {why}")
        return requests.exceptions.ConnectionError(why)


def _incoming(request: requests.PreparedRequest) -> Incoming:
    path, _, query = (request.path_url or "").partition("?")
    headers = {name.lower(): str(value) for name, value in request.headers.items()}
    body = request.body or b""
    assert isinstance(body, bytes)
    return Incoming(str(request.method), path, query, headers, body, "http://127.0.0.1:9")


def _label(request: requests.PreparedRequest) -> str:
    return f"{request.method} {(request.path_url or '').partition('?')[0]}"


def _words(answer: Answer) -> str:
    """What an answer says, in short."""
    if answer.headers.get("content-encoding"):
        return f"({len(answer.content)} bytes)"
    try:
        values = json.loads(answer.content)
    except ValueError:
        return ""
    if not isinstance(values, dict):
        return ""
    shown = {
        name: len(value) if isinstance(value, list) else value
        for name, value in values.items() if name not in UNSAID
    }  # fmt: skip
    return " ".join(f"{name}={value}" for name, value in shown.items())


def _answer(status: int, headers: Mapping[str, str], content: bytes) -> Answer:
    return Answer(status, {**headers, "content-length": str(len(content))}, content)
